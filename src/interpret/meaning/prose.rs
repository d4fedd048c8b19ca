//! Running text: what is prose, where its sentences end, and the labels in them.

use super::label::Label;
use super::normalize::{is_capitalized, is_upper};
use super::phrase::{DateKind, LabelKind, classify};
use super::sentence::Sentence;
use super::shape::ValueKind;
use super::sheet::{Sheet, Token};
use super::value::Value;
use super::vocabulary::on;
use super::words::{is_abbreviation, is_titled};
use std::ops::Range;

/// A text of fewer words is a field.
const LEAST_WORDS: usize = 5;
/// Of prose, this share are small words …
const FUNCTION_SHARE: f32 = 0.15;
/// … and this many words stand on a line, or in all.
const WORDS_A_LINE: f32 = 4.5;
const WORDS_IN_ALL: usize = 12;
/// A text of this many words that goes on in a small letter on its next line needs no verb that is
/// known, where this many words stand on a line.
const WORDS_THAT_GO_ON: usize = 7;
const WORDS_A_LINE_THAT_GO_ON: f32 = 3.5;
/// A text in capitals has at least this many words.
const WORDS_IN_CAPITALS: usize = 8;
/// A word would have fitted on the line before, with room of this many ems: the line was not broken
/// for want of space.
const ROOM: f32 = 0.5;
const ROOM_IN_SENTENCE: f32 = 3.0;
/// Words that a label in a sentence may reach back and forth.
const REACH: usize = 9;

/// What running text gave.
#[derive(Default)]
pub(super) struct Prose {
    pub sentences: Vec<Sentence>,
    pub labels: Vec<Label>,
}

/// Whether the words of some runs are running text. Values do not count: `May 1` has a verb in it.
pub(super) fn is_prose(sheet: &Sheet, values: &[Value], runs: Range<usize>) -> bool {
    let lines = runs.len();
    if sheet.runs[runs.clone()].iter().any(|r| r.leads) {
        return false;
    }
    let tokens = sheet.runs[runs.start].tokens.start..sheet.runs[runs.end - 1].tokens.end;
    let total = tokens.len();
    let counts = |t: &&Token| {
        t.value.is_none_or(|v| {
            matches!(
                values[v].kind,
                ValueKind::Form | ValueKind::Page | ValueKind::Scrap
            )
        })
    };
    let words: Vec<&Token> = sheet.tokens[tokens].iter().filter(counts).collect();
    let few = words.len() < LEAST_WORDS || total < LEAST_WORDS + 1;
    if few || lines == 1 && is_titled(&words) {
        return false;
    }
    // Where all is in capitals, small words tell less: there must be more of everything.
    let upper = words.iter().all(|t| t.text.to_uppercase() == t.text);
    if upper
        && (words.len() < WORDS_IN_CAPITALS || words.iter().filter(|t| t.is(on::VERB)).count() == 0)
    {
        return false;
    }
    let small =
        |t: &&&Token| t.is(on::FUNCTION) && (upper || t.text.len() == 1 || !is_upper(&t.text));
    let functions = words.iter().filter(small).count() as f32;
    let verbs = words
        .iter()
        .filter(|t| t.is(on::VERB | on::BIDDING))
        .count();
    let dense = words.len() as f32 / lines as f32 >= WORDS_A_LINE || words.len() >= WORDS_IN_ALL;
    let spoken = verbs >= 1 && functions >= FUNCTION_SHARE * words.len() as f32;
    let ended = words
        .iter()
        .any(|t| t.text.ends_with('.') && t.text.chars().count() > 3 && !is_abbreviation(&t.text));
    let wordy =
        ended && !upper && words.len() >= WORDS_IN_ALL && functions >= 0.25 * words.len() as f32;
    let goes_on = !upper
        && words.len() >= WORDS_THAT_GO_ON
        && words.len() as f32 >= WORDS_A_LINE_THAT_GO_ON * lines as f32
        && functions >= FUNCTION_SHARE * words.len() as f32
        && goes_on_small(sheet, runs);
    (spoken || wordy) && dense || goes_on
}

/// Whether a text that ends like a sentence, or in a value whose full stop may not have been read,
/// goes on in a small letter from one line to the next.
fn goes_on_small(sheet: &Sheet, runs: Range<usize>) -> bool {
    let last = &sheet.tokens[sheet.runs[runs.end - 1].tokens.end - 1];
    let ends = last.ends_with(&['.', '!']) || last.value.is_some();
    ends && sheet.runs[runs].windows(2).any(|pair| {
        let last = &sheet.tokens[pair[0].tokens.end - 1];
        let first = &sheet.tokens[pair[1].tokens.start];
        first.text.starts_with(char::is_lowercase) && !last.ends_with(&['.', ':', '!', '?', ';'])
    })
}

/// Parts a block where a line was not broken for want of space: a field line set solid with a
/// paragraph.
pub(super) fn parts(sheet: &Sheet, values: &[Value], runs: Range<usize>) -> Vec<Range<usize>> {
    if runs.len() < 2 || !is_prose(sheet, values, runs.clone()) {
        return vec![runs];
    }
    let ends = sheet.runs[runs.clone()].iter().map(|r| r.rect.x1);
    let right = ends.fold(f32::MIN, f32::max);
    let mut parts = Vec::new();
    let mut start = runs.start;
    for i in runs.start..runs.end - 1 {
        let line = &sheet.runs[i];
        let next = &sheet.runs[i + 1];
        let word = &sheet.tokens[next.tokens.start];
        let begins =
            is_capitalized(&word.text) || word.text.starts_with(|c: char| c.is_ascii_digit());
        let last = &sheet.tokens[line.tokens.end - 1];
        let ended = last.ends_with(&[':', '.']);
        // In the middle of a sentence a little room says nothing: not every text fills its lines.
        let open = last.value.is_none() && !ended && !is_capitalized(&last.text);
        let room = if open { ROOM_IN_SENTENCE } else { ROOM } * line.size;
        let fits = line.rect.x1 + 0.3 * line.size + word.rect.width() < right - room;
        // A number broken over the line end holds the lines together.
        let held = last.value.is_some() && last.value == word.value;
        if fits && (begins || ended) && !held {
            parts.push(start..i + 1);
            start = i + 1;
        }
    }
    parts.push(start..runs.end);
    parts
}

/// The labels of a sentence.
pub(super) fn labels(sheet: &Sheet, sentence: &Sentence, index: usize, out: &mut Vec<Label>) {
    let mut t = sentence.start;
    while t < sentence.end {
        let Some(kind) = head(sheet, sentence, t) else {
            t += 1;
            continue;
        };
        let range = reach(sheet, sentence, t, kind);
        let next = range.end.max(t + 1);
        out.push(label(sheet, sentence, range, (t, kind), index));
        t = next;
    }
}

fn label(
    sheet: &Sheet,
    sentence: &Sentence,
    range: Range<usize>,
    (head, kind): (usize, LabelKind),
    index: usize,
) -> Label {
    let mut phrase = classify(sheet, range.clone());
    let found = phrase.kind.unwrap_or(kind);
    let kind = match kind {
        LabelKind::Date(_)
            if found == LabelKind::Date(DateKind::Other) && is_received(sheet, &range, head) =>
        {
            LabelKind::Date(DateKind::Received)
        }
        LabelKind::Date(_) if is_of_other_mail(sheet, sentence, head) => {
            LabelKind::Date(DateKind::Other)
        }
        LabelKind::Date(_) if matches!(found, LabelKind::Date(_)) => found,
        LabelKind::Date(_) => LabelKind::Date(date_of(&sheet.tokens[head])),
        LabelKind::Account
            if !matches!(
                found,
                LabelKind::Account | LabelKind::Representative | LabelKind::Foreign
            ) =>
        {
            found
        }
        _ => found,
    };
    let weak = kind == LabelKind::Account && !phrase.has_number;
    if weak {
        // In a sentence the number may be named by "account" alone; distance and margin judge that.
        phrase.doubts.retain(|d| !d.contains("no word for number"));
    }
    let mut label = Label::new(sheet, range, kind, phrase);
    (label.prose, label.sentence, label.weak) = (true, Some(index), weak);
    label
}

/// Whether a phrase says that something of this case was received or filed.
fn is_received(sheet: &Sheet, range: &Range<usize>, head: usize) -> bool {
    let others = |t: &Token| t.is(on::FOREIGN | on::OTHER_DATE | on::ATTORNEY);
    sheet.tokens[head].is(on::RECEIVED) && !sheet.tokens[range.clone()].iter().any(others)
}

/// Whether a sentence says when something was mailed that it does not call `this`: an earlier
/// notice, which came back, or a request.
fn is_of_other_mail(sheet: &Sheet, sentence: &Sentence, head: usize) -> bool {
    let this = |t: &Token| matches!(t.norm.as_str(), "this" | "presente" | "esta" | "este");
    sheet.tokens[head].norm == "mailed" && !sheet.tokens[sentence.clone()].iter().any(this)
}

fn date_of(token: &Token) -> DateKind {
    match () {
        () if token.is(on::RECEIVED) || token.norm.starts_with("recibi") => DateKind::Received,
        () if token.is(on::ISSUED) => DateKind::Notice,
        () => DateKind::Other,
    }
}

/// What a word of a sentence begins to announce.
fn head(sheet: &Sheet, sentence: &Sentence, t: usize) -> Option<LabelKind> {
    let token = &sheet.tokens[t];
    if token.value.is_some() {
        return None;
    }
    let number_soon =
        |far: usize| (t + 1..sentence.end.min(t + 1 + far)).any(|n| sheet.tokens[n].says_number());
    let word = token.norm.as_str();
    if token.is(on::ACCOUNT) || matches!(word, "elis" | "profile" | "perfil") && number_soon(1) {
        return Some(LabelKind::Account);
    }
    // "Access" alone is said of much; an access code is none of ours.
    let code = || t + 1 < sentence.end && sheet.tokens[t + 1].is(on::SECRET);
    if token.is(on::FOREIGN) && (!token.is(on::COMMON) || code()) {
        return Some(LabelKind::Foreign);
    }
    if token.is(on::ALIEN) || token.text == "A" && number_soon(1) {
        return Some(LabelKind::ANumber);
    }
    if token.is(on::CASE) && number_soon(2) {
        return Some(LabelKind::Receipt);
    }
    let dated = matches!(
        word,
        "date"
            | "dated"
            | "fecha"
            | "received"
            | "filed"
            | "issued"
            | "mailed"
            | "recibimos"
            | "recibida"
    );
    dated.then_some(LabelKind::Date(DateKind::Other))
}

/// How far a label of a sentence reaches from its head, over words that the grammar knows.
fn reach(sheet: &Sheet, sentence: &Sentence, head: usize, kind: LabelKind) -> Range<usize> {
    let mut start = head;
    while start > sentence.start
        && head - start < REACH
        && goes_back(sheet, sentence, start, head, kind)
    {
        start -= 1;
    }
    let mut end = head + 1;
    while end < sentence.end && end - head <= REACH && goes_on(sheet, sentence, end, head, kind) {
        end += 1;
    }
    let loose = [
        "of", "for", "to", "with", "the", "your", "a", "an", "in", "on", "by", "from", "is", "and",
        "or",
    ];
    let is_loose = |t: usize| {
        let token = &sheet.tokens[t];
        loose.contains(&token.norm.as_str()) && !super::normalize::is_number_sign(&token.text)
    };
    while end - 1 > head && is_loose(end - 1) {
        end -= 1;
    }
    let led = [
        "of", "for", "to", "with", "in", "on", "and", "or", "by", "from", "if", "any",
    ];
    while start < head && led.contains(&sheet.tokens[start].norm.as_str()) {
        start += 1;
    }
    start..end
}

fn goes_back(
    sheet: &Sheet,
    sentence: &Sentence,
    start: usize,
    head: usize,
    kind: LabelKind,
) -> bool {
    let token = &sheet.tokens[start - 1];
    let word = token.norm.as_str();
    let comma_of_attorney = token.text.ends_with(',') && token.is(on::ATTORNEY);
    let ends = token.ends_with(&['.', ';', ':', ',', '?'])
        && !comma_of_attorney
        && !is_abbreviation(&token.text);
    // `The copy that came by parcel 0123…` is due by no day.
    let leads_to_thing = word == "by" && kind == LabelKind::Foreign;
    if token.value.is_some() || ends || leads_to_thing || token.is(on::STOP) && word != "your" {
        return false;
    }
    let account = matches!(kind, LabelKind::Account);
    let own = on::MODIFIER | on::OWNER | on::ATTORNEY | on::FOREIGN | on::NUMBER | on::ACCOUNT;
    let lists = own
        | if account {
            on::CASE
        } else {
            on::CASE | on::ALIEN | on::ISSUED | on::RECEIVED | on::OTHER_DATE
        };
    let verbal = [
        "please",
        "use",
        "see",
        "note",
        "known",
        "available",
        "used",
        "when",
        "which",
        "that",
        "is",
        "was",
        "as",
    ];
    if token.is(lists) && !verbal.contains(&word) {
        return true;
    }
    let begins_sentence = start - 1 == sentence.start;
    if !word.is_empty()
        && !begins_sentence
        && is_capitalized(&token.text)
        && !is_upper(&token.text)
        && !token.is(on::FUNCTION)
    {
        return true;
    }
    let plain = [
        "own", "new", "unique", "single", "personal", "his", "her", "their", "its", "our", "only",
        "same", "correct", "sole",
    ];
    let adjective =
        start == head && account && word.chars().all(char::is_alphabetic) && !word.is_empty();
    plain.contains(&word) || adjective && !token.is(on::FUNCTION)
}

fn goes_on(sheet: &Sheet, sentence: &Sentence, end: usize, head: usize, kind: LabelKind) -> bool {
    let before = &sheet.tokens[end - 1];
    let token = &sheet.tokens[end];
    let word = token.norm.as_str();
    let stops = before.ends_with(&['.', ';', ':', ',', '?']) && !is_abbreviation(&before.text);
    if token.value.is_some() || stops && !super::normalize::is_number_sign(&before.text) {
        return false;
    }
    if matches!(kind, LabelKind::Date(_)) && token.is(on::ACCOUNT | on::STRONG) {
        return false;
    }
    let linking = [
        "of",
        "for",
        "to",
        "with",
        "belonging",
        "assigned",
        "linked",
        "associated",
        "registered",
        "held",
        "in",
        "de",
        "del",
        "from",
        "if",
        "any",
        "on",
        "by",
        "shown",
        "appearing",
        "tied",
        "connected",
        "attached",
    ];
    let verbal = [
        "is", "was", "use", "that", "which", "when", "please", "see", "and", "as", "or", "note",
        "known", "this",
    ];
    let modifies = token.is(on::MODIFIER) && !verbal.contains(&word);
    let of_label = token.is(on::OWNER | on::ATTORNEY | on::NUMBER | on::ACCOUNT) || modifies;
    if token.says_number() || linking.contains(&word) || of_label || token.text.starts_with('(') {
        return !(token.is(on::CASE)
            && kind == LabelKind::Account
            && !matches!(word, "case" | "filing" | "i-797"));
    }
    let bound = ["of", "for", "the", "your", "to", "with", "this"].contains(&before.norm.as_str());
    // "The number of that attorney" is the attorney's.
    if matches!(word, "that" | "this")
        && matches!(before.norm.as_str(), "of" | "for")
        && (end + 1..sentence.end.min(end + 3)).any(|t| sheet.tokens[t].is(on::ATTORNEY))
    {
        return true;
    }
    end > head + 1
        && bound
        && (token.is(on::CASE | on::FOREIGN) || matches!(word, "notice" | "record"))
}

/// Whether a clause of running text has a word in it that the grammar does not know.
pub(super) fn is_known_in_clause(token: &Token) -> bool {
    let plain = on::BENIGN | on::FUNCTION | on::CONNECTIVE | on::HARMLESS | on::MODIFIER | on::DATE;
    let plain = plain
        | on::OWNER
        | on::NUMBER
        | on::ACCOUNT
        | on::CASE
        | on::ALIEN
        | on::FOREIGN
        | on::ATTORNEY;
    let short = token.norm.chars().count() < 3 || !token.norm.chars().any(char::is_alphabetic);
    // Words in capitals are names of people, forms and offices, where the rest is not in capitals
    // too.
    short || token.is(plain) || is_upper(&token.text) && token.text.chars().count() > 1
}
