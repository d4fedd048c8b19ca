use super::*;

fn of(mask: impl Fn(&mut String), text: &str) -> String {
    let mut text = text.to_owned();
    mask(&mut text);
    text
}

#[test]
fn numbers_keep_their_last_four() {
    for (text, masked) in [
        ("001234567890", "xxxxxxxx7890"),
        ("0012 3456 7890", "xxxx xxxx 7890"),
        ("A012345678", "Axxxxx5678"),
        ("A012-345-678", "Axxx-xx5-678"),
        ("IOE0912345678", "IOExxxxxx5678"),
        ("1OE09I2345678", "xxxxxxxxx5678"),
        ("applicant", "applicant"),
    ] {
        assert_eq!(of(number, text), masked);
    }
}

#[test]
fn paths_lose_long_runs_only() {
    assert_eq!(
        of(any_text, "in/2024/IOE0912345678 (2).pdf"),
        "in/2024/IOExxxxxx5678 (2).pdf"
    );
    assert_eq!(of(any_text, "A012-345-678.pdf"), "Axxx-xx5-678.pdf");
    assert_eq!(of(any_text, "0003.pdf"), "0003.pdf");
}

#[test]
fn free_text_loses_the_records_own_numbers() {
    let own = OwnNumbers::from_iter(["12345678".to_owned()]);
    assert_eq!(
        of(|t| said(t, &own), "call 1-800-375-5283 of A012 345 678"),
        "call 1-800-375-5283 of Axxx xx5 678"
    );
}

#[test]
fn encoded_bytes_are_masked_as_they_are_read() {
    for (text, masked) in [
        (
            "a/0012%203456%207890%FF.pdf",
            "a/xxxx%20xxxx%207890%EF%BF%BD.pdf",
        ),
        (
            "%30%30%31%32%33%34%35%36%37%38%39%30.pdf",
            "xxxxxxxx7890.pdf",
        ),
        ("=cmd%7C%.pdf", "=cmd%7C%25.pdf"),
    ] {
        assert_eq!(of(encoded_path, text), masked);
    }
}
