//! `cargo +nightly fuzz run --fuzz-dir fuzz --features libfuzzer page_text`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| i797_fuzz::page_text(bytes));
