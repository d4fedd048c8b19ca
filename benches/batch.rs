//! Whole batches as users run them, in worker processes, their start included: native files and
//! scans, with one job and with two; pages a second.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::PathBuf;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use i797::model::config::Config;
use i797::pipeline::batch::{self, Silent};
use i797::pipeline::input;
use i797::pipeline::worker::Launch;

const NATIVE: [&str; 6] = [
    "grid-found.pdf",
    "lockbox-blank-account.pdf",
    "biometrics-found.pdf",
    "family-found.pdf",
    "request-found.pdf",
    "bundle-letter-and-three-notices.pdf",
];
const SCANNED: [&str; 4] = [
    "grid-found-png.png",
    "lockbox-blank-account-g4.tif",
    "biometrics-found-pdf-strips.pdf",
    "bundle-three-notices-g4.tif",
];

fn paths(names: &[&str]) -> Vec<PathBuf> {
    names
        .iter()
        .map(|name| {
            PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                .join("fixtures/notices")
                .join(name)
        })
        .collect()
}

/// Reads the files and returns their number of pages.
fn read(paths: &[PathBuf], jobs: usize) -> usize {
    let config = Config::default().with_jobs(Some(jobs));
    let mut pages = 0;
    let mut count = |record: i797::model::record::DocumentRecord| {
        pages += record.page_count;
        black_box(record);
        ControlFlow::Continue(())
    };
    let launch = Launch::program(env!("CARGO_BIN_EXE_extract"))
        .with_ocr_worker(env!("CARGO_BIN_EXE_extract-ocr"));
    batch::run_isolated(input::discover(paths), &config, launch, &Silent, &mut count)
        .expect("the batch begins");
    pages
}

fn batches(criterion: &mut Criterion) {
    for (name, files) in [("native", &NATIVE[..]), ("scanned", &SCANNED[..])] {
        let files = paths(files);
        let mut group = criterion.benchmark_group(format!("batch/{name}"));
        group.throughput(Throughput::Elements(read(&files, 2) as u64));
        group.sample_size(if name == "native" { 50 } else { 10 });
        for jobs in [1, 2] {
            group.bench_with_input(
                BenchmarkId::from_parameter(format!("{jobs} jobs")),
                &jobs,
                |bencher, &jobs| {
                    bencher.iter(|| read(&files, jobs));
                },
            );
        }
        group.finish();
    }
}

criterion_group!(benches, batches);
criterion_main!(benches);
