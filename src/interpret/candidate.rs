//! Candidates: runs of characters that have the shape of one of our numbers, before anybody asks
//! what stands beside them.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::folded_line::{FoldedLine, overlaps};
use super::repair::{repair_digits, repair_prefix};
use crate::identifier::shape::{self, Classes, PREFIX_LETTERS, STAR};
use crate::identifier::{ANumber, IdentifierKind, OnlineAccountNumber, ReceiptNumber};
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::text::{PageText, TextLine};

/// A run of characters with the shape of a number of ours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// Which shape.
    pub kind: IdentifierKind,
    /// The canonical value.
    pub value: String,
    /// As printed or read.
    pub printed: String,
    /// Where it stands.
    pub bounds: BoundingBox,
    /// The box of each part of a number that is broken over lines; empty for one in one line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<BoundingBox>,
    /// Index of its line on the page.
    pub line: usize,
    /// The words it covers.
    pub words: Range<usize>,
    /// The least sure of its words.
    pub confidence: Confidence,
    /// How many characters were changed to fit the shape: misread ones, and ones of another script.
    pub repairs: usize,
    /// Digits alone, seven to nine: an A-Number only where a label says so.
    pub bare: bool,
}

/// One shape: its regular expression and how a match becomes a value.
struct Shape {
    kind: IdentifierKind,
    bare: bool,
    regex: Regex,
    canonical: fn(&str) -> Option<(String, usize)>,
}

/// For text that never was a picture.
static STRICT: LazyLock<[Shape; 4]> = LazyLock::new(|| shapes(&Classes::exact()));
/// For text read from pixels. Apart, for it takes longer to compile than a page of text to read.
static LOOSE: LazyLock<[Shape; 4]> = LazyLock::new(|| shapes(&Classes::confusable()));

/// None of our numbers has less.
pub(super) const LEAST_DIGITS: usize = shape::LEAST_DIGITS;

/// The shapes in the order in which they claim what they match, with what passes for a digit and
/// for a letter.
fn shapes(classes: &Classes) -> [Shape; 4] {
    use IdentifierKind as K;
    let of = |kind: K, canonical| Shape {
        kind,
        bare: false,
        regex: compile(&kind.shape().pattern(classes)),
        canonical,
    };
    [
        of(K::ReceiptNumber, receipt_value),
        of(K::OnlineAccountNumber, account_value),
        of(K::ANumber, a_number_value),
        Shape {
            kind: K::ANumber,
            bare: true,
            regex: compile(&K::ANumber.shape().digits_pattern(classes)),
            canonical: a_number_value,
        },
    ]
}

fn compile(pattern: &str) -> Regex {
    Regex::new(pattern)
        .unwrap_or_else(|_| unreachable!("the patterns are constant and covered by tests"))
}

fn receipt_value(text: &str) -> Option<(String, usize)> {
    let compact: Vec<char> = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let (letters, rest) = compact.split_at_checked(PREFIX_LETTERS)?;
    let starred = rest.strip_prefix(&[STAR]);
    let (prefix, wrong_letters) = repair_prefix(letters)?;
    let (digits, wrong_digits) = repair_digits(starred.unwrap_or(rest).iter().copied())?;
    let star = starred.map_or(String::new(), |_| STAR.to_string());
    let text = prefix + &star + &digits;
    let value = ReceiptNumber::parse(&text).ok()?;
    // A changed prefix must be one that exists: "1OE" can only be "IOE", but "8AN" may be anything.
    // Three digits are no prefix.
    if wrong_letters == PREFIX_LETTERS {
        return None;
    }
    (wrong_letters == 0 || value.prefix().is_known())
        .then(|| (value.to_string(), wrong_letters + wrong_digits))
}

fn account_value(text: &str) -> Option<(String, usize)> {
    let (digits, changed) = repair_digits(text.chars().filter(|c| !matches!(c, ' ' | '-')))?;
    Some((
        OnlineAccountNumber::parse(&digits).ok()?.to_string(),
        changed,
    ))
}

fn a_number_value(text: &str) -> Option<(String, usize)> {
    let digits = text.trim_start_matches(['A', 'a', '#', ' ', '-', ':']);
    let (digits, changed) = repair_digits(digits.chars().filter(|c| !matches!(c, ' ' | '-')))?;
    Some((ANumber::parse(&digits).ok()?.to_string(), changed))
}

/// Finds every candidate of a page, line by line. Text that never was a picture is taken to the
/// letter.
pub fn find_candidates(page: &PageText) -> Vec<Candidate> {
    let loose = page.source == TextSource::Ocr;
    page.lines
        .iter()
        .enumerate()
        .flat_map(|(index, line)| line_candidates(line, index, loose))
        .collect()
}

fn line_candidates(line: &TextLine, index: usize, loose: bool) -> Vec<Candidate> {
    let line = FoldedLine::new(line);
    let text = line.text();
    if !loose && text.bytes().filter(u8::is_ascii_digit).count() < LEAST_DIGITS {
        return Vec::new();
    }
    let shapes = if loose { &LOOSE } else { &STRICT };
    let mut found: Vec<(Range<usize>, Candidate)> = Vec::new();
    for shape in shapes.iter() {
        let mut from = 0;
        while let Some(hit) = shape.regex.find_at(text, from) {
            from = next_char(text, hit.start());
            let range = hit.range();
            if !stands_alone(text, &range, shape)
                || found
                    .iter()
                    .any(|(claimed, candidate)| overlaps(claimed, &range) && !candidate.bare)
            {
                continue;
            }
            if let Some(candidate) = candidate(&line, index, shape, &range) {
                from = range.end;
                found.push((range, candidate));
            }
        }
    }
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

fn next_char(text: &str, at: usize) -> usize {
    text[at..]
        .chars()
        .next()
        .map_or(text.len(), |c| at + c.len_utf8())
}

/// A number of ours is never a piece of a longer run, and digits without a letter in front not even
/// beside another group.
fn stands_alone(text: &str, range: &Range<usize>, shape: &Shape) -> bool {
    let glued =
        |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '$' | '*'));
    let before = &text[..range.start];
    let after = &text[range.end..];
    if glued(before.chars().next_back()) || glued(after.chars().next()) {
        return false;
    }
    let digits = |word: Option<&str>| {
        word.is_some_and(|w| {
            w.contains(|c: char| c.is_ascii_digit())
                && w.chars().all(|c| c.is_ascii_digit() || c == '-')
        })
    };
    let digits_only = shape.bare || shape.kind == IdentifierKind::OnlineAccountNumber;
    let dashed = |c: Option<char>| c == Some('-') || c == Some('.');
    let next_word = after.split_whitespace().next();
    if digits_only {
        let decimal =
            after.starts_with('.') && after[1..].starts_with(|c: char| c.is_ascii_digit());
        // A dash that itself stands after a space is print's own ("-065449221"), not the joint of a
        // code.
        let mut in_front = before.chars().rev();
        let joined = dashed(in_front.next()) && in_front.next().is_some_and(|c| !c.is_whitespace());
        let part_of_code = joined || after.starts_with('-') || decimal;
        !part_of_code && !digits(before.split_whitespace().next_back()) && !digits(next_word)
    } else {
        !after.starts_with('-') || !after[1..].starts_with(|c: char| c.is_ascii_digit())
    }
}

fn candidate(
    line: &FoldedLine<'_>,
    index: usize,
    shape: &Shape,
    range: &Range<usize>,
) -> Option<Candidate> {
    let printed = &line.text()[range.clone()];
    let (value, repairs) = (shape.canonical)(printed)?;
    // Half a number made of repairs is a word, not a number.
    if repairs * 3 > value.len() {
        return None;
    }
    let (words, bounds, confidence) = line.place(range)?;
    Some(Candidate {
        kind: shape.kind,
        value,
        printed: printed.to_owned(),
        bounds,
        parts: Vec::new(),
        line: index,
        words,
        confidence,
        repairs: repairs + line.likely_folds(range),
        bare: shape.bare,
    })
}

#[cfg(test)]
#[path = "candidate_tests.rs"]
mod tests;
