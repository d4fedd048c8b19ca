use super::*;
use crate::interpret::NoRereading;
use crate::model::confidence::Confidence;
use crate::model::finding::FindingKind;
use crate::model::source::TextSource;
use crate::notice::page::interpret_page;
use crate::text::sample::page;

/// A scan of prose, each word read as surely as this.
fn scan(index: usize, confidence: f32) -> PageReading {
    let line = "Keep this sheet with the papers that you were given";
    let rows: Vec<(f32, f32, &str)> = (0u8..6)
        .map(|row| (40.0, 100.0 + 20.0 * f32::from(row), line))
        .collect();
    let mut text = page(&rows, TextSource::Ocr);
    for word in text.lines.iter_mut().flat_map(|line| &mut line.words) {
        word.confidence = Confidence::new(confidence);
    }
    interpret_page(PageNumber::from_index(index), &text, &mut NoRereading)
}

#[test]
fn a_page_of_no_notice_that_was_read_badly_leaves_a_sign() {
    let signs = |confidences: &[f32], notices: &[NoticeRecord]| {
        let pages = confidences.iter().enumerate();
        let readings: Vec<PageReading> = pages.map(|(index, c)| scan(index, *c)).collect();
        let sign = signs_without_notice(&readings, notices);
        sign.map(|finding| (finding.kind, finding.message))
    };
    assert_eq!(signs(&[0.95, 0.9], &[]), None);
    let (kind, message) = signs(&[0.95, 0.4], &[]).expect("the second page leaves a sign");
    assert_eq!(kind, FindingKind::PrintUnread);
    assert!(message.contains("page 2") && !message.contains("page 1"));
    // A page of a notice has its signs there.
    let notice = r#"{"pages":[2],"is_notice":true,"form":null,"notice_type":null,
        "notice_date":null,"account_number":"absent","identifiers":[],"findings":[]}"#;
    let notice: NoticeRecord = serde_json::from_str(notice).unwrap();
    assert_eq!(signs(&[0.95, 0.4], &[notice]), None);
}
