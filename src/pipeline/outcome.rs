//! What became of a page, and what its text alone makes of it.

use serde::{Deserialize, Serialize};

use crate::identifier::IdentifierKind;
use crate::interpret::NoRereading;
use crate::model::confidence::Confidence;
use crate::model::error::DocumentError;
use crate::model::geometry::BoundingBox;
use crate::model::location::PageNumber;
use crate::model::record::{PageRecord, PageState};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::page::interpret_page;
use crate::notice::{AccountCell, Gap, PageReading};
use crate::preview::Previews;
use crate::text::PageText;

/// What became of a page: its row, and what was understood of it (two readings where two pages
/// lie on one image).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct PageOutcome {
    pub record: PageRecord,
    pub readings: Vec<PageReading>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Previews>,
}

impl PageOutcome {
    /// A page that could not be read.
    pub(crate) fn failed(page: PageNumber, error: DocumentError) -> Self {
        let record = PageRecord {
            page,
            state: PageState::Failed,
            source: None,
            words: 0,
            error: Some(error),
        };
        Self {
            record,
            readings: Vec::new(),
            pictures: Vec::new(),
        }
    }
}

/// What a text says. Boxes stay those of the text.
pub(crate) fn from_text(number: PageNumber, text: &PageText) -> PageOutcome {
    let reading = interpret_page(number, text, &mut NoRereading);
    let record = PageRecord {
        page: number,
        state: PageState::Read,
        source: Some(TextSource::TextLayer),
        words: text.word_count(),
        error: None,
    };
    PageOutcome {
        record,
        readings: vec![reading],
        pictures: Vec::new(),
    }
}

/// How sure anybody can be of text that may not show on the page.
const UNSEEN: Confidence = Confidence::new(0.5);

/// What a black box does.
pub(crate) const BLACKED_OUT: &str = "a black box hides something";

/// Where something hides a value or is lost, for a reason, an account number that was not read may
/// be what it hides.
pub(crate) fn hide_account(reading: &mut PageReading, why: &str) {
    let read = reading.assessments.iter().any(|a| {
        a.candidate.kind == IdentifierKind::OnlineAccountNumber && a.decision != Verdict::Rejected
    });
    if !read {
        reading.account_cell = Some(AccountCell::Unreadable);
        reading.gaps.push(Gap::of_page(why));
    }
}

/// Moves the boxes of an outcome to where they lie on the page.
pub(crate) fn placed(
    mut outcome: PageOutcome,
    place: impl Fn(&BoundingBox) -> BoundingBox,
) -> PageOutcome {
    outcome.readings.iter_mut().for_each(|r| r.place(&place));
    outcome
}

/// A page whose text was read, but not so that a number on it can be accepted or called missing.
pub(crate) fn unsure(mut outcome: PageOutcome, error: Option<DocumentError>) -> PageOutcome {
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
