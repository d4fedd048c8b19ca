//! The style of a notice: type, sizes, boxes and positions of values. Random for every notice.

use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The position of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// Under its label.
    Under,
    /// Right of its label, on the same line, where there is room.
    Right,
}

/// What rules a table has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boxed {
    /// A box around each cell.
    Cells,
    /// Rules between rows only.
    Rows,
    /// None.
    None,
}

/// The style of a notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// The typeface family.
    pub family: Family,
    /// Size of labels, 5 to 9 points.
    pub label_size: f32,
    /// Size of values, 7.5 to 11 points.
    pub value_size: f32,
    /// Size of running text.
    pub body_size: f32,
    /// Labels in bold.
    pub bold_labels: bool,
    /// Values in bold.
    pub bold_values: bool,
    /// Labels in capitals.
    pub capital_labels: bool,
    /// Labels end with a colon.
    pub colon: bool,
    /// The position of values.
    pub placement: Placement,
    /// What rules tables have.
    pub boxed: Boxed,
    /// Weight of the rules in points.
    pub rule: f32,
    /// Space above and below the text of a cell.
    pub padding: f32,
    /// Left edge of the text.
    pub left: f32,
    /// Right edge of the text.
    pub right: f32,
    /// Dates as `April 1, 2021` instead of `04/01/2021`.
    pub long_dates: bool,
    /// Cells are shaded a little.
    pub shaded: bool,
}

impl Style {
    /// Picks a random style; `plain` keeps to the official grid.
    pub fn draw(rng: &mut Rng, plain: bool) -> Self {
        let family = match rng.below(10) {
            0..=2 => Family::Helvetica,
            3 | 4 => Family::Times,
            5 => Family::Courier,
            _ => rng.pick(&Family::ALL),
        };
        let margin = rng.uniform(30.0, 62.0);
        let (label, value) = if plain {
            (6.0, 8.0)
        } else {
            (rng.uniform(5.0, 9.0), rng.uniform(7.5, 11.0))
        };
        Self {
            family,
            label_size: label,
            value_size: if value < label { label } else { value },
            body_size: rng.uniform(8.0, 10.5),
            bold_labels: !plain && rng.chance(0.25),
            bold_values: !plain && rng.chance(0.25),
            capital_labels: false,
            colon: !plain && rng.chance(0.3),
            placement: if !plain && rng.chance(0.25) {
                Placement::Right
            } else {
                Placement::Under
            },
            boxed: if plain {
                Boxed::Cells
            } else {
                rng.pick(&[
                    Boxed::Cells,
                    Boxed::Cells,
                    Boxed::Cells,
                    Boxed::Rows,
                    Boxed::None,
                ])
            },
            rule: rng.uniform(0.4, 1.5),
            padding: rng.uniform(1.5, 5.0),
            left: margin,
            right: 612.0 - rng.uniform(30.0, 62.0),
            long_dates: rng.chance(0.3),
            shaded: !plain && rng.chance(0.1),
        }
    }

    /// The face of labels.
    pub fn label_face(&self) -> Face {
        Face {
            bold: self.bold_labels,
            ..Face::regular(self.family)
        }
    }

    /// The face of values.
    pub fn value_face(&self) -> Face {
        Face {
            bold: self.bold_values,
            ..Face::regular(self.family)
        }
    }

    /// A label as this style prints it.
    pub fn label(&self, text: &str) -> String {
        let text = if self.capital_labels {
            text.to_uppercase()
        } else {
            text.to_owned()
        };
        if self.colon && !text.is_empty() {
            format!("{text}:")
        } else {
            text
        }
    }

    /// Width of the text area.
    pub fn measure(&self) -> f32 {
        self.right - self.left
    }

    /// A date as this style prints it.
    pub fn date(&self, date: crate::case::Date) -> String {
        if self.long_dates {
            date.long()
        } else {
            date.numeric()
        }
    }
}
