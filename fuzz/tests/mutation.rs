//! PDF fixtures with their structure changed: objects dropped and exchanged, fonts, maps and
//! spacing altered, files spliced. No number may be accepted that the unspoiled files do not show,
//! and no representative's as the client's.
//!
//! `MUTATIONS` sets how many are tried, `MUTATION_SEED` where they begin.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use fastrand::Rng;
use i797::model::owner::Owner;
use i797::model::record::IdentifierRecord;
use i797::model::verdict::Verdict;
use i797::{Config, read_bytes};
use lopdf::content::{Content, Operation};
use lopdf::{Document, Object, ObjectId};

/// Enough for a test that is run with all others.
const MUTATIONS: u64 = 60;

fn setting(name: &str, default: u64) -> u64 {
    let value = std::env::var(name).ok().and_then(|text| text.parse().ok());
    value.unwrap_or(default)
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures")
}

/// The numbers that files show, in their canonical form.
#[derive(Clone)]
struct Shown {
    numbers: BTreeSet<String>,
    /// Those that are a representative's and nobody else's.
    representatives: BTreeSet<String>,
}

impl Shown {
    fn extend(&mut self, other: &Self) {
        self.numbers.extend(other.numbers.iter().cloned());
        let theirs = other.representatives.iter().cloned();
        self.representatives.extend(theirs);
    }

    /// Whether the files show this, and as the number of whom it is said to be.
    fn holds(&self, identifier: &IdentifierRecord) -> bool {
        let is_theirs = self.representatives.contains(&identifier.value);
        let is_said_so = identifier.owner == Owner::Representative;
        self.numbers.contains(&identifier.value) && (!is_theirs || is_said_so)
    }
}

/// A fixture and what it shows.
struct Sample {
    name: String,
    pdf: Document,
    shown: Shown,
}

/// The fixtures that are PDFs of text and small enough that many can be tried.
fn samples() -> Vec<Sample> {
    let truth =
        std::fs::read_to_string(fixtures().join("truth.jsonl")).expect("the truth is there");
    let rows = truth
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("the truth is JSON"));
    rows.filter_map(|row| sample(&row)).collect()
}

fn sample(row: &serde_json::Value) -> Option<Sample> {
    let name = row["file"].as_str()?.to_owned();
    if row["damage"] != "native" || !name.ends_with(".pdf") {
        return None;
    }
    let notices = row["notices"].as_array()?;
    let listed = |list: &str| -> BTreeSet<String> {
        let lists = notices.iter().filter_map(|notice| notice[list].as_array());
        let numbers = lists.flatten().filter_map(|number| number.as_str());
        numbers.map(canonical).collect()
    };
    let clients = ["receipt_numbers", "a_numbers", "account_numbers"].map(listed);
    let mut numbers: BTreeSet<String> = clients.into_iter().flatten().collect();
    let theirs = listed("representative_account_numbers");
    let representatives = theirs.difference(&numbers).cloned().collect();
    numbers.extend(theirs);
    let shown = Shown {
        numbers,
        representatives,
    };
    let pdf = Document::load(fixtures().join(&name)).ok()?;
    Some(Sample { name, pdf, shown })
}

/// A-Numbers are written with seven to nine digits.
fn canonical(number: &str) -> String {
    let digits = number.strip_prefix('A').unwrap_or(number);
    if digits.len() < number.len() || number.len() < 10 {
        format!("A{digits:0>9}")
    } else {
        number.to_owned()
    }
}

/// Changes a document in one to three places; returns what it may show then.
fn mutate(sample: &Sample, other: &Sample, rng: &mut Rng) -> (Document, Shown) {
    let mut pdf = sample.pdf.clone();
    let mut shown = sample.shown.clone();
    for _ in 0..rng.usize(1..4) {
        match rng.u8(..8) {
            0 => drop_object(&mut pdf, rng),
            1 => exchange_streams(&mut pdf, rng),
            2 | 3 => alter_dictionary(&mut pdf, rng),
            4 => {
                splice(&mut pdf, &other.pdf, rng);
                shown.extend(&other.shown);
            }
            _ => alter_content(&mut pdf, rng),
        }
    }
    (pdf, shown)
}

/// The identifiers in their order: the same seed must make the same file.
fn pick(pdf: &Document, rng: &mut Rng, fits: impl Fn(&Object) -> bool) -> Option<ObjectId> {
    let ids: Vec<ObjectId> = pdf
        .objects
        .iter()
        .filter(|(_, object)| fits(object))
        .map(|(id, _)| *id)
        .collect();
    (!ids.is_empty()).then(|| ids[rng.usize(..ids.len())])
}

fn drop_object(pdf: &mut Document, rng: &mut Rng) {
    if let Some(id) = pick(pdf, rng, |_| true) {
        pdf.objects.remove(&id);
    }
}

/// Fonts, maps and contents take each other's place.
fn exchange_streams(pdf: &mut Document, rng: &mut Rng) {
    let is_stream = |object: &Object| object.as_stream().is_ok();
    let (Some(a), Some(b)) = (pick(pdf, rng, is_stream), pick(pdf, rng, is_stream)) else {
        return;
    };
    let (Some(first), Some(second)) = (pdf.objects.get(&a).cloned(), pdf.objects.get(&b).cloned())
    else {
        return;
    };
    pdf.objects.insert(a, second);
    pdf.objects.insert(b, first);
}

/// Drops an entry, or gives a number in it another size.
fn alter_dictionary(pdf: &mut Document, rng: &mut Rng) {
    let Some(id) = pick(pdf, rng, |object| object.as_dict().is_ok()) else {
        return;
    };
    let Some(Object::Dictionary(dictionary)) = pdf.objects.get_mut(&id) else {
        return;
    };
    let keys: Vec<Vec<u8>> = dictionary.iter().map(|(key, _)| key.clone()).collect();
    if keys.is_empty() {
        return;
    }
    let key = &keys[rng.usize(..keys.len())];
    if rng.u8(..3) == 0 {
        dictionary.remove(key);
    } else if let Ok(value) = dictionary.get_mut(key) {
        alter(value, rng);
    }
}

fn alter(value: &mut Object, rng: &mut Rng) {
    const FACTORS: [f32; 6] = [0.0, 0.25, 0.5, 2.0, -1.0, 1.1];
    let factor = FACTORS[rng.usize(..FACTORS.len())];
    match value {
        Object::Integer(number) => *number = (*number as f32 * factor) as i64,
        Object::Real(number) => *number *= factor,
        Object::Array(list) if !list.is_empty() => {
            let at = rng.usize(..list.len());
            alter(&mut list[at], rng);
        }
        Object::Dictionary(inner) => {
            if let Some((_, first)) = inner.iter_mut().next() {
                alter(first, rng);
            }
        }
        _ => {}
    }
}

/// Puts a stream of another file where one of this file was.
fn splice(pdf: &mut Document, other: &Document, rng: &mut Rng) {
    let is_stream = |object: &Object| object.as_stream().is_ok();
    if let (Some(to), Some(from)) = (pick(pdf, rng, is_stream), pick(other, rng, is_stream)) {
        pdf.objects.insert(to, other.objects[&from].clone());
    }
}

/// Changes how the text of a page is drawn, never which characters.
fn alter_content(pdf: &mut Document, rng: &mut Rng) {
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    if pages.is_empty() {
        return;
    }
    let page = pages[rng.usize(..pages.len())];
    let Some(mut content) = pdf
        .get_page_content(page)
        .ok()
        .and_then(|bytes| Content::decode(&bytes).ok())
    else {
        return;
    };
    for _ in 0..rng.usize(1..4) {
        let count = content.operations.len();
        if count < 2 {
            break;
        }
        let at = rng.usize(..count);
        let to = rng.usize(..count);
        match rng.u8(..6) {
            0 => content.operations.swap(at, to),
            1 => {
                let doubled = content.operations[at].clone();
                content.operations.insert(to, doubled);
            }
            2 => drop(content.operations.remove(at)),
            3 => content.operations.insert(at, transform(rng)),
            4 => content.operations.insert(at, spacing(rng)),
            _ => {
                let operands = &mut content.operations[at].operands;
                if let Some(value) = operands.first_mut() {
                    alter(value, rng);
                }
            }
        }
    }
    if let Ok(bytes) = content.encode() {
        let _ = pdf.change_page_content(page, bytes);
    }
}

/// Character spacing, scale, rise, rendering mode.
fn spacing(rng: &mut Rng) -> Operation {
    const KINDS: [(&str, [f32; 4]); 5] = [
        ("Tc", [-4.5, -2.0, 1.0, 6.0]),
        ("Tz", [10.0, 25.0, 60.0, 300.0]),
        ("Tw", [-9.0, -3.0, 5.0, 50.0]),
        ("Ts", [-8.0, -2.0, 2.0, 8.0]),
        ("Tr", [1.0, 2.0, 3.0, 7.0]),
    ];
    let (operator, values) = KINDS[rng.usize(..KINDS.len())];
    Operation::new(operator, vec![Object::Real(values[rng.usize(..4)])])
}

/// A transform in the midst of it.
fn transform(rng: &mut Rng) -> Operation {
    let mut matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let at = rng.usize(..6);
    matrix[at] += [-0.5, 0.1, 0.5, 30.0][rng.usize(..4)];
    Operation::new("cm", matrix.map(Object::Real).to_vec())
}

#[test]
fn no_number_is_accepted_that_was_not_shown() {
    let samples = samples();
    assert!(samples.len() > 10, "{} samples", samples.len());
    let config = Config::default();
    let first = setting("MUTATION_SEED", 1);
    let mut wrong: HashMap<u64, String> = HashMap::new();
    let mut accepted = 0;
    for seed in first..first + setting("MUTATIONS", MUTATIONS) {
        let mut rng = Rng::with_seed(seed);
        let sample = &samples[rng.usize(..samples.len())];
        let other = &samples[rng.usize(..samples.len())];
        let (mut pdf, shown) = mutate(sample, other, &mut rng);
        let mut bytes = Vec::new();
        if pdf.save_to(&mut bytes).is_err() {
            continue;
        }
        let record = read_bytes(&sample.name, &bytes, &config);
        for identifier in record.notices.iter().flat_map(|notice| &notice.identifiers) {
            if identifier.verdict != Verdict::Accepted {
                continue;
            }
            accepted += 1;
            if !shown.holds(identifier) {
                keep(seed, &bytes);
                wrong.insert(seed, format!("{}: {}", sample.name, identifier.value));
            }
        }
    }
    println!("{accepted} numbers accepted");
    assert!(accepted > 0, "nothing was accepted, so nothing was tried");
    assert!(wrong.is_empty(), "accepted though never shown: {wrong:#?}");
}

/// Writes a file that was read wrong where `MUTATION_KEEP` says.
fn keep(seed: u64, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("MUTATION_KEEP") {
        let _ = std::fs::write(Path::new(&folder).join(format!("{seed}.pdf")), bytes);
    }
}
