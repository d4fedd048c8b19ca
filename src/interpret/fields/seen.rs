//! A field as one page shows it at one place.

use serde::{Deserialize, Serialize};

use super::sheet::Page;
use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::record::FieldKind;
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;

/// A field with its value, its place and the reasons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FieldReading {
    /// Which field.
    pub kind: FieldKind,
    /// The canonical value.
    pub value: String,
    /// As printed.
    pub printed: String,
    /// The title of a case type.
    pub title: Option<String>,
    /// Accepted or review.
    pub verdict: Verdict,
    /// How sure.
    pub confidence: Confidence,
    /// Where, on the text's page.
    pub bounds: BoundingBox,
    /// Where the value itself stands: of an address, the name.
    pub value_bounds: BoundingBox,
    /// By which road it was read.
    pub source: TextSource,
    /// The label, as printed.
    pub label: Option<String>,
    /// The reasons, in words without the value.
    pub reasons: Vec<String>,
    /// How directly the page says it: the least counts where several differ.
    pub rank: Rank,
    /// Whether it is in review only for how it was read.
    pub unsure: Unsure,
}

/// Whether a reading is in review only for how it was read, and what may settle it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unsure {
    /// It is not.
    #[default]
    No,
    /// The pixels were not read surely enough: the same value elsewhere on the notice settles it,
    /// or another reader of the place.
    Faint,
    /// Letters that look like others, which this reader would misread everywhere: only another
    /// reader settles it.
    Letters,
}

/// How directly a page says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Rank {
    /// At its own label, or as the title.
    Labelled,
    /// In a table, of one of several people.
    Tabled,
    /// By its place alone.
    Placed,
    /// In a sentence.
    Spoken,
}

impl FieldReading {
    /// A reading of some tokens, accepted until something speaks against it; `None` where they have
    /// no place.
    pub(super) fn of(
        page: &Page<'_>,
        kind: FieldKind,
        tokens: &[usize],
        value: impl Into<String>,
    ) -> Option<Self> {
        let bounds = page.sheet().rect_of(tokens.iter().copied()).bounds()?;
        let words: Vec<&str> = tokens
            .iter()
            .map(|t| page.token(*t).text.as_str())
            .collect();
        Some(Self {
            kind,
            value: value.into(),
            printed: words.join(" "),
            title: None,
            verdict: Verdict::Accepted,
            confidence: page.confidence(tokens.iter().copied()),
            bounds,
            value_bounds: bounds,
            source: page.text.source,
            label: None,
            reasons: Vec::new(),
            rank: Rank::Labelled,
            unsure: Unsure::No,
        })
    }

    /// The print that was read as the value: of an address, the name.
    pub(super) fn print_of_value(&self) -> &str {
        if self.kind == FieldKind::Addressee {
            &self.value
        } else {
            &self.printed
        }
    }

    /// The same with its label and how it stands to it.
    pub(super) fn labelled(mut self, label: &str, relation: &str) -> Self {
        self.reasons
            .push(format!("it stands {relation} \u{201c}{label}\u{201d}"));
        self.label = Some(label.to_owned());
        self
    }

    /// The same with another reason.
    pub(super) fn because(mut self, why: impl Into<String>) -> Self {
        self.reasons.push(why.into());
        self
    }

    /// The same said less directly.
    pub(super) fn ranked(mut self, rank: Rank) -> Self {
        self.rank = rank;
        self
    }

    /// Sends it to review.
    pub fn doubt(&mut self, why: impl Into<String>) {
        self.verdict = Verdict::Review;
        self.unsure = Unsure::No;
        self.confidence = self.confidence.min(Confidence::UNKNOWN);
        self.reasons.insert(0, why.into());
    }

    /// The same, in review where `why` says so.
    pub(super) fn doubted(mut self, why: Option<impl Into<String>>) -> Self {
        if let Some(why) = why {
            self.doubt(why);
        }
        self
    }
}
