//! The program `extract`: arguments in, report out; everything else is the library's.

mod cli;
mod exit;
mod interrupt;
mod output;
mod progress;
mod session;
mod version;

use clap::Parser;
use cli::{Args, Destination, Settings, Surroundings};
use exit::Status;
#[cfg(unix)]
use i797::worker::Launch;
use i797::{batch, input};
use interrupt::Interrupt;
use output::Unfinished;
use progress::Progress;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(unix)]
    i797::worker::serve_if_asked();
    let args = Args::parse();
    std::panic::set_hook(Box::new(say_panic));
    if args.version {
        return version::say(args.verbose).into();
    }
    match Settings::new(args, Surroundings::of_process()) {
        Ok(settings) => run(&settings).into(),
        Err(message) => {
            session::complain(&message);
            Status::CouldNotRun.into()
        }
    }
}

/// Panics of libraries are caught at the page and become rows; only one of this thread ends the program. None is quoted: its
/// text may hold what stands on a page.
fn say_panic(panic: &std::panic::PanicHookInfo<'_>) {
    if std::thread::current().name() == Some("main") {
        let place = panic.location().map_or_else(String::new, |l| format!(" in {} at line {}", l.file(), l.line()));
        session::complain(&format!("an error of the program itself{place}; please report it"));
    }
}

fn run(settings: &Settings) -> Status {
    let (interrupt, unfinished) = (Interrupt::default(), Unfinished::default());
    interrupt.listen(&unfinished, Status::Interrupted.code());
    let is_report = |path: &Path| match &settings.destination {
        Destination::File(report) => output::is_report(report, path),
        Destination::Stdout { .. } => false,
    };
    let inputs = || input::discover(&settings.paths).filter(|input| !is_report(input.path()));
    let total = settings.progress.then(|| inputs().count() as u64);
    let progress = Progress::new(total, settings.progress, interrupt);
    #[cfg(unix)]
    let batch = |sink: batch::Sink| batch::run_isolated(inputs(), &settings.config, Launch::this_program()?, &progress, sink);
    #[cfg(not(unix))]
    let batch = |sink: batch::Sink| batch::run(inputs(), &settings.config, &progress, sink);
    session::run(settings, &unfinished, &progress, batch)
}
