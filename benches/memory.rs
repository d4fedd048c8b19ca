//! What the parent of a batch keeps for the checks across documents: a million different notices,
//! drawn as records. Fails above 250 MB of memory for the whole process.
//!
//! `cargo bench --bench memory`

use i797::DocumentRecord;
use i797::notice::batch::Batch;

const NOTICES: u64 = 1_000_000;
/// Bytes that the process may hold.
const MOST: u64 = 250_000_000;

/// The record of a document with one notice, whose numbers are all its own.
fn drawn(number: u64) -> DocumentRecord {
    let identifier = |kind: &str, value: String| {
        format!(
            r#"{{"kind":"{kind}","value":"{value}","verdict":"accepted","owner":"applicant",
            "confidence":1.0,"sightings":[],"evidence":[],"person":"VALENZUELA, MARIANA"}}"#
        )
    };
    let identifiers = [
        identifier("receipt_number", format!("IOE{number:010}")),
        identifier("a_number", format!("A{number:09}")),
        identifier("online_account_number", format!("{number:012}")),
    ];
    let field = |value: &str| {
        format!(
            r#"{{"value":"{value}","printed":"{value}","verdict":"accepted","confidence":1.0,
            "sightings":[],"evidence":[]}}"#
        )
    };
    let record = format!(
        r#"{{"schema_version":1,"path":"share/clients/2026/{}/scan-{number:07}.pdf",
        "content_hash":"{number:064x}","outcome":"read","error":null,"page_count":1,"pages":[],
        "notices":[{{"pages":[1],"is_notice":true,"form":"I-797C","notice_type":"Receipt Notice",
        "notice_date":"04/01/2021","account_number":"found","identifiers":[{}],"findings":[],
        "fields":{{"notice_type":{},"notice_date":{}}}}}],
        "findings":[]}}"#,
        number / 500,
        identifiers.join(","),
        field("Receipt Notice"),
        field("2021-04-01")
    );
    serde_json::from_str(&record).expect("the record keeps the contract")
}

/// Bytes of memory that the process holds; `None` where the system does not tell.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1_024)
}

fn main() {
    let before = resident().unwrap_or(0);
    let mut batch = Batch::default();
    for number in 1..=NOTICES {
        batch.add(&mut drawn(number));
    }
    let held = resident();
    assert!(batch.finish().is_empty(), "no two notices are alike");
    match held {
        Some(held) => {
            let each = held.saturating_sub(before) / NOTICES;
            println!(
                "{NOTICES} notices: {} MB, {each} bytes each",
                held / 1_000_000
            );
            assert!(held <= MOST, "more than {MOST} bytes");
        }
        None => println!("the system does not tell how much memory is held"),
    }
}
