//! Numbers in comb boxes, a character each, read from the pixels alone.

use i797::model::config::OcrMode;
use i797::{Config, read_bytes};
use serde_json::Value;

use crate::seen::{ACCOUNT, Extra, RECEIPT, show, written};

const A_NUMBER: &str = "A088458439";

/// How the cells of a number are drawn.
#[derive(Clone, Copy)]
enum Cells {
    /// A wall between any two.
    Walled,
    /// A box with short strokes on its floor.
    Ticked,
}

/// The characters of a number in cells of 20 points from a place on.
fn cells(kind: Cells, text: &str, (x, y): (f32, f32)) -> String {
    let mut content = String::new();
    let width = 20.0 * text.len() as f32;
    for (index, digit) in text.chars().enumerate() {
        let left = x + 20.0 * index as f32;
        content += &show("F1", 10.0, left + 7.0, y + 5.0, &digit.to_string());
        content += &match kind {
            Cells::Walled => format!("0.6 w {left} {y} 20 18 re S\n"),
            Cells::Ticked if index > 0 => format!("0.6 w {left} {y} m {left} {} l S\n", y + 6.0),
            Cells::Ticked => String::new(),
        };
    }
    content + &format!("0.6 w {x} {y} {width} 18 re S\n")
}

/// A notice with an account number and an A-Number in cells, `prepared` by an operator.
fn page(account: &str, a_number: &str, prepared: &str) -> Vec<u8> {
    let mut content = prepared.to_owned();
    content += &show("F1", 11.0, 330.0, 740.0, "Form I-797C, Notice of Action");
    content += &show("F1", 8.0, 40.0, 700.0, "Receipt Number");
    content += &show("F1", 11.0, 40.0, 686.0, RECEIPT);
    content += &show("F1", 8.0, 40.0, 660.0, "USCIS Online Account Number");
    content += account;
    content += &show("F1", 8.0, 40.0, 610.0, "USCIS A#");
    content += a_number;
    for line in 0..12 {
        let y = 540.0 - 14.0 * line as f32;
        let text = "This notice confirms that USCIS received your application and the filing fee.";
        content += &show("F1", 10.0, 40.0, y, text);
    }
    written(&content, &Extra::default())
}

/// The numbers of the page's notices with their verdicts, read from its pixels.
fn read(bytes: &[u8]) -> Vec<(String, String)> {
    let config = Config::default().with_ocr(OcrMode::Always);
    let record = read_bytes("page.pdf", bytes, &config);
    let json = serde_json::to_value(&record).expect("records are written as JSON");
    let notices = json["notices"].as_array().into_iter().flatten();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    notices
        .flat_map(|notice| notice["identifiers"].as_array().into_iter().flatten())
        .map(|i| (word(&i["value"]), word(&i["verdict"])))
        .collect()
}

fn accepts(numbers: &[(String, String)], number: &str) -> bool {
    numbers.contains(&(number.to_owned(), "accepted".to_owned()))
}

#[test]
fn cells_far_apart_hold_one_number() {
    for kind in [Cells::Walled, Cells::Ticked] {
        let boxed = cells(kind, &A_NUMBER[1..], (40.0, 585.0));
        let numbers = read(&page(&cells(kind, ACCOUNT, (40.0, 635.0)), &boxed, ""));
        assert!(accepts(&numbers, ACCOUNT), "{numbers:?}");
        assert!(accepts(&numbers, A_NUMBER), "{numbers:?}");
    }
}

#[test]
fn three_boxes_of_three_cells_hold_one_number() {
    let mut boxed = show("F1", 11.0, 40.0, 590.0, "A-");
    for (index, x) in [60.0, 132.0, 204.0].into_iter().enumerate() {
        let part = &A_NUMBER[1 + 3 * index..4 + 3 * index];
        boxed += &cells(Cells::Ticked, part, (x, 585.0));
    }
    let account = cells(Cells::Ticked, ACCOUNT, (40.0, 635.0));
    let numbers = read(&page(&account, &boxed, ""));
    assert!(accepts(&numbers, A_NUMBER), "{numbers:?}");
}

#[test]
fn an_arrow_before_the_boxes_is_no_digit() {
    let arrow = show("F1", 10.0, 40.0, 640.0, ">");
    let account = arrow + &cells(Cells::Walled, ACCOUNT, (62.0, 635.0));
    let boxed = cells(Cells::Walled, &A_NUMBER[1..], (40.0, 585.0));
    let numbers = read(&page(&account, &boxed, ""));
    assert!(accepts(&numbers, ACCOUNT), "{numbers:?}");
}

#[test]
fn cells_of_a_mirrored_page_are_read() {
    let account = cells(Cells::Walled, ACCOUNT, (40.0, 635.0));
    let boxed = cells(Cells::Walled, &A_NUMBER[1..], (40.0, 585.0));
    let numbers = read(&page(&account, &boxed, "-1 0 0 1 612 0 cm\n"));
    assert!(accepts(&numbers, ACCOUNT), "{numbers:?}");
}

#[test]
fn a_number_with_empty_cells_is_not_accepted() {
    let account = cells(
        Cells::Walled,
        &format!("{}  ", &ACCOUNT[..10]),
        (40.0, 635.0),
    );
    let boxed = cells(
        Cells::Walled,
        &format!("{}  ", &A_NUMBER[1..8]),
        (40.0, 585.0),
    );
    let numbers = read(&page(&account, &boxed, ""));
    let accepted: Vec<_> = numbers.iter().filter(|n| n.1 == "accepted").collect();
    assert_eq!(accepted.len(), 1, "{numbers:?}");
}
