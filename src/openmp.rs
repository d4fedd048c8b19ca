//! Holds OpenMP to one thread: Tesseract otherwise starts as many threads as there are cores for every page that this
//! program reads at the same time, and is four to five times slower for it.
//!
//! OpenMP reads its limit when its library is loaded, which is before `main`, so a variable set here comes too late for this
//! process. It is replaced by itself with the variable set.

/// Replaces this process by itself with `OMP_THREAD_LIMIT=1`, unless the variable is set already. Returns where that is not
/// needed or not possible; then work goes on, only slower.
#[cfg(all(unix, feature = "tesseract"))]
pub fn hold_to_one_thread() {
    use std::os::unix::process::CommandExt;
    const LIMIT: &str = "OMP_THREAD_LIMIT";
    if std::env::var_os(LIMIT).is_some() {
        return;
    }
    let Ok(program) = std::env::current_exe() else { return };
    let mut arguments = std::env::args_os();
    let name = arguments.next().unwrap_or_else(|| program.clone().into_os_string());
    // Only returns when it failed.
    let _ = std::process::Command::new(program).arg0(name).args(arguments).env(LIMIT, "1").exec();
}

/// Nothing to hold: this build has no Tesseract, or no way to replace a process.
#[cfg(not(all(unix, feature = "tesseract")))]
pub fn hold_to_one_thread() {}
