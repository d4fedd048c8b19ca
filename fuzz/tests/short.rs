//! A short run of the fuzz targets with fixed seeds on mutated fixtures: the same inputs on every machine, seconds and not days.

use std::path::{Path, PathBuf};

use fastrand::Rng;

/// Inputs made of each seed file; `FUZZ_EACH` sets another number for a longer run.
const EACH: usize = 25;

fn each() -> usize {
    std::env::var("FUZZ_EACH")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(EACH)
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures")
        .join(folder);
    let entries = std::fs::read_dir(folder).expect("the fixtures are there");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    files.sort();
    files
}

/// Small files, so that much can be tried.
fn seeds(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let of_kind = |path: &PathBuf| path.extension().is_some_and(|e| e == ending);
    let bytes = files(folder)
        .into_iter()
        .filter(of_kind)
        .map(|path| std::fs::read(path).expect("a fixture can be read"));
    bytes
        .filter(|bytes| bytes.len() < 300_000)
        .take(4)
        .collect()
}

/// Some bytes changed, cut, doubled or moved.
fn mutated(bytes: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..rng.usize(1..6) {
        let Some(at) = (!bytes.is_empty()).then(|| rng.usize(..bytes.len())) else {
            break;
        };
        let end = at + rng.usize(..64).min(bytes.len() - at);
        match rng.u8(..6) {
            0 => bytes[at] = rng.u8(..),
            1 => bytes[at] ^= 1 << rng.u8(..8),
            2 => bytes.truncate(at.max(16)),
            3 => drop(bytes.drain(at..end)),
            4 => bytes.extend_from_within(at..end),
            // Numbers at the ends of their range stand where lengths and offsets stand.
            _ => bytes[at..end.min(at + 4)].fill(if rng.bool() { 0xff } else { 0 }),
        }
    }
    bytes
}

fn run(seeds: &[Vec<u8>], seed: u64, target: fn(&[u8])) {
    assert!(!seeds.is_empty());
    let mut rng = Rng::with_seed(seed);
    for bytes in seeds {
        for _ in 0..each() {
            target(&mutated(bytes, &mut rng));
        }
    }
}

#[test]
fn pdf_files() {
    run(
        &[seeds("broken", "pdf"), seeds("notices", "pdf")].concat(),
        1,
        i797_fuzz::documents,
    );
}

#[test]
fn tiff_files() {
    run(
        &[seeds("broken", "tif"), seeds("notices", "tif")].concat(),
        2,
        i797_fuzz::documents,
    );
}

#[test]
fn pictures() {
    run(
        &[
            seeds("notices", "png"),
            seeds("notices", "jpg"),
            seeds("notices", "webp"),
        ]
        .concat(),
        3,
        i797_fuzz::documents,
    );
}

/// A page with all that numbers stand beside.
const PAGE: &str = "\
Department of Homeland Security    Form I-797C, Notice of Action
Receipt Number    Case Type
IOE0912345678     I-765 - APPLICATION FOR EMPLOYMENT AUTHORIZATION
USCIS Online Account Number: 0123 4567 8901
Received Date     Priority Date     Applicant A 098 765 432
January 2, 2024                     DOE, JANE
Notice Date       Page 1 of 2       Beneficiary A98765432
Notice Type: Receipt Notice    Payment Tracking ID 601234567890
Attorney's Online Account Number 011122223333";

#[test]
fn texts() {
    run(&[PAGE.as_bytes().to_vec()], 4, |bytes| {
        (0..4).for_each(|_| i797_fuzz::page_text(bytes))
    });
    let mut rng = Rng::with_seed(5);
    let parts: Vec<&str> = PAGE.split_whitespace().collect();
    for _ in 0..1_000 {
        let words: Vec<&str> = (0..rng.usize(1..80))
            .map(|_| {
                if rng.u8(..6) == 0 {
                    "\n"
                } else {
                    parts[rng.usize(..parts.len())]
                }
            })
            .collect();
        i797_fuzz::page_text(words.join(" ").as_bytes());
    }
}

#[test]
fn frames() {
    let frame = br#"{"Page":{"record":{"page":1,"state":"read","source":"ocr","words":3,"error":null},"readings":[]}}"#;
    let mut bytes = u32::try_from(frame.len())
        .expect("it is short")
        .to_le_bytes()
        .to_vec();
    bytes.extend_from_slice(frame);
    run(&vec![bytes; 50], 6, i797_fuzz::protocol);
}
