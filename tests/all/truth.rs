//! The ground truth of the fixtures, and comparison with it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::contract::{AccountNumber, Document, Kind, Owner, Verdict};
use crate::program::{all_notices, fixture};

/// A row of `fixtures/truth.jsonl`; keys that no test needs are left out.
#[derive(Debug, Deserialize)]
pub(crate) struct Truth {
    pub file: String,
    pub damage: String,
    pub pages: usize,
    #[serde(default)]
    pub findings: Vec<String>,
    pub notices: Vec<NoticeTruth>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct NoticeTruth {
    pub form: String,
    pub receipt_numbers: Vec<String>,
    pub a_numbers: Vec<String>,
    pub account_numbers: Vec<String>,
    #[serde(default)]
    pub representative_account_numbers: Vec<String>,
    pub account_cell: Cell,
    /// What else is printed on the notice, by the names of the fields.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    pub pages: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Cell {
    Filled,
    Blank,
    Absent,
}

impl NoticeTruth {
    /// Its numbers of a kind, canonical; the representative's are left out.
    pub(crate) fn numbers(&self, kind: Kind) -> BTreeSet<String> {
        match kind {
            Kind::ReceiptNumber => self.receipt_numbers.iter().cloned().collect(),
            Kind::OnlineAccountNumber => self.account_numbers.iter().cloned().collect(),
            Kind::ANumber => self
                .a_numbers
                .iter()
                .map(|n| format!("A{:0>9}", n.trim_start_matches('A')))
                .collect(),
        }
    }

    /// What is to be said of its account number.
    pub(crate) fn state(&self) -> AccountNumber {
        match self.account_cell {
            Cell::Filled => AccountNumber::Found,
            Cell::Blank => AccountNumber::Blank,
            Cell::Absent => AccountNumber::Absent,
        }
    }
}

pub(crate) const KINDS: [Kind; 3] = [
    Kind::ReceiptNumber,
    Kind::ANumber,
    Kind::OnlineAccountNumber,
];

/// All rows.
pub(crate) fn truths() -> Vec<Truth> {
    let text = std::fs::read_to_string(fixture("truth.jsonl")).expect("the fixtures are there");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a row of the truth is JSON"))
        .collect()
}

/// Every row with what was read of its file in the run that all tests share.
pub(crate) fn read_truths() -> Vec<(Truth, &'static Document)> {
    let (_, report) = all_notices();
    let find = |truth: Truth| {
        let path = fixture(&truth.file);
        let read = report
            .documents
            .iter()
            .find(|document| document.path == path.to_string_lossy());
        let read = read.unwrap_or_else(|| panic!("{} has no row", truth.file));
        (truth, read)
    };
    truths().into_iter().map(find).collect()
}

/// The values in a document of a kind and a verdict, the representative's or the others'.
pub(crate) fn reported(
    document: &Document,
    kind: Kind,
    verdict: Verdict,
    representative: bool,
) -> BTreeSet<String> {
    let all = document
        .notices
        .iter()
        .flat_map(|notice| &notice.identifiers);
    let wanted = all.filter(|i| {
        i.kind == kind
            && i.verdict == verdict
            && (i.owner == Owner::Representative) == representative
    });
    wanted.map(|i| i.value.clone()).collect()
}

#[test]
fn the_truth_covers_the_folder() {
    let mut listed: Vec<String> = truths().into_iter().map(|truth| truth.file).collect();
    listed.sort();
    let entries = std::fs::read_dir(fixture("notices")).expect("the fixtures are there");
    let mut there: Vec<String> = entries
        .map(|entry| {
            format!(
                "notices/{}",
                entry
                    .expect("an entry can be read")
                    .file_name()
                    .to_string_lossy()
            )
        })
        .collect();
    there.sort();
    assert_eq!(listed, there);
}
