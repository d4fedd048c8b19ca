//! The stages of one page, each by itself, on named fixtures.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::PathBuf;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use i797::document::{Document, PageImage};
use i797::interpret::meaning;
use i797::interpret::{NoRereading, judge};
use i797::model::config::Config;
use i797::model::location::PageNumber;
use i797::model::record::DocumentRecord;
use i797::notice::assemble;
use i797::notice::page::interpret_page;
use i797::ocr::{BuiltinEngine, PageOcr};
use i797::pipeline::batch::{self, Silent};
use i797::pipeline::input;
use i797::raster;
use i797::recognizer::LineRecognizer;
use i797::report::{Format, Style, Summary};
use i797::text::PageText;

const NATIVE: &str = "grid-found.pdf";
const SCANS: [&str; 3] = [
    "grid-found-png.png",
    "lockbox-found-jpeg.jpg",
    "lockbox-blank-account-g4.tif",
];

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures/notices")
        .join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).expect("the fixture is there")
}

fn open(bytes: Vec<u8>) -> Document {
    Document::open(bytes, &Config::default()).expect("the fixture opens")
}

fn text_layer(bytes: Vec<u8>) -> PageText {
    open(bytes)
        .page(0)
        .expect("the page is there")
        .visible
        .expect("the page has a text layer")
}

fn picture(bytes: Vec<u8>) -> PageImage {
    let page = open(bytes).page(0).expect("the page is there");
    page.picture()
        .expect("the page decodes")
        .expect("the page is not empty")
}

fn prepared(name: &str) -> raster::PageLayout {
    let picture = picture(bytes(name));
    raster::prepare(picture.pixels, Some(picture.dpi))
        .pop()
        .expect("the picture shows a page")
}

fn native(criterion: &mut Criterion) {
    let file = bytes(NATIVE);
    criterion.bench_function("open", |bencher| {
        bencher.iter_batched(
            || file.clone(),
            |file| black_box(open(file).page_count()),
            BatchSize::SmallInput,
        );
    });
    criterion.bench_function("open and text layer", |bencher| {
        bencher.iter_batched(
            || file.clone(),
            |file| black_box(text_layer(file)),
            BatchSize::SmallInput,
        );
    });
    let text = text_layer(file);
    criterion.bench_function("interpret_page", |bencher| {
        bencher.iter(|| black_box(interpret_page(PageNumber::FIRST, &text, &mut NoRereading)));
    });
    criterion.bench_function("meaning", |bencher| {
        bencher.iter(|| black_box(meaning::interpret(&text)));
    });
    let meaning = meaning::interpret(&text);
    criterion.bench_function("judge", |bencher| {
        bencher.iter(|| black_box(judge(&text, &meaning, true, &mut NoRereading)));
    });
    let reading = interpret_page(PageNumber::FIRST, &text, &mut NoRereading);
    criterion.bench_function("assemble", |bencher| {
        bencher.iter(|| black_box(assemble(std::slice::from_ref(&reading), true)));
    });
}

fn pixels(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("scan");
    group.sample_size(20);
    for name in SCANS {
        let file = bytes(name);
        group.bench_function(format!("decode/{name}"), |bencher| {
            bencher.iter_batched(
                || file.clone(),
                |file| black_box(picture(file)),
                BatchSize::LargeInput,
            );
        });
        let PageImage { pixels, dpi, .. } = picture(file);
        group.bench_function(format!("prepare/{name}"), |bencher| {
            bencher.iter_batched(
                || pixels.clone(),
                |pixels| black_box(raster::prepare(pixels, Some(dpi))),
                BatchSize::LargeInput,
            );
        });
        group.bench_function(format!("read decoded page/{name}"), |bencher| {
            let mut reader = PageOcr::new(vec![Box::new(
                BuiltinEngine::new().expect("the reader starts"),
            )]);
            bencher.iter_batched(
                || pixels.clone(),
                |pixels| {
                    for page in raster::prepare(pixels, Some(dpi)) {
                        let mut scan = reader.read(page).expect("the reader reads");
                        let (text, mut look) = scan.split();
                        black_box(interpret_page(PageNumber::FIRST, text, &mut look));
                    }
                },
                BatchSize::LargeInput,
            );
        });
        let page = prepared(name);
        // A page on its side: nothing of what was found stays, so drawing it and finding its rules
        // and lines is all there is.
        group.bench_function(format!("find lines/{name}"), |bencher| {
            bencher.iter(|| black_box(page.turned(1).lines.len()))
        });
        let mut reader = PageOcr::new(vec![Box::new(
            BuiltinEngine::new().expect("the reader starts"),
        )]);
        group.bench_function(format!("read lines/{name}"), |bencher| {
            bencher.iter_batched(
                || page.clone(),
                |page| {
                    black_box(
                        reader
                            .read(page)
                            .expect("the reader reads")
                            .text
                            .word_count(),
                    )
                },
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

/// The records of the contradicting notices and a family: short ones and a long one.
fn records() -> Vec<DocumentRecord> {
    let names = [
        "two-accounts-first.pdf",
        "two-accounts-second.pdf",
        "family-found.pdf",
        "grid-blank-account.pdf",
    ];
    let paths: Vec<PathBuf> = names.iter().map(|name| path(name)).collect();
    let mut records = Vec::new();
    let mut keep = |record| {
        records.push(record);
        ControlFlow::Continue(())
    };
    batch::run(
        input::discover(&paths),
        &Config::default(),
        &Silent,
        &mut keep,
    )
    .expect("the batch begins");
    records
}

fn report(records: &[DocumentRecord], format: Format) -> Vec<u8> {
    let mut out = Vec::new();
    let mut summary = Summary::default();
    let mut reporter = format.reporter(&Style::default());
    reporter.begin(&mut out).expect("memory takes everything");
    for record in records {
        summary.add(record);
        reporter
            .document(&mut out, record)
            .expect("memory takes everything");
    }
    reporter
        .end(&mut out, &summary)
        .expect("memory takes everything");
    out
}

fn reports(criterion: &mut Criterion) {
    let records = records();
    let mut group = criterion.benchmark_group("report");
    for (name, format) in Format::ALL {
        group.bench_function(*name, |bencher| {
            bencher.iter(|| black_box(report(&records, *format)))
        });
    }
    group.finish();
}

/// One line of the usual length: 32 by 384 pixels.
fn strip(criterion: &mut Criterion) {
    let strip = image::GrayImage::from_fn(384, 32, |x, y| {
        image::Luma([if (x / 4) % 3 == 0 && (6..26).contains(&y) {
            20
        } else {
            240
        }])
    });
    let mut reader = LineRecognizer::new().expect("the reader starts");
    criterion.bench_function("read a strip", |bencher| {
        bencher.iter(|| black_box(reader.read_line(&strip).columns()))
    });
}

criterion_group!(benches, native, strip, pixels, reports);
criterion_main!(benches);
