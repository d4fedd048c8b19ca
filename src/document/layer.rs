//! The text layers of a page: what a viewer sees, what lies under, and whether it is text at all.

use std::f32::consts::PI;

use super::comb;
use super::content::{Content, Placement};
use super::drawn::Unseen;
use super::ink::{Ink, middle};
use super::words::{self, Glyph};
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::text::{PageText, Rule};

/// A text with more unreadable characters than this share is garbage.
const UNREADABLE: f32 = 0.05;
/// A text of some length with fewer letters and digits than this share is garbage.
const LETTERS: f32 = 0.5;

/// This many characters upside down, beside as many that are not, are a notice of their own.
const FEWEST_OPPOSITE: usize = 200;
/// Text upside down is at most this many radians askew.
const ASKEW: f32 = 0.05;

/// The text layers of a page; `None` where there is nothing.
pub(super) struct Layers {
    /// What is seen.
    pub visible: Option<PageText>,
    /// What scanners leave: drawn invisibly, or under the picture of the page.
    pub hidden: Option<PageText>,
    /// What somebody hid.
    pub covered: Option<PageText>,
    /// What is seen upside down beside it, as two notices head to head are: in the frame turned
    /// half around.
    pub opposite: Option<PageText>,
}

/// The layers of a page. Text that leaves no ink is in none of them.
pub(super) fn layers(ink: &Ink, rules: &[Rule], size: (f32, f32)) -> Layers {
    let mut visible = Vec::new();
    let mut hidden = Vec::new();
    let mut covered = Vec::new();
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
    let (opposite, rest): (Vec<&Glyph>, Vec<&Glyph>) =
        visible.iter().partition(|g| is_upside_down(g));
    let two = opposite.len().min(rest.len()) >= FEWEST_OPPOSITE;
    let text = |glyphs: &[&Glyph]| text(glyphs, rules, size);
    Layers {
        visible: text(if two { &rest } else { &visible }),
        hidden: text(&hidden),
        covered: text(&covered),
        opposite: two.then(|| turned(&opposite, rules, size)).flatten(),
    }
}

fn is_upside_down(glyph: &Glyph) -> bool {
    (glyph.angle.abs() - PI).abs() < ASKEW
}

/// The normal form of glyphs that run upside down, in the frame turned half around.
fn turned(glyphs: &[&Glyph], rules: &[Rule], size: (f32, f32)) -> Option<PageText> {
    let turned: Vec<Glyph> = glyphs
        .iter()
        .map(|glyph| Glyph {
            x: size.0 - glyph.x,
            y: size.1 - glyph.y,
            angle: glyph.angle - PI.copysign(glyph.angle),
            ..(*glyph).clone()
        })
        .collect();
    let rules: Vec<Rule> = rules
        .iter()
        .filter_map(|rule| half_turn(&rule.bounds, size).map(|bounds| Rule { bounds }))
        .collect();
    text(&turned.iter().collect::<Vec<_>>(), &rules, size)
}

/// A box of a frame of this width and height in the frame turned half around.
pub(super) fn half_turn(bounds: &BoundingBox, size: (f32, f32)) -> Option<BoundingBox> {
    let right = size.0 - bounds.x0();
    let bottom = size.1 - bounds.y0();
    BoundingBox::new(size.0 - bounds.x1(), size.1 - bounds.y1(), right, bottom).ok()
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
    let mut all = 0u32;
    let mut unreadable = 0u32;
    let mut letters = 0u32;
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
