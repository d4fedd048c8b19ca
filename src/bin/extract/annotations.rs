//! Annotated pages on their way to files: one that was named, or a folder of them.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use i797::model::record::{DocumentRecord, PagePicture};

use crate::output::{Output, Unfinished};
use crate::settings::Drawings;

/// Writes pages and remembers the names it used.
#[derive(Debug)]
pub struct Writer {
    to: Option<Drawings>,
    used: BTreeSet<PathBuf>,
}

impl Writer {
    /// A writer; a folder that is missing is made now, not after hours of work.
    pub fn new(to: Option<Drawings>) -> Result<Self, String> {
        if let Some(Drawings::Folder(folder)) = &to {
            std::fs::create_dir_all(folder)
                .map_err(|e| format!("cannot make the folder {}: {e}", folder.display()))?;
        }
        Ok(Self {
            to,
            used: BTreeSet::new(),
        })
    }

    /// Takes the pages out of a record and writes them.
    pub fn write(&mut self, record: &mut DocumentRecord) -> Result<(), String> {
        let pictures = std::mem::take(&mut record.pictures);
        let alone = pictures.len() == 1;
        for picture in pictures {
            let Some(path) = self.name(&record.path, &picture, alone) else {
                continue;
            };
            whole(&path, &picture.png.0)?;
        }
        Ok(())
    }

    /// A name that was not used in this run.
    fn name(&mut self, document: &str, picture: &PagePicture, alone: bool) -> Option<PathBuf> {
        let (stem, folder, number) = match self.to.as_ref()? {
            Drawings::File(path) => {
                let stem = path
                    .file_stem()
                    .map(|s| s.to_string_lossy().into_owned())
                    .unwrap_or_default();
                let folder = path.parent().unwrap_or(Path::new("")).to_owned();
                (
                    stem,
                    folder,
                    if alone {
                        String::new()
                    } else {
                        format!("-{}", picture.page)
                    },
                )
            }
            Drawings::Folder(folder) => {
                let name = Path::new(document)
                    .file_name()
                    .map(|n| n.to_string_lossy().into_owned())
                    .unwrap_or_default();
                (name, folder.clone(), format!("-page{}", picture.page))
            }
        };
        // Files of one name from several folders, and two sheets on one page, do not overwrite one another.
        let again = |n: u32| {
            if n == 1 {
                String::new()
            } else {
                format!("-{n}")
            }
        };
        let paths = (1..).map(|n| folder.join(format!("{stem}{number}{}.png", again(n))));
        let path = paths.into_iter().find(|p| !self.used.contains(p))?;
        self.used.insert(path.clone());
        Some(path)
    }
}

/// Writes a file that appears whole or not at all, as reports do.
fn whole(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let mut output = Output::file(path, &Unfinished::default()).map_err(|e| e.to_string())?;
    output
        .write_all(bytes)
        .map_err(|e| output.error(&e).to_string())?;
    output.finish().map_err(|e| e.to_string())
}
