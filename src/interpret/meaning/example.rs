//! Numbers that are examples: announced as such, or in a box headed as a sample.

use super::label::Label;
use super::relation::Geometry;
use super::turns::{ANNOUNCING, EXAMPLES, nearly_says, says, says_first, says_last, spoken};
use super::value::Value;
use std::ops::Range;

/// Words that head a box with a sample in it.
const SAMPLES: [&str; 4] = ["sample", "example", "specimen", "ejemplo"];

/// Words of the longest phrase that announces an example.
const LONGEST_CUE: usize = 2;
/// Lines of one text are at most this many ems apart from top to top.
const LINE_PITCH: f32 = 1.7;

impl Geometry<'_> {
    /// Whether what is said up to the end of its clause, or the box around it, makes a value an
    /// example. `Yours is 0123…; numbers such as 4567… are examples` makes none of the first.
    pub(super) fn is_example(&self, v: &Value) -> bool {
        let run = || self.sheet.runs[v.run].tokens.clone();
        let mut said = self.sentence_of(v).unwrap_or_else(run);
        said.end = self.clause(&said, v.last()).end;
        if let Some(cue) = self.next_example(v, &said) {
            said.end = cue;
        }
        self.says_example(said) || self.is_in_sample(v) || self.follows_example(v)
    }

    /// Where words behind a value announce that what follows them, another number, is an example.
    fn next_example(&self, v: &Value, said: &Range<usize>) -> Option<usize> {
        let behind = v.last() + 1..said.end;
        let is_number = |t: usize| {
            let value = self.sheet.tokens[t].value;
            value.is_some_and(|other| self.values[other].kind == v.kind)
        };
        behind.clone().find(|cue| {
            let words = &self.sheet.tokens[*cue..said.end.min(cue + LONGEST_CUE)];
            let announces = says_first(&spoken(words), &ANNOUNCING);
            announces && (*cue..said.end).any(is_number)
        })
    }

    /// Whether a value begins a line and the line over it ends in words that announce an example,
    /// where the two were not taken for one sentence.
    fn follows_example(&self, v: &Value) -> bool {
        let run = &self.sheet.runs[v.run];
        if v.first() != run.tokens.start || self.sentence_of(v).is_some() {
            return false;
        }
        let from = run.rect.y0 - LINE_PITCH * run.size;
        self.sheet.band(from, run.rect.cy()).any(|above| {
            let line = &self.sheet.runs[above];
            let is_over = line.rect.cy() < run.rect.y0 && line.rect.over_x(&run.rect) > 0.0;
            let end = line.tokens.end;
            let words = line.tokens.start.max(end.saturating_sub(LONGEST_CUE))..end;
            let text = spoken(&self.sheet.tokens[words]);
            is_over && says_last(&text, &ANNOUNCING)
        })
    }

    /// Whether a later clause of its sentence speaks of an example, of which the value may be one.
    pub(super) fn may_be_example(&self, v: &Value) -> bool {
        self.sentence_of(v).is_some_and(|s| self.says_example(s))
    }

    fn says_example(&self, said: Range<usize>) -> bool {
        let text = spoken(&self.sheet.tokens[said]);
        says(&text, &EXAMPLES) || self.sheet.pixels && nearly_says(&text, &EXAMPLES)
    }

    /// Whether a value stands in a ruled box that is headed as a sample.
    fn is_in_sample(&self, v: &Value) -> bool {
        let sheet = self.sheet;
        let cell = sheet.cell(v.rect.cx(), v.rect.cy());
        let ruled = cell.y0 > 0.0 && cell.y1 < sheet.height;
        let heads = |run: usize| {
            let r = &sheet.runs[run];
            let first = &sheet.tokens[r.tokens.start].norm;
            let first = first.trim_matches(|c: char| !c.is_alphabetic());
            let inside = r.rect.cx() > cell.x0 && r.rect.cx() < cell.x1;
            inside && r.rect.y0 < v.rect.y0 && SAMPLES.contains(&first)
        };
        ruled && sheet.band(cell.y0, v.rect.y0).any(heads)
    }

    /// Whether the words of a label announce an example.
    pub(super) fn speaks_of_example(&self, l: &Label) -> bool {
        says(&spoken(&self.sheet.tokens[l.tokens.clone()]), &EXAMPLES)
    }
}
