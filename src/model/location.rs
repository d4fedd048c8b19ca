//! Page numbers, and locations on pages.

use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::geometry::BoundingBox;

/// The number of a page in its document, from 1.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(transparent)]
pub struct PageNumber(NonZeroU32);

impl PageNumber {
    /// The first page.
    pub const FIRST: Self = Self(NonZeroU32::MIN);

    /// The number of the page at a 0-based index.
    pub fn from_index(index: usize) -> Self {
        let number = u32::try_from(index)
            .unwrap_or(u32::MAX - 1)
            .saturating_add(1);
        NonZeroU32::new(number).map_or(Self::FIRST, Self)
    }

    /// The 0-based index.
    pub fn index(self) -> usize {
        self.0.get() as usize - 1
    }

    /// The number, from 1.
    pub fn get(self) -> u32 {
        self.0.get()
    }
}

impl std::fmt::Display for PageNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// A box on a page of a document.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Location {
    /// The page, from 1.
    pub page: PageNumber,
    /// The box in PDF points from the top left of the page as a viewer shows it.
    #[serde(rename = "box")]
    pub bounds: BoundingBox,
}
