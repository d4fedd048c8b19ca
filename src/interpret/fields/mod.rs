//! The fields of a page beside the three numbers: what the notice is, for whom, and by when.
//!
//! Pure functions on what [`meaning`](super::meaning) understood of the page: its labels, its typed
//! values, and where this page puts values from their labels. Each file reads a few fields and
//! returns what it saw; [`choose`] decides between sightings that differ. A reading that the page
//! leaves in doubt goes to review.

mod again;
mod amount;
mod appointment;
mod case_type;
mod choose;
mod confirm;
mod dates;
mod details;
mod filer;
mod label;
mod letter;
mod list;
mod name;
mod notice_type;
mod people;
mod phrases;
mod place;
mod printed_type;
mod seen;
mod sheet;
mod spoken_dates;
mod spoken_names;
mod timed_day;
mod title;
mod type_words;
mod whole_name;
mod words;

#[cfg(test)]
mod composed;
#[cfg(test)]
mod designs_tests;
#[cfg(test)]
mod person_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod traps;
#[cfg(test)]
mod wordings;

pub use case_type::FILED as FORMS;
pub use confirm::confirm;
pub use seen::{FieldReading, Rank, Unsure};

use super::meaning::{Layout, Meaning};
use crate::model::geometry::BoundingBox;
use crate::text::PageText;
use sheet::Page;

/// The fields of a page, and whose its A-Numbers are.
#[derive(Debug, Clone, Default)]
pub struct PageFields {
    /// One or more readings a field, the one that counts first.
    pub readings: Vec<FieldReading>,
    /// Places of A-Numbers with the names of their persons, as printed.
    pub owners: Vec<(BoundingBox, String)>,
}

/// Reads the fields of a page.
pub(super) fn read(page: &PageText, meaning: &Meaning, layout: &Layout) -> PageFields {
    let page = Page::new(page, meaning, layout);
    let labels = label::labels(&page);
    let mut seen = Vec::new();
    notice_type::read(&page, &labels, &mut seen);
    case_type::read(&page, &labels, &mut seen);
    dates::read(&page, &mut seen);
    spoken_dates::read(&page, &mut seen);
    letter::read(&page, &mut seen);
    people::read(&page, &labels, &mut seen);
    details::read(&page, &labels, &mut seen);
    amount::read(&page, &labels, &mut seen);
    appointment::read(&page, &labels, &mut seen);
    filer::addressed(&page, &mut seen);
    let readings = choose::choose(&page, seen);
    let owners = people::owners(&page, &readings);
    PageFields { readings, owners }
}
