//! Appointment for fingerprints: a ruled grid in capitals with the values in the middle of cells.
use super::matter::*;
use super::tools::*;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LEFT: f32 = 40.0;
const RIGHT: f32 = 572.0;

/// A cell: its share of the row, its label, its value.
struct Cell {
    share: f32,
    label: String,
    value: String,
}

/// Makes a cell.
fn cell(share: f32, label: &str, value: &str) -> Cell {
    Cell {
        share,
        label: label.to_string(),
        value: value.to_string(),
    }
}

/// Draws one row of cells; gives its lower edge.
fn row(sheet: &mut Sheet, cuts: Cuts, cells: &[Cell], top: f32, tall: f32, middle: bool) -> f32 {
    let total: f32 = cells.iter().map(|cell| cell.share).sum();
    let mut x = LEFT;
    for cell in cells {
        let right = x + (RIGHT - LEFT) * cell.share / total;
        let width = right - x - 8.0;
        sheet.frame([x, top, right, top + tall], 0.7);
        fitted(
            sheet,
            cuts.plain,
            6.3,
            [x + 3.0, top + 8.5],
            width,
            &cell.label,
        );
        let size = shrunk(cuts.bold, 9.6, width, &cell.value);
        if middle {
            let centre = (x + right) / 2.0;
            sheet.centred(cuts.bold, size, centre, top + tall - 5.0, &cell.value);
        } else {
            sheet.write(cuts.bold, size, x + 4.0, top + tall - 5.0, &cell.value);
        }
        x = right;
    }
    top + tall
}

/// The label of the account cell.
fn account_label(rng: &mut Rng, case: &Case) -> &'static str {
    if case.is_petition {
        return rng.pick(&[
            "PETITIONER ACCOUNT NUMBER (USCIS)",
            "PETITIONER USCIS ONLINE ACCT NO.",
            "USCIS ACCOUNT NO. OF PETITIONER",
        ]);
    }
    rng.pick(&[
        "ACCOUNT NUMBER",
        "USCIS ACCOUNT NUMBER",
        "USCIS ONLINE ACCT NUMBER",
        "ONLINE ACCOUNT NO. (USCIS)",
        "APPLICANT ACCOUNT NUMBER (USCIS)",
        "USCIS ACCT NO.",
    ])
}

/// The rows of the grid.
fn rows(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Vec<Cell>> {
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.to_string());
    let noticed = when(rng.pick(&[0, 0, 4]), &case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    let label = rng.pick(&[
        "APPLICATION NUMBER",
        "RECEIPT NUMBER",
        "APPLICATION/RECEIPT NO.",
    ]);
    let receipt = receipt_form(rng, &case.receipt);
    let title = format!("{} - {}", case.form_code.replacen('-', "", 1), case.title);
    let holder = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    truth.prints_a_number(&holder.a_number);
    let alien = alien_form(rng, &holder.a_number);
    let mut first = vec![
        cell(1.5, label, &receipt),
        cell(1.0, "NOTICE DATE", &noticed),
    ];
    let mut second = vec![cell(1.0, "CASE TYPE", &title)];
    let mut third = Vec::new();
    let social = format!("***-**-{}", rng.digits(4));
    let social = if rng.chance(0.4) {
        social
    } else {
        String::new()
    };
    if let Some(text) = Own::draw(rng, 36, 32).text(rng, case, truth) {
        let account = cell(1.3, account_label(rng, case), &text);
        if rng.chance(0.7) {
            third.push(account)
        } else {
            first.push(account)
        }
    }
    third.push(cell(
        1.2,
        rng.pick(&["USCIS A#", "A-NUMBER", "ALIEN NUMBER"]),
        &alien,
    ));
    third.push(cell(0.5, "CODE", rng.pick(&["1", "2", "3"])));
    third.push(cell(0.6, "PAGE", "1 of 1"));
    if rng.chance(0.6) {
        second.push(cell(0.45, "SOCIAL SECURITY NUMBER", &social));
    } else {
        third.push(cell(
            1.0,
            "SERVICE REQUEST",
            &format!("SR{}", rng.digits(9)),
        ));
    }
    vec![first, second, third]
}

/// The appointment in two columns under the grid; gives its lower edge.
fn appointment(
    sheet: &mut Sheet,
    cuts: Cuts,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let date = case.noticed.later(0, rng.between(14, 27)).numeric();
    let time = rng.pick(&["8:00AM", "9:00 AM", "11:00 AM", "2:00PM"]);
    truth.fields.appointment_date = Some(date.clone());
    truth.fields.appointment_time = Some(time.to_string());
    let office = field_office(rng);
    let middle = LEFT + 300.0;
    let bottom = top + 76.0;
    sheet.frame([LEFT, top, middle, bottom], 0.7);
    sheet.frame([middle, top, RIGHT, bottom], 0.7);
    sheet.write(
        cuts.plain,
        6.3,
        LEFT + 3.0,
        top + 8.5,
        "APPLICATION SUPPORT CENTER",
    );
    let name = format!("USCIS {}", office.name.replace("Field Office", "ASC"));
    let lines = [name.as_str(), office.street, office.place];
    stack(
        sheet,
        cuts.bold,
        9.5,
        [LEFT + 10.0, top + 26.0],
        13.0,
        &lines,
    );
    let label = rng.pick(&["DATE AND TIME OF APPOINTMENT", "PLEASE APPEAR AT THIS TIME"]);
    sheet.write(cuts.plain, 6.3, middle + 3.0, top + 8.5, label);
    sheet.write(cuts.bold, 13.0, middle + 16.0, top + 38.0, &date);
    sheet.write(cuts.bold, 13.0, middle + 16.0, top + 58.0, time);
    bottom
}

/// The box for the officer's stamp and signs of quality.
fn stamp(sheet: &mut Sheet, cuts: Cuts, top: f32) {
    sheet.frame([380.0, top, RIGHT, top + 96.0], 0.7);
    sheet.centred(
        cuts.plain,
        6.5,
        476.0,
        top + 9.0,
        "ASC STAMP - FOR USCIS USE ONLY",
    );
    for (number, text) in ["Fingerprints taken by", "QA review by", "Date"]
        .iter()
        .enumerate()
    {
        let y = top + 34.0 + 26.0 * number as f32;
        sheet.write(cuts.plain, 7.5, 386.0, y, text);
        sheet.rule(470.0, RIGHT - 8.0, y + 1.0, 0.4);
    }
}

/// What to bring, and the reasons that need no new date.
fn prose(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, top: f32, limit: f32) {
    let lead = "WHEN YOU GO TO THE APPLICATION SUPPORT CENTER, BRING:";
    sheet.write(cuts.bold, 8.6, LEFT, top, lead);
    let mut y = top + 13.0;
    let things = [
        "THIS APPOINTMENT NOTICE, and",
        "PHOTO IDENTIFICATION such as a passport, a driver's license or an identification card.",
    ];
    for (number, thing) in things.iter().enumerate() {
        let text = format!("{}. {thing}", number + 1);
        y = sheet.paragraph(cuts.plain, 8.6, LEFT + 12.0, y, 310.0, &text) + 2.0;
    }
    let more = filler(rng, 6);
    let y = y.max(top + 92.0);
    let y = paragraphs(
        sheet,
        cuts.plain,
        8.6,
        [LEFT, RIGHT],
        y + 10.0,
        limit,
        &more,
    );
    sheet.write(cuts.bold, 8.6, LEFT, y + 4.0, "REQUEST FOR RESCHEDULING");
    let text = "[ ] Please reschedule my appointment. Once a new date is set we cannot change it \
                again. Make a copy of this notice for your records and mail the original to the \
                office above.";
    sheet.paragraph(cuts.plain, 8.6, LEFT, y + 17.0, RIGHT - LEFT, text);
}

/// The head and the title.
fn head(sheet: &mut Sheet, cuts: Cuts, rng: &mut Rng, truth: &mut NoticeTruth) {
    sheet.write(
        cuts.plain,
        7.5,
        LEFT,
        34.0,
        "Department of Homeland Security",
    );
    sheet.write(
        cuts.plain,
        7.5,
        LEFT,
        43.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(
        cuts.bold,
        12.5,
        RIGHT,
        42.0,
        "Form I-797C, Notice of Action",
    );
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.fill([LEFT, 49.0, RIGHT, 62.0], 0.0);
    let x = (LEFT + RIGHT - cuts.bold.width(banner, 8.5)) / 2.0;
    sheet.write_shaded(cuts.bold, 8.5, x, 58.6, banner, 1.0);
    let title = rng.pick(&[
        "ASC Appointment Notice",
        "BIOMETRICS APPOINTMENT NOTICE",
        "Biometric Services Appointment",
        "Fingerprint Notification",
    ]);
    truth.fields.notice_type = Some(title.to_string());
    sheet.write(cuts.bold, 11.5, LEFT, 78.0, title);
}

/// Appointment for fingerprints.
pub(super) fn biometrics(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::FreeSans,
    ];
    let cuts = Cuts::any(rng, &faces);
    let mut sheet = Sheet::letter(cuts.family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    head(&mut sheet, cuts, rng, &mut truth);
    let middle = rng.chance(0.5);
    let tall = rng.uniform(24.0, 30.0);
    let mut y = 84.0;
    for cells in rows(rng, case, &mut truth) {
        y = row(&mut sheet, cuts, &cells, y, tall, middle);
    }
    let holder = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let name = holder.name();
    let mut lines = vec![name.clone()];
    lines.extend(case.address.iter().cloned());
    let label = rng.pick(&["APPLICANT", "APPLICANT NAME AND ADDRESS"]);
    let label = if case.is_petition {
        "BENEFICIARY"
    } else {
        label
    };
    sheet.write(cuts.plain, 6.3, LEFT + 3.0, y + 11.0, label);
    stack(
        &mut sheet,
        cuts.plain,
        10.0,
        [LEFT + 40.0, y + 24.0],
        12.0,
        &lines,
    );
    if case.is_petition {
        truth.fields.beneficiary = Some(name);
    } else {
        truth.fields.applicant = Some(name);
    }
    let at = [330.0, y + 14.0];
    receipt_bars(
        &mut sheet,
        Symbology::Code39,
        at,
        236.0,
        30.0,
        &case.receipt,
    );
    y = appointment(&mut sheet, cuts, rng, case, &mut truth, y + 66.0);
    let lead = "To process your case, USCIS must take your biometrics. Please appear as shown.";
    sheet.write(cuts.plain, 9.0, LEFT, y + 16.0, lead);
    stamp(&mut sheet, cuts, y + 26.0);
    prose(&mut sheet, cuts, rng, y + 36.0, 640.0);
    receipt_bars(
        &mut sheet,
        Symbology::Code128,
        [LEFT, 716.0],
        190.0,
        24.0,
        &case.receipt,
    );
    sheet.write(cuts.plain, 7.0, LEFT, 752.0, "Form I-797C   01/22/18   Y");
    let text = format!(
        "If you have questions, call {} or 1-800-375-5283.",
        phone(rng)
    );
    sheet.flush_right(cuts.plain, 7.0, RIGHT, 752.0, &text);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
