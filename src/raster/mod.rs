//! Page preprocessing and layout analysis: illumination correction, deskew, dewarp, rule removal
//! and line detection. No recognition happens here.
//!
//! `prepare` takes the grey pixels of one scan, fax or photograph and returns its
//! [`PageLayout`]s. The background is estimated, a photographed page is dewarped, oblong pixels
//! are made square, and the page is rotated and deskewed so that text runs along x. The result
//! holds the boxes of the text lines and the printed rules. Resampling is never chained:
//! [`PageLayout::to_image`] maps a page to the original pixels in one step, and
//! [`PageLayout::crop`] samples each line from there. Telling the top of a page from its bottom
//! takes recognition: see [`PageLayout::promising_lines`] and [`PageLayout::turned`].

mod background;
mod baseline;
mod binarize;
mod blackout;
mod box_sides;
mod cell_line;
mod comb;
mod crop;
mod debug;
mod dewarp;
mod leader;
mod line_box;
mod lines;
mod long_runs;
mod lost_rows;
mod occlusion;
mod page;
mod page_quad;
mod prepare;
mod reverse;
mod rule;
mod rules;
mod sampling;
mod skew;
mod skipped;
mod tint;
mod transform;

pub use blackout::blackouts;
pub use crop::{Crop, CropOptions};
pub use line_box::LineBox;
pub use page::PageLayout;
pub use prepare::prepare;
pub use rule::Rule;
pub use skipped::{Skipped, SkippedKind};
pub use transform::Transform;
