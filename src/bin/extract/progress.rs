//! The progress bar on standard error: documents, pages, rate and time left.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use i797::pipeline::batch::Observer;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::console;
use crate::signal::Interrupt;

/// Shows the progress of a batch and passes interrupts on to it.
pub(crate) struct Progress {
    bar: ProgressBar,
    pages: AtomicU64,
    interrupt: Interrupt,
}

impl Progress {
    /// Creates a bar for this many documents, or a counter if their number is unknown.
    pub(crate) fn new(documents: Option<u64>, visible: bool, interrupt: Interrupt) -> Self {
        let target = if visible {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(documents, target);
        let template = match documents {
            Some(_) => "{bar:24} {pos}/{len} documents, {msg} ({rate}, {eta} left)",
            None => "{spinner} {pos} documents, {msg} ({rate})",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.progress_chars("=> ").with_key("rate", write_rate));
        }
        bar.set_message("0 pages");
        if visible {
            bar.enable_steady_tick(Duration::from_millis(250));
        }
        Self {
            bar,
            pages: AtomicU64::new(0),
            interrupt,
        }
    }

    /// Hides the bar while `write` writes to the same terminal.
    pub(crate) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Removes the bar.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Writes the documents per second.
fn write_rate(state: &ProgressState, out: &mut dyn Write) {
    let _ = write!(out, "{:.1}/s", state.per_sec()); // writing to the bar's buffer can't fail
}

impl Observer for Progress {
    fn document_done(&self) {
        self.bar.inc(1);
    }

    fn page_done(&self) {
        let pages = self.pages.fetch_add(1, Ordering::Relaxed) + 1;
        let plural = if pages == 1 { "" } else { "s" };
        self.bar.set_message(format!("{pages} page{plural}"));
    }

    fn trouble(&self, message: &str) {
        self.aside(|| console::error(message));
    }

    fn interrupted(&self) -> bool {
        self.interrupt.is_asked()
    }
}
