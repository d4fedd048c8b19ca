//! The `extract` command: parses the arguments, runs the subcommand and sets the exit status.

mod annotations;
mod cli;
mod command;
mod console;
mod exit;
mod hints;
mod output;
mod progress;
mod run;
mod settings;
mod signal;

use std::process::ExitCode;

use clap::Parser;
use cli::{Cli, Command};
use exit::Status;
use settings::{Environment, Settings};

fn main() -> ExitCode {
    #[cfg(unix)]
    i797::pipeline::worker::serve_light_if_asked();
    let cli = Cli::parse();
    std::panic::set_hook(Box::new(report_panic));
    if cli.args.version {
        return command::version::print(cli.args.verbose).into();
    }
    let environment = Environment::of_process();
    let status = match cli.command {
        None => Settings::new(cli.args, environment).map(|settings| run::read(&settings, None)),
        Some(Command::Explain(args)) => command::explain::run(args, environment),
        Some(Command::Apply(args)) => command::apply::run(args, environment),
        Some(Command::About(args)) => command::about::run(&args.topic, environment),
    };
    let status = status.unwrap_or_else(|message| {
        console::error(&message);
        Status::CouldNotRun
    });
    status.into()
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
