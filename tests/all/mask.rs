//! `--mask`: no format contains a full number.

use std::ffi::OsString;

use crate::formats::workbook;
use crate::program::{Folder, extract};
use crate::truth::truths;

const FIXTURES: [&str; 5] = [
    "notices/family-found.pdf",
    "notices/grid-representative-and-own.pdf",
    "notices/shared-account-first.pdf",
    "notices/shared-account-second.pdf",
    "notices/grid-found-g3.tif",
];

/// The digits of every number in the fixtures, the representatives' too.
fn numbers() -> Vec<String> {
    let truths = truths();
    let notices = truths
        .iter()
        .filter(|truth| FIXTURES.contains(&truth.file.as_str()))
        .flat_map(|truth| &truth.notices);
    let all = notices.flat_map(|n| {
        [
            &n.receipt_numbers,
            &n.a_numbers,
            &n.account_numbers,
            &n.representative_account_numbers,
        ]
        .into_iter()
        .flatten()
    });
    all.map(|number| number.chars().filter(char::is_ascii_digit).collect())
        .collect()
}

/// The report on the fixtures in this format, as text; one of them has a number in its name.
fn report(format: &str, mask: bool) -> String {
    let folder = Folder::with("mask", &FIXTURES);
    let receipt = truths()
        .into_iter()
        .find(|t| t.file == FIXTURES[0])
        .expect("the fixture has its truth")
        .notices[0]
        .receipt_numbers[0]
        .clone();
    std::fs::rename(
        folder.path("family-found.pdf"),
        folder.path(format!("{receipt}.pdf")),
    )
    .expect("the copy can be renamed");
    let options = ["--quiet", "--explain", "--exit-zero", "--format", format]
        .into_iter()
        .chain(mask.then_some("--mask"));
    let args: Vec<OsString> = options
        .map(OsString::from)
        .chain([folder.root().as_os_str().to_owned()])
        .collect();
    let run = extract(&args);
    assert_eq!(run.status, Some(0), "{format}: {}", run.err);
    assert_eq!(run.err, "", "{format}");
    if format == "xlsx" {
        workbook(&run.out)
    } else {
        run.text().to_owned()
    }
}

/// The text without anything that separates groups of digits.
fn joined(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, ' ' | '-' | '.' | '_'))
        .collect()
}

#[test]
fn no_format_contains_a_full_number() {
    let numbers = numbers();
    assert!(numbers.len() >= 15, "{numbers:?}");
    for format in ["text", "json", "jsonl", "csv", "xlsx"] {
        let masked = report(format, true);
        let open = report(format, false);
        for number in &numbers {
            assert!(!masked.contains(number), "{format} leaves {number}");
            assert!(
                !joined(&masked).contains(number),
                "{format} leaves {number} in groups"
            );
        }
        let shown = numbers
            .iter()
            .filter(|number| joined(&open).contains(*number))
            .count();
        assert!(
            shown * 10 >= numbers.len() * 8,
            "{format} shows only {shown} of {} without --mask",
            numbers.len()
        );
        let last_four = numbers
            .iter()
            .filter(|number| masked.contains(&number[number.len() - 4..]))
            .count();
        assert!(
            last_four * 10 >= numbers.len() * 8,
            "{format} keeps the last four digits of {last_four}"
        );
    }
}
