//! The native part of the Python package `i797`: batches, as JSON lines. Everything else of the
//! package is Python.
//!
//! Documents are parsed in worker processes only, which are the program that the package carries.
//! Nothing here runs Python code while documents are read.

#[cfg(not(unix))]
compile_error!("documents are read in worker processes, which need Unix");

mod batch;
mod pool;
mod settings;
mod shared;
mod source;

use pyo3::import_exception;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;

import_exception!(i797.errors, Error);
import_exception!(i797.errors, SetupError);
import_exception!(i797.errors, UsageError);

/// The hash of a document, as its record has it.
#[pyfunction]
fn content_hash(py: Python<'_>, content: PyBackedBytes) -> String {
    py.detach(|| blake3::hash(&content).to_hex().to_string())
}

/// What `i797/_native.pyi` describes.
#[pyo3::pymodule]
mod _native {
    #[pymodule_export]
    use crate::batch::Records;
    #[pymodule_export]
    use crate::content_hash;
    #[pymodule_export]
    use crate::pool::Pool;
}
