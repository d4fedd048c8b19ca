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
mod tests {
    use super::*;
    use crate::notice::story::tests::document;

    /// What is found in documents of one case.
    fn found(documents: &[(&str, &str, &str)]) -> Vec<Finding> {
        let mut order = Order::default();
        for (index, (path, notice_type, date)) in documents.iter().enumerate() {
            let record = document(path, notice_type, date);
            order.add(&record.notices[0], index as u32);
        }
        order.finish(|index| documents[index as usize].0.to_owned())
    }

    #[test]
    fn an_approval_before_its_receipt_is_said() {
        let findings = found(&[
            ("a.pdf", "Receipt Notice", "2022-04-01"),
            ("b.pdf", "Approval Notice", "2022-01-05"),
            ("c.pdf", "Receipt Notice", "2022-05-01"),
        ]);
        let [finding] = &findings[..] else {
            panic!("one finding, not {findings:?}")
        };
        assert_eq!(finding.values, ["IOE0912345678"]);
        assert_eq!(finding.documents, ["b.pdf", "a.pdf"]);
        let dates = "2022-01-05, before its receipt notice of 2022-04-01";
        assert!(finding.message.contains(dates), "{}", finding.message);
    }

    #[test]
    fn dates_in_order_and_notices_without_a_date_are_no_contradiction() {
        let findings = found(&[
            ("a.pdf", "Receipt Notice", "2021-04-01"),
            ("b.pdf", "ASC Appointment Notice", "2020-05-01"),
            ("c.pdf", "Approval Notice", "2022-01-05"),
            ("d.pdf", "Approval Notice", ""),
        ]);
        assert_eq!(findings, []);
    }
}
