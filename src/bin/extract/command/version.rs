//! `--version`: the version and, with `--verbose`, build details and a test of the sandbox.

use std::io::{self, Write};

use crate::exit::Status;

/// Prints the version to standard output.
pub(crate) fn print(verbose: bool) -> Status {
    match write(&mut io::stdout().lock(), verbose) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Status::CouldNotRun,
        _ => Status::Clean,
    }
}

fn write(out: &mut impl Write, verbose: bool) -> io::Result<()> {
    writeln!(out, "extract {}", env!("CARGO_PKG_VERSION"))?;
    if verbose {
        write_features(out)?;
        writeln!(
            out,
            "line recognizer: weights {:016x}",
            i797::recognizer::weights_hash()
        )?;
        write_workers(out)?;
    }
    out.flush()
}

fn write_features(out: &mut impl Write) -> io::Result<()> {
    let features = [
        ("tesseract", cfg!(feature = "tesseract")),
        ("xlsx", cfg!(feature = "xlsx")),
    ];
    let built: Vec<&str> = features
        .iter()
        .filter(|(_, built)| *built)
        .map(|(name, _)| *name)
        .collect();
    let built = if built.is_empty() {
        "none".to_owned()
    } else {
        built.join(", ")
    };
    writeln!(out, "features: {built}")
}

/// Starts a worker and reports what it is actually kept from doing.
#[cfg(unix)]
fn write_workers(out: &mut impl Write) -> io::Result<()> {
    use i797::model::config::{Config, EngineChoice};
    use i797::pipeline::worker::Pool;
    let launch = match crate::run::launch() {
        Ok(launch) => launch,
        Err(error) => return writeln!(out, "workers: {error}"),
    };
    writeln!(out, "build: {}", i797::pipeline::worker::BUILD)?;
    writeln!(out, "Tesseract: {}", tesseract(&launch))?;
    let config = Config::default().with_engine(EngineChoice::Builtin);
    let pool = Pool::new(launch, &config);
    let tested = pool
        .check()
        .and_then(|confinement| Ok((confinement, pool.probe()?)));
    let (confinement, (probes, threads)) = match tested {
        Ok(tested) => tested,
        Err(error) => return writeln!(out, "workers: {error}"),
    };
    writeln!(out, "Landlock: {}", confinement.landlock)?;
    writeln!(out, "seccomp: {}", confinement.seccomp)?;
    if let Some((confined, all)) = threads {
        writeln!(out, "sandbox: {confined} of {all} worker threads confined")?;
    }
    for (what, refused) in [
        ("opening a socket", probes.network_refused),
        ("starting a program", probes.programs_refused),
        ("writing a file", probes.writing_refused),
        ("reading another file", probes.reading_refused),
        ("acting through another thread", probes.signals_refused),
    ] {
        let result = if refused { "blocked" } else { "ALLOWED" };
        writeln!(out, "sandbox: {what}: {result}")?;
    }
    Ok(())
}

/// Whether `extract-ocr` can start Tesseract.
#[cfg(unix)]
fn tesseract(launch: &i797::pipeline::worker::Launch) -> String {
    use i797::model::config::{Config, EngineChoice};
    use i797::pipeline::worker::{Launch, Pool};
    let Some(program) = launch.ocr_worker() else {
        return "extract-ocr is not installed; scans are read by the built-in engine only"
            .to_owned();
    };
    let config = Config::default().with_engine(EngineChoice::Tesseract);
    let pool = Pool::new(Launch::program(program), &config);
    match pool.probe() {
        Ok((probes, _)) => probes
            .engine_trouble
            .unwrap_or_else(|| "available".to_owned()),
        Err(_) => {
            let program = program.display();
            format!(
                "{program} is missing, of another version, or cannot be started; scans are read by \
                 the built-in engine only"
            )
        }
    }
}

#[cfg(not(unix))]
fn write_workers(out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "workers: not available on this system; files are parsed in the main process"
    )
}
