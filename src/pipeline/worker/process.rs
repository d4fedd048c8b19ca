//! One worker as the parent sees it: started, asked, and ended when it is late, dead or talks
//! nonsense.

use std::fs::File;
use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, ChildStderr};
use std::time::{Duration, Instant};

use super::channel::{Until, send_file};
use super::protocol::{Answer, BUILD, Request, longest_answer, receive, send};
use super::sandbox::Confinement;
use super::spawn::Process;
use super::stop::Stop;
use crate::model::config::{Config, Limits};
use crate::model::error::{DocumentError, ErrorKind};
use crate::pipeline::scratch;

/// Until a worker must have said that it is ready; loading its libraries takes some hundredths of a
/// second.
const START: Duration = Duration::from_secs(20);
/// More than a full pipe.
const LONGEST_WORDS: u64 = 1 << 20;

/// Why a worker gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WorkerError {
    /// It did not answer in time and was killed.
    TimedOut,
    /// It wanted more memory than it may have.
    OutOfMemory,
    /// It crashed, or was killed by somebody else.
    Crashed,
    /// It sent something that is no answer.
    ProtocolViolation,
    /// It could not be started.
    SpawnFailed,
    /// It was built from other sources, and what it says may mean something else.
    OtherBuild,
    /// It lives, but the file is not what it was when it was first opened.
    FileChanged,
    /// All that was said of the document is more than is kept.
    TooMuch,
    /// The run was told to stop.
    Stopped,
}

impl WorkerError {
    /// What it means when the first worker of a pool ends so.
    pub(super) fn at_start(self, limits: &Limits) -> String {
        match self {
            Self::Crashed | Self::ProtocolViolation => {
                "the program that was started as a worker does not act as one: call \
                 i797::pipeline::worker::serve_if_asked() first thing in main"
                    .to_owned()
            }
            _ => self.error(limits).message,
        }
    }

    /// What that means for the page or the document that was being read.
    pub(super) fn error(self, limits: &Limits) -> DocumentError {
        let (kind, message) = match self {
            Self::Crashed => return DocumentError::reader_crashed(),
            Self::TimedOut => (
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
            Self::ProtocolViolation => (
                ErrorKind::Damaged,
                "the worker sent an invalid response".to_owned(),
            ),
            Self::FileChanged => (
                ErrorKind::Unreadable,
                "the file changed while it was being read".to_owned(),
            ),
            Self::TooMuch => (
                ErrorKind::TooLarge,
                "what was read exceeds the limit for one document".to_owned(),
            ),
            Self::SpawnFailed => (
                ErrorKind::Unreadable,
                "no worker process could be started".to_owned(),
            ),
            Self::OtherBuild => (
                ErrorKind::Unreadable,
                "its worker is of another version than this program; if the program was replaced \
                 while it ran, run it again"
                    .to_owned(),
            ),
            Self::Stopped => (
                ErrorKind::Interrupted,
                "the run was interrupted while this was being read".to_owned(),
            ),
        };
        DocumentError::new(kind, message)
    }
}

/// How many of a worker's threads the kernel confines, and how many it has; `None` where the system
/// does not tell.
pub type ThreadCount = Option<(usize, usize)>;

/// A worker process; dropped, it is killed.
pub(super) struct Worker {
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
    /// Bytes of its last answer.
    pub heard: u64,
    /// Bytes of the longest answer that is listened to.
    longest: u32,
    stop: Stop,
}

impl Worker {
    /// Tells a started process how to read. It is a worker once it has said that it is ready.
    pub(super) fn begin(
        process: Process,
        config: &Config,
        reads_pictures: bool,
        stop: &Stop,
    ) -> Result<Self, WorkerError> {
        let Process { mut child, stream } = process;
        let errors = child.stderr.take();
        if let Some(errors) = &errors {
            // Without this a look at an empty pipe would wait; a pipe that cannot be set is not
            // looked at.
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
            heard: 0,
            longest: longest_answer(config),
            stop: stop.clone(),
        };
        match worker.ask(&Request::Begin(Box::new(config.into())), None, START)? {
            Answer::Ready { build, confinement } if build == BUILD => {
                worker.confinement = confinement;
            }
            Answer::Ready { .. } => return Err(WorkerError::OtherBuild),
            _ => return Err(WorkerError::ProtocolViolation),
        }
        worker.tasks = 0;
        Ok(worker)
    }

    /// The same worker for somebody else, who may be told to stop.
    pub(super) fn heeding(self, stop: &Stop) -> Self {
        let mut worker = self;
        worker.stop = stop.clone();
        worker
    }

    /// What stops whoever waits for it.
    pub(super) fn stop(&self) -> &Stop {
        &self.stop
    }

    /// Asks for one thing and waits so long for the answer. After an error the worker is good for
    /// nothing more.
    pub(super) fn ask(
        &mut self,
        request: &Request,
        file: Option<&File>,
        time: Duration,
    ) -> Result<Answer, WorkerError> {
        self.tasks += 1;
        let mut until = Until::new(&self.stream, Instant::now() + time, &self.stop);
        let asked = send(&mut until, request)
            .and_then(|()| file.map_or(Ok(()), |file| send_file(&self.stream, file)));
        let heard = asked.and_then(|()| receive::<Answer>(&mut until, self.longest));
        let (answer, length) = heard.map_err(|error| self.post_mortem(&error))?;
        self.heard = length.into();
        if answer.is_plausible() {
            Ok(answer)
        } else {
            Err(WorkerError::ProtocolViolation)
        }
    }

    /// Asks for a part of the open container and takes its bytes into a file, if there are not more
    /// than `most`. Without a file, the answer says why.
    pub(super) fn ask_part(
        &mut self,
        index: usize,
        most: u64,
        time: Duration,
    ) -> Result<(Answer, Option<File>), WorkerError> {
        let answer = self.ask(&Request::Part(index), None, time)?;
        let bytes = match answer {
            Answer::Part(bytes) if bytes <= most => bytes,
            Answer::Refused { .. } => return Ok((answer, None)),
            _ => return Err(WorkerError::ProtocolViolation),
        };
        let until = Until::new(&self.stream, Instant::now() + time, &self.stop);
        let file = scratch::copy(&mut until.take(bytes), bytes);
        let file = file.map_err(|error| self.post_mortem(&error))?;
        match file.metadata() {
            Ok(metadata) if metadata.len() == bytes => Ok((answer, Some(file))),
            _ => Err(WorkerError::ProtocolViolation),
        }
    }

    /// Ends it and says why it is no use any more.
    fn post_mortem(&mut self, error: &io::Error) -> WorkerError {
        match error.kind() {
            io::ErrorKind::TimedOut => return WorkerError::TimedOut,
            io::ErrorKind::ConnectionAborted => return WorkerError::Stopped,
            io::ErrorKind::InvalidData => return WorkerError::ProtocolViolation,
            _ => {}
        }
        // A process that is dead already keeps the status it died with.
        let _ = self.child.kill();
        let signal = self.child.wait().ok().and_then(|status| status.signal());
        if signal == Some(rustix::process::Signal::XCPU.as_raw()) {
            return WorkerError::TimedOut;
        }
        let said = self.last_words();
        let of_memory = ["memory allocation of", "bad_alloc", "failed to allocate"];
        if of_memory.iter().any(|words| said.contains(words)) {
            WorkerError::OutOfMemory
        } else {
            WorkerError::Crashed
        }
    }

    /// What it, or a library in it, wrote to standard error since the last call. Never shown to
    /// anybody.
    pub(super) fn last_words(&mut self) -> String {
        let mut said = Vec::new();
        if let Some(errors) = &mut self.errors {
            // Ends with an error when the pipe is empty; what came before it is kept.
            let _ = errors.take(LONGEST_WORDS).read_to_end(&mut said);
        }
        String::from_utf8_lossy(&said).into_owned()
    }

    /// Counts its threads, and those that seccomp confines.
    pub(super) fn confined_threads(&self) -> ThreadCount {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.child.id())).ok()?;
        let statuses: Vec<String> = tasks
            .filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("status")).ok())
            .collect();
        let is_confined = |status: &&String| {
            let has = |line: &str| status.lines().any(|l| l == line);
            has("Seccomp:\t2") && has("NoNewPrivs:\t1")
        };
        Some((statuses.iter().filter(is_confined).count(), statuses.len()))
    }

    /// The most memory it ever held, in bytes, where the system tells.
    pub(super) fn peak_memory(&mut self) -> Option<u64> {
        self.looked = self.tasks;
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some(kib << 10)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // Nothing of a worker is worth waiting for; one that is gone already needs no kill.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
