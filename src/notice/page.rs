//! Interprets a page's text: labels, candidates, verdicts and page metadata. Shared by the
//! text-layer and OCR paths.

use crate::identifier::IdentifierKind;
use crate::interpret::meaning::{Labelled, Meaning};
use crate::interpret::{Assessment, PageFields, Rereader};
use crate::interpret::{barcode_assessments, confirm, judge, owner, understand, with_second_words};
use crate::model::geometry::BoundingBox;
use crate::model::location::PageNumber;
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::notice::absence::{account_cell, defaced, is_whole, legible, spoiled_number};
use crate::notice::follow::running;
use crate::notice::page_info::page_info;
use crate::notice::unread::number_unread;
use crate::notice::{AccountCell, Gap, PageReading};
use crate::text::{PageText, Word};

/// Boxes that share more than this of the smaller one are one place.
const SAME_PLACE: f32 = 0.5;
/// A page of at least this many words was read badly below this mean confidence.
const MUCH_PRINT: usize = 20;
const BADLY_READ: f32 = 0.6;

/// Interprets a page that was read. `rereader` is asked about readings of pixels. Boxes stay those
/// of the text.
pub fn interpret_page(
    number: PageNumber,
    page: &PageText,
    rereader: &mut dyn Rereader,
) -> PageReading {
    let (meaning, fields) = understand(page);
    let better = with_second_words(page, &meaning, rereader);
    let (page, (meaning, mut fields)) = match &better {
        Some(better) => (better, understand(better)),
        None => (page, (meaning, fields)),
    };
    confirm(&mut fields.readings, rereader);
    let info = page_info(page, &meaning);
    let mut assessments = judge(page, &meaning, info.is_notice(), rereader);
    assessments.extend(barcode_assessments(page, &assessments));
    name_persons(&mut assessments, &fields);
    let number_unread = number_unread(page, &meaning, &assessments);
    let mut gaps = Vec::new();
    let cell = account_cell(page, &meaning, &assessments, info.is_notice(), &mut gaps);
    let cell = cell.or_else(|| {
        gaps.push(spoiled_number(page, &meaning, &assessments)?);
        Some(AccountCell::Unreadable)
    });
    // Where a number was lost, it may be the one that seems not to be there.
    let lost = number_unread && cell == Some(AccountCell::Blank);
    let account_cell = if lost {
        Some(AccountCell::Unreadable)
    } else {
        cell
    };
    let goes_on = info.page_of.is_some_and(|(page, _)| page > 1);
    let mut unread = Vec::new();
    if page.source == TextSource::Ocr {
        unread = defaced(page, &meaning);
        if !legible(page, &assessments, &meaning, goes_on) {
            unread.push(Gap::whole_page());
        }
        if !is_whole(page) {
            unread.push(Gap::of_page("only a part of the page can be seen"));
        }
    }
    let legible = unread.is_empty();
    gaps.extend(unread);
    let roles = roles(&meaning);
    let running = running(page, &assessments);
    let mut reading = PageReading {
        number,
        source: page.source,
        info,
        assessments,
        account_cell,
        roles,
        fields: fields.readings,
        legible,
        number_unread,
        badly_read: is_badly_read(page),
        running,
        goes_on: false,
        gaps,
        left_out: 0,
    };
    reading.limit();
    reading
}

/// Whether there is much print on a scan of which little was read with confidence.
fn is_badly_read(page: &PageText) -> bool {
    let words: Vec<&Word> = page.lines.iter().flat_map(|line| &line.words).collect();
    let sure = words.iter().map(|word| word.confidence.get()).sum::<f32>();
    let is_much = words.len() >= MUCH_PRINT;
    page.source == TextSource::Ocr && is_much && sure < BADLY_READ * words.len() as f32
}

/// Says of each A-Number whose it is, where the page does.
fn name_persons(assessments: &mut [Assessment], fields: &PageFields) {
    let a_number = |a: &&mut Assessment| a.candidate.kind == IdentifierKind::ANumber;
    for assessment in assessments.iter_mut().filter(a_number) {
        let bounds = assessment.candidate.bounds;
        let here = |(place, _): &&(BoundingBox, String)| place.overlap(&bounds) > SAME_PLACE;
        let owner = fields.owners.iter().find(here);
        assessment.person = owner.map(|(_, name)| name.clone());
    }
}

/// The roles that labels name, each once.
fn roles(meaning: &Meaning) -> Vec<Owner> {
    let named = |label: &Labelled| label.owner.filter(|_| !label.in_sentence).map(owner);
    let mut roles: Vec<Owner> = meaning.labels.iter().filter_map(named).collect();
    roles.sort();
    roles.dedup();
    roles
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;
