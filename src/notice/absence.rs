//! Whether a page was read well enough to conclude that a missing account number is absent.

use crate::identifier::IdentifierKind;
use crate::interpret::{Assessment, Label, LabelKind, LabelLayout};
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::AccountCell;
use crate::text::{PageText, TextLine, Word};

/// So many digits where an account number belongs may be one that is spoiled.
const SPOILED_DIGITS: usize = 8;
/// The same where they were read from pixels.
const SPOILED_DIGITS_OF_PIXELS: usize = 4;

/// A line of at most so many words is a label, a value or a stamp.
const SHORT_LINE: usize = 4;
/// Words read less surely than this on the mean are not read.
const LEGIBLE_LINE: f32 = 0.5;

/// A label with letters wrong that is read less surely than this lies under something.
const SURE_LABEL: f32 = 0.7;

/// Digits read less surely than this may be others, or more than were seen.
const SURE_DIGITS: f32 = 0.9;

/// A sheet is at least so many times as high as it is wide: letter paper 1.29, with room for edges that were cut off.
const LEAST_HEIGHT: f32 = 1.1;

/// Whether the page is as high as a notice. Half of a sheet, as a careless photograph shows it, may lack the head with its numbers.
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
    labels: &[Label],
    assessments: &[Assessment],
    is_notice: bool,
) -> Option<AccountCell> {
    let ours = |l: &&Label| {
        l.kind == LabelKind::Account || (l.kind == LabelKind::BareAccount && is_notice)
    };
    let is_account = |c: &&Assessment| {
        c.candidate.kind == IdentifierKind::OnlineAccountNumber && c.decision != Verdict::Rejected
    };
    if assessments
        .iter()
        .any(|c| is_account(&c) && c.owner != Owner::Representative)
    {
        return None;
    }
    let layout = LabelLayout::new(page, labels);
    let cells = labels.iter().filter(ours).map(|label| {
        let values = layout.value_words(label);
        // A date is no spoiled number.
        let digits: usize = values
            .iter()
            .filter(|w| !w.contains('/'))
            .map(|w| digits(w))
            .sum();
        // An A-Number of a neighbour or a date is no account number either, but eight digits or more may be one spoiled;
        // in print that was read from pixels less may be left of it.
        let spoiled = digits >= SPOILED_DIGITS
            || (page.source == TextSource::Ocr && digits >= SPOILED_DIGITS_OF_PIXELS);
        // What spoiled the label may have covered its value.
        let words = page
            .lines
            .get(label.line)
            .and_then(|line| line.words.get(label.words.clone()))
            .unwrap_or_default();
        let stands_in = values.iter().any(|w| stands_for_a_number(w));
        let faint =
            !label.is_spelled_rightly() && words.iter().any(|w| w.confidence.get() < SURE_LABEL);
        if spoiled || faint || stands_in {
            AccountCell::Unreadable
        } else {
            AccountCell::Blank
        }
    });
    cells.max_by_key(|c| *c == AccountCell::Unreadable)
}

/// Whether digits begin a cell of the notice's upper half that could not be read surely and were not understood: an account
/// number may be in them, under a stamp or with its label lost.
pub(super) fn spoiled_number(
    page: &PageText,
    labels: &[Label],
    assessments: &[Assessment],
) -> bool {
    if page.source != TextSource::Ocr {
        return false;
    }
    let layout = LabelLayout::new(page, labels);
    page.lines.iter().enumerate().any(|(index, line)| {
        let run = line.words.iter().take_while(|w| {
            w.text.starts_with(|c: char| c.is_ascii_digit()) && !w.text.contains('/')
        });
        let run: Vec<&Word> = run.collect();
        let digits: usize = run.iter().map(|w| digits(&w.text)).sum();
        let weak = run.iter().any(|w| w.confidence.get() < SURE_DIGITS);
        let understood = assessments
            .iter()
            .any(|c| c.candidate.line == index && c.candidate.words.start == 0);
        let foreign = || {
            let label_for = layout.label_for(index, &(0..run.len()), &line.bounds);
            label_for.is_some_and(|(label, _)| label.kind == LabelKind::Foreign)
        };
        let upper = line.bounds.y1() < page.size.1 * 0.5;
        digits >= SPOILED_DIGITS
            && weak
            && upper
            && !understood
            && !ends_paragraph(page, line)
            && !foreign()
    })
}

/// Whether a short line of the notice's upper half, where its numbers stand, could not be read: a stamp or a pen stroke over a
/// label or a value reads so, and what lies under it may be an account number.
pub(super) fn defaced(page: &PageText) -> bool {
    let upper = |l: &&TextLine| l.words.len() <= SHORT_LINE && l.bounds.y1() < page.size.1 * 0.5;
    page.lines
        .iter()
        .filter(upper)
        .filter(|line| !ends_paragraph(page, line))
        .any(|line| {
            let letters = |w: &Word| w.text.chars().filter(|c| c.is_alphanumeric()).count() as f32;
            let all: f32 = line.words.iter().map(letters).sum();
            let sure: f32 = line
                .words
                .iter()
                .map(|w| letters(w) * w.confidence.get())
                .sum();
            all >= 3.0 && sure < all * LEGIBLE_LINE
        })
}

/// Words that offices print or type in place of a number.
const STAND_INS: &[&str] = &[
    "ATTACHED", "BLOCKED", "ENCLOSED", "HIDDEN", "MASKED", "NONE", "PENDING", "REDACTED", "SEE",
    "UNKNOWN", "WITHHELD",
];

/// Whether a word in the cell says that there is, or will be, a number which is not shown:
/// `XXXX-XXXX-4821`, `********1234`, `[REDACTED]`.
fn stands_for_a_number(word: &str) -> bool {
    const FEWEST: usize = 3;
    let filler = |c: char| matches!(c, 'X' | 'x' | '*' | '#' | '•' | '●' | '█' | '■' | '_' | '?');
    let run = word
        .split(|c| !filler(c))
        .map(|run| run.chars().count())
        .max()
        .unwrap_or_default();
    let letters: String = word
        .chars()
        .filter(char::is_ascii_alphabetic)
        .collect::<String>()
        .to_uppercase();
    run >= FEWEST || STAND_INS.contains(&letters.as_str())
}

fn digits(word: &str) -> usize {
    word.chars().filter(char::is_ascii_digit).count()
}

/// Whether a page of pixels was read so well that what was not seen is not there: its words are sure on the whole, and the
/// place where notices carry their numbers gave at least one of them.
pub(super) fn legible(page: &PageText, assessments: &[Assessment], labels: &[Label]) -> bool {
    let words: Vec<f32> = page
        .lines
        .iter()
        .flat_map(|l| &l.words)
        .filter(|w| w.text.len() >= 3)
        .map(|w| w.confidence.get())
        .collect();
    let sure = words.iter().filter(|c| **c >= 0.7).count();
    let anchored = assessments
        .iter()
        .any(|c| c.decision != Verdict::Rejected && c.source == page.source)
        || labels.iter().any(|l| l.kind.tells_of_notice());
    !words.is_empty() && sure * 10 >= words.len() * 6 && anchored
}
