//! Request for evidence with a sheet to send back, and a letter about returned mail.
use super::words::{
    ACCOUNT, ALIEN, Facts, MONO, SANS, SERIF, address, coded, date, fit, note_filer, role, shuffle,
    subject,
};
use crate::case::{Case, printed_account, receipt};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::Face;

/// Request for evidence: a letter, then a sheet with comb boxes to lay on top of the answer.
pub(super) fn rfe_return_sheet(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 12);
    let family = rng.pick(&SERIF);
    let mut letter = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    let due = date(facts.style, case.noticed.later(2, rng.between(20, 27)));

    let office = facts.office;
    address(
        &mut letter,
        plain,
        9.0,
        (330.0, 44.0),
        &[
            "U.S. Citizenship and Immigration Services",
            office,
            facts.office_lines[0],
            facts.office_lines[1],
        ],
    );
    letter.write(plain, 10.0, 54.0, 44.0, &facts.noticed);
    let name = case.filer.name();
    address(
        &mut letter,
        plain,
        10.0,
        (54.0, 110.0),
        &[&name, &case.address[0], &case.address[1]],
    );
    truth.fields.addressee = Some(name.clone());
    truth.fields.notice_date = Some(facts.noticed.clone());
    if rng.chance(0.5) {
        truth.form = "I-797E".into();
        letter.plain(8.0, 54.0, 764.0, "Form I-797E");
    }
    letter.centred(bold, 13.0, 306.0, 172.0, "REQUEST FOR EVIDENCE");
    truth.fields.notice_type = Some("Request for Evidence".into());
    let who = subject(case);
    let mut lines = vec![
        ("RE:", format!("{}, {}", case.form_code, name)),
        ("Receipt:", facts.receipt.clone()),
        ("A-File:", facts.a_number.clone()),
    ];
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    if case.is_petition {
        lines.push(("Beneficiary:", who.listed()));
        truth.fields.beneficiary = Some(who.listed());
    }
    let mut y = 194.0;
    for (label, value) in &lines {
        letter.write(bold, 10.0, 72.0, y, label);
        letter.plain(10.0, 160.0, y, value);
        y += 14.0;
    }
    let tracking = rng.digits(12);
    let earlier = receipt(rng, "IOE", case.received.year - 1);
    let paragraphs = [
        format!(
            "We received your {} on {} and cannot decide it on the papers that we have. Please \
             send us the evidence listed here.",
            case.form_code, facts.received
        ),
        format!(
            "1. A certified copy of the court's record. The copy that came by parcel {tracking} \
             cannot be read."
        ),
        format!(
            "2. The approval notice of another person's petition that you mention (you quote it \
             as that of your former employer, {earlier})."
        ),
        "3. Tax transcripts of the last three years.".to_owned(),
        format!(
            "Your response must be received by {due}. Send everything at once, with the enclosed \
             sheet on top. We will decide the case on the record if nothing comes."
        ),
    ];
    truth.fields.response_due = Some(due.clone());
    truth.fields.received_date = Some(facts.received.clone());
    y += 8.0;
    for text in &paragraphs {
        y = letter.paragraph(plain, 10.5, 54.0, y, 500.0, text) + 8.0;
    }
    letter.plain(10.5, 54.0, y + 20.0, "Sincerely,");
    letter.plain(10.5, 54.0, y + 60.0, "Director");
    letter.flush_right(plain, 8.0, 558.0, 764.0, "Page 1 of 2");

    let cover = cover_sheet(rng, case, &facts, &due, &mut truth);
    Drawing {
        sheets: vec![letter, cover],
        truth,
    }
}

fn cover_sheet(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    due: &str,
    truth: &mut NoticeTruth,
) -> Sheet {
    let family = rng.pick(&SANS);
    let mut sheet = Sheet::letter(family);
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    let data = Face::regular(rng.pick(&MONO));
    sheet.frame([24.0, 24.0, 588.0, 742.0], 2.0);
    sheet.centred(
        bold,
        16.0,
        306.0,
        56.0,
        "PLACE THIS SHEET ON TOP OF YOUR RESPONSE",
    );
    coded(&mut sheet, rng, (200.0, 76.0), 40.0, &case.receipt);
    sheet.centred(
        plain,
        10.0,
        306.0,
        156.0,
        "Response due in our mail room by",
    );
    sheet.centred(bold, 20.0, 306.0, 182.0, due);
    let mut items = vec![
        ("Receipt number", boxes_of(&facts.receipt)),
        ("A-Number", case.filer.a_number.clone()),
    ];
    let account_label = rng.pick(&[
        "USCIS online account number (if you have one)",
        "USCIS Online Account Number",
        "Online account no., 12 digits",
    ]);
    if facts.has_cell() {
        let digits = if facts.cell == AccountCell::Filled {
            &case.account
        } else {
            "            "
        };
        items.push((account_label, digits.to_owned()));
    }
    facts.note_accounts(case, truth);
    shuffle(rng, &mut items);
    let mut y = 226.0;
    for (label, characters) in &items {
        sheet.plain(9.0, 60.0, y - 6.0, label);
        let pitch = 20.0;
        for (at, character) in characters.chars().enumerate() {
            let left = 60.0 + at as f32 * pitch;
            sheet.frame([left, y, left + pitch, y + 22.0], 0.6);
            let letter = character.to_string();
            sheet.centred(data, 12.0, left + pitch / 2.0, y + 16.0, &letter);
        }
        y += 52.0;
    }
    if let Some(rep) = &facts.rep {
        let line = format!("Attorney's online account number, not the client's: {rep}");
        sheet.plain(9.0, 60.0, y, &line);
        y += 24.0;
    }
    sheet.rule(60.0, 552.0, y, 0.5);
    y += 24.0;
    sheet.write(bold, 10.0, 60.0, y, "What you are sending");
    for item in [
        "All of the evidence asked for",
        "A part of it",
        "A request to decide now",
    ] {
        y += 20.0;
        sheet.frame([62.0, y - 8.5, 71.0, y + 0.5], 0.7);
        sheet.plain(9.5, 80.0, y, item);
    }
    y += 40.0;
    sheet.plain(9.5, 60.0, y, "Signature");
    sheet.rule(110.0, 330.0, y + 2.0, 0.5);
    sheet.plain(9.5, 350.0, y, "Day telephone");
    sheet.rule(420.0, 552.0, y + 2.0, 0.5);
    sheet.flush_right(plain, 8.0, 558.0, 764.0, "Page 2 of 2");
    sheet
}

fn boxes_of(printed: &str) -> String {
    printed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// Letter that goes with a notice that the Postal Service brought back.
pub(super) fn remailed(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 13);
    let family = rng.pick(&SERIF);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (plain, bold) = (Face::regular(family), Face::bold(family));

    sheet.write(bold, 12.0, 60.0, 52.0, facts.office);
    sheet.plain(9.0, 60.0, 65.0, "Mail Room, Undeliverable Mail Desk");
    sheet.flush_right(plain, 10.0, 552.0, 52.0, &facts.noticed);
    sheet.rule(60.0, 552.0, 74.0, 0.8);
    truth.fields.notice_date = Some(facts.noticed.clone());
    let name = case.filer.name();
    address(
        &mut sheet,
        plain,
        10.5,
        (84.0, 130.0),
        &[&name, &case.address[0], &case.address[1]],
    );
    truth.fields.addressee = Some(name.clone());
    sheet.write(bold, 12.0, 60.0, 206.0, "A notice of yours came back to us");
    let account = if facts.cell == AccountCell::Filled {
        printed_account(rng, &case.account)
    } else {
        String::new()
    };
    let tracking = rng.digits(12);
    let fax = format!("{}-{}-{}", rng.digits(3), rng.digits(3), rng.digits(4));
    let number = rng.pick(&["receipt number", "receipt no.", "USCIS receipt number"]);
    let numbers = match facts.cell {
        AccountCell::Filled => {
            let words = rng.pick(&[
                "and is tied to your USCIS online account number",
                "and your USCIS online account no. is",
                "and is seen in the online account that carries the account number",
            ]);
            format!("{words} {account}")
        }
        AccountCell::Blank => {
            "and your online account number is listed below if we have one".into()
        }
        AccountCell::Absent => rng
            .pick(&[
                "and is not linked to any USCIS online account",
                "and was filed on paper, without an online account",
            ])
            .to_owned(),
    };
    let mut texts = [
        format!(
            "On {} we mailed you a notice about your {}. The carrier (piece {tracking}) brought \
             it back with the mark \"attempted, not known\". We mail it again with this letter.",
            facts.received, case.form_code
        ),
        format!(
            "The case has the {number} {} {numbers}. The file that we keep for you is {}.",
            facts.receipt, facts.a_number
        ),
        format!(
            "If you have moved, tell us within ten days, online or by facsimile at {fax}, \
             extension {}. A letter to the Postal Service is not enough.",
            rng.digits(4)
        ),
    ];
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    truth.fields.case_type = Some(case.form_code.to_owned());
    shuffle(rng, &mut texts[1..]);
    let mut y = 230.0;
    for text in &texts {
        y = sheet.paragraph(plain, 11.0, 60.0, y, 490.0, text) + 10.0;
    }
    y += 6.0;
    let mut rows = vec![
        (role(case).to_owned(), case.filer.listed()),
        ("Address now on file".to_owned(), case.address.join(", ")),
        (
            "Address before".to_owned(),
            format!("{} ELM ST", rng.between(10, 990)),
        ),
        (rng.pick(&ALIEN).to_owned(), facts.a_number.clone()),
    ];
    note_filer(case, &case.filer.listed(), &mut truth);
    if facts.cell == AccountCell::Blank || (facts.has_cell() && rng.chance(0.4)) {
        rows.push((rng.pick(&ACCOUNT).to_owned(), facts.account_value("")));
    }
    if let Some(rep) = &facts.rep {
        rows.push((
            "Copy to attorney, whose online account no. is".into(),
            rep.clone(),
        ));
    }
    shuffle(rng, &mut rows);
    for (label, value) in &rows {
        sheet.rule(60.0, 552.0, y, 0.3);
        fit(
            &mut sheet,
            Face::italic(family),
            9.5,
            (64.0, y + 13.0),
            186.0,
            label,
        );
        fit(&mut sheet, plain, 10.0, (256.0, y + 13.0), 290.0, value);
        y += 19.0;
    }
    sheet.rule(60.0, 552.0, y, 0.3);
    facts.note_accounts(case, &mut truth);
    sheet.plain(11.0, 60.0, y + 40.0, "Mail Room Supervisor");
    coded(&mut sheet, rng, (60.0, 714.0), 24.0, &case.receipt);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
