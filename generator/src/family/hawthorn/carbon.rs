//! A typewritten notice of the old Immigration Service, years before there were accounts.
use super::ink::{Row, row, squeeze};
use super::words;
use crate::case::{self, Case, Date};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The faces of the preprinted form and of the typewriter.
struct Faces {
    print: Face,
    heavy: Face,
    typed: Face,
}

/// The page.
pub(super) fn carbon(rng: &mut Rng, case: &Case) -> Drawing {
    let form = rng.pick(&[Family::Helvetica, Family::LiberationSerif, Family::FreeSans]);
    let machine = rng.pick(&[Family::Courier, Family::FreeMono, Family::LiberationMono]);
    let mut sheet = Sheet::letter(form);
    let faces = Faces {
        print: Face::regular(form),
        heavy: Face::bold(form),
        typed: Face::regular(machine),
    };
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    letterhead(&mut sheet, rng, &faces);
    let noticed = Date {
        year: rng.between(1990, 2002),
        month: rng.between(1, 12),
        day: rng.between(1, 28),
    };
    let approved = rng.chance(0.5);
    let admitted = approved && matches!(case.form_code, "I-129" | "I-539" | "I-765");
    let y = table(&mut sheet, rng, case, &faces, &mut truth, &noticed);
    let y = address(&mut sheet, rng, case, &faces, &mut truth, y, approved);
    body(
        &mut sheet,
        rng,
        &faces,
        &mut truth,
        y,
        [approved, admitted],
        &noticed,
    );
    foot(&mut sheet, rng, &faces);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Department, service, and the name of the form.
fn letterhead(sheet: &mut Sheet, rng: &mut Rng, faces: &Faces) {
    sheet.write(faces.print, 8.5, 48.0, 44.0, "U.S. Department of Justice");
    sheet.write(
        faces.print,
        8.5,
        48.0,
        55.0,
        "Immigration and Naturalization Service",
    );
    sheet.flush_right(faces.heavy, 14.0, 564.0, 52.0, "Notice of Action");
    sheet.rule(48.0, 564.0, 62.0, 1.4);
    let banner = rng.pick(&[
        "THE UNITED STATES OF AMERICA",
        "T H E   U N I T E D   S T A T E S",
    ]);
    sheet.centred(faces.heavy, 10.0, 306.0, 76.0, banner);
}

/// The cells of the table, three to a row.
fn cells(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, noticed: &Date) -> Vec<Row> {
    let prefix = rng.pick(&["EAC", "WAC", "LIN", "SRC"]);
    let receipt = case::receipt(rng, prefix, noticed.year);
    truth.prints_receipt(&receipt);
    let received = noticed.later(-1, 3);
    let alien = words::alien(rng, &words::subject(case).a_number);
    truth.prints_a_number(&words::subject(case).a_number);
    let (filer, other) = words::note_people(case, truth, true);
    truth.fields.received_date = Some(words::typed(&received));
    truth.fields.notice_date = Some(words::typed(noticed));
    truth.fields.case_type = Some(case.form_code.into());
    let tail = rng.pick(&["NUMBER", "NO.", "NUMBER (refer to this in any inquiry)"]);
    let who = if case.is_petition { "" } else { &alien };
    let mut cells = vec![
        row(&format!("RECEIPT {tail}"), &words::dashed(&receipt)),
        row("CASE TYPE", &format!("{} {}", case.form_code, case.title)),
        row("DATE RECEIVED", &words::typed(&received)),
        row(
            &format!("{} {who}", words::role(case).to_uppercase()),
            &filer,
        ),
        row(
            rng.pick(&["NOTICE DATE", "DATE OF NOTICE", "DATE OF THIS ACTION"]),
            &words::typed(noticed),
        ),
    ];
    if case.is_petition {
        cells.push(row(&format!("BENEFICIARY {alien}"), &other));
    } else {
        cells.push(row("PAGE", "1 of 1"));
    }
    cells
}

/// The ruled table; returns where it ends.
fn table(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    faces: &Faces,
    truth: &mut NoticeTruth,
    noticed: &Date,
) -> f32 {
    let (middle, height) = (rng.uniform(225.0, 285.0), rng.uniform(32.0, 40.0));
    let drift = rng.uniform(-1.5, 2.5);
    for (index, (label, value)) in cells(rng, case, truth, noticed).iter().enumerate() {
        let top = 86.0 + height * (index / 2) as f32;
        let (left, right) = if index % 2 == 0 {
            (48.0, middle)
        } else {
            (middle, 564.0)
        };
        sheet.frame([left, top, right, top + height], 0.6);
        sheet.write(faces.print, 6.2, left + 4.0, top + 8.5, label);
        let at = [left + 7.0 + drift, top + height - 8.0 + drift];
        squeeze(sheet, faces.typed, 9.5, at, right - left - 14.0, value);
    }
    86.0 + height * 3.0
}

/// Address at the left, type and fee at the right; returns where they end.
fn address(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    faces: &Faces,
    truth: &mut NoticeTruth,
    top: f32,
    approved: bool,
) -> f32 {
    let y = top + 34.0;
    let name = case.filer.name();
    for (step, text) in [&name, &case.address[0], &case.address[1]]
        .iter()
        .enumerate()
    {
        sheet.write(
            faces.typed,
            9.5,
            72.0,
            y + 11.5 * step as f32,
            &text.to_uppercase(),
        );
    }
    let kind = if approved {
        "APPROVAL NOTICE"
    } else {
        "RECEIPT NOTICE"
    };
    truth.fields.notice_type = Some(kind.into());
    let fee = words::money(rng);
    truth.fields.amount = Some(fee.clone());
    let mut right = vec![
        format!("NOTICE TYPE: {kind}"),
        format!("FEE RECEIVED: {fee}"),
    ];
    if rng.chance(0.7) {
        let label = rng.pick(&["TREASURY ACCOUNT", "DEPOSIT ACCT NO.", "FEE ACCOUNT NUMBER"]);
        right.push(format!("{label}: {}", rng.digits(12)));
    }
    if rng.chance(0.5) {
        right.push(format!("CASHIER'S TAPE: {}", words::reference(rng)));
    }
    for (step, text) in right.iter().enumerate() {
        squeeze(
            sheet,
            faces.typed,
            9.0,
            [330.0, y - 10.0 + 12.0 * step as f32],
            234.0,
            text,
        );
    }
    y + 60.0
}

/// Standing paragraphs, which the word processor put in by number.
const STANDING: &[&str] = &[
    "PARA 14. THE FILING OF A PAPER DOES NOT OF ITSELF GIVE ANYONE THE RIGHT TO WORK OR TO STAY.",
    "PARA 22. AN ALIEN WHO LEAVES WITHOUT ADVANCE PAROLE IS TAKEN TO HAVE GIVEN UP THE CASE.",
    "PARA 31. BRING THIS SHEET AND A STAMPED ENVELOPE IF YOU CALL AT THE COUNTER. WINDOWS 3 TO 7 \
        OPEN AT 7:30 A.M. NUMBERS ARE HANDED OUT AT THE DOOR AND DO NOT KEEP OVERNIGHT.",
    "PARA 40. CHECKS ARE TAKEN SUBJECT TO COLLECTION. A CHECK THAT THE BANK SENDS BACK VOIDS THIS \
        RECEIPT, AND A CHARGE OF $30.00 WILL BE LEVIED.",
    "PARA 57. RELATIVES ABROAD SHOULD AWAIT WORD FROM THE CONSUL AND NOT GIVE UP HOUSE OR POST.",
];

/// The typed body.
fn body(
    sheet: &mut Sheet,
    rng: &mut Rng,
    faces: &Faces,
    truth: &mut NoticeTruth,
    top: f32,
    [approved, admitted]: [bool; 2],
    noticed: &Date,
) {
    let mut texts = Vec::new();
    if approved && !admitted {
        texts.push(
            "THE ABOVE HAS BEEN APPROVED. THE FILE GOES TO RECORDS. NOTHING MORE IS \
            WANTED FROM YOU."
                .to_string(),
        );
    } else if approved {
        let end = words::typed(&noticed.later(12, 0));
        let class = rng.pick(&["H1B", "L1A", "F1", "B2", "E2"]);
        texts.push(format!(
            "THE ABOVE HAS BEEN APPROVED. CLASS: {class}. VALID FROM {} TO {end}.",
            words::typed(noticed)
        ));
        truth.fields.class = Some(class.into());
        truth.fields.valid_from = Some(words::typed(noticed));
        truth.fields.valid_to = Some(end);
    } else {
        let days = rng.between(60, 180);
        texts.push(format!(
            "YOUR PAPERS AND FEE ARE IN HAND. FIGURE ON {} TO {days} DAYS BEFORE \
            YOU HEAR FROM US. KINDLY DO NOT WRITE OR CALL SOONER.",
            days - 30
        ));
    }
    texts.push(
        "KEEP THIS SHEET. A COPY WILL NOT BE FURNISHED. IF YOU MOVE, FILE FORM AR-11 \
        WITHIN TEN DAYS."
            .into(),
    );
    if rng.chance(0.6) {
        texts.push(format!(
            "CUSTOMERS WITH A CHARGE ACCOUNT AT THE CASHIER: YOUR CHARGE ACCOUNT \
            NUMBER IS {}.",
            rng.digits(charge_digits(approved))
        ));
    }
    if rng.chance(0.5) {
        texts.push(format!(
            "SOCIAL SECURITY NO. ON FILE: {}-{}-{}.",
            rng.between(100, 699),
            rng.between(10, 99),
            rng.digits(4)
        ));
    }
    for text in STANDING {
        if rng.chance(0.6) {
            texts.push(text.to_string());
        }
    }
    let mut y = top + 12.0;
    for text in texts {
        y = sheet.paragraph(faces.typed, 10.0, 60.0, y, 492.0, &text) + 9.0;
    }
}

/// Charge accounts had ten digits for receipts, twelve for approvals.
fn charge_digits(approved: bool) -> usize {
    if approved { 12 } else { 10 }
}

/// Office, telephone and edition of the form.
fn foot(sheet: &mut Sheet, rng: &mut Rng, faces: &Faces) {
    let office = rng.pick(&words::OFFICES[..3]);
    sheet.write(
        faces.print,
        7.5,
        48.0,
        690.0,
        "IMMIGRATION & NATURALIZATION SERVICE",
    );
    for (step, text) in office.iter().enumerate() {
        sheet.write(
            faces.print,
            7.5,
            48.0,
            700.0 + 10.0 * step as f32,
            &text.to_uppercase(),
        );
    }
    let line = format!("Customer Service Telephone: {}", words::phone(rng));
    sheet.write(faces.heavy, 7.5, 48.0, 732.0, &line);
    let edition = rng.pick(&["(Rev. 09/07/93)N", "(Rev. 01/06/88)", "(10/01/91)Y"]);
    sheet.flush_right(
        faces.print,
        7.0,
        564.0,
        748.0,
        &format!("Form I-797 {edition}"),
    );
    sheet.centred(
        faces.heavy,
        7.0,
        306.0,
        748.0,
        "PLEASE SEE THE ADDITIONAL INFORMATION ON BACK",
    );
}
