//! "chorus": a notice of an oath ceremony with its questions on the back.
use super::desk::{Desk, note};
use super::kit::{self, leader, tick};
use super::{prose, words};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let families = [Family::Times, Family::DejaVuSerif, Family::FreeSerif];
    let mut desk = Desk::open(rng, case, "", &families, (46, 12));
    desk.dates(&[1, 1, 3]);
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    let title = desk.pick(&[
        "Notice of Naturalization Oath Ceremony",
        "NATURALIZATION OATH CEREMONY NOTICE",
    ]);
    let title = note(&mut desk.truth.fields.notice_type, title);
    hand.plain(8.6).at(&mut sheet, 48.0, 44.0, words::AGENCY[0]);
    hand.plain(8.6).at(&mut sheet, 48.0, 55.0, words::AGENCY[1]);
    hand.bold(13.0)
        .fitted(290.0, &title)
        .right(&mut sheet, 564.0, 50.0, &title);
    sheet.rule(48.0, 564.0, 62.0, 0.5);
    sheet.rule(48.0, 564.0, 64.5, 1.5);
    let noticed = desk.noticed();
    let y = numbers(&mut desk, &mut sheet, &noticed);
    let case = desk.case;
    let mut lines = vec![case.filer.name()];
    lines.extend(case.address.iter().cloned());
    hand.plain(10.0).stack(&mut sheet, 72.0, y + 26.0, &lines);
    let y = invitation(&mut desk, &mut sheet, y + 92.0);
    let mut texts = vec![
        "Every person who becomes a citizen must take the Oath of Allegiance in public. Please \
         come half an hour early. Guests are welcome as long as there are seats; small children \
         should sit at the back."
            .to_string(),
        "Bring this notice with the questions on the other side answered, your Permanent \
         Resident Card, any reentry permit or refugee travel document, and your spouse's \
         evidence if we asked for it."
            .to_string(),
        "If you cannot come, send this notice back at once and say why. We will set another day."
            .into(),
    ];
    if desk.percent(50) {
        texts.push(prose::account_talk(&mut desk).to_string());
    }
    let count = 1 + desk.rng.below(3);
    texts.extend(prose::more(&mut desk, count));
    hand.plain(10.0)
        .flow(&mut sheet, 48.0, y + 16.0, 516.0, &texts);
    hand.plain(7.6)
        .at(&mut sheet, 48.0, 752.0, "Form N-445 (Rev. 11/18/19)");
    hand.plain(7.6)
        .right(&mut sheet, 564.0, 752.0, "Continued on the other side");
    let mut sheets = vec![sheet, questions(&mut desk)];
    if desk.percent(35) {
        prose::extras(&mut desk, &mut sheets, &noticed);
    }
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// Numbers in two columns, labels left of values; returns the foot.
fn numbers(desk: &mut Desk, sheet: &mut Sheet, noticed: &str) -> f32 {
    let hand = desk.hand;
    let size = if matches!(desk.family, Family::DejaVuSerif) {
        7.8
    } else {
        9.4
    };
    let filer = desk.case.filer.clone();
    desk.truth.fields.case_type = Some("N-400".into());
    let receipt = desk.receipt();
    let alien = desk.alien(&filer);
    let name = note(&mut desk.truth.fields.applicant, &filer.listed());
    let id = desk.pick(&["Application ID#", "Receipt Number", "Application No."]);
    let who = desk.pick(&["A-Number", "Alien Reg. No.", "A File No."]);
    let mut left = vec![("Applicant", name), (who, alien), (id, receipt)];
    let right = [
        ("Notice Date", noticed),
        ("Case Type", "N-400"),
        ("Page", "1 of 2"),
    ];
    if let Some(own) = desk.own.clone() {
        left.push((words::own(desk, false), own));
    }
    let dots = desk.percent(35);
    let mut y = 82.0;
    for (label, value) in &left {
        if dots {
            leader(sheet, hand.plain(size), [48.0, 366.0, y], label, value);
            y += 16.0;
            continue;
        }
        hand.bold(size).put(sheet, 48.0, y, 152.0, label);
        hand.plain(size).put(sheet, 206.0, y, 160.0, value);
        sheet.rule(204.0, 366.0, y + 3.0, 0.3);
        y += 16.0;
    }
    let foot = y;
    y = 82.0;
    for (label, value) in right {
        hand.bold(size).at(sheet, 392.0, y, label);
        hand.plain(size).at(sheet, 464.0, y, value);
        sheet.rule(462.0, 564.0, y + 3.0, 0.3);
        y += 16.0;
    }
    let at = [392.0, foot + 4.0, 0.78, 22.0];
    kit::bars(sheet, Symbology::Code128, at, &desk.case.receipt);
    foot
}

/// Day, hour and hall; returns the foot.
fn invitation(desk: &mut Desk, sheet: &mut Sheet, y: f32) -> f32 {
    let hand = desk.hand;
    let days = desk.rng.between(14, 50);
    let date = desk.case.noticed.later(0, days);
    let date = desk.date(&date);
    let date = note(&mut desk.truth.fields.appointment_date, &date);
    let hour = desk.pick(&["8:30 AM", "10:00 AM", "12:45 PM", "2:00 PM"]);
    let hour = note(&mut desk.truth.fields.appointment_time, hour);
    let text = "You are hereby notified to appear for a Naturalization Oath Ceremony on:";
    hand.bold(10.0).at(sheet, 48.0, y, text);
    let top = y + 10.0;
    sheet.fill([48.0, top, 564.0, top + 62.0], 0.93);
    sheet.frame([48.0, top, 564.0, top + 62.0], 0.7);
    hand.plain(8.0).at(sheet, 58.0, top + 14.0, "Date");
    hand.bold(11.0).at(sheet, 58.0, top + 30.0, &date);
    hand.plain(8.0).at(sheet, 200.0, top + 14.0, "Time");
    hand.bold(11.0).at(sheet, 200.0, top + 30.0, &hour);
    hand.plain(8.0).at(sheet, 300.0, top + 14.0, "Place");
    let hall = desk.pick(&[
        "MUNICIPAL AUDITORIUM",
        "FEDERAL COURTHOUSE, ROOM 240",
        "CONVENTION HALL B",
    ]);
    let site = desk.rng.pick(&words::PLACES);
    let mut y = top + 28.0;
    for line in [hall, site[1], site[2]] {
        hand.plain(9.4).put(sheet, 300.0, y, 256.0, line);
        y += 11.6;
    }
    top + 62.0
}

/// The questions on the back.
fn questions(desk: &mut Desk) -> Sheet {
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    let text = "In connection with your application, answer each question. Answer on the day of \
        the ceremony and not before; sign below.";
    let mut y = hand.bold(10.0).block(&mut sheet, 48.0, 56.0, 516.0, text) + 10.0;
    let asked = [
        "Have you married, or been widowed, separated or divorced?",
        "Have you left the United States, even for a day?",
        "Have you been cited, arrested, charged or convicted for any breach of a law?",
        "Have you joined any group, or left one, that you did not name in the interview?",
        "Has your willingness changed to bear arms or to do other service when the law asks it?",
        "Have you given up or lost your Permanent Resident Card?",
    ];
    hand.bold(8.6)
        .right(&mut sheet, 564.0, y, "AFTER your interview:   Yes      No ");
    y += 18.0;
    for (place, text) in asked.iter().enumerate() {
        let next = hand.plain(10.0).block(
            &mut sheet,
            48.0,
            y,
            420.0,
            &format!("{}. {text}", place + 1),
        );
        tick(&mut sheet, hand.plain(10.0), [512.0, y, 30.0], "", false);
        tick(&mut sheet, hand.plain(10.0), [545.0, y, 30.0], "", false);
        y = next + 10.0;
    }
    let text = "I certify that each answer was given by me or at my word and is true.";
    hand.plain(10.0).at(&mut sheet, 48.0, y + 10.0, text);
    for (x, wide, label) in [
        (48.0, 240.0, "Signature"),
        (320.0, 110.0, "Date"),
        (450.0, 114.0, "City and State"),
    ] {
        sheet.rule(x, x + wide, y + 52.0, 0.6);
        hand.plain(7.6).at(&mut sheet, x, y + 62.0, label);
    }
    hand.plain(7.6)
        .at(&mut sheet, 48.0, 752.0, "Form N-445 (Rev. 11/18/19)");
    let receipt = desk.receipt();
    hand.plain(7.6).right(
        &mut sheet,
        564.0,
        752.0,
        &format!("{receipt}   Page 2 of 2"),
    );
    sheet
}
