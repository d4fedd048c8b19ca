//! An approval with a departure record to tear off: colons, thin rules, microprint.
use super::kit::*;
use super::prose::{self, Body};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Face;

const OWN: &[&str] = &[
    "USCIS Online Acct",
    "{T} USCIS Acct No.",
    "{S} Online Acct No.",
    "USCIS Online Acct ID",
    "Online Acct ({T})",
    "USCIS OL Account #",
];

/// Form, title and classes of the case on this design.
fn kind_of(rng: &mut Rng, case: &Case) -> (&'static str, &'static str, &'static str) {
    if case.is_petition {
        let class = rng.pick(&["H1B", "L1A", "O1A", "TN", "H1B1"]);
        ("I-129", "PETITION FOR A NONIMMIGRANT WORKER", class)
    } else {
        let class = rng.pick(&["F1", "B2", "H4", "L2"]);
        (
            "I-539",
            "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS",
            class,
        )
    }
}

/// A strip of microprint.
fn microprint(sheet: &mut Sheet, face: Face, y: f32) {
    let words = "THE UNITED STATES OF AMERICA USCIS ";
    let count = (528.0 / face.width(words, 2.4)) as usize;
    sheet.write_shaded(face, 2.4, 42.0, y, &words.repeat(count), 0.3);
}

/// Two columns of "label: value" lines on thin rules.
fn pairs(
    sheet: &mut Sheet,
    faces: [Face; 2],
    top: f32,
    lines: &[(String, String)],
    ruled: bool,
    columns: usize,
) -> f32 {
    let rows = lines.len().div_ceil(columns);
    for (place, (label, value)) in lines.iter().enumerate() {
        let left = 42.0 + 270.0 * (place / rows) as f32;
        let y = top + 15.0 * (place % rows) as f32;
        fitted(sheet, faces[0], 8.0, [left, y, 101.0], &format!("{label}:"));
        fitted(sheet, faces[1], 9.0, [left + 108.0, y, 146.0], value);
        if ruled {
            sheet.rule(left, left + 256.0, y + 3.5, 0.25);
        }
    }
    top + 15.0 * rows as f32
}

/// The lines of the upper part.
fn lines(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    kind: &str,
    form: (&'static str, &'static str, &'static str),
) -> Vec<(String, String)> {
    let pair = |a: &str, b: &str| (a.to_string(), b.to_string());
    let received = case.received.numeric();
    let noticed = case.noticed.numeric();
    truth.fields.received_date = some(&received);
    truth.fields.notice_date = some(&noticed);
    truth.fields.class = some(form.2);
    let receipt = receipt_text(rng, case, truth);
    let name = case.filer.listed();
    let other = case.beneficiary.listed();
    note_people(truth, case, &name, Some(&other));
    let mut lines = vec![
        pair("Receipt No.", &receipt),
        pair("Case Type", form.0),
        pair(rng.pick(&["Received", "Received Date"]), &received),
        pair("Notice Date", &noticed),
        pair("Notice Type", kind),
        pair("Class", form.2),
        pair(
            if case.is_petition {
                "Petitioner"
            } else {
                "Applicant"
            },
            &name,
        ),
    ];
    if case.is_petition {
        lines.push(pair("Beneficiary", &other));
        if rng.chance(0.4) {
            lines.push(pair(
                "FEIN",
                &format!("{}-{}", rng.digits(2), rng.digits(7)),
            ));
        }
        if rng.chance(0.5) {
            let number = format!("I-200-{}-{}", rng.digits(5), rng.digits(6));
            lines.push(pair("ETA Case No.", &number));
        }
    } else {
        lines.push(("A-Number".into(), a_text(rng, &case.filer.a_number, truth)));
        if form.2 == "F1" {
            lines.push(pair("SEVIS No.", &format!("N{}", rng.digits(10))));
        }
    }
    if rng.chance(0.5) {
        lines.push(pair(
            rng.pick(&["Pay.gov Tracking", "Payment Ref."]),
            &rng.digits(12),
        ));
    }
    if rng.chance(0.4) && case.noticed.year > 2012 {
        let digits = case::account(rng);
        truth.prints_representative_account(&digits);
        lines.push(pair(
            rng.pick(&["Attorney Online Acct", "Rep. Online Acct"]),
            &digits,
        ));
    }
    let own = own(rng, case);
    if own != Own::Nothing {
        let value = own_value(rng, case, truth, own);
        let label = worded(rng, OWN, case)
            .replace("PET ", "Pet. ")
            .replace("APPL ", "Appl. ");
        let place = rng.below(lines.len()) + 1;
        lines.insert(place, (label, value));
    }
    lines
}

/// The departure record below the tear line.
fn record(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    faces: [Face; 2],
    spell: [&str; 2],
    i94: &str,
    class: &str,
) {
    let top = 606.0;
    tear(sheet, top);
    sheet.centred(
        faces[0],
        6.5,
        306.0,
        top - 4.0,
        "Detach This Half for Personal Records",
    );
    let whose = &case.beneficiary;
    let look = Look {
        label: faces[0],
        label_size: 6.2,
        value: faces[1],
        value_size: 9.4,
        weight: 0.6,
    };
    sheet.write(
        faces[0],
        7.0,
        42.0,
        top + 14.0,
        &format!("Receipt No. {}", case.receipt),
    );
    sheet.flush_right(faces[1], 8.0, 570.0, top + 14.0, "I-94 DEPARTURE RECORD");
    let first = [
        cell(1.0, "I-94#", i94),
        cell(1.0, "Valid From", spell[0]),
        cell(1.0, "Until", spell[1]),
        cell(0.6, "Class", class),
    ];
    row(sheet, &look, [42.0, top + 20.0, 570.0, top + 46.0], &first);
    let second = [
        cell(1.0, "14. Family Name", whose.family.clone()),
        cell(1.0, "15. First (Given) Name", whose.given.clone()),
        cell(0.7, "16. Date of Birth", whose.born.numeric()),
        cell(
            0.9,
            "17. Country",
            rng.pick(&["INDIA", "BRAZIL", "FRANCE", "GHANA"]),
        ),
    ];
    row(sheet, &look, [42.0, top + 46.0, 570.0, top + 72.0], &second);
    let mail = [
        whose.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    let mail: Vec<&str> = mail.iter().map(String::as_str).collect();
    addressee(sheet, faces[0], 9.0, [60.0, top + 94.0], &mail);
    sheet.write(faces[0], 7.0, 42.0, 752.0, "Form I-797A (Rev. 10/31/05) N");
}

/// Draws the approval with its record.
pub(super) fn tearoff(rng: &mut Rng, case: &Case) -> Drawing {
    let family = if rng.chance(0.5) {
        serif(rng)
    } else {
        sans(rng)
    };
    let faces = [Face::regular(family), Face::bold(family)];
    let mut truth = NoticeTruth {
        form: "I-797A".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    sheet.centred(faces[1], 13.0, 306.0, 40.0, "THE UNITED STATES OF AMERICA");
    microprint(&mut sheet, faces[0], 46.0);
    sheet.write(faces[0], 8.5, 42.0, 60.0, "Department of Homeland Security");
    sheet.flush_right(faces[1], 8.5, 570.0, 60.0, "I-797A, Notice of Action");
    microprint(&mut sheet, faces[0], 66.0);
    let kind = rng.pick(&["Approval Notice", "APPROVAL NOTICE"]);
    truth.fields.notice_type = some(kind);
    let form = kind_of(rng, case);
    truth.fields.case_type = some(form.0);
    fitted(
        &mut sheet,
        faces[1],
        9.5,
        [42.0, 84.0, 528.0],
        &format!("{} {}", form.0, form.1),
    );
    let list = lines(rng, case, &mut truth, kind, form);
    let ruled = rng.chance(0.6);
    let columns = rng.pick(&[1, 2, 2]);
    let y = pairs(&mut sheet, faces, 104.0, &list, ruled, columns) + 6.0;
    let from = case.noticed.later(0, 5);
    let until = case.noticed.later(rng.pick(&[6, 12, 24, 35]), 0);
    let from = from.numeric();
    let until = until.numeric();
    truth.fields.valid_from = some(&from);
    truth.fields.valid_to = some(&until);
    sheet.write(
        faces[1],
        9.5,
        312.0,
        y + 10.0,
        &format!("Valid from {from} to {until}"),
    );
    bars(
        &mut sheet,
        case,
        Symbology::Code39,
        [312.0, y + 20.0],
        0.9,
        26.0,
    );
    let mail = case.filer.name();
    let mail = [
        mail.as_str(),
        case.address[0].as_str(),
        case.address[1].as_str(),
    ];
    addressee(&mut sheet, faces[0], 10.0, [60.0, y + 22.0], &mail);
    let mut y = sheet.paragraph(
        faces[0],
        9.2,
        42.0,
        y + 78.0,
        528.0,
        "The above case is approved. The person named below may remain for the period shown on the \
         tear-off record, which replaces any earlier Form I-94. Keep the record with the passport.",
    );
    if rng.chance(0.6) {
        let text = talk(rng);
        y = sheet.paragraph(faces[0], 9.2, 42.0, y + 6.0, 528.0, text);
    }
    let body = Body {
        face: faces[0],
        size: 8.4,
        left: 42.0,
        measure: 528.0,
        capitals: false,
    };
    prose::general(&mut sheet, rng, &body, y + 8.0, 560.0);
    let place = office(rng);
    let foot = format!("{}  {}  {}  {}", place[0], place[1], place[2], place[3]);
    sheet.write(faces[0], 7.5, 42.0, 584.0, &foot);
    let i94 = format!("{} {:02}", rng.digits(9), rng.below(20));
    truth.fields.i94_number = some(&i94);
    record(&mut sheet, rng, case, faces, [&from, &until], &i94, form.2);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
