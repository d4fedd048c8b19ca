//! Other fields of notices (dates, names, types): how they are compared, how many are right.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use serde_json::Value;

use super::answer::{NoticeAnswer, NoticeSays};
use super::share::share;

/// Fields that are compared as days, however they are written.
const DATES: [&str; 7] = [
    "notice_date",
    "received_date",
    "priority_date",
    "valid_from",
    "valid_to",
    "response_due",
    "appointment_date",
];

/// Fields that are compared as sets of words: `DOE, JOHN` is `John Doe`.
const NAMES: [&str; 4] = ["applicant", "petitioner", "beneficiary", "addressee"];

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// How one field was read on some notices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FieldMarks {
    /// Notices that print it.
    pub there: usize,
    /// Accepted and the same.
    pub right: usize,
    /// Accepted and different.
    pub wrong: usize,
    /// In review, right or not.
    pub held: usize,
    /// Not reported.
    pub none: usize,
}

impl FieldMarks {
    pub(super) fn add(&mut self, other: &Self) {
        self.there += other.there;
        self.right += other.right;
        self.wrong += other.wrong;
        self.held += other.held;
        self.none += other.none;
    }
}

/// Marks by the name of the field.
pub type FieldTable = BTreeMap<String, FieldMarks>;

/// Marks the fields of one notice against what was read on its pages, and says what is wrong.
pub fn mark(says: &NoticeSays, mine: &[&NoticeAnswer], marks: &mut FieldTable) -> Vec<String> {
    let mut read: BTreeMap<&str, (String, bool)> = BTreeMap::new();
    for notice in mine {
        read.extend(fields_of(notice));
    }
    let mut misses = Vec::new();
    for (name, printed) in printed(says) {
        let field = marks.entry(name.to_owned()).or_default();
        field.there += 1;
        let Some((value, accepted)) = read.get(name) else {
            field.none += 1;
            continue;
        };
        match (accepted, same(name, &printed, value)) {
            (false, _) => field.held += 1,
            (true, true) => field.right += 1,
            (true, false) => {
                field.wrong += 1;
                misses.push(format!("FIELD {name}: {value:?} is not {printed:?}"));
            }
        }
    }
    misses
}

/// The fields that the notice prints; older truths call the day of an appointment `appointment`.
fn printed(says: &NoticeSays) -> BTreeMap<&str, String> {
    let fields = says.fields.iter().flatten();
    let mut printed: BTreeMap<&str, String> = fields
        .clone()
        .filter(|(name, _)| *name != "appointment")
        .map(|(name, value)| (name.as_str(), text(value)))
        .collect();
    let appointment = fields
        .filter(|(name, value)| *name == "appointment" && holds(value))
        .map(|(_, value)| ("appointment_date", text(value)));
    printed.extend(appointment);
    printed
}

/// The fields that were read, with whether each was accepted. `fields` goes before the older keys.
fn fields_of(notice: &NoticeAnswer) -> BTreeMap<&str, (String, bool)> {
    let older = [
        ("notice_type", &notice.notice_type),
        ("notice_date", &notice.notice_date),
    ];
    let mut read: BTreeMap<&str, (String, bool)> = older
        .into_iter()
        .filter_map(|(name, value)| Some((name, value.clone().filter(|v| !v.is_empty())?)))
        .map(|(name, value)| (name, (value, true)))
        .collect();
    for (name, value) in notice.fields.iter().flatten() {
        let values = match value {
            Value::Array(values) => values.as_slice(),
            one => std::slice::from_ref(one),
        };
        for value in values.iter().filter(|value| !value.is_null()) {
            read.insert(name, reading(value));
        }
    }
    read
}

fn reading(value: &Value) -> (String, bool) {
    let Value::Object(field) = value else {
        return (text(value), true);
    };
    let printed = field.get("printed").unwrap_or(&Value::Null);
    let value = field.get("value").filter(|value| holds(value));
    let verdict = field.get("verdict");
    let accepted = verdict.is_none_or(|verdict| verdict == "accepted");
    (text(value.unwrap_or(printed)), accepted)
}

fn holds(value: &Value) -> bool {
    !value.is_null() && value != ""
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether two texts say the same in the field of this name.
pub fn same(name: &str, printed: &str, read: &str) -> bool {
    if DATES.contains(&name) {
        return date(printed).is_some_and(|day| date(read) == Some(day));
    }
    if NAMES.contains(&name) {
        return words(printed) == words(read);
    }
    let printed = letters(printed);
    let read = letters(read);
    match name {
        "case_type" => read.starts_with(&printed) || printed.starts_with(&read) && !read.is_empty(),
        "notice_type" => bare_type(&printed) == bare_type(&read),
        _ => printed == read,
    }
}

/// Capital letters and digits only.
fn letters(text: &str) -> String {
    let mut text = text.to_uppercase();
    text.retain(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    text
}

fn bare_type(letters: &str) -> &str {
    let bare = letters.strip_suffix("NOTICEOFACTION");
    bare.or(letters.strip_suffix("NOTICE")).unwrap_or(letters)
}

fn words(text: &str) -> Vec<String> {
    let upper = text.to_uppercase();
    let mut words: Vec<String> = upper
        .split(|c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit()))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort();
    words
}

/// The ways of writing a day, in the order in which they are tried.
static DAYS: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    [
        r"^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)",
        r"\b(?<m>\d{1,2})[/.-](?<d>\d{1,2})[/.-](?<y>\d{4})",
        r"\b(?<m>[A-Za-z]{3})[A-Za-z]*\.? +(?<d>\d{1,2}),? +(?<y>\d{4})",
        r"\b(?<d>\d{1,2}) +(?<m>[A-Za-z]{3})[A-Za-z]*\.?,? +(?<y>\d{4})",
    ]
    .map(|pattern| Regex::new(pattern).expect("the pattern is written above"))
});

/// The year, month and day that a text names.
fn date(text: &str) -> Option<(u16, u16, u16)> {
    let day = |found: Captures| {
        let number = |name: &str| found[name].parse::<u16>().ok();
        let month = found["m"].to_lowercase();
        let named = MONTHS.iter().position(|name| *name == month);
        let month = named.map(|index| index as u16 + 1).or(month.parse().ok());
        Some((number("y")?, month?, number("d")?))
    };
    let text = text.trim();
    DAYS.iter().find_map(|way| day(way.captures(text)?))
}

/// The marks of the fields in fixed columns, the most frequent first.
pub fn text_of(fields: &FieldTable) -> String {
    let mut text = format!("{:18}    there          right wrong  held  none\n", "field");
    let mut rows: Vec<(&str, FieldMarks)> = fields
        .iter()
        .map(|(name, marks)| (name.as_str(), *marks))
        .collect();
    rows.sort_by_key(|(_, marks)| std::cmp::Reverse(marks.there));
    let mut all = FieldMarks::default();
    rows.iter().for_each(|(_, marks)| all.add(marks));
    for (name, marks) in std::iter::once(("ALL", all)).chain(rows) {
        // A String takes everything.
        let _ = writeln!(
            text,
            "{name:18} {:8} {:7} {} {:5} {:5} {:5}",
            marks.there,
            marks.right,
            share(marks.right, marks.there),
            marks.wrong,
            marks.held,
            marks.none
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_day_is_the_same_however_it_is_written() {
        for written in [
            "2024-03-05",
            "03/05/2024",
            "3.5.2024",
            "Mar. 5, 2024",
            "5 March 2024",
        ] {
            assert_eq!(date(written), Some((2024, 3, 5)), "{written}");
        }
        assert!(same(
            "notice_date",
            "March 5, 2024",
            "Tuesday, March 5, 2024"
        ));
        assert!(!same("notice_date", "soon", "soon"));
        assert_eq!(date("Foo 5, 2024"), None);
    }

    #[test]
    fn names_types_and_forms_have_rules_of_their_own() {
        assert!(same("applicant", "DOE, JOHN", "John Doe"));
        assert!(!same("applicant", "DOE, JOHN", "John A Doe"));
        assert!(same("notice_type", "Receipt", "RECEIPT NOTICE"));
        assert!(same("case_type", "I-485", "I485 - Application to Register"));
        assert!(!same("case_type", "I-485", ""));
        assert!(same("class", "H-1B", "h1b") && !same("class", "H-1B", "H-4"));
    }

    #[test]
    fn each_field_is_right_wrong_held_or_none() {
        let says: NoticeSays = serde_json::from_value(json!({"fields": {
            "notice_type": "Receipt Notice", "notice_date": "01/02/2024", "applicant": "A B",
            "appointment": "03/04/2024", "class": "H1B"
        }}))
        .unwrap();
        let answer: NoticeAnswer = serde_json::from_value(json!({
            "notice_type": "Receipt Notice", "notice_date": "01/03/2024", "fields": {
            "applicant": [{"value": null, "printed": "B A", "verdict": "review"}],
            "appointment_date": {"value": "2024-03-04", "verdict": "accepted"}
        }}))
        .unwrap();
        let mut marks = FieldTable::new();
        let misses = mark(&says, &[&answer], &mut marks);
        assert_eq!(misses.len(), 1, "{misses:?}");
        let of = |name: &str| {
            let field = marks[name];
            (
                field.there,
                field.right,
                field.wrong,
                field.held,
                field.none,
            )
        };
        assert_eq!(of("notice_type"), (1, 1, 0, 0, 0));
        assert_eq!(of("notice_date"), (1, 0, 1, 0, 0));
        assert_eq!(of("applicant"), (1, 0, 0, 1, 0));
        assert_eq!(of("appointment_date"), (1, 1, 0, 0, 0));
        assert_eq!(of("class"), (1, 0, 0, 0, 1));
        assert!(
            text_of(&marks)
                .lines()
                .nth(1)
                .is_some_and(|row| row.starts_with("ALL"))
        );
    }

    #[test]
    fn the_newer_key_goes_before_the_older() {
        let answer: NoticeAnswer = serde_json::from_value(json!({
            "notice_date": "1/1/2020", "fields": {"notice_date": {"value": "2021-01-01"}}
        }))
        .unwrap();
        assert_eq!(
            fields_of(&answer)["notice_date"],
            ("2021-01-01".to_owned(), true)
        );
    }
}
