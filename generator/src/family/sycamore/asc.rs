//! The call to an application support center.
use super::common::{self, Plan, Style};
use super::prose;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Wordings of the account's caption.
const LABELS: &[&str] = &[
    "ACCOUNT NUMBER",
    "USCIS ACCOUNT NUMBER",
    "ONLINE ACCOUNT NUMBER",
    "USCIS ONLINE ACCT NO.",
];

/// Support centers.
const CENTERS: &[[&str; 3]] = &[
    [
        "USCIS ATLANTA",
        "1255 COLLIER ROAD NW, SUITE 100",
        "ATLANTA, GA 30318-2912",
    ],
    [
        "USCIS ALEXANDRIA",
        "8850 RICHMOND HIGHWAY, SUITE 100",
        "ALEXANDRIA, VA 22309-1586",
    ],
    [
        "USCIS DES MOINES",
        "6000 GRAND AVENUE, UNIT E",
        "DES MOINES, IA 50312-1417",
    ],
    [
        "USCIS FRESNO",
        "4893 E KINGS CANYON RD",
        "FRESNO, CA 93727-3812",
    ],
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 7);
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::LiberationSansNarrow,
    ]);
    let (code, title) = if case.title.contains("PETITION") {
        ("I-90", "APPLICATION TO REPLACE PERMANENT RESIDENT CARD")
    } else {
        (case.form_code, case.title)
    };
    let mut truth = common::begin("I-797C", code);
    truth.fields.applicant = Some(case.filer.name());
    let plan = common::plan(rng, case, 0.4, 0.35);
    let mut sheet = Sheet::letter(family);
    common::agency(&mut sheet, rng, family, 34.0);
    sheet.flush_right(
        Face::bold(family),
        9.5,
        576.0,
        34.0,
        "Form I-797C, Notice of Action",
    );
    let style = Style {
        value: Face::bold(family),
        ..Style::new(family, 6.2, 9.0)
    };
    let kind = format!("{code} - {title}");
    let y = cells(&mut sheet, rng, case, style, plan, &kind, &mut truth);
    let y = place(&mut sheet, rng, case, family, &mut truth, y);
    close(&mut sheet, rng, case, plan, family, y);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The grid at the top; returns its lower edge.
fn cells(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    style: Style,
    plan: Plan,
    kind: &str,
    truth: &mut NoticeTruth,
) -> f32 {
    let noticed = common::dated(&case.noticed, rng.chance(0.3));
    truth.fields.notice_date = Some(noticed.clone());
    let title = rng.pick(&["ASC Appointment Notice", "Biometrics Appointment Notice"]);
    truth.fields.notice_type = Some(title.to_string());
    let number = common::receipt(rng, case, truth);
    let word = rng.pick(&[
        "APPLICATION NUMBER",
        "APPLICATION/PETITION NUMBER",
        "RECEIPT NUMBER",
    ]);
    let first = [
        (2.2, String::new(), title.to_string()),
        (2.0, word.to_string(), number),
        (1.2, "NOTICE DATE".to_string(), noticed),
    ];
    let high = rng.uniform(25.0, 28.0);
    let area = |n: f32| [36.0, 56.0 + n * high, 576.0, 56.0 + (n + 1.0) * high];
    common::row(sheet, style, area(0.0), &first, true);
    let security = if rng.chance(0.3) { "***-**-****" } else { "" };
    let second = [
        (3.4, "CASE TYPE".to_string(), kind.to_string()),
        (
            1.4,
            "SOCIAL SECURITY NUMBER".to_string(),
            security.to_string(),
        ),
    ];
    common::row(sheet, style, area(1.0), &second, true);
    let mut third = Vec::new();
    if let Some(value) = common::account(rng, case, plan, truth) {
        third.push((1.7, rng.pick(LABELS).to_string(), value));
    }
    let alien = common::alien(rng, &case.filer, truth);
    third.push((
        1.4,
        rng.pick(&["USCIS A#", "A-NUMBER", "USCIS ALIEN NO."])
            .to_string(),
        alien,
    ));
    let code = rng.pick(&["1", "2", "3", "3A"]).to_string();
    if rng.chance(0.35) {
        third.reverse();
    }
    third.push((0.6, "CODE".to_string(), code));
    third.push((0.6, "PAGE".to_string(), "1 of 1".to_string()));
    if rng.chance(0.4) {
        third.push((0.9, "SERVICE CENTER".to_string(), "NBC".to_string()));
    }
    common::row(sheet, style, area(2.0), &third, true);
    56.0 + 3.0 * high
}

/// The address, and the place and time of the appointment; returns the next baseline.
fn place(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let (face, bold) = (Face::regular(family), Face::bold(family));
    let block = common::addressee(rng, case);
    common::lines(sheet, face, 9.5, (60.0, top + 32.0), 11.5, &block);
    if rng.chance(0.4) {
        let tray = format!(
            "*********AUTO**SCH 5-DIGIT {}  T{}",
            rng.digits(5),
            rng.digits(2)
        );
        sheet.write(face, 6.5, 60.0, top + 20.0, &tray);
    }
    let y = top + 108.0;
    let text = "To process your application, the agency must collect your biometrics. Please \
                appear at the Application Support Center below, at the date and time specified. \
                If you fail to appear, your application may be considered abandoned.";
    let y = sheet.paragraph(face, 9.0, 36.0, y, 540.0, text) + 4.0;
    let center = rng.pick(CENTERS);
    sheet.frame([36.0, y, 310.0, y + 66.0], 0.8);
    sheet.frame([310.0, y, 576.0, y + 66.0], 0.8);
    sheet.write(bold, 7.0, 41.0, y + 11.0, "APPLICATION SUPPORT CENTER");
    let texts: Vec<String> = center.iter().map(|l| l.to_string()).collect();
    common::lines(sheet, face, 9.0, (41.0, y + 25.0), 11.0, &texts);
    let day = case.noticed.later(0, rng.between(14, 35)).numeric();
    let time = rng.pick(&[
        "8:00 AM", "9:00 AM", "10:00 AM", "11:00 AM", "1:00 PM", "2:00 PM",
    ]);
    sheet.write(bold, 7.0, 315.0, y + 11.0, "DATE AND TIME OF APPOINTMENT");
    sheet.write(face, 10.0, 315.0, y + 26.0, &day);
    sheet.write(face, 10.0, 315.0, y + 39.0, time);
    sheet.write(
        face,
        7.0,
        315.0,
        y + 55.0,
        "Late arrivals may be turned away.",
    );
    truth.fields.appointment_date = Some(day);
    truth.fields.appointment_time = Some(time.to_string());
    y + 84.0
}

/// What to bring, the stamp box, the barcodes.
fn close(sheet: &mut Sheet, rng: &mut Rng, case: &Case, plan: Plan, family: Family, top: f32) {
    let (face, bold) = (Face::regular(family), Face::bold(family));
    sheet.write(
        bold,
        9.0,
        36.0,
        top,
        "WHEN YOU GO TO THE CENTER, YOU MUST BRING:",
    );
    let items = [
        "1. THIS APPOINTMENT NOTICE, and",
        "2. PHOTO IDENTIFICATION. Naturalization applicants must bring their Permanent Resident \
         Card. All other applicants must bring a passport, driver's license or national ID.",
    ];
    let mut y = top + 13.0;
    for item in items {
        y = sheet.paragraph(face, 9.0, 46.0, y, 520.0, item) + 2.0;
    }
    y += 6.0;
    let count = common::some(rng, 2, 4);
    for text in prose::body(rng, count, plan) {
        y = sheet.paragraph(face, 8.6, 36.0, y, 540.0, &text) + 5.0;
    }
    assert!(y < 636.0, "the body runs into the stamp");
    sheet.frame([36.0, 640.0, 300.0, 728.0], 0.6);
    sheet.write(face, 6.5, 40.0, 650.0, "BIOMETRICS PROCESSING STAMP");
    for (i, label) in [
        "ASC SITE CODE:",
        "BIOMETRICS QA REVIEW BY:",
        "TEN PRINTS QA REVIEW BY:",
    ]
    .iter()
    .enumerate()
    {
        let y = 668.0 + i as f32 * 20.0;
        let end = sheet.write(face, 7.0, 44.0, y, label);
        sheet.rule(end + 3.0, 290.0, y + 1.0, 0.4);
    }
    common::bars(
        sheet,
        Symbology::Code39,
        &case.receipt,
        [350.0, 650.0],
        32.0,
    );
    if rng.chance(0.5) {
        sheet.write(
            face,
            7.0,
            350.0,
            704.0,
            &format!("ASC batch {}", common::twelve(rng)),
        );
    }
    sheet.plain(7.0, 36.0, 752.0, "Form I-797C  01/31/05 N");
    sheet.flush_right(
        face,
        7.0,
        576.0,
        752.0,
        "If you have questions, call 1-800-375-5283.",
    );
}
