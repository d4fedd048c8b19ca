//! Tesseract through leptess: one engine a worker, one line at a time, without threads of its own.
//!
//! Tesseract's OpenMP threads make it four times slower here; only `OMP_THREAD_LIMIT=1` in the environment of the process
//! stops them, which the program sees to when it starts.

use std::panic::{AssertUnwindSafe, catch_unwind};

use image::GrayImage;
use leptess::tesseract::TessApi;

use super::{OcrEngine, OcrError, Pass, StripWord};
use crate::model::confidence::Confidence;
use crate::raster::CropOptions;

/// The resolution Tesseract is told: with capitals of 32 pixels, ten-point print at 300 dpi.
const DPI: i32 = 300;
/// "Treat the image as a single text line."
const SINGLE_LINE: &std::ffi::CStr = c"7";

/// A Tesseract of the installed English data.
pub struct Tesseract {
    api: Option<TessApi>,
}

// SAFETY: the C++ object behind `TessApi` holds no thread-local state; it is moved between threads, never shared.
#[allow(unsafe_code)]
unsafe impl Send for Tesseract {}

impl Tesseract {
    /// Starts the engine, which takes a third of a second; an error says that the library or its data is missing.
    pub fn new() -> Result<Self, OcrError> {
        Ok(Self {
            api: Some(start()?),
        })
    }

    /// An engine that starts when it is first asked to read.
    pub fn on_demand() -> Self {
        Self { api: None }
    }

    fn read_strip(&mut self, strip: &GrayImage) -> Result<Vec<StripWord>, OcrError> {
        let broken = |what: &str| OcrError(format!("Tesseract {what}"));
        let (width, height) = strip.dimensions();
        if width < 8 || height < 8 {
            return Ok(Vec::new());
        }
        let side = |v: u32| i32::try_from(v).map_err(|_| broken("takes no strip of this size"));
        let (w, h) = (side(width)?, side(height)?);
        let api = match &mut self.api {
            Some(api) => api,
            none => none.insert(start()?),
        };
        api.raw
            .set_image(strip.as_raw(), w, h, 1, w)
            .map_err(|_| broken("refused the picture"))?;
        api.set_source_resolution(DPI);
        if api.recognize() != 0 {
            return Err(broken("could not read the picture"));
        }
        // leptess unwraps a null pointer where Tesseract gives no text.
        let tsv = catch_unwind(AssertUnwindSafe(|| api.get_tsv_text(0)))
            .map_err(|_| broken("gave no text"))?;
        Ok(words(
            &tsv.map_err(|_| broken("gave text that is not UTF-8"))?,
        ))
    }
}

fn start() -> Result<TessApi, OcrError> {
    let mut api = TessApi::new(None, "eng")
        .map_err(|_| OcrError("Tesseract's English data was not found".to_owned()))?;
    let settings = [
        (c"debug_file", c"/dev/null"),
        (c"tessedit_pageseg_mode", SINGLE_LINE),
        // Numbers are no words of a dictionary: what the letters look like must decide.
        (c"load_system_dawg", c"0"),
        (c"load_freq_dawg", c"0"),
    ];
    for (name, value) in settings {
        // An unknown variable of another version is no reason not to read.
        let _ = api.raw.set_variable(name, value);
    }
    Ok(api)
}

/// The words of Tesseract's table: level 5 rows are words; columns 6 and 8 are left and width, 10 the confidence in percent.
fn words(tsv: &str) -> Vec<StripWord> {
    let word = |row: &str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let (level, left, width) = (
            cells.first()?,
            cells.get(6)?.parse::<f32>().ok()?,
            cells.get(8)?.parse::<f32>().ok()?,
        );
        let (confidence, text) = (cells.get(10)?.parse::<f32>().ok()?, cells.get(11)?.trim());
        (*level == "5" && !text.is_empty()).then(|| StripWord {
            text: text.to_owned(),
            x0: left,
            x1: left + width,
            confidence: Confidence::new(confidence / 100.0),
        })
    };
    tsv.lines().filter_map(word).collect()
}

impl OcrEngine for Tesseract {
    fn name(&self) -> &'static str {
        "Tesseract"
    }

    fn crop(&self, look: Pass) -> CropOptions {
        match look {
            Pass::First => CropOptions {
                height: 64,
                cap_share: 0.5,
                padding: 0.8,
                erase_rules: true,
                stretch: true,
            },
            Pass::Second => CropOptions {
                height: 56,
                cap_share: 0.42,
                padding: 1.2,
                erase_rules: true,
                stretch: false,
            },
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
    fn only_words_of_the_table_count() {
        let tsv = "4\t1\t1\t1\t1\t0\t0\t0\t90\t20\t-1\t\n5\t1\t1\t1\t1\t1\t12\t3\t40\t20\t96.5\tReceipt\n5\t1\t1\t1\t1\t2\t60\t3\t0\t20\t10\t \n";
        let words = words(tsv);
        assert_eq!(words.len(), 1);
        assert_eq!(
            (words[0].text.as_str(), words[0].x0, words[0].x1),
            ("Receipt", 12.0, 52.0)
        );
        assert!((words[0].confidence.get() - 0.965).abs() < 1e-5);
    }
}
