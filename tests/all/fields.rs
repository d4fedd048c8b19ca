//! The fields of the fixtures, compared with what is printed on them.

use std::collections::BTreeMap;

use crate::contract::{Notice, Verdict};
use crate::truth::read_truths;

/// What became of the values of a field.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Counts {
    right: usize,
    review: usize,
    none: usize,
    wrong: Vec<String>,
}

impl Counts {
    fn printed(&self) -> usize {
        self.right + self.review + self.none + self.wrong.len()
    }

    fn add(&mut self, name: &str, printed: &str, notice: &Notice) {
        match notice.fields.get(name) {
            None => self.none += 1,
            Some(field) if field.verdict == Verdict::Review => self.review += 1,
            Some(field) if same(name, printed, &field.value) => self.right += 1,
            Some(field) => self
                .wrong
                .push(format!("{name} {:?} is not {printed:?}", field.value)),
        }
    }
}

/// Counts by field over the notices of native pages, or of the others.
fn counts(native: bool) -> BTreeMap<String, Counts> {
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    for (truth, document) in read_truths() {
        if (truth.damage == "native") != native {
            continue;
        }
        for says in &truth.notices {
            let mine = |n: &&Notice| n.pages.first() == says.pages.first();
            // Pages that could not be read are in other tests.
            let Some(notice) = document.notices.iter().find(mine) else {
                continue;
            };
            for (name, printed) in &says.fields {
                let of = counts.entry(name.clone()).or_default();
                of.add(name, printed, notice);
            }
        }
    }
    counts
}

fn is_name(field: &str) -> bool {
    matches!(
        field,
        "applicant" | "petitioner" | "beneficiary" | "addressee"
    )
}

/// Whether a value says what is printed: a day in any spelling, a name in any order, a case type
/// by its code, a notice type with or without the word.
fn same(field: &str, printed: &str, value: &str) -> bool {
    if field.ends_with("_date") || matches!(field, "valid_from" | "valid_to" | "response_due") {
        return day(printed) == day(value) && day(value).is_some();
    }
    let letters = |text: &str| -> String {
        let upper = text.to_uppercase();
        upper.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    if is_name(field) {
        let words = |text: &str| {
            let mut words: Vec<String> = text.split_whitespace().map(letters).collect();
            words.sort();
            words
        };
        return words(printed) == words(value);
    }
    if field == "notice_type" {
        let bare = |text: &str| letters(text).trim_end_matches("NOTICE").to_owned();
        return bare(printed) == bare(value);
    }
    if field == "amount" {
        let sum = |text: &str| text.trim_start_matches('$').replace([',', ' '], "");
        return sum(printed) == sum(value);
    }
    letters(printed) == letters(value)
}

/// A day as `YYYY-MM-DD`.
fn day(text: &str) -> Option<String> {
    let ways = [
        "%Y-%m-%d",
        "%m/%d/%Y",
        "%B %d, %Y",
        "%b %d, %Y",
        "%d %b %Y",
        "%b. %d, %Y",
    ];
    let parse = |way: &&str| jiff::civil::Date::strptime(way, text).ok();
    ways.iter().find_map(parse).map(|day| day.to_string())
}

fn total(counts: &BTreeMap<String, Counts>) -> Counts {
    let mut all = Counts::default();
    for of in counts.values() {
        all.right += of.right;
        all.review += of.review;
        all.none += of.none;
        all.wrong.extend(of.wrong.iter().cloned());
    }
    all
}

#[test]
fn no_field_of_the_fixtures_is_wrong() {
    for native in [true, false] {
        let counts = counts(native);
        let all = total(&counts);
        assert!(all.wrong.is_empty(), "{:#?}", all.wrong);
        // The truth tells more of a notice than its type and dates.
        for name in ["applicant", "addressee", "case_type", "notice_date"] {
            assert!(counts.contains_key(name), "{name} is in no truth");
        }
    }
}

#[test]
fn the_fields_of_the_fixtures_are_read() {
    for (native, least) in [(true, 98), (false, 88)] {
        let counts = counts(native);
        let all = total(&counts);
        let share = 100 * all.right / all.printed();
        assert!(share >= least, "{share} % are right: {counts:#?}");
    }
}

#[test]
fn few_persons_of_the_fixtures_need_a_look() {
    let mut asked = Vec::new();
    let mut notices = 0;
    for (truth, document) in read_truths() {
        for notice in &document.notices {
            notices += 1;
            let held = |(name, field): &(&String, &crate::contract::Field)| {
                is_name(name) && field.verdict == Verdict::Review
            };
            let names = notice.fields.iter().filter(held);
            asked.extend(names.map(|(name, _)| format!("{} {name}", truth.file)));
        }
    }
    assert!(
        asked.len() * 8 < notices,
        "{} of {notices}: {asked:#?}",
        asked.len()
    );
}
