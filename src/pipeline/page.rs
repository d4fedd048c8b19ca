//! One page: which way it is read, and what to do when that way fails.

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::document::{Document, Page};
use crate::model::config::{Config, OcrMode};
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::location::PageNumber;
use crate::ocr::pool::EnginePool;
use crate::pipeline::outcome::{PageOutcome, from_text, hide_account, placed, unsure};
use crate::pipeline::pixels;
use crate::pipeline::told::Told;
use crate::preview::{self, PageView, View};
use crate::text::PageText;

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
        return pixels::read(number, page, config, engines);
    };
    let told = Told::of(number, page, text);
    if !told.is_doubtful() {
        return Ok(pictured(told.outcome, page, text, config));
    }
    if config.ocr == OcrMode::Never || told.is_of_two() {
        return Ok(pictured(told.unsettled(), page, text, config));
    }
    Ok(match pixels::read(number, page, config, engines) {
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
        None => pixels::unseen(number, page).map(Some),
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

/// The visible text, where it is the page's own and enough to be all of it.
fn native<'a>(page: &'a Page, config: &Config) -> Option<&'a PageText> {
    let text = page.visible.as_ref().filter(|t| t.word_count() > 0)?;
    let few = page.has_picture_content() && text.word_count() < pixels::FEW_WORDS;
    let pictured = few || page.is_picture();
    match config.ocr {
        OcrMode::Never => Some(text),
        OcrMode::Always => None,
        OcrMode::Auto => (!page.text_is_garbage && !pictured).then_some(text),
    }
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
