//! `counterfoil`: an appointment at a support center, with a stub to cut off at the foot.
use super::kit::{Desk, Fate, address, barcode, block, boxed, dashes, fitted, flow, stir};
use super::words::{field_office, prose, short_label};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Label and value of a cell.
type Cell = (String, String);

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 38);
    let mut desk = Desk::open(rng, case, "I-797C");
    let family = desk.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::FreeSans,
        Family::DejaVuSansCondensed,
    ]);
    let on_stub = desk.chance(0.5);
    let account = desk.account();
    let mut sheet = Sheet::letter(family);
    head(&mut desk, &mut sheet, family);
    let cells = cells(&mut desk, if on_stub { None } else { account.clone() });
    let y = grid(&mut desk, &mut sheet, family, &cells, 64.0);
    let y = ticket(&mut desk, &mut sheet, family, y + 14.0);
    let prose = prose(&mut desk);
    let plain = Face::regular(family);
    flow(
        &mut sheet,
        plain,
        9.0,
        [36.0, y + 12.0, 576.0, 590.0],
        &prose,
    );
    stub(
        &mut desk,
        &mut sheet,
        family,
        if on_stub { account } else { None },
    );
    desk.close(vec![sheet])
}

/// The head line.
fn head(desk: &mut Desk, sheet: &mut Sheet, family: Family) {
    let kind = desk.pick(&[
        "ASC Appointment Notice",
        "Biometrics Appointment Notice",
        "Fingerprint Notification",
        "Appointment for Collection of Biometrics",
    ]);
    desk.notice_type(kind);
    sheet.write(Face::bold(family), 14.0, 36.0, 46.0, kind);
    let line = "THE UNITED STATES OF AMERICA";
    sheet.flush_right(Face::regular(family), 8.0, 576.0, 34.0, line);
    let form = desk.pick(&["Form I-797C, Notice of Action", "I-797C, NOTICE OF ACTION"]);
    sheet.flush_right(Face::bold(family), 9.5, 576.0, 46.0, form);
}

/// The cells of the grid.
fn cells(desk: &mut Desk, account: Option<String>) -> Vec<Cell> {
    let number = desk.pick(&[
        "APPLICATION NUMBER",
        "RECEIPT NUMBER",
        "APPLICATION/PETITION NO.",
    ]);
    let mut cells: Vec<Cell> = vec![
        (number.into(), desk.receipt()),
        ("CASE TYPE".into(), desk.case_type(" - ")),
        (
            desk.pick(&["NOTICE DATE", "DATE OF NOTICE"]).into(),
            desk.notice_date(),
        ),
    ];
    let ssn = if desk.chance(0.4) {
        let digits = desk.rng.digits(9);
        format!("{}-{}-{}", &digits[..3], &digits[3..5], &digits[5..])
    } else {
        String::new()
    };
    cells.push(("SOCIAL SECURITY NUMBER".into(), ssn));
    let filer = desk.case.filer.clone();
    let alien = (
        desk.pick(&["USCIS A#", "A-NUMBER", "ALIEN NUMBER"]).into(),
        desk.a_number(&filer),
    );
    let label = desk.pick(&[
        "ACCOUNT NUMBER",
        "USCIS ACCOUNT NUMBER",
        "ONLINE ACCOUNT NUMBER",
        "USCIS ONLINE ACCT NO",
        "APPLICANT ACCOUNT NO.",
    ]);
    match account {
        Some(value) if desk.chance(0.5) => cells.extend([(label.into(), value), alien]),
        Some(value) => cells.extend([alien, (label.into(), value)]),
        None => cells.push(alien),
    }
    cells.push(("CODE".into(), desk.rng.below(4).to_string()));
    cells.push((
        "SERVICE CENTER".into(),
        desk.pick(&["NBC", "NSC", "TSC", "PSC", "VSC"]).into(),
    ));
    cells.push(("PAGE".into(), "1 of 1".into()));
    cells
}

/// The grid, three cells a row.
fn grid(desk: &mut Desk, sheet: &mut Sheet, family: Family, cells: &[Cell], top: f32) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let shaded = desk.chance(0.5);
    let columns = desk.pick(&[2, 3, 3, 4]);
    let mut y = top;
    for row in cells.chunks(columns) {
        let width = 540.0 / row.len() as f32;
        for (column, (label, value)) in row.iter().enumerate() {
            let left = 36.0 + width * column as f32;
            if shaded {
                sheet.fill([left, y, left + width, y + 11.0], 0.88);
            }
            sheet.frame([left, y, left + width, y + 30.0], 0.7);
            fitted(sheet, plain, 7.0, [left + 4.0, y + 8.4], width - 8.0, label);
            boxed(
                sheet,
                bold,
                10.0,
                [left + 4.0, y + 24.0],
                width - 8.0,
                value,
            );
        }
        y += 30.0;
    }
    y
}

/// Address, place, date and time.
fn ticket(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let mut y = top + 16.0;
    for line in address(desk) {
        sheet.write(plain, 10.0, 54.0, y, &line);
        y += 12.5;
    }
    barcode(sheet, desk, [300.0, top + 4.0], 30.0);
    let office = field_office(desk);
    let top = y + 14.0;
    let date = desk.case.noticed.later(0, 20);
    let date = desk.date(&date);
    let time = desk.pick(&["8:00 AM", "9:00 AM", "11:00AM", "1:00 PM", "2:00 PM"]);
    desk.truth.fields.appointment_date = Some(date.clone());
    desk.truth.fields.appointment_time = Some(time.into());
    sheet.frame([36.0, top, 576.0, top + 66.0], 1.2);
    sheet.upright(320.0, top, top + 66.0, 0.7);
    let place = desk.pick(&["APPLICATION SUPPORT CENTER", "Please come to:", "PLACE"]);
    sheet.write(plain, 7.5, 44.0, top + 11.0, place);
    let name = office
        .name
        .replace("Field Office", "Application Support Center");
    sheet.write(
        bold,
        10.0,
        44.0,
        top + 26.0,
        &format!("USCIS {}", name.to_uppercase()),
    );
    sheet.write(plain, 10.0, 44.0, top + 39.0, office.lines[0]);
    sheet.write(plain, 10.0, 44.0, top + 52.0, office.lines[1]);
    sheet.write(
        plain,
        7.5,
        328.0,
        top + 11.0,
        "DATE AND TIME OF APPOINTMENT",
    );
    sheet.write(bold, 13.0, 328.0, top + 30.0, &date);
    sheet.write(bold, 13.0, 328.0, top + 48.0, time);
    let line = "WHEN YOU COME YOU MUST BRING: 1. THIS NOTICE WITH ITS STUB and 2. PHOTO \
                IDENTIFICATION. Without both the staff cannot take your biometrics.";
    block(sheet, bold, 9.0, [36.0, top + 84.0], 540.0, line)
}

/// The stub below the cutting line.
fn stub(desk: &mut Desk, sheet: &mut Sheet, family: Family, account: Option<String>) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    dashes(sheet, 30.0, 582.0, 609.0, 4.0);
    sheet.centred(
        plain,
        7.0,
        306.0,
        622.0,
        "cut here - give this part to the staff of the center",
    );
    let mut rows: Vec<Cell> = vec![("Name".into(), desk.filer(true))];
    rows.push((
        desk.pick(&["Number", "Receipt"]).into(),
        desk.plain_receipt(),
    ));
    if let Some(value) = account {
        let label = short_label(desk);
        rows.insert(desk.rng.below(3), (label, value));
    } else if desk.fate == Fate::Missing && desk.chance(0.5) {
        let workstation = desk.rng.digits(12);
        rows.push(("Workstation log no.".into(), workstation));
    }
    let filer = desk.case.filer.clone();
    rows.push(("A#".into(), desk.spaced_a_number(&filer)));
    let mut y = 642.0;
    for (label, value) in &rows {
        sheet.write(plain, 8.5, 44.0, y, label);
        sheet.write(bold, 9.5, 130.0, y, value);
        y += 14.0;
    }
    sheet.frame([360.0, 632.0, 574.0, 740.0], 0.8);
    sheet.write(plain, 7.0, 366.0, 641.0, "BIOMETRICS PROCESSING STAMP");
    let lines = [
        "ASC SITE CODE: ________",
        "BIOMETRICS QA REVIEW BY: ________",
        "ON: ____________",
    ];
    for (row, line) in lines.iter().enumerate() {
        sheet.write(plain, 8.5, 366.0, 664.0 + 24.0 * row as f32, line);
    }
    barcode(sheet, desk, [44.0, 718.0], 22.0);
    let edition = desk.pick(&[
        "Form I-797C 07/11/14 Y",
        "Form I-797C 04/01/19",
        "I-797C (Rev. 11/15)",
    ]);
    sheet.write(plain, 7.5, 36.0, 762.0, edition);
    sheet.flush_right(plain, 7.5, 576.0, 762.0, "www.uscis.gov");
}
