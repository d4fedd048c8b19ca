//! One page: which way it is read, and what to do when that way fails.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::document::{Document, Page, PageImage};
use crate::interpret::{Candidate, find_candidates};
use crate::model::confidence::Confidence;
use crate::model::config::{Config, OcrMode};
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::geometry::{BoundingBox, Point};
use crate::model::location::PageNumber;
use crate::model::record::{PageRecord, PageState};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::PageReading;
use crate::notice::page::interpret_page;
use crate::ocr::Scan;
use crate::ocr::pool::{EnginePool, no_engine};
pub(crate) use crate::pipeline::outcome::PageOutcome;
use crate::pipeline::outcome::{BLACKED_OUT, from_text, hide_account};
use crate::pipeline::reread::WithHidden;
use crate::pipeline::told::Told;
use crate::preview::{PageView, View};
use crate::text::{POINTS_PER_INCH, PageText, Word};
use crate::{preview, raster};

/// Fewer words than this beside a picture are a stamp or a page number: the page itself is in the
/// picture.
const FEW_WORDS: usize = 40;

/// This much of a black box lies on the bar that it is part of.
const ON_BAR: f32 = 0.8;

/// A word of this many letters in white on a dark bar makes it a heading.
const HEADING_LETTERS: usize = 4;

/// How sure anybody can be of text that may not show on the page.
const UNSEEN: Confidence = Confidence::new(0.5);

/// Reads the page at a 0-based index.
pub(crate) fn read_page(
    document: &Document,
    index: usize,
    config: &Config,
    engines: &EnginePool,
) -> PageOutcome {
    let number = PageNumber::from_index(index);
    let read = on_page(document, index, |page| {
        on_any_way(number, page, config, engines).map(|outcome| as_sound(outcome, page))
    });
    read.unwrap_or_else(|error| rescue_page(document, index, error))
}

/// Reads a page from its text, from its pixels, or from both.
fn on_any_way(
    number: PageNumber,
    page: &Page,
    config: &Config,
    engines: &EnginePool,
) -> Result<PageOutcome, DocumentError> {
    let Some(text) = native(page, config) else {
        return from_picture(number, page, config, engines);
    };
    let told = Told::of(number, page, text);
    if !told.is_doubtful() {
        return Ok(pictured(told.outcome, page, text, config));
    }
    if config.ocr == OcrMode::Never || told.is_of_two() {
        return Ok(pictured(told.unsettled(), page, text, config));
    }
    Ok(match from_picture(number, page, config, engines) {
        Ok(seen) => told.settled_by(seen, page),
        Err(_) => pictured(told.unsettled(), page, text, config),
    })
}

/// What was read of a page: in doubt where other viewers may draw the page otherwise, with nothing
/// missing where there may be more on it.
fn as_sound(mut outcome: PageOutcome, page: &Page) -> PageOutcome {
    let damaged = |why| DocumentError::new(ErrorKind::Damaged, why);
    if let Some(why) = page.flaws.fault {
        let error = outcome.record.error.take();
        return unsure(outcome, error.or_else(|| Some(damaged(why))));
    }
    if let Some(why) = page.flaws.lost {
        let readings = outcome.readings.iter_mut();
        readings.for_each(|reading| hide_account(reading, why));
        outcome.record.error.get_or_insert_with(|| damaged(why));
    }
    outcome
}

/// The same without engines: `None` where the page has to be read from pixels.
pub(crate) fn read_text(document: &Document, index: usize, config: &Config) -> Option<PageOutcome> {
    let number = PageNumber::from_index(index);
    let read = on_page(document, index, |page| match native(page, config) {
        Some(text) => {
            let told = Told::of(number, page, text);
            let is_settled = !told.is_doubtful();
            let outcome = || as_sound(pictured(told.outcome, page, text, config), page);
            Ok(is_settled.then(outcome))
        }
        None if page.is_marked() => Ok(None),
        None => unseen(number, page).map(Some),
    });
    read.unwrap_or_else(|error| Some(rescue_page(document, index, error)))
}

/// Does something with a page. An engine that breaks down on one page takes no other page with it.
fn on_page<T>(
    document: &Document,
    index: usize,
    read: impl FnOnce(&Page) -> Result<T, DocumentError>,
) -> Result<T, DocumentError> {
    let read = || document.page(index).and_then(|page| read(&page));
    let broke = |_| {
        Err(DocumentError::new(
            ErrorKind::Damaged,
            "the decoder crashed on this page",
        ))
    };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(broke)
}

/// The last rung for a page that met this error: what text can be had without drawing it, else that
/// it failed.
pub(crate) fn rescue_page(document: &Document, index: usize, error: DocumentError) -> PageOutcome {
    let number = PageNumber::from_index(index);
    match document.fallback_text(index) {
        Some(text) => unsure(placed(from_text(number, &text), |b| *b), Some(error)),
        None => PageOutcome::failed(number, error),
    }
}

/// A page whose text was read, but not so that a number on it can be accepted or called missing.
fn unsure(mut outcome: PageOutcome, error: Option<DocumentError>) -> PageOutcome {
    outcome.record.error = error;
    for reading in &mut outcome.readings {
        reading.legible = false;
        for field in &mut reading.fields {
            field.doubt("the page cannot be rendered as it should look");
        }
        for assessment in reading
            .assessments
            .iter_mut()
            .filter(|assessment| assessment.decision == Verdict::Accepted)
        {
            assessment.weaken(
                "the page cannot be rendered as it should look, so this may not be visible on it",
            );
            // Not even at two places: both may be unseen.
            assessment.confidence = assessment.confidence.min(UNSEEN);
        }
    }
    outcome
}

/// The visible text, where it is the page's own and enough to be all of it.
fn native<'a>(page: &'a Page, config: &Config) -> Option<&'a PageText> {
    let text = page.visible.as_ref().filter(|t| t.word_count() > 0)?;
    let few = page.has_picture_content() && text.word_count() < FEW_WORDS;
    let pictured = few || page.is_picture();
    match config.ocr {
        OcrMode::Never => Some(text),
        OcrMode::Always => None,
        OcrMode::Auto => (!page.text_is_garbage && !pictured).then_some(text),
    }
}

/// Moves the boxes of an outcome to where they lie on the page.
fn placed(mut outcome: PageOutcome, place: impl Fn(&BoundingBox) -> BoundingBox) -> PageOutcome {
    outcome.readings.iter_mut().for_each(|r| r.place(&place));
    outcome
}

/// The same with the pictures that are wanted. Drawing a page costs more than reading its text, so
/// it is only done where there is something to show.
fn pictured(
    mut outcome: PageOutcome,
    page: &Page,
    text: &PageText,
    config: &Config,
) -> PageOutcome {
    let wanted = config.pictures;
    let text = &page.placed(text);
    for reading in outcome
        .readings
        .iter()
        .filter(|r| wanted.pages || wanted.crops && preview::shows(r))
    {
        if let Ok(image) = page.sketch(preview::SKETCH_DPI) {
            let seen = PageView {
                view: View::Drawn(&image),
                text,
                reading,
            };
            outcome.pictures.push(preview::take(wanted, &seen, |b| *b));
        }
    }
    outcome
}

fn from_picture(
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
    let sheets: Vec<raster::PageLayout> = raster::prepare(pixels, Some(dpi))
        .into_iter()
        .filter(|p| !p.is_blank())
        .collect();
    if sheets.is_empty() {
        return unseen(number, page);
    }
    if config.ocr == OcrMode::Never {
        return Err(DocumentError::ocr_disabled());
    }
    let blackouts = not_on_bars(&blackouts, &sheets, |_| false);
    let mut readings = Vec::new();
    let mut pictures = Vec::new();
    let mut words = 0;
    let mut lost = false;
    for sheet in sheets {
        lost |= sheet.has_lost_print();
        let (reading, taken, count) = engines
            .lend(|reader| {
                let mut scan = reader.read(sheet)?;
                let upright = scan.page().clone();
                let place = |b: &BoundingBox| {
                    Scan::on_image(&upright, b)
                        .and_then(|b| to_page.apply_box(&b))
                        .unwrap_or(*b)
                };
                let layers = [&page.hidden, &page.visible];
                let hidden: Vec<Candidate> = layers
                    .into_iter()
                    .flatten()
                    .flat_map(find_candidates)
                    .map(|mut candidate| {
                        candidate.bounds = page.place(&candidate.bounds);
                        candidate
                    })
                    .collect();
                let count = scan.text.word_count();
                let (text, second) = scan.split();
                let mut rereader = WithHidden {
                    inner: second,
                    hidden: &hidden,
                    place: &place,
                };
                let mut reading = interpret_page(number, text, &mut rereader);
                // A heading of a few letters is known by being read.
                let read = |at| is_heading(text, at, upright.dpi);
                let sheet = std::slice::from_ref(&upright);
                if !not_on_bars(&blackouts, sheet, read).is_empty() {
                    hide_account(&mut reading, BLACKED_OUT);
                }
                let seen = PageView {
                    view: View::Scan(&upright),
                    text,
                    reading: &reading,
                };
                let taken = config
                    .pictures
                    .any()
                    .then(|| preview::take(config.pictures, &seen, place));
                reading.place(place);
                Ok((reading, taken, count))
            })
            .map_err(no_engine)?;
        readings.push(reading);
        pictures.extend(taken);
        words += count;
    }
    if words == 0
        && let Some(text) = page.visible.as_ref().filter(|text| text.word_count() > 0)
    {
        // Print that no engine knows, with text behind it that makes no sense: it was read, and
        // says nothing to rely on.
        let told = placed(from_text(number, text), |b| page.place(b));
        return Ok(unsure(told, damage));
    }
    // Print of which a copier left only specks: what was read of it is no account of the page.
    let is_lost = words == 0 || lost && words < FEW_WORDS;
    if is_lost {
        readings.iter_mut().for_each(PageReading::hold_as_unread);
    }
    let state = if is_lost && readings.iter().all(|r| r.numbers() == 0) {
        PageState::Failed
    } else {
        PageState::Read
    };
    let unread = || {
        DocumentError::new(
            ErrorKind::Unreadable,
            "the page has print that could not be read",
        )
    };
    let error = damage.or_else(|| is_lost.then(unread));
    let record = PageRecord {
        page: number,
        state,
        source: Some(TextSource::Ocr),
        words,
        error,
    };
    Ok(PageOutcome {
        record,
        readings,
        pictures,
    })
}

/// Those black boxes of an image that may hide a value: none of those do that are part of a dark
/// bar with print on it. `is_read` tells whether a line of a few letters is print.
fn not_on_bars(
    blackouts: &[[u32; 4]],
    sheets: &[raster::PageLayout],
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
fn unseen(number: PageNumber, page: &Page) -> Result<PageOutcome, DocumentError> {
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
