//! `cargo +nightly fuzz run --fuzz-dir fuzz --features libfuzzer joining`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| i797_fuzz::joining(bytes));
