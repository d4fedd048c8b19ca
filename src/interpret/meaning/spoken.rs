//! Relations of running text: in a sentence, over a question, and from a sentence to a number that
//! stands alone; and days by which a sentence asks for an answer.

use super::label::Label;
use super::phrase::LabelKind;
use super::prose::is_known_in_clause;
use super::relation::{Edge, Geometry, Relation};
use super::shape::ValueKind;
use super::sheet::Rect;
use super::value::Value;
use super::vocabulary::on;
use std::ops::Range;

mod prior {
    pub(super) const SENTENCE: f32 = 0.5;
    pub(super) const SENTENCE_AFTER: f32 = 0.7;
    pub(super) const QUESTION: f32 = 0.6;
    pub(super) const NEXT_SENTENCE: f32 = 1.2;
    pub(super) const DISPLAY: f32 = 1.1;
}
/// An announced number stands at most this many ems from its sentence …
const DISPLAY_GAP: f32 = 4.0;
/// … or right of one that ends with its label, at most this many ems off …
const BESIDE_GAP: f32 = 4.0;
/// … or under the beginning of a line without a full stop, at most this many.
const OPEN_GAP: f32 = 1.6;
/// A label with a clause behind it has at most this many lines, and this many words …
const LABEL_LINES: usize = 4;
const LABEL_WORDS: usize = 18;
/// … and its number begins where it begins, to this many ems.
const ALIGNED: f32 = 0.4;
/// More words than this between a label and its value are too many.
const MANY_WORDS: usize = 14;

impl Geometry<'_> {
    /// From a label in a sentence to a value in running text.
    pub(super) fn in_prose(&self, label: usize, value: usize) -> Option<Edge> {
        let l = &self.labels[label];
        let v = &self.values[value];
        let sentence = self.sentences.get(l.sentence?)?;
        if sentence.contains(&v.first()) {
            return self.in_sentence(l, label, v);
        }
        self.answer(l, sentence, v)
    }

    fn in_sentence(&self, l: &Label, label: usize, v: &Value) -> Option<Edge> {
        let (relation, between) = match () {
            () if l.tokens.end <= v.first() => (Relation::Sentence, l.tokens.end..v.first()),
            () if v.last() < l.tokens.start => {
                (Relation::SentenceAfter, v.last() + 1..l.tokens.start)
            }
            () => return None,
        };
        let after = relation == Relation::SentenceAfter;
        let mut edge = Edge::new(
            relation,
            if after {
                prior::SENTENCE_AFTER
            } else {
                prior::SENTENCE
            },
        );
        self.words_between(&mut edge, label, between.clone());
        if after {
            let head = between.clone().chain(l.tokens.start..l.tokens.start + 1);
            let joins = |t: usize| {
                let token = &self.sheet.tokens[t];
                matches!(token.norm.as_str(), "is" | "was" | "as" | "es" | "your")
                    || token.text.starts_with('(')
                    || token.text == "="
            };
            let joined = head.into_iter().any(joins);
            let cost = if between.is_empty() {
                0.4
            } else if joined {
                0.0
            } else {
                0.8
            };
            edge.add("the label follows unjoined", cost);
        }
        if l.weak {
            edge.add(
                "no word for number",
                if between.len() <= 2 { 0.5 } else { 1.3 },
            );
        }
        edge.add(
            "many words between",
            if between.len() > MANY_WORDS { 1.0 } else { 0.0 },
        );
        Some(edge)
    }

    fn words_between(&self, edge: &mut Edge, label: usize, between: Range<usize>) {
        let mut unknown = 0u16;
        let mut values = 0u16;
        let mut turns = 0u16;
        let mut labelled = 0u16;
        for t in between {
            let token = &self.sheet.tokens[t];
            let typed = token.value.map(|v| self.values[v].kind);
            let is_value = typed.is_some_and(|k| !matches!(k, ValueKind::Form | ValueKind::Scrap));
            values += u16::from(is_value);
            let known = token.norm.is_empty() || token.is(on::CONNECTIVE) || token.value.is_some();
            unknown += u16::from(!known);
            let turn = matches!(
                token.norm.as_str(),
                "while" | "whereas" | "but" | "although"
            );
            turns += u16::from(token.text.ends_with(';') || turn);
            labelled += u16::from(self.of_token[t].iter().any(|o| *o != label));
        }
        edge.add("unknown words between", 0.3 * f32::from(unknown));
        edge.add("values between", 1.2 * f32::from(values));
        edge.add("the clause turns", f32::from(turns));
        edge.add("another label between", 0.9 * f32::from(labelled));
    }

    /// The answer to a question, or `It is …` in the next sentence.
    fn answer(&self, l: &Label, sentence: &Range<usize>, v: &Value) -> Option<Edge> {
        let last = sentence.end - 1;
        let distance = v.first().checked_sub(sentence.end)?;
        if self.sheet.tokens[last].ends_with(&['?', ':']) && distance < 8 {
            let mut edge = Edge::new(Relation::Question, prior::QUESTION);
            edge.add("words between", 0.2 * distance as f32);
            return Some(edge);
        }
        if distance >= 5 || !l.has_number {
            return None;
        }
        let words: Vec<&str> = self.sheet.tokens[sentence.end..v.first()]
            .iter()
            .map(|t| t.norm.as_str())
            .collect();
        let says = [
            "it is",
            "it's",
            "it",
            "this is",
            "this number is",
            "the number is",
            "that number is",
            "es",
        ];
        let text = words.join(" ");
        says.iter()
            .any(|s| text.starts_with(s))
            .then(|| Edge::new(Relation::Question, prior::NEXT_SENTENCE))
    }

    /// From a sentence to a number that stands alone under or over it.
    pub(super) fn display(&self, l: &Label, v: &Value) -> Option<Edge> {
        use LabelKind as K;
        let numbered = matches!(
            l.kind,
            K::Account | K::Representative | K::ANumber | K::Receipt | K::Foreign
        );
        let run = &self.sheet.runs[v.run];
        if !numbered || run.tokens.len() != v.tokens.len() {
            return None;
        }
        let sentence = self.sentences.get(l.sentence?)?;
        let first = sentence.start;
        let last = sentence.end - 1;
        let top = &self.sheet.tokens[first];
        let foot = &self.sheet.tokens[last];
        let reach = DISPLAY_GAP * run.size;
        if self.is_open_beside(l, sentence, v) || self.is_open_over(l, sentence, v) {
            return Some(Edge::new(Relation::Display, prior::DISPLAY));
        }
        let says = |words: &[&str]| {
            self.sheet.tokens[sentence.clone()]
                .iter()
                .any(|t| words.contains(&t.norm.as_str()))
        };
        let ends = self.sheet.runs[foot.run].rect;
        let gap = v.rect.y0 - ends.y1;
        let announces = foot.text.ends_with(':')
            || says(&[
                "below",
                "following",
                "here",
                "follows",
                "abajo",
                "siguiente",
            ]);
        if announces && gap >= -1.0 && gap < reach {
            let b = Rect {
                x0: v.rect.x0,
                y0: ends.y1 + 0.5,
                x1: v.rect.x1,
                y1: v.rect.y0 - 0.5,
            };
            return self
                .between(b, l, v)
                .is_empty()
                .then(|| Edge::new(Relation::Display, prior::DISPLAY));
        }
        let begins = self.sheet.runs[top.run].rect;
        let gap = begins.y0 - v.rect.y1;
        let recalls = says(&["above", "arriba"]) && gap >= -1.0 && gap < reach;
        recalls.then(|| Edge::new(Relation::Display, prior::DISPLAY + 0.2))
    }

    /// Whether a text that ends with its label, and with no full stop, has a number right of it:
    /// "You are on USCIS online under account", perhaps in two languages, and the number beside it.
    fn is_open_beside(&self, l: &Label, sentence: &Range<usize>, v: &Value) -> bool {
        let tokens = &self.sheet.tokens;
        let last = &tokens[sentence.end - 1];
        let ends = l.tokens.end == sentence.end && !last.ends_with(&['.', '!', '?', ',']);
        let open = ends || self.is_long_label(l, sentence);
        let text = self.sheet.rect_of(sentence.clone());
        let gap = v.rect.x0 - text.x1;
        let size = self.sheet.runs[v.run].size;
        let level = v.rect.cy() > text.y0 && v.rect.cy() < text.y1;
        open && level
            && (0.0..BESIDE_GAP * size).contains(&gap)
            && self.sheet.walls_between(v.rect.cy(), text.x1, v.rect.x0) == 0
    }

    /// Whether a text that ends with no full stop has a number alone right under its beginning:
    /// "The account number we gave you when you signed up".
    fn is_open_over(&self, l: &Label, sentence: &Range<usize>, v: &Value) -> bool {
        let tokens = &self.sheet.tokens;
        let (first, last) = (&tokens[sentence.start], &tokens[sentence.end - 1]);
        let run = &self.sheet.runs[first.run];
        let alone = |run: usize| self.sheet.rows[self.sheet.runs[run].row].len() == 1;
        let whole = run.tokens == *sentence && l.tokens.start == sentence.start;
        let is_long = self.is_long_label(l, sentence);
        let size = self.sheet.runs[v.run].size;
        let gap = v.rect.y0 - self.sheet.runs[last.run].rect.y1;
        let aside = (v.rect.x0 - run.rect.x0).abs();
        let apart = is_long && aside < ALIGNED * size
            || alone(first.run) && alone(v.run)
            || self.is_of_cell(&run.rect, &v.rect);
        (whole || is_long)
            && !last.ends_with(&['.', '!', '?', ',', ':'])
            && apart
            && (-1.0..OPEN_GAP * size).contains(&gap)
            && aside < OPEN_GAP * size
    }

    /// Whether a text of a few lines is nothing but a label with a clause behind it: "Online
    /// account number (through which the case was filed or is shown)".
    fn is_long_label(&self, l: &Label, sentence: &Range<usize>) -> bool {
        let tokens = &self.sheet.tokens;
        let (first, last) = (&tokens[sentence.start], &tokens[sentence.end - 1]);
        let lines = first.run..last.run + 1;
        let runs = &self.sheet.runs[lines.clone()];
        let is_whole = runs
            .first()
            .is_some_and(|r| r.tokens.start == sentence.start)
            && runs.last().is_some_and(|r| r.tokens.end == sentence.end);
        is_whole
            && l.tokens.start == sentence.start
            && l.has_number
            && lines.len() <= LABEL_LINES
            && sentence.len() <= LABEL_WORDS
            && tokens[sentence.clone()].iter().all(|t| t.value.is_none())
            && (l.tokens.end..sentence.end).all(|t| self.is_harmless(t))
            && !last.ends_with(&['.', '!', '?', ',', ':'])
    }

    /// Whether a word of a clause is known, and of nobody else.
    fn is_harmless(&self, t: usize) -> bool {
        is_known_in_clause(&self.sheet.tokens[t]) && !self.speaks_of_others(t)
    }

    /// Whether two places lie in one ruled cell.
    fn is_of_cell(&self, a: &Rect, b: &Rect) -> bool {
        let (a, b) = (
            self.sheet.cell(a.cx(), a.cy()),
            self.sheet.cell(b.cx(), b.cy()),
        );
        let ruled = a.x0 > 0.0 && a.y0 > 0.0 && a.x1 < self.sheet.width && a.y1 < self.sheet.height;
        ruled && a == b
    }

    /// Whether a sentence asks for an answer by a date.
    pub(super) fn is_deadline(&self, v: &Value) -> bool {
        let Some(sentence) = self.sentence_of(v) else {
            return self.is_due_below(v);
        };
        let norm = |t: usize| self.sheet.tokens[t].norm.as_str();
        let by = (sentence.start..v.first())
            .rev()
            .take(3)
            .any(|t| matches!(norm(t), "by" | "before" | "than"));
        let has = |words: &[&str]| sentence.clone().any(|t| words.contains(&norm(t)));
        let answer = [
            "respond", "response", "reply", "answer", "submit", "evidence", "send", "return",
            "received", "reach",
        ];
        by && has(&answer)
            && has(&[
                "must", "should", "later", "may", "please", "submit", "send", "respond", "reply",
            ])
    }

    /// Whether a date stands alone under a line that ends "must be received by".
    fn is_due_below(&self, v: &Value) -> bool {
        let run = &self.sheet.runs[v.run];
        if run.tokens.len() != v.tokens.len() {
            return false;
        }
        let over = self.sheet.band(run.rect.y0 - 2.0 * run.size, run.rect.y0);
        let asks = |r: usize| {
            let above = &self.sheet.runs[r];
            let last = &self.sheet.tokens[above.tokens.end - 1];
            let near = above.rect.y1 <= run.rect.y0 + 1.0 && above.rect.over_x(&run.rect) > 0.0;
            let block = &self.sheet.tokens[self.sheet.blocks[above.block].tokens.clone()];
            let answer = block.iter().any(|t| {
                matches!(
                    t.norm.as_str(),
                    "response" | "received" | "evidence" | "respond" | "reply"
                )
            });
            near && answer && matches!(last.norm.as_str(), "by" | "before")
        };
        over.into_iter().any(asks)
    }
}
