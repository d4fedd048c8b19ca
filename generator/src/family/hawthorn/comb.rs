//! An appointment for fingerprints: every number in a comb of small boxes, a caption beneath.
use super::ink::{bars, prose, symbology};
use super::overleaf::overleaf;
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What a comb looks like on this page.
struct Comb {
    family: Family,
    machine: Face,
    tooth: f32,
    above: bool,
    gap: f32,
}

/// Places: name, street, city.
const PLACES: &[[&str; 3]] = &[
    [
        "USCIS DES MOINES",
        "210 WALNUT STREET, ROOM 369",
        "DES MOINES IA 50309-2115",
    ],
    [
        "USCIS ALEXANDRIA",
        "8850 RICHMOND HIGHWAY SUITE 100",
        "ALEXANDRIA VA 22309-1586",
    ],
    [
        "USCIS SANTA ANA",
        "1666 N MAIN STREET SUITE 100-A",
        "SANTA ANA CA 92701-7417",
    ],
    [
        "USCIS ST LOUIS",
        "1222 SPRUCE STREET, ROOM 1.100",
        "SAINT LOUIS MO 63103-2818",
    ],
];

/// Labels of the own account.
const LABELS: &[&str] = &[
    "ACCOUNT NO. (USCIS ONLINE)",
    "YOUR USCIS ONLINE ACCOUNT",
    "USCIS ELIS ACCT. NO.",
    "MYUSCIS ACCOUNT OF APPLICANT",
    "APPLICANT'S ONLINE ACCT. WITH USCIS",
];

/// The page.
pub(super) fn comb(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::FreeSans,
    ]);
    let machine = rng.pick(&[
        Family::Courier,
        Family::LiberationMono,
        Family::DejaVuSansMono,
    ]);
    let style = Comb {
        family,
        machine: Face::regular(machine),
        tooth: rng.uniform(12.0, 14.5),
        above: rng.chance(0.4),
        gap: rng.pick(&[0.0, 0.0, 4.0, 6.0]),
    };
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    head(&mut sheet, rng, case, &mut truth, family);
    let y = numbers(&mut sheet, rng, case, &mut truth, &style);
    let y = appointment(&mut sheet, rng, case, &mut truth, family, y + 10.0);
    body(&mut sheet, rng, family, y + 18.0);
    let backed = rng.chance(0.35);
    foot(&mut sheet, rng, case, family, backed);
    let mut sheets = vec![sheet];
    if backed {
        sheets.push(overleaf(rng, family, "I-797C", &case.receipt));
    }
    Drawing { sheets, truth }
}

/// Head: agency, title, dates in a line.
fn head(sheet: &mut Sheet, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, family: Family) {
    let face = Face::regular(family);
    sheet.write(face, 7.5, 40.0, 40.0, "DEPARTMENT OF HOMELAND SECURITY");
    sheet.write(
        face,
        7.5,
        40.0,
        49.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(
        Face::bold(family),
        12.0,
        572.0,
        48.0,
        "Form I-797C, Notice of Action",
    );
    sheet.fill([40.0, 55.0, 572.0, 68.0], 0.0);
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.write_shaded(Face::bold(family), 8.5, 46.0, 64.5, banner, 1.0);
    let kind = rng.pick(&[
        "ASC Appointment Notice",
        "Biometric Notification",
        "Fingerprint Appointment Notice",
    ]);
    truth.fields.notice_type = Some(kind.into());
    sheet.bold(13.0, 40.0, 88.0, kind);
    let form = rng.pick(&["I-485", "I-765", "I-90", "N-400", "I-539"]);
    truth.fields.case_type = Some(form.into());
    let mailed = case.noticed.numeric();
    truth.fields.notice_date = Some(mailed.clone());
    let label = rng.pick(&["Notice Date", "Notice mailed", "Mailed", "Date of notice"]);
    sheet.flush_right(
        face,
        9.0,
        572.0,
        88.0,
        &format!("{label} {mailed}     Case type {form}"),
    );
}

/// One comb: label or caption, and the boxes with their marks.
fn draw(sheet: &mut Sheet, style: &Comb, at: [f32; 2], count: usize, label: &str, value: &str) {
    let (left, top) = (at[0], if style.above { at[1] + 9.0 } else { at[1] });
    let mut x = left;
    let marks: Vec<char> = value.chars().collect();
    for index in 0..count {
        if index > 0 && count == 12 && index % 4 == 0 {
            x += style.gap;
        }
        sheet.frame([x, top, x + style.tooth, top + 16.0], 0.5);
        if let Some(mark) = marks.get(index) {
            let centre = x + style.tooth / 2.0;
            sheet.centred(style.machine, 10.5, centre, top + 12.0, &mark.to_string());
        }
        x += style.tooth;
    }
    let y = if style.above { top - 2.5 } else { top + 23.5 };
    sheet.write(Face::regular(style.family), 6.2, left, y, label);
}

/// All the combs, two to a row; returns where they end.
fn numbers(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    style: &Comb,
) -> f32 {
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    let padded = format!("{:0>9}", case.filer.a_number);
    let own = Own::draw(rng, case, truth, 0.42, 0.33);
    let mut combs: Vec<(usize, String, String)> = vec![
        (
            13,
            rng.pick(&["APPLICATION NUMBER", "RECEIPT NO."]).into(),
            case.receipt.clone(),
        ),
        (
            9,
            rng.pick(&["ALIEN REG. NO.", "USCIS A#", "A-NUMBER"]).into(),
            padded,
        ),
    ];
    if own.cell().is_some() {
        let digits = if own.number().is_some() {
            case.account.clone()
        } else {
            String::new()
        };
        combs.push((12, rng.pick(LABELS).into(), digits));
    }
    combs.push((1, "CODE".into(), rng.pick(&["1", "2", "3"]).into()));
    if rng.chance(0.5) {
        let label = rng.pick(&[
            "PAY.GOV TRACKING NO.",
            "FEE TRACE (BANK)",
            "TREASURY VOUCHER",
        ]);
        combs.push((12, label.into(), rng.digits(12)));
    }
    if rng.chance(0.5) {
        combs.push((9, "SOCIAL SECURITY NUMBER".into(), rng.digits(9)));
    }
    if rng.chance(0.4) {
        combs.swap(0, 1);
    }
    let mut y = 102.0;
    for pair in combs.chunks(2) {
        for (side, (count, label, value)) in pair.iter().enumerate() {
            let x = if side == 0 { 40.0 } else { 346.0 };
            draw(sheet, style, [x, y], *count, label, value);
        }
        y += 34.0;
    }
    y
}

/// Address at the left, the appointment in a box at the right; returns where they end.
fn appointment(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    family: Family,
    top: f32,
) -> f32 {
    let face = Face::regular(family);
    let (name, _) = (case.filer.name(), ());
    truth.fields.applicant = Some(name.clone());
    sheet.write(face, 6.2, 40.0, top + 8.0, "NAME AND ADDRESS OF APPLICANT");
    for (step, text) in [&name, &case.address[0], &case.address[1]]
        .iter()
        .enumerate()
    {
        sheet.write(face, 10.5, 52.0, top + 30.0 + 13.0 * step as f32, text);
    }
    let day = case.noticed.later(0, rng.between(14, 35)).numeric();
    let hour = rng.pick(&["8:00 AM", "9:00AM", "11:00 AM", "1:00 PM", "2:00PM"]);
    truth.fields.appointment_date = Some(day.clone());
    truth.fields.appointment_time = Some(hour.into());
    sheet.frame([316.0, top, 572.0, top + 108.0], 1.2);
    sheet.bold(
        8.0,
        324.0,
        top + 13.0,
        rng.pick(&["BE HERE", "COME TO", "PLEASE APPEAR AT"]),
    );
    for (step, text) in rng.pick(PLACES).iter().enumerate() {
        sheet.write(face, 9.5, 336.0, top + 27.0 + 12.0 * step as f32, text);
    }
    sheet.rule(316.0, 572.0, top + 62.0, 0.5);
    sheet.bold(13.0, 324.0, top + 82.0, &format!("{day}     {hour}"));
    sheet.write(face, 6.2, 324.0, top + 92.0, "DAY AND HOUR OF APPOINTMENT");
    top + 112.0
}

/// What to bring, in prose.
fn body(sheet: &mut Sheet, rng: &mut Rng, family: Family, y: f32) {
    let mut texts = vec![
        "We need your fingerprints, your picture and your signature. Come on the day and at the \
            hour in the box; come early and you will be asked to wait outside."
            .to_string(),
        "Bring this sheet and one card with your photograph on it (passport, green card, \
            driver's license). Leave telephones switched off and large bags at home."
            .to_string(),
        "If the day does not suit, you may put it off once, and only before it has passed: sign \
            in to your USCIS online account or call 800-375-5283."
            .to_string(),
    ];
    if rng.chance(0.6) {
        texts.insert(rng.below(3), words::trap(rng));
    }
    let count = rng.between(2, 5) as usize;
    texts.extend(words::general(rng, count));
    let size = rng.uniform(9.0, 10.0);
    prose(sheet, Face::regular(family), size, [40.0, y], 532.0, &texts);
}

/// The stamp box and the barcode at the foot.
fn foot(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, backed: bool) {
    let face = Face::regular(family);
    sheet.frame([40.0, 640.0, 240.0, 736.0], 0.8);
    sheet.write(
        face,
        6.5,
        46.0,
        650.0,
        "ASC SITE CODE AND STAMP (OFFICE USE)",
    );
    for (step, text) in ["BIOMETRICS TAKEN BY", "QA BY", "DATE"].iter().enumerate() {
        let y = 676.0 + 22.0 * step as f32;
        sheet.write(face, 6.5, 46.0, y, text);
        sheet.rule(130.0, 232.0, y, 0.4);
    }
    let kind = symbology(rng);
    let end = bars(sheet, kind, [300.0, 690.0], 260.0, 26.0, &case.receipt);
    sheet.centred(face, 7.5, (300.0 + end) / 2.0, 726.0, &case.receipt);
    sheet.write(face, 7.0, 40.0, 754.0, "Form I-797C");
    sheet.flush_right(
        face,
        7.0,
        572.0,
        754.0,
        if backed {
            "Bring this notice with you. Page 1 of 2"
        } else {
            "Bring this notice with you. Page 1 of 1"
        },
    );
}
