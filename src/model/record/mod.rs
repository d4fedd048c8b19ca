//! The record of one document: the JSON contract, version 1.
//!
//! ```json
//! {"schema_version":1,"path":"scans/0003.pdf","outcome":"read","error":null,"page_count":1,
//!  "pages":[{"page":1,"state":"read","source":"text-layer","words":182,"error":null}],
//!  "notices":[{"pages":[1],"form":"I-797C","notice_type":"Receipt Notice",
//!    "notice_date":"04/01/2021","account_number":"found",
//!    "identifiers":[{"kind":"receipt_number","value":"IOE0912345678","verdict":"accepted",
//!      "owner":"applicant","confidence":0.99,
//!      "sightings":[{"page":1,"box":[50.0,80.0,120.5,92.0],"printed":"IOE0912345678",
//!        "source":"text-layer","label":"Receipt Number"}],
//!      "evidence":["directly after its label"]}],
//!    "findings":[]}],
//!  "findings":[]}
//! ```
//! Boxes are x0, y0, x1, y1 in PDF points from the top left of the page as a viewer shows it. Later
//! versions may add keys; existing keys keep their meaning.

use std::path::Path;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::identifier::{IdentifierKind, OnlineAccountNumber};
use crate::model::confidence::Confidence;
use crate::model::error::DocumentError;
use crate::model::finding::Finding;
use crate::model::location::{Location, PageNumber};
use crate::model::mark::Mark;
use crate::model::owner::Owner;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;

mod decided;
mod fields;
mod previews;
pub use decided::{Settled, Subject, WholeDocument};
pub use fields::{FieldClass, FieldKind, FieldRecord, NoticeFields};
pub use previews::{Crop, PagePicture, Png, Reading, Shows};

/// The value of `schema_version`.
pub const SCHEMA_VERSION: u32 = 1;

/// The outcome of reading a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Outcome {
    /// Every page was read or is blank.
    Read,
    /// Some pages were read.
    Partly,
    /// No page was read.
    Failed,
    /// The file was not opened: not a document, or not a regular file.
    Skipped,
}

/// The outcome of reading a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum PageState {
    /// Text was read.
    Read,
    /// The page is blank.
    Blank,
    /// The page could not be read; `error` says why.
    Failed,
}

/// The record of one page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct PageRecord {
    /// The page, from 1.
    pub page: PageNumber,
    /// Read, blank, or failed.
    pub state: PageState,
    /// Text layer or OCR; `None` if the page failed.
    pub source: Option<TextSource>,
    /// The number of words read.
    pub words: usize,
    /// Why the page failed.
    pub error: Option<DocumentError>,
}

/// One occurrence of a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Sighting {
    /// Page and box.
    #[serde(flatten)]
    pub location: Location,
    /// The characters as printed.
    pub printed: String,
    /// How they were obtained.
    pub source: TextSource,
    /// The label of the number, as printed; `None` if there is none.
    pub label: Option<String>,
}

/// A number with its evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct IdentifierRecord {
    /// Which of the three kinds of number it is.
    pub kind: IdentifierKind,
    /// The canonical value.
    pub value: String,
    /// Accepted or review.
    pub verdict: Verdict,
    /// Whose it is.
    pub owner: Owner,
    /// The confidence, from 0 to 1.
    pub confidence: Confidence,
    /// Where it was found; never empty.
    pub sightings: Vec<Sighting>,
    /// The reasons for the verdict, without the number itself.
    pub evidence: Vec<String>,
    /// Whose A-Number it is, where the page names somebody in its cell or row; as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// What a person decided; the confidence is then the person's, not a reading's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Mark>,
}

/// What a notice says about the account number.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum AccountNumberState {
    /// The number is on the notice and was accepted.
    Found,
    /// A number was read but needs review.
    Review,
    /// The field is printed but blank.
    Blank,
    /// The whole notice was read and has no number.
    Absent,
    /// Unknown, because something could not be read.
    Unreadable,
}

/// A notice: one or more pages of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct NoticeRecord {
    /// Its pages, ascending.
    pub pages: Vec<PageNumber>,
    /// Whether it is a notice of the agency; `false` for another paper with one of the numbers on
    /// it.
    #[serde(default = "is_notice_by_default")]
    pub is_notice: bool,
    /// `I-797`, `I-797A` … `I-797F`; `None` when the page names no form.
    pub form: Option<String>,
    /// The notice type, such as `Receipt Notice`.
    pub notice_type: Option<String>,
    /// The notice date as printed.
    pub notice_date: Option<String>,
    /// The state of the account number.
    pub account_number: AccountNumberState,
    /// The other fields.
    #[serde(default, skip_serializing_if = "NoticeFields::is_empty")]
    pub fields: NoticeFields,
    /// The numbers, in page order.
    pub identifiers: Vec<IdentifierRecord>,
    /// Findings about this notice.
    pub findings: Vec<Finding>,
    /// Decisions on values that the notice does not have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<Settled>,
}

/// A candidate with its verdict, for `--explain`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Explanation {
    /// Page and box.
    #[serde(flatten)]
    pub location: Location,
    /// The candidate, as printed.
    pub printed: String,
    /// The kind of number, such as `receipt_number`; `None` if it is none of the three.
    pub kind: Option<IdentifierKind>,
    /// `accepted`, `review` or `rejected`.
    pub decision: Verdict,
    /// The reasons, strongest first.
    pub reasons: Vec<String>,
}

/// The record of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct DocumentRecord {
    /// See [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The path as given or found; lossy if it is not UTF-8.
    pub path: String,
    /// The bytes of the path, percent-encoded, if it is not UTF-8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path_bytes: Option<String>,
    /// The BLAKE3 hash of the content, in hex; `None` if it was not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content_hash: Option<String>,
    /// The outcome.
    pub outcome: Outcome,
    /// Set unless every page was read.
    pub error: Option<DocumentError>,
    /// The number of pages; 0 if the document could not be opened.
    pub page_count: usize,
    /// One record per page.
    pub pages: Vec<PageRecord>,
    /// The notices in the document.
    pub notices: Vec<NoticeRecord>,
    /// Findings about this document, also in relation to others.
    pub findings: Vec<Finding>,
    /// What a person decided on a document that could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Mark>,
    /// All candidates with their verdicts; empty without `--explain`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub explanations: Vec<Explanation>,
    /// Crops of numbers, if [`crate::model::config::PreviewOptions`] requests them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(skip)]
    pub crops: Vec<Crop>,
    /// Annotated pages, if [`crate::model::config::PreviewOptions`] requests them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(skip)]
    pub pictures: Vec<PagePicture>,
}

impl DocumentRecord {
    /// Says where the file is.
    pub fn set_path(&mut self, path: &Path) {
        self.path = path.to_string_lossy().into_owned();
        self.path_bytes = path_bytes(path);
    }

    /// Creates the record of a document that could not be read at all.
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
            decided: None,
            explanations: Vec::new(),
            crops: Vec::new(),
            pictures: Vec::new(),
        }
    }
}

/// The percent-encoded bytes of a path that is not UTF-8; `None` for other paths.
fn path_bytes(path: &Path) -> Option<String> {
    if path.to_str().is_some() {
        return None;
    }
    let bytes = path.as_os_str().as_encoded_bytes().iter();
    Some(bytes.map(|byte| percent_encoded(*byte)).collect())
}

fn percent_encoded(byte: u8) -> String {
    match byte {
        b'/' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    }
}

/// Reports written before the key was there hold notices, but for a few papers.
fn is_notice_by_default() -> bool {
    true
}

impl NoticeRecord {
    /// The client's accepted online account number, never that of the representative.
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
