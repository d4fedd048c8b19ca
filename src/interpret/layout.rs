//! Which label governs which value: to the right of it, or under it in its own cell or column. Pure geometry.

use std::ops::Range;

use super::candidate::LEAST_DIGITS;
use super::label::Label;
use crate::model::geometry::BoundingBox;
use crate::text::{PageText, TextLine, Word};

/// How a value stands to the label that governs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Behind it in the same cell.
    Beside,
    /// In the next cell to the right.
    NextCell,
    /// Under it in its cell.
    Under,
    /// Further down in the column of a table that it heads.
    InColumn,
}

impl Relation {
    /// In words, for the evidence.
    pub fn describe(self) -> &'static str {
        match self {
            Self::Beside => "right behind its label",
            Self::NextCell => "in the cell right of its label",
            Self::Under => "in the cell under its label",
            Self::InColumn => "in the column under its label",
        }
    }
}

/// How far, in heights of the label or value, a value may stand under its label.
const REACH_UNDER: f32 = 2.4;
/// How far to the right, in points, a value's cell may stand from its label's.
const REACH_RIGHT: f32 = 160.0;

/// A page's lines, rules and labels, asked for what governs what.
pub struct LabelLayout<'a> {
    page: &'a PageText,
    labels: &'a [Label],
}

impl<'a> LabelLayout<'a> {
    /// A layout of the labels found on a page.
    pub fn new(page: &'a PageText, labels: &'a [Label]) -> Self {
        Self { page, labels }
    }

    /// The label that governs some words of a line.
    pub fn label_for(
        &self,
        line: usize,
        words: &Range<usize>,
        bounds: &BoundingBox,
    ) -> Option<(&'a Label, Relation)> {
        if let Some(label) = self.beside(line, words) {
            return Some((label, Relation::Beside));
        }
        // Words in front that are no label name the value as something of their own ("Passport No. …").
        if named_by_own_words(&self.page.lines[line], words) {
            return None;
        }
        let next = self
            .left_cell(line, words, bounds)
            .map(|l| (l, Relation::NextCell));
        next.or_else(|| self.over(bounds).map(|l| (l, Relation::Under)))
    }

    /// The nearest label in front in the same cell, with at most two words between.
    fn beside(&self, line: usize, words: &Range<usize>) -> Option<&'a Label> {
        let in_front = self
            .labels
            .iter()
            .filter(|l| l.line == line && l.words.end <= words.start);
        in_front
            .max_by_key(|l| l.words.end)
            .filter(|l| words.start - l.words.end <= 2)
    }

    /// A cell to the left that ends in a label and holds no value of its own.
    fn left_cell(
        &self,
        line: usize,
        words: &Range<usize>,
        bounds: &BoundingBox,
    ) -> Option<&'a Label> {
        // Most lines have no label beside them, and labels are fewer than lines.
        let has_label = || {
            self.labels
                .iter()
                .any(|l| l.line != line && in_row(bounds, &self.page.lines[l.line].bounds))
        };
        if words.start > 0 || !has_label() {
            return None;
        }
        let neighbour = self
            .row(bounds)
            .filter(|(i, l)| *i != line && l.bounds.x1() <= bounds.x0() + 1.0);
        let (index, cell) = neighbour.max_by(|a, b| a.1.bounds.x1().total_cmp(&b.1.bounds.x1()))?;
        let near = bounds.x0() - cell.bounds.x1() < REACH_RIGHT;
        let label = self
            .labels
            .iter()
            .filter(|l| l.line == index)
            .max_by_key(|l| l.words.end)?;
        (near && label.words.end == cell.words.len()).then_some(label)
    }

    /// The nearest label above in whose column a value stands.
    fn over(&self, bounds: &BoundingBox) -> Option<&'a Label> {
        let above = self
            .labels
            .iter()
            .filter(|l| self.is_under(l, bounds) && !self.has_number_beside(l));
        above.max_by(|a, b| {
            a.bounds
                .y1()
                .total_cmp(&b.bounds.y1())
                .then(a.bounds.x0().total_cmp(&b.bounds.x0()))
        })
    }

    /// Whether a label's number stands right behind it: what stands under it then is something else's.
    fn has_number_beside(&self, label: &Label) -> bool {
        let digits = self
            .words_behind(label)
            .iter()
            .flat_map(|w| w.text.chars())
            .filter(char::is_ascii_digit);
        digits.count() >= LEAST_DIGITS
    }

    /// The words behind a label in its own cell, up to the next label.
    fn words_behind(&self, label: &Label) -> &'a [Word] {
        let words = &self.page.lines[label.line].words;
        let end = self
            .mates(label)
            .map(|l| l.words.start)
            .min()
            .unwrap_or(words.len());
        &words[label.words.end..end]
    }

    /// The labels behind a label in its own cell.
    fn mates(&self, label: &Label) -> impl Iterator<Item = &'a Label> {
        let (line, end) = (label.line, label.words.end);
        self.labels
            .iter()
            .filter(move |l| l.line == line && l.words.start >= end)
    }

    /// Whether a box stands in the column of a label, near enough under it and with no rule between.
    pub fn is_under(&self, label: &Label, bounds: &BoundingBox) -> bool {
        let height = label.bounds.height().max(bounds.height());
        let gap = bounds.y0() - label.bounds.y1();
        let near = reaches_under(label, bounds)
            && gap > -0.5 * height
            && bounds.center().y > label.bounds.y1();
        // Columns are looked for last: all lines and rules of the page are gone through.
        let in_column = || {
            let (left, right) = self.column(label);
            bounds.x0() >= left && bounds.center().x < right
        };
        near && in_column() && !self.rule_between(label, bounds)
    }

    /// Left and right edge of a label's column: the vertical rules or the neighbours beside it.
    fn column(&self, label: &Label) -> (f32, f32) {
        let height = label.bounds.height();
        let walls = self
            .page
            .rules
            .iter()
            .filter(|r| !r.is_horizontal() && r.bounds.overlap_y(&label.bounds) > 0.5 * height);
        let (mut wall_left, mut wall_right) = (f32::NEG_INFINITY, f32::INFINITY);
        for wall in walls {
            let x = wall.bounds.center().x;
            if x <= label.bounds.x0() + 0.3 * height {
                wall_left = wall_left.max(x);
            } else if x >= label.bounds.x1() - 0.3 * height {
                wall_right = wall_right.min(x);
            }
        }
        let left = if label.bounds.x0() - wall_left < 4.0 * height {
            wall_left - 0.5
        } else {
            label.bounds.x0() - 1.5 * height
        };
        let neighbours = self
            .row(&label.bounds)
            .filter(|(i, l)| *i != label.line && l.bounds.x0() > label.bounds.x1());
        let mut right = neighbours
            .map(|(_, l)| l.bounds.x0())
            .fold(wall_right, f32::min);
        // A label in the same line ends the column too.
        right = self
            .mates(label)
            .map(|l| l.bounds.x0())
            .fold(right, f32::min);
        (left, right)
    }

    fn row(&self, bounds: &BoundingBox) -> impl Iterator<Item = (usize, &'a TextLine)> {
        let bounds = *bounds;
        self.page
            .lines
            .iter()
            .enumerate()
            .filter(move |(_, l)| in_row(&bounds, &l.bounds))
    }

    fn rule_between(&self, label: &Label, bounds: &BoundingBox) -> bool {
        let x = bounds.center().x;
        let (from, to) = (label.bounds.center().y, bounds.center().y);
        self.page
            .rules
            .iter()
            .filter(|r| r.is_horizontal())
            .any(|r| {
                let y = r.bounds.center().y;
                y > from && y < to && r.bounds.x0() < x && r.bounds.x1() > x
            })
    }

    /// The words that stand where a label's value belongs, whatever they are: behind it, right of it or under it.
    pub fn value_words(&self, label: &Label) -> Vec<String> {
        let mut words: Vec<String> = self
            .words_behind(label)
            .iter()
            .map(|w| w.text.clone())
            .collect();
        for (index, line) in self.page.lines.iter().enumerate() {
            let is_label = |w: usize| {
                self.labels
                    .iter()
                    .any(|l| l.line == index && l.words.contains(&w))
            };
            // A line that begins with a label of its own has no value of this one.
            if is_label(0) && index != label.line {
                continue;
            }
            // What stands neither under the label nor beside it is left out at once, which is most of a page.
            let beside = line.bounds.overlap_y(&self.page.lines[label.line].bounds) > 0.0;
            if !beside && !reaches_under(label, &line.bounds) {
                continue;
            }
            // In a list the values of the next rows stand under this label, too; they have labels of their own on their left.
            let left = line
                .words
                .first()
                .and_then(|w| self.left_cell(index, &(0..1), &w.bounds));
            if left.is_some_and(|other| !std::ptr::eq(other, label)) {
                continue;
            }
            for (at, word) in line
                .words
                .iter()
                .enumerate()
                .filter(|(at, _)| index != label.line && !is_label(*at))
            {
                let mine = || {
                    left.or_else(|| self.over(&word.bounds))
                        .is_some_and(|l| std::ptr::eq(l, label))
                };
                if self.is_under(label, &word.bounds) || (at == 0 && mine()) {
                    words.push(word.text.clone());
                }
            }
        }
        words
    }
}

/// Whether a box may stand under a label by its height alone; true of a line where it is of one of its words.
fn reaches_under(label: &Label, bounds: &BoundingBox) -> bool {
    let height = label.bounds.height().max(bounds.height());
    bounds.y1() > label.bounds.y1() && bounds.y0() - label.bounds.y1() < REACH_UNDER * height
}

/// Whether a line stands in the row of a box.
fn in_row(bounds: &BoundingBox, line: &BoundingBox) -> bool {
    line.overlap_y(bounds) > 0.5 * bounds.height().min(line.height())
}

/// Words such as "No." or "Number:" right in front of a value.
fn named_by_own_words(line: &TextLine, words: &Range<usize>) -> bool {
    let Some(before) = words.start.checked_sub(1).and_then(|i| line.words.get(i)) else {
        return false;
    };
    let name = super::label::fold(&before.text);
    before.text.ends_with([':', '#'])
        || matches!(
            name.as_str(),
            "NO" | "NUMBER" | "ID" | "CODE" | "CASE" | "REF" | "REFERENCE" | "ORDER" | "TRACKING"
        )
}

#[cfg(test)]
mod tests {
    use super::super::{find_candidates, labels};
    use super::*;
    use crate::interpret::LabelKind;
    use crate::model::source::TextSource;
    use crate::text::sample::page;

    /// The label kind that governs each candidate of a page.
    fn governed(rows: &[(f32, f32, &str)]) -> Vec<(String, Option<LabelKind>)> {
        let page = page(rows, TextSource::TextLayer);
        let labels = labels(&page);
        let layout = LabelLayout::new(&page, &labels);
        let candidates = find_candidates(&page);
        candidates
            .into_iter()
            .map(|s| {
                (
                    s.value.clone(),
                    layout
                        .label_for(s.line, &s.words, &s.bounds)
                        .map(|(l, _)| l.kind),
                )
            })
            .collect()
    }

    #[test]
    fn a_blank_cell_lends_its_label_to_nobody() {
        let rows = [
            (40.0, 100.0, "ACCOUNT NUMBER"),
            (200.0, 100.0, "USCIS A#"),
            (200.0, 110.0, "A123 456 789"),
        ];
        assert_eq!(
            governed(&rows),
            [("A123456789".to_owned(), Some(LabelKind::ANumber))]
        );
    }

    #[test]
    fn values_stand_under_their_own_column() {
        let rows = [
            (40.0, 100.0, "Receipt Number"),
            (200.0, 100.0, "USCIS Online Account Number"),
            (40.0, 110.0, "IOE0912345678"),
            (200.0, 110.0, "001234567890"),
        ];
        assert_eq!(
            governed(&rows),
            [
                ("IOE0912345678".to_owned(), Some(LabelKind::Receipt)),
                ("001234567890".to_owned(), Some(LabelKind::Account))
            ]
        );
    }

    #[test]
    fn a_blank_field_of_a_list_has_no_value_of_the_next() {
        let rows = [
            (40.0, 100.0, "USCIS ELIS Account Number"),
            (80.0, 114.0, "Alien Number"),
            (150.0, 114.0, "207110162"),
        ];
        let page = page(&rows, TextSource::TextLayer);
        let labels = labels(&page);
        assert_eq!(
            LabelLayout::new(&page, &labels).value_words(&labels[0]),
            Vec::<String>::new()
        );
        assert_eq!(
            LabelLayout::new(&page, &labels).value_words(&labels[1]),
            ["207110162"]
        );
    }

    #[test]
    fn a_label_with_its_number_has_no_second_one_under_it() {
        let rows = [
            (40.0, 100.0, "USCIS Online Account Number 001059098165"),
            (40.0, 112.0, "Tra king 8298 9310 9828"),
        ];
        assert_eq!(
            governed(&rows),
            [
                ("001059098165".to_owned(), Some(LabelKind::Account)),
                ("829893109828".to_owned(), None)
            ]
        );
    }

    #[test]
    fn a_value_names_itself() {
        let rows = [
            (40.0, 100.0, "USCIS Online Account Number"),
            (40.0, 110.0, "Order no. 001234567890"),
        ];
        assert_eq!(governed(&rows), [("001234567890".to_owned(), None)]);
    }
}
