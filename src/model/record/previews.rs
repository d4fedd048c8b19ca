//! Preview images in a record: crops for a reviewer to compare, and annotated pages.
//!
//! Only reports that show images request them, so the JSON formats never contain any.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::location::{Location, PageNumber};

/// What a crop shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shows {
    /// A number and its label.
    Value,
    /// The top of a notice on which no account number was accepted.
    Head,
    /// A page that could not be read well enough.
    Page,
    /// A page as a whole, small, on which places are shown.
    Overview,
}

/// What one engine read at a location.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The name of the engine.
    pub reader: String,
    /// The canonical value; `None` if the engine found no such number.
    pub value: Option<String>,
}

/// A small grayscale image of part of a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Crop {
    /// Page and box of what it shows; for a number, those of its sighting.
    #[serde(flatten)]
    pub location: Location,
    /// What it shows.
    pub shows: Shows,
    /// Width and height in pixels.
    pub size: [u32; 2],
    /// The number's box within the crop in pixels: left, top, right, bottom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<[u32; 4]>,
    /// The readings of all engines if they conflict; the first one is the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// The encoded image.
    pub png: Png,
}

/// An annotated page: what was read on it is drawn over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PagePicture {
    /// The page, from 1.
    pub page: PageNumber,
    /// The encoded image.
    pub png: Png,
}

/// An encoded PNG; Base64 in JSON.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Png(pub Vec<u8>);

impl Png {
    /// The bytes as Base64.
    pub fn base64(&self) -> String {
        STANDARD.encode(&self.0)
    }
}

impl std::fmt::Debug for Png {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Png({} bytes)", self.0.len())
    }
}

impl Serialize for Png {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.base64())
    }
}

impl<'de> Deserialize<'de> for Png {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD
            .decode(text)
            .map(Self)
            .map_err(|_| serde::de::Error::custom("image is not valid Base64"))
    }
}
