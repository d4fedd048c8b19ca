//! `--metrics`: counts and times of a run in the text format of Prometheus, for the textfile
//! collector of its node exporter. The file appears whole.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use i797::report::Summary;

use crate::output::{Output, OutputError, Unfinished};

/// Writes the metrics of a run that took `time` and ends with `status`.
///
/// # Errors
/// If the file cannot be written.
pub(crate) fn write(
    path: &Path,
    summary: &Summary,
    time: Duration,
    status: u8,
) -> Result<(), OutputError> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let text = text(summary, time, status, now.unwrap_or_default());
    let mut output = Output::file(path, &Unfinished::default())?;
    output
        .write_all(text.as_bytes())
        .map_err(|error| output.error(&error))?;
    output.finish()
}

fn text(summary: &Summary, time: Duration, status: u8, now: Duration) -> String {
    let accounts = &summary.account_numbers;
    let mut text = String::new();
    gauge(
        &mut text,
        "documents",
        "Documents of the last run, by outcome.",
        "outcome",
        &[
            ("read", summary.read),
            ("partly", summary.partly),
            ("failed", summary.failed),
            ("skipped", summary.skipped),
        ],
    );
    gauge(
        &mut text,
        "notices",
        "Notices of the last run, by the state of their account number.",
        "account_number",
        &[
            ("found", accounts.found),
            ("review", accounts.review),
            ("blank", accounts.blank),
            ("absent", accounts.absent),
            ("unreadable", accounts.unreadable),
        ],
    );
    gauge(
        &mut text,
        "findings",
        "Findings of the last run, by severity.",
        "severity",
        &[("warning", summary.warnings), ("error", summary.errors)],
    );
    for (name, help, value) in [
        ("pages", "Pages of the last run.", summary.pages as f64),
        (
            "pages_failed",
            "Pages of the last run that could not be read.",
            summary.pages_failed as f64,
        ),
        (
            "to_review",
            "Numbers of the last run that need review.",
            summary.to_review as f64,
        ),
        (
            "left_out",
            "Entries of folders that were left out.",
            summary.left_out as f64,
        ),
        (
            "run_seconds",
            "How long the last run took.",
            time.as_secs_f64(),
        ),
        (
            "run_end_timestamp_seconds",
            "When the last run ended.",
            now.as_secs_f64(),
        ),
        (
            "run_exit_status",
            "The exit status of the last run.",
            f64::from(status),
        ),
    ] {
        head(&mut text, name, help);
        let _ = writeln!(text, "extract_{name} {value}"); // a string takes everything
    }
    text
}

fn gauge(text: &mut String, name: &str, help: &str, label: &str, values: &[(&str, usize)]) {
    head(text, name, help);
    for (key, value) in values {
        let _ = writeln!(text, "extract_{name}{{{label}=\"{key}\"}} {value}");
    }
}

fn head(text: &mut String, name: &str, help: &str) {
    let _ = writeln!(text, "# HELP extract_{name} {help}");
    let _ = writeln!(text, "# TYPE extract_{name} gauge");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_comment_or_a_sample() {
        let summary = Summary {
            documents: 2,
            read: 2,
            ..Summary::default()
        };
        let text = text(
            &summary,
            Duration::from_millis(1_500),
            1,
            Duration::from_secs(9),
        );
        assert!(
            text.contains("extract_documents{outcome=\"read\"} 2\n"),
            "{text}"
        );
        assert!(text.contains("\nextract_run_seconds 1.5\n"), "{text}");
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            let (name, value) = line.rsplit_once(' ').unwrap();
            assert!(
                name.starts_with("extract_") && value.parse::<f64>().is_ok(),
                "{line}"
            );
        }
    }
}
