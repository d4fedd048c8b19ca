//! Recognizes the lines of a set with the built-in engine, both unconstrained and with the number
//! grammars. Prints one JSON object per line, for training/compare.py.

use std::process::ExitCode;

use i797::recognizer::{HEIGHT, LineReading, LineRecognizer};
use i797_generator::line::Line;
use i797_generator::line::stream::{Set, Stream};
use i797_generator::typeface;
use image::{GrayImage, Luma};
use serde_json::json;

const USAGE: &str = "usage: readings SET SEED COUNT";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("readings: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &[String]) -> Result<(), String> {
    let [set, seed, count] = args else {
        return Err(USAGE.to_owned());
    };
    let set = Set::named(set).ok_or(USAGE)?;
    let seed = seed.parse().map_err(|_| USAGE)?;
    let count = count.parse().map_err(|_| USAGE)?;
    typeface::check().map_err(|error| error.to_string())?;
    let mut reader = LineRecognizer::new().map_err(|error| error.to_string())?;
    for line in Stream::new(set, seed).take(count) {
        let reading = reader.read_line(&strip(&line));
        println!(
            "{}",
            json!({ "text": reading.text().to_string(), "read": as_read(&reading) })
        );
    }
    Ok(())
}

/// The line as on a page: numbers constrained by their grammars, everything else unconstrained.
fn as_read(reading: &LineReading) -> String {
    let words: Vec<String> = reading.words().into_iter().map(|word| word.text).collect();
    words.join(" ")
}

/// The line as a strip of gray.
fn strip(line: &Line) -> GrayImage {
    let width = line.ink.width;
    let ink = &line.ink.values;
    GrayImage::from_fn(width as u32, HEIGHT as u32, |x, y| {
        Luma([255 - (ink[y as usize * width + x as usize] * 255.0).round() as u8])
    })
}
