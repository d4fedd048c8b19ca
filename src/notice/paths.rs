//! The paths of a batch's documents in little memory: one folder holds many of them.

/// The paths of documents, by the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Paths {
    folders: Vec<Folder>,
    names: String,
    entries: Vec<Entry>,
}

/// The folder of documents that came one after the other.
#[derive(Debug, Clone)]
struct Folder {
    path: Box<str>,
    /// Where the names of its documents begin.
    start: u64,
}

/// A path: its folder, and where its name ends, from the start of the folder's names on; it begins
/// where the one before it ends.
#[derive(Debug, Clone, Copy)]
struct Entry {
    end: u32,
    folder: u32,
}

impl Paths {
    /// Takes in a path. Past four billion documents they share the last number.
    pub(super) fn add(&mut self, path: &str) -> u32 {
        let start = path.rfind('/').map_or(0, |at| at + 1);
        let (folder, name) = path.split_at(start);
        let before = self.names.len() as u64;
        self.names.push_str(name);
        let last = self.folders.last();
        let end = last.filter(|last| *last.path == *folder).and_then(|last| {
            let end = self.names.len() as u64 - last.start;
            u32::try_from(end).ok()
        });
        if end.is_none() {
            let path = folder.into();
            self.folders.push(Folder {
                path,
                start: before,
            });
        }
        self.entries.push(Entry {
            end: end.unwrap_or(name.len() as u32),
            folder: u32::try_from(self.folders.len() - 1).unwrap_or(u32::MAX),
        });
        u32::try_from(self.entries.len() - 1).unwrap_or(u32::MAX)
    }

    /// The path of a document.
    pub(super) fn get(&self, index: u32) -> String {
        let index = index as usize;
        let Some(entry) = self.entries.get(index) else {
            return String::new();
        };
        let Some(folder) = self.folders.get(entry.folder as usize) else {
            return String::new();
        };
        let before = index.checked_sub(1).map(|before| self.entries[before]);
        let start = before.filter(|before| before.folder == entry.folder);
        let start = start.map_or(0, |before| before.end);
        let range = folder.start + u64::from(start)..folder.start + u64::from(entry.end);
        let name = self.names.get(range.start as usize..range.end as usize);
        format!("{}{}", folder.path, name.unwrap_or_default())
    }

    /// Bytes that are kept.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        let folders = self.folders.iter();
        let folders: usize = folders.map(|f| f.path.len() + size_of::<Folder>()).sum();
        folders + self.names.len() + self.entries.len() * size_of::<Entry>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_come_back() {
        let all = [
            "a/1.pdf", "a/2.pdf", "b/1.pdf", "3.pdf", "a/", "a/4.pdf", "",
        ];
        let mut paths = Paths::default();
        let added: Vec<u32> = all.iter().map(|path| paths.add(path)).collect();
        let told: Vec<String> = added.iter().map(|index| paths.get(*index)).collect();
        assert_eq!(told, all);
        assert_eq!(paths.get(99), "");
    }
}
