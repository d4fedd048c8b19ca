//! What this program is and, when asked, what it is made of and what its reader processes are kept from: tried, not promised.

use crate::exit::Status;
use std::io::{self, Write};

/// Prints the version to standard output.
pub fn say(verbose: bool) -> Status {
    let mut out = io::stdout().lock();
    let said = writeln!(out, "extract {}", env!("CARGO_PKG_VERSION"))
        .and_then(|()| if verbose { say_more(&mut out) } else { Ok(()) })
        .and_then(|()| out.flush());
    match said {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Status::CouldNotRun,
        _ => Status::Clean,
    }
}

fn say_more(out: &mut impl Write) -> io::Result<()> {
    let features = [("tesseract", cfg!(feature = "tesseract")), ("xlsx", cfg!(feature = "xlsx"))];
    let built: Vec<&str> = features.iter().filter(|(_, built)| *built).map(|(name, _)| *name).collect();
    writeln!(out, "built with: {}", if built.is_empty() { "nothing optional".to_owned() } else { built.join(", ") })?;
    writeln!(out, "line reader: weights {}", format_args!("{:016x}", i797::reader::weights_hash()))?;
    readers(out)
}

#[cfg(unix)]
fn readers(out: &mut impl Write) -> io::Result<()> {
    use i797::config::{Config, ReaderChoice};
    use i797::worker::{Launch, Pool};
    let choice = if cfg!(feature = "tesseract") { ReaderChoice::Tesseract } else { ReaderChoice::Own };
    let pool = Launch::this_program().map(|launch| Pool::new(launch, &Config { reader: choice, ..Config::default() }));
    let tried = pool.and_then(|pool| Ok((pool.check()?, pool.probe()?)));
    let (confinement, probes) = match tried {
        Ok(tried) => tried,
        Err(error) => return writeln!(out, "reader processes: {error}"),
    };
    let tesseract = match &probes.engine_trouble {
        _ if !cfg!(feature = "tesseract") => "not in this build; scans are read by the line reader alone",
        Some(trouble) => trouble,
        None => "works",
    };
    writeln!(out, "Tesseract: {tesseract}")?;
    writeln!(out, "Landlock: {}", confinement.landlock)?;
    writeln!(out, "seccomp: {}", confinement.seccomp)?;
    for (what, refused) in [
        ("open a socket", probes.network_refused),
        ("start a program", probes.programs_refused),
        ("write a file", probes.writing_refused),
        ("read a file it was not given", probes.reading_refused),
    ] {
        writeln!(out, "a reader process tried to {what}: {}", if refused { "refused" } else { "was let" })?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn readers(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "reader processes: not on this system; files are read in the program itself")
}
