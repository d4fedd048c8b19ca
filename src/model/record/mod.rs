//! The answer for one document, and for the whole batch: the JSON contract, version 1.
//!
//! ```json
//! {"schema_version":1,"path":"scans/0003.pdf","outcome":"read","error":null,"page_count":1,
//!  "pages":[{"page":1,"state":"read","source":"text-layer","words":182,"error":null}],
//!  "notices":[{"pages":[1],"form":"I-797C","notice_type":"Receipt Notice","account_number":"found",
//!    "identifiers":[{"kind":"receipt_number","value":"IOE0912345678","verdict":"accepted","owner":"applicant","confidence":0.99,
//!      "sightings":[{"page":1,"box":[50.0,80.0,120.5,92.0],"printed":"IOE0912345678","source":"text-layer","label":"Receipt Number"}]}],
//!    "findings":[]}],
//!  "findings":[]}
//! ```
//! Boxes are x0, y0, x1, y1 in PDF points from the top left of the page as a viewer shows it.

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::identifier::{IdentifierKind, OnlineAccountNumber};
use crate::model::confidence::Confidence;
use crate::model::error::DocumentError;
use crate::model::finding::Finding;
use crate::model::location::{Location, PageNumber};
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;

mod previews;
pub use previews::{Crop, PagePicture, Png, Reading, Shows};

/// The version written as `schema_version`.
pub const SCHEMA_VERSION: u32 = 1;

/// How reading a document ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Outcome {
    /// Every page was read or is blank.
    Read,
    /// Some pages were read.
    Partly,
    /// No page was read.
    Failed,
    /// Not opened: not a document, or not a regular file.
    Skipped,
}

/// How reading a page ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum PageState {
    /// Text was read.
    Read,
    /// Nothing is printed on it.
    Blank,
    /// It could not be read; `error` says why.
    Failed,
}

/// What became of one page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PageRecord {
    /// The page, from 1.
    pub page: PageNumber,
    /// Read, blank, or failed.
    pub state: PageState,
    /// Text layer or OCR; `None` for a page that failed.
    pub source: Option<TextSource>,
    /// How many words were read.
    pub words: usize,
    /// Why it failed.
    pub error: Option<DocumentError>,
}

/// One place where a number stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sighting {
    /// Page and box.
    #[serde(flatten)]
    pub location: Location,
    /// The characters as printed.
    pub printed: String,
    /// The road by which they came.
    pub source: TextSource,
    /// The label that names the number, as printed; `None` where there is none.
    pub label: Option<String>,
}

/// A number with all that speaks for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct IdentifierRecord {
    /// Which of the three.
    pub kind: IdentifierKind,
    /// The canonical value.
    pub value: String,
    /// Accepted or to review.
    pub verdict: Verdict,
    /// Whose it is.
    pub owner: Owner,
    /// How sure, from 0 to 1.
    pub confidence: Confidence,
    /// Where it was seen; never empty.
    pub sightings: Vec<Sighting>,
    /// Why the verdict is what it is, in words without the number itself.
    pub evidence: Vec<String>,
}

/// What a notice says about the account number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum AccountNumberState {
    /// It stands there and was read.
    Found,
    /// Something was read; a person must look.
    Review,
    /// Its cell is printed and empty.
    Blank,
    /// The notice was read whole and has none.
    Absent,
    /// It cannot be said: something could not be read.
    Unreadable,
}

/// One notice: one or more pages of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct NoticeRecord {
    /// Its pages, ascending.
    pub pages: Vec<PageNumber>,
    /// Whether it is a notice of the agency; `false` for another paper with one of the numbers on it.
    #[serde(default = "is_notice_by_default")]
    pub is_notice: bool,
    /// `I-797`, `I-797A` … `I-797F`; `None` when the page names no form.
    pub form: Option<String>,
    /// Such as `Receipt Notice`.
    pub notice_type: Option<String>,
    /// The notice date as printed.
    pub notice_date: Option<String>,
    /// What it says about the account number.
    pub account_number: AccountNumberState,
    /// The numbers, in the order of the page.
    pub identifiers: Vec<IdentifierRecord>,
    /// What a person should know about this notice.
    pub findings: Vec<Finding>,
}

/// A candidate and what became of it, for `--explain`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Explanation {
    /// Page and box.
    #[serde(flatten)]
    pub location: Location,
    /// What was looked at, as printed.
    pub printed: String,
    /// Such as `receipt_number`; `None` when it is none of ours.
    pub kind: Option<IdentifierKind>,
    /// `accepted`, `review` or `rejected`.
    pub decision: Verdict,
    /// The reasons, strongest first.
    pub reasons: Vec<String>,
}

/// The answer for one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DocumentRecord {
    /// See [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// As given or found; lossy where it is not UTF-8.
    pub path: String,
    /// The path's bytes, percent-encoded, where it is not UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path_bytes: Option<String>,
    /// BLAKE3 hash of the content, in hex; `None` where it was not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_hash: Option<String>,
    /// How it ended.
    pub outcome: Outcome,
    /// Set unless every page was read.
    pub error: Option<DocumentError>,
    /// Pages of the document, 0 where it could not be opened.
    pub page_count: usize,
    /// One row a page.
    pub pages: Vec<PageRecord>,
    /// The notices in it.
    pub notices: Vec<NoticeRecord>,
    /// What a person should know about this document, and about others beside it.
    pub findings: Vec<Finding>,
    /// Only with `--explain`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explanations: Vec<Explanation>,
    /// Crops of numbers, only where [`crate::model::config::PreviewOptions`] asks for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub crops: Vec<Crop>,
    /// Pages as they were read, only where [`crate::model::config::PreviewOptions`] asks for them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<PagePicture>,
}

impl DocumentRecord {
    /// The record of a document of which nothing was read.
    pub fn unread(path: &Path, outcome: Outcome, error: DocumentError) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            path: path.to_string_lossy().into_owned(),
            path_bytes: path_bytes(path),
            content_hash: None,
            outcome,
            error: Some(error),
            page_count: 0,
            pages: Vec::new(),
            notices: Vec::new(),
            findings: Vec::new(),
            explanations: Vec::new(),
            crops: Vec::new(),
            pictures: Vec::new(),
        }
    }
}

/// The bytes of a path that is not UTF-8, percent-encoded.
fn path_bytes(path: &Path) -> Option<String> {
    if path.to_str().is_some() {
        return None;
    }
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'_' | b'.' | b'~');
    let encode = |b: &u8| {
        if plain(*b) {
            char::from(*b).to_string()
        } else {
            format!("%{b:02X}")
        }
    };
    Some(
        path.as_os_str()
            .as_encoded_bytes()
            .iter()
            .map(encode)
            .collect(),
    )
}

/// Reports written before the key was there hold notices, but for a few papers.
fn is_notice_by_default() -> bool {
    true
}

impl NoticeRecord {
    /// The client's online account number, where one was accepted: never the representative's own.
    pub fn account_number(&self) -> Option<OnlineAccountNumber> {
        self.identifiers
            .iter()
            .filter(|i| i.kind == IdentifierKind::OnlineAccountNumber)
            .filter(|i| i.verdict == Verdict::Accepted && i.owner != Owner::Representative)
            .find_map(|i| i.value.parse().ok())
    }
}

serde_plain::derive_display_from_serialize!(Outcome);
serde_plain::derive_display_from_serialize!(PageState);
serde_plain::derive_display_from_serialize!(AccountNumberState);
serde_plain::derive_fromstr_from_deserialize!(Outcome);
serde_plain::derive_fromstr_from_deserialize!(PageState);
serde_plain::derive_fromstr_from_deserialize!(AccountNumberState);
