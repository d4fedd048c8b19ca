//! The words of a phrase, and those of them that speak of something else.

use super::normalize::is_capitalized;
use super::sheet::Token;
use super::turns::{APART, PERSONS};
use super::vocabulary::{Bits, on};

/// Words of this many letters begin with a capital in a label set like a title.
const LONG_WORD: usize = 4;

/// Abbreviations whose point ends no sentence.
const ABBREVIATIONS: [&str; 28] = [
    "no.", "nos.", "acct.", "accts.", "num.", "nr.", "nbr.", "u.s.", "st.", "dr.", "mr.", "mrs.",
    "ms.", "rep.", "atty.", "ext.", "inc.", "p.o.", "e.g.", "i.e.", "núm.", "n.º", "a/c.", "reg.",
    "dept.", "alien.", "co.", "corp.",
];

/// The words of a phrase with what they have in common.
pub(super) struct Words<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) all: Bits,
}

impl Words<'_> {
    pub(super) fn has(&self, word: &str) -> bool {
        self.tokens.iter().any(|t| t.norm == word)
    }

    pub(super) fn has_any(&self, words: &[&str]) -> bool {
        words.iter().any(|w| self.has(w))
    }

    pub(super) fn is(&self, lists: Bits) -> bool {
        self.all & lists != 0
    }

    /// How many words there are, punctuation not counted.
    pub(super) fn count(&self) -> usize {
        self.tokens.iter().filter(|t| !t.norm.is_empty()).count()
    }

    /// How many words stand before the first bracket.
    pub(super) fn count_before_bracket(&self) -> usize {
        let open = |t: &Token| t.text.starts_with('(');
        let first = self.tokens.iter().position(open).filter(|at| *at > 0);
        let tokens = &self.tokens[..first.unwrap_or(self.tokens.len())];
        tokens.iter().filter(|t| !t.norm.is_empty()).count()
    }

    /// Whether every word is on one of these lists.
    pub(super) fn only(&self, lists: Bits) -> bool {
        self.tokens.iter().all(|t| t.norm.is_empty() || t.is(lists))
    }
}

/// The words of a phrase that speak of something else, as the vocabulary spells them.
pub(super) fn foreign_words(words: &Words, in_account: bool) -> Vec<String> {
    let foreign = foreign_tokens(words, in_account).into_iter();
    foreign.map(|t| t.norm.clone()).collect()
}

/// The same as they stand on the page.
pub(super) fn foreign_tokens<'a>(words: &Words<'a>, in_account: bool) -> Vec<&'a Token> {
    let social = words.has("social");
    let homeland = words.has("homeland");
    // "Check your status" is no check.
    let verb = |t: &&Token| {
        let at = words
            .tokens
            .iter()
            .position(|o| std::ptr::eq(o, *t))
            .unwrap_or(0);
        let next = words.tokens.get(at + 1).map_or("", |o| o.norm.as_str());
        t.norm == "check" && matches!(next, "your" | "the" | "status" | "on")
    };
    let is_foreign = |t: &&Token| {
        if verb(t) {
            return false;
        }
        let mild = in_account && t.is(on::MILD);
        let security = t.norm == "security" && (homeland || in_account && !social);
        let home = in_account && t.norm == "social" && !words.has("security");
        t.is(on::FOREIGN) && (!mild || social) && !security && !home
    };
    words.tokens.iter().filter(is_foreign).collect()
}

/// Whether all words of a line but the small ones begin with a capital, as a label's do: "Online
/// Account Number USCIS Gave You".
pub(super) fn is_titled(words: &[&Token]) -> bool {
    let long = |t: &&&Token| t.letters() >= LONG_WORD;
    let ends = words
        .last()
        .is_some_and(|t| t.ends_with(&['.', '!', '?', ',']));
    !ends && words.iter().filter(long).all(|t| is_capitalized(&t.text))
}

/// Whether a word is an abbreviation, whose point ends no sentence.
pub(super) fn is_abbreviation(text: &str) -> bool {
    ABBREVIATIONS.contains(&text.to_lowercase().as_str())
}

/// Whether a word says whose what follows is: `attorney's`, `applicants’`.
pub(super) fn is_possessive(token: &Token) -> bool {
    let text = token.text.as_str();
    text.ends_with(['\'', '’']) || text.ends_with("'s") || text.ends_with("’s")
}

/// A word without the mark that says whose what follows is.
pub(super) fn without_possessive(norm: &str) -> &str {
    norm.strip_suffix("'s").unwrap_or(norm)
}

/// Whether words name a person who is none of the case: "Account of another filer".
pub(super) fn names_another(tokens: &[Token]) -> bool {
    let named =
        |w: &[Token]| APART.contains(&w[0].norm.as_str()) && PERSONS.contains(&w[1].norm.as_str());
    tokens.windows(2).any(named)
}
