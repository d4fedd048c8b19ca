//! What a font and a transform say of a glyph: its meaning, its size and its direction.

use hayro_interpret::font::{Glyph as PdfGlyph, OutlineGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::Affine;

use super::words::Letters;

/// What a font says of one of its characters.
pub(super) struct Meaning {
    pub text: Option<Letters>,
    /// In thousandths of an em.
    pub advance: Option<f32>,
    /// Which of the page's outlines it is.
    pub shape: Option<usize>,
}

impl Meaning {
    pub(super) fn of(glyph: &PdfGlyph<'_>, shapes: &mut Vec<OutlineGlyph>) -> Self {
        let advance = match glyph {
            PdfGlyph::Outline(g) => g.advance_width(),
            PdfGlyph::Type3(g) => g.advance_width(),
        };
        let text = glyph.as_unicode().map(|text| match text {
            BfString::Char(c) => Letters::One(c),
            BfString::String(s) => Letters::Many(s),
        });
        let may_be_of_a_number = |text: &Letters| match text {
            Letters::One(c) => {
                c.is_ascii_digit() || c.is_ascii_uppercase() || matches!(c, '*' | '-' | '#')
            }
            Letters::Many(_) => false,
        };
        let shape = match glyph {
            PdfGlyph::Outline(outline) if text.as_ref().is_some_and(may_be_of_a_number) => {
                shapes.push(outline.clone());
                Some(shapes.len() - 1)
            }
            _ => None,
        };
        Self {
            text,
            advance,
            shape,
        }
    }

    pub(super) fn is_digit(&self) -> bool {
        matches!(self.text, Some(Letters::One(c)) if c.is_ascii_digit())
    }
}

/// Size and direction of glyphs, which most of a run share.
pub(super) struct Slant {
    /// What these follow from.
    coeffs: [u64; 4],
    /// Type size in points.
    pub em: f32,
    /// Points in a thousandth of an em along the baseline.
    pub along: f64,
    pub angle: f64,
    /// Neither squeezed nor slanted more than an italic, nor seen in a mirror.
    pub upright: bool,
}

impl Slant {
    pub(super) fn of(transform: Affine) -> Self {
        let [a, b, c, d, ..] = transform.as_coeffs();
        Self {
            coeffs: [a, b, c, d].map(f64::to_bits),
            em: (c.hypot(d) * 1000.0) as f32,
            along: a.hypot(b),
            angle: b.atan2(a),
            // Heights grow upwards in a font and downwards on a page.
            upright: (0.5..2.0).contains(&(a.hypot(b) / c.hypot(d)))
                && b.abs() < 0.01 * a
                && d < 0.0
                && c.abs() < 0.4 * d.abs(),
        }
    }

    pub(super) fn is_of(&self, transform: Affine) -> bool {
        let [a, b, c, d, ..] = transform.as_coeffs();
        self.coeffs == [a, b, c, d].map(f64::to_bits)
    }
}

/// How much longer glyphs advance than their own width: a substitute font is stretched glyph by
/// glyph to the widths of the real one, and then
/// only the height tells the scale.
pub(super) fn advance_scales(glyphs: &[hayro_interpret::font::PositionedGlyph<'_>]) -> Vec<f64> {
    let ratios: Vec<f64> = glyphs
        .iter()
        .map(|g| {
            let [a, b, c, d, ..] = g.transform().as_coeffs();
            c.hypot(d) / a.hypot(b).max(1e-12)
        })
        .collect();
    let (low, high) = ratios
        .iter()
        .fold((f64::MAX, 0.0_f64), |(l, h), r| (l.min(*r), h.max(*r)));
    if high - low > 0.02 * high {
        ratios
    } else {
        vec![1.0; ratios.len()]
    }
}
