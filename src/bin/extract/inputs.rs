//! What a run reads: the paths that were named, the list of `--files-from`, and standard input.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use i797::pipeline::input::{self, Input, Named, Opened};
use i797::pipeline::scratch;
use i797::pipeline::selection::Tally;

use crate::progress::Shown;
use crate::settings::{List, STDIN, Settings};
use crate::signal::Interrupt;

/// How progress is shown. To know how many documents there are, the folders are walked once more,
/// which an interruption ends.
pub(crate) fn shown(settings: &Settings, interrupt: &Interrupt) -> Shown {
    if settings.heartbeat {
        return Shown::Heartbeat;
    }
    if !settings.progress {
        return Shown::Nothing;
    }
    let count = || {
        let inputs = of_paths(settings, paths(settings, None), &Tally::default());
        inputs.take_while(|_| !interrupt.is_asked()).count() as u64
    };
    Shown::Bar(settings.list.is_none().then(count))
}

/// The paths that were named, with the copy of standard input in place of its sign.
fn paths<'a>(
    settings: &'a Settings,
    stdin: Option<&'a Opened>,
) -> impl Iterator<Item = Named> + use<'a> {
    let named = move |path: &PathBuf| match stdin {
        Some(file) if path == Path::new(STDIN) => Named::Opened(path.clone(), file.clone()),
        _ => Named::Path(path.clone()),
    };
    settings.paths.iter().map(named)
}

/// The paths of the list that is read bit by bit.
fn listed(settings: &Settings) -> impl Iterator<Item = Named> + use<> {
    settings.list.into_iter().flat_map(List::paths)
}

/// What is read: all that was named and found, but for what this run writes itself.
pub(crate) fn all<'a>(
    settings: &'a Settings,
    stdin: Option<&'a Opened>,
    tally: &Tally,
) -> impl Iterator<Item = Input> + 'a {
    let paths = paths(settings, stdin).chain(listed(settings));
    of_paths(settings, paths, tally)
}

fn of_paths<'a>(
    settings: &'a Settings,
    paths: impl Iterator<Item = Named> + 'a,
    tally: &Tally,
) -> impl Iterator<Item = Input> + 'a {
    input::discover_from(paths)
        .with_selection(settings.selection.clone())
        .ignoring_missing(settings.ignores_missing)
        .with_tally(tally.clone())
        .filter(|input| !settings.writes(input.path()))
}

/// A copy of standard input, if it is to be read as a document: the reader of it may need it twice.
pub(crate) fn stdin_copy(settings: &Settings) -> Result<Option<Opened>, String> {
    if !settings.paths.iter().any(|path| path == Path::new(STDIN)) {
        return Ok(None);
    }
    let copy = scratch::copy(&mut std::io::stdin(), settings.config.limits.file_bytes);
    let file = copy.map_err(|error| format!("cannot read standard input: {error}"))?;
    Ok(Some(Opened(Arc::new(file))))
}
