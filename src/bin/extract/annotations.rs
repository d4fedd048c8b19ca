//! Annotated pages on their way to files: one that was named, or a folder of them.

use std::collections::BTreeMap;
use std::fs::DirBuilder;
use std::io::Write;
use std::path::{Path, PathBuf};

use i797::model::location::PageNumber;
use i797::model::record::DocumentRecord;

use crate::output::{Output, OutputError, shortened};
use crate::settings::Drawings;

/// Bytes of a document's name in the name of a drawing; file systems take 255 in all.
const LONGEST_NAME: usize = 200;

/// Writes pages and remembers the names it used.
#[derive(Debug)]
pub(crate) struct Writer {
    to: Option<Drawings>,
    /// How often each name was wanted.
    used: BTreeMap<PathBuf, u32>,
}

/// Pages of a document that could not be written.
#[derive(Debug)]
pub(crate) struct Undrawn {
    /// How many.
    pub pages: usize,
    /// Why the first of them could not.
    pub error: OutputError,
}

impl Writer {
    /// A writer; a folder that is missing is made now, not after hours of work. Only its owner may
    /// read what is in it.
    pub(crate) fn new(to: Option<Drawings>) -> Result<Self, String> {
        if let Some(Drawings::Folder(folder)) = &to {
            let mut builder = DirBuilder::new();
            builder.recursive(true);
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder
                .create(folder)
                .map_err(|e| format!("cannot make the folder {}: {e}", folder.display()))?;
        }
        Ok(Self {
            to,
            used: BTreeMap::new(),
        })
    }

    /// Whether the drawings are what the run is for: then one that is missing is an error of the
    /// run.
    pub(crate) fn is_all_that_is_wanted(&self) -> bool {
        matches!(self.to, Some(Drawings::File(_)))
    }

    /// Takes the pages out of a record and writes them. What cannot be written is left out and
    /// told.
    pub(crate) fn write(&mut self, record: &mut DocumentRecord) -> Option<Undrawn> {
        let pictures = std::mem::take(&mut record.pictures);
        let alone = pictures.len() == 1;
        let mut undrawn: Option<Undrawn> = None;
        for picture in pictures {
            let Some(path) = self.name(&record.path, picture.page, alone) else {
                continue;
            };
            if let Err(error) = whole(&path, &picture.png.0) {
                undrawn.get_or_insert(Undrawn { pages: 0, error }).pages += 1;
            }
        }
        undrawn
    }

    /// A name that was not used in this run.
    fn name(&mut self, document: &str, page: PageNumber, alone: bool) -> Option<PathBuf> {
        let path = match self.to.as_ref()? {
            Drawings::File(path) => {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                let number = if alone {
                    String::new()
                } else {
                    format!("-{page}")
                };
                path.with_file_name(format!("{stem}{number}"))
            }
            Drawings::Folder(folder) => {
                let name = Path::new(document).file_name().unwrap_or_default();
                let name = name.to_string_lossy();
                folder.join(format!("{}-page{page}", shortened(&name, LONGEST_NAME)))
            }
        };
        // Files of one name from several folders, and two sheets on one page, do not overwrite one
        // another.
        let times = self.used.entry(path.clone()).or_default();
        *times += 1;
        let mut path = path.into_os_string();
        if *times > 1 {
            path.push(format!("-{times}"));
        }
        path.push(".png");
        Some(path.into())
    }
}

/// Writes a file that appears whole or not at all, as reports do.
fn whole(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let mut output = Output::beside_others(path)?;
    output.write_all(bytes).map_err(|e| output.error(&e))?;
    output.finish()
}
