//! Lines that could not be read and hide no account number all the same: scraps, labels that are
//! known, values whose label says what they are, the bars of the post office.

use crate::interpret::meaning::{LabelKind, Labelled, Meaning};
use crate::text::{PageText, TextLine, Word};

/// Twelve digits are about six times as wide as they are high. Print under a stamp is as high as
/// the stamp.
const SCRAP_WIDTH: f32 = 5.0;
const SCRAP_HEIGHT: f32 = 1.6;

/// A value stands beside its label when they share this much of the lower one's height.
const SAME_ROW: f32 = 0.4;

/// The bars of the post office are read less surely than this.
const SURE_BARS: f32 = 0.7;

/// Whether a word is too narrow to be twelve digits.
pub(super) fn is_narrow(word: &Word) -> bool {
    word.bounds.width() < SCRAP_WIDTH * word.bounds.height()
}

/// The height of the middle one of a page's lines.
pub(super) fn line_height(page: &PageText) -> f32 {
    let mut heights: Vec<f32> = page.lines.iter().map(|l| l.bounds.height()).collect();
    heights.sort_by(f32::total_cmp);
    heights.get(heights.len() / 2).copied().unwrap_or_default()
}

/// Whether a line that could not be read hides no account number.
pub(super) fn is_harmless(page: &PageText, meaning: &Meaning, line: &TextLine, size: f32) -> bool {
    beside_mailing_bars(page, line)
        || is_scrap(line, size)
        || is_understood(meaning, line)
        || is_told(page, meaning, line)
}

/// Whether a line is too short for twelve digits and hardly has any: the end of a word, a tick, a
/// name in white on black. What hides a number leaves more.
fn is_scrap(line: &TextLine, size: f32) -> bool {
    let text = line.text();
    // A letter may be read as a digit.
    let plain = text.bytes().filter(u8::is_ascii_digit).count() <= 1;
    plain && line.bounds.width() < SCRAP_WIDTH * size && line.bounds.height() < SCRAP_HEIGHT * size
}

/// Whether a line is a label that the grammar knows, and not that of an account.
fn is_understood(meaning: &Meaning, line: &TextLine) -> bool {
    meaning.labels.iter().any(|l| {
        let known = !matches!(l.label.kind, LabelKind::Unknown | LabelKind::Account);
        known
            && l.label
                .bounds
                .is_some_and(|b| line.bounds.overlap(&b) > 0.8)
    })
}

/// Whether a line stands right of a label that says what it is, and is no account's: a stamp lies
/// over the value of a date, say.
fn is_told(page: &PageText, meaning: &Meaning, line: &TextLine) -> bool {
    let Some(index) = page.lines.iter().position(|l| std::ptr::eq(l, line)) else {
        return false;
    };
    let holds = |l: &Labelled| l.words.iter().any(|(span, _)| span.line == index);
    let right = |l: &Labelled| {
        let bounds = l.label.bounds;
        bounds.is_some_and(|b| {
            let lower = b.height().min(line.bounds.height());
            line.bounds.x0() > b.x1() && line.bounds.overlap_y(&b) > SAME_ROW * lower
        })
    };
    let at_place = || meaning.labels.iter().filter(|l| !l.in_sentence && holds(l));
    // What stands at a label of something else is that, whatever is left of it.
    let told = |l: &Labelled| match l.label.kind {
        LabelKind::Unknown | LabelKind::Account => false,
        LabelKind::Foreign | LabelKind::Representative => right(l),
        _ => l.values.is_empty() && right(l),
    };
    at_place().any(told) && !at_place().any(|l| l.label.kind == LabelKind::Account)
}

/// A word read out of the bars of the post office has this many characters at least, and so great a
/// share of thin ones.
const BARS_LENGTH: usize = 12;
const BARS_SHARE: f32 = 0.35;

/// Whether a word is what a reader sees in the bars above an address: many thin letters, none of
/// them surely.
fn is_mailing_bars(word: &Word) -> bool {
    let count = word.text.chars().count();
    let thin = |c: &char| matches!(c, 'l' | 'I' | 'i' | '1' | '|' | 't' | 'j' | '!' | 'f');
    let share = word.text.chars().filter(thin).count() as f32 / count.max(1) as f32;
    count >= BARS_LENGTH && share >= BARS_SHARE && word.confidence.get() < SURE_BARS
}

/// Whether a line is the post office's bars, or stands in their band.
fn beside_mailing_bars(page: &PageText, line: &TextLine) -> bool {
    let words = page.lines.iter().flat_map(|l| &l.words);
    words.filter(|w| is_mailing_bars(w)).any(|bars| {
        let b = &bars.bounds;
        let l = &line.bounds;
        b.overlap_y(l) > 0.3 * l.height().min(b.height()) && l.x0() < b.x1() + 2.0 * b.width()
    })
}
