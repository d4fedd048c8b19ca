//! The worker that links Tesseract. `extract` starts it for scanned pages only: loading Tesseract's
//! libraries takes longer than reading a page of text.

use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(unix)]
    i797::pipeline::worker::serve_if_asked();
    eprintln!("extract-ocr is started by extract; do not run it directly");
    ExitCode::from(2)
}
