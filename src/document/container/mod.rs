//! Files that hold other files: archives, mails, office documents. Each document in one becomes a
//! document of its own, which is opened anew from its bytes.
//!
//! Nothing is written to a disk, so names in a container are only names: `../../x` leads nowhere.
//! Sizes in headers are believed by nobody; what is unpacked is counted, and stops at a limit.

mod archive;
mod attached;
mod glued;
mod mail;
mod names;
mod outlook;
mod packed;
mod twins;

use std::ops::Range;
use std::sync::Arc;

use crate::document::Document;
use crate::document::sniff::{Archive, FileKind, find, sniff};
use crate::model::config::{Config, Limits};
use crate::model::error::{DocumentError, ErrorKind};

/// The most parts of a container that are looked at.
pub const MOST_PARTS: usize = 10_000;
/// What may be unpacked of a small container, in bytes: a scan packs well.
const ALWAYS: u64 = 256 << 20;
/// What may be unpacked of a larger one, by its size: text packs ten times, a blank scan some
/// hundred times.
const RATIO: u64 = 200;

/// The bytes of a file, shared by those who read in it.
#[derive(Clone, Default)]
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// A file that holds other files, opened.
pub struct Container {
    kind: &'static str,
    parts: Vec<Part>,
    source: Source,
    passwords: Vec<String>,
    most: u64,
}

/// One file in it.
#[derive(Debug, Clone)]
struct Part {
    name: String,
    /// Whether it is passed over without a word unless it is a document.
    is_aside: bool,
    place: Place,
}

/// Where a part is.
#[derive(Debug, Clone)]
enum Place {
    /// The entry of an archive at this index.
    Entry(usize),
    /// The entry of an archive whose local header begins here, and its packed size.
    Local(usize, u64),
    /// These bytes, as they are.
    Bytes(Range<usize>),
    /// The part of the message in these bytes at this index.
    Message(Range<usize>, usize),
    /// A stream of a compound file.
    Stream(String),
    /// The object of a PDF with this number and generation.
    Object(u32, i32),
}

/// What the parts are taken from.
enum Source {
    Zip(Box<archive::Zip>),
    Bytes(Shared),
    Compound(Box<outlook::Compound>),
    /// What lies beside the pages of an opened PDF.
    Pdf(Arc<crate::document::pdf::PdfFile>, Shared),
}

/// What a file turned out to be.
pub struct Found {
    /// Its pages, if it has any.
    pub document: Option<Document>,
    /// What lies in it, or beside its pages.
    pub container: Option<Container>,
}

/// Opens a file's bytes as what they are: a document, a container, or both.
///
/// # Errors
/// When it is neither, and when it cannot be opened; see [`Document::open`].
pub fn open(bytes: Vec<u8>, config: &Config) -> Result<Found, DocumentError> {
    if let FileKind::Archive(kind) = sniff(&bytes) {
        let shared = Shared(Arc::new(bytes));
        let damage = match of_kind(kind, &shared, config) {
            Ok(Some(container)) => {
                return Ok(Found {
                    document: None,
                    container: Some(container),
                });
            }
            Ok(None) => None,
            Err(error) if find(shared.as_ref(), b"%PDF-").is_some() => Some(error),
            Err(error) => return Err(error),
        };
        let bytes = Arc::try_unwrap(shared.0).unwrap_or_else(|shared| shared.to_vec());
        let mut document = Document::open(bytes, config)?;
        // A PDF in a container that cannot be opened is not all that is in it.
        document.damage = document.damage.or(damage);
        return with_beside(document, &Shared::default(), &[], config);
    }
    let glued = glued::parts(&bytes);
    let Some((last, earlier)) = glued.split_last() else {
        return with_beside(
            Document::open(bytes, config)?,
            &Shared::default(),
            &[],
            config,
        );
    };
    // Viewers show the last one.
    let own = bytes.get(last.clone()).unwrap_or_default().to_vec();
    let document =
        Document::open(own, config).or_else(|_| Document::open(bytes.clone(), config))?;
    with_beside(document, &Shared(Arc::new(bytes)), earlier, config)
}

/// The container of a kind; `None` where it is none after all, but may hold a PDF as it is.
fn of_kind(
    kind: Archive,
    bytes: &Shared,
    config: &Config,
) -> Result<Option<Container>, DocumentError> {
    let most = most_unpacked(bytes.as_ref().len() as u64, &config.limits);
    let opened = super::guard::quietly(|| match kind {
        Archive::Zip => archive::open_zip(bytes.clone()),
        Archive::Tar => archive::open_tar(bytes.clone(), "a tar archive"),
        Archive::Gzip => packed::open_gzip(bytes.as_ref(), most),
        Archive::Mail => mail::open(bytes.clone()),
        Archive::Compound => outlook::open(bytes.clone(), most),
    });
    let opened = opened.and_then(|opened| opened);
    let holds_pdf = || find(bytes.as_ref(), b"%PDF-").is_some();
    match opened {
        Ok((kind, source, parts)) if !parts.is_empty() => {
            let mut container = Container {
                kind,
                parts,
                source,
                passwords: config.passwords.as_slice().to_vec(),
                most,
            };
            names::settle(&mut container.parts);
            Ok(Some(container))
        }
        Ok(_) if holds_pdf() => Ok(None),
        Ok((kind, ..)) => {
            let message = format!("{kind} without documents");
            Err(DocumentError::new(ErrorKind::NotADocument, message))
        }
        Err(error) => Err(error),
    }
}

/// A document with what lies beside its pages: attached files, and PDFs before it.
fn with_beside(
    document: Document,
    bytes: &Shared,
    earlier: &[Range<usize>],
    config: &Config,
) -> Result<Found, DocumentError> {
    let super::Source::Pdf(file) = &document.source else {
        return Ok(Found {
            document: Some(document),
            container: None,
        });
    };
    let mut parts: Vec<Part> = earlier.iter().cloned().map(glued::part).collect();
    parts.extend(super::guard::quietly(|| attached::parts(file)).unwrap_or_default());
    names::settle(&mut parts);
    let container = (!parts.is_empty()).then(|| Container {
        kind: "a PDF",
        parts,
        source: Source::Pdf(Arc::clone(file), bytes.clone()),
        passwords: Vec::new(),
        most: config.limits.file_bytes,
    });
    Ok(Found {
        document: Some(document),
        container,
    })
}

/// How much of a container of this size is unpacked, in bytes.
fn most_unpacked(size: u64, limits: &Limits) -> u64 {
    size.saturating_mul(RATIO)
        .max(ALWAYS)
        .min(limits.file_bytes)
}

impl Container {
    /// What it is, with its article.
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// The names of its parts, each once, with `/` between folders; and whether one is passed over
    /// without a word unless it is a document.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = (&str, bool)> {
        self.parts.iter().map(|part| (&*part.name, part.is_aside))
    }

    /// The bytes of the part at an index.
    ///
    /// # Errors
    /// When it is locked, damaged or too large.
    pub fn part(&mut self, index: usize) -> Result<Vec<u8>, DocumentError> {
        let place = match self.parts.get(index) {
            Some(part) => part.place.clone(),
            None => return Err(damaged("there is no such part")),
        };
        let source = &mut self.source;
        let passwords = &self.passwords;
        let most = self.most;
        let bytes =
            super::guard::quietly(std::panic::AssertUnwindSafe(|| match (source, place) {
                (Source::Zip(zip), Place::Entry(entry)) => zip.entry(entry, passwords, most),
                (Source::Zip(zip), Place::Local(header, size)) => zip.local(header, size, most),
                (Source::Bytes(bytes) | Source::Pdf(_, bytes), Place::Bytes(range)) => {
                    let part = bytes.as_ref().get(range);
                    part.map(<[u8]>::to_vec).ok_or_else(cut_off)
                }
                (Source::Bytes(bytes), Place::Message(range, part)) => {
                    mail::part(bytes, range, part)
                }
                (Source::Compound(file), Place::Stream(path)) => file.stream(&path, most),
                (Source::Pdf(file, _), Place::Object(number, generation)) => {
                    attached::object(file, number, generation)
                }
                _ => Err(damaged("there is no such part")),
            }))??;
        if bytes.len() as u64 > most {
            return Err(too_much(most));
        }
        Ok(bytes)
    }
}

fn damaged(message: &str) -> DocumentError {
    DocumentError::new(ErrorKind::Damaged, message)
}

fn cut_off() -> DocumentError {
    damaged("the file that contains it is truncated")
}

fn too_much(most: u64) -> DocumentError {
    let message = format!("unpacked, it is larger than {most} bytes");
    DocumentError::new(ErrorKind::TooLarge, message)
}

/// What opening a container gives: what it is, where the parts are taken from, and the parts.
type Parts = (&'static str, Source, Vec<Part>);

impl Part {
    fn new(name: impl Into<String>, place: Place) -> Self {
        Self {
            name: name.into(),
            is_aside: false,
            place,
        }
    }
}

#[cfg(test)]
mod tests;
