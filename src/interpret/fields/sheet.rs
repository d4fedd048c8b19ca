//! A page as its fields see it: the layout and labels that were understood, how surely each word
//! was read, and where this page puts its values.

use crate::interpret::meaning::sheet::{Sheet, Token};
use crate::interpret::meaning::{LabelKind, Layout, Meaning, Reading, Relation, ValueKind};
use crate::model::confidence::Confidence;
use crate::text::PageText;
use std::ops::Range;

/// A page with so few labelled values has no habit yet: what is seen counts beside this many values
/// that say nothing.
const UNSEEN: f32 = 2.0;
/// The share of a relation that says neither yes nor no.
pub(super) const NEUTRAL_SHARE: f32 = 0.35;

/// What fields are read from.
pub(super) struct Page<'a> {
    pub text: &'a PageText,
    pub meaning: &'a Meaning,
    layout: &'a Layout,
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &'a PageText, meaning: &'a Meaning, layout: &'a Layout) -> Self {
        Self {
            text,
            meaning,
            layout,
        }
    }

    pub(super) fn sheet(&self) -> &'a Sheet {
        &self.layout.sheet
    }

    pub(super) fn token(&self, index: usize) -> &'a Token {
        &self.layout.sheet.tokens[index]
    }

    pub(super) fn tokens(&self, range: Range<usize>) -> &'a [Token] {
        &self.layout.sheet.tokens[range]
    }

    /// Whether it was read from pixels, so that letters may be wrong.
    pub(super) fn pixels(&self) -> bool {
        self.layout.sheet.pixels
    }

    /// The typed value that a token belongs to.
    pub(super) fn value(&self, token: usize) -> Option<&'a Reading> {
        let index = self.token(token).value?;
        self.meaning.readings.get(index)
    }

    /// Its shape.
    pub(super) fn shape(&self, token: usize) -> Option<ValueKind> {
        self.value(token).map(|reading| reading.shape)
    }

    /// Whether a token is part of a number, a date or another typed value; a name is none.
    pub(super) fn is_typed(&self, token: usize) -> bool {
        let shape = self.shape(token);
        shape.is_some_and(|s| !matches!(s, ValueKind::Name | ValueKind::Scrap))
    }

    /// The kinds of the labels that hold a token.
    pub(super) fn kinds(&self, token: usize) -> impl Iterator<Item = LabelKind> + '_ {
        let labels = self.layout.of_token.get(token).into_iter().flatten();
        labels.filter_map(|l| Some(self.meaning.labels.get(*l)?.label.kind))
    }

    /// Whether a label of one of the three numbers or a date holds a token.
    pub(super) fn is_number_label(&self, token: usize) -> bool {
        self.kinds(token).any(|kind| {
            matches!(
                kind,
                LabelKind::Account
                    | LabelKind::Representative
                    | LabelKind::ANumber
                    | LabelKind::Receipt
                    | LabelKind::Date(_)
            )
        })
    }

    /// Whether a label of a number or a date holds a token.
    pub(super) fn is_other_label(&self, token: usize) -> bool {
        let foreign = self.kinds(token).any(|kind| kind == LabelKind::Foreign);
        foreign || self.is_number_label(token)
    }

    /// How surely the words of some tokens were read: as the weakest.
    pub(super) fn confidence(&self, tokens: impl IntoIterator<Item = usize>) -> Confidence {
        let of = |t: usize| {
            let (line, word) = self.token(t).place;
            let word = self.text.lines.get(line).and_then(|l| l.words.get(word));
            word.map_or(Confidence::NONE, |w| w.confidence)
        };
        let least = tokens.into_iter().map(of).min();
        least.unwrap_or(Confidence::NONE)
    }

    /// The share of the page's labelled values that stand so to their labels.
    pub(super) fn share(&self, relation: Relation) -> f32 {
        let placed = |r: &&Reading| {
            let known = |k| !matches!(k, LabelKind::Unknown | LabelKind::Name);
            let labelled = r.label.as_ref().is_some_and(|l| known(l.kind));
            let alone = matches!(
                r.relation,
                Some(Relation::Right | Relation::Below | Relation::Above | Relation::Left)
            );
            labelled && alone
        };
        let all = || self.meaning.readings.iter().filter(placed);
        let of = all().filter(|r| r.relation == Some(relation)).count() as f32;
        (of + UNSEEN * NEUTRAL_SHARE) / (all().count() as f32 + UNSEEN)
    }
}
