//! What the text of a page tells, held against its pixels.

use crate::document::Page;
use crate::identifier::IdentifierKind;
use crate::interpret::{Assessment, FieldReading, find_candidates};
use crate::model::error::{DocumentError, ErrorKind};
use crate::model::geometry::BoundingBox;
use crate::model::location::PageNumber;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;
use crate::notice::{AccountCell, PageReading};
use crate::pipeline::outcome::{BLACKED_OUT, PageOutcome, from_text, hide_account};
use crate::pipeline::verify::{Doubt, Sight, has_black_picture, has_other_print, take_doubtful};
use crate::text::PageText;

/// Boxes that share more than this of the smaller one are one place.
const SAME_PLACE: f32 = 0.3;

const UNDRAWN: &str = "a form field or annotation that viewers draw differently";

/// A page read from its text, and what of that the pixels do not confirm.
pub(crate) struct Told {
    /// What is certain.
    pub outcome: PageOutcome,
    doubts: Vec<Doubt>,
    /// There is print on the page that is no text.
    other_print: bool,
}

impl Told {
    /// Reads the text and looks at what it says.
    pub(super) fn of(number: PageNumber, page: &Page, text: &PageText) -> Self {
        let mut outcome = from_text(number, text);
        if let Some(opposite) = &page.opposite {
            let mut other = from_text(number, opposite);
            let readings = other.readings.iter_mut();
            readings.for_each(|r| r.place(|bounds| page.turned_over(bounds)));
            outcome.record.words += other.record.words;
            outcome.readings.append(&mut other.readings);
        }
        let mut doubts: Vec<Doubt> = outcome
            .readings
            .iter_mut()
            .flat_map(|reading| take_doubtful(page, reading))
            .collect();
        hide_covered_cells(page, &mut outcome);
        for reading in &mut outcome.readings {
            reading.place(|bounds| page.place(bounds));
        }
        for doubt in &mut doubts {
            let candidate = &mut doubt.assessment.candidate;
            candidate.bounds = page.place(&candidate.bounds).rounded();
        }
        Self {
            outcome,
            doubts,
            other_print: has_other_print(page),
        }
    }

    /// Whether the pixels of the page have to be read.
    pub(super) fn is_doubtful(&self) -> bool {
        self.other_print || !self.doubts.is_empty()
    }

    /// Whether two notices stand head to head on the page, so that no reading of all its pixels is
    /// one of either.
    pub(super) fn is_of_two(&self) -> bool {
        self.outcome.readings.len() > 1
    }

    /// The outcome where the pixels cannot be read: nothing doubtful is accepted, nothing is
    /// missing.
    pub(super) fn unsettled(mut self) -> PageOutcome {
        let doubts = std::mem::take(&mut self.doubts);
        for reading in &mut self.outcome.readings {
            reading.legible = false;
            reading.account_cell = reading.account_cell.map(|_| AccountCell::Unreadable);
            for field in &mut reading.fields {
                field.doubt("what the text of the page says elsewhere does not show on it");
            }
        }
        if let Some(reading) = self.outcome.readings.first_mut() {
            let doubts = doubts.into_iter().map(Doubt::for_review);
            reading.assessments.extend(doubts);
        }
        if self.other_print {
            let message = "the page has images of print that were not read";
            let unread = || DocumentError::new(ErrorKind::Unreadable, message);
            self.outcome.record.error.get_or_insert_with(unread);
        }
        self.outcome
    }

    /// The outcome after the pixels were read: what text and pixels agree on stays, what only the
    /// pixels show is added as they show it, and what only the text says is for review where
    /// something is seen at its place.
    pub(super) fn settled_by(mut self, mut seen: PageOutcome, page: &Page) -> PageOutcome {
        let (Some(told), Some(shown)) = (self.outcome.readings.pop(), seen.readings.first_mut())
        else {
            return seen;
        };
        add_certain(shown, told);
        for doubt in self.doubts {
            add_doubtful(shown, doubt);
        }
        doubt_odd_drawing(shown, page);
        seen
    }
}

/// A cell is not blank, a number not absent, where something hides what stands there.
fn hide_covered_cells(page: &Page, outcome: &mut PageOutcome) {
    let hidden = || {
        page.covered
            .iter()
            .flat_map(find_candidates)
            .any(|c| c.kind == IdentifierKind::OnlineAccountNumber)
    };
    if page.has_blackout() || has_black_picture(page) || hidden() {
        let readings = outcome.readings.iter_mut();
        readings.for_each(|reading| hide_account(reading, BLACKED_OUT));
    }
}

impl Doubt {
    fn for_review(self) -> Assessment {
        let mut assessment = self.assessment;
        assessment.disputed = true;
        assessment.weaken(match self.sight {
            Sight::Undrawn => UNDRAWN,
            _ => "the page does not show what its text says there",
        });
        assessment
    }
}

/// What was read from text and is seen replaces what was read from the pixels at the same place.
fn add_certain(shown: &mut PageReading, told: PageReading) {
    let certain = |a: &Assessment| a.decision != Verdict::Rejected;
    shown.assessments.retain(|pixel| {
        !told.assessments.iter().any(|text| {
            certain(text)
                && (same_place(pixel, text)
                    || pixel.candidate.kind == text.candidate.kind
                        && pixel.candidate.value == text.candidate.value)
        })
    });
    if told.info.is_notice() {
        shown.info = told.info;
    }
    shown.fields = fields_of_both(std::mem::take(&mut shown.fields), told.fields);
    shown.account_cell = shown.account_cell.max(told.account_cell);
    for role in told.roles {
        if !shown.roles.contains(&role) {
            shown.roles.push(role);
        }
    }
    shown
        .assessments
        .extend(told.assessments.into_iter().filter(certain));
    if shown.assessments.iter().any(is_account) {
        shown.account_cell = None;
    }
}

/// Characters drawn over each other look like others, and those drawn in another order than they
/// stand in are no typing of this number: what is read from them needs a person.
fn doubt_odd_drawing(shown: &mut PageReading, page: &Page) {
    for assessment in &mut shown.assessments {
        let why = odd_drawing(page, &assessment.candidate.bounds, assessment.source);
        if let Some(why) = why {
            assessment.weaken(why);
        }
    }
    for field in &mut shown.fields {
        if let Some(why) = odd_drawing(page, &field.bounds, field.source) {
            field.doubt(why);
        }
    }
}

/// What is odd about how the characters at a place are drawn, where they were read from pixels.
fn odd_drawing(page: &Page, place: &BoundingBox, source: TextSource) -> Option<&'static str> {
    if source != TextSource::Ocr {
        return None;
    }
    let spelled = page.spelled(&page.unplaced(place))?;
    if spelled.overlaps {
        Some("its characters are drawn over each other")
    } else if spelled.undrawn {
        Some(UNDRAWN)
    } else {
        let why = "its digits are drawn in another order than they stand in";
        spelled.backwards.then_some(why)
    }
}

/// Fields as the text says them, where the pixels do not say otherwise; where they do, a person
/// must look. What only the pixels show is added.
fn fields_of_both(shown: Vec<FieldReading>, told: Vec<FieldReading>) -> Vec<FieldReading> {
    let rival = |field: &FieldReading| {
        let sure = |s: &&FieldReading| s.kind == field.kind && s.verdict == Verdict::Accepted;
        let mut seen = shown.iter().filter(sure).peekable();
        seen.peek().is_some() && !seen.any(|s| s.value == field.value)
    };
    let mut fields: Vec<FieldReading> = told;
    for field in &mut fields {
        if rival(field) {
            field.doubt("the page does not show what its text says there");
        }
    }
    let missing = |s: &FieldReading| !fields.iter().any(|f| f.kind == s.kind);
    let added: Vec<FieldReading> = shown.into_iter().filter(|s| missing(s)).collect();
    fields.extend(added);
    fields
}

fn add_doubtful(shown: &mut PageReading, doubt: Doubt) {
    let account = is_account(&doubt.assessment);
    let settled = shown.assessments.iter().any(|pixel| {
        pixel.decision != Verdict::Rejected
            && (same_place(pixel, &doubt.assessment)
                || pixel.candidate.kind == doubt.assessment.candidate.kind
                    && pixel.candidate.value == doubt.assessment.candidate.value)
    });
    if settled {
        return;
    }
    match doubt.sight {
        Sight::Seen => {}
        Sight::Covered => {
            if account && !shown.assessments.iter().any(is_account) {
                shown.account_cell = Some(AccountCell::Unreadable);
            }
            // What is covered may be the receipt number or anything else: nothing is missing here.
            shown.legible &= account;
        }
        Sight::Differs | Sight::Undrawn => {
            if account {
                shown.account_cell = None;
            }
            shown.assessments.push(doubt.for_review());
        }
    }
}

fn same_place(a: &Assessment, b: &Assessment) -> bool {
    a.candidate.bounds.overlap(&b.candidate.bounds) > SAME_PLACE
}

fn is_account(assessment: &Assessment) -> bool {
    assessment.candidate.kind == IdentifierKind::OnlineAccountNumber
        && assessment.decision != Verdict::Rejected
}
