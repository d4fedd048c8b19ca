//! The limits, and which of them the operating system cannot hold.

use std::time::Duration;

use i797::model::config::Limits;

use crate::cli::RunArgs;

/// An option for a limit that cannot be held, and why.
type Unheld = (&'static str, &'static str);

/// What this build cannot hold. Only Linux bounds the memory of a worker, and only Unix has
/// workers.
pub(super) const UNHELD: &[Unheld] = if cfg!(target_os = "linux") {
    &[]
} else if cfg!(unix) {
    &[("--max-memory", NO_BOUND)]
} else {
    &[("--timeout", NO_WORKERS), ("--max-memory", NO_WORKERS)]
};
const NO_BOUND: &str = "this system does not bound the memory of a process";
const NO_WORKERS: &str = "files are read in the program's own process on this system";

/// The limits of the arguments.
///
/// # Errors
/// If one was typed that is among the `unheld`: who asks for a limit relies on it.
pub(super) fn limits(args: &RunArgs, unheld: &[Unheld]) -> Result<Limits, String> {
    let typed = [
        ("--timeout", args.timeout.is_some()),
        ("--max-memory", args.max_memory.is_some()),
    ];
    for (option, why) in unheld {
        if typed.contains(&(*option, true)) {
            return Err(format!(
                "{option} cannot be enforced, because {why}; leave it out"
            ));
        }
    }
    let mut limits = Limits::default()
        .with_file_bytes(u64::from(args.max_file) << 20)
        .with_pages(args.max_pages as usize)
        .with_pixels(u64::from(args.max_pixels) * 1_000_000);
    if let Some(mib) = args.max_memory {
        limits = limits.with_memory(u64::from(mib) << 20);
    }
    if let Some(seconds) = args.timeout {
        limits = limits.with_page_time(Duration::from_secs_f64(seconds));
    }
    Ok(limits)
}

/// What is said at the start of a run where limits cannot be held.
pub(crate) fn unheld() -> Option<String> {
    told(UNHELD)
}

fn told(unheld: &[Unheld]) -> Option<String> {
    let (_, why) = unheld.first()?;
    let options: Vec<&str> = unheld.iter().map(|(option, _)| *option).collect();
    Some(format!(
        "{} cannot be enforced, because {why}; read only files that you trust",
        options.join(" and ")
    ))
}

#[cfg(test)]
#[path = "limits_tests.rs"]
mod tests;
