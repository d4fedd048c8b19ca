use super::*;

#[test]
fn every_print_of_the_numbers_is_in_its_grammar() {
    for (grammar, text, canonical) in [
        (Grammar::ReceiptNumber, "IOE0912345678", "IOE0912345678"),
        (Grammar::ReceiptNumber, "EAC-21-123-45678", "EAC2112345678"),
        (Grammar::ReceiptNumber, "WAC 12 205 18326", "WAC1220518326"),
        (Grammar::ReceiptNumber, "ZNY123456789", "ZNY123456789"),
        (Grammar::ReceiptNumber, "LIN*001234567", "LIN*001234567"),
        (Grammar::ANumber, "A012345678", "A012345678"),
        (Grammar::ANumber, "A 012 345 678", "A012345678"),
        (Grammar::ANumber, "A#12-345-678", "A12345678"),
        (Grammar::ANumber, "A# 1234567", "A1234567"),
        (Grammar::AccountNumber, "001234567890", "001234567890"),
        (Grammar::AccountNumber, "0012 3456 7890", "001234567890"),
        (Grammar::AccountNumber, "001-234-567-890", "001234567890"),
        (Grammar::Digits(4), "0123", "0123"),
    ] {
        assert_eq!(
            value(grammar, text),
            Some((canonical.to_owned(), 0.0)),
            "{text}"
        );
    }
}

#[test]
fn other_strings_are_not() {
    for (grammar, text) in [
        (Grammar::ReceiptNumber, "IOE091234567"),
        (Grammar::ReceiptNumber, "EAC123456789"),
        (Grammar::ReceiptNumber, "LIN*0012345678"),
        (Grammar::ReceiptNumber, "LIN*00-123-4567"),
        (Grammar::ReceiptNumber, "*LIN0012345678"),
        (Grammar::ANumber, "A123456"),
        (Grammar::ANumber, "012345678"),
        (Grammar::AccountNumber, "12345678901"),
        (Grammar::AccountNumber, "123 4567 8901"),
        (Grammar::AccountNumber, "1234-5678 9012"),
    ] {
        assert_eq!(value(grammar, text), None, "{text}");
    }
}

#[test]
fn unlikely_prints_have_a_price() {
    assert_eq!(
        value(Grammar::ReceiptNumber, "WSC*001234567"),
        Some(("WSC*001234567".to_owned(), UNKNOWN_PREFIX))
    );
    assert_eq!(
        value(Grammar::ReceiptNumber, "1OE0912345678"),
        Some(("IOE0912345678".to_owned(), CONFUSION))
    );
    assert_eq!(
        value(Grammar::ReceiptNumber, "GUZ2019123456"),
        Some(("GUZ2019123456".to_owned(), UNKNOWN_PREFIX))
    );
    assert_eq!(
        value(Grammar::AccountNumber, "O01234S67890"),
        Some(("001234567890".to_owned(), 2.0 * CONFUSION))
    );
}
