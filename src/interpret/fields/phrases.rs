//! The phrases that announce fields which hold words.

use crate::model::record::FieldKind;
use std::sync::LazyLock;

/// Phrases by field, in the vocabulary's spelling. Safe to grow: what stands at one must still have
/// the form of its field.
const PHRASES: [(FieldKind, &[&str]); 10] = [
    (
        FieldKind::NoticeType,
        &[
            "notice type",
            "type of notice",
            "notice",
            "tipo de aviso",
            "kind of notice",
            "notice title",
            "request for applicant to appear",
        ],
    ),
    (
        FieldKind::CaseType,
        &[
            "case type",
            "type of case",
            "form type",
            "form typ",
            "form",
            "form number",
            "form no",
            "form nbr",
            "form and title",
            "form type and title",
            "form of request",
            "your form",
            "form filed",
            "form you filed",
            "what you filed",
            "this notice is about",
            "this letter is about",
            "application type",
            "petition type",
            "application petition type",
            "type of application",
            "type of petition",
            "type of filing",
            "benefit type",
            "formulario",
            "tipo de caso",
            "case",
            "su formulario",
            "request type",
        ],
    ),
    (
        FieldKind::Class,
        &[
            "class",
            "class requested",
            "class sought",
            "class of admission",
            "coa",
            "classification",
            "class granted",
            "new class",
            "status",
            "clase",
        ],
    ),
    (
        FieldKind::Section,
        &["section", "section of law", "sec", "ina section", "seccion"],
    ),
    (
        FieldKind::Consulate,
        &[
            "consulate",
            "consular post",
            "visa post",
            "visa post consulate",
            "consulate post",
            "embassy consulate",
            "consulado",
            "us consulate",
        ],
    ),
    (
        FieldKind::EligibilityCategory,
        &[
            "eligibility category",
            "eligibility cat",
            "category",
            "elig category",
            "elig cat",
        ],
    ),
    (
        FieldKind::Amount,
        &[
            "amount received",
            "amount rec'd",
            "amount recd",
            "amt received",
            "amt recd",
            "amt rec'd",
            "total amount received",
            "total amt received",
            "total received",
            "total paid",
            "total amount paid",
            "amount paid",
            "you paid",
            "fee received",
            "fee rec'd",
            "fee recd",
            "fees received",
            "fee paid",
            "fee taken in",
            "fees paid",
            "amount we received",
            "we received",
            "total amount rec'd",
            "total amt rec'd",
            "payment received",
            "cantidad recibida",
            "monto recibido",
            "total fee received",
            "total fees received",
            "total",
        ],
    ),
    (
        FieldKind::AppointmentPlace,
        &[
            "application support center",
            "please come to",
            "come to",
            "where",
            "place",
            "location",
            "report to",
            "please report to",
            "appointment location",
            "place of appointment",
            "place of interview",
            "interview location",
            "asc location",
            "address of appointment",
            "location of appointment",
        ],
    ),
    (
        FieldKind::AppointmentTime,
        &[
            "at",
            "time",
            "appointment time",
            "hour",
            "time of appointment",
            "date and time of appointment",
            "date and time",
            "when",
        ],
    ),
    (
        FieldKind::I94Number,
        &[
            "i-94",
            "i94",
            "i-94 number",
            "i-94 no",
            "i-94 record number",
            "i-94 admission number",
            "admission number",
            "admission i-94 record number",
            "i-94 nbr",
            "form i-94 number",
            "departure number",
            "i-94 arrival departure record number",
        ],
    ),
];

/// The phrases parted into words.
pub(super) static SPLIT: LazyLock<Vec<(FieldKind, Vec<&str>)>> = LazyLock::new(|| {
    let parted = |(kind, list): &(FieldKind, &[&'static str])| {
        let kind = *kind;
        let words = list.iter().map(|text| text.split(' ').collect());
        words.map(|words| (kind, words)).collect::<Vec<_>>()
    };
    PHRASES.iter().flat_map(parted).collect()
});
