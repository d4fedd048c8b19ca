//! Class, section, consulate, eligibility category, validity, extension and the I-94 number.

use super::dates::{dated, tokens_of};
use super::label::FieldLabel;
use super::place::{Slot, slots};
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use super::words::fold;
use crate::interpret::meaning::ValueKind;
use crate::model::record::FieldKind;

/// Characters of an I-94 number.
const I94_LENGTH: usize = 11;
/// Posts that petitions are sent to, and the center in between.
const POSTS: &[&str] = &[
    "NATIONAL VISA CENTER",
    "NONE",
    "ABIDJAN",
    "ABU DHABI",
    "ABUJA",
    "ACCRA",
    "ADDIS ABABA",
    "ALGIERS",
    "AMMAN",
    "AMSTERDAM",
    "ANKARA",
    "ASUNCION",
    "ATHENS",
    "BAGHDAD",
    "BANGKOK",
    "BEIRUT",
    "BELGRADE",
    "BERLIN",
    "BOGOTA",
    "BRASILIA",
    "BRIDGETOWN",
    "BRUSSELS",
    "BUCHAREST",
    "BUDAPEST",
    "BUENOS AIRES",
    "CAIRO",
    "CALGARY",
    "CARACAS",
    "CASABLANCA",
    "CHENNAI",
    "CIUDAD JUAREZ",
    "COLOMBO",
    "COPENHAGEN",
    "DAKAR",
    "DAMASCUS",
    "DHAKA",
    "DUBAI",
    "DUBLIN",
    "FRANKFURT",
    "GEORGETOWN",
    "GUANGZHOU",
    "GUATEMALA CITY",
    "GUAYAQUIL",
    "HANOI",
    "HAVANA",
    "HELSINKI",
    "HO CHI MINH CITY",
    "HONG KONG",
    "HYDERABAD",
    "ISLAMABAD",
    "ISTANBUL",
    "JAKARTA",
    "JERUSALEM",
    "JOHANNESBURG",
    "KARACHI",
    "KATHMANDU",
    "KHARTOUM",
    "KIEV",
    "KYIV",
    "KINGSTON",
    "KOLKATA",
    "KUALA LUMPUR",
    "KUWAIT",
    "LA PAZ",
    "LAGOS",
    "LIMA",
    "LISBON",
    "LONDON",
    "MADRID",
    "MANAGUA",
    "MANILA",
    "MEXICO CITY",
    "MILAN",
    "MONTERREY",
    "MONTREAL",
    "MOSCOW",
    "MUMBAI",
    "NAIROBI",
    "NAPLES",
    "NEW DELHI",
    "OTTAWA",
    "PANAMA CITY",
    "PARIS",
    "PHNOM PENH",
    "PORT AU PRINCE",
    "PORT OF SPAIN",
    "PRAGUE",
    "QUITO",
    "RANGOON",
    "RIO DE JANEIRO",
    "RIYADH",
    "ROME",
    "SAN JOSE",
    "SAN SALVADOR",
    "SANTIAGO",
    "SANTO DOMINGO",
    "SAO PAULO",
    "SEOUL",
    "SHANGHAI",
    "SHENYANG",
    "SINGAPORE",
    "SOFIA",
    "STOCKHOLM",
    "SYDNEY",
    "TAIPEI",
    "TASHKENT",
    "TBILISI",
    "TEGUCIGALPA",
    "TEL AVIV",
    "TIJUANA",
    "TIRANA",
    "TOKYO",
    "TORONTO",
    "TUNIS",
    "VANCOUVER",
    "VIENNA",
    "WARSAW",
    "YEREVAN",
    "ZAGREB",
];
/// Words between `valid` and its dates.
const REACH: usize = 4;
/// Words of one value of the right block, such as a section of law.
const MOST_WORDS: usize = 14;

/// Reads the value of a field at a place: its tokens and the value.
type Reader = fn(&Page<'_>, &Slot) -> Option<(Vec<usize>, String)>;

pub(super) fn read(page: &Page<'_>, labels: &[FieldLabel], out: &mut Vec<FieldReading>) {
    for label in labels {
        let read: Reader = match label.kind {
            FieldKind::Class => class,
            FieldKind::Section => section,
            FieldKind::Consulate => consulate,
            FieldKind::EligibilityCategory => category,
            FieldKind::I94Number => i94,
            _ => continue,
        };
        let places = slots(page, labels, label);
        let found = places
            .iter()
            .find_map(|slot| Some((slot, read(page, slot)?)));
        if let Some((slot, (tokens, value))) = found {
            let reading = FieldReading::of(page, label.kind, &tokens, value);
            out.extend(reading.map(|r| r.labelled(&label.text, slot.relation.words())));
        }
    }
    validity(page, out);
    i94_in_tables(page, out);
    extension(page, out);
}

/// The tokens of a place, and their text.
fn all(page: &Page<'_>, slot: &Slot) -> (Vec<usize>, String) {
    (
        slot.tokens.clone().collect(),
        page.sheet().text_of(slot.tokens.clone()),
    )
}

/// `H1B`, `L2`, `TD`: capitals, nearly always with a digit.
fn class(page: &Page<'_>, slot: &Slot) -> Option<(Vec<usize>, String)> {
    let token = slot.tokens.start;
    let text = page.token(token).text.trim_matches([',', '.', ';', ':']);
    let mut folded = fold(text);
    if page.pixels() {
        folded = mended_class(&folded);
    }
    let known = matches!(folded.as_str(), "TD" | "TN" | "NATO" | "CW1" | "CW2");
    let digits = folded.bytes().filter(u8::is_ascii_digit).count();
    let shaped = (2..=5).contains(&folded.len())
        && folded.starts_with(|c: char| c.is_ascii_uppercase())
        && (1..=3).contains(&digits);
    let upper = !text.chars().any(char::is_lowercase);
    let one =
        slot.tokens.len() == 1 || slot.relation == crate::interpret::meaning::Relation::Inline;
    (one && upper && (known || shaped) && folded != "A").then_some((vec![token], folded))
}

/// `HIB` is `H1B`: no class has an `I` behind its first letter but in front of nothing.
fn mended_class(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    if letters.len() >= 2
        && matches!(
            letters[0],
            'H' | 'L' | 'F' | 'B' | 'J' | 'O' | 'P' | 'R' | 'E'
        )
    {
        letters[1] = match letters[1] {
            'I' | 'l' => '1',
            'Z' => '2',
            'S' => '5',
            other => other,
        };
    }
    letters.into_iter().collect()
}

fn section(page: &Page<'_>, slot: &Slot) -> Option<(Vec<usize>, String)> {
    let (tokens, text) = all(page, slot);
    let lower = text.to_lowercase();
    let cites = ["ina", "cfr", "u.s.c", "sec", "act"]
        .iter()
        .any(|w| lower.contains(w));
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    let cites = digits && cites || names_paragraph(&text);
    (tokens.len() <= MOST_WORDS && cites).then_some((tokens, text))
}

/// Whether words name a paragraph of the act: `203(b)(3)(A)(i)`.
fn names_paragraph(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let (section, paragraph) = word.split_once('(').unwrap_or_default();
        let number = section.len() == 3 && section.bytes().all(|b| b.is_ascii_digit());
        number && paragraph.chars().nth(1) == Some(')')
    })
}

fn consulate(page: &Page<'_>, slot: &Slot) -> Option<(Vec<usize>, String)> {
    let (tokens, text) = all(page, slot);
    let plain = tokens
        .iter()
        .all(|t| page.value(*t).is_none_or(|v| v.shape == ValueKind::Name));
    let upper = text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
    let fine = text
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | '-' | '\''));
    // Read from pixels, a post must be one that is known.
    let plain = plain && (!page.pixels() || POSTS.contains(&text.as_str()));
    (tokens.len() <= 5 && plain && upper && fine && !text.ends_with(':')).then_some((tokens, text))
}

/// `C09`, `(c)(9)`, `C09P`.
fn category(page: &Page<'_>, slot: &Slot) -> Option<(Vec<usize>, String)> {
    let token = slot.tokens.start;
    let folded = fold(&page.token(token).text);
    let letter = folded.starts_with(['A', 'C']);
    let digits = folded
        .bytes()
        .skip(1)
        .take_while(u8::is_ascii_digit)
        .count();
    let fine = letter && (1..=2).contains(&digits) && folded.len() <= digits + 3;
    (fine && slot.tokens.len() <= 2).then_some((vec![token], folded))
}

fn i94(page: &Page<'_>, slot: &Slot) -> Option<(Vec<usize>, String)> {
    let shaped = |t: &usize| {
        matches!(
            page.shape(*t),
            Some(ValueKind::I94 | ValueKind::Digits | ValueKind::Mixed)
        )
    };
    let tokens: Vec<usize> = slot.tokens.clone().filter(shaped).collect();
    let joined = |of: &[usize]| -> String {
        let parts = of.iter().map(|t| fold(&page.token(*t).text));
        parts.collect()
    };
    let text = joined(&tokens);
    if is_i94(&text) {
        return Some((tokens, text));
    }
    // `939521472 A3`: the last two characters have no shape of their own.
    let all: Vec<usize> = slot.tokens.clone().collect();
    let text = joined(&all);
    (all.len() <= 2 && is_i94(&text)).then_some((all, text))
}

/// Eleven digits, or nine digits, a letter and a digit.
fn is_i94(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == I94_LENGTH
        && bytes
            .iter()
            .enumerate()
            .all(|(at, b)| b.is_ascii_digit() || at == I94_LENGTH - 2 && b.is_ascii_uppercase())
}

/// I-94 numbers in the column of a table that names them.
fn i94_in_tables(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    if out.iter().any(|r| r.kind == FieldKind::I94Number) {
        return;
    }
    let names = |t: &crate::interpret::meaning::sheet::Token| {
        matches!(
            fold(&t.text).as_str(),
            "I94" | "194" | "194NO" | "I94NO" | "I94NBR"
        )
    };
    if !page.sheet().tokens.iter().any(names) {
        return;
    }
    for (index, reading) in page.meaning.readings.iter().enumerate() {
        let text = fold(&reading.printed);
        if reading.shape == ValueKind::I94 && is_i94(&text) {
            let tokens = tokens_of(page, index);
            let seen = FieldReading::of(page, FieldKind::I94Number, &tokens, text);
            let why = "the shape of an I-94 number, on a page that names them";
            out.extend(seen.map(|s| s.because(why).ranked(Rank::Tabled)));
        }
    }
}

/// `Valid from … to …`: two dates behind one another.
fn validity(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    let tokens = &page.sheet().tokens;
    let date = |from: usize| {
        let block = page.sheet().blocks
            [page.sheet().runs[tokens[from.min(tokens.len() - 1)].run].block]
            .tokens
            .clone();
        (from..(from + REACH).min(block.end)).find(|t| page.shape(*t) == Some(ValueKind::Date))
    };
    for t in 0..tokens.len() {
        let valid = matches!(tokens[t].norm.as_str(), "valid" | "validity" | "effective");
        let from = tokens
            .get(t + 1)
            .is_some_and(|n| matches!(n.norm.as_str(), "from" | "period" | "dates" | "" | "on"));
        if !valid || !(from || tokens[t].text.ends_with(':')) {
            continue;
        }
        let Some(first) = date(t + 1).and_then(|d| tokens[d].value) else {
            continue;
        };
        let after = tokens_of(page, first).last().map_or(t, |last| last + 1);
        let Some(second) = tokens
            .get(after)
            .and_then(|_| date(after))
            .and_then(|d| tokens[d].value)
        else {
            continue;
        };
        let joined = tokens_of(page, second).first().is_some_and(|start| {
            (after..*start).any(|j| {
                matches!(
                    tokens[j].norm.as_str(),
                    "to" | "until" | "through" | "thru" | ""
                )
            })
        });
        if !joined {
            continue;
        }
        let label = page.sheet().text_of(t..(t + 2).min(tokens.len()));
        let both = [(first, FieldKind::ValidFrom), (second, FieldKind::ValidTo)];
        for (index, field) in both {
            out.retain(|r| !(r.kind == field && r.rank != Rank::Labelled));
            let Some(reading) = page.meaning.readings.get(index) else {
                continue;
            };
            let Some(mut seen) = dated(page, index, reading, field) else {
                continue;
            };
            if !reading.repaired && super::dates::is_day(&reading.canonical) {
                seen.verdict = crate::model::verdict::Verdict::Accepted;
                seen.confidence = page.confidence(tokens_of(page, index));
            }
            seen.reasons = vec![format!(
                "it stands behind \u{201c}{label}\u{201d}, of two dates"
            )];
            seen.label = Some(label.clone());
            seen.rank = Rank::Labelled;
            out.retain(|r| !(r.kind == field && r.bounds == seen.bounds));
            out.push(seen);
        }
    }
}

/// `extended for 48 months`.
fn extension(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    let tokens = &page.sheet().tokens;
    for t in 0..tokens.len() {
        if !tokens[t].norm.starts_with("exten") || tokens[t].sentence.is_none() {
            continue;
        }
        let end = (t + 9).min(tokens.len());
        let months = (t + 1..end).find(|m| matches!(tokens[*m].norm.as_str(), "months" | "month"));
        let Some(months) = months else { continue };
        let count = |m: &usize| {
            let bare = tokens[*m].text.trim_matches(|c: char| !c.is_alphanumeric());
            bare.strip_suffix("-month")
                .unwrap_or(bare)
                .parse::<u32>()
                .ok()
        };
        let Some(number) = (t + 1..months).rev().find(|m| count(m).is_some()) else {
            continue;
        };
        let value = count(&number).unwrap_or_default().to_string();
        let seen = FieldReading::of(page, FieldKind::ExtensionMonths, &[number, months], value);
        out.extend(seen.map(|s| {
            s.because("a sentence extends by so many months")
                .ranked(Rank::Spoken)
        }));
    }
}
