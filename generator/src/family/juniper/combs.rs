//! A fingerprint card with comb boxes, as a machine prints it from a form.
use super::desk::{Account, Desk};
use super::ink::{barcode_to, comb, dashes, prose, put};
use super::words::{mention, place, usual};
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const FACES: &[Family] = &[
    Family::LiberationSans,
    Family::Helvetica,
    Family::LiberationSansNarrow,
    Family::DejaVuSansCondensed,
];
const LABELS: &[&str] = &[
    "{O}'s USCIS Online Account Number",
    "USCIS Online Account Number",
    "USCIS Online Account Number (if any)",
    "Your 12-digit USCIS Online Account Number",
    "Online Account Number with USCIS (if any)",
];

/// One row: label, what stands before the boxes, how many boxes, what is in them.
type Row = (String, &'static str, usize, String);

/// Measures of the rows.
struct Look {
    left: f32,
    beside: bool,
    pitch: f32,
    height: f32,
    ink: (Face, f32),
}

/// The card.
pub(super) fn combs(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "combs", FACES, (0.5, 0.3));
    desk.form("I-797C");
    let mono = rng.pick(&[
        Family::Courier,
        Family::LiberationMono,
        Family::DejaVuSansMono,
    ]);
    let look = Look {
        left: rng.uniform(40.0, 54.0),
        beside: rng.chance(0.5),
        pitch: rng.uniform(13.5, 16.5),
        height: rng.uniform(14.0, 17.0),
        ink: (
            if rng.chance(0.5) {
                Face::bold(mono)
            } else {
                Face::regular(mono)
            },
            10.5,
        ),
    };
    let mut sheet = desk.page();
    head(&mut sheet, rng, &mut desk, &look);
    let list = rows(rng, &mut desk);
    let y = draw_rows(&mut sheet, rng, &desk, &look, &list);
    let y = visit(&mut sheet, rng, &mut desk, &look, y + 8.0);
    words(&mut sheet, rng, &desk, &look, y);
    desk.done(vec![sheet])
}

/// The head: title in a frame, date of the notice, barcode.
fn head(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, look: &Look) {
    let right = 612.0 - look.left;
    sheet.frame([look.left, 30.0, right, 84.0], 1.0);
    sheet.upright(look.left + 170.0, 30.0, 84.0, 0.6);
    let x = look.left + 6.0;
    sheet.write(desk.bold(), 9.0, x, 44.0, "Department of Homeland Security");
    sheet.write(desk.regular(), 8.0, x, 55.0, "U.S. Citizenship and");
    sheet.write(desk.regular(), 8.0, x, 65.0, "Immigration Services");
    sheet.write(desk.regular(), 7.0, x, 78.0, "Form I-797C (Rev. 10/13/21)");
    let title = rng.pick(&[
        "Biometrics Card",
        "Fingerprint Notification",
        "Notice to Appear at ASC",
    ]);
    let title = if title.starts_with("Notice") {
        "ASC Appointment Notice"
    } else {
        title
    };
    desk.truth.fields.notice_type = Some(title.into());
    let middle = look.left + 180.0;
    put(sheet, (desk.bold(), 13.0), [middle, 50.0, 132.0], title);
    let date = format!("Notice date: {}", desk.noticed());
    sheet.write(desk.regular(), 9.0, middle, 64.0, &date);
    let form = format!("For Form {}", desk.code);
    desk.truth.fields.case_type = Some(desk.code.into());
    sheet.write(desk.regular(), 9.0, middle, 77.0, &form);
    let area = [right - 8.0, 40.0, 1.0, 30.0];
    barcode_to(sheet, Symbology::Code128, area, &desk.case.receipt);
}

/// The person whose fingers are printed.
fn subject(case: &Case) -> &Person {
    if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    }
}

/// What stands in the combs.
fn rows(rng: &mut Rng, desk: &mut Desk) -> Vec<Row> {
    let case = desk.case;
    let person = subject(case);
    let given: String = person.given.chars().take(16).collect();
    let family: String = person.family.chars().take(16).collect();
    desk.truth.prints_receipt(&case.receipt);
    let mut rows: Vec<Row> = vec![
        (
            rng.pick(&["Receipt Number", "Receipt Number of the case"])
                .into(),
            "",
            13,
            case.receipt.clone(),
        ),
        ("Family Name (Last Name)".into(), "", 16, family),
        ("Given Name (First Name)".into(), "", 16, given),
    ];
    if rng.chance(0.8) {
        desk.truth.prints_a_number(&person.a_number);
        let label = rng.pick(&["Alien Registration Number (A-Number)", "A-Number (if any)"]);
        rows.push((label.into(), "A-", 9, format!("{:0>9}", person.a_number)));
    }
    if desk.account != Account::None {
        let labels = if case.is_petition {
            &LABELS[..1]
        } else {
            LABELS
        };
        let label = desk.label(rng, labels);
        let mark = rng.pick(&["", ">", ""]);
        let place = rng.between(1, rows.len() as i64) as usize;
        rows.insert(place, (label, mark, 12, desk.plain_number()));
    }
    if rng.chance(0.6) {
        let phone = format!("{}555{}", rng.pick(&["202", "713", "415"]), rng.digits(4));
        rows.push(("Daytime Telephone Number".into(), "", 10, phone));
    }
    if rng.chance(0.4) {
        rows.push((
            "Tracking Number of the Carrier".into(),
            "",
            12,
            rng.digits(12),
        ));
    }
    if rng.chance(0.5) {
        rows.push((
            "Mobile Telephone Number (if any)".into(),
            "",
            10,
            String::new(),
        ));
    }
    rows
}

/// Draws the rows with their numbers; returns the next baseline.
fn draw_rows(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, look: &Look, rows: &[Row]) -> f32 {
    let mut y = 104.0;
    let part = rng.pick(&["Part 1.", "Part A.", "Section 1."]);
    let right = 612.0 - look.left;
    sheet.fill([look.left, y - 10.0, right, y + 4.0], 0.86);
    let title = format!("{part}  About You and Your Case");
    sheet.write(desk.bold(), 9.5, look.left + 4.0, y, &title);
    y += 14.0;
    for (place, (label, before, count, text)) in rows.iter().enumerate() {
        let number = format!("{}.", place + 1);
        let mut x = look.left + 24.0;
        let mut top = y;
        if look.beside {
            let base = top + look.height * 0.65;
            sheet.write(desk.bold(), 8.5, look.left + 4.0, base, &number);
            put(sheet, (desk.regular(), 8.5), [x, base, 190.0], label);
            x += 216.0;
        } else {
            sheet.write(desk.bold(), 8.5, look.left + 4.0, top + 6.0, &number);
            sheet.write(desk.regular(), 8.5, x, top + 6.0, label);
            top += 10.0;
        }
        if !before.is_empty() {
            sheet.write(desk.bold(), 9.0, x, top + look.height * 0.7, before);
        }
        comb(
            sheet,
            look.ink,
            [x + 16.0, top, look.pitch, look.height],
            *count,
            text,
        );
        y = top + look.height + 7.0;
    }
    y
}

/// Place, date and time of the appointment.
fn visit(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, look: &Look, y: f32) -> f32 {
    let right = 612.0 - look.left;
    sheet.fill([look.left, y, right, y + 14.0], 0.86);
    sheet.write(
        desk.bold(),
        9.5,
        look.left + 4.0,
        y + 10.5,
        "Part 2.  Your Appointment",
    );
    let day = desk.date(&desk.case.noticed.later(0, rng.between(15, 40)));
    let time = rng.pick(&["8:00 AM", "9:00 AM", "11:00 AM", "1:00 PM", "2:00 PM"]);
    desk.truth.fields.appointment_date = Some(day.clone());
    desk.truth.fields.appointment_time = Some(time.into());
    let mut base = y + 30.0;
    for (label, value) in [("On:", day.as_str()), ("At:", time)] {
        sheet.write(desk.regular(), 8.5, look.left + 24.0, base, label);
        sheet.write(desk.bold(), 10.0, look.left + 50.0, base, value);
        base += 14.0;
    }
    sheet.write(desk.regular(), 8.5, 280.0, y + 30.0, "Come to:");
    let mut line = y + 30.0;
    for text in place(rng) {
        sheet.write(desk.bold(), 9.0, 326.0, line, &text);
        line += 11.5;
    }
    line.max(base) + 6.0
}

/// The body and the slip at the foot.
fn words(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, look: &Look, y: f32) {
    let right = 612.0 - look.left;
    let mut texts = vec![
        "Bring this card and a photo identification. We will not take your fingerprints without \
         them. Come alone unless you need help."
            .to_string(),
    ];
    if desk.account == Account::None || rng.chance(0.3) {
        texts.push(mention(rng));
    }
    texts.extend(usual(rng, 3));
    prose(
        sheet,
        (desk.regular(), 8.8),
        [look.left, y + 8.0, right - look.left],
        668.0,
        &texts,
    );
    dashes(sheet, look.left, right, 690.0);
    sheet.write(desk.bold(), 8.0, look.left, 704.0, "FOR ASC USE ONLY");
    for (place, label) in ["Biometrics stamp", "QA review stamp", "Date"]
        .iter()
        .enumerate()
    {
        let x = look.left + 110.0 + place as f32 * 130.0;
        sheet.frame([x, 697.0, x + 120.0, 745.0], 0.6);
        sheet.write(desk.regular(), 6.5, x + 3.0, 704.0, label);
    }
    sheet.write(desk.regular(), 7.0, look.left, 756.0, "Form I-797C");
    sheet.flush_right(desk.regular(), 7.0, right, 756.0, "Page 1 of 1");
}
