//! What all formats have in common, on one sample.

use super::json::BatchReport;
use super::sample::{NUMBERS, sample};
use super::*;
use crate::model::mask;

fn written(format: Format, style: &Style, masked: bool) -> Vec<u8> {
    let (mut records, mut summary) = sample();
    if masked {
        records.iter_mut().for_each(mask::document);
        summary.findings.iter_mut().for_each(mask::finding);
    }
    let mut out = Vec::new();
    let mut reporter = format.reporter(style);
    reporter.begin(&mut out).unwrap();
    records
        .iter()
        .for_each(|r| reporter.document(&mut out, r).unwrap());
    reporter.end(&mut out, &summary).unwrap();
    out
}

fn text_of(format: Format) -> String {
    String::from_utf8(written(format, &Style::default(), false)).unwrap()
}

fn text_formats() -> impl Iterator<Item = Format> {
    Format::ALL
        .iter()
        .map(|(_, f)| *f)
        .filter(|f| !f.is_binary())
}

#[test]
fn the_same_records_are_the_same_bytes() {
    for (_, format) in Format::ALL {
        let style = Style::default();
        assert!(
            written(*format, &style, false) == written(*format, &style, false),
            "{}",
            format.name()
        );
    }
}

#[test]
fn json_is_read_back_whole() {
    let (documents, summary) = sample();
    let report: BatchReport = serde_json::from_str(&text_of(Format::Json)).unwrap();
    assert_eq!(report.documents, documents);
    assert_eq!(report.findings, summary.findings);
    assert_eq!(
        report.summary,
        Summary {
            findings: vec![],
            ..summary
        }
    );
}

#[test]
fn json_reads_back_and_newer_fields_are_passed_over() {
    let written: serde_json::Value = serde_json::from_str(&text_of(Format::Json)).unwrap();
    // What the types do not know is lost on the way through them.
    let report: BatchReport = serde_json::from_value(written.clone()).unwrap();
    let again: serde_json::Value =
        serde_json::from_str(&serde_json::to_string(&report).unwrap()).unwrap();
    assert!(again == written, "a field was lost");
    let mut more = written;
    more["documents"][0]["surprise"] = true.into();
    let read: BatchReport = serde_json::from_value(more).unwrap();
    assert_eq!(read, report);
}

#[test]
fn an_empty_batch_is_valid_json() {
    let mut out = Vec::new();
    let mut reporter = Format::Json.reporter(&Style::default());
    reporter.begin(&mut out).unwrap();
    reporter.end(&mut out, &Summary::default()).unwrap();
    let report: BatchReport = serde_json::from_slice(&out).unwrap();
    assert!(report.documents.is_empty());
}

#[test]
fn json_lines_hold_a_document_each() {
    let (documents, _) = sample();
    let read: Vec<DocumentRecord> = text_of(Format::Jsonl)
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    assert_eq!(read, documents);
}

#[test]
fn csv_has_a_row_a_notice() {
    let text = text_of(Format::Csv);
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), &csv::COLUMNS.to_vec());
    let column = |name: &str| csv::COLUMNS.iter().position(|c| *c == name).unwrap();
    let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let kinds: Vec<&str> = rows.iter().map(|r| &r[0]).collect();
    assert_eq!(
        kinds,
        [
            "notice", "notice", "notice", "notice", "notice", "document", "notice", "document",
            "batch"
        ]
    );
    assert_eq!(&rows[0][column("account_number")], "'001234567890");
    assert_eq!(&rows[0][column("a_numbers")], "A012345678");
    assert_eq!(&rows[1][column("account_number_state")], "absent");
    assert_eq!(&rows[1][column("pages")], "1; 2");
    assert_eq!(&rows[2][column("account_number")], "");
    assert_eq!(&rows[2][column("account_number_review")], "'444455556666");
    assert_eq!(
        &rows[2][column("representative_account_number")],
        "'777788889999"
    );
    assert!(rows[8][column("findings")].contains("two account numbers, 001234567890"));
    for cell in rows.iter().flat_map(::csv::StringRecord::iter) {
        assert!(
            !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
            "{cell}"
        );
    }
}

#[test]
fn nothing_acts_on_a_terminal() {
    for format in text_formats() {
        let text = text_of(format);
        let acting = text.chars().find(|c| *c != '\n' && sanitize::acts(*c));
        assert_eq!(acting, None, "{}", format.name());
        assert!(text.contains("fdp.pdf"), "{}", format.name());
    }
}

#[test]
fn text_is_coloured_only_when_asked() {
    let coloured = written(
        Format::Text,
        &Style {
            color: true,
            ..Style::default()
        },
        false,
    );
    let plain = text_of(Format::Text);
    assert!(coloured.contains(&0x1b) && !plain.contains('\u{1b}'));
    let mut stripped = String::from_utf8(coloured).unwrap();
    while let Some(start) = stripped.find('\u{1b}') {
        let end = stripped[start..].find('m').unwrap();
        stripped.replace_range(start..=start + end, "");
    }
    assert_eq!(stripped, plain);
}

#[test]
fn text_gives_each_advice_once() {
    let text = text_of(Format::Text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert_eq!(text.matches("Account Access Notice").count(), 1);
    assert_eq!(text.matches("supply its password").count(), 1);
    for number in [
        "001234567890",
        "A012345678",
        "IOE0912345678",
        "EAC2112345678",
    ] {
        assert!(text.contains(number), "{number}");
    }
}

#[test]
fn masked_numbers_are_nowhere() {
    for format in text_formats() {
        let text = String::from_utf8(written(format, &Style::default(), true)).unwrap();
        let digits: String = text
            .chars()
            .filter(|c| !matches!(c, ' ' | '-' | '\n'))
            .collect();
        for number in NUMBERS {
            for part in number.as_bytes().windows(7) {
                let part = std::str::from_utf8(part).unwrap();
                assert!(
                    !digits.contains(part),
                    "{}: {part} of {number}",
                    format.name()
                );
            }
            assert!(
                text.contains(&number[number.len() - 4..]),
                "{}: {number}",
                format.name()
            );
        }
    }
}

#[test]
fn formats_are_known_by_name_and_ending() {
    for (name, format) in Format::ALL {
        assert_eq!(Format::named(name), Some(*format));
        assert_eq!(format.name(), *name);
    }
    assert_eq!(Format::of_path(Path::new("out/a.CSV")), Some(Format::Csv));
    assert_eq!(Format::of_path(Path::new("a.ndjson")), Some(Format::Jsonl));
    assert_eq!(Format::of_path(Path::new("a.txt")), Some(Format::Text));
    assert_eq!(Format::of_path(Path::new("a.pdf")), None);
    assert_eq!(Format::of_path(Path::new("csv")), None);
}

#[test]
fn messages_are_filled_once() {
    let mut finding = sample().1.findings.remove(0);
    finding.message = "{0} and {1}, {7}, {x} {".to_owned();
    finding.values = vec!["{1}".to_owned(), "b".to_owned()];
    assert_eq!(message(&finding), "{1} and b, {7}, {x} {");
}

#[test]
fn pages_are_written_as_ranges() {
    let pages: Vec<PageNumber> = [0, 1, 2, 4].map(PageNumber::from_index).to_vec();
    assert_eq!(page_ranges(&pages), "1-3, 5");
    assert_eq!(page_ranges(&[]), "");
}

/// All XML in a workbook, one part after the other.
#[cfg(feature = "xlsx")]
fn workbook_text(workbook: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(io::Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    for index in 0..archive.len() {
        io::Read::read_to_string(&mut archive.by_index(index).unwrap(), &mut text).unwrap();
    }
    text
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_holds_text_and_links() {
    let style = Style {
        links_from: Some(PathBuf::from("/case files")),
        ..Style::default()
    };
    let text = workbook_text(written(Format::Xlsx, &style, false));
    for part in [
        "Notices",
        "Identifiers",
        "Findings",
        "Files",
        ">001234567890<",
        "File:///case%20files/scans/0003.pdf",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(text.matches("<autoFilter").count(), 4);
    assert_eq!(text.matches("state=\"frozen\"").count(), 4);
    assert!(!text.contains("<f>"), "no formulas");
    assert_eq!(
        text.chars()
            .find(|c| !matches!(c, '\n' | '\r') && sanitize::acts(*c)),
        None
    );
}

#[cfg(feature = "xlsx")]
#[test]
fn a_masked_workbook_holds_no_number() {
    let text = workbook_text(written(Format::Xlsx, &Style::default(), true));
    for number in NUMBERS {
        assert!(
            number
                .as_bytes()
                .windows(7)
                .all(|w| !text.contains(std::str::from_utf8(w).unwrap())),
            "{number}"
        );
        assert!(text.contains(&number[number.len() - 4..]), "{number}");
    }
}

#[cfg(feature = "xlsx")]
#[test]
fn a_full_sheet_goes_on_in_a_further_one() {
    let (records, summary) = sample();
    let mut record = records[0].clone();
    // Longer than a cell and a link take, in characters that count twice.
    record.path = format!("{}.pdf", "/😀".repeat(30_000));
    let mut reporter = xlsx::XlsxReporter::with_rows(&Style::default(), 3);
    let mut out = Vec::new();
    reporter.begin(&mut out).unwrap();
    for _ in 0..5 {
        reporter.document(&mut out, &record).unwrap();
    }
    reporter.end(&mut out, &summary).unwrap();
    let text = workbook_text(out);
    for part in [
        "\"Files\"",
        "\"Files 2\"",
        "\"Files 3\"",
        "\"Identifiers 2\"",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("\"Files 4\""), "two rows on each");
    assert_eq!(
        text.matches("<autoFilter").count(),
        text.matches("state=\"frozen\"").count()
    );
}
