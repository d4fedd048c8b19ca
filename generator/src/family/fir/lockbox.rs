//! Lockbox paper: the returned filing, and the statement of a fee.
use super::words::{
    ACCOUNT, ALIEN, Facts, MONO, RECEIPT, SANS, SERIF, address, coded, date, fee, fit, note_filer,
    perforation, role, shuffle,
};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Face;

/// A filing sent back by the lockbox: reasons to tick, the payment, the parcel; no receipt number.
pub(super) fn lockbox_return(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 8);
    let family = rng.pick(&SERIF);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    let data = Face::regular(rng.pick(&MONO));

    sheet.centred(
        bold,
        12.0,
        306.0,
        44.0,
        "U.S. Department of Homeland Security",
    );
    sheet.centred(
        plain,
        10.0,
        306.0,
        58.0,
        "USCIS Lockbox Facility, Mail Operations",
    );
    sheet.rule(36.0, 576.0, 66.0, 1.2);
    sheet.write(bold, 14.0, 36.0, 86.0, "Rejection Notice");
    truth.fields.notice_type = Some("Rejection Notice".into());
    if rng.chance(0.5) {
        truth.form = "I-797C".into();
        sheet.flush_right(plain, 10.0, 576.0, 86.0, "I-797C, Notice of Action");
    }
    let name = case.filer.name();
    let y = address(
        &mut sheet,
        data,
        10.0,
        (60.0, 112.0),
        &[&name, &case.address[0], &case.address[1]],
    );
    truth.fields.addressee = Some(name);

    // What came in.
    let listed = case.filer.listed();
    let mut rows = vec![
        ("Date of this notice".to_owned(), facts.noticed.clone()),
        ("Filing received".to_owned(), facts.received.clone()),
        ("Form".to_owned(), case.form_code.to_owned()),
        (role(case).to_owned(), listed.clone()),
    ];
    truth.fields.notice_date = Some(facts.noticed.clone());
    truth.fields.case_type = Some(case.form_code.to_owned());
    note_filer(case, &listed, &mut truth);
    if rng.chance(0.6) {
        let label = format!("{} written on the form", rng.pick(&ALIEN));
        rows.push((label, facts.a_number.clone()));
        truth.prints_a_number(&case.filer.a_number);
    }
    if facts.has_cell() {
        let tail = rng.pick(&[" written on the form (if any)", ", Part 1 of your form", ""]);
        let label = format!("{}{tail}", rng.pick(&ACCOUNT));
        let blank = rng.pick(&["", "left blank", "________________"]);
        rows.push((label, facts.account_value(blank)));
    }
    if let Some(rep) = &facts.rep {
        rows.push((
            "Attorney's USCIS online account number, from G-28".into(),
            rep.clone(),
        ));
    }
    rows.push(("Parcel tracking no.".into(), rng.digits(12)));
    shuffle(rng, &mut rows);
    facts.note_accounts(case, &mut truth);
    let mut y = y + 14.0;
    let right = rng.chance(0.5);
    for (label, value) in &rows {
        if right {
            sheet.flush_right(plain, 9.0, 290.0, y, &format!("{label}:"));
            fit(&mut sheet, data, 9.5, (300.0, y), 270.0, value);
        } else {
            fit(&mut sheet, data, 9.5, (60.0, y), 200.0, value);
            sheet.plain(9.0, 270.0, y, &format!("<  {label}"));
        }
        y += 15.0;
    }
    y += 6.0;
    let text = "We are sending the filing back because of the reason ticked below. No receipt \
                number was given to it, and no receipt date is kept.";
    y = sheet.paragraph(plain, 10.0, 36.0, y, 540.0, text) + 4.0;
    let mut reasons = [
        "The check is not signed or is drawn on an account that cannot be read.",
        "The fee is not the one in force on the day we received the form.",
        "The edition of the form is no longer accepted.",
        "The signature of the person filing is missing.",
    ];
    shuffle(rng, &mut reasons);
    let ticked = rng.below(reasons.len());
    for (at, reason) in reasons.iter().enumerate() {
        sheet.frame([48.0, y - 7.5, 56.0, y + 0.5], 0.6);
        if at == ticked {
            sheet.write(Face::bold(family), 9.0, 49.2, y - 0.4, "X");
        }
        sheet.plain(9.5, 64.0, y, reason);
        y += 14.0;
    }

    // The payment that goes back.
    y += 8.0;
    sheet.write(bold, 10.0, 36.0, y, "Payment returned with this filing");
    y += 6.0;
    let heads = [
        "Check no.",
        "Routing no.",
        "Bank account no.",
        "Drawn by",
        "Amount",
    ];
    let payer = case.attorney.1.to_uppercase();
    let amount = fee(rng);
    let values = [rng.digits(4), rng.digits(9), rng.digits(12), payer, amount];
    let edges = [36.0, 90.0, 165.0, 270.0, 490.0, 576.0];
    for (at, (head, value)) in heads.iter().zip(&values).enumerate() {
        let (left, end) = (edges[at], edges[at + 1]);
        sheet.frame([left, y, end, y + 16.0], 0.5);
        sheet.frame([left, y + 16.0, end, y + 34.0], 0.5);
        sheet.write(bold, 8.0, left + 4.0, y + 11.0, head);
        fit(
            &mut sheet,
            data,
            9.0,
            (left + 4.0, y + 28.0),
            end - left - 8.0,
            value,
        );
    }
    y += 56.0;
    let text = "To file again, send the whole package with a new check to the address in the \
                form's instructions. If you have a USCIS online account, write its number on the \
                form: it has 12 digits (for example 0123 4567 8901, which is nobody's) and is not \
                your bank account, the tracking number or your A-Number.";
    sheet.paragraph(plain, 9.5, 36.0, y, 540.0, text);
    let batch = format!("LBX {}-{}", rng.digits(3), rng.digits(7));
    coded(&mut sheet, rng, (36.0, 730.0), 20.0, &batch);
    sheet.flush_right(plain, 8.0, 576.0, 756.0, "Please keep the envelope.");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// A fee statement like a bank's, with a remittance stub.
pub(super) fn fee_statement(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 9);
    let family = rng.pick(&SANS);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (plain, bold) = (Face::regular(family), Face::bold(family));

    sheet.fill([0.0, 0.0, 612.0, 34.0], 0.88);
    sheet.write(bold, 13.0, 36.0, 23.0, "USCIS  Fee Receipt Statement");
    sheet.flush_right(plain, 9.0, 576.0, 23.0, "Form I-797C, Notice of Action");
    truth.form = "I-797C".into();
    let (name_at, box_at) = if rng.chance(0.35) {
        (340.0, 36.0)
    } else {
        (36.0, 310.0)
    };
    let name = case.filer.name();
    address(
        &mut sheet,
        plain,
        10.0,
        (name_at + 12.0, 84.0),
        &[&name, &case.address[0], &case.address[1]],
    );
    truth.fields.addressee = Some(name.clone());

    // The box of the statement, at the right.
    let customer = rng.digits(12);
    let amount = fee(rng);
    let mut rows = vec![
        (rng.pick(&RECEIPT).to_owned(), facts.receipt.clone()),
        ("Notice date".to_owned(), facts.noticed.clone()),
        ("Received date".to_owned(), facts.received.clone()),
        (rng.pick(&ALIEN).to_owned(), facts.a_number.clone()),
        (role(case).to_owned(), case.filer.listed()),
    ];
    if facts.has_cell() {
        let blank = rng.pick(&["", "-", "n/a"]);
        rows.push((rng.pick(&ACCOUNT).to_owned(), facts.account_value(blank)));
    }
    rows.push(("Payer's bank account".to_owned(), customer));
    shuffle(rng, &mut rows);
    let mut y = 58.0;
    sheet.frame(
        [
            box_at,
            46.0,
            box_at + 266.0,
            50.0 + rows.len() as f32 * 18.0,
        ],
        0.8,
    );
    for (label, value) in &rows {
        fit(&mut sheet, bold, 8.0, (box_at + 6.0, y), 134.0, label);
        fit(&mut sheet, plain, 9.0, (box_at + 144.0, y), 118.0, value);
        y += 18.0;
    }
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    note_filer(case, &case.filer.listed(), &mut truth);
    truth.fields.notice_date = Some(facts.noticed.clone());
    truth.fields.received_date = Some(facts.received.clone());

    let text = format!(
        "Case Type: {}, {}",
        case.form_code,
        case.title.to_lowercase()
    );
    sheet.paragraph(bold, 10.0, 36.0, 206.0, 540.0, &text);
    truth.fields.case_type = Some(case.form_code.to_owned());

    // Lines of the statement.
    let edges = [36.0, 120.0, 330.0, 476.0, 576.0];
    let heads = [
        "Posted",
        "Description",
        "Pay.gov tracking / reference",
        "Amount",
    ];
    sheet.fill([36.0, 232.0, 576.0, 248.0], 0.85);
    for (at, head) in heads.iter().enumerate() {
        sheet.write(bold, 8.0, edges[at] + 4.0, 243.0, head);
    }
    let lines = [
        ("Application fee", rng.digits(12), amount.clone()),
        ("Biometric services fee", rng.digits(12), "$0.00".to_owned()),
        ("Returned payment charge", String::new(), "$0.00".to_owned()),
    ];
    let mut y = 262.0;
    for (what, reference, sum) in &lines {
        sheet.plain(9.0, 40.0, y, &date(facts.style, case.received));
        sheet.plain(9.0, 124.0, y, what);
        sheet.plain(9.0, 334.0, y, reference);
        sheet.flush_right(plain, 9.0, 570.0, y, sum);
        sheet.rule(36.0, 576.0, y + 5.0, 0.3);
        y += 17.0;
    }
    sheet.write(bold, 9.5, 334.0, y + 2.0, "Amount received:");
    sheet.flush_right(bold, 9.5, 570.0, y + 2.0, &amount);
    truth.fields.amount = Some(amount);
    y += 30.0;
    let who = facts.rep.as_ref().map_or_else(String::new, |rep| {
        format!(
            " The form was sent by {} of {}, whose own USCIS online account number is {rep}.",
            case.attorney.0, case.attorney.1
        )
    });
    let text = format!(
        "The sums above were taken from the payer's bank account, whose number you gave us; it \
         is not a USCIS number. Tracking references are used by the Treasury only.{who}"
    );
    y = sheet.paragraph(plain, 9.5, 36.0, y, 540.0, &text) + 8.0;
    let text = if facts.has_cell() {
        "Please look at the box above and tell us if anything is wrong."
    } else {
        "You paid by mail. You may follow the case online with the receipt number alone; nothing \
         else is needed."
    };
    sheet.paragraph(plain, 9.5, 36.0, y, 540.0, text);
    facts.note_accounts(case, &mut truth);

    let words = "DETACH HERE AND KEEP THE UPPER PART";
    perforation(&mut sheet, 640.0, words);
    sheet.write(bold, 10.0, 36.0, 664.0, "Stub");
    sheet.plain(9.0, 36.0, 680.0, &name);
    sheet.plain(
        9.0,
        36.0,
        693.0,
        &format!("Lockbox batch {}", rng.digits(8)),
    );
    coded(&mut sheet, rng, (330.0, 660.0), 26.0, &case.receipt);
    sheet.plain(7.5, 36.0, 764.0, "Form I-797C 04/01/19 Y");
    sheet.flush_right(plain, 7.5, 576.0, 764.0, "Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
