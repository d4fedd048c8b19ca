//! Runs `extract` and captures its output; temporary folders for tests.

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::contract::Report;

/// No run of a test takes longer on any machine; one that does hangs.
const PATIENCE: Duration = Duration::from_secs(300);

/// What a run said and how it ended.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit status; `None` when a signal ended it.
    pub status: Option<i32>,
    /// Standard output.
    pub out: Vec<u8>,
    /// Standard error.
    pub err: String,
}

impl Run {
    /// Standard output as text.
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.out).expect("standard output is UTF-8")
    }

    /// Standard output as JSON lines of the contract.
    pub(crate) fn documents(&self) -> Vec<crate::contract::Document> {
        documents(self.text())
    }
}

/// JSON lines of the contract, without the last one, which is about the batch.
pub(crate) fn documents(text: &str) -> Vec<crate::contract::Document> {
    text.lines()
        .filter(|line| !line.starts_with("{\"type\":\"batch\""))
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}")))
        .collect()
}

/// The program with its standard streams caught and nothing on its standard input.
pub(crate) fn command<S: AsRef<OsStr>>(args: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_extract"));
    command
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the program to its end.
pub(crate) fn extract<S: AsRef<OsStr>>(args: &[S]) -> Run {
    finish(command(args).spawn().expect("the program starts"))
}

/// Runs the program in a folder to its end.
pub(crate) fn extract_in<S: AsRef<OsStr>>(folder: &Path, args: &[S]) -> Run {
    finish(
        command(args)
            .current_dir(folder)
            .spawn()
            .expect("the program starts"),
    )
}

/// Waits for the end of a run, not for ever.
pub(crate) fn finish(mut child: Child) -> Run {
    let mut out = child.stdout.take();
    let mut err = child.stderr.take();
    let reading = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(out) = &mut out {
            out.read_to_end(&mut bytes)
                .expect("standard output can be read");
        }
        bytes
    });
    let listening = std::thread::spawn(move || {
        let mut text = String::new();
        if let Some(err) = &mut err {
            err.read_to_string(&mut text)
                .expect("standard error is UTF-8");
        }
        text
    });
    let begun = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().expect("the program can be waited for") {
            break status.code();
        }
        if begun.elapsed() > PATIENCE {
            child.kill().expect("the program can be ended");
            panic!("the program hangs");
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    Run {
        status,
        out: reading.join().expect("the reading thread ends well"),
        err: listening.join().expect("the listening thread ends well"),
    }
}

/// A fixture by its path under `fixtures/`.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name)
}

/// All notices of the fixtures read in one run, which all tests share.
pub(crate) fn all_notices() -> &'static (Run, Report) {
    static ALL: OnceLock<(Run, Report)> = OnceLock::new();
    ALL.get_or_init(|| {
        let run = extract(&[
            OsStr::new("--format"),
            OsStr::new("json"),
            fixture("notices").as_os_str(),
        ]);
        let report =
            serde_json::from_str(run.text()).unwrap_or_else(|error| panic!("{error}; {}", run.err));
        (run, report)
    })
}

/// An empty folder that goes away with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// A folder of its own for a test.
    pub(crate) fn new(name: &str) -> Self {
        static NUMBER: AtomicUsize = AtomicUsize::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("i797-tests-{}-{number}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).expect("the folder for temporary files can be written");
        Self(path.canonicalize().expect("the folder exists"))
    }

    /// A folder with copies of fixtures.
    pub(crate) fn with(name: &str, fixtures: &[&str]) -> Self {
        let folder = Self::new(name);
        for name in fixtures {
            let source = fixture(name);
            let target = folder.path(source.file_name().expect("a fixture has a name"));
            std::fs::copy(&source, target).expect("the fixture can be copied");
        }
        folder
    }

    /// A path in it.
    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }

    /// The folder itself.
    pub(crate) fn root(&self) -> &Path {
        &self.0
    }

    /// The names in it, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).expect("the folder can be read");
        let mut names: Vec<String> = entries
            .map(|entry| {
                entry
                    .expect("an entry can be read")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind lies in the folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
