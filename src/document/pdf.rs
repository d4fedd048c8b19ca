//! PDF files: opened with the passwords at hand, read page by page through hayro, with pdf-extract
//! as the fallback parser of garbled text.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use hayro_interpret::kurbo::{Affine, Rect};
use hayro_interpret::{
    Context, Device, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use hayro_syntax::object::{Array, Dict, Object};
use hayro_syntax::page::Page as PdfPage;
use hayro_syntax::xref::XRef;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::content::Content;
use super::fallback::FallbackParser;
use super::ink::Ink;
use super::layer::Layers;
use super::upright::Upright;
use super::words::Glyph;
use super::{Page, Pixels, damaged, echo, fields, layer, operators, xfa};
use crate::document::sniff::find;
use crate::model::config::{Config, Limits};
use crate::model::error::{DocumentError, ErrorKind, PageError};
use crate::text::{PageText, Rule};

/// A page whose longer side is shorter than this, in points, and whose type is mostly smaller than
/// this is a whole one made small.
const SMALL_PAGE: f32 = 430.0;
const SMALL_TYPE: f32 = 4.5;
/// So many digits beyond the edge of a page may be a number.
const BEYOND_EDGE: usize = 9;
const OFF_PAGE: &str = "numbers are drawn beyond the edge of the page";
/// The longer side of a letter page, in points, and how many times a page is enlarged at most.
const LETTER: f32 = 792.0;
const MOST_ENLARGED: f32 = 8.0;

/// An opened PDF.
pub(super) struct PdfFile {
    pdf: Pdf,
    password: String,
    bytes: Arc<Vec<u8>>,
    fallback: OnceLock<Option<FallbackParser>>,
    pub limits: Limits,
}

/// Shares the file's bytes with the parser.
struct Shared(Arc<Vec<u8>>);
impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl PdfFile {
    /// Opens a PDF with no password or with one of those given. The second value says what is known
    /// to be missing.
    pub(super) fn open(
        mut bytes: Vec<u8>,
        config: &Config,
    ) -> Result<(Self, Option<DocumentError>), DocumentError> {
        // Offsets count from the header; bytes before it would shift them all.
        if let Some(before) = find(&bytes, b"%PDF-").filter(|at| *at > 0) {
            bytes.drain(..before);
        }
        let bytes = Arc::new(bytes);
        let (pdf, password) = unlock(&bytes, config.passwords.as_slice())?;
        let damage = missing_pages(&pdf).or_else(|| cut_off(&bytes));
        if let Some(error) = xfa::refused(&pdf) {
            return Err(error);
        }
        if pdf.pages().is_empty() {
            return Err(damaged("the PDF has no pages"));
        }
        Ok((
            Self {
                pdf,
                password,
                bytes,
                fallback: OnceLock::new(),
                limits: config.limits.clone(),
            },
            damage,
        ))
    }

    /// The file as its parser sees it.
    pub(super) fn syntax(&self) -> &Pdf {
        &self.pdf
    }

    pub(super) fn page_count(&self) -> usize {
        self.pdf.pages().len()
    }

    pub(super) fn page(&self, index: usize) -> Result<&PdfPage<'_>, PageError> {
        self.pdf
            .pages()
            .get(index)
            .ok_or_else(|| damaged("the page is missing"))
    }

    /// All pages, in order.
    pub(super) fn all_pages(&self) -> &[PdfPage<'_>] {
        self.pdf.pages()
    }

    /// The objects of the file.
    pub(super) fn xref(&self) -> &XRef {
        self.pdf.xref()
    }

    /// Draws a page on a device, in points from the top left as a viewer shows it. Returns whether
    /// everything could be read.
    pub(super) fn draw<'a>(&'a self, page: &'a PdfPage<'a>, device: &mut impl Device<'a>) -> bool {
        let failed = Arc::new(AtomicBool::new(false));
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(
            initial_transform(page),
            area,
            &InterpreterCache::new(),
            self.pdf.xref(),
            settings(&failed),
        );
        interpret_page(page, &mut context, device);
        !failed.load(Ordering::Relaxed)
    }

    fn fallback(&self) -> Option<&FallbackParser> {
        self.fallback
            .get_or_init(|| FallbackParser::open(&self.bytes, &self.password))
            .as_ref()
    }
}

/// From PDF space to points from the top left of the page as a viewer shows it.
pub(super) fn initial_transform(page: &PdfPage<'_>) -> Affine {
    page.initial_transform(true).to_kurbo()
}

/// Settings that note when something could not be drawn.
pub(super) fn settings(failed: &Arc<AtomicBool>) -> InterpreterSettings {
    let failed = failed.clone();
    let sink = move |warning| {
        if matches!(
            warning,
            hayro_interpret::InterpreterWarning::ImageDecodeFailure
        ) {
            failed.store(true, Ordering::Relaxed);
        }
    };
    InterpreterSettings {
        warning_sink: Arc::new(sink),
        ..Default::default()
    }
}

fn unlock(bytes: &Arc<Vec<u8>>, passwords: &[String]) -> Result<(Pdf, String), DocumentError> {
    for password in std::iter::once("").chain(passwords.iter().map(String::as_str)) {
        match Pdf::new_with_password(Arc::new(Shared(bytes.clone())), password) {
            Ok(pdf) => return Ok((pdf, password.to_owned())),
            Err(LoadPdfError::Decryption(DecryptionError::PasswordProtected)) => {}
            Err(LoadPdfError::Decryption(_)) => {
                return Err(DocumentError::new(
                    ErrorKind::Encrypted,
                    "it uses an unsupported encryption scheme",
                ));
            }
            Err(LoadPdfError::Invalid) => return Err(damaged("the PDF cannot be parsed")),
        }
    }
    let message = if passwords.is_empty() {
        "locked with a password"
    } else {
        "locked with a password that was not given"
    };
    Err(DocumentError::new(ErrorKind::Encrypted, message))
}

/// A page tree that promises more pages than can be found has lost some.
fn missing_pages(pdf: &Pdf) -> Option<DocumentError> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let promised = usize::try_from(
        catalog
            .get::<Dict<'_>>(&b"Pages"[..])?
            .get::<i32>(&b"Count"[..])?,
    )
    .ok()?;
    let found = pdf.pages().len();
    (promised > found).then(|| damaged(&format!("only {found} of {promised} pages can be found")))
}

/// A file cut short has objects after its last end mark, or no end mark.
fn cut_off(bytes: &[u8]) -> Option<DocumentError> {
    let end = bytes.windows(5).rposition(|w| w == b"%%EOF");
    let complete = end.is_some_and(|at| {
        bytes
            .get(at..)
            .is_some_and(|rest| find(rest, b" obj").is_none())
    });
    (!complete).then(|| damaged("the end of the PDF is missing"))
}

/// Reads a page's text.
pub(super) fn page(file: &Arc<PdfFile>, index: usize) -> Result<Page, PageError> {
    let pdf_page = file.page(index)?;
    let size = pdf_page.render_dimensions();
    if pdf_page.page_stream().is_none() && has_contents(pdf_page) {
        return Err(damaged("the content of the page cannot be read"));
    }
    let area = Rect::new(0.0, 0.0, f64::from(size.0), f64::from(size.1));
    let mut content = Content::new(area);
    file.draw(pdf_page, &mut content);
    content
        .glyphs
        .extend(fields::undrawn(pdf_page, initial_transform(pdf_page)));
    fields::mark_disputed(pdf_page, initial_transform(pdf_page), &mut content.glyphs);
    echo::mark(&mut content.glyphs);
    let blank = only_spaces(&content.glyphs);
    layer::hide_under_pictures(&mut content);
    let unit = enlarged(user_unit(pdf_page), &content.glyphs, size);
    let upright = Upright::of(&content.glyphs, size, unit);
    upright.turn(&mut content);
    let ink = Ink::new(
        std::mem::take(&mut content.glyphs),
        std::mem::take(&mut content.painted),
        std::mem::take(&mut content.shapes),
        content.crowded,
    );
    let Layers {
        mut visible,
        hidden,
        covered,
        opposite,
    } = layer::layers(&ink, &content.rules, upright.size);
    let mut text_is_garbage = visible.as_ref().is_some_and(layer::is_garbage);
    if text_is_garbage
        && upright.is_level()
        && let Some(text) = fallback_text(file, index, &content.rules)
    {
        visible = Some(text);
        text_is_garbage = false;
    }
    let pictured: f64 = content.placements.iter().map(|p| p.bounds.area()).sum();
    let picture_share = (pictured / area.area().max(1.0)).min(1.0) as f32;
    let marked = visible.is_some() || !content.placements.is_empty() || content.marks > 0;
    let undrawn = if visible.is_some() {
        None
    } else {
        undrawn(pdf_page, blank)
    };
    let mut flaws = operators::flaws(pdf_page, file.xref());
    if content.beyond >= BEYOND_EDGE {
        flaws.lost.get_or_insert(OFF_PAGE);
    }
    Ok(Page {
        size,
        visible,
        hidden,
        covered,
        opposite,
        text_is_garbage,
        picture_share,
        marked,
        undrawn,
        flaws,
        ink,
        upright,
        pixels: Pixels::Pdf(file.clone(), index),
    })
}

/// How many points of paper a unit of the page is: large drawings say so.
fn user_unit(page: &PdfPage<'_>) -> f32 {
    let unit = page.raw().get::<f32>(&b"UserUnit"[..]).unwrap_or(1.0);
    if unit.is_finite() {
        unit.clamp(1.0, 1000.0)
    } else {
        1.0
    }
}

/// How many points of paper a unit is to be taken for where a page is so small that its ordinary
/// type is microprint: nobody reads it who does not enlarge it.
fn enlarged(unit: f32, glyphs: &[Glyph], size: (f32, f32)) -> f32 {
    let longest = unit * size.0.max(size.1);
    let small = |g: &&Glyph| unit * g.em < SMALL_TYPE;
    let most = glyphs.iter().filter(small).count() * 2 > glyphs.len();
    if longest > 0.0 && longest < SMALL_PAGE && most {
        unit * (LETTER / longest).min(MOST_ENLARGED)
    } else {
        unit
    }
}

/// The text of a page as pdf-extract reads it, where that makes sense.
pub(super) fn fallback_text(file: &PdfFile, index: usize, rules: &[Rule]) -> Option<PageText> {
    let page = file.page(index).ok()?;
    let text = file.fallback()?.read(
        index,
        initial_transform(page),
        page.render_dimensions(),
        rules,
    )?;
    (!layer::is_garbage(&text)).then_some(text)
}

/// What a page on which nothing was drawn would show in another viewer.
fn undrawn(page: &PdfPage<'_>, only_spaces: bool) -> Option<&'static str> {
    // Operators are looked for as bytes: a string that cannot be parsed takes its operator with it.
    let stream = page.page_stream().unwrap_or_default();
    if !only_spaces
        && [&b"Tj"[..], b"TJ"]
            .iter()
            .any(|operator| find(stream, operator).is_some())
    {
        return Some("the page has text that cannot be drawn");
    }
    let annotations = page.raw().get::<Array<'_>>(&b"Annots"[..])?;
    let says = |dict: &Dict<'_>, key: &[u8]| match dict.get::<Object<'_>>(key) {
        Some(Object::String(text)) => !text.as_bytes().is_empty(),
        _ => false,
    };
    let speaks = annotations.iter::<Dict<'_>>().any(|dict| {
        [&b"V"[..], b"Contents", b"DA"]
            .iter()
            .any(|key| says(&dict, key))
    });
    speaks.then_some("the page has form fields or notes that cannot be drawn")
}

/// Whether there are glyphs, and nothing but spaces: word processors write one on empty pages.
fn only_spaces(glyphs: &[Glyph]) -> bool {
    let space = |glyph: &Glyph| {
        let text = glyph.text.as_ref();
        text.is_some_and(|letters| letters.as_str(&mut [0; 4]).trim().is_empty())
    };
    !glyphs.is_empty() && glyphs.iter().all(space)
}

fn has_contents(page: &PdfPage<'_>) -> bool {
    !matches!(
        page.raw().get::<Object<'_>>(&b"Contents"[..]),
        None | Some(Object::Null(_))
    )
}

#[cfg(test)]
#[path = "pdf_tests.rs"]
mod tests;
