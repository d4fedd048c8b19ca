use clap::Parser;

use super::*;
use crate::cli::Cli;

fn args(line: &[&str]) -> RunArgs {
    let line = [&["extract", "a.pdf"], line].concat();
    Cli::try_parse_from(line)
        .expect("the arguments are right")
        .args
}

#[test]
fn a_limit_that_cannot_be_held_is_refused_where_it_is_typed() {
    let windows = [("--timeout", NO_WORKERS), ("--max-memory", NO_WORKERS)];
    let macos = [("--max-memory", NO_BOUND)];
    let timeout = args(&["--timeout", "5"]);
    let memory = args(&["--max-memory", "1024"]);
    for (args, unheld, option) in [
        (&timeout, &windows[..], "--timeout"),
        (&memory, &windows, "--max-memory"),
        (&memory, &macos, "--max-memory"),
    ] {
        let refused = limits(args, unheld).expect_err("the limit does not hold");
        assert!(refused.starts_with(option), "{refused}");
    }
    let held = limits(&timeout, &macos).expect("this one holds");
    assert_eq!(held.page_time, Duration::from_secs(5));
    let held = limits(&memory, &[]).expect("this one holds");
    assert_eq!(held.memory, 1 << 30);
    assert_eq!(limits(&args(&[]), &windows), Ok(Limits::default()));
}

#[test]
fn what_cannot_be_held_is_said_without_being_asked() {
    let said = told(&[("--timeout", NO_WORKERS), ("--max-memory", NO_WORKERS)]);
    let said = said.expect("something is said");
    assert!(said.contains("--timeout and --max-memory"), "{said}");
    assert_eq!(told(&[]), None);
    assert_eq!(unheld().is_none(), cfg!(target_os = "linux"));
}
