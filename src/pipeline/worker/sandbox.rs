//! Confinement of a worker by the Linux kernel: Landlock leaves it the OCR data to read and nothing else, seccomp the system
//! calls that reading takes. Best effort: what a kernel lacks is left out, and said.

use serde::{Deserialize, Serialize};

/// How far the kernel confines a worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confinement {
    /// Landlock: which files it can open, and no network.
    pub landlock: Strength,
    /// A seccomp filter: no network, no programs, no writing.
    pub seccomp: Strength,
}

impl Confinement {
    /// Not at all.
    pub const NONE: Self = Self {
        landlock: Strength::None,
        seccomp: Strength::None,
    };
}

/// How far a means of confinement works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Strength {
    /// As far as this program asks.
    Full,
    /// The kernel knows a part of it.
    Partial,
    /// The kernel, or the operating system, has none.
    None,
}

impl std::fmt::Display for Strength {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Full => "in force",
            Self::Partial => "in force in part",
            Self::None => "not in this kernel",
        })
    }
}

/// Takes the files and the network from the calling thread and from all that it starts, for good.
pub fn restrict_files() -> Strength {
    #[cfg(target_os = "linux")]
    return landlock_rules::restrict().unwrap_or(Strength::None);
    #[cfg(not(target_os = "linux"))]
    Strength::None
}

/// Takes the system calls that reading does not need from every thread of this process, for good.
pub fn restrict_calls() -> Strength {
    #[cfg(target_os = "linux")]
    if filter::restrict() {
        return Strength::Full;
    }
    Strength::None
}

#[cfg(target_os = "linux")]
mod landlock_rules {
    use landlock::{
        ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetCreatedAttr, RulesetError,
        RulesetStatus, Scope, path_beneath_rules,
    };

    use super::Strength;

    /// Where distributions keep Tesseract's data.
    const OCR_DATA: [&str; 3] = [
        "/usr/share/tesseract-ocr",
        "/usr/share/tessdata",
        "/usr/local/share/tessdata",
    ];

    pub fn restrict() -> Result<Strength, RulesetError> {
        let abi = ABI::V6;
        let named = std::env::var_os("TESSDATA_PREFIX");
        let data = OCR_DATA
            .iter()
            .map(std::path::PathBuf::from)
            .chain(named.map(Into::into))
            .filter(|p| p.exists());
        let status = Ruleset::default()
            .handle_access(AccessFs::from_all(abi))?
            .handle_access(AccessNet::from_all(abi))?
            .scope(Scope::from_all(abi))?
            .create()?
            .add_rules(path_beneath_rules(data, AccessFs::from_read(abi)))?
            .restrict_self()?;
        Ok(match status.ruleset {
            RulesetStatus::FullyEnforced => Strength::Full,
            RulesetStatus::PartiallyEnforced => Strength::Partial,
            RulesetStatus::NotEnforced => Strength::None,
        })
    }
}

#[cfg(target_os = "linux")]
mod filter {
    use seccompiler::{
        BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition,
        SeccompFilter, SeccompRule,
    };

    /// What reading takes: memory, the socket that is open already, files to read, the clock, an orderly end.
    const CALLS: &[libc::c_long] = &[
        libc::SYS_read,
        libc::SYS_readv,
        libc::SYS_pread64,
        libc::SYS_write,
        libc::SYS_writev,
        libc::SYS_recvmsg,
        libc::SYS_recvfrom,
        libc::SYS_sendto,
        libc::SYS_lseek,
        libc::SYS_fstat,
        libc::SYS_newfstatat,
        libc::SYS_statx,
        libc::SYS_faccessat,
        libc::SYS_readlinkat,
        libc::SYS_getdents64,
        libc::SYS_close,
        libc::SYS_mmap,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_mprotect,
        libc::SYS_madvise,
        libc::SYS_brk,
        libc::SYS_futex,
        libc::SYS_rseq,
        libc::SYS_membarrier,
        libc::SYS_sched_yield,
        libc::SYS_sched_getaffinity,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_nanosleep,
        libc::SYS_getrandom,
        libc::SYS_getrusage,
        libc::SYS_sysinfo,
        libc::SYS_uname,
        libc::SYS_restart_syscall,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];

    /// Older ways to say the same, which only x86 has.
    #[cfg(target_arch = "x86_64")]
    const OLD_CALLS: &[libc::c_long] = &[
        libc::SYS_stat,
        libc::SYS_lstat,
        libc::SYS_access,
        libc::SYS_readlink,
        libc::SYS_getrlimit,
        libc::SYS_time,
    ];
    #[cfg(not(target_arch = "x86_64"))]
    const OLD_CALLS: &[libc::c_long] = &[];

    /// Whether the filter is in force.
    pub fn restrict() -> bool {
        let Ok(program) = program() else { return false };
        seccompiler::apply_filter_all_threads(&program).is_ok()
    }

    fn program() -> Result<BpfProgram, Error> {
        let mut rules: std::collections::BTreeMap<_, _> = CALLS
            .iter()
            .chain(OLD_CALLS)
            .map(|call| (*call, Vec::new()))
            .collect();
        rules.insert(
            libc::SYS_openat,
            vec![SeccompRule::new(vec![for_reading(2)?])?],
        );
        #[cfg(target_arch = "x86_64")]
        rules.insert(
            libc::SYS_open,
            vec![SeccompRule::new(vec![for_reading(1)?])?],
        );
        // Limits of this process alone: those of others are none of its business.
        rules.insert(
            libc::SYS_prlimit64,
            vec![SeccompRule::new(vec![equals(0, 0)?])?],
        );
        // An orderly abort, and the handler with which the standard library reports an overflow of the stack. Nothing else
        // may direct another thread.
        let own = u64::from(std::process::id());
        let abort = libc::SIGABRT.unsigned_abs().into();
        rules.insert(
            libc::SYS_tgkill,
            vec![SeccompRule::new(vec![equals(0, own)?, equals(2, abort)?])?],
        );
        let faults = [libc::SIGABRT, libc::SIGSEGV, libc::SIGBUS];
        let mut on_faults = Vec::new();
        for signal in faults {
            let is_signal = equals(0, signal.unsigned_abs().into())?;
            on_faults.push(SeccompRule::new(vec![is_signal])?);
        }
        rules.insert(libc::SYS_rt_sigaction, on_faults);
        // A refusal, not a kill: libraries ask for what they can do without.
        let refuse = SeccompAction::Errno(libc::EPERM.unsigned_abs());
        let arch = std::env::consts::ARCH.try_into()?;
        Ok(SeccompFilter::new(rules, refuse, SeccompAction::Allow, arch)?.try_into()?)
    }

    /// The argument at this place has this value.
    fn equals(argument: u8, value: u64) -> Result<SeccompCondition, Error> {
        Ok(SeccompCondition::new(
            argument,
            SeccompCmpArgLen::Dword,
            SeccompCmpOp::Eq,
            value,
        )?)
    }

    /// The flags of opening, in the argument at this place, neither write nor make a file.
    fn for_reading(argument: u8) -> Result<SeccompCondition, Error> {
        let writing = (libc::O_ACCMODE | libc::O_CREAT | libc::O_TRUNC)
            .unsigned_abs()
            .into();
        Ok(SeccompCondition::new(
            argument,
            SeccompCmpArgLen::Dword,
            SeccompCmpOp::MaskedEq(writing),
            0,
        )?)
    }
}
