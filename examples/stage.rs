//! Runs one stage of reading a number of times, for tools that count: valgrind, perf.
//!
//! ```text
//! cargo run --release --example stage -- text-layer|decode|prepare|read DOCUMENT TIMES
//! ```

use std::error::Error;
use std::hint::black_box;

use i797::document::{Document, PageImage};
use i797::interpret::NoRereading;
use i797::model::config::Config;
use i797::model::location::PageNumber;
use i797::notice::page::interpret_page;
use i797::ocr::{BuiltinEngine, PageOcr};
use i797::raster;

const USAGE: &str = "usage: stage text-layer|decode|prepare|read DOCUMENT TIMES";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [stage, path, times] = arguments.as_slice() else {
        return Err(USAGE.into());
    };
    let file = std::fs::read(path)?;
    let times = times.parse::<usize>()?;
    match stage.as_str() {
        "text-layer" => (0..times).try_for_each(|_| text_layer(&file)),
        "decode" => {
            (0..times).try_for_each(|_| decode(&file).map(|picture| drop(black_box(picture))))
        }
        "prepare" => {
            let picture = decode(&file)?;
            (0..times).for_each(|_| {
                drop(black_box(raster::prepare(
                    picture.pixels.clone(),
                    Some(picture.dpi),
                )))
            });
            Ok(())
        }
        "read" => read(decode(&file)?, times),
        _ => Err(USAGE.into()),
    }
}

/// From the bytes of a PDF to what the text of its first page says.
fn text_layer(file: &[u8]) -> Result<(), Box<dyn Error>> {
    let page = Document::open(file.to_vec(), &Config::default())?.page(0)?;
    let text = page.visible.ok_or("the page has no text of its own")?;
    black_box(interpret_page(PageNumber::FIRST, &text, &mut NoRereading));
    Ok(())
}

fn decode(file: &[u8]) -> Result<PageImage, Box<dyn Error>> {
    let page = Document::open(file.to_vec(), &Config::default())?.page(0)?;
    Ok(page.picture()?.ok_or("the page shows nothing")?)
}

/// The lines of a page that is prepared, with the search for its head and the barcodes.
fn read(picture: PageImage, times: usize) -> Result<(), Box<dyn Error>> {
    let page = raster::prepare(picture.pixels, Some(picture.dpi))
        .pop()
        .ok_or("the picture shows no page")?;
    let mut reader = PageOcr::new(vec![Box::new(BuiltinEngine::new()?)]);
    for _ in 0..times {
        black_box(reader.read(page.clone())?.text.word_count());
    }
    Ok(())
}
