//! One run from settings to exit status: the batch feeds the reports, and the summary decides the
//! status.

use std::ops::ControlFlow;
#[cfg(unix)]
use std::path::Path;
use std::time::Instant;

use i797::model::error::SetupError;
use i797::model::finding::{Finding, FindingKind, Severity};
use i797::model::mask;
use i797::model::record::DocumentRecord;
use i797::pipeline::batch::{self, BatchSummary, Sink};
use i797::pipeline::recall::Recall;
use i797::pipeline::selection::Tally;
use i797::pipeline::state::State;
#[cfg(unix)]
use i797::pipeline::worker::Launch;
use i797::report::{Summary, text};
use i797::review::Decisions;

use crate::annotations::Undrawn;
use crate::command::apply;
use crate::command::earlier::Earlier;
use crate::exit::{Causes, Status};
use crate::output::Unfinished;
use crate::progress::{Progress, Shown};
use crate::reports::{self, Reports};
use crate::settings::{Destination, Settings};
use crate::signal::Interrupt;
use crate::{annotations, console, hints, inputs, log, memory, metrics};

/// Reads what the settings name and writes the reports; with decisions, they are applied to the
/// records of earlier reports and of what is read.
pub(crate) fn read(settings: &Settings, decided: Option<(Vec<Decisions>, Earlier)>) -> Status {
    let (interrupt, unfinished) = listening();
    read_until(settings, decided, &interrupt, &unfinished)
}

/// Writes the reports of records that `batch` has.
pub(crate) fn write(
    settings: &Settings,
    batch: impl FnOnce(Sink) -> Result<BatchSummary, SetupError>,
) -> Status {
    let (interrupt, unfinished) = listening();
    let run = Run {
        settings,
        unfinished: &unfinished,
        progress: &Progress::new(Shown::Nothing, interrupt),
        tally: &Tally::default(),
        state: None,
    };
    run.report(batch)
}

fn listening() -> (Interrupt, Unfinished) {
    let interrupt = Interrupt::default();
    let unfinished = Unfinished::default();
    interrupt.listen(&unfinished, Status::Interrupted.code());
    (interrupt, unfinished)
}

/// The same for somebody who listens to signals already.
pub(crate) fn read_until(
    settings: &Settings,
    decided: Option<(Vec<Decisions>, Earlier)>,
    interrupt: &Interrupt,
    unfinished: &Unfinished,
) -> Status {
    let state = match memory::open(settings, interrupt) {
        Ok(state) => state,
        Err(message) => return refused(&message),
    };
    let stdin = match inputs::stdin_copy(settings) {
        Ok(stdin) => stdin,
        Err(message) => return refused(&message),
    };
    let tally = Tally::default();
    let progress = Progress::new(inputs::shown(settings, interrupt), interrupt.clone());
    let inputs = || inputs::all(settings, stdin.as_ref(), &tally);
    #[cfg(unix)]
    let read = |sink: Sink| {
        let recall = state.as_ref().map(|state| state as &dyn Recall);
        let config = &settings.config;
        batch::run_recalling(inputs(), config, launch()?, recall, &progress, sink)
    };
    #[cfg(not(unix))]
    let read = |sink: Sink| batch::run(inputs(), &settings.config, &progress, sink);
    let run = Run {
        settings,
        unfinished,
        progress: &progress,
        tally: &tally,
        state: state.as_ref(),
    };
    run.report(|sink| match decided {
        None => read(sink),
        Some((decisions, earlier)) => apply::with_decisions(decisions, earlier, read, sink),
    })
}

/// How workers are started: this program reads text, and the one beside it, which links Tesseract,
/// reads scans.
#[cfg(unix)]
pub(crate) fn launch() -> Result<Launch, SetupError> {
    let this = Launch::this_program()?;
    let beside = this.clone().with_ocr_worker_beside("extract-ocr");
    // A build without Tesseract, such as the static one, uses the worker where it was installed and
    // misses nothing where it was not.
    let is_there = beside.ocr_worker().is_some_and(Path::exists);
    Ok(if cfg!(feature = "tesseract") || is_there {
        beside
    } else {
        this
    })
}

/// What a run needs beside the batch.
struct Run<'a> {
    settings: &'a Settings,
    unfinished: &'a Unfinished,
    progress: &'a Progress,
    tally: &'a Tally,
    state: Option<&'a State>,
}

impl Run<'_> {
    /// Runs `batch`, which hands its records to the sink in input order, and writes the reports.
    /// What goes wrong is said on standard error.
    fn report(&self, batch: impl FnOnce(Sink) -> Result<BatchSummary, SetupError>) -> Status {
        let begun = Instant::now();
        log::event("begin", &[]);
        let mut report = match Report::begin(self.settings, self.unfinished) {
            Ok(report) => report,
            Err(message) => return refused(&message),
        };
        let ended = self.run(&mut report, batch);
        let summary = report.summary.clone();
        let mut status = ended.unwrap_or_else(|message| refused(&message));
        if let Some(path) = &self.settings.metrics
            && let Err(error) = metrics::write(path, &summary, begun.elapsed(), status.code())
        {
            status = status.merge(refused(&error.to_string()));
        }
        log::event(
            "end",
            &[
                ("status", status.code().into()),
                ("seconds", begun.elapsed().as_secs_f64().into()),
                ("counts", log::counts(&summary)),
            ],
        );
        status
    }

    fn run(
        &self,
        report: &mut Report,
        batch: impl FnOnce(Sink) -> Result<BatchSummary, SetupError>,
    ) -> Result<Status, String> {
        let targets = &self.settings.targets;
        let on_terminal = targets
            .iter()
            .any(|target| target.destination == Destination::TERMINAL);
        let ran = batch(&mut |record| {
            let take = || report.document(record);
            if on_terminal {
                self.progress.aside(take)
            } else {
                take()
            }
        });
        self.progress.finish();
        let ran = ran.map_err(|e| e.to_string())?;
        report.summary.left_out = self.tally.left_out();
        let ended = report.end(ran, self.settings, self.tally.missing())?;
        self.remember(&report.summary, ended)
    }

    /// Lets the state know that the reports are written.
    fn remember(&self, summary: &Summary, status: Status) -> Result<Status, String> {
        let (Some(state), Some(path)) = (self.state, &self.settings.state) else {
            return Ok(status);
        };
        let complete = !summary.interrupted && status < Status::CouldNotRun;
        let finished = state.finish(complete);
        finished.map_err(|error| memory::told(path, &error))?;
        if self.settings.summary && !log::is_json() {
            memory::say(state);
        }
        Ok(status)
    }
}

/// Says why there is no report.
fn refused(message: &str) -> Status {
    console::error(message);
    Status::CouldNotRun
}

/// The reports that are being written, and what is counted meanwhile.
struct Report {
    reports: Option<Reports>,
    mask: bool,
    summary: Summary,
    causes: Causes,
    drawings: annotations::Writer,
    /// Why the run failed to draw what it was to draw.
    undrawn: Option<String>,
}

impl Report {
    fn begin(settings: &Settings, unfinished: &Unfinished) -> Result<Self, String> {
        let reports = Reports::begin(&settings.targets, unfinished).map_err(|e| e.to_string())?;
        Ok(Self {
            reports: Some(reports),
            mask: settings.mask,
            summary: Summary::default(),
            causes: Causes::default(),
            drawings: annotations::Writer::new(settings.drawings.clone())?,
            undrawn: None,
        })
    }

    fn document(&mut self, mut record: DocumentRecord) -> ControlFlow<()> {
        hints::add(&mut record);
        if self.mask {
            mask::document(&mut record);
        }
        if let Some(undrawn) = self.drawings.write(&mut record) {
            self.take_undrawn(&undrawn, &mut record);
        }
        self.summary.add(&record);
        let notices = record.notices.iter().flat_map(|n| &n.findings);
        let findings: Vec<Finding> = notices.chain(&record.findings).cloned().collect();
        self.causes.add(&findings);
        log::event(
            "document",
            &[
                ("number", self.summary.documents.into()),
                ("outcome", record.outcome.to_string().into()),
                ("pages", record.pages.len().into()),
                ("notices", record.notices.len().into()),
            ],
        );
        let listened = self.reports.as_mut().is_some_and(|r| r.document(record));
        if listened {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
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

    fn end(
        &mut self,
        ran: BatchSummary,
        settings: &Settings,
        missing: usize,
    ) -> Result<Status, String> {
        let Some(mut reports) = self.reports.take() else {
            return Ok(Status::CouldNotRun);
        };
        let mut findings = ran.findings;
        if self.mask {
            findings.iter_mut().for_each(mask::finding);
        }
        // A batch that stopped because nobody listens any more was not interrupted.
        self.summary.interrupted = ran.interrupted && !reports.are_cut_off();
        let advice = self.why_partial(missing);
        findings.extend(advice.map(reports::partial));
        self.causes.add(&findings);
        self.summary.add_findings(findings);
        let summary = &self.summary;
        let is_heard = !reports.are_cut_off();
        if summary.documents == 0 && !summary.interrupted && is_heard {
            return Err("no file was found to read".to_owned());
        }
        reports.end(summary).map_err(|e| e.to_string())?;
        let status = Status::of(summary, std::mem::take(&mut self.causes), &settings.fail_on);
        if reports.are_cut_off() {
            return Ok(status);
        }
        if let Some(undrawn) = self.undrawn.take() {
            return Err(undrawn);
        }
        let places = reports.finish(advice.is_none());
        let places = places.map_err(|e| e.to_string())?;
        if settings.summary && !log::is_json() {
            say(summary, &places);
        }
        if missing == 0 {
            return Ok(status);
        }
        let message = match missing {
            1 => "a named path does not exist".to_owned(),
            n => format!("{n} named paths do not exist"),
        };
        console::error(&format!("{message}; --ignore-missing goes on without"));
        Ok(status.merge(Status::CouldNotRun))
    }

    /// Why the reports are not complete, if they are not: what to do about it.
    fn why_partial(&self, missing: usize) -> Option<&'static str> {
        if self.summary.interrupted {
            Some("run again to read the rest")
        } else if missing > 0 {
            Some("see that the named paths are there, and run again")
        } else {
            None
        }
    }
}

/// The summary on standard error, for a report that a person does not see.
fn say(summary: &Summary, places: &[String]) {
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => String::new(),
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    };
    let left_out = counted(
        summary.left_out,
        "entry left out (system files, hidden folders, --exclude)",
        "entries left out (system files, hidden folders, --exclude)",
    );
    let findings = counted(
        summary.findings.len(),
        "finding across documents",
        "findings across documents",
    );
    let interrupted = if summary.interrupted {
        "interrupted: what is not listed was not read"
    } else {
        ""
    };
    let lines = text::summary_lines(summary)
        .into_iter()
        .chain([left_out, findings, interrupted.to_owned()])
        .chain(places.iter().cloned());
    for line in lines.filter(|l| !l.is_empty()) {
        console::say(&line);
    }
}

#[cfg(test)]
#[path = "run_tests.rs"]
mod tests;
