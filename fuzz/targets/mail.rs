//! `cargo +nightly fuzz run --fuzz-dir fuzz --features libfuzzer mail`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| i797_fuzz::mail(bytes));
