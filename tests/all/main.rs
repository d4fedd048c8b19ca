//! The program and the library from outside: real fixtures, real pixels, one module a topic.
//!
//! The program runs as users run it; what it answers is compared with `fixtures/truth.jsonl` and read with structs of the
//! tests' own, so that a change of the JSON format is seen here.

mod apply;
mod batch;
mod broken;
mod browser;
mod command_line;
mod confinement;
mod contract;
mod desk;
mod engines;
mod formats;
mod house;
mod inputs;
mod interrupt;
mod mask;
mod native;
mod output;
mod pictures;
mod program;
mod scanned;
mod second_program;
mod status;
mod truth;
mod workers;
