use super::*;

#[test]
fn a_number_is_found_however_it_is_spelled() {
    for (text, masked) in [
        ("0012,3456,7890", "xxxx,xxxx,7890"),
        ("A012 (345) 678", "Axxx (xx5) 678"),
        ("001_-_234+567  890", "xxx_-_xxx+xx7  890"),
        ("００１２　３４５６　７８９０", "xxxx　xxxx　７８９０"),
        ("A٠١٢٣٤٥٦٧٨", "Axxxxx٥٦٧٨"),
        (
            "0012\u{200b}3456\u{2060}7890",
            "xxxx\u{200b}xxxx\u{2060}7890",
        ),
        ("IOE09I2345678", "IOExxxxxx5678"),
        ("IOE0912345678 (2).pdf", "IOExxxxxx5678 (2).pdf"),
        ("IOE0912345678 (2019).pdf", "IOExxxxxxxxxx (2019).pdf"),
        ("001234567890, 444455556666", "xxxxxxxx7890, xxxxxxxx6666"),
        (
            "04/01/2019 and 2024/0003.pdf",
            "04/01/2019 and 2024/0003.pdf",
        ),
        ("page 12 of 3456", "page 12 of 3456"),
    ] {
        assert_eq!(hide_numbers(text), masked);
    }
}

#[test]
fn own_numbers_are_hidden_with_their_zeros() {
    let own = OwnNumbers::from_iter(["12345678".to_owned()]);
    let hidden = |text: &str| hide_own_numbers(text, &own);
    assert_eq!(hidden("A012 345 678, page 2"), "Axxx xx5 678, page 2");
    assert_eq!(hidden("A000012345678"), "Axxxxxxxx5678");
    assert_eq!(hidden("800-375-5283"), "800-375-5283");
}

/// As long as this takes, the parent of a batch waits: no deadline of a worker holds here.
#[test]
fn long_texts_take_time_by_their_length() {
    const LONG: usize = 300_000;
    let own: OwnNumbers = (0..LONG)
        .map(|n| format!("{n:012}"))
        .chain(["0".repeat(12)])
        .collect();
    let begun = std::time::Instant::now();
    for part in [
        "O",
        "0",
        "1",
        "1O",
        "0 ",
        "x1",
        "-",
        "A1-",
        "1234567 ",
        "123456789012 x",
    ] {
        let text = part.repeat(LONG / part.len());
        assert_eq!(hide_numbers(&text).chars().count(), text.len(), "{part}");
        assert_eq!(hide_own_numbers(&text, &own).len(), text.len(), "{part}");
    }
    // Character by character with each before it, or with each number, this takes hours; so it
    // takes a second.
    let took = begun.elapsed();
    assert!(took < std::time::Duration::from_secs(60), "{took:?}");
}
