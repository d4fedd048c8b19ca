//! The amount received.

use super::label::FieldLabel;
use super::place::slots;
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::interpret::meaning::ValueKind;
use crate::model::record::FieldKind;
use std::ops::Range;

pub(super) fn read(page: &Page<'_>, labels: &[FieldLabel], out: &mut Vec<FieldReading>) {
    for label in labels.iter().filter(|l| l.kind == FieldKind::Amount) {
        let places = slots(page, labels, label);
        let found = places
            .iter()
            .find_map(|slot| Some((slot, sum(page, slot.tokens.clone())?)));
        let Some((slot, (tokens, value))) = found else {
            continue;
        };
        let words = label.text.split_whitespace().count();
        let rank = if words == 1 {
            Rank::Placed
        } else {
            Rank::Labelled
        };
        let reading = FieldReading::of(page, FieldKind::Amount, &tokens, value);
        let reading = reading.map(|r| r.labelled(&label.text, slot.relation.words()).ranked(rank));
        out.extend(reading);
    }
}

/// Dollars, or the words that none were due.
fn sum(page: &Page<'_>, tokens: Range<usize>) -> Option<(Vec<usize>, String)> {
    let waived = |t: &usize| {
        page.token(*t).norm == "fee" && tokens.end > t + 1 && page.token(t + 1).norm == "waived"
    };
    if let Some(fee) = tokens.clone().find(waived) {
        return Some((vec![fee, fee + 1], "Fee Waived".to_owned()));
    }
    let money = |t: &usize| {
        page.shape(*t) == Some(ValueKind::Money) || page.token(*t).text.starts_with('$')
    };
    let first = tokens.clone().find(money)?;
    let in_sum = |c: char| c.is_ascii_digit() || matches!(c, '$' | ',' | '.');
    // In print read from pixels a sum may be torn: `$1 ,440.00`.
    let all: Vec<usize> = (first..tokens.end)
        .take_while(|t| page.token(*t).text.chars().all(in_sum))
        .collect();
    let text: String = all.iter().map(|t| page.token(*t).text.as_str()).collect();
    let plain: String = text.chars().filter(|c| !matches!(c, '$' | ',')).collect();
    let plain = plain.trim_end_matches('.').to_owned();
    is_sum(&plain, page.pixels()).then_some((all, plain))
}

/// Digits with two behind the point; in print read from pixels nothing else is one.
fn is_sum(text: &str, pixels: bool) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, cents)) => digits(whole) && digits(cents) && cents.len() == 2,
        None => digits(text) && !pixels,
    }
}
