//! Runs the program on a folder and scores what it read against the truth beside it.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use i797::model::record::DocumentRecord;
use i797_generator::notice::{FileTruth, rows};
use i797_generator::score::{By, Table, beside, mark};

const USAGE: &str = "usage: score TRUTH.jsonl PROGRAM FOLDER [--by damage|layout] [--misses] [--readers]

Runs PROGRAM --format jsonl --exit-zero FOLDER and prints, for all files and for each part of them: the files, the
share read exactly, for each kind of number how many were found, accepted wrongly, and held for review though right;
the share of reported numbers to review; missing account numbers reported rightly and falsely; files in which the
notices were counted rightly. Without --by there is a table by damage and one by layout. With --readers the program runs
three times, with --reader own, tesseract and both; the tables set the three side by side, and the totals are those of both.
Exit status: 0; 1 when a false number was accepted or a number that is there was called missing, by any of the readers;
2 when it could not run.";

/// The readers that are compared; the program's default comes last.
const READERS: [&str; 3] = ["own", "tesseract", "both"];

struct Options {
    truth: PathBuf,
    program: PathBuf,
    folder: PathBuf,
    by: Vec<By>,
    misses: bool,
    readers: bool,
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
    let (mut paths, mut by, mut misses, mut readers) = (Vec::new(), Vec::new(), false, false);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--misses" => misses = true,
            "--readers" => readers = true,
            "--by" => match args.next().as_deref() {
                Some("damage") => by.push(By::Damage),
                Some("layout") => by.push(By::Layout),
                _ => return Err(format!("--by needs damage or layout\n{USAGE}")),
            },
            option if option.starts_with('-') => {
                return Err(format!("unknown option '{option}'\n{USAGE}"));
            }
            _ => paths.push(PathBuf::from(arg)),
        }
    }
    let [truth, program, folder] = <[PathBuf; 3]>::try_from(paths).map_err(|_| USAGE.to_owned())?;
    if by.is_empty() {
        by = vec![By::Damage, By::Layout];
    }
    Ok(Options {
        truth,
        program,
        folder,
        by,
        misses,
        readers,
    })
}

/// Prints the tables and returns whether the program did harm.
fn run(options: &Options) -> Result<bool, String> {
    let truths: Vec<FileTruth> = rows(&options.truth)?;
    if options.readers {
        return compare(options, &truths);
    }
    let tables = tables(options, &truths, None)?;
    for table in &tables {
        say(&table.text());
    }
    Ok(tables.first().is_some_and(|table| table.all().is_harmful()))
}

/// Prints the readers side by side, then the totals of the default one; true when one of them did harm.
fn compare(options: &Options, truths: &[FileTruth]) -> Result<bool, String> {
    let mut runs: Vec<(&str, Vec<Table>)> = Vec::new();
    for reader in READERS {
        runs.push((reader, tables(options, truths, Some(reader))?));
    }
    for index in 0..options.by.len() {
        let side: Vec<(&str, Table)> = runs
            .iter()
            .map(|(reader, tables)| (*reader, tables[index].clone()))
            .collect();
        say(&beside(&side));
    }
    runs.last()
        .and_then(|(_, tables)| tables.first())
        .into_iter()
        .for_each(|table| say(&table.totals()));
    Ok(runs
        .iter()
        .any(|(_, tables)| tables.first().is_some_and(|table| table.all().is_harmful())))
}

/// Runs the program, with one of its readers where one is named, and marks every file.
fn tables(
    options: &Options,
    truths: &[FileTruth],
    reader: Option<&str>,
) -> Result<Vec<Table>, String> {
    let answers = answers(options, truths, reader)?;
    let beside = options.truth.parent().unwrap_or(Path::new("."));
    let mut tables: Vec<Table> = options.by.iter().map(|&by| Table::new(by)).collect();
    for truth in truths {
        let answer = real(&beside.join(&truth.file)).and_then(|path| answers.get(&path));
        let (marks, misses) = mark(truth, answer);
        tables.iter_mut().for_each(|table| table.add(truth, &marks));
        if options.misses {
            let reader = reader
                .map(|reader| format!(", {reader}"))
                .unwrap_or_default();
            misses.iter().for_each(|miss| {
                say(&format!(
                    "{} ({}{reader}): {miss}",
                    truth.file, truth.damage
                ))
            });
        }
    }
    Ok(tables)
}

/// Prints a line; who closed the pipe has seen enough.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Runs the program; its records by their real paths.
fn answers(
    options: &Options,
    truths: &[FileTruth],
    reader: Option<&str>,
) -> Result<HashMap<PathBuf, DocumentRecord>, String> {
    let mut command = Command::new(&options.program);
    command
        .args(["--format", "jsonl", "--exit-zero"])
        .arg(&options.folder)
        .stderr(Stdio::inherit());
    command.args(reader.iter().flat_map(|reader| ["--reader", reader]));
    for password in truths.iter().filter_map(|truth| truth.password.as_ref()) {
        command.args(["--password", password]);
    }
    let output = command
        .output()
        .map_err(|error| format!("{}: {error}", options.program.display()))?;
    if !output.status.success() {
        return Err(format!(
            "{} ended with {}",
            options.program.display(),
            output.status
        ));
    }
    let text = String::from_utf8(output.stdout)
        .map_err(|_| "the program's answer is not UTF-8".to_owned())?;
    let parse = |line| {
        serde_json::from_str::<DocumentRecord>(line)
            .map_err(|error| format!("the program's answer: {error}"))
    };
    let records: Vec<DocumentRecord> = text.lines().map(parse).collect::<Result<_, _>>()?;
    Ok(records
        .into_iter()
        .filter_map(|record| Some((real(Path::new(&record.path))?, record)))
        .collect())
}

/// The path with links and dots resolved, so that differently written paths meet.
fn real(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}
