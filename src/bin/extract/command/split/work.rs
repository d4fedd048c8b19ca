//! The work of `extract split`: reads the documents, plans, and writes file by file.

use std::fs;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use i797::model::finding::{Finding, Severity};
use i797::model::record::{DocumentRecord, Outcome};
use i797::notice::batch::Batch;
use i797::pipeline::{batch, input};
use i797::report::text::counted;
use i797::report::{page_ranges, sanitize};
use i797::review::{Decided, Decisions};

use super::extractor::Extractor;
use super::manifest::{Action, Entry, Manifest};
use super::name::{self, Source, Template};
use super::place::{self, Names, Whole};
use super::plan::{Folder, Loose, Piece, pieces};
use crate::exit::{Cause, Status};
use crate::output::Unfinished;
use crate::progress::{Progress, Shown};
use crate::settings::Settings;
use crate::signal::Interrupt;
use crate::{console, hints};

/// Extensions that a source keeps when it is copied or moved whole.
pub(super) const EXTENSIONS: [&str; 9] = [
    "pdf", "png", "jpg", "jpeg", "jpe", "tif", "tiff", "webp", "bmp",
];

/// Names that are tried where others write to the same folder.
const TRIES: usize = 5;

/// What `extract split` was asked for.
pub(super) struct Options {
    /// Where the new files go.
    pub folder: PathBuf,
    pub template: Template,
    pub blank_pages: Loose,
    pub other_pages: Loose,
    pub whole_files: Whole,
    pub dry_run: bool,
    pub decisions: Vec<Decisions>,
}

/// Reads the documents and writes a file for each notice.
pub(super) fn split(settings: &Settings, mut options: Options) -> Result<Status, String> {
    let interrupt = Interrupt::default();
    let unfinished = Unfinished::default();
    interrupt.listen(&unfinished, Status::Interrupted.code());
    let folder = options.folder.clone();
    let cannot = |error: io::Error| format!("cannot write to {}: {error}", folder.display());
    let manifest = if options.dry_run {
        None
    } else {
        place::make_folder(&folder).map_err(cannot)?;
        Some(Manifest::begin(&folder).map_err(cannot)?)
    };
    // What an earlier run wrote is no source.
    let own = fs::canonicalize(&folder).ok();
    let is_own = |path: &Path| {
        let own = own.as_deref();
        own.is_some_and(|own| fs::canonicalize(path).is_ok_and(|path| path.starts_with(own)))
    };
    let inputs = || input::discover(&settings.paths).filter(|input| !is_own(input.path()));
    let shown = if settings.progress {
        Shown::Bar(Some(inputs().count() as u64))
    } else {
        Shown::Nothing
    };
    let progress = Progress::new(shown, interrupt.clone());
    let decisions = std::mem::take(&mut options.decisions);
    let mut decided = (!decisions.is_empty()).then(|| Decided::new(decisions));
    let mut work = Work {
        settings,
        options,
        manifest,
        unfinished,
        names: Names::default(),
        extractor: Extractor::new(settings)?,
        interrupt,
        counts: Counts::default(),
        trouble: None,
    };
    let mut batch = Batch::default();
    let mut sink = |mut record: DocumentRecord| {
        hints::add(&mut record);
        if let Some(decided) = &mut decided {
            decided.apply(&mut record);
            batch.add(&mut record);
        }
        progress.aside(|| work.document(&record))
    };
    #[cfg(unix)]
    let ran = {
        let launch = crate::run::launch().map_err(|e| e.to_string())?;
        batch::run_isolated(inputs(), &settings.config, launch, &progress, &mut sink)
    };
    #[cfg(not(unix))]
    let ran = batch::run(inputs(), &settings.config, &progress, &mut sink);
    progress.finish();
    let told = decided.map_or_else(Vec::new, |mut decided| {
        // What was checked off of the whole batch has its place, too.
        decided.apply_to_batch(&mut batch.finish());
        decided.told()
    });
    let interrupted = ran.as_ref().is_ok_and(|ran| ran.interrupted);
    let ended = work.end(interrupted, &told);
    ran.map_err(|e| e.to_string())?;
    ended
}

/// What was done, in numbers.
#[derive(Debug, Default)]
struct Counts {
    documents: usize,
    unread: usize,
    notices: usize,
    review: usize,
    other: usize,
    left_out: usize,
    failed: usize,
}

struct Work<'a> {
    settings: &'a Settings,
    options: Options,
    /// `None` where nothing is written.
    manifest: Option<Manifest>,
    unfinished: Unfinished,
    names: Names,
    extractor: Extractor,
    interrupt: Interrupt,
    counts: Counts,
    /// Why the run cannot go on.
    trouble: Option<String>,
}

impl Work<'_> {
    fn document(&mut self, record: &DocumentRecord) -> ControlFlow<()> {
        self.counts.documents += 1;
        let pieces = pieces(record, self.options.blank_pages, self.options.other_pages);
        let in_pieces = |page| pieces.iter().any(|piece| piece.pages.contains(&page));
        let pages = record.pages.iter().map(|page| page.page.get());
        self.counts.left_out += pages.filter(|page| !in_pieces(*page)).count();
        let mut lines = vec![sanitize::line(&record.path).into_owned()];
        if pieces.is_empty() {
            lines.push(format!("  {}", self.why_nothing(record)));
        }
        for piece in &pieces {
            match self.piece(record, piece, pieces.len() == 1) {
                Ok(file) => lines.push(row(piece, &file)),
                Err(Trouble::Piece(why)) => {
                    self.counts.failed += 1;
                    lines.push(row(piece, &format!("NOT WRITTEN: {why}")));
                }
                Err(Trouble::Taken) => {
                    self.counts.failed += 1;
                    lines.push(row(piece, "NOT WRITTEN: every name for it is taken"));
                }
                Err(Trouble::Run(why)) => {
                    self.trouble = Some(why);
                    break;
                }
            }
        }
        self.say(&lines.join("\n"));
        if self.trouble.is_some() {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }

    fn why_nothing(&mut self, record: &DocumentRecord) -> String {
        let why = record
            .error
            .as_ref()
            .map_or("", |error| error.message.as_str());
        if matches!(record.outcome, Outcome::Failed | Outcome::Skipped) {
            self.counts.unread += 1;
            return format!("left as it is: {}", sanitize::line(why));
        }
        "left as it is: no page of it is wanted".to_owned()
    }

    /// Writes one file. Returns its name below the folder. `alone` says that the document has no
    /// other pieces.
    fn piece(
        &mut self,
        record: &DocumentRecord,
        piece: &Piece,
        alone: bool,
    ) -> Result<String, Trouble> {
        let source = source(record);
        let extension = source.extension().unwrap_or_default().to_string_lossy();
        let extension = extension.to_lowercase();
        let is_whole = alone && piece.notice.is_some() && piece.pages.len() == record.page_count;
        let known = EXTENSIONS.contains(&extension.as_str());
        let whole =
            is_whole && known && (self.options.whole_files != Whole::CopyPdf || extension == "pdf");
        let extension = if whole { extension.as_str() } else { "pdf" };
        let folder = self.options.folder.join(piece.folder.name());
        let stem = self.stem(record, piece, &source);
        if !self.options.dry_run {
            place::make_folder(&folder).map_err(|e| cannot_write(&folder, &e))?;
        }
        let mut tries = 0;
        let file = loop {
            let name = self.names.free(&folder, &stem, extension);
            let target = folder.join(&name);
            let file = match piece.folder.name() {
                "" => name,
                below => format!("{below}/{name}"),
            };
            if self.options.dry_run {
                break file;
            }
            tries += 1;
            match self.write(record, piece, &source, (&file, &target), whole) {
                Ok(()) => break file,
                // Somebody else took the name meanwhile.
                Err(Trouble::Taken) if tries < TRIES => {}
                Err(trouble) => return Err(trouble),
            }
        };
        match (piece.folder, piece.notice) {
            (Folder::Other, _) => self.counts.other += 1,
            (Folder::Review, notice) => {
                self.counts.review += 1;
                self.counts.notices += usize::from(notice.is_some());
            }
            (Folder::Top, _) => self.counts.notices += 1,
        }
        Ok(file)
    }

    fn stem(&self, record: &DocumentRecord, piece: &Piece, source: &Path) -> String {
        let stem = source.file_stem().unwrap_or_default().to_string_lossy();
        let pages = pages_in_words(&piece.pages);
        let source = Source {
            stem: &stem,
            pages: &pages,
        };
        match piece.notice.and_then(|at| record.notices.get(at)) {
            Some(notice) => self.options.template.name(notice, source),
            None => name::of_pages(source),
        }
    }

    fn write(
        &mut self,
        record: &DocumentRecord,
        piece: &Piece,
        source: &Path,
        (name, target): (&str, &Path),
        whole: bool,
    ) -> Result<(), Trouble> {
        let hash = record.content_hash.clone();
        let hash = hash.ok_or_else(|| Trouble::Piece("its content is not known".to_owned()))?;
        let limits = &self.settings.config.limits;
        let opened = input::open(source, limits).map_err(|refusal| {
            Trouble::Piece(match refusal {
                input::Refusal::Skipped(why) => why,
                input::Refusal::Failed(error) => error.message,
            })
        })?;
        let piece_of = |error: i797::DocumentError| Trouble::Piece(error.message);
        let moves = whole && self.options.whole_files == Whole::Move && is_plain(source);
        let (action, bytes) = if whole {
            let bytes = input::read(&opened, limits).map_err(piece_of)?;
            if blake3::hash(&bytes).to_hex().as_str() != hash {
                let why = "the file was changed since it was read";
                return Err(Trouble::Piece(why.to_owned()));
            }
            let action = if moves { Action::Moved } else { Action::Copied };
            (action, bytes)
        } else {
            let indices: Vec<usize> = piece.pages.iter().map(|page| *page as usize - 1).collect();
            let bytes = self
                .extractor
                .pages(&opened, &hash, &indices, &self.interrupt);
            (Action::Extracted, bytes.map_err(piece_of)?)
        };
        let written = blake3::hash(&bytes).to_hex().to_string();
        let absolute = std::path::absolute(source).unwrap_or_else(|_| source.to_owned());
        let absolute = absolute.to_string_lossy().into_owned();
        let pages = (piece.pages.clone(), piece.why.clone());
        let origin = (absolute, hash);
        let mut entry = Entry::new(action, name.to_owned(), written, origin, pages);
        if action == Action::Moved {
            self.note(&entry)?;
            if place::rename(source, target).is_ok() {
                return Ok(());
            }
            // Between file systems, or without the right to: a copy, and the source stays.
            entry.action = Action::Copied;
        }
        self.note(&entry)?;
        place::write(target, &bytes, &self.unfinished).map_err(|e| cannot_write(target, &e))
    }

    /// Writes a line of the manifest. Nothing is done without it.
    fn note(&mut self, entry: &Entry) -> Result<(), Trouble> {
        let Some(manifest) = &mut self.manifest else {
            return Ok(());
        };
        let noted = manifest.add(entry);
        noted.map_err(|e| Trouble::Run(format!("cannot write {}: {e}", manifest.path.display())))
    }

    /// Prints what was done with a document.
    fn say(&mut self, lines: &str) {
        let mut out = io::stdout().lock();
        let written = writeln!(out, "{lines}").and_then(|()| out.flush());
        // Nobody listening is no reason to stop writing files.
        if let Err(error) = written
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            self.trouble = Some(format!("cannot write to standard output: {error}"));
        }
    }

    fn end(self, interrupted: bool, told: &[Finding]) -> Result<Status, String> {
        let counts = &self.counts;
        let mut said = vec![
            counted(counts.notices, "notice"),
            format!("{} in review", counts.review),
            counted(counts.other, "file of other pages"),
        ];
        let rare = [
            (counts.left_out, "pages left out"),
            (counts.failed, "not written"),
            (counts.unread, "sources not read"),
        ];
        said.extend(
            rare.iter()
                .filter(|r| r.0 > 0)
                .map(|r| format!("{} {}", r.0, r.1)),
        );
        if self.settings.summary || self.settings.progress {
            let dry = self.options.dry_run.then_some("would write: ");
            console::say(&format!("{}{}", dry.unwrap_or_default(), said.join(", ")));
            told.iter()
                .for_each(|finding| console::say(&finding.text()));
        }
        if let Some(manifest) = self.manifest {
            let path = manifest.path.display().to_string();
            if manifest.lines > 0 && self.settings.summary {
                console::say(&format!("to take it back: extract split --undo '{path}'"));
            }
            manifest.remove_if_empty();
        }
        if let Some(trouble) = self.trouble {
            return Err(trouble);
        }
        if counts.documents == 0 && !interrupted {
            return Err("no file was found to read".to_owned());
        }
        if interrupted {
            return Ok(Status::Interrupted);
        }
        let asks = |finding: &&Finding| finding.severity != Severity::Info;
        let disputed = told.iter().filter(asks).count();
        let attention = counts.review + counts.failed + counts.unread + disputed;
        Ok(
            if attention > 0 && !self.settings.fail_on.contains(&Cause::Never) {
                Status::Attention
            } else {
                Status::Clean
            },
        )
    }
}

/// Why a file was not written.
enum Trouble {
    /// This one only.
    Piece(String),
    /// Its name is in use.
    Taken,
    /// Nor will any other be.
    Run(String),
}

fn cannot_write(path: &Path, error: &io::Error) -> Trouble {
    let why = format!("cannot write {}: {error}", path.display());
    match error.kind() {
        io::ErrorKind::AlreadyExists => Trouble::Taken,
        io::ErrorKind::StorageFull | io::ErrorKind::ReadOnlyFilesystem => Trouble::Run(why),
        _ => Trouble::Piece(why),
    }
}

/// Whether a path is a file itself, which can get another name, and not a link to one. A name that
/// is not UTF-8 could not be told in the manifest.
fn is_plain(source: &Path) -> bool {
    source.to_str().is_some() && fs::symlink_metadata(source).is_ok_and(|found| found.is_file())
}

/// The path of a record's file, also one that is not UTF-8.
fn source(record: &DocumentRecord) -> PathBuf {
    #[cfg(unix)]
    if let Some(encoded) = &record.path_bytes {
        use std::os::unix::ffi::OsStringExt;
        let mut bytes = Vec::new();
        let mut rest = encoded.as_bytes();
        while let [first, tail @ ..] = rest {
            let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
            let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
            match byte.filter(|_| *first == b'%') {
                Some(byte) => {
                    bytes.push(byte);
                    rest = &tail[2..];
                }
                None => {
                    bytes.push(*first);
                    rest = tail;
                }
            }
        }
        return std::ffi::OsString::from_vec(bytes).into();
    }
    PathBuf::from(&record.path)
}

/// A row of the table: pages, the new file, and why it lies there.
fn row(piece: &Piece, file: &str) -> String {
    let why = if piece.why.is_empty() {
        String::new()
    } else {
        format!("  ({})", piece.why)
    };
    let line = format!("  {:9} {file}{why}", pages_in_words(&piece.pages));
    sanitize::line(&line).into_owned()
}

fn pages_in_words(pages: &[u32]) -> String {
    let numbers = pages.iter().map(|page| *page as usize - 1);
    let numbers: Vec<_> = numbers
        .map(i797::model::location::PageNumber::from_index)
        .collect();
    page_ranges(&numbers)
}
