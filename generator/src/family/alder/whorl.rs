//! "whorl": an appointment for fingerprints, with stamp box and code.
use super::desk::{Desk, note};
use super::kit::{self, Cell};
use super::{prose, words};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let families = [
        Family::Times,
        Family::LiberationSerif,
        Family::Courier,
        Family::FreeSans,
    ];
    let mut desk = Desk::open(rng, case, "I-797C", &families, (44, 34));
    desk.dates(&[0, 0, 3]);
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    hand.bold(8.8)
        .at(&mut sheet, 38.0, 38.0, "Department of Homeland Security");
    hand.plain(8.8).at(&mut sheet, 38.0, 49.0, words::AGENCY[1]);
    hand.bold(13.0)
        .right(&mut sheet, 574.0, 47.0, "I-797C, Notice of Action");
    sheet.rule(38.0, 574.0, 55.0, 2.0);
    let y = grid(&mut desk, &mut sheet);
    let case = desk.case;
    let mut lines = vec![case.filer.name()];
    lines.extend(case.address.iter().cloned());
    hand.plain(9.4).stack(&mut sheet, 58.0, y + 34.0, &lines);
    let at = [330.0, y + 14.0, 0.9, 26.0];
    kit::bars(&mut sheet, Symbology::Code39, at, &case.receipt);
    let y = place(&mut desk, &mut sheet, y + 84.0);
    bring(&mut desk, &mut sheet, y + 16.0);
    stamps(&mut desk, &mut sheet);
    let mut sheets = vec![sheet];
    let noticed = desk.noticed();
    prose::extras(&mut desk, &mut sheets, &noticed);
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// The grid; returns its foot.
fn grid(desk: &mut Desk, sheet: &mut Sheet) -> f32 {
    let hand = desk.hand;
    let size = if matches!(desk.family, Family::Courier) {
        5.6
    } else {
        6.4
    };
    let cell = Cell {
        label: hand.plain(size),
        value: hand.bold(9.2),
        drop: 8.0,
        lead: 11.5,
    };
    let filer = desk.case.filer.clone();
    let pool = [
        words::APPLICATIONS[0],
        words::APPLICATIONS[3],
        words::APPLICATIONS[4],
        words::APPLICATIONS[5],
    ];
    let paper = desk.rng.pick(&pool);
    desk.truth.fields.case_type = Some(paper.code.into());
    let receipt = desk.receipt();
    let noticed = desk.noticed();
    let alien = desk.alien(&filer);
    let title = note(
        &mut desk.truth.fields.notice_type,
        desk.rng
            .pick(&["ASC Appointment Notice", "Biometrics Appointment Notice"]),
    );
    let social = if desk.percent(35) {
        let digits = desk.rng.digits(8);
        format!("9{}-{}-{}", &digits[..2], &digits[2..4], &digits[4..])
    } else {
        String::new()
    };
    let own = desk.own.clone();
    let label = match desk.rng.below(4) {
        0 => "ACCOUNT NUMBER".to_string(),
        _ => words::own(desk, false).to_uppercase(),
    };
    let code = desk.rng.pick(&["1", "2", "3", "3B"]);
    let named = paper.grid();
    let mut third = Vec::new();
    if let Some(own) = &own {
        third.push((44.0, label.as_str(), own.as_str()));
    }
    third.push((34.0, "USCIS A#", alien.as_str()));
    third.push((10.0, "CODE", code));
    third.push((12.0, "PAGE", "1 of 1"));
    let rows: [&[(f32, &str, &str)]; 3] = [
        &[(58.0, title.as_str(), ""), (42.0, "NOTICE DATE", &noticed)],
        &[
            (38.0, "APPLICATION NUMBER", &receipt),
            (38.0, "CASE TYPE", &named),
            (24.0, "SOCIAL SECURITY NUMBER", &social),
        ],
        &third,
    ];
    let head = Cell {
        label: hand.bold(12.0),
        value: hand.plain(6.0),
        drop: 19.0,
        lead: 8.0,
    };
    let mut y = 60.0;
    for (place, parts) in rows.iter().enumerate() {
        if place == 0 {
            head.boxed(sheet, [38.0, y, 348.0, y + 31.0], parts[0].1, "");
            cell.boxed(sheet, [348.0, y, 574.0, y + 31.0], parts[1].1, parts[1].2);
            y += 31.0;
        } else {
            y = kit::row(sheet, &cell, [38.0, y, 574.0, y + 34.0], parts);
        }
    }
    y
}

/// Place, date and time; returns the foot.
fn place(desk: &mut Desk, sheet: &mut Sheet, y: f32) -> f32 {
    let hand = desk.hand;
    let text = desk.pick(&[
        "To go on with your case, we must take your fingerprints, photograph and signature. \
         PLEASE COME TO THE PLACE BELOW ON THE DATE AND AT THE TIME GIVEN. If you stay away \
         without asking for another day, your case may be treated as given up.",
        "Biometrics are needed for the case above. YOU ARE ASKED TO APPEAR IN PERSON at the \
         Application Support Center named here. One who does not come may lose the filing.",
    ]);
    let y = hand.plain(9.4).block(sheet, 38.0, y, 536.0, text) + 4.0;
    let site = desk.rng.pick(&words::PLACES);
    let days = desk.rng.between(12, 40);
    let date = desk.case.noticed.later(0, days);
    let date = desk.date(&date);
    let date = note(&mut desk.truth.fields.appointment_date, &date);
    let time = desk.pick(&["8:00 AM", "9:00 AM", "11:00AM", "2:00 PM", "1:30 p.m."]);
    let time = note(&mut desk.truth.fields.appointment_time, time);
    sheet.frame([38.0, y, 306.0, y + 74.0], 0.8);
    sheet.frame([306.0, y, 574.0, y + 74.0], 0.8);
    hand.bold(8.0)
        .put(sheet, 43.0, y + 12.0, 255.0, "APPLICATION SUPPORT CENTER");
    let mut at = y + 26.0;
    for line in site {
        hand.plain(9.6).put(sheet, 43.0, at, 256.0, line);
        at += 11.6;
    }
    hand.bold(8.0).put(
        sheet,
        311.0,
        y + 12.0,
        255.0,
        "DATE AND TIME OF APPOINTMENT",
    );
    hand.bold(11.0).at(sheet, 311.0, y + 32.0, &date);
    hand.bold(11.0).at(sheet, 311.0, y + 50.0, &time);
    y + 74.0
}

/// What to bring.
fn bring(desk: &mut Desk, sheet: &mut Sheet, y: f32) {
    let hand = desk.hand;
    hand.bold(9.4)
        .at(sheet, 38.0, y, "WHEN YOU COME, YOU MUST BRING:");
    let mut y = y + 14.0;
    let texts = [
        "THIS NOTICE, the whole page, unfolded.",
        "A PHOTO IDENTIFICATION, such as a passport, a driver's license or a resident card.",
        "Any other appointment notice that you got for this or another case.",
    ];
    for (place, text) in texts.iter().enumerate() {
        let text = format!("{}. {text}", place + 1);
        y = hand.plain(9.2).block(sheet, 50.0, y, 515.0, &text) + 1.0;
    }
    let tail = if desk.percent(50) {
        prose::account_talk(desk)
    } else {
        "No telephones or cameras may be used inside. Children and friends who are not on the \
         notice may be asked to wait outside."
    };
    y = hand.plain(9.2).block(sheet, 38.0, y + 8.0, 536.0, tail) + 6.0;
    hand.bold(9.2).at(sheet, 38.0, y, "REQUEST FOR ANOTHER DAY");
    let text = "Call 800-375-5283 before the day of the appointment, or ask online at \
        my.uscis.gov. Give good cause. A request made late is mostly refused.";
    let y = hand.plain(9.2).block(sheet, 38.0, y + 12.0, 536.0, text);
    let count = desk.rng.below(3);
    let texts = prose::more(desk, count);
    hand.plain(9.2).flow(sheet, 38.0, y + 6.0, 536.0, &texts);
}

/// The boxes at the foot that the office fills in.
fn stamps(desk: &mut Desk, sheet: &mut Sheet) {
    let hand = desk.hand;
    sheet.frame([38.0, 640.0, 300.0, 720.0], 0.8);
    hand.bold(7.4)
        .put(sheet, 43.0, 651.0, 250.0, "BIOMETRICS PROCESSING STAMP");
    let lines = [
        "ASC SITE CODE: ____________",
        "BIOMETRICS QA REVIEW BY: ____________",
        "ON: ____________",
    ];
    let mut y = 672.0;
    for line in lines {
        hand.plain(7.6).put(sheet, 43.0, y, 250.0, line);
        y += 16.0;
    }
    if desk.percent(60) {
        let at = [330.0, 668.0, 0.9, 22.0];
        kit::bars(sheet, Symbology::Code128, at, &desk.case.receipt);
        let receipt = desk.receipt();
        hand.plain(8.0).at(sheet, 330.0, 700.0, &receipt);
    }
    let edition = words::edition(desk, "I-797C");
    hand.plain(7.0).right(sheet, 574.0, 756.0, &edition);
}
