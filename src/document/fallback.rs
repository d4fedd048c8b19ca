//! The fallback parser of PDF text, pdf-extract: used only where the first one's text is garbage,
//! because it knows other fonts.

use hayro_interpret::kurbo::{Affine, Point};
use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc_page};

use super::drawn::Drawn;
use super::guard::quietly;
use super::layer;
use super::words::{Glyph, Letters};
use crate::text::{PageText, Rule};

/// The file as pdf-extract parsed it.
pub(super) struct FallbackParser(Document);

impl FallbackParser {
    /// Parses the file; `None` when that fails.
    pub(super) fn open(bytes: &[u8], password: &str) -> Option<Self> {
        let parse = || {
            let mut document = Document::load_mem(bytes).ok()?;
            // An encrypted file that was not unlocked would read as empty.
            if document.is_encrypted() {
                document.decrypt(password).ok()?;
            }
            Some(Self(document))
        };
        quietly(parse).ok().flatten()
    }

    /// The text of the page at a 0-based index. `to_page` maps PDF space to points from the top
    /// left.
    pub(super) fn read(
        &self,
        index: usize,
        to_page: Affine,
        size: (f32, f32),
        rules: &[Rule],
    ) -> Option<PageText> {
        let number = u32::try_from(index).ok()?.checked_add(1)?;
        let mut collector = Collector {
            glyphs: Vec::new(),
            to_page,
        };
        quietly(|| output_doc_page(&self.0, &mut collector, number))
            .ok()?
            .ok()?;
        let on_page = |g: &&Glyph| (0.0..=size.0).contains(&g.x) && (0.0..=size.1).contains(&g.y);
        let glyphs: Vec<&Glyph> = collector.glyphs.iter().filter(on_page).collect();
        layer::text(&glyphs, rules, size)
    }
}

struct Collector {
    glyphs: Vec<Glyph>,
    to_page: Affine,
}

impl OutputDev for Collector {
    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn output_character(
        &mut self,
        trm: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let origin = self.to_page * Point::new(trm.m31, trm.m32);
        let along = self.to_page * Point::new(trm.m31 + trm.m11, trm.m32 + trm.m12) - origin;
        let up = self.to_page * Point::new(trm.m31 + trm.m21, trm.m32 + trm.m22) - origin;
        let advance = (width * font_size * along.hypot()) as f32;
        let em = (font_size * up.hypot()) as f32;
        if advance.is_finite() && em.is_finite() && em > 0.0 && origin.is_finite() {
            let angle = along.y.atan2(along.x) as f32;
            let text = Some(Letters::Many(text.to_owned()));
            self.glyphs.push(Glyph {
                text,
                x: origin.x as f32,
                y: origin.y as f32,
                advance,
                em,
                angle,
                hidden: false,
                order: 0,
                drawn: Drawn::default(),
            });
        }
        Ok(())
    }
    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
