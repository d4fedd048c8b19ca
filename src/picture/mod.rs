//! Pictures for the person who compares a number with the paper: small crops, and whole pages with all that was seen on them.
//!
//! They are drawn in the page's own task, while its pixels are at hand, and travel on as encoded bytes; nothing is drawn
//! that was not asked for. Where numbers are to be masked, a picture begins as white paper and only words that are known to
//! hold no number are laid on it: what nobody could read, and every bar code, stays hidden.

mod annotate;
mod cover;
mod crop;
mod encode;
mod view;

use crate::config::Pictures;
use crate::geometry::BoundingBox;
use crate::notice::PageReading;
use crate::record::{Crop, Decision, PagePicture};
use crate::text::PageText;
use serde::{Deserialize, Serialize};
use std::panic::{AssertUnwindSafe, catch_unwind};

pub use view::{SKETCH_DPI, View};

/// A page that was read, before its boxes are moved to the viewer's coordinates.
pub struct Seen<'a> {
    /// Its pixels.
    pub view: View<'a>,
    /// What was read.
    pub text: &'a PageText,
    /// What was understood.
    pub reading: &'a PageReading,
}

/// What was drawn of a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    /// Crops, in the order of the page.
    pub crops: Vec<Crop>,
    /// The page with everything on it.
    pub page: Option<PagePicture>,
}

/// Whether a page has anything on it that a crop would show.
pub fn shows(reading: &PageReading) -> bool {
    reading.marks.is_notice() || !reading.legible || reading.claims.iter().any(|c| c.decision != Decision::Rejected)
}

/// Draws what is wanted of a page. `place` leads from boxes of the text to boxes of the page as a viewer shows it.
pub fn take(wanted: Pictures, seen: &Seen<'_>, place: impl Fn(&BoundingBox) -> BoundingBox) -> Taken {
    let draw = || Taken {
        crops: if wanted.crops { crop::crops(seen, wanted.mask, &place) } else { Vec::new() },
        page: wanted.pages.then(|| annotate::page(seen, wanted.mask)).flatten(),
    };
    // A picture that cannot be drawn is no reason to lose what was read.
    catch_unwind(AssertUnwindSafe(draw)).unwrap_or_default()
}
