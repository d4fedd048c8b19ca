//! The marks of one file.

use std::collections::BTreeSet;

use super::answer::{Answer, FindingAnswer, NoticeAnswer, NoticeSays, Truth};
use super::fields::{self, FieldTable};
use super::{KINDS, canonical};
use crate::notice::AccountCell;

/// How the numbers of one kind were read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KindMarks {
    /// Numbers that stand in the files.
    pub there: usize,
    /// Of these, accepted.
    pub found: usize,
    /// Accepted and not there.
    pub wrong: usize,
    /// There, not accepted, but held for a person to look at.
    pub held: usize,
    /// All values held for a person, right or not.
    pub review: usize,
    /// All values accepted.
    pub accepted: usize,
}

/// How some files were read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Files.
    pub files: usize,
    /// Files with all numbers accepted and none too many.
    pub exact: usize,
    /// By kind, in the order of receipt numbers, A-Numbers, account numbers.
    pub kinds: [KindMarks; 3],
    /// Values neither accepted nor in review.
    pub lost: usize,
    /// Of these, those of notices without a sign that something was not read.
    pub silent: usize,
    /// Notices without an account number.
    pub lacking: usize,
    /// Of these, called absent or blank.
    pub absent_right: usize,
    /// Of these, those whose truth tells blank from absent.
    pub cells: usize,
    /// Of these, called just that.
    pub cells_right: usize,
    /// Notices with an account number that are called absent or blank.
    pub absent_false: usize,
    /// Files in which as many notices were counted as there are.
    pub counted: usize,
    /// The other fields.
    pub fields: FieldTable,
}

impl Marks {
    /// True when a false value was accepted or a number that is there was called missing: what
    /// must never happen.
    pub fn is_harmful(&self) -> bool {
        self.absent_false > 0 || self.kinds.iter().any(|kind| kind.wrong > 0)
    }

    /// A count of the three kinds together.
    pub fn sum(&self, of: fn(&KindMarks) -> usize) -> usize {
        self.kinds.iter().map(of).sum()
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.files += other.files;
        self.exact += other.exact;
        self.lost += other.lost;
        self.silent += other.silent;
        self.lacking += other.lacking;
        self.absent_right += other.absent_right;
        self.cells += other.cells;
        self.cells_right += other.cells_right;
        self.absent_false += other.absent_false;
        self.counted += other.counted;
        for (sum, kind) in self.kinds.iter_mut().zip(&other.kinds) {
            sum.there += kind.there;
            sum.found += kind.found;
            sum.wrong += kind.wrong;
            sum.held += kind.held;
            sum.review += kind.review;
            sum.accepted += kind.accepted;
        }
        for (name, marks) in &other.fields {
            self.fields.entry(name.clone()).or_default().add(marks);
        }
    }
}

/// The values of one kind that an answer reports.
#[derive(Debug, Default)]
struct Reported {
    accepted: BTreeSet<String>,
    review: BTreeSet<String>,
}

/// Marks one file, and says in words what was missed. `answer` is `None` for a file without one.
pub fn mark(truth: &Truth, answer: Option<&Answer>) -> (Marks, Vec<String>) {
    let notices = answer.map_or(&[][..], |answer| &answer.notices);
    let mut marks = Marks {
        files: 1,
        ..Marks::default()
    };
    let mut misses = Vec::new();
    let mut exact = answer.is_some();
    let reported = KINDS.map(|(kind, _)| reported(notices, kind));
    for (index, (kind, name)) in KINDS.into_iter().enumerate() {
        let there: BTreeSet<String> = truth
            .notices
            .iter()
            .flat_map(|notice| values(notice, kind))
            .collect();
        let Reported { accepted, review } = &reported[index];
        marks.kinds[index] = KindMarks {
            there: there.len(),
            found: there.intersection(accepted).count(),
            wrong: accepted.difference(&there).count(),
            held: there
                .difference(accepted)
                .filter(|value| review.contains(*value))
                .count(),
            review: review.difference(accepted).count(),
            accepted: accepted.len(),
        };
        exact &= there == *accepted;
        let missed: Vec<&String> = there.difference(accepted).collect();
        let wrong: Vec<&String> = accepted.difference(&there).collect();
        if !missed.is_empty() || !wrong.is_empty() {
            misses.push(format!(
                "{name}: missed {missed:?}, wrong {wrong:?}, to review {review:?}"
            ));
        }
    }
    marks.exact = usize::from(exact);
    for says in &truth.notices {
        misses.extend(mark_notice(says, answer, &reported, &mut marks));
    }
    let count = notices.iter().filter(|notice| notice.is_notice).count();
    marks.counted = usize::from(count == truth.notices.len());
    if count != truth.notices.len() {
        misses.push(format!(
            "{count} notices instead of {}",
            truth.notices.len()
        ));
    }
    (marks, misses)
}

/// Marks what was read on the pages of one notice.
fn mark_notice(
    says: &NoticeSays,
    answer: Option<&Answer>,
    reported: &[Reported; 3],
    marks: &mut Marks,
) -> Vec<String> {
    let mine: Vec<&NoticeAnswer> = answer
        .iter()
        .flat_map(|answer| &answer.notices)
        .filter(|notice| notice.pages.iter().any(|page| says.pages.contains(page)))
        .collect();
    let states: BTreeSet<&str> = mine
        .iter()
        .map(|notice| notice.account_number.as_str())
        .collect();
    let mut misses = Vec::new();
    let signed = is_signed(says, answer, &mine, &states);
    for ((kind, name), Reported { accepted, review }) in KINDS.into_iter().zip(reported) {
        let signed = signed || kind == "online_account_number" && states.contains("review");
        for value in values(says, kind) {
            if accepted.contains(&value) || review.contains(&value) {
                continue;
            }
            marks.lost += 1;
            if !signed {
                marks.silent += 1;
                misses.push(format!("{name}: {value} is lost SILENTLY"));
            }
        }
    }
    let is_missing = |state: &&str| matches!(*state, "absent" | "blank");
    let at = format!("the notice on pages {:?}", says.pages);
    if says.account_numbers.is_empty() {
        marks.lacking += 1;
        if !states.is_empty() && states.iter().all(is_missing) {
            marks.absent_right += 1;
        } else {
            misses.push(format!("{at} is not called absent or blank but {states:?}"));
        }
        let cell = match says.account_cell {
            Some(AccountCell::Blank) => Some("blank"),
            Some(AccountCell::Absent) => Some("absent"),
            _ => None,
        };
        if let Some(cell) = cell {
            marks.cells += 1;
            marks.cells_right += usize::from(states.iter().eq([&cell]));
        }
    } else if states.iter().any(is_missing)
        && !["found", "review", "unreadable"]
            .iter()
            .any(|state| states.contains(state))
    {
        marks.absent_false += 1;
        misses.push(format!("{at} is FALSELY called {states:?}"));
    }
    misses.extend(fields::mark(says, &mine, &mut marks.fields));
    misses
}

/// Whether the answer gives a sign that something of this notice was not read.
fn is_signed(
    says: &NoticeSays,
    answer: Option<&Answer>,
    mine: &[&NoticeAnswer],
    states: &BTreeSet<&str>,
) -> bool {
    let Some(answer) = answer else {
        return true;
    };
    let says_so = |finding: &FindingAnswer| {
        finding.kind.contains("unread") || finding.kind.contains("not-read")
    };
    let mut failed = answer.pages.iter().filter(|page| page.state == "failed");
    answer.outcome == "failed"
        || failed.any(|page| says.pages.contains(&page.page))
        || states.contains("unreadable")
        || mine.iter().flat_map(|notice| &notice.findings).any(says_so)
        || answer.findings.iter().any(says_so)
}

/// The numbers of a kind that stand on a notice, canonical.
fn values(says: &NoticeSays, kind: &str) -> Vec<String> {
    let values = match kind {
        "receipt_number" => &says.receipt_numbers,
        "a_number" => &says.a_numbers,
        _ => &says.account_numbers,
    };
    values.iter().map(|value| canonical(kind, value)).collect()
}

/// The numbers of a kind that were reported, a representative's left out.
fn reported(notices: &[NoticeAnswer], kind: &str) -> Reported {
    let mut reported = Reported::default();
    for number in notices.iter().flat_map(|notice| &notice.identifiers) {
        if number.kind != kind || number.owner.as_deref() == Some("representative") {
            continue;
        }
        let side = match number.verdict.as_str() {
            "accepted" => &mut reported.accepted,
            _ => &mut reported.review,
        };
        side.insert(canonical(kind, &number.value));
    }
    reported
}
