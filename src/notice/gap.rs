//! Places of a page of which nobody can say what is printed there, each with why.

use serde::{Deserialize, Serialize};

use crate::model::geometry::BoundingBox;

/// A place that was not read. As long as there is one, no account number can be called absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// Why, in plain words; nothing of the page is in it.
    pub why: String,
    /// Where; `None` for the page as a whole.
    pub bounds: Option<BoundingBox>,
}

impl Gap {
    pub(super) fn at(bounds: BoundingBox, why: &str) -> Gap {
        Gap {
            why: why.to_owned(),
            bounds: Some(bounds),
        }
    }

    pub(crate) fn of_page(why: &str) -> Gap {
        Gap {
            why: why.to_owned(),
            bounds: None,
        }
    }
}
