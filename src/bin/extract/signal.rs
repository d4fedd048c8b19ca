//! Signal handling: the first Ctrl-C or SIGTERM drops what is being read and ends with a partial
//! report, the second quits at once.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::log;
use crate::output::Unfinished;

/// A flag that says whether the run was asked to stop.
#[derive(Debug, Clone, Default)]
pub(crate) struct Interrupt {
    asked: Arc<AtomicBool>,
    /// The same for those who wait for a worker.
    #[cfg(unix)]
    stop: i797::pipeline::worker::Stop,
}

impl Interrupt {
    /// Installs the signal handler. A second signal removes the unfinished report and exits with
    /// `code`.
    pub(crate) fn listen(&self, unfinished: &Unfinished, code: u8) {
        let interrupt = self.clone();
        let unfinished = unfinished.clone();
        // If no handler can be installed, the default action kills the process, which leaves no
        // half-written report either.
        let _ = ctrlc::set_handler(move || interrupt.ask(&unfinished, code));
    }

    /// Asks the run to stop, or exits if it was asked before.
    fn ask(&self, unfinished: &Unfinished, code: u8) {
        #[cfg(unix)]
        self.stop.ask();
        if self.asked.swap(true, Ordering::SeqCst) {
            unfinished.remove();
            std::process::exit(i32::from(code));
        }
        // If nobody is listening, a handler that panics would not see the second signal.
        if log::is_json() {
            return log::event("interrupted", &[]);
        }
        let _ = writeln!(
            std::io::stderr(),
            "\nextract: stopping; press Ctrl-C again to quit without a partial report"
        );
    }

    /// Whether a signal was received.
    pub(crate) fn is_asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst)
    }

    /// What those look at who wait for a worker outside of a batch.
    #[cfg(unix)]
    pub(crate) fn stop(&self) -> &i797::pipeline::worker::Stop {
        &self.stop
    }
}
