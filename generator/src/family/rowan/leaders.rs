//! A receipt with its particulars on lines with dot leaders.
use super::facts::Facts;
use super::kit::{Page, Row, Slot, wrap};
use super::overleaf;
use super::traps;
use crate::case::Case;
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// Where the leaders run, and what they are made of.
struct Lead {
    left: f32,
    right: f32,
    start: Option<f32>,
    size: f32,
    pitch: f32,
    dot: &'static str,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 1);
    let family = rng.pick(&[Family::Times, Family::LiberationSans, Family::FreeSerif]);
    let mut page = Page::new(family, "I-797C");
    let mut y = head(rng, &mut page, &facts);
    let left = rng.uniform(54.0, 78.0);
    let size = rng.uniform(9.0, 10.5);
    let lead = Lead {
        left,
        right: 612.0 - left,
        start: rng.chance(0.5).then(|| rng.uniform(282.0, 310.0)),
        size,
        pitch: size * rng.uniform(1.35, 1.6),
        dot: rng.pick(&[".", " .", " . "]),
    };
    for (name, rows) in groups(rng, &facts) {
        page.strong(size, left, y, name);
        y += lead.pitch * 1.1;
        for row in &rows {
            y = line(&mut page, &lead, row, y) + lead.pitch;
        }
        y += lead.pitch * 0.5;
    }
    y += 6.0;
    let measure = lead.right - left;
    for text in traps::body(rng, 6) {
        y = page.text(9.5, left, y, measure, &text) + 5.0;
    }
    foot(rng, &mut page, &facts, left);
    overleaf::add(rng, &mut page, &facts, true);
    page.finish()
}

/// Letterhead, title and address; gives where the particulars begin.
fn head(rng: &mut Rng, page: &mut Page, facts: &Facts) -> f32 {
    let plain = page.plain;
    let bold = page.bold;
    page.sheet
        .centred(plain, 9.0, 306.0, 46.0, "Department of Homeland Security");
    page.sheet.centred(
        bold,
        13.0,
        306.0,
        62.0,
        "U.S. Citizenship and Immigration Services",
    );
    page.sheet.rule(150.0, 462.0, 68.0, 0.8);
    page.sheet
        .centred(plain, 9.0, 306.0, 80.0, "Form I-797C, Notice of Action");
    let kind = rng.pick(&[
        "STATEMENT OF RECEIPT",
        "NOTICE OF RECEIPT",
        "RECEIPT NOTICE",
    ]);
    page.sheet.centred(bold, 14.0, 306.0, 104.0, kind);
    page.mark(Slot::Type, kind);
    let lines = facts.addressee(rng);
    page.lines(10.5, 72.0, 140.0, 12.5, &lines);
    if rng.chance(0.6) {
        page.bars(rng, 350.0, 128.0, 26.0, &facts.case.receipt);
    }
    rng.uniform(204.0, 228.0)
}

/// The groups of particulars.
fn groups(rng: &mut Rng, facts: &Facts) -> Vec<(&'static str, Vec<Row>)> {
    let case = &facts.case;
    let mut filing = vec![
        facts.receipt_row(rng.pick(&["Receipt assigned to this filing", "Our receipt number"])),
        facts.form_row(rng.pick(&["What you filed", "Form and title"]), ", "),
        facts.date_row(
            rng.pick(&["Came in on", "Date we received it"]),
            &case.received,
            Slot::Received,
        ),
        facts.date_row(
            rng.pick(&["This notice is dated", "Date of this notice"]),
            &case.noticed,
            Slot::Noticed,
        ),
    ];
    if rng.chance(0.4) {
        let label = rng.pick(&["Place in line (priority date)", "Priority date"]);
        filing.push(facts.date_row(label, &case.priority, Slot::Priority));
    }
    filing.extend(facts.basis(["Class sought", "Section of law", "Eligibility category"]));
    if case.is_petition && rng.chance(0.6) {
        filing.push(Row::new(
            "Visa post (consulate)",
            facts.consulate,
            Slot::Consulate,
        ));
    }
    let mut people = vec![
        facts.filer(rng.pick(&["{Role}", "Name of the {role}"])),
        facts.filer_alien(rng.pick(&["Alien registration no. of {role}", "{Role}'s A-Number"])),
    ];
    let account = facts.account_row(rng.pick(&[
        "Online account with USCIS, no.",
        "Your USCIS online account",
        "Account number, USCIS online filing",
        "{Role}'s account at my.uscis.gov",
        "Number of your USCIS web account",
    ]));
    let place = rng.below(3);
    people.splice(place..place, account);
    people.extend(facts.beneficiary("Filed for (beneficiary)", "A-Number of beneficiary"));
    let mut money = vec![Row::new(
        rng.pick(&["Amount received", "Fee taken in"]),
        facts.amount.clone(),
        Slot::Amount,
    )];
    money.extend(traps::rows(rng, facts, 3));
    let names = rng.pick(&[
        [
            "A. THE FILING",
            "B. THE PARTIES",
            "C. THE FEE AND OTHER REFERENCES",
        ],
        [
            "Particulars of the case",
            "Persons",
            "Payment and references",
        ],
    ]);
    names.into_iter().zip([filing, people, money]).collect()
}

/// A label, its leader and its value, on two lines where it is long; gives the last baseline.
fn line(page: &mut Page, lead: &Lead, row: &Row, y: f32) -> f32 {
    page.note(row);
    let end = page.put(lead.size, lead.left, y, &row.label) + 3.0;
    let plain = page.plain;
    let least = lead.start.unwrap_or(end + 20.0).max(end + 20.0);
    let lines = wrap(plain, lead.size, lead.right - least, &row.value);
    let wide = lines
        .iter()
        .map(|line| plain.width(line, lead.size))
        .fold(0.0, f32::max);
    let from = match lead.start {
        Some(_) => least,
        None if row.value.is_empty() => lead.right - 90.0,
        None => lead.right - wide,
    };
    dots(page, lead, end, from - 4.0, y);
    let pitch = lead.size * 1.15;
    page.lines(lead.size, from, y, pitch, &lines);
    y + pitch * (lines.len() - 1) as f32
}

/// The leader between two places.
fn dots(page: &mut Page, lead: &Lead, from: f32, to: f32, y: f32) {
    let step = page.plain.width(lead.dot, lead.size);
    let mut x = (from / step).ceil() * step;
    while x + step < to {
        page.put(lead.size, x, y, lead.dot);
        x += step;
    }
}

/// Office and running foot.
fn foot(rng: &mut Rng, page: &mut Page, facts: &Facts, left: f32) {
    let office = &facts.office;
    let place = format!("{} · {} · {}", office.name, office.street, office.city);
    page.sheet.rule(left, 612.0 - left, 738.0, 0.5);
    page.put(8.0, left, 750.0, &place);
    let edition = format!(
        "{} {}",
        rng.pick(&["Form I-797C", "I-797C (Rev.)"]),
        facts.edition()
    );
    let plain = page.plain;
    page.sheet
        .flush_right(plain, 8.0, 612.0 - left, 762.0, &edition);
    page.put(8.0, left, 762.0, "Customer service: 800-375-5283");
}
