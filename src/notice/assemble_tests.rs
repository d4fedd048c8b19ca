//! Pages with more numbers than any notice has: joined in time, and as if each were compared with
//! each.

use std::time::{Duration, Instant};

use super::*;
use crate::interpret::NoRereading;
use crate::notice::page::interpret_page;
use crate::text::sample::page;

/// A page of a notice that shows these receipt numbers, all of them for review.
fn reading(number: usize, values: impl Iterator<Item = String>) -> PageReading {
    decided(number, values, Verdict::Review)
}

fn decided(number: usize, values: impl Iterator<Item = String>, decision: Verdict) -> PageReading {
    let rows = [
        (40.0, 40.0, "Form I-797C, Notice of Action"),
        (40.0, 100.0, "Receipt Number: IOE0912345678"),
    ];
    let page = page(&rows, TextSource::Ocr);
    let mut reading = interpret_page(PageNumber::from_index(number), &page, &mut NoRereading);
    let pattern = reading.assessments[0].clone();
    let with = |value: String| {
        let mut assessment = pattern.clone();
        assessment.candidate.value = value;
        assessment.decision = decision;
        assessment
    };
    reading.assessments = values.map(with).collect();
    reading
}

fn receipt(number: usize) -> String {
    format!("IOE{number:010}")
}

/// As long as this takes, a file can make the whole batch wait: no deadline of a worker holds here.
#[test]
fn fifty_pages_of_a_thousand_numbers_are_joined_in_time() {
    const PAGES: usize = 50;
    const NUMBERS: usize = 1_000;
    // The first number of each page is that of the notice; all others are new.
    let values = |page: usize| {
        let own = (1..NUMBERS).map(move |n| receipt(7 * (page * NUMBERS + n)));
        std::iter::once(receipt(0)).chain(own)
    };
    for decision in [Verdict::Review, Verdict::Accepted] {
        let page = |page: usize| decided(page, values(page), decision);
        let pages: Vec<PageReading> = (0..PAGES).map(page).collect();
        let begun = Instant::now();
        let notices = assemble(&pages, true);
        let took = begun.elapsed();
        assert_eq!((notices.len(), notices[0].pages.len()), (1, PAGES));
        assert_eq!(notices[0].identifiers.len(), PAGES * (NUMBERS - 1) + 1);
        // Comparing each with each takes many minutes in a build for tests, this a second or two.
        assert!(took < Duration::from_secs(30), "{took:?}");
    }
}

#[test]
fn many_notices_are_told_apart_in_time() {
    let pages: Vec<PageReading> = (0..2_000)
        .map(|page| reading(page, (0..20).map(|n| receipt(20 * page + n))))
        .collect();
    let begun = Instant::now();
    let notices = assemble(&pages, true);
    assert_eq!(notices.len(), pages.len());
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(30), "{took:?}");
}

#[test]
fn twins_are_those_that_comparing_each_with_each_finds() {
    // Few digits that change, so that many numbers differ in one; and two that are longer.
    let values = (0..200).map(|n| receipt(n * n * 37 % 40_000));
    let values = values.chain([receipt(0) + "0", receipt(10) + "5"]);
    let pages = [reading(0, values)];
    let records = &assemble(&pages, true)[0].identifiers;
    let is_twin = |one: &IdentifierRecord, other: &IdentifierRecord| {
        strsim::levenshtein(&one.value, &other.value) == 1
    };
    let mut with = 0;
    let mut without = 0;
    for record in records {
        let has_twin = records.iter().any(|other| is_twin(record, other));
        let is_doubted = record.evidence[0].starts_with("another number on the notice");
        // A twin that was seen more often is the stronger one.
        let strongest = |other: &IdentifierRecord| other.sightings.len() >= record.sightings.len();
        let expected = records.iter().any(|o| is_twin(record, o) && strongest(o));
        assert_eq!(
            is_doubted,
            expected,
            "{} {}",
            record.value,
            record.sightings.len()
        );
        with += usize::from(has_twin);
        without += usize::from(!has_twin);
    }
    assert!(
        with > 20 && without > 20,
        "{with} with a twin, {without} without"
    );
}
