//! "bounce": a rejection with ticked reasons, mostly without a receipt number.
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
        Family::LiberationSans,
        Family::Helvetica,
        Family::LiberationSansNarrow,
    ];
    let mut desk = Desk::open(rng, case, "I-797C", &families, (40, 20));
    desk.dates(&[1, 2, 0]);
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    hand.bold(9.0).at(&mut sheet, 44.0, 42.0, words::AGENCY[0]);
    hand.plain(9.0).at(&mut sheet, 44.0, 53.0, words::AGENCY[1]);
    hand.plain(9.0)
        .at(&mut sheet, 44.0, 64.0, "USCIS Lockbox Facility");
    hand.bold(13.5)
        .right(&mut sheet, 568.0, 46.0, "Form I-797C, Notice of Action");
    let text = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    hand.bold(7.6).right(&mut sheet, 568.0, 60.0, text);
    let y = grid(&mut desk, &mut sheet);
    let case = desk.case;
    let mut lines = vec![case.filer.name()];
    lines.extend(case.address.iter().cloned());
    if desk.percent(60) {
        kit::mail_bars(&mut sheet, 68.0, y + 14.0, &case.address[0]);
    }
    hand.plain(9.6).stack(&mut sheet, 68.0, y + 34.0, &lines);
    reasons(&mut desk, &mut sheet, y + 92.0);
    let edition = words::edition(&mut desk, "I-797C");
    hand.plain(7.0).at(&mut sheet, 44.0, 758.0, &edition);
    let control = format!(
        "Batch {} / item {}",
        desk.rng.digits(12),
        desk.rng.digits(3)
    );
    hand.plain(7.0).right(&mut sheet, 568.0, 758.0, &control);
    let mut sheets = vec![sheet];
    if desk.percent(50) {
        sheets.push(prose::back(&mut desk));
    }
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// The grid; returns its foot.
fn grid(desk: &mut Desk, sheet: &mut Sheet) -> f32 {
    let hand = desk.hand;
    let cell = Cell {
        label: hand.bold(6.2),
        value: hand.plain(9.2),
        drop: 9.0,
        lead: 12.0,
    };
    let paper = desk.rng.pick(&words::APPLICATIONS);
    desk.truth.fields.case_type = Some(paper.code.into());
    let kind = desk.pick(&["Rejection Notice", "Rejection", "REJECTION NOTICE"]);
    let kind = note(&mut desk.truth.fields.notice_type, kind);
    let noticed = desk.noticed();
    let received = desk.received();
    let filer = desk.case.filer.clone();
    let name = note(&mut desk.truth.fields.applicant, &filer.listed());
    let title = paper.comma();
    let own = desk.own.clone();
    let label = words::own(desk, false).to_uppercase();
    let number = if desk.percent(20) {
        desk.receipt()
    } else {
        String::new()
    };
    let alien = if desk.percent(55) {
        desk.alien(&filer)
    } else {
        String::new()
    };
    let mut last = Vec::new();
    if let Some(own) = &own {
        last.push((42.0, label.as_str(), own.as_str()));
    }
    last.push((30.0, "USCIS ALIEN NUMBER", alien.as_str()));
    last.push((28.0, "RECEIPT NUMBER", number.as_str()));
    let rows: [&[(f32, &str, &str)]; 4] = [
        &[
            (60.0, "NOTICE TYPE", &kind),
            (40.0, "NOTICE DATE", &noticed),
        ],
        &[(100.0, "CASE TYPE", &title)],
        &[
            (50.0, "APPLICANT", &name),
            (30.0, "DATE RECEIVED", &received),
            (20.0, "PAGE", "1 of 1"),
        ],
        &last,
    ];
    let mut y = 76.0;
    let high = 28.5 + desk.rng.uniform(0.0, 4.0);
    for parts in rows {
        y = kit::row(sheet, &cell, [44.0, y, 568.0, y + high], parts);
    }
    y
}

/// Why the form comes back.
fn reasons(desk: &mut Desk, sheet: &mut Sheet, y: f32) {
    let hand = desk.hand;
    let text = "Your form, the papers with it and the payment are returned to you. We could not \
        take them in, for each reason marked below:";
    let mut y = hand.plain(9.6).block(sheet, 44.0, y, 524.0, text) + 8.0;
    let all = [
        "The form is not signed, or the signature was typed or stamped.",
        "The payment is wrong, not signed, or drawn on a bank outside the United States.",
        "The edition of the form is no longer accepted. See the date at the foot of each page.",
        "A page is missing or cannot be read by our machines.",
        "The part of the form that says on what ground you ask was left empty.",
        "The form was sent to the wrong address. See Direct Filing Addresses on www.uscis.gov.",
    ];
    let marked = desk.rng.below(all.len());
    for (place, text) in all.iter().enumerate() {
        let on = place == marked || desk.rng.below(7) == 0;
        y = tick(sheet, hand.plain(9.4), [56.0, y, 512.0], text, on);
    }
    if desk.percent(60) {
        let text = format!(
            "Returned check: routing {}, bank account {}, check {}.",
            desk.rng.digits(9),
            desk.rng.digits(12),
            desk.rng.digits(4)
        );
        y = hand.plain(9.4).block(sheet, 44.0, y + 6.0, 524.0, &text);
    }
    let mut texts = vec![
        "You may send the form again once the problem is corrected. A form that was sent back \
         keeps no filing date, and there is no appeal against a rejection (8 CFR 103.2(a)(7)(ii))."
            .to_string(),
    ];
    texts.push(prose::help(desk).to_string());
    if desk.percent(50) {
        texts.push(prose::account_talk(desk).to_string());
    }
    hand.plain(9.6).flow(sheet, 44.0, y + 8.0, 524.0, &texts);
    if desk.shown {
        let at = [44.0, 700.0, 0.85, 24.0];
        kit::bars(sheet, Symbology::Code128, at, &desk.case.receipt);
    }
}
