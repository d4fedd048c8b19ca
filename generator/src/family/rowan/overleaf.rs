//! A back page with general information, as some notices carry it.
use super::facts::Facts;
use super::kit::Page;
use super::traps;
use crate::case;
use crate::rng::Rng;

/// Adds a back page in one notice of four; `named` where it repeats the receipt number.
pub(super) fn add(rng: &mut Rng, page: &mut Page, facts: &Facts, named: bool) {
    if !rng.chance(0.25) {
        return;
    }
    page.turn();
    let bold = page.bold;
    let italic = page.italic;
    let title = rng.pick(&[
        "ADDITIONAL INFORMATION",
        "General information",
        "On the back",
    ]);
    page.sheet.centred(bold, 12.0, 306.0, 60.0, title);
    let mut y = 92.0;
    if named {
        let head = format!("{}  continued", facts.receipt);
        page.sheet.write(italic, 8.5, 60.0, 40.0, &head);
    }
    let heads = [
        "Your address",
        "Questions",
        "Accounts and numbers",
        "Travel",
    ];
    let start = rng.below(4);
    for (i, text) in traps::body(rng, 8).iter().enumerate() {
        if i % 2 == 0 {
            page.strong(10.0, 60.0, y, heads[(start + i / 2) % 4]);
            y += 14.0;
        }
        y = page.text(9.5, 60.0, y, 492.0, text) + 6.0;
    }
    if rng.chance(0.5) {
        sample(rng, page, y + 14.0);
    }
    page.sheet.centred(
        italic,
        8.5,
        306.0,
        756.0,
        "General information only; see page 1 for what concerns your own case.",
    );
}

/// A framed sample that shows where forms ask for the number.
fn sample(rng: &mut Rng, page: &mut Page, top: f32) {
    page.sheet.frame([60.0, top, 552.0, top + 58.0], 0.8);
    page.strong(
        9.0,
        70.0,
        top + 16.0,
        "SAMPLE — how to fill in item 4 of a form (not your number)",
    );
    let number = case::account(rng);
    page.put(
        9.0,
        70.0,
        top + 32.0,
        "4. USCIS Online Account Number, e.g.",
    );
    page.put(9.0, 270.0, top + 32.0, &number);
    page.put(
        8.0,
        70.0,
        top + 48.0,
        "The sample number belongs to nobody. Write your own or leave it out.",
    );
}
