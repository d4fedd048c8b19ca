//! Reasons not to believe what an assignment says. Any one of them sends a number of ours to review.

use super::context::names_attorney;
use super::label::Label;
use super::phrase::LabelKind;
use super::prose::is_known_in_clause;
use super::relation::{Geometry, Relation};
use super::shape::ValueKind;
use super::sheet::Token;
use super::solve::Solution;
use super::value::Value;
use super::vocabulary::on;
use std::ops::Range;

/// Another whole that costs less than this more is as good.
pub(super) const LEAST_REGRET: f32 = 0.6;
/// A relation is against the habit when its share is so much below the best.
const AGAINST_HABIT: f32 = 0.35;
/// So many labels make a habit.
const HABIT_LABELS: usize = 3;
/// A dearer link is far.
pub(super) const FAR: f32 = 2.3;
/// A second number costs so little more at a label that it may be the one meant.
const SECOND_NUMBER: f32 = 0.45;
/// An unknown phrase is nearer when it costs so much less, its own surcharges taken off.
const NEARER: f32 = 0.25;
const UNKNOWN_SURCHARGE: f32 = 1.9;

const EXAMPLES: [&str; 22] = [
    "for example",
    "e.g",
    "example",
    "examples",
    "such as",
    "for instance",
    "sample",
    "looks like",
    "look like",
    "format",
    "formatted",
    "ejemplo",
    "made-up",
    "fictitious",
    "dummy",
    "invented",
    "specimen",
    "illustration",
    "would be written",
    "shown like",
    "illustrated",
    "placeholder",
];
const DENIALS: [&str; 49] = [
    "is not",
    "isn't",
    "are not",
    "was not",
    "not your",
    "not the",
    "not a",
    "not an",
    "no es",
    "cannot be",
    "instead of",
    "rather than",
    "unlike",
    "other than",
    "different from",
    "confused with",
    "confuse with",
    "do not use",
    "do not enter",
    "do not write",
    "not confuse",
    "never",
    "neither",
    "nor",
    "no longer",
    "replaces",
    "replaced",
    "closed",
    "canceled",
    "cancelled",
    "superseded",
    "do not have",
    "does not have",
    "have no",
    "has no",
    "without a",
    "not linked",
    "not been",
    "not find",
    "not yours",
    "not to you",
    "no access",
    "formerly",
    "previously",
    "incorrect",
    "wrong",
    "invalid",
    "in place of",
    "does not belong",
];
const BELONGS: [&str; 16] = [
    "belongs to",
    "belong to",
    "is that of",
    "that of",
    "account of",
    "held by",
    "used by",
    "registered to",
    "registered by",
    "assigned to",
    "issued to",
    "is for",
    "de su",
    "del",
    "belonging to",
    "opened by",
];

/// Words of statements and bills: a bare "Account Number" near them is not the agency's.
const BANK: [&str; 22] = [
    "bank",
    "statement",
    "checking",
    "savings",
    "routing",
    "balance",
    "deposit",
    "deposits",
    "withdrawal",
    "withdrawals",
    "debit",
    "credit",
    "utility",
    "billing",
    "invoice",
    "electric",
    "gas",
    "water",
    "loan",
    "mortgage",
    "wireless",
    "iban",
];
/// Such words speak of a label when they stand so many ems from it.
const NEIGHBOURHOOD: (f32, f32) = (30.0, 10.0);

/// What a clause says of the number in it.
pub(super) enum Clause {
    /// That it is an attorney's.
    Attorney(String),
    /// Something that leaves doubt.
    Doubt(String),
    /// Nothing against it.
    Clear,
}

/// The words of some tokens, for a search of phrases.
fn spoken(tokens: &[Token]) -> String {
    let mut text = String::from(" ");
    for token in tokens.iter().filter(|t| !t.norm.is_empty()) {
        text.push_str(&token.norm);
        text.push(' ');
    }
    text
}

fn says(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|p| {
        text.match_indices(p)
            .any(|(i, _)| text[..i].ends_with(' ') && text[i + p.len()..].starts_with(' '))
    })
}

impl Geometry<'_> {
    /// The sentence in which a value stands.
    pub fn sentence_of(&self, v: &Value) -> Option<Range<usize>> {
        let sentence = self.sheet.tokens.get(v.first())?.sentence?;
        self.sentences.get(sentence).cloned()
    }

    pub fn is_example(&self, v: &Value) -> bool {
        let near = |r: Range<usize>| says(&spoken(&self.sheet.tokens[r]), &EXAMPLES);
        near(
            self.sentence_of(v)
                .unwrap_or_else(|| self.sheet.runs[v.run].tokens.clone()),
        )
    }

    /// A word of a bank near a label that does not say whose account it is.
    pub fn bank_near(&self, l: &Label) -> Option<&str> {
        let (wide, high) = (NEIGHBOURHOOD.0 * l.size, NEIGHBOURHOOD.1 * l.size);
        let r = &l.rect;
        let around = super::sheet::Rect {
            x0: r.x0 - wide,
            y0: r.y0 - high,
            x1: r.x1 + wide,
            y1: r.y1 + high,
        };
        let found = self.sheet.tokens_in(around, |t| {
            !BANK.contains(&self.sheet.tokens[t].norm.as_str())
        });
        found.first().map(|t| self.sheet.tokens[*t].text.as_str())
    }

    /// Whether a sentence asks for an answer by a date.
    pub fn is_deadline(&self, v: &Value) -> bool {
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

    pub fn is_denied(&self, v: &Value) -> bool {
        let near = |r: Range<usize>| says(&spoken(&self.sheet.tokens[r]), &DENIALS);
        self.sentence_of(v).is_some_and(near)
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

    /// The clause around a token: from semicolon to semicolon.
    fn clause(&self, sentence: &Range<usize>, at: usize) -> Range<usize> {
        let ends = |t: usize| self.sheet.tokens[t].ends_with(&[';']);
        let start = (sentence.start..at)
            .rev()
            .find(|t| ends(*t))
            .map_or(sentence.start, |t| t + 1);
        let end = (at..sentence.end)
            .find(|t| ends(*t))
            .map_or(sentence.end, |t| t + 1);
        start..end
    }

    /// What the words around a number say of it, besides its label.
    pub fn clause_says(&self, l: &Label, v: &Value, solution: &Solution) -> Clause {
        let Some(sentence) = self.sentence_of(v) else {
            return self.behind(l, v);
        };
        let clause = self.clause(&sentence, v.first());
        if self.belongs_to_attorney(clause.clone()) {
            return Clause::Attorney("the sentence says that it is an attorney's".to_owned());
        }
        let mut taken = vec![false; clause.len()];
        for link in solution
            .chosen
            .iter()
            .flatten()
            .map(|l| &solution.links[*l])
        {
            let other = &self.labels[link.label];
            if other.prose && !std::ptr::eq(&self.values[link.value], v) {
                other
                    .tokens
                    .clone()
                    .filter(|t| clause.contains(t))
                    .for_each(|t| taken[t - clause.start] = true);
            }
        }
        let strange: Vec<&str> = clause
            .clone()
            .filter(|t| !l.holds(*t) && !taken[t - clause.start] && self.speaks_of_others(*t))
            .map(|t| self.sheet.tokens[t].norm.as_str())
            .collect();
        if !strange.is_empty() {
            return Clause::Doubt(format!("its sentence speaks of: {}", strange.join(" ")));
        }
        if let Some(name) = self.strange_name(&clause) {
            return Clause::Doubt(format!(
                "its sentence names somebody whom no field of the page names: {name}"
            ));
        }
        let unknown = self.unknown_words(l, v, &sentence);
        if unknown.is_empty() {
            Clause::Clear
        } else {
            Clause::Doubt(format!(
                "words of its sentence are not known: {}",
                unknown.join(" ")
            ))
        }
    }

    /// A name in capitals in a clause that stands in no field of the page.
    fn strange_name(&self, clause: &Range<usize>) -> Option<&str> {
        let tokens = &self.sheet.tokens;
        // In a text all in capitals names cannot be told from words.
        if clause
            .clone()
            .all(|t| !tokens[t].text.chars().any(char::is_lowercase))
        {
            return None;
        }
        let named = |t: &usize| {
            let token = &tokens[*t];
            let letters = token.norm.chars().filter(|c| c.is_alphabetic()).count();
            letters >= 3
                && token.value.is_none()
                && token.bits == 0
                && super::normalize::is_upper(&token.text)
        };
        let elsewhere = |t: &usize| {
            tokens
                .iter()
                .any(|o| o.norm == tokens[*t].norm && !self.sheet.runs[o.run].prose)
        };
        clause
            .clone()
            .filter(named)
            .find(|t| !elsewhere(t))
            .map(|t| tokens[t].text.as_str())
    }

    /// `The number … belongs to your attorney`.
    fn belongs_to_attorney(&self, clause: Range<usize>) -> bool {
        let words: Vec<usize> = clause
            .filter(|t| !self.sheet.tokens[*t].norm.is_empty())
            .collect();
        let norm = |i: usize| {
            words
                .get(i)
                .map_or("", |t| self.sheet.tokens[*t].norm.as_str())
        };
        (0..words.len()).any(|i| {
            let length = BELONGS.iter().find_map(|p| {
                let parts: Vec<&str> = p.split(' ').collect();
                let matches = parts
                    .iter()
                    .enumerate()
                    .all(|(n, part)| norm(i + n) == *part);
                matches.then_some(parts.len())
            });
            length.is_some_and(|n| {
                words
                    .iter()
                    .skip(i + n)
                    .take(4)
                    .any(|t| names_attorney(&self.sheet.tokens[*t]))
            })
        })
    }

    fn speaks_of_others(&self, t: usize) -> bool {
        let token = &self.sheet.tokens[t];
        if token.value.is_some() {
            return false;
        }
        if token.is(on::ATTORNEY) {
            return token.norm != "record";
        }
        let foreign = token.is(on::FOREIGN) && !token.is(on::HARMLESS);
        // "Check your account" is no check.
        let owned = [
            "a", "the", "your", "cashier", "personal", "by", "this", "our", "bank",
        ];
        let verb = token.norm == "check"
            && !(t > 0 && owned.contains(&self.sheet.tokens[t - 1].norm.as_str()));
        foreign && !verb
    }

    /// What stands behind a value of a field in its run.
    fn behind(&self, l: &Label, v: &Value) -> Clause {
        let run = &self.sheet.runs[self.sheet.tokens[v.last()].run];
        let (mut foreign, mut trailing) = (Vec::new(), Vec::new());
        for t in v.last() + 1..run.tokens.end {
            let token = &self.sheet.tokens[t];
            let other = |o: &usize| {
                let label = &self.labels[*o];
                let own = std::ptr::eq(label, l);
                let quiet = matches!(
                    label.kind,
                    LabelKind::Unknown | LabelKind::Representative | LabelKind::Account
                );
                !own && (!quiet || label.colon || label.has_number)
            };
            trailing.push(t);
            if token.value.is_some() || self.of_token[t].iter().any(other) {
                break;
            }
            if token.is(on::ATTORNEY) {
                return Clause::Attorney("an attorney is named behind it".to_owned());
            }
            if token.is(on::FOREIGN) && !token.is(on::HARMLESS) {
                foreign.push(token.norm.as_str());
            }
        }
        let text = trailing
            .iter()
            .map(|t| self.sheet.tokens[*t].norm.as_str())
            .collect::<Vec<_>>()
            .join(" ");
        if !foreign.is_empty() {
            return Clause::Doubt(format!("behind it stands: {}", foreign.join(" ")));
        }
        let spoken = format!(" {text} ");
        let told = says(&spoken, &DENIALS) || says(&spoken, &BELONGS);
        if told {
            Clause::Doubt(format!("behind it stands: {text}"))
        } else {
            Clause::Clear
        }
    }

    /// The words of the clause around label and number that the grammar does not know.
    fn unknown_words(&self, l: &Label, v: &Value, sentence: &Range<usize>) -> Vec<String> {
        let holds = sentence.contains(&l.tokens.start);
        let (first, last) = if holds {
            (
                v.first().min(l.tokens.start),
                v.last().max(l.tokens.end - 1),
            )
        } else {
            (v.first(), v.last())
        };
        let start = (sentence.start..first)
            .rev()
            .find(|t| self.sheet.tokens[*t].ends_with(&[';', '?']))
            .map_or(sentence.start, |t| t + 1);
        let end = (last..sentence.end)
            .find(|t| self.sheet.tokens[*t].ends_with(&[';', '?', '.']))
            .map_or(sentence.end, |t| t + 1);
        let labelled = |t: usize| {
            self.of_token[t].iter().any(|o| {
                let kind = self.labels[*o].kind;
                matches!(
                    kind,
                    LabelKind::Receipt
                        | LabelKind::ANumber
                        | LabelKind::Date(_)
                        | LabelKind::Foreign
                )
            })
        };
        let unknown = |t: &usize| {
            let token = &self.sheet.tokens[*t];
            token.value.is_none() && !l.holds(*t) && !labelled(*t) && !is_known_in_clause(token)
        };
        (start..end)
            .filter(unknown)
            .map(|t| self.sheet.tokens[t].norm.clone())
            .collect()
    }

    /// Whether another number of the same shape could as well be the label's.
    pub fn has_second(&self, label: usize, value: usize, solution: &Solution) -> bool {
        let v = &self.values[value];
        let Some(own) = solution.chosen[value] else {
            return false;
        };
        let relation = solution.links[own].edge.relation;
        let heads = |r: Relation| matches!(r, Relation::Column | Relation::Row);
        solution.by_label[label].iter().any(|link| {
            let other = solution.links[*link].value;
            let o = &self.values[other];
            if other == value || o.kind != v.kind || o.canonical == v.canonical {
                return false;
            }
            if let Some(held) = solution.chosen[other] {
                let by = solution.links[held].label;
                if by != label
                    && self.labels[by].kind != LabelKind::Unknown
                    && solution.costs[held] < FAR
                {
                    return false;
                }
            }
            let near = solution.costs[*link] < solution.costs[own] + SECOND_NUMBER;
            near && !heads(relation) && !heads(solution.links[*link].edge.relation)
        })
    }

    /// Whether a link goes against how this page is laid out.
    pub fn against_habit(
        &self,
        l: &Label,
        v: &Value,
        relation: Relation,
        solution: &Solution,
    ) -> bool {
        let style = if l.colon {
            &solution.votes.colon
        } else {
            &solution.votes.plain
        };
        let (shares, besides) = if style.labels >= HABIT_LABELS {
            (style, None)
        } else {
            (&solution.votes.all, Some(Relation::Inline))
        };
        let of = |r: Relation| shares.of(r).unwrap_or(0.0);
        let mine = match relation {
            Relation::Column => of(Relation::Column).max(of(Relation::Below)),
            Relation::Row => of(Relation::Row).max(of(Relation::Right)),
            Relation::Inline => return false,
            other => match shares.of(other) {
                Some(share) => share,
                None => return false,
            },
        };
        shares.labels >= HABIT_LABELS
            && mine < shares.best(besides) - AGAINST_HABIT
            && !self.alone_in_cell(l, v)
    }

    /// Whether label and value are all that a ruled cell holds.
    fn alone_in_cell(&self, l: &Label, v: &Value) -> bool {
        let sheet = self.sheet;
        let (a, b) = (
            sheet.cell(l.tail.cx(), l.tail.cy()),
            sheet.cell(v.rect.cx(), v.rect.cy()),
        );
        let edges = [(a.x0, b.x0), (a.y0, b.y0), (a.x1, b.x1), (a.y1, b.y1)];
        let same = edges.iter().all(|(x, y)| (x - y).abs() <= 2.0);
        let ruled = a.x0 > 0.0 && a.y0 > 0.0 && a.x1 < sheet.width && a.y1 < sheet.height;
        let size = sheet.runs[v.run].size;
        same && ruled && a.height() <= 6.0 * size + 30.0 && self.between(a, l, v).is_empty()
    }

    /// Whether a phrase that the grammar does not know is nearer to a value than its label.
    pub fn unknown_is_nearer(
        &self,
        label: usize,
        value: usize,
        cost: f32,
        solution: &Solution,
    ) -> bool {
        let v = &self.values[value];
        let near = solution.by_value[value].iter().any(|link| {
            let other = &self.labels[solution.links[*link].label];
            let nearer = solution.costs[*link] - UNKNOWN_SURCHARGE + NEARER < cost;
            other.kind == LabelKind::Unknown
                && nearer
                && !self.heads_table(other, v)
                && self.has_letters(other)
        });
        near && !self.in_matrix(label, value, solution)
    }

    fn has_letters(&self, l: &Label) -> bool {
        l.tokens.clone().any(|t| {
            self.sheet.tokens[t]
                .text
                .chars()
                .filter(|c| c.is_alphabetic())
                .count()
                >= 2
        })
    }

    /// An unknown phrase over a column of several kinds of value is the head of a person or a table, no label.
    fn heads_table(&self, l: &Label, v: &Value) -> bool {
        if l.colon || l.has_number || l.rect.y1 > v.rect.y0 {
            return false;
        }
        let under = |o: &&Value| {
            let overlap = l.rect.over_x(&o.rect);
            let narrow = l.rect.width().min(o.rect.width());
            o.rect.y0 >= l.rect.y1 - 1.0
                && overlap > 0.3 * narrow
                && o.rect.y0 < v.rect.y1 + 40.0
                && !self.sheet.runs[o.run].prose
        };
        let mut kinds: Vec<ValueKind> = self.values.iter().filter(under).map(|o| o.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.retain(|k| *k != ValueKind::Scrap);
        kinds.len() >= 2
    }

    /// Whether a value stands in a row of its kind under a row of heads: the unknown phrase over it is its column's head.
    fn in_matrix(&self, label: usize, value: usize, solution: &Solution) -> bool {
        let v = &self.values[value];
        let of_row = |link: &&usize| {
            let l = &solution.links[**link];
            let o = &self.values[l.value];
            let beside = matches!(
                l.edge.relation,
                Relation::Row | Relation::Right | Relation::Inline
            );
            beside && o.kind == v.kind && o.rect.over_y(&v.rect) > 0.0
        };
        let row: Vec<&usize> = solution.by_label[label].iter().filter(of_row).collect();
        if row.len() < 2
            || !row
                .iter()
                .any(|l| solution.links[**l].edge.relation == Relation::Row)
        {
            return false;
        }
        let heads = |o: &Value| -> Vec<i32> {
            let over = |m: &&Label| {
                let quiet = matches!(
                    m.kind,
                    LabelKind::Unknown | LabelKind::Name | LabelKind::Representative
                );
                quiet
                    && m.rect.y1 <= o.rect.y0 + 1.0
                    && m.rect.over_x(&o.rect) > 0.0
                    && o.rect.y0 - m.rect.y1 < 120.0
            };
            self.labels
                .iter()
                .filter(over)
                .map(|m| m.rect.y0.round() as i32)
                .collect()
        };
        let mut common = heads(v);
        for link in row {
            let here = heads(&self.values[solution.links[*link].value]);
            common.retain(|y| here.contains(y));
        }
        !common.is_empty()
    }
}
