//! Compares what a program read in a file with the file's truth, and counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use i797::identifier::IdentifierKind;
use i797::model::owner::Owner;
use i797::model::record::{
    AccountNumberState, DocumentRecord, IdentifierRecord, NoticeRecord, Outcome,
};
use i797::model::verdict::Verdict;

use crate::notice::{FileTruth, NoticeTruth};

/// The three kinds with the heads of their columns.
const KINDS: [(IdentifierKind, &str); 3] = [
    (IdentifierKind::ReceiptNumber, "receipt"),
    (IdentifierKind::ANumber, "A-Number"),
    (IdentifierKind::OnlineAccountNumber, "account"),
];

/// Names of parts are cut after so many characters.
const WIDEST_NAME: usize = 28;

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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// Files.
    pub files: usize,
    /// Files with all numbers accepted and none too many.
    pub exact: usize,
    /// By kind, in the order of receipt numbers, A-Numbers, account numbers.
    pub kinds: [KindMarks; 3],
    /// Notices without an account number.
    pub lacking: usize,
    /// Of these, called missing.
    pub missing_right: usize,
    /// Notices with an account number that are called missing one.
    pub missing_wrong: usize,
    /// Files in which as many notices were counted as there are.
    pub counted: usize,
}

impl Marks {
    /// True when a false value was accepted or a number that is there was called missing: what must never happen.
    pub fn is_harmful(&self) -> bool {
        self.missing_wrong > 0 || self.kinds.iter().any(|kind| kind.wrong > 0)
    }

    fn add(&mut self, other: &Self) {
        self.files += other.files;
        self.exact += other.exact;
        self.lacking += other.lacking;
        self.missing_right += other.missing_right;
        self.missing_wrong += other.missing_wrong;
        self.counted += other.counted;
        for (sum, kind) in self.kinds.iter_mut().zip(&other.kinds) {
            sum.there += kind.there;
            sum.found += kind.found;
            sum.wrong += kind.wrong;
            sum.held += kind.held;
            sum.review += kind.review;
            sum.accepted += kind.accepted;
        }
    }
}

/// Marks one file, and says in words what was missed. `record` is `None` for a file without an answer.
pub fn mark(truth: &FileTruth, record: Option<&DocumentRecord>) -> (Marks, Vec<String>) {
    let notices: &[NoticeRecord] = record
        .filter(|record| record.outcome != Outcome::Skipped)
        .map_or(&[], |record| &record.notices);
    let mut marks = Marks {
        files: 1,
        ..Marks::default()
    };
    let mut misses = Vec::new();
    let mut exact = true;
    for ((kind, name), sum) in KINDS.into_iter().zip(&mut marks.kinds) {
        let there: BTreeSet<String> = truth
            .notices
            .iter()
            .flat_map(|notice| values(notice, kind))
            .collect();
        let with = |verdict: Verdict| reported(notices, kind, verdict);
        let (accepted, review) = (with(Verdict::Accepted), with(Verdict::Review));
        *sum = KindMarks {
            there: there.len(),
            found: there.intersection(&accepted).count(),
            wrong: accepted.difference(&there).count(),
            held: there
                .difference(&accepted)
                .filter(|value| review.contains(*value))
                .count(),
            review: review.difference(&accepted).count(),
            accepted: accepted.len(),
        };
        exact &= there == accepted;
        let missed: Vec<&String> = there.difference(&accepted).collect();
        let wrong: Vec<&String> = accepted.difference(&there).collect();
        if !missed.is_empty() || !wrong.is_empty() {
            misses.push(format!(
                "{name}: missed {missed:?}, wrong {wrong:?}, to review {review:?}"
            ));
        }
    }
    marks.exact = usize::from(exact);
    misses.extend(mark_missing(truth, notices, &mut marks));
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

/// Marks what is said of account numbers that are not there.
fn mark_missing(truth: &FileTruth, notices: &[NoticeRecord], marks: &mut Marks) -> Vec<String> {
    let says_missing = |notice: &&NoticeRecord| {
        notice.is_notice
            && matches!(
                notice.account_number,
                AccountNumberState::Absent | AccountNumberState::Blank
            )
    };
    let first_page =
        |notice: &NoticeRecord| notice.pages.first().map_or(0, |page| page.get() as usize);
    // Two notices side by side on one image share its page: counted by page, each takes one of what is said there.
    let mut said: BTreeMap<usize, usize> = BTreeMap::new();
    notices
        .iter()
        .filter(says_missing)
        .for_each(|notice| *said.entry(first_page(notice)).or_default() += 1);
    let mut misses = Vec::new();
    for notice in truth
        .notices
        .iter()
        .filter(|notice| notice.account_numbers.is_empty())
    {
        marks.lacking += 1;
        match notice
            .pages
            .first()
            .and_then(|page| said.get_mut(page))
            .filter(|left| **left > 0)
        {
            Some(left) => {
                *left -= 1;
                marks.missing_right += 1;
            }
            None => misses.push(format!(
                "the notice on page {:?} is not called missing an account number",
                notice.pages.first()
            )),
        }
    }
    for (page, left) in said {
        let has_one = |notice: &&NoticeTruth| {
            notice.pages.contains(&page) && !notice.account_numbers.is_empty()
        };
        let false_ones = left.min(truth.notices.iter().filter(has_one).count());
        marks.missing_wrong += false_ones;
        misses.extend((0..false_ones).map(|_| {
            format!("the notice on page {page} is FALSELY called missing an account number")
        }));
    }
    misses
}

/// The numbers of a kind that a notice carries, canonical.
pub(crate) fn values(notice: &NoticeTruth, kind: IdentifierKind) -> Vec<String> {
    match kind {
        IdentifierKind::ReceiptNumber => notice.receipt_numbers.clone(),
        IdentifierKind::OnlineAccountNumber => notice.account_numbers.clone(),
        IdentifierKind::ANumber => notice
            .a_numbers
            .iter()
            .map(|printed| format!("A{:0>9}", printed.trim_start_matches('A')))
            .collect(),
    }
}

/// The numbers of a kind that were reported with this verdict, a representative's left out.
fn reported(notices: &[NoticeRecord], kind: IdentifierKind, verdict: Verdict) -> BTreeSet<String> {
    let wanted = |i: &&IdentifierRecord| {
        i.kind == kind && i.verdict == verdict && i.owner != Owner::Representative
    };
    notices
        .iter()
        .flat_map(|notice| &notice.identifiers)
        .filter(wanted)
        .map(|i| i.value.clone())
        .collect()
}

/// What files are sorted by in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// What happened to the paper.
    Damage,
    /// The layouts in the file.
    Layout,
}

impl By {
    fn part(self, truth: &FileTruth) -> String {
        match self {
            By::Damage => truth
                .damage
                .split('/')
                .next()
                .unwrap_or_default()
                .to_owned(),
            By::Layout => match truth
                .layouts
                .iter()
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect::<Vec<_>>()
                .as_slice()
            {
                [layout] => (*layout).clone(),
                _ => "stack of several".to_owned(),
            },
        }
    }
}

/// The marks of many files, by part and together.
#[derive(Debug, Clone)]
pub struct Table {
    by: By,
    all: Marks,
    parts: BTreeMap<String, Marks>,
}

impl Table {
    /// An empty table.
    pub fn new(by: By) -> Self {
        Self {
            by,
            all: Marks::default(),
            parts: BTreeMap::new(),
        }
    }

    /// Adds a file.
    pub fn add(&mut self, truth: &FileTruth, marks: &Marks) {
        self.all.add(marks);
        self.parts
            .entry(self.by.part(truth))
            .or_default()
            .add(marks);
    }

    /// All files together.
    pub fn all(&self) -> &Marks {
        &self.all
    }

    /// The table in fixed columns, all files first.
    pub fn text(&self) -> String {
        let width = self
            .parts
            .keys()
            .map(|name| name.chars().count())
            .chain([6])
            .max()
            .unwrap_or(6)
            .min(WIDEST_NAME);
        let mut text = heading(width) + &row("ALL", &self.all, width);
        self.parts
            .iter()
            .for_each(|(name, marks)| text += &row(name, marks, width));
        text
    }

    /// The heading of the table and its row of all files.
    pub fn totals(&self) -> String {
        heading(3) + &row("ALL", &self.all, 3)
    }
}

/// Several tables of the same files side by side: for each part and each table the numbers accepted rightly of those that are
/// there, the numbers accepted wrongly, and those held for review.
pub fn beside(tables: &[(&str, Table)]) -> String {
    let Some((_, first)) = tables.first() else {
        return String::new();
    };
    let mut text = format!("{:WIDEST_NAME$}", "");
    for (name, _) in tables {
        let _ = write!(text, " | {name:>16} wrong review"); // a String takes everything
    }
    text.push('\n');
    let parts = first.parts.keys().map(|part| (part.as_str(), Some(part)));
    for (name, part) in std::iter::once(("ALL", None)).chain(parts) {
        let _ = write!(
            text,
            "{:WIDEST_NAME$}",
            name.chars().take(WIDEST_NAME).collect::<String>()
        );
        for (_, table) in tables {
            let marks = part.map_or(Some(&table.all), |part| table.parts.get(part));
            let sum = |of: fn(&KindMarks) -> usize| -> usize {
                marks.map_or(0, |marks| marks.kinds.iter().map(of).sum())
            };
            let (found, there) = (sum(|kind| kind.found), sum(|kind| kind.there));
            let right = format!("{found}/{there}");
            let _ = write!(
                text,
                " | {right:>9} {} {:>5} {:>6}",
                share(found, there),
                sum(|kind| kind.wrong),
                sum(|kind| kind.review)
            );
        }
        text.push('\n');
    }
    text
}

fn heading(width: usize) -> String {
    let mut text = format!("{:width$} files  exact", "");
    for (_, name) in KINDS {
        let _ = write!(text, " | {name:>15} wrong held"); // a String takes everything
    }
    text + " | review | missing right  falsely | counted\n"
}

fn row(name: &str, marks: &Marks, width: usize) -> String {
    let name: String = name.chars().take(width).collect();
    let mut text = format!(
        "{name:width$} {:5} {}",
        marks.files,
        share(marks.exact, marks.files)
    );
    for kind in &marks.kinds {
        let found = format!("{}/{}", kind.found, kind.there);
        let _ = write!(
            text,
            " | {found:>8} {} {:5} {:4}",
            share(kind.found, kind.there),
            kind.wrong,
            kind.held
        );
    }
    let review: usize = marks.kinds.iter().map(|kind| kind.review).sum();
    let reported: usize = review + marks.kinds.iter().map(|kind| kind.accepted).sum::<usize>();
    let missing = format!("{}/{}", marks.missing_right, marks.lacking);
    let _ = writeln!(
        text,
        " | {} | {missing:>13} {:8} | {:>7}",
        share(review, reported),
        marks.missing_wrong,
        format!("{}/{}", marks.counted, marks.files)
    );
    text
}

/// A share in per cent, or a dash where there is nothing to share.
fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        format!("{:>6}", "-")
    } else {
        format!("{:5.1}%", part as f32 * 100.0 / whole as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::AccountCell;

    fn truth() -> FileTruth {
        let mut notice = NoticeTruth {
            form: "I-797C".into(),
            pages: vec![1, 2],
            ..NoticeTruth::default()
        };
        notice.prints_receipt("IOE0912345678");
        notice.prints_a_number("12345678");
        notice.prints_account("012345678901");
        let lacking = NoticeTruth {
            form: "I-797".into(),
            pages: vec![3],
            account_cell: AccountCell::Absent,
            ..NoticeTruth::default()
        };
        serde_json::from_value::<FileTruth>(serde_json::json!({
            "file": "a.pdf", "split": "t", "layouts": ["grid", "grid"], "font": "", "damage": "scan200/png", "pages": 3, "notices": [notice, lacking]
        }))
        .unwrap()
    }

    /// A record whose first notice says this of its account number, with an identifier for each value.
    fn record(state: &str, values: &[(&str, &str, &str, &str)]) -> DocumentRecord {
        let identifiers: Vec<_> = values
            .iter()
            .map(|(kind, value, verdict, owner)| {
                serde_json::json!({"kind": kind, "value": value, "verdict": verdict, "owner": owner, "confidence": 0.9, "sightings": [], "evidence": []})
            })
            .collect();
        let notice = |pages: &[u32], state: &str, identifiers: &[serde_json::Value]| {
            serde_json::json!({"pages": pages, "form": "I-797C", "notice_type": null, "notice_date": null, "account_number": state,
                "identifiers": identifiers, "findings": []})
        };
        serde_json::from_value(serde_json::json!({
            "schema_version": 1, "path": "a.pdf", "outcome": "read", "error": null, "page_count": 3, "pages": [],
            "notices": [notice(&[1, 2], state, &identifiers), notice(&[3], "absent", &[])], "findings": []
        }))
        .unwrap()
    }

    const RECEIPT: (&str, &str, &str, &str) =
        ("receipt_number", "IOE0912345678", "accepted", "unknown");
    const PERSON: (&str, &str, &str, &str) = ("a_number", "A012345678", "accepted", "applicant");
    const ACCOUNT: (&str, &str, &str, &str) = (
        "online_account_number",
        "012345678901",
        "accepted",
        "applicant",
    );

    #[test]
    fn a_right_answer_is_exact() {
        let (marks, misses) = mark(
            &truth(),
            Some(&record("found", &[RECEIPT, PERSON, ACCOUNT])),
        );
        assert_eq!(misses, Vec::<String>::new());
        assert_eq!(
            (
                marks.exact,
                marks.counted,
                marks.missing_right,
                marks.lacking
            ),
            (1, 1, 1, 1)
        );
        assert!(!marks.is_harmful());
    }

    #[test]
    fn a_false_value_is_harmful_and_a_held_one_is_not() {
        let held = (
            "online_account_number",
            "012345678901",
            "review",
            "applicant",
        );
        let (marks, _) = mark(&truth(), Some(&record("review", &[RECEIPT, PERSON, held])));
        assert_eq!(
            (marks.exact, marks.kinds[2].held, marks.kinds[2].found),
            (0, 1, 0)
        );
        assert!(!marks.is_harmful());
        let wrong = (
            "online_account_number",
            "012345678907",
            "accepted",
            "applicant",
        );
        assert!(
            mark(&truth(), Some(&record("found", &[RECEIPT, PERSON, wrong])))
                .0
                .is_harmful()
        );
        let lawyers = (
            "online_account_number",
            "999999999999",
            "accepted",
            "representative",
        );
        assert!(
            !mark(
                &truth(),
                Some(&record("found", &[RECEIPT, PERSON, ACCOUNT, lawyers]))
            )
            .0
            .is_harmful()
        );
    }

    #[test]
    fn calling_a_number_missing_that_is_there_is_harmful() {
        let (marks, _) = mark(&truth(), Some(&record("absent", &[RECEIPT, PERSON])));
        assert_eq!((marks.missing_wrong, marks.missing_right), (1, 1));
        assert!(marks.is_harmful());
    }

    #[test]
    fn two_notices_on_one_picture_are_two() {
        let mut truth = truth();
        truth.notices[0].pages = vec![3];
        let beside = |state: &str, values: &[(&str, &str, &str, &str)]| {
            let mut record = record(state, values);
            record.notices[0].pages = record.notices[1].pages.clone();
            mark(&truth, Some(&record)).0
        };
        let right = beside("found", &[RECEIPT, PERSON, ACCOUNT]);
        assert_eq!((right.missing_right, right.missing_wrong), (1, 0));
        let wrong = beside("absent", &[RECEIPT, PERSON]);
        assert_eq!((wrong.missing_right, wrong.missing_wrong), (1, 1));
    }

    #[test]
    fn readers_stand_side_by_side() {
        let (right, _) = mark(
            &truth(),
            Some(&record("found", &[RECEIPT, PERSON, ACCOUNT])),
        );
        let (nothing, _) = mark(&truth(), None);
        let table = |marks: &Marks| {
            let mut table = Table::new(By::Damage);
            table.add(&truth(), marks);
            table
        };
        let text = beside(&[("own", table(&right)), ("tesseract", table(&nothing))]);
        let rows: Vec<&str> = text.lines().collect();
        assert_eq!(rows.len(), 3, "{text}");
        assert!(
            rows[2].starts_with("scan200")
                && rows[2].contains("3/3 100.0%     0      0 |       0/3   0.0%"),
            "{text}"
        );
    }

    #[test]
    fn no_answer_finds_nothing_and_harms_nobody() {
        let (marks, misses) = mark(&truth(), None);
        assert_eq!(
            (marks.exact, marks.counted, marks.kinds[0].found),
            (0, 0, 0)
        );
        assert!(!marks.is_harmful() && !misses.is_empty());
        let mut table = Table::new(By::Layout);
        table.add(&truth(), &marks);
        let text = table.text();
        assert!(
            text.lines().count() == 3
                && text
                    .lines()
                    .last()
                    .is_some_and(|line| line.starts_with("grid ")),
            "{text}"
        );
        let totals = table.totals();
        assert!(
            totals.lines().count() == 2
                && totals
                    .lines()
                    .last()
                    .is_some_and(|line| line.starts_with("ALL ")),
            "{totals}"
        );
    }
}
