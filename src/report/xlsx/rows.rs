//! The rows of the sheets, cell by cell.

use std::path::{Component, Path, PathBuf};

use super::sheet::{Cell, Paint, Title};
use crate::identifier::IdentifierKind;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::mark::Mark;
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, DocumentRecord, FieldClass, FieldKind, IdentifierRecord, NoticeRecord,
    Outcome,
};
use crate::model::verdict::Verdict;
use crate::notice::story::{Case, Event, person_shown};
use crate::report::columns::outcome_name;
use crate::report::{capitalized, message, page_ranges};

/// Columns of *Notices* that are printed; the rest is for the screen.
pub(super) const PRINTED: u16 = 18;
/// A value to review is shown with at most this many characters.
const MOST_SHOWN: usize = 70;
/// The fields among the first columns: those before and beside the numbers, and those behind them.
/// All others follow in the order of the table of fields.
const BESIDE_NUMBERS: [FieldKind; 4] = [
    FieldKind::Applicant,
    FieldKind::NoticeType,
    FieldKind::CaseType,
    FieldKind::NoticeDate,
];
const BEHIND_NUMBERS: [FieldKind; 8] = [
    FieldKind::ReceivedDate,
    FieldKind::PriorityDate,
    FieldKind::ResponseDue,
    FieldKind::AppointmentDate,
    FieldKind::AppointmentTime,
    FieldKind::ValidFrom,
    FieldKind::ValidTo,
    FieldKind::Class,
];

/// The fields that have no column among the first ones.
fn further() -> impl Iterator<Item = FieldKind> {
    let place = FieldKind::AppointmentPlace;
    let others = FieldKind::ALL.iter().copied();
    let first = |kind: &FieldKind| BESIDE_NUMBERS.contains(kind) || BEHIND_NUMBERS.contains(kind);
    let others = others.filter(move |kind| !first(kind) && *kind != place);
    std::iter::once(place).chain(others)
}

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
        let path = Path::new(&record.path);
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let folder = path
            .parent()
            .map(|folder| folder.to_string_lossy().into_owned());
        Self {
            file: name.unwrap_or_else(|| record.path.clone()),
            folder: folder.unwrap_or_default(),
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

/// The numbers and fields of a notice that need review.
pub(super) fn doubtful(notice: &NoticeRecord) -> Vec<String> {
    let doubts = notice.in_review();
    doubts
        .map(|(subject, value)| format!("{} {}", subject.name(), clipped(value)))
        .collect()
}

/// A value in one line of a cell: what is doubtful may be a paragraph, and the page has all of it.
fn clipped(value: &str) -> String {
    match value.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}\u{2026}", value[..end].trim_end()),
        None => value.to_owned(),
    }
}

/// The first accepted receipt number.
pub(super) fn receipt_number(notice: &NoticeRecord) -> &str {
    let mut numbers = notice.identifiers.iter();
    let found =
        numbers.find(|i| i.kind == IdentifierKind::ReceiptNumber && i.verdict == Verdict::Accepted);
    found.map_or("", |i| i.value.as_str())
}

pub(super) fn notice_titles() -> Vec<Title> {
    let first = [
        ("Person", 26.0),
        ("Notice type", 20.0),
        ("Case type", 9.0),
        ("Receipt number", 16.0),
        ("A-Number", 13.0),
        ("Account number", 15.0),
        ("Notice date", 11.0),
        ("Received", 11.0),
        ("Priority date", 11.0),
        ("Response due", 11.0),
        ("Appointment", 12.0),
        ("Time", 9.0),
        ("Valid from", 11.0),
        ("Valid to", 11.0),
        ("Class", 7.0),
        ("To review", 30.0),
        ("File", 30.0),
        ("Pages", 7.0),
        ("Folder", 26.0),
        ("Form", 8.0),
        ("Decided by a person", 34.0),
    ];
    let width = |kind: FieldKind| match kind.class() {
        FieldClass::Place => 60.0,
        _ => 18.0,
    };
    let further = further().map(|kind| (kind.heading(), width(kind)));
    first.into_iter().chain(further).collect()
}

pub(super) fn notice(notice: &NoticeRecord, place: &Place) -> Vec<Cell> {
    let fields = &notice.fields;
    let who = [
        FieldKind::Applicant,
        FieldKind::Beneficiary,
        FieldKind::Petitioner,
    ];
    let who = who.into_iter().find(|kind| fields.get(*kind).is_some());
    let doubts = doubtful(notice).join("; ");
    let doubts_paint = if doubts.is_empty() {
        Paint::None
    } else {
        Paint::Review
    };
    let mut cells = vec![
        who.map_or_else(
            || Cell::plain(person_shown(notice).unwrap_or_default()),
            |kind| field(notice, kind),
        ),
        notice_type(notice),
        field(notice, FieldKind::CaseType),
        numbers(notice, |i| i.kind == IdentifierKind::ReceiptNumber),
        numbers(notice, |i| i.kind == IdentifierKind::ANumber),
        account_number(notice),
        notice_date(notice),
    ];
    cells.extend(BEHIND_NUMBERS.map(|kind| field(notice, kind)));
    cells.extend([
        Cell::painted(&doubts, doubts_paint),
        place.file_cell(),
        place.page_cell(),
        place.folder_cell(),
        Cell::plain(notice.form.as_deref().unwrap_or_default()),
        Cell::plain(&capitalized(&notice.decisions().join("; "))),
    ]);
    cells.extend(further().map(|kind| field(notice, kind)));
    cells
}

fn field(notice: &NoticeRecord, kind: FieldKind) -> Cell {
    let Some(field) = notice.fields.get(kind) else {
        return Cell::plain("");
    };
    let paint = if field.is_accepted() {
        Paint::None
    } else {
        Paint::Review
    };
    match kind.class() {
        FieldClass::Date => Cell::day(&field.value, paint),
        _ => Cell::painted(&field.value, paint),
    }
}

fn notice_type(notice: &NoticeRecord) -> Cell {
    match (&notice.fields.notice_type, &notice.notice_type) {
        (Some(_), _) => field(notice, FieldKind::NoticeType),
        (None, Some(printed)) => Cell::plain(printed),
        (None, None) if notice.is_notice => Cell::plain(""),
        (None, None) => Cell::plain("not a notice"),
    }
}

fn notice_date(notice: &NoticeRecord) -> Cell {
    match (&notice.fields.notice_date, &notice.notice_date) {
        (None, Some(printed)) => Cell::plain(printed),
        _ => field(notice, FieldKind::NoticeDate),
    }
}

/// The numbers of one kind, those in review too.
fn numbers(notice: &NoticeRecord, wanted: impl Fn(&IdentifierRecord) -> bool) -> Cell {
    let of_client = |i: &&IdentifierRecord| i.owner != Owner::Representative;
    let all: Vec<&IdentifierRecord> = notice
        .identifiers
        .iter()
        .filter(|i| wanted(i))
        .filter(of_client)
        .collect();
    let values: Vec<&str> = all.iter().map(|i| i.value.as_str()).collect();
    let doubtful = all.iter().any(|i| i.verdict == Verdict::Review);
    let paint = if doubtful { Paint::Review } else { Paint::None };
    Cell::painted(&values.join("; "), paint)
}

/// The account number, or why there is none.
fn account_number(notice: &NoticeRecord) -> Cell {
    let cell = numbers(notice, |i| i.kind == IdentifierKind::OnlineAccountNumber);
    if !matches!(cell, Cell::Empty(_)) || !notice.is_notice {
        return cell;
    }
    let mut findings = notice.findings.iter();
    let expected = findings
        .any(|f| f.kind == FindingKind::AccountNumberMissing && f.severity > Severity::Info);
    match notice.account_number {
        AccountNumberState::Blank => Cell::painted("blank", Paint::Missing),
        AccountNumberState::Absent if expected => Cell::painted("not on it", Paint::Missing),
        AccountNumberState::Unreadable => Cell::painted("not readable", Paint::Failed),
        AccountNumberState::Review => Cell::painted("needs review", Paint::Review),
        AccountNumberState::Absent | AccountNumberState::Found => Cell::plain("not on it"),
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
    #[test]
    fn a_paragraph_to_review_is_shown_by_its_beginning() {
        assert_eq!(clipped("DOE, JANE"), "DOE, JANE");
        let shown = clipped(&"word ".repeat(40));
        assert!(shown.chars().count() <= MOST_SHOWN + 1 && shown.ends_with('\u{2026}'));
    }
}
