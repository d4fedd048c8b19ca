//! The program `extract`: arguments in, report out; everything else is the library's.

mod about;
mod apply;
mod cli;
mod drawings;
mod exit;
mod interrupt;
mod output;
mod progress;
mod session;
mod version;

use clap::Parser;
use cli::{ApplyArgs, Cli, Command, Destination, RunArgs, Settings, Surroundings};
use exit::Status;
use i797::decision::Decisions;
#[cfg(unix)]
use i797::error::SetupError;
use i797::record::DocumentRecord;
#[cfg(unix)]
use i797::worker::Launch;
use i797::{batch, guide, input};
use interrupt::Interrupt;
use output::Unfinished;
use progress::Progress;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(unix)]
    i797::worker::serve_light_if_asked();
    let cli = Cli::parse();
    std::panic::set_hook(Box::new(say_panic));
    if cli.args.version {
        return version::say(cli.args.verbose).into();
    }
    let around = Surroundings::of_process();
    let ended = match cli.command {
        None => Settings::new(cli.args, around).map(|settings| run(&settings, None)),
        Some(Command::Explain(args)) => explain(args, around),
        Some(Command::Apply(args)) => apply(args, around),
        Some(Command::About(args)) => about(&args.topic, around),
    };
    let ended = ended.unwrap_or_else(|message| {
        session::complain(&message);
        Status::CouldNotRun
    });
    ended.into()
}

/// This program reads text, and the one beside it, which has Tesseract, reads pictures.
#[cfg(unix)]
fn launch() -> Result<Launch, SetupError> {
    let this = Launch::this_program()?;
    Ok(if cfg!(feature = "tesseract") { this.with_picture_reader_beside("extract-reader") } else { this })
}

/// Panics of libraries are caught at the page and become rows; only one of this thread ends the program. None is quoted: its
/// text may hold what stands on a page.
fn say_panic(panic: &std::panic::PanicHookInfo<'_>) {
    if std::thread::current().name() == Some("main") {
        let place = panic.location().map_or_else(String::new, |l| format!(" in {} at line {}", l.file(), l.line()));
        session::complain(&format!("an error of the program itself{place}; please report it"));
    }
}

fn explain(args: RunArgs, around: Surroundings) -> Result<Status, String> {
    Settings::explaining(args, around).map(|settings| run(&settings, None))
}

fn apply(args: ApplyArgs, around: Surroundings) -> Result<Status, String> {
    let decisions = apply::decisions(&args.decisions)?;
    let mut settings = Settings::new(args.args, around)?;
    let (earlier, documents) = apply::part(std::mem::take(&mut settings.paths))?;
    settings.paths = documents;
    Ok(run(&settings, Some((decisions, earlier))))
}

fn about(topic: &str, around: Surroundings) -> Result<Status, String> {
    let topic = guide::topic(topic).ok_or("no such topic")?;
    let width = around.width.unwrap_or(80).clamp(40, 100);
    match about::write(&mut std::io::stdout().lock(), topic, width) {
        // Who closed the pipe has seen enough.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(Status::Clean),
    }
}

/// One run; with decisions, they are laid over the records of earlier reports and of what is read.
fn run(settings: &Settings, decided: Option<(Decisions, Vec<DocumentRecord>)>) -> Status {
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
    let read = |sink: batch::Sink| batch::run_isolated(inputs(), &settings.config, launch()?, &progress, sink);
    #[cfg(not(unix))]
    let read = |sink: batch::Sink| batch::run(inputs(), &settings.config, &progress, sink);
    session::run(settings, &unfinished, &progress, |sink| match decided {
        None => read(sink),
        Some((decisions, earlier)) => apply::run(decisions, earlier, read, sink),
    })
}
