//! Labels: the printed words that say what the number beside or under them is.
//!
//! Labels are looked for word by word in one cell at a time, first to the letter and then, in text read from pixels, with a
//! few letters wrong. A label inside a sentence ("your USCIS online account number may be found …") is no label.

use std::ops::Range;
use std::sync::OnceLock;

use super::vocabulary::{FOREIGN_OWNERS, LABELS, OWN_WORDS, REPRESENTATIVES};
use crate::identifier::confusables::skeleton;
use crate::interpret::label_kind::LabelKind;
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::text::{PageText, TextLine, Word};

/// A label on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// What it announces.
    pub kind: LabelKind,
    /// As printed.
    pub printed: String,
    /// Where it stands.
    pub bounds: BoundingBox,
    /// Index of its line on the page.
    pub line: usize,
    /// Its words in that line.
    pub words: Range<usize>,
}

use LabelKind::{Account, BareAccount, DoubtfulAccount, Foreign, RepresentativeAccount};

/// Finds the labels of a page, in reading order.
pub fn labels(page: &PageText) -> Vec<Label> {
    let fuzzy = page.source == TextSource::Ocr;
    let mut found = Vec::new();
    for (index, line) in page.lines.iter().enumerate() {
        let words = Folded::words(line);
        let mut labels = line_labels(&words, fuzzy);
        let ends: Vec<usize> = labels.iter().map(|(range, _)| range.end).collect();
        labels.retain(|(range, kind)| {
            let next = labels_at(&words, fuzzy, range.end);
            is_field(
                line,
                &words,
                range,
                *kind,
                next.is_some(),
                ends.contains(&range.start),
            )
        });
        for (range, kind) in labels {
            let kind = owner_of_account(kind, &words[..range.start], above(page, index), fuzzy);
            let Some(bounds) = line.words[range.clone()]
                .iter()
                .map(|w| w.bounds)
                .reduce(|a, b| a.union(&b))
            else {
                continue;
            };
            let printed: Vec<&str> = line.words[range.clone()]
                .iter()
                .map(|w| w.text.as_str())
                .collect();
            let printed = printed
                .join(" ")
                .trim_end_matches([':', '.', ' '])
                .to_owned();
            found.push(Label {
                kind,
                printed,
                bounds,
                line: index,
                words: range,
            });
        }
    }
    found.extend(wrapped_labels(page, &found, fuzzy));
    found
}

/// A word reduced to what labels are compared by.
struct Folded {
    text: String,
    /// Whether a colon or the like ends it: nothing after it belongs to the label.
    ends: bool,
}

impl Folded {
    fn words(line: &TextLine) -> Vec<Self> {
        line.words
            .iter()
            .map(|w| Self {
                text: fold(&w.text),
                ends: w.text.ends_with([':', ';', ',']),
            })
            .collect()
    }
}

impl Label {
    /// Whether it says what it says to the letter; where not, something spoiled its print.
    pub fn is_spelled_rightly(&self) -> bool {
        known_label(&fold(&self.printed)).is_some()
    }
}

/// Whether a word may be "account" with letters wrong.
pub fn may_say_account(word: &str) -> bool {
    let word = confusable(&fold(word));
    ["ACCOUNT", "ACCT", "ACCOUNT#", "OAN"]
        .iter()
        .any(|a| strsim::levenshtein(&confusable(a), &word) <= 1 + a.len() / 4)
}

/// Upper-case letters, digits and `#` only.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        let kept = text
            .bytes()
            .filter(|b| b.is_ascii_alphanumeric() || *b == b'#');
        return kept.map(|b| char::from(b.to_ascii_uppercase())).collect();
    }
    text.chars()
        .filter(|c| c.is_alphanumeric() || *c == '#')
        .flat_map(char::to_uppercase)
        .collect()
}

/// The labels of one line, left to right, longest first where they overlap.
fn line_labels(words: &[Folded], fuzzy: bool) -> Vec<(Range<usize>, LabelKind)> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < words.len() {
        match label_at(words, start, fuzzy) {
            Some((end, kind)) => {
                found.push((start..end, kind));
                start = end;
            }
            None => start += 1,
        }
    }
    found
}

/// The label that starts at a word: the one that says most with the fewest letters wrong.
fn label_at(words: &[Folded], start: usize, fuzzy: bool) -> Option<(usize, LabelKind)> {
    let mut best: Option<(isize, usize, LabelKind)> = None;
    let mut joined = String::new();
    for end in start + 1..=words.len().min(start + 7) {
        let word = &words[end - 1];
        // Digits are a value; none of the labels has more than two.
        if word.text.chars().filter(char::is_ascii_digit).count() > 2 {
            break;
        }
        joined.push_str(&word.text);
        if joined.len() > 36 || !(fuzzy || begins_label(&joined)) {
            break;
        }
        let found = label_kind(&joined, fuzzy).filter(|_| !word.text.is_empty());
        if let Some((fit, kind)) = found.filter(|(fit, _)| best.is_none_or(|b| *fit >= b.0)) {
            best = Some((fit, end, kind));
        }
        if word.ends {
            break;
        }
    }
    best.map(|(_, end, kind)| (end, kind))
}

fn labels_at(words: &[Folded], fuzzy: bool, at: usize) -> Option<LabelKind> {
    if at >= words.len() {
        None
    } else {
        label_at(words, at, fuzzy).map(|(_, kind)| kind)
    }
}

/// What a label announces, and how well it fits: its letters, less two for each that is wrong, so that a long label with a
/// letter wrong is not taken for a short one inside it. Short labels must be right: "number" is not "A number".
fn label_kind(joined: &str, fuzzy: bool) -> Option<(isize, LabelKind)> {
    if let Some(kind) = known_label(joined) {
        return Some((joined.len() as isize, kind));
    }
    if !fuzzy || joined.len() < 5 {
        return None;
    }
    let shape = Shape::of(joined);
    let close = LABELS
        .iter()
        .zip(label_shapes())
        .filter_map(|((text, kind), label)| {
            let allowed = if text.len() < 8 {
                0
            } else {
                (text.len() / 6).min(4)
            };
            let wrong = label.distance(&shape, allowed)?;
            Some((
                text.len() as isize - 2 * wrong as isize,
                std::cmp::Reverse(wrong),
                *kind,
            ))
        });
    close
        .max_by_key(|(fit, wrong, _)| (*fit, *wrong))
        .map(|(fit, _, kind)| (fit, kind))
}

/// A folded text with letters that readers mix up made one, and which letters it has.
struct Shape {
    text: String,
    /// A bit for each letter, digit or sign that occurs, and one for all others.
    letters: u64,
}

impl Shape {
    fn of(folded: &str) -> Self {
        let text = confusable(folded);
        let letters = text.chars().fold(0, |letters, c| {
            letters | 1 << if c.is_ascii() { c as u32 % 64 } else { 0 }
        });
        Self { text, letters }
    }

    /// How many letters must be changed, put in or taken out to make one of the other, if at most `allowed`.
    fn distance(&self, other: &Self, allowed: usize) -> Option<usize> {
        // Each step brings in one letter at most and takes one away: most pairs need no more than this look.
        let lacks = |a: u64, b: u64| (a & !b).count_ones() as usize > allowed;
        let far = self.text.len().abs_diff(other.text.len()) > allowed;
        if far || lacks(self.letters, other.letters) || lacks(other.letters, self.letters) {
            return None;
        }
        Some(strsim::levenshtein(&self.text, &other.text)).filter(|wrong| *wrong <= allowed)
    }
}

/// [`LABELS`] in the order of their texts.
fn sorted_labels() -> &'static [(&'static str, LabelKind)] {
    static SORTED: OnceLock<Vec<(&str, LabelKind)>> = OnceLock::new();
    SORTED.get_or_init(|| {
        let mut sorted = LABELS.to_vec();
        sorted.sort_by_key(|(text, _)| *text);
        sorted
    })
}

/// What a label of just these letters announces.
fn known_label(letters: &str) -> Option<LabelKind> {
    let sorted = sorted_labels();
    sorted
        .binary_search_by_key(&letters, |(text, _)| text)
        .ok()
        .map(|at| sorted[at].1)
}

/// Whether a label begins with these letters.
fn begins_label(letters: &str) -> bool {
    let sorted = sorted_labels();
    let next = sorted.partition_point(|(text, _)| *text < letters);
    sorted
        .get(next)
        .is_some_and(|(text, _)| text.starts_with(letters))
}

/// The shapes of [`LABELS`], in their order.
fn label_shapes() -> &'static [Shape] {
    static SHAPES: OnceLock<Vec<Shape>> = OnceLock::new();
    SHAPES.get_or_init(|| LABELS.iter().map(|(text, _)| Shape::of(text)).collect())
}

/// One letter for all characters that readers of pictures mix up.
fn confusable(text: &str) -> String {
    text.chars().map(skeleton).collect()
}

/// A word read less surely than this may be set in capitals.
const SURE_OF_CASE: f32 = 0.9;

/// Whether a label stands as the name of a field and not in the middle of a sentence. `next` and `last` say whether another
/// label follows or precedes it at once.
fn is_field(
    line: &TextLine,
    words: &[Folded],
    range: &Range<usize>,
    kind: LabelKind,
    next: bool,
    last: bool,
) -> bool {
    let height = line.bounds.height();
    let colon = words[range.end - 1].ends;
    let after = line.words.get(range.end);
    let gap_after = after.map_or(f32::INFINITY, |w| {
        w.bounds.x0() - line.words[range.end - 1].bounds.x1()
    });
    let has_digit =
        |w: Option<&Word>| w.is_some_and(|w| w.text.chars().any(|c| c.is_ascii_digit()));
    // "Your account number is 1234 …" names a value, "your account number is not the same as …" does not.
    let is_said = || has_digit(line.words.get(range.end + 1));
    let value_follows = after.is_some_and(|w| match fold(&w.text).as_str() {
        "A" | "A#" | "NO" | "#" | "" => true,
        "IS" => is_said(),
        _ => has_digit(Some(w)),
    });
    let named = matches!(kind, LabelKind::Role(_));
    let ends_well =
        colon || value_follows || next || gap_after > 0.8 * height || (named && range.start == 0);
    let before = range.start.checked_sub(1).and_then(|i| line.words.get(i));
    let gap_before = before.map_or(f32::INFINITY, |w| {
        line.words[range.start].bounds.x0() - w.bounds.x1()
    });
    let starts_well = gap_before > 0.9 * height || colon || value_follows || last;
    // Labels are set in capitals or with a capital first; in a sentence they are not. Pixels read badly tell neither.
    let first = &line.words[range.start];
    let small = first.text.starts_with(char::is_lowercase)
        && first.confidence.get() > SURE_OF_CASE
        && !colon
        && !value_follows;
    // In a sentence the words go on in small letters.
    let goes_on = after.is_some_and(|w| {
        !colon && w.text.chars().all(|c| c.is_lowercase()) && gap_after < 0.8 * height && !is_said()
    });
    ends_well && starts_well && !small && !goes_on
}

/// An account number belongs to whom the words before it, or the line above it, say. In print read from pixels those words
/// have letters wrong, too; one that is nothing of ours leaves the owner in doubt.
fn owner_of_account(
    kind: LabelKind,
    before: &[Folded],
    above: Option<&TextLine>,
    fuzzy: bool,
) -> LabelKind {
    if !matches!(kind, Account | BareAccount) {
        return kind;
    }
    let names = |list: &[&str]| {
        before
            .iter()
            .rev()
            .take(6)
            .any(|w| is_one_of(&w.text, list, fuzzy))
    };
    let headed = above.is_some_and(|line| {
        let words = Folded::words(line);
        words.len() <= 5
            && words
                .iter()
                .any(|w| is_one_of(&w.text, &REPRESENTATIVES, fuzzy))
            && words.iter().all(|w| !w.ends)
    });
    // A word with digits is the value of a cell to the left.
    let name =
        |w: &Folded| w.text.len() > 1 && !w.ends && !w.text.contains(|c: char| c.is_ascii_digit());
    let stranger = before
        .last()
        .is_some_and(|w| name(w) && !is_one_of(&w.text, &OWN_WORDS, fuzzy));
    if names(&REPRESENTATIVES) || headed {
        RepresentativeAccount
    } else if names(&FOREIGN_OWNERS) {
        Foreign
    } else if stranger {
        DoubtfulAccount
    } else {
        kind
    }
}

/// Whether a folded word is on a list; in print read from pixels one letter in four may be wrong.
fn is_one_of(word: &str, list: &[&str], fuzzy: bool) -> bool {
    let close = |other: &&str| {
        let allowed = if fuzzy { other.len() / 4 } else { 0 };
        word.len().abs_diff(other.len()) <= allowed
            && strsim::levenshtein(&confusable(word), &confusable(other)) <= allowed
    };
    list.iter().any(|other| word == *other || close(other))
}

/// The line right above a line in the same column, nearly touching it.
fn above(page: &PageText, index: usize) -> Option<&TextLine> {
    let line = &page.lines[index];
    page.lines.iter().find(|other| {
        let gap = line.bounds.y0() - other.bounds.y1();
        let height = line.bounds.height();
        gap > -0.4 * height
            && gap < 0.5 * height
            && (other.bounds.x0() - line.bounds.x0()).abs() < height
    })
}

/// Labels that a narrow cell breaks over two lines.
fn wrapped_labels(page: &PageText, found: &[Label], fuzzy: bool) -> Vec<Label> {
    let mut wrapped = Vec::new();
    for (index, line) in page
        .lines
        .iter()
        .enumerate()
        .filter(|(_, l)| l.words.len() <= 4)
    {
        let Some(upper) = above(page, index).filter(|l| l.words.len() <= 4) else {
            continue;
        };
        let joined = fold(&upper.text()) + &fold(&line.text());
        let Some((_, kind)) = label_kind(&joined, fuzzy).filter(|_| joined.len() >= 8) else {
            continue;
        };
        if found
            .iter()
            .any(|l| l.line == index && l.kind == kind && !matches!(kind, BareAccount))
        {
            continue;
        }
        let bounds = upper.bounds.union(&line.bounds);
        let printed = format!("{} {}", upper.text(), line.text());
        wrapped.push(Label {
            kind,
            printed,
            bounds,
            line: index,
            words: 0..line.words.len(),
        });
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::LabelKind::{ANumber, Receipt};
    use super::*;
    use crate::text::sample::page;

    fn kinds(rows: &[(f32, f32, &str)], source: TextSource) -> Vec<LabelKind> {
        labels(&page(rows, source))
            .into_iter()
            .map(|l| l.kind)
            .collect()
    }

    #[test]
    fn neighbouring_labels_of_one_line_are_told_apart() {
        let rows = [(40.0, 100.0, "ACCOUNT NUMBER USCIS A#")];
        assert_eq!(kinds(&rows, TextSource::TextLayer), [BareAccount, ANumber]);
    }

    #[test]
    fn a_sentence_is_no_label() {
        let rows = [(
            40.0,
            100.0,
            "Your USCIS online account number may be found in your profile.",
        )];
        assert_eq!(kinds(&rows, TextSource::TextLayer), []);
    }

    #[test]
    fn whose_account() {
        for (text, kind) in [
            (
                "Attorney USCIS Online Account Number: 123456789012",
                RepresentativeAccount,
            ),
            (
                "Attorney or Accredited Representative USCIS Account Number: 123456789012",
                RepresentativeAccount,
            ),
            ("Bank account number: 123456789012", Foreign),
            ("USCIS ELIS Account Number: 123456789012", Account),
            ("Account # 123456789012", BareAccount),
            ("Online Access Code: 3898-4373-86", Foreign),
            ("IOE0912345678 Online Account Number: 123456789012", Account),
        ] {
            assert_eq!(
                kinds(&[(40.0, 100.0, text)], TextSource::TextLayer),
                [kind],
                "{text}"
            );
        }
    }

    #[test]
    fn a_value_is_no_part_of_its_label() {
        let page = page(
            &[(40.0, 100.0, "USCIS Online Account Number 181 633 397 347")],
            TextSource::Ocr,
        );
        assert_eq!(labels(&page)[0].words, 0..4);
        for text in [
            "Look for it in your profile. Your USCIS online account number",
            "case. Your USCIS Online Account Number",
        ] {
            assert_eq!(
                kinds(&[(40.0, 100.0, text)], TextSource::TextLayer),
                [],
                "{text}"
            );
        }
        let rows = [(40.0, 100.0, "account number is not the same as your file")];
        assert_eq!(kinds(&rows, TextSource::TextLayer), []);
    }

    #[test]
    fn whose_account_in_pictures() {
        for (text, kind) in [
            (
                "Attormey Account Number: 123456789012",
                RepresentativeAccount,
            ),
            (
                "Atomey/Representative Online Account Number: 123456789012",
                RepresentativeAccount,
            ),
            ("Banh account number: 123456789012", Foreign),
            ("Xyvzzy Account Number: 123456789012", DoubtfulAccount),
            ("USClS Online Account Number: 123456789012", Account),
        ] {
            assert_eq!(
                kinds(&[(40.0, 100.0, text)], TextSource::Ocr),
                [kind],
                "{text}"
            );
        }
        assert_eq!(
            kinds(&[(40.0, 100.0, "number: 123456789")], TextSource::Ocr),
            []
        );
    }

    #[test]
    fn a_spoiled_label_is_not_a_shorter_one_inside_it() {
        let page = page(&[(40.0, 100.0, "USCIS ACCOUNT NpUMmBER")], TextSource::Ocr);
        assert_eq!(
            labels(&page)
                .iter()
                .map(|l| (l.kind, l.words.clone()))
                .collect::<Vec<_>>(),
            [(Account, 0..3)]
        );
    }

    #[test]
    fn letters_go_wrong_only_in_pictures() {
        let rows = [(40.0, 100.0, "RECEiPT NUMBFR")];
        assert_eq!(kinds(&rows, TextSource::Ocr), [Receipt]);
        assert_eq!(kinds(&rows, TextSource::TextLayer), []);
    }

    #[test]
    fn a_label_may_wrap() {
        let rows = [
            (40.0, 100.0, "USCIS Online Account"),
            (40.0, 108.0, "Number"),
        ];
        assert!(kinds(&rows, TextSource::TextLayer).contains(&Account));
    }
}
