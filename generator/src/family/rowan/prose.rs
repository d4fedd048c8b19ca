//! A status letter that has its facts inside sentences.
use super::facts::{Facts, Plan};
use super::kit::{Page, Slot};
use super::traps;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let mut facts = Facts::draw(rng, case, 7);
    facts.style = 1;
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::DejaVuSans]);
    let mut page = Page::new(family, "");
    let left = rng.uniform(70.0, 84.0);
    let size = if matches!(family, Family::DejaVuSans) {
        9.5
    } else {
        11.0
    };
    let mut y = head(rng, &mut page, &facts, left);
    page.put(size, left, y, &format!("Dear {}:", facts.case.filer.name()));
    y += 20.0;
    let mut texts = vec![
        opening(rng, &mut page, &facts),
        parties(rng, &mut page, &facts),
    ];
    texts.extend(account(rng, &mut page, &facts));
    texts.push(status(rng, &mut page, &facts));
    texts.extend(traps::body(rng, 4));
    for text in &texts {
        y = page.text(size, left, y, 612.0 - 2.0 * left, text) + 9.0;
    }
    page.put(size, left, y + 14.0, "Sincerely,");
    page.put(
        size,
        left,
        y + 56.0,
        rng.pick(&["Customer Service Unit", "Section Chief", "Director"]),
    );
    if facts.plan == Plan::Blank {
        blank(rng, &mut page, &facts, left);
    }
    page.put(7.5, left, 764.0, "www.uscis.gov");
    page.finish()
}

/// Letterhead, date line, address, title.
fn head(rng: &mut Rng, page: &mut Page, facts: &Facts, left: f32) -> f32 {
    let plain = page.plain;
    let right = 612.0 - left;
    page.sheet.flush_right(
        plain,
        8.0,
        right,
        44.0,
        "U.S. Department of Homeland Security",
    );
    page.sheet
        .flush_right(plain, 8.0, right, 54.0, facts.office.name);
    page.sheet
        .flush_right(plain, 8.0, right, 64.0, facts.office.street);
    page.sheet
        .flush_right(plain, 8.0, right, 74.0, facts.office.city);
    page.strong(14.0, left, 56.0, "U.S. Citizenship");
    page.strong(14.0, left, 72.0, "and Immigration Services");
    let date = facts.date(&facts.case.noticed);
    page.mark(Slot::Noticed, &date);
    page.put(10.5, left, 112.0, &date);
    let lines = facts.addressee(rng);
    let y = page.lines(10.5, left, 136.0, 12.5, &lines) + 14.0;
    let kind = rng.pick(&["Case Status Letter", "COURTESY LETTER", "Courtesy Letter"]);
    page.strong(12.0, left, y, kind);
    page.mark(Slot::Type, kind);
    y + 24.0
}

/// Form, receipt number and received date.
fn opening(rng: &mut Rng, page: &mut Page, facts: &Facts) -> String {
    let case = &facts.case;
    let received = facts.date(&case.received);
    page.mark(Slot::Received, &received);
    page.note(&facts.receipt_row(""));
    page.mark(Slot::Form(facts.form.clone()), "");
    let form = &facts.form;
    let receipt = &facts.receipt;
    match rng.below(3) {
        0 => format!(
            "You asked how your Form {form} stands. We received it on {received} and gave it \
             receipt number {receipt}, which you should quote whenever you write or call."
        ),
        1 => format!(
            "This letter answers your inquiry about receipt number {receipt}, the Form {form} \
             received by this office on {received}."
        ),
        _ => format!(
            "Our records show a Form {form}, received on {received}, under receipt number \
             {receipt}."
        ),
    }
}

/// The filer and the beneficiary.
fn parties(rng: &mut Rng, page: &mut Page, facts: &Facts) -> String {
    let case = &facts.case;
    page.mark(facts.filer_slot(), &case.filer.name());
    page.note(&facts.filer_alien(""));
    let alien = number(rng, &facts.alien);
    let name = case.filer.name();
    let mut text = facts.say(&format!("The {{role}} is {name} ({alien})"));
    if case.is_petition {
        let other = &case.beneficiary;
        page.mark(Slot::Beneficiary, &other.name());
        page.mark(Slot::Alien(other.a_number.clone()), "");
        let alien = number(rng, &facts.other_alien);
        text += &format!(", and the beneficiary is {} ({alien})", other.name());
    }
    text + ". If any of these particulars is wrong, let us know in writing."
}

/// An A-Number in running text.
fn number(rng: &mut Rng, printed: &str) -> String {
    let word = rng.pick(&["A-Number", "alien registration number", "Alien Number"]);
    format!("{word} {printed}")
}

/// The sentence with the account number, or one that misleads, or none.
fn account(rng: &mut Rng, page: &mut Page, facts: &Facts) -> Option<String> {
    if facts.plan == Plan::Printed {
        page.mark(Slot::Account(facts.case.account.clone()), "");
        let printed = &facts.account;
        let text = match rng.below(5) {
            0 => format!("The case can be seen in your USCIS online account, number {printed}."),
            1 => format!(
                "We have linked the case to USCIS online account {printed}, which belongs to the \
                 {{role}}; sign in there to follow it."
            ),
            2 => format!(
                "Your own USCIS online account carries the number {printed}. Give that number on \
                 each form you file on paper from now on."
            ),
            3 => format!("It was filed online by you through USCIS account number {printed}."),
            _ => format!(
                "The {{role}}'s online account number with USCIS, {printed}, stays the same for \
                 all later filings."
            ),
        };
        return Some(facts.say(&text));
    }
    if !facts.modern || rng.chance(0.4) {
        return None;
    }
    let other = case::account(rng);
    if rng.chance(0.5) {
        page.mark(Slot::Attorney(other.clone()), &other);
        return Some(format!(
            "Your attorney, {}, sees the case through the attorney's own USCIS online account, \
             number {other}.",
            facts.case.attorney.0
        ));
    }
    Some(format!(
        "An earlier petition for the same family, since withdrawn, was filed by someone else from \
         online account {other}; that account has no part in this case."
    ))
}

/// What became of the case.
fn status(rng: &mut Rng, page: &mut Page, facts: &Facts) -> String {
    let from = facts.date(&facts.from);
    let to = facts.date(&facts.to);
    match rng.below(3) {
        0 => {
            page.mark(Slot::From, &from);
            page.mark(Slot::To, &to);
            format!("The document issued to you is valid from {from} to {to}.")
        }
        1 => {
            let amount = &facts.amount;
            page.mark(Slot::Amount, amount);
            format!("We received {amount} with the form; nothing more is due at this time.")
        }
        _ => {
            let due = facts.date(&facts.due);
            page.mark(Slot::Due, &due);
            format!(
                "The evidence we asked for earlier has not come. Please submit it by {due}, or \
                 the case will be decided on the record."
            )
        }
    }
}

/// A box of references at the foot, with the account's place left empty.
fn blank(rng: &mut Rng, page: &mut Page, facts: &Facts, left: f32) {
    let row = facts.account_row(rng.pick(&[
        "Your USCIS online account number:",
        "{Role}'s USCIS online account no.:",
        "USCIS Online Account of {role}:",
    ]));
    let Some(row) = row else { return };
    page.note(&row);
    page.sheet.frame([left, 706.0, 612.0 - left, 728.0], 0.6);
    page.put(8.5, left + 6.0, 720.0, &row.label);
    page.put(
        8.5,
        left + 270.0,
        720.0,
        &format!("Receipt: {}", facts.receipt),
    );
}
