//! Runs with batches of the tests' own.

use std::path::{Path, PathBuf};

use i797::model::error::{DocumentError, ErrorKind};
use i797::model::record::Outcome;
use i797::pipeline::selection::Selection;
use i797::report::{Format, Style};

use super::*;
use crate::exit::Cause;
use crate::settings::Target;

/// Settings for a report in a file of its own, named after the test.
fn settings(name: &str) -> Settings {
    let path =
        std::env::temp_dir().join(format!("i797-session-{name}-{}.json", std::process::id()));
    let _ = std::fs::remove_file(&path);
    Settings {
        paths: vec![],
        list: None,
        selection: Selection::default(),
        ignores_missing: false,
        state: None,
        only_new: false,
        waits_for_state: false,
        config: i797::model::config::Config::default(),
        targets: vec![target(path)],
        mask: true,
        fail_on: vec![],
        progress: false,
        heartbeat: false,
        metrics: None,
        summary: false,
        drawings: None,
    }
}

fn target(path: PathBuf) -> Target {
    Target {
        format: Format::Json,
        style: Style::default(),
        destination: Destination::File(path),
    }
}

fn path(settings: &Settings) -> &Path {
    settings.targets[0].file().unwrap()
}

fn failed(path: &str) -> DocumentRecord {
    let error = DocumentError::new(ErrorKind::Damaged, "broken");
    DocumentRecord::unread(Path::new(path), Outcome::Failed, error)
}

fn run_with(
    settings: &Settings,
    batch: impl FnOnce(Sink) -> Result<BatchSummary, SetupError>,
) -> Status {
    let progress = Progress::new(Shown::Nothing, Interrupt::default());
    let run = Run {
        settings,
        unfinished: &Unfinished::default(),
        progress: &progress,
        tally: &Tally::default(),
        state: None,
    };
    run.report(batch)
}

fn one(sink: Sink) -> Result<BatchSummary, SetupError> {
    assert!(sink(failed("IOE0912345678.pdf")).is_continue());
    Ok(BatchSummary::default())
}

#[test]
fn records_become_a_report_and_a_status() {
    let mut settings = settings("report");
    assert_eq!(run_with(&settings, one), Status::Attention);
    let report = std::fs::read_to_string(path(&settings)).unwrap();
    assert!(
        report.contains("\"IOExxxxxx5678.pdf\"") && report.ends_with("}\n"),
        "{report}"
    );
    settings.fail_on = vec![Cause::Never];
    assert_eq!(run_with(&settings, one), Status::Clean);
    std::fs::remove_file(path(&settings)).unwrap();
}

#[test]
fn an_interrupted_batch_is_reported_as_far_as_it_went() {
    let settings = settings("interrupted");
    let status = run_with(&settings, |sink| {
        one(sink).map(|s| BatchSummary {
            interrupted: true,
            ..s
        })
    });
    assert_eq!(status, Status::Interrupted);
    assert!(!path(&settings).exists());
    let beside = crate::output::partial(path(&settings));
    let report = std::fs::read_to_string(&beside).unwrap();
    assert!(report.contains("\"interrupted\":true"), "{report}");
    assert!(report.contains("\"report-partial\""), "{report}");
    std::fs::remove_file(beside).unwrap();
}

#[test]
fn no_report_is_left_of_a_run_that_could_not_begin() {
    let settings = settings("begin");
    let broken = |_: Sink| Err(SetupError::Engine("no data".to_owned()));
    assert_eq!(run_with(&settings, broken), Status::CouldNotRun);
    assert_eq!(
        run_with(&settings, |_| Ok(BatchSummary::default())),
        Status::CouldNotRun
    );
    assert!(!path(&settings).exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_ends_the_batch() {
    let mut settings = settings("full");
    settings.targets = vec![target(PathBuf::from("/dev/full"))];
    let mut went_on = true;
    let status = run_with(&settings, |sink| {
        went_on = sink(failed("a.pdf")).is_continue();
        Ok(BatchSummary {
            interrupted: true,
            ..BatchSummary::default()
        })
    });
    assert_eq!((status, went_on), (Status::CouldNotRun, false));
}
