//! What a workbook keeps in memory of its rows: of a million documents that could not be read, and
//! of as many notices. What is kept until the end has a limit, so that the second half of the rows
//! must cost next to nothing. Fails above 20 bytes a row.
//!
//! `cargo bench --bench workbook`

use std::io;
use std::path::Path;

use i797::DocumentRecord;
use i797::model::error::{DocumentError, ErrorKind};
use i797::model::record::Outcome;
use i797::report::{Format, Style, Summary};

const HALF: usize = 500_000;
/// Bytes of memory that a row may cost.
const MOST: u64 = 20;
/// Bytes that the end may take besides: 50,000 notices put in order by case, and sheets packed.
const MOST_AT_END: u64 = 40_000_000;

fn unread(number: usize) -> DocumentRecord {
    let path = format!("share/clients/2026/{}/scan-{number:07}.pdf", number / 500);
    let error = DocumentError::new(ErrorKind::Unreadable, "no such file or directory");
    DocumentRecord::unread(Path::new(&path), Outcome::Failed, error)
}

/// A document with a notice of a case of its own.
fn read(number: usize) -> DocumentRecord {
    let record = format!(
        r#"{{"schema_version":1,"path":"share/clients/2026/{}/scan-{number:07}.pdf",
        "content_hash":"{number:064x}","outcome":"read","error":null,"page_count":1,"pages":[],
        "notices":[{{"pages":[1],"is_notice":true,"form":"I-797C","notice_type":"Receipt Notice",
        "notice_date":"04/01/2021","account_number":"absent","identifiers":[{{
        "kind":"receipt_number","value":"IOE{number:010}","verdict":"accepted",
        "owner":"applicant","confidence":1.0,"sightings":[],"evidence":[]}}],"findings":[]}}],
        "findings":[]}}"#,
        number / 500,
    );
    serde_json::from_str(&record).expect("the record keeps the contract")
}

/// Bytes of memory that the process holds; `None` where the system does not tell.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let mut lines = status.lines();
    let line = lines.find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1_024)
}

fn write(what: &str, record: fn(usize) -> DocumentRecord) -> io::Result<()> {
    let mut out = io::sink();
    let mut reporter = Format::Xlsx.reporter(&Style::default());
    reporter.begin(&mut out)?;
    let mut held = Vec::new();
    for half in 0..2 {
        for number in half * HALF..(half + 1) * HALF {
            reporter.document(&mut out, &record(number))?;
        }
        held.push(resident());
    }
    reporter.end(&mut out, &Summary::default())?;
    held.push(resident());
    let [Some(first), Some(second), Some(end)] = held[..] else {
        println!("the system does not tell how much memory is held");
        return Ok(());
    };
    let each = second.saturating_sub(first) / HALF as u64;
    let more = end.saturating_sub(second);
    println!(
        "{what}: {} MB, {} MB, {} MB at the end; {each} bytes a row",
        first / 1_000_000,
        second / 1_000_000,
        end / 1_000_000
    );
    assert!(each <= MOST, "more than {MOST} bytes a row");
    assert!(
        more <= MOST_AT_END,
        "more than {MOST_AT_END} bytes at the end"
    );
    Ok(())
}

fn main() -> io::Result<()> {
    write("documents that could not be read", unread)?;
    write("notices", read)
}
