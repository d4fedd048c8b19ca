//! The source of a text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a text was obtained.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum TextSource {
    /// From the visible text of a PDF.
    TextLayer,
    /// By OCR.
    Ocr,
    /// From a barcode.
    Barcode,
    /// Entered by a reviewer.
    Person,
}

serde_plain::derive_display_from_serialize!(TextSource);
serde_plain::derive_fromstr_from_deserialize!(TextSource);
