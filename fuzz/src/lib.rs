//! What must hold for any bytes: nothing panics, nothing grows without bound, and no number is
//! claimed that is not printed there.

mod containers;
mod decisions;
mod glyphs;
mod joining;
mod labels;
mod pictures;

pub use containers::{attachments, containers, gzip, mail, outlook, tar, zip};
pub use decisions::decisions;
pub use glyphs::glyphs;
pub use joining::joining;
pub use labels::labels;
pub use pictures::{animations, heic};

use i797::document::Document;
use i797::document::sniff::sniff;
use i797::interpret::{Assessment, NoRereading};
use i797::model::confidence::Confidence;
use i797::model::config::{Config, Limits};
use i797::model::geometry::BoundingBox;
use i797::model::location::PageNumber;
use i797::model::source::TextSource;
use i797::model::verdict::Verdict;
use i797::notice::assemble;
use i797::notice::page::interpret_page;
use i797::text::{PageText, Word, lines_from_words};

/// More of one input is only slower.
const MOST_WORDS: usize = 600;
/// Small, so that what a file promises is refused before it is made.
pub(crate) const LIMITS: Limits = Limits::DEFAULT
    .with_file_bytes(1 << 20)
    .with_pages(20)
    .with_pixels(10_000_000);

/// Text of any kind on a page, as a text layer and as read from pixels: from words to notices.
pub fn page_text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for source in [TextSource::TextLayer, TextSource::Ocr] {
        let page = page(&text, source);
        let reading = interpret_page(PageNumber::FIRST, &page, &mut NoRereading);
        for assessment in reading
            .assessments
            .iter()
            .filter(|assessment| assessment.decision != Verdict::Rejected)
        {
            check(assessment, &page);
        }
        for notice in assemble(&[reading.clone(), reading], true) {
            for identifier in &notice.identifiers {
                assert!(!identifier.sightings.is_empty() && !identifier.evidence.is_empty());
                assert!(
                    identifier.kind.canonical(&identifier.value).is_some(),
                    "a value that is none"
                );
                assert!((0.0..=1.0).contains(&identifier.confidence.get()));
                assert!(
                    identifier.verdict == Verdict::Review
                        || source == TextSource::TextLayer
                        || identifier.sightings.len() > 1
                );
            }
        }
    }
}

/// A word for each run of characters, in a row for each line.
fn page(text: &str, source: TextSource) -> PageText {
    let mut words = Vec::new();
    for (row, line) in text.lines().enumerate() {
        let mut at = 0;
        for part in line.split(' ') {
            let from = at;
            let to = at + part.chars().count();
            at = to + 1;
            let x = |column: usize| 30.0 + 5.0 * column as f32;
            let y = 40.0 + 12.0 * row as f32;
            if let (false, Ok(bounds)) = (
                part.is_empty(),
                BoundingBox::new(x(from), y, x(to), y + 9.0),
            ) {
                words.push(Word {
                    text: part.to_owned(),
                    bounds,
                    confidence: Confidence::new(0.97),
                });
            }
        }
    }
    words.truncate(MOST_WORDS);
    PageText {
        source,
        size: (612.0, 792.0),
        lines: lines_from_words(words, &[]),
        rules: Vec::new(),
        barcodes: Vec::new(),
    }
}

/// An assessment is a number of its kind, and its digits are on the page in this order.
fn check(assessment: &Assessment, page: &PageText) {
    assert!(
        assessment
            .candidate
            .kind
            .canonical(&assessment.candidate.value)
            .is_some(),
        "a value that is none"
    );
    let printed: String = page.lines.iter().map(|line| line.text()).collect();
    assert!(
        assessment.candidate.repairs > 0
            || digits(&printed)
                .contains(digits(&assessment.candidate.value).trim_start_matches('0')),
        "digits of nowhere"
    );
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A file of any kind: what it is, its pages, their text and their pixels.
pub fn documents(bytes: &[u8]) {
    let _ = sniff(bytes);
    let config = Config::default().with_limits(LIMITS);
    let Ok(document) = Document::open(bytes.to_vec(), &config) else {
        return;
    };
    assert!(document.page_count() <= LIMITS.pages);
    for index in 0..document.page_count() {
        let Ok(page) = document.page(index) else {
            continue;
        };
        assert!(page.size.0.is_finite() && page.size.1.is_finite());
        if let Ok(Some(picture)) = page.picture() {
            assert!(
                u64::from(picture.pixels.width()) * u64::from(picture.pixels.height())
                    <= 2 * LIMITS.pixels
            );
        }
        let _ = document.fallback_text(index);
    }
}

/// What a worker may say, however wrong: it becomes a record, or is not believed.
pub fn protocol(bytes: &[u8]) {
    let Some(record) = i797::pipeline::worker::hear(bytes) else {
        return;
    };
    assert_eq!(record.pages.len(), 1);
    for identifier in record.notices.iter().flat_map(|n| &n.identifiers) {
        assert!(!identifier.sightings.is_empty());
    }
}
