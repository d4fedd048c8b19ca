//! Some pages of a document as a PDF of their own, for `extract split`: pages of a PDF are copied
//! object by object, pictures are laid on a page without loss.
//!
//! Nothing is drawn again, and nothing of the other pages comes along: see [`copy`] and
//! [`resources`].

mod annotations;
mod check;
mod copy;
mod layers;
mod names;
mod picture;
mod resources;
mod write;

pub(super) use check::pages;
pub(super) use picture::{Coding, Raster, page_of};

use crate::model::error::{DocumentError, ErrorKind};

/// Why pages are not copied: what they need could not be told from what belongs to other pages.
fn unclear(message: &str) -> DocumentError {
    DocumentError::new(ErrorKind::Unsupported, message)
}

#[cfg(test)]
mod tests;
