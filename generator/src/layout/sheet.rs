//! Display lists: the texts, rules and bars of a page, before they become PDF or pixels.
//!
//! Coordinates are PDF points from the top left of the page, y downwards; text is placed by its
//! baseline.

use crate::typeface::{Face, Family};

/// US Letter, width and height in points.
pub const LETTER: (f32, f32) = (612.0, 792.0);

/// One thing drawn on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A run of text on one baseline.
    Text(Text),
    /// A filled rectangle: a rule, a bar or a shaded cell.
    Fill {
        /// Left, top, right and bottom.
        area: [f32; 4],
        /// 0 is black, 1 is white.
        shade: f32,
    },
}

/// A run of text on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Left end of the baseline.
    pub x: f32,
    /// Height of the baseline.
    pub baseline: f32,
    /// Size of the type in points.
    pub size: f32,
    /// The cut of the type.
    pub face: Face,
    /// 0 is black, 1 is white.
    pub shade: f32,
    /// What is written.
    pub text: String,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// The default family.
    pub family: Family,
    /// What is drawn, in order.
    pub marks: Vec<Mark>,
}

impl Sheet {
    /// An empty US Letter page.
    pub fn letter(family: Family) -> Self {
        Self {
            width: LETTER.0,
            height: LETTER.1,
            family,
            marks: Vec::new(),
        }
    }

    /// Writes a text and returns the x where it ends.
    pub fn write(&mut self, face: Face, size: f32, x: f32, baseline: f32, text: &str) -> f32 {
        self.write_shaded(face, size, x, baseline, text, 0.0)
    }

    /// Writes a text in gray and returns the x where it ends.
    pub fn write_shaded(
        &mut self,
        face: Face,
        size: f32,
        x: f32,
        baseline: f32,
        text: &str,
        shade: f32,
    ) -> f32 {
        if !text.trim().is_empty() {
            self.marks.push(Mark::Text(Text {
                x,
                baseline,
                size,
                face,
                shade,
                text: text.to_owned(),
            }));
        }
        x + face.width(text, size)
    }

    /// Writes in the regular cut of the page's family.
    pub fn plain(&mut self, size: f32, x: f32, baseline: f32, text: &str) -> f32 {
        self.write(Face::regular(self.family), size, x, baseline, text)
    }

    /// Writes in the bold cut of the page's family.
    pub fn bold(&mut self, size: f32, x: f32, baseline: f32, text: &str) -> f32 {
        self.write(Face::bold(self.family), size, x, baseline, text)
    }

    /// Writes a text that ends at `right`.
    pub fn flush_right(&mut self, face: Face, size: f32, right: f32, baseline: f32, text: &str) {
        self.write(face, size, right - face.width(text, size), baseline, text);
    }

    /// Writes a text centered on x = `centre`.
    pub fn centred(&mut self, face: Face, size: f32, centre: f32, baseline: f32, text: &str) {
        self.write(
            face,
            size,
            centre - face.width(text, size) / 2.0,
            baseline,
            text,
        );
    }

    /// Writes a text wrapped at `measure` points and returns the baseline after the last line.
    pub fn paragraph(
        &mut self,
        face: Face,
        size: f32,
        x: f32,
        baseline: f32,
        measure: f32,
        text: &str,
    ) -> f32 {
        let mut y = baseline;
        for line in break_lines(face, size, measure, text) {
            self.write(face, size, x, y, &line);
            y += size * 1.18;
        }
        y
    }

    /// Fills a rectangle.
    pub fn fill(&mut self, area: [f32; 4], shade: f32) {
        self.marks.push(Mark::Fill { area, shade });
    }

    /// Draws a level rule of this weight.
    pub fn rule(&mut self, left: f32, right: f32, y: f32, weight: f32) {
        self.fill([left, y - weight / 2.0, right, y + weight / 2.0], 0.0);
    }

    /// Draws an upright rule of this weight.
    pub fn upright(&mut self, x: f32, top: f32, bottom: f32, weight: f32) {
        self.fill([x - weight / 2.0, top, x + weight / 2.0, bottom], 0.0);
    }

    /// Draws the four sides of a box.
    pub fn frame(&mut self, area: [f32; 4], weight: f32) {
        let [left, top, right, bottom] = area;
        self.rule(left - weight / 2.0, right + weight / 2.0, top, weight);
        self.rule(left - weight / 2.0, right + weight / 2.0, bottom, weight);
        self.upright(left, top, bottom, weight);
        self.upright(right, top, bottom, weight);
    }

    /// Draws a barcode: `modules` from left to right, true is a bar, each `module` points wide.
    pub fn bars(&mut self, left: f32, top: f32, module: f32, height: f32, modules: &[bool]) {
        let mut at = 0;
        for run in modules.chunk_by(|a, b| a == b) {
            if run[0] {
                let x = left + at as f32 * module;
                self.fill([x, top, x + run.len() as f32 * module, top + height], 0.0);
            }
            at += run.len();
        }
    }

    /// The runs of text, in the order of drawing.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text(text) => Some(text),
            Mark::Fill { .. } => None,
        })
    }
}

/// Wraps a text at `measure` points.
fn break_lines(face: Face, size: f32, measure: f32, text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if !line.is_empty() && face.width(&longer, size) > measure {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        } else {
            line = longer;
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// As many characters of the text as fit.
pub fn cut_to(face: Face, size: f32, measure: f32, text: &str) -> String {
    let mut kept = text.to_owned();
    while !kept.is_empty() && face.width(&kept, size) > measure {
        kept.pop();
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_keep_their_measure() {
        let face = Face::regular(Family::Times);
        let lines = break_lines(
            face,
            9.0,
            120.0,
            "the case was filed on the date listed above and is not yet decided",
        );
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| face.width(line, 9.0) <= 120.0));
    }

    #[test]
    fn bars_join_equal_modules() {
        let mut sheet = Sheet::letter(Family::Times);
        sheet.bars(0.0, 0.0, 1.0, 10.0, &[true, true, false, true]);
        assert_eq!(sheet.marks.len(), 2);
    }
}
