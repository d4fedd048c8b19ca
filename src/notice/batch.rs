//! What contradicts or repeats across the documents of a batch.
//!
//! A batch may have millions of documents, so what is kept of each is small: numbers as integers,
//! contents and notices as digests, paths without the folder that the path before them had.

use hashbrown::HashTable;

use crate::identifier::{ANumber, IdentifierKind, OnlineAccountNumber};
use crate::model::advice;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::owner::Owner;
use crate::model::record::{DocumentRecord, IdentifierRecord, NoticeRecord};
use crate::model::verdict::Verdict;
use crate::notice::names::Names;
use crate::notice::order::Order;
use crate::notice::paths::Paths;

/// What was seen of earlier documents, to compare later ones with.
#[derive(Debug, Default)]
pub struct Batch {
    paths: Paths,
    pairs: Vec<Pair>,
    seen: Firsts,
    names: Names,
    order: Order,
}

/// A person and an account on one notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Pair {
    account: OnlineAccountNumber,
    person: ANumber,
    document: u32,
}

/// The first document with each content and each notice.
#[derive(Debug, Default)]
struct Firsts {
    firsts: Vec<(Digest, u32)>,
    /// Where each digest stands in `firsts`.
    places: HashTable<u32>,
}

/// What a content or a notice is known by: among a hundred million of them, two are alike by chance
/// in one of four thousand batches, which then names one document more to compare.
type Digest = [u32; 2];

fn digest(parts: &[&str]) -> Digest {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let bytes = hasher.finalize();
    let word = |at: usize| bytes.as_bytes()[at..].first_chunk().copied();
    [0, 4].map(|at| u32::from_le_bytes(word(at).unwrap_or_default()))
}

impl Firsts {
    /// The first document with a digest, which is this one where there was none.
    fn first(&mut self, digest: Digest, document: u32) -> u32 {
        let hash = |digest: Digest| u64::from(digest[0]) << 32 | u64::from(digest[1]);
        let firsts = &self.firsts;
        let is_it = |place: &u32| firsts[*place as usize].0 == digest;
        if let Some(place) = self.places.find(hash(digest), is_it) {
            return self.firsts[*place as usize].1;
        }
        // Past four billion of them nothing is compared any more.
        let Ok(place) = u32::try_from(self.firsts.len()) else {
            return document;
        };
        self.firsts.push((digest, document));
        let firsts = &self.firsts;
        let rehash = |place: &u32| hash(firsts[*place as usize].0);
        self.places.insert_unique(hash(digest), place, rehash);
        document
    }

    /// Bytes that are kept.
    #[cfg(test)]
    fn bytes(&self) -> usize {
        // A table is at most seven eighths full and has a byte for each of its places.
        let places = (self.places.capacity() * 8 / 7).next_power_of_two();
        places * (1 + size_of::<u32>()) + self.firsts.len() * size_of::<(Digest, u32)>()
    }
}

impl Batch {
    /// Takes note of a document; duplicates of earlier ones are added to its findings.
    pub fn add(&mut self, record: &mut DocumentRecord) {
        let document = self.paths.add(&record.path);
        for notice in record.notices.iter().filter(|notice| notice.is_notice) {
            self.names.add(notice, document);
            self.order.add(notice, document);
        }
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
            let first = self.seen.first(digest, document);
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
                match record.notices.is_empty() {
                    true => "this file also appears elsewhere in the batch",
                    false => "a notice in this document also appears elsewhere in the batch",
                },
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
        let Self {
            paths,
            names,
            order,
            ..
        } = self;
        findings.extend(names.finish(|document| paths.get(document)));
        findings.extend(order.finish(|document| paths.get(document)));
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
        let pairs = self.pairs.len() * size_of::<Pair>();
        let people = self.names.bytes() + self.order.bytes();
        pairs + people + self.seen.bytes() + self.paths.bytes()
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
    let form = notice.form.as_deref()?;
    let date = notice.notice_date.as_deref()?;
    Some(digest(&["notice", form, &receipt.value, date]))
}

/// Whether several of these notices are the same one.
fn twins_in(notices: &[NoticeRecord], wanted: &Digest) -> bool {
    let same = notices.iter().filter_map(notice).filter(|d| d == wanted);
    same.count() > 1
}

#[cfg(test)]
#[path = "batch_tests.rs"]
mod tests;
