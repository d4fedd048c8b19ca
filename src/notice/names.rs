//! Two names for one A-Number: another person's number, a changed name, or a misreading.

use std::collections::BTreeMap;

use crate::identifier::IdentifierKind;
use crate::model::finding::{Finding, FindingKind, Severity};
use crate::model::record::DocumentRecord;
use crate::model::verdict::Verdict;

/// Letters of a word from which on one of them may be misread.
const LONG: usize = 4;
/// Names that are kept for an A-Number.
const MOST: usize = 8;

/// The names that go with each A-Number, and a document for each.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<String, Vec<(Vec<String>, String)>>);

impl Names {
    /// Takes note of the names that stand beside A-Numbers.
    pub(super) fn add(&mut self, record: &DocumentRecord) {
        let notices = record.notices.iter().filter(|notice| notice.is_notice);
        for number in notices.flat_map(|notice| &notice.identifiers) {
            let counts =
                number.kind == IdentifierKind::ANumber && number.verdict == Verdict::Accepted;
            let Some(person) = number.person.as_deref().filter(|_| counts) else {
                continue;
            };
            let name = words(person);
            let known = self.0.entry(number.value.clone()).or_default();
            let is_new = !known.iter().any(|(other, _)| other == &name);
            if !name.is_empty() && is_new && known.len() < MOST {
                known.push((name, record.path.clone()));
            }
        }
    }

    /// The A-Numbers with names that are no spellings of one another.
    pub(super) fn finish(self) -> Vec<Finding> {
        let two = |(number, names): (String, Vec<(Vec<String>, String)>)| {
            let (first, one) = names.first()?;
            let (_, other) = names.iter().find(|(name, _)| !is_same(first, name))?;
            let mut finding = Finding::new(
                FindingKind::TwoNames,
                Severity::Warning,
                "{0} stands beside two different names",
                "compare the pages: the number may be another person's, the name may have been \
                 changed, or one of them is misread",
            );
            finding.values = vec![number];
            finding.documents = vec![one.clone(), other.clone()];
            finding.documents.dedup();
            Some(finding)
        };
        self.0.into_iter().filter_map(two).collect()
    }
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
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_one() {
        for (a, b, same) in [
            ("DOE, JANE", "Jane Doe", true),
            ("DOE, JANE", "DOE, JANE ANN", true),
            ("DOE, JANE A", "DOE, JANE ANN", true),
            ("SANTOS, MARIA", "SANT0S, MARIA", true),
            ("SANTOS, MARIA", "SANTUS, MARIA", true),
            ("DOE, JANE", "DOE, JOHN", false),
            ("DOE, JANE", "ROE, JANE", false),
            ("GARCIA-LOPEZ, ANA", "GARCIA LOPEZ ANA", true),
        ] {
            assert_eq!(is_same(&words(a), &words(b)), same, "{a} / {b}");
        }
    }
}
