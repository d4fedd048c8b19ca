//! The labels of fields: phrases cut out of runs, wrapped ones put together, two in one line
//! parted.

use super::case_title::is_title;
use super::labeller::Labeller;
use super::normalize::{ends_with_hash, is_upper};
use super::phrase::{LabelKind, Phrase, Role, classify};
use super::shape::ValueKind;
use super::sheet::{Rect, Sheet, Token};
use super::vocabulary::{KNOWN, on};
use super::wrapped::Wrap;
use std::collections::HashMap;
use std::ops::Range;

/// A label on the page.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub kind: LabelKind,
    pub owner: Option<Role>,
    pub strong: bool,
    pub has_number: bool,
    /// A head in a sentence without a word for number.
    pub weak: bool,
    pub why: Vec<String>,
    pub doubts: Vec<String>,
    /// As printed.
    pub text: String,
    pub tokens: Range<usize>,
    pub block: usize,
    /// Stands in running text.
    pub prose: bool,
    pub sentence: Option<usize>,
    pub rect: Rect,
    /// The part of it in its last line.
    pub tail: Rect,
    pub first_run: usize,
    pub last_run: usize,
    pub size: f32,
    pub colon: bool,
}

impl Label {
    pub(super) fn new(
        sheet: &Sheet,
        tokens: Range<usize>,
        kind: LabelKind,
        phrase: Phrase,
    ) -> Self {
        let last = &sheet.tokens[tokens.end - 1];
        let first_run = sheet.tokens[tokens.start].run;
        let last_run = last.run;
        let tail = tokens.clone().filter(|t| sheet.tokens[*t].run == last_run);
        Self {
            kind,
            owner: phrase.owner,
            strong: phrase.strong,
            has_number: phrase.has_number,
            weak: false,
            why: phrase.why,
            doubts: phrase.doubts,
            text: sheet.text_of(tokens.clone()),
            block: sheet.runs[first_run].block,
            prose: false,
            sentence: None,
            rect: sheet.rect_of(tokens.clone()),
            tail: sheet.rect_of(tail),
            first_run,
            last_run,
            size: sheet.tokens[tokens.start].size,
            colon: last.text.ends_with([':', '>', '=']),
            tokens,
        }
    }

    pub(super) fn holds(&self, token: usize) -> bool {
        self.tokens.contains(&token)
    }
}

impl Labeller<'_> {
    fn is_value(&self, token: usize) -> bool {
        let value = self.sheet.tokens[token].value.map(|v| &self.values[v]);
        value.is_some_and(|v| !matches!(v.kind, ValueKind::Form | ValueKind::Scrap))
    }

    /// The phrases of a run, parted by values, colons and separators.
    fn segments(&self, run: Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = run.start;
        let close = |start: usize, end: usize, found: &mut Vec<Range<usize>>| {
            if start < end {
                found.push(start..end);
            }
        };
        for t in run.clone() {
            let token = &self.sheet.tokens[t];
            let parts = matches!(
                token.text.as_str(),
                "|" | "•" | "·" | "—" | "–" | ";" | "/" | "►" | "■"
            );
            // "Account number – applicant" is one label.
            let next = self.sheet.tokens.get(t + 1).filter(|_| t + 1 < run.end);
            let of_person = matches!(token.text.as_str(), "—" | "–")
                && next.is_some_and(|n| n.is(on::OWNER | on::ATTORNEY));
            if self.is_value(t) || parts && !of_person {
                close(start, t, &mut found);
                start = t + 1;
            } else if token.ends_with(&[':', ';', '>', '=']) {
                close(start, t + 1, &mut found);
                start = t + 1;
            }
        }
        close(start, run.end, &mut found);
        found
    }

    /// The labels of runs that follow one another and are no running text.
    pub(super) fn fields(&self, runs: Range<usize>, out: &mut Vec<Label>) {
        let lines: Vec<Range<usize>> = runs
            .clone()
            .map(|r| self.sheet.runs[r].tokens.clone())
            .collect();
        let mut parts: Vec<Vec<Range<usize>>> =
            lines.iter().map(|l| self.segments(l.clone())).collect();
        let mut doubts: HashMap<usize, String> = HashMap::new();
        for i in 0..lines.len().saturating_sub(1) {
            let (Some(a), Some(b)) = (parts[i].last().cloned(), parts[i + 1].first().cloned())
            else {
                continue;
            };
            if a.end != lines[i].end
                || b.start != lines[i + 1].start
                || self.ends_with_value(&parts[i])
            {
                continue;
            }
            let above = if i > 0 {
                parts[i - 1].last().cloned()
            } else {
                None
            };
            match self.wraps(&a, &b, above, (runs.start + i, runs.start + i + 1)) {
                Wrap::Joined => {
                    parts[i].pop();
                    parts[i + 1][0] = a.start..b.end;
                }
                Wrap::Doubtful => {
                    let why = format!(
                        "the line above may belong to the label: {}",
                        self.sheet.text_of(a)
                    );
                    doubts.insert(b.start, why);
                }
                Wrap::Apart => {}
            }
        }
        let mut line = Line::default();
        for segments in parts {
            // A label that begins in the line above has what stands before it there.
            let run = |t: usize| self.sheet.tokens[t].run;
            let joined = segments
                .first()
                .is_some_and(|s| run(s.start) != run(s.end - 1));
            if !joined {
                line.before = None;
            }
            self.line_labels(segments, &doubts, &mut line, out);
        }
    }

    fn line_labels(
        &self,
        segments: Vec<Range<usize>>,
        doubts: &HashMap<usize, String>,
        line: &mut Line,
        out: &mut Vec<Label>,
    ) {
        let mut colon_before = None;
        for segment in segments {
            let end = segment.end;
            if line
                .before
                .is_none_or(|end| self.is_parted(end..segment.start))
            {
                line.first = out.len();
            }
            line.before = Some(end);
            let phrase = self.without_name(segment, colon_before, out);
            colon_before = self.sheet.tokens[end - 1]
                .text
                .ends_with(':')
                .then_some(end);
            for part in self.heads(phrase) {
                let mut phrase = classify(self.sheet, part.clone());
                if is_nothing(&self.sheet.tokens[part.clone()])
                    || is_title(self.sheet, self.values, part.clone(), &phrase)
                {
                    continue;
                }
                phrase.doubts.extend(doubts.get(&part.start).cloned());
                if phrase.kind == Some(LabelKind::Account)
                    && out[line.first..]
                        .last()
                        .is_some_and(|o| is_attorneys(o, part.start))
                {
                    phrase.kind = Some(LabelKind::Representative);
                    phrase.owner = Some(Role::Representative);
                }
                let strange =
                    |o: &&Label| is_strange(o, &phrase) && !self.is_own(o) && !self.is_harmless(o);
                if let Some(other) = out[line.first..].iter().find(strange) {
                    phrase
                        .doubts
                        .push(format!("before the label stands: {}", other.text));
                }
                let kind = phrase.kind.unwrap_or(LabelKind::Unknown);
                out.push(Label::new(self.sheet, part, kind, phrase));
            }
        }
    }

    /// Whether all words of a phrase are such as may stand in a sentence about a number of ours:
    /// "Follow along online:".
    fn is_harmless(&self, o: &Label) -> bool {
        let benign = on::BENIGN | on::FUNCTION | on::MODIFIER;
        let words = &self.sheet.tokens[o.tokens.clone()];
        o.kind == LabelKind::Unknown && words.iter().all(|t| t.norm.is_empty() || t.is(benign))
    }

    /// Whether what stands between two phrases keeps them apart: a value, or the mark between two
    /// columns.
    fn is_parted(&self, between: Range<usize>) -> bool {
        let parts = |t: usize| {
            self.is_value(t) || matches!(self.sheet.tokens[t].text.as_str(), "|" | "•" | "■" | "►")
        };
        between.into_iter().any(parts)
    }

    /// Whether a phrase names nothing but the agency or what its label may hold: "My USCIS:".
    fn is_own(&self, label: &Label) -> bool {
        let own = |t: &Token| t.norm.is_empty() || t.is(on::STRONG | on::MODIFIER);
        label.kind == LabelKind::Unknown && self.sheet.tokens[label.tokens.clone()].iter().all(own)
    }

    /// `Applicant: JOHN DOE Account Number`: the name is no part of the label behind it.
    fn without_name(
        &self,
        range: Range<usize>,
        colon_before: Option<usize>,
        out: &mut Vec<Label>,
    ) -> Range<usize> {
        let tokens = &self.sheet.tokens[range.clone()];
        let upper = |i: usize| {
            let bare = tokens[i].text.trim_end_matches([',', '.']);
            bare.chars().count() >= 2
                && is_upper(bare)
                && bare
                    .chars()
                    .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
        };
        let known = |i: usize| tokens[i].is(KNOWN) || tokens[i].says_number();
        let first = (0..tokens.len()).find(|i| known(*i)).unwrap_or(0);
        if colon_before == Some(range.start) && first >= 2 && (0..first).all(upper) {
            return range.start + first..range.end;
        }
        if tokens.iter().all(|t| t.text == t.text.to_uppercase()) {
            return range;
        }
        let name: Vec<usize> = (0..tokens.len())
            .filter(|i| upper(*i) && !known(*i))
            .collect();
        let (Some(from), Some(to)) = (name.first(), name.last()) else {
            return range;
        };
        if name.len() < 2 || to - from + 1 != name.len() || *from > 2 || to + 1 >= tokens.len() {
            return range;
        }
        if *from > 0 {
            let head = range.start..range.start + from;
            let phrase = classify(self.sheet, head.clone());
            match phrase.kind {
                Some(kind @ LabelKind::Name) => {
                    out.push(Label::new(self.sheet, head, kind, phrase))
                }
                // No word is dropped to make a label fit.
                _ => return range,
            }
        }
        range.start + to + 1..range.end
    }

    /// A phrase may hold two labels: `ACCOUNT NUMBER USCIS A#` is cut behind a word for number when
    /// another head follows.
    fn heads(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = range.start;
        let numbered = |t: usize| {
            let token = &self.sheet.tokens[t];
            let dated = matches!(
                token.norm.as_str(),
                "date" | "dates" | "fecha" | "dt" | "dated"
            );
            token.says_number() || ends_with_hash(&token.text) || dated
        };
        for t in range.clone() {
            // A word for number alone is no label: "No USCIS account" is one phrase.
            let alone = t == start && self.sheet.tokens[t].is(on::NUMBER);
            if !numbered(t) || alone || t + 1 >= range.end {
                continue;
            }
            let next = &self.sheet.tokens[t + 1];
            let linked = next.is(on::JOIN)
                || matches!(
                    next.norm.as_str(),
                    "if" | "assigned" | "linked" | "associated" | "el" | "on" | "in" | "at"
                );
            let more = (t + 1..range.end).any(numbered);
            if linked || !more || next.text.starts_with('(') {
                continue;
            }
            let rest = classify(self.sheet, t + 1..range.end);
            let here = classify(self.sheet, start..t + 1);
            let label = rest
                .kind
                .is_some_and(|k| !matches!(k, LabelKind::Name | LabelKind::Representative));
            if label && here.kind.is_some() {
                found.push(start..t + 1);
                start = t + 1;
            }
        }
        found.push(start..range.end);
        found
    }

    /// Whether the neighbour of a run in its row is no label: a row of its own.
    pub(super) fn has_partner(&self, run: usize) -> bool {
        let here = &self.sheet.runs[run];
        let others = self.sheet.rows[here.row].iter().filter(|r| **r != run);
        let gap = |r: &usize| {
            let rect = &self.sheet.runs[*r].rect;
            if rect.x0 >= here.rect.x1 {
                rect.x0 - here.rect.x1
            } else {
                here.rect.x0 - rect.x1
            }
        };
        let Some(nearest) = others.min_by(|a, b| gap(a).total_cmp(&gap(b))) else {
            return false;
        };
        let tokens = self.sheet.runs[*nearest].tokens.clone();
        tokens.clone().any(|t| self.sheet.tokens[t].value.is_some())
            || classify(self.sheet, tokens).kind.is_none()
    }
}

/// `none` and `N/A` stand in place of a value.
fn is_nothing(tokens: &[Token]) -> bool {
    tokens.len() == 1 && matches!(tokens[0].norm.as_str(), "none" | "n/a" | "ninguno")
}

/// What stands in the line of a label before it.
#[derive(Default)]
struct Line {
    /// Where the phrase before ends, and the first label that nothing parts from it.
    before: Option<usize>,
    first: usize,
}

/// `Attorney or accredited representative: USCIS Online Account No.`: the label is an attorney's.
fn is_attorneys(before: &Label, start: usize) -> bool {
    let theirs = before.owner == Some(Role::Representative);
    theirs && before.colon && before.tokens.end == start
}

/// Whether a phrase right before a label of our account may belong to it and make it somebody
/// else's.
fn is_strange(before: &Label, phrase: &Phrase) -> bool {
    let against = matches!(
        before.kind,
        LabelKind::Foreign | LabelKind::Representative | LabelKind::Unknown
    );
    let other = before.kind == LabelKind::Date(super::phrase::DateKind::Other) && !before.colon;
    phrase.kind == Some(LabelKind::Account) && (against || other)
}
