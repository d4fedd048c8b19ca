//! One worker as the parent sees it: started, asked, and ended when it is late, dead or talks nonsense.

use std::fs::File;
use std::io::{
    Read, {self},
};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::{Duration, Instant};

use super::channel::{Until, send_file};
use super::launch::Launch;
use super::protocol::{Answer, Request, receive, send};
use super::sandbox::Confinement;
use crate::model::config::{Config, Limits};
use crate::model::error::{DocumentError, ErrorKind};

/// Until a worker must have said that it is ready; loading its libraries takes some hundredths of a second.
const START: Duration = Duration::from_secs(20);
/// What of the parent's environment a worker needs.
const ENVIRONMENT: [&str; 4] = [
    "TESSDATA_PREFIX",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "TMPDIR",
];

/// How a worker ended before it had answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Death {
    /// It did not answer in time and was killed.
    Late,
    /// It wanted more memory than it may have.
    OutOfMemory,
    /// It crashed, or was killed by somebody else.
    Crashed,
    /// It said what no worker says.
    Nonsense,
    /// It could not be started.
    NotStarted,
    /// It lives, but the file is not what it was when it was first opened.
    FileChanged,
}

impl Death {
    /// What that means for the page or the document that was being read.
    pub fn error(self, limits: &Limits) -> DocumentError {
        let (kind, message) = match self {
            Self::Late => (
                ErrorKind::TimedOut,
                format!(
                    "reading it took longer than {} s",
                    limits.page_time.as_secs_f32()
                ),
            ),
            Self::OutOfMemory => (
                ErrorKind::TooLarge,
                format!(
                    "reading it needs more than {} MiB of memory",
                    limits.memory >> 20
                ),
            ),
            Self::Crashed => (ErrorKind::Damaged, "its reader crashed on it".to_owned()),
            Self::Nonsense => (
                ErrorKind::Damaged,
                "its reader gave an answer that makes no sense".to_owned(),
            ),
            Self::FileChanged => (
                ErrorKind::Unreadable,
                "the file was changed while it was read".to_owned(),
            ),
            Self::NotStarted => (
                ErrorKind::Unreadable,
                "no reader process could be started".to_owned(),
            ),
        };
        DocumentError::new(kind, message)
    }
}

/// A worker process; dropped, it is killed.
pub struct Worker {
    child: Child,
    stream: UnixStream,
    errors: Option<ChildStderr>,
    /// How far the kernel confines it.
    pub confinement: Confinement,
    /// The number of the job whose document it holds open.
    pub open: Option<u64>,
    /// What it was asked so far.
    pub tasks: usize,
    /// Of these, how many when its memory was last looked at.
    pub looked: usize,
    /// Whether it is to read pages from their pixels.
    pub reads_pictures: bool,
}

impl Worker {
    /// Starts a worker and tells it how to read.
    pub fn start(launch: &Launch, config: &Config, reads_pictures: bool) -> Result<Self, Death> {
        let (mut child, stream) = spawn(launch).map_err(|_| Death::NotStarted)?;
        let errors = child.stderr.take();
        if let Some(errors) = &errors {
            // Without this a look at an empty pipe would wait; a pipe that cannot be set is not looked at.
            let _ = rustix::io::ioctl_fionbio(errors, true);
        }
        let confinement = Confinement::NONE;
        let mut worker = Self {
            child,
            stream,
            errors,
            confinement,
            open: None,
            tasks: 0,
            looked: 0,
            reads_pictures,
        };
        match worker.ask(&Request::Begin(Box::new(config.clone())), None, START)? {
            Answer::Ready(confinement) => worker.confinement = confinement,
            _ => return Err(Death::Nonsense),
        }
        worker.tasks = 0;
        Ok(worker)
    }

    /// Asks for one thing and waits so long for the answer. After a death the worker is good for nothing more.
    pub fn ask(
        &mut self,
        request: &Request,
        file: Option<&File>,
        time: Duration,
    ) -> Result<Answer, Death> {
        self.tasks += 1;
        let mut until = Until::new(&self.stream, Instant::now() + time);
        let asked = send(&mut until, request)
            .and_then(|()| file.map_or(Ok(()), |file| send_file(&self.stream, file)));
        asked
            .and_then(|()| receive(&mut until))
            .map_err(|error| self.post_mortem(&error))
    }

    /// Ends it and says why it is no use any more.
    fn post_mortem(&mut self, error: &io::Error) -> Death {
        match error.kind() {
            io::ErrorKind::TimedOut => return Death::Late,
            io::ErrorKind::InvalidData => return Death::Nonsense,
            _ => {}
        }
        // A process that is dead already keeps the status it died with.
        let _ = self.child.kill();
        let signal = self.child.wait().ok().and_then(|status| status.signal());
        if signal == Some(rustix::process::Signal::XCPU.as_raw()) {
            return Death::Late;
        }
        let said = self.last_words();
        let of_memory = ["memory allocation of", "bad_alloc", "failed to allocate"];
        if of_memory.iter().any(|words| said.contains(words)) {
            Death::OutOfMemory
        } else {
            Death::Crashed
        }
    }

    /// What it, or a library in it, wrote to standard error since the last call. Never shown to anybody.
    pub fn last_words(&mut self) -> String {
        let mut said = Vec::new();
        if let Some(errors) = &mut self.errors {
            // Ends with an error when the pipe is empty; what came before it is kept.
            let _ = errors.take(LONGEST_WORDS).read_to_end(&mut said);
        }
        String::from_utf8_lossy(&said).into_owned()
    }

    /// The most memory it ever held, in bytes, where the system tells.
    pub fn peak_memory(&mut self) -> Option<u64> {
        self.looked = self.tasks;
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kib << 10)
    }
}

/// More than a full pipe.
const LONGEST_WORDS: u64 = 1 << 20;

impl Drop for Worker {
    fn drop(&mut self) {
        // Nothing of a worker is worth waiting for; one that is gone already needs no kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawn(launch: &Launch) -> io::Result<(Child, UnixStream)> {
    let (ours, theirs) = UnixStream::pair()?;
    let kept = ENVIRONMENT
        .iter()
        .filter_map(|name| Some((name, std::env::var_os(name)?)));
    let child = Command::new(&launch.program)
        .args(&launch.arguments)
        .env_clear()
        .envs(kept)
        // Tesseract's threads make it four times slower where every core has a worker.
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::from(OwnedFd::from(theirs)))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        // Ctrl-C is for the parent, which lets its workers finish.
        .process_group(0)
        .spawn()?;
    Ok((child, ours))
}
