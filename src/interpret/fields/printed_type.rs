//! Words of a page that are a notice type: how much of their line belongs to it, and whether it
//! goes on in the next one.

use super::list::{self, NoticeType, notice_type};
use super::seen::FieldReading;
use super::sheet::Page;
use crate::model::record::FieldKind;
use std::ops::Range;

/// A type has at most this many words.
pub(super) const TITLE_WORDS: usize = 12;
/// Print larger by this many points is of another size.
pub(super) const LARGER: f32 = 0.5;
/// A word stands beside a type at most this many ems from it.
const BESIDE: f32 = 4.0;

pub(super) fn reading(page: &Page<'_>, printed: &Printed) -> Option<FieldReading> {
    let tokens: Vec<usize> = printed.tokens.clone().collect();
    let kind = &printed.kind;
    let mut reading = FieldReading::of(page, FieldKind::NoticeType, &tokens, kind.name.clone())?;
    if !kind.exact {
        reading = reading.because("letters put right by the list of notice types");
    }
    Some(reading.doubted(printed.doubt))
}

/// Some words that are a type, with what more of their line may belong to it.
pub(super) struct Printed {
    pub tokens: Range<usize>,
    pub kind: NoticeType,
    /// Why not to be sure that it is the whole type.
    pub doubt: Option<&'static str>,
}

/// The first part of some tokens between separators that is a type, with the word that says which
/// issue of the notice it is before or behind it, and with a second line that it goes on to.
pub(super) fn in_words(page: &Page<'_>, tokens: Range<usize>) -> Option<Printed> {
    let parts = parts(page, tokens.clone());
    let is_issue = |at: usize| {
        let part: Option<&Range<usize>> = parts.get(at);
        part.is_some_and(|p| list::is_issue(&texts(page, p.clone()), page.pixels()))
    };
    let alone = parts
        .iter()
        .enumerate()
        .find_map(|(at, part)| Some((at, part.clone(), of_part(page, part.clone())?)));
    let with_next = || {
        let (all, kind) = goes_on(page, parts.first()?.clone(), None)?;
        Some((0, all, kind))
    };
    let (at, mut range, mut kind) = alone.or_else(with_next)?;
    if range.end == tokens.end
        && let Some((all, longer)) = goes_on(page, range.clone(), Some(&kind))
    {
        (range, kind) = (all, longer);
    }
    if is_issue(at + 1) {
        range.end = parts[at + 1].end;
        kind.name = format!("{} - {}", kind.name, capitals(page, &parts[at + 1]));
    }
    if at > 0 && is_issue(at - 1) {
        range.start = parts[at - 1].start;
        kind.name = format!("{} - {}", capitals(page, &parts[at - 1]), kind.name);
    }
    let more = parts.get(at + 1).is_some_and(|next| {
        let dash = page.token(next.start - 1).text.as_str();
        next.start >= range.end && matches!(dash, "-" | "–" | "—" | ";") && has_words(page, next)
    });
    let doubt = more.then_some("more words follow it in its line");
    Some(Printed {
        tokens: range,
        kind,
        doubt: doubt.or_else(|| issue_beside(page, &tokens)),
    })
}

/// Tokens parted at the marks between cells and at dashes.
fn parts(page: &Page<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let parts = |t: &usize| {
        matches!(
            page.token(*t).text.as_str(),
            "|" | "•" | "/" | "-" | "–" | "—" | ";"
        )
    };
    let mut starts = vec![tokens.start];
    starts.extend(tokens.clone().filter(parts).map(|t| t + 1));
    let ends = starts.iter().skip(1).map(|s| s - 1).chain([tokens.end]);
    let ranges = starts.iter().zip(ends).map(|(start, end)| *start..end);
    ranges.filter(|part| !part.is_empty()).collect()
}

fn texts<'a>(page: &Page<'a>, part: Range<usize>) -> Vec<&'a str> {
    page.tokens(part).iter().map(|t| t.text.as_str()).collect()
}

/// A part as a title has it.
fn capitals(page: &Page<'_>, part: &Range<usize>) -> String {
    let capital = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let mut letters = bare.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first
            .chain(letters.flat_map(char::to_lowercase))
            .collect::<String>()
    };
    let words: Vec<String> = texts(page, part.clone()).iter().map(capital).collect();
    words.join(" ")
}

fn of_part(page: &Page<'_>, part: Range<usize>) -> Option<NoticeType> {
    if part.is_empty() || part.len() > TITLE_WORDS || part.clone().any(|t| page.is_typed(t)) {
        return None;
    }
    notice_type(&texts(page, part), page.pixels())
}

/// A type that goes on in the next line of its block: `Notice of Intent` over `to Deny`.
fn goes_on(
    page: &Page<'_>,
    first: Range<usize>,
    kind: Option<&NoticeType>,
) -> Option<(Range<usize>, NoticeType)> {
    let sheet = page.sheet();
    let index = page.token(first.end - 1).run;
    let run = &sheet.runs[index];
    let next = sheet.runs.get(index + 1)?;
    let begun = texts(page, first.clone());
    let listed = |words: &[&str]| words.iter().all(|w| list::is_listed(w, page.pixels()));
    let here = run.tokens.end == first.end
        && next.block == run.block
        && (next.size - run.size).abs() < LARGER
        && !next.prose
        && begun
            .first()
            .is_some_and(|w| list::is_listed(w, page.pixels()));
    let more = texts(page, next.tokens.clone());
    let other = more.first().is_some_and(|w| list::begins(w)) && more.len() > 1;
    if !here || other || !listed(&more) || of_part(page, next.tokens.clone()).is_some() {
        return None;
    }
    let all = first.start..next.tokens.end;
    let longer = of_part(page, all.clone())?;
    // `Approval Notice` is whole, whatever stands under it.
    let open = kind.is_none_or(|kind| list::begins(kind.name.split(' ').next().unwrap_or("")));
    open.then_some((all, longer))
}

/// Whether a part has words of a title beside forms, numbers and whose copy it is.
fn has_words(page: &Page<'_>, part: &Range<usize>) -> bool {
    let copies = page.tokens(part.clone()).iter().any(|t| t.norm == "copy");
    let worded = |t: usize| {
        let text = &page.token(t).text;
        text.starts_with(char::is_uppercase)
            && !text.contains(|c: char| c.is_ascii_digit())
            && !page.is_typed(t)
            && !page.is_other_label(t)
    };
    !copies && part.clone().any(worded)
}

/// Whether `DUPLICATE` stands by itself right beside a type, or right over or under it.
fn issue_beside(page: &Page<'_>, tokens: &Range<usize>) -> Option<&'static str> {
    let sheet = page.sheet();
    let own = page.token(tokens.start).run;
    let rect = sheet.runs[own].rect;
    let reach = BESIDE * sheet.runs[own].size.max(1.0);
    let beside = |run: &usize| {
        let other = &sheet.runs[*run];
        let level = other.rect.over_y(&rect) > 0.0 && -other.rect.over_x(&rect) < reach;
        let stacked = other.rect.over_x(&rect) > 0.0;
        let texts = texts(page, other.tokens.clone());
        *run != own && (level || stacked) && list::is_issue(&texts, page.pixels())
    };
    let mut near = sheet.band(rect.y0 - 0.4 * reach, rect.y1 + 0.4 * reach);
    let found = near.any(|run| beside(&run));
    found.then_some("a word beside it may belong to it")
}
