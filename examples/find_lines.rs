//! Draws what is found on the pages of a document before anything is read: lines, rules, barcodes,
//! what is left out.
//!
//! ```text
//! # writes target/lines-1.png, …
//! cargo run --release --example find_lines -- notice.tif target/lines
//! ```

use i797::document::Document;
use i797::model::config::Config;
use i797::raster;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(path), Some(stem)) = (args.next(), args.next()) else {
        return Err("usage: find_lines DOCUMENT STEM".into());
    };
    let document = Document::open(std::fs::read(&path)?, &Config::default())?;
    for index in 0..document.page_count() {
        let Some(image) = document.page(index)?.picture()? else {
            continue;
        };
        for (part, page) in raster::prepare(image.pixels, Some(image.dpi))
            .iter()
            .enumerate()
        {
            let part = if part == 0 {
                String::new()
            } else {
                format!("-{part}")
            };
            page.picture()
                .save(format!("{stem}-{}{part}.png", index + 1))?;
        }
    }
    Ok(())
}
