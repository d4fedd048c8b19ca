//! An appointment for fingerprints: a grid in capitals, a stamp box, a second barcode.
use super::kit::{Desk, Own, bars, lines, stack, write_in};
use super::words::{FIELD, remark};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 29, 0.38, 0.22);
    let family = rng.pick(&[
        Family::LiberationSansNarrow,
        Family::Helvetica,
        Family::DejaVuSansCondensed,
    ]);
    let mut desk = Desk::new(rng, case, "I-797C");
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, &mut desk, family);
    let y = grid(&mut sheet, &mut desk, family, own);
    let y = meeting(&mut sheet, &mut desk, family, y);
    let y = rules_text(&mut sheet, &mut desk, family, y);
    stamp(&mut sheet, &mut desk, family, y.clamp(600.0, 640.0));
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}

/// Agency and title.
fn head(sheet: &mut Sheet, desk: &mut Desk, family: Family) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    sheet.write(plain, 8.0, 36.0, 32.0, "DEPARTMENT OF HOMELAND SECURITY");
    sheet.write(
        plain,
        8.0,
        36.0,
        42.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    sheet.flush_right(bold, 12.0, 576.0, 40.0, "I-797C, NOTICE OF ACTION");
    let text = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.centred(plain, 7.5, 306.0, 56.0, text);
    let kind = desk.rng.pick(&[
        "ASC Appointment Notice",
        "ASC APPOINTMENT NOTICE",
        "Biometrics Appointment Notice",
        "Fingerprint Appointment Notice",
    ]);
    desk.truth.fields.notice_type = Some(kind.into());
    sheet.fill([36.0, 62.0, 576.0, 80.0], 0.88);
    sheet.centred(bold, 11.0, 306.0, 75.0, kind);
}

/// One framed cell with its label above the value.
fn cell(sheet: &mut Sheet, family: Family, place: [f32; 4], label: &str, value: &str) {
    let [left, top, right, bottom] = place;
    sheet.frame(place, 0.8);
    let room = right - left - 8.0;
    write_in(
        sheet,
        Face::bold(family),
        6.8,
        [left + 4.0, top + 9.0, room],
        label,
    );
    write_in(
        sheet,
        Face::regular(family),
        10.0,
        [left + 4.0, bottom - 7.0, room],
        value,
    );
}

/// A row of cells with the given widths; returns its lower edge.
fn row(sheet: &mut Sheet, family: Family, top: f32, cells: &[(f32, String, String)]) -> f32 {
    let total: f32 = cells.iter().map(|(width, ..)| width).sum();
    let mut left = 36.0;
    for (width, label, value) in cells {
        let right = left + 540.0 * width / total;
        cell(sheet, family, [left, top, right, top + 28.0], label, value);
        left = right;
    }
    top + 28.0
}

/// The rows of the grid; returns the lower edge.
fn grid(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own) -> f32 {
    let number = desk.rng.pick(&[
        "APPLICATION NUMBER",
        "APPLICATION/PETITION NO.",
        "RECEIPT NO.",
    ]);
    let name = desk.filer();
    let first = [
        (2.2, number.to_string(), desk.receipt()),
        (1.2, "NOTICE DATE".to_string(), desk.notice_date()),
        (0.8, "PAGE".to_string(), "1 of 1".to_string()),
    ];
    let y = row(sheet, family, 84.0, &first);
    let case_type = desk.case_type();
    let y = row(
        sheet,
        family,
        y,
        &[
            (2.2, "CASE TYPE".into(), case_type),
            (1.4, desk.role().to_uppercase(), name),
        ],
    );
    let security = desk.rng.pick(&["", "XXX-XX-", "9"]);
    let security = match security {
        "" => String::new(),
        "9" => format!(
            "9{}-{}-{}",
            desk.rng.digits(2),
            desk.rng.digits(2),
            desk.rng.digits(4)
        ),
        start => format!("{start}{}", desk.rng.digits(4)),
    };
    let mut cells = vec![
        (
            1.4,
            desk.rng.pick(&["USCIS A#", "USCIS A-NUMBER", "A#"]).into(),
            desk.alien(&desk.case.filer),
        ),
        (0.6, "CODE".into(), desk.rng.digits(1)),
    ];
    let social = (1.4, "SOCIAL SECURITY NUMBER".into(), security);
    let at = desk.rng.below(2);
    cells.insert(at, social);
    if own != Own::Absent {
        let label = desk.rng.pick(&[
            "USCIS ONLINE ACCOUNT NUMBER",
            "ONLINE ACCOUNT NO. (USCIS)",
            "USCIS ACCOUNT NUMBER",
            "APPLICANT'S USCIS ONLINE ACCT. #",
            "USCIS ONLINE ACCT.",
        ]);
        let label = if desk.case.is_petition {
            label.replace("APPLICANT", "PETITIONER")
        } else {
            label.into()
        };
        let account = desk.account(own);
        let at = desk.rng.below(3);
        cells.insert(at, (1.7, label, account));
    } else if desk.rng.chance(0.5) {
        let label = desk.rng.pick(&[
            "ATTORNEY USCIS ONLINE ACCT. #",
            "ATTY. ONLINE ACCOUNT (USCIS)",
        ]);
        let account = desk.attorney_account();
        cells.push((1.7, label.into(), account));
    } else if desk.rng.chance(0.5) {
        let rival = desk.rival();
        cells.push((1.7, "BIOMETRIC FEE TRACKING NO.".into(), rival));
    }
    row(sheet, family, y, &cells)
}

/// Address, place and time; returns the next baseline.
fn meeting(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let at = desk.rng.pick(&[50.0, 50.0, 330.0]);
    stack(sheet, plain, 10.5, [at, y + 34.0, 13.0], &desk.addressee());
    let code = if at < 100.0 { 352.0 } else { 40.0 };
    bars(sheet, Symbology::Code39, desk.case, [code, y + 22.0, 32.0]);
    let top = y + 78.0;
    sheet.frame([36.0, top, 576.0, top + 72.0], 1.2);
    sheet.upright(320.0, top, top + 72.0, 0.8);
    let (name, street, city) = desk.rng.pick(FIELD);
    let label = desk
        .rng
        .pick(&["APPLICATION SUPPORT CENTER", "PLACE OF APPOINTMENT"]);
    sheet.write(bold, 7.5, 42.0, top + 11.0, label);
    let town = name.trim_end_matches(" Field Office");
    let rows: [String; 3] = [
        format!("USCIS {}", town.to_uppercase()),
        street.into(),
        city.into(),
    ];
    stack(sheet, plain, 10.5, [50.0, top + 27.0, 14.0], &rows);
    let days = desk.rng.between(15, 30);
    let date = desk.date(&desk.case.noticed.later(0, days));
    let time = format!(
        "{}:00{}",
        desk.rng.between(8, 11),
        desk.rng.pick(&["AM", " AM", " a.m."])
    );
    desk.truth.fields.appointment_date = Some(date.clone());
    desk.truth.fields.appointment_time = Some(time.clone());
    sheet.write(bold, 7.5, 326.0, top + 11.0, "DATE AND TIME OF APPOINTMENT");
    sheet.write(plain, 12.0, 336.0, top + 34.0, &date);
    sheet.write(plain, 12.0, 336.0, top + 52.0, &time);
    top + 92.0
}

/// What to bring; returns the next baseline.
fn rules_text(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) -> f32 {
    let said = remark(desk.rng);
    let texts = [
        "To go on with your case, we must take your fingerprints, photograph and signature. \
         PLEASE APPEAR AT THE PLACE, ON THE DAY AND AT THE TIME GIVEN ABOVE. If you do not come, \
         your case will be treated as abandoned.",
        "YOU MUST BRING: 1. THIS NOTICE. 2. A PHOTOGRAPH IDENTIFICATION, such as a passport, \
         driver's license, military or state identification. Without it you may wait long.",
        &said,
        "If you are ill or have an infected finger, ask for another day. Bring nobody with you \
         who has no appointment, other than an interpreter or someone who helps you to move.",
        "WARNING: Telephones with cameras must be switched off in the building. The center can \
         not tell you anything about how the case stands.",
    ];
    let size = desk.rng.uniform(9.0, 11.0);
    let mut y = y;
    for text in texts {
        y = sheet.paragraph(Face::regular(family), size, 40.0, y, 530.0, text) + 6.0;
    }
    y
}

/// Request to reschedule, stamp box, second barcode.
fn stamp(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    sheet.rule(36.0, 576.0, y, 0.8);
    sheet.write(bold, 8.5, 40.0, y + 13.0, "REQUEST FOR ANOTHER DAY");
    let text = "Check a box, give your reason and mail a copy of this notice to the center.";
    for (at, line) in lines(plain, 8.5, 250.0, text).iter().enumerate() {
        sheet.write(plain, 8.5, 40.0, y + 26.0 + at as f32 * 10.5, line);
    }
    for (at, text) in ["Wednesday", "Saturday"].iter().enumerate() {
        let line = y + 58.0 + at as f32 * 13.0;
        sheet.frame([42.0, line - 7.0, 49.0, line], 0.6);
        sheet.write(plain, 8.5, 55.0, line, text);
    }
    sheet.frame([330.0, y + 8.0, 570.0, y + 86.0], 1.0);
    sheet.centred(
        plain,
        7.0,
        450.0,
        y + 17.0,
        "ASC STAMP / BIOMETRICS PROCESSING",
    );
    sheet.write(
        plain,
        8.0,
        338.0,
        y + 46.0,
        "Taken on ____________  by ____________",
    );
    sheet.write(
        plain,
        8.0,
        338.0,
        y + 68.0,
        "Site code ________   QA ________",
    );
    bars(sheet, Symbology::Code128, desk.case, [40.0, y + 84.0, 18.0]);
    let serial = desk.rng.digits(12);
    sheet.write(plain, 6.5, 40.0, 764.0, &format!("Batch {serial}"));
    sheet.flush_right(plain, 7.0, 576.0, 764.0, "Form I-797C 04/01/19");
}
