//! Whether a page was read well enough to conclude that a missing account number is absent.

use crate::identifier::IdentifierKind;
use crate::interpret::meaning::{
    AccountLabel, LabelKind, Labelled, Leftover, Meaning, Reading, is_known_word,
};
use crate::interpret::{Assessment, names_agency};
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::harmless::{is_harmless, is_narrow, line_height};
use crate::notice::occupied::is_occupied;
use crate::notice::page_info::tells_of_notice;
use crate::notice::unread::loose_digits;
use crate::notice::{AccountCell, Gap};
use crate::text::{PageText, TextLine, Word};

/// This many digits where an account number belongs may be one that is spoiled.
const SPOILED_DIGITS: usize = 8;
/// The same where they were read from pixels.
const SPOILED_DIGITS_OF_PIXELS: usize = 4;

/// A line of at most this many words is a label, a value or a stamp.
const SHORT_LINE: usize = 4;
/// Words read less surely than this on the mean are not read.
const LEGIBLE_LINE: f32 = 0.5;

/// A word of this many letters is not misread out of something else.
const KNOWN_WORD: usize = 5;

/// A label with letters wrong that is read less surely than this lies under something.
const SURE_LABEL: f32 = 0.7;

/// Digits read less surely than this may be others, or more than were seen.
const SURE_DIGITS: f32 = 0.9;

/// A sheet is at least this many times as high as it is wide: letter paper 1.29, with room for
/// edges that were cut off.
const LEAST_HEIGHT: f32 = 1.1;

/// Whether the page is as high as a notice. Half of a sheet, as a careless photograph shows it, may
/// lack the head with its numbers.
pub(super) fn is_whole(page: &PageText) -> bool {
    page.size.1 >= LEAST_HEIGHT * page.size.0
}

/// Whether a line goes on with a long one right above it: the end of a sentence, no cell.
fn ends_paragraph(page: &PageText, line: &TextLine) -> bool {
    let height = line.bounds.height();
    page.lines.iter().any(|above| {
        let gap = line.bounds.y0() - above.bounds.y0();
        let aligned = (above.bounds.x0() - line.bounds.x0()).abs() < height;
        above.words.len() > 2 * SHORT_LINE && aligned && gap > 0.5 * height && gap < 2.0 * height
    })
}

/// What stands where the account number belongs, when no account number was seen there.
pub(super) fn account_cell(
    page: &PageText,
    meaning: &Meaning,
    assessments: &[Assessment],
    is_notice: bool,
    gaps: &mut Vec<Gap>,
) -> Option<AccountCell> {
    let is_clients = |a: &Assessment| {
        a.candidate.kind == IdentifierKind::OnlineAccountNumber
            && a.decision != Verdict::Rejected
            && a.owner != Owner::Representative
    };
    if assessments.iter().any(is_clients) {
        return None;
    }
    if is_notice && !meaning.leftovers.is_empty() {
        gaps.extend(meaning.leftovers.iter().map(left_over));
        return Some(AccountCell::Unreadable);
    }
    if meaning.account_label != AccountLabel::Cell {
        return None;
    }
    let cells = meaning
        .labels
        .iter()
        .filter(|l| l.label.kind == LabelKind::Account && !l.in_sentence);
    let ours = cells.filter(|l| is_notice || names_agency(&l.label.text));
    let states = ours.map(|label| {
        let filled = filling(label);
        let why = if is_faint(page, label) {
            Some("the label of the account number was not read with confidence")
        } else if filled == Some(Filling::Hidden) {
            Some("the account number is hidden or printed elsewhere")
        } else if is_spoiled(page, meaning, assessments, label) {
            Some("print at the label of the account number could not be read")
        } else if filled.is_none() && is_occupied(page, meaning, label) {
            Some("something other than a number is printed at the label of the account number")
        } else {
            None
        };
        if let Some(why) = why {
            gaps.push(Gap {
                why: why.to_owned(),
                bounds: label.label.bounds,
            });
            AccountCell::Unreadable
        } else if filled == Some(Filling::None) {
            AccountCell::None
        } else {
            AccountCell::Blank
        }
    });
    states.max()
}

fn left_over(leftover: &Leftover) -> Gap {
    Gap {
        why: leftover.why.to_owned(),
        bounds: leftover.bounds,
    }
}

/// What stands in a cell in place of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filling {
    /// A word that says that there is no number.
    None,
    /// A number that is hidden, or stands elsewhere.
    Hidden,
}

/// Words that say that there is no number, and that there is one which is not shown.
const NONE: [&str; 7] = [
    "NONE",
    "N/A",
    "NA",
    "NOT APPLICABLE",
    "NOT ASSIGNED",
    "NONE ASSIGNED",
    "NONE ON FILE",
];
const HIDDEN: [&str; 14] = [
    "B)(6",
    "B6",
    "SEE",
    "REDACTED",
    "ATTACHED",
    "WITHHELD",
    "CONFIDENTIAL",
    "ON FILE",
    "PENDING",
    "SAME AS",
    "UNKNOWN",
    "ILLEGIBLE",
    "ENDING",
    "TO BE ASSIGNED",
];

/// What a label's place holds in place of a number. A dash says that the cell is blank.
fn filling(label: &Labelled) -> Option<Filling> {
    let of = |text: &str| {
        let bare = text
            .trim_matches(|c: char| !c.is_alphanumeric() && !is_mask(c))
            .to_uppercase();
        let begins = |word: &str| {
            bare.strip_prefix(word)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        if NONE.contains(&bare.as_str()) {
            Some(Filling::None)
        } else if is_masked(&bare) || HIDDEN.iter().any(|w| begins(w)) {
            Some(Filling::Hidden)
        } else {
            None
        }
    };
    label.words.iter().find_map(|(_, text)| of(text))
}

fn is_mask(c: char) -> bool {
    matches!(
        c,
        'X' | 'x' | '*' | '#' | '\u{2022}' | '\u{25cf}' | '\u{2588}' | '\u{25a0}'
    )
}

/// Whether a text is a number of which all or most is crossed out, `XXXX-4821`.
fn is_masked(text: &str) -> bool {
    let masks = text.chars().filter(|c| is_mask(*c)).count();
    let plain = |c: char| is_mask(c) || c.is_ascii_digit() || matches!(c, '-' | ' ');
    masks >= 3 && text.chars().all(plain)
}

/// Whether a label was read with letters wrong, and unsurely: what spoiled it may have covered its
/// value.
fn is_faint(page: &PageText, label: &Labelled) -> bool {
    let Some(bounds) = label.label.bounds else {
        return false;
    };
    let text = label.label.text.to_lowercase();
    if ["account", "acct", "oan", "elis", "cuenta"]
        .iter()
        .any(|word| text.contains(word))
    {
        return false;
    }
    let in_label = |w: &&Word| w.bounds.overlap(&bounds) > 0.5;
    let words = page
        .lines
        .iter()
        .filter(|l| l.bounds.overlap_y(&bounds) > 0.0)
        .flat_map(|l| &l.words);
    page.source == TextSource::Ocr
        && words
            .filter(in_label)
            .any(|w| w.confidence.get() < SURE_LABEL)
}

/// Whether digits at a label's place may be an account number of which the rest was not read, or
/// print there could not be read at all.
fn is_spoiled(
    page: &PageText,
    meaning: &Meaning,
    assessments: &[Assessment],
    label: &Labelled,
) -> bool {
    let least = if page.source == TextSource::Ocr {
        SPOILED_DIGITS_OF_PIXELS
    } else {
        SPOILED_DIGITS
    };
    // Twelve zeros are no number.
    let number = |r: &Reading| r.is_account() && r.canonical.bytes().any(|b| b != b'0');
    let has_number = label.values.iter().any(|v| {
        let value = meaning.readings.get(*v);
        value.is_some_and(number)
    });
    !has_number
        && (loose_digits(page, label, meaning, assessments) >= least
            || is_illegible(page, label, meaning))
}

/// Whether print at a label's place was read so unsurely that it may be anything.
fn is_illegible(page: &PageText, label: &Labelled, meaning: &Meaning) -> bool {
    if page.source != TextSource::Ocr {
        return false;
    }
    let known = |word: &Word| {
        let bare = word.text.trim_matches(|c: char| !c.is_alphanumeric());
        let of = |l: &Labelled| {
            let bounds = l.label.bounds;
            l.label.kind != LabelKind::Unknown
                && bounds.is_some_and(|b| b.overlap(&word.bounds) > 0.5)
        };
        is_known_word(bare) || meaning.labels.iter().any(of)
    };
    let words = label
        .words
        .iter()
        .filter_map(|(span, _)| {
            page.lines
                .get(span.line)
                .and_then(|l| l.words.get(span.words.clone()))
        })
        .flatten();
    words
        .filter(|w| w.text.chars().filter(|c| c.is_alphanumeric()).count() >= 5)
        .any(|w| w.confidence.get() < LEGIBLE_LINE && !is_narrow(w) && !known(w))
}

/// Whether digits begin a cell of the notice's upper half that could not be read surely and were
/// not understood: an account number may be in them, under a stamp or with its label lost.
pub(super) fn spoiled_number(
    page: &PageText,
    meaning: &Meaning,
    assessments: &[Assessment],
) -> Option<Gap> {
    if page.source != TextSource::Ocr {
        return None;
    }
    let spoiled = |(index, line): &(usize, &TextLine)| {
        let index = *index;
        let run = line.words.iter().take_while(|w| {
            w.text.starts_with(|c: char| c.is_ascii_digit()) && !w.text.contains('/')
        });
        let run: Vec<&Word> = run.collect();
        let digits: usize = run.iter().map(|w| digits(&w.text)).sum();
        let weak = run.iter().any(|w| w.confidence.get() < SURE_DIGITS);
        let assessed = assessments
            .iter()
            .any(|a| a.candidate.line == index && a.candidate.words.start == 0);
        let upper = line.bounds.y1() < page.size.1 * 0.5;
        digits >= SPOILED_DIGITS
            && weak
            && upper
            && !assessed
            && !ends_paragraph(page, line)
            && !is_explained(meaning, index)
    };
    let (_, line) = page.lines.iter().enumerate().find(spoiled)?;
    Some(Gap::at(
        line.bounds,
        "digits were not read with confidence, and nothing says what they are",
    ))
}

/// Whether the number that begins a line is explained by its label as something else.
fn is_explained(meaning: &Meaning, line: usize) -> bool {
    meaning.readings.iter().any(|r| {
        let begins = r.spans.iter().any(|s| s.line == line && s.words.start == 0);
        begins
            && r.label
                .as_ref()
                .is_some_and(|l| l.kind == LabelKind::Foreign)
    })
}

/// Whether a short line of the notice's upper half, where its numbers stand, could not be read: a
/// stamp or a pen stroke over a label or a value reads so, and what lies under it may be an account
/// number.
pub(super) fn defaced(page: &PageText, meaning: &Meaning) -> Vec<Gap> {
    let upper = |l: &&TextLine| l.words.len() <= SHORT_LINE && l.bounds.y1() < page.size.1 * 0.5;
    let size = line_height(page);
    page.lines
        .iter()
        .filter(upper)
        .filter(|line| !ends_paragraph(page, line) && !is_harmless(page, meaning, line, size))
        .filter(|line| {
            let letters = |w: &Word| w.text.chars().filter(|c| c.is_alphanumeric()).count() as f32;
            let all: f32 = line.words.iter().map(letters).sum();
            let sure: f32 = line.words.iter().map(sure_letters).sum();
            all >= 3.0 && sure < all * LEGIBLE_LINE
        })
        .map(|line| Gap::at(line.bounds, "print that could not be read"))
        .collect()
}

/// How many letters of a word were read surely. What makes a word that notices use was not misread:
/// nothing that covers print looks like one.
fn sure_letters(word: &Word) -> f32 {
    let parts = word.text.split(|c: char| !c.is_alphanumeric());
    let sure = |part: &str| {
        let known = part.len() >= KNOWN_WORD && is_known_word(part);
        let share = if known { 1.0 } else { word.confidence.get() };
        share * part.chars().count() as f32
    };
    parts.map(sure).sum()
}

fn digits(word: &str) -> usize {
    word.chars().filter(char::is_ascii_digit).count()
}

/// Whether a page of pixels was read so well that what was not seen is not there: its words are
/// sure on the whole, and the place where notices carry their numbers gave at least one of them.
/// Of a page that goes on with another, its words alone tell.
pub(super) fn legible(
    page: &PageText,
    assessments: &[Assessment],
    meaning: &Meaning,
    goes_on: bool,
) -> bool {
    let words: Vec<f32> = page
        .lines
        .iter()
        .flat_map(|l| &l.words)
        .filter(|w| w.text.len() >= 3)
        .map(|w| w.confidence.get())
        .collect();
    let sure = words.iter().filter(|c| **c >= 0.7).count();
    let anchored = goes_on
        || assessments.iter().any(|c| {
            (c.decision != Verdict::Rejected || c.in_notice.is_some()) && c.source == page.source
        })
        || meaning.labels.iter().any(tells_of_notice);
    !words.is_empty() && sure * 10 >= words.len() * 6 && anchored
}
