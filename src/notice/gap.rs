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

/// Why nothing can be said of a page that was read badly all over.
const WHOLE_PAGE: &str = "the page as a whole was not read with confidence";

impl Gap {
    /// A page that was read badly all over: any of its numbers may be lost.
    pub(super) fn whole_page() -> Gap {
        Gap::of_page(WHOLE_PAGE)
    }

    pub(super) fn is_whole_page(&self) -> bool {
        self.why == WHOLE_PAGE
    }

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
