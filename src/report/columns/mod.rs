//! The columns of CSV and of the sheet *Notices*, which have a row a notice.
//!
//! A column is said once: its name, where its text comes from, and where and how the sheet shows
//! it. The fields of a notice follow from [`FieldKind::ALL`].

// A build without workbooks has the same table, and nobody who asks how a sheet shows it.
#![cfg_attr(not(feature = "xlsx"), allow(dead_code, unused_imports))]

mod row;
mod shown;

use crate::identifier::IdentifierKind;
use crate::model::owner::Owner;
use crate::model::record::{FieldClass, FieldKind, IdentifierRecord};
use crate::model::verdict::Verdict;
use crate::notice::nature::Nature;
use crate::report::capitalized;

pub(super) use row::{Row, outcome_name};
pub(super) use shown::{Paint, Shown, Sort, doubtful, file_and_folder};

/// One column.
#[derive(Clone, Copy)]
pub(super) struct Column {
    /// Its name, as the header of CSV has it.
    pub(super) name: &'static str,
    /// What a row says in it.
    value: Value,
    sheet: Option<InSheet>,
}

/// How the sheet shows a column.
#[derive(Clone, Copy)]
struct InSheet {
    /// Columns stand in this order, from the left.
    place: usize,
    title: &'static str,
    /// In characters.
    width: f64,
    /// What it shows where that is not the text of CSV: values in review too, in their colour.
    shown: Option<fn(&Row<'_>) -> Shown>,
}

/// Where the text of a column comes from.
#[derive(Clone, Copy)]
enum Value {
    Of(fn(&Row<'_>) -> String),
    /// A field that was accepted.
    Field(FieldKind),
}

impl Column {
    /// What a row says in it.
    pub(super) fn value(&self, row: &Row<'_>) -> String {
        match self.value {
            Value::Of(value) => value(row),
            Value::Field(kind) => row.field(kind),
        }
    }

    /// What the sheet shows in it.
    pub(super) fn shown(&self, row: &Row<'_>) -> Shown {
        match (self.sheet.and_then(|sheet| sheet.shown), self.value) {
            (Some(shown), _) => shown(row),
            (None, Value::Field(kind)) => row.field_shown(kind),
            (None, Value::Of(value)) => Shown::plain(value(row)),
        }
    }

    /// Its title on the sheet, and its width there in characters.
    pub(super) fn title(&self) -> (&'static str, f64) {
        self.sheet
            .map_or((self.name, 0.0), |sheet| (sheet.title, sheet.width))
    }

    /// The same column, shown on the sheet as CSV says it.
    const fn on_sheet(self, place: usize, title: &'static str, width: f64) -> Self {
        let sheet = InSheet {
            place,
            title,
            width,
            shown: None,
        };
        Self {
            sheet: Some(sheet),
            ..self
        }
    }

    /// The same column, shown on the sheet in another way.
    const fn shown_as(self, shown: fn(&Row<'_>) -> Shown) -> Self {
        let sheet = match self.sheet {
            Some(sheet) => Some(InSheet {
                shown: Some(shown),
                ..sheet
            }),
            None => None,
        };
        Self { sheet, ..self }
    }
}

const fn column(name: &'static str, value: fn(&Row<'_>) -> String) -> Column {
    Column {
        name,
        value: Value::Of(value),
        sheet: None,
    }
}

/// The columns before those of the fields.
const FIRST: [Column; 15] = [
    column("row", |row| row.sort()),
    column("path", |row| row.path()),
    column("outcome", |row| row.outcome()),
    column("page_count", |row| row.page_count()),
    column("pages", |row| row.pages())
        .on_sheet(17, "Pages", 7.0)
        .shown_as(|row| Shown::plain(row.page_ranges())),
    column("form", |row| row.text(|n| &n.form)).on_sheet(19, "Form", 8.0),
    column("notice_type", |row| row.notice_type())
        .on_sheet(1, "Notice type", 20.0)
        .shown_as(|row| row.notice_type_shown()),
    column("notice_date", |row| row.text(|n| &n.notice_date))
        .on_sheet(6, "Notice date", 11.0)
        .shown_as(|row| row.notice_date_shown()),
    column("account_number_state", |row| row.state()),
    column("account_number", |row| {
        row.values(|i| is_clients_account(i) && i.verdict == Verdict::Accepted)
    })
    .on_sheet(5, "Account number", 15.0)
    .shown_as(|row| row.account_number_shown()),
    column("account_number_review", |row| {
        row.values(|i| is_clients_account(i) && i.verdict == Verdict::Review)
    }),
    column("representative_account_number", |row| {
        row.values(|i| is_representatives_account(i) && i.verdict == Verdict::Accepted)
    }),
    column("a_numbers", |row| row.accepted(IdentifierKind::ANumber))
        .on_sheet(4, "A-Number", 13.0)
        .shown_as(|row| row.numbers_shown(IdentifierKind::ANumber)),
    column("receipt_numbers", |row| {
        row.accepted(IdentifierKind::ReceiptNumber)
    })
    .on_sheet(3, "Receipt number", 16.0)
    .shown_as(|row| row.numbers_shown(IdentifierKind::ReceiptNumber)),
    column("other_review", |row| {
        row.values(|i| !is_clients_account(i) && i.verdict == Verdict::Review)
    }),
];

/// The columns behind them.
const LAST: [Column; 5] = [
    column("decided", |row| row.decided())
        .on_sheet(20, "Decided by a person", 34.0)
        .shown_as(|row| Shown::plain(capitalized(&row.decided()))),
    column("fields_review", |row| row.fields_review()),
    column("deadlines", |row| row.deadlines()),
    column("findings", |row| row.remarks.messages.join("; ")),
    column("advice", |row| row.remarks.advice.join("; ")),
];

/// Columns that CSV has only where a mapping asks for them.
pub(super) const EXTRA: [Column; 7] = [
    column("receipt_number", |row| {
        let all = row.accepted(IdentifierKind::ReceiptNumber);
        all.split("; ").next().unwrap_or_default().to_owned()
    }),
    column("person", |row| row.person())
        .on_sheet(0, "Person", 26.0)
        .shown_as(|row| row.person_shown()),
    column("receipt_notice_date", |row| row.dated(Nature::Receipt)),
    column("approved_date", |row| row.dated(Nature::Approval)),
    column("to_review", |row| row.to_review())
        .on_sheet(15, "To review", 30.0)
        .shown_as(|row| row.to_review_shown()),
    column("file", |row| row.file())
        .on_sheet(16, "File", 30.0)
        .shown_as(|row| Shown::file(row.file())),
    column("folder", |row| row.folder()).on_sheet(18, "Folder", 26.0),
];

/// The fields among the first columns of the sheet, with their places, titles and widths.
const FIRST_FIELDS: [(FieldKind, usize, &str, f64); 9] = [
    (FieldKind::CaseType, 2, "Case type", 9.0),
    (FieldKind::ReceivedDate, 7, "Received", 11.0),
    (FieldKind::PriorityDate, 8, "Priority date", 11.0),
    (FieldKind::ResponseDue, 9, "Response due", 11.0),
    (FieldKind::AppointmentDate, 10, "Appointment", 12.0),
    (FieldKind::AppointmentTime, 11, "Time", 9.0),
    (FieldKind::ValidFrom, 12, "Valid from", 11.0),
    (FieldKind::ValidTo, 13, "Valid to", 11.0),
    (FieldKind::Class, 14, "Class", 7.0),
];
/// Columns of the sheet that are printed; those behind them are for the screen.
pub(super) const PRINTED: u16 = 18;
/// The place of the first field that is not among the first columns.
const FURTHER: usize = 21;

/// The column of a field.
const fn of_field(kind: FieldKind) -> Column {
    let name = match kind {
        // As printed it is among the first ones.
        FieldKind::NoticeDate => "notice_date_iso",
        kind => kind.name(),
    };
    let column = Column {
        name,
        value: Value::Field(kind),
        sheet: None,
    };
    let mut at = 0;
    while at < FIRST_FIELDS.len() {
        let (first, place, title, width) = FIRST_FIELDS[at];
        if first as usize == kind as usize {
            return column.on_sheet(place, title, width);
        }
        at += 1;
    }
    let width = match kind.class() {
        FieldClass::Place => 60.0,
        _ => 18.0,
    };
    match kind {
        // The sheet has them in columns of the notice: the person, and the date.
        FieldKind::Applicant | FieldKind::NoticeDate => column,
        FieldKind::AppointmentPlace => column.on_sheet(FURTHER, kind.heading(), width),
        kind => column.on_sheet(FURTHER + 1 + kind as usize, kind.heading(), width),
    }
}

/// All columns, from left to right.
pub(super) const COLUMNS: [Column; FIRST.len() + FieldKind::ALL.len() - 1 + LAST.len()] = {
    let mut all = [FIRST[0]; FIRST.len() + FieldKind::ALL.len() - 1 + LAST.len()];
    let mut at = 0;
    while at < FIRST.len() {
        all[at] = FIRST[at];
        at += 1;
    }
    let mut field = 0;
    while field < FieldKind::ALL.len() {
        let kind = FieldKind::ALL[field];
        field += 1;
        // Is among the first ones.
        if !matches!(kind, FieldKind::NoticeType) {
            all[at] = of_field(kind);
            at += 1;
        }
    }
    let mut last = 0;
    while last < LAST.len() {
        all[at] = LAST[last];
        at += 1;
        last += 1;
    }
    all
};

/// The column of a name.
pub(super) fn named(name: &str) -> Option<Column> {
    let mut all = COLUMNS.iter().chain(&EXTRA);
    all.find(|column| column.name == name).copied()
}

/// The columns of the sheet, from left to right.
pub(super) fn of_sheet() -> Vec<Column> {
    let all = COLUMNS.iter().chain(&EXTRA);
    let mut shown: Vec<(usize, Column)> = all
        .filter_map(|column| Some((column.sheet?.place, *column)))
        .collect();
    shown.sort_by_key(|(place, _)| *place);
    shown.into_iter().map(|(_, column)| column).collect()
}

/// The names of [`COLUMNS`].
pub(super) const fn names() -> [&'static str; COLUMNS.len()] {
    let mut names = [""; COLUMNS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = COLUMNS[at].name;
        at += 1;
    }
    names
}

fn is_clients_account(identifier: &IdentifierRecord) -> bool {
    identifier.kind == IdentifierKind::OnlineAccountNumber
        && identifier.owner != Owner::Representative
}

fn is_representatives_account(identifier: &IdentifierRecord) -> bool {
    identifier.kind == IdentifierKind::OnlineAccountNumber
        && identifier.owner == Owner::Representative
}
