//! The marks by which a page shows that it belongs to a notice, and to which: form, page count,
//! type, date.

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::interpret::meaning::{
    self, DateKind, LabelKind, Labelled, Meaning, Reading, Role, ValueKind,
};
use crate::interpret::names_agency;
use crate::model::source::TextSource;
use crate::text::PageText;

/// A header that is broken over lines stands in this upper part of the page.
const HEAD_PART: f32 = 0.2;
/// A footer without the word revision stands below this part of the page.
const FOOT_PART: f32 = 0.7;
/// Headers and footers stand outside of this part of the page …
const MIDDLE: std::ops::Range<f32> = 0.3..0.55;
/// … unless this many labels show that it is a notice.
const LEAST_LABELS: usize = 2;
/// Words of a sentence that speaks of a notice.
const SPOKEN: [&str; 15] = [
    "is", "are", "was", "were", "your", "our", "we", "enclosed", "attached", "please", "the",
    "has", "have", "which", "dated",
];

/// What one page says of the notice it belongs to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PageInfo {
    /// `I-797`, `I-797A` … `I-797F`, from the header or the footer.
    pub form: Option<String>,
    /// Whether the header says so: notices begin or go on with it.
    pub has_header: bool,
    /// `Page 1 of 2`.
    pub page_of: Option<(u32, u32)>,
    /// Such as `Receipt Notice`.
    pub notice_type: Option<String>,
    /// As printed.
    pub notice_date: Option<String>,
    /// The title of the agency stands on the page.
    pub names_agency: bool,
    /// How many labels of a notice's grid it has.
    pub grid_labels: usize,
    /// A receipt number or an A-Number stands on it.
    pub has_number: bool,
}

impl PageInfo {
    /// Whether the page is part of a notice of action, by its own info.
    pub fn is_notice(&self) -> bool {
        let is_letter = self.names_agency && self.notice_type.is_some() && self.has_number;
        let is_grid = self.grid_labels >= if self.names_agency { 2 } else { 4 };
        self.form.is_some() || is_letter || is_grid
    }
}

static HEADER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)[I1l|!T]\s?[-–—.~]?\s?797\s?[-–]?\s?([A-F8])?\s?[,.;:]?\s*N?.?otice\s+of\s+Act")
});
static FOOTER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        // `Porm` and `Forn` are misread; the number and the revision tell.
        r"(?i)^(?:[FPER][o0ae][rn][mn]\s*)?[I1l|!T]\s?[-–—.~]?\s?797\s?([A-F8])?\s*",
        r"(?:\(?\s?Rev|[0-9]{1,2}[/.][0-9]|$|N\b|Y\b)",
    ))
});
static ALONE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:Form\s*)?[I1l|!T]\s?[-–—.~]?\s?797\s?[-–]?\s?([A-F8])?$"));
static TITLE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)n[o0]tice\s+of\s+acti[o0]n"));
static PAGE_OF: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?:page|pg\.?)?[:\s]*\b([0-9lI]{1,2})\s?[o0]f\s?([0-9lI]{1,2})\b")
});
static AGENCY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)citizenship\s+(?:and|&)\s+immigration|homeland\s+security|\bUSCIS\b|",
        r"immigration\s+and\s+naturalization|",
        // Their letters have the office alone over them.
        r"\b(?:vermont|california|nebraska|texas|potomac)\s+service\s+center\b|",
        r"\bnational\s+benefits\s+center\b",
    ))
});

fn pattern(text: &str) -> Regex {
    Regex::new(text)
        .unwrap_or_else(|_| unreachable!("the patterns above are constant and covered by tests"))
}

/// Reads what a page says of the notice it belongs to.
pub fn page_info(page: &PageText, meaning: &Meaning) -> PageInfo {
    let texts: Vec<String> = page.lines.iter().map(|l| l.text()).collect();
    let grid_labels = meaning.labels.iter().filter(|l| tells_of_notice(l)).count();
    let headers = headers(page, &texts, grid_labels);
    let has_header = !headers.is_empty();
    let is_title = |t: &String| TITLE.is_match(t) && t.len() < 40;
    let titled = has_header || (page.source == TextSource::Ocr && texts.iter().any(is_title));
    let date = meaning
        .date(DateKind::Notice)
        .filter(|r| r.verdict == meaning::Conclusion::Accept);
    let is_number = |r: &&Reading| r.label.as_ref().is_some_and(|l| is_number_label(l.kind));
    // Letters print the receipt number alone, or under its barcode.
    let accepted = |shape: ValueKind| {
        let of = |r: &Reading| r.shape == shape && r.verdict == meaning::Conclusion::Accept;
        meaning.readings.iter().any(of)
    };
    let any = accepted(ValueKind::Receipt) || accepted(ValueKind::ANumber);
    PageInfo {
        form: form(page, &texts, &headers),
        has_header: titled,
        page_of: page_of(&texts),
        notice_type: meaning.notice_type.clone(),
        notice_date: date.map(|r| r.printed.clone()),
        names_agency: texts.iter().any(|t| AGENCY.is_match(t)),
        grid_labels,
        has_number: any || meaning.readings.iter().any(|r| is_number(&r)),
    }
}

fn is_number_label(kind: LabelKind) -> bool {
    matches!(kind, LabelKind::Receipt | LabelKind::ANumber)
}

/// Whether a label is one of a notice's grid, so that seeing it tells of a notice.
pub(super) fn tells_of_notice(label: &Labelled) -> bool {
    let is_grid = match label.label.kind {
        LabelKind::Account => names_agency(&label.label.text),
        LabelKind::ANumber
        | LabelKind::Receipt
        | LabelKind::Date(_)
        | LabelKind::CaseType
        | LabelKind::NoticeType => true,
        LabelKind::Name => label.owner.is_some_and(|role| role != Role::Representative),
        _ => false,
    };
    is_grid && !label.in_sentence
}

/// Whether a line may be a header or a footer; a look for these digits costs less than a regular
/// expression.
fn names_form(text: &str) -> bool {
    text.contains("797")
}

/// The lines that name the form with its title as headers and footers do. A letter that speaks of a
/// notice names it in a sentence, or in a list in the middle of the page.
fn headers<'a>(page: &PageText, texts: &'a [String], grid_labels: usize) -> Vec<&'a String> {
    let counts = |i: usize| {
        let at = page.lines[i].bounds.y0() / page.size.1;
        let inside = MIDDLE.contains(&at) && grid_labels < LEAST_LABELS;
        !inside && !is_sentence(&texts[i])
    };
    let named = |t: &str| names_form(t) && HEADER.is_match(t);
    let lines = texts.iter().enumerate();
    let found = lines.filter(|(i, t)| named(t) && counts(*i));
    found.map(|(_, t)| t).collect()
}

/// Whether a line has small words that only sentences have.
fn is_sentence(text: &str) -> bool {
    text.split_whitespace().any(|word| SPOKEN.contains(&word))
}

/// The form's name from the header, else from the footer.
fn form(page: &PageText, texts: &[String], headers: &[&String]) -> Option<String> {
    let letter = |capture: &regex::Captures<'_>| {
        let letter = capture.get(1).map_or(String::new(), |m| {
            m.as_str().to_uppercase().replace('8', "B")
        });
        format!("I-797{letter}")
    };
    let header = headers
        .iter()
        .find_map(|t| HEADER.captures(t))
        .map(|c| letter(&c));
    let footers = || {
        // Higher up, the name alone or with a day stands in a list of what is enclosed.
        let low = |i: usize| {
            let from = if texts[i].to_lowercase().contains("rev") {
                MIDDLE.end
            } else {
                FOOT_PART
            };
            page.lines[i].bounds.y0() > from * page.size.1
        };
        let mut named = texts
            .iter()
            .enumerate()
            .rev()
            .filter(|(i, t)| names_form(t) && low(*i));
        named
            .find_map(|(_, t)| FOOTER.captures(t.trim()))
            .map(|c| letter(&c))
    };
    let footer = footers().or_else(|| alone(page, texts, letter));
    match (header, footer) {
        // A header whose letter was lost borrows it from the footer.
        (Some(h), Some(f)) if h == "I-797" && page.source == TextSource::Ocr => Some(f),
        (Some(h), _) => Some(h),
        (None, f) => f,
    }
}

/// The form's name alone on a line near the top of a page whose title stands on another line.
fn alone(
    page: &PageText,
    texts: &[String],
    letter: impl Fn(&regex::Captures<'_>) -> String,
) -> Option<String> {
    let high = |i: usize| page.lines[i].bounds.y1() < HEAD_PART * page.size.1;
    let lines = || texts.iter().enumerate().filter(|(i, _)| high(*i));
    if !lines().any(|(_, t)| TITLE.is_match(t) && t.len() < 40) {
        return None;
    }
    lines()
        .filter(|(_, t)| names_form(t))
        .find_map(|(_, t)| ALONE.captures(t.trim()))
        .map(|c| letter(&c))
}

fn page_of(texts: &[String]) -> Option<(u32, u32)> {
    let number = |text: &str| text.replace(['l', 'I'], "1").parse::<u32>().ok();
    let short = || texts.iter().filter(|t| t.len() < 60);
    let count = |t: &String| {
        let c = PAGE_OF.captures(t)?;
        let page = number(&c[1])?;
        let of = number(&c[2])?;
        (page >= 1 && page <= of).then_some((page, of))
    };
    // "1 of 3" alone may count checks.
    let named = |t: &&String| t.to_lowercase().contains("page");
    short()
        .filter(named)
        .find_map(count)
        .or_else(|| short().find_map(count))
}

/// The year and month of a printed date: `03/05/2014`, `March 5, 2014` or `5 Mar 2014`.
pub fn year_month(date: &str) -> Option<(u32, u32)> {
    let numbers: Vec<u32> = date
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|p| p.parse().ok())
        .collect();
    match numbers[..] {
        [month, _, year] => Some((year, month)),
        [_, year] => {
            let months = [
                "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
            ];
            let mut words = date.split(|c: char| !c.is_ascii_alphabetic());
            let name = words.find(|word| word.len() >= 3)?.to_lowercase();
            let month = months.iter().position(|m| name.starts_with(m))? as u32 + 1;
            Some((year, month))
        }
        _ => None,
    }
}

#[cfg(test)]
#[path = "page_info_tests.rs"]
mod tests;
