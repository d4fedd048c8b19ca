//! Two names for one A-Number: another person's number, a changed name, or a misreading.

use crate::identifier::{ANumber, IdentifierKind};
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::record::NoticeRecord;
use crate::model::verdict::Verdict;

/// Letters of a word from which on one of them may be misread.
const LONG: usize = 4;
/// The names that stand beside A-Numbers, in the order of the documents: sixteen bytes for each and
/// its letters.
#[derive(Debug, Default)]
pub(super) struct Names {
    letters: String,
    named: Vec<Named>,
}

/// A name beside an A-Number. It begins where the one before it ends.
#[derive(Debug, Clone, Copy)]
struct Named {
    person: ANumber,
    document: u32,
    end: u64,
}

impl Names {
    /// Takes note of the names on a notice in a document.
    pub(super) fn add(&mut self, notice: &NoticeRecord, document: u32) {
        for number in &notice.identifiers {
            let counts =
                number.kind == IdentifierKind::ANumber && number.verdict == Verdict::Accepted;
            let name = number.person.as_deref().filter(|_| counts);
            // Masked numbers are none.
            let (Some(name), Ok(person)) = (name, ANumber::parse(&number.value)) else {
                continue;
            };
            self.letters.push_str(name);
            self.named.push(Named {
                person,
                document,
                end: self.letters.len() as u64,
            });
        }
    }

    /// The A-Numbers with names that are no spellings of one another. `path` tells a document's
    /// path.
    pub(super) fn finish(self, path: impl Fn(u32) -> String) -> Vec<Finding> {
        let starts = std::iter::once(0).chain(self.named.iter().map(|named| named.end));
        let mut places: Vec<(u64, Named)> = starts.zip(self.named.iter().copied()).collect();
        places.sort_unstable_by_key(|(start, named)| (named.person, *start));
        let people = places.chunk_by(|(_, a), (_, b)| a.person == b.person);
        let several = people.filter(|places| places.len() > 1);
        let two = several.filter_map(|places| {
            let names = places.iter().map(|(start, named)| {
                let range = *start as usize..named.end as usize;
                (words(&self.letters[range]), named)
            });
            let mut names = names.filter(|(name, _)| !name.is_empty());
            let (first, one) = names.next()?;
            let (_, other) = names.find(|(name, _)| !is_same(&first, name))?;
            Some(finding(one, other, &path))
        });
        two.collect()
    }

    /// Bytes that are kept.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        self.letters.len() + self.named.len() * size_of::<Named>()
    }
}

fn finding(one: &Named, other: &Named, path: impl Fn(u32) -> String) -> Finding {
    let mut finding = Finding::new(
        FindingKind::TwoNames,
        Severity::Warning,
        "{0} appears beside two different names",
        "compare the pages: the number may be another person's, the name may have been changed, \
         or one of them is misread",
    );
    finding.values = vec![one.person.to_string()];
    finding.documents = vec![path(one.document), path(other.document)];
    finding.documents.dedup();
    finding
}

/// The words of a name in capitals, sorted: the family name comes first or last.
fn words(name: &str) -> Vec<String> {
    let letters = |c: char| !c.is_alphabetic();
    let mut words: Vec<String> = name
        .split(letters)
        .filter(|word| !word.is_empty())
        .map(str::to_uppercase)
        .collect();
    words.sort();
    words
}

/// Whether two names may be one person's: every word of the shorter one is in the longer one,
/// whole, as an initial, or with one letter misread.
fn is_same(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let fits = |one: &str, other: &str| {
        let initial = one.chars().count() == 1 && other.starts_with(one);
        let long = one.chars().count() >= LONG;
        one == other || initial || (long && strsim::osa_distance(one, other) <= 1)
    };
    short.iter().all(|word| {
        long.iter()
            .any(|other| fits(word, other) || fits(other, word))
    })
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod tests;
