//! Second readings of fields that were read with low confidence from pixels.
//!
//! No form shows a wrong letter in a name, and a faint date may be read wrongly as surely as
//! rightly. Another engine errs in other ways: what both read alike is accepted.

use super::case_type::{self, code};
use super::list::notice_type;
use super::seen::{FieldReading, Unsure};
use super::words::fold;
use crate::interpret::second_reading::{Rereader, WordsReading};
use crate::model::confidence::Confidence;
use crate::model::record::{FieldClass, FieldKind};
use crate::model::source::TextSource;
use crate::model::verdict::Verdict;

/// How sure a value is that two engines read alike.
const BY_TWO_ENGINES: Confidence = Confidence::new(0.995);
/// What another engine says that agrees.
const READS_THE_SAME: &str = "reads the same";
/// A later reading of a name is a better guess where it differs in at most this many letters.
const LETTERS_APART: usize = 3;

/// Asks for second readings of the fields that are in review only for how they were read.
pub fn confirm(readings: &mut [FieldReading], rereader: &mut dyn Rereader) {
    let unsure = |r: &&mut FieldReading| r.unsure != Unsure::No;
    for reading in readings.iter_mut().filter(unsure) {
        let seen = rereader.reread_words(&reading.value_bounds);
        settle(reading, &seen);
    }
    for reading in readings.iter_mut().filter(|r| may_lack_a_letter(r)) {
        let seen = rereader.reread_words(&reading.value_bounds);
        contest(reading, &seen);
    }
}

/// Whether a name was accepted for one reading of pixels that is not beyond doubt.
fn may_lack_a_letter(reading: &FieldReading) -> bool {
    reading.kind.class() == FieldClass::Name
        && reading.kind != FieldKind::Addressee
        && reading.source == TextSource::Ocr
        && reading.verdict == Verdict::Accepted
        && reading.confidence < Confidence::CERTAIN_TWICE
        && !reading
            .reasons
            .iter()
            .any(|why| why.ends_with(READS_THE_SAME))
}

/// Sends a name to review that another engine reads with a letter or two otherwise. What it reads
/// quite otherwise says nothing of the name.
fn contest(reading: &mut FieldReading, seen: &[WordsReading]) {
    let Some(other) = seen.iter().find(|s| !s.same_engine) else {
        return;
    };
    let words = other.text();
    if !says(reading, &words) && is_alike(reading, &words) {
        if own_engine_reads(seen, &words) {
            take(reading, words);
        }
        reading.doubt(format!("{} reads a letter otherwise", other.engine));
    }
}

fn settle(reading: &mut FieldReading, seen: &[WordsReading]) {
    let other = seen.iter().find(|s| !s.same_engine);
    let Some(other) = other.filter(|s| !s.words.is_empty()) else {
        return;
    };
    let words = other.text();
    if says(reading, &words) {
        accept(reading, format!("{} {READS_THE_SAME}", other.engine));
        return;
    }
    let name = reading.kind.class() == FieldClass::Name && is_alike(reading, &words);
    if name && mends_letters(reading, &words) {
        take(reading, words);
        accept(
            reading,
            format!("{} reads the letter that names have", other.engine),
        );
    } else if name && own_engine_reads(seen, &words) {
        take(reading, words);
        let why = "two later readings agree against the first";
        reading.reasons.push(why.to_owned());
    }
}

fn accept(reading: &mut FieldReading, why: String) {
    reading.verdict = Verdict::Accepted;
    reading.unsure = Unsure::No;
    reading.confidence = reading.confidence.max(BY_TWO_ENGINES);
    // The doubt that it settles comes first.
    if !reading.reasons.is_empty() {
        reading.reasons.remove(0);
    }
    reading.reasons.push(why);
}

/// Whether the engine that read the page reads these words now.
fn own_engine_reads(seen: &[WordsReading], words: &str) -> bool {
    let own = seen.iter().find(|s| s.same_engine);
    own.is_some_and(|own| fold(&own.text()) == fold(words))
}

/// Takes a later reading of a name, as the better guess.
fn take(reading: &mut FieldReading, words: String) {
    reading.printed = reading
        .printed
        .replacen(reading.print_of_value(), &words, 1);
    reading.value = words;
}

/// Whether words that were read again are the same name but for a letter or two.
fn is_alike(reading: &FieldReading, words: &str) -> bool {
    let in_name = |c: char| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | '-' | '\'' | '’');
    let apart = strsim::levenshtein(&fold(words), &fold(reading.print_of_value()));
    words.chars().all(in_name) && apart <= LETTERS_APART
}

/// Whether another reader has an `I` where the first one has the `L` that hardly any name has
/// there: it errs in other ways, so both the names that people have and the pixels speak for it.
fn mends_letters(reading: &FieldReading, words: &str) -> bool {
    reading.unsure == Unsure::Letters
        && skeleton(words) == skeleton(reading.print_of_value())
        && super::name::may_be_misread(reading.print_of_value())
        && !super::name::may_be_misread(words)
}

/// Whether words that were read again say the value of a field.
fn says(reading: &FieldReading, words: &str) -> bool {
    let parts = || words.split_whitespace();
    match reading.kind {
        FieldKind::NoticeType => {
            let list: Vec<&str> = parts().collect();
            notice_type(&list, true).is_some_and(|t| t.name == reading.value)
        }
        FieldKind::CaseType => parts()
            .take(case_type::CODE_WORDS)
            .any(|word| code(word, true).is_some_and(|(form, _)| form == reading.value)),
        _ => fold(words) == fold(reading.print_of_value()),
    }
}

/// The letters of a name, one for all that look alike.
fn skeleton(text: &str) -> String {
    let alike = |c: char| match c {
        'I' | 'L' | '1' => 'I',
        'O' | '0' | 'Q' => 'O',
        other => other,
    };
    fold(text).chars().map(alike).collect()
}

#[cfg(test)]
#[path = "confirm_tests.rs"]
mod tests;
