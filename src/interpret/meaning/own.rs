//! Numbers with the shape of an account number: ours, an attorney's, something else's, or for a
//! person to look at.

use super::clause::{Clause, NOT_THE_READERS};
use super::context::{ATTORNEY_REACH, PAYMENT_REACH, Scope, governing};
use super::day::may_be_stamp;
use super::doubt::{FAR, LEAST_REGRET};
use super::judge::{Judge, doubt, explain, settle};
use super::label::Label;
use super::normalize::is_upper;
use super::phrase::{LabelKind, Role};
use super::relation::Relation;
use super::rows::{is_other_role, is_own_role};
use super::sheet::Rect;
use super::sheet::Token;
use super::vocabulary::on;
use super::words::names_another;
use super::{AN_EXAMPLE, Reading};
use std::ops::Range;

/// Two meanings nearer than this are as good as one another.
const MARGIN: f32 = 0.55;

/// A barcode is at most this many ems high.
const BARCODE_HEIGHT: f32 = 8.0;

/// A dearer foreign label explains nothing.
pub(super) const FOREIGN_COST: f32 = 2.4;
/// Why a number is explained away by a label that the grammar does not know.
const NO_ACCOUNT: &str = "its label names a number, and no account";
/// Those who file or pay for others and have accounts of their own. A notice to them may print
/// theirs as the one that counts, so such a number is never explained away.
const FILERS: [&str; 11] = [
    "employer",
    "employers",
    "company",
    "corporate",
    "corp",
    "school",
    "payer",
    "payor",
    "remitter",
    "cardholder",
    "donor",
];

impl Judge<'_> {
    /// The cheapest other meaning of a value: a label of another kind that the grammar knows.
    fn margin(&self, value: usize, label: usize, among: impl Fn(&Label) -> bool) -> f32 {
        let kind = self.page.labels[label].kind;
        let own = self.solution.chosen[value].map_or(0.0, |l| self.solution.costs[l]);
        let others = self.solution.by_value[value].iter().filter(|l| {
            let other = &self.page.labels[self.solution.links[**l].label];
            other.kind != kind && other.kind != LabelKind::Unknown && among(other)
        });
        others.map(|l| self.solution.costs[*l]).fold(9.0, f32::min) - own
    }

    pub(super) fn account(&self, value: usize, reading: &mut Reading) {
        let example = self.page.is_example(&self.page.values[value]);
        let v = &self.page.values[value];
        let ours = self
            .label(value)
            .is_some_and(|(_, l, ..)| l.kind == LabelKind::Account);
        if let Some(why) = self.page.machine_text(v, ours) {
            return explain(reading, why);
        }
        // By such a number an agency says how long it keeps its records: `DAA-0566-2017-0035`.
        let word = &self.page.sheet.tokens[v.first()].text;
        if word.trim_start_matches('(').starts_with("DAA-") {
            return explain(reading, "a schedule of records");
        }
        let Some((index, label, cost, relation)) = self.label(value) else {
            return if example {
                explain(reading, AN_EXAMPLE)
            } else if self.page.is_not_yours(v) {
                explain(reading, NOT_THE_READERS)
            } else {
                doubt(reading, "twelve digits without a label")
            };
        };
        let told = || {
            let way = (relation, cost);
            self.page.is_of_something_else(label, way, self.solution)
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
            LabelKind::Foreign if example => explain(reading, AN_EXAMPLE),
            LabelKind::Foreign => {
                // An access code is announced by the account that it opens.
                let secret = self.page.sheet.tokens[label.tokens.clone()]
                    .iter()
                    .any(|t| t.is(on::SECRET));
                let own = self.margin(value, index, |l| {
                    l.kind == LabelKind::Account && (l.has_number || !secret)
                });
                // A word as common as "document" says of a number what it is only beside a word for
                // number.
                let vague = self.is_vague(label) && !self.goes_on_from_foreign(index);
                if vague && told() {
                    explain(reading, NO_ACCOUNT);
                } else if vague {
                    doubt(reading, "its label is not known");
                } else if self.is_of_a_filer(label) && !self.is_of_another_filer(label, value) {
                    doubt(
                        reading,
                        "the online account of an employer or payer: did they file this?",
                    );
                } else if self.is_two_labels(label) {
                    doubt(reading, "two labels may have run together");
                } else if cost > FOREIGN_COST && !self.heads_alone(label, value) || own < MARGIN {
                    doubt(reading, "a number of ours or of something else?");
                } else {
                    explain(
                        reading,
                        &format!("something else's number: {}", label.why.join(" ")),
                    );
                }
            }
            LabelKind::Unknown if example => explain(reading, AN_EXAMPLE),
            LabelKind::Unknown if self.is_behind_attorney(label) => {
                reading.owner = Some(Role::Representative);
                explain(reading, "it stands behind the name of an attorney");
            }
            LabelKind::Unknown if told() => explain(reading, NO_ACCOUNT),
            LabelKind::Unknown => doubt(reading, "its label is not known"),
            _ => doubt(reading, "its label announces something else"),
        }
    }

    /// Whether a label without a word for number is foreign only by words that are common in any
    /// text.
    fn is_vague(&self, label: &Label) -> bool {
        let words = &self.page.sheet.tokens[label.tokens.clone()];
        let mild = !words.iter().any(Token::is_plainly_foreign);
        !label.has_number && mild && !names_another(words)
    }

    /// Whether a label is the second part of one that is surely foreign: "Lockbox batch / item".
    fn goes_on_from_foreign(&self, index: usize) -> bool {
        let labels = &self.page.labels;
        let label = &labels[index];
        let tokens = &self.page.sheet.tokens;
        let joined = |l: &Label| {
            let between = tokens.get(l.tokens.end..label.tokens.start);
            l.last_run == label.first_run
                && between.is_some_and(|t| t.iter().all(|t| t.letters() == 0 && t.value.is_none()))
        };
        let before = index.checked_sub(1).map(|i| &labels[i]);
        before.is_some_and(|l| l.kind == LabelKind::Foreign && joined(l) && !self.is_vague(l))
    }

    /// Whether a phrase is a name in capitals that stands right of a label of an attorney's number:
    /// "Attorney's own account: JANE ROE - 0123…".
    fn is_behind_attorney(&self, name: &Label) -> bool {
        let sheet = self.page.sheet;
        let words = &sheet.tokens[name.tokens.clone()];
        let named = words.iter().all(|t| t.letters() == 0 || is_upper(&t.text));
        let left = self.page.labels.iter().filter(|l| {
            let level = l.tail.over_y(&name.rect) > 0.4 * name.rect.height();
            level && !l.prose && l.tail.x1 <= name.rect.x0
        });
        let nearest = left.max_by(|a, b| a.tail.x1.total_cmp(&b.tail.x1));
        named && nearest.is_some_and(|l| l.kind == LabelKind::Representative)
    }

    /// Whether a label stands over a value with nothing but a barcode, which has no words, between
    /// the two, and no other label is as near.
    fn heads_alone(&self, label: &Label, value: usize) -> bool {
        let v = &self.page.values[value];
        let band = Rect {
            x0: label.rect.x0.min(v.rect.x0),
            y0: label.rect.y1 + 0.5,
            x1: label.rect.x1.max(v.rect.x1),
            y1: v.rect.y0 - 0.5,
        };
        let gap = (band.y1 - band.y0) / label.size.max(1.0);
        let below = self.label(value).map(|(.., relation)| relation) == Some(Relation::Below);
        below && gap < BARCODE_HEIGHT && self.page.between(band, label, v).is_empty()
    }

    /// Whether a label names the agency's online account of an employer or the like, who files
    /// petitions, and nothing else that is foreign.
    fn is_of_a_filer(&self, label: &Label) -> bool {
        let tokens = label.tokens.clone().map(|t| &self.page.sheet.tokens[t]);
        let mut foreign = tokens.clone().filter(|t| t.is(on::FOREIGN));
        let is_online = tokens.clone().any(|t| t.is(on::STRONG));
        is_online && foreign.all(|t| FILERS.contains(&t.norm.as_str()))
    }

    /// Whether the label of an employer's or payer's account, or its sentence, sets that firm apart
    /// from the one that files.
    fn is_of_another_filer(&self, label: &Label, value: usize) -> bool {
        let v = &self.page.values[value];
        let sentence = self.page.sentence_of(v);
        let apart = |s: Range<usize>| self.page.is_of_another(label, v, &s);
        self.page.is_of_another_firm(label) || sentence.is_some_and(apart)
    }

    /// Whether a label names an account, and besides only things whose numbers are shorter: the
    /// heads of two columns of a table may have been joined, "Online Account" and "SSN".
    fn is_two_labels(&self, label: &Label) -> bool {
        let words = &self.page.sheet.tokens[label.tokens.clone()];
        let shorter = |norm: &str| matches!(norm, "ssn" | "fein" | "ein" | "dob" | "i-94");
        let mut foreign = words.iter().filter(|t| t.is(on::FOREIGN)).peekable();
        words.iter().any(|t| t.is(on::ACCOUNT))
            && foreign.peek().is_some()
            && foreign.all(|t| shorter(&t.norm))
    }

    /// A number with a label of our account.
    fn own(&self, value: usize, index: usize, reading: &mut Reading) {
        let v = &self.page.values[value];
        let label = &self.page.labels[index];
        if self.of_attorney(value, label, reading) {
            return;
        }
        match self.page.clause_says(label, v, self.solution) {
            Clause::Attorney(why) => {
                reading.owner = Some(Role::Representative);
                return explain(reading, &why);
            }
            Clause::Other(why) => return explain(reading, &why),
            Clause::Doubt(why) => reading.doubts.push(why),
            Clause::Clear => {}
        }
        if self.page.is_example(v) {
            return explain(reading, AN_EXAMPLE);
        }
        if self.page.may_be_example(v) {
            let why = "its sentence speaks of an example";
            reading.doubts.push(why.to_owned());
        }
        if self.page.is_cut_from_text(label) {
            let why = "words that are not understood run into its label";
            reading.doubts.push(why.to_owned());
        }
        reading.doubts.extend(label.doubts.iter().cloned());
        if self.page.has_wide_word_near(label) {
            let why = "a word set wide stands at its label";
            reading.doubts.push(why.to_owned());
        }
        if !label.strong
            && !label.prose
            && !self.is_beside_a_number(label)
            && let Some(word) = self.page.bank_near(label)
        {
            reading.doubts.push(format!(
                "near it stands \u{201c}{word}\u{201d}, and the label names no owner"
            ));
        }
        self.general_doubts(value, index, reading);
        if self.page.has_second(index, value, self.solution) {
            reading.doubts.push("two numbers at this label".to_owned());
        }
        if self.page.may_go_on(index, self.solution) {
            let why = "the line under its label may belong to it";
            reading.doubts.push(why.to_owned());
        }
        if v.digits.bytes().all(|b| b == b'0') {
            reading.doubts.push("only zeros".to_owned());
        }
        if may_be_stamp(&v.printed) {
            let why = "it may be the day and time of a stamp";
            reading.doubts.push(why.to_owned());
        }
        let words = &self.page.sheet.tokens[label.tokens.clone()];
        if words.iter().any(is_other_role) && !words.iter().any(is_own_role) {
            let why = "its label names somebody else of the case than the one who filed";
            reading.doubts.push(why.to_owned());
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

    /// Whether a label stands in a row with that of an A-Number which is printed: the row is the
    /// notice's own, of no bank.
    fn is_beside_a_number(&self, label: &Label) -> bool {
        let row = |l: &Label| self.page.sheet.runs[l.last_run].row;
        let mut labels = (0..self.page.values.len()).filter_map(|v| self.label(v));
        labels.any(|(_, l, ..)| l.kind == LabelKind::ANumber && row(l) == row(label))
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
                Scope::Attorney if g.heading.is_sentence && g.gap < ATTORNEY_REACH => {
                    reading
                        .doubts
                        .push(format!("over it stands \u{201c}{}\u{201d}", g.heading.text));
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

    /// Doubts that any value may have.
    pub(super) fn general_doubts(&self, value: usize, index: usize, reading: &mut Reading) {
        let v = &self.page.values[value];
        let label = &self.page.labels[index];
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
        if !table
            && self
                .page
                .against_habit((index, value), relation, self.solution)
        {
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
}
