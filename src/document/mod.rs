//! A file opened: its pages, each with its text layer and, when wanted, its pixels, whatever the
//! format.
//!
//! Pages are cheap to ask for; pixels are decoded only by [`Page::picture`], because most native
//! pages never need them.

mod clip;
mod comb;
pub mod container;
mod content;
mod drawing_order;
mod drawn;
mod echo;
mod fallback;
mod fax;
mod fields;
mod frames;
mod glyph;
mod grey;
mod guard;
mod heic;
mod ifd;
mod image;
pub mod ink;
mod layer;
mod look;
mod operators;
mod paths;
mod pdf;
mod picture_data;
mod resolution;
mod scan;
pub mod sniff;
mod split;
mod tiff;
mod turn;
mod unread;
mod upright;
mod whole;
mod words;
mod wrap;
mod xfa;

use std::borrow::Cow;
use std::sync::Arc;

use ::image::GrayImage;
use hayro_interpret::kurbo::Rect;

use crate::document::ink::{Baseline, Spelled};
pub use crate::document::look::{Strip, outlines};
pub use crate::document::operators::Flaws;
use crate::document::sniff::{FileKind, sniff};
use crate::document::upright::Upright;
use crate::model::config::Config;
use crate::model::error::{DocumentError, ErrorKind, PageError};
use crate::model::geometry::{Affine, BoundingBox};
use crate::text::PageText;

/// An opened document. Holds the encoded file; pages may be read by several threads at once.
pub struct Document {
    source: Source,
    damage: Option<DocumentError>,
}

enum Source {
    Pdf(Arc<pdf::PdfFile>),
    Image(Arc<image::ImageFile>),
    Heic(Arc<heic::HeicFile>),
    Tiff(Arc<tiff::TiffFile>),
}

impl Document {
    /// Opens a file's bytes. Fails for files of another kind, locked ones, and those too broken or
    /// too large to begin with.
    pub fn open(bytes: Vec<u8>, config: &Config) -> Result<Self, DocumentError> {
        if bytes.is_empty() {
            return Err(DocumentError::new(
                ErrorKind::EmptyFile,
                "the file is empty",
            ));
        }
        let (source, damage) = match sniff(&bytes) {
            FileKind::Archive(_) if sniff::find(&bytes, b"%PDF-").is_none() => {
                let message = "a file that contains other files";
                return Err(DocumentError::new(ErrorKind::NotADocument, message));
            }
            FileKind::Pdf | FileKind::Archive(_) => {
                let (file, damage) = guard::quietly(|| pdf::PdfFile::open(bytes, config))??;
                (Source::Pdf(Arc::new(file)), damage)
            }
            FileKind::Tiff => {
                let (file, damage) =
                    guard::quietly(|| tiff::TiffFile::open(bytes, &config.limits))??;
                (Source::Tiff(Arc::new(file)), damage)
            }
            FileKind::Heic => {
                let file = guard::quietly(|| heic::HeicFile::open(bytes, &config.limits))??;
                (Source::Heic(Arc::new(file)), None)
            }
            FileKind::Unread(kind) => {
                return Err(DocumentError::new(
                    ErrorKind::Unsupported,
                    format!("{kind}, which is not read"),
                ));
            }
            FileKind::Other(kind) => return Err(DocumentError::new(ErrorKind::NotADocument, kind)),
            kind => {
                let file = guard::quietly(|| image::ImageFile::open(bytes, kind, &config.limits))??;
                let damage = file.damage();
                (Source::Image(Arc::new(file)), damage)
            }
        };
        let document = Self { source, damage };
        if document.page_count() > config.limits.pages {
            let message = format!(
                "{} pages, more than {}",
                document.page_count(),
                config.limits.pages
            );
            return Err(DocumentError::new(ErrorKind::TooLarge, message));
        }
        Ok(document)
    }

    /// How many pages or frames there are.
    pub fn page_count(&self) -> usize {
        match &self.source {
            Source::Pdf(file) => file.page_count(),
            Source::Image(file) => file.page_count(),
            Source::Heic(_) => 1,
            Source::Tiff(file) => file.page_count(),
        }
    }

    /// What is known to be missing of an opened document: pages lost, an end cut off. Damage to the
    /// pixels of one page is reported by [`PageImage::damage`].
    pub fn damage(&self) -> Option<&DocumentError> {
        self.damage.as_ref()
    }

    /// What the fallback parser of PDF text says of the page at a 0-based index, for pages that
    /// crash the first one. It does not know what of it can be seen. `None` where it has no text,
    /// or none that makes sense.
    pub fn fallback_text(&self, index: usize) -> Option<PageText> {
        let Source::Pdf(file) = &self.source else {
            return None;
        };
        guard::quietly(|| pdf::fallback_text(file, index, &[]))
            .ok()
            .flatten()
    }

    /// Reads the text layer of the page at a 0-based index; no pixels are decoded.
    pub fn page(&self, index: usize) -> Result<Page, PageError> {
        guard::quietly(|| match &self.source {
            Source::Pdf(file) => pdf::page(file, index),
            Source::Image(file) => Ok(Page::scanned(
                file.size(),
                Pixels::Image(file.clone(), index),
            )),
            Source::Heic(file) => Ok(Page::scanned(file.size(), Pixels::Heic(file.clone()))),
            Source::Tiff(file) => Ok(Page::scanned(
                file.size(index)?,
                Pixels::Tiff(file.clone(), index),
            )),
        })?
    }
}

impl Document {
    /// Some pages, by their 0-based indices, as a PDF of their own: copied as they are, never drawn
    /// again. Nothing of the other pages is in it.
    ///
    /// # Errors
    /// When a page cannot be copied whole, or the copy would not look like it.
    pub fn extract(&self, indices: &[usize], config: &Config) -> Result<Vec<u8>, DocumentError> {
        guard::quietly(|| match &self.source {
            Source::Pdf(file) => split::pages(file, indices, config),
            Source::Image(file) => {
                let frames = indices.iter().map(|index| wrap::image(file, *index));
                Ok(split::page_of(frames.collect::<Result<_, _>>()?))
            }
            Source::Tiff(file) => {
                let frames = indices.iter().map(|index| wrap::frame(file, *index));
                Ok(split::page_of(frames.collect::<Result<_, _>>()?))
            }
            Source::Heic(_) => Err(DocumentError::new(
                ErrorKind::Unsupported,
                "a HEIC image cannot be wrapped without loss; save it as PNG first",
            )),
        })?
    }
}

/// One page: its size and its text layer; pixels on demand.
pub struct Page {
    /// Width and height in points as a viewer shows the page.
    pub size: (f32, f32),
    /// Text drawn visibly and not covered by a picture.
    pub visible: Option<PageText>,
    /// Text that is not seen: an OCR layer drawn invisibly or under the picture of the page.
    pub hidden: Option<PageText>,
    /// Text that somebody hid: under a box, or in ink that lets everything through.
    pub covered: Option<PageText>,
    /// Visible text that runs upside down, in the frame of the text turned half around.
    pub opposite: Option<PageText>,
    /// Whether the visible text cannot be trusted: characters without Unicode, of private use,
    /// control characters, hardly any letters.
    pub text_is_garbage: bool,
    /// The share of the page under pictures, 0 to 1.
    picture_share: f32,
    /// Whether anything is drawn at all.
    marked: bool,
    /// Why there may be more on the page than is drawn; asked only where no text is.
    pub undrawn: Option<&'static str>,
    /// What is wrong with how the page is drawn.
    pub flaws: Flaws,
    /// How visible the text is.
    ink: ink::Ink,
    /// The frame in which the text runs level. Boxes of texts, and those asked about, are in it.
    upright: Upright,
    pixels: Pixels,
}

enum Pixels {
    Pdf(Arc<pdf::PdfFile>, usize),
    Image(Arc<image::ImageFile>, usize),
    Heic(Arc<heic::HeicFile>),
    Tiff(Arc<tiff::TiffFile>, usize),
}

/// Pictures over less of a page than this are logos and stamps.
const PICTURE_CONTENT: f32 = 0.2;
/// Pictures over more of a page than this are the page.
const WHOLE_PICTURE: f32 = 0.7;

impl Page {
    fn scanned(size: (f32, f32), pixels: Pixels) -> Self {
        Self {
            size,
            visible: None,
            hidden: None,
            covered: None,
            opposite: None,
            text_is_garbage: false,
            picture_share: 1.0,
            marked: true,
            undrawn: None,
            flaws: Flaws::default(),
            ink: ink::Ink::default(),
            upright: Upright::level(size),
            pixels,
        }
    }

    /// Whether anything is drawn on the page, so that it has a [`picture`](Self::picture).
    pub fn is_marked(&self) -> bool {
        self.marked
    }

    /// The page's pixels, upright as a viewer shows them; `None` when nothing at all is drawn on
    /// the page.
    pub fn picture(&self) -> Result<Option<PageImage>, PageError> {
        if !self.marked {
            return Ok(None);
        }
        let image = guard::quietly(|| match &self.pixels {
            Pixels::Pdf(file, index) => scan::picture(file, *index),
            Pixels::Image(file, index) => file.decode(*index),
            Pixels::Heic(file) => file.decode(),
            Pixels::Tiff(file, index) => file.decode(*index),
        })??;
        Ok(Some(image))
    }

    /// The page drawn for a person to look at, as a viewer shows it. Drawn at about `dpi` where it
    /// is no picture already.
    pub fn sketch(&self, dpi: f32) -> Result<PageImage, PageError> {
        guard::quietly(|| match &self.pixels {
            Pixels::Pdf(file, index) => scan::sketch(file, *index, dpi),
            Pixels::Image(file, index) => file.decode(*index),
            Pixels::Heic(file) => file.decode(),
            Pixels::Tiff(file, index) => file.decode(*index),
        })?
    }

    /// A box of the text as a box of the page.
    pub fn place(&self, bounds: &BoundingBox) -> BoundingBox {
        if self.upright.is_level() {
            return *bounds;
        }
        self.upright.to_page().apply_box(bounds).unwrap_or(*bounds)
    }

    /// A box of the page as a box of the text: the inverse of [`Self::place`].
    pub fn unplaced(&self, bounds: &BoundingBox) -> BoundingBox {
        if self.upright.is_level() {
            return *bounds;
        }
        let inverse = self.upright.to_page().inverse();
        inverse
            .and_then(|to_text| to_text.apply_box(bounds))
            .unwrap_or(*bounds)
    }

    /// A box of the text that runs upside down as a box of the other.
    pub fn turned_over(&self, bounds: &BoundingBox) -> BoundingBox {
        layer::half_turn(bounds, self.upright.size).unwrap_or(*bounds)
    }

    /// A text of the page with its boxes as boxes of the page.
    pub fn placed<'a>(&self, text: &'a PageText) -> Cow<'a, PageText> {
        if self.upright.is_level() {
            return Cow::Borrowed(text);
        }
        let mut placed = text.clone();
        for line in &mut placed.lines {
            line.bounds = self.place(&line.bounds);
            for word in &mut line.words {
                word.bounds = self.place(&word.bounds);
            }
        }
        Cow::Owned(placed)
    }

    /// What is known of the text at a box without drawing it.
    pub fn spelled(&self, bounds: &BoundingBox) -> Option<Spelled> {
        self.ink.spelled(bounds)
    }

    /// Whether a value may be hidden: by a black box or stroke of its size that nothing legible
    /// stands on, or by its digits, which lie on each other.
    pub fn has_blackout(&self) -> bool {
        !self.ink.blackouts(self.sheet()).is_empty() || self.ink.has_smears()
    }

    /// The page in the frame of its text.
    fn sheet(&self) -> Rect {
        let (width, height) = self.upright.size;
        Rect::new(0.0, 0.0, width.into(), height.into())
    }

    /// The places, in points, of what may be print and is no text.
    pub fn unread_places(&self) -> Vec<BoundingBox> {
        let places = self.ink.unread(self.sheet()).into_iter();
        let place = |r: Rect| {
            let [x0, y0, x1, y1] = [r.x0, r.y0, r.x1, r.y1].map(|v| v as f32);
            BoundingBox::new(x0, y0, x1, y1).ok()
        };
        places.filter_map(place).collect()
    }

    /// A line of the page drawn as a viewer shows it, as a strip for a line recognizer; `None`
    /// where the page is no PDF.
    pub fn strip(&self, line: &Baseline, look: Strip) -> Option<GrayImage> {
        let Pixels::Pdf(file, index) = &self.pixels else {
            return None;
        };
        let drawn = guard::quietly(|| look::strip(file, *index, &self.upright, line, look));
        drawn.ok().and_then(Result::ok)
    }

    /// A place of the page drawn as a viewer shows it; `None` where the page is no PDF.
    pub fn region(&self, bounds: &BoundingBox, dpi: f32) -> Option<GrayImage> {
        let Pixels::Pdf(file, index) = &self.pixels else {
            return None;
        };
        let drawn = guard::quietly(|| look::region(file, *index, &self.upright, bounds, dpi));
        drawn.ok().and_then(Result::ok)
    }

    /// Whether one picture, or several, fill the page: then the page is the picture, and its text
    /// is what somebody says of it.
    pub fn is_picture(&self) -> bool {
        self.picture_share >= WHOLE_PICTURE
    }

    /// Whether pictures cover a good part of the page, so that the visible text may not be all
    /// there is to read.
    pub fn has_picture_content(&self) -> bool {
        self.picture_share >= PICTURE_CONTENT
    }
}

/// The pixels of a page, upright as a viewer shows it.
pub struct PageImage {
    /// Grey, 0 black.
    pub pixels: GrayImage,
    /// Pixels per inch along x and y; unequal for faxes.
    pub dpi: (f32, f32),
    /// From pixels to points of the page.
    pub to_page: Affine,
    /// Set when a part of the picture is missing or may be wrong.
    pub damage: Option<PageError>,
}

impl PageImage {
    /// A picture that is its whole page.
    fn whole(pixels: GrayImage, dpi: (f32, f32), damage: Option<PageError>) -> Self {
        Self {
            pixels,
            dpi,
            to_page: Affine::scale_shift(72.0 / dpi.0, 72.0 / dpi.1, 0.0, 0.0),
            damage,
        }
    }
}

/// What is said of a file with several pictures.
fn only_the_first() -> DocumentError {
    let message = "only the first of several pictures in it is read";
    DocumentError::new(ErrorKind::Unsupported, message)
}

fn damaged(message: &str) -> DocumentError {
    DocumentError::new(ErrorKind::Damaged, message)
}

fn too_many_pixels(width: u64, height: u64) -> DocumentError {
    DocumentError::new(
        ErrorKind::TooLarge,
        format!("an image of {width} by {height} pixels"),
    )
}
