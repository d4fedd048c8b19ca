//! The tables of this program that the page works with: shapes of numbers, fields and forms. What a
//! person types is checked by the same tables that reading has.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use crate::identifier::IdentifierKind;
use crate::identifier::folding::exact_folds;
use crate::model::record::{FieldClass, FieldKind};
use crate::review::FORMS;

const KINDS: [IdentifierKind; 3] = [
    IdentifierKind::OnlineAccountNumber,
    IdentifierKind::ANumber,
    IdentifierKind::ReceiptNumber,
];

/// What the page knows of one number.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shape {
    name: &'static str,
    hint: &'static str,
    /// A regular expression for what is typed, without separators and in capitals; its first group
    /// is kept.
    typed: String,
    /// What is put before it.
    lead: String,
    /// How many digits it is padded to.
    digits: usize,
    refuses_zeros: bool,
}

/// What the page knows of one field.
#[derive(Serialize)]
struct Field {
    key: &'static str,
    heading: &'static str,
    /// `date`, `form`, `count` or `text`: how what is typed is checked.
    typed: &'static str,
}

/// All tables.
#[derive(Serialize)]
pub(super) struct Tables {
    /// By the names of the numbers in JSON.
    shapes: BTreeMap<&'static str, Shape>,
    /// The characters that are beyond doubt seen as others.
    folds: BTreeMap<String, char>,
    /// In the order of reports.
    fields: Vec<Field>,
    /// The codes of forms that are filed.
    forms: &'static [&'static str],
}

pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
    shapes: BTreeMap::from(KINDS.map(|kind| (kind.key(), shape(kind)))),
    folds: exact_folds()
        .map(|(c, seen)| (c.to_string(), seen))
        .collect(),
    fields: FieldKind::ALL.iter().map(|kind| field(*kind)).collect(),
    forms: FORMS,
});

fn shape(kind: IdentifierKind) -> Shape {
    let shape = kind.shape();
    let (lead, digits) = shape.canonical_form();
    Shape {
        name: kind.name(),
        hint: shape.hint,
        typed: shape.typed_pattern(),
        lead,
        digits,
        refuses_zeros: shape.refuses_zeros(),
    }
}

fn field(kind: FieldKind) -> Field {
    let typed = match (kind, kind.class()) {
        (FieldKind::CaseType, _) => "form",
        (_, FieldClass::Date) => "date",
        (_, FieldClass::Count) => "count",
        (_, FieldClass::Name) => "name",
        _ => "text",
    };
    Field {
        key: kind.name(),
        heading: kind.heading(),
        typed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_have_the_names_that_json_has() {
        for kind in KINDS {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.key());
        }
        let tables = serde_json::to_value(&*TABLES).unwrap();
        assert_eq!(tables["shapes"]["a_number"]["name"], "A-Number");
        assert_eq!(tables["fields"][0]["key"], "notice_type");
        assert_eq!(tables["folds"]["\u{ff10}"], "0");
    }
}
