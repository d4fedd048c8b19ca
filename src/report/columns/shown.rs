//! What the sheet *Notices* shows of a notice: values in review as well as accepted ones, each in
//! the colour of its state, and words where there is no account number.

use std::path::Path;

use super::row::Row;
use crate::identifier::IdentifierKind;
use crate::model::finding::{FindingKind, Severity};
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, DocumentRecord, FieldClass, FieldKind, IdentifierRecord, NoticeRecord,
};
use crate::model::verdict::Verdict;
use crate::notice::story::person_shown;
use crate::report::page_ranges;

/// A value to review is shown with at most this many characters.
const MOST_SHOWN: usize = 70;
/// Whose notice it is, the first that is printed.
const PERSONS: [FieldKind; 3] = [
    FieldKind::Applicant,
    FieldKind::Beneficiary,
    FieldKind::Petitioner,
];

/// The colours of states: each means one thing on all sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Paint {
    /// As it should be, or not to be judged.
    None,
    /// To be compared with the page.
    Review,
    /// Missing, and expected.
    Missing,
    /// Could not be read, or dangerous to act on.
    Failed,
}

/// What is shown in a cell.
pub(in crate::report) struct Shown {
    pub(in crate::report) text: String,
    pub(in crate::report) paint: Paint,
    pub(in crate::report) sort: Sort,
}

/// How a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Sort {
    /// As it is.
    Text,
    /// As a day of the calendar, if it is one.
    Day,
    /// As a link to the file.
    File,
}

impl Shown {
    /// Text.
    pub(super) fn plain(text: String) -> Self {
        Self::painted(text, Paint::None)
    }

    /// Text in a colour.
    fn painted(text: String, paint: Paint) -> Self {
        Self {
            text,
            paint,
            sort: Sort::Text,
        }
    }

    /// Text that leads to the file.
    pub(super) fn file(text: String) -> Self {
        Self {
            sort: Sort::File,
            ..Self::plain(text)
        }
    }
}

impl Row<'_> {
    /// A field, in review too.
    pub(super) fn field_shown(&self, kind: FieldKind) -> Shown {
        let field = self.notice().and_then(|notice| notice.fields.get(kind));
        let Some(field) = field else {
            return Shown::plain(String::new());
        };
        let sort = match kind.class() {
            FieldClass::Date => Sort::Day,
            _ => Sort::Text,
        };
        Shown {
            sort,
            ..Shown::painted(field.value.clone(), paint_of_doubt(!field.is_accepted()))
        }
    }

    /// Whose notice it is.
    pub(super) fn person_shown(&self) -> Shown {
        let Some(notice) = self.notice() else {
            return Shown::plain(String::new());
        };
        let mut kinds = PERSONS.into_iter();
        match kinds.find(|kind| notice.fields.get(*kind).is_some()) {
            Some(kind) => self.field_shown(kind),
            None => Shown::plain(person_shown(notice).unwrap_or_default().to_owned()),
        }
    }

    pub(super) fn notice_type_shown(&self) -> Shown {
        let Some(notice) = self.notice() else {
            return Shown::plain(String::new());
        };
        match (&notice.fields.notice_type, &notice.notice_type) {
            (Some(_), _) => self.field_shown(FieldKind::NoticeType),
            (None, Some(printed)) => Shown::plain(printed.clone()),
            (None, None) if notice.is_notice => Shown::plain(String::new()),
            (None, None) => Shown::plain("not a notice".to_owned()),
        }
    }

    pub(super) fn notice_date_shown(&self) -> Shown {
        let printed = self.text(|notice| &notice.notice_date);
        let field = self.field_shown(FieldKind::NoticeDate);
        if field.text.is_empty() {
            Shown::plain(printed)
        } else {
            field
        }
    }

    /// The client's numbers of one kind, in review too.
    pub(super) fn numbers_shown(&self, kind: IdentifierKind) -> Shown {
        let all = self.notice().map_or(&[][..], |notice| &notice.identifiers);
        let is_wanted = |i: &&IdentifierRecord| i.kind == kind && i.owner != Owner::Representative;
        let numbers: Vec<&IdentifierRecord> = all.iter().filter(is_wanted).collect();
        let values: Vec<&str> = numbers.iter().map(|i| i.value.as_str()).collect();
        let is_doubtful = numbers.iter().any(|i| i.verdict == Verdict::Review);
        Shown::painted(values.join("; "), paint_of_doubt(is_doubtful))
    }

    /// The account number, or why there is none.
    pub(super) fn account_number_shown(&self) -> Shown {
        let numbers = self.numbers_shown(IdentifierKind::OnlineAccountNumber);
        match self.notice() {
            Some(notice) if numbers.text.is_empty() && notice.is_notice => no_account(notice),
            _ => numbers,
        }
    }

    pub(super) fn to_review_shown(&self) -> Shown {
        let text = self.to_review();
        let paint = paint_of_doubt(!text.is_empty());
        Shown::painted(text, paint)
    }

    /// The numbers and fields of the notice that need review.
    pub(super) fn to_review(&self) -> String {
        self.notice()
            .map_or_else(String::new, |notice| doubtful(notice).join("; "))
    }

    /// `1-2, 4`
    pub(super) fn page_ranges(&self) -> String {
        self.notice()
            .map_or_else(String::new, |notice| page_ranges(&notice.pages))
    }

    pub(super) fn file(&self) -> String {
        self.record()
            .map_or_else(String::new, |record| file_and_folder(record).0)
    }

    pub(super) fn folder(&self) -> String {
        self.record()
            .map_or_else(String::new, |record| file_and_folder(record).1)
    }
}

/// Why a notice has no account number.
fn no_account(notice: &NoticeRecord) -> Shown {
    let mut findings = notice.findings.iter();
    let is_expected = findings
        .any(|f| f.kind == FindingKind::AccountNumberMissing && f.severity > Severity::Info);
    let (text, paint) = match notice.account_number {
        AccountNumberState::Blank => ("blank", Paint::Missing),
        AccountNumberState::Absent if is_expected => ("not on it", Paint::Missing),
        AccountNumberState::Unreadable => ("not readable", Paint::Failed),
        AccountNumberState::Review => ("needs review", Paint::Review),
        AccountNumberState::Absent | AccountNumberState::Found => ("not on it", Paint::None),
    };
    Shown::painted(text.to_owned(), paint)
}

fn paint_of_doubt(is_doubtful: bool) -> Paint {
    if is_doubtful {
        Paint::Review
    } else {
        Paint::None
    }
}

/// The numbers and fields of a notice that need review.
pub(in crate::report) fn doubtful(notice: &NoticeRecord) -> Vec<String> {
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

/// The name of a document's file, and its folder.
pub(in crate::report) fn file_and_folder(record: &DocumentRecord) -> (String, String) {
    let path = Path::new(&record.path);
    let name = path.file_name().map(|name| name.to_string_lossy());
    let folder = path.parent().map(|folder| folder.to_string_lossy());
    (
        name.map_or_else(|| record.path.clone(), Into::into),
        folder.map(Into::into).unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_to_review_is_shown_by_its_beginning() {
        assert_eq!(clipped("DOE, JANE"), "DOE, JANE");
        let shown = clipped(&"word ".repeat(40));
        assert!(shown.chars().count() <= MOST_SHOWN + 1 && shown.ends_with('\u{2026}'));
    }
}
