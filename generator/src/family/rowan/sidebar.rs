//! A letter in two columns: the references in a narrow side column, the text beside it.
use super::facts::Facts;
use super::kit::{Page, Row, Slot, wrap};
use super::traps;
use crate::case::Case;
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// The two columns.
struct Columns {
    side: f32,
    wide: f32,
    body: f32,
    measure: f32,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 4);
    let family = rng.pick(&[
        Family::FreeSerif,
        Family::LiberationSans,
        Family::DejaVuSerif,
    ]);
    let mut page = Page::new(family, "");
    let wide = rng.uniform(140.0, 160.0);
    let columns = if rng.chance(0.6) {
        Columns {
            side: 44.0,
            wide,
            body: 64.0 + wide,
            measure: 504.0 - wide,
        }
    } else {
        Columns {
            side: 568.0 - wide,
            wide,
            body: 44.0,
            measure: 504.0 - wide,
        }
    };
    head(&mut page, &columns);
    side(rng, &mut page, &facts, &columns);
    letter(rng, &mut page, &facts, &columns);
    page.finish()
}

/// The name of the agency over both columns.
fn head(page: &mut Page, columns: &Columns) {
    page.strong(
        12.0,
        44.0,
        46.0,
        "U.S. Citizenship and Immigration Services",
    );
    page.put(9.0, 44.0, 58.0, "U.S. Department of Homeland Security");
    page.sheet.rule(44.0, 568.0, 66.0, 1.4);
    let left = columns.side;
    let right = columns.side + columns.wide;
    page.sheet.fill([left, 78.0, right, 740.0], 0.94);
}

/// The side column: labels over values.
fn side(rng: &mut Rng, page: &mut Page, facts: &Facts, columns: &Columns) {
    let x = columns.side + 8.0;
    let measure = columns.wide - 16.0;
    let mut y = 98.0;
    let capitals = rng.chance(0.4);
    let gap = rng.uniform(9.0, 13.0);
    for row in references(rng, facts) {
        page.note(&row);
        let label = if capitals {
            row.label.to_uppercase()
        } else {
            row.label.clone()
        };
        let italic = page.italic;
        for line in wrap(italic, 7.5, measure, &label) {
            page.sheet.write(italic, 7.5, x, y, &line);
            y += 9.0;
        }
        y += 2.0;
        let bold = page.bold;
        for line in wrap(bold, 9.0, measure, &row.value) {
            page.fitted(bold, 9.0, x, y, measure, &line);
            y += 10.5;
        }
        y += gap - 4.0;
    }
}

/// What the side column says.
fn references(rng: &mut Rng, facts: &Facts) -> Vec<Row> {
    let case = &facts.case;
    let mut rows = vec![
        facts.receipt_row(rng.pick(&["When you write, quote", "Receipt", "Our reference"])),
        facts.form_row(rng.pick(&["Concerning", "Form"]), " "),
        facts.filer(rng.pick(&["{Role}", "The {role}"])),
        facts.filer_alien(rng.pick(&["Alien file of {role}", "{Role}'s A#"])),
    ];
    rows.extend(facts.beneficiary("Beneficiary", "Alien file of beneficiary"));
    let account = facts.account_row(rng.pick(&[
        "USCIS online account",
        "Account from which you file online with USCIS",
        "Online account ID (USCIS)",
        "Your e-filing account no. at USCIS",
        "{Role}'s online account",
    ]));
    let place = 1 + rng.below(rows.len());
    rows.splice(place..place, account);
    rows.push(facts.date_row(
        rng.pick(&["Filed with us", "Received"]),
        &case.received,
        Slot::Received,
    ));
    if rng.chance(0.3) {
        rows.push(facts.date_row("Priority date", &case.priority, Slot::Priority));
    }
    rows.extend(facts.basis(["Classification", "Section", "Category of eligibility"]));
    rows.extend(traps::rows(rng, facts, 2));
    rows
}

/// The letter itself.
fn letter(rng: &mut Rng, page: &mut Page, facts: &Facts, columns: &Columns) {
    let x = columns.body;
    let measure = columns.measure;
    let noticed = facts.date(&facts.case.noticed);
    page.put(10.0, x, 98.0, &noticed);
    page.mark(Slot::Noticed, &noticed);
    let lines = facts.addressee(rng);
    let mut y = page.lines(10.0, x, 124.0, 12.0, &lines) + 20.0;
    let kind = rng.pick(&["NOTICE OF INTENT TO DENY", "Notice of Intent to Deny"]);
    page.strong(12.0, x, y, kind);
    page.mark(Slot::Type, kind);
    y += 22.0;
    page.put(10.0, x, y, &format!("Dear {}:", facts.case.filer.name()));
    let due = facts.date(&facts.due);
    page.mark(Slot::Due, &due);
    let last = match rng.below(3) {
        0 => format!("You may submit a rebuttal by {due}. We will then decide on the record."),
        1 => format!("Any answer must be in our hands no later than {due}."),
        _ => format!("Response due: {due}. An answer received after that day will not be read."),
    };
    let reason = "We have read the form and the papers sent with it. On the record as it stands \
                  we intend to deny the request, because the evidence does not show that you meet \
                  each requirement of the law.";
    y += 20.0;
    let middle = traps::body(rng, 4);
    for text in [reason.to_string(), last].into_iter().chain(middle) {
        y = page.text(10.0, x, y, measure, &text) + 7.0;
    }
    page.put(10.0, x, y + 16.0, "Sincerely,");
    page.put(
        10.0,
        x,
        y + 54.0,
        rng.pick(&["Field Office Director", "Center Director"]),
    );
    page.put(9.0, x, y + 78.0, &format!("cc: {}", facts.case.attorney.0));
    let office = &facts.office;
    page.put(
        8.0,
        44.0,
        758.0,
        &format!("{}, {}, {}", office.name, office.street, office.city),
    );
}
