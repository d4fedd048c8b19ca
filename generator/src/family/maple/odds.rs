//! A rejection with check boxes, and the Account Access Notice with its Spanish copy.
use super::common::*;
use super::labels;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A rejection of a lockbox: no receipt number, a check list, boxes at the right.
pub(super) fn rejection(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Helvetica, Family::LiberationSerif, Family::FreeSans]);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let bold = Face::bold(family);
    sheet.bold(10.0, 42.0, 44.0, "Department of Homeland Security, USCIS");
    sheet.plain(
        8.5,
        42.0,
        56.0,
        rng.pick(&["Phoenix Lockbox Facility", "Lewisville Lockbox"]),
    );
    sheet.flush_right(bold, 13.0, 570.0, 46.0, "REJECTION NOTICE");
    sheet.flush_right(face, 8.0, 570.0, 58.0, "Form I-797C, Notice of Action");
    sheet.rule(42.0, 570.0, 66.0, 2.0);
    let (post, left) = if rng.chance(0.4) {
        (330.0, 42.0)
    } else {
        (64.0, 310.0)
    };
    let mut y = 96.0;
    for line in addressee(case, rng.chance(0.6), &case.filer.name()) {
        labels::put(&mut sheet, face, 10.0, (post, y), 220.0, &line);
        y += 12.5;
    }
    let low = rejection_boxes(&mut sheet, rng, case, family, left, &mut truth);
    let mut y = low.max(y) + 24.0;
    let intro = format!(
        "We are returning your Form {} with the documents and the payment that you sent. It was \
         not filed, and no receipt number was given. The box or boxes marked X tell why:",
        case.form_code
    );
    y = sheet.paragraph(face, 10.0, 42.0, y, 528.0, &intro) + 8.0;
    y = reasons(&mut sheet, rng, family, y);
    let rest = vec![
        "You may file again. Put this notice on top. Correct what is marked and send the form \
         with the right fee to the address in the instructions."
            .to_string(),
        "Appeals and motions are not possible against a rejection. See 8 CFR 103.2(a)(7)."
            .to_string(),
    ];
    let y = prose(&mut sheet, face, 10.0, (42.0, y + 14.0), 528.0, &rest);
    let item = format!("Parcel {}   Tray {}", twelve(rng), rng.digits(3));
    sheet.write(
        Face::regular(Family::Courier),
        8.5,
        42.0,
        (y + 24.0).min(735.0),
        &item,
    );
    sheet.plain(7.0, 42.0, 762.0, "Form I-797C 04/01/19   Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Boxes at the right, label at the left and value at the right of each; gives the lowest edge.
fn rejection_boxes(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    left: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let face = Face::regular(family);
    let bold = Face::bold(family);
    let date = case.noticed.long();
    let money = format!("${}.00", 5 * rng.between(40, 190));
    let role = filer_role(case);
    let entry = |label: &str, value: &str| (label.to_string(), value.to_string());
    let mut rows = vec![
        entry("Notice date", &date),
        entry("Date received", &case.received.long()),
        entry("Form", case.form_code),
        entry(role, &case.filer.listed()),
        entry("Check returned", &format!("No. {}", rng.digits(4))),
        entry("Amount of check", &money),
        entry("Batch", &format!("{}-{}", rng.digits(4), rng.digits(8))),
    ];
    if rng.chance(0.7) {
        let label = rng.pick(&["Bank account on check", "Bank acct. no.", "Deposit account"]);
        rows.push(entry(label, &twelve(rng)));
    }
    let fate = fate(rng, case, 40, 15);
    if fate != Fate::Absent {
        let label = rng.pick(&[
            "Your USCIS online acct. no.",
            "Online account no. on form",
            "USCIS account number",
        ]);
        let text = account_text(rng, case, truth, fate);
        rows.insert(rng.pick(&[1, 4, 7, rows.len()]), (label.to_string(), text));
    }
    truth.fields.notice_type = Some("REJECTION NOTICE".into());
    truth.fields.notice_date = Some(date);
    truth.fields.received_date = Some(case.received.long());
    truth.fields.case_type = Some(case.form_code.into());
    note_people(truth, case, &case.filer.listed(), None);
    let mut y = 76.0;
    for (label, value) in &rows {
        sheet.frame([left, y, left + 260.0, y + 16.0], 0.5);
        sheet.upright(left + 116.0, y, y + 16.0, 0.5);
        labels::put(sheet, bold, 8.0, (left + 4.0, y + 11.0), 108.0, label);
        labels::put(sheet, face, 9.0, (left + 120.0, y + 11.0), 136.0, value);
        y += 16.0;
    }
    y
}

/// The check list; gives the next free baseline.
fn reasons(sheet: &mut Sheet, rng: &mut Rng, family: Family, top: f32) -> f32 {
    let all = [
        "The payment amount is incorrect, or has not been provided.",
        "The check is not dated, or is older than 365 days.",
        "The form is not signed, or the signature is not an original or a copy of one.",
        "The edition of the form is no longer accepted. See the edition date at its foot.",
        "Pages are missing, or pages come from different editions.",
        "The USCIS Online Account Number field holds letters or more than 12 digits. Leave it \
         empty if you have no account.",
        "The Form G-28 of the attorney is incomplete (attorney's online account number, bar \
         number or signature).",
        "The labor certification is missing or has expired. See 20 CFR 656.30(b).",
        "The visa category was not open on the day on which the form arrived.",
    ];
    let face = Face::regular(family);
    let step_marked = rng.below(all.len() - 2);
    let mut y = top;
    let start = rng.below(all.len());
    for step in 0..all.len() - rng.below(3) {
        let number = (start + step) % all.len();
        let reason = all[number];
        sheet.frame([52.0, y - 8.0, 61.0, y + 1.0], 0.7);
        if step == step_marked || (number != 5 && rng.chance(0.12)) {
            sheet.write(Face::bold(family), 9.0, 53.5, y - 0.4, "X");
        }
        y = sheet.paragraph(face, 9.5, 72.0, y, 490.0, reason) + 4.5;
    }
    y
}

/// The Account Access Notice: a large number in a box, an access code beside it.
pub(super) fn access(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Helvetica, Family::DejaVuSans, Family::Times]);
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let fate = fate(rng, case, 80, 6);
    let number = account_text(rng, case, &mut truth, fate);
    let code = match rng.below(3) {
        0 => rng.digits(12),
        1 => format!("{}-{}-{}", rng.letters(4), rng.digits(4), rng.letters(4)),
        _ => format!("{}{}{}", rng.letters(2), rng.digits(5), rng.letters(3)),
    };
    sheet.bold(16.0, 48.0, 56.0, "Account Access Notice");
    sheet.plain(8.5, 48.0, 69.0, "U.S. Citizenship and Immigration Services");
    sheet.flush_right(face, 8.0, 564.0, 56.0, "Form I-797, Notice of Action");
    let receipt = receipt_text(rng, &mut truth, &case.receipt);
    access_boxes(&mut sheet, rng, case, family, fate, &number, &code);
    access_facts(&mut sheet, rng, case, family, &receipt, &mut truth);
    let mut y = 262.0;
    for line in addressee(case, false, &case.filer.name()) {
        labels::put(&mut sheet, face, 10.0, (66.0, y), 260.0, &line);
        y += 12.5;
    }
    bar(&mut sheet, rng, (350.0, 252.0), 26.0, &case.receipt);
    let texts = access_text(rng, fate);
    prose(&mut sheet, face, 10.0, (48.0, y + 20.0), 516.0, &texts);
    let mut sheets = vec![sheet];
    let both = fate != Fate::Blank && rng.chance(0.5);
    let pages = if both { 2 } else { 1 };
    if both {
        sheets.push(spanish(case, family, &number, &code));
    }
    for (place, sheet) in sheets.iter_mut().enumerate() {
        let foot = format!("{}     {} / {pages}", case.receipt, place + 1);
        sheet.flush_right(face, 8.0, 564.0, 758.0, &foot);
    }
    Drawing { sheets, truth }
}

/// The boxes of the account and of the code.
fn access_boxes(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    fate: Fate,
    number: &str,
    code: &str,
) {
    let face = Face::regular(family);
    let bold = Face::bold(family);
    let mut boxes = Vec::new();
    if fate != Fate::Absent {
        let old = case.noticed.year < 2017;
        let label = if old && rng.chance(0.5) {
            "USCIS ELIS Account Number".to_string()
        } else {
            rng.pick(&[
                "Your USCIS Online Account Number",
                "Your Online Account Number:",
                "USCIS Online Account",
                "YOUR ACCOUNT NUMBER",
                "Online Account ID (yours)",
            ])
            .to_string()
        };
        boxes.push((label, number.to_string()));
    }
    let label = rng.pick(&[
        "Online Access Code",
        "ONLINE ACCESS CODE",
        "One-time Access Code",
    ]);
    boxes.push((label.to_string(), code.to_string()));
    if rng.chance(0.3) {
        boxes.reverse();
    }
    let framed = rng.chance(0.6);
    let wide = 516.0 / boxes.len() as f32;
    for (place, (label, value)) in boxes.iter().enumerate() {
        let left = 48.0 + wide * place as f32;
        if framed {
            sheet.frame([left, 84.0, left + wide - 8.0, 130.0], 1.2);
        } else {
            sheet.rule(left, left + wide - 8.0, 128.0, 0.5);
        }
        labels::put(sheet, face, 9.0, (left + 8.0, 98.0), wide - 24.0, label);
        labels::put(sheet, bold, 16.0, (left + 8.0, 120.0), wide - 24.0, value);
    }
}

/// Receipt, dates and people, each label above its value in two columns without rules.
fn access_facts(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    receipt: &str,
    truth: &mut NoticeTruth,
) {
    let way = rng.pick(&[0, 1]);
    let role = filer_role(case);
    let mut facts = vec![
        ("Receipt Number", receipt.to_string()),
        ("Notice Date", day(way, &case.noticed)),
        (
            "Case Type",
            format!("{} - {}", case.form_code, titled(case)),
        ),
        ("Received Date", day(way, &case.received)),
        (role, case.filer.listed()),
    ];
    if rng.chance(0.7) {
        let number = alien_text(rng, truth, &case.filer);
        facts.push(("Alien Registration Number", number));
    }
    for (place, (label, value)) in facts.iter().enumerate() {
        let x = 48.0 + 270.0 * (place % 2) as f32;
        let y = 150.0 + 31.0 * (place / 2) as f32;
        sheet.write(Face::italic(family), 7.5, x, y, label);
        labels::put(
            sheet,
            Face::regular(family),
            10.0,
            (x, y + 12.0),
            246.0,
            value,
        );
    }
    truth.fields.notice_type = Some("Account Access Notice".into());
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.notice_date = Some(day(way, &case.noticed));
    truth.fields.received_date = Some(day(way, &case.received));
    note_people(truth, case, &case.filer.listed(), None);
}

/// What the notice says.
fn access_text(rng: &mut Rng, fate: Fate) -> Vec<String> {
    let mut texts = vec![
        "We received your form on paper and you can now follow your case online. Go to \
         my.uscis.gov/account, choose the option to sign up with an access code, and type the \
         code exactly as it is printed above. The code ends 90 days after the date of this notice."
            .to_string(),
        "Do not give the access code to anybody who calls or writes to you. If you think that \
         somebody else knows it, tell us at once at 800-375-5283 (TTY 800-767-1833)."
            .to_string(),
    ];
    texts.push(if fate == Fate::Absent {
        "Your online account number does not appear on this notice. You find it in your profile \
         after your first sign-in. The access code is not the account number."
            .to_string()
    } else {
        "Write your account number on the next form that you send on paper. It does not change. \
         The access code is not the account number."
            .to_string()
    });
    if rng.chance(0.5) {
        texts.push(
            "Your attorney or accredited representative has an account of his or her own with a \
             number of its own. Do not write that number on your forms."
                .to_string(),
        );
    }
    texts
}

/// The courtesy copy in Spanish.
fn spanish(case: &Case, family: Family, number: &str, code: &str) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    sheet.bold(14.0, 48.0, 56.0, "Aviso de acceso a la cuenta");
    sheet.plain(
        8.5,
        48.0,
        70.0,
        "Copia de cortesía. El texto en inglés es el oficial.",
    );
    let mut rows = vec![("Número de recibo:", case.receipt.as_str())];
    if !number.is_empty() {
        rows.push(("Su número de cuenta en línea de USCIS:", number));
    }
    rows.push(("Código de acceso en línea:", code));
    let mut y = 104.0;
    for (label, value) in rows {
        sheet.bold(10.0, 48.0, y, label);
        sheet.plain(10.5, 300.0, y, value);
        y += 18.0;
    }
    let texts: Vec<String> = [
        "Recibimos su formulario en papel y usted puede seguir su caso en línea. Visite \
         my.uscis.gov/account y escriba el código de acceso tal como está impreso. El código \
         vence a los 90 días de la fecha de este aviso.",
        "No comparta el código con nadie. Si necesita ayuda, llame al 800-375-5283.",
    ]
    .iter()
    .map(|text| text.to_string())
    .collect();
    prose(&mut sheet, face, 10.0, (48.0, y + 16.0), 516.0, &texts);
    sheet
}
