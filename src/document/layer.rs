//! The text layers of a page: what a viewer sees, what lies under, and whether it is text at all.

use super::comb;
use super::content::{Content, Placement};
use super::drawn::Unseen;
use super::ink::{Ink, middle};
use super::words::{self, Glyph};
use crate::model::source::TextSource;
use crate::text::{PageText, Rule};

/// A text with more unreadable characters than this share is garbage.
const UNREADABLE: f32 = 0.05;
/// A text of some length with fewer letters and digits than this share is garbage.
const LETTERS: f32 = 0.5;

/// The text layers of a page; `None` where there is nothing.
pub(super) struct Layers {
    /// What is seen.
    pub visible: Option<PageText>,
    /// What scanners leave: drawn invisibly, or under the picture of the page.
    pub hidden: Option<PageText>,
    /// What somebody hid.
    pub covered: Option<PageText>,
}

/// The layers of a page. Text that leaves no ink is in none of them.
pub(super) fn layers(ink: &Ink, rules: &[Rule], size: (f32, f32)) -> Layers {
    let (mut visible, mut hidden, mut covered) = (Vec::new(), Vec::new(), Vec::new());
    for glyph in ink.glyphs() {
        if glyph.hidden {
            hidden.push(glyph);
        }
        match glyph.drawn.unseen {
            Some(Unseen::Hidden) if !glyph.hidden => covered.push(glyph),
            None if !glyph.hidden && !glyph.drawn.echo => visible.push(glyph),
            _ => {}
        }
    }
    let text = |glyphs: &[&Glyph]| text(glyphs, rules, size);
    Layers {
        visible: text(&visible),
        hidden: text(&hidden),
        covered: text(&covered),
    }
}

/// The normal form of some glyphs; `None` when nothing is written.
pub(super) fn text(glyphs: &[&Glyph], rules: &[Rule], size: (f32, f32)) -> Option<PageText> {
    let lines = words::lines(glyphs, rules);
    // The boxes of a comb are no cells of the table: without them its label stands right over it.
    let combs = comb::boxes(&lines);
    let inside = |rule: &Rule| combs.iter().any(|comb| comb.contains(&rule.bounds));
    let apart: Vec<Rule> = rules.iter().filter(|rule| !inside(rule)).copied().collect();
    let rules = &apart[..];
    let lines = if combs.is_empty() {
        lines
    } else {
        words::lines(glyphs, rules)
    };
    let page = PageText {
        source: TextSource::TextLayer,
        size,
        lines,
        rules: rules.to_vec(),
        barcodes: Vec::new(),
    };
    (!page.lines.is_empty()).then_some(page)
}

/// Hides the glyphs that a picture covers.
pub(super) fn hide_under_pictures(content: &mut Content) {
    for glyph in &mut content.glyphs {
        glyph.hidden |= is_under_picture(glyph, &content.placements);
    }
}

/// Scanners put their OCR text in visible ink under the picture at times; the picture then covers
/// it.
fn is_under_picture(glyph: &Glyph, placements: &[Placement]) -> bool {
    placements
        .iter()
        .any(|p| p.opaque && p.order > glyph.order && p.bounds.contains(middle(glyph)))
}

/// Whether a text is not what the page shows: its fonts do not say which characters they draw.
pub(super) fn is_garbage(text: &PageText) -> bool {
    let (mut all, mut unreadable, mut letters) = (0u32, 0u32, 0u32);
    for c in text
        .lines
        .iter()
        .flat_map(|l| &l.words)
        .flat_map(|w| w.text.chars())
    {
        all += 1;
        let private = matches!(c as u32, 0xe000..=0xf8ff | 0xf0000..);
        unreadable += u32::from(c.is_control() || c == '\u{fffd}' || private);
        letters += u32::from(c.is_alphanumeric());
    }
    all > 0
        && (unreadable as f32 > UNREADABLE * all as f32
            || (all >= 12 && (letters as f32) < LETTERS * all as f32))
}
