//! What a person decided at the review page, and how it comes back into the records of a later run.
//!
//! A decision belongs to a place: the content of a file, a page, and a box on it; so it survives
//! that files are moved and that the batch is read again. It counts where the report shows what the
//! person saw. One that does not fit (another number or none at its place, a number where none was
//! found, a decision that another one contradicts) changes nothing and is reported.

mod apply;
mod contradiction;

pub use apply::Decided;
use serde::{Deserialize, Serialize};

use crate::identifier::IdentifierKind;
use crate::model::geometry::BoundingBox;
use crate::model::location::PageNumber;

/// What a person did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// The number is right as it was read.
    Confirmed,
    /// The number is another one.
    Corrected,
    /// There is no such number at this place.
    Dismissed,
    /// A number that the program did not see.
    Supplied,
    /// The notice was looked at and has no account number.
    Checked,
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The BLAKE3 hash of the file.
    pub content_hash: Option<String>,
    /// Its path when it was decided, for people.
    pub path: String,
    /// The page, from 1; of a notice the first.
    pub page: PageNumber,
    /// The box of the number; `None` for a decision on the account number of a notice that has
    /// none.
    #[serde(rename = "box")]
    pub bounds: Option<BoundingBox>,
    /// Which of the notices that begin on the page, from 0; `None` where a box tells.
    pub notice: Option<usize>,
    /// Which number.
    pub kind: IdentifierKind,
    /// What had been read, masked where the report was.
    pub read: Option<String>,
    /// What was done; `None` for a note alone.
    pub action: Option<Action>,
    /// The number that a person vouches for.
    pub value: Option<String>,
    /// What a person wrote beside it.
    pub note: Option<String>,
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
                "no file of decisions (line {}, column {})",
                e.line(),
                e.column()
            )
        })?;
        if file.schema_version != 1 {
            return Err(format!(
                "decisions of version {}, which is not known",
                file.schema_version
            ));
        }
        for (index, decision) in file.decisions.iter_mut().enumerate() {
            let fail = |why: &str| format!("decision {}: {why}", index + 1);
            let needs_value = matches!(decision.action, Some(Action::Corrected | Action::Supplied));
            match decision
                .value
                .as_deref()
                .map(|v| decision.kind.canonical(v))
            {
                Some(None) => {
                    return Err(fail(&format!("its value is no {}", decision.kind.name())));
                }
                Some(value) => decision.value = value,
                None if needs_value => return Err(fail("it has no value")),
                None => {}
            }
            let of_a_notice = matches!(decision.action, Some(Action::Supplied | Action::Checked));
            if of_a_notice == decision.bounds.is_some() && decision.action.is_some() {
                return Err(fail("its box does not go with what was done"));
            }
        }
        Ok(file)
    }
}
