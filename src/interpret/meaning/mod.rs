//! What a page says: labels by a grammar, relations by geometry and sentences, and an account for
//! every number.
//!
//! ```text
//! words -> runs, blocks -> values -> prose or fields -> labels -> links -> votes -> assignment ->
//! doubts -> accounts
//! ```
//!
//! Pure functions on a [`PageText`]; no pixels. The grammar is closed on our side: a number is
//! accepted only where every word that makes it ours is known.

mod accounting;
mod alone;
mod assign;
mod blocks;
mod carried;
mod case_title;
mod clause;
mod context;
mod dated;
pub(in crate::interpret) mod day;
mod doubt;
mod example;
mod foreign;
mod judge;
mod label;
mod labeller;
mod leaders;
mod letter_date;
mod lexicon;
mod machine_text;
mod micro;
mod normalize;
mod other_label;
mod others;
mod own;
mod phrase;
mod prose;
mod relation;
mod rows;
mod runs;
mod sentence;
mod shape;
pub(in crate::interpret) mod sheet;
mod solve;
mod spell;
mod spoken;
mod title;
mod torn;
mod turns;
mod two_meanings;
mod type_cost;
mod value;
mod vocabulary;
mod vote;
mod words;
mod wrapped;

#[cfg(test)]
mod composed;
#[cfg(test)]
mod kinds;
#[cfg(test)]
mod other_label_tests;
#[cfg(test)]
pub(in crate::interpret) mod paper;
#[cfg(test)]
mod places_tests;
#[cfg(test)]
mod prose_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod told_apart_tests;
#[cfg(test)]
mod traps;

pub(in crate::interpret) use letter_date::is_bare_date;
pub use phrase::{DateKind, LabelKind, Role};
pub use relation::Relation;
pub use shape::ValueKind;

use crate::model::geometry::BoundingBox;
use crate::text::PageText;
use lexicon::Lexicon;
use std::ops::Range;
use std::sync::LazyLock;

static WORDS: LazyLock<Lexicon> = LazyLock::new(Lexicon::full);

/// Why a number that only shows what one looks like is explained away.
pub(crate) const AN_EXAMPLE: &str = "an example";

/// Words of a page: a line of its [`PageText`] and a range of that line's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Index of the line.
    pub line: usize,
    /// Its words.
    pub words: Range<usize>,
}

/// What the page alone says of a value; `interpret::judge` makes a verdict of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Conclusion {
    /// It is what its kind says, with no doubt left.
    Accept,
    /// A person must look.
    Review,
    /// Something else, and the page says what.
    Explained,
    /// Nothing that is asked for.
    Rejected,
}

/// A label as it stands on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    /// As printed.
    pub text: String,
    /// Where.
    pub bounds: Option<BoundingBox>,
    /// What it announces.
    pub kind: LabelKind,
    /// Index into [`Meaning::labels`].
    pub index: usize,
}

/// A value with what it means and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its shape.
    pub shape: ValueKind,
    /// What it was taken for: the kind of its label, or of its shape where that says enough.
    pub meaning: Option<LabelKind>,
    /// The canonical form; a date as `YYYY-MM-DD`.
    pub canonical: String,
    /// As printed.
    pub printed: String,
    /// Its words; of two lines where it is broken.
    pub spans: Vec<Span>,
    /// Where.
    pub bounds: Option<BoundingBox>,
    /// What becomes of it.
    pub verdict: Conclusion,
    /// Whose it is.
    pub owner: Option<Role>,
    /// The label that governs it.
    pub label: Option<Seen>,
    /// How the label points to it.
    pub relation: Option<Relation>,
    /// What that costs, and of what the cost is made.
    pub cost: f32,
    /// Named parts of the cost.
    pub terms: Vec<(&'static str, f32)>,
    /// The next best label, and what it would cost.
    pub runner_up: Option<(Seen, f32)>,
    /// Why not to believe it, in plain words.
    pub doubts: Vec<String>,
    /// How it came to this, in plain words without the number.
    pub reasons: Vec<String>,
    /// Characters were changed to fit its shape.
    pub repaired: bool,
}

/// A label and the words at its place, whether or not they are a typed value.
#[derive(Debug, Clone, PartialEq)]
pub struct Labelled {
    /// The label.
    pub label: Seen,
    /// Whose, where it says so.
    pub owner: Option<Role>,
    /// Stands in running text.
    pub in_sentence: bool,
    /// The words at its place, line by line.
    pub words: Vec<(Span, String)>,
    /// Indices into [`Meaning::readings`] of the values it has.
    pub values: Vec<usize>,
    /// What leaves doubt of the label itself.
    pub doubts: Vec<String>,
}

/// Digits that nothing explains.
#[derive(Debug, Clone, PartialEq)]
pub struct Leftover {
    /// What they are, in plain words without the digits.
    pub why: &'static str,
    /// Where, as far as that is known.
    pub bounds: Option<BoundingBox>,
}

/// How a page speaks of the account number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum AccountLabel {
    /// Not at all.
    #[default]
    None,
    /// Only running text names it.
    Sentence,
    /// A field for it is printed.
    Cell,
}

/// What a page lets one say of the account number, numbers of other pages apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountState {
    /// At least one is accepted.
    Found,
    /// None is accepted, but something must be looked at.
    Review,
    /// Its field is printed and empty.
    Blank,
    /// Nothing speaks of one.
    Absent,
}

/// All that a page says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Meaning {
    /// Every typed value, in reading order of its block.
    pub readings: Vec<Reading>,
    /// Every label with the words at its place.
    pub labels: Vec<Labelled>,
    /// How the page speaks of the account number.
    pub account_label: AccountLabel,
    /// What forbids to say that no account number is on the page.
    pub leftovers: Vec<Leftover>,
    /// The notice type by its label or title, as DOMAIN.md lists it.
    pub notice_type: Option<String>,
    /// The notice's own form, `I-797C`.
    pub form: Option<String>,
    /// The form that the case is about, `I-485`.
    pub case_form: Option<String>,
}

impl Meaning {
    /// What the page lets one say of the account number.
    pub fn account_state(&self) -> AccountState {
        let of = |verdict: Conclusion| {
            self.readings.iter().any(|r| {
                r.is_account() && r.verdict == verdict && r.owner != Some(Role::Representative)
            })
        };
        match () {
            () if of(Conclusion::Accept) => AccountState::Found,
            () if of(Conclusion::Review) || !self.leftovers.is_empty() => AccountState::Review,
            () if self.account_label == AccountLabel::Cell => AccountState::Blank,
            () => AccountState::Absent,
        }
    }

    /// The date of a kind that is surest.
    pub fn date(&self, kind: DateKind) -> Option<&Reading> {
        let of = self
            .readings
            .iter()
            .filter(|r| r.meaning == Some(LabelKind::Date(kind)) && r.shape == ValueKind::Date);
        of.min_by(|a, b| a.verdict.cmp(&b.verdict).then(a.cost.total_cmp(&b.cost)))
    }
}

impl Reading {
    /// Whether it has the shape of an account number.
    pub fn is_account(&self) -> bool {
        self.shape == ValueKind::Account
    }
}

/// How a page is laid out, for those who read its fields.
pub(in crate::interpret) struct Layout {
    pub sheet: sheet::Sheet,
    /// The labels that hold each token: indices into [`Meaning::labels`].
    pub of_token: Vec<Vec<usize>>,
}

/// Whether a text is a word that notices use, spelled just so.
pub(crate) fn is_known_word(text: &str) -> bool {
    WORDS.exact(&text.to_lowercase()) != 0
}

/// Understands a page.
pub fn interpret(page: &PageText) -> Meaning {
    understand(page).0
}

/// Understands a page, and tells how it is laid out.
pub(in crate::interpret) fn understand(page: &PageText) -> (Meaning, Layout) {
    understand_with(page, &WORDS)
}

#[cfg(test)]
fn interpret_with(page: &PageText, words: &Lexicon) -> Meaning {
    understand_with(page, words).0
}

fn understand_with(page: &PageText, words: &Lexicon) -> (Meaning, Layout) {
    let mut sheet = runs::lay_out(page);
    sheet.look_up(words);
    let mut values = value::values(&mut sheet);
    let (labels, sentences) = labels(&mut sheet, &values);
    accounting::names(&mut sheet, &mut values, &labels);
    let mut of_token: Vec<Vec<usize>> = vec![Vec::new(); sheet.tokens.len()];
    for (index, label) in labels.iter().enumerate() {
        label.tokens.clone().for_each(|t| of_token[t].push(index));
    }
    let geometry = relation::Geometry {
        sheet: &sheet,
        values: &values,
        labels: &labels,
        of_token: &of_token,
        sentences: &sentences,
    };
    let solution = solve::solve(&geometry);
    let mut readings = judge::judge(&geometry, &solution);
    two_meanings::two_meanings(&mut readings);
    let meaning = accounting::account(&geometry, &solution, readings);
    (meaning, Layout { sheet, of_token })
}

/// Parts prose from fields and finds the labels of both.
fn labels(
    sheet: &mut sheet::Sheet,
    values: &[value::Value],
) -> (Vec<label::Label>, Vec<sentence::Sentence>) {
    let mut fields: Vec<Range<usize>> = Vec::new();
    let mut spoken = prose::Prose::default();
    for block in 0..sheet.blocks.len() {
        for part in prose::parts(sheet, values, sheet.blocks[block].runs.clone()) {
            if !prose::is_prose(sheet, values, part.clone()) {
                fields.push(part);
                continue;
            }
            let tokens = sheet.runs[part.start].tokens.start..sheet.runs[part.end - 1].tokens.end;
            part.for_each(|r| sheet.runs[r].prose = true);
            for sentence in sentence::sentences(sheet, tokens) {
                let index = spoken.sentences.len();
                sentence
                    .clone()
                    .for_each(|t| sheet.tokens[t].sentence = Some(index));
                prose::labels(sheet, &sentence, index, &mut spoken.labels);
                spoken.sentences.push(sentence);
            }
        }
    }
    let mut labels = Vec::new();
    let labeller = labeller::Labeller { sheet, values };
    for part in fields {
        labeller.fields(part, &mut labels);
    }
    labels.extend(spoken.labels);
    (labels, spoken.sentences)
}
