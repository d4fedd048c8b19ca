//! Pages as they come: made upright, and their lines found, without reading a letter.
//!
//! [`prepare`] takes the grey pixels of one scan, fax or photograph and returns its [`Page`]s: light evened out, the sheet of a
//! photograph flattened, oblong pixels squared, text running along x and level, with the boxes of the lines and the printed
//! rules. Pictures are never chained: [`Page::to_image`] leads from a page to the original pixels in one step, and
//! [`Page::crop`] cuts each line from there. Which end of the page is up only reading tells: see [`Page::promising_lines`]
//! and [`Page::turned`].

mod bridge;
mod crop;
mod debug;
mod fit;
mod light;
mod line;
mod mask;
mod outline;
mod page;
mod prepare;
mod rule;
mod sampling;
mod sheet;
mod skew;
mod transform;

pub use crop::{Crop, CropOptions};
pub use line::LineBox;
pub use page::{Page, Skipped, SkippedKind};
pub use prepare::prepare;
pub use rule::Rule;
pub use transform::Transform;
