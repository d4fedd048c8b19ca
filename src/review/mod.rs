//! What a person decided at the review page, and how it comes back into the records of a later run.
//!
//! A decision belongs to a place: the content of a file, a page, and a box on it; so it survives
//! that files are moved and that the batch is read again. It counts where the report shows what the
//! person saw. One that does not fit (another value or none at its place, a value where none was
//! found) changes nothing and is reported. Of two that differ the later counts, and if two people
//! made them, that is reported too.

mod apply;
mod field;
mod finding;
mod number;
mod several;

pub use apply::Decided;
pub use field::{FORMS, canonical};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::model::geometry::BoundingBox;
use crate::model::location::PageNumber;
pub use crate::model::mark::Action;
use crate::model::mark::Mark;
use crate::model::record::Subject;

/// The longest initials that are kept, in characters.
const LONGEST_INITIALS: usize = 12;

/// One decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The BLAKE3 hash of the file; `None` for a file that was not read and for a finding across
    /// documents.
    pub content_hash: Option<String>,
    /// Its path when it was decided, for people.
    pub path: String,
    /// The page, from 1; of a notice the first.
    pub page: PageNumber,
    /// The box of the value; `None` for a decision on a value that the notice does not have, on a
    /// finding and on a document.
    #[serde(rename = "box")]
    pub bounds: Option<BoundingBox>,
    /// Which of the notices that begin on the page, from 0; `None` where a box tells, and for what
    /// is about no notice.
    pub notice: Option<usize>,
    /// What it is about.
    pub kind: Subject,
    /// What had been read, or what the finding says, masked where the report was.
    pub read: Option<String>,
    /// What was done; `None` for a note alone.
    pub action: Option<Action>,
    /// The value that a person vouches for.
    pub value: Option<String>,
    /// What a person wrote beside it.
    pub note: Option<String>,
    /// The initials of that person. Pages of older programs have none.
    pub by: Option<String>,
    /// When it was decided (RFC 3339). Pages of older programs do not say.
    pub at: Option<String>,
}

impl Decision {
    /// What stays with the value.
    fn mark(&self) -> Option<Mark> {
        Some(Mark {
            action: self.action?,
            by: self.by.clone(),
            at: self.at.clone(),
        })
    }

    /// What it makes of a value that was read, which a masked report shows as `masked`; `None`
    /// where the report shows something else by now than the person saw.
    fn outcome(&self, value: &str, masked: &str) -> Option<Outcome> {
        let read = self.read.as_deref();
        let as_read = read.is_some_and(|read| read == value || read == masked);
        let as_decided = self.value.as_deref() == Some(value);
        match (self.action?, &self.value) {
            (Action::Dismissed, _) if as_read => Some(Outcome::Dismissed),
            (Action::Confirmed, None) if as_read => Some(Outcome::Vouched(value.to_owned())),
            (Action::Corrected, Some(better)) if as_read => Some(Outcome::Vouched(better.clone())),
            (Action::Confirmed | Action::Corrected | Action::Supplied, _) if as_decided => {
                Some(Outcome::Vouched(value.to_owned()))
            }
            _ => None,
        }
    }

    fn time(&self) -> Option<Timestamp> {
        self.at.as_deref()?.parse().ok()
    }

    /// Brings what a person typed to the form that the program writes, or says what is wrong.
    fn normalize(&mut self) -> Result<(), String> {
        self.by = self.by.take().and_then(|by| initials(&by));
        if self.at.is_some() && self.time().is_none() {
            return Err("its time is invalid".to_owned());
        }
        let needs_value = matches!(self.action, Some(Action::Corrected | Action::Supplied));
        if let Some(value) = &self.value {
            let canonical = match self.kind {
                Subject::Number(kind) => kind.canonical(value),
                Subject::Field(kind) => field::canonical(kind, value),
                Subject::Finding(_) | Subject::Document(_) => None,
            };
            let wrong = || format!("its value is not a valid {}", self.kind.name());
            self.value = Some(canonical.ok_or_else(wrong)?);
        } else if needs_value {
            return Err("it has no value".to_owned());
        }
        let has_no_place = matches!(self.action, Some(Action::Supplied | Action::Checked));
        if has_no_place == self.bounds.is_some() && self.action.is_some() {
            return Err("its box does not match its action".to_owned());
        }
        let is_value = matches!(self.kind, Subject::Number(_) | Subject::Field(_));
        if !is_value && !matches!(self.action, Some(Action::Checked) | None) {
            return Err("only a value can be confirmed or corrected".to_owned());
        }
        Ok(())
    }
}

/// What a decision makes of a value that was read.
enum Outcome {
    /// The notice has no such value.
    Dismissed,
    /// A person vouches for this one.
    Vouched(String),
}

/// Initials without what is no print; `None` where nothing is left.
fn initials(text: &str) -> Option<String> {
    let kept = text.chars().filter(|c| !c.is_control());
    let kept: String = kept.take(LONGEST_INITIALS).collect();
    let kept = kept.trim();
    (!kept.is_empty()).then(|| kept.to_owned())
}

/// A file of decisions, as the review page exports it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decisions {
    /// 1.
    pub schema_version: u32,
    /// In no order.
    pub decisions: Vec<Decision>,
}

impl Decisions {
    /// Reads a file of decisions; what is wrong with it is said without quoting it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut file: Self = serde_json::from_str(text).map_err(|e| {
            format!(
                "not a file of decisions (line {}, column {})",
                e.line(),
                e.column()
            )
        })?;
        if file.schema_version != 1 {
            return Err(format!(
                "decisions of an unknown version, {}",
                file.schema_version
            ));
        }
        for (index, decision) in file.decisions.iter_mut().enumerate() {
            let wrong = |why| format!("decision {}: {why}", index + 1);
            decision.normalize().map_err(wrong)?;
        }
        Ok(file)
    }
}

#[cfg(test)]
mod tests;
