//! Resolves the arguments into settings: reads the files that options name, looks at the terminal
//! and the environment, and refuses contradictions before any work is done.

mod about;
mod environment;
mod limits;
mod lists;
mod selection;
mod targets;

use std::path::{Path, PathBuf};

pub(crate) use environment::Environment;
use i797::model::config::{Config, PreviewOptions};
use i797::pipeline::selection::Selection;
use i797::report::Format;
pub(crate) use limits::unheld;
pub(crate) use lists::List;
pub(crate) use targets::{Destination, Target};

use crate::cli::{LogFormat, RunArgs};
use crate::exit::Cause;
use crate::{hints, output};

/// The path that stands for standard input.
pub(crate) const STDIN: &str = "-";

/// Everything a run needs to know, resolved and validated.
#[derive(Debug)]
pub(crate) struct Settings {
    /// Files and folders to read, in this order.
    pub paths: Vec<PathBuf>,
    /// Further ones, in a list that is read bit by bit.
    pub list: Option<List>,
    /// Which entries of folders are looked at.
    pub selection: Selection,
    /// Where it is remembered what was read.
    pub state: Option<PathBuf>,
    /// Whether only what was not reported before is.
    pub only_new: bool,
    /// Whether another run that has the state is waited for.
    pub waits_for_state: bool,
    /// Whether named paths that do not exist are skipped.
    pub ignores_missing: bool,
    /// How the library reads them.
    pub config: Config,
    /// The reports.
    pub targets: Vec<Target>,
    /// Whether numbers are masked down to their last four digits.
    pub mask: bool,
    /// What makes the exit status 1; empty for everything that does.
    pub fail_on: Vec<Cause>,
    /// Whether to show a progress bar.
    pub progress: bool,
    /// Whether to say now and then how far the run is, where no bar is shown.
    pub heartbeat: bool,
    /// Where counts and times go.
    pub metrics: Option<PathBuf>,
    /// Whether to print a summary on standard error.
    pub summary: bool,
    /// Where annotated pages go; `None` if none are drawn.
    pub drawings: Option<Drawings>,
}

/// Where annotated pages go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Drawings {
    /// One file for a single page; numbered files next to it for several.
    File(PathBuf),
    /// A folder, with one file per page.
    Folder(PathBuf),
}

impl Settings {
    /// Resolves the arguments of a plain run.
    ///
    /// # Errors
    /// A message for the user if the arguments are invalid or a file can't be read.
    pub(crate) fn new(mut args: RunArgs, environment: Environment) -> Result<Self, String> {
        let drawings = args.annotate.take().map(Drawings::Folder);
        Self::resolve(args, drawings, environment)
    }

    /// Resolves the arguments of `explain`: its output is an image, and the report goes to standard
    /// output.
    ///
    /// # Errors
    /// As for [`Settings::new`].
    pub(crate) fn explaining(mut args: RunArgs, environment: Environment) -> Result<Self, String> {
        let drawings = match (args.output.as_slice(), args.annotate.take()) {
            ([], Some(folder)) => Drawings::Folder(folder),
            ([file], None) => {
                check_image_output(file, &args)?;
                Drawings::File(file.clone())
            }
            ([], None) => {
                let message = "`explain` needs --output FILE.png or --annotate FOLDER";
                return Err(message.to_owned());
            }
            _ => {
                let message = "use either one --output FILE.png or --annotate FOLDER, not both";
                return Err(message.to_owned());
            }
        };
        args.explain = true;
        args.format = args.format.or(Some(Format::Text));
        args.output.clear();
        Self::resolve(args, Some(drawings), environment)
    }

    fn resolve(
        args: RunArgs,
        drawings: Option<Drawings>,
        environment: Environment,
    ) -> Result<Self, String> {
        let targets = targets::targets(&args, environment)?;
        let (paths, list) = inputs(&args)?;
        for path in targets.iter().filter_map(Target::file) {
            refuse_to_overwrite_input(path, &paths)?;
        }
        let has_pictures = targets.iter().any(|target| target.format.has_pictures());
        let config = config(&args, has_pictures, drawings.is_some())?;
        let speaks = !args.quiet;
        let progress = speaks
            && environment.stderr_terminal
            && !args.no_progress
            && args.log_format == LogFormat::Text;
        // A text report on a terminal ends with its own summary.
        let is_seen = |target: &Target| {
            target.format == Format::Text && target.destination == Destination::TERMINAL
        };
        let summary = speaks && !targets.iter().all(is_seen);
        Ok(Self {
            paths,
            list,
            selection: selection::selection(&args)?,
            state: args.state,
            only_new: args.new_only,
            waits_for_state: args.state_wait,
            ignores_missing: args.ignore_missing,
            config,
            targets,
            mask: args.mask,
            fail_on: if args.exit_zero {
                vec![Cause::Never]
            } else {
                args.fail_on
            },
            heartbeat: speaks && !progress && !environment.stderr_terminal,
            progress,
            metrics: args.metrics,
            summary,
            drawings,
        })
    }

    /// Whether `path` is one that this run writes.
    pub(crate) fn writes(&self, path: &Path) -> bool {
        let reports = self.targets.iter().filter_map(Target::file);
        let mut files = reports.chain(self.metrics.as_deref());
        files.any(|file| output::is_report(file, path)) || self.is_state(path)
    }

    /// Whether `path` is the state of this run, or a journal beside it.
    fn is_state(&self, path: &Path) -> bool {
        let Some(state) = &self.state else {
            return false;
        };
        let name = |path: &Path| path.file_name().map(|n| n.to_string_lossy().into_owned());
        let (Some(own), Some(name)) = (name(state), name(path)) else {
            return false;
        };
        let rest = name.strip_prefix(&own);
        rest.is_some_and(|rest| matches!(rest, "" | "-wal" | "-shm" | "-journal"))
            && output::is_in_same_folder(state, path)
    }
}

/// Checks that the image `file` is a PNG for a single document and doesn't overwrite it.
fn check_image_output(file: &Path, args: &RunArgs) -> Result<(), String> {
    refuse_to_overwrite_input(file, &args.paths)?;
    let is_folder = args.paths.iter().any(|path| path.is_dir());
    if args.paths.len() != 1 || is_folder || args.files_from.is_some() {
        let message = "--output takes a single document; for several, use --annotate FOLDER";
        return Err(message.to_owned());
    }
    let is_png = file
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("png"));
    if !is_png {
        return Err(format!("--output must end in .png, not {}", file.display()));
    }
    Ok(())
}

/// The paths given as arguments and in the list of `--files-from`, unless that comes bit by bit.
fn inputs(args: &RunArgs) -> Result<(Vec<PathBuf>, Option<List>), String> {
    let mut paths = args.paths.clone();
    let names_stdin = paths.iter().any(|path| path == Path::new(STDIN));
    match &args.files_from {
        Some(list) if list == Path::new(STDIN) => {
            if names_stdin {
                return Err("standard input is either a document or a list of them".to_owned());
            }
            return Ok((paths, Some(List { null: args.null })));
        }
        Some(list) => paths.extend(lists::paths(list, args.null)?),
        None => {}
    }
    if paths.is_empty() {
        return Err("the list given with --files-from is empty".to_owned());
    }
    Ok((paths, None))
}

/// The passwords given as arguments and in the file of `--password-file`.
fn passwords(args: &RunArgs) -> Result<Vec<String>, String> {
    let mut passwords = args.password.clone();
    if let Some(file) = &args.password_file {
        passwords.extend(lists::passwords(file)?);
    }
    Ok(passwords)
}

/// The configuration of the library.
fn config(args: &RunArgs, has_pictures: bool, draws_pages: bool) -> Result<Config, String> {
    let config = Config::default()
        .with_ocr(args.ocr)
        .with_engine(args.engine)
        .with_passwords(passwords(args)?)
        .with_jobs(args.jobs.map(usize::from))
        .with_explain(args.explain)
        .with_pictures(PreviewOptions::new(has_pictures, draws_pages, args.mask))
        .with_limits(limits::limits(args, limits::UNHELD)?);
    config.validate().map_err(|error| hints::config(&error))?;
    Ok(config)
}

/// Refuses an output that is also an input: writing the report would destroy the notice.
fn refuse_to_overwrite_input(output: &Path, inputs: &[PathBuf]) -> Result<(), String> {
    let Ok(output_file) = output.canonicalize() else {
        return Ok(());
    };
    if inputs
        .iter()
        .any(|i| i.canonicalize().is_ok_and(|i| i == output_file))
    {
        return Err(format!(
            "{} is both an input and the output",
            output.display()
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
