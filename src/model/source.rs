//! The way by which a text reached us.

use serde::{Deserialize, Serialize};

/// The road by which a text came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TextSource {
    /// Visible glyphs of a PDF: never was a picture.
    TextLayer,
    /// Read from pixels.
    Ocr,
    /// Decoded from a barcode.
    Barcode,
    /// Said by a person at the review desk; read by nobody.
    Person,
}

serde_plain::derive_display_from_serialize!(TextSource);
serde_plain::derive_fromstr_from_deserialize!(TextSource);
