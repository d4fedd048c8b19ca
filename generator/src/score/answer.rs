//! What the program answered and what the files say, in the few keys that scoring reads.
//!
//! These types are looser than the program's own, so that answers of older and newer versions and
//! truths from elsewhere can be scored: an unknown key is passed over and most keys may be missing.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::notice::AccountCell;

/// The answer for one file: a line of the program's `jsonl` report.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The path as the program wrote it; `None` on lines that are about no file.
    pub path: Option<String>,
    /// `read`, `partly`, `failed` or `skipped`.
    pub outcome: String,
    /// One entry a page.
    pub pages: Vec<PageAnswer>,
    /// The notices.
    pub notices: Vec<NoticeAnswer>,
    /// What is said of the whole file.
    pub findings: Vec<FindingAnswer>,
}

/// What became of a page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PageAnswer {
    /// From 1.
    pub page: usize,
    /// `read`, `blank` or `failed`.
    pub state: String,
}

/// A notice as it was read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NoticeAnswer {
    /// Its pages, from 1.
    pub pages: Vec<usize>,
    /// Whether it is a notice, not another paper with a number on it.
    pub is_notice: bool,
    /// The form it is printed on.
    pub form: Option<String>,
    /// Such as `Receipt Notice`.
    pub notice_type: Option<String>,
    /// The notice date as printed.
    pub notice_date: Option<String>,
    /// `found`, `review`, `blank`, `absent` or `unreadable`.
    pub account_number: String,
    /// The numbers.
    pub identifiers: Vec<IdentifierAnswer>,
    /// What is said of the notice.
    pub findings: Vec<FindingAnswer>,
    /// The other fields, by name; missing in older versions.
    pub fields: Option<Map<String, Value>>,
}

/// A number as it was read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct IdentifierAnswer {
    /// `receipt_number`, `a_number` or `online_account_number`.
    pub kind: String,
    /// The canonical value.
    pub value: String,
    /// `accepted` or `review`.
    pub verdict: String,
    /// Whose it is.
    pub owner: Option<String>,
}

/// A finding, of which only the kind counts.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FindingAnswer {
    /// Its kind.
    pub kind: String,
}

/// What a file says: a row of `truth.jsonl`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Truth {
    /// Path of the file, relative to `truth.jsonl`.
    pub file: String,
    /// The set or the author's family that the file belongs to.
    pub split: String,
    /// The layout of every item.
    pub layouts: Vec<String>,
    /// Damage and format, as `skewed/pdf-jpeg`.
    pub damage: String,
    /// The password that opens the file.
    pub password: Option<String>,
    /// The notices.
    pub notices: Vec<NoticeSays>,
}

/// What a notice says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NoticeSays {
    /// Receipt numbers.
    pub receipt_numbers: Vec<String>,
    /// A-Numbers as printed.
    pub a_numbers: Vec<String>,
    /// Online account numbers of applicants and petitioners.
    pub account_numbers: Vec<String>,
    /// The account number's cell; `None` where the truth does not tell.
    pub account_cell: Option<AccountCell>,
    /// Other fields, by name, as printed.
    pub fields: Option<Map<String, Value>>,
    /// Its pages, from 1.
    pub pages: Vec<usize>,
}
