//! The arguments of `extract split`.

use std::path::PathBuf;

use clap::Args;

use super::Loose;
use crate::cli::{RunArgs, hide};

/// The arguments of `extract split`.
#[derive(Debug, Args)]
#[command(
    mut_arg("output", |a| a.value_name("FOLDER").help("Folder for the new files")),
    mut_arg("paths", |a| a.required_unless_present_any(["files_from", "undo"])),
    mut_arg("format", hide),
    mut_arg("columns", hide),
    mut_arg("mask", hide),
    mut_arg("annotate", hide),
    mut_arg("explain", hide)
)]
pub(crate) struct SplitArgs {
    /// Name of each new file, made of fields such as {applicant}, {notice_date}, {a_number};
    /// {person} is the applicant, beneficiary, petitioner or addressee. Parts that were not
    /// accepted are left out
    #[arg(
        long,
        value_name = "TEMPLATE",
        default_value = "{person} - {case_type} - {notice_type} - {notice_date} - {receipt_number}",
        help_heading = "Splitting"
    )]
    pub name: String,

    /// Show what would be written, and write nothing
    #[arg(long, help_heading = "Splitting")]
    pub dry_run: bool,

    /// What to do with blank pages, such as blank backs
    #[arg(
        long,
        value_name = "WHAT",
        value_enum,
        default_value_t = Loose::Keep,
        help_heading = "Splitting"
    )]
    pub blank_pages: Loose,

    /// What to do with pages of no notice, such as separator sheets and letters
    #[arg(
        long,
        value_name = "WHAT",
        value_enum,
        default_value_t = Loose::Apart,
        help_heading = "Splitting"
    )]
    pub other_pages: Loose,

    /// Copy files that hold a single notice as they are, whatever their format
    #[arg(long, conflicts_with = "move", help_heading = "Splitting")]
    pub copy: bool,

    /// Move files that hold a single notice to their new name; others stay where they are
    #[arg(long, help_heading = "Splitting")]
    pub r#move: bool,

    /// Apply decisions from the review page first; may be given several times
    #[arg(long, value_name = "FILE", help_heading = "Splitting")]
    pub decisions: Vec<PathBuf>,

    /// Take back what a manifest lists
    #[arg(long, value_name = "MANIFEST", help_heading = "Splitting")]
    pub undo: Option<PathBuf>,

    /// The arguments of a plain run.
    #[command(flatten)]
    pub run: RunArgs,
}
