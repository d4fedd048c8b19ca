//! What a strip costs in the line reader and in general ONNX runtimes that are given the same
//! weights, all on one thread.
//!
//! Prints a Markdown table. The line reader is measured by its public door, so its time includes
//! normalising the strip and finding the characters of the best path; the runtimes are given strips
//! that were normalised before.

mod runtimes;
mod strips;

use std::error::Error;
use std::sync::Arc;

use i797::recognizer::{Alphabet, Ink, LineReading, LineRecognizer, normalise};
use image::GrayImage;
use rustix::time::{ClockId, clock_gettime};

/// The weights of the line reader.
static WEIGHTS: &[u8] = include_bytes!("../../../src/reader/weights.onnx");

const STRIPS: usize = 400;
/// Each runtime reads all strips so many times, in turn with the others; its fastest round counts.
const ROUNDS: usize = 5;
/// So many strips are read before the clock is looked at.
const WARM: usize = 10;

/// A strip as it was cut and as the network wants it.
struct Strip {
    grey: GrayImage,
    ink: Ink,
}

/// A reader of strips: log-probabilities, a row of classes for each column.
type Read = Box<dyn FnMut(&Strip) -> Result<Vec<f32>, Box<dyn Error>>>;

fn main() -> Result<(), Box<dyn Error>> {
    let strips: Vec<Strip> = strips::drawn(STRIPS)
        .map(|grey| Strip {
            ink: normalise(&grey),
            grey,
        })
        .collect();
    let mut own = LineRecognizer::new()?;
    let alphabet = Arc::new(own.read_line(&strips[0].grey).alphabet().clone());
    let mut readers: Vec<(&str, Read)> = vec![
        (
            "`LineRecognizer::read_line`",
            Box::new(move |strip| {
                Ok(own
                    .read_line(&strip.grey)
                    .rows()
                    .flatten()
                    .copied()
                    .collect())
            }),
        ),
        ("rten", runtimes::rten(WEIGHTS)?),
        ("tract-onnx", runtimes::tract(WEIGHTS)?),
    ];
    let mut reference: Option<Vec<Vec<f32>>> = None;
    let mut rows = Vec::new();
    for (name, read) in &mut readers {
        let outputs = strips.iter().map(read).collect::<Result<Vec<_>, _>>()?;
        let reference = reference.get_or_insert_with(|| outputs.clone());
        rows.push((
            *name,
            f64::INFINITY,
            agreement(&alphabet, reference, &outputs),
        ));
    }
    for _ in 0..ROUNDS {
        for ((_, read), (_, least, _)) in readers.iter_mut().zip(&mut rows) {
            *least = least.min(round(&strips, read)?);
        }
    }
    println!("| runtime | CPU ms a strip | same text | furthest probability |\n|---|---|---|---|");
    for (name, least, agreement) in rows {
        println!("| {name} | {least:.2} | {agreement} |");
    }
    Ok(())
}

/// CPU milliseconds of the whole process for one strip.
fn round(strips: &[Strip], read: &mut Read) -> Result<f64, Box<dyn Error>> {
    for strip in &strips[..WARM] {
        read(strip)?;
    }
    let start = cpu_ms();
    for strip in strips {
        read(strip)?;
    }
    Ok((cpu_ms() - start) / strips.len() as f64)
}

fn cpu_ms() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

/// In how many strips the text is that of the line reader, and by how much a probability differs at
/// most.
fn agreement(alphabet: &Arc<Alphabet>, ours: &[Vec<f32>], theirs: &[Vec<f32>]) -> String {
    let text = |rows: &Vec<f32>| {
        LineReading::new(Arc::clone(alphabet), rows.clone(), 1.0)
            .text()
            .to_string()
    };
    let pairs = || ours.iter().zip(theirs);
    let same = pairs().filter(|(a, b)| text(a) == text(b)).count();
    let furthest = pairs()
        .flat_map(|(a, b)| a.iter().zip(b))
        .map(|(a, b)| (a.exp() - b.exp()).abs())
        .fold(0.0, f32::max);
    format!("{same} of {} | {furthest:.0e}", ours.len())
}
