//! From an assignment to verdicts: what is accepted, what a person must see, and what is something else.

use super::context::{
    ATTORNEY_REACH, Heading, PAYMENT_REACH, Scope, governing, headings, names_attorney, owner,
    row_words,
};
use super::doubt::{Clause, FAR, LEAST_REGRET};
use super::label::Label;
use super::normalize::is_upper;
use super::phrase::{DateKind, LabelKind, Role};
use super::relation::{Geometry, Relation};
use super::shape::ValueKind;
use super::sheet::Token;
use super::solve::Solution;
use super::value::Value;
use super::vocabulary::on;
use super::{Reading, Seen, Span, Verdict};

/// Two meanings nearer than this are as good as one another.
const MARGIN: f32 = 0.55;
/// A dearer foreign label explains nothing.
const FOREIGN_COST: f32 = 2.4;
/// A foreign label as near as this makes a receipt number something else's.
const FOREIGN_RECEIPT: f32 = 1.5;
/// A letter's date stands in this upper part of the page, alone on its line.
const DATE_LINE: f32 = 0.45;

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
    two_meanings(&mut readings);
    readings
}

struct Judge<'a> {
    page: &'a Geometry<'a>,
    solution: &'a Solution,
    headings: Vec<Heading>,
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

    fn label(&self, value: usize) -> Option<(usize, &Label, f32, Relation)> {
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
            verdict: Verdict::Rejected,
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

    /// The cheapest other meaning of a value: a label of another kind that the grammar knows.
    fn margin(&self, value: usize, label: usize, kinds: impl Fn(LabelKind) -> bool) -> f32 {
        let kind = self.page.labels[label].kind;
        let own = self.solution.chosen[value].map_or(0.0, |l| self.solution.costs[l]);
        let others = self.solution.by_value[value].iter().filter(|l| {
            let other = &self.page.labels[self.solution.links[**l].label];
            other.kind != kind && other.kind != LabelKind::Unknown && kinds(other.kind)
        });
        others.map(|l| self.solution.costs[*l]).fold(9.0, f32::min) - own
    }

    fn account(&self, value: usize, reading: &mut Reading) {
        let example = self.page.is_example(&self.page.values[value]);
        let Some((index, label, cost, relation)) = self.label(value) else {
            let why = "twelve digits without a label";
            return if example {
                explain(reading, "an example")
            } else {
                doubt(reading, why)
            };
        };
        match label.kind {
            LabelKind::Account => self.own(value, index, reading),
            LabelKind::Representative => {
                reading.owner = Some(Role::Representative);
                if self.margin(value, index, |_| true) < MARGIN {
                    doubt(reading, "an attorney's number or a client's?");
                } else {
                    explain(reading, "the number of an attorney or representative");
                }
            }
            LabelKind::Foreign => {
                let own = self.margin(value, index, |k| k == LabelKind::Account);
                // A word as common as "document" says of a number what it is only beside a word for number.
                let vague = !label.has_number
                    && label.tokens.clone().all(|t| {
                        let token = &self.page.sheet.tokens[t];
                        !token.is(on::FOREIGN) || token.is(on::MILD)
                    });
                if vague {
                    doubt(reading, "its label is not known");
                } else if cost > FOREIGN_COST || own < MARGIN {
                    doubt(reading, "a number of ours or of something else?");
                } else {
                    explain(
                        reading,
                        &format!("something else's number: {}", label.why.join(" ")),
                    );
                }
            }
            LabelKind::Unknown if example => explain(reading, "an example"),
            LabelKind::Unknown => doubt(reading, "its label is not known"),
            _ => doubt(reading, "its label announces something else"),
        }
        let _ = relation;
    }

    fn owner(&self, v: &Value, label: Option<&Label>) -> Option<Role> {
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
    fn is_filled(&self, token: &Token) -> bool {
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

    /// A number with a label of our account.
    fn own(&self, value: usize, index: usize, reading: &mut Reading) {
        let (v, label) = (&self.page.values[value], &self.page.labels[index]);
        if self.of_attorney(value, label, reading) {
            return;
        }
        match self.page.clause_says(label, v, self.solution) {
            Clause::Attorney(why) => {
                reading.owner = Some(Role::Representative);
                return explain(reading, &why);
            }
            Clause::Doubt(why) => reading.doubts.push(why),
            Clause::Clear => {}
        }
        if self.page.is_example(v) {
            return explain(reading, "an example");
        }
        reading.doubts.extend(label.doubts.iter().cloned());
        if !label.strong
            && !label.prose
            && let Some(word) = self.page.bank_near(label)
        {
            reading.doubts.push(format!("near it stands \u{201c}{word}\u{201d}, and the label does not say whose account it is"));
        }
        self.general_doubts(value, index, reading);
        if self.page.has_second(index, value, self.solution) {
            reading.doubts.push("two numbers at this label".to_owned());
        }
        if v.digits.bytes().all(|b| b == b'0') {
            reading.doubts.push("only zeros".to_owned());
        }
        reading.owner = self.owner(v, Some(label));
        if reading.owner == Some(Role::Representative) {
            reading
                .doubts
                .push("its row speaks of an attorney".to_owned());
            reading.owner = None;
        }
        settle(reading);
    }

    /// Whether a heading makes a number of ours an attorney's; other headings only leave doubt.
    fn of_attorney(&self, value: usize, label: &Label, reading: &mut Reading) -> bool {
        let v = &self.page.values[value];
        if label.prose {
            return false;
        }
        if let Some(g) = governing(&self.headings, label, v) {
            let named = label.owner.is_some();
            match g.heading.scope {
                Scope::Attorney if named && g.of_column => {
                    reading.doubts.push(format!(
                        "its column is headed \u{201c}{}\u{201d}",
                        g.heading.text
                    ));
                }
                Scope::Attorney if !named && (g.of_column || g.gap < ATTORNEY_REACH) => {
                    reading.owner = Some(Role::Representative);
                    explain(
                        reading,
                        &format!(
                            "it stands under the heading \u{201c}{}\u{201d}",
                            g.heading.text
                        ),
                    );
                    return true;
                }
                Scope::Payment if !label.strong && g.gap < PAYMENT_REACH => {
                    reading.doubts.push(format!(
                        "it stands under the heading \u{201c}{}\u{201d}",
                        g.heading.text
                    ));
                }
                Scope::Other if g.gap < ATTORNEY_REACH => {
                    reading.doubts.push(format!(
                        "it stands under the heading \u{201c}{}\u{201d}",
                        g.heading.text
                    ));
                }
                _ => {}
            }
        }
        self.row_speaks(value, label, reading)
    }

    /// Whether the row of a table makes a number an attorney's; of other things it leaves doubt.
    fn row_speaks(&self, value: usize, label: &Label, reading: &mut Reading) -> bool {
        let v = &self.page.values[value];
        let Some((index, ..)) = self.label(value) else {
            return false;
        };
        let table = self.solution.values_of(index).count() > 1;
        let tabled = match reading.relation {
            Some(Relation::Column) => true,
            Some(Relation::Below) => table,
            _ => false,
        };
        let of_row = |t: &&Token| {
            !label.holds_text(t) && !self.page.sheet.runs[t.run].prose && !self.is_filled(t)
        };
        let row = || row_words(self.page.sheet, v).filter(of_row);
        if tabled && row().any(names_attorney) {
            reading.owner = Some(Role::Representative);
            explain(reading, "its row speaks of an attorney");
            return true;
        }
        let firm = ["corp", "corporate", "company", "corporation"];
        let foreign = |t: &Token| {
            t.is(on::FOREIGN)
                && !t.is(on::HARMLESS | on::COMMON)
                && !firm.contains(&t.norm.as_str())
                && !is_upper(&t.text)
        };
        let other = row().any(|t| {
            foreign(t) || matches!(t.norm.as_str(), "prior" | "previous" | "former" | "earlier")
        });
        if tabled && other {
            reading
                .doubts
                .push("its row speaks of something else".to_owned());
        }
        let left = || row().filter(|t| t.rect.x1 <= v.rect.x0);
        if reading.relation == Some(Relation::Below) && left().any(names_attorney) {
            reading
                .doubts
                .push("its row speaks of an attorney".to_owned());
        }
        false
    }

    /// Doubts that any value may have.
    fn general_doubts(&self, value: usize, index: usize, reading: &mut Reading) {
        let (v, label) = (&self.page.values[value], &self.page.labels[index]);
        let (cost, Some(relation)) = (reading.cost, reading.relation) else {
            return;
        };
        let mut say = |doubt: &str| reading.doubts.push(doubt.to_owned());
        if self.page.is_denied(v) {
            say("the sentence denies something");
        }
        if self.solution.regret[value] < LEAST_REGRET {
            say("another reading of the page is as good");
        }
        let table = relation == Relation::Column && self.solution.values_of(index).count() > 1;
        if !table && self.page.against_habit(label, v, relation, self.solution) {
            say("this page puts its values elsewhere");
        }
        let (over, under) = super::solve::gaps(self.page, value);
        let size = self.page.sheet.runs[v.run].size;
        if relation == Relation::Below && super::solve::is_nearer(under, over, size) {
            say("a label under it is nearer");
        }
        let placed = !label.prose && relation != Relation::Inline;
        if placed
            && self
                .page
                .unknown_is_nearer(index, value, cost, self.solution)
        {
            say("a phrase that is not known is nearer");
        }
        let tangled = |run: usize| self.page.sheet.runs[run].tangled;
        if tangled(v.run) || tangled(label.first_run) || tangled(label.last_run) {
            say("print lies over print here");
        }
        if v.cut {
            say("cut out of a longer run of digits");
        }
        if cost > FAR {
            say("far from its label");
        }
        let whole = matches!(
            relation,
            Relation::Below
                | Relation::Inline
                | Relation::Sentence
                | Relation::Right
                | Relation::Display
                | Relation::Question
        );
        if v.broken && !whole {
            say("broken over a line");
        }
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
            }
            return;
        }
        let digits = &v.digits;
        reading.canonical = format!("A{digits:0>9}");
        reading.meaning = Some(LabelKind::ANumber);
        if digits.bytes().all(|b| b == b'0') {
            reading.verdict = Verdict::Rejected;
            return;
        }
        let own = label
            .filter(|(_, l, ..)| l.kind != LabelKind::Unknown)
            .map(|(_, l, ..)| l);
        let named = self.owner(v, own);
        // Only a label of its own makes an A-Number an attorney's; they stand beside attorneys' names by chance.
        let by_label = own.is_some_and(|l| l.owner == Some(Role::Representative));
        reading.owner = named.filter(|r| by_label || *r != Role::Representative);
        if self.page.is_example(v) {
            return explain(reading, "an example");
        }
        if let Some((_, l, cost, _)) = label.filter(|(_, l, ..)| l.kind == LabelKind::Foreign)
            && cost < FAR
        {
            let card = l
                .why
                .iter()
                .any(|w| matches!(w.as_str(), "passport" | "card" | "document"));
            if card {
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
        if v.kind == ValueKind::Digits && reading.cost > FAR {
            reading.doubts.push("far from its label".to_owned());
        }
        if v.cut {
            reading
                .doubts
                .push("cut out of a longer run of digits".to_owned());
        }
        settle(reading);
    }

    fn receipt(&self, value: usize, reading: &mut Reading) {
        let v = &self.page.values[value];
        let known = v.has_known_prefix();
        let label = self.label(value);
        reading.meaning = Some(LabelKind::Receipt);
        if self.page.is_example(v) {
            return explain(reading, "an example");
        }
        match label.map(|(_, l, cost, _)| (l, cost)) {
            Some((l, cost)) if l.kind == LabelKind::Foreign && cost < FOREIGN_RECEIPT => {
                if known {
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
            return explain(reading, "an example");
        }
        if kind == DateKind::Other {
            return explain(reading, "another date");
        }
        self.general_doubts(value, index, reading);
        settle(reading);
    }

    /// A date that stands alone in the upper part of a page on which no label names the notice's date.
    fn letter_date(&self, readings: &mut [Reading]) {
        let notice = LabelKind::Date(DateKind::Notice);
        if readings
            .iter()
            .any(|r| r.shape == ValueKind::Date && r.meaning == Some(notice))
        {
            return;
        }
        let sheet = self.page.sheet;
        let alone = |value: &usize| {
            let v = &self.page.values[*value];
            let run = &sheet.runs[v.run];
            let free = self
                .label(*value)
                .is_none_or(|(_, l, ..)| l.kind == LabelKind::Unknown);
            v.kind == ValueKind::Date
                && readings[*value].meaning.is_none()
                && free
                && v.rect.y0 < DATE_LINE * sheet.height
                && run.tokens.len() == v.tokens.len()
                && !run.prose
        };
        let mut lines: Vec<usize> = (0..readings.len()).filter(alone).collect();
        lines.sort_by(|a, b| readings_top(readings, *a).total_cmp(&readings_top(readings, *b)));
        let Some(first) = lines.first().copied() else {
            return;
        };
        let same = lines
            .iter()
            .all(|v| readings[*v].canonical == readings[first].canonical);
        let beside = |r: Relation| {
            matches!(
                r,
                Relation::Inline | Relation::Right | Relation::Left | Relation::After
            )
        };
        let nothing_near = self
            .label(first)
            .is_none_or(|(.., relation)| !beside(relation));
        let reading = &mut readings[first];
        reading.meaning = Some(notice);
        reading.reasons = vec!["a date alone on its line, as letters have".to_owned()];
        if !same || !nothing_near {
            reading
                .doubts
                .push("other dates stand alone too, or something stands beside it".to_owned());
        }
        settle(reading);
    }
}

impl Label {
    /// Whether a token lies in the label's box.
    fn holds_text(&self, token: &Token) -> bool {
        token.rect.over_x(&self.rect) > 0.0 && token.rect.over_y(&self.rect) > 0.0
    }
}

fn readings_top(readings: &[Reading], value: usize) -> f32 {
    readings[value].bounds.map_or(f32::MAX, |b| b.y0())
}

fn settle(reading: &mut Reading) {
    reading.verdict = if reading.doubts.is_empty() {
        Verdict::Accept
    } else {
        Verdict::Review
    };
}

fn doubt(reading: &mut Reading, why: &str) {
    reading.doubts.push(why.to_owned());
    reading.verdict = Verdict::Review;
}

fn explain(reading: &mut Reading, why: &str) {
    reading.reasons.push(why.to_owned());
    reading.verdict = Verdict::Explained;
}

/// A number that is ours in one place and somebody else's in another is neither. One accepted or explained twice needs no review.
fn two_meanings(readings: &mut [Reading]) {
    let of = |readings: &[Reading], verdict: Verdict| -> Vec<String> {
        let chosen = readings.iter().filter(|r| {
            let example = r.reasons.iter().any(|w| w == "an example");
            r.is_account() && r.verdict == verdict && !example
        });
        chosen.map(|r| r.canonical.clone()).collect()
    };
    let (accepted, explained) = (
        of(readings, Verdict::Accept),
        of(readings, Verdict::Explained),
    );
    for reading in readings.iter_mut().filter(|r| r.is_account()) {
        let (ours, theirs) = (
            accepted.contains(&reading.canonical),
            explained.contains(&reading.canonical),
        );
        if ours && theirs && reading.verdict == Verdict::Accept {
            doubt(reading, "two meanings on this page");
        } else if reading.verdict == Verdict::Review && ours != theirs && ours {
            reading
                .reasons
                .push("accepted at another place of the page".to_owned());
        }
    }
}
