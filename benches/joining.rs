//! What joining pages costs the parent of a batch, where no deadline of a worker holds: 5,000 pages
//! with 1,000 numbers each. Fails above ten seconds on a processor. Takes gigabytes of memory.
//!
//! `cargo bench --bench joining`

use std::time::{Duration, Instant};

use i797::interpret::NoRereading;
use i797::model::confidence::Confidence;
use i797::model::geometry::BoundingBox;
use i797::model::location::PageNumber;
use i797::model::source::TextSource;
use i797::notice::page::interpret_page;
use i797::notice::{PageReading, assemble};
use i797::text::{PageText, Word, lines_from_words};

const PAGES: usize = 5_000;
const NUMBERS: usize = 1_000;
const MOST: Duration = Duration::from_secs(10);

/// A page of a notice with one receipt number.
fn pattern() -> PageReading {
    let texts = [
        "Form I-797C, Notice of Action",
        "Receipt Number: IOE0912345678",
    ];
    let words = texts.iter().enumerate().flat_map(|(row, text)| {
        let y = 40.0 + 20.0 * row as f32;
        text.split(' ').enumerate().map(move |(column, part)| {
            let x = 40.0 + 60.0 * column as f32;
            let bounds = BoundingBox::new(x, y, x + 50.0, y + 9.0);
            Word {
                text: part.to_owned(),
                bounds: bounds.expect("a box with edges in their order"),
                confidence: Confidence::new(0.99),
            }
        })
    });
    let page = PageText {
        source: TextSource::TextLayer,
        size: (612.0, 792.0),
        lines: lines_from_words(words.collect(), &[]),
        rules: Vec::new(),
        barcodes: Vec::new(),
    };
    interpret_page(PageNumber::FIRST, &page, &mut NoRereading)
}

/// Such a page with many numbers, of which the first is on all pages and the others on none.
fn drawn(pattern: &PageReading, page: usize) -> PageReading {
    let mut reading = pattern.clone();
    reading.number = PageNumber::from_index(page);
    let first = reading.assessments.first().cloned();
    let first = first.expect("the page shows a number");
    let others = (1..NUMBERS).map(|n| {
        let mut other = first.clone();
        other.candidate.value = format!("IOE{:010}", 7 * (page * NUMBERS + n));
        other
    });
    reading.assessments.extend(others);
    reading
}

/// How long this thread has been on a processor, where the system tells; else what the clock says.
fn worked(begun: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| begun.elapsed(), Duration::from_nanos)
}

fn main() {
    let begun = Instant::now();
    let pattern = pattern();
    assert_eq!(pattern.assessments.len(), 1);
    for pages in [PAGES / 4, PAGES / 2, PAGES] {
        let readings: Vec<PageReading> = (0..pages).map(|page| drawn(&pattern, page)).collect();
        let before = worked(begun);
        let notices = assemble(&readings, true);
        let took = worked(begun).saturating_sub(before);
        let numbers: usize = notices.iter().map(|n| n.identifiers.len()).sum();
        println!("{pages} pages, {numbers} numbers: {took:.2?}");
        assert!(took <= MOST, "more than {MOST:?}");
    }
}
