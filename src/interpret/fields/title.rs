//! The title of a page, where it is a notice type.
//!
//! A type that no label announces may head a section of advice as well. What does not look like the
//! one title of its page goes to review.

use super::list::{self, is_telling};
use super::printed_type::{LARGER, Printed, TITLE_WORDS, in_words, reading};
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::interpret::meaning::sheet::Run;
use crate::model::record::FieldKind;

/// A title stands in this upper part of the page.
const TITLE_PART: f32 = 0.62;
/// One of words that are not known stands higher …
const UNKNOWN_PART: f32 = 0.4;
/// … and has at most this many words.
const UNKNOWN_WORDS: usize = 8;
/// This many lines of running text over a title are more than a banner.
const TEXT_LINES: usize = 3;
/// Print larger than the page's usual one by this factor is a title's.
const HEADING: f32 = 1.12;

/// A line that may be the title.
struct Line<'a> {
    run: &'a Run,
    printed: Printed,
}

/// The largest short line in the upper part of the page that is a type, the uppermost of several.
pub(super) fn title(page: &Page<'_>) -> Option<FieldReading> {
    let lines: Vec<Line<'_>> = page
        .sheet()
        .runs
        .iter()
        .filter_map(|r| line(page, r))
        .collect();
    let best = lines.iter().reduce(|best, line| {
        let many = |l: &Line<'_>| l.printed.kind.name.contains(' ');
        let size = best.run.size;
        let top = best.run.rect.y0;
        let larger = line.run.size > size + LARGER
            || line.run.size > size - LARGER && line.run.rect.y0 < top;
        // One word may be anything else.
        if many(line) && !many(best) || many(line) == many(best) && larger {
            line
        } else {
            best
        }
    });
    let other = unknown(page);
    let Some(best) = best else {
        return of_unknown(page, other?);
    };
    if let Some(other) = other.filter(|o| o.size > best.run.size + LARGER) {
        return of_unknown(page, other);
    }
    let reading = reading(page, &best.printed)?
        .because("the title of the page")
        .ranked(Rank::Placed);
    Some(reading.doubted(doubt(page, best, &lines)))
}

/// A large line near the top that is formed like a type of words that are not known.
fn unknown<'a>(page: &Page<'a>) -> Option<&'a Run> {
    let sheet = page.sheet();
    let least = HEADING * usual_size(page);
    let is_title = |run: &&Run| {
        let tokens = page.tokens(run.tokens.clone());
        let words: Vec<&str> = tokens.iter().map(|t| t.text.as_str()).collect();
        let large = run.size > least && run.rect.y0 <= UNKNOWN_PART * sheet.height;
        let plain = |t: usize| !page.is_typed(t) && !page.is_other_label(t);
        !run.prose
            && large
            && words.len() <= UNKNOWN_WORDS
            && list::is_formed(&words)
            && run.tokens.clone().all(plain)
    };
    sheet.runs.iter().find(is_title)
}

fn of_unknown(page: &Page<'_>, run: &Run) -> Option<FieldReading> {
    let tokens: Vec<usize> = run.tokens.clone().collect();
    let text = page.sheet().text_of(run.tokens.clone());
    let mut reading = FieldReading::of(page, FieldKind::NoticeType, &tokens, text)?
        .because("the title of the page")
        .ranked(Rank::Placed);
    reading.doubt("no notice type that is known");
    Some(reading)
}

fn line<'a>(page: &Page<'a>, run: &'a Run) -> Option<Line<'a>> {
    let high = run.rect.y0 <= TITLE_PART * page.sheet().height;
    if run.tokens.len() > TITLE_WORDS || run.prose || !high {
        return None;
    }
    let printed = in_words(page, run.tokens.clone())?;
    // `Receipt #` and `Decision:` are labels; one word is a type only where it stands alone.
    let last = page.token(run.tokens.end - 1).text.as_str();
    // `ASC APPOINTMENT NOTICE:` in a row of labels is the title all the same.
    let headed = last.ends_with(':') && is_telling(&printed.kind.name);
    let label = last.ends_with([':', '#', '.']) && !headed;
    let alone = printed.kind.name.contains(' ') || run.tokens.len() == 1;
    (!label && alone).then_some(Line { run, printed })
}

/// Why a line may head a section and not the page.
fn doubt(page: &Page<'_>, best: &Line<'_>, all: &[Line<'_>]) -> Option<&'static str> {
    let sheet = page.sheet();
    let size = best.run.size;
    let over = sheet
        .runs
        .iter()
        .filter(|r| r.prose && r.rect.y1 < best.run.rect.y0);
    let larger = size > HEADING * usual_size(page);
    let name = &best.printed.kind.name;
    let rival = |l: &Line<'_>| {
        let as_large = l.run.size > size - LARGER;
        l.printed.kind.name != *name && is_telling(&l.printed.kind.name) && as_large
    };
    match () {
        () if !is_telling(name) && !larger => Some("it may head a section"),
        () if over.count() >= TEXT_LINES && !larger => Some("running text stands over it"),
        () if all.iter().any(rival) => Some("another line may be the title as well"),
        () => None,
    }
}

/// The size of most print of the page.
fn usual_size(page: &Page<'_>) -> f32 {
    let mut sizes: Vec<f32> = page.sheet().tokens.iter().map(|t| t.size).collect();
    let middle = sizes.len() / 2;
    if sizes.is_empty() {
        return 0.0;
    }
    *sizes.select_nth_unstable_by(middle, f32::total_cmp).1
}
