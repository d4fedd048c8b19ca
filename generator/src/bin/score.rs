//! Scores what the program read in a folder against the truth beside it.

use std::collections::HashMap;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use i797_generator::notice::rows;
use i797_generator::score::answer::{Answer, Truth};
use i797_generator::score::{By, Table, beside, mark};

const USAGE: &str = "usage: score TRUTH.jsonl PROGRAM FOLDER [OPTIONS]
       score TRUTH.jsonl - [OPTIONS]     scores the JSON lines on standard input

Runs PROGRAM --format jsonl --exit-zero FOLDER and prints, for all files and for each part of
them: the files; the share read exactly; for each kind of number how many were found, accepted
wrongly, and held for review though right; values lost, and lost silently; the share of reported
values to review; missing account numbers reported rightly, with the right kind of cell, and
falsely; other fields right and wrong; files in which the notices were counted rightly.

  --by damage|layout|family|origin  the parts, may be repeated [default: damage and layout];
                                    origin sets files with their own text against scans
  --fields                          a table of the other fields too
  --misses                          what was missed, file by file
  --engines                         run three times, with --engine builtin, tesseract and both,
                                    and set them side by side; the totals are those of both

Exit status: 0; 1 when a false number was accepted or a number that is there was called missing,
by any of the engines; 2 when it could not run.";

/// The engines that are compared; the program's default comes last.
const ENGINES: [&str; 3] = ["builtin", "tesseract", "both"];

struct Options {
    truth: PathBuf,
    /// Program and folder; `None` where the answers stand on standard input.
    run: Option<(PathBuf, PathBuf)>,
    by: Vec<By>,
    fields: bool,
    misses: bool,
    engines: bool,
}

fn main() -> ExitCode {
    match options(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("score: {message}");
            ExitCode::from(2)
        }
    }
}

fn options(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut paths = Vec::new();
    let mut by = Vec::new();
    let mut fields = false;
    let mut misses = false;
    let mut engines = false;
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--fields" => fields = true,
            "--misses" => misses = true,
            "--engines" => engines = true,
            "--by" => by.push(
                args.next()
                    .and_then(|name| By::named(&name))
                    .ok_or_else(|| {
                        format!("--by needs damage, layout, family or origin\n{USAGE}")
                    })?,
            ),
            option if option.len() > 1 && option.starts_with('-') => {
                return Err(format!("unknown option '{option}'\n{USAGE}"));
            }
            _ => paths.push(PathBuf::from(arg)),
        }
    }
    let mut paths = paths.into_iter();
    let (truth, run) = match (paths.next(), paths.next(), paths.next(), paths.next()) {
        (Some(truth), Some(program), Some(folder), None) => (truth, Some((program, folder))),
        (Some(truth), Some(dash), None, None) if dash.as_os_str() == "-" && !engines => {
            (truth, None)
        }
        _ => return Err(USAGE.to_owned()),
    };
    if by.is_empty() {
        by = vec![By::Damage, By::Layout];
    }
    Ok(Options {
        truth,
        run,
        by,
        fields,
        misses,
        engines,
    })
}

/// Prints the tables and returns whether the program did harm.
fn run(options: &Options) -> Result<bool, String> {
    let truths: Vec<Truth> = rows(&options.truth)?;
    if options.engines {
        return compare(options, &truths);
    }
    let tables = tables(options, &truths, None)?;
    for table in &tables {
        say(&table.text());
    }
    if let Some(table) = tables.first().filter(|_| options.fields) {
        say(&table.fields());
    }
    Ok(tables.first().is_some_and(|table| table.all().is_harmful()))
}

/// Prints the engines side by side, then the totals of the default one; true when one did harm.
fn compare(options: &Options, truths: &[Truth]) -> Result<bool, String> {
    let mut runs: Vec<(&str, Vec<Table>)> = Vec::new();
    for engine in ENGINES {
        runs.push((engine, tables(options, truths, Some(engine))?));
    }
    for index in 0..options.by.len() {
        let side: Vec<(&str, Table)> = runs
            .iter()
            .map(|(engine, tables)| (*engine, tables[index].clone()))
            .collect();
        say(&beside(&side));
    }
    let last = runs.last().and_then(|(_, tables)| tables.first());
    if let Some(table) = last {
        say(&table.totals());
        if options.fields {
            say(&table.fields());
        }
    }
    let harms = |table: &Table| table.all().is_harmful();
    Ok(runs
        .iter()
        .any(|(_, tables)| tables.first().is_some_and(harms)))
}

/// Runs the program, with one of its engines where one is named, and marks every file.
fn tables(options: &Options, truths: &[Truth], engine: Option<&str>) -> Result<Vec<Table>, String> {
    let answers = answers(options, truths, engine)?;
    let beside = options.truth.parent().unwrap_or(Path::new("."));
    let mut tables: Vec<Table> = options.by.iter().map(|&by| Table::new(by)).collect();
    for truth in truths {
        let answer = real(&beside.join(&truth.file)).and_then(|path| answers.get(&path));
        let (marks, misses) = mark(truth, answer);
        tables.iter_mut().for_each(|table| table.add(truth, &marks));
        if options.misses {
            let file = &truth.file;
            let damage = &truth.damage;
            let layouts = truth.layouts.join(" + ");
            let engine = engine.map_or(String::new(), |engine| format!(", {engine}"));
            misses
                .iter()
                .for_each(|miss| say(&format!("{file} ({layouts}, {damage}{engine}): {miss}")));
        }
    }
    Ok(tables)
}

/// Prints a line; who closed the pipe has seen enough.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// The program's answers by their files' real paths.
fn answers(
    options: &Options,
    truths: &[Truth],
    engine: Option<&str>,
) -> Result<HashMap<PathBuf, Answer>, String> {
    let text = match &options.run {
        Some((program, folder)) => output(program, folder, truths, engine)?,
        None => {
            let mut text = String::new();
            std::io::stdin()
                .read_to_string(&mut text)
                .map_err(|error| format!("standard input: {error}"))?;
            text
        }
    };
    let beside = options.truth.parent().unwrap_or(Path::new("."));
    let mut answers = HashMap::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let answer: Answer =
            serde_json::from_str(line).map_err(|error| format!("the program's answer: {error}"))?;
        let Some(path) = answer.path.as_deref().map(Path::new) else {
            continue;
        };
        // A report made in another folder may hold a path that leads nowhere from here.
        let by_name = || real(&beside.join(path.file_name()?));
        if let Some(path) = real(path).or_else(by_name) {
            answers.insert(path, answer);
        }
    }
    Ok(answers)
}

/// What the program prints for the folder.
fn output(
    program: &Path,
    folder: &Path,
    truths: &[Truth],
    engine: Option<&str>,
) -> Result<String, String> {
    let mut command = Command::new(program);
    command
        .args(["--format", "jsonl", "--exit-zero"])
        .arg(folder)
        .stderr(Stdio::inherit());
    command.args(engine.iter().flat_map(|engine| ["--engine", engine]));
    for password in truths.iter().filter_map(|truth| truth.password.as_ref()) {
        command.args(["--password", password]);
    }
    let output = command
        .output()
        .map_err(|error| format!("{}: {error}", program.display()))?;
    if !output.status.success() {
        return Err(format!(
            "{} ended with {}",
            program.display(),
            output.status
        ));
    }
    String::from_utf8(output.stdout).map_err(|_| "the program's answer is not UTF-8".to_owned())
}

/// The path with links and dots resolved, so that differently written paths meet.
fn real(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}
