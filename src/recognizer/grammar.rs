//! The grammars of the numbers, as small automata over the reader's characters.
//!
//! A step of an automaton takes one printed character and may add one to the canonical value: separators add none, and a
//! character that is often taken for another (`O` for `0`) adds that other at a price. Prices are natural logarithms of how
//! rarely such a thing is right, so that they add to log-probabilities.

use std::collections::HashMap;

use super::alphabet::Alphabet;
use crate::identifier::Prefix;

/// A kind of string to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grammar {
    /// Three letters and ten digits (nine for asylum offices), separators between the groups; or an asterisk and nine digits,
    /// as old naturalization cases have them. Letters that no center or system uses pay a price.
    ReceiptNumber,
    /// `A` and seven to nine digits, plain or in groups from the right, `#` or `-` or a space before them.
    ANumber,
    /// Twelve digits, plain or in groups of three or four.
    AccountNumber,
    /// So many digits in one piece.
    Digits(u8),
}

/// One step: from its state, on a character of its class.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
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
pub struct Automaton {
    steps: Vec<Vec<Step>>,
    last: Vec<bool>,
}

/// Taking one character for another that looks like it.
const CONFUSION: f32 = -4.0;
/// Letters in front of a receipt number that are on no list.
const UNKNOWN_PREFIX: f32 = -6.0;
/// A letter at a digit's place, and the digit that it is taken for; the other way about for capitals.
const ALIKE: [(char, char); 15] = [
    ('O', '0'),
    ('I', '1'),
    ('S', '5'),
    ('B', '8'),
    ('Z', '2'),
    ('G', '6'),
    ('o', '0'),
    ('D', '0'),
    ('Q', '0'),
    ('l', '1'),
    ('i', '1'),
    ('s', '5'),
    ('z', '2'),
    ('b', '6'),
    ('L', '1'),
];
/// How many rows of [`ALIKE`] hold in both directions.
const BOTH_WAYS: usize = 6;

/// Whether a character is a digit or is often taken for one.
pub fn is_like_digit(c: char) -> bool {
    c.is_ascii_digit() || ALIKE.iter().any(|(letter, _)| *letter == c)
}

impl Automaton {
    /// Compiles a grammar; characters that the alphabet lacks are left out.
    pub fn new(grammar: Grammar, alphabet: &Alphabet) -> Self {
        let mut builder = Builder {
            alphabet,
            automaton: Self::default(),
        };
        let start = builder.state();
        match grammar {
            Grammar::ReceiptNumber => builder.receipt_number(start),
            Grammar::ANumber => builder.a_number(start),
            Grammar::AccountNumber => {
                builder.groups(start, &[12], "");
                for group in [3, 4] {
                    for separator in ["-", " "] {
                        builder.groups(start, &vec![group; 12 / group], separator);
                    }
                }
            }
            Grammar::Digits(count) => builder.groups(start, &[usize::from(count)], ""),
        }
        builder.automaton
    }

    /// The steps from a state.
    pub fn steps(&self, state: u16) -> &[Step] {
        self.steps
            .get(usize::from(state))
            .map_or(&[], Vec::as_slice)
    }

    /// Whether the string may end in a state.
    pub fn is_last(&self, state: u16) -> bool {
        self.last.get(usize::from(state)).copied().unwrap_or(false)
    }

    /// Whether a print is in the grammar, at a price of no more than one unlikely thing.
    pub fn fits(&self, print: impl Iterator<Item = u8>) -> bool {
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
        for (letter, digit) in ALIKE {
            self.step(from, letter, Some(digit), CONFUSION, next);
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
        for (alike, digit) in ALIKE.into_iter().take(BOTH_WAYS) {
            if alike == letter {
                self.step(from, digit, Some(letter), price + CONFUSION, next);
            }
        }
        if letter == 'I' {
            self.step(from, 'l', Some(letter), price + CONFUSION, next);
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

    /// Groups of digits with one and the same separator between them, then the end.
    fn groups(&mut self, start: u16, groups: &[usize], separators: &str) {
        let mut state = start;
        for (index, count) in groups.iter().enumerate() {
            if index > 0 {
                let next = self.state();
                separators
                    .chars()
                    .for_each(|c| self.step(state, c, None, 0.0, next));
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

    fn receipt_number(&mut self, start: u16) {
        let (digits, asylum) = (self.state(), self.state());
        let mut known: HashMap<String, u16> = HashMap::from([(String::new(), start)]);
        for prefix in Prefix::known() {
            let letters = prefix.as_str();
            for (at, letter) in letters.char_indices() {
                let (before, upto) = (&letters[..at], &letters[..=at]);
                if known.contains_key(upto) {
                    continue;
                }
                let Some(from) = known.get(before).copied() else {
                    continue;
                };
                let next = match at {
                    2 if letters.starts_with('Z') => asylum,
                    2 => digits,
                    _ => self.state(),
                };
                self.letter(from, letter, 0.0, next);
                known.insert(upto.to_owned(), next);
            }
        }
        let (one, two) = (self.state(), self.state());
        for (from, next, price) in [
            (start, one, UNKNOWN_PREFIX),
            (one, two, 0.0),
            (two, digits, 0.0),
        ] {
            ('A'..='Z').for_each(|letter| self.letter(from, letter, price, next));
        }
        for from in [digits, asylum] {
            self.ten_digits(from);
        }
        let mut nine = self.maybe(&[asylum], "- ");
        let star = self.state();
        for from in [digits, asylum] {
            self.step(from, '*', Some('*'), 0.0, star);
        }
        nine.push(star);
        for from in nine {
            self.groups(from, &[9], "");
        }
    }

    /// Year, day and sequence, a separator before each or not.
    fn ten_digits(&mut self, from: u16) {
        let mut states = vec![from];
        for count in [2, 3, 5] {
            let next = self.state();
            for state in self.maybe(&states, "- ") {
                self.digit(state, next);
            }
            states = vec![self.digits(next, count - 1)];
        }
        states.into_iter().for_each(|s| self.end(s));
    }

    fn a_number(&mut self, start: u16) {
        let a = self.state();
        self.step(start, 'A', Some('A'), 0.0, a);
        self.step(start, 'a', Some('A'), CONFUSION / 2.0, a);
        let signed = self.maybe(&[a], "#");
        let ready = self.maybe(&signed, "-: ");
        for from in ready {
            for count in 7..=9 {
                self.groups(from, &[count], "");
                for separator in ["-", " "] {
                    self.groups(from, &[count - 6, 3, 3], separator);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHARS: &str =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#:-/.,$()*&' ";

    /// The canonical value and price of a string that is printed like this; none if the grammar lacks it.
    fn value(grammar: Grammar, text: &str) -> Option<(String, f32)> {
        let alphabet = Alphabet::new(CHARS).unwrap();
        let automaton = Automaton::new(grammar, &alphabet);
        let mut states = vec![(0u16, String::new(), 0.0)];
        for c in text.chars() {
            let class = alphabet.class(c).unwrap();
            let mut next = Vec::new();
            for (state, value, price) in states {
                for step in automaton.steps(state).iter().filter(|s| s.class == class) {
                    let mut value: String = value.clone();
                    value.extend((step.adds > 0).then_some(step.adds as char));
                    next.push((step.next, value, price + step.price));
                }
            }
            states = next;
        }
        let ends = states.into_iter().filter(|s| automaton.is_last(s.0));
        ends.max_by(|a, b| a.2.total_cmp(&b.2))
            .map(|(_, value, price)| (value, price))
    }

    #[test]
    fn every_print_of_the_numbers_is_in_its_grammar() {
        for (grammar, text, canonical) in [
            (Grammar::ReceiptNumber, "IOE0912345678", "IOE0912345678"),
            (Grammar::ReceiptNumber, "EAC-21-123-45678", "EAC2112345678"),
            (Grammar::ReceiptNumber, "WAC 12 205 18326", "WAC1220518326"),
            (Grammar::ReceiptNumber, "ZNY123456789", "ZNY123456789"),
            (Grammar::ReceiptNumber, "LIN*001234567", "LIN*001234567"),
            (Grammar::ANumber, "A012345678", "A012345678"),
            (Grammar::ANumber, "A 012 345 678", "A012345678"),
            (Grammar::ANumber, "A#12-345-678", "A12345678"),
            (Grammar::ANumber, "A# 1234567", "A1234567"),
            (Grammar::AccountNumber, "001234567890", "001234567890"),
            (Grammar::AccountNumber, "0012 3456 7890", "001234567890"),
            (Grammar::AccountNumber, "001-234-567-890", "001234567890"),
            (Grammar::Digits(4), "0123", "0123"),
        ] {
            assert_eq!(
                value(grammar, text),
                Some((canonical.to_owned(), 0.0)),
                "{text}"
            );
        }
    }

    #[test]
    fn other_strings_are_not() {
        for (grammar, text) in [
            (Grammar::ReceiptNumber, "IOE091234567"),
            (Grammar::ReceiptNumber, "EAC123456789"),
            (Grammar::ReceiptNumber, "LIN*0012345678"),
            (Grammar::ReceiptNumber, "LIN*00-123-4567"),
            (Grammar::ReceiptNumber, "*LIN0012345678"),
            (Grammar::ANumber, "A123456"),
            (Grammar::ANumber, "012345678"),
            (Grammar::AccountNumber, "12345678901"),
            (Grammar::AccountNumber, "123 4567 8901"),
            (Grammar::AccountNumber, "1234-5678 9012"),
        ] {
            assert_eq!(value(grammar, text), None, "{text}");
        }
    }

    #[test]
    fn unlikely_prints_have_a_price() {
        assert_eq!(
            value(Grammar::ReceiptNumber, "WSC*001234567"),
            Some(("WSC*001234567".to_owned(), UNKNOWN_PREFIX))
        );
        assert_eq!(
            value(Grammar::ReceiptNumber, "1OE0912345678"),
            Some(("IOE0912345678".to_owned(), CONFUSION))
        );
        assert_eq!(
            value(Grammar::ReceiptNumber, "GUZ2019123456"),
            Some(("GUZ2019123456".to_owned(), UNKNOWN_PREFIX))
        );
        assert_eq!(
            value(Grammar::AccountNumber, "O01234S67890"),
            Some(("001234567890".to_owned(), 2.0 * CONFUSION))
        );
    }
}
