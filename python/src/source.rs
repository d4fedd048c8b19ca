//! What a batch reads: paths, and documents in memory.

use std::path::PathBuf;
use std::sync::Arc;

use i797::model::error::{DocumentError, ErrorKind};
use i797::pipeline::input::{self, Input, Named, Opened};
use i797::pipeline::scratch;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

/// A path; a name and the bytes that go by it; or a name and why nothing goes by it.
#[derive(FromPyObject)]
pub(crate) struct Source(PathBuf, Option<PyBackedBytes>, Option<String>);

/// The inputs made of sources as they are needed: a document in memory gets its file when its turn
/// comes. In a batch, folders stand for what is in them, and a file that is named twice is read
/// once; else each source is one input.
pub(crate) fn inputs(
    sources: Vec<Source>,
    is_batch: bool,
    most: u64,
) -> Box<dyn Iterator<Item = Input>> {
    let named = sources.into_iter().map(move |source| source.named(most));
    if is_batch {
        Box::new(input::discover_from(named))
    } else {
        Box::new(named.map(alone))
    }
}

impl Source {
    /// Bytes go into a file that is only in memory, one byte more than `most` at the most.
    fn named(self, most: u64) -> Named {
        match self {
            Self(path, _, Some(why)) => failed(path, why),
            Self(path, None, None) => Named::Path(path),
            Self(path, Some(bytes), None) => match scratch::copy(&mut &*bytes, most) {
                Ok(file) => Named::Opened(path, Opened(Arc::new(file))),
                Err(error) => failed(path, format!("there is no memory for it: {error}")),
            },
        }
    }
}

fn failed(path: PathBuf, why: String) -> Named {
    Named::Failed(path, DocumentError::new(ErrorKind::Unreadable, why))
}

fn alone(named: Named) -> Input {
    match named {
        Named::Path(path) => Input::File(path),
        Named::Opened(path, file) => Input::Opened { path, file },
        Named::Failed(path, error) => Input::Failed { path, error },
        Named::Pending => Input::Pending,
    }
}
