//! How well the type of a value suits a label.

use super::label::Label;
use super::phrase::LabelKind;
use super::shape::ValueKind;
use super::value::Value;

/// What a value of this kind costs a label of that kind; `None` where they never belong together.
pub(super) fn type_cost(label: &Label, value: &Value) -> Option<f32> {
    use ValueKind as V;
    let kind = value.kind;
    let length = value.digits.len();
    match label.kind {
        LabelKind::Account | LabelKind::Representative => match kind {
            V::Account => Some(0.0),
            V::Digits | V::Phone if (9..=15).contains(&length) => Some(2.2),
            V::Mixed if value.printed.chars().count() >= 9 => Some(2.0),
            _ => None,
        },
        LabelKind::Foreign => match kind {
            V::Account => Some(0.1),
            V::Digits | V::Stamp | V::Mixed | V::I94 | V::Labor | V::TaxId | V::Zip => Some(0.0),
            V::Phone => {
                let phone = ["phone", "fax", "telephone", "tel", "tel.", "tty", "call"];
                Some(if label.why.iter().any(|w| phone.contains(&w.as_str())) {
                    0.0
                } else {
                    1.0
                })
            }
            V::Receipt => Some(0.4),
            V::ANumber => Some(1.2),
            V::Date => Some(2.0),
            _ => None,
        },
        LabelKind::ANumber => match kind {
            V::ANumber => Some(0.0),
            V::Digits if value.may_be_a_number() => Some(0.3),
            _ => None,
        },
        LabelKind::Receipt => match kind {
            V::Receipt => Some(0.0),
            V::Mixed => Some(0.8),
            _ => None,
        },
        LabelKind::Date(_) => (kind == V::Date).then_some(0.0),
        LabelKind::Money => (kind == V::Money).then_some(0.0),
        LabelKind::Page => (kind == V::Page).then_some(0.0),
        LabelKind::Form | LabelKind::CaseType => (kind == V::Form).then_some(0.0),
        LabelKind::NoticeType => None,
        LabelKind::Name => match kind {
            V::Name => Some(0.0),
            V::ANumber => Some(1.0),
            _ => None,
        },
        LabelKind::Unknown => match kind {
            V::Account | V::Date => Some(1.0),
            V::Digits | V::Stamp | V::Mixed | V::Labor => Some(0.6),
            V::I94 | V::Phone | V::Money | V::TaxId | V::Zip => Some(0.8),
            V::Receipt => Some(1.4),
            V::ANumber => Some(1.6),
            _ => None,
        },
    }
}
