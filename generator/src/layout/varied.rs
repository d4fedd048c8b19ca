//! The varied layout: other labels and positions, fields in any order, other paper and type. It
//! tests that extraction generalizes beyond the ten fixed layouts.

use super::draft::Draft;
use super::people;
use super::style::Boxed;
use super::table::{self, Cell};
use super::words::{self, Topic};
use crate::case::{Date, Person};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const RECEIPT_LABELS: [&str; 7] = [
    "Receipt Number",
    "Receipt No.",
    "Receipt #",
    "USCIS Receipt Number",
    "Case Number",
    "Application Number",
    "Application/Petition Receipt Number",
];
const ACCOUNT_LABELS: [&str; 8] = [
    "USCIS Online Account Number",
    "USCIS Online Account No.",
    "USCIS Online Account #",
    "USCIS Account Number",
    "Online Account Number",
    "USCIS ELIS Account Number",
    "OAN",
    "Account Number",
];
const FOREIGN_CELLS: [&str; 5] = [
    "I-94 Number",
    "SEVIS ID",
    "Payment Tracking ID",
    "Passport No.",
    "Check Number",
];
/// Sheets of other countries and offices: A4, Legal, and a trimmed Letter.
const PAPERS: [(f32, f32); 3] = [(595.0, 842.0), (612.0, 1008.0), (600.0, 776.0)];

/// The arrangement of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Arrangement {
    /// Cells of a table.
    Table,
    /// Below each other, with values in their own column.
    List,
    /// The same in two columns of fields.
    TwoColumns,
    /// Label and value on a line, as letters have them.
    Lines,
}

/// One field: its label and its value.
struct Field {
    label: String,
    value: String,
}

impl Field {
    fn new(label: &str, value: String) -> Self {
        Self {
            label: label.to_owned(),
            value,
        }
    }
}

/// The style's family is drawn among those installed, the sheet among other formats.
pub fn prepare(rng: &mut Rng, draft: &mut Draft) {
    let installed: Vec<Family> = Family::MORE
        .into_iter()
        .filter(|family| family.is_installed())
        .collect();
    if !installed.is_empty() && rng.chance(0.7) {
        draft.style.family = rng.pick(&installed);
    }
    if rng.chance(0.4) {
        let (width, height) = rng.pick(&PAPERS);
        draft.style.right -= 612.0 - width;
        let sheet = draft.sheet();
        (sheet.width, sheet.height) = (width, height);
    }
    draft.sheet().family = draft.style.family;
    draft.style.capital_labels = rng.chance(0.3);
}

/// Draws the notice into the draft.
pub fn draw(rng: &mut Rng, draft: &mut Draft) {
    prepare(rng, draft);
    head(rng, draft);
    let fields = fields(rng, draft);
    let above = rng.chance(0.3);
    if above {
        draft.address(rng, &[]);
    }
    match rng.pick(&[
        Arrangement::Table,
        Arrangement::Table,
        Arrangement::List,
        Arrangement::List,
        Arrangement::TwoColumns,
        Arrangement::Lines,
    ]) {
        Arrangement::Table => in_table(rng, draft, &fields),
        Arrangement::List => in_columns(rng, draft, &fields, 1),
        Arrangement::TwoColumns => in_columns(rng, draft, &fields, 2),
        Arrangement::Lines => in_lines(draft, &fields),
    }
    if !above {
        draft.address(rng, &[]);
    }
    if rng.chance(0.2) {
        let filer = draft.case.filer.clone();
        let mut listed: Vec<Person> = vec![filer.clone()];
        listed.extend((0..rng.between(1, 3)).map(|_| filer.relative(rng)));
        let with_receipts = rng.chance(0.3);
        people::table_of(rng, draft, &listed, with_receipts);
    }
    draft.body(rng, Topic::Case, 3);
    if rng.chance(0.15) {
        in_spanish(draft);
    }
    draft.perhaps_attorney(rng, 0.3);
    draft.look_alikes(rng, 4);
    draft.foot(rng);
    draft.further_pages(rng, Topic::Case);
}

/// The agency and the form's name, in one of several orders.
fn head(rng: &mut Rng, draft: &mut Draft) {
    let form = draft.truth.form.clone();
    let family = draft.style.family;
    let left = draft.style.left;
    let right = draft.style.right;
    let title = rng.pick(&[
        "Form {}, Notice of Action",
        "{}, Notice of Action",
        "NOTICE OF ACTION - FORM {}",
        "Notice of Action (Form {})",
    ]);
    let title = title.replace("{}", &form);
    if rng.chance(0.4) {
        draft.header(rng, "");
        return;
    }
    let centred = rng.chance(0.5);
    let sheet = draft.sheet();
    if centred {
        let middle = (left + right) / 2.0;
        sheet.centred(
            Face::regular(family),
            10.0,
            middle,
            44.0,
            "U.S. Citizenship and Immigration Services",
        );
        sheet.centred(Face::bold(family), 13.0, middle, 62.0, &title);
    } else {
        sheet.bold(13.0, left, 46.0, &title);
        sheet.plain(9.0, left, 60.0, "Department of Homeland Security - USCIS");
    }
    draft.y = 76.0;
}

/// The fields of the notice, in any order.
fn fields(rng: &mut Rng, draft: &mut Draft) -> Vec<Field> {
    let receipt = draft.receipt(rng);
    let mut fields = vec![
        Field::new(rng.pick(&RECEIPT_LABELS), receipt),
        Field::new("Notice Date", draft.noticed()),
        Field::new("Received Date", draft.received()),
        Field::new("Case Type", draft.case_type(rng)),
    ];
    let label = rng.pick(&ACCOUNT_LABELS);
    if let Some(cell) = draft.account_cell(rng, Some(label), 1.0) {
        fields.push(Field::new(
            label,
            cell.lines.first().cloned().unwrap_or_default(),
        ));
    }
    if rng.chance(0.85) {
        let label = rng.pick(&words::A_NUMBER_LABELS);
        let cell = draft.a_number_cell(rng, Some(label), 1.0);
        fields.push(Field::new(
            label,
            cell.lines.first().cloned().unwrap_or_default(),
        ));
    }
    let filer = draft.case.filer.clone();
    let role = if draft.case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    fields.push(Field::new(role, draft.named(role, filer.listed())));
    if draft.case.is_petition {
        let beneficiary = draft.case.beneficiary.clone();
        let numbered = rng.chance(0.5);
        let number = if numbered {
            draft.a_number(rng, &beneficiary.a_number) + "  "
        } else {
            String::new()
        };
        let name = draft.named("Beneficiary", beneficiary.listed());
        fields.push(Field::new("Beneficiary", number + &name));
    }
    if rng.chance(0.5) {
        fields.push(Field::new(
            "Date of Birth",
            draft.style.date(Date {
                year: filer.born.year.min(2004),
                ..filer.born
            }),
        ));
    }
    if rng.chance(0.4) {
        let foreign = words::look_alike(rng);
        if let Some((label, value)) = foreign
            .split_once(": ")
            .filter(|(label, _)| FOREIGN_CELLS.contains(label))
        {
            fields.push(Field::new(label, value.to_owned()));
        }
    }
    let kind =
        draft.notice_type(rng.pick(&["Receipt Notice", "Approval Notice", "Transfer Notice"]));
    fields.push(Field::new("Notice Type", kind));
    fields.push(Field::new("Page", draft.page_words()));
    for index in (1..fields.len()).rev() {
        fields.swap(index, rng.below(index + 1));
    }
    fields
}

/// Rows of two to four cells.
fn in_table(rng: &mut Rng, draft: &mut Draft, fields: &[Field]) {
    let columns = rng.between(2, 4) as usize;
    let rows: Vec<Vec<Cell>> = fields
        .chunks(columns)
        .map(|row| {
            row.iter()
                .map(|field| Cell::new(&field.label, &field.value, 1.0))
                .collect()
        })
        .collect();
    let style = draft.style.clone();
    let top = draft.y;
    draft.y = table::draw(draft.sheet(), &style, top, &rows);
}

/// Labels in one column and values in another, in this many pairs of columns.
fn in_columns(rng: &mut Rng, draft: &mut Draft, fields: &[Field], columns: usize) {
    let style = draft.style.clone();
    let width = style.measure() / columns as f32;
    let widest = fields
        .iter()
        .map(|f| {
            style
                .label_face()
                .width(&style.label(&f.label), style.label_size)
        })
        .fold(0.0, f32::max);
    let value_at = (widest + rng.uniform(8.0, 30.0)).min(width * 0.62);
    let flush = rng.chance(0.25);
    let step = style.value_size * rng.uniform(1.3, 1.9);
    let ruled = style.boxed == Boxed::Rows;
    let top = draft.y + step;
    let rows = fields.len().div_ceil(columns);
    for (index, field) in fields.iter().enumerate() {
        let x = style.left + (index / rows) as f32 * width;
        let y = top + (index % rows) as f32 * step;
        let face = style.label_face();
        let label = style.label(&field.label);
        if flush {
            draft
                .sheet()
                .flush_right(face, style.label_size, x + value_at - 5.0, y, &label);
        } else {
            draft.sheet().write(face, style.label_size, x, y, &label);
        }
        table::fitted(
            draft.sheet(),
            style.value_face(),
            style.value_size,
            x + value_at,
            y,
            width - value_at - 6.0,
            &field.value,
        );
        if ruled {
            draft
                .sheet()
                .rule(x, x + width - 4.0, y + step * 0.35, style.rule);
        }
    }
    draft.y = top + rows as f32 * step;
}

/// Label, colon and value on one line each.
fn in_lines(draft: &mut Draft, fields: &[Field]) {
    let size = draft.style.body_size;
    let left = draft.style.left;
    let measure = draft.style.measure();
    let face = Face::regular(draft.style.family);
    draft.y += size;
    for field in fields {
        let label = if draft.style.capital_labels {
            field.label.to_uppercase()
        } else {
            field.label.clone()
        };
        let y = draft.y + size;
        table::fitted(
            draft.sheet(),
            face,
            size,
            left,
            y,
            measure,
            &format!("{label}: {}", field.value),
        );
        draft.y += size * 1.3;
    }
}

/// A paragraph in Spanish, as some offices add.
fn in_spanish(draft: &mut Draft) {
    let size = draft.style.body_size;
    let left = draft.style.left;
    let measure = draft.style.measure();
    let family = draft.style.family;
    let text = "Este aviso no otorga ningún estatus ni beneficio migratorio. Guarde este aviso con \
                sus documentos. Si cambia de dirección, avísenos en un plazo de diez días. Su \
                número de cuenta en línea no es su número de extranjero.";
    let y = draft.y + size;
    if y < 640.0 {
        draft.y = draft
            .sheet()
            .paragraph(Face::regular(family), size, left, y, measure, text);
    }
}
