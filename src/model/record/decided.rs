//! What a person decided, as it stays with the values and findings of a record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{FieldKind, NoticeRecord};
use crate::identifier::IdentifierKind;
use crate::model::finding::FindingKind;
use crate::model::mark::{Action, Mark};
use crate::model::verdict::Verdict;

/// What a decision is about. In JSON, the name of the number, the field or the finding, or
/// `document`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(untagged)]
pub enum Subject {
    /// One of the three numbers.
    Number(IdentifierKind),
    /// A field of a notice.
    Field(FieldKind),
    /// A finding.
    Finding(FindingKind),
    /// A document that could not be read.
    Document(WholeDocument),
}

/// The name of a document as a subject.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum WholeDocument {
    /// All of it.
    Document,
}

impl Subject {
    /// The name for people, as in the middle of a sentence.
    pub fn name(self) -> String {
        match self {
            Self::Number(kind) => kind.name().to_owned(),
            Self::Field(kind) => kind.phrase(),
            Self::Finding(_) => "finding".to_owned(),
            Self::Document(_) => "document".to_owned(),
        }
    }
}

/// A decision on a value that a notice does not have: it was dismissed, or looked for in vain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Settled {
    /// Which value.
    pub kind: Subject,
    /// The decision.
    #[serde(flatten)]
    pub mark: Mark,
}

impl NoticeRecord {
    /// Every number and field in review, with the best guess.
    pub fn in_review(&self) -> impl Iterator<Item = (Subject, &str)> {
        let numbers = self.identifiers.iter();
        let numbers = numbers.filter(|i| i.verdict == Verdict::Review);
        let fields = self.fields.iter().filter(|(_, f)| !f.is_accepted());
        numbers
            .map(|i| (Subject::Number(i.kind), i.value.as_str()))
            .chain(fields.map(|(kind, f)| (Subject::Field(kind), f.value.as_str())))
    }

    /// Whether a person decided that the notice has no such value.
    pub fn is_settled(&self, kind: Subject) -> bool {
        self.decided.iter().any(|settled| settled.kind == kind)
    }

    /// Every decision on the notice in words, such as `receipt number corrected by AB`.
    pub fn decisions(&self) -> Vec<String> {
        let number = |mark: &Mark, name: &str| format!("{name} {}", mark.words());
        let numbers = self.identifiers.iter().filter_map(|identifier| {
            let mark = identifier.decided.as_ref()?;
            Some(number(mark, identifier.kind.name()))
        });
        let fields = self.fields.iter().filter_map(|(kind, field)| {
            let mark = field.decided.as_ref()?;
            Some(number(mark, &kind.phrase()))
        });
        let none = self.decided.iter().map(|settled| {
            let name = settled.kind.name();
            match settled.mark.action {
                Action::Checked => format!("{name} checked by {}: none there", settled.mark.who()),
                _ => number(&settled.mark, &name),
            }
        });
        let findings = self.findings.iter().filter_map(|finding| {
            let mark = finding.decided.as_ref()?;
            Some(format!("{} {}", finding.kind, mark.words()))
        });
        let values = numbers.chain(fields).chain(none);
        values.chain(findings).collect()
    }
}
