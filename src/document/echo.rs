//! Text that is drawn again beside itself: shadows, outlines, bold by printing twice.
//!
//! A whole string must come again, in the same size and near its first place. Single characters are
//! left alone: in narrow type the second of two equal digits stands as near.

use std::collections::HashMap;

use super::words::Glyph;

/// Strings shorter than this may stand beside each other for other reasons.
const SHORTEST: usize = 4;
/// An echo is nearer than this along the line, in ems …
const NEAR_ALONG: f32 = 0.5;
/// … and across it.
const NEAR_ACROSS: f32 = 0.4;

/// Marks the glyphs of strings that were drawn before at nearly the same place.
pub(super) fn mark(glyphs: &mut [Glyph]) {
    let mut seen: HashMap<(String, i32), Vec<(f32, f32)>> = HashMap::new();
    for run in glyphs.chunk_by_mut(|a, b| a.order == b.order && !a.drawn.undrawn) {
        let Some((x, y, em)) = run.first().map(|g| (g.x, g.y, g.em)) else {
            continue;
        };
        if run.len() < SHORTEST || run[0].hidden || run[0].drawn.clear {
            continue;
        }
        let places = seen
            .entry((spelled(run), (em * 8.0).round() as i32))
            .or_default();
        let near = |(a, b): &(f32, f32)| {
            (a - x).abs() < NEAR_ALONG * em && (b - y).abs() < NEAR_ACROSS * em
        };
        if places.iter().any(near) {
            run.iter_mut().for_each(|glyph| glyph.drawn.echo = true);
        } else {
            places.push((x, y));
        }
    }
}

fn spelled(run: &[Glyph]) -> String {
    let mut text = String::new();
    for glyph in run {
        match &glyph.text {
            Some(letters) => text.extend(letters.chars()),
            None => text.push('\u{fffd}'),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::drawn::Drawn;
    use crate::document::words::Letters;

    fn typed(text: &str, x: f32, order: usize) -> Vec<Glyph> {
        let one = |(i, c): (usize, char)| Glyph {
            text: Some(Letters::One(c)),
            x: x + 5.0 * i as f32,
            y: 20.0,
            advance: 5.0,
            em: 10.0,
            angle: 0.0,
            hidden: false,
            order,
            drawn: Drawn::default(),
        };
        text.chars().enumerate().map(one).collect()
    }

    fn echoes(glyphs: &mut [Glyph]) -> usize {
        mark(glyphs);
        glyphs.iter().filter(|g| g.drawn.echo).count()
    }

    #[test]
    fn only_whole_strings_beside_themselves_are_echoes() {
        let twice = |text: &str, apart: f32| [typed(text, 10.0, 1), typed(text, 10.0 + apart, 2)];
        assert_eq!(echoes(&mut twice("0342", 1.8).concat()), 4);
        assert_eq!(echoes(&mut twice("0342", 20.0).concat()), 0);
        assert_eq!(echoes(&mut twice("11", 4.0).concat()), 0);
    }
}
