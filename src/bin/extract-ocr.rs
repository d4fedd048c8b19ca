//! The worker of `extract` that has Tesseract: started when a page has to be read from its pixels. It is a program of its own
//! because loading Tesseract's libraries takes longer than reading a page of text.

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(unix)]
    i797::pipeline::worker::serve_if_asked();
    eprintln!("extract-ocr: a part of extract, which starts it; there is nothing to type");
    ExitCode::from(2)
}
