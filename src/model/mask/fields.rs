//! What `--mask` leaves of a notice's fields, by their class: of names the initials, of places and
//! a person's numbers nothing but their last characters.

use super::runs::OwnNumbers;
use super::{any_text, mask_sighting, number, said};
use crate::model::record::{FieldClass, FieldKind, FieldRecord, NoticeFields};

/// Stands for a place.
const CUT: &str = "[masked]";

/// Masks all fields.
pub(super) fn mask_fields(fields: &mut NoticeFields, own: &OwnNumbers) {
    for kind in FieldKind::ALL {
        if let Some(field) = fields.get_mut(*kind) {
            mask_field(*kind, field, own);
        }
    }
}

fn mask_field(kind: FieldKind, field: &mut FieldRecord, own: &OwnNumbers) {
    let mask = |text: &mut String| mask_value(kind.class(), text, own);
    let FieldRecord {
        value,
        printed,
        title,
        verdict: _,
        confidence: _,
        sightings,
        evidence,
        decided: _,
    } = field;
    mask(value);
    mask(printed);
    title.iter_mut().for_each(any_text);
    for sighting in sightings {
        mask_sighting(sighting, mask);
    }
    evidence.iter_mut().for_each(any_text);
}

fn mask_value(class: FieldClass, text: &mut String, own: &OwnNumbers) {
    match class {
        // A misread cell may hold any number.
        FieldClass::Words | FieldClass::Money | FieldClass::Count => any_text(text),
        // A date has as many digits as a number, so only the record's own numbers are looked for.
        FieldClass::Date | FieldClass::Time => said(text, own),
        FieldClass::Name => initials(text),
        FieldClass::Place => *text = CUT.to_owned(),
        FieldClass::PersonalNumber => number(text),
    }
}

/// What is left of a value.
pub(super) fn masked(class: FieldClass, value: &str) -> String {
    let mut text = value.to_owned();
    mask_value(class, &mut text, &OwnNumbers::default());
    text
}

/// The first letter of each word of a name; digits go too.
pub(super) fn initials(name: &mut String) {
    let initial = |word: &str| {
        let first = word.chars().find(|c| c.is_alphabetic())?;
        Some(format!("{first}."))
    };
    let letters: Vec<String> = name.split_whitespace().filter_map(initial).collect();
    *name = letters.join(" ");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(class: FieldClass, text: &str) -> String {
        let mut text = text.to_owned();
        let own = OwnNumbers::from_iter(["12345678".to_owned()]);
        mask_value(class, &mut text, &own);
        text
    }

    #[test]
    fn each_class_loses_what_names_a_person() {
        for (class, text, left) in [
            (FieldClass::Words, "Receipt Notice", "Receipt Notice"),
            (FieldClass::Words, "read A012345678", "read Axxxxx5678"),
            (FieldClass::Date, "2021-04-01", "2021-04-01"),
            (FieldClass::Date, "A12345678", "Axxxx5678"),
            (FieldClass::Name, "DOE, JANE ANN", "D. J. A."),
            (FieldClass::Name, "12 ELM ST", "E. S."),
            (FieldClass::Place, "10 ELM ST, UTICA NY 13501", CUT),
            (FieldClass::PersonalNumber, "12345678901", "xxxxxxx8901"),
        ] {
            assert_eq!(masked(class, text), left);
        }
    }
}
