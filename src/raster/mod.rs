//! Pages as they come: made upright, and their lines found, without reading a letter.
//!
//! [`prepare`] takes the grey pixels of one scan, fax or photograph and returns its [`PageLayout`]s: light evened out, the sheet of a
//! photograph flattened, oblong pixels squared, text running along x and level, with the boxes of the lines and the printed
//! rules. PreviewOptions are never chained: [`PageLayout::to_image`] leads from a page to the original pixels in one step, and
//! [`PageLayout::crop`] cuts each line from there. Which end of the page is up only reading tells: see [`PageLayout::promising_lines`]
//! and [`PageLayout::turned`].

mod background;
mod baseline;
mod binarize;
mod comb;
mod crop;
mod debug;
mod dewarp;
mod line_box;
mod lines;
mod occlusion;
mod page;
mod page_quad;
mod prepare;
mod rules;
mod sampling;
mod skew;
mod skipped;
mod transform;

pub use crop::{Crop, CropOptions};
pub use line_box::LineBox;
pub use page::PageLayout;
pub use prepare::prepare;
pub use rules::Rule;
pub use skipped::{Skipped, SkippedKind};
pub use transform::Transform;
