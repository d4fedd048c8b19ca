//! Writes the fixtures to a folder, by default `fixtures`.

use std::path::PathBuf;
use std::process::ExitCode;

use i797_generator::{fixture, typeface};

fn main() -> ExitCode {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("fixtures"), PathBuf::from);
    let drawn = typeface::check()
        .map_err(|error| error.to_string())
        .and_then(|()| {
            fixture::write(&folder)
                .map_err(|error| format!("cannot write {}: {error}", folder.display()))
        });
    match drawn {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("fixtures: {message}");
            ExitCode::from(2)
        }
    }
}
