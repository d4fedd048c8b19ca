//! Confinement of a worker by the Linux kernel: Landlock leaves it the OCR data to read and nothing
//! else, seccomp the system calls that reading takes. Best effort: what a kernel lacks is left out,
//! and the report of `--version --verbose` says so.

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
pub(super) fn restrict_files() -> Strength {
    #[cfg(target_os = "linux")]
    return landlock_rules::restrict().unwrap_or(Strength::None);
    #[cfg(not(target_os = "linux"))]
    Strength::None
}

/// Takes the system calls that reading does not need from every thread of this process, for good.
pub(super) fn restrict_calls() -> Strength {
    #[cfg(target_os = "linux")]
    if super::filter::restrict() {
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

    pub(super) fn restrict() -> Result<Strength, RulesetError> {
        let abi = ABI::V6;
        let named = std::env::var_os("TESSDATA_PREFIX");
        let data = OCR_DATA
            .iter()
            .map(std::path::PathBuf::from)
            .chain(named.map(Into::into))
            .filter(|p| p.exists());
        // Not what the crate means by reading, which includes running.
        let read = AccessFs::ReadFile | AccessFs::ReadDir;
        let status = Ruleset::default()
            .handle_access(AccessFs::from_all(abi))?
            .handle_access(AccessNet::from_all(abi))?
            .scope(Scope::from_all(abi))?
            .create()?
            .add_rules(path_beneath_rules(data, read))?
            .restrict_self()?;
        Ok(match status.ruleset {
            RulesetStatus::FullyEnforced => Strength::Full,
            RulesetStatus::PartiallyEnforced => Strength::Partial,
            RulesetStatus::NotEnforced => Strength::None,
        })
    }
}
