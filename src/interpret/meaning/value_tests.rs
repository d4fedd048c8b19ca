use super::super::runs::lay_out;
use super::*;
use crate::model::source::TextSource;
use crate::text::sample::page;

fn found(text: &str) -> Vec<(ValueKind, String)> {
    let mut sheet = lay_out(&page(&[(40.0, 40.0, text)], TextSource::TextLayer));
    values(&mut sheet)
        .into_iter()
        .map(|v| (v.kind, v.canonical))
        .collect()
}

#[test]
fn chains_are_cut_where_numbers_end() {
    use ValueKind::{ANumber, Account, Digits, Form, Receipt, Scrap, Zip};
    let own = |list: &[(ValueKind, &str)]| {
        list.iter()
            .map(|(k, s)| (*k, (*s).to_owned()))
            .collect::<Vec<_>>()
    };
    for (text, right) in [
        ("0123 4567 8901", own(&[(Account, "012345678901")])),
        (
            "012345678901. 2021 200",
            own(&[(Account, "012345678901"), (Digits, "2021200")]),
        ),
        ("A123 456 789", own(&[(ANumber, "A123456789")])),
        (
            "IOE0912345678 I-485",
            own(&[(Receipt, "IOE0912345678"), (Form, "I-485")]),
        ),
        ("MA 01852-4410", own(&[(Zip, "01852-4410")])),
        (
            "012345\u{1}2\u{1}678901",
            own(&[(Digits, "012345"), (Scrap, "2"), (Digits, "678901")]),
        ),
    ] {
        assert_eq!(found(text), right, "{text}");
    }
}
