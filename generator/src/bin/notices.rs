//! Draws synthetic notices from seeds and writes them with `truth.jsonl` beside them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use i797_generator::degrade::Degradation;
use i797_generator::family::{AUTHORS, Author};
use i797_generator::file::{Order, generate, generate_open};
use i797_generator::layout::Layout;
use i797_generator::typeface;

const USAGE: &str = "\
usage: notices --out DIR [--seed N] [--count N] [--damage KIND] [--layout KIND]
       notices --out DIR [--seed N] [--count N] --open [--family NAME]... [--damage KIND]

Writes COUNT files drawn from the seed and truth.jsonl. With --open the notices have the designs of
the authors in generator/src/family (all of them, or those named); half of the files are native,
or all have the damage that is named.";

struct Options {
    seed: u64,
    count: u64,
    out: PathBuf,
    order: Order,
    /// The authors whose designs are drawn; `None` for the layouts of the generator.
    open: Option<Vec<Author>>,
}

fn main() -> ExitCode {
    match options(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("notices: {message}");
            ExitCode::from(2)
        }
    }
}

fn options(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut seed = 1;
    let mut count = 100;
    let mut out = None;
    let mut order = Order::default();
    let mut open = false;
    let mut families = Vec::new();
    while let Some(arg) = args.next() {
        let mut value = || {
            args.next()
                .ok_or_else(|| format!("{arg} needs a value; {USAGE}"))
        };
        let number = |text: String| {
            text.parse()
                .map_err(|_| format!("'{text}' is no whole number"))
        };
        match arg.as_str() {
            "--seed" => seed = number(value()?)?,
            "--count" => count = number(value()?)?,
            "--out" => out = Some(PathBuf::from(value()?)),
            "--open" => open = true,
            "--family" => {
                let name = value()?;
                let known = AUTHORS.into_iter().find(|author| author.name == name);
                families.push(known.ok_or_else(|| {
                    let names = AUTHORS.map(|author| author.name).join(", ");
                    format!("no family '{name}'; known are {names}")
                })?);
            }
            "--damage" => {
                let name = value()?;
                let known = || Degradation::ALL.map(Degradation::name).join(", ");
                order.degradation = Some(
                    Degradation::named(&name)
                        .ok_or_else(|| format!("no damage '{name}'; known are {}", known()))?,
                );
            }
            "--layout" => {
                let name = value()?;
                let known = || Layout::NOTICES.map(Layout::name).join(", ") + ", varied";
                order.layout = Some(
                    Layout::named(&name)
                        .ok_or_else(|| format!("no layout '{name}'; known are {}", known()))?,
                );
            }
            _ => return Err(format!("unknown option '{arg}'; {USAGE}")),
        }
    }
    if open && order.layout.is_some() || !open && !families.is_empty() {
        return Err(format!("these options do not go together; {USAGE}"));
    }
    if families.is_empty() {
        families = AUTHORS.to_vec();
    }
    Ok(Options {
        seed,
        count,
        out: out.ok_or(USAGE)?,
        order,
        open: open.then_some(families),
    })
}

fn run(options: &Options) -> Result<(), String> {
    typeface::check().map_err(|error| error.to_string())?;
    let wrong = |path: &Path| format!("cannot write {}", path.display());
    std::fs::create_dir_all(&options.out)
        .map_err(|error| format!("{}: {error}", wrong(&options.out)))?;
    let mut rows = String::new();
    for index in 0..options.count {
        let stem = format!("{index:05}");
        let written = match &options.open {
            Some(authors) => {
                let damage = options.order.degradation;
                generate_open(authors, options.seed, index, &stem, damage)
                    .ok_or("the families have no designs")?
            }
            None => {
                let seed = options.seed.wrapping_mul(1_000_003).wrapping_add(index);
                generate(seed, &stem, "generated", options.order)
            }
        };
        let path = options.out.join(&written.truth.file);
        std::fs::write(&path, &written.bytes)
            .map_err(|error| format!("{}: {error}", wrong(&path)))?;
        rows += &serde_json::to_string(&written.truth).map_err(|error| error.to_string())?;
        rows.push('\n');
    }
    let path = options.out.join("truth.jsonl");
    std::fs::write(&path, rows).map_err(|error| format!("{}: {error}", wrong(&path)))
}
