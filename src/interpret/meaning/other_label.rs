//! Labels that the grammar does not know but a person understands: "Scheduling reference (office
//! use)" names a number, and no account.
//!
//! The grammar stays closed on our side: such a label never makes a number ours. It explains one
//! away only where all of it was read surely, nothing in it comes near a word of an account, and
//! no account label of the page waits for its number.

use super::label::Label;
use super::normalize::is_upper;
use super::own::FOREIGN_COST;
use super::phrase::LabelKind;
use super::relation::{Geometry, Relation};
use super::sheet::Token;
use super::solve::{Solution, UNKNOWN_COST};
use super::vocabulary::on;

/// A longer phrase is a sentence.
const MOST_WORDS: usize = 7;
/// A word of this many letters names something.
const LEAST_LETTERS: usize = 4;

/// A code of machines has at most this many letters.
const CODE_LETTERS: usize = 6;
/// Words of labels of our account, which a word may be a misprint of.
const OURS: [&str; 10] = [
    "account", "accounts", "acct", "acc't", "online", "uscis", "myuscis", "profile", "cuenta",
    "oan",
];
/// What they begin with when they are torn in two, or run into their neighbours.
const STEMS: [&str; 5] = ["acc", "onl", "uscis", "profile", "cuenta"];
/// Beginnings of words that may name a way into an account.
const OF_A_SITE: [&str; 9] = [
    "web",
    "user",
    "log",
    "portal",
    "site",
    "digital",
    "internet",
    "electronic",
    "e-",
];

impl Geometry<'_> {
    /// Whether a label that is not known says what a number is, and that it is no account.
    pub(super) fn is_of_something_else(
        &self,
        label: &Label,
        (relation, cost): (Relation, f32),
        solution: &Solution,
    ) -> bool {
        let near = matches!(
            relation,
            Relation::Inline | Relation::Right | Relation::Below | Relation::Column
        ) || relation == Relation::Above && label.text.starts_with('(');
        let words = &self.sheet.tokens[label.tokens.clone()];
        let most = match label.kind {
            LabelKind::Unknown => FOREIGN_COST + UNKNOWN_COST,
            _ => FOREIGN_COST,
        };
        near && cost < most
            && !label.prose
            && words.len() <= MOST_WORDS
            && (names_a_number(label, words) || relation == Relation::Inline && is_code(words))
            && words.iter().all(|t| t.sure && !may_be_ours(t))
            && !runs_together(words)
            && !self.waits_for_number(solution)
    }

    /// Whether a label of an account, or a heading with that word, has no number yet.
    fn waits_for_number(&self, solution: &Solution) -> bool {
        let waits = |(index, label): (usize, &Label)| {
            let heads = label.has_number || !label.prose;
            label.kind == LabelKind::Account && heads && solution.values_of(index).next().is_none()
        };
        self.labels.iter().enumerate().any(waits)
    }
}

/// Whether the words name a number, with a noun that no label of ours has, and are no name of a
/// person: something in them says that they are a label.
fn names_a_number(label: &Label, words: &[Token]) -> bool {
    let noun = |t: &Token| {
        let ours = on::MODIFIER | on::OWNER | on::NUMBER | on::ROLE | on::CASE | on::ALIEN;
        let plain = t.text.chars().filter(|c| c.is_alphanumeric());
        let is_word = plain.clone().all(char::is_alphabetic);
        is_word && plain.count() >= LEAST_LETTERS && !t.is(ours)
    };
    let small = |t: &Token| noun(t) && t.text.chars().all(|c| !c.is_uppercase());
    let says =
        label.has_number || label.colon || words.iter().any(|t| t.is(on::FOREIGN) || small(t));
    let shouts = words.iter().all(|t| t.letters() == 0 || is_upper(&t.text));
    words.iter().any(noun) && says && !(shouts && !label.has_number && !label.colon)
}

/// Whether the label is one short word in capitals, as machines print before a number: `RESP`.
fn is_code(words: &[Token]) -> bool {
    let [word] = words else {
        return false;
    };
    let ours = on::MODIFIER | on::NUMBER | on::ROLE | on::CASE | on::ALIEN;
    let letters = word.text.chars().all(|c| c.is_ascii_uppercase());
    letters && (2..=CODE_LETTERS).contains(&word.text.len()) && !word.is(ours)
}

/// Whether a word belongs to an account, to who has it or how it is entered, or nearly reads so.
fn may_be_ours(token: &Token) -> bool {
    let lists = on::ACCOUNT | on::STRONG | on::PROFILE | on::SECRET | on::OWNER | on::ATTORNEY;
    let norm = token.norm.as_str();
    let near = |ours: &&str| {
        let most = if ours.len() > LEAST_LETTERS { 2 } else { 1 };
        strsim::levenshtein(norm, ours) <= most
    };
    token.is(lists)
        || OURS.iter().any(near)
        || OF_A_SITE.iter().any(|start| norm.starts_with(start))
        || token.letters() > 0
            && token.letters() < token.text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Whether the letters of some words in a row hold a word of ours, as where it is torn in two.
fn runs_together(words: &[Token]) -> bool {
    let letters: String = words
        .iter()
        .flat_map(|t| t.norm.chars())
        .filter(|c| c.is_alphabetic())
        .collect();
    STEMS.iter().any(|stem| letters.contains(stem))
}
