//! What the words around a number say of it: examples, denials, other people, deadlines.

use super::context::names_attorney;
use super::label::Label;
use super::phrase::LabelKind;
use super::prose::is_known_in_clause;
use super::relation::Geometry;
use super::shape::ValueKind;
use super::sheet::Token;
use super::solve::Solution;
use super::turns::{BELONGS, DENIALS, NOT_YOURS, PASSED_OVER, says, spoken};
use super::value::Value;
use super::vocabulary::on;
use std::ops::Range;

/// Digits of a bank's routing number.
const ROUTING_DIGITS: usize = 9;
/// Words of a sentence about a check or a bank.
const BANK_WORDS: [&str; 8] = [
    "bank", "check", "checks", "cheque", "routing", "aba", "drawn", "banco",
];

/// Words with which no sentence ends.
const OPEN_ENDS: [&str; 9] = ["your", "the", "a", "an", "of", "by", "our", "su", "de"];

/// Why a number is explained away by what the text says of it.
pub(super) const NOT_THE_READERS: &str = "the text says that it is not the reader's";

/// What a clause says of the number in it.
pub(super) enum Clause {
    /// That it is an attorney's.
    Attorney(String),
    /// That it is not the reader's.
    Other(String),
    /// Something that leaves doubt.
    Doubt(String),
    /// Nothing against it.
    Clear,
}

impl Geometry<'_> {
    /// The sentence in which a value stands.
    pub(super) fn sentence_of(&self, v: &Value) -> Option<Range<usize>> {
        let sentence = self.sheet.tokens.get(v.first())?.sentence?;
        self.sentences.get(sentence).cloned()
    }

    /// Whether a number stands right behind one of nine digits in a sentence about a check: the
    /// routing number of a bank and an account there.
    pub(super) fn is_of_check(&self, v: &Value) -> bool {
        let run = || self.sheet.runs[v.run].tokens.clone();
        let sentence = self.sentence_of(v).unwrap_or_else(run);
        let before = v.first().checked_sub(1).filter(|t| sentence.contains(t));
        let routing = before
            .and_then(|t| self.sheet.tokens[t].value)
            .is_some_and(|other| {
                let other = &self.values[other];
                other.digits.len() == ROUTING_DIGITS && other.kind == ValueKind::Digits
            });
        let of_bank = |t: &Token| BANK_WORDS.contains(&t.norm.as_str());
        routing && self.sheet.tokens[sentence].iter().any(of_bank)
    }

    /// Whether a word of other things stands before a value in its own line, as in `Card last
    /// issued to you: MSC2190012345`: the number of a card has the shape of a receipt number.
    pub(super) fn has_foreign_word_before(&self, v: &Value) -> bool {
        let start = self.sheet.runs[v.run].tokens.start;
        let before = self.sheet.tokens.get(start..v.first()).unwrap_or_default();
        before.iter().any(Token::is_plainly_foreign)
    }

    /// Whether the sentence of a value denies something: of a day, up to the comma behind it, as in
    /// `which we received on April 1, 2021, was not complete`.
    pub(super) fn is_denied(&self, v: &Value) -> bool {
        let near = |r: Range<usize>| says(&spoken(&self.sheet.tokens[r]), &DENIALS);
        let comma = |t: &usize| self.sheet.tokens[*t].ends_with(&[',']);
        let heard = |mut r: Range<usize>| {
            if v.kind == ValueKind::Date {
                r.end = (v.last()..r.end).find(comma).map_or(r.end, |t| t + 1);
            }
            r
        };
        let passed_over = |r: Range<usize>| {
            let before = r.start..v.first().max(r.start);
            says(&spoken(&self.sheet.tokens[before]), &PASSED_OVER)
        };
        self.sentence_of(v)
            .map(heard)
            .is_some_and(|r| near(r.clone()) || passed_over(r))
    }

    /// The clause around a token: from semicolon to semicolon.
    pub(super) fn clause(&self, sentence: &Range<usize>, at: usize) -> Range<usize> {
        let ends = |t: usize| self.sheet.tokens[t].ends_with(&[';']);
        let start = (sentence.start..at)
            .rev()
            .find(|t| ends(*t))
            .map_or(sentence.start, |t| t + 1);
        let end = (at..sentence.end)
            .find(|t| ends(*t))
            .map_or(sentence.end, |t| t + 1);
        start..end
    }

    /// What the words around a number say of it, besides its label.
    pub(super) fn clause_says(&self, l: &Label, v: &Value, solution: &Solution) -> Clause {
        let Some(sentence) = self.sentence_of(v) else {
            if let Some(sign) = self.sign_before(l) {
                return Clause::Doubt(format!("before its label stands: {sign}"));
            }
            return self.carried_over(l).unwrap_or_else(|| self.behind(l, v));
        };
        let clause = self.clause(&sentence, v.first());
        let is_strange = self.strange_name(&clause).is_some();
        if self.belongs_to_attorney(clause.clone())
            || self.is_of_attorney_before(v, &sentence, is_strange)
        {
            return Clause::Attorney("the sentence says that it is an attorney's".to_owned());
        }
        if self.is_not_yours(v) {
            return Clause::Other(NOT_THE_READERS.to_owned());
        }
        if self.is_of_another(l, v, &sentence) {
            return Clause::Other("the sentence gives it to somebody else".to_owned());
        }
        if self.is_of_earlier_filing(v, &sentence) && is_strange {
            return Clause::Other("the sentence gives it to who filed earlier".to_owned());
        }
        let mut taken = vec![false; clause.len()];
        for link in solution
            .chosen
            .iter()
            .flatten()
            .map(|l| &solution.links[*l])
        {
            let other = &self.labels[link.label];
            if other.prose && !std::ptr::eq(&self.values[link.value], v) {
                other
                    .tokens
                    .clone()
                    .filter(|t| clause.contains(t))
                    .for_each(|t| taken[t - clause.start] = true);
            }
        }
        let strange: Vec<&str> = clause
            .clone()
            .filter(|t| !l.holds(*t) && !taken[t - clause.start] && self.speaks_of_others(*t))
            .map(|t| self.sheet.tokens[t].norm.as_str())
            .collect();
        if !strange.is_empty() {
            return Clause::Doubt(format!("its sentence speaks of: {}", strange.join(" ")));
        }
        if let Some(name) = self.strange_name(&clause) {
            return Clause::Doubt(format!(
                "its sentence names somebody whom no field of the page names: {name}"
            ));
        }
        if self.breaks_off(v, &sentence) {
            return Clause::Doubt("its sentence breaks off".to_owned());
        }
        let unknown = self.unknown_words(l, v, &sentence);
        if unknown.is_empty() {
            Clause::Clear
        } else {
            Clause::Doubt(format!(
                "words of its sentence are not known: {}",
                unknown.join(" ")
            ))
        }
    }

    /// Whether a sentence ends behind a number with a word that cannot end one: what it goes on
    /// with stands apart, and may say whose the number is.
    fn breaks_off(&self, v: &Value, sentence: &Range<usize>) -> bool {
        let last = (v.last() + 1..sentence.end).next_back();
        last.is_some_and(|t| OPEN_ENDS.contains(&self.sheet.tokens[t].text.as_str()))
    }

    /// A name in capitals in a clause that stands in no field of the page.
    fn strange_name(&self, clause: &Range<usize>) -> Option<&str> {
        let tokens = &self.sheet.tokens;
        // In a text all in capitals names cannot be told from words.
        if clause
            .clone()
            .all(|t| !tokens[t].text.chars().any(char::is_lowercase))
        {
            return None;
        }
        let named = |t: &usize| {
            let token = &tokens[*t];
            let letters = token.norm.chars().filter(|c| c.is_alphabetic()).count();
            letters >= 3
                && token.value.is_none()
                && token.bits == 0
                && super::normalize::is_upper(&token.text)
        };
        let elsewhere = |t: &usize| {
            tokens
                .iter()
                .any(|o| o.norm == tokens[*t].norm && !self.sheet.runs[o.run].prose)
        };
        clause
            .clone()
            .filter(named)
            .find(|t| !elsewhere(t))
            .map(|t| tokens[t].text.as_str())
    }

    /// `… to which you have no access. That number belongs to … and must not be used on your
    /// forms.`
    pub(super) fn is_not_yours(&self, v: &Value) -> bool {
        let Some(index) = self.sheet.tokens[v.first()].sentence else {
            return false;
        };
        let text = |index: usize| {
            let sentence = self.sentences.get(index).cloned().unwrap_or_default();
            spoken(&self.sheet.tokens[sentence])
        };
        let next = text(index + 1);
        let of_it = ["that number", "that account", "this number", "this account"];
        let speaks = of_it.iter().any(|o| next.trim_start().starts_with(o));
        let block = |index: usize| {
            let first = self.sentences.get(index).map(|s| s.start);
            first.map(|t| self.sheet.runs[self.sheet.tokens[t].run].block)
        };
        says(&text(index), &NOT_YOURS)
            || speaks && block(index) == block(index + 1) && says(&next, &NOT_YOURS)
    }

    /// `The number … belongs to your attorney`.
    fn belongs_to_attorney(&self, clause: Range<usize>) -> bool {
        let words: Vec<usize> = clause
            .filter(|t| !self.sheet.tokens[*t].norm.is_empty())
            .collect();
        let norm = |i: usize| {
            words
                .get(i)
                .map_or("", |t| self.sheet.tokens[*t].norm.as_str())
        };
        (0..words.len()).any(|i| {
            let length = BELONGS.iter().find_map(|p| {
                let parts: Vec<&str> = p.split(' ').collect();
                let matches = parts
                    .iter()
                    .enumerate()
                    .all(|(n, part)| norm(i + n) == *part);
                matches.then_some(parts.len())
            });
            length.is_some_and(|n| {
                words
                    .iter()
                    .skip(i + n)
                    .take(4)
                    .any(|t| names_attorney(&self.sheet.tokens[*t]))
            })
        })
    }

    pub(super) fn speaks_of_others(&self, t: usize) -> bool {
        let token = &self.sheet.tokens[t];
        // A digit in the midst of a word makes no value of it.
        if token.value.is_some() && !token.is_mostly_letters() {
            return false;
        }
        if token.is(on::ATTORNEY) {
            return token.norm != "record";
        }
        let foreign = token.is(on::FOREIGN) && !token.is(on::HARMLESS);
        // "Check your account" is no check.
        let owned = [
            "a", "the", "your", "cashier", "personal", "by", "this", "our", "bank",
        ];
        let verb = token.norm == "check"
            && !(t > 0 && owned.contains(&self.sheet.tokens[t - 1].norm.as_str()));
        foreign && !verb
    }

    /// What stands behind a value of a field in its run.
    fn behind(&self, l: &Label, v: &Value) -> Clause {
        let run = &self.sheet.runs[self.sheet.tokens[v.last()].run];
        let mut foreign = Vec::new();
        let mut trailing = Vec::new();
        for t in v.last() + 1..run.tokens.end {
            let token = &self.sheet.tokens[t];
            let other = |o: &usize| {
                let label = &self.labels[*o];
                let own = std::ptr::eq(label, l);
                let quiet = matches!(
                    label.kind,
                    LabelKind::Unknown | LabelKind::Representative | LabelKind::Account
                );
                !own && (!quiet || label.colon || label.has_number)
            };
            trailing.push(t);
            if token.value.is_some() || self.of_token[t].iter().any(other) {
                break;
            }
            if token.is(on::ATTORNEY) {
                return Clause::Attorney("an attorney is named behind it".to_owned());
            }
            if token.is(on::FOREIGN) && !token.is(on::HARMLESS) {
                foreign.push(token.norm.as_str());
            }
        }
        let text = trailing
            .iter()
            .map(|t| self.sheet.tokens[*t].norm.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        if !foreign.is_empty() {
            return Clause::Doubt(format!("behind it stands: {}", foreign.join(" ")));
        }
        let spoken = format!(" {text} ");
        let told = says(&spoken, &DENIALS) || says(&spoken, &BELONGS);
        if told {
            Clause::Doubt(format!("behind it stands: {text}"))
        } else {
            Clause::Clear
        }
    }

    /// The words of the clause around label and number that the grammar does not know.
    fn unknown_words(&self, l: &Label, v: &Value, sentence: &Range<usize>) -> Vec<String> {
        let holds = sentence.contains(&l.tokens.start);
        let (first, last) = if holds {
            (
                v.first().min(l.tokens.start),
                v.last().max(l.tokens.end - 1),
            )
        } else {
            (v.first(), v.last())
        };
        let start = (sentence.start..first)
            .rev()
            .find(|t| self.sheet.tokens[*t].ends_with(&[';', '?']))
            .map_or(sentence.start, |t| t + 1);
        let end = (last..sentence.end)
            .find(|t| self.sheet.tokens[*t].ends_with(&[';', '?', '.']))
            .map_or(sentence.end, |t| t + 1);
        let labelled = |t: usize| {
            self.of_token[t].iter().any(|o| {
                let kind = self.labels[*o].kind;
                matches!(
                    kind,
                    LabelKind::Receipt
                        | LabelKind::ANumber
                        | LabelKind::Date(_)
                        | LabelKind::Foreign
                )
            })
        };
        let unknown = |t: &usize| {
            let token = &self.sheet.tokens[*t];
            let is_word = token.value.is_none() || token.is_mostly_letters();
            is_word && !l.holds(*t) && !labelled(*t) && !is_known_in_clause(token)
        };
        (start..end)
            .filter(unknown)
            .map(|t| self.sheet.tokens[t].norm.clone())
            .collect()
    }
}
