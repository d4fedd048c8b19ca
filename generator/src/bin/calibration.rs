//! Draws the reliability plot and tables from the program's output on generated notices.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use i797::model::record::DocumentRecord;
use i797_generator::calibration::{Value, plot, tables, values_of};
use i797_generator::notice::{FileTruth, rows};

const USAGE: &str = "usage: calibration SVG FOLDER...

Each FOLDER contains generated notices, their truth.jsonl, and answers.jsonl, the output of
`extract --format jsonl`. Prints Markdown tables and writes the plot to SVG.";

fn main() -> ExitCode {
    let paths: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    match run(&paths) {
        Ok(text) => {
            // A closed pipe is not an error.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("calibration: {message}");
            ExitCode::from(2)
        }
    }
}

/// A line of the program's report.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Line {
    Document(Box<DocumentRecord>),
    Other(serde::de::IgnoredAny),
}

impl Line {
    fn document(self) -> Option<DocumentRecord> {
        match self {
            Self::Document(record) => Some(*record),
            Self::Other(_) => None,
        }
    }
}

fn run(paths: &[PathBuf]) -> Result<String, String> {
    let (svg, folders) = paths
        .split_first()
        .filter(|(_, folders)| !folders.is_empty())
        .ok_or(USAGE)?;
    let mut values: Vec<Value> = Vec::new();
    let mut files = 0;
    let mut notices = 0;
    for folder in folders {
        let answers: Vec<Line> = rows(&folder.join("answers.jsonl"))?;
        let answers = answers.into_iter().filter_map(Line::document);
        let answers: HashMap<String, DocumentRecord> =
            answers.map(|r| (file_name(&r.path), r)).collect();
        for truth in rows::<FileTruth>(&folder.join("truth.jsonl"))? {
            let Some(record) = answers.get(&truth.file) else {
                continue;
            };
            (files, notices) = (files + 1, notices + truth.notices.len());
            values.extend(values_of(&truth, record));
        }
    }
    std::fs::write(svg, plot(&values)).map_err(|error| format!("{}: {error}", svg.display()))?;
    Ok(format!(
        "{files} files with {notices} notices, {} values reported.\n\n{}",
        values.len(),
        tables(&values)
    ))
}

/// The name of a file without its folder.
fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
