//! `--state`: opens the state of a folder that grows, and says how the run got on with it.

use std::fs::File;
use std::path::Path;

use i797::model::config::Config;
use i797::pipeline::state::{State, StateError};

use crate::console;
use crate::settings::Settings;
use crate::signal::Interrupt;

/// Opens the state that the settings name, if they name one.
///
/// # Errors
/// A message for the user if it cannot be used.
pub(crate) fn open(settings: &Settings, interrupt: &Interrupt) -> Result<Option<State>, String> {
    let Some(path) = &settings.state else {
        return Ok(None);
    };
    let waits = || settings.waits_for_state && !interrupt.is_asked();
    let state = at(path, &settings.config, &waits)?;
    Ok(Some(state.only_new(settings.only_new)))
}

/// Opens the state at a path.
///
/// # Errors
/// A message for the user if it cannot be used.
pub(crate) fn at(path: &Path, config: &Config, waits: &dyn Fn() -> bool) -> Result<State, String> {
    State::open(path, config, &program(), waits).map_err(|error| told(path, &error))
}

/// What is wrong with a state, and what to do.
pub(crate) fn told(path: &Path, error: &StateError) -> String {
    let remedy = match error {
        StateError::InUse => "; wait for it, or use --state-wait",
        StateError::NotAState => "; name another file",
        _ => "",
    };
    format!("{}: {error}{remedy}", path.display())
}

/// Says what a run took from the state.
pub(crate) fn say(state: &State) {
    let progress = state.progress();
    if progress.recalled > 0 {
        console::say(&format!("{} files not read again", progress.recalled));
    }
    if progress.again > 0 {
        console::say(&format!(
            "{} files read again: the program or its settings have changed",
            progress.again
        ));
    }
}

/// What tells programs apart that may read otherwise: the bytes of this one, and of the one that
/// runs Tesseract.
fn program() -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    let this = std::env::current_exe().unwrap_or_default();
    let other = format!("extract-ocr{}", std::env::consts::EXE_SUFFIX);
    for program in [this.clone(), this.with_file_name(other)] {
        // One that is not there reads otherwise than one that is.
        hasher.update(b"program");
        let hashed = File::open(program).and_then(|file| hasher.update_reader(file).map(drop));
        if hashed.is_err() {
            hasher.update(b"none");
        }
    }
    *hasher.finalize().as_bytes()
}
