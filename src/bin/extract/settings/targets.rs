//! Where reports go and in which format: each `--output` is a report of its own.

use std::path::{Path, PathBuf};

use i797::report::mapping::Mapping;
use i797::report::{Format, Style};

use super::{Environment, about};
use crate::cli::{RunArgs, When};

/// One report.
#[derive(Debug)]
pub(crate) struct Target {
    /// The format of the report.
    pub format: Format,
    /// The style of the report: color, width and links.
    pub style: Style,
    /// Where the report goes.
    pub destination: Destination,
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

impl Destination {
    /// Standard output that a person sees.
    pub(crate) const TERMINAL: Self = Self::Stdout { terminal: true };
}

impl Target {
    /// The file that it goes to, if it goes to one.
    pub(crate) fn file(&self) -> Option<&Path> {
        match &self.destination {
            Destination::File(path) => Some(path),
            Destination::Stdout { .. } => None,
        }
    }
}

/// The reports that the arguments ask for; one on standard output if they name none.
pub(super) fn targets(args: &RunArgs, environment: Environment) -> Result<Vec<Target>, String> {
    if args.output.is_empty() {
        return Ok(vec![target(args, None, environment)?]);
    }
    if args.output.len() > 1 && args.format.is_some() {
        let message = "--format is for one report; the extension of each --output sets its format";
        return Err(message.to_owned());
    }
    for (index, path) in args.output.iter().enumerate() {
        if args.output[..index].contains(path) {
            return Err(format!("--output names {} twice", path.display()));
        }
    }
    let named = |path: &PathBuf| {
        let is_stdout = path == Path::new("-");
        target(
            args,
            Some(path.as_path()).filter(|_| !is_stdout),
            environment,
        )
    };
    args.output.iter().map(named).collect()
}

fn target(
    args: &RunArgs,
    output: Option<&Path>,
    environment: Environment,
) -> Result<Target, String> {
    let format = format_of(args, output, environment)?;
    let destination = destination(output, format, environment)?;
    Ok(Target {
        format,
        style: style(args, &destination, format, environment)?,
        destination,
    })
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

/// The format given with `--format`, else the one for the extension of the output, else text on a
/// terminal and JSON Lines elsewhere.
fn format_of(
    args: &RunArgs,
    output: Option<&Path>,
    environment: Environment,
) -> Result<Format, String> {
    match (args.format, output) {
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
