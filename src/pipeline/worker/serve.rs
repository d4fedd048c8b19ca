//! The worker's side: it confines itself, then opens what it is handed and reads page by page as it
//! is asked.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;

use super::channel::receive_file;
use super::protocol::{Answer, BUILD, Bytes, PIECE, Probes, Request, receive_request, send};
use super::sandbox::Confinement;
use super::{limits, sandbox};
use crate::document::Document;
use crate::document::container::{self, Container, Found};
use crate::model::config::{Config, EngineChoice};
use crate::model::error::DocumentError;
use crate::ocr::pool::EnginePool;
use crate::pipeline::input;
use crate::pipeline::inside::Inside;
use crate::pipeline::outcome::PageOutcome;
use crate::pipeline::page::{read_page, read_text, rescue_page};

/// The argument that makes a program a worker.
pub(super) const ASKED: &str = "--i797-worker";

/// Deeply nested files are read by recursion; a page of stack costs memory only when it is used.
const STACK: usize = 64 << 20;

/// Makes this process a worker when it was started as one, and never returns then. To be called
/// first in `main`.
pub fn serve_if_asked() {
    serve_with(EnginePool::chosen);
}

/// The same without Tesseract, for a program that has [a second
/// one](super::Launch::with_ocr_worker) for it: a program that only calls this need not load
/// Tesseract's libraries. Asked for pixels all the same, it reads them with the built-in recognizer
/// alone.
pub fn serve_light_if_asked() {
    serve_with(EnginePool::without_tesseract);
}

/// Makes the engines that a choice asks for.
type Choose = fn(EngineChoice) -> EnginePool;

/// The same with engines of the caller's own, which are made when the worker is confined; for
/// tests.
pub fn serve_with(choose: Choose) {
    if is_worker() {
        std::process::exit(i32::from(serve(choose).is_err()));
    }
}

/// Whether this process was started as a worker. One that goes on to start workers of its own has
/// not called [`serve_if_asked`], and would start itself without end.
pub(in crate::pipeline) fn is_worker() -> bool {
    std::env::args_os()
        .nth(1)
        .is_some_and(|argument| argument == ASKED)
}

fn serve(choose: Choose) -> io::Result<()> {
    // Whoever reads along must not see what stands on a page.
    std::panic::set_hook(Box::new(|_| ()));
    let stdin = io::stdin().as_fd().try_clone_to_owned()?;
    let stream = UnixStream::from(stdin);
    // Fails where this was typed by hand.
    stream.peer_addr()?;
    #[cfg(target_os = "linux")]
    rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL))?;
    // A library that says much must not wait for somebody to listen.
    rustix::io::ioctl_fionbio(io::stderr().as_fd(), true)?;
    let Request::Begin(setup) = receive_request(&mut &stream)? else {
        return Err(io::ErrorKind::InvalidData.into());
    };
    let config = Config::from(*setup);
    limits::hold(config.limits.memory, config.limits.page_time)?;
    // Landlock holds for threads that are started later, seccomp is laid on all that there are: no
    // thread is left out.
    let landlock = sandbox::restrict_files();
    let work = move || {
        let confinement = Confinement {
            landlock,
            seccomp: sandbox::restrict_calls(),
        };
        answer_all(&stream, &config, &choose(config.engine), confinement)
    };
    let reading = std::thread::Builder::new().stack_size(STACK).spawn(work)?;
    reading
        .join()
        .unwrap_or_else(|_| Err(io::ErrorKind::Other.into()))
}

fn answer_all(
    stream: &UnixStream,
    config: &Config,
    engines: &EnginePool,
    confinement: Confinement,
) -> io::Result<()> {
    let build = BUILD.to_owned();
    send(&mut &*stream, &Answer::Ready { build, confinement })?;
    let mut held = Held::default();
    let mut extracted: Vec<u8> = Vec::new();
    loop {
        let request = match receive_request(&mut &*stream) {
            Ok(request) => request,
            // The parent has no more work, or is gone.
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            Err(error) => return Err(error),
        };
        limits::grant_time(config.limits.page_time);
        let answer = match request {
            Request::Open => {
                // Two documents at a time would be two documents' memory.
                held = Held::default();
                extracted = Vec::new();
                open(&receive_file(stream)?, config, &mut held)
            }
            Request::Part(index) => {
                let container = held.container.as_mut();
                let container = container.ok_or(io::ErrorKind::InvalidData)?;
                match container.part(index) {
                    Ok(bytes) => {
                        send(&mut &*stream, &Answer::Part(bytes.len() as u64))?;
                        (&mut &*stream).write_all(&bytes)?;
                        continue;
                    }
                    Err(error) => Answer::Refused { hash: None, error },
                }
            }
            Request::Read(index) => page(read_page(held.document()?, index, config, engines)),
            Request::ReadText(index) => {
                read_text(held.document()?, index, config).map_or(Answer::Pixels, page)
            }
            Request::Rescue { page: index, error } => {
                page(rescue_page(held.document()?, index, error))
            }
            Request::Extract(indices) => match held.document()?.extract(&indices, config) {
                Ok(pages) => {
                    extracted = pages;
                    Answer::Extracted(extracted.len() as u64)
                }
                Err(error) => Answer::Refused { hash: None, error },
            },
            Request::Piece(from) => piece(&extracted, from),
            Request::Probe => Answer::Probed(probe(engines)),
            Request::Begin(_) => return Err(io::ErrorKind::InvalidData.into()),
        };
        send(&mut &*stream, &answer)?;
    }
}

fn page(outcome: PageOutcome) -> Answer {
    Answer::Page(Box::new(outcome))
}

fn piece(extracted: &[u8], from: u64) -> Answer {
    let rest = usize::try_from(from)
        .ok()
        .and_then(|at| extracted.get(at..));
    let rest = rest.unwrap_or_default();
    Answer::Piece(Bytes(rest.get(..PIECE).unwrap_or(rest).to_vec()))
}

/// What is open.
#[derive(Default)]
struct Held {
    document: Option<Document>,
    container: Option<Container>,
}

impl Held {
    /// The open document; a parent that asks for a page without one talks nonsense.
    fn document(&self) -> io::Result<&Document> {
        let document = self.document.as_ref();
        document.ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

fn open(file: &File, config: &Config, held: &mut Held) -> Answer {
    let bytes = match input::read(file, &config.limits) {
        Ok(bytes) => bytes,
        Err(error) => return Answer::Refused { hash: None, error },
    };
    let hash = blake3::hash(&bytes).to_hex().to_string();
    match container::open(bytes, config) {
        Ok(Found {
            document,
            container,
        }) => {
            *held = Held {
                document,
                container,
            };
            let document = held.document.as_ref();
            Answer::Opened {
                hash,
                pages: document.map_or(0, Document::page_count),
                damage: document.and_then(Document::damage).cloned(),
                inside: held.container.as_ref().map(Inside::of),
            }
        }
        Err(error) => Answer::Refused {
            hash: Some(hash),
            error,
        },
    }
}

/// Tries what a confined worker must not be able to do.
fn probe(engines: &EnginePool) -> Probes {
    let target = std::env::temp_dir().join(format!("i797-probe-{}", std::process::id()));
    let written = std::fs::write(&target, b"x");
    if written.is_ok() {
        // What was possible leaves no trace.
        let _ = std::fs::remove_file(&target);
    }
    Probes {
        engine_trouble: engines.trouble().map(|error: DocumentError| error.message),
        network_refused: std::net::UdpSocket::bind("127.0.0.1:0").is_err(),
        programs_refused: std::process::Command::new("/bin/true").status().is_err(),
        writing_refused: written.is_err(),
        signals_refused: is_handler_refused(),
        reading_refused: File::open("/etc/passwd").is_err(),
    }
}

/// Tries to set a handler, as code would that wants another thread to run it.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
fn is_handler_refused() -> bool {
    // SAFETY: to ignore a signal that nobody sends takes no handler and changes nothing else.
    unsafe { libc::signal(libc::SIGUSR2, libc::SIG_IGN) == libc::SIG_ERR }
}

#[cfg(not(target_os = "linux"))]
fn is_handler_refused() -> bool {
    false
}
