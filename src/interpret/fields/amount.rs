//! The amount received.

use super::label::FieldLabel;
use super::place::{Slot, slots};
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::interpret::meaning::{Relation, ValueKind};
use crate::model::record::FieldKind;
use std::ops::Range;

/// A sum and its label in one row of a scan overlap by this share of the lower one.
const LEVEL: f32 = 0.7;
/// The sums of one column stand at most this many times their height over or under one another.
const COLUMN_REACH: f32 = 8.0;

pub(super) fn read(page: &Page<'_>, labels: &[FieldLabel], out: &mut Vec<FieldReading>) {
    let before = out.len();
    labelled(page, labels, out);
    if out.len() == before {
        out.extend(spoken(page));
    }
}

/// `The fee of $370.00 was credited.`
fn spoken(page: &Page<'_>) -> Option<FieldReading> {
    let tokens = &page.sheet().tokens;
    let is = |t: usize, list: &[&str]| {
        let word = tokens.get(t).map(|token| token.norm.as_str());
        word.is_some_and(|word| list.contains(&word))
    };
    let of_fee = |t: &usize| {
        let sentence = tokens[*t].sentence;
        let same =
            (t + 1..t + 5).all(|next| tokens.get(next).map(|n| n.sentence) == Some(sentence));
        sentence.is_some()
            && same
            && is(*t, &["fee", "fees", "payment"])
            && is(t + 1, &["of"])
            && is(t + 3, &["was", "is", "were"])
            && is(t + 4, &["accepted", "credited", "paid", "received"])
    };
    let mut found = (0..tokens.len()).filter(of_fee);
    let (fee, None) = (found.next()?, found.next()) else {
        return None;
    };
    let (tokens, value) = sum(page, fee + 2..fee + 3)?;
    let seen = FieldReading::of(page, FieldKind::Amount, &tokens, value)?;
    let why = "a sentence says what was received";
    Some(seen.because(why).ranked(Rank::Spoken))
}

fn labelled(page: &Page<'_>, labels: &[FieldLabel], out: &mut Vec<FieldReading>) {
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
        let doubt = match () {
            () if is_aslant(page, label, slot) => Some("not level with its label"),
            () if is_shifted(page, slot) => Some("the sums of its column match no lines"),
            () => None,
        };
        let reading = FieldReading::of(page, FieldKind::Amount, &tokens, value);
        out.extend(reading.map(|r| {
            r.labelled(&label.text, slot.relation.words())
                .ranked(rank)
                .doubted(doubt)
        }));
    }
}

/// Whether a sum right of its label on a page read from pixels may be that of the next row: on a
/// curled page rows rise and fall, and sums stand one under the other.
fn is_aslant(page: &Page<'_>, label: &FieldLabel, slot: &Slot) -> bool {
    let rect = page.sheet().rect_of(slot.tokens.clone());
    let low = rect.height().min(label.rect.height());
    let level = rect.over_y(&label.rect) > LEVEL * low;
    page.pixels() && slot.relation == Relation::Right && !level
}

/// Whether a sum read from pixels stands in a column with one that no words are level with: a
/// curled page may have moved the whole column by a line.
fn is_shifted(page: &Page<'_>, slot: &Slot) -> bool {
    let sheet = page.sheet();
    let rect = sheet.rect_of(slot.tokens.clone());
    let reach = COLUMN_REACH * rect.height();
    let is_sum = |run: &usize| {
        let mut tokens = sheet.runs[*run].tokens.clone();
        tokens.all(|t| page.shape(t) == Some(ValueKind::Money) || page.token(t).text == "$")
    };
    let mut column = sheet.band(rect.y0 - reach, rect.y1 + reach).filter(|run| {
        let other = &sheet.runs[*run].rect;
        other.over_x(&rect) > 0.0 && is_sum(run)
    });
    let is_led = |run: usize| {
        let sum = &sheet.runs[run].rect;
        sheet.band(sum.y0, sum.y1).any(|other| {
            let words = &sheet.runs[other].rect;
            let low = words.height().min(sum.height());
            words.x1 < sum.x0 + 1.0 && words.over_y(sum) > LEVEL * low
        })
    };
    page.pixels() && slot.relation == Relation::Right && !column.all(is_led)
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
    sum_of(text.trim_start_matches('$'), page.pixels()).map(|sum| (all, sum))
}

/// A sum in digits with two behind the point. A comma that was read as a point still parts
/// thousands; in print read from pixels nothing without cents is a sum.
fn sum_of(text: &str, pixels: bool) -> Option<String> {
    let text = text.trim_end_matches(['.', ',']);
    let groups: Vec<&str> = text.split(['.', ',']).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (last, before) = groups.split_last()?;
    let thousands = |part: &[&str]| part.iter().skip(1).all(|p| p.len() == 3);
    if !groups.iter().all(digits) {
        return None;
    }
    if last.len() == 2 && !before.is_empty() && thousands(before) {
        return Some(format!("{}.{last}", before.concat()));
    }
    (!pixels && thousands(&groups)).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::sum_of;

    #[test]
    fn sums_keep_their_cents() {
        for (text, pixels, sum) in [
            ("1,440.00", false, Some("1440.00")),
            ("535.00", true, Some("535.00")),
            ("1.225.00", true, Some("1225.00")),
            ("535", false, Some("535")),
            ("535", true, None),
            ("1,2", false, None),
        ] {
            assert_eq!(sum_of(text, pixels).as_deref(), sum, "{text}");
        }
    }
}
