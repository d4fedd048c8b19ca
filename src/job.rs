//! One document from its bytes to its record: every page read by the road that suits it, then understood, then joined.

use crate::candidate::judge::{Claim, NoWitness, Testimony, Witness};
use crate::candidate::{Spot, spots};
use crate::check;
use crate::confidence::Confidence;
use crate::config::{Config, OcrMode, ReaderChoice};
use crate::document::{Document, Page, PageImage};
use crate::error::{DocumentError, ErrorKind};
use crate::geometry::BoundingBox;
use crate::location::{Location, PageNumber};
use crate::notice::{PageReading, assemble};
#[cfg(feature = "tesseract")]
use crate::ocr::tesseract::Tesseract;
use crate::ocr::{OcrEngine, OcrError, OwnReader, PageReader, Scan};
use crate::picture::{self, Seen, Taken, View};
use crate::raster;
use crate::read::understand;
use crate::record::{Decision, DocumentRecord, Explanation, Outcome, PageRecord, PageState, SCHEMA_VERSION};
use crate::text::{PageText, TextSource};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Mutex;

/// Fewer words than this beside a picture are a stamp or a page number: the page itself is in the picture.
const FEW_WORDS: usize = 40;

/// How sure anybody can be of text that may not show on the page.
const UNSEEN: Confidence = Confidence::new(0.5);

/// Page readers handed from job to job, so that engines are started once a worker. Without engines, scans are not read.
pub struct Readers {
    idle: Mutex<Vec<PageReader>>,
    start: Box<dyn Fn() -> Result<PageReader, OcrError> + Send + Sync>,
}

impl Readers {
    /// Readers made by `start` when all others are busy.
    pub fn new(start: impl Fn() -> Result<PageReader, OcrError> + Send + Sync + 'static) -> Self {
        Self { idle: Mutex::new(Vec::new()), start: Box::new(start) }
    }

    /// Readers by choice and by what is built in.
    pub fn chosen(choice: ReaderChoice) -> Self {
        Self::new(move || {
            #[cfg_attr(not(feature = "tesseract"), expect(unused_mut, reason = "there is no other engine"))]
            let mut engines = own_engine(choice)?;
            #[cfg(feature = "tesseract")]
            match choice {
                ReaderChoice::Own => {}
                ReaderChoice::Tesseract => engines.push(Box::new(Tesseract::new()?)),
                ReaderChoice::Both => engines.push(Box::new(Tesseract::on_demand())),
            }
            page_reader(engines)
        })
    }

    /// Readers by choice, without Tesseract even where it is built in: who only calls this links nothing of it.
    pub fn without_tesseract(choice: ReaderChoice) -> Self {
        Self::new(move || page_reader(own_engine(choice)?))
    }

    /// Why no reader can be started; `None` where one can.
    pub fn trouble(&self) -> Option<DocumentError> {
        self.lend(|_| Ok(())).err().map(no_engine)
    }

    fn lend<T>(&self, work: impl FnOnce(&mut PageReader) -> Result<T, OcrError>) -> Result<T, OcrError> {
        let idle = self.idle.lock().map_or(None, |mut idle| idle.pop());
        let mut reader = match idle {
            Some(reader) => reader,
            None => (self.start)()?,
        };
        let done = work(&mut reader)?;
        // Only a reader that did not break down is used again.
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(reader);
        }
        Ok(done)
    }
}

/// The line reader, where it is chosen.
fn own_engine(choice: ReaderChoice) -> Result<Vec<Box<dyn OcrEngine>>, OcrError> {
    if choice == ReaderChoice::Tesseract { Ok(Vec::new()) } else { Ok(vec![Box::new(OwnReader::new()?)]) }
}

/// The engines of one worker: the first reads pages, all of them give testimony.
fn page_reader(engines: Vec<Box<dyn OcrEngine>>) -> Result<PageReader, OcrError> {
    if engines.is_empty() {
        return Err(OcrError("Tesseract is neither built in nor installed beside this program".to_owned()));
    }
    Ok(PageReader::new(engines))
}

fn no_engine(error: OcrError) -> DocumentError {
    DocumentError::no_ocr(error.0, "install Tesseract with its English data (Debian: tesseract-ocr, tesseract-ocr-eng)")
}

/// What became of a page: its row, and what was understood of it (two readings where two pages lie on one image).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct PageOutcome {
    pub record: PageRecord,
    pub readings: Vec<PageReading>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Taken>,
}

impl PageOutcome {
    /// A page that could not be read.
    pub fn failed(page: PageNumber, error: DocumentError) -> Self {
        let record = PageRecord { page, state: PageState::Failed, source: None, words: 0, error: Some(error) };
        Self { record, readings: Vec::new(), pictures: Vec::new() }
    }
}

/// The record of a document that was not read at all.
pub fn unread(path: &Path, outcome: Outcome, error: DocumentError) -> DocumentRecord {
    DocumentRecord {
        schema_version: SCHEMA_VERSION,
        path: path.to_string_lossy().into_owned(),
        path_bytes: path_bytes(path),
        content_hash: None,
        outcome,
        error: Some(error),
        page_count: 0,
        pages: Vec::new(),
        notices: Vec::new(),
        findings: Vec::new(),
        explanations: Vec::new(),
        crops: Vec::new(),
        pictures: Vec::new(),
    }
}

/// Reads a document. `page_done` is told of every page.
pub fn read_document(
    path: &Path,
    bytes: Vec<u8>,
    config: &Config,
    readers: &Readers,
    page_done: &(dyn Fn() + Sync),
) -> DocumentRecord {
    let hash = blake3::hash(&bytes).to_hex().to_string();
    let document = match Document::open(bytes, config) {
        Ok(document) => document,
        Err(error) => return DocumentRecord { content_hash: Some(hash), ..unread(path, Outcome::Failed, error) },
    };
    let page_count = document.page_count();
    let outcomes: Vec<PageOutcome> = (0..page_count)
        .into_par_iter()
        .map(|index| {
            let outcome = read_page(&document, index, config, readers);
            page_done();
            outcome
        })
        .collect();
    conclude(path, hash, outcomes, document.damage().cloned(), config.explain)
}

/// Joins the pages of a document, ascending and none left out, and says how it ended.
pub(crate) fn conclude(
    path: &Path,
    hash: String,
    outcomes: Vec<PageOutcome>,
    damage: Option<DocumentError>,
    explain: bool,
) -> DocumentRecord {
    let mut record = unread(path, Outcome::Read, DocumentError::new(ErrorKind::Damaged, ""));
    record.content_hash = Some(hash);
    record.page_count = outcomes.len();
    let failed = outcomes.iter().filter(|o| o.record.state == PageState::Failed).count();
    // A page whose picture is cut short was read, but has an error all the same.
    let first_error = outcomes.iter().find_map(|o| o.record.error.clone());
    let whole = first_error.is_none() && damage.is_none();
    record.outcome = match failed {
        0 if whole => Outcome::Read,
        n if n > 0 && n == outcomes.len() => Outcome::Failed,
        _ => Outcome::Partly,
    };
    record.error = damage.or(first_error);
    let readings: Vec<PageReading> = outcomes.iter().flat_map(|o| o.readings.iter().cloned()).collect();
    record.notices = assemble(&readings, whole);
    if explain {
        record.explanations = readings.iter().flat_map(explanations).collect();
    }
    for outcome in outcomes {
        record.pages.push(outcome.record);
        for taken in outcome.pictures {
            record.crops.extend(taken.crops);
            record.pictures.extend(taken.page);
        }
    }
    check::document(&mut record);
    record
}

fn explanations(page: &PageReading) -> Vec<Explanation> {
    let explain = |c: &Claim| Explanation {
        location: Location { page: page.number, bounds: c.spot.bounds },
        printed: c.spot.printed.clone(),
        kind: Some(c.spot.kind),
        decision: c.decision,
        reasons: c.reasons.clone(),
    };
    page.claims.iter().map(explain).collect()
}

/// Reads the page at a 0-based index.
pub(crate) fn read_page(document: &Document, index: usize, config: &Config, readers: &Readers) -> PageOutcome {
    let number = PageNumber::from_index(index);
    let read = on_page(document, index, |page| match native(page, config) {
        Some(text) => Ok(pictured(from_text(number, text), page, text, config)),
        None => from_picture(number, page, config, readers),
    });
    read.unwrap_or_else(|error| rescue_page(document, index, error))
}

/// The same without readers: `None` where the page has to be read from pixels.
pub(crate) fn read_text(document: &Document, index: usize, config: &Config) -> Option<PageOutcome> {
    let number = PageNumber::from_index(index);
    let read = on_page(document, index, |page| match native(page, config) {
        Some(text) => Ok(Some(pictured(from_text(number, text), page, text, config))),
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
    let broke = |_| Err(DocumentError::new(ErrorKind::Damaged, "reading the page broke down"));
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(broke)
}

/// The last rung for a page that met this error: what text can be had without drawing it, else that it failed.
pub(crate) fn rescue_page(document: &Document, index: usize, error: DocumentError) -> PageOutcome {
    let number = PageNumber::from_index(index);
    match document.second_text(index) {
        Some(text) => unsure(from_text(number, &text), Some(error)),
        None => PageOutcome::failed(number, error),
    }
}

/// A page whose text was read, but not so that a number on it can be accepted or called missing.
fn unsure(mut outcome: PageOutcome, error: Option<DocumentError>) -> PageOutcome {
    outcome.record.error = error;
    for reading in &mut outcome.readings {
        reading.legible = false;
        for claim in reading.claims.iter_mut().filter(|claim| claim.decision == Decision::Accepted) {
            claim.weaken("the page cannot be drawn as it should look, so nobody knows whether this can be seen");
            // Not even at two places: both may be unseen.
            claim.confidence = claim.confidence.min(UNSEEN);
        }
    }
    outcome
}

/// The visible text, where it is the page's own and enough to be all of it.
fn native<'a>(page: &'a Page, config: &Config) -> Option<&'a PageText> {
    let text = page.visible.as_ref().filter(|t| t.word_count() > 0)?;
    let pictured = page.has_picture_content() && text.word_count() < FEW_WORDS;
    match config.ocr {
        OcrMode::Never => Some(text),
        OcrMode::Always => None,
        OcrMode::Auto => (!page.text_is_garbage && !pictured).then_some(text),
    }
}

fn from_text(number: PageNumber, text: &PageText) -> PageOutcome {
    let mut reading = understand(number, text, &mut NoWitness);
    reading.place(|b| *b);
    let record = PageRecord {
        page: number,
        state: PageState::Read,
        source: Some(TextSource::TextLayer),
        words: text.word_count(),
        error: None,
    };
    PageOutcome { record, readings: vec![reading], pictures: Vec::new() }
}

/// The same with the pictures that are wanted. Drawing a page costs more than reading its text, so it is only done where
/// there is something to show.
fn pictured(mut outcome: PageOutcome, page: &Page, text: &PageText, config: &Config) -> PageOutcome {
    let wanted = config.pictures;
    for reading in outcome.readings.iter().filter(|r| wanted.pages || wanted.crops && picture::shows(r)) {
        if let Ok(image) = page.sketch(picture::SKETCH_DPI) {
            let seen = Seen { view: View::Drawn(&image), text, reading };
            outcome.pictures.push(picture::take(wanted, &seen, |b| *b));
        }
    }
    outcome
}

fn from_picture(number: PageNumber, page: &Page, config: &Config, readers: &Readers) -> Result<PageOutcome, DocumentError> {
    let Some(picture) = page.picture()? else { return unseen(number, page) };
    let PageImage { pixels, dpi, to_page, damage } = picture;
    let sheets: Vec<raster::Page> = raster::prepare(pixels, Some(dpi)).into_iter().filter(|p| !p.is_blank()).collect();
    if sheets.is_empty() {
        return unseen(number, page);
    }
    if config.ocr == OcrMode::Never {
        return Err(DocumentError::no_ocr(
            "the page is a picture, and reading pictures is switched off",
            "run again without --ocr never",
        ));
    }
    let (mut readings, mut pictures) = (Vec::new(), Vec::new());
    let mut words = 0;
    for sheet in sheets {
        let (reading, taken, count) = readers
            .lend(|reader| {
                let mut scan = reader.read(sheet)?;
                let upright = scan.page().clone();
                let place = |b: &BoundingBox| Scan::on_image(&upright, b).and_then(|b| to_page.apply_box(&b)).unwrap_or(*b);
                let hidden = page.hidden.as_ref().map(spots).unwrap_or_default();
                let count = scan.text.word_count();
                let (text, second) = scan.split();
                let mut witness = WithHidden { inner: second, hidden: &hidden, place: &place };
                let mut reading = understand(number, text, &mut witness);
                let seen = Seen { view: View::Scan(&upright), text, reading: &reading };
                let taken = config.pictures.any().then(|| picture::take(config.pictures, &seen, place));
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
        // Print that no reader knows, with text behind it that makes no sense: it was read, and says nothing to rely on.
        return Ok(unsure(from_text(number, text), damage));
    }
    let state = if words > 0 { PageState::Read } else { PageState::Failed };
    let unread = || DocumentError::new(ErrorKind::Unreadable, "the page has print on it that could not be read");
    let error = damage.or_else(|| (words == 0).then(unread));
    let record = PageRecord { page: number, state, source: Some(TextSource::Ocr), words, error };
    Ok(PageOutcome { record, readings, pictures })
}

/// A page on which nothing can be seen: blank, unless it holds text all the same.
fn unseen(number: PageNumber, page: &Page) -> Result<PageOutcome, DocumentError> {
    let damaged = |why: &str| DocumentError::new(ErrorKind::Damaged, why);
    let text = [&page.visible, &page.hidden].into_iter().flatten().find(|text| text.word_count() > 0);
    match (text, page.undrawn) {
        (Some(text), _) => Ok(unsure(from_text(number, text), Some(damaged("the page has text, but none that can be seen")))),
        (None, Some(why)) => Err(damaged(why)),
        (None, None) => {
            let record = PageRecord { page: number, state: PageState::Blank, source: None, words: 0, error: None };
            Ok(PageOutcome { record, readings: Vec::new(), pictures: Vec::new() })
        }
    }
}

/// The text that a scanner left behind an image is one more reading to compare with.
struct WithHidden<'a, W, P> {
    inner: W,
    hidden: &'a [Spot],
    place: &'a P,
}

impl<W: Witness, P: Fn(&BoundingBox) -> BoundingBox> Witness for WithHidden<'_, W, P> {
    fn look_again(&mut self, spot: &Spot, contested: bool) -> Vec<Testimony> {
        let here = (self.place)(&spot.bounds);
        let hidden = self.hidden.iter().filter(|s| s.kind == spot.kind).find(|s| s.bounds.overlap(&here) > 0.3);
        let differs = hidden.is_some_and(|h| h.value != spot.value);
        let mut testimonies = self.inner.look_again(spot, contested || differs);
        testimonies.extend(hidden.map(|s| Testimony {
            reader: "the scanner's text layer",
            value: Some(s.value.clone()),
            confidence: s.confidence,
            kin: false,
            hearsay: true,
        }));
        testimonies
    }
}

/// The bytes of a path that is not UTF-8, percent-encoded.
fn path_bytes(path: &Path) -> Option<String> {
    if path.to_str().is_some() {
        return None;
    }
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'_' | b'.' | b'~');
    let encode = |b: &u8| if plain(*b) { char::from(*b).to_string() } else { format!("%{b:02X}") };
    Some(path.as_os_str().as_encoded_bytes().iter().map(encode).collect())
}
