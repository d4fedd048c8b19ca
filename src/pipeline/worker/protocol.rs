//! What parent and worker say to each other: frames of a length (4 bytes, little endian) and that
//! many bytes of JSON.
//!
//! The worker is not trusted: a frame that is too long, or is not what was asked for, ends it.

use std::io::{self, Read, Write};
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::sandbox::Confinement;
use crate::model::config::{Config, EngineChoice, Limits, OcrMode, PreviewOptions};
use crate::model::error::DocumentError;
use crate::model::record::DocumentRecord;
use crate::pipeline::bounds::{self, is_short_error};
use crate::pipeline::document::conclude;
use crate::pipeline::inside::Inside;
use crate::pipeline::outcome::PageOutcome;

/// The version and the sources this was built from. Parent and worker understand each other only
/// where it is the same.
pub const BUILD: &str = env!("I797_BUILD");

/// The longest frame that carries pictures.
const LONGEST_FRAME: u32 = 64 << 20;
/// The longest frame where no pictures were asked for: a page with more to say is no notice.
const LONGEST_TEXT: u32 = 16 << 20;

/// Bytes of a file in one answer: in Base64 they are shorter than the longest text.
pub(super) const PIECE: usize = 8 << 20;

/// The longest answer of a worker that reads as this says.
pub(super) fn longest_answer(config: &Config) -> u32 {
    if config.pictures.any() {
        LONGEST_FRAME
    } else {
        LONGEST_TEXT
    }
}

/// What of a [`Config`] a worker needs. The configuration itself is never written anywhere, since
/// it holds passwords.
#[derive(Clone, Serialize, Deserialize)]
pub struct Setup {
    ocr: OcrMode,
    engine: EngineChoice,
    passwords: Vec<String>,
    explain: bool,
    pictures: PreviewOptions,
    limits: Limits,
}

impl From<&Config> for Setup {
    fn from(config: &Config) -> Self {
        Self {
            ocr: config.ocr,
            engine: config.engine,
            passwords: config.passwords.as_slice().to_vec(),
            explain: config.explain,
            pictures: config.pictures,
            limits: config.limits.clone(),
        }
    }
}

impl From<Setup> for Config {
    fn from(setup: Setup) -> Self {
        Self::default()
            .with_ocr(setup.ocr)
            .with_engine(setup.engine)
            .with_passwords(setup.passwords)
            .with_explain(setup.explain)
            .with_pictures(setup.pictures)
            .with_limits(setup.limits)
    }
}

/// From the parent.
#[derive(Clone, Serialize, Deserialize)]
pub(super) enum Request {
    /// Once, before all others: how to read. Answered by [`Answer::Ready`].
    Begin(Box<Setup>),
    /// The document that follows as an opened file. Answered by [`Answer::Opened`] or
    /// [`Answer::Refused`].
    Open,
    /// The bytes of a part of the open container, by its 0-based index. Answered by
    /// [`Answer::Part`] or [`Answer::Refused`].
    Part(usize),
    /// A page of the open document, by its 0-based index. Answered by [`Answer::Page`].
    Read(usize),
    /// The same, unless it has to be read from pixels. Answered by [`Answer::Page`] or
    /// [`Answer::Pixels`].
    ReadText(usize),
    /// The same page after a worker has died on it, without drawing it. Answered by
    /// [`Answer::Page`].
    Rescue {
        /// As in `Read`.
        page: usize,
        /// What the death means for the page.
        error: DocumentError,
    },
    /// Pages of the open document, by their 0-based indices, as a PDF of their own. Answered by
    /// [`Answer::Extracted`] or [`Answer::Refused`].
    Extract(Vec<usize>),
    /// What was extracted, from this byte on. Answered by [`Answer::Piece`].
    Piece(u64),
    /// Try what is forbidden. Answered by [`Answer::Probed`].
    Probe,
}

/// From the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Answer {
    /// It has confined itself and waits for documents.
    Ready {
        /// Its [`BUILD`]; empty where it is too old to say.
        #[serde(default)]
        build: String,
        /// How far it is confined.
        #[serde(flatten)]
        confinement: Confinement,
    },
    /// The document is open.
    Opened {
        /// BLAKE3 of its bytes, in hex.
        hash: String,
        /// How many pages it has.
        pages: usize,
        /// What is known to be missing.
        damage: Option<DocumentError>,
        /// What lies in it, or beside its pages.
        #[serde(default)]
        inside: Option<Inside>,
    },
    /// So many bytes follow, which are the part.
    Part(u64),
    /// The document cannot be read.
    Refused {
        /// As in `Opened`; `None` where not even the bytes could be read.
        hash: Option<String>,
        /// Why.
        error: DocumentError,
    },
    /// A page, read or failed.
    Page(Box<PageOutcome>),
    /// The page has to be read from its pixels.
    Pixels,
    /// The pages are ready; how many bytes they are.
    Extracted(u64),
    /// Some of those bytes.
    Piece(Bytes),
    /// What came of trying what is forbidden.
    Probed(Probes),
}

/// Bytes of a file, in Base64 on their way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bytes(pub(super) Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&BASE64.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let bytes = BASE64.decode(text);
        bytes
            .map(Self)
            .map_err(|_| serde::de::Error::custom("not Base64"))
    }
}

/// What a confined worker could not do when it tried (`true` is a refusal, as it should be), and
/// whether its engines start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probes {
    /// Why the OCR worker cannot be started; `None` where they can.
    pub engine_trouble: Option<String>,
    /// To open a socket.
    pub network_refused: bool,
    /// To start a program.
    pub programs_refused: bool,
    /// To write a file.
    pub writing_refused: bool,
    /// To read a file that it was not given.
    pub reading_refused: bool,
    /// To set a signal handler, by which one thread makes another run its code.
    pub signals_refused: bool,
}

impl Answer {
    /// Whether a worker that does its work could have said this.
    pub(super) fn is_plausible(&self) -> bool {
        match self {
            Self::Opened {
                hash,
                damage,
                inside,
                ..
            } => {
                is_hash(hash)
                    && damage.as_ref().is_none_or(is_short_error)
                    && inside.as_ref().is_none_or(Inside::is_plausible)
            }
            Self::Refused { hash, error } => {
                hash.as_deref().is_none_or(is_hash) && is_short_error(error)
            }
            Self::Page(outcome) => bounds::is_plausible(outcome),
            Self::Ready { .. } | Self::Pixels | Self::Part(_) | Self::Probed(_) => true,
            Self::Extracted(_) | Self::Piece(_) => true,
        }
    }
}

/// BLAKE3 in hex.
fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// What becomes of bytes that a worker says when it is asked for the only page of a document;
/// `None` where they are no such answer. For fuzzing.
#[doc(hidden)]
pub fn hear(mut bytes: &[u8]) -> Option<DocumentRecord> {
    let (answer, _) = receive::<Answer>(&mut bytes, LONGEST_FRAME).ok()?;
    match answer {
        Answer::Page(outcome) if bounds::is_plausible(&outcome) => Some(conclude(
            Path::new("heard"),
            String::new(),
            vec![*outcome],
            None,
            true,
        )),
        _ => None,
    }
}

/// Writes a frame.
pub(super) fn send(to: &mut impl Write, message: &impl Serialize) -> io::Result<()> {
    let mut frame = vec![0; 4];
    serde_json::to_writer(&mut frame, message)?;
    let length = u32::try_from(frame.len() - 4)
        .ok()
        .filter(|n| *n <= LONGEST_FRAME);
    let length = length.ok_or_else(|| invalid("a message that is too long"))?;
    frame[..4].copy_from_slice(&length.to_le_bytes());
    to.write_all(&frame)
}

/// Most answers are shorter than this, in bytes.
const COMMON_FRAME: u32 = 64 << 10;

/// Reads a frame of at most `limit` bytes; returns how many there were, too. Past a common size the
/// buffer grows with what comes, not with what the length promises.
pub(super) fn receive<T: DeserializeOwned>(
    from: &mut impl Read,
    most: u32,
) -> io::Result<(T, u32)> {
    let mut length = [0; 4];
    from.read_exact(&mut length)?;
    let length = u32::from_le_bytes(length);
    if length > most {
        return Err(invalid("a message that is too long"));
    }
    let mut frame = Vec::with_capacity(length.min(COMMON_FRAME) as usize);
    from.take(length.into()).read_to_end(&mut frame)?;
    if frame.len() < length as usize {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    // What serde would quote may be printed on a page.
    let message = serde_json::from_slice(&frame);
    let message = message.map_err(|_| invalid("a message that means nothing"))?;
    Ok((message, length))
}

/// Reads a request. The parent is trusted with the longest frame there is.
pub(super) fn receive_request(from: &mut impl Read) -> io::Result<Request> {
    receive(from, LONGEST_FRAME).map(|(request, _)| request)
}

fn invalid(message: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_come_back() {
        let mut bytes = Vec::new();
        send(&mut bytes, &Request::Read(7)).unwrap();
        send(
            &mut bytes,
            &Request::Begin(Box::new((&Config::default()).into())),
        )
        .unwrap();
        let mut from = bytes.as_slice();
        assert!(matches!(receive_request(&mut from), Ok(Request::Read(7))));
        let Request::Begin(setup) = receive_request(&mut from).unwrap() else {
            panic!("another message")
        };
        assert_eq!(setup.limits, Config::default().limits);
    }

    #[test]
    fn frames_that_lie_are_refused() {
        let kind = |bytes: &[u8]| receive_request(&mut &*bytes).err().unwrap().kind();
        assert_eq!(kind(b""), io::ErrorKind::UnexpectedEof);
        assert_eq!(kind(b"\x10\0\0\0\"Open\""), io::ErrorKind::UnexpectedEof);
        assert_eq!(
            kind(b"\xff\xff\xff\xff\"Open\""),
            io::ErrorKind::InvalidData
        );
        assert_eq!(kind(b"\x04\0\0\0Open"), io::ErrorKind::InvalidData);
        assert_eq!(kind(b"\x06\0\0\0\"Clos\""), io::ErrorKind::InvalidData);
    }
}
