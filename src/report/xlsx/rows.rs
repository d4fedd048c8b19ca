//! The rows of the sheets, cell by cell.

use std::path::{Component, Path, PathBuf};

use super::sheet::{Cell, Title};
use crate::identifier::IdentifierKind;
use crate::model::finding::{Finding, Severity};
use crate::model::mark::Mark;
use crate::model::record::{DocumentRecord, IdentifierRecord, NoticeRecord, Outcome};
use crate::model::verdict::Verdict;
use crate::notice::story::{Case, Event};
use crate::report::columns::{Column, Paint, Row, Shown, Sort, file_and_folder, outcome_name};
use crate::report::{capitalized, message, page_ranges};

/// Where something is: a file, its folder, a page, and the link that opens it there.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Place {
    pub file: String,
    pub folder: String,
    pub pages: String,
    pub link: Option<String>,
}

impl Place {
    pub(super) fn of_file(record: &DocumentRecord, link: Option<&str>) -> Self {
        let (file, folder) = file_and_folder(record);
        Self {
            file,
            folder,
            pages: String::new(),
            link: link.map(str::to_owned),
        }
    }

    pub(super) fn of_notice(
        record: &DocumentRecord,
        notice: &NoticeRecord,
        link: Option<&str>,
    ) -> Self {
        let page = notice.pages.first().map_or(1, |page| page.get());
        Self {
            pages: page_ranges(&notice.pages),
            link: link.map(|link| format!("{link}#page={page}")),
            ..Self::of_file(record, link)
        }
    }

    pub(super) fn file_cell(&self) -> Cell {
        Cell::linked(&self.file, self.link.as_deref())
    }

    pub(super) fn page_cell(&self) -> Cell {
        Cell::plain(&self.pages)
    }

    fn folder_cell(&self) -> Cell {
        Cell::plain(&self.folder)
    }
}

/// The way from a folder to a file, both absolute, with slashes.
pub(super) fn relative(folder: &Path, file: &Path) -> Option<String> {
    let from: Vec<Component<'_>> = folder.components().collect();
    let to: Vec<Component<'_>> = file.components().collect();
    let same = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if same == 0 {
        return None;
    }
    let up = from.iter().skip(same).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(to.iter().skip(same).copied()).collect();
    Some(way.to_str()?.replace('\\', "/"))
}

/// The first accepted receipt number.
pub(super) fn receipt_number(notice: &NoticeRecord) -> &str {
    let mut numbers = notice.identifiers.iter();
    let found =
        numbers.find(|i| i.kind == IdentifierKind::ReceiptNumber && i.verdict == Verdict::Accepted);
    found.map_or("", |i| i.value.as_str())
}

pub(super) fn notice(columns: &[Column], row: &Row<'_>, place: &Place) -> Vec<Cell> {
    columns
        .iter()
        .map(|column| cell(column.shown(row), place))
        .collect()
}

fn cell(shown: Shown, place: &Place) -> Cell {
    match shown.sort {
        Sort::Text => Cell::painted(&shown.text, shown.paint),
        Sort::Day => Cell::day(&shown.text, shown.paint),
        Sort::File => Cell::linked(&shown.text, place.link.as_deref()),
    }
}

pub(super) fn case_titles() -> Vec<Title> {
    vec![
        ("Receipt number", 17.0),
        ("Case type", 10.0),
        ("Person", 28.0),
        ("Step", 7.0),
        ("Date", 12.0),
        ("Notice", 34.0),
        ("File", 44.0),
        ("Page", 7.0),
    ]
}

pub(super) fn case(
    number: &str,
    case: &Case,
    step: usize,
    event: &Event,
    link: Option<&str>,
) -> Vec<Cell> {
    let page = event.page.map_or(1, |page| page.get());
    let link = link.map(|link| format!("{link}#page={page}"));
    vec![
        Cell::plain(number),
        Cell::plain(&case.case_type),
        Cell::plain(&case.person),
        Cell::plain(&format!("{step} of {}", case.events.len())),
        Cell::day(event.date.as_deref().unwrap_or_default(), Paint::None),
        Cell::plain(&event.notice_type),
        Cell::linked(&event.path, link.as_deref()),
        Cell::plain(&page.to_string()),
    ]
}

pub(super) fn identifier_titles() -> Vec<Title> {
    vec![
        ("Value", 17.0),
        ("Kind", 24.0),
        ("Verdict", 10.0),
        ("Whose", 14.0),
        ("Person", 26.0),
        ("Confidence", 11.0),
        ("Decided", 17.0),
        ("Pages", 10.0),
        ("Printed", 20.0),
        ("Label", 26.0),
        ("Why", 50.0),
        ("File", 30.0),
        ("Folder", 26.0),
    ]
}

pub(super) fn identifier(number: &IdentifierRecord, place: &Place) -> Vec<Cell> {
    let paint = match number.verdict {
        Verdict::Accepted => Paint::None,
        Verdict::Review | Verdict::Rejected => Paint::Review,
    };
    let decided = number.decided.as_ref();
    // What a person says has no probability.
    let confidence = match decided {
        Some(_) => Cell::plain(""),
        // As in the other formats, to four places.
        None => Cell::Number((f64::from(number.confidence.get()) * 1e4).round() / 1e4),
    };
    let first = number.sightings.first();
    let mut pages: Vec<_> = number.sightings.iter().map(|s| s.location.page).collect();
    pages.sort();
    pages.dedup();
    vec![
        Cell::painted(&number.value, paint),
        Cell::plain(number.kind.name()),
        Cell::painted(&number.verdict.to_string(), paint),
        Cell::plain(&number.owner.to_string()),
        Cell::plain(number.person.as_deref().unwrap_or_default()),
        confidence,
        Cell::plain(&decided.map(Mark::words).unwrap_or_default()),
        Cell::plain(&page_ranges(&pages)),
        Cell::plain(first.map_or("", |s| s.printed.as_str())),
        Cell::plain(first.and_then(|s| s.label.as_deref()).unwrap_or_default()),
        Cell::plain(&number.evidence.join("; ")),
        place.file_cell(),
        place.folder_cell(),
    ]
}

pub(super) fn finding_titles() -> Vec<Title> {
    vec![
        ("Severity", 10.0),
        ("Finding", 62.0),
        ("What to do", 50.0),
        ("File", 30.0),
        ("Pages", 7.0),
        ("Other files", 30.0),
        ("Kind", 26.0),
        ("Folder", 26.0),
    ]
}

pub(super) fn finding(finding: &Finding, advice: &str, place: &Place) -> Vec<Cell> {
    let paint = match finding.severity {
        Severity::Info => Paint::None,
        Severity::Warning => Paint::Review,
        Severity::Error => Paint::Failed,
    };
    vec![
        Cell::painted(&finding.severity.to_string(), paint),
        Cell::plain(&capitalized(&message(finding))),
        Cell::plain(&capitalized(advice)),
        place.file_cell(),
        place.page_cell(),
        Cell::plain(&finding.documents.join("; ")),
        Cell::plain(&finding.kind.to_string()),
        place.folder_cell(),
    ]
}

pub(super) fn file_titles() -> Vec<Title> {
    vec![
        ("File", 36.0),
        ("Outcome", 10.0),
        ("Pages", 8.0),
        ("Notices", 9.0),
        ("Why", 50.0),
        ("What to do", 50.0),
        ("Folder", 36.0),
    ]
}

pub(super) fn file(record: &DocumentRecord, place: &Place) -> Vec<Cell> {
    let paint = match record.outcome {
        Outcome::Read | Outcome::Skipped => Paint::None,
        Outcome::Partly => Paint::Review,
        Outcome::Failed => Paint::Failed,
    };
    let error = record.error.as_ref();
    vec![
        place.file_cell(),
        Cell::painted(outcome_name(record.outcome), paint),
        Cell::count(record.page_count),
        Cell::count(record.notices.iter().filter(|n| n.is_notice).count()),
        Cell::plain(error.map_or("", |e| e.message.as_str())),
        Cell::plain(error.map_or("", |e| e.advice.as_str())),
        place.folder_cell(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_the_report_to_the_file() {
        for (folder, file, way) in [
            ("/case", "/case/scans/a.pdf", "scans/a.pdf"),
            ("/case/reports", "/case/scans/a.pdf", "../scans/a.pdf"),
            ("/case", "/case/a b.pdf", "a b.pdf"),
        ] {
            assert_eq!(relative(Path::new(folder), Path::new(file)).unwrap(), way);
        }
    }
}
