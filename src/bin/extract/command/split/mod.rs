//! `extract split`: writes one file a notice, named by what the notice says.
//!
//! Sources are never changed or deleted, nothing is overwritten, and a manifest says what was done,
//! so that `extract split --undo` can take it back. What is not certain goes apart: a notice with
//! anything to review, pages of no notice, pages that could not be read.

mod args;
mod extractor;
mod manifest;
mod name;
mod place;
mod plan;
mod undo;
mod work;

use std::path::PathBuf;

use i797::report::Format;

use super::apply;
use crate::exit::Status;
use crate::settings::{Environment, Settings};
pub(crate) use args::SplitArgs;
use name::Template;
pub(crate) use plan::Loose;
use work::Options;

/// Splits documents, or undoes that.
///
/// # Errors
/// If the arguments are invalid, or the folder or the manifest cannot be written.
pub(crate) fn run(mut args: SplitArgs, environment: Environment) -> Result<Status, String> {
    if let Some(manifest) = &args.undo {
        return undo::run(manifest, args.dry_run);
    }
    let [folder] = <[PathBuf; 1]>::try_from(std::mem::take(&mut args.run.output))
        .map_err(|_| "name one folder for the new files with --output FOLDER")?;
    let options = Options {
        folder,
        template: Template::parse(&args.name)?,
        blank_pages: args.blank_pages,
        other_pages: args.other_pages,
        whole_files: if args.r#move {
            place::Whole::Move
        } else if args.copy {
            place::Whole::Copy
        } else {
            place::Whole::CopyPdf
        },
        dry_run: args.dry_run,
        decisions: args
            .decisions
            .iter()
            .map(|path| apply::decisions(path))
            .collect::<Result<_, _>>()?,
    };
    // The records are for this command alone; nobody sees the format.
    args.run.format = Some(Format::Jsonl);
    let settings = Settings::new(args.run, environment)?;
    work::split(&settings, options)
}
