//! The progress of a batch on standard error, for a person who waits: documents, pages, rate and time left.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use i797::pipeline::batch::Observer;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::console;
use crate::signal::Interrupt;

/// Tells a person and the batch about one another.
pub struct Progress {
    bar: ProgressBar,
    pages: AtomicU64,
    interrupt: Interrupt,
}

impl Progress {
    /// A bar for so many documents, or a count where their number is not known; invisible unless `visible`.
    pub fn new(documents: Option<u64>, visible: bool, interrupt: Interrupt) -> Self {
        let target = if visible {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(documents, target);
        let template = match documents {
            Some(_) => "{bar:24} {pos} of {len} documents, {msg} ({rate}, {eta} left)",
            None => "{spinner} {pos} documents, {msg} ({rate})",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            let rate = |state: &ProgressState, out: &mut dyn Write| {
                let _ = write!(out, "{:.1} a second", state.per_sec()); // the bar's own buffer takes everything
            };
            bar.set_style(style.progress_chars("=> ").with_key("rate", rate));
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

    /// Does something that writes to the same terminal, with the bar out of its way.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Observer for Progress {
    fn document_done(&self) {
        self.bar.inc(1);
    }

    fn page_done(&self) {
        let pages = self.pages.fetch_add(1, Ordering::Relaxed) + 1;
        self.bar
            .set_message(format!("{pages} page{}", if pages == 1 { "" } else { "s" }));
    }

    fn trouble(&self, message: &str) {
        self.aside(|| console::error(message));
    }

    fn interrupted(&self) -> bool {
        self.interrupt.is_asked()
    }
}
