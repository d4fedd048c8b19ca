//! The system calls that a confined worker may make, and why. Every other call is refused.
//!
//! A refusal is the error `EPERM`, not a kill: libraries ask for what they can do without. Calls of
//! another architecture (32-bit calls on a 64-bit kernel) end the process.

use std::collections::BTreeMap;

use libc::c_long;
use seccompiler::{
    BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition,
    SeccompFilter, SeccompRule,
};

/// Calls that are allowed with any arguments, by what they are needed for.
///
/// What is left out matters as much. Nothing here makes a thread, a process, a descriptor of a new
/// kind, an executable page or a change to a file; nothing reaches another process, and nothing
/// sets a signal handler.
const PLAIN: &[(&str, &[c_long])] = &[
    (
        "read the document and the OCR data, talk to the parent",
        &[
            libc::SYS_read,
            libc::SYS_readv,
            libc::SYS_pread64,
            libc::SYS_lseek,
            // To descriptors that are open already: the socket and the pipe for messages. Files are
            // opened for reading only.
            libc::SYS_write,
            libc::SYS_writev,
            // The parent hands over each document as a descriptor; there is no sendmsg to hand one
            // back.
            libc::SYS_recvmsg,
            libc::SYS_recvfrom,
            libc::SYS_close,
        ],
    ),
    (
        "ask how large a file is and whether it is there",
        &[
            libc::SYS_fstat,
            libc::SYS_newfstatat,
            libc::SYS_statx,
            libc::SYS_faccessat,
        ],
    ),
    (
        "get memory and give it back",
        &[
            libc::SYS_brk,
            libc::SYS_munmap,
            libc::SYS_mremap,
            libc::SYS_madvise,
        ],
    ),
    (
        "wait for a thread of its own",
        &[
            libc::SYS_futex,
            libc::SYS_rseq,
            libc::SYS_membarrier,
            libc::SYS_sched_yield,
            libc::SYS_sched_getaffinity,
            libc::SYS_nanosleep,
            libc::SYS_clock_nanosleep,
            libc::SYS_restart_syscall,
        ],
    ),
    (
        "know the time, its own numbers, chance and how much memory there is",
        &[
            libc::SYS_clock_gettime,
            libc::SYS_getpid,
            libc::SYS_gettid,
            libc::SYS_getrandom,
            libc::SYS_getrusage,
            // The C library's sort asks before it takes memory.
            libc::SYS_sysinfo,
        ],
    ),
    (
        "end in good order",
        &[
            // `abort` blocks signals; a thread that ends takes down its stack for signals. Neither
            // sets a handler.
            libc::SYS_rt_sigprocmask,
            libc::SYS_rt_sigreturn,
            libc::SYS_sigaltstack,
            libc::SYS_exit,
            libc::SYS_exit_group,
        ],
    ),
];

/// Older ways to say the same, which only x86 has.
#[cfg(target_arch = "x86_64")]
const OLD: &[c_long] = &[
    libc::SYS_stat,
    libc::SYS_lstat,
    libc::SYS_access,
    libc::SYS_getrlimit,
    libc::SYS_time,
];
#[cfg(not(target_arch = "x86_64"))]
const OLD: &[c_long] = &[];

/// Lays the filter on every thread of this process, for good. Returns whether it is in force.
pub(super) fn restrict() -> bool {
    forget_handlers();
    let Ok(program) = program() else { return false };
    seccompiler::apply_filter_all_threads(&program).is_ok()
}

/// Takes back the handlers of faults: none can be set later, and one that is left, such as the
/// standard library's for an overflow of the stack, would have to set another one before it can end
/// the process.
#[allow(unsafe_code)]
fn forget_handlers() {
    for fault in [libc::SIGSEGV, libc::SIGBUS, libc::SIGILL, libc::SIGFPE] {
        // SAFETY: the default action takes no handler; the call touches no memory of this process.
        unsafe { libc::signal(fault, libc::SIG_DFL) };
    }
}

fn program() -> Result<BpfProgram, Error> {
    let plain = PLAIN.iter().flat_map(|(_, calls)| *calls).chain(OLD);
    let mut rules: BTreeMap<c_long, Vec<SeccompRule>> =
        plain.map(|call| (*call, Vec::new())).collect();
    rules.extend(with_conditions()?);
    let refuse = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let arch = std::env::consts::ARCH.try_into()?;
    Ok(SeccompFilter::new(rules, refuse, SeccompAction::Allow, arch)?.try_into()?)
}

/// Calls that are allowed with some arguments: any one of the rules of a call lets it pass.
fn with_conditions() -> Result<Vec<(c_long, Vec<SeccompRule>)>, Error> {
    let own_process = u64::from(std::process::id());
    let abort = u64::from(libc::SIGABRT.unsigned_abs());
    let processor_time = libc::RLIMIT_CPU as u64;
    let mut calls = vec![
        // Open a file to read it. Which files those are is Landlock's to say.
        (libc::SYS_openat, vec![rule([for_reading(2)?])?]),
        // Memory that holds data, never code: what a file brings along is not run.
        (libc::SYS_mmap, vec![rule([no_code(2)?])?]),
        (libc::SYS_mprotect, vec![rule([no_code(2)?])?]),
        // Write to the parent's socket, which is connected; no address may be named.
        (libc::SYS_sendto, vec![rule([null(4)?])?]),
        // Ask for its own limits, and move that on processor time below its hard limit. Never those
        // of other processes.
        (
            libc::SYS_prlimit64,
            vec![
                rule([equals(0, 0)?, null(2)?])?,
                rule([equals(0, 0)?, equals(1, processor_time)?])?,
            ],
        ),
        // Abort itself. No other signal, and none to another process.
        (
            libc::SYS_tgkill,
            vec![rule([equals(0, own_process)?, equals(2, abort)?])?],
        ),
        // Ask for a handler, not set one: no thread can make another one run its code.
        (libc::SYS_rt_sigaction, vec![rule([null(1)?])?]),
    ];
    #[cfg(target_arch = "x86_64")]
    calls.push((libc::SYS_open, vec![rule([for_reading(1)?])?]));
    Ok(calls)
}

/// A rule that holds when all its conditions do.
fn rule<const N: usize>(conditions: [SeccompCondition; N]) -> Result<SeccompRule, Error> {
    Ok(SeccompRule::new(conditions.into())?)
}

/// The number in this argument has this value.
fn equals(argument: u8, value: u64) -> Result<SeccompCondition, Error> {
    condition(argument, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, value)
}

/// The pointer in this argument leads nowhere.
fn null(argument: u8) -> Result<SeccompCondition, Error> {
    condition(argument, SeccompCmpArgLen::Qword, SeccompCmpOp::Eq, 0)
}

/// The protection in this argument does not let memory be run.
fn no_code(argument: u8) -> Result<SeccompCondition, Error> {
    none_of(argument, libc::PROT_EXEC)
}

/// The flags in this argument neither write nor make a file.
fn for_reading(argument: u8) -> Result<SeccompCondition, Error> {
    none_of(argument, libc::O_ACCMODE | libc::O_CREAT | libc::O_TRUNC)
}

/// None of these flags is set in this argument.
fn none_of(argument: u8, flags: i32) -> Result<SeccompCondition, Error> {
    let flags = SeccompCmpOp::MaskedEq(flags.unsigned_abs().into());
    condition(argument, SeccompCmpArgLen::Dword, flags, 0)
}

fn condition(
    argument: u8,
    length: SeccompCmpArgLen,
    operator: SeccompCmpOp,
    value: u64,
) -> Result<SeccompCondition, Error> {
    Ok(SeccompCondition::new(argument, length, operator, value)?)
}

#[cfg(test)]
#[path = "filter_tests.rs"]
mod tests;
