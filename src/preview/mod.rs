//! Preview images for reviewers: crops of single numbers, and annotated pages.
//!
//! They are rendered in the page's own task, while its pixels are in memory, and passed on as
//! encoded bytes. Nothing is rendered unless requested. A masked preview starts as white paper and
//! shows only words that certainly contain no number, so unreadable print and barcodes stay hidden.

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

/// A page that was read, before its boxes are mapped to the viewer's coordinates.
pub struct PageView<'a> {
    /// The pixels.
    pub view: View<'a>,
    /// The text.
    pub text: &'a PageText,
    /// The interpretation of the text.
    pub reading: &'a PageReading,
}

/// The previews of a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Previews {
    /// Crops, in page order.
    pub crops: Vec<Crop>,
    /// The annotated page.
    pub page: Option<PagePicture>,
}

/// Whether a page has anything that a crop would show.
pub fn shows(reading: &PageReading) -> bool {
    reading.info.is_notice()
        || !reading.legible
        || reading
            .assessments
            .iter()
            .any(|c| c.decision != Verdict::Rejected)
}

/// Renders the previews requested for a page. `place` maps boxes of the text to boxes of the page
/// as a viewer shows it.
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
    // A preview that fails to render must not lose what was read.
    catch_unwind(AssertUnwindSafe(draw)).unwrap_or_default()
}
