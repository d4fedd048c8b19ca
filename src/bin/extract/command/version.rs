//! What this program is and, when asked, what it is made of and what its workers are kept from: tried, not promised.

use std::io::{self, Write};

use crate::exit::Status;

/// Prints the version to standard output.
pub fn print(verbose: bool) -> Status {
    let mut out = io::stdout().lock();
    let said = writeln!(out, "extract {}", env!("CARGO_PKG_VERSION"))
        .and_then(|()| {
            if verbose {
                print_details(&mut out)
            } else {
                Ok(())
            }
        })
        .and_then(|()| out.flush());
    match said {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Status::CouldNotRun,
        _ => Status::Clean,
    }
}

fn print_details(out: &mut impl Write) -> io::Result<()> {
    let features = [
        ("tesseract", cfg!(feature = "tesseract")),
        ("xlsx", cfg!(feature = "xlsx")),
    ];
    let built: Vec<&str> = features
        .iter()
        .filter(|(_, built)| *built)
        .map(|(name, _)| *name)
        .collect();
    writeln!(
        out,
        "built with: {}",
        if built.is_empty() {
            "nothing optional".to_owned()
        } else {
            built.join(", ")
        }
    )?;
    writeln!(
        out,
        "line reader: weights {}",
        format_args!("{:016x}", i797::recognizer::weights_hash())
    )?;
    readers(out)
}

#[cfg(unix)]
fn readers(out: &mut impl Write) -> io::Result<()> {
    use i797::model::config::{Config, EngineChoice};
    use i797::pipeline::worker::Pool;
    let launch = match crate::run::launch() {
        Ok(launch) => launch,
        Err(error) => return writeln!(out, "workers: {error}"),
    };
    writeln!(out, "Tesseract: {}", tesseract(&launch))?;
    let pool = Pool::new(
        launch,
        &Config::default().with_engine(EngineChoice::Builtin),
    );
    let (confinement, (probes, threads)) = match pool
        .check()
        .and_then(|confinement| Ok((confinement, pool.probe()?)))
    {
        Ok(tried) => tried,
        Err(error) => return writeln!(out, "workers: {error}"),
    };
    writeln!(out, "Landlock: {}", confinement.landlock)?;
    writeln!(out, "seccomp: {}", confinement.seccomp)?;
    if let Some((confined, all)) = threads {
        writeln!(out, "confined threads of a worker: {confined} of {all}")?;
    }
    for (what, refused) in [
        ("open a socket", probes.network_refused),
        ("start a program", probes.programs_refused),
        ("write a file", probes.writing_refused),
        ("read a file it was not given", probes.reading_refused),
        ("make another thread act for it", probes.signals_refused),
    ] {
        writeln!(
            out,
            "a worker tried to {what}: {}",
            if refused { "refused" } else { "was let" }
        )?;
    }
    Ok(())
}

/// Whether the program beside this one can start Tesseract.
#[cfg(unix)]
fn tesseract(launch: &i797::pipeline::worker::Launch) -> String {
    use i797::model::config::{Config, EngineChoice};
    use i797::pipeline::worker::{Launch, Pool};
    let Some(program) = launch.picture_reader() else {
        return "not in this build; scans are read by the line reader alone".to_owned();
    };
    let pool = Pool::new(
        Launch::program(program),
        &Config::default().with_engine(EngineChoice::Tesseract),
    );
    match pool.probe() {
        Ok((probes, _)) => probes.engine_trouble.unwrap_or_else(|| "works".to_owned()),
        Err(_) => format!(
            "{} is not there or cannot be started; scans are read by the line reader alone",
            program.display()
        ),
    }
}

#[cfg(not(unix))]
fn readers(out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "workers: not on this system; files are read in the program itself"
    )
}
