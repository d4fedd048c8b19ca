//! `extract man`: the manual pages, made from what `--help` is made from.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Command, CommandFactory, ValueHint};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::cli::{Cli, EXIT_STATUS, PRIVACY};
use crate::console;
use crate::exit::Status;

/// The version, as the foot of each page shows it.
const SOURCE: &str = concat!("extract ", env!("CARGO_PKG_VERSION"));
/// The title of the pages.
const MANUAL: &str = "USCIS I-797 notices";

/// The arguments of `extract man`.
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// Write extract.1 and a page for each command to FOLDER
    #[arg(value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub folder: Option<PathBuf>,
}

/// Prints the page of the program, or writes all pages.
///
/// # Errors
/// If they cannot be written.
pub(crate) fn run(args: &ManArgs) -> Result<Status, String> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let page = page(&program).map_err(|error| error.to_string())?;
    let Some(folder) = &args.folder else {
        return console::print(&page);
    };
    fs::create_dir_all(folder).map_err(|error| unwritten(folder, &error))?;
    write(folder, &program)?;
    program
        .get_subcommands()
        .try_for_each(|command| write(folder, command))?;
    Ok(Status::Clean)
}

/// Writes the page of a command.
fn write(folder: &Path, command: &Command) -> Result<(), String> {
    let file = folder.join(Man::new(command.clone()).get_filename());
    page(command)
        .and_then(|page| fs::write(&file, page))
        .map_err(|error| unwritten(&file, &error))
}

fn unwritten(path: &Path, error: &io::Error) -> String {
    format!("{}: cannot be written: {error}", path.display())
}

/// The page of the program or of one of its commands.
fn page(command: &Command) -> io::Result<Vec<u8>> {
    // An empty date is left out unless it is quoted, and everything after it moves up.
    let man = Man::new(command.clone())
        .date("\"\"")
        .source(SOURCE)
        .manual(MANUAL);
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
        ending().to_writer(&mut page)?;
    } else {
        see_also().to_writer(&mut page)?;
    }
    Ok(page)
}

/// The last sections of the program's page.
fn ending() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["EXIT STATUS"]);
    roff.text([roman(EXIT_STATUS)]);
    roff.control("SH", ["PRIVACY"]);
    roff.text([roman(PRIVACY)]);
    roff
}

/// The last section of a command's page.
fn see_also() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["SEE ALSO"]);
    roff.text([bold("extract"), roman("(1)")]);
    roff
}
