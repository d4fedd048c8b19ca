//! A transfer notice as a memorandum with a block of tabs and footnotes.
use super::facts::{Facts, Plan};
use super::kit::{Page, Row, Slot, wrap};
use super::overleaf;
use super::traps;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 11);
    let family = rng.pick(&[
        Family::Times,
        Family::Courier,
        Family::FreeSerif,
        Family::FreeSans,
    ]);
    let mut page = Page::new(family, "I-797C");
    let size = if matches!(family, Family::Courier) {
        9.0
    } else {
        10.5
    };
    // The account number stands in a footnote or in the block; a blank only in the block.
    let below = facts.plan == Plan::Printed && rng.chance(0.6);
    let mut y = head(rng, &mut page, &facts);
    y = block(rng, &mut page, &facts, y, size, below);
    y = body(rng, &mut page, &facts, y + 22.0, size, below);
    copies(rng, &mut page, &facts, y + 18.0, size);
    feet(rng, &mut page, &facts, below);
    overleaf::add(rng, &mut page, &facts, true);
    page.finish()
}

/// The word Memorandum and the agency.
fn head(rng: &mut Rng, page: &mut Page, facts: &Facts) -> f32 {
    let plain = page.plain;
    let bold = page.bold;
    page.sheet
        .centred(plain, 9.5, 306.0, 44.0, "UNITED STATES GOVERNMENT");
    let title = rng.pick(&["MEMORANDUM", "M E M O R A N D U M", "Memorandum of Action"]);
    page.sheet.centred(bold, 17.0, 306.0, 66.0, title);
    let place = format!("USCIS, {}", facts.office.name);
    page.sheet.centred(plain, 9.5, 306.0, 80.0, &place);
    page.sheet.rule(60.0, 552.0, 90.0, 1.0);
    page.sheet.rule(60.0, 552.0, 92.5, 0.4);
    118.0
}

/// The block of tabs: TO, FROM, DATE, SUBJECT and the references.
fn block(rng: &mut Rng, page: &mut Page, facts: &Facts, top: f32, size: f32, below: bool) -> f32 {
    let mut y = top;
    let to = facts.addressee(rng).join(", ");
    let subject = rng.pick(&[
        "Transfer Notice",
        "Notice of Transfer",
        "Transfer of Your Case",
    ]);
    let mut rows = vec![
        Row::new("TO", to, Slot::Other),
        Row::new(
            "FROM",
            format!("Director, {}", facts.office.name),
            Slot::Other,
        ),
        facts.date_row(
            rng.pick(&["DATE", "DATED"]),
            &facts.case.noticed,
            Slot::Noticed,
        ),
        Row::new(rng.pick(&["SUBJECT", "SUBJ"]), subject, Slot::Type),
        facts.receipt_row(rng.pick(&["OUR REF.", "RECEIPT", "IN RE RECEIPT"])),
        facts.form_row(rng.pick(&["FORM", "CASE TYPE"]), ", "),
        facts.filer("{ROLE}"),
        facts.filer_alien(rng.pick(&["A-FILE", "FILE NUMBER (A#)", "A-FILE OF {ROLE}"])),
    ];
    rows.extend(facts.beneficiary("BENEFICIARY", "BENEFICIARY A-FILE"));
    rows.extend(facts.basis(["CLASS", "SECTION", "CATEGORY"]));
    if !below {
        rows.extend(facts.account_row(rng.pick(&[
            "ONLINE ACCT, {ROLE}",
            "USCIS ONLINE ACCT.",
            "USCIS ACCT. (ONLINE)",
            "{ROLE}'S OAN",
        ])));
    }
    let tab = 60.0 + 152.0;
    for row in &rows {
        page.note(row);
        let bold = page.bold;
        page.fitted(bold, size - 1.0, 60.0, y, 142.0, &format!("{}:", row.label));
        let lines = wrap(page.plain, size, 552.0 - tab, &row.value);
        y = page.lines(size, tab, y, size * 1.2, &lines) + 3.5;
    }
    page.sheet.rule(60.0, 552.0, y, 0.4);
    y
}

/// The numbered paragraphs.
fn body(rng: &mut Rng, page: &mut Page, facts: &Facts, top: f32, size: f32, below: bool) -> f32 {
    let received = facts.date(&facts.case.received);
    page.mark(Slot::Received, &received);
    let mark = if below { " [1]" } else { "" };
    let to = rng.pick(&["the National Benefits Center", "the Texas Service Center"]);
    let first = match rng.below(2) {
        0 => format!(
            "The case named above, received on {received}, has been moved to {to} so that it may \
             be decided sooner.{mark} The receipt number stays the same."
        ),
        _ => format!(
            "On account of workload, {to} will from now on handle the case, which reached us on \
             {received}.{mark} You need not do anything."
        ),
    };
    let mut y = top;
    let texts: Vec<String> = std::iter::once(first).chain(traps::body(rng, 5)).collect();
    for (i, text) in texts.iter().enumerate() {
        page.put(size, 60.0, y, &format!("{}.", i + 1));
        y = page.text(size, 82.0, y, 470.0, text) + 5.0;
    }
    y
}

/// Who gets a copy.
fn copies(rng: &mut Rng, page: &mut Page, facts: &Facts, y: f32, size: f32) {
    let (name, firm) = facts.case.attorney.clone();
    page.put(size - 1.0, 60.0, y, "cc:");
    let mut line = format!("{name}, {firm}");
    if facts.modern && rng.chance(0.35) {
        let number = case::account(rng);
        page.mark(Slot::Attorney(number.clone()), &number);
        line += &format!(" (attorney; attorney's own online account {number})");
    }
    page.text(size - 1.0, 82.0, y, 470.0, &line);
}

/// The footnotes.
fn feet(rng: &mut Rng, page: &mut Page, facts: &Facts, below: bool) {
    page.sheet.rule(60.0, 200.0, 716.0, 0.4);
    let mut y = 727.0;
    if below {
        page.mark(Slot::Account(facts.case.account.clone()), "");
        let printed = &facts.account;
        let text = facts.say(&match rng.below(3) {
            0 => format!("[1] USCIS online account number of the {{role}}: {printed}."),
            1 => format!("[1] Follow the case in your USCIS online account ({printed})."),
            _ => format!("[1] {{Role}}'s account, USCIS online: {printed}."),
        });
        y = page.text(8.0, 60.0, y, 492.0, &text) + 2.0;
    }
    let note = if below { "[2]" } else { "*" };
    let text = format!(
        "{note} 8 CFR 103.2. Telephone 800-375-5283; fax to this office 402-{}-{}.",
        rng.digits(3),
        rng.digits(4)
    );
    page.text(8.0, 60.0, y, 492.0, &text);
    page.put(
        7.5,
        60.0,
        764.0,
        &format!("Form I-797C, Notice of Action   {}", facts.edition()),
    );
}
