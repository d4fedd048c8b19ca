use super::*;
use crate::interpret::NoRereading;
use crate::model::record::AccountNumberState;
use crate::notice::assemble;
use crate::text::sample::page;

fn state(rows: &[(f32, f32, &str)], source: TextSource) -> AccountNumberState {
    let reading = interpret_page(PageNumber::FIRST, &page(rows, source), &mut NoRereading);
    assemble(
        &[PageReading {
            legible: true,
            ..reading
        }],
        true,
    )[0]
    .account_number
}

#[test]
fn a_second_page_alone_does_not_tell_what_is_missing() {
    let title = (40.0, 40.0, "Form I-797C, Notice of Action");
    let rows = [
        title,
        (40.0, 100.0, "Receipt Number: IOE0912345678"),
        (40.0, 120.0, "Page 2 of 2"),
    ];
    assert_eq!(
        state(&rows, TextSource::TextLayer),
        AccountNumberState::Unreadable
    );
}

#[test]
fn a_scan_without_a_receipt_number_was_not_read_as_a_whole() {
    let title = (40.0, 40.0, "Form I-797C, Notice of Action");
    let rows = [title, (40.0, 100.0, "Notice Date: 07/19/2021")];
    assert_eq!(
        state(&rows, TextSource::TextLayer),
        AccountNumberState::Absent
    );
    assert_eq!(
        state(&rows, TextSource::Ocr),
        AccountNumberState::Unreadable
    );
    // A receipt number that no second rereader has confirmed may be another notice's.
    let rows = [title, (40.0, 100.0, "Receipt Number: IOE0912345678")];
    assert_eq!(
        state(&rows, TextSource::Ocr),
        AccountNumberState::Unreadable
    );
}
