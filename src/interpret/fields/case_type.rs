//! The form that was filed, with its title.

use super::dates::tokens_of;
use super::label::FieldLabel;
use super::place::slots;
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use super::words::fold;
use crate::interpret::meaning::sheet::Run;
use crate::interpret::meaning::{LabelKind, Reading, Relation, ValueKind};
use crate::model::geometry::BoundingBox;
use crate::model::record::FieldKind;
use std::ops::Range;

/// Forms that are filed for a benefit, as they are printed.
pub const FILED: &[&str] = &[
    "I-90", "I-102", "I-129", "I-129CW", "I-129F", "I-129S", "I-130", "I-130A", "I-131", "I-131A",
    "I-134", "I-134A", "I-140", "I-140G", "I-191", "I-192", "I-193", "I-212", "I-290B", "I-360",
    "I-361", "I-363", "I-407", "I-485", "I-485J", "I-508", "I-526", "I-526E", "I-539", "I-539A",
    "I-566", "I-589", "I-590", "I-600", "I-600A", "I-601", "I-601A", "I-602", "I-612", "I-687",
    "I-690", "I-694", "I-698", "I-730", "I-751", "I-765", "I-765V", "I-800", "I-800A", "I-817",
    "I-821", "I-821D", "I-824", "I-829", "I-864", "I-864A", "I-865", "I-881", "I-905", "I-907",
    "I-910", "I-914", "I-914A", "I-918", "I-918A", "I-918B", "I-924", "I-924A", "I-929", "I-941",
    "I-956", "I-956F", "I-956G", "I-956H", "I-956K", "N-300", "N-336", "N-400", "N-426", "N-470",
    "N-565", "N-600", "N-600K", "N-644", "N-648",
];
/// Forms that notices speak of, but that are seldom what they are about.
const SPOKEN_OF: &[&str] = &[
    "I-290B", "I-864", "I-864A", "I-539A", "I-130A", "I-131", "I-407",
];
/// Titles of forms begin with these words.
const TITLES: &[&str] = &[
    "application",
    "consideration",
    "interagency",
    "petition",
    "registration",
    "request",
];
/// A code has at most this many characters, without its hyphen.
const LONGEST: usize = 7;
/// The code is one of this many words with which a case type begins: `Form I-485`.
pub(super) const CODE_WORDS: usize = 2;

/// A form's code as the agency spells it.
pub(super) fn code(text: &str, pixels: bool) -> Option<(&'static str, bool)> {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '|' && c != '!');
    let folded = fold(bare);
    if folded.len() > LONGEST {
        return None;
    }
    let is = |form: &&&str| fold(form) == folded;
    if let Some(form) = FILED.iter().find(is) {
        return Some((form, true));
    }
    if !pixels {
        return None;
    }
    // `1-129`, `l-129`, `1129`, `I-1Z9`: the letter in front and the digits behind are known.
    let mended = mended(bare)?;
    let form = FILED.iter().find(|form| fold(form) == mended)?;
    Some((form, false))
}

fn mended(text: &str) -> Option<String> {
    let mut letters = text
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '|' | '!'));
    let head = match letters.next()? {
        'I' | 'l' | '1' | '|' | '!' | 'T' | 'i' => 'I',
        'N' | 'M' => 'N',
        _ => return None,
    };
    let rest: String = letters.collect();
    let digits = rest.chars().count().min(3);
    let number: String = rest.chars().take(digits).collect();
    let tail: String = rest.chars().skip(digits).collect();
    let number = super::words::as_digits(&number);
    let number = number
        .trim_end_matches(|c: char| !c.is_ascii_digit())
        .to_owned();
    number
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| format!("{head}{number}{}", fold(&tail)))
}

pub(super) fn read(page: &Page<'_>, labels: &[FieldLabel], out: &mut Vec<FieldReading>) {
    let before = out.len();
    for label in labels.iter().filter(|l| l.kind == FieldKind::CaseType) {
        let found = slots(page, labels, label)
            .into_iter()
            .find_map(|slot| Some((at(page, slot.tokens.clone())?, slot.relation)));
        if let Some((reading, relation)) = found {
            let rank = match () {
                () if is_of_table(page, &label.tokens, reading.bounds) => Rank::Tabled,
                // `Form I-864 with tax returns` in a list names no case.
                () if label.bare && label.text.eq_ignore_ascii_case("form") => Rank::Placed,
                () => Rank::Labelled,
            };
            let named = rank == Rank::Placed && SPOKEN_OF.contains(&reading.value.as_str());
            let reading = reading.labelled(&label.text, relation.words());
            let reading =
                reading.doubted(named.then_some("a form that other cases are filed with"));
            out.push(reading.ranked(rank));
        }
    }
    if out.len() == before {
        out.extend(wrapped(page));
    }
    if out.len() == before {
        out.extend(titled(page));
    }
    if out.len() == before {
        // A label with no form that could be read: the text may speak of another.
        let labelled = labels
            .iter()
            .any(|l| l.kind == FieldKind::CaseType && !l.bare);
        let doubt = (labelled && page.pixels()).then_some("what stands at its label was not read");
        out.extend(spoken(page).map(|reading| reading.doubted(doubt)));
    }
    support(page, &mut out[before..]);
}

/// At a label that goes over two lines, as the page's meaning put it together.
fn wrapped(page: &Page<'_>) -> Option<FieldReading> {
    let typed = |r: &&Reading| {
        r.shape == ValueKind::Form && r.meaning == Some(LabelKind::CaseType) && r.label.is_some()
    };
    page.meaning.readings.iter().filter(typed).find_map(|r| {
        let index = page.meaning.readings.iter().position(|other| other == r)?;
        let first = *tokens_of(page, index).first()?;
        let run = &page.sheet().runs[page.token(first).run];
        let seen = at(page, first..run.tokens.end)?;
        let label = r.label.as_ref()?;
        Some(seen.labelled(&label.text, r.relation.map_or("at", Relation::words)))
    })
}

/// Whether several forms stand in the column of a label: those of other cases.
fn is_of_table(page: &Page<'_>, label: &Range<usize>, first: BoundingBox) -> bool {
    let head = page.sheet().rect_of(label.clone());
    let under = |r: &&Reading| {
        let below = |b: BoundingBox| b.y0() > first.y1() && b.y0() > head.y1;
        let aligned = |b: BoundingBox| (b.x0() - first.x0()).abs() < 2.0;
        r.shape == ValueKind::Form && r.bounds.is_some_and(|b| below(b) && aligned(b))
    };
    page.meaning.readings.iter().filter(under).count() > 1
}

/// The code with which some tokens begin, behind the word form, and its title.
fn at(page: &Page<'_>, tokens: Range<usize>) -> Option<FieldReading> {
    let form = page.token(tokens.start).norm.starts_with("form");
    let start = tokens.start + usize::from(form);
    (start < tokens.end).then_some(())?;
    let (form, exact, after) = joined(page, start..tokens.end)?;
    let mut of: Vec<usize> = (start..after).collect();
    let mut title = title(page, after..tokens.end);
    of.extend(title.iter().copied());
    if !title.is_empty() {
        title.extend(goes_on(page, tokens.end - 1));
    }
    let mut reading = FieldReading::of(page, FieldKind::CaseType, &of, form)?;
    reading.confidence = page.confidence(start..after);
    let words: Vec<&str> = title.iter().map(|t| page.token(*t).text.as_str()).collect();
    reading.title = Some(words.join(" ")).filter(|t| !t.is_empty());
    if !exact {
        reading = reading.because("characters put right by the list of forms");
    }
    Some(reading)
}

/// A code in one word, or in two as in `I 129F`.
fn joined(page: &Page<'_>, tokens: Range<usize>) -> Option<(&'static str, bool, usize)> {
    let text = page.token(tokens.start).text.as_str();
    if let Some((form, exact)) = code(text, page.pixels()) {
        return Some((form, exact, tokens.start + 1));
    }
    let next = tokens.start + 1;
    let short = text.chars().count() <= 2 && next < tokens.end;
    let both = short.then(|| format!("{text}{}", page.token(next).text))?;
    let (form, exact) = code(&both, page.pixels())?;
    Some((form, exact, next + 1))
}

/// The words behind a code without the dash between.
fn title(page: &Page<'_>, rest: Range<usize>) -> Vec<usize> {
    let is_dash = |t: &usize| !page.token(*t).text.chars().any(char::is_alphanumeric);
    rest.skip_while(is_dash).collect()
}

/// The next line of a title that is broken.
fn goes_on(page: &Page<'_>, last: usize) -> Vec<usize> {
    let sheet = page.sheet();
    let run = page.token(last).run;
    let block = &sheet.blocks[sheet.runs[run].block];
    let next = run + 1;
    if sheet.runs[run].tokens.end != last + 1 || !block.runs.contains(&next) {
        return Vec::new();
    }
    let tokens = sheet.runs[next].tokens.clone();
    let plain = |t: usize| {
        let labels = page.is_number_label(t) || page.token(t).text.ends_with(':');
        !page.is_typed(t) && !labels
    };
    let same_case = {
        let upper = |t: usize| !page.token(t).text.chars().any(char::is_lowercase);
        upper(last) == tokens.clone().all(upper)
    };
    if tokens.len() <= 8 && same_case && tokens.clone().all(plain) {
        tokens.collect()
    } else {
        Vec::new()
    }
}

/// A short line that is a code with its title.
fn titled(page: &Page<'_>) -> Option<FieldReading> {
    let sheet = page.sheet();
    let runs = sheet
        .runs
        .iter()
        .filter(|r| !r.prose && r.rect.y0 < 0.7 * sheet.height);
    // `1363 GRANT AVE` is an address: a code that was put right here has its hyphen.
    let told = |first: usize| {
        let text = page.token(first).text.as_str();
        code(text, false).is_some() || text.contains('-') || page.token(first).norm == "form"
    };
    let runs: Vec<&Run> = runs.collect();
    let begun = runs.iter().filter(|r| told(r.tokens.start));
    let begun = begun.filter_map(|r| at(page, r.tokens.clone()));
    let ended = runs.iter().filter_map(|r| ends(page, r.tokens.clone()));
    let mut found: Vec<FieldReading> = begun.chain(ended).collect();
    found.retain(|r| r.title.is_some());
    let first = found.first()?.clone();
    let same = found.iter().all(|r| r.value == first.value);
    let reading = first.because("a form with its title").ranked(Rank::Placed);
    Some(reading.doubted((!same).then_some("several forms are named")))
}

/// A title with the code in brackets behind it: `Petition for Alien Relative (I-130)`.
fn ends(page: &Page<'_>, tokens: Range<usize>) -> Option<FieldReading> {
    let last = tokens.clone().next_back()?;
    let text = page.token(last).text.as_str();
    let bracketed = text.starts_with('(') && text.ends_with(')');
    let first = page.token(tokens.start).norm.as_str();
    if !bracketed || !TITLES.contains(&first) {
        return None;
    }
    let (form, _) = code(text, page.pixels())?;
    let of: Vec<usize> = tokens.clone().collect();
    let mut reading = FieldReading::of(page, FieldKind::CaseType, &of, form)?;
    reading.confidence = page.confidence(last..last + 1);
    reading.title = Some(page.sheet().text_of(tokens.start..last));
    Some(reading)
}

/// The one form that the text speaks of as filed.
fn spoken(page: &Page<'_>) -> Option<FieldReading> {
    let mut found: Vec<FieldReading> = Vec::new();
    for t in 0..page.sheet().tokens.len() {
        let form = page.shape(t) == Some(ValueKind::Form) || page.pixels();
        if !form || t == 0 || !page.token(t - 1).norm.starts_with("form") {
            continue;
        }
        let Some((form, ..)) = code(&page.token(t).text, page.pixels()) else {
            continue;
        };
        let yours = t >= 2 && matches!(page.token(t - 2).norm.as_str(), "your" | "the" | "above");
        if !SPOKEN_OF.contains(&form) || yours {
            found.extend(FieldReading::of(page, FieldKind::CaseType, &[t], form));
        }
    }
    let first = found.first().cloned()?;
    let same = found.iter().all(|r| r.value == first.value);
    let reading = first.because("the text speaks of it").ranked(Rank::Spoken);
    Some(reading.doubted((!same).then_some("several forms are named")))
}

/// A code that stands at several places of the page was read right.
fn support(page: &Page<'_>, found: &mut [FieldReading]) {
    if !page.pixels() {
        return;
    }
    for reading in found {
        let again = |t: &usize| {
            let of = code(&page.token(*t).text, false);
            of.is_some_and(|(form, _)| form == reading.value)
        };
        if (0..page.sheet().tokens.len()).filter(again).count() > 1 {
            reading.confidence = reading.confidence.max(super::choose::AT_TWO_PLACES);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn codes_are_snapped_to_the_list_in_print_read_from_pixels() {
        for text in [
            "1-129", "l-129", "1129", "I-129", "I129", "I-1Z9", "(I-129)",
        ] {
            assert_eq!(code(text, true).map(|c| c.0), Some("I-129"), "{text}");
        }
        assert_eq!(code("l-129", false), None);
        assert_eq!(code("I-797C", true), None);
        assert_eq!(code("12345", true), None);
    }
}
