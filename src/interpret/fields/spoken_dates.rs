//! Days that only a sentence tells: by when to answer, when a filing was received, when to come.

use super::dates::{dated, is_day, tokens_of};
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::interpret::meaning::day::is_weekday;
use crate::interpret::meaning::{LabelKind, Reading, ValueKind};
use crate::model::record::FieldKind;
use crate::model::verdict::Verdict;

/// Words before a day that may tell what it is.
const BEFORE: usize = 14;
/// Words between the verb and the day on which something was received.
const SINCE_VERB: usize = 8;

/// A field that is told in a sentence, and how it is known.
struct Told {
    field: FieldKind,
    tells: fn(&[&str]) -> bool,
    why: &'static str,
}

const TOLD: [Told; 3] = [
    Told {
        field: FieldKind::ResponseDue,
        tells: asks,
        why: "its sentence asks for an answer by it",
    },
    Told {
        field: FieldKind::ReceivedDate,
        tells: receives,
        why: "its sentence says that the filing was received on it",
    },
    Told {
        field: FieldKind::AppointmentDate,
        tells: calls,
        why: "its sentence asks somebody to appear on it",
    },
];

/// Reads the days of fields that no label has.
pub(super) fn read(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    for told in &TOLD {
        if !out.iter().any(|r| r.kind == told.field) {
            out.extend(days(page, told));
        }
    }
}

fn days(page: &Page<'_>, told: &Told) -> Vec<FieldReading> {
    let readings = page.meaning.readings.iter().enumerate();
    let of = |(index, reading): (usize, &Reading)| {
        let labelled = reading.label.as_ref();
        let free = told.field == FieldKind::ResponseDue
            || labelled.is_none_or(|label| label.kind == LabelKind::Unknown);
        let day = reading.shape == ValueKind::Date && is_day(&reading.canonical);
        if !free || !day || reading.repaired {
            return None;
        }
        let first = *tokens_of(page, index).first()?;
        (told.tells)(&words_before(page, first)).then_some(())?;
        let mut seen = dated(page, index, reading, told.field)?;
        seen.verdict = Verdict::Accepted;
        seen.confidence = page.confidence(tokens_of(page, index));
        seen.reasons = vec![told.why.to_owned()];
        seen.label = None;
        Some(seen.ranked(Rank::Spoken))
    };
    readings.filter_map(of).collect()
}

/// The words before a day in its sentence; those of its line, and of the one over it where that
/// ends with a colon, where it stands in none. Days of the week are left out.
fn words_before<'a>(page: &Page<'a>, date: usize) -> Vec<&'a str> {
    let sheet = page.sheet();
    let tokens = &sheet.tokens;
    let here = &tokens[date];
    // `YOUR RESPONSE MUST BE RECEIVED BY:`, and the day behind a gap.
    if sheet.runs[here.run].tokens.start == date
        && let Some(left) = beside(page, here.run)
    {
        let words = left.rev().take(BEFORE).map(|t| tokens[t].norm.as_str());
        let mut words: Vec<&str> = words.filter(|w| !w.is_empty() && !is_weekday(w)).collect();
        words.reverse();
        return words;
    }
    let above = (0..date).rev().find(|t| tokens[*t].run != here.run);
    let led = above.filter(|t| tokens[*t].text.ends_with(':'));
    let same = |t: &usize| match here.sentence {
        Some(sentence) if tokens[*t].sentence == Some(sentence) => true,
        _ => {
            let run = tokens[*t].run;
            run == here.run || led.is_some_and(|above| tokens[above].run == run)
        }
    };
    (date.saturating_sub(BEFORE)..date)
        .filter(same)
        .map(|t| tokens[t].norm.as_str())
        .filter(|word| !word.is_empty() && !is_weekday(word))
        .collect()
}

/// The run left of another in its row that ends with a colon.
fn beside(page: &Page<'_>, run: usize) -> Option<std::ops::Range<usize>> {
    let sheet = page.sheet();
    let here = &sheet.runs[run];
    let row = sheet.rows[here.row].iter().map(|r| &sheet.runs[*r]);
    let left = row.filter(|r| r.rect.x1 <= here.rect.x0 + 1.0);
    let next = left.max_by(|a, b| a.rect.x1.total_cmp(&b.rect.x1))?;
    let last = next.tokens.clone().next_back()?;
    let led = sheet.tokens[last].text.ends_with(':');
    led.then(|| next.tokens.clone())
}

fn has(words: &[&str], list: &[&str]) -> bool {
    words.iter().any(|w| list.iter().any(|l| w.starts_with(l)))
}

/// Whether the words before a day ask for an answer by then.
fn asks(words: &[&str]) -> bool {
    let by = words.ends_with(&["by"])
        || words.ends_with(&["before"])
        || words.ends_with(&["later", "than"]);
    let answer = [
        "answer", "respon", "repl", "submit", "reach", "return", "evidence", "send",
    ];
    let other = [
        "use",
        "code",
        "expire",
        "account",
        "appoint",
        "interview",
        "pay",
        "card",
    ];
    by && has(words, &answer) && !has(words, &other)
}

/// Whether the words before a day say that a filing was received then.
fn receives(words: &[&str]) -> bool {
    let near = &words[words.len().saturating_sub(SINCE_VERB)..];
    let verbs = ["received", "reached", "arrived"];
    let other = [
        "respon",
        "answer",
        "evidence",
        "pay",
        "fee",
        "check",
        "card",
        "withdraw",
        "letter",
        "notice",
        "before",
        "after",
        "until",
        "response",
        "documents",
        "inquiry",
    ];
    let denied = near.contains(&"not") || has(near, &other);
    words.ends_with(&["on"]) && has(near, &verbs) && !denied
}

/// Whether the words before a day call somebody to an appointment then.
fn calls(words: &[&str]) -> bool {
    let told = ["appear", "report", "scheduled", "come", "notified"];
    let what = ["ceremony", "interview", "appointment", "biometric", "oath"];
    let other = ["reschedul", "cancel", "missed", "decision", "former"];
    let denied = words.contains(&"not") || has(words, &other);
    words.ends_with(&["on"]) && has(words, &told) && has(words, &what) && !denied
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        text.split(' ').collect()
    }

    #[test]
    fn sentences_tell_what_their_day_is() {
        assert!(asks(&words("answer must reach this office on or before")));
        assert!(!asks(&words("the card must be used before")));
        assert!(receives(&words(
            "our records show a form i-821d received on"
        )));
        assert!(receives(&words("the case which reached us on")));
        assert!(!receives(&words(
            "we received your response to the request on"
        )));
        assert!(!receives(&words("a fee was received on")));
        assert!(!receives(&words("received by")));
        assert!(calls(&words(
            "notified to appear for a naturalization oath ceremony on"
        )));
        assert!(!calls(&words("you did not appear for your interview on")));
    }
}
