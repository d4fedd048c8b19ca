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
