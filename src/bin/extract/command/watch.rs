//! `extract watch`: reads folders again whenever something comes into them.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use clap::Args;
use notify::event::{AccessKind, AccessMode};
use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use crate::cli::{RunArgs, seconds};
use crate::exit::Status;
use crate::output::Unfinished;
use crate::settings::{Environment, Settings};
use crate::signal::Interrupt;
use crate::{console, log, run};

/// The arguments of `extract watch`.
#[derive(Debug, Args)]
pub(crate) struct WatchArgs {
    /// How long nothing must arrive before the folders are read
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 5.0,
        value_parser = seconds,
        help_heading = "Folders"
    )]
    pub settle: f64,

    /// Check the folders at this interval, for network drives, which don't report changes
    #[arg(long, value_name = "SECONDS", value_parser = seconds, help_heading = "Folders")]
    pub poll: Option<f64>,

    /// The arguments of a plain run.
    #[command(flatten)]
    pub args: RunArgs,
}

/// How often it is looked whether the watch is to end.
const LOOK: Duration = Duration::from_millis(200);
/// When it is tried again after a run that could not read or write: a share comes back, a state is
/// given back.
const AGAIN: Duration = Duration::from_secs(60);

/// Reads the folders, and again whenever something has come and nothing more comes for a while.
/// Ends when it is interrupted.
///
/// # Errors
/// If the arguments are invalid, or the folders cannot be watched.
pub(crate) fn run(args: WatchArgs, environment: Environment) -> Result<Status, String> {
    let settle = Duration::from_secs_f64(args.settle);
    let poll = args.poll.map(Duration::from_secs_f64);
    let settings = Settings::new(args.args, environment)?;
    if settings.state.is_none() || !settings.targets.iter().any(|t| t.file().is_some()) {
        return Err("watch needs --state FILE and --output FILE".to_owned());
    }
    let interrupt = Interrupt::default();
    let unfinished = Unfinished::default();
    interrupt.listen(&unfinished, Status::Interrupted.code());
    // Before the first run, so that nothing comes unseen meanwhile.
    let (send, changes) = channel();
    let tell = move |event: notify::Result<Event>| {
        // Nobody listens when the watch ends.
        let _ = send.send(event.map_or_else(|_| Vec::new(), paths));
    };
    let _watcher = watcher(&settings, poll, tell)?;
    loop {
        let status = run::read_until(&settings, None, &interrupt, &unfinished);
        let again = (status == Status::CouldNotRun).then(|| Instant::now() + AGAIN);
        if again.is_some() {
            console::warning(&format!("trying again in {} seconds", AGAIN.as_secs()));
        }
        log::event("waiting", &[]);
        if !wait(&changes, settle, again, &settings, &interrupt) {
            // That is how a watch ends.
            return Ok(Status::Clean);
        }
    }
}

/// The paths of an event that means that something came, changed or went; a file that is only read
/// means nothing.
fn paths(event: Event) -> Vec<PathBuf> {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => event.paths,
        EventKind::Access(_) => Vec::new(),
        _ => event.paths,
    }
}

fn watcher(
    settings: &Settings,
    poll: Option<Duration>,
    tell: impl FnMut(notify::Result<Event>) + Send + 'static,
) -> Result<Box<dyn Watcher>, String> {
    let cannot = |error: notify::Error| format!("cannot watch: {error}");
    let mut watcher: Box<dyn Watcher> = match poll {
        Some(every) => {
            let config = Config::default().with_poll_interval(every);
            Box::new(PollWatcher::new(tell, config).map_err(cannot)?)
        }
        None => Box::new(RecommendedWatcher::new(tell, Config::default()).map_err(cannot)?),
    };
    for path in &settings.paths {
        watcher
            .watch(path, RecursiveMode::Recursive)
            .map_err(|error| format!("cannot watch {}: {error}", path.display()))?;
    }
    Ok(watcher)
}

/// Waits until something has come and nothing more has for a while, or until a moment. Returns
/// `false` when the watch is to end.
fn wait(
    changes: &Receiver<Vec<PathBuf>>,
    settle: Duration,
    until: Option<Instant>,
    settings: &Settings,
    interrupt: &Interrupt,
) -> bool {
    let is_wanted = |path: &Path| !settings.writes(path);
    let mut last: Option<Instant> = None;
    while !interrupt.is_asked() {
        let is_settled = last.is_some_and(|last| last.elapsed() >= settle);
        if is_settled || until.is_some_and(|until| Instant::now() >= until) {
            return true;
        }
        match changes.recv_timeout(LOOK) {
            Ok(paths) if paths.iter().any(|path| is_wanted(path)) => last = Some(Instant::now()),
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                console::error("the folders can no longer be watched");
                return false;
            }
        }
    }
    false
}
