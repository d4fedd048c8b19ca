//! Decisions laid over a record, and which of them found their place.

use std::collections::{HashMap, HashSet};

use super::several::{self, Fate};
use super::{Decision, Decisions, field, finding, number};
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::record::{DocumentRecord, Subject};
use crate::notice::check;

/// A decision and what became of it.
struct Entry {
    decision: Decision,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// It has not found its place yet.
    Open,
    /// It was laid over a record.
    Used,
    /// A later decision on the same place counts instead.
    Replaced,
    /// Another decision says otherwise of the same place, and nothing tells which is later: neither
    /// is laid over anything.
    Contradicted,
}

/// Decisions on their way to the records of a batch.
pub struct Decided {
    /// Earlier ones first.
    entries: Vec<Entry>,
    /// Which of them belong to a file, by its hash or, where it was not read, by its path.
    by_file: HashMap<String, Vec<usize>>,
    /// The files that were among the records.
    seen: HashSet<String>,
    /// Two people who decided differently.
    disagreements: Vec<Finding>,
}

impl Decided {
    /// The decisions of several files, the later ones last. None has found its place yet.
    pub fn new(files: Vec<Decisions>) -> Self {
        let merged = several::merge(files);
        let mut by_file: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, (decision, _)) in merged.decisions.iter().enumerate() {
            by_file.entry(file_of(decision)).or_default().push(index);
        }
        let entry = |(decision, fate)| Entry {
            decision,
            state: match fate {
                Fate::Counts => State::Open,
                Fate::Replaced => State::Replaced,
                Fate::Contradicted => State::Contradicted,
            },
        };
        Self {
            entries: merged.decisions.into_iter().map(entry).collect(),
            by_file,
            seen: HashSet::new(),
            disagreements: merged.disagreements,
        }
    }

    /// Lays the decisions that belong to a document over its record. Findings of the document are
    /// told anew; what only the batch shows is left out of it.
    pub fn apply(&mut self, record: &mut DocumentRecord) {
        let file = record.content_hash.as_ref().unwrap_or(&record.path).clone();
        let ours = self.by_file.get(&file).cloned().unwrap_or_default();
        self.lay(&ours, |decision| match decision.kind {
            Subject::Number(kind) => number::lay(decision, kind, record),
            Subject::Field(kind) => field::lay(decision, kind, record),
            Subject::Document(_) => finding::looked_at(decision, record),
            Subject::Finding(_) => false,
        });
        for notice in &mut record.notices {
            number::settle(notice);
        }
        check::renew(record);
        // What a person checked off is told anew too, so the marks come last.
        self.lay(&ours, |decision| match decision.kind {
            Subject::Finding(kind) => finding::lay(decision, kind, record),
            _ => false,
        });
        self.seen.insert(file);
    }

    /// Checks off what only the whole batch shows.
    pub fn apply_to_batch(&mut self, findings: &mut [Finding]) {
        let all: Vec<usize> = (0..self.entries.len()).collect();
        self.lay(&all, |decision| match decision.kind {
            Subject::Finding(kind) => finding::check_off(decision, kind, findings),
            _ => false,
        });
    }

    /// Lays what has not found its place yet.
    fn lay(&mut self, indices: &[usize], mut lay: impl FnMut(&Decision) -> bool) {
        for index in indices {
            if let Some(entry) = self.entries.get_mut(*index)
                && matches!(entry.state, State::Open | State::Used)
                && lay(&entry.decision)
            {
                entry.state = State::Used;
            }
        }
    }

    /// What is to be said of the decisions: which changed nothing, and who disagreed.
    pub fn told(mut self) -> Vec<Finding> {
        let seen = std::mem::take(&mut self.seen);
        let is_ours = |decision: &Decision| seen.contains(&file_of(decision));
        let left = |state| self.entries.iter().filter(move |e| e.state == state);
        let (ours, others): (Vec<_>, Vec<_>) = left(State::Open)
            .map(|entry| &entry.decision)
            .partition(|decision| is_ours(decision));
        let others = (!others.is_empty()).then(|| {
            let count = others.len();
            let what = match count {
                1 => "decision is about a file that is not here",
                _ => "decisions are about files that are not here",
            };
            let message = format!("{count} {what}");
            let advice = "to use them, apply them to those files";
            Finding::new(
                FindingKind::DecisionUnmatched,
                Severity::Info,
                message,
                advice,
            )
        });
        let advice = "it reads differently now: decide again in a new review page";
        let open = unused(&ours, "match nothing that was read", Severity::Info, advice);
        let disputed: Vec<&Decision> = left(State::Contradicted).map(|e| &e.decision).collect();
        let advice = "decide again in one review page: two decisions on one value differ";
        let disputed = unused(
            &disputed,
            "contradict one another",
            Severity::Warning,
            advice,
        );
        let disagreements = std::mem::take(&mut self.disagreements);
        let told = others.into_iter().chain(open).chain(disputed);
        told.chain(disagreements).collect()
    }
}

/// What a decision's file is known by.
fn file_of(decision: &Decision) -> String {
    let file = decision.content_hash.as_ref();
    file.unwrap_or(&decision.path).clone()
}

fn unused(left: &[&Decision], what: &str, severity: Severity, advice: &str) -> Option<Finding> {
    let count = left.len();
    let mut documents: Vec<String> = left.iter().map(|d| d.path.clone()).collect();
    documents.sort();
    documents.dedup();
    (count > 0).then(|| {
        let message = format!("{count} of the decisions {what}, and changed nothing");
        let mut finding = Finding::new(FindingKind::DecisionUnmatched, severity, message, advice);
        finding.documents = documents;
        finding
    })
}
