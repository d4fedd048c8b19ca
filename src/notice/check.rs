//! One small function a finding: what a notice lacks, and what contradicts across the documents of
//! a batch.

use std::collections::BTreeMap;

use crate::identifier::{IdentifierKind, ReceiptNumber};
use crate::model::advice;
use crate::model::advice::{CONSOLIDATE, WHERE_TO_LOOK};
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::owner::Owner;
use crate::model::record::{
    AccountNumberState, DocumentRecord, IdentifierRecord, NoticeRecord, Outcome, PageState,
};
use crate::model::verdict::Verdict;
use crate::notice::names::Names;
use crate::notice::page_info::year_month;
use crate::notice::story::Stories;
use crate::notice::{deadline, expected};

/// Kinds of numbers that one sentence lists.
const MOST_NAMED: usize = 20;

/// Adds to each notice of a document, and to the document, what a person should know.
pub fn document(record: &mut DocumentRecord) {
    for notice in &mut record.notices {
        notice.findings.extend(account_number(notice));
        notice.findings.extend(receipt_number(notice));
        notice.findings.extend(to_review(notice));
        if notice.is_notice {
            notice.findings.extend(deadline::findings(notice));
            notice.findings.extend(expected::findings(notice));
        }
    }
    let failed = record
        .pages
        .iter()
        .filter(|p| p.state == PageState::Failed)
        .count();
    if record.outcome == Outcome::Partly && failed > 0 {
        record.findings.push(Finding {
            kind: FindingKind::PageUnreadable,
            severity: Severity::Warning,
            message: format!("{failed} of {} pages could not be read", record.page_count),
            advice: "look at these pages by hand, or scan them again".to_owned(),
            values: Vec::new(),
            documents: Vec::new(),
            deadline: None,
        });
    }
}

/// Says anew what a person should know, after the numbers of a record were changed. What only a
/// batch shows is dropped: it is for [`Batch`] to say again.
pub fn renew(record: &mut DocumentRecord) {
    // What a page showed beside its numbers can't be told from the record.
    let stays = |f: &Finding| {
        matches!(
            f.kind,
            FindingKind::Note | FindingKind::CandidatesLeftOut | FindingKind::NumberUnread
        )
    };
    record.findings.retain(stays);
    record
        .notices
        .iter_mut()
        .for_each(|n| n.findings.retain(stays));
    document(record);
}

fn finding(kind: FindingKind, severity: Severity, message: &str, advice: &str) -> Finding {
    Finding {
        kind,
        severity,
        message: message.to_owned(),
        advice: advice.to_owned(),
        values: Vec::new(),
        documents: Vec::new(),
        deadline: None,
    }
}

/// A number seems to be printed on a notice that could not be read.
pub fn number_unread() -> Finding {
    finding(
        FindingKind::NumberUnread,
        Severity::Warning,
        "a number seems to be printed that could not be read",
        advice::LOOK,
    )
}

/// What the state of the account number means for this notice.
fn account_number(notice: &NoticeRecord) -> Option<Finding> {
    use FindingKind as K;
    if !notice.is_notice {
        return None;
    }
    match notice.account_number {
        AccountNumberState::Found | AccountNumberState::Review => None,
        AccountNumberState::Unreadable => Some(finding(
            K::AccountNumberUnreadable,
            Severity::Warning,
            "could not determine whether this notice has a USCIS online account number",
            advice::LOOK,
        )),
        _ if too_early(notice) => Some(finding(
            K::AccountNumberTooEarly,
            Severity::Info,
            "no USCIS online account number: the notice predates online accounts, which started in \
             May 2012",
            advice::TOO_EARLY,
        )),
        AccountNumberState::Blank => Some(finding(
            K::AccountNumberBlank,
            Severity::Warning,
            "the field for the USCIS online account number is blank",
            WHERE_TO_LOOK,
        )),
        AccountNumberState::Absent if is_ioe(notice) => Some(finding(
            K::AccountNumberMissing,
            Severity::Warning,
            "no USCIS online account number on this notice, but the receipt number starts with \
             IOE, \
             so an account very likely exists",
            WHERE_TO_LOOK,
        )),
        AccountNumberState::Absent => Some(finding(
            K::AccountNumberMissing,
            Severity::Info,
            "no USCIS online account number on this notice, which is not unusual for a case \
             filed on \
             paper outside ELIS",
            &format!(
                "if the person has an online account, {WHERE_TO_LOOK}; if everything was filed by \
                 mail, \
                 there may be none"
            ),
        )),
    }
}

/// A receipt number stands on every notice but a rejection: where none was read, one was missed.
fn receipt_number(notice: &NoticeRecord) -> Option<Finding> {
    if !notice.is_notice {
        return None;
    }
    let read = notice
        .identifiers
        .iter()
        .any(|i| i.kind == IdentifierKind::ReceiptNumber);
    let names_none = notice.notice_type.as_deref().is_some_and(names_no_case);
    (!read && !names_none).then(|| {
        finding(
            FindingKind::ReceiptNumberNotRead,
            Severity::Warning,
            "no receipt number was read, though a notice of this kind carries one",
            advice::LOOK,
        )
    })
}

/// Whether notices of a type name no case: nothing was filed, or they are about an account.
fn names_no_case(notice_type: &str) -> bool {
    let notice_type = notice_type.to_ascii_lowercase();
    notice_type.contains("reject") || notice_type.contains("account access")
}

fn is_ioe(notice: &NoticeRecord) -> bool {
    let receipts = notice
        .identifiers
        .iter()
        .filter(|i| i.kind == IdentifierKind::ReceiptNumber);
    receipts
        .into_iter()
        .any(|i| ReceiptNumber::parse(&i.value).is_ok_and(|r| r.prefix().is_ioe()))
}

/// ELIS, and with it the online accounts, began in May 2012.
fn too_early(notice: &NoticeRecord) -> bool {
    notice
        .notice_date
        .as_deref()
        .and_then(year_month)
        .is_some_and(|date| date < (2012, 5))
}

fn to_review(notice: &NoticeRecord) -> Option<Finding> {
    let doubtful = |i: &&IdentifierRecord| i.verdict == Verdict::Review;
    let doubtful = notice.identifiers.iter().filter(doubtful);
    let count = doubtful.clone().count();
    let mut names: Vec<&str> = doubtful.take(MOST_NAMED).map(|i| i.kind.name()).collect();
    let more = format!("{} more", count.saturating_sub(MOST_NAMED));
    if count > MOST_NAMED {
        names.push(&more);
    }
    (count > 0).then(|| {
        finding(
            FindingKind::ToReview,
            Severity::Warning,
            &format!("needs review: {}", names.join(", ")),
            advice::COMPARE,
        )
    })
}

/// What was seen of earlier documents, to compare later ones with. Grows with the number of
/// notices, not with their pages.
#[derive(Debug, Default)]
pub struct Batch {
    accounts_of: BTreeMap<String, BTreeMap<String, String>>,
    people_of: BTreeMap<String, BTreeMap<String, String>>,
    contents: BTreeMap<String, String>,
    notices: BTreeMap<(String, String, String), String>,
    names: Names,
    stories: Stories,
    findings: Vec<Finding>,
}

impl Batch {
    /// Takes note of a document; duplicates of earlier ones are added to its findings.
    pub fn add(&mut self, record: &mut DocumentRecord) {
        self.note_people(record);
        self.names.add(record);
        self.stories.add(record);
        let mut twins: Vec<String> = self.same_content(record).into_iter().collect();
        twins.extend(self.same_notice(record));
        twins.sort();
        twins.dedup();
        if !twins.is_empty() {
            let mut twin = finding(
                FindingKind::Duplicate,
                Severity::Info,
                "a notice in this document also appears elsewhere in the batch",
                "compare them: the same notice needs no second entry",
            );
            twin.documents = twins;
            record.findings.push(twin);
        }
    }

    fn note_people(&mut self, record: &DocumentRecord) {
        for notice in &record.notices {
            let values = |kind: IdentifierKind| {
                let sure =
                    move |i: &&IdentifierRecord| i.kind == kind && i.verdict == Verdict::Accepted;
                notice
                    .identifiers
                    .iter()
                    .filter(sure)
                    .filter(|i| i.owner != Owner::Representative)
            };
            let accounts: Vec<_> = values(IdentifierKind::OnlineAccountNumber).collect();
            let people: Vec<_> = values(IdentifierKind::ANumber).collect();
            // With several people on a notice nobody can say whose account it is.
            let ([account], [person]) = (&accounts[..], &people[..]) else {
                continue;
            };
            if person.owner == Owner::Beneficiary && account.owner == Owner::Petitioner {
                continue;
            }
            let path = || record.path.clone();
            self.accounts_of
                .entry(person.value.clone())
                .or_default()
                .entry(account.value.clone())
                .or_insert_with(path);
            self.people_of
                .entry(account.value.clone())
                .or_default()
                .entry(person.value.clone())
                .or_insert_with(path);
        }
    }

    fn same_content(&mut self, record: &DocumentRecord) -> Option<String> {
        let hash = record.content_hash.clone()?;
        match self.contents.entry(hash) {
            std::collections::btree_map::Entry::Occupied(seen) => Some(seen.get().clone()),
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(record.path.clone());
                None
            }
        }
    }

    fn same_notice(&mut self, record: &DocumentRecord) -> Vec<String> {
        let mut twins = Vec::new();
        for notice in &record.notices {
            let receipt = notice.identifiers.iter().find(|i| {
                i.kind == IdentifierKind::ReceiptNumber && i.verdict == Verdict::Accepted
            });
            let (Some(form), Some(receipt), Some(date)) =
                (&notice.form, receipt, &notice.notice_date)
            else {
                continue;
            };
            let key = (form.clone(), receipt.value.clone(), date.clone());
            if let Some(path) = self.notices.get(&key) {
                twins.push(path.clone());
            } else {
                self.notices.insert(key, record.path.clone());
            }
        }
        twins
    }

    /// The contradictions across all documents, in order of the numbers concerned.
    pub fn finish(mut self) -> Vec<Finding> {
        for (person, accounts) in self.accounts_of.iter().filter(|(_, a)| a.len() > 1) {
            self.findings.push(Finding {
                kind: FindingKind::TwoAccounts,
                severity: Severity::Error,
                message: format!(
                    "{{0}} appears with {} different online account numbers, so this person very \
                     likely \
                     has two accounts",
                    accounts.len()
                ),
                advice: CONSOLIDATE.to_owned(),
                values: std::iter::once(person)
                    .chain(accounts.keys())
                    .cloned()
                    .collect(),
                documents: accounts.values().cloned().collect(),
                deadline: None,
            });
        }
        for (account, people) in self.people_of.iter().filter(|(_, p)| p.len() > 1) {
            self.findings.push(Finding {
                kind: FindingKind::SharedAccount,
                severity: Severity::Error,
                message: format!(
                    "online account number {{0}} appears with {} different A-Numbers: it may be a \
                     parent's or an attorney's account, or a misreading",
                    people.len()
                ),
                advice: advice::WHOSE.to_owned(),
                values: std::iter::once(account)
                    .chain(people.keys())
                    .cloned()
                    .collect(),
                documents: people.values().cloned().collect(),
                deadline: None,
            });
        }
        self.findings.extend(self.names.finish());
        let cases = self.stories.finish();
        let contradictions = cases
            .iter()
            .filter_map(|(number, case)| case.contradiction(number));
        self.findings.extend(contradictions);
        self.findings
    }
}
