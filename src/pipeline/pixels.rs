//! A page read from its pixels: cut into its sheets, each of which is read and understood.

use crate::document::{Page, PageImage};
use crate::interpret::{Candidate, find_candidates};
use crate::model::confidence::Confidence;
use crate::model::config::{Config, OcrMode};
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::geometry::{Affine, BoundingBox, Point};
use crate::model::location::PageNumber;
use crate::model::record::{PageRecord, PageState};
use crate::model::source::TextSource;
use crate::notice::PageReading;
use crate::notice::page::interpret_page;
use crate::ocr::pool::{EnginePool, no_engine};
use crate::ocr::{OcrError, PageOcr, Scan};
use crate::pipeline::outcome::{BLACKED_OUT, PageOutcome, from_text, hide_account, placed, unsure};
use crate::pipeline::reread::WithHidden;
use crate::preview::{self, PageView, Previews, View};
use crate::raster::{self, PageLayout};
use crate::text::{POINTS_PER_INCH, PageText, Word};

/// Fewer words than this beside a picture are a stamp or a page number: the page itself is in the
/// picture.
pub(super) const FEW_WORDS: usize = 40;

/// This much of a black box lies on the bar that it is part of.
const ON_BAR: f32 = 0.8;

/// A word of this many letters in white on a dark bar makes it a heading.
const HEADING_LETTERS: usize = 4;

/// What the sheets of a page have in common.
struct Sheets<'a> {
    number: PageNumber,
    page: &'a Page,
    config: &'a Config,
    /// From the pixels of the image to points of the page.
    to_page: Affine,
    /// The black boxes of the image that may hide a value.
    blackouts: Vec<[u32; 4]>,
}

/// What was read of one sheet, with boxes as boxes of the page.
struct SheetRead {
    reading: PageReading,
    pictures: Option<Previews>,
    words: usize,
}

/// Reads a page from its pixels.
///
/// # Errors
/// When its picture cannot be decoded, OCR is switched off, or no engine can be started.
pub(super) fn read(
    number: PageNumber,
    page: &Page,
    config: &Config,
    engines: &EnginePool,
) -> Result<PageOutcome, DocumentError> {
    let Some(picture) = page.picture()? else {
        return unseen(number, page);
    };
    let PageImage {
        pixels,
        dpi,
        to_page,
        damage,
    } = picture;
    let blackouts = raster::blackouts(&pixels, dpi);
    let layouts: Vec<PageLayout> = raster::prepare(pixels, Some(dpi))
        .into_iter()
        .filter(|layout| !layout.is_blank())
        .collect();
    if layouts.is_empty() {
        return unseen(number, page);
    }
    if config.ocr == OcrMode::Never {
        return Err(DocumentError::ocr_disabled());
    }
    let sheets = Sheets {
        number,
        page,
        config,
        to_page,
        blackouts: not_on_bars(&blackouts, &layouts, |_| false),
    };
    let has_lost_print = layouts.iter().any(PageLayout::has_lost_print);
    let mut read = Vec::new();
    for layout in layouts {
        let sheet = engines.lend(|ocr| sheets.read(layout, ocr));
        read.push(sheet.map_err(no_engine)?);
    }
    Ok(together(number, page, read, has_lost_print, damage))
}

impl Sheets<'_> {
    /// Reads one sheet.
    fn read(&self, layout: PageLayout, ocr: &mut PageOcr) -> Result<SheetRead, OcrError> {
        let mut scan = ocr.read(layout)?;
        let upright = scan.page().clone();
        let place = |bounds: &BoundingBox| {
            Scan::on_image(&upright, bounds)
                .and_then(|bounds| self.to_page.apply_box(&bounds))
                .unwrap_or(*bounds)
        };
        let hidden = self.layer_candidates();
        let words = scan.text.word_count();
        let (text, second) = scan.split();
        let mut rereader = WithHidden {
            inner: second,
            hidden: &hidden,
            place: &place,
        };
        let mut reading = interpret_page(self.number, text, &mut rereader);
        // A heading of a few letters is known by being read.
        let is_read = |at| is_heading(text, at, upright.dpi);
        let sheet = std::slice::from_ref(&upright);
        if !not_on_bars(&self.blackouts, sheet, is_read).is_empty() {
            hide_account(&mut reading, BLACKED_OUT);
        }
        let seen = PageView {
            view: View::Scan(&upright),
            text,
            reading: &reading,
        };
        let wanted = self.config.pictures;
        let pictures = wanted.any().then(|| preview::take(wanted, &seen, place));
        reading.place(place);
        Ok(SheetRead {
            reading,
            pictures,
            words,
        })
    }

    /// The numbers that the text layers of the page speak of: witnesses of unknown quality.
    fn layer_candidates(&self) -> Vec<Candidate> {
        let layers = [&self.page.hidden, &self.page.visible];
        let candidates = layers.into_iter().flatten().flat_map(find_candidates);
        candidates
            .map(|mut candidate| {
                candidate.bounds = self.page.place(&candidate.bounds);
                candidate
            })
            .collect()
    }
}

/// What the sheets of a page say together.
fn together(
    number: PageNumber,
    page: &Page,
    sheets: Vec<SheetRead>,
    has_lost_print: bool,
    damage: Option<DocumentError>,
) -> PageOutcome {
    let words = sheets.iter().map(|sheet| sheet.words).sum();
    if words == 0
        && let Some(text) = page.visible.as_ref().filter(|text| text.word_count() > 0)
    {
        // Print that no engine knows, with text behind it that makes no sense: it was read, and
        // says nothing to rely on.
        let told = placed(from_text(number, text), |b| page.place(b));
        return unsure(told, damage);
    }
    let mut readings = Vec::new();
    let mut pictures = Vec::new();
    for sheet in sheets {
        readings.push(sheet.reading);
        pictures.extend(sheet.pictures);
    }
    // Print of which a copier left only specks: what was read of it is no account of the page.
    let is_lost = words == 0 || has_lost_print && words < FEW_WORDS;
    if is_lost {
        readings.iter_mut().for_each(PageReading::hold_as_unread);
    }
    let state = if is_lost && readings.iter().all(|r| r.numbers() == 0) {
        PageState::Failed
    } else {
        PageState::Read
    };
    let unread = || {
        let message = "the page has print that could not be read";
        DocumentError::new(ErrorKind::Unreadable, message)
    };
    let record = PageRecord {
        page: number,
        state,
        source: Some(TextSource::Ocr),
        words,
        error: damage.or_else(|| is_lost.then(unread)),
    };
    PageOutcome {
        record,
        readings,
        pictures,
    }
}

/// Those black boxes of an image that may hide a value: none of those do that are part of a dark
/// bar with print on it. `is_read` tells whether a line of a few letters is print.
fn not_on_bars(
    blackouts: &[[u32; 4]],
    sheets: &[PageLayout],
    is_read: impl Fn([f32; 4]) -> bool,
) -> Vec<[u32; 4]> {
    let bars: Vec<BoundingBox> = sheets
        .iter()
        .flat_map(|sheet| sheet.printed_bars(&is_read))
        .filter_map(|corners| {
            BoundingBox::around(corners.map(|(x, y)| Point {
                x: x as f32,
                y: y as f32,
            }))
        })
        .collect();
    let on_bar = |black: &&[u32; 4]| {
        let [x0, y0, x1, y1] = black.map(|v| v as f32);
        let black = BoundingBox::new(x0, y0, x1, y1);
        black.is_ok_and(|black| bars.iter().any(|bar| black.overlap(bar) > ON_BAR))
    };
    blackouts.iter().filter(|b| !on_bar(b)).copied().collect()
}

/// Whether a word was read surely in a box given in page pixels.
fn is_heading(text: &PageText, at: [f32; 4], dpi: f32) -> bool {
    let [x0, y0, x1, y1] = at.map(|v| v * POINTS_PER_INCH / dpi);
    let Ok(bounds) = BoundingBox::new(x0, y0, x1, y1) else {
        return false;
    };
    let word = |w: &Word| {
        let letters = w.text.chars().filter(|c| c.is_alphabetic()).count();
        letters >= HEADING_LETTERS
            && w.confidence >= Confidence::SURE
            && w.bounds.overlap(&bounds) > 0.5
    };
    text.lines.iter().flat_map(|line| &line.words).any(word)
}

/// A page on which nothing can be seen: blank, unless it holds text all the same.
pub(super) fn unseen(number: PageNumber, page: &Page) -> Result<PageOutcome, DocumentError> {
    let damaged = |why: &str| DocumentError::new(ErrorKind::Damaged, why);
    let text = [&page.visible, &page.hidden]
        .into_iter()
        .flatten()
        .find(|text| text.word_count() > 0);
    match (text, page.undrawn.or(page.flaws.fault).or(page.flaws.lost)) {
        (Some(text), _) => Ok(unsure(
            placed(from_text(number, text), |b| page.place(b)),
            Some(damaged("the page has text, but none that can be seen")),
        )),
        (None, Some(why)) => Err(damaged(why)),
        (None, None) => {
            let record = PageRecord {
                page: number,
                state: PageState::Blank,
                source: None,
                words: 0,
                error: None,
            };
            Ok(PageOutcome {
                record,
                readings: Vec::new(),
                pictures: Vec::new(),
            })
        }
    }
}
