//! The reports of a run while they are written: each record goes to every one of them.

use std::io::{self, Write};

use i797::model::finding::{Finding, FindingKind, Severity};
use i797::model::record::DocumentRecord;
use i797::report::{Reporter, Summary};

use crate::output::{Output, OutputError, Unfinished};
use crate::settings::{Destination, Target};

/// What a report that is not complete says of itself.
const PARTIAL: &str = "this report is not complete: what it does not list was not read";

/// The reports of a run.
pub(crate) struct Reports(Vec<Open>);

/// One report that is being written.
struct Open {
    reporter: Box<dyn Reporter>,
    output: Output,
    has_pictures: bool,
    /// The first failure to write; nothing is written after it.
    trouble: Option<io::Error>,
}

impl Open {
    fn write(&mut self, write: impl FnOnce(&mut dyn Reporter, &mut dyn Write) -> io::Result<()>) {
        if self.trouble.is_none() {
            self.trouble = write(&mut *self.reporter, &mut self.output).err();
        }
    }
}

impl Reports {
    /// Opens all of them and writes what stands before the first document.
    ///
    /// # Errors
    /// The first that cannot be written.
    pub(crate) fn begin(targets: &[Target], unfinished: &Unfinished) -> Result<Self, OutputError> {
        let open = |target: &Target| {
            Ok(Open {
                reporter: target.format.reporter(&target.style),
                output: match &target.destination {
                    Destination::Stdout { .. } => Output::stdout(),
                    Destination::File(path) => Output::file(path, unfinished)?,
                },
                has_pictures: target.format.has_pictures(),
                trouble: None,
            })
        };
        let mut reports = targets.iter().map(open).collect::<Result<Vec<_>, _>>()?;
        for report in &mut reports {
            report.write(|reporter, out| reporter.begin(out));
        }
        Ok(Self(reports))
    }

    /// Writes a document. Returns whether anybody still listens.
    pub(crate) fn document(&mut self, mut record: DocumentRecord) -> bool {
        // A report says the same whichever others are written beside it.
        let crops = std::mem::take(&mut record.crops);
        self.write(false, &record);
        record.crops = crops;
        self.write(true, &record);
        self.0.iter().any(|report| report.trouble.is_none())
    }

    fn write(&mut self, has_pictures: bool, record: &DocumentRecord) {
        let of_kind = |report: &&mut Open| report.has_pictures == has_pictures;
        for report in self.0.iter_mut().filter(of_kind) {
            report.write(|reporter, out| {
                reporter.document(out, record)?;
                // Who reads along, a person or a program, gets each document when it is done.
                out.flush()
            });
        }
    }

    /// Writes what stands after the last document.
    ///
    /// # Errors
    /// The first report that could not be written; one whose reader went away is none of them.
    pub(crate) fn end(&mut self, summary: &Summary) -> Result<(), OutputError> {
        for report in &mut self.0 {
            report.write(|reporter, out| {
                reporter.end(out, summary)?;
                out.flush()
            });
            match &report.trouble {
                // Who closed the pipe has seen enough.
                Some(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
                Some(error) => return Err(report.output.error(error)),
                None => {}
            }
        }
        Ok(())
    }

    /// Gives complete reports their names, and others the names of partial ones. Returns what to
    /// say of each file.
    ///
    /// # Errors
    /// The first that cannot get its name.
    pub(crate) fn finish(self, complete: bool) -> Result<Vec<String>, OutputError> {
        let mut said = Vec::new();
        for report in self.0.into_iter().filter(|r| r.trouble.is_none()) {
            let name = report.output.name().display().to_string();
            if complete {
                let is_file = report.output.is_file();
                report.output.finish()?;
                said.extend(is_file.then(|| format!("report written to {name}")));
            } else if let Some(beside) = report.output.finish_partly()? {
                said.push(format!(
                    "partial report written to {}; {name} was left as it was",
                    beside.display()
                ));
            }
        }
        Ok(said)
    }

    /// Whether nobody listens any more.
    pub(crate) fn are_cut_off(&self) -> bool {
        self.0.iter().all(|report| report.trouble.is_some())
    }
}

/// The finding by which a report that is not complete says so, whatever its format.
pub(crate) fn partial(advice: &str) -> Finding {
    Finding::new(
        FindingKind::ReportPartial,
        Severity::Warning,
        PARTIAL,
        advice,
    )
}
