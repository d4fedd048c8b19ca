//! The library with misbehaving OCR engines: they return nothing or nonsense, fail, or panic. The
//! batch always finishes, no wrong number is accepted, and no unreadable number is reported
//! missing.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use i797::model::confidence::Confidence;
use i797::model::config::Config;
use i797::model::error::ErrorKind;
use i797::model::record::{AccountNumberState, DocumentRecord, Outcome, PageState};
use i797::model::verdict::Verdict;
use i797::ocr::{OcrEngine, OcrError, PageOcr, Pass, StripWord};
use i797::pipeline::batch::{self, EnginePool, Silent};
use i797::pipeline::input;
use i797::raster::CropOptions;
use image::GrayImage;

use crate::program::fixture;

/// What a double does with a strip.
type Behaviour = fn(&GrayImage) -> Result<Vec<StripWord>, OcrError>;

struct Double(Behaviour);

impl OcrEngine for Double {
    fn name(&self) -> &'static str {
        "a double"
    }

    fn crop(&self, _look: Pass) -> CropOptions {
        CropOptions::FIRST
    }

    fn read(&mut self, strips: &[GrayImage]) -> Result<Vec<Vec<StripWord>>, OcrError> {
        strips.iter().map(self.0).collect()
    }
}

const SCAN: &str = "notices/lockbox-found-inverted.pdf";
const NATIVE: &str = "notices/grid-found.pdf";

/// Reads a scan, then a native file, with a test double for each engine. Also returns how many
/// engines were started.
fn read_with(behaviour: Behaviour) -> (Vec<DocumentRecord>, usize) {
    let started = Arc::new(AtomicUsize::new(0));
    let counter = started.clone();
    let engines = EnginePool::new(move || {
        counter.fetch_add(1, Ordering::SeqCst);
        Ok(PageOcr::new(vec![Box::new(Double(behaviour))]))
    });
    let records = read_by(engines);
    (records, started.load(Ordering::SeqCst))
}

fn read_by(engines: EnginePool) -> Vec<DocumentRecord> {
    let config = Config::default().with_jobs(Some(1));
    let mut records = Vec::new();
    let inputs = input::discover(&[fixture(SCAN), fixture(NATIVE)]);
    let mut sink = |record| {
        records.push(record);
        ControlFlow::Continue(())
    };
    batch::run_with(inputs, &config, engines, &Silent, &mut sink).expect("the batch begins");
    assert_eq!(records.len(), 2);
    // Whatever the engine does, a file with its own text needs none.
    assert_eq!(
        (records[1].outcome, records[1].notices[0].account_number),
        (Outcome::Read, AccountNumberState::Found)
    );
    records
}

fn nothing_is_claimed(record: &DocumentRecord) {
    for notice in &record.notices {
        assert!(
            !matches!(
                notice.account_number,
                AccountNumberState::Absent | AccountNumberState::Blank
            ),
            "{notice:?}"
        );
        assert!(
            notice
                .identifiers
                .iter()
                .all(|i| i.verdict != Verdict::Accepted),
            "{notice:?}"
        );
    }
}

#[test]
fn an_engine_that_reads_nothing() {
    let (records, started) = read_with(|_| Ok(Vec::new()));
    nothing_is_claimed(&records[0]);
    assert_eq!(started, 1);
}

#[test]
fn an_engine_that_reads_nonsense() {
    let (records, _) = read_with(|strip| {
        let word = |text: &str, from: f32, to: f32| StripWord {
            text: text.to_owned(),
            x0: from * strip.width() as f32,
            x1: to * strip.width() as f32,
            confidence: Confidence::new(0.2),
        };
        Ok(vec![
            word("~§%", 0.0, 0.3),
            word("lI1O0", 0.4, 0.6),
            word("\u{202e}", 0.7, 0.9),
        ])
    });
    nothing_is_claimed(&records[0]);
}

#[test]
fn an_engine_that_reports_boxes_outside_the_strip() {
    let (records, _) = read_with(|_| {
        let word = |x0, x1| StripWord {
            text: "123456789012".to_owned(),
            x0,
            x1,
            confidence: Confidence::CERTAIN,
        };
        Ok(vec![
            word(-1e9, 1e9),
            word(f32::NAN, f32::INFINITY),
            word(5.0, 4.0),
        ])
    });
    nothing_is_claimed(&records[0]);
}

#[test]
fn an_engine_that_fails() {
    let (records, started) = read_with(|_| Err(OcrError("the engine is out of order".to_owned())));
    nothing_is_claimed(&records[0]);
    assert_eq!(
        (records[0].outcome, records[0].pages[0].state),
        (Outcome::Failed, PageState::Failed)
    );
    let error = records[0].error.as_ref().expect("the record says why");
    assert!(
        error.message.contains("out of order") && !error.advice.is_empty(),
        "{error:?}"
    );
    assert_eq!(started, 1);
}

#[test]
fn an_engine_that_panics() {
    let (records, _) = read_with(|_| panic!("IOE0912345678"));
    nothing_is_claimed(&records[0]);
    assert_eq!(records[0].outcome, Outcome::Failed);
    let error = records[0].error.as_ref().expect("the record says why");
    assert_eq!(error.kind, ErrorKind::Damaged);
    assert!(!error.message.contains("IOE"), "{error:?}");
}

#[test]
fn an_engine_that_answers_for_too_few_strips() {
    struct Short;
    impl OcrEngine for Short {
        fn name(&self) -> &'static str {
            "short"
        }
        fn crop(&self, _look: Pass) -> CropOptions {
            CropOptions::FIRST
        }
        fn read(&mut self, _strips: &[GrayImage]) -> Result<Vec<Vec<StripWord>>, OcrError> {
            Ok(Vec::new())
        }
    }
    nothing_is_claimed(&read_by(EnginePool::new(|| Ok(PageOcr::new(vec![Box::new(Short)]))))[0]);
}

#[test]
fn no_engine_at_all() {
    let records = read_by(EnginePool::new(|| {
        Err(OcrError("nothing is installed".to_owned()))
    }));
    assert_eq!(
        (records[0].outcome, records[0].notices.len()),
        (Outcome::Failed, 0)
    );
    let error = records[0].error.as_ref().expect("the record says why");
    assert!(
        error.message.contains("nothing is installed") && error.advice.contains("install"),
        "{error:?}"
    );
}
