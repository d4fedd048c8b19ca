//! A biometrics appointment: a tight grid with codes, an office block, a stamp box.
use super::kit::*;
use super::prose::{self, Body};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const OWN: &[&str] = &[
    "USCIS ACCT NO.",
    "USCIS ACCOUNT #",
    "ACCT NO. (USCIS ONLINE)",
    "USCIS ONLINE ACCT",
    "ONL ACCT NO.",
    "USCIS OAN",
];

/// Support centers: name, street, city.
const CENTERS: &[[&str; 3]] = &[
    [
        "USCIS ATLANTA",
        "1255 COLLIER ROAD NW SUITE 100",
        "ATLANTA GA 30318-1042",
    ],
    [
        "USCIS OMAHA",
        "13822 WEST MAPLE ROAD",
        "OMAHA NE 68164-2430",
    ],
    [
        "USCIS FRESNO",
        "4893 EAST KINGS CANYON ROAD",
        "FRESNO CA 93727-3811",
    ],
    [
        "USCIS PHILADELPHIA",
        "10300 DRUMMOND ROAD STE 100",
        "PHILADELPHIA PA 19154-3804",
    ],
    [
        "USCIS TUCSON",
        "1835 SOUTH ALVERNON WAY",
        "TUCSON AZ 85711-7601",
    ],
];

/// The grid's rows of the case.
fn rows(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Vec<Cell>> {
    let style = rng.pick(&[0, 0, 4]);
    let noticed = date_text(&case.noticed, style);
    truth.fields.notice_date = some(&noticed);
    let receipt = receipt_text(rng, case, truth);
    let a_number = a_text(rng, &case.filer.a_number, truth);
    let form = rng.pick(&["I-485", "I-90", "I-765", "I-539", "N-400", "I-751"]);
    truth.fields.case_type = some(form);
    let own = own(rng, case);
    let social = if rng.chance(0.4) {
        format!("{}-{}-{}", rng.digits(3), rng.digits(2), rng.digits(4))
    } else {
        String::new()
    };
    let first = vec![
        cell(
            1.3,
            rng.pick(&["APPLICATION/PETITION NO.", "APPL NO.", "RECEIPT NO."]),
            receipt,
        ),
        cell(0.8, "CASE TYPE", form),
        cell(0.9, "NOTICE DATE", noticed),
    ];
    let mut second = vec![
        cell(1.1, "SSN", social),
        cell(1.0, rng.pick(&["USCIS A#", "A#", "ALIEN NO."]), a_number),
        cell(0.35, "CODE", rng.pick(&["1", "2", "3"])),
        cell(0.5, "SVC CTR", rng.pick(&["NSC", "TSC", "CSC", "MSC"])),
        cell(0.5, "PG", "1 OF 1"),
    ];
    if own != Own::Nothing {
        let value = own_value(rng, case, truth, own);
        let place = rng.pick(&[0, 1, 1, 2]);
        second.insert(place, cell(1.15, worded(rng, OWN, case), value));
    } else if rng.chance(0.6) {
        let label = rng.pick(&["TCN (FBI)", "FD-258 CONTROL NO.", "BIO TRANS NO."]);
        second.insert(1, cell(1.15, label, rng.digits(12)));
    }
    let mut rows = vec![first, second];
    if rng.chance(0.5) {
        rows.swap(0, 1);
    }
    rows
}

/// The block of the appointment: place, date and time.
fn visit(sheet: &mut Sheet, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, at: [f32; 3]) {
    let [left, top, right] = at;
    let family = Family::Helvetica;
    let face = Face::regular(family);
    let bold = Face::bold(family);
    let center = rng.pick(CENTERS);
    let day = case.noticed.later(0, 14 + rng.below(12) as i64);
    let date = day.numeric();
    let hour = rng.pick(&[
        "8:00 AM", "9:00 AM", "11:00AM", "1:00 PM", "2:00PM", "10:00 AM",
    ]);
    truth.fields.appointment_date = some(&date);
    truth.fields.appointment_time = some(hour);
    let half = (left + right) / 2.0;
    sheet.frame([left, top, right, top + 66.0], 1.0);
    sheet.upright(half, top, top + 66.0, 0.7);
    sheet.write(
        face,
        6.2,
        left + 4.0,
        top + 8.0,
        "APPLICATION SUPPORT CENTER",
    );
    for (line, text) in center.iter().enumerate() {
        let y = top + 22.0 + 12.0 * line as f32;
        fitted(sheet, bold, 9.5, [left + 8.0, y, half - left - 12.0], text);
    }
    sheet.write(
        face,
        6.2,
        half + 4.0,
        top + 8.0,
        "DATE AND TIME OF APPOINTMENT",
    );
    sheet.write(bold, 13.0, half + 12.0, top + 28.0, &date);
    sheet.write(bold, 13.0, half + 12.0, top + 46.0, hour);
    sheet.write(
        face,
        6.5,
        half + 12.0,
        top + 60.0,
        "BRING THIS NOTICE AND PHOTO ID",
    );
}

/// The stamp box with its ruled lines and the second barcode.
fn stamp(sheet: &mut Sheet, rng: &mut Rng, case: &Case, top: f32) {
    let face = Face::regular(Family::Helvetica);
    let bold = Face::bold(Family::Helvetica);
    sheet.frame([36.0, top, 236.0, top + 82.0], 1.2);
    sheet.centred(bold, 8.0, 136.0, top + 12.0, "BIOMETRICS PROCESSING STAMP");
    for (line, label) in ["ASC SITE CODE", "QA REVIEW BY", "TENPRINTS QA BY", "ON"]
        .iter()
        .enumerate()
    {
        let y = top + 30.0 + 14.0 * line as f32;
        sheet.write(face, 7.0, 42.0, y, label);
        sheet.rule(108.0, 228.0, y + 1.0, 0.5);
    }
    bars(
        sheet,
        case,
        Symbology::Code39,
        [262.0, top + 10.0],
        0.95,
        34.0,
    );
    sheet.write(face, 8.0, 262.0, top + 54.0, &case.receipt);
    let serial = format!("MAIL SEQ {} {}", rng.digits(6), rng.digits(6));
    sheet.write(face, 7.0, 262.0, top + 70.0, &serial);
}

/// The reasons to reschedule, as boxes to tick.
fn reschedule(sheet: &mut Sheet, face: Face, top: f32) {
    sheet.frame([36.0, top, 576.0, top + 40.0], 0.7);
    sheet.write(
        face,
        7.5,
        42.0,
        top + 12.0,
        "REQUEST FOR RESCHEDULING (MAIL THIS NOTICE BACK):",
    );
    for (place, text) in ["ILLNESS", "TRAVEL", "DATE CONFLICT", "MOVED", "OTHER"]
        .iter()
        .enumerate()
    {
        let x = 42.0 + 104.0 * place as f32;
        tick(sheet, face, x, top + 30.0, false);
        sheet.write(face, 7.5, x + 12.0, top + 30.0, text);
    }
}

/// Draws the appointment notice.
pub(super) fn appointment(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::LiberationSansNarrow,
    ]);
    let face = Face::regular(family);
    let bold = Face::bold(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    sheet.write(face, 7.5, 36.0, 34.0, "DEPT OF HOMELAND SECURITY - USCIS");
    sheet.flush_right(bold, 11.0, 576.0, 35.0, "I-797C, NOTICE OF ACTION");
    let kind = rng.pick(&[
        "ASC APPOINTMENT NOTICE",
        "BIOMETRICS APPT NOTICE",
        "ASC APPT NOTICE",
    ]);
    truth.fields.notice_type = some(kind);
    truth.fields.applicant = some(case.filer.name());
    sheet.frame([36.0, 40.0, 576.0, 58.0], 1.0);
    sheet.centred(bold, 11.0, 306.0, 53.0, kind);
    let look = Look {
        label: face,
        label_size: rng.uniform(5.8, 6.6),
        value: if rng.chance(0.5) {
            Face::bold(Family::Courier)
        } else {
            face
        },
        value_size: rng.uniform(8.8, 9.8),
        weight: 0.8,
    };
    let high = rng.uniform(23.0, 27.0);
    let mut y = 58.0;
    for cells in rows(rng, case, &mut truth) {
        row(&mut sheet, &look, [36.0, y, 576.0, y + high], &cells);
        y += high;
    }
    let name = case.filer.name();
    let lines = [
        name.as_str(),
        case.address[0].as_str(),
        case.address[1].as_str(),
    ];
    let swapped = rng.chance(0.35);
    let left = if swapped { 350.0 } else { 60.0 };
    addressee(&mut sheet, face, 10.5, [left, y + 34.0], &lines);
    let wide = rng.pick(&[270.0, 290.0]);
    let edge = if swapped { 36.0 } else { 576.0 - wide };
    visit(
        &mut sheet,
        rng,
        case,
        &mut truth,
        [edge, y + 8.0, edge + wide],
    );
    y += 96.0;
    let text = "TO PROCESS YOUR CASE, USCIS MUST TAKE YOUR FINGERPRINTS, PHOTOGRAPH AND SIGNATURE. \
                GO TO THE ASC SHOWN ABOVE ON THE DATE AND TIME SHOWN. IF YOU FAIL TO APPEAR, THE \
                CASE MAY BE CONSIDERED ABANDONED.";
    y = sheet.paragraph(face, 9.0, 36.0, y, 540.0, text) + 6.0;
    if rng.chance(0.6) {
        let text = talk(rng).to_uppercase();
        y = sheet.paragraph(face, 9.0, 36.0, y, 540.0, &text) + 6.0;
    }
    reschedule(&mut sheet, face, y);
    let body = Body {
        face,
        size: 8.2,
        left: 36.0,
        measure: 540.0,
        capitals: rng.chance(0.5),
    };
    prose::general(&mut sheet, rng, &body, y + 58.0, 628.0);
    stamp(&mut sheet, rng, case, 640.0);
    sheet.write(
        face,
        7.0,
        36.0,
        750.0,
        rng.pick(&["FORM I-797C REV 01/15", "FORM I-797C 07/11/14 Y"]),
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
