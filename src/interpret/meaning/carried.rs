//! Labels that go on from the line before without being running text: "… a copy goes to the
//! attorney's USCIS" over "online account number: 0123…".

use super::clause::Clause;
use super::context::names_attorney;
use super::label::Label;
use super::relation::Geometry;
use super::sheet::Token;
use super::turns::{APART, PERSONS};
use super::vocabulary::on;
use super::words::{is_abbreviation, is_possessive, without_possessive};

/// Words at the end of a line that reach into the label of the next.
const REACH: usize = 8;
/// Words with which no line ends that says all of something.
const OPEN: [&str; 14] = [
    "the", "a", "an", "his", "her", "their", "its", "own", "of", "uscis", "online", "whose",
    "under", "by",
];

impl Geometry<'_> {
    /// What the line before a field's label says of its number, where it goes on in the label.
    pub(super) fn carried_over(&self, l: &Label) -> Option<Clause> {
        let sheet = self.sheet;
        let run = &sheet.runs[l.first_run];
        let before = l.first_run.checked_sub(1)?;
        let in_block = sheet.blocks[run.block].runs.contains(&before);
        if l.tokens.start != run.tokens.start || !in_block {
            return None;
        }
        let line = &sheet.tokens[sheet.runs[before].tokens.clone()];
        let first = &sheet.tokens[run.tokens.start];
        let last = line.last()?;
        // `myUSCIS` begins a label of its own.
        let has_capital = first.text.chars().any(char::is_uppercase);
        let is_small = first.text.starts_with(char::is_lowercase) && !has_capital;
        if !is_open(last, is_small) {
            return None;
        }
        let words = carried(line);
        if words.iter().any(names_attorney) {
            let why = "the line before its label says that it is an attorney's";
            return Some(Clause::Attorney(why.to_owned()));
        }
        let is_apart = |t: &Token| {
            let norm = without_possessive(&t.norm);
            t.is(on::ATTORNEY)
                || t.is_plainly_foreign()
                || APART.contains(&norm)
                || PERSONS.contains(&norm)
        };
        let said: Vec<&str> = words.iter().map(|t| t.text.as_str()).collect();
        (is_small || words.iter().any(is_apart)).then(|| {
            let said = said.join(" ");
            Clause::Doubt(format!(
                "its label goes on from the line before: \u{201c}{said}\u{201d}"
            ))
        })
    }
}

/// Whether a line goes on in the next one, which begins with a small letter or not.
fn is_open(last: &Token, is_small: bool) -> bool {
    let ends = last.ends_with(&['.', ':', '!', '?', ';']) && !is_abbreviation(&last.text);
    let goes_on = is_small || is_possessive(last) || OPEN.contains(&last.norm.as_str());
    last.value.is_none() && !ends && goes_on
}

/// The last words of a line, back to where something else ends.
fn carried(line: &[Token]) -> &[Token] {
    let end = line.len().saturating_sub(1);
    let stops = |t: &Token| t.value.is_some() || t.ends_with(&['.', ':', '!', '?', ';', ',', ')']);
    let start = line[..end].iter().rposition(stops).map_or(0, |at| at + 1);
    &line[start.max(line.len().saturating_sub(REACH))..]
}
