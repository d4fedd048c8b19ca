//! The mark that a person's decision leaves on what it is about.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a person did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// The value is right as it was read.
    Confirmed,
    /// The value is another one.
    Corrected,
    /// There is no such value at this place.
    Dismissed,
    /// A value that the program did not see.
    Supplied,
    /// Somebody looked: there is none, or there is nothing more to do.
    Checked,
}

/// A person's decision: what was done, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Mark {
    /// What was done.
    pub action: Action,
    /// Initials; `None` where nobody gave any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The time of the decision (RFC 3339).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

impl Mark {
    /// For people: `corrected by AB`.
    pub fn words(&self) -> String {
        let done = match self.action {
            Action::Confirmed => "confirmed",
            Action::Corrected => "corrected",
            Action::Dismissed => "dismissed",
            Action::Supplied => "entered",
            Action::Checked => "checked",
        };
        format!("{done} by {}", self.who())
    }

    /// The initials, or what stands for them.
    pub fn who(&self) -> &str {
        self.by.as_deref().unwrap_or("a person")
    }
}
