//! `cargo +nightly fuzz run --fuzz-dir fuzz --features libfuzzer attachments`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| i797_fuzz::attachments(bytes));
