//! Pages to notices: each page that says something of a notice is in one, and nothing is claimed
//! that no page shows.

use std::collections::BTreeMap;

use i797::IdentifierKind;
use i797::interpret::NoRereading;
use i797::model::location::PageNumber;
use i797::model::owner::Owner;
use i797::model::record::{AccountNumberState, NoticeRecord};
use i797::model::source::TextSource;
use i797::model::verdict::Verdict;
use i797::notice::page::interpret_page;
use i797::notice::{PageReading, assemble};

/// More pages are only slower.
const MOST_PAGES: usize = 40;

/// Text of any kind on pages that are separated by form feeds; every other page is one of pixels.
pub fn joining(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let readings: Vec<PageReading> = text
        .split('\u{c}')
        .take(MOST_PAGES)
        .enumerate()
        .map(|(index, text)| {
            let source = [TextSource::TextLayer, TextSource::Ocr][index % 2];
            let page = crate::page(text, source);
            interpret_page(PageNumber::from_index(index), &page, &mut NoRereading)
        })
        .collect();
    for all_read in [true, false] {
        check(&readings, &assemble(&readings, all_read), all_read);
    }
}

fn check(readings: &[PageReading], notices: &[NoticeRecord], all_read: bool) {
    let pages: Vec<PageNumber> = notices.iter().flat_map(|n| n.pages.clone()).collect();
    let mut once = pages.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), pages.len(), "a page in two notices");
    for reading in readings.iter().filter(|r| r.info.is_notice()) {
        assert!(
            once.binary_search(&reading.number).is_ok(),
            "a page in no notice"
        );
    }
    for notice in notices {
        assert!(notice.pages.is_sorted(), "pages out of order");
        numbers(readings, notice);
        let client = |owner: Owner| owner != Owner::Representative;
        let found = notice.identifiers.iter().any(|i| {
            i.kind == IdentifierKind::OnlineAccountNumber
                && i.verdict == Verdict::Accepted
                && client(i.owner)
        });
        assert_eq!(found, notice.account_number == AccountNumberState::Found);
        let absent = notice.account_number == AccountNumberState::Absent;
        assert!(all_read || !absent, "absent, though not all was read");
    }
}

/// Each number of a notice is shown at its places, once each, and accepted only where a page
/// accepts it or two places read alike.
fn numbers(readings: &[PageReading], notice: &NoticeRecord) {
    let on = |page: PageNumber| readings.iter().filter(move |r| r.number == page);
    let shown: usize = notice
        .pages
        .iter()
        .flat_map(|page| on(*page))
        .map(PageReading::numbers)
        .sum();
    let sightings = notice.identifiers.iter().map(|i| i.sightings.len());
    assert_eq!(
        sightings.sum::<usize>(),
        shown,
        "a place is lost or told twice"
    );
    let mut seen: BTreeMap<_, usize> = BTreeMap::new();
    for identifier in &notice.identifiers {
        *seen
            .entry((identifier.kind, &identifier.value))
            .or_default() += 1;
        let places = identifier.sightings.iter();
        let accepted = places.clone().any(|sighting| {
            on(sighting.location.page)
                .flat_map(|r| &r.assessments)
                .any(|a| {
                    a.decision == Verdict::Accepted
                        && a.candidate.value == identifier.value
                        && a.candidate.bounds == sighting.location.bounds
                })
        });
        let twice = places.count() > 1;
        let claimed = identifier.verdict == Verdict::Accepted;
        assert!(!claimed || accepted || twice, "accepted on nobody's word");
    }
    assert!(
        seen.values().all(|times| *times == 1),
        "one number, two records"
    );
}
