//! The module structure: rooms import only rooms before them, there are no import cycles, and files
//! and lines stay short.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the library in dependency order; ARCHITECTURE.md has the same list.
const ROOMS: [&str; 15] = [
    "identifier",
    "model",
    "text",
    "document",
    "raster",
    "recognizer",
    "barcode",
    "ocr",
    "interpret",
    "notice",
    "preview",
    "review",
    "report",
    "pipeline",
    "front",
];
/// The most lines of a source file.
const LONGEST_FILE: usize = 450;
/// The most columns of a line.
const WIDEST_LINE: usize = 100;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).expect("sources are UTF-8");
                found.push((path, text));
            }
        }
    }
    found.sort();
    found
}

/// The names directly after `prefix` (`crate::`) in code, including those in braces.
fn imported(text: &str, prefix: &str) -> BTreeSet<String> {
    let code: Vec<&str> = text
        .lines()
        .filter(|l| !l.trim_start().starts_with("//"))
        .collect();
    let code = code.join("\n");
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        // `pub(in crate::pipeline)` and `super::super::` are not imports of a sibling.
        if code[..at].ends_with([':', '_']) || code[..at].ends_with("(in ") {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split('}').next().unwrap_or_default();
                let first = |item: &str| item.trim().split("::").next().unwrap_or("").to_owned();
                names.extend(list.split(',').map(first));
            }
            None => {
                names.insert(rest.chars().take_while(|c| is_name(*c)).collect());
            }
        }
    }
    names
}

/// The room of a source file; `None` for the binaries and `lib.rs`.
fn room(path: &Path) -> Option<String> {
    let inside = path
        .strip_prefix(root().join("src"))
        .expect("a source of the library");
    let first = inside
        .components()
        .next()?
        .as_os_str()
        .to_string_lossy()
        .into_owned();
    Some(first.trim_end_matches(".rs").to_owned()).filter(|room| room != "bin" && room != "lib")
}

#[test]
fn rooms_import_only_rooms_before_them() {
    let place = |room: &str| ROOMS.iter().position(|r| *r == room);
    let mut wrong = Vec::new();
    for (path, text) in sources("src") {
        let Some(room) = room(&path) else { continue };
        let own = place(&room).unwrap_or_else(|| panic!("{room} is not in the list of rooms"));
        for other in imported(&text, "crate::") {
            if place(&other).is_some_and(|other| other > own) {
                wrong.push(format!("{}: {room} imports {other}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Finds an import cycle.
fn cycle(imports: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn walk(
        at: &str,
        imports: &BTreeMap<String, BTreeSet<String>>,
        path: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> bool {
        if let Some(from) = path.iter().position(|p| p == at) {
            path.drain(..from);
            return true;
        }
        if !done.insert(at.to_owned()) {
            return false;
        }
        path.push(at.to_owned());
        let found = imports[at]
            .iter()
            .any(|next| walk(next, imports, path, done));
        if !found {
            path.pop();
        }
        found
    }
    let mut path = Vec::new();
    let mut done = BTreeSet::new();
    imports
        .keys()
        .any(|module| walk(module, imports, &mut path, &mut done))
        .then_some(path)
}

#[test]
fn no_import_cycles_within_a_folder() {
    let mut folders: BTreeMap<PathBuf, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (path, text) in sources("src").into_iter().chain(sources("generator/src")) {
        let name = path
            .file_stem()
            .expect("a file")
            .to_string_lossy()
            .into_owned();
        let folder = path.parent().expect("in a folder").to_owned();
        // Re-exports and tests are not dependencies of the code.
        if matches!(name.as_str(), "mod" | "lib" | "main" | "tests") {
            continue;
        }
        let code = text
            .split("#[cfg(test)]\nmod tests")
            .next()
            .unwrap_or_default()
            .to_owned();
        let room = folder
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let mut names = imported(&code, "super::");
        names.extend(imported(&code, &format!("crate::{room}::")));
        folders.entry(folder).or_default().insert(name, names);
    }
    for (folder, mut imports) in folders {
        let modules: BTreeSet<String> = imports.keys().cloned().collect();
        for (module, names) in &mut imports {
            names.retain(|name| modules.contains(name) && name != module);
        }
        assert_eq!(cycle(&imports), None, "{}", folder.display());
    }
}

#[test]
fn files_and_lines_stay_short() {
    let folders = [
        "src",
        "tests",
        "benches",
        "examples",
        "generator",
        "fuzz",
        "python",
    ];
    let mut wrong = Vec::new();
    for (path, text) in folders.into_iter().flat_map(sources) {
        let lines = text.lines().count();
        if lines > LONGEST_FILE {
            wrong.push(format!("{}: {lines} lines", path.display()));
        }
        for (number, line) in text.lines().enumerate() {
            if line.chars().count() > WIDEST_LINE {
                wrong.push(format!("{}:{}: too wide", path.display(), number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{} places: {wrong:#?}", wrong.len());
}

#[test]
fn architecture_has_the_same_drawing_as_the_crate_docs() {
    let flow = fs::read_to_string(root().join("src/flow.txt")).expect("the drawing is there");
    let architecture =
        fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the page is there");
    assert!(
        architecture.contains(&flow),
        "the drawing in ARCHITECTURE.md differs from src/flow.txt"
    );
    assert!(flow.lines().all(|line| line.chars().count() <= WIDEST_LINE));
}
