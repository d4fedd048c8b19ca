//! Prints what the line reader reads on the pages of a document, line by line, with the place and
//! how sure it is.
//!
//! ```text
//! cargo run --release --example read_lines -- notice.tif
//! ```

use i797::document::Document;
use i797::model::config::Config;
use i797::ocr::{BuiltinEngine, PageOcr};
use i797::raster;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let Some(path) = std::env::args().nth(1) else {
        return Err("usage: read_lines DOCUMENT".into());
    };
    let document = Document::open(std::fs::read(&path)?, &Config::default())?;
    let mut reader = PageOcr::new(vec![Box::new(BuiltinEngine::new()?)]);
    for index in 0..document.page_count() {
        let Some(image) = document.page(index)?.picture()? else {
            continue;
        };
        for page in raster::prepare(image.pixels, Some(image.dpi)) {
            let scan = reader.read(page)?;
            for line in &scan.text.lines {
                let least = line
                    .words
                    .iter()
                    .map(|w| w.confidence)
                    .min()
                    .unwrap_or_default();
                println!(
                    "{:5.0} {:5.0} {:.3}  {}",
                    line.bounds.x0(),
                    line.bounds.y0(),
                    least.get(),
                    line.text()
                );
            }
        }
    }
    Ok(())
}
