//! Tesseract as an OCR engine, through leptess: one instance per worker, one line at a time, no
//! threads of its own.
//!
//! Tesseract's OpenMP threads make it four times slower here. Only `OMP_THREAD_LIMIT=1` in the
//! environment of the process stops them; the program sets it when it starts.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::GrayImage;
use leptess::tesseract::TessApi;

use super::{OcrEngine, OcrError, Pass, StripWord};
use crate::model::confidence::Confidence;
use crate::raster::CropOptions;

/// The resolution Tesseract is given: a cap height of 32 pixels is ten-point print at 300 dpi.
const DPI: i32 = 300;
/// Strips narrower or lower than this, in pixels, contain nothing to read.
const LEAST_SIDE: u32 = 8;
/// Page segmentation mode 7: "Treat the image as a single text line."
const SINGLE_LINE: &std::ffi::CStr = c"7";

/// The first pass: cap height 32 pixels, rules painted over.
const FIRST: CropOptions = CropOptions {
    height: 64,
    cap_share: 0.5,
    padding: 0.8,
    erase_rules: true,
    stretch: true,
};
/// The second pass: smaller print, wider margins, contrast unchanged.
const SECOND: CropOptions = CropOptions {
    height: 56,
    cap_share: 0.42,
    padding: 1.2,
    erase_rules: true,
    stretch: false,
};

/// Tesseract with the installed English data.
pub struct Tesseract {
    api: Option<TessApi>,
}

// SAFETY: the C++ object behind `TessApi` has no thread-local state. It is moved between threads,
// never shared.
#[allow(unsafe_code)]
unsafe impl Send for Tesseract {}

impl Tesseract {
    /// Starts the engine, which takes a third of a second. Fails if the library or its data is
    /// missing.
    pub fn new() -> Result<Self, OcrError> {
        Ok(Self {
            api: Some(start()?),
        })
    }

    /// An engine that starts when it first reads a strip.
    pub fn on_demand() -> Self {
        Self { api: None }
    }

    fn read_strip(&mut self, strip: &GrayImage) -> Result<Vec<StripWord>, OcrError> {
        let failed = |what: &str| OcrError(format!("Tesseract {what}"));
        let (width, height) = strip.dimensions();
        if width < LEAST_SIDE || height < LEAST_SIDE {
            return Ok(Vec::new());
        }
        let side = |v: u32| {
            i32::try_from(v).map_err(|_| OcrError("Tesseract: strip too large".to_owned()))
        };
        let w = side(width)?;
        let h = side(height)?;
        let api = match &mut self.api {
            Some(api) => api,
            none => none.insert(start()?),
        };
        api.raw
            .set_image(strip.as_raw(), w, h, 1, w)
            .map_err(|_| failed("rejected the image"))?;
        api.set_source_resolution(DPI);
        if api.recognize() != 0 {
            return Err(failed("could not read the image"));
        }
        // leptess unwraps a null pointer if Tesseract returns no text.
        let tsv = catch_unwind(AssertUnwindSafe(|| api.get_tsv_text(0)))
            .map_err(|_| failed("returned no text"))?
            .map_err(|_| failed("returned text that is not UTF-8"))?;
        Ok(words(&tsv))
    }
}

/// Starts Tesseract for single lines of numbers and labels.
fn start() -> Result<TessApi, OcrError> {
    let mut api = TessApi::new(None, "eng")
        .map_err(|_| OcrError("cannot find Tesseract's English data".to_owned()))?;
    let settings = [
        (c"debug_file", c"/dev/null"),
        (c"tessedit_pageseg_mode", SINGLE_LINE),
        // Numbers are not dictionary words: only the shapes of the letters should count.
        (c"load_system_dawg", c"0"),
        (c"load_freq_dawg", c"0"),
    ];
    for (name, value) in settings {
        // A version that does not know a variable can read without it.
        let _ = api.raw.set_variable(name, value);
    }
    Ok(api)
}

/// The words in Tesseract's TSV output.
fn words(tsv: &str) -> Vec<StripWord> {
    tsv.lines().filter_map(word).collect()
}

/// The word in a TSV row: those of level 5 are words. Columns 6 and 8 are left and width, column 10
/// is the confidence in percent, column 11 the text.
fn word(row: &str) -> Option<StripWord> {
    let cells: Vec<&str> = row.split('\t').collect();
    let level = *cells.first()?;
    let left: f32 = cells.get(6)?.parse().ok()?;
    let width: f32 = cells.get(8)?.parse().ok()?;
    let confidence: f32 = cells.get(10)?.parse().ok()?;
    let text = cells.get(11)?.trim();
    (level == "5" && !text.is_empty()).then(|| StripWord {
        text: text.to_owned(),
        x0: left,
        x1: left + width,
        confidence: Confidence::new(confidence / 100.0),
    })
}

impl OcrEngine for Tesseract {
    fn name(&self) -> &'static str {
        "Tesseract"
    }

    fn crop(&self, pass: Pass) -> CropOptions {
        match pass {
            Pass::First => FIRST,
            Pass::Second => SECOND,
        }
    }

    fn read(&mut self, strips: &[GrayImage]) -> Result<Vec<Vec<StripWord>>, OcrError> {
        strips.iter().map(|s| self.read_strip(s)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rows_with_words_count() {
        let tsv = "4\t1\t1\t1\t1\t0\t0\t0\t90\t20\t-1\t\n\
            5\t1\t1\t1\t1\t1\t12\t3\t40\t20\t96.5\tReceipt\n\
            5\t1\t1\t1\t1\t2\t60\t3\t0\t20\t10\t \n";
        let words = words(tsv);
        assert_eq!(words.len(), 1);
        assert_eq!(
            (words[0].text.as_str(), words[0].x0, words[0].x1),
            ("Receipt", 12.0, 52.0)
        );
        assert!((words[0].confidence.get() - 0.965).abs() < 1e-5);
    }
}
