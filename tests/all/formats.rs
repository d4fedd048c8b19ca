//! Report formats: chosen by extension, complete, and safe to open.

use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;

use crate::contract::Report;
use crate::program::{Folder, Run, documents, extract, extract_in, fixture};
use crate::truth::truths;

const FIXTURE: &str = "notices/biometrics-found.pdf";

/// Writes the report on one fixture into a file of this name and returns its bytes.
fn written(name: &str) -> Vec<u8> {
    let folder = Folder::new("formats");
    let report = folder.path(name);
    let run = extract(&[
        OsStr::new("-o"),
        report.as_os_str(),
        fixture(FIXTURE).as_os_str(),
    ]);
    assert_eq!(
        (run.status, run.out.len()),
        (Some(0), 0),
        "{name}: {}",
        run.err
    );
    assert_eq!(folder.names(), [name]);
    std::fs::read(report).expect("the report is there")
}

fn account() -> String {
    let truth = truths()
        .into_iter()
        .find(|truth| truth.file == FIXTURE)
        .expect("the fixture has its truth");
    truth.notices[0].account_numbers[0].clone()
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("the report is UTF-8")
}

/// The text of all parts of a workbook.
pub(crate) fn workbook(bytes: &[u8]) -> String {
    let mut archive =
        zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook is a ZIP archive");
    let mut text = String::new();
    for index in 0..archive.len() {
        archive
            .by_index(index)
            .expect("a part is there")
            .read_to_string(&mut text)
            .expect("a part is UTF-8");
    }
    text
}

#[test]
fn the_extension_sets_the_format() {
    let account = account();
    let json: Report = serde_json::from_slice(&written("r.json")).expect("the report is JSON");
    assert_eq!(
        (json.documents.len(), json.summary.account_numbers.found),
        (1, 1)
    );
    let lines = documents(&text(written("r.jsonl")));
    assert!(
        lines[0].notices[0]
            .identifiers
            .iter()
            .any(|i| i.value == account)
    );
    let table = text(written("r.CSV"));
    assert!(
        table.starts_with("row,path,outcome,") && table.contains(&account),
        "{table}"
    );
    let words = text(written("r.txt"));
    assert!(
        words.contains(&account) && !words.contains('\u{1b}'),
        "{words}"
    );
    let book = written("r.xlsx");
    assert!(book.starts_with(b"PK") && workbook(&book).contains(&account));
}

/// Read back by a library that has nothing to do with the one that wrote it.
#[test]
fn a_workbook_can_be_read_by_other_programs() {
    use calamine::{Data, Reader, Xlsx};
    let folder = Folder::new("workbook");
    let path = folder.path("report.xlsx");
    let files = [
        FIXTURE,
        "notices/grid-absent-ioe.pdf",
        "broken/truncated.pdf",
    ]
    .map(fixture);
    let paths: Vec<&OsStr> = files.iter().map(|f| f.as_os_str()).collect();
    extract(&[&[OsStr::new("-o"), path.as_os_str()], &paths[..]].concat());
    let mut book: Xlsx<_> = calamine::open_workbook(&path).expect("a workbook");
    assert_eq!(
        book.sheet_names(),
        [
            "To do",
            "Notices",
            "Cases",
            "Identifiers",
            "Findings",
            "Files",
            "About this run"
        ]
    );
    let mut sheet = |name: &str| book.worksheet_range(name).expect("a sheet");
    let column = |range: &calamine::Range<Data>, title: &str| {
        let at = range
            .rows()
            .next()
            .and_then(|r| r.iter().position(|c| *c == title))
            .unwrap_or_else(|| panic!("no column {title}"));
        range
            .rows()
            .skip(1)
            .map(|row| row[at].clone())
            .collect::<Vec<Data>>()
    };
    // Numbers are text, so that no zero is lost and none becomes 1.23E+11.
    let values = column(&sheet("Identifiers"), "Value");
    assert!(
        values.contains(&Data::String(account()))
            && values.iter().all(|v| matches!(v, Data::String(_))),
        "{values:?}"
    );
    let accounts = column(&sheet("Notices"), "Account number");
    assert_eq!(
        accounts[..2],
        [account(), "not on it".to_owned()].map(Data::String)
    );
    assert!(
        column(&sheet("Findings"), "Kind")
            .contains(&Data::String("account-number-missing".to_owned()))
    );
    assert_eq!(column(&sheet("Files"), "Outcome").len(), 3);
    let formulas = book.worksheet_formula("Notices").expect("a sheet");
    assert!(formulas.used_cells().next().is_none());
}

#[test]
fn format_overrides_the_extension() {
    let folder = Folder::new("outweighs");
    let report = folder.path("report.csv");
    let args = [
        OsStr::new("--format"),
        OsStr::new("json"),
        OsStr::new("-o"),
        report.as_os_str(),
    ];
    extract(&[&args[..], &[fixture(FIXTURE).as_os_str()]].concat());
    let bytes = std::fs::read(report).expect("the report is there");
    assert!(serde_json::from_slice::<Report>(&bytes).is_ok());
}

#[test]
fn a_pipe_gets_json_lines() {
    let run = extract(&[fixture(FIXTURE), fixture("notices/grid-found.pdf")]);
    assert_eq!(run.documents().len(), 2);
}

/// The rows of a table by the names of its columns.
fn rows(run: &Run) -> Vec<std::collections::HashMap<String, String>> {
    csv::Reader::from_reader(&run.out[..])
        .deserialize()
        .map(|row| row.expect("a row has all columns"))
        .collect()
}

fn table(folder: &Path, paths: &[&OsStr]) -> Run {
    extract_in(
        folder,
        &[&[OsStr::new("--format"), OsStr::new("csv")], paths].concat(),
    )
}

#[test]
fn a_table_keeps_numbers_as_text() {
    let all = truths();
    let zeros = all
        .iter()
        .filter(|t| t.damage == "native" && t.notices.len() == 1);
    let truth = zeros.into_iter().find(|t| {
        t.notices[0]
            .account_numbers
            .iter()
            .any(|n| n.starts_with('0'))
    });
    let truth = truth.expect("a fixture's account number begins with a zero");
    let run = table(Path::new("/"), &[fixture(&truth.file).as_os_str()]);
    let rows = rows(&run);
    assert_eq!((rows.len(), rows[0]["row"].as_str()), (1, "notice"));
    // Bare, for the programs that import it.
    assert_eq!(
        rows[0]["account_number"],
        truth.notices[0].account_numbers[0]
    );
    assert!(rows[0]["receipt_numbers"].starts_with(&truth.notices[0].receipt_numbers[0]));
}

#[test]
fn one_row_per_notice_and_per_file_without_notices() {
    let paths = [
        "notices/bundle-letter-and-three-notices.pdf",
        "broken/empty.pdf",
    ]
    .map(fixture);
    let rows = rows(&table(
        Path::new("/"),
        &paths.each_ref().map(|path| path.as_os_str()),
    ));
    let kinds: Vec<&str> = rows.iter().map(|row| row["row"].as_str()).collect();
    assert_eq!(kinds, ["notice", "notice", "notice", "document"]);
    assert_eq!(rows[0]["pages"], "2; 3");
    assert_eq!(
        (
            rows[3]["outcome"].as_str(),
            rows[3]["account_number"].as_str()
        ),
        ("failed", "")
    );
}

#[test]
fn file_names_are_never_formulas() {
    let folder = Folder::new("formula");
    for name in ["=1+1.pdf", "@SUM(A1).pdf", "-x.pdf", "+1.pdf"] {
        std::fs::copy(fixture(FIXTURE), folder.path(name)).expect("the fixture can be copied");
    }
    let names = ["=1+1.pdf", "@SUM(A1).pdf", "./-x.pdf", "+1.pdf"].map(OsStr::new);
    let run = table(folder.root(), &names);
    let rows = rows(&run);
    assert_eq!(rows.len(), 4);
    for row in &rows {
        for (column, cell) in row {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{column}: {cell}");
        }
    }
    assert_eq!(rows[0]["path"], "'=1+1.pdf");
}

#[test]
fn escapes_in_file_names_are_inert() {
    let folder = Folder::new("escapes");
    let name = "\u{1b}[31mred\u{202e}.pdf";
    std::fs::copy(fixture(FIXTURE), folder.path(name)).expect("the fixture can be copied");
    for format in ["text", "json", "jsonl", "csv"] {
        let run = extract(&[
            OsStr::new("--format"),
            OsStr::new(format),
            folder.root().as_os_str(),
        ]);
        assert!(run.text().contains("red"), "{format}: {}", run.text());
        assert!(
            !run.text().contains(['\u{1b}', '\u{202e}']),
            "{format}: {:?}",
            run.text()
        );
    }
    let read = extract(&[folder.root()]).documents();
    assert!(read[0].path.ends_with(name), "JSON gives the name back");
}

#[test]
fn text_says_what_is_missing_and_what_to_do() {
    let run = extract(&[
        OsStr::new("--format"),
        OsStr::new("text"),
        fixture("notices/grid-absent-ioe.pdf").as_os_str(),
    ]);
    let words = run.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("Account Access Notice") && words.contains("1-800-375-5283"),
        "{words}"
    );
}
