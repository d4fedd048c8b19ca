//! A decision with a legal caption: a column of parentheses, numbers at its right, footnotes.
use super::kit::*;
use super::prose::{self, Body};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const OWN: &[&str] = &[
    "{R}'S USCIS ONLINE ACCT NO.",
    "USCIS ONLINE ACCT, {R}",
    "ONLINE ACCT NO. OF {R}",
    "USCIS ONLINE ACCT NO.",
    "{R} ONL. ACCT (USCIS)",
];

const NOTES: &[&str] = &[
    "The {r}'s USCIS online account number, as held by this office, is #.",
    "Filed through the {r}'s own USCIS online account, no. #.",
    "USCIS Online Account Number of the {r}: #.",
    "The {r} holds USCIS online account #; notices are also posted there.",
];

/// The caption: parties left, parentheses, numbers right; returns the next baseline.
fn caption(
    sheet: &mut Sheet,
    faces: [Face; 2],
    left: &[String],
    right: &[(String, String)],
    top: f32,
    (pitch, mark): (f32, &str),
) -> f32 {
    let count = left.len().max(right.len());
    for line in 0..count {
        let y = top + pitch * line as f32;
        if let Some(text) = left.get(line) {
            fitted(sheet, faces[0], 9.6, [60.0, y, 222.0], text);
        }
        sheet.write(faces[0], 9.6, 288.0, y, mark);
        if let Some((label, value)) = right.get(line) {
            let x = sheet.write(faces[0], 8.6, 302.0, y, &format!("{label}: "));
            fitted(sheet, faces[1], 9.4, [x + 2.0, y, 554.0 - x], value);
        }
    }
    top + pitch * count as f32
}

/// The parties at the left of the caption.
fn parties(case: &Case, truth: &mut NoticeTruth) -> Vec<String> {
    let name = case.filer.name();
    let other = case.beneficiary.name();
    note_people(truth, case, &name, Some(&other));
    let mut lines = vec![
        "IN THE MATTER OF".to_string(),
        String::new(),
        name,
        String::new(),
    ];
    lines[3] = format!("          {}", role(case));
    if case.is_petition {
        lines.extend([
            "ON BEHALF OF".to_string(),
            other,
            "          BENEFICIARY".to_string(),
        ]);
    }
    lines
}

/// The numbers at the right of the caption.
fn numbers(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let subject = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let receipt = receipt_text(rng, case, truth);
    let a_number = a_text(rng, &subject.a_number, truth);
    truth.fields.case_type = some(case.form_code);
    vec![
        (
            rng.pick(&["FILE NO.", "A-FILE", "A-NO."]).to_string(),
            a_number,
        ),
        (
            rng.pick(&["RECEIPT NO.", "RECEIPT", "CASE ID"]).to_string(),
            receipt,
        ),
        ("FORM".to_string(), case.form_code.to_string()),
    ]
}

/// The body's paragraphs; a trap may stand among them.
fn paragraphs(rng: &mut Rng, case: &Case, mark: bool) -> Vec<String> {
    let filer = if case.is_petition {
        "petitioner"
    } else {
        "applicant"
    };
    let mark = if mark { " (1)" } else { "" };
    let mut parts = vec![
        format!(
            "The {filer} filed the above form{mark} on {}. After review of the record it is the \
                 decision of this office to deny it.",
            case.received.long()
        ),
        format!(
            "The {filer} bears the burden of proof. The evidence does not show, by a \
                 preponderance, that each condition was met when the form was filed. See 8 CFR \
                 103.2(b)(1)."
        ),
        format!(
            "A request for evidence was sent. The answer did not contain the documents that \
                 were asked for. The {filer} did not say why."
        ),
    ];
    let other = case::account(rng);
    let trap = match rng.below(4) {
        0 => format!(
            "The record also holds an earlier petition by a former employer, whose online \
                      account (No. {other}) is closed. That petition was withdrawn."
        ),
        1 => format!(
            "The {filer} submitted statements of a bank account, No. {other}, which show \
                      an average balance of $1,204.11."
        ),
        2 => format!(
            "The parcel with the answer (airbill {other}) was delivered on time but was \
                      empty."
        ),
        _ => format!(
            "The visa case was held at the National Visa Center under {}{}{}.",
            rng.pick(&["GUZ", "MNL", "CDJ", "BGT"]),
            case.received.year - 2,
            rng.digits(6)
        ),
    };
    if rng.chance(0.75) {
        parts.push(trap);
    }
    parts.push(
        "A motion or an appeal may be filed on Form I-290B within 30 days of this decision \
                (33 days if it was mailed). Without one the decision is final."
            .to_string(),
    );
    parts
}

/// Foot of page one: rule and notes.
fn notes(sheet: &mut Sheet, face: Face, notes: &[String], top: f32) {
    sheet.rule(60.0, 200.0, top, 0.5);
    let mut y = top + 11.0;
    for (place, note) in notes.iter().enumerate() {
        y = sheet.paragraph(
            face,
            7.8,
            60.0,
            y,
            492.0,
            &format!("({}) {note}", place + 1),
        ) + 2.0;
    }
}

/// The second page: general paragraphs and a list of copies.
fn second(rng: &mut Rng, case: &Case, family: Family) -> Sheet {
    let face = Face::regular(family);
    let mut sheet = Sheet::letter(family);
    sheet.write(
        face,
        8.5,
        60.0,
        46.0,
        &format!("{}  {}", case.receipt, case.form_code),
    );
    sheet.flush_right(face, 8.5, 552.0, 46.0, "PAGE 2 OF 2");
    sheet.rule(60.0, 552.0, 51.0, 0.6);
    let body = Body {
        face,
        size: 9.6,
        left: 60.0,
        measure: 492.0,
        capitals: false,
    };
    let y = prose::general(&mut sheet, rng, &body, 76.0, 600.0);
    sheet.write(face, 9.6, 60.0, y + 18.0, "FOR THE DIRECTOR");
    sheet.rule(60.0, 240.0, y + 54.0, 0.5);
    sheet.write(
        face,
        8.5,
        60.0,
        y + 64.0,
        rng.pick(&["CHIEF, ADJ. BRANCH II", "FIELD OFFICE DIRECTOR"]),
    );
    let copy = format!("CC: {}, {}", case.attorney.0, case.attorney.1);
    sheet.write(face, 8.5, 60.0, y + 90.0, &copy);
    sheet
}

/// Draws the decision.
pub(super) fn decision(rng: &mut Rng, case: &Case) -> Drawing {
    let family = if rng.chance(0.6) {
        serif(rng)
    } else {
        Family::Courier
    };
    let faces = [Face::regular(family), Face::bold(family)];
    let mut truth = NoticeTruth::default();
    let mut sheet = Sheet::letter(family);
    let place = office(rng);
    sheet.centred(
        faces[1],
        11.0,
        306.0,
        46.0,
        "U.S. DEPARTMENT OF HOMELAND SECURITY",
    );
    sheet.centred(
        faces[0],
        9.5,
        306.0,
        58.0,
        "CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    sheet.centred(
        faces[0],
        9.0,
        306.0,
        70.0,
        &format!("{}, {}, {}", place[0], place[1], place[2]),
    );
    let noticed = date_text(&case.noticed, rng.pick(&[1, 1, 2]));
    truth.fields.notice_date = some(&noticed);
    let dated = if rng.chance(0.5) {
        format!("DATE: {noticed}")
    } else {
        noticed
    };
    sheet.write(faces[0], 10.0, 60.0, 98.0, &dated);
    let left = parties(case, &mut truth);
    let mut right = numbers(rng, case, &mut truth);
    let own = own(rng, case);
    let value = own_value(rng, case, &mut truth, own);
    let noted = own == Own::Filled && rng.chance(0.5);
    if own != Own::Nothing && !noted {
        let place = rng.below(right.len()) + 1;
        right.insert(place, (worded(rng, OWN, case), value.clone()));
    }
    if rng.chance(0.3) && case.noticed.year > 2012 {
        let digits = case::account(rng);
        truth.prints_representative_account(&digits);
        right.push(("COUNSEL'S ONLINE ACCT NO.".into(), digits));
    }
    let set = (
        rng.uniform(13.0, 16.0),
        rng.pick(&[")", ")", ":", "|", "*"]),
    );
    let mut y = caption(&mut sheet, faces, &left, &right, 124.0, set) + 12.0;
    let kind = rng.pick(&["DECISION", "NOTICE OF DECISION", "NOTICE OF DENIAL"]);
    truth.fields.notice_type = some(kind);
    sheet.centred(faces[1], 12.0, 306.0, y, kind);
    y += 22.0;
    for text in paragraphs(rng, case, noted) {
        y = sheet.paragraph(faces[0], 10.0, 60.0, y, 492.0, &text) + 8.0;
    }
    truth.fields.received_date = some(case.received.long());
    if rng.chance(0.6) {
        let text = talk(rng);
        y = sheet.paragraph(faces[0], 10.0, 60.0, y, 492.0, text) + 8.0;
    }
    let body = Body {
        face: faces[0],
        size: 10.0,
        left: 60.0,
        measure: 492.0,
        capitals: false,
    };
    prose::general(&mut sheet, rng, &body, y, if noted { 650.0 } else { 690.0 });
    if noted {
        let filer = if case.is_petition {
            "petitioner"
        } else {
            "applicant"
        };
        let first = rng.pick(NOTES).replace("{r}", filer).replace('#', &value);
        let other = "Citations are to the regulations in force on the date of filing.".to_string();
        notes(&mut sheet, faces[0], &[first, other], 690.0);
    }
    let two = rng.chance(0.5);
    sheet.centred(
        faces[0],
        8.0,
        306.0,
        752.0,
        if two { "PAGE 1 OF 2" } else { "WWW.USCIS.GOV" },
    );
    let mut sheets = vec![sheet];
    if two {
        sheets.push(second(rng, case, family));
    }
    Drawing { sheets, truth }
}
