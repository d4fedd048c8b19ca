//! How far a run is: a bar on a terminal with documents, pages, rate and time left; elsewhere a
//! line now and then, so that a log shows that the run lives.

use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use i797::pipeline::batch::Observer;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::signal::Interrupt;
use crate::{console, log};

/// How often a line says how far the run is.
const HEARTBEAT: Duration = Duration::from_secs(60);

/// How progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// As a bar, for this many documents, or as a counter if their number is unknown.
    Bar(Option<u64>),
    /// As a line now and then.
    Heartbeat,
    /// Not at all.
    Nothing,
}

/// Shows the progress of a batch and passes interrupts on to it.
pub(crate) struct Progress {
    bar: ProgressBar,
    done: Arc<Done>,
    interrupt: Interrupt,
    /// Ends the heartbeat when it is dropped.
    _heart: Option<Sender<()>>,
}

/// What is done so far.
#[derive(Debug, Default)]
struct Done {
    documents: AtomicU64,
    pages: AtomicU64,
}

impl Progress {
    /// Begins to show progress.
    pub(crate) fn new(shown: Shown, interrupt: Interrupt) -> Self {
        let done = Arc::new(Done::default());
        let heart = (shown == Shown::Heartbeat).then(|| heartbeat(Arc::clone(&done), HEARTBEAT));
        Self {
            bar: bar(shown),
            done,
            interrupt,
            _heart: heart,
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

fn bar(shown: Shown) -> ProgressBar {
    let Shown::Bar(documents) = shown else {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    };
    let bar = ProgressBar::with_draw_target(documents, ProgressDrawTarget::stderr());
    let template = match documents {
        Some(_) => "{bar:24} {pos}/{len} documents, {msg} ({rate}, {eta} left)",
        None => "{spinner} {pos} documents, {msg} ({rate})",
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("=> ").with_key("rate", write_rate));
    }
    bar.set_message("0 pages");
    bar.enable_steady_tick(Duration::from_millis(250));
    bar
}

/// Says every so often how far the run is, until what it returns is dropped.
fn heartbeat(done: Arc<Done>, every: Duration) -> Sender<()> {
    let (heart, beats) = channel::<()>();
    let begun = Instant::now();
    std::thread::spawn(move || {
        while beats.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
            beat(&done, begun.elapsed());
        }
    });
    heart
}

fn beat(done: &Done, time: Duration) {
    let documents = done.documents.load(Ordering::Relaxed);
    let pages = done.pages.load(Ordering::Relaxed);
    if log::is_json() {
        let seconds = time.as_secs_f64();
        return log::event(
            "progress",
            &[
                ("documents", documents.into()),
                ("pages", pages.into()),
                ("seconds", seconds.into()),
            ],
        );
    }
    let minutes = time.as_secs() / 60;
    console::say(&format!(
        "{documents} documents, {pages} pages after {minutes} min"
    ));
}

/// Writes the documents per second.
fn write_rate(state: &ProgressState, out: &mut dyn Write) {
    let _ = write!(out, "{:.1}/s", state.per_sec()); // writing to the bar's buffer can't fail
}

impl Observer for Progress {
    fn document_done(&self) {
        self.done.documents.fetch_add(1, Ordering::Relaxed);
        self.bar.inc(1);
    }

    fn page_done(&self) {
        let pages = self.done.pages.fetch_add(1, Ordering::Relaxed) + 1;
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
