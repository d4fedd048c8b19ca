//! The grammars of the numbers, as small automata over the reader's characters.
//!
//! A step of an automaton takes one printed character and may add one to the canonical value:
//! separators add none, and a character that is often taken for another (`O` for `0`) adds that
//! other at a price. Prices are natural logarithms of how rarely such a thing is right, so that
//! they add to log-probabilities.

use std::collections::HashMap;

use super::alphabet::Alphabet;
use crate::identifier::confusables::{LOOK_ALIKES, reads_of_capital};
use crate::identifier::shape::{
    Grouping, Lead, PREFIX_LETTERS, SEPARATORS, STAR, Separators, Used,
};
use crate::identifier::{IdentifierKind, Prefix};

/// A kind of string to look for. Numbers are those of [`crate::identifier::shape`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grammar {
    /// Three letters and ten digits (nine for asylum offices), separators between the groups; or an
    /// asterisk and nine digits, as old naturalization cases have them. Letters that no center or
    /// system uses pay a price.
    ReceiptNumber,
    /// `A` and seven to nine digits, plain or in groups from the right, `#` or `-` or a space
    /// before them.
    ANumber,
    /// Twelve digits, plain or in groups of three or four.
    AccountNumber,
    /// This many digits in one piece.
    Digits(u8),
}

/// One step: from its state, on a character of its class.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Step {
    /// The class that is printed.
    pub class: u8,
    /// The state after it.
    pub next: u16,
    /// What it adds to the canonical value; 0 for nothing.
    pub adds: u8,
    /// What it costs: 0 or less.
    pub price: f32,
}

/// A grammar compiled for an alphabet; state 0 is the start.
#[derive(Debug, Clone, Default)]
pub(crate) struct Automaton {
    steps: Vec<Vec<Step>>,
    last: Vec<bool>,
}

/// Taking one character for another that looks like it.
const CONFUSION: f32 = -4.0;
/// Letters in front of a receipt number that are on no list.
const UNKNOWN_PREFIX: f32 = -6.0;

impl Grammar {
    /// The number that it is the grammar of.
    fn kind(self) -> Option<IdentifierKind> {
        match self {
            Self::ReceiptNumber => Some(IdentifierKind::ReceiptNumber),
            Self::ANumber => Some(IdentifierKind::ANumber),
            Self::AccountNumber => Some(IdentifierKind::OnlineAccountNumber),
            Self::Digits(_) => None,
        }
    }
}

impl Automaton {
    /// Compiles a grammar; characters that the alphabet lacks are left out.
    pub(crate) fn new(grammar: Grammar, alphabet: &Alphabet) -> Self {
        let mut builder = Builder {
            alphabet,
            automaton: Self::default(),
        };
        let start = builder.state();
        match (grammar, grammar.kind()) {
            (Grammar::Digits(count), _) => builder.groups(start, &[usize::from(count)], None),
            (_, Some(kind)) => builder.number(start, kind),
            (_, None) => {}
        }
        builder.automaton
    }

    /// The steps from a state.
    pub(crate) fn steps(&self, state: u16) -> &[Step] {
        self.steps
            .get(usize::from(state))
            .map_or(&[], Vec::as_slice)
    }

    /// Whether the string may end in a state.
    pub(crate) fn is_last(&self, state: u16) -> bool {
        self.last.get(usize::from(state)).copied().unwrap_or(false)
    }

    /// Whether a print is in the grammar, at a price of no more than one unlikely thing.
    pub(crate) fn fits(&self, print: impl Iterator<Item = u8>) -> bool {
        let mut states = vec![(0, 0.0)];
        for class in print {
            let paths = states.iter().flat_map(|(state, price)| {
                self.steps(*state).iter().map(move |step| (step, price))
            });
            let fitting = paths
                .filter(|(step, _)| step.class == class)
                .map(|(step, price)| (step.next, price + step.price));
            states = fitting
                .filter(|(_, price)| *price >= UNKNOWN_PREFIX)
                .collect();
        }
        states.iter().any(|(state, _)| self.is_last(*state))
    }
}

/// An automaton in the making.
struct Builder<'a> {
    alphabet: &'a Alphabet,
    automaton: Automaton,
}

impl Builder<'_> {
    fn state(&mut self) -> u16 {
        self.automaton.steps.push(Vec::new());
        self.automaton.last.push(false);
        (self.automaton.steps.len() - 1) as u16
    }

    fn end(&mut self, state: u16) {
        self.automaton.last[usize::from(state)] = true;
    }

    fn step(&mut self, from: u16, printed: char, adds: Option<char>, price: f32, next: u16) {
        if let Some(class) = self.alphabet.class(printed) {
            let adds = adds.map_or(0, |c| c as u8);
            self.automaton.steps[usize::from(from)].push(Step {
                class,
                next,
                adds,
                price,
            });
        }
    }

    fn digit(&mut self, from: u16, next: u16) {
        for digit in '0'..='9' {
            self.step(from, digit, Some(digit), 0.0, next);
        }
        for alike in LOOK_ALIKES {
            self.step(from, alike.read, Some(alike.digit), CONFUSION, next);
        }
    }

    fn letter(&mut self, from: u16, letter: char, price: f32, next: u16) {
        self.step(from, letter, Some(letter), price, next);
        self.step(
            from,
            letter.to_ascii_lowercase(),
            Some(letter),
            price + CONFUSION / 2.0,
            next,
        );
        for read in reads_of_capital(letter) {
            self.step(from, read, Some(letter), price + CONFUSION, next);
        }
    }

    fn digits(&mut self, mut from: u16, count: usize) -> u16 {
        for _ in 0..count {
            let next = self.state();
            self.digit(from, next);
            from = next;
        }
        from
    }

    /// Groups of digits with one and the same separator between them, or none, then the end.
    fn groups(&mut self, start: u16, groups: &[usize], separator: Option<char>) {
        let mut state = start;
        for (index, count) in groups.iter().enumerate() {
            if let Some(separator) = separator.filter(|_| index > 0) {
                let next = self.state();
                self.step(state, separator, None, 0.0, next);
                state = next;
            }
            state = self.digits(state, *count);
        }
        self.end(state);
    }

    /// A state that may be followed by a separator: returns those to go on from.
    fn maybe(&mut self, states: &[u16], separators: &str) -> Vec<u16> {
        let after = self.state();
        for state in states {
            separators
                .chars()
                .for_each(|c| self.step(*state, c, None, 0.0, after));
        }
        states.iter().copied().chain([after]).collect()
    }

    /// All prints of a number.
    fn number(&mut self, start: u16, kind: IdentifierKind) {
        let shape = kind.shape();
        match shape.lead {
            Lead::None => {
                for grouping in shape.groupings {
                    self.grouping(start, grouping);
                }
            }
            Lead::Letter {
                letter,
                sign,
                joints,
            } => {
                for from in self.lead_letter(start, letter, sign, joints) {
                    for grouping in shape.groupings {
                        self.grouping(from, grouping);
                    }
                }
            }
            Lead::Prefix => {
                let [any, asylum] = self.prefix(start);
                for grouping in shape.groupings {
                    self.behind_prefix(any, asylum, grouping);
                }
            }
        }
    }

    /// One way of grouping digits.
    fn grouping(&mut self, start: u16, grouping: &Grouping) {
        let sizes = grouping.sizes;
        match grouping.separators {
            Separators::Each => self.separated(start, sizes),
            Separators::Always if sizes.len() == 1 => self.groups(start, sizes, None),
            Separators::Always => {
                SEPARATORS
                    .chars()
                    .for_each(|c| self.groups(start, sizes, Some(c)));
            }
            Separators::Uniform => {
                self.groups(start, &[grouping.digits()], None);
                SEPARATORS
                    .chars()
                    .for_each(|c| self.groups(start, sizes, Some(c)));
            }
        }
    }

    /// Groups of digits with a separator before each or not.
    fn separated(&mut self, from: u16, sizes: &[usize]) {
        let mut state = from;
        for count in sizes {
            let next = self.state();
            for ready in self.maybe(&[state], SEPARATORS) {
                self.digit(ready, next);
            }
            state = self.digits(next, count - 1);
        }
        self.end(state);
    }

    /// A letter, its sign and a joint: returns the states that digits follow.
    fn lead_letter(&mut self, start: u16, letter: char, sign: char, joints: &str) -> Vec<u16> {
        let read = self.state();
        let small = letter.to_ascii_lowercase();
        self.step(start, letter, Some(letter), 0.0, read);
        self.step(start, small, Some(letter), CONFUSION / 2.0, read);
        let signed = self.maybe(&[read], &sign.to_string());
        self.maybe(&signed, joints)
    }

    /// Digits behind a prefix: that of any center, or that of an asylum office.
    fn behind_prefix(&mut self, any: u16, asylum: u16, grouping: &Grouping) {
        match grouping.used {
            Used::ByAll => [any, asylum]
                .into_iter()
                .for_each(|from| self.grouping(from, grouping)),
            Used::ByAsylum => self.grouping(asylum, grouping),
            Used::WithStar => {
                let starred = self.state();
                for from in [any, asylum] {
                    self.step(from, STAR, Some(STAR), 0.0, starred);
                }
                self.grouping(starred, grouping);
            }
        }
    }

    /// The letters of a receipt number: returns the states behind those of any center and of an
    /// asylum office.
    fn prefix(&mut self, start: u16) -> [u16; 2] {
        let any = self.state();
        let asylum = self.state();
        let mut known: HashMap<String, u16> = HashMap::from([(String::new(), start)]);
        for prefix in Prefix::known() {
            let letters = prefix.as_str();
            for (at, letter) in letters.char_indices() {
                let before = &letters[..at];
                let upto = &letters[..=at];
                if known.contains_key(upto) {
                    continue;
                }
                let Some(from) = known.get(before).copied() else {
                    continue;
                };
                let next = match at + 1 {
                    PREFIX_LETTERS if prefix.is_asylum() => asylum,
                    PREFIX_LETTERS => any,
                    _ => self.state(),
                };
                self.letter(from, letter, 0.0, next);
                known.insert(upto.to_owned(), next);
            }
        }
        self.unknown_prefix(start, any);
        [any, asylum]
    }

    /// Letters that are on no list.
    fn unknown_prefix(&mut self, start: u16, behind: u16) {
        let mut from = start;
        let mut price = UNKNOWN_PREFIX;
        for at in 1..=PREFIX_LETTERS {
            let next = if at == PREFIX_LETTERS {
                behind
            } else {
                self.state()
            };
            ('A'..='Z').for_each(|letter| self.letter(from, letter, price, next));
            from = next;
            price = 0.0;
        }
    }
}

/// The likeliest canonical value of a number that is printed like this, and its price; `None` if
/// the grammar lacks it.
#[cfg(test)]
pub(crate) fn value(grammar: Grammar, text: &str) -> Option<(String, f32)> {
    use std::cell::RefCell;
    const CHARS: &str =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#:-/.,$()*&' ";
    thread_local!(static ALPHABET: Alphabet = Alphabet::new(CHARS).unwrap());
    type Compiled = RefCell<HashMap<Grammar, Automaton>>;
    thread_local!(static COMPILED: Compiled = Compiled::default());
    let alphabet = ALPHABET.with(Alphabet::clone);
    COMPILED.with_borrow_mut(|compiled| {
        let automaton = compiled
            .entry(grammar)
            .or_insert_with(|| Automaton::new(grammar, &alphabet));
        let mut paths = vec![(0u16, String::new(), 0.0)];
        for c in text.chars() {
            let class = alphabet.class(c)?;
            paths = paths
                .into_iter()
                .flat_map(|path| follow(automaton, class, path))
                .collect();
        }
        let ends = paths.into_iter().filter(|path| automaton.is_last(path.0));
        ends.max_by(|a, b| a.2.total_cmp(&b.2))
            .map(|(_, value, price)| (value, price))
    })
}

/// The ways on from a state on a class, each with the value and the price up to there.
#[cfg(test)]
fn follow(
    automaton: &Automaton,
    class: u8,
    (state, value, price): (u16, String, f32),
) -> Vec<(u16, String, f32)> {
    let steps = automaton.steps(state).iter().filter(|s| s.class == class);
    steps
        .map(|step| {
            let mut longer = value.clone();
            longer.extend((step.adds > 0).then_some(step.adds as char));
            (step.next, longer, price + step.price)
        })
        .collect()
}

#[cfg(test)]
#[path = "grammar_tests.rs"]
mod tests;
