//! Measures the line finder apart from reading: which share of the printed runs of text gets a box,
//! by degradation.
//!
//! A line that is not found is read by nobody, so its loss leaves no trace in other figures. Only
//! degradations that leave print where it was are measured, as the drawing tells where that is.

use std::process::ExitCode;

use i797::raster::{PageLayout, Transform, prepare};
use i797_generator::degrade::{Degradation, Scanner};
use i797_generator::family::{self, AUTHORS, Author};
use i797_generator::layout::sheet::{Sheet, Text};
use i797_generator::rng::Rng;
use i797_generator::typeface;

const USAGE: &str = "\
usage: found [--seed N] [--count N] [--kept-out]

Draws COUNT pages of the authors' designs for each degradation and prints the share of runs that the
line finder boxes. Families that are kept out are left out, or with --kept-out drawn alone.";

/// Cap height in ems, close enough for all families.
const CAP: f32 = 0.69;
/// A run is found if boxes cover this share of its width …
const COVERED: f32 = 0.9;
/// … on a baseline at most so many cap heights from its own.
const BASELINE: f32 = 0.5;
/// A run with so many digits may be a number.
const NUMBER_DIGITS: usize = 4;
/// A copier turns a page by at most so many degrees.
const MOST_TURN: f64 = 1.5;
/// Turns are tried in steps of so many degrees.
const TURN_STEP: f64 = 0.1;

/// Degradations that leave print where it was, but for a slight turn.
const MEASURED: [Degradation; 17] = [
    Degradation::Scan(120),
    Degradation::Scan(150),
    Degradation::Scan(200),
    Degradation::Scan(300),
    Degradation::Scan(600),
    Degradation::FaxFine,
    Degradation::FaxStandard,
    Degradation::Inverted,
    Degradation::Faded,
    Degradation::Heavy,
    Degradation::Copied,
    Degradation::Stamped,
    Degradation::Penned,
    Degradation::BleedThrough,
    Degradation::Shadowed,
    Degradation::WornToner,
    Degradation::Tinted,
];

/// Runs that were printed, and those of them that were found.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    printed: usize,
    found: usize,
    numbers: usize,
    numbers_found: usize,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.printed += other.printed;
        self.found += other.found;
        self.numbers += other.numbers;
        self.numbers_found += other.numbers_found;
    }
}

/// A box of a line on the sheet, in points.
struct Found {
    x: (f32, f32),
    baseline: f32,
}

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("found: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(mut args: impl Iterator<Item = String>) -> Result<(), String> {
    let mut seed = 1;
    let mut count = 40;
    let mut kept_out = false;
    while let Some(arg) = args.next() {
        let mut value = || args.next().and_then(|v| v.parse().ok()).ok_or(USAGE);
        match arg.as_str() {
            "--seed" => seed = value()?,
            "--count" => count = value()?,
            "--kept-out" => kept_out = true,
            _ => return Err(format!("unknown option '{arg}'; {USAGE}")),
        }
    }
    typeface::check().map_err(|error| error.to_string())?;
    let authors: Vec<Author> = AUTHORS
        .into_iter()
        .filter(|author| author.kept_out == kept_out)
        .collect();
    let sheets: Vec<Sheet> = (0..count)
        .filter_map(|index| family::turn(&authors, seed, index))
        .zip(seed..)
        .flat_map(|((_, design, _), seed)| family::draw(&design, seed).sheets)
        .collect();
    println!(
        "{:14} {:>7} {:>7} {:>8} {:>7}",
        "damage", "runs", "found", "numbers", "found"
    );
    let mut all = Tally::default();
    for degradation in MEASURED {
        let mut tally = Tally::default();
        for (sheet, index) in sheets.iter().zip(seed..) {
            tally.add(measured(sheet, degradation, index));
        }
        print(&degradation.name(), tally);
        all.add(tally);
    }
    print("all", all);
    Ok(())
}

fn print(name: &str, tally: Tally) {
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    println!(
        "{name:14} {:7} {:6.2}% {:8} {:6.2}%",
        tally.printed,
        share(tally.found, tally.printed),
        tally.numbers,
        share(tally.numbers_found, tally.numbers)
    );
}

/// What is found of a sheet once it is degraded and scanned.
fn measured(sheet: &Sheet, degradation: Degradation, seed: u64) -> Tally {
    let mut rng = Rng::new(seed);
    let scans = degradation.scan(&mut rng, std::slice::from_ref(sheet), Scanner::default());
    let Some(scan) = scans.into_iter().next() else {
        return Tally::default();
    };
    let (w, h) = scan.pixels.dimensions();
    let (dx, dy) = scan.dpi;
    let pages = prepare(scan.pixels, Some(scan.dpi));
    let middle = (f64::from(w) / 2.0, f64::from(h) / 2.0);
    let steps = (MOST_TURN / TURN_STEP) as i32;
    let turns = (-steps..=steps).filter(|step| *step == 0 || degradation == Degradation::Copied);
    let tallies = turns.map(|step| {
        let to_sheet = Transform::translation(-middle.0, -middle.1)
            .then(&Transform::rotation(f64::from(step) * TURN_STEP))
            .then(&Transform::translation(middle.0, middle.1))
            .then(&Transform::scale(
                72.0 / f64::from(dx),
                72.0 / f64::from(dy),
            ));
        let found: Vec<Found> = pages
            .iter()
            .flat_map(|page| boxes(page, &to_sheet))
            .collect();
        tally(sheet, &found)
    });
    tallies.max_by_key(|tally| tally.found).unwrap_or_default()
}

/// The boxes of a page's lines on the sheet.
fn boxes(page: &PageLayout, to_sheet: &Transform) -> Vec<Found> {
    let to_sheet = page.to_image.then(to_sheet);
    let at = |x: f32, y: f32| to_sheet.apply(f64::from(x), f64::from(y));
    let lines = page.lines.iter().map(|line| {
        let left = at(line.x0, line.baseline_at(line.x0));
        let right = at(line.x1, line.baseline_at(line.x1));
        Found {
            x: (left.0 as f32, right.0 as f32),
            baseline: (left.1 + right.1) as f32 / 2.0,
        }
    });
    lines.collect()
}

fn tally(sheet: &Sheet, found: &[Found]) -> Tally {
    let mut tally = Tally::default();
    for text in sheet.texts() {
        let digits = text.text.bytes().filter(u8::is_ascii_digit).count();
        let letters = text.text.chars().filter(|c| c.is_alphabetic()).count();
        // Bullets and marks say nothing.
        if digits == 0 && letters < 2 {
            continue;
        }
        let is_found = usize::from(is_found(text, found));
        tally.printed += 1;
        tally.found += is_found;
        if digits >= NUMBER_DIGITS {
            tally.numbers += 1;
            tally.numbers_found += is_found;
        }
    }
    tally
}

/// Whether boxes cover a run of text. A box may cover several.
fn is_found(text: &Text, found: &[Found]) -> bool {
    let from = text.x;
    let to = text.x + text.face.width(&text.text, text.size);
    let cap = text.size * CAP;
    let beside = |f: &&Found| (f.baseline - text.baseline).abs() < BASELINE * cap;
    let mut spans: Vec<(f32, f32)> = found
        .iter()
        .filter(beside)
        .map(|f| (f.x.0.max(from), f.x.1.min(to)))
        .filter(|(x0, x1)| x1 > x0)
        .collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut end = from;
    let mut covered = 0.0;
    for (x0, x1) in spans {
        covered += (x1 - x0.max(end)).max(0.0);
        end = end.max(x1);
    }
    covered >= COVERED * (to - from)
}
