//! Writes training lines to standard output for training/train.py, endlessly or a given number.
//!
//! With `--clean`, draws whole pages for other programs to spoil; with `--spoiled`, writes their
//! lines.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use i797_generator::font;
use i797_generator::line::damage::Damage;
use i797_generator::line::paged;
use i797_generator::line::stream::{Set, Stream};
use i797_generator::typeface::{self, Family};

const USAGE: &str = "usage: lines [--set train|seen|fonts|damage] [--seed N] [--count N] | lines \
     --clean FOLDER --seed N --count N | lines --spoiled FOLDER | lines \
     --names damage|trained|held-out|families";

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("lines: {message}");
            ExitCode::from(2)
        }
    }
}

/// Prints a list whose numbers the stream of lines uses.
fn names(list: &str) -> Result<(), String> {
    let names: Vec<String> = match list {
        "damage" => Damage::ALL
            .iter()
            .map(|damage| damage.name().to_owned())
            .collect(),
        "trained" => font::TRAINED.iter().map(|face| face.0.to_owned()).collect(),
        "held-out" => font::HELD_OUT
            .iter()
            .map(|face| face.0.to_owned())
            .collect(),
        "families" => Family::ALL
            .iter()
            .map(|family| family.name().to_owned())
            .collect(),
        _ => return Err(USAGE.to_owned()),
    };
    names.iter().for_each(|name| println!("{name}"));
    Ok(())
}

/// Draws the pages of `count` seeds as `SEED.png`.
fn draw_pages(folder: &Path, seed: u64, count: usize) -> Result<(), String> {
    for seed in (seed..).take(count) {
        let path = folder.join(format!("{seed}.png"));
        paged::clean(seed)
            .save(&path)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}

/// Writes the lines of all pages `SEED.png` of a folder.
fn cut_pages(folder: &Path) -> Result<(), String> {
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", folder.display());
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .map_err(|error| failed(&error))?;
    paths.sort();
    let mut out = BufWriter::new(io::stdout().lock());
    for path in paths {
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        let Some(Ok(seed)) = stem.map(str::parse) else {
            continue;
        };
        let image = image::open(&path).map_err(|error| failed(&error))?;
        for line in paged::spoiled(seed, image.into_luma8()) {
            line.write(&mut out).map_err(|error| failed(&error))?;
        }
    }
    out.flush().map_err(|error| failed(&error))
}

fn run(mut args: impl Iterator<Item = String>) -> Result<(), String> {
    let mut set = Set::Train;
    let mut seed = 1;
    let mut count = usize::MAX;
    let mut clean = None;
    while let Some(arg) = args.next() {
        let mut value = || {
            args.next()
                .ok_or_else(|| format!("{arg} needs a value; {USAGE}"))
        };
        match arg.as_str() {
            "--names" => return names(&value()?),
            "--clean" => clean = Some(PathBuf::from(value()?)),
            "--spoiled" => return cut_pages(Path::new(&value()?)),
            "--set" => set = Set::named(&value()?).ok_or(USAGE)?,
            "--seed" => seed = value()?.parse().map_err(|_| USAGE)?,
            "--count" => count = value()?.parse().map_err(|_| USAGE)?,
            _ => return Err(format!("unknown option '{arg}'; {USAGE}")),
        }
    }
    typeface::check().map_err(|error| error.to_string())?;
    if let Some(folder) = clean {
        return draw_pages(&folder, seed, count);
    }
    let mut stream = Stream::new(set, seed);
    if stream.faces() == 0 {
        return Err("no fonts installed; run scripts/fonts.sh".to_owned());
    }
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    match stream
        .by_ref()
        .take(count)
        .try_for_each(|line| line.write(&mut out))
        .and_then(|()| out.flush())
    {
        // The reader closed the pipe; it has enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.map_err(|error| format!("cannot write: {error}")),
    }
}
