//! A lockbox's rejection: reasons ticked in a ruled list, the returned payment in a table.
use super::kit::*;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const OWN: &[&str] = &[
    "USCIS Online Acct No. stated on your form",
    "Your USCIS online account no. (if any)",
    "{T}'s USCIS Online Acct. No.",
    "USCIS Online Account No. of {T}",
    "{T} Online Account No. (from form)",
];

const REASONS: &[&str] = &[
    "The form is not signed, or the signature is not original.",
    "The fee is missing or in the wrong amount.",
    "The check or money order is not made out to U.S. Department of Homeland Security.",
    "The edition of the form is no longer accepted.",
    "Pages are missing. All pages must be of the same edition.",
    "The form was sent to the wrong location.",
    "A required answer is blank (family name, address, date of birth).",
    "Form G-28 is not signed, or the Online Account Number in its Part 1 is illegible.",
    "You are not eligible to file now; no visa number is available.",
    "The bank returned the payment unpaid.",
];

/// The list of reasons; at least one is ticked.
fn reasons(sheet: &mut Sheet, rng: &mut Rng, face: Face, top: f32) -> f32 {
    let sure = rng.below(REASONS.len());
    let mut y = top;
    for (place, text) in REASONS.iter().enumerate() {
        let ticked = place == sure || rng.chance(0.15);
        sheet.frame([42.0, y, 66.0, y + 15.0], 0.5);
        sheet.frame([66.0, y, 570.0, y + 15.0], 0.5);
        tick(sheet, face, 50.0, y + 11.0, ticked);
        sheet.write(
            face,
            8.8,
            71.0,
            y + 10.8,
            &format!("{:02}  {text}", place + 1),
        );
        y += 15.0;
    }
    y
}

/// The table of the returned payment; its account numbers belong to a bank.
fn payment(sheet: &mut Sheet, rng: &mut Rng, truth: &mut NoticeTruth, face: Face, top: f32) -> f32 {
    let look = Look {
        label: face,
        label_size: 6.4,
        value: Face::regular(Family::Courier),
        value_size: 9.4,
        weight: 0.6,
    };
    let amount = fee(rng);
    truth.fields.amount = some(&amount);
    let cells = [
        cell(
            0.7,
            "Item returned",
            rng.pick(&["CHECK", "M.O.", "CASHIER CK"]),
        ),
        cell(0.6, "Serial", rng.digits(4)),
        cell(0.9, "ABA routing", rng.digits(9)),
        cell(
            1.2,
            rng.pick(&["Drawn on acct. no.", "Account no. (bank)"]),
            rng.digits(12),
        ),
        cell(0.8, "Amount", amount),
    ];
    row(sheet, &look, [42.0, top, 570.0, top + 25.0], &cells);
    top + 25.0
}

/// A line of the upper part: label, leader dots, value at the tab.
fn entry(sheet: &mut Sheet, faces: [Face; 2], y: &mut f32, label: &str, value: &str, dots: bool) {
    let end = sheet.write(faces[0], 9.2, 42.0, *y, label);
    if dots {
        leader(sheet, faces[0], 9.2, end + 3.0, 266.0, *y);
    } else {
        sheet.write(faces[0], 9.2, end, *y, ":");
    }
    fitted(sheet, faces[1], 9.6, [272.0, *y, 296.0], value);
    *y += 14.2;
}

/// The upper part: the case's numbers.
fn upper(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    faces: [Face; 2],
) -> f32 {
    let dots = rng.chance(0.6);
    let style = rng.pick(&[0, 1]);
    let received = date_text(&case.received, style);
    let noticed = date_text(&case.noticed, style);
    truth.fields.received_date = some(&received);
    truth.fields.notice_date = some(&noticed);
    truth.fields.case_type = some(case.form_code);
    let name = case.filer.listed();
    let other = case.beneficiary.listed();
    note_people(truth, case, &name, Some(&other));
    let receipt = if rng.chance(0.22) {
        "NONE ISSUED".to_string()
    } else {
        receipt_text(rng, case, truth)
    };
    let mut lines = vec![
        (
            rng.pick(&["Receipt No.", "Receipt Number"]).to_string(),
            receipt,
        ),
        (
            "Form".to_string(),
            format!("{} {}", case.form_code, case.title),
        ),
        (
            rng.pick(&["Date Received", "Received at lockbox"])
                .to_string(),
            received,
        ),
        ("Notice Date".to_string(), noticed),
        (
            if case.is_petition {
                "Petitioner"
            } else {
                "Applicant"
            }
            .to_string(),
            name,
        ),
    ];
    if case.is_petition {
        lines.push(("Beneficiary".to_string(), other));
    }
    if rng.chance(0.7) {
        let subject = if case.is_petition {
            &case.beneficiary
        } else {
            &case.filer
        };
        let whose = if case.is_petition {
            "A-Number of beneficiary"
        } else {
            "A-Number on form"
        };
        lines.push((whose.to_string(), a_text(rng, &subject.a_number, truth)));
    }
    let own = own(rng, case);
    if own != Own::Nothing {
        let value = own_value(rng, case, truth, own);
        let place = rng.below(lines.len()) + 1;
        lines.insert(place, (worded(rng, OWN, case), value));
    }
    if rng.chance(0.6) {
        lines.push(("Return parcel no.".to_string(), rng.digits(12)));
    }
    let mut y = 116.0;
    for (label, value) in &lines {
        entry(sheet, faces, &mut y, label, value, dots);
    }
    y
}

/// Draws the rejection.
pub(super) fn reject(rng: &mut Rng, case: &Case) -> Drawing {
    let family = if rng.chance(0.5) {
        sans(rng)
    } else {
        serif(rng)
    };
    let faces = [Face::regular(family), Face::bold(family)];
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let box_office = rng.pick(&[
        "USCIS LOCKBOX  P.O. BOX 805887  CHICAGO IL 60680-4120",
        "USCIS LOCKBOX  P.O. BOX 660867  DALLAS TX 75266-0867",
        "USCIS LOCKBOX  P.O. BOX 21281  PHOENIX AZ 85036-1281",
    ]);
    sheet.write(
        faces[1],
        10.0,
        42.0,
        42.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.write(faces[0], 8.0, 42.0, 53.0, box_office);
    sheet.flush_right(faces[0], 9.0, 570.0, 42.0, "Form I-797C, Notice of Action");
    sheet.flush_right(faces[0], 8.0, 570.0, 53.0, "Page 1 of 1");
    let kind = rng.pick(&[
        "REJECTION NOTICE",
        "Rejection Notice",
        "NOTICE OF REJECTION",
    ]);
    truth.fields.notice_type = some(kind);
    sheet.fill([42.0, 66.0, 570.0, 88.0], 0.88);
    sheet.centred(faces[1], 13.0, 306.0, 82.0, kind);
    let mut y = upper(&mut sheet, rng, case, &mut truth, faces);
    y = sheet.paragraph(
        faces[0],
        9.2,
        42.0,
        y + 10.0,
        528.0,
        "We are returning your form and payment. The filing date was not kept. The reason is \
         ticked below:",
    );
    y = reasons(&mut sheet, rng, faces[0], y);
    y = payment(&mut sheet, rng, &mut truth, faces[0], y + 10.0) + 18.0;
    for text in talks(rng) {
        y = sheet.paragraph(faces[0], 9.0, 42.0, y, 528.0, text) + 4.0;
    }
    y = sheet.paragraph(
        faces[0],
        9.0,
        42.0,
        y,
        528.0,
        "You may file again with the error corrected. Place this notice on top. There is no appeal \
         from a rejection. See 8 CFR 103.2(a)(7).",
    );
    let name = case.filer.name();
    let lines = [
        name.as_str(),
        case.address[0].as_str(),
        case.address[1].as_str(),
    ];
    let base = (y + 44.0).clamp(670.0, 700.0);
    addressee(&mut sheet, faces[0], 10.0, [72.0, base], &lines);
    if !truth.receipt_numbers.is_empty() {
        bars(
            &mut sheet,
            case,
            Symbology::Code128,
            [380.0, base - 10.0],
            0.9,
            26.0,
        );
    }
    sheet.write(
        faces[0],
        7.0,
        42.0,
        752.0,
        rng.pick(&["Form I-797C 08/31/16", "I-797C 04/01/19"]),
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
