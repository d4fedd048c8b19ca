//! Typed values. No digit of the page is lost: each ends in one value, or among the footnote marks
//! and the microprint.

use super::day::{is_stamp, parse_date};
use super::shape::{Text, ValueKind};
use super::sheet::{Rect, Sheet};
use super::spell::{Spelled, glued, goes_on, may_be_receipt, spell};
use crate::identifier::folding::as_digit;
use crate::identifier::{ANumber, ReceiptNumber};

/// Groups of one number, set apart, are at most this many ems from one another …
const WIDE_GAP: f32 = 6.0;
/// … and evenly, to this many ems.
const EVEN: f32 = 0.8;
/// The first digit of a value is at most this many characters from its beginning: that of a label
/// glued to its number.
const FIRST_DIGIT: usize = 64;

/// A run of characters with a shape.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub kind: ValueKind,
    /// As printed.
    pub printed: String,
    pub digits: String,
    /// The canonical form.
    pub canonical: String,
    /// Its tokens; of one block, but for a number in groups set apart.
    pub tokens: Vec<usize>,
    pub rect: Rect,
    /// The run in which it begins.
    pub run: usize,
    /// Goes on in the next line.
    pub broken: bool,
    /// Put together of groups set apart.
    pub wide: bool,
    /// Cut out of a longer run of digits.
    pub cut: bool,
    /// Characters that were changed to fit, in print read from pixels.
    pub repaired: bool,
}

impl Value {
    pub(super) fn first(&self) -> usize {
        self.tokens.first().copied().unwrap_or(0)
    }

    pub(super) fn last(&self) -> usize {
        self.tokens.last().copied().unwrap_or(0)
    }

    /// Whether a known center issues such a receipt number.
    pub(super) fn has_known_prefix(&self) -> bool {
        ReceiptNumber::parse(&self.canonical).is_ok_and(|n| n.prefix().is_known())
    }

    /// Whether the digits could be an A-Number behind its label.
    pub(super) fn may_be_a_number(&self) -> bool {
        self.kind == ValueKind::Digits && (7..=9).contains(&self.digits.len())
    }
}

/// In this order, each mask sees only what those before have left.
const ORDER: [ValueKind; 15] = [
    ValueKind::Date,
    ValueKind::Time,
    ValueKind::Money,
    ValueKind::Receipt,
    ValueKind::I94,
    ValueKind::Zip,
    ValueKind::TaxId,
    ValueKind::Labor,
    ValueKind::ANumber,
    ValueKind::Phone,
    ValueKind::Citation,
    ValueKind::Page,
    ValueKind::Form,
    ValueKind::Digits,
    ValueKind::Mixed,
];

/// Finds the values of all blocks and says of each token which it belongs to.
pub(super) fn values(sheet: &mut Sheet) -> Vec<Value> {
    let mut found = Vec::new();
    for block in 0..sheet.blocks.len() {
        let tokens = sheet.blocks[block].tokens.clone();
        let has_digits = tokens
            .clone()
            .any(|t| sheet.tokens[t].text.chars().any(|c| as_digit(c).is_some()));
        if has_digits {
            block_values(sheet, block, &mut found);
        }
    }
    join_wide(sheet, &mut found);
    mark_tokens(sheet, &found);
    found
}

pub(super) fn mark_tokens(sheet: &mut Sheet, values: &[Value]) {
    for (index, value) in values.iter().enumerate() {
        for t in &value.tokens {
            let held = sheet.tokens[*t].value;
            // A word with two values belongs to the one that is more.
            if held.is_none_or(|h| {
                values[h].kind == ValueKind::Scrap || value.kind == ValueKind::Account
            }) {
                sheet.tokens[*t].value = Some(index);
            }
        }
    }
}

fn block_values(sheet: &Sheet, block: usize, found: &mut Vec<Value>) {
    let Spelled {
        mut chars,
        token,
        repaired,
    } = spell(sheet, block);
    let mut typed: Vec<(usize, Value)> = Vec::new();
    let starts = starts(&chars);
    for kind in ORDER.into_iter().chain([ValueKind::Scrap]) {
        let mut next = 0;
        for i in starts.iter().copied() {
            // Nothing begins in a gap, or within a word.
            let within = i > 0 && chars[i].is_alphabetic() && chars[i - 1].is_alphabetic();
            if i < next || within || chars[i] == '\0' || !kind.may_begin_with(chars[i]) {
                continue;
            }
            let Some(end) = (Text { chars: &chars })
                .scan(kind, i)
                .filter(|end| *end > i)
            else {
                continue;
            };
            let tokens = covered(&chars, &token, i, end);
            let raw: String = chars[i..end].iter().collect();
            let more = kind == ValueKind::ANumber && goes_on(&chars, end, &raw);
            if let Some(values) = accept(sheet, kind, &raw, &tokens) {
                typed.extend(values.into_iter().map(|mut v| {
                    v.cut |= more;
                    v.repaired = v.tokens.iter().any(|t| repaired.contains(t));
                    (i, v)
                }));
                chars[i..end].fill('\0');
                next = end;
            }
        }
    }
    typed.sort_by_key(|(at, v)| (*at, v.first()));
    found.extend(typed.into_iter().map(|(_, v)| v));
}

/// Where a value may begin: at characters with a digit soon behind them. Most of a page's text has
/// none, and need not be looked at for each kind of value.
fn starts(chars: &[char]) -> Vec<usize> {
    let mut digit = usize::MAX;
    let mut found = Vec::new();
    for i in (0..chars.len()).rev() {
        if chars[i].is_ascii_digit() {
            digit = i;
        }
        if digit - i <= FIRST_DIGIT && !matches!(chars[i], ' ' | '\n') {
            found.push(i);
        }
    }
    found.reverse();
    found
}

/// The tokens that hold the characters from `start` to `end`.
fn covered(chars: &[char], token: &[usize], start: usize, end: usize) -> Vec<usize> {
    let solid = (start..end).filter(|i| !matches!(chars[*i], ' ' | '\n'));
    let mut tokens: Vec<usize> = solid.map(|i| token[i]).collect();
    tokens.dedup();
    tokens
}

/// The values that a match is; `None` where it is none, as its lines say something else.
fn accept(sheet: &Sheet, kind: ValueKind, raw: &str, tokens: &[usize]) -> Option<Vec<Value>> {
    let lines = raw.matches('\n').count();
    match kind {
        ValueKind::Digits => return digit_values(sheet, raw, tokens),
        ValueKind::Date if lines > 1 => return None,
        ValueKind::Receipt | ValueKind::ANumber if lines > 1 => return None,
        ValueKind::Receipt if !may_be_receipt(raw) => return None,
        ValueKind::Date | ValueKind::Receipt | ValueKind::ANumber => {}
        _ if lines > 0 => return None,
        _ => {}
    }
    if kind == ValueKind::Date && parse_date(raw).is_none() {
        return None;
    }
    Some(vec![value(sheet, kind, raw, tokens)])
}

fn digit_values(sheet: &Sheet, raw: &str, tokens: &[usize]) -> Option<Vec<Value>> {
    let count = |t: &usize| {
        sheet.tokens[*t]
            .text
            .chars()
            .filter(|c| as_digit(*c).is_some())
            .count()
    };
    let sum = |part: &[usize]| part.iter().map(count).sum::<usize>();
    if raw.chars().filter(char::is_ascii_digit).count() < 3 && tokens.len() == 1 {
        return None;
    }
    let comb = |t: &usize| sheet.is_comb(sheet.tokens[*t].run);
    if tokens.len() == 1 || tokens.iter().all(comb) && !raw.contains('\n') {
        return Some(vec![value(sheet, ValueKind::Digits, raw, tokens)]);
    }
    let mut values = Vec::new();
    for part in sentences(sheet, tokens) {
        for (piece, cut) in pieces(sheet, part, &sum) {
            let text = join(sheet, piece);
            let mut one = value(sheet, ValueKind::Digits, &text, piece);
            one.cut = cut;
            values.push(one);
        }
    }
    Some(values)
}

/// Digits do not go on over the end of a sentence or clause.
fn sentences<'a>(sheet: &Sheet, tokens: &'a [usize]) -> Vec<&'a [usize]> {
    let ends = |t: &usize| sheet.tokens[*t].ends_with(&['.', ',', ';', ':', ')']);
    tokens.split_inclusive(ends).collect()
}

/// Parts of a chain of digit groups that are values of their own, and whether one was cut out of
/// more.
fn pieces<'a>(
    sheet: &Sheet,
    part: &'a [usize],
    sum: &impl Fn(&[usize]) -> usize,
) -> Vec<(&'a [usize], bool)> {
    let same_run = |a: &usize, b: &usize| sheet.tokens[*a].run == sheet.tokens[*b].run;
    let by_line: Vec<&[usize]> = part.chunk_by(same_run).collect();
    let total = sum(part);
    let line_whole = by_line.iter().any(|line| sum(line) == 12);
    let fours = by_line.len() == 3 && by_line.iter().all(|line| sum(line) == 4);
    if total == 12 && !(by_line.len() > 1 && line_whole) && (by_line.len() <= 2 || fours) {
        return vec![(part, false)];
    }
    if by_line.len() > 1 {
        return by_line
            .into_iter()
            .flat_map(|line| pieces(sheet, line, sum))
            .collect();
    }
    if part.iter().any(|t| sum(&[*t]) == 12) {
        return part.chunks(1).map(|one| (one, false)).collect();
    }
    if total < 12 {
        return vec![(part, false)];
    }
    for from in 0..part.len() {
        if let Some(to) = (from + 1..=part.len()).find(|to| sum(&part[from..*to]) == 12) {
            let rest = [&part[..from], &part[to..]]
                .into_iter()
                .filter(|p| !p.is_empty());
            return std::iter::once((&part[from..to], true))
                .chain(rest.map(|p| (p, false)))
                .collect();
        }
    }
    vec![(part, false)]
}

fn join(sheet: &Sheet, tokens: &[usize]) -> String {
    let words: Vec<&str> = tokens
        .iter()
        .map(|t| sheet.tokens[*t].text.as_str())
        .collect();
    words
        .join(" ")
        .trim_matches(|c: char| matches!(c, '.' | ',' | ';' | ':' | '(' | ')'))
        .to_owned()
}

fn value(sheet: &Sheet, kind: ValueKind, raw: &str, tokens: &[usize]) -> Value {
    if kind == ValueKind::Mixed
        && let Some((kind, tail)) = glued(raw)
    {
        return Value {
            cut: true,
            ..value(sheet, kind, tail, tokens)
        };
    }
    let digits: String = raw.chars().filter_map(as_digit).collect();
    let kind = match kind {
        ValueKind::Digits if is_stamp(&digits) => ValueKind::Stamp,
        ValueKind::Digits if digits.len() == 12 => ValueKind::Account,
        ValueKind::Digits if digits.len() < 3 => ValueKind::Scrap,
        other => other,
    };
    let canonical = match kind {
        ValueKind::Receipt => ReceiptNumber::parse(&raw.replace(['\n', '/', '_', '\u{2022}'], " "))
            .map_or_else(
                |_| raw.chars().filter(|c| c.is_ascii_alphanumeric()).collect(),
                |n| n.to_string(),
            ),
        ValueKind::ANumber => {
            ANumber::parse(&digits).map_or_else(|_| format!("A{digits:0>9}"), |n| n.to_string())
        }
        ValueKind::Date => {
            parse_date(raw).map_or_else(String::new, |(y, m, d)| format!("{y:04}-{m:02}-{d:02}"))
        }
        ValueKind::Account | ValueKind::Stamp | ValueKind::Digits => digits.clone(),
        _ => raw.to_owned(),
    };
    let runs = |t: &usize| sheet.tokens[*t].run;
    let broken = tokens.first().map(runs) != tokens.last().map(runs);
    Value {
        kind,
        printed: raw.replace('\n', " "),
        digits,
        canonical,
        tokens: tokens.to_vec(),
        rect: sheet.rect_of(tokens.iter().copied()),
        run: tokens.first().map_or(0, runs),
        broken,
        wide: false,
        cut: false,
        repaired: false,
    }
}

/// Three, four or six digits, set apart evenly on one row and twelve together, are one number.
fn join_wide(sheet: &Sheet, values: &mut Vec<Value>) {
    let mut parts: Vec<usize> = (0..values.len())
        .filter(|v| {
            values[*v].kind == ValueKind::Digits && matches!(values[*v].digits.len(), 2..=4 | 6)
        })
        .collect();
    parts.sort_by(|a, b| {
        let key = |v: &usize| (sheet.runs[values[*v].run].row, values[*v].rect.x0);
        key(a).0.cmp(&key(b).0).then(key(a).1.total_cmp(&key(b).1))
    });
    let mut used = vec![false; values.len()];
    let mut joined = Vec::new();
    for count in [4, 3, 2] {
        for group in parts.windows(count) {
            if group.iter().all(|v| !used[*v]) && is_one_number(sheet, values, group) {
                group.iter().for_each(|v| used[*v] = true);
                let tokens: Vec<usize> = group
                    .iter()
                    .flat_map(|v| values[*v].tokens.clone())
                    .collect();
                let raw: Vec<&str> = group.iter().map(|v| values[*v].printed.as_str()).collect();
                let mut one = value(sheet, ValueKind::Digits, &raw.join(" "), &tokens);
                (one.wide, one.broken) = (true, false);
                joined.push(one);
            }
        }
    }
    if !joined.is_empty() {
        let mut index = 0;
        values.retain(|_| {
            index += 1;
            !used[index - 1]
        });
        values.extend(joined);
    }
}

fn is_one_number(sheet: &Sheet, values: &[Value], group: &[usize]) -> bool {
    let first = &values[group[0]];
    let last = &values[group[group.len() - 1]];
    let row = |v: &Value| sheet.runs[v.run].row;
    let length = first.digits.len();
    let alike = group
        .iter()
        .all(|v| values[*v].digits.len() == length && row(&values[*v]) == row(first));
    // Digits within a word that has more of them are not set apart: what lies between them would
    // be left out.
    let stands_alone = |v: &usize| {
        let texts = values[*v].tokens.iter().map(|t| &sheet.tokens[*t].text);
        let digits = texts.flat_map(|text| text.chars().filter_map(as_digit));
        digits.count() == length
    };
    if !alike || length * group.len() != 12 || !group.iter().all(stands_alone) {
        return false;
    }
    let gaps: Vec<f32> = group
        .windows(2)
        .map(|p| values[p[1]].rect.x0 - values[p[0]].rect.x1)
        .collect();
    let size = sheet.runs[first.run].size;
    let widest = gaps.iter().copied().fold(f32::MIN, f32::max);
    let narrowest = gaps.iter().copied().fold(f32::MAX, f32::min);
    let mut between = 0;
    for run in &sheet.rows[row(first)] {
        for t in sheet.runs[*run].tokens.clone() {
            let x = sheet.tokens[t].rect.x0;
            between += usize::from(x > first.rect.x1 && x < last.rect.x0);
        }
    }
    widest < WIDE_GAP * size && widest - narrowest < EVEN * size && between + 2 <= group.len()
}

#[cfg(test)]
#[path = "value_tests.rs"]
mod tests;
