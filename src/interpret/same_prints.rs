//! Whatever looks for the numbers must agree on what they are: `parse`, the regular expressions and
//! the automata accept the same prints, and make the same number of one that is misread.

use regex::Regex;

use super::find_candidates;
use crate::identifier::IdentifierKind::{ANumber, OnlineAccountNumber, ReceiptNumber};
use crate::identifier::confusables::{LOOK_ALIKES, reads_of_capital};
use crate::identifier::shape::{Grouping, Lead, SEPARATORS, STAR, Separators, Used};
use crate::identifier::{self, IdentifierKind, Prefix, shape};
use crate::model::source::TextSource;
use crate::recognizer::Grammar;
use crate::recognizer::grammar::value;
use crate::text::sample::page;

const PRINTS: usize = 10_000;
const KINDS: [(IdentifierKind, Grammar); 3] = [
    (ReceiptNumber, Grammar::ReceiptNumber),
    (OnlineAccountNumber, Grammar::AccountNumber),
    (ANumber, Grammar::ANumber),
];

/// SplitMix64.
struct Rng(u64);

impl Rng {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn one_of<T>(&mut self, all: impl IntoIterator<Item = T>) -> T {
        let all: Vec<T> = all.into_iter().collect();
        let at = self.below(all.len());
        all.into_iter().nth(at).unwrap()
    }

    fn digit(&mut self) -> char {
        self.one_of('1'..='9')
    }
}

/// A print of a number as its shape has it.
fn print(kind: IdentifierKind, rng: &mut Rng) -> String {
    let shape = kind.shape();
    let grouping = rng.one_of(shape.groupings);
    let mut print = match shape.lead {
        Lead::None => String::new(),
        Lead::Prefix => {
            let fits = |p: &Prefix| grouping.used != Used::ByAsylum || p.is_asylum();
            rng.one_of(Prefix::known().filter(fits)).as_str().to_owned()
        }
        Lead::Letter {
            letter,
            sign,
            joints,
        } => {
            let sign = rng.one_of([String::new(), sign.to_string()]);
            let joints = joints.chars().map(String::from).chain([String::new()]);
            format!("{letter}{sign}{}", rng.one_of(joints))
        }
    };
    if grouping.used == Used::WithStar {
        print.push(STAR);
    }
    print + &digits(grouping, rng)
}

fn digits(grouping: &Grouping, rng: &mut Rng) -> String {
    let separators = || SEPARATORS.chars().map(String::from);
    let none_or_one = || separators().chain([String::new()]);
    let uniform = match grouping.separators {
        Separators::Always => rng.one_of(separators()),
        Separators::Uniform | Separators::Each => rng.one_of(none_or_one()),
    };
    let mut text = String::new();
    for (index, size) in grouping.sizes.iter().enumerate() {
        match grouping.separators {
            Separators::Each => text += &rng.one_of(none_or_one()),
            _ if index > 0 => text += &uniform,
            _ => {}
        }
        text.extend((0..*size).map(|_| rng.digit()));
    }
    text
}

/// The print with one or two of its characters read as others that look alike.
fn misread(kind: IdentifierKind, print: &str, rng: &mut Rng) -> String {
    let mut chars: Vec<char> = print.chars().collect();
    let letters = match kind {
        ReceiptNumber => shape::PREFIX_LETTERS,
        _ => 0,
    };
    for _ in 0..=rng.below(2) {
        let at = rng.below(chars.len());
        let c = chars[at];
        // What the recognizer can't write is never read by it.
        let alike: Vec<char> = if at < letters {
            reads_of_capital(c)
                .filter(char::is_ascii_alphanumeric)
                .collect()
        } else {
            let rows = LOOK_ALIKES.iter().filter(|row| row.digit == c);
            rows.map(|row| row.read)
                .filter(char::is_ascii_alphabetic)
                .collect()
        };
        if !alike.is_empty() {
            chars[at] = rng.one_of(alike);
        }
    }
    chars.into_iter().collect()
}

/// The print with a digit too many or too few.
fn spoil(print: &str, rng: &mut Rng) -> String {
    let mut chars: Vec<char> = print.chars().collect();
    let digit = rng.one_of((0..chars.len()).filter(|at| chars[*at].is_ascii_digit()));
    if rng.below(2) == 0 {
        chars.remove(digit);
    } else {
        chars.insert(digit, rng.digit());
    }
    chars.into_iter().collect()
}

/// What the regular expressions see in the print as a whole.
fn by_regex(kind: IdentifierKind, print: &str, source: TextSource) -> Option<String> {
    let found = find_candidates(&page(&[(40.0, 100.0, print)], source));
    let whole = found
        .into_iter()
        .find(|c| c.kind == kind && c.printed == print);
    whole.map(|c| c.value)
}

/// What the automaton sees in the print, in canonical form.
fn by_automaton(kind: IdentifierKind, grammar: Grammar, print: &str) -> Option<String> {
    value(grammar, print).and_then(|(text, _)| kind.canonical(&text))
}

/// What the review page makes of a print that somebody types.
fn by_page(kind: IdentifierKind, print: &str) -> Option<String> {
    let shape = kind.shape();
    let typed: String = print
        .to_ascii_uppercase()
        .chars()
        .filter(|c| !identifier::is_separator(*c))
        .collect();
    let kept = Regex::new(&shape.typed_pattern())
        .unwrap()
        .captures(&typed)?;
    let (lead, digits) = shape.canonical_form();
    Some(format!("{lead}{:0>digits$}", &kept[1]))
}

#[test]
fn every_print_is_the_same_number_everywhere() {
    let mut rng = Rng(1);
    for _ in 0..PRINTS {
        let (kind, grammar) = rng.one_of(KINDS);
        let print = print(kind, &mut rng);
        let parsed = kind.canonical(&print);
        assert!(parsed.is_some(), "{print}");
        assert_eq!(by_automaton(kind, grammar, &print), parsed, "{print}");
        assert_eq!(by_page(kind, &print), parsed, "{print}");
        for source in [TextSource::TextLayer, TextSource::Ocr] {
            assert_eq!(by_regex(kind, &print, source), parsed, "{print}");
        }
    }
}

#[test]
fn every_misread_print_is_the_same_number_everywhere() {
    let mut rng = Rng(2);
    for _ in 0..PRINTS {
        let (kind, grammar) = rng.one_of(KINDS);
        let print = print(kind, &mut rng);
        let read = misread(kind, &print, &mut rng);
        let parsed = kind.canonical(&print);
        assert_eq!(by_automaton(kind, grammar, &read), parsed, "{print} {read}");
        assert_eq!(
            by_regex(kind, &read, TextSource::Ocr),
            parsed,
            "{print} {read}"
        );
        // Nothing is misread in text that never was a picture.
        let exact = by_regex(kind, &read, TextSource::TextLayer);
        assert!(read == print || exact.is_none(), "{read}");
    }
}

#[test]
fn a_print_with_a_digit_too_many_or_too_few_is_never_another_number() {
    let mut rng = Rng(3);
    for _ in 0..PRINTS {
        let (kind, grammar) = rng.one_of(KINDS);
        let print = spoil(&print(kind, &mut rng), &mut rng);
        let parsed = kind.canonical(&print);
        let automaton = by_automaton(kind, grammar, &print);
        let regex = by_regex(kind, &print, TextSource::TextLayer);
        // An automaton knows only whole groups and text may be broken in more ways; none of them
        // sees what parse refuses.
        assert!(automaton.is_none() || automaton == regex, "{print}");
        assert!(regex.is_none() || regex == parsed, "{print}");
        assert_eq!(by_page(kind, &print), parsed, "{print}");
    }
}
