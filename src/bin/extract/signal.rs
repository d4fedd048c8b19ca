//! Ctrl-C and the signals that end a program: the first asks the batch to finish what is begun, the
//! second stops at once.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::output::Unfinished;

/// Whether the run was asked to end.
#[derive(Debug, Clone, Default)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens for the signals from now on. A second one removes the unfinished report and ends the
    /// process with `code`.
    pub fn listen(&self, unfinished: &Unfinished, code: u8) {
        let asked = self.clone();
        let unfinished = unfinished.clone();
        let handler = move || {
            if asked.0.swap(true, Ordering::SeqCst) {
                unfinished.remove();
                std::process::exit(i32::from(code));
            }
            // Nobody may listen: a handler that panics would hear no second signal.
            let _ = writeln!(
                std::io::stderr(),
                "\nextract: finishing the documents that are begun; press Ctrl-C again to stop at \
                 once"
            );
        };
        // Where signals cannot be caught, the default is to stop at once, which leaves no half
        // report either.
        let _ = ctrlc::set_handler(handler);
    }

    /// Whether a signal came.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
