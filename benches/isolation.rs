//! What reading in processes of their own costs: the same native files in this process and in
//! workers, start included, and what starting a worker costs.

use std::hint::black_box;
use std::ops::ControlFlow;
use std::path::PathBuf;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use i797::model::config::Config;
use i797::pipeline::batch::{self, Silent, Sink};
use i797::pipeline::input::Input;
use i797::pipeline::worker::{Launch, Pool};

/// One page each, with text of their own: the least work a document can be.
const FILES: [&str; 4] = [
    "grid-found.pdf",
    "lockbox-blank-account.pdf",
    "biometrics-found.pdf",
    "request-found.pdf",
];
/// How often each is read in one batch.
const TIMES: usize = 50;

fn inputs() -> impl Iterator<Item = Input> {
    let path = |name: &&str| {
        PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("fixtures/notices")
            .join(name)
    };
    let files: Vec<PathBuf> = FILES.iter().map(path).collect();
    std::iter::repeat_n(files, TIMES).flatten().map(Input::File)
}

fn launch() -> Launch {
    Launch::program(env!("CARGO_BIN_EXE_extract"))
        .with_ocr_worker(env!("CARGO_BIN_EXE_extract-ocr"))
}

fn isolation(criterion: &mut Criterion) {
    let config = Config::default().with_jobs(Some(1));
    let mut group = criterion.benchmark_group("isolation");
    // The throughput is documents a second.
    group.throughput(Throughput::Elements((FILES.len() * TIMES) as u64));
    group.sample_size(10);
    let sink: Sink<'_> = &mut |record| {
        black_box(record);
        ControlFlow::Continue(())
    };
    group.bench_function("in-process", |bencher| {
        bencher.iter(|| batch::run(inputs(), &config, &Silent, sink).expect("the batch begins"));
    });
    group.bench_function("isolated", |bencher| {
        bencher.iter(|| {
            batch::run_isolated(inputs(), &config, launch(), &Silent, sink)
                .expect("the batch begins")
        });
    });
    group.finish();
    let mut start = criterion.benchmark_group("isolation/start");
    start.sample_size(20);
    start.bench_function("a worker", |bencher| {
        bencher.iter(|| {
            black_box(
                Pool::new(launch(), &config)
                    .check()
                    .expect("a worker starts"),
            )
        });
    });
    start.finish();
}

criterion_group!(benches, isolation);
criterion_main!(benches);
