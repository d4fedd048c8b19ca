//! One run from settings to exit status: the batch feeds the reporter, the reporter fills the
//! output, and the summary decides the status.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;

use i797::model::error::SetupError;
use i797::model::finding::{Finding, FindingKind, Severity};
use i797::model::mask;
use i797::model::record::DocumentRecord;
use i797::pipeline::batch::{BatchSummary, Sink};
#[cfg(unix)]
use i797::pipeline::worker::Launch;
use i797::pipeline::{batch, input};
use i797::report::{Reporter, Summary, text};
use i797::review::Decisions;

use crate::annotations::Undrawn;
use crate::command::apply;
use crate::exit::Status;
use crate::output::{Output, Unfinished};
use crate::progress::Progress;
use crate::settings::{Destination, Settings};
use crate::signal::Interrupt;
use crate::{annotations, console, hints, output};

/// Reads what the settings name and writes the report; with decisions, they are applied to the
/// records of earlier reports and of what is read.
pub(crate) fn read(
    settings: &Settings,
    decided: Option<(Decisions, Vec<DocumentRecord>)>,
) -> Status {
    let interrupt = Interrupt::default();
    let unfinished = Unfinished::default();
    interrupt.listen(&unfinished, Status::Interrupted.code());
    let is_report = |path: &Path| match &settings.destination {
        Destination::File(report) => output::is_report(report, path),
        Destination::Stdout { .. } => false,
    };
    let inputs = || input::discover(&settings.paths).filter(|input| !is_report(input.path()));
    let total = settings.progress.then(|| inputs().count() as u64);
    let progress = Progress::new(total, settings.progress, interrupt);
    #[cfg(unix)]
    let read =
        |sink: Sink| batch::run_isolated(inputs(), &settings.config, launch()?, &progress, sink);
    #[cfg(not(unix))]
    let read = |sink: Sink| batch::run(inputs(), &settings.config, &progress, sink);
    run(settings, &unfinished, &progress, |sink| match decided {
        None => read(sink),
        Some((decisions, earlier)) => apply::with_decisions(decisions, earlier, read, sink),
    })
}

/// How workers are started: this program reads text, and the one beside it, which links Tesseract,
/// reads scans.
#[cfg(unix)]
pub(crate) fn launch() -> Result<Launch, SetupError> {
    let this = Launch::this_program()?;
    let has_tesseract = cfg!(feature = "tesseract");
    Ok(if has_tesseract {
        this.with_picture_reader_beside("extract-ocr")
    } else {
        this
    })
}

/// Runs `batch`, which hands its records to the sink in input order, and writes the report. What
/// goes wrong is said on standard error.
fn run(
    settings: &Settings,
    unfinished: &Unfinished,
    progress: &Progress,
    batch: impl FnOnce(Sink) -> Result<BatchSummary, SetupError>,
) -> Status {
    match try_run(settings, unfinished, progress, batch) {
        Ok(status) if settings.exit_zero => status.without_attention(),
        Ok(status) => status,
        Err(message) => {
            console::error(&message);
            Status::CouldNotRun
        }
    }
}

fn try_run(
    settings: &Settings,
    unfinished: &Unfinished,
    progress: &Progress,
    batch: impl FnOnce(Sink) -> Result<BatchSummary, SetupError>,
) -> Result<Status, String> {
    let output = match &settings.destination {
        Destination::Stdout { .. } => Output::stdout(),
        Destination::File(path) => Output::file(path, unfinished).map_err(|e| e.to_string())?,
    };
    let mut report = Report {
        reporter: settings.format.reporter(&settings.style),
        output,
        mask: settings.mask,
        summary: Summary::default(),
        trouble: None,
        drawings: annotations::Writer::new(settings.drawings.clone())?,
        undrawn: None,
    };
    report.write(|reporter, out, _| reporter.begin(out));
    let on_terminal = settings.destination == Destination::Stdout { terminal: true };
    let ran = batch(&mut |record| {
        let take = || report.document(record);
        if on_terminal {
            progress.aside(take)
        } else {
            take()
        }
    });
    progress.finish();
    let ran = ran.map_err(|e| e.to_string())?;
    report.end(ran, settings)
}

/// A report that is being written.
struct Report {
    reporter: Box<dyn Reporter>,
    output: Output,
    mask: bool,
    summary: Summary,
    /// The first failure to write; nothing is written after it.
    trouble: Option<io::Error>,
    drawings: annotations::Writer,
    /// Why the run failed to draw what it was to draw.
    undrawn: Option<String>,
}

impl Report {
    fn document(&mut self, mut record: DocumentRecord) -> ControlFlow<()> {
        hints::add(&mut record);
        if self.mask {
            mask::document(&mut record);
        }
        if let Some(undrawn) = self.drawings.write(&mut record) {
            self.take_undrawn(&undrawn, &mut record);
        }
        self.summary.add(&record);
        self.write(|reporter, out, _| {
            reporter.document(out, &record)?;
            // Who reads along, a person or a program, gets each document when it is done.
            out.flush()
        });
        if self.trouble.is_some() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    /// Pages that cannot be drawn end no batch: they are a finding.
    fn take_undrawn(&mut self, undrawn: &Undrawn, record: &mut DocumentRecord) {
        if self.drawings.is_all_that_is_wanted() {
            self.undrawn = Some(undrawn.error.to_string());
        }
        let pages = undrawn.pages;
        let drawings = if pages == 1 { "page" } else { "pages" };
        record.findings.push(Finding::new(
            FindingKind::DrawingUnwritten,
            Severity::Warning,
            format!(
                "{pages} {drawings} could not be drawn: {}",
                undrawn.error.reason()
            ),
            "see to the folder that --annotate names, and run this file again",
        ));
    }

    fn write(
        &mut self,
        write: impl FnOnce(&mut dyn Reporter, &mut dyn Write, &Summary) -> io::Result<()>,
    ) {
        if self.trouble.is_none() {
            self.trouble = write(&mut *self.reporter, &mut self.output, &self.summary).err();
        }
    }

    fn end(mut self, ran: BatchSummary, settings: &Settings) -> Result<Status, String> {
        let mut findings = ran.findings;
        if self.mask {
            findings.iter_mut().for_each(mask::finding);
        }
        self.summary.add_findings(findings);
        // A batch that stopped because nobody listens any more was not interrupted.
        self.summary.interrupted = ran.interrupted && self.trouble.is_none();
        self.write(|reporter, out, summary| {
            reporter.end(out, summary)?;
            out.flush()
        });
        let status = Status::of(&self.summary);
        match &self.trouble {
            // Who closed the pipe has seen enough.
            Some(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(status),
            Some(error) => return Err(self.output.error(error).to_string()),
            None => {}
        }
        if let Some(undrawn) = self.undrawn {
            return Err(undrawn);
        }
        if self.summary.documents == 0 && !self.summary.interrupted {
            return Err("no file was found to read".to_owned());
        }
        self.output.finish().map_err(|e| e.to_string())?;
        if settings.summary {
            let place = match &settings.destination {
                Destination::File(path) => format!("report written to {}", path.display()),
                Destination::Stdout { .. } => String::new(),
            };
            say(&self.summary, &place);
        }
        Ok(status)
    }
}

/// The summary on standard error, for a report that a person does not see.
fn say(summary: &Summary, place: &str) {
    let contradictions = match summary.findings.len() {
        0 => String::new(),
        1 => "1 finding across documents".to_owned(),
        n => format!("{n} findings across documents"),
    };
    let interrupted = if summary.interrupted {
        "interrupted: what is not listed was not read"
    } else {
        ""
    };
    let lines = text::summary_lines(summary).into_iter().chain([
        contradictions,
        interrupted.to_owned(),
        place.to_owned(),
    ]);
    for line in lines.filter(|l| !l.is_empty()) {
        console::say(&line);
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use i797::model::error::{DocumentError, ErrorKind};
    use i797::model::record::Outcome;
    use i797::report::{Format, Style};

    use super::*;
    use crate::signal::Interrupt;

    /// Settings for a report in a file of its own, named after the test.
    fn settings(name: &str) -> Settings {
        let path =
            std::env::temp_dir().join(format!("i797-session-{name}-{}.json", std::process::id()));
        let _ = std::fs::remove_file(&path);
        Settings {
            paths: vec![],
            config: i797::model::config::Config::default(),
            format: Format::Json,
            style: Style::default(),
            destination: Destination::File(path),
            mask: true,
            exit_zero: false,
            progress: false,
            summary: false,
            drawings: None,
        }
    }

    fn path(settings: &Settings) -> &Path {
        match &settings.destination {
            Destination::File(path) => path,
            Destination::Stdout { .. } => unreachable!("the tests write to files"),
        }
    }

    fn failed(path: &str) -> DocumentRecord {
        let error = DocumentError::new(ErrorKind::Damaged, "broken");
        DocumentRecord::unread(Path::new(path), Outcome::Failed, error)
    }

    fn run_with(
        settings: &Settings,
        batch: impl FnOnce(Sink) -> Result<BatchSummary, SetupError>,
    ) -> Status {
        let progress = Progress::new(None, false, Interrupt::default());
        run(settings, &Unfinished::default(), &progress, batch)
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
        settings.exit_zero = true;
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
        let report = std::fs::read_to_string(path(&settings)).unwrap();
        assert!(report.contains("\"interrupted\":true"), "{report}");
        std::fs::remove_file(path(&settings)).unwrap();
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
        settings.destination = Destination::File(PathBuf::from("/dev/full"));
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
}
