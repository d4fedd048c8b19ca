//! Tests of all report formats on one sample batch.

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
fn json_can_be_read_back() {
    let (documents, summary) = sample();
    let report: BatchReport = serde_json::from_str(&text_of(Format::Json)).unwrap();
    assert_eq!(report.documents, documents);
    let mut findings = summary.findings.clone();
    findings.iter_mut().for_each(|f| f.message = message(f));
    assert_eq!(report.findings, findings);
    assert_eq!(
        report.summary,
        Summary {
            findings: vec![],
            ..summary
        }
    );
}

#[test]
fn unknown_json_keys_are_ignored() {
    let written: serde_json::Value = serde_json::from_str(&text_of(Format::Json)).unwrap();
    // A key that the types don't have would be lost here.
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
fn json_lines_have_one_document_per_line() {
    let (documents, summary) = sample();
    let text = text_of(Format::Jsonl);
    let (lines, last) = text.trim_end().rsplit_once('\n').unwrap();
    let read: Vec<DocumentRecord> = lines
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    assert_eq!(read, documents);
    let last: serde_json::Value = serde_json::from_str(last).unwrap();
    assert_eq!(last["type"], "batch");
    assert_eq!(last["summary"]["documents"], documents.len());
    let said = last["findings"][0]["message"].as_str().unwrap();
    assert_eq!(said, message(&summary.findings[0]));
}

#[test]
fn csv_has_one_row_per_notice() {
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
    assert_eq!(&rows[0][column("account_number")], "001234567890");
    assert_eq!(&rows[0][column("a_numbers")], "A012345678");
    assert_eq!(&rows[1][column("account_number_state")], "absent");
    assert_eq!(&rows[1][column("pages")], "1; 2");
    assert_eq!(&rows[2][column("account_number")], "");
    assert_eq!(&rows[2][column("account_number_review")], "444455556666");
    assert_eq!(
        &rows[2][column("representative_account_number")],
        "777788889999"
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
fn control_characters_are_escaped() {
    for format in text_formats() {
        let text = text_of(format);
        // Lines of a calendar end in two characters, and not every file has a deadline.
        let text = text.replace("\r\n", "\n");
        let acting = text.chars().find(|c| *c != '\n' && sanitize::acts(*c));
        assert_eq!(acting, None, "{}", format.name());
        let has_all = text.contains("fdp.pdf") || format == Format::Ics;
        assert!(has_all, "{}", format.name());
    }
}

#[test]
fn text_is_colored_only_on_request() {
    let colored = written(
        Format::Text,
        &Style {
            color: true,
            ..Style::default()
        },
        false,
    );
    let plain = text_of(Format::Text);
    assert!(colored.contains(&0x1b) && !plain.contains('\u{1b}'));
    let mut stripped = String::from_utf8(colored).unwrap();
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
    assert_eq!(text.matches("provide the password").count(), 1);
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
fn masked_reports_contain_no_full_number() {
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
            // A calendar has the receipt numbers of deadlines.
            assert!(
                text.contains(&number[number.len() - 4..]) || format == Format::Ics,
                "{}: {number}",
                format.name()
            );
        }
    }
}

/// SplitMix64.
struct Rng(u64);

impl Rng {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// A number in digits of one script, with anything between them that is neither letter, digit nor
/// slash.
fn spelled(rng: &mut Rng) -> (String, String) {
    const DIGITS: [&str; 6] = [
        "0123456789",
        "0123456789",
        "０１２３４５６７８９",
        "٠١٢٣٤٥٦٧٨٩",
        "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
        "⁰¹²³⁴⁵⁶⁷⁸⁹",
    ];
    const GAPS: [&str; 20] = [
        "-", " ", ".", ",", "(", ")", "+", "_-_", "  ", "\u{a0}", "\u{2003}", "−", "–", " - ",
        "%20", ", ", "\u{200b}", "#", " (", "_",
    ];
    let (lead, count) = [("IOE", 10), ("A", 9), ("A", 8), ("A# ", 7), ("", 12)][rng.below(5)];
    let script: Vec<char> = rng.one_of(&DIGITS).chars().collect();
    let groups = rng.below(4);
    let mut digits = String::new();
    let mut text = lead.to_owned();
    for _ in 0..count {
        if !digits.is_empty() && rng.below(4) < groups {
            let gap = rng.one_of(&GAPS);
            // The digits of an escape are those of the path.
            digits.extend(gap.chars().filter(char::is_ascii_digit));
            text += gap;
        }
        let value = rng.below(10);
        digits += &value.to_string();
        text.push(script[value]);
    }
    (text, digits)
}

/// What a reader makes of a report: its digits in ASCII, as runs over everything that is neither
/// letter nor digit.
fn digits_seen(report: &str) -> String {
    use crate::identifier::folding::as_digit;
    report
        .chars()
        .filter_map(|c| match as_digit(c) {
            Some(digit) => Some(digit),
            None if c.is_alphanumeric() => Some(' '),
            None => None,
        })
        .collect()
}

/// A document with a number in its path, in the type of its notice, in a note, a label and the
/// reasons.
fn with_number_everywhere(spelled: &str, has_bytes: bool) -> DocumentRecord {
    let mut record = sample().0.remove(0);
    record.path = format!("scans/x{spelled}y.pdf");
    let bytes = record.path.bytes().map(|b| format!("%{b:02X}"));
    record.path_bytes = has_bytes.then(|| bytes.collect());
    let notice = &mut record.notices[0];
    notice.form = Some(format!("x{spelled}y"));
    notice.notice_type = Some(format!("x{spelled}y"));
    let identifier = &mut notice.identifiers[0];
    identifier.sightings[0].label = Some(format!("x{spelled}y"));
    identifier.evidence = vec![format!("beside “x{spelled}y”")];
    record.explanations[0].reasons = vec![format!("beside “x{spelled}y”")];
    record.findings = vec![Finding {
        kind: crate::model::finding::FindingKind::Note,
        severity: crate::model::finding::Severity::Info,
        message: format!("see x{spelled}y"),
        advice: String::new(),
        values: vec![spelled.to_owned()],
        documents: vec![format!("x{spelled}y.pdf")],
        deadline: None,
        decided: None,
    }];
    record
}

#[test]
fn no_spelling_of_a_number_passes_the_mask() {
    let style = Style {
        links_from: Some(PathBuf::from("/case files")),
        ..Style::default()
    };
    let mut rng = Rng(20);
    for turn in 0..10_000 {
        let (text, digits) = spelled(&mut rng);
        let mut record = with_number_everywhere(&text, turn % 2 == 0);
        mask::document(&mut record);
        let mut seen = strings_in(&serde_json::to_value(&record).unwrap());
        // Formats write the same record, so that not all spellings are needed in all of them.
        let formats = text_formats().filter(|_| turn % 10 == 0);
        for format in formats {
            let mut out = Vec::new();
            let mut reporter = format.reporter(&style);
            reporter.document(&mut out, &record).unwrap();
            seen.push(String::from_utf8(out).unwrap());
        }
        let parts = digits.as_bytes().windows(7);
        let parts: Vec<&str> = parts.map(|p| std::str::from_utf8(p).unwrap()).collect();
        for report in seen {
            let shown = digits_seen(&report);
            let leaked = parts.iter().find(|part| shown.contains(**part));
            assert_eq!(leaked, None, "{text} in {report}");
        }
    }
}

/// Every string of a value.
fn strings_in(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(values) => values.iter().flat_map(strings_in).collect(),
        serde_json::Value::Object(fields) => fields.values().flat_map(strings_in).collect(),
        _ => vec![],
    }
}

#[test]
fn formats_have_names_and_extensions() {
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
fn placeholders_in_values_are_not_expanded() {
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

/// The XML of all parts of a workbook, concatenated.
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
fn a_workbook_has_text_cells_and_links() {
    let style = Style {
        links_from: Some(PathBuf::from("/case files")),
        ..Style::default()
    };
    let text = workbook_text(written(Format::Xlsx, &style, false));
    for part in [
        "To do",
        "Notices",
        "Cases",
        "Identifiers",
        "Findings",
        "Files",
        ">001234567890<",
        "File:///case%20files/scans/0003.pdf",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(text.matches("<autoFilter").count(), 7);
    assert_eq!(text.matches("state=\"frozen\"").count(), 7);
    assert!(!text.contains("<f>"), "no formulas");
    assert_eq!(
        text.chars()
            .find(|c| !matches!(c, '\n' | '\r') && sanitize::acts(*c)),
        None
    );
}

#[cfg(feature = "xlsx")]
#[test]
fn a_masked_workbook_contains_no_full_number() {
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
