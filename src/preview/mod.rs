//! PreviewOptions for the person who compares a number with the paper: small crops, and whole pages with all that was seen on them.
//!
//! They are drawn in the page's own task, while its pixels are at hand, and travel on as encoded bytes; nothing is drawn
//! that was not asked for. Where numbers are to be masked, a picture begins as white paper and only words that are known to
//! hold no number are laid on it: what nobody could read, and every bar code, stays hidden.

mod annotate;
mod crop;
mod encode;
mod redact;
mod view;

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};
pub use view::{SKETCH_DPI, View};

use crate::model::config::PreviewOptions;
use crate::model::geometry::BoundingBox;
use crate::model::record::{Crop, PagePicture};
use crate::model::verdict::Verdict;
use crate::notice::PageReading;
use crate::text::PageText;

/// A page that was read, before its boxes are moved to the viewer's coordinates.
pub struct PageView<'a> {
    /// Its pixels.
    pub view: View<'a>,
    /// What was read.
    pub text: &'a PageText,
    /// What was understood.
    pub reading: &'a PageReading,
}

/// What was drawn of a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Previews {
    /// Crops, in the order of the page.
    pub crops: Vec<Crop>,
    /// The page with everything on it.
    pub page: Option<PagePicture>,
}

/// Whether a page has anything on it that a crop would show.
pub fn shows(reading: &PageReading) -> bool {
    reading.info.is_notice()
        || !reading.legible
        || reading
            .assessments
            .iter()
            .any(|c| c.decision != Verdict::Rejected)
}

/// Draws what is wanted of a page. `place` leads from boxes of the text to boxes of the page as a viewer shows it.
pub fn take(
    wanted: PreviewOptions,
    seen: &PageView<'_>,
    place: impl Fn(&BoundingBox) -> BoundingBox,
) -> Previews {
    let draw = || Previews {
        crops: if wanted.crops {
            crop::crops(seen, wanted.mask, &place)
        } else {
            Vec::new()
        },
        page: wanted
            .pages
            .then(|| annotate::page(seen, wanted.mask))
            .flatten(),
    };
    // A picture that cannot be drawn is no reason to lose what was read.
    catch_unwind(AssertUnwindSafe(draw)).unwrap_or_default()
}
