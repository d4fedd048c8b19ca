//! Approval with a data column at the side and an I-94 stub.
use super::back::back;
use super::words::{
    ACCOUNT, ALIEN, Facts, RECEIPT, SANS, address, coded, date, fit, note_filer, perforation, role,
    subject,
};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Face;

/// Approval with the data in a column at the side and an I-94 to tear off.
pub(super) fn side_column_approval(rng: &mut Rng, case: &Case) -> Drawing {
    // Only these forms give a class and an arrival record.
    let case = &Case {
        form_code: if case.is_petition { "I-129" } else { "I-539" },
        title: if case.is_petition {
            "PETITION FOR A NONIMMIGRANT WORKER"
        } else {
            "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS"
        },
        ..case.clone()
    };
    let facts = Facts::draw(rng, case, 2);
    let family = rng.pick(&SANS);
    let mut sheet = Sheet::letter(family);
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    let stub = !case.is_petition || rng.chance(0.5);
    let form = if stub { "I-797A" } else { "I-797B" };
    let mut truth = NoticeTruth {
        form: form.into(),
        ..NoticeTruth::default()
    };
    sheet.centred(bold, 12.0, 306.0, 36.0, "THE UNITED STATES OF AMERICA");
    sheet.write(
        bold,
        10.0,
        36.0,
        56.0,
        &format!("{form} | Notice of Action"),
    );
    sheet.flush_right(
        plain,
        8.0,
        576.0,
        56.0,
        "U.S. Citizenship and Immigration Services",
    );

    let class = if case.is_petition {
        rng.pick(&["H1B", "L1A", "O1", "TN", "E3"])
    } else {
        rng.pick(&["F1", "B2", "H4", "L2", "E2"])
    };
    let from = date(facts.style, case.noticed);
    let until = date(facts.style, case.noticed.later(35, 5));
    let filer = case.filer.listed();
    let who = subject(case).listed();
    let mut rows = vec![
        (rng.pick(&RECEIPT).to_owned(), facts.receipt.clone()),
        ("Notice Type".to_owned(), "Approval Notice".to_owned()),
        ("Case Type".to_owned(), case.form_code.to_owned()),
        ("Notice Date".to_owned(), facts.noticed.clone()),
        ("Received Date".to_owned(), facts.received.clone()),
        ("Class".to_owned(), class.to_owned()),
        ("Valid from".to_owned(), from.clone()),
        ("Valid to".to_owned(), until.clone()),
        (role(case).to_owned(), filer.clone()),
    ];
    if case.is_petition {
        rows.push(("Beneficiary".to_owned(), who.clone()));
        truth.fields.beneficiary = Some(who.clone());
        rows.push((
            format!("Beneficiary's {}", rng.pick(&ALIEN)),
            facts.other_a.clone(),
        ));
        truth.prints_a_number(&case.beneficiary.a_number);
    } else {
        rows.push((rng.pick(&ALIEN).to_owned(), facts.a_number.clone()));
        truth.prints_a_number(&case.filer.a_number);
    }
    if facts.has_cell() {
        let label = if case.is_petition {
            format!(
                "Petitioner's {}",
                rng.pick(&["online account no.", "USCIS account number"])
            )
        } else {
            rng.pick(&ACCOUNT).to_owned()
        };
        let at = rng.below(rows.len());
        rows.insert(at, (label, facts.account_value("")));
    }
    truth.prints_receipt(&case.receipt);
    note_filer(case, &filer, &mut truth);
    truth.fields.notice_type = Some("Approval Notice".into());
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.fields.notice_date = Some(facts.noticed.clone());
    truth.fields.received_date = Some(facts.received.clone());
    truth.fields.class = Some(class.to_owned());
    truth.fields.valid_from = Some(from.clone());
    truth.fields.valid_to = Some(until.clone());

    // The column of data, at the left or at the right.
    let left = rng.chance(0.5);
    let (column, text_at) = if left { (36.0, 216.0) } else { (416.0, 36.0) };
    sheet.fill(
        [
            column,
            66.0,
            column + 160.0,
            72.0 + rows.len() as f32 * 29.0,
        ],
        0.93,
    );
    for (at, (label, value)) in rows.iter().enumerate() {
        let y = 77.0 + at as f32 * 29.0;
        fit(&mut sheet, plain, 7.0, (column + 6.0, y), 148.0, label);
        fit(
            &mut sheet,
            bold,
            9.5,
            (column + 6.0, y + 11.5),
            148.0,
            value,
        );
    }

    let firm = case.attorney.1.to_uppercase();
    let care = format!("C/O {}", case.attorney.0);
    address(
        &mut sheet,
        plain,
        9.5,
        (text_at + 10.0, 96.0),
        &[&firm, &care, &case.address[0], &case.address[1]],
    );
    let rep = facts.rep.as_ref().map_or_else(String::new, |rep| {
        format!(
            " This copy is for the attorney (attorney's USCIS online account number: {rep}; FedEx \
             customer account {}).",
            rng.digits(9)
        )
    });
    let tracking = rng.digits(12);
    let texts = [
        format!(
            "The {} named here has been approved. The stay of the person in class {class} is \
             authorized for the time shown in the column.",
            case.title.to_lowercase()
        ),
        format!(
            "This courtesy copy was delivered under FedEx tracking number {tracking}. The notice \
             is valid only with the record of the service center.{rep}"
        ),
        "Please see the additional information on the back. You will be notified separately \
         about any other cases you filed."
            .to_owned(),
    ];
    let mut y = 180.0;
    for text in &texts {
        y = sheet.paragraph(plain, 9.5, text_at, y, 360.0, text) + 8.0;
    }
    address(
        &mut sheet,
        plain,
        8.5,
        (text_at, y + 14.0),
        &[facts.office, facts.office_lines[0], facts.office_lines[1]],
    );
    facts.note_accounts(case, &mut truth);
    coded(&mut sheet, rng, (text_at, y + 60.0), 26.0, &case.receipt);

    if stub {
        perforation(&mut sheet, 560.0, "Detach This Half for Personal Records");
        let i94 = format!("{} {}", rng.digits(9), rng.digits(2));
        sheet.write(bold, 10.0, 330.0, 586.0, &format!("I-94# {i94}"));
        sheet.plain(9.0, 330.0, 604.0, &format!("NAME  {who}"));
        sheet.plain(9.0, 330.0, 618.0, &format!("CLASS  {class}"));
        sheet.plain(
            9.0,
            330.0,
            632.0,
            &format!("VALID FROM  {from}  UNTIL  {until}"),
        );
        sheet.plain(
            9.0,
            330.0,
            646.0,
            &format!("{}  {filer}", role(case).to_uppercase()),
        );
        sheet.plain(9.0, 36.0, 586.0, &format!("Receipt# {}", facts.receipt));
        sheet.paragraph(
            plain,
            9.0,
            36.0,
            604.0,
            260.0,
            "Staple the right part to the arrival record that was given to the person at the \
             port of entry.",
        );
        truth.fields.i94_number = Some(i94);
    }
    sheet.plain(7.5, 36.0, 764.0, &format!("Form {form} (Rev. 01/31/05) N"));
    let foot = format!("Form {form} (Rev. 01/31/05) N");
    let mut sheets = vec![sheet];
    if rng.chance(0.4) {
        sheets.push(back(rng, family, &foot));
    }
    let page = format!("Page 1 of {}", sheets.len());
    sheets[0].flush_right(plain, 7.5, 576.0, 764.0, &page);
    Drawing { sheets, truth }
}
