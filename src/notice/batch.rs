//! What contradicts or repeats across the documents of a batch.
//!
//! A batch may have millions of documents, so what is kept of each is small: numbers as integers,
//! contents and notices as digests, paths without the folder that the path before them had.

use std::collections::HashMap;

use crate::identifier::{ANumber, IdentifierKind, OnlineAccountNumber};
use crate::model::advice;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::owner::Owner;
use crate::model::record::{DocumentRecord, IdentifierRecord, NoticeRecord};
use crate::model::verdict::Verdict;
use crate::notice::names::Names;
use crate::notice::story::Stories;

/// What was seen of earlier documents, to compare later ones with.
#[derive(Debug, Default)]
pub struct Batch {
    paths: Paths,
    pairs: Vec<Pair>,
    /// The first document with a content or a notice.
    seen: HashMap<Digest, u32>,
    names: Names,
    stories: Stories,
}

/// A person and an account on one notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    account: OnlineAccountNumber,
    person: ANumber,
    document: u32,
}

/// What a content or a notice is known by: among a hundred million of them, two are alike by chance
/// once in 10¹³ batches.
type Digest = [u8; 12];

fn digest(parts: &[&str]) -> Digest {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let mut digest = Digest::default();
    digest.copy_from_slice(&hasher.finalize().as_bytes()[..12]);
    digest
}

impl Batch {
    /// Takes note of a document; duplicates of earlier ones are added to its findings.
    pub fn add(&mut self, record: &mut DocumentRecord) {
        self.names.add(record);
        self.stories.add(record);
        let document = self.paths.add(&record.path);
        let pairs = record.notices.iter().filter_map(pair);
        self.pairs.extend(pairs.map(|(person, account)| Pair {
            account,
            person,
            document,
        }));
        let contents = record.content_hash.iter();
        let contents = contents.map(|hash| digest(&["content", hash]));
        let notices = record.notices.iter().filter_map(notice);
        let mut twins = Vec::new();
        for digest in contents.chain(notices) {
            let first = *self.seen.entry(digest).or_insert(document);
            // A notice that comes twice in one document is its own twin.
            if first != document || twins_in(&record.notices, &digest) {
                twins.push(self.paths.get(first));
            }
        }
        twins.sort();
        twins.dedup();
        if !twins.is_empty() {
            let mut twin = Finding::new(
                FindingKind::Duplicate,
                Severity::Info,
                "a notice in this document also appears elsewhere in the batch",
                "compare them, and keep both: copies differ in stamps and pages",
            );
            twin.documents = twins;
            record.findings.push(twin);
        }
    }

    /// The contradictions across all documents, in order of the numbers concerned.
    pub fn finish(mut self) -> Vec<Finding> {
        let mut findings = Vec::new();
        // Of each pair, the first document counts.
        self.pairs
            .sort_unstable_by_key(|p| (p.person, p.account, p.document));
        self.pairs.dedup_by_key(|p| (p.person, p.account));
        for pairs in self.pairs.chunk_by(|a, b| a.person == b.person) {
            let accounts = pairs.iter().map(|pair| pair.account.to_string());
            findings.extend(self.two_accounts(pairs, accounts.collect()));
        }
        self.pairs.sort_unstable_by_key(|p| (p.account, p.person));
        for pairs in self.pairs.chunk_by(|a, b| a.account == b.account) {
            let people = pairs.iter().map(|pair| pair.person.to_string());
            findings.extend(self.shared_account(pairs, people.collect()));
        }
        findings.extend(self.names.finish());
        let cases = self.stories.finish();
        let contradictions = cases
            .iter()
            .filter_map(|(number, case)| case.contradiction(number));
        findings.extend(contradictions);
        findings
    }

    fn two_accounts(&self, pairs: &[Pair], accounts: Vec<String>) -> Option<Finding> {
        let (first, _) = (pairs.first()?, pairs.get(1)?);
        let message = format!(
            "{{0}} appears with {} different online account numbers, so this person very likely \
             has two accounts",
            accounts.len()
        );
        let finding = Finding::new(
            FindingKind::TwoAccounts,
            Severity::Error,
            message,
            advice::CONSOLIDATE,
        );
        Some(self.with(finding, first.person.to_string(), accounts, pairs))
    }

    fn shared_account(&self, pairs: &[Pair], people: Vec<String>) -> Option<Finding> {
        let (first, _) = (pairs.first()?, pairs.get(1)?);
        let message = format!(
            "online account number {{0}} appears with {} different A-Numbers: it may be a \
             parent's or an attorney's account, or a misreading",
            people.len()
        );
        let finding = Finding::new(
            FindingKind::SharedAccount,
            Severity::Error,
            message,
            advice::WHOSE,
        );
        Some(self.with(finding, first.account.to_string(), people, pairs))
    }

    /// A finding with the number that it is about, the others, and the documents of the pairs.
    fn with(
        &self,
        mut finding: Finding,
        number: String,
        others: Vec<String>,
        pairs: &[Pair],
    ) -> Finding {
        finding.values = vec![number];
        finding.values.extend(others);
        finding.documents = pairs.iter().map(|p| self.paths.get(p.document)).collect();
        finding
    }

    /// Bytes that are kept.
    #[cfg(test)]
    fn bytes(&self) -> usize {
        let pairs = self.pairs.capacity() * size_of::<Pair>();
        // A table is at most seven eighths full and has a byte for each of its places.
        let places = (self.seen.capacity() * 8 / 7).next_power_of_two();
        pairs + places * (1 + size_of::<(Digest, u32)>()) + self.paths.bytes()
    }
}

/// The one person and the one account on a notice.
fn pair(notice: &NoticeRecord) -> Option<(ANumber, OnlineAccountNumber)> {
    let values = |kind: IdentifierKind| {
        let sure = move |i: &&IdentifierRecord| {
            i.kind == kind && i.verdict == Verdict::Accepted && i.owner != Owner::Representative
        };
        notice.identifiers.iter().filter(sure)
    };
    let accounts: Vec<_> = values(IdentifierKind::OnlineAccountNumber).collect();
    let people: Vec<_> = values(IdentifierKind::ANumber).collect();
    // With several people on a notice nobody can say whose account it is.
    let ([account], [person]) = (&accounts[..], &people[..]) else {
        return None;
    };
    if person.owner == Owner::Beneficiary && account.owner == Owner::Petitioner {
        return None;
    }
    // Masked numbers are none: many people have the same last digits.
    let person = ANumber::parse(&person.value).ok()?;
    Some((person, OnlineAccountNumber::parse(&account.value).ok()?))
}

/// What makes a notice the same as another: its form, its receipt number and its date.
fn notice(notice: &NoticeRecord) -> Option<Digest> {
    let is_receipt = |i: &&IdentifierRecord| {
        i.kind == IdentifierKind::ReceiptNumber && i.verdict == Verdict::Accepted
    };
    let receipt = notice.identifiers.iter().find(is_receipt)?;
    let (form, date) = (notice.form.as_deref()?, notice.notice_date.as_deref()?);
    Some(digest(&["notice", form, &receipt.value, date]))
}

/// Whether several of these notices are the same one.
fn twins_in(notices: &[NoticeRecord], wanted: &Digest) -> bool {
    let same = notices.iter().filter_map(notice).filter(|d| d == wanted);
    same.count() > 1
}

/// The paths of documents, by the order in which they came.
#[derive(Debug, Default)]
struct Paths {
    folders: Vec<Box<str>>,
    names: String,
    entries: Vec<Entry>,
}

/// A path: its folder, and where its name ends; it begins where the one before it ends.
#[derive(Debug, Clone, Copy)]
struct Entry {
    end: u64,
    folder: u32,
}

impl Paths {
    /// Takes in a path. Past four billion documents they share the last number.
    fn add(&mut self, path: &str) -> u32 {
        let start = path.rfind('/').map_or(0, |at| at + 1);
        let (folder, name) = path.split_at(start);
        if self.folders.last().is_none_or(|last| **last != *folder) {
            self.folders.push(folder.into());
        }
        self.names.push_str(name);
        self.entries.push(Entry {
            end: self.names.len() as u64,
            folder: u32::try_from(self.folders.len() - 1).unwrap_or(u32::MAX),
        });
        u32::try_from(self.entries.len() - 1).unwrap_or(u32::MAX)
    }

    fn get(&self, index: u32) -> String {
        let at = |index: usize| self.entries.get(index);
        let index = index as usize;
        let start = index.checked_sub(1).and_then(at).map_or(0, |e| e.end);
        let Some(entry) = at(index) else {
            return String::new();
        };
        let range = start as usize..entry.end as usize;
        let folder = self.folders.get(entry.folder as usize);
        let folder = folder.map_or("", |folder| folder);
        format!("{folder}{}", self.names.get(range).unwrap_or_default())
    }

    #[cfg(test)]
    fn bytes(&self) -> usize {
        let folders: usize = self
            .folders
            .iter()
            .map(|f| f.len() + size_of::<Box<str>>())
            .sum();
        folders + self.names.capacity() + self.entries.capacity() * size_of::<Entry>()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::model::confidence::Confidence;
    use crate::model::error::{DocumentError, ErrorKind};
    use crate::model::record::{AccountNumberState, NoticeFields, Outcome};

    fn number(kind: IdentifierKind, value: String) -> IdentifierRecord {
        IdentifierRecord {
            kind,
            value,
            verdict: Verdict::Accepted,
            owner: Owner::Applicant,
            confidence: Confidence::new(1.0),
            sightings: Vec::new(),
            evidence: Vec::new(),
            person: None,
        }
    }

    /// A document with one notice, drawn from three numbers.
    fn drawn(path: &str, content: u64, person: u64, account: u64) -> DocumentRecord {
        let error = DocumentError::new(ErrorKind::Damaged, "");
        let mut record = DocumentRecord::unread(Path::new(path), Outcome::Read, error);
        record.content_hash = Some(format!("{content:064x}"));
        record.notices.push(NoticeRecord {
            pages: Vec::new(),
            is_notice: true,
            form: Some("I-797C".to_owned()),
            notice_type: None,
            notice_date: Some("04/01/2021".to_owned()),
            account_number: AccountNumberState::Found,
            identifiers: vec![
                number(IdentifierKind::ReceiptNumber, format!("IOE{content:010}")),
                number(IdentifierKind::ANumber, format!("A{person:09}")),
                number(
                    IdentifierKind::OnlineAccountNumber,
                    format!("{account:012}"),
                ),
            ],
            findings: Vec::new(),
            fields: NoticeFields::default(),
        });
        record
    }

    #[test]
    fn contradictions_are_found_in_order_with_the_first_documents() {
        let mut batch = Batch::default();
        for (path, content, person, account) in [
            ("b/1.pdf", 1, 7, 20),
            ("b/2.pdf", 2, 7, 10),
            ("c/3.pdf", 3, 7, 20),
            ("c/4.pdf", 4, 9, 20),
        ] {
            batch.add(&mut drawn(path, content, person, account));
        }
        let findings = batch.finish();
        let said: Vec<_> = findings
            .iter()
            .map(|f| (f.kind, f.values.clone(), f.documents.clone()))
            .collect();
        let strings = |values: &[&str]| values.iter().map(|v| (*v).to_owned()).collect();
        assert_eq!(
            said,
            [
                (
                    FindingKind::TwoAccounts,
                    strings(&["A000000007", "000000000010", "000000000020"]),
                    strings(&["b/2.pdf", "b/1.pdf"]),
                ),
                (
                    FindingKind::SharedAccount,
                    strings(&["000000000020", "A000000007", "A000000009"]),
                    strings(&["b/1.pdf", "c/4.pdf"]),
                ),
            ]
        );
    }

    #[test]
    fn duplicates_name_the_first_document() {
        let mut batch = Batch::default();
        let mut first = drawn("a/1.pdf", 1, 1, 1);
        let mut copy = drawn("2.pdf", 1, 1, 1);
        let mut other = drawn("b/3.pdf", 2, 1, 1);
        for record in [&mut first, &mut copy, &mut other] {
            batch.add(record);
        }
        assert!(first.findings.is_empty() && other.findings.is_empty());
        assert_eq!(copy.findings[0].documents, ["a/1.pdf"]);
        assert!(copy.findings[0].advice.contains("keep both"));
    }

    #[test]
    fn little_is_kept_of_each_notice() {
        const NOTICES: usize = 200_000;
        let mut batch = Batch::default();
        for index in 0..NOTICES {
            let number = index as u64 + 1;
            let path = format!("share/clients/2026/{}/scan-{index:06}.pdf", index / 500);
            batch.add(&mut drawn(&path, number, number, number));
        }
        let each = batch.bytes() / NOTICES;
        assert!(each <= 150, "{each} bytes a notice");
    }
}
