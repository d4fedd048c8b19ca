//! Copied pages are compared with their source before anybody gets them: pixel by pixel, as a
//! viewer shows both.

use std::sync::Arc;

use super::copy;
use super::unclear;
use crate::document::pdf::PdfFile;
use crate::document::scan;
use crate::model::config::Config;
use crate::model::error::DocumentError;

/// Fine enough that a missing line of text changes pixels, in dots per inch.
const DPI: f32 = 50.0;

/// Copies the pages at these 0-based indices, in this order.
///
/// # Errors
/// When they cannot be copied whole, or the copy does not look like them.
pub(in crate::document) fn pages(
    file: &Arc<PdfFile>,
    indices: &[usize],
    config: &Config,
) -> Result<Vec<u8>, DocumentError> {
    let copied = copy::pages(file, indices)?;
    let (copy, _) = PdfFile::open(copied.clone(), config)?;
    if copy.page_count() != indices.len() {
        return Err(unclear("the copy has a different number of pages"));
    }
    for (at, index) in indices.iter().enumerate() {
        // A page that cannot be drawn at all looks the same where its copy cannot be either.
        let look = |file: &PdfFile, index| scan::sketch(file, index, DPI).ok();
        let source = look(file, *index);
        let copy = look(&copy, at);
        if source.map(|image| image.pixels) != copy.map(|image| image.pixels) {
            let message = format!(
                "page {} would not look the same in a file of its own",
                index + 1
            );
            return Err(unclear(&message));
        }
    }
    Ok(copied)
}
