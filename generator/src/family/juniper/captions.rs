//! An appointment notice whose labels are small captions beneath the ruled values.
use super::desk::Desk;
use super::ink::{barcode, block, fit, prose, put};
use super::words::{mention, place, usual};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const FACES: &[Family] = &[
    Family::Times,
    Family::LiberationSerif,
    Family::FreeSerif,
    Family::DejaVuSerif,
];
const LABELS: &[&str] = &[
    "USCIS online account number",
    "(USCIS online account no. of the {o})",
    "no. of {o}'s account at USCIS Online",
    "online account with USCIS (number)",
    "{o}'s USCIS online account no.",
];

/// One ruled place: value, caption, share of the width.
type Place = (String, String, f32);

/// Measures of the ruled places.
struct Look {
    left: f32,
    right: f32,
    value: (Face, f32),
    caption: (Face, f32),
    pitch: f32,
}

/// The notice.
pub(super) fn captions(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "captions", FACES, (0.45, 0.3));
    desk.form("I-797C");
    let left = rng.uniform(48.0, 66.0);
    let slanted = rng.chance(0.5);
    let typed = rng.pick(&[Family::Courier, Family::LiberationMono, Family::Helvetica]);
    let look = Look {
        left,
        right: 612.0 - left,
        value: (Face::regular(typed), rng.uniform(9.5, 11.0)),
        caption: (
            if slanted {
                desk.italic()
            } else {
                desk.regular()
            },
            rng.uniform(6.8, 7.8),
        ),
        pitch: rng.uniform(32.0, 38.0),
    };
    let mut sheet = desk.page();
    head(&mut sheet, rng, &mut desk, &look);
    let rows = places(rng, &mut desk);
    let y = if rng.chance(0.4) {
        let y = meeting(&mut sheet, rng, &mut desk, &look, 98.0);
        ruled(&mut sheet, &look, y, &rows)
    } else {
        let y = ruled(&mut sheet, &look, 122.0, &rows);
        meeting(&mut sheet, rng, &mut desk, &look, y)
    };
    words(&mut sheet, rng, &mut desk, &look, y);
    desk.done(vec![sheet])
}

/// Seal, agency in the middle, title.
fn head(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, look: &Look) {
    let agency = "U.S. Citizenship and Immigration Services";
    let plain = rng.chance(0.4);
    let department = if plain {
        "Department of Homeland Security"
    } else {
        "U.S. Department of Homeland Security"
    };
    let sizes = if plain { (9.5, 11.5) } else { (12.0, 10.0) };
    sheet.centred(desk.bold(), sizes.0, 306.0, 40.0, department);
    sheet.centred(desk.regular(), sizes.1, 306.0, 53.0, agency);
    let title = rng.pick(&[
        "ASC Appointment Notice",
        "Biometric Notification",
        "Request for Applicant to Appear for Interview",
    ]);
    desk.truth.fields.notice_type = Some(title.into());
    sheet.centred(desk.bold(), 14.0, 306.0, 74.0, title);
    sheet.write(desk.regular(), 8.0, look.left, 40.0, "Form I-797C,");
    sheet.write(desk.regular(), 8.0, look.left, 50.0, "Notice of Action");
    sheet.flush_right(desk.regular(), 8.0, look.right, 40.0, "Page 1 of 1");
    sheet.rule(look.left, look.right, 83.0, 1.5);
    sheet.rule(look.left, look.right, 86.0, 0.5);
}

/// The ruled places, row by row.
fn places(rng: &mut Rng, desk: &mut Desk) -> Vec<Vec<Place>> {
    let case = desk.case;
    let spot = |v: String, c: &str, w: f32| (v, c.to_string(), w);
    desk.truth.fields.case_type = Some(desk.code.into());
    let mut first = vec![
        spot(
            desk.receipt(),
            rng.pick(&["receipt number", "receipt no. of the case"]),
            1.2,
        ),
        spot(
            desk.noticed(),
            rng.pick(&["date of this notice", "notice date"]),
            1.0,
        ),
        spot(format!("Form {}", desk.code), "case type", 0.8),
    ];
    if rng.chance(0.3) {
        first.rotate_left(1);
    }
    let mut second = vec![spot(desk.filer(), &desk.role().to_lowercase(), 1.4)];
    if desk.employer.is_none() {
        let label = rng.pick(&["USCIS A#", "alien number", "A-Number"]);
        second.push(spot(desk.alien(rng, &case.filer), label, 1.0));
    }
    let mut third = vec![spot(rng.pick(&["1", "2", "3"]).into(), "code", 0.3)];
    if desk.has_account() {
        let label = desk.label(rng, LABELS);
        third.insert(rng.below(2), (desk.number(), label, 1.3));
    }
    if rng.chance(0.6) {
        let ssn = rng.pick(&["", "***-**-"]);
        let ssn = if ssn.is_empty() {
            String::new()
        } else {
            format!("{ssn}{}", rng.digits(4))
        };
        third.push(spot(ssn, "social security number", 0.9));
    } else {
        third.push(spot(
            rng.digits(12),
            "document control no. (mail room)",
            1.1,
        ));
    }
    if rng.chance(0.5) {
        vec![first, second, third]
    } else {
        vec![first, third, second]
    }
}

/// Draws values, rules and captions; returns the y below.
fn ruled(sheet: &mut Sheet, look: &Look, mut y: f32, rows: &[Vec<Place>]) -> f32 {
    const GUTTER: f32 = 16.0;
    for row in rows {
        let share: f32 = row.iter().map(|place| place.2).sum();
        let room = look.right - look.left - GUTTER * (row.len() - 1) as f32;
        let mut x = look.left;
        for (value, caption, part) in row {
            let width = room * part / share;
            put(sheet, look.value, [x + 3.0, y, width - 4.0], value);
            sheet.rule(x, x + width, y + 3.5, 0.6);
            put(
                sheet,
                look.caption,
                [x + 3.0, y + 11.5, width - 4.0],
                caption,
            );
            x += width + GUTTER;
        }
        y += look.pitch;
    }
    y
}

/// The appointment in a heavy frame, with the stamp box beside it.
fn meeting(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, look: &Look, y: f32) -> f32 {
    let split = look.left + (look.right - look.left) * 0.62;
    let bottom = y + 92.0;
    sheet.frame([look.left, y, split, bottom], 1.6);
    let day = desk.date(&desk.case.noticed.later(1, rng.between(0, 25)));
    let time = rng.pick(&["8:00 AM", "9:30 AM", "10:15 AM", "1:00 PM", "12:45 PM"]);
    desk.truth.fields.appointment_date = Some(day.clone());
    desk.truth.fields.appointment_time = Some(time.into());
    let width = split - look.left - 16.0;
    let both = [(day, "day", 1.6), (time.to_string(), "hour", 1.0)];
    let row: Vec<Place> = both.map(|(v, c, w)| (v, c.to_string(), w)).to_vec();
    let inner = Look {
        left: look.left + 8.0,
        right: look.left + 8.0 + width,
        value: (look.value.0, look.value.1),
        caption: look.caption,
        pitch: 30.0,
    };
    let next = ruled(sheet, &inner, y + 16.0, &[row]);
    block(
        sheet,
        (look.value.0, 8.5),
        [look.left + 11.0, next, 10.5],
        &place(rng),
    );
    sheet.frame([split + 10.0, y, look.right, bottom], 0.6);
    put(
        sheet,
        (desk.regular(), 7.0),
        [split + 14.0, y + 9.0, 150.0],
        "BIOMETRICS STAMP",
    );
    sheet.rule(split + 10.0, look.right, y + 46.0, 0.4);
    put(
        sheet,
        (desk.regular(), 7.0),
        [split + 14.0, y + 55.0, 150.0],
        "QA REVIEW STAMP",
    );
    bottom + 22.0
}

/// The addressee, the body, and a second barcode at the foot.
fn words(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, look: &Look, y: f32) {
    let lines = desk.addressee(rng.chance(0.3));
    block(
        sheet,
        (look.value.0, 9.5),
        [look.left + 24.0, y, 12.0],
        &lines,
    );
    let tall = lines.len() as f32 * 12.0 + 14.0;
    let mut texts = vec![
        "You must come to the place named in the frame on the day and at the hour named there. If \
         you do not come, your case may be denied."
            .to_string(),
        "Bring this notice and your passport, driver's license or other card with your picture."
            .to_string(),
    ];
    if !desk.has_account() || rng.chance(0.4) {
        texts.push(mention(rng));
    }
    texts.extend(usual(rng, 4));
    let area = [look.left, y + tall, look.right - look.left];
    prose(sheet, (desk.regular(), 10.0), area, 680.0, &texts);
    let text = "If you cannot come, call 1-800-375-5283 before the day. Do not write.";
    let size = fit(desk.bold(), 10.0, look.right - look.left, text);
    sheet.centred(desk.bold(), size, 306.0, 700.0, text);
    barcode(
        sheet,
        Symbology::Code39,
        [look.left, 714.0, 0.85, 26.0],
        &desk.case.receipt,
    );
    sheet.flush_right(
        desk.regular(),
        7.5,
        look.right,
        738.0,
        "Form I-797C 01/31/05 N",
    );
}
