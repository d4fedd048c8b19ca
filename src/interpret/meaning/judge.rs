//! From an assignment to verdicts: what is accepted, what a person must see, and what is something
//! else.

use super::context::{Heading, headings, owner};
use super::doubt::FAR;
use super::label::Label;
use super::phrase::{DateKind, LabelKind, Role};
use super::relation::{Geometry, Relation};
use super::shape::ValueKind;
use super::sheet::Token;
use super::solve::Solution;
use super::value::Value;
use super::{AN_EXAMPLE, Conclusion, Reading, Seen, Span};

/// A foreign label as near as this makes a receipt number something else's.
const FOREIGN_RECEIPT: f32 = 1.5;
/// Digits stand at a person's label when they are at most this many ems right of it, or under it.
const ROLE_RIGHT: f32 = 9.0;
const ROLE_UNDER: f32 = 1.6;
/// Why a number of a sentence about an earlier filing is in doubt.
const EARLIER_FILING: &str = "its sentence speaks of what was filed earlier, perhaps by another";
/// Digits of a text layer are this many where they may be an A-Number without its `A`.
const LONG_DIGITS: usize = 8;

/// Judges all values of a page.
pub(super) fn judge(page: &Geometry<'_>, solution: &Solution) -> Vec<Reading> {
    let judge = Judge {
        page,
        solution,
        headings: headings(page.sheet, page.labels, page.values, solution),
    };
    let mut readings: Vec<Reading> = (0..page.values.len())
        .map(|value| judge.value(value))
        .collect();
    judge.letter_date(&mut readings);
    readings
}

pub(super) struct Judge<'a> {
    pub(super) page: &'a Geometry<'a>,
    pub(super) solution: &'a Solution,
    pub(super) headings: Vec<Heading>,
}

/// A label as the outside world sees it.
pub(super) fn seen(label: &Label, index: usize) -> Seen {
    Seen {
        text: label.text.clone(),
        bounds: label.rect.bounds(),
        kind: label.kind,
        index,
    }
}

/// The words of a page that some tokens are.
pub(super) fn spans(tokens: &[Token], of: impl IntoIterator<Item = usize>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for t in of {
        let (line, word) = tokens[t].place;
        match spans.iter_mut().find(|s| s.line == line) {
            Some(span) => span.words = span.words.start.min(word)..span.words.end.max(word + 1),
            None => spans.push(Span {
                line,
                words: word..word + 1,
            }),
        }
    }
    spans
}

impl Judge<'_> {
    fn value(&self, value: usize) -> Reading {
        let v = &self.page.values[value];
        let mut reading = self.blank(value);
        match v.kind {
            ValueKind::Account => self.account(value, &mut reading),
            ValueKind::ANumber => self.a_number(value, &mut reading),
            ValueKind::Digits if v.may_be_a_number() => self.a_number(value, &mut reading),
            ValueKind::Receipt => self.receipt(value, &mut reading),
            ValueKind::Date => self.date(value, &mut reading),
            _ => {}
        }
        reading
    }

    pub(super) fn label(&self, value: usize) -> Option<(usize, &Label, f32, Relation)> {
        let link = self.solution.chosen[value]?;
        let l = &self.solution.links[link];
        Some((
            l.label,
            &self.page.labels[l.label],
            self.solution.costs[link],
            l.edge.relation,
        ))
    }

    /// A reading with its evidence and no verdict yet.
    fn blank(&self, value: usize) -> Reading {
        let v = &self.page.values[value];
        let label = self.label(value);
        let terms = self.solution.chosen[value].map(|l| self.solution.links[l].edge.terms.clone());
        let held = label.map(|(index, ..)| index);
        let rivals = self.solution.by_value[value]
            .iter()
            .filter(|l| Some(self.solution.links[**l].label) != held);
        let rival =
            rivals.min_by(|a, b| self.solution.costs[**a].total_cmp(&self.solution.costs[**b]));
        let runner_up = rival.map(|l| {
            let index = self.solution.links[*l].label;
            (
                seen(&self.page.labels[index], index),
                self.solution.costs[*l],
            )
        });
        let mut reasons = Vec::new();
        if let Some((_, l, _, relation)) = label {
            reasons.push(format!(
                "it stands {} \u{201c}{}\u{201d}",
                relation.words(),
                l.text
            ));
        }
        Reading {
            shape: v.kind,
            meaning: label
                .map(|(_, l, ..)| l.kind)
                .filter(|k| *k != LabelKind::Unknown),
            canonical: v.canonical.clone(),
            printed: v.printed.clone(),
            spans: spans(&self.page.sheet.tokens, v.tokens.iter().copied()),
            bounds: v.rect.bounds(),
            verdict: Conclusion::Rejected,
            owner: label.and_then(|(_, l, ..)| l.owner),
            label: label.map(|(index, l, ..)| seen(l, index)),
            relation: label.map(|(_, _, _, relation)| relation),
            cost: label.map_or(f32::INFINITY, |(_, _, cost, _)| cost),
            terms: terms.unwrap_or_default(),
            runner_up,
            doubts: Vec::new(),
            reasons,
            repaired: v.repaired,
        }
    }

    pub(super) fn owner(&self, v: &Value, label: Option<&Label>) -> Option<Role> {
        owner(
            self.page.sheet,
            self.page.labels,
            self.page.values,
            v,
            label,
            |t| self.is_filled(t),
        )
    }

    /// Whether a word belongs to a label that has a value of its own.
    pub(super) fn is_filled(&self, token: &Token) -> bool {
        let run = self.page.sheet.runs[token.run].tokens.clone();
        let at = run
            .clone()
            .find(|t| std::ptr::eq(&self.page.sheet.tokens[*t], token));
        let of = |t: usize| {
            let has = |l: &usize| {
                self.page.labels[*l].kind != LabelKind::Name
                    && self.solution.values_of(*l).next().is_some()
            };
            self.page.of_token[t].iter().any(has)
        };
        at.is_some_and(of)
    }

    fn a_number(&self, value: usize, reading: &mut Reading) {
        let v = &self.page.values[value];
        let label = self.label(value);
        let announced = label.is_some_and(|(_, l, ..)| l.kind == LabelKind::ANumber);
        if v.kind == ValueKind::Digits && !announced {
            if let Some((_, l, ..)) = label.filter(|(_, l, ..)| l.kind == LabelKind::Foreign) {
                explain(
                    reading,
                    &format!("something else's number: {}", l.why.join(" ")),
                );
            } else if let Some(role) = self.page.role_at(v) {
                reading.canonical = format!("A{:0>9}", v.digits);
                reading.meaning = Some(LabelKind::ANumber);
                reading.owner = Some(role);
                doubt(
                    reading,
                    "digits at a person's place: an A-Number without its A?",
                );
            }
            return;
        }
        let digits = &v.digits;
        reading.canonical = format!("A{digits:0>9}");
        reading.meaning = Some(LabelKind::ANumber);
        // Nor is a row of strokes one: the bars that a post office prints above an address read so.
        let strokes = self.page.sheet.pixels && !announced && digits.bytes().all(|b| b == b'1');
        if strokes || digits.bytes().all(|b| b == b'0') {
            reading.verdict = Conclusion::Rejected;
            return;
        }
        let own = label
            .filter(|(_, l, ..)| l.kind != LabelKind::Unknown)
            .map(|(_, l, ..)| l);
        let named = self.owner(v, own);
        // Only a label of its own makes an A-Number an attorney's; they stand beside attorneys'
        // names by chance.
        let by_label = own.is_some_and(|l| l.owner == Some(Role::Representative));
        reading.owner = named.filter(|r| by_label || *r != Role::Representative);
        if own.is_none() {
            by_shape(reading);
        }
        if self.page.is_example(v) {
            return explain(reading, AN_EXAMPLE);
        }
        if let Some((_, l, cost, _)) = label.filter(|(_, l, ..)| l.kind == LabelKind::Foreign)
            && cost < FAR
        {
            let firm = |w: &String| matches!(w.as_str(), "corp" | "corporate" | "company");
            if l.why.iter().all(firm) && !l.has_number {
                // The name of a firm over it is no label.
                by_shape(reading);
                return settle(reading);
            }
            let card = l
                .why
                .iter()
                .any(|w| matches!(w.as_str(), "passport" | "card" | "document"));
            // "Travel document" over an A-Number is no label of it; "document number" is.
            if card && l.has_number {
                return explain(
                    reading,
                    &format!("something else's number: {}", l.why.join(" ")),
                );
            }
            reading.doubts.push(format!(
                "its label speaks of something else: {}",
                l.why.join(" ")
            ));
        }
        self.doubts_of_a_number(v, own.is_some(), reading);
        settle(reading);
    }

    /// Doubts of an A-Number that its label does not settle.
    fn doubts_of_a_number(&self, v: &Value, is_labelled: bool, reading: &mut Reading) {
        let is_far = v.kind == ValueKind::Digits && reading.cost > FAR;
        let mut say = |holds: bool, doubt: &str| {
            reading.doubts.extend(holds.then(|| doubt.to_owned()));
        };
        say(is_far, "far from its label");
        say(v.cut, "cut out of a longer run of digits");
        say(self.page.may_be_of_earlier_filing(v), EARLIER_FILING);
        say(
            self.page.is_of_no_party(v),
            "it is said to be of no party to the case",
        );
        reading
            .doubts
            .extend(self.page.lacks_digits(v, is_labelled));
        if v.broken && !self.in_one_sentence(v) {
            let why = "broken over a line that is no running text";
            reading.doubts.push(why.to_owned());
        }
    }

    /// Whether a value that goes on in the next line does so in one sentence.
    fn in_one_sentence(&self, v: &Value) -> bool {
        let of = |t: usize| self.page.sheet.tokens[t].sentence;
        of(v.first()).is_some() && of(v.first()) == of(v.last())
    }

    fn receipt(&self, value: usize, reading: &mut Reading) {
        let v = &self.page.values[value];
        let known = v.has_known_prefix();
        let label = self.label(value);
        reading.meaning = Some(LabelKind::Receipt);
        if v.cut {
            reading
                .doubts
                .push("cut out of a longer run of characters".to_owned());
        }
        if self.page.is_example(v) || v.digits.bytes().all(|b| b == b'0') {
            return explain(reading, AN_EXAMPLE);
        }
        if self.page.may_be_of_another_party(v) {
            let why = "its sentence speaks of a person of another case";
            reading.doubts.push(why.to_owned());
        }
        if !known && self.page.is_of_visa_center(v) {
            return explain(reading, "a case number of the National Visa Center");
        }
        match label.map(|(_, l, cost, _)| (l, cost)) {
            Some((l, cost)) if l.kind == LabelKind::Foreign && cost < FOREIGN_RECEIPT => {
                // "Duplicate notice" is the title of what the number stands on.
                let titled = |w: &str| w == "duplicate" && !l.has_number;
                let refers = |w: &String| {
                    matches!(w.as_str(), "ref" | "reference" | "document") || titled(w)
                };
                if known && l.why.iter().all(refers) {
                    settle(reading);
                } else if known {
                    reading.doubts.push(format!(
                        "its label speaks of something else: {}",
                        l.why.join(" ")
                    ));
                    settle(reading);
                } else {
                    explain(
                        reading,
                        &format!("something else's number: {}", l.why.join(" ")),
                    );
                }
            }
            Some((l, _)) if !known && l.kind == LabelKind::Receipt => {
                doubt(reading, "no known center issues numbers with these letters");
            }
            Some((l, _))
                if !known && !matches!(l.kind, LabelKind::Unknown | LabelKind::Receipt) =>
            {
                explain(reading, "its label announces something else");
            }
            _ if !known => doubt(reading, "letters that no known center uses, and no label"),
            label
                if label.is_none_or(|(l, _)| l.kind == LabelKind::Unknown)
                    && self.page.has_foreign_word_before(v) =>
            {
                doubt(reading, "the words before it speak of something else");
            }
            None => settle(reading),
            Some((l, _)) if l.kind == LabelKind::Unknown => {
                by_shape(reading);
                settle(reading);
            }
            _ => settle(reading),
        }
    }

    fn date(&self, value: usize, reading: &mut Reading) {
        if self.page.is_deadline(&self.page.values[value]) {
            reading.meaning = Some(LabelKind::Date(DateKind::ResponseDue));
            reading.reasons = vec!["its sentence asks for an answer by it".to_owned()];
            return settle(reading);
        }
        let Some((index, label, ..)) = self.label(value) else {
            return;
        };
        let LabelKind::Date(kind) = label.kind else {
            return;
        };
        if self.page.is_example(&self.page.values[value]) {
            return explain(reading, AN_EXAMPLE);
        }
        let v = &self.page.values[value];
        if kind == DateKind::Other || kind == DateKind::Notice && self.page.is_timed(label, v) {
            reading.meaning = Some(LabelKind::Date(DateKind::Other));
            return explain(reading, "another date");
        }
        self.general_doubts(value, index, reading);
        settle(reading);
    }
}

impl Geometry<'_> {
    /// The person at whose label some digits stand: in its row, or right under it.
    fn role_at(&self, v: &Value) -> Option<Role> {
        let long = v.digits.len() >= LONG_DIGITS;
        if !(self.sheet.pixels || long) || self.sheet.runs[v.run].prose {
            return None;
        }
        let near = |l: &&Label| {
            let size = l.size.max(1.0);
            let right = v.rect.x0 - l.tail.x1;
            let level = l.tail.over_y(&v.rect) > 0.4 * l.tail.height().min(v.rect.height());
            let beside = level && (0.0..ROLE_RIGHT * size).contains(&right);
            let under = v.rect.y0 - l.rect.y1;
            let below = (-1.0..ROLE_UNDER * size).contains(&under) && l.rect.over_x(&v.rect) > 0.0;
            l.kind == LabelKind::Name && !l.prose && (beside || below)
        };
        let role = |l: &Label| l.owner.filter(|r| *r != Role::Representative);
        self.labels.iter().filter(near).find_map(role)
    }
}

impl Label {
    /// Whether a token lies in the label's box.
    pub(super) fn holds_text(&self, token: &Token) -> bool {
        token.rect.over_x(&self.rect) > 0.0 && token.rect.over_y(&self.rect) > 0.0
    }
}

/// A phrase that the grammar does not know says nothing of a number whose shape is its own.
fn by_shape(reading: &mut Reading) {
    (reading.label, reading.relation) = (None, None);
    reading.reasons = vec![match (reading.shape, reading.owner) {
        (ValueKind::Receipt, _) => "letters of a center and ten digits".to_owned(),
        (_, Some(role)) => format!("an A and seven to nine digits, beside the {}", role.word()),
        (_, None) => "an A and seven to nine digits".to_owned(),
    }];
}

pub(super) fn settle(reading: &mut Reading) {
    reading.verdict = if reading.doubts.is_empty() {
        Conclusion::Accept
    } else {
        Conclusion::Review
    };
}

pub(super) fn doubt(reading: &mut Reading, why: &str) {
    reading.doubts.push(why.to_owned());
    reading.verdict = Conclusion::Review;
}

pub(super) fn explain(reading: &mut Reading, why: &str) {
    reading.reasons.push(why.to_owned());
    reading.verdict = Conclusion::Explained;
}
