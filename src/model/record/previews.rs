//! PreviewOptions that go with a record: crops of the places that a person should compare, and pages with everything drawn on
//! them that was seen there. Only reports that show pictures ask for them, so the JSON formats never hold any.

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
    /// The head of a notice on which no account number was accepted.
    Head,
    /// A page that could not be read, or hardly.
    Page,
}

/// One reader's word for what stands at a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Who looked.
    pub reader: String,
    /// The canonical value; `None` when nothing of the kind was seen.
    pub value: Option<String>,
}

/// A small grey picture of a part of a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Crop {
    /// Page and box of what it shows: those of a sighting where it shows a number.
    #[serde(flatten)]
    pub location: Location,
    /// What it shows.
    pub shows: Shows,
    /// Width and height in pixels.
    pub size: [u32; 2],
    /// Where the number's own box lies in it, in pixels: left, top, right, bottom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<[u32; 4]>,
    /// What each reader saw, where they differ; the first one's word is the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// The encoded picture.
    pub png: Png,
}

/// A whole page with what was seen on it drawn over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PagePicture {
    /// The page, from 1.
    pub page: PageNumber,
    /// The encoded picture.
    pub png: Png,
}

/// An encoded PNG; written in JSON as Base64.
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
            .map_err(|_| serde::de::Error::custom("a picture that is not Base64"))
    }
}
