use super::*;
use crate::text::sample::page;

fn found(text: &str, source: TextSource) -> Vec<(IdentifierKind, String, bool)> {
    find_candidates(&page(&[(40.0, 100.0, text)], source))
        .into_iter()
        .map(|s| (s.kind, s.value, s.bare))
        .collect()
}

#[test]
fn every_print_of_the_three_numbers() {
    use IdentifierKind::{ANumber, OnlineAccountNumber, ReceiptNumber};
    for (text, kind, value) in [
        ("IOE0912345678", ReceiptNumber, "IOE0912345678"),
        ("EAC-21-123-45678", ReceiptNumber, "EAC2112345678"),
        ("WAC 12 205 18326", ReceiptNumber, "WAC1220518326"),
        ("WSC*001234567", ReceiptNumber, "WSC*001234567"),
        ("0012 3456 7890", OnlineAccountNumber, "001234567890"),
        ("001 234 567 890", OnlineAccountNumber, "001234567890"),
        ("A123 456 789", ANumber, "A123456789"),
        ("A# 012 345 678", ANumber, "A012345678"),
        ("A34 757 079", ANumber, "A034757079"),
        ("A-12345678", ANumber, "A012345678"),
    ] {
        assert_eq!(
            found(text, TextSource::TextLayer),
            [(kind, value.to_owned(), false)],
            "{text}"
        );
    }
    // The letter was left off and its dash stayed.
    assert_eq!(
        found("-244055976", TextSource::TextLayer),
        [(ANumber, "A244055976".to_owned(), true)]
    );
}

#[test]
fn longer_runs_and_codes_are_not_ours() {
    for text in [
        "1234567890123",
        "G-100-21123-123456",
        "94001118992234567890",
        "N0051411638",
        "8 CFR 103.2(b)",
        "$7,896.00",
        "1-800-375-5283",
    ] {
        assert_eq!(found(text, TextSource::TextLayer), [], "{text}");
    }
}

#[test]
fn an_i94_is_no_a_number() {
    assert_eq!(found("123456789 01", TextSource::TextLayer), []);
}

#[test]
fn an_account_number_is_no_receipt_number_with_wrong_letters() {
    let read = find_candidates(&page(&[(40.0, 100.0, "280 251 190 665")], TextSource::Ocr));
    assert_eq!(read[0].kind, IdentifierKind::OnlineAccountNumber);
}

#[test]
fn a_capital_l_is_read_for_a_one() {
    for (text, value) in [
        ("IOE09L2345678", "IOE0912345678"),
        ("A0L2345678", "A012345678"),
        ("00L234567890", "001234567890"),
    ] {
        let read = find_candidates(&page(&[(40.0, 100.0, text)], TextSource::Ocr));
        let found: Vec<(&str, usize)> =
            read.iter().map(|c| (c.value.as_str(), c.repairs)).collect();
        assert_eq!(found, [(value, 1)], "{text}");
    }
}

#[test]
fn digits_of_other_scripts_are_seen_and_counted() {
    for (text, value, folds) in [
        ("Ａ０１２３４５６７８", "A012345678", 0),
        ("EAC−21−123−45678", "EAC2112345678", 0),
        ("A123\u{a0}456\u{202f}789", "A123456789", 0),
        ("A٠١٢٣٤٥٦٧٨", "A012345678", 9),
        ("\u{410}012345678", "A012345678", 1),
        ("0012345\u{200b}67890", "001234567890", 1),
    ] {
        let read = find_candidates(&page(&[(40.0, 100.0, text)], TextSource::TextLayer));
        let found: Vec<(&str, usize)> =
            read.iter().map(|c| (c.value.as_str(), c.repairs)).collect();
        assert_eq!(found, [(value, folds)], "{text}");
    }
}

#[test]
fn pictures_are_repaired_and_text_is_not() {
    assert_eq!(found("1OE09I2345678", TextSource::TextLayer), []);
    let read = find_candidates(&page(&[(40.0, 100.0, "1OE09I2345678")], TextSource::Ocr));
    assert_eq!(
        (read[0].value.as_str(), read[0].repairs),
        ("IOE0912345678", 2)
    );
}
