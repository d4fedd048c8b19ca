//! End-to-end tests of the program and the library, one module per topic.
//!
//! The program runs as users run it. Its output is compared with `fixtures/truth.jsonl` and parsed
//! with the tests' own structs, so that a change to the JSON format fails here.

mod annotations;
mod apply;
mod batch;
mod broken;
mod browser;
mod checked_off;
mod command_line;
mod confinement;
mod containers;
mod contract;
mod deadlines;
mod engines;
mod everyday;
mod fields;
mod formats;
mod house;
mod inputs;
mod interrupt;
mod layers;
mod look_alikes;
mod lost_pictures;
mod malformed;
mod manual;
mod mask;
mod native;
mod output;
mod program;
mod review_page;
mod runs;
mod scanned;
mod scanned_cells;
mod schema;
mod second_program;
mod seen;
mod seen_kinds;
mod signs;
mod split;
mod status;
mod truth;
mod workers;
