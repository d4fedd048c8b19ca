//! What the engine sees of a page: tokens in runs, runs in blocks, table rules, each with an index
//! for quick questions.

use super::lexicon::Lexicon;
use super::vocabulary::{Bits, on};
use crate::model::geometry::BoundingBox;
use std::ops::Range;

/// A box with plain edges, for arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::interpret) struct Rect {
    pub x0: f32,
    pub y0: f32,
    pub x1: f32,
    pub y1: f32,
}

impl Rect {
    pub(super) fn of(b: &BoundingBox) -> Self {
        Self {
            x0: b.x0(),
            y0: b.y0(),
            x1: b.x1(),
            y1: b.y1(),
        }
    }

    pub(in crate::interpret) fn union(&self, o: &Self) -> Self {
        let x0 = self.x0.min(o.x0);
        let y0 = self.y0.min(o.y0);
        Self {
            x0,
            y0,
            x1: self.x1.max(o.x1),
            y1: self.y1.max(o.y1),
        }
    }

    pub(in crate::interpret) fn width(&self) -> f32 {
        self.x1 - self.x0
    }

    pub(in crate::interpret) fn height(&self) -> f32 {
        self.y1 - self.y0
    }

    /// The middle from left to right.
    pub(in crate::interpret) fn cx(&self) -> f32 {
        (self.x0 + self.x1) / 2.0
    }

    /// The middle from top to bottom.
    pub(in crate::interpret) fn cy(&self) -> f32 {
        (self.y0 + self.y1) / 2.0
    }

    /// How far two boxes overlap from left to right; negative is the gap.
    pub(in crate::interpret) fn over_x(&self, o: &Self) -> f32 {
        self.x1.min(o.x1) - self.x0.max(o.x0)
    }

    /// How far two boxes overlap from top to bottom; negative is the gap.
    pub(in crate::interpret) fn over_y(&self, o: &Self) -> f32 {
        self.y1.min(o.y1) - self.y0.max(o.y0)
    }

    /// The box for the outside world.
    pub(in crate::interpret) fn bounds(&self) -> Option<BoundingBox> {
        BoundingBox::new(self.x0, self.y0, self.x1, self.y1).ok()
    }
}

/// A word, or what is left of it without a dot leader.
#[derive(Debug, Clone)]
pub(in crate::interpret) struct Token {
    /// As printed.
    pub text: String,
    /// As the vocabulary spells it, a letter read wrongly put right.
    pub norm: String,
    /// The lists of the vocabulary it is on.
    pub bits: Bits,
    /// Its line on the [`PageText`](crate::text::PageText) and its word in that line.
    pub place: (usize, usize),
    /// From a text layer, or read with confidence.
    pub sure: bool,
    /// A letter of it was put right to find it in the vocabulary.
    pub mended: bool,
    pub rect: Rect,
    /// Size of the type in points.
    pub size: f32,
    pub run: usize,
    /// The typed value it belongs to.
    pub value: Option<usize>,
    /// The sentence it belongs to.
    pub sentence: Option<usize>,
}

impl Token {
    /// Whether the word is on any of these lists.
    pub(super) fn is(&self, lists: Bits) -> bool {
        self.bits & lists != 0
    }

    /// Whether it is a word of other things, and not one that is common in any text.
    pub(super) fn is_plainly_foreign(&self) -> bool {
        self.is(on::FOREIGN) && !self.is(on::MILD)
    }

    /// Whether it is a word, though digits may stand in it: damaged, or a mark behind it.
    pub(super) fn is_mostly_letters(&self) -> bool {
        self.letters() * 2 > self.text.chars().count()
    }

    /// How many letters it has.
    pub(super) fn letters(&self) -> usize {
        self.text.chars().filter(|c| c.is_alphabetic()).count()
    }

    /// Whether it says that a number follows.
    pub(super) fn says_number(&self) -> bool {
        self.is(on::NUMBER) || super::normalize::is_number_sign(&self.text)
    }

    pub(super) fn ends_with(&self, marks: &[char]) -> bool {
        self.text.ends_with(marks)
    }
}

/// A word that is no token yet.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) rect: Rect,
    pub(super) size: f32,
    pub(super) place: (usize, usize),
    pub(super) sure: bool,
    pub(super) leads: bool,
}

/// Tokens that follow one another in one cell of a row.
#[derive(Debug, Clone)]
pub(in crate::interpret) struct Run {
    pub tokens: Range<usize>,
    pub rect: Rect,
    pub size: f32,
    /// Runs of one row stand beside one another.
    pub row: usize,
    /// A dot leader leads to it.
    pub led: bool,
    /// A dot leader leads away from it.
    pub leads: bool,
    pub block: usize,
    pub prose: bool,
    /// Its words lie over one another.
    pub tangled: bool,
}

/// Runs that follow one another downwards.
#[derive(Debug, Clone)]
pub(in crate::interpret) struct Block {
    pub runs: Range<usize>,
    pub tokens: Range<usize>,
}

/// A straight rule: where it lies across, and from where to where it runs along.
#[derive(Debug, Clone, Copy)]
pub(in crate::interpret) struct Wall {
    pub at: f32,
    pub from: f32,
    pub to: f32,
}

/// A page laid out. Tokens and runs are in the order of blocks, so that those of a block follow one
/// another.
#[derive(Debug, Default)]
pub(in crate::interpret) struct Sheet {
    pub width: f32,
    pub height: f32,
    /// Read from pixels, so that letters may be wrong.
    pub pixels: bool,
    pub tokens: Vec<Token>,
    pub runs: Vec<Run>,
    pub blocks: Vec<Block>,
    /// Horizontal rules from the top down.
    pub floors: Vec<Wall>,
    /// Vertical rules from the left.
    pub walls: Vec<Wall>,
    /// Lines that run up, down or askew, and print too small to read: index of the line, and its
    /// text.
    pub turned: Vec<(usize, String)>,
    pub tiny: Vec<(usize, String)>,
    /// Footnote marks that were taken off: their text.
    pub marks: Vec<String>,
    /// Security print was taken off.
    pub printed_security: bool,
    /// Runs by their tops, and the greatest height of any.
    pub by_top: Vec<usize>,
    pub tallest: f32,
    /// The runs of each row, from the left.
    pub rows: Vec<Vec<usize>>,
}

impl Sheet {
    /// The text of a run.
    pub(in crate::interpret) fn run_text(&self, run: usize) -> String {
        self.text_of(self.runs[run].tokens.clone())
    }

    /// Whether a run is written in comb boxes, a character in each.
    pub(in crate::interpret) fn is_comb(&self, run: usize) -> bool {
        let tokens = &self.tokens[self.runs[run].tokens.clone()];
        tokens.len() >= 7 && tokens.iter().all(|t| t.text.len() == 1)
    }

    pub(in crate::interpret) fn text_of(&self, tokens: Range<usize>) -> String {
        let words: Vec<&str> = self.tokens[tokens]
            .iter()
            .map(|t| t.text.as_str())
            .collect();
        words.join(" ")
    }

    /// The box around some tokens.
    pub(in crate::interpret) fn rect_of(&self, tokens: impl IntoIterator<Item = usize>) -> Rect {
        let rects = tokens.into_iter().map(|t| self.tokens[t].rect);
        rects.reduce(|a, b| a.union(&b)).unwrap_or_default()
    }

    /// The runs whose tops lie so that they may reach into a band.
    pub(in crate::interpret) fn band(&self, y0: f32, y1: f32) -> impl Iterator<Item = usize> + '_ {
        let top = y0 - self.tallest;
        let first = self.by_top.partition_point(|r| self.runs[*r].rect.y0 < top);
        let of = move |r: &&usize| self.runs[**r].rect.y0 <= y1;
        let reach = move |r: &usize| self.runs[*r].rect.y1 >= y0;
        self.by_top[first..]
            .iter()
            .take_while(of)
            .copied()
            .filter(reach)
    }

    /// The tokens of a box, but those for which `besides` is true.
    pub(super) fn tokens_in(&self, b: Rect, besides: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        for run in self.band(b.y0, b.y1) {
            let r = &self.runs[run];
            if r.rect.x1 < b.x0 || r.rect.x0 > b.x1 {
                continue;
            }
            for t in r.tokens.clone() {
                let rect = &self.tokens[t].rect;
                let inside = rect.cy() > b.y0 && rect.cy() < b.y1;
                if inside && rect.over_x(&b) > 0.5 && !besides(t) {
                    found.push(t);
                }
            }
        }
        found
    }

    /// How many horizontal rules lie between two heights at `x`.
    pub(in crate::interpret) fn floors_between(&self, x: f32, y0: f32, y1: f32) -> usize {
        crossings(&self.floors, x, y0, y1)
    }

    /// How many vertical rules lie between two places at height `y`.
    pub(in crate::interpret) fn walls_between(&self, y: f32, x0: f32, x1: f32) -> usize {
        crossings(&self.walls, y, x0, x1)
    }

    /// The ruled cell around a point; the page's edges where no rule is.
    pub(in crate::interpret) fn cell(&self, x: f32, y: f32) -> Rect {
        self.cell_without(x, y, |_, _| false)
    }

    /// The same but for walls, given as places along and across, that `is_inner` says are none.
    pub(super) fn cell_without(
        &self,
        x: f32,
        y: f32,
        is_inner: impl Fn(&Wall, bool) -> bool,
    ) -> Rect {
        let of = |walls: &[Wall], along: f32, at: f32, far: f32, upright: bool| {
            let here = walls
                .iter()
                .filter(|w| w.from - 1.0 <= along && along <= w.to + 1.0 && !is_inner(w, upright));
            let mut low = 0.0f32;
            let mut high = far;
            for wall in here {
                if wall.at < at {
                    low = low.max(wall.at);
                } else {
                    high = high.min(wall.at);
                }
            }
            (low, high)
        };
        let (x0, x1) = of(&self.walls, y, x, self.width, true);
        let (y0, y1) = of(&self.floors, x, y, self.height, false);
        Rect { x0, y0, x1, y1 }
    }

    /// The tokens of all runs in the row of a run.
    pub(in crate::interpret) fn row_tokens(&self, run: usize) -> impl Iterator<Item = usize> {
        let row = &self.rows[self.runs[run].row];
        row.iter().flat_map(|r| self.runs[*r].tokens.clone())
    }

    /// Fills in what the vocabulary knows of each token.
    pub(super) fn look_up(&mut self, words: &Lexicon) {
        for token in &mut self.tokens {
            token.norm = super::normalize::normal(&token.text);
            if let Some((known, bits)) = words.find(&token.norm, self.pixels) {
                token.bits = bits;
                token.mended = token.norm != known;
                if token.mended {
                    token.norm = known.to_owned();
                }
            }
        }
        self.mend_torn(words);
    }

    /// An `Attorne y` torn in two by a space is still an attorney: such a word speaks against us
    /// and is matched leniently.
    fn mend_torn(&mut self, words: &Lexicon) {
        for i in 1..self.tokens.len() {
            let a = &self.tokens[i - 1];
            let b = &self.tokens[i];
            let whole = a.run == b.run && (a.bits == 0 || b.bits == 0 || b.norm.len() < 3);
            let length = a.norm.len() + b.norm.len();
            if !whole || !(6..=16).contains(&length) || a.norm.is_empty() || b.norm.is_empty() {
                continue;
            }
            let joined = format!("{}{}", a.norm, b.norm);
            if words
                .find(&joined, false)
                .is_some_and(|(_, bits)| bits & on::ATTORNEY != 0)
            {
                self.tokens[i - 1].bits |= on::ATTORNEY;
            }
        }
    }
}

fn crossings(walls: &[Wall], along: f32, from: f32, to: f32) -> usize {
    let first = walls.partition_point(|w| w.at <= from);
    let near = walls[first..].iter().take_while(|w| w.at < to);
    near.filter(|w| w.from - 1.0 <= along && along <= w.to + 1.0)
        .count()
}
