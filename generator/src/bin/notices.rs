//! Draws synthetic notices from seeds and writes them with `truth.jsonl` beside them.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use i797_generator::degrade::Degradation;
use i797_generator::file::{Order, generate};
use i797_generator::layout::Layout;
use i797_generator::typeface;

const USAGE: &str =
    "usage: notices --out DIR [--seed N] [--count N] [--damage KIND] [--layout KIND]";

struct Options {
    seed: u64,
    count: u64,
    out: PathBuf,
    order: Order,
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
    let (mut seed, mut count, mut out, mut order) = (1, 100, None, Order::default());
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
    Ok(Options {
        seed,
        count,
        out: out.ok_or(USAGE)?,
        order,
    })
}

fn run(options: &Options) -> Result<(), String> {
    typeface::check().map_err(|error| error.to_string())?;
    let wrong = |path: &Path| format!("cannot write {}", path.display());
    std::fs::create_dir_all(&options.out)
        .map_err(|error| format!("{}: {error}", wrong(&options.out)))?;
    let mut rows = String::new();
    for index in 0..options.count {
        let seed = options.seed.wrapping_mul(1_000_003).wrapping_add(index);
        let written = generate(seed, &format!("{index:05}"), "generated", options.order);
        let path = options.out.join(&written.truth.file);
        std::fs::write(&path, &written.bytes)
            .map_err(|error| format!("{}: {error}", wrong(&path)))?;
        rows += &serde_json::to_string(&written.truth).map_err(|error| error.to_string())?;
        rows.push('\n');
    }
    let path = options.out.join("truth.jsonl");
    std::fs::write(&path, rows).map_err(|error| format!("{}: {error}", wrong(&path)))
}
