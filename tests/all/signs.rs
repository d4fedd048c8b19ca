//! What leaves a sign though it is no number that was read, and what is no reason for one.

use i797::{Config, DocumentRecord, read_bytes};
use image::Frame;
use image::codecs::gif::GifEncoder;
use serde_json::Value;

use crate::program::fixture;
use crate::seen::{ACCOUNT, Extra, RECEIPT, said, show, value, written};

fn read(name: &str, bytes: &[u8]) -> DocumentRecord {
    read_bytes(name, bytes, &Config::default())
}

/// The kinds of the findings of a document as a whole.
fn findings(record: &DocumentRecord) -> Vec<String> {
    let json = serde_json::to_value(record).expect("records are written as JSON");
    let list = json["findings"].as_array().cloned().unwrap_or_default();
    let kind = |finding: &Value| finding["kind"].as_str().unwrap_or_default().to_owned();
    list.iter().map(kind).collect()
}

#[test]
fn a_bar_from_edge_to_edge_hides_nothing() {
    let head = || "0 g 0 770 612 14 re f\n".to_owned();
    assert_eq!(said(head()).state, "blank");
    assert!(said(head() + &value(ACCOUNT)).accepts(ACCOUNT));
    let within = said("0 g 205 655 120 16 re f\n".to_owned());
    assert_eq!(within.state, "unreadable");
}

#[test]
fn numbers_on_a_page_that_is_no_notice_leave_a_sign() {
    let page = |number: &str| {
        let mut content = show(
            "F1",
            10.0,
            60.0,
            700.0,
            "U.S. Citizenship and Immigration Services",
        );
        content += &show("F1", 10.0, 60.0, 640.0, number);
        read("page.pdf", &written(&content, &Extra::default()))
    };
    let with_number = page(RECEIPT);
    assert!(with_number.notices.is_empty());
    assert_eq!(findings(&with_number), ["number-unread"]);
    assert!(findings(&page("Office hours are from nine to five")).is_empty());
}

#[test]
fn every_picture_of_an_animation_is_a_page() {
    let page = image::open(fixture("notices/grid-found-png.png")).expect("a fixture can be read");
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new_with_speed(&mut bytes, 30);
    for _ in 0..2 {
        let frame = Frame::new(page.to_rgba8());
        encoder.encode_frame(frame).expect("a frame can be written");
    }
    drop(encoder);
    let record = read("notices.gif", &bytes);
    assert_eq!((record.page_count, record.notices.len()), (2, 2));
    assert!(record.error.is_none());
}
