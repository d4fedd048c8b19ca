//! "foyer": a request to appear for an interview.
use super::desk::{Desk, note};
use super::kit::{self, Cell, tick};
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
        Family::LiberationSansNarrow,
    ];
    let mut desk = Desk::open(rng, case, "I-797C", &families, (48, 10));
    desk.dates(&[1, 0]);
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    hand.bold(9.2).at(&mut sheet, 40.0, 40.0, words::AGENCY[0]);
    hand.plain(9.2).at(&mut sheet, 40.0, 51.0, words::AGENCY[1]);
    hand.bold(12.5)
        .right(&mut sheet, 572.0, 48.0, "Form I-797C, Notice of Action");
    let text = "This notice does not grant any immigration status or benefit.";
    hand.italic(8.4).right(&mut sheet, 572.0, 59.0, text);
    let y = grid(&mut desk, &mut sheet);
    let y = address(&mut desk, &mut sheet, y);
    let y = summons(&mut desk, &mut sheet, y + 22.0);
    checklist(&mut desk, &mut sheet, y + 8.0);
    let at = [40.0, 726.0, 0.8, 20.0];
    kit::bars(&mut sheet, Symbology::Code39, at, &desk.case.receipt);
    let edition = words::edition(&mut desk, "I-797C");
    hand.plain(7.2).right(&mut sheet, 572.0, 758.0, &edition);
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
    let cell = Cell {
        label: hand.plain(6.6),
        value: hand.plain(9.2),
        drop: 8.5,
        lead: 11.0,
    };
    let paper = desk
        .rng
        .pick(&[words::APPLICATIONS[0], words::APPLICATIONS[4]]);
    desk.truth.fields.case_type = Some(paper.code.into());
    let kind = if paper.code == "N-400" {
        "Request for Applicant to Appear for Naturalization Initial Interview"
    } else {
        desk.pick(&[
            "Request for Applicant to Appear for Initial Interview",
            "Request for Applicant to Appear for Interview",
        ])
    };
    let kind = note(&mut desk.truth.fields.notice_type, kind);
    let filer = desk.case.filer.clone();
    let noticed = desk.noticed();
    let receipt = desk.receipt();
    let alien = desk.alien(&filer);
    let received = desk.received();
    let own = desk.own.clone();
    let label = words::own(desk, false);
    let title = format!("FORM {}, {}", paper.code, paper.title.to_uppercase());
    let who = desk.pick(&["A-Number", "USCIS A#", "Alien Registration No."]);
    let mut last = vec![(36.0, "Receipt Number", receipt.as_str())];
    if let Some(own) = &own {
        last.push((38.0, label, own));
    }
    last.push((26.0, who, alien.as_str()));
    let y = 68.0;
    let bold = Cell {
        value: hand.bold(9.2),
        ..cell
    };
    bold.boxed(sheet, [40.0, y, 440.0, y + 33.0], "Notice Type", &kind);
    cell.boxed(sheet, [440.0, y, 572.0, y + 33.0], "Notice Date", &noticed);
    let y = y + 33.0;
    let parts = [
        (60.0, "Case Type", title.as_str()),
        (26.0, "Received Date", received.as_str()),
        (14.0, "Page", "1 of 1"),
    ];
    let y = kit::row(sheet, &cell, [40.0, y, 572.0, y + 33.0], &parts);
    kit::row(sheet, &cell, [40.0, y, 572.0, y + 33.0], &last)
}

/// The address and, right of it, the applicant; returns the next baseline.
fn address(desk: &mut Desk, sheet: &mut Sheet, y: f32) -> f32 {
    let case = desk.case;
    let mut lines = vec![case.filer.name()];
    lines.extend(case.address.iter().cloned());
    desk.hand.plain(10.0).stack(sheet, 64.0, y + 30.0, &lines);
    let name = note(&mut desk.truth.fields.applicant, &case.filer.listed());
    let pens = (desk.hand.bold(9.4), desk.hand.plain(9.4));
    kit::pair(sheet, pens, 340.0, y + 30.0, ("Applicant:", &name));
    if desk.percent(30) {
        let label = "Attorney Online Account No.:";
        let digits = desk.representative();
        kit::pair(sheet, pens, 340.0, y + 44.0, (label, &digits));
    }
    y + 72.0
}

/// Where and when; returns the next baseline.
fn summons(desk: &mut Desk, sheet: &mut Sheet, y: f32) -> f32 {
    let hand = desk.hand;
    let text = desk.pick(&[
        "You are asked to come to the office named below for an interview about the application \
         above. The interview takes about 30 minutes; the wait may be longer. If you do not come, \
         the application may be denied (8 CFR 103.2(b)(13)).",
        "Please appear for an interview as set out here. An officer will go through your \
         application with you. Whoever cannot come must tell this office before that day.",
    ]);
    let y = hand.plain(9.8).block(sheet, 40.0, y, 532.0, text) + 8.0;
    let site = desk.rng.pick(&words::PLACES);
    let days = desk.rng.between(20, 60);
    let date = desk.case.noticed.later(0, days);
    let date = desk.date(&date);
    let date = note(&mut desk.truth.fields.appointment_date, &date);
    let hour = desk.pick(&["7:45 AM", "9:15 AM", "10:30 AM", "1:00 PM", "2:20 PM"]);
    let hour = note(&mut desk.truth.fields.appointment_time, hour);
    let pens = (hand.bold(10.0), hand.plain(10.0));
    sheet.rule(40.0, 572.0, y - 6.0, 0.6);
    let at = y + 8.0;
    hand.bold(10.0).at(sheet, 40.0, at, "Please come to:");
    hand.plain(10.0).stack(sheet, 128.0, at, &site);
    kit::pair(sheet, pens, 390.0, at, ("On:", &date));
    kit::pair(sheet, pens, 390.0, at + 14.0, ("At:", &hour));
    let room = format!(
        "Room {}, ask at window {}",
        desk.rng.between(100, 640),
        desk.rng.between(1, 9)
    );
    hand.plain(9.0).at(sheet, 390.0, at + 28.0, &room);
    sheet.rule(40.0, 572.0, at + 38.0, 0.6);
    at + 52.0
}

/// What to bring, with tick boxes.
fn checklist(desk: &mut Desk, sheet: &mut Sheet, y: f32) {
    let hand = desk.hand;
    hand.bold(9.8)
        .at(sheet, 40.0, y, "YOU MUST BRING WITH YOU:");
    let items = [
        "This letter and a photo identification issued by a government.",
        "All passports and travel papers, also those that have run out.",
        "Your Permanent Resident Card, Form I-551, or any Employment Authorization Document.",
        "Tax returns or transcripts of the last three years (with W-2 and 1099).",
        "Certified court dispositions of every arrest, even if a record was sealed.",
        "A translation into English of each paper in another language, signed by the translator.",
        "If you are married: the certificate, and papers that show a shared home and money.",
    ];
    let count = 4 + desk.rng.below(4);
    let mut y = y + 16.0;
    for item in &items[..count] {
        y = tick(sheet, hand.plain(9.4), [48.0, y, 520.0], item, false);
    }
    let mut texts = vec![
        "If you need an interpreter or help because of a disability, call \
        800-375-5283 (TTY 800-767-1833) at once."
            .to_string(),
    ];
    if desk.percent(50) {
        texts.push(prose::account_talk(desk).to_string());
    }
    let count = desk.rng.below(3);
    texts.extend(prose::more(desk, count));
    texts.push("Please do not come more than 15 minutes early. Weapons are not allowed.".into());
    hand.plain(9.4).flow(sheet, 40.0, y + 6.0, 532.0, &texts);
}
