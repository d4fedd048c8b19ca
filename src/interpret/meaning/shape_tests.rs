use super::super::day::parse_date;
use super::*;

fn whole(kind: ValueKind, text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    Text { chars: &chars }.scan(kind, 0) == Some(chars.len())
}

#[test]
fn shapes_are_found() {
    use ValueKind as K;
    for (kind, text) in [
        (K::Date, "04/01/2021"),
        (K::Date, "April 1, 2021"),
        (K::Date, "1 de abril de 2021"),
        (K::Date, "01 Apr 2021"),
        (K::Date, "2021-04-01"),
        (K::Money, "$1,440.00"),
        (K::Money, "465.00"),
        (K::Receipt, "EAC-21-123-45678"),
        (K::Receipt, "WSC*001234567"),
        (K::ANumber, "A# 012 345 678"),
        (K::ANumber, "A-12345678"),
        (K::I94, "123456789 01"),
        (K::I94, "123456789A1"),
        (K::Zip, "68501-2521"),
        (K::TaxId, "123-45-6789"),
        (K::Phone, "1-800-375-5283"),
        (K::Phone, "(800) 375-5283 ext. 12"),
        (K::Citation, "8 CFR 103.2(b)(8)"),
        (K::Page, "1 of 2"),
        (K::Form, "I-797C"),
        (K::Digits, "0123 4567 8901"),
        (K::Mixed, "N0051411638"),
    ] {
        assert!(whole(kind, text), "{kind:?} {text}");
    }
}

#[test]
fn other_text_is_left_alone() {
    use ValueKind as K;
    for (kind, text) in [
        (K::ANumber, "A0123456789"),
        (K::Receipt, "IOE09123456789"),
        (K::Citation, "4946 USCIS"),
        (K::Zip, "012345-6789"),
        (K::Phone, "1234-567-8901"),
        (K::Money, "012345678901.22"),
    ] {
        assert!(!whole(kind, text), "{kind:?} {text}");
    }
}

#[test]
fn dates_have_one_form() {
    for text in [
        "04/01/2021",
        "April 1, 2021",
        "1 Apr 2021",
        "2021-04-01",
        "1 de abril de 2021",
    ] {
        assert_eq!(parse_date(text), Some((2021, 4, 1)), "{text}");
    }
    assert_eq!(parse_date("31/12/2021"), Some((2021, 12, 31)));
}
