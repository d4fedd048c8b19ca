//! `cargo +nightly fuzz run --fuzz-dir fuzz --features libfuzzer animations`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| i797_fuzz::animations(bytes));
