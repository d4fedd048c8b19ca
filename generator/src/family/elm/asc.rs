//! A biometrics appointment in upper-case boxes, with a stamp box and two barcodes.
use super::kit::{
    Cuts, Own, boxed, check_box, cuts, dated, mail_bars, mention, noted, prose, receipt_bars, stack,
};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LABELS: &[&str] = &[
    "ACCOUNT NUMBER",
    "USCIS ACCOUNT NUMBER",
    "USCIS ONLINE ACCOUNT NO.",
    "ONLINE ACCT NUMBER",
    "USCIS ONLINE ACCT #",
    "ACCOUNT NUMBER (USCIS ONLINE)",
];

const SITES: &[[&str; 4]] = &[
    [
        "USCIS PHILADELPHIA",
        "10300 DRUMMOND RD, SUITE 100",
        "BYBERRY PLAZA",
        "PHILADELPHIA PA 19154-3803",
    ],
    [
        "USCIS SANTA ANA",
        "1666 N MAIN STREET, STE 100-A",
        "",
        "SANTA ANA CA 92701-7417",
    ],
    [
        "USCIS OMAHA",
        "1717 AVENUE H",
        "LOWER LEVEL",
        "OMAHA NE 68110-2752",
    ],
    [
        "USCIS ALEXANDRIA",
        "8850 RICHMOND HWY, SUITE 100",
        "",
        "ALEXANDRIA VA 22309-1585",
    ],
    [
        "USCIS METAIRIE",
        "1250 N CAUSEWAY BLVD",
        "SUITE 20",
        "METAIRIE LA 70001-0812",
    ],
];

/// A biometrics appointment notice on one page.
pub(super) fn asc_boxes(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
    ]);
    let cut = cuts(family);
    let own = Own::draw(rng, case, [42, 26, 17]);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let low = rng.uniform(0.0, 60.0);
    let left = rng.uniform(30.0, 40.0);
    let y = title(rng, &mut sheet, &cut, left);
    let y = boxes(rng, &mut sheet, &cut, case, &own, [left, y], &mut truth);
    let y = address(rng, &mut sheet, &cut, case, [left, y]);
    let y = appointment(rng, &mut sheet, &cut, case, [left, y], &mut truth);
    let y = rules(rng, &mut sheet, &cut, [left, y]);
    stamps(rng, &mut sheet, &cut, case, [left, y.max(560.0 + low)]);
    own.note(&mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Agency and form in the head; returns the top of the boxes.
fn title(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, left: f32) -> f32 {
    sheet.write(cut.bold, 8.5, left, 36.0, "Department of Homeland Security");
    sheet.write(
        cut.regular,
        8.0,
        left,
        46.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(
        cut.bold,
        12.0,
        612.0 - left,
        42.0,
        "Form I-797C, Notice of Action",
    );
    if rng.chance(0.7) {
        sheet.fill([left, 52.0, 612.0 - left, 65.0], 0.85);
        let line = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
        sheet.centred(cut.bold, 9.0, 306.0, 61.8, line);
    }
    70.0
}

/// The three rows of boxes; returns their bottom.
fn boxes(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    case: &Case,
    own: &Own,
    [left, top]: [f32; 2],
    truth: &mut NoticeTruth,
) -> f32 {
    let width = 612.0 - 2.0 * left;
    let noticed = dated(&case.noticed, rng.below(2));
    let receipt = case::printed_receipt(rng, &case.receipt);
    let kind = rng.pick(&[
        "ASC Appointment Notice",
        "Fingerprint Notification",
        "Biometric Notification",
    ]);
    let case_type = format!("{} - {}", case.form_code.replace('-', ""), case.title);
    let ssn = match rng.below(3) {
        0 => format!("XXX-XX-{}", rng.digits(4)),
        1 => format!("9{}-{}-{}", rng.digits(2), rng.digits(2), rng.digits(4)),
        _ => String::new(),
    };
    let mark = case::printed_a_number(rng, &case.filer.a_number);
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    truth.fields.notice_type = noted(kind);
    truth.fields.notice_date = noted(&noticed);
    truth.fields.case_type = noted(case.form_code);
    let code = rng.pick(&["1", "2", "3"]).to_string();
    let center = rng.pick(&["NBC", "NSC", "TSC", "CSC", "PSC"]).to_string();
    let mut last = vec![("USCIS A#", mark, 1.4), ("CODE", code, 0.5)];
    let place = rng.below(3);
    if let Some(text) = own.text() {
        last.insert(
            place.min(last.len()),
            (rng.pick(LABELS), text.to_string(), 1.7),
        );
    }
    last.push(("SERVICE CENTER", center, 0.9));
    last.push(("PAGE", "1 of 1".to_string(), 0.5));
    let rows = [
        vec![
            ("", kind.to_string(), 1.5),
            ("APPLICATION NUMBER", receipt, 1.2),
            ("NOTICE DATE", noticed, 1.0),
        ],
        vec![
            ("CASE TYPE", case_type, 2.6),
            ("SOCIAL SECURITY NUMBER", ssn, 1.1),
        ],
        last,
    ];
    let height = rng.uniform(25.0, 28.0);
    for (n, row) in rows.iter().enumerate() {
        let total: f32 = row.iter().map(|cell| cell.2).sum();
        let mut x = left;
        for (label, value, share) in row {
            let right = x + width * share / total;
            let y = top + n as f32 * height;
            let edges = [x, y, right, y + height];
            boxed(
                sheet,
                [cut.regular, cut.bold],
                [5.8, 8.8],
                edges,
                [label, value],
            );
            x = right;
        }
    }
    top + 3.0 * height
}

/// The address with mailing bars; returns the next line.
fn address(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    case: &Case,
    [left, top]: [f32; 2],
) -> f32 {
    let mut y = top + 30.0;
    if rng.chance(0.6) {
        let line = format!(
            "{} {} AUTO**5-DIGIT {}",
            rng.digits(6),
            rng.digits(3),
            rng.digits(5)
        );
        sheet.write(cut.regular, 6.5, left + 30.0, y - 9.0, &line);
        mail_bars(rng, sheet, left + 30.0, y);
        y += 23.0;
    }
    let lines = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    stack(sheet, cut.regular, 9.5, [left + 30.0, y, 12.0], &lines) + 16.0
}

/// The place, the day and the hour.
fn appointment(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    case: &Case,
    [left, top]: [f32; 2],
    truth: &mut NoticeTruth,
) -> f32 {
    let right = 612.0 - left;
    let text = "To process your application, USCIS must capture your biometrics and have your \
                fingerprints cleared by the FBI. PLEASE APPEAR AT THE BELOW APPLICATION SUPPORT \
                CENTER AT THE DATE AND TIME SPECIFIED. If you are unable to do so, complete the \
                bottom of this notice and return it to the address below.";
    let y = sheet.paragraph(cut.regular, 9.0, left, top, right - left, text) + 4.0;
    let half = left + (right - left) * rng.uniform(0.5, 0.62);
    let bottom = y + 62.0;
    sheet.frame([left, y, half, bottom], 0.9);
    sheet.frame([half, y, right, bottom], 0.9);
    sheet.write(
        cut.regular,
        6.0,
        left + 3.0,
        y + 8.0,
        "APPLICATION SUPPORT CENTER",
    );
    let site: Vec<String> = rng
        .pick(SITES)
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| line.to_string())
        .collect();
    stack(sheet, cut.bold, 9.5, [left + 8.0, y + 20.0, 11.5], &site);
    let day = dated(
        &case.noticed.later(0, rng.between(14, 27)),
        rng.pick(&[0, 1, 3]),
    );
    let hour = rng.pick(&["8:00 AM", "9:00AM", "10:00 a.m.", "1:00 PM", "2:00PM"]);
    sheet.write(
        cut.regular,
        6.0,
        half + 3.0,
        y + 8.0,
        "DATE AND TIME OF APPOINTMENT",
    );
    sheet.write(cut.bold, 11.0, half + 10.0, y + 26.0, &day);
    sheet.write(cut.bold, 11.0, half + 10.0, y + 42.0, hour);
    truth.fields.appointment_date = Some(day);
    truth.fields.appointment_time = noted(hour);
    bottom + 16.0
}

/// What to bring and what happens otherwise.
fn rules(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, [left, top]: [f32; 2]) -> f32 {
    let measure = 612.0 - 2.0 * left;
    let texts = [
        "WHEN YOU APPEAR FOR YOUR BIOMETRICS, YOU MUST BRING: 1. THIS APPOINTMENT NOTICE, and \
         2. PHOTO IDENTIFICATION. Naturalization applicants must bring their Permanent Resident \
         Card; all others a passport, driver's license or other government-issued card.",
        "If you do not appear as scheduled and do not ask us beforehand to reschedule, your case \
         will be considered ABANDONED and, as a result, DENIED.",
        mention(rng),
    ];
    let count = if rng.chance(0.5) { 3 } else { 2 };
    prose(
        sheet,
        cut.regular,
        9.0,
        [left, top, measure],
        &texts[..count],
    ) + 4.0
}

/// The request to reschedule, the stamp box and the bars at the foot.
fn stamps(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, case: &Case, [left, y]: [f32; 2]) {
    let right = 612.0 - left;
    sheet.rule(left, right, y, 1.0);
    sheet.write(cut.bold, 8.5, left, y + 13.0, "REQUEST FOR RESCHEDULING");
    check_box(sheet, cut.bold, left, y + 27.0, false);
    let ask =
        "Please reschedule my appointment. Upon receipt, you will be given a new date and time.";
    sheet.write(cut.regular, 8.5, left + 14.0, y + 27.0, ask);
    let edges = [right - 210.0, y + 40.0, right, y + 110.0];
    sheet.frame(edges, 1.0);
    sheet.centred(
        cut.bold,
        7.0,
        right - 105.0,
        y + 50.0,
        "BIOMETRICS PROCESSING STAMP",
    );
    for (n, line) in [
        "ASC SITE CODE:",
        "BIOMETRICS QA REVIEW BY:",
        "TENPRINTS QA REVIEW BY:",
    ]
    .iter()
    .enumerate()
    {
        let y = y + 65.0 + n as f32 * 17.0;
        let end = sheet.write(cut.regular, 6.5, right - 204.0, y, line);
        sheet.rule(end + 4.0, right - 74.0, y + 1.5, 0.4);
        sheet.write(cut.regular, 6.5, right - 68.0, y, "ON");
        sheet.rule(right - 54.0, right - 6.0, y + 1.5, 0.4);
    }
    let end = receipt_bars(
        sheet,
        Symbology::Code39,
        [left, y + 46.0, 0.7, 26.0],
        &case.receipt,
    );
    sheet.centred(
        cut.regular,
        8.0,
        (left + end) / 2.0,
        y + 82.0,
        &case.receipt,
    );
    let second = rng.letters(1) + &rng.digits(11);
    receipt_bars(
        sheet,
        Symbology::Code128,
        [left, y + 92.0, 0.9, 20.0],
        &second,
    );
    sheet.write(
        cut.regular,
        7.0,
        left,
        y + 120.0,
        "If you have questions, call 1-800-375-5283.",
    );
    sheet.flush_right(cut.regular, 7.0, right, y + 120.0, "Form I-797C  07/11/14");
}
