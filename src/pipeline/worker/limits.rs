//! What the kernel lets a worker take: memory, processor time, no core file, no output files, few
//! open ones. Every limit is a hard one, so that code in the worker cannot take it back.

use std::io;
use std::time::Duration;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Files open at one time: the socket, the document, OCR data.
const OPEN_FILES: u64 = 64;
/// The parent's clock decides; this one stops a worker whose parent is itself stopped.
const LENIENCE: Duration = Duration::from_secs(5);
/// Processor time of a worker in all its life. One that reaches it is replaced, and its task done
/// again, so this bounds code that grants itself more time and costs an honest worker nothing.
const LIFETIME: Duration = Duration::from_secs(3_600);

/// Sets what stays the same for the life of the worker. `task` is the longest that one task may
/// take.
pub(super) fn hold(memory: u64, task: Duration) -> io::Result<()> {
    // A dump would hold what is printed on the page.
    for (resource, most) in [
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        (Resource::Nofile, OPEN_FILES),
    ] {
        lower(resource, most)?;
    }
    let time = LIFETIME.max(task.saturating_add(LENIENCE).saturating_mul(2));
    lower(Resource::Cpu, time.as_secs())?;
    // macOS refuses a limit on address space.
    if cfg!(target_os = "linux") {
        lower(Resource::As, memory)
    } else {
        Ok(())
    }
}

/// Lowers a limit, soft and hard, never above what it was.
fn lower(resource: Resource, most: u64) -> io::Result<()> {
    let most = getrlimit(resource).maximum.map_or(most, |m| m.min(most));
    Ok(setrlimit(
        resource,
        Rlimit {
            current: Some(most),
            maximum: Some(most),
        },
    )?)
}

/// Grants the processor time for one task on top of what was used, below the hard limit.
pub(super) fn grant_time(task: Duration) {
    let used = cpu_time();
    let until = used.saturating_add(task).saturating_add(LENIENCE);
    let until = until.as_secs().saturating_add(1);
    let most = getrlimit(Resource::Cpu).maximum;
    // Where it cannot be set the parent's clock still holds.
    let _ = setrlimit(
        Resource::Cpu,
        Rlimit {
            current: Some(most.map_or(until, |m| m.min(until))),
            maximum: most,
        },
    );
}

/// Processor time of this process so far.
fn cpu_time() -> Duration {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::from_secs(used.tv_sec.unsigned_abs())
}
