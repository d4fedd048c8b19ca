//! A short run of the fuzz targets with fixed seeds on mutated fixtures: the same inputs on every
//! machine, seconds and not days.

mod containers;

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
    run(&vec![PAGE.as_bytes().to_vec(); 4], 4, i797_fuzz::page_text);
    // Found by libFuzzer: digits of one word, joined over others that were left out.
    i797_fuzz::page_text(b"USCIS Online Account Number: 012345\x002\x00678901.");
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
fn glyphs_in_any_order() {
    let mut rng = Rng::with_seed(11);
    for _ in 0..8 * each() {
        let bytes: Vec<u8> = (0..60).map(|_| rng.u8(..)).collect();
        i797_fuzz::glyphs(&bytes);
    }
}

#[test]
fn labels_of_anybody() {
    let mut rng = Rng::with_seed(12);
    for _ in 0..40 * each() {
        let bytes: Vec<u8> = (0..160).map(|_| rng.u8(..)).collect();
        i797_fuzz::labels(&bytes);
    }
}

#[test]
fn joined_pages() {
    let second = PAGE.replace("Page 1 of 2", "Page 2 of 2");
    let other = PAGE.replace("IOE0912345678", "WAC2190012345");
    let bundle = [PAGE, &second, &other, PAGE].join("\u{c}");
    run(&vec![bundle.into_bytes(); 2], 7, i797_fuzz::joining);
    // Pages of a few words each, which decide where they belong.
    let mut rng = Rng::with_seed(8);
    let marks = [
        "Form I-797C, Notice of Action",
        "Page 1 of 2",
        "Page 2 of 2",
        "Page 2 of 3",
    ];
    let marks: Vec<&str> = marks.into_iter().chain(PAGE.lines()).collect();
    for _ in 0..each() {
        let pages: Vec<String> = (0..rng.usize(1..12))
            .map(|_| {
                let lines = (0..rng.usize(1..6)).map(|_| marks[rng.usize(..marks.len())]);
                lines.collect::<Vec<_>>().join("\n")
            })
            .collect();
        i797_fuzz::joining(pages.join("\u{c}").as_bytes());
    }
}

/// Decisions on the page that `i797_fuzz::decisions` lays them over, each field from a few values
/// of which some fit.
fn decision(rng: &mut Rng) -> String {
    let mut pick = |values: &[&'static str]| values[rng.usize(..values.len())];
    let hash = pick(&["\"00\"", "\"00\"", "\"00\"", "\"01\"", "null"]);
    let page = pick(&["1", "1", "1", "2", "4294967295"]);
    let kind = pick(&["receipt_number", "online_account_number", "a_number"]);
    let action = pick(&["confirmed", "corrected", "dismissed", "supplied", "checked"]);
    let numbers = [
        "null",
        "\"IOE0912345678\"",
        "\"IOE0912345679\"",
        "\"012345678901\"",
    ];
    let others = ["\"A098765432\"", "\"xxxxxxxx8901\"", "\"IOExxxxxx5678\""];
    let read = pick(&[numbers, [others[0]; 4]].concat());
    let value = pick(&numbers);
    let bounds = match action {
        "supplied" | "checked" => "null",
        _ => pick(&[
            "[30,60,120,90]",
            "[0,0,600,800]",
            "[30,40,95,80]",
            "[9e9,9e9,9e9,9e9]",
        ]),
    };
    let read = if read == others[0] {
        pick(&others)
    } else {
        read
    };
    format!(
        r#"{{"content_hash":{hash},"path":"a.pdf","page":{page},"box":{bounds},"notice":0,
        "kind":"{kind}","read":{read},"action":"{action}","value":{value},"note":null}}"#
    )
}

#[test]
fn decisions_of_any_kind() {
    let file = |list: &[String]| {
        let list = list.join(",");
        format!(r#"{{"schema_version":1,"decisions":[{list}]}}"#).into_bytes()
    };
    let mut rng = Rng::with_seed(9);
    let mut seeds = Vec::new();
    for _ in 0..40 * each() {
        let list: Vec<String> = (0..rng.usize(1..4)).map(|_| decision(&mut rng)).collect();
        i797_fuzz::decisions(&file(&list));
        if seeds.len() < 4 {
            seeds.push(file(&list));
        }
    }
    run(&seeds, 10, i797_fuzz::decisions);
}

/// What a worker says of a page with one number on it.
const FRAME: &str = r#"{"Page":{
    "record":{"page":1,"state":"read","source":"ocr","words":3,"error":null},
    "readings":[{"number":1,"source":"ocr",
        "info":{"form":"I-797C","has_header":true,"page_of":[2,4294967295],"notice_type":null,
            "notice_date":"January 2, 2024","names_agency":true,"grid_labels":3,"has_number":true},
        "assessments":[{
            "candidate":{"kind":"receipt_number","value":"IOE0912345678","printed":"IOE0912345678",
                "bounds":[40.0,80.0,100.0,90.0],"line":3,"words":{"start":0,"end":1},
                "confidence":0.99,"repairs":0,"bare":false},
            "source":"ocr","label":"Receipt Number","is_labelled":true,"explained":false,
            "owner":"unknown","decision":"accepted","confidence":0.99,"disputed":false,
            "reasons":["in the cell under its label"]}],
        "account_cell":"Blank","roles":["applicant"],"legible":true,"number_unread":false}]}}"#;

#[test]
fn frames() {
    let length = u32::try_from(FRAME.len()).expect("it is short");
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend_from_slice(FRAME.as_bytes());
    let record = i797::pipeline::worker::hear(&bytes).expect("it means something");
    assert_eq!(record.notices[0].identifiers.len(), 1);
    run(&vec![bytes; 50], 6, i797_fuzz::protocol);
}
