//! The filter call by call, in a process of its own: what is promised is refused, what is needed is
//! allowed.

use std::process::Command;

use super::*;

/// Set in the process that lays the filter on itself.
const INSIDE: &str = "I797_FILTER_TEST";
/// Calls that do not return.
const ENDS: [c_long; 3] = [libc::SYS_exit, libc::SYS_exit_group, libc::SYS_rt_sigreturn];
/// The kernel's own probes, which no filter sees; called from elsewhere, they end the process.
#[cfg(target_arch = "x86_64")]
const PROBES: [c_long; 2] = [335, 336];
#[cfg(not(target_arch = "x86_64"))]
const PROBES: [c_long; 0] = [];
/// Beyond the last call that any kernel has.
const NUMBERS: c_long = 600;
/// An argument that makes no sense to any call.
const NONSENSE: c_long = -1;

/// Runs the test of this name again in a process of its own, and there `tries`; a filter is for
/// good.
fn alone(test: &str, tries: fn()) {
    if std::env::var_os(INSIDE).is_some() {
        assert!(restrict(), "the filter is not in force");
        tries();
        return;
    }
    let program = std::env::current_exe().expect("this test runs from a file");
    let name = format!("pipeline::worker::filter::tests::{test}");
    let output = Command::new(program)
        .args([&name, "--exact", "--nocapture"])
        .env(INSIDE, "1")
        .output()
        .expect("this test can be started again");
    let ran = String::from_utf8_lossy(&output.stdout).contains("1 passed");
    assert!(output.status.success() && ran, "{output:?}");
}

/// Whether the filter refuses a call with these arguments.
#[allow(unsafe_code)]
fn is_refused(call: c_long, arguments: [c_long; 6]) -> bool {
    let [a, b, c, d, e, f] = arguments;
    // SAFETY: the arguments point to nothing that could be written: the kernel answers with an
    // error where it follows them.
    let result = unsafe { libc::syscall(call, a, b, c, d, e, f) };
    result == -1 && std::io::Error::last_os_error().raw_os_error() == Some(libc::EPERM)
}

fn is_plain(call: c_long) -> bool {
    PLAIN
        .iter()
        .flat_map(|(_, calls)| *calls)
        .chain(OLD)
        .any(|plain| *plain == call)
}

#[test]
fn only_what_the_table_lists_is_allowed() {
    alone("only_what_the_table_lists_is_allowed", || {
        let is_tried = |call: &c_long| !ENDS.contains(call) && !PROBES.contains(call);
        for call in (0..NUMBERS).filter(is_tried) {
            let refused = is_refused(call, [NONSENSE; 6]);
            assert_eq!(refused, !is_plain(call), "system call {call}");
        }
    });
}

/// What an attacker would reach for, by name.
const FORBIDDEN: &[(&str, c_long)] = &[
    ("ioctl", libc::SYS_ioctl),
    ("fcntl", libc::SYS_fcntl),
    ("prctl", libc::SYS_prctl),
    ("seccomp", libc::SYS_seccomp),
    ("personality", libc::SYS_personality),
    ("clone", libc::SYS_clone),
    ("clone3", libc::SYS_clone3),
    ("execve", libc::SYS_execve),
    ("execveat", libc::SYS_execveat),
    ("memfd_create", libc::SYS_memfd_create),
    ("memfd_secret", libc::SYS_memfd_secret),
    ("io_uring_setup", libc::SYS_io_uring_setup),
    ("io_uring_enter", libc::SYS_io_uring_enter),
    ("process_vm_readv", libc::SYS_process_vm_readv),
    ("process_vm_writev", libc::SYS_process_vm_writev),
    ("process_madvise", libc::SYS_process_madvise),
    ("ptrace", libc::SYS_ptrace),
    ("userfaultfd", libc::SYS_userfaultfd),
    ("kill", libc::SYS_kill),
    ("tkill", libc::SYS_tkill),
    ("rt_sigqueueinfo", libc::SYS_rt_sigqueueinfo),
    ("rt_tgsigqueueinfo", libc::SYS_rt_tgsigqueueinfo),
    ("pidfd_open", libc::SYS_pidfd_open),
    ("pidfd_getfd", libc::SYS_pidfd_getfd),
    ("pidfd_send_signal", libc::SYS_pidfd_send_signal),
    ("setrlimit", libc::SYS_setrlimit),
    ("sched_setaffinity", libc::SYS_sched_setaffinity),
    ("setpriority", libc::SYS_setpriority),
    ("socket", libc::SYS_socket),
    ("socketpair", libc::SYS_socketpair),
    ("connect", libc::SYS_connect),
    ("bind", libc::SYS_bind),
    ("sendmsg", libc::SYS_sendmsg),
    ("dup", libc::SYS_dup),
    ("openat2", libc::SYS_openat2),
    ("open_by_handle_at", libc::SYS_open_by_handle_at),
    ("unlinkat", libc::SYS_unlinkat),
    ("renameat2", libc::SYS_renameat2),
    ("linkat", libc::SYS_linkat),
    ("mkdirat", libc::SYS_mkdirat),
    ("fchmodat", libc::SYS_fchmodat),
    ("ftruncate", libc::SYS_ftruncate),
    ("pwrite64", libc::SYS_pwrite64),
    ("readlinkat", libc::SYS_readlinkat),
    ("getdents64", libc::SYS_getdents64),
    ("inotify_add_watch", libc::SYS_inotify_add_watch),
    ("pkey_mprotect", libc::SYS_pkey_mprotect),
    ("remap_file_pages", libc::SYS_remap_file_pages),
    ("bpf", libc::SYS_bpf),
    ("perf_event_open", libc::SYS_perf_event_open),
    ("keyctl", libc::SYS_keyctl),
    ("unshare", libc::SYS_unshare),
    ("setns", libc::SYS_setns),
    ("mount", libc::SYS_mount),
    ("shmget", libc::SYS_shmget),
    ("mq_open", libc::SYS_mq_open),
];

#[test]
fn what_an_attacker_reaches_for_is_refused() {
    alone("what_an_attacker_reaches_for_is_refused", || {
        for (name, call) in FORBIDDEN {
            assert!(is_refused(*call, [0; 6]), "{name} is allowed");
            assert!(is_refused(*call, [NONSENSE; 6]), "{name} is allowed");
        }
    });
}

#[test]
fn arguments_decide_where_they_should() {
    alone("arguments_decide_where_they_should", || {
        for (what, refused, call, arguments) in by_arguments() {
            assert_eq!(is_refused(call, arguments), refused, "{what}");
        }
    });
}

/// Calls that depend on their arguments: what they do, whether that is refused, and how they are
/// made.
fn by_arguments() -> Vec<(&'static str, bool, c_long, [c_long; 6])> {
    let own = c_long::from(std::process::id());
    let flag = |flag: i32| c_long::from(flag);
    let open = |flags: i32| [NONSENSE, 0, flag(flags), 0, 0, 0];
    let protect = |protection: i32| [NONSENSE, NONSENSE, flag(protection), 0, NONSENSE, 0];
    // The C libraries do not agree on the type of these.
    let files = libc::RLIMIT_NOFILE as c_long;
    let time = libc::RLIMIT_CPU as c_long;
    let limit = |process: c_long, resource: c_long, new: c_long| [process, resource, new, 0, 0, 0];
    let read = libc::PROT_READ;
    let write = libc::PROT_WRITE;
    vec![
        (
            "read a file",
            false,
            libc::SYS_openat,
            open(libc::O_CLOEXEC),
        ),
        ("write a file", true, libc::SYS_openat, open(libc::O_WRONLY)),
        ("change a file", true, libc::SYS_openat, open(libc::O_RDWR)),
        ("make a file", true, libc::SYS_openat, open(libc::O_CREAT)),
        ("empty a file", true, libc::SYS_openat, open(libc::O_TRUNC)),
        (
            "make an unnamed file",
            true,
            libc::SYS_openat,
            open(libc::O_TMPFILE | libc::O_RDWR),
        ),
        ("map data", false, libc::SYS_mmap, protect(read | write)),
        (
            "map code",
            true,
            libc::SYS_mmap,
            protect(read | libc::PROT_EXEC),
        ),
        ("protect data", false, libc::SYS_mprotect, protect(read)),
        (
            "make data code",
            true,
            libc::SYS_mprotect,
            protect(libc::PROT_EXEC),
        ),
        ("answer", false, libc::SYS_sendto, [NONSENSE, 0, 0, 0, 0, 0]),
        (
            "write to an address",
            true,
            libc::SYS_sendto,
            [NONSENSE, 0, 0, 0, NONSENSE, 0],
        ),
        (
            "ask for a limit",
            false,
            libc::SYS_prlimit64,
            limit(0, files, 0),
        ),
        (
            "move its time",
            false,
            libc::SYS_prlimit64,
            limit(0, time, NONSENSE),
        ),
        (
            "change a limit",
            true,
            libc::SYS_prlimit64,
            limit(0, files, NONSENSE),
        ),
        (
            "ask for another's",
            true,
            libc::SYS_prlimit64,
            limit(own, files, 0),
        ),
        (
            "change another's",
            true,
            libc::SYS_prlimit64,
            limit(1, time, NONSENSE),
        ),
        // No thread has the number 0, so that nothing is ended by the signal that is allowed.
        (
            "abort",
            false,
            libc::SYS_tgkill,
            [own, 0, flag(libc::SIGABRT), 0, 0, 0],
        ),
        (
            "signal",
            true,
            libc::SYS_tgkill,
            [own, 0, flag(libc::SIGUSR1), 0, 0, 0],
        ),
        (
            "signal another",
            true,
            libc::SYS_tgkill,
            [1, 1, flag(libc::SIGABRT), 0, 0, 0],
        ),
        (
            "ask for a handler",
            false,
            libc::SYS_rt_sigaction,
            [6, 0, NONSENSE, 8, 0, 0],
        ),
        (
            "set a handler",
            true,
            libc::SYS_rt_sigaction,
            [6, NONSENSE, 0, 8, 0, 0],
        ),
        (
            "handle a fault",
            true,
            libc::SYS_rt_sigaction,
            [11, NONSENSE, 0, 8, 0, 0],
        ),
    ]
}
