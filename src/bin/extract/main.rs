//! The `extract` command: parses the arguments, runs the subcommand and sets the exit status.

mod annotations;
mod cli;
mod command;
mod console;
mod exit;
mod hints;
mod inputs;
mod log;
#[cfg(all(target_arch = "x86_64", any(target_env = "musl", test)))]
mod mem;
mod memory;
mod metrics;
mod output;
mod progress;
mod reports;
mod run;
mod settings;
mod signal;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;
use cli::{Cli, Command, LogFormat};
use exit::Status;
use i797::report::sanitize;
use settings::{Environment, Settings};

/// The system's allocator takes a tenth of the time on pages with text; that of musl, which has one
/// lock for all threads, much more.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    #[cfg(unix)]
    i797::pipeline::worker::serve_light_if_asked();
    std::panic::set_hook(Box::new(report_panic));
    let typed: Vec<OsString> = std::env::args_os().collect();
    let cli = match Cli::try_parse_from(&typed) {
        Ok(cli) => cli,
        Err(error) => return refuse(error, &typed),
    };
    if let Some(message) = cli.misplaced_command(&typed) {
        console::error(&message);
        return Status::CouldNotRun.into();
    }
    if cli.args.version {
        return command::version::print(cli.args.verbose).into();
    }
    if cli.args.log_format == LogFormat::Json {
        log::use_json();
    }
    if let Some(warning) = settings::unheld().filter(|_| cli.reads()) {
        console::warning(&warning);
    }
    let environment = Environment::of_process();
    let status = match cli.command {
        None => Settings::new(cli.args, environment).map(|settings| run::read(&settings, None)),
        Some(Command::Explain(args)) => command::explain::run(args, environment),
        Some(Command::Apply(args)) => command::apply::run(args, environment),
        Some(Command::Schema) => command::schema::run(),
        Some(Command::Completions(args)) => command::completions::run(&args),
        Some(Command::Man(args)) => command::man::run(&args),
        Some(Command::Split(args)) => command::split::run(*args, environment),
        Some(Command::Convert(args)) => command::convert::run(args, environment),
        Some(Command::Watch(args)) => command::watch::run(args, environment),
        Some(Command::State(args)) => command::state::show(&args),
        Some(Command::Forget(args)) => command::state::forget(&args),
        Some(Command::About(args)) => command::about::run(&args.topic, environment),
    };
    let status = status.unwrap_or_else(|message| {
        console::error(&message);
        Status::CouldNotRun
    });
    status.into()
}

/// Prints what clap reports. Errors quote the arguments, which may be names of any file, so they
/// are rendered again from arguments with control characters escaped.
fn refuse(error: clap::Error, typed: &[OsString]) -> ExitCode {
    if !error.use_stderr() {
        error.exit();
    }
    let plain = |argument: &OsString| sanitize::line(&argument.to_string_lossy()).into_owned();
    let plain = Cli::try_parse_from(typed.iter().map(plain));
    let message = plain.err().unwrap_or(error).render().to_string();
    for line in message.trim_end().lines() {
        console::say(line);
    }
    Status::CouldNotRun.into()
}

/// Reports a panic of the main thread. Panics in page tasks are caught and become page errors.
/// The panic message is never shown, because it may contain text from a page.
fn report_panic(panic: &std::panic::PanicHookInfo<'_>) {
    if std::thread::current().name() == Some("main") {
        let place = panic.location();
        let place = place.map_or_else(String::new, |l| format!(" at {}:{}", l.file(), l.line()));
        console::error(&format!("internal error{place}; please report this bug"));
    }
}
