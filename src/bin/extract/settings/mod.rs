//! Resolves the arguments into settings: reads the files that options name, looks at the terminal
//! and the environment, and refuses contradictions before any work is done.

mod about;
mod environment;
mod lists;

use std::path::{Path, PathBuf};
use std::time::Duration;

pub(crate) use environment::Environment;
use i797::model::config::{Config, Limits, PreviewOptions};
use i797::report::mapping::Mapping;
use i797::report::{Format, Style};

use crate::cli::{RunArgs, When};
use crate::hints;

/// Everything a run needs to know, resolved and validated.
#[derive(Debug)]
pub(crate) struct Settings {
    /// Files and folders to read, in this order.
    pub paths: Vec<PathBuf>,
    /// How the library reads them.
    pub config: Config,
    /// The format of the report.
    pub format: Format,
    /// The style of the report: color, width and links.
    pub style: Style,
    /// Where the report goes.
    pub destination: Destination,
    /// Whether numbers are masked down to their last four digits.
    pub mask: bool,
    /// Whether exit status 1 becomes 0.
    pub exit_zero: bool,
    /// Whether to show a progress bar.
    pub progress: bool,
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

/// Where a report goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    /// Standard output.
    Stdout {
        /// Whether it is a terminal.
        terminal: bool,
    },
    /// A file.
    File(PathBuf),
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
        let drawings = match (args.output.take(), args.annotate.take()) {
            (Some(_), Some(_)) => {
                let message = "use either --output FILE.png or --annotate FOLDER, not both";
                return Err(message.to_owned());
            }
            (None, None) => {
                let message = "`explain` needs --output FILE.png or --annotate FOLDER";
                return Err(message.to_owned());
            }
            (None, Some(folder)) => Drawings::Folder(folder),
            (Some(file), None) => {
                check_image_output(&file, &args)?;
                Drawings::File(file)
            }
        };
        args.explain = true;
        args.format = args.format.or(Some(Format::Text));
        Self::resolve(args, Some(drawings), environment)
    }

    fn resolve(
        args: RunArgs,
        drawings: Option<Drawings>,
        environment: Environment,
    ) -> Result<Self, String> {
        let format = format_of(&args, environment)?;
        let destination = destination(args.output.as_deref(), format, environment)?;
        let paths = paths(&args)?;
        if let Destination::File(path) = &destination {
            refuse_to_overwrite_input(path, &paths)?;
        }
        let config = config(&args, format, drawings.is_some())?;
        let people_see_stderr = environment.stderr_terminal && !args.quiet;
        let to_file = matches!(destination, Destination::File(_));
        // A text report ends with its own summary.
        let summary_elsewhere = people_see_stderr && format != Format::Text;
        Ok(Self {
            paths,
            config,
            format,
            style: style(&args, &destination, format, environment)?,
            mask: args.mask,
            exit_zero: args.exit_zero,
            progress: people_see_stderr && !args.no_progress,
            summary: !args.quiet && (to_file || summary_elsewhere),
            destination,
            drawings,
        })
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

/// Where the report goes.
fn destination(
    output: Option<&Path>,
    format: Format,
    environment: Environment,
) -> Result<Destination, String> {
    match output {
        Some(path) => Ok(Destination::File(path.to_owned())),
        None if format.is_binary() && environment.stdout_terminal => Err(format!(
            "cannot write {} to a terminal; use --output FILE",
            format.name()
        )),
        None => Ok(Destination::Stdout {
            terminal: environment.stdout_terminal,
        }),
    }
}

/// The style of the report.
fn style(
    args: &RunArgs,
    destination: &Destination,
    format: Format,
    environment: Environment,
) -> Result<Style, String> {
    let to_terminal = *destination == Destination::Stdout { terminal: true };
    let to_stdout = matches!(destination, Destination::Stdout { .. });
    let color = match args.color {
        When::Always => true,
        When::Never => false,
        When::Auto => environment.color.unwrap_or(to_terminal) && to_stdout,
    };
    let width = environment.width.filter(|_| to_terminal);
    Ok(Style {
        color,
        width: width.unwrap_or(Style::default().width),
        // A link to a masked path would lead nowhere.
        links_from: std::env::current_dir().ok().filter(|_| !args.mask),
        report_folder: report_folder(destination),
        masked: args.mask,
        mapping: mapping(args, format)?,
        about: about::run(args),
    })
}

/// The folder of a report in a file.
fn report_folder(destination: &Destination) -> Option<PathBuf> {
    let Destination::File(path) = destination else {
        return None;
    };
    Some(std::path::absolute(path).ok()?.parent()?.to_owned())
}

/// The columns in the file of `--columns`.
fn mapping(args: &RunArgs, format: Format) -> Result<Option<Mapping>, String> {
    let Some(path) = &args.columns else {
        return Ok(None);
    };
    if format != Format::Csv {
        return Err(format!(
            "--columns is for CSV reports, not {}",
            format.name()
        ));
    }
    let text = std::fs::read_to_string(path);
    let text = text.map_err(|e| format!("cannot read {}: {e}", path.display()))?;
    let mapping = Mapping::parse(&text);
    mapping
        .map(Some)
        .map_err(|e| format!("{}: {e}", path.display()))
}

/// The paths given as arguments and in the list of `--files-from`.
fn paths(args: &RunArgs) -> Result<Vec<PathBuf>, String> {
    let mut paths = args.paths.clone();
    if let Some(list) = &args.files_from {
        paths.extend(lists::paths(list, args.null)?);
    }
    if paths.is_empty() {
        return Err("the list given with --files-from is empty".to_owned());
    }
    Ok(paths)
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
fn config(args: &RunArgs, format: Format, draws_pages: bool) -> Result<Config, String> {
    let limits = Limits::default()
        .with_file_bytes(u64::from(args.max_file) << 20)
        .with_pages(args.max_pages as usize)
        .with_pixels(u64::from(args.max_pixels) * 1_000_000)
        .with_memory(u64::from(args.max_memory) << 20)
        .with_page_time(Duration::from_secs_f64(args.timeout));
    let config = Config::default()
        .with_ocr(args.ocr)
        .with_engine(args.engine)
        .with_passwords(passwords(args)?)
        .with_jobs(args.jobs.map(usize::from))
        .with_explain(args.explain)
        .with_pictures(PreviewOptions::new(
            format.has_pictures(),
            draws_pages,
            args.mask,
        ))
        .with_limits(limits);
    config.validate().map_err(|error| hints::config(&error))?;
    Ok(config)
}

/// The format given with `--format`, else the one for the extension of `--output`, else text on a
/// terminal and JSON Lines elsewhere.
fn format_of(args: &RunArgs, environment: Environment) -> Result<Format, String> {
    match (args.format, &args.output) {
        (Some(format), _) => Ok(format),
        (None, None) => Ok(if environment.stdout_terminal {
            Format::Text
        } else {
            Format::Jsonl
        }),
        (None, Some(path)) if path.is_dir() => Err(format!(
            "{} is a folder; --output needs a file name",
            path.display()
        )),
        (None, Some(path)) => Format::of_path(path).ok_or_else(|| {
            let names: Vec<&str> = Format::ALL.iter().map(|(name, _)| *name).collect();
            format!(
                "cannot infer a report format from {}; use --format {}",
                path.display(),
                names.join("|")
            )
        }),
    }
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
