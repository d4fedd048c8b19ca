//! Sentences that give a number to somebody else than the reader: "an earlier petition, filed by
//! another person under account 0123…".

use super::context::names_attorney;
use super::label::Label;
use super::relation::Geometry;
use super::sheet::Token;
use super::turns::{APART, NO_PARTY, PERSONS, is_nearly, says, spoken};
use super::value::Value;
use super::words::{is_possessive, without_possessive};
use std::ops::Range;

/// The person whose number it is stands at most this many words before it.
const REACH: usize = 14;

/// A person's name has at most this many words.
const NAME_WORDS: usize = 6;

/// What firms of lawyers are called, and hardly another that files.
const FIRMS: [&str; 2] = ["llp", "pllc"];

/// What is filed.
const FILINGS: [&str; 6] = [
    "petition",
    "application",
    "request",
    "filing",
    "case",
    "form",
];
/// Persons of the case: what comes after them may be theirs.
const OF_CASE: [&str; 12] = [
    "you",
    "your",
    "yours",
    "applicant",
    "petitioner",
    "beneficiary",
    "client",
    "filer",
    "requestor",
    "self",
    "su",
    "usted",
];
/// Words that turn a sentence around.
const NEGATIONS: [&str; 6] = ["not", "no", "never", "nor", "but", "instead"];

impl Geometry<'_> {
    /// Whether the nearest person named before a number, in its sentence, is somebody else than
    /// those of the case, and nothing between or behind takes that back.
    pub(super) fn is_of_another(&self, l: &Label, v: &Value, sentence: &Range<usize>) -> bool {
        let norm = |t: usize| without_possessive(&self.sheet.tokens[t].norm);
        let from = v.first().saturating_sub(REACH).max(sentence.start);
        let other = (from..v.first()).rev().find_map(|t| {
            let before = t.checked_sub(1).filter(|b| *b >= sentence.start).map(norm);
            let apart = before.is_some_and(|b| APART.contains(&b));
            // "from that petitioner's account" is of the one named before.
            if before == Some("that") {
                None
            } else if PERSONS.contains(&norm(t)) && apart || is_someone_else(before, norm(t)) {
                Some(true)
            } else if OF_CASE.contains(&norm(t)) || NEGATIONS.contains(&norm(t)) {
                Some(false)
            } else {
                None
            }
        });
        let taken_back = || {
            let own = |t: usize| matches!(norm(t), "you" | "your" | "yours" | "su" | "usted");
            l.tokens.clone().chain(v.last() + 1..sentence.end).any(own)
        };
        other == Some(true) && !taken_back()
    }

    /// "An earlier petition for the same beneficiary, by JANE DOE (USCIS online account 0123…)",
    /// where nothing says that it was the reader's own.
    pub(super) fn is_of_earlier_filing(&self, v: &Value, sentence: &Range<usize>) -> bool {
        let norm = |t: usize| self.sheet.tokens[t].norm.as_str();
        let mut before = sentence.start..v.first();
        let own = |t: usize| matches!(norm(t), "you" | "your" | "yours");
        let filing = |t: usize| {
            let next = self.sheet.tokens.get(t + 1).map_or("", |n| n.norm.as_str());
            APART.contains(&norm(t)) && FILINGS.contains(&next)
        };
        before.any(filing) && !sentence.clone().any(own)
    }

    /// Whether an A-Number stands in a sentence about what was filed earlier, of which nothing says
    /// that the reader filed it: "an earlier petition by JANE DOE (A0123…)".
    pub(super) fn may_be_of_earlier_filing(&self, v: &Value) -> bool {
        let Some(sentence) = self.sentence_of(v) else {
            return false;
        };
        let another = |t: usize| {
            let norm = self.sheet.tokens[t].norm.as_str();
            matches!(norm, "another" | "other" | "otro")
        };
        let is_later = sentence.clone().any(another);
        self.is_of_earlier_filing(v, &sentence) && !is_later
    }

    /// Whether a receipt number stands in a sentence about a person set apart from those of the
    /// case: "an earlier petition by a different petitioner". An earlier petition alone may be one
    /// of this case.
    pub(super) fn may_be_of_another_party(&self, v: &Value) -> bool {
        let Some(sentence) = self.sentence_of(v) else {
            return false;
        };
        let norm = |t: usize| without_possessive(&self.sheet.tokens[t].norm);
        let names = |t: usize| {
            let next = norm(t + 1);
            let apart = APART.iter().any(|word| is_nearly(norm(t), word));
            let that = norm(t) == "that" && is_possessive(&self.sheet.tokens[t + 1]);
            (apart || that) && PERSONS.contains(&next) || that && FILINGS.contains(&next)
        };
        let mut before = sentence.start..v.first().saturating_sub(1);
        let own = |t: usize| matches!(norm(t), "you" | "your" | "yours");
        before.any(names) && !sentence.clone().any(own)
    }

    /// Whether what follows a number in its line says that the person is none of the case.
    pub(super) fn is_of_no_party(&self, v: &Value) -> bool {
        let line = self.sheet.tokens[v.last()].run;
        let behind = v.last() + 1..self.sheet.runs[line].tokens.end;
        says(&spoken(&self.sheet.tokens[behind]), &NO_PARTY)
    }

    /// Whether a number stands in a sentence about the National Visa Center, which has numbers of
    /// its own.
    pub(super) fn is_of_visa_center(&self, v: &Value) -> bool {
        let Some(sentence) = self.sentence_of(v) else {
            return false;
        };
        let words = &self.sheet.tokens[sentence];
        let named = |w: &[Token]| w[0].norm == "national" && w[1].norm == "visa";
        words.windows(2).any(named) || words.iter().any(|t| t.norm == "nvc")
    }

    /// "… from that other employer's online account 0123…": the label names a firm that is set
    /// apart from the one that files.
    pub(super) fn is_of_another_firm(&self, l: &Label) -> bool {
        let before = l.tokens.start.checked_sub(1);
        let words = before.into_iter().chain(l.tokens.clone());
        words
            .map(|t| self.sheet.tokens[t].norm.as_str())
            .take(2)
            .any(|norm| APART.contains(&norm))
    }

    /// "… to attorney JANE DOE, whose own USCIS online account number is …"; or "by JANE DOE of DOE
    /// & ROE LLP, whose own …", if `is_strange` says that the page names them nowhere else.
    pub(super) fn is_of_attorney_before(
        &self,
        v: &Value,
        sentence: &Range<usize>,
        is_strange: bool,
    ) -> bool {
        let tokens = &self.sheet.tokens;
        let from = v.first().saturating_sub(REACH).max(sentence.start);
        let whose = (from..v.first()).rfind(|t| tokens[*t].norm == "whose");
        whose.is_some_and(|whose| {
            let named = whose.saturating_sub(NAME_WORDS).max(sentence.start)..whose;
            let is_firm = |t: usize| is_strange && FIRMS.contains(&tokens[t].norm.as_str());
            named
                .into_iter()
                .any(|t| names_attorney(&tokens[t]) || is_firm(t))
        })
    }
}

fn is_someone_else(before: Option<&str>, word: &str) -> bool {
    word == "else" && matches!(before, Some("someone" | "somebody"))
}
