//! The tables of `identifier` as objects of JavaScript, so that the page checks what a person types
//! by the same shapes.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::identifier::IdentifierKind;
use crate::identifier::folding::exact_folds;

const KINDS: [IdentifierKind; 3] = [
    IdentifierKind::OnlineAccountNumber,
    IdentifierKind::ANumber,
    IdentifierKind::ReceiptNumber,
];

/// What the page knows of one number.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Shape {
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

/// The shapes by the names of the numbers in JSON.
pub(super) fn shapes() -> String {
    let shape = |kind: IdentifierKind| {
        let shape = kind.shape();
        let (lead, digits) = shape.canonical_form();
        let entry = Shape {
            hint: shape.hint,
            typed: shape.typed_pattern(),
            lead,
            digits,
            refuses_zeros: shape.refuses_zeros(),
        };
        (kind.key(), entry)
    };
    object(&BTreeMap::from(KINDS.map(shape)))
}

/// The characters that are beyond doubt seen as others. Those that are invisible are written as
/// escapes.
pub(super) fn folds() -> String {
    let folds: BTreeMap<String, char> = exact_folds()
        .map(|(c, seen)| (c.to_string(), seen))
        .collect();
    object(&folds)
        .chars()
        .map(|c| match c.is_ascii() {
            true => c.to_string(),
            false => format!("\\u{:04x}", u32::from(c)),
        })
        .collect()
}

/// JSON is JavaScript; nothing in these tables can end a script element, which a test makes sure
/// of.
fn object(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_have_the_names_that_json_has() {
        for kind in KINDS {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.key());
            assert!(shapes().contains(kind.key()));
        }
    }

    #[test]
    fn folds_are_ascii_and_cover_full_width_digits() {
        let folds = folds();
        assert!(folds.is_ascii());
        assert!(folds.contains("\"\\uff10\":\"0\"") && folds.contains("\"\\u2212\":\"-\""));
    }
}
