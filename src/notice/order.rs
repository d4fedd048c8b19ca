//! Dates of a case that cannot be: an approval before its receipt.

use jiff::civil::Date;

use super::nature::Nature;
use super::story::receipt_numbers;
use crate::identifier::ReceiptNumber;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::record::{FieldKind, NoticeRecord};

/// The receipt notices and approvals of a batch that bear a date: sixteen bytes for each.
#[derive(Debug, Default)]
pub(super) struct Order {
    receipts: Vec<Dated>,
    approvals: Vec<Dated>,
}

/// A dated notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Dated {
    case: ReceiptNumber,
    date: Date,
    document: u32,
}

impl Order {
    /// Takes note of a notice in a document.
    pub(super) fn add(&mut self, notice: &NoticeRecord, document: u32) {
        let notices = match Nature::of_notice(notice) {
            Some(Nature::Receipt) => &mut self.receipts,
            Some(Nature::Approval) => &mut self.approvals,
            _ => return,
        };
        let date = notice.fields.accepted(FieldKind::NoticeDate);
        let Some(date) = date.and_then(|date| date.parse().ok()) else {
            return;
        };
        let numbers = receipt_numbers(notice);
        // Masked numbers are none.
        let cases = numbers.filter_map(|number| ReceiptNumber::parse(&number.value).ok());
        notices.extend(cases.map(|case| Dated {
            case,
            date,
            document,
        }));
    }

    /// The cases whose first approval is older than their first receipt notice, in order of their
    /// numbers. `path` tells a document's path.
    pub(super) fn finish(self, path: impl Fn(u32) -> String) -> Vec<Finding> {
        let receipts = first_of_each(self.receipts);
        let approvals = first_of_each(self.approvals);
        let late = approvals.into_iter().filter_map(|approval| {
            let at = receipts.binary_search_by_key(&approval.case, |receipt| receipt.case);
            let receipt = receipts[at.ok()?];
            (approval.date < receipt.date).then(|| finding(approval, receipt, &path))
        });
        late.collect()
    }

    /// Bytes that are kept.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        (self.receipts.capacity() + self.approvals.capacity()) * size_of::<Dated>()
    }
}

/// The earliest notice of each case.
fn first_of_each(mut notices: Vec<Dated>) -> Vec<Dated> {
    notices.sort_unstable();
    notices.dedup_by_key(|notice| notice.case);
    notices
}

fn finding(approval: Dated, receipt: Dated, path: impl Fn(u32) -> String) -> Finding {
    let message = format!(
        "{{0}} was approved on {}, before its receipt notice of {}",
        approval.date, receipt.date
    );
    let mut finding = Finding::new(
        FindingKind::DatesOutOfOrder,
        Severity::Warning,
        message,
        "compare both dates with the pages; one of them may be misread",
    );
    finding.values = vec![approval.case.to_string()];
    finding.documents = vec![path(approval.document), path(receipt.document)];
    finding.documents.dedup();
    finding
}

#[cfg(test)]
#[path = "order_tests.rs"]
mod tests;
