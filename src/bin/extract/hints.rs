//! Errors of the library in terms of command-line options.

use i797::model::config::ConfigError;
use i797::model::error::{DocumentError, ErrorKind};
use i797::model::record::DocumentRecord;

/// A configuration error in terms of the option that caused it.
pub(crate) fn config(error: &ConfigError) -> String {
    match error {
        ConfigError::NoJobs => "--jobs must be at least 1".to_owned(),
        ConfigError::NoTime => "--timeout must be greater than 0".to_owned(),
        ConfigError::LittleMemory { least_mib } => {
            format!("--max-memory must be at least {least_mib} MiB, which a worker needs to start")
        }
        other => other.to_string(),
    }
}

/// Replaces the advice of errors that an option solves by naming the option.
pub(crate) fn add(record: &mut DocumentRecord) {
    let pages = record
        .pages
        .iter_mut()
        .filter_map(|page| page.error.as_mut());
    for error in record.error.iter_mut().chain(pages) {
        if let Some(hint) = option_for(error) {
            error.advice = hint.to_owned();
        }
    }
}

fn option_for(error: &DocumentError) -> Option<&'static str> {
    if error.is_ocr_disabled() {
        return Some("run again without --ocr never");
    }
    match error.kind {
        ErrorKind::Encrypted => Some("use --password or --password-file"),
        _ => None,
    }
}
