//! Starts worker processes from one thread that lives as long as their pool.
//!
//! Linux kills a worker when the *thread* that started it ends (`PR_SET_PDEATHSIG`), so that no
//! worker outlives a killed parent. A pool may be used from threads that come and go; this one
//! stays.

use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};

use super::launch::Launch;

/// What of the parent's environment a worker needs.
const ENVIRONMENT: [&str; 4] = [
    "TESSDATA_PREFIX",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "TMPDIR",
];

/// A process that was started as a worker, with the parent's end of the socket between them.
pub(super) struct Process {
    pub child: Child,
    pub stream: UnixStream,
}

/// Asks for one process.
struct Order {
    launch: Launch,
    answer: Sender<io::Result<Process>>,
}

/// The thread that starts processes; it ends when this is dropped.
pub(super) struct Spawner {
    orders: Mutex<Option<Sender<Order>>>,
}

impl Spawner {
    /// A spawner whose thread is started with the first process.
    pub(super) fn new() -> Self {
        Self {
            orders: Mutex::new(None),
        }
    }

    /// Starts a process.
    ///
    /// # Errors
    /// When the operating system does not start it.
    pub(super) fn spawn(&self, launch: &Launch) -> io::Result<Process> {
        let (answer, process) = channel();
        let order = Order {
            launch: launch.clone(),
            answer,
        };
        self.orders()?.send(order).map_err(|_| gone())?;
        process.recv().map_err(|_| gone())?
    }

    fn orders(&self) -> io::Result<Sender<Order>> {
        let mut orders = self.orders.lock().map_err(|_| gone())?;
        if let Some(orders) = &*orders {
            return Ok(orders.clone());
        }
        let (send, receive) = channel::<Order>();
        std::thread::Builder::new()
            .name("i797-spawner".to_owned())
            .spawn(move || {
                for order in receive {
                    // Nobody waits any more when the pool was dropped meanwhile.
                    let _ = order.answer.send(start(&order.launch));
                }
            })?;
        Ok(orders.insert(send).clone())
    }
}

fn gone() -> io::Error {
    io::Error::other("the thread that starts workers is gone")
}

fn start(launch: &Launch) -> io::Result<Process> {
    let (ours, theirs) = UnixStream::pair()?;
    let mut command = Command::new(&launch.program);
    command
        .args(&launch.arguments)
        .env_clear()
        .envs(environment())
        // A relative path in a library must not mean a file of the caller.
        .current_dir("/")
        .stdin(Stdio::from(OwnedFd::from(theirs)))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        // Ctrl-C is for the parent, which lets its workers finish.
        .process_group(0);
    #[cfg(target_os = "linux")]
    close_other_files(&mut command);
    Ok(Process {
        child: command.spawn()?,
        stream: ours,
    })
}

/// The variables that a worker gets; those that name a folder are made absolute, since its working
/// directory is `/`.
fn environment() -> Vec<(&'static str, PathBuf)> {
    let kept = ENVIRONMENT
        .iter()
        .filter_map(|&name| Some((name, std::env::var_os(name)?)));
    let absolute = |path: std::ffi::OsString| std::path::absolute(&path).unwrap_or(path.into());
    let list = |name: &str| name.ends_with("LIBRARY_PATH");
    let mut variables: Vec<_> = kept
        .map(|(name, value)| {
            (
                name,
                if list(name) {
                    value.into()
                } else {
                    absolute(value)
                },
            )
        })
        .collect();
    // Tesseract's threads make it four times slower where every core has a worker.
    variables.push(("OMP_THREAD_LIMIT", "1".into()));
    // The allocator of the static program takes address space ahead, a GiB at a time by default,
    // and keeps it. Address space is what a worker's memory is bounded by: take little ahead, and
    // give back what the largest images had.
    variables.push(("MIMALLOC_ARENA_RESERVE", "32MiB".into()));
    variables.push(("MIMALLOC_ARENA_MAX_OBJECT_SIZE", "256MiB".into()));
    variables
}

/// Closes all descriptors of the caller but the standard ones in the new process.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
fn close_other_files(command: &mut Command) {
    let close = || {
        // SAFETY: close_range takes three numbers and touches no memory. It fails on kernels before
        // 5.11, where the descriptors stay as the caller left them.
        unsafe {
            libc::syscall(
                libc::SYS_close_range,
                3,
                libc::c_uint::MAX,
                libc::CLOSE_RANGE_CLOEXEC,
            )
        };
        Ok(())
    };
    // SAFETY: between fork and exec only that one system call is made, which is async-signal-safe.
    unsafe { command.pre_exec(close) };
}
