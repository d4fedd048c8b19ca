//! Which pages go on with a notice.

use super::*;
use crate::interpret::NoRereading;
use crate::model::location::PageNumber;
use crate::model::source::TextSource;
use crate::notice::assemble;
use crate::notice::page::interpret_page;
use crate::text::sample::page;

const LETTER: [(f32, f32, &str); 4] = [
    (40.0, 40.0, "U.S. Citizenship and Immigration Services"),
    (40.0, 60.0, "IOE0912345678"),
    (200.0, 100.0, "REQUEST FOR EVIDENCE"),
    (40.0, 740.0, "www.uscis.gov"),
];

/// The numbers of all notices of a document.
fn numbers(pages: &[&[(f32, f32, &str)]]) -> Vec<String> {
    let read = |(index, rows): (usize, &&[(f32, f32, &str)])| {
        let text = page(rows, TextSource::TextLayer);
        interpret_page(PageNumber::from_index(index), &text, &mut NoRereading)
    };
    let mut readings: Vec<PageReading> = pages.iter().enumerate().map(read).collect();
    follow(&mut readings);
    let notices = assemble(&readings, true);
    let identifiers = notices.into_iter().flat_map(|n| n.identifiers);
    identifiers.map(|i| i.value).collect()
}

#[test]
fn a_list_under_the_notices_running_head_belongs_to_it() {
    let list = [
        (40.0, 40.0, "IOE0912345678"),
        (40.0, 300.0, "DOE, JANE"),
        (400.0, 300.0, "A098 765 432"),
        (40.0, 740.0, "www.uscis.gov"),
    ];
    let found = numbers(&[&LETTER, &list]);
    assert_eq!(found, ["IOE0912345678", "A098765432"]);
}

#[test]
fn a_page_of_another_case_or_of_none_does_not() {
    let other = [
        (40.0, 40.0, "IOE0987654321"),
        (400.0, 300.0, "A098 765 432"),
        (40.0, 740.0, "www.uscis.gov"),
    ];
    let letter = [
        (40.0, 40.0, "GOLDBERG LAW LLP"),
        (40.0, 300.0, "Our client's case IOE0912345678"),
        (400.0, 320.0, "A098 765 432"),
        (40.0, 740.0, "Telephone 800-555-0100"),
    ];
    for page in [&other[..], &letter[..]] {
        assert_eq!(numbers(&[&LETTER, page]), ["IOE0912345678"]);
    }
}

#[test]
fn a_back_may_stand_between_two_pages_of_a_notice() {
    let first = [&LETTER[..], &[(400.0, 40.0, "Page 1 of 2")]].concat();
    let second = [
        (40.0, 40.0, "IOE0912345678"),
        (400.0, 40.0, "Page 2 of 2"),
        (400.0, 300.0, "A098 765 432"),
    ];
    let back = [
        (40.0, 300.0, "Please keep this notice with your records."),
        (40.0, 320.0, "Write to us if your address changes."),
    ];
    let found = numbers(&[&first, &back, &second]);
    assert_eq!(found, ["IOE0912345678", "A098765432"]);
    // Two pages between are too much, and so is one of another case.
    let other = [
        (40.0, 40.0, "IOE0987654321"),
        (40.0, 300.0, "A 076 543 210"),
    ];
    for between in [&[&back[..], &back[..]][..], &[&other[..]]] {
        let pages = [&[&first[..]][..], between, &[&second[..]]].concat();
        assert_eq!(numbers(&pages), ["IOE0912345678"]);
    }
}
