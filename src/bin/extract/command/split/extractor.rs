//! Copies pages of documents, in worker processes where there are any: the program itself parses
//! nothing.

use std::fs::File;

use i797::DocumentError;

use crate::settings::Settings;
use crate::signal::Interrupt;

/// Copies pages, in worker processes where there are any.
pub(super) struct Extractor {
    #[cfg(unix)]
    pool: i797::pipeline::worker::Pool,
    #[cfg(not(unix))]
    config: i797::Config,
}

impl Extractor {
    pub(super) fn new(settings: &Settings) -> Result<Self, String> {
        #[cfg(unix)]
        return Ok(Self {
            pool: i797::pipeline::worker::Pool::new(
                crate::run::launch().map_err(|e| e.to_string())?,
                &settings.config,
            ),
        });
        #[cfg(not(unix))]
        Ok(Self {
            config: settings.config.clone(),
        })
    }

    /// Pages of a file, by their 0-based indices, as a PDF of their own. `hash` is that of the
    /// content which the pages were read from. An interruption is an error.
    pub(super) fn pages(
        &self,
        file: &File,
        hash: &str,
        indices: &[usize],
        interrupt: &Interrupt,
    ) -> Result<Vec<u8>, DocumentError> {
        #[cfg(unix)]
        return self
            .pool
            .extract_pages(file, hash, indices, interrupt.stop());
        #[cfg(not(unix))]
        {
            // Nobody can be told to stop in the midst of it.
            let _ = interrupt;
            let bytes = i797::pipeline::input::read(file, &self.config.limits)?;
            if blake3::hash(&bytes).to_hex().as_str() != hash {
                let changed = "the file was changed since it was read";
                let kind = i797::model::error::ErrorKind::Unreadable;
                return Err(DocumentError::new(kind, changed));
            }
            i797::document::Document::open(bytes, &self.config)?.extract(indices, &self.config)
        }
    }
}
