//! Names that a page prints more than once: what it says twice was read right.

use super::name::{self, Name, key, name, words_of};
use super::seen::{FieldReading, Unsure};
use super::sheet::Page;
use crate::model::verdict::Verdict;

/// A name with this many letters is hardly twice on a page by chance.
const LONG_NAME: usize = 6;
/// A name that is cut off stands at most this many ems before the next column.
const CROWDED: f32 = 2.2;

/// Whether the same name stands in another run of the page.
pub(super) fn stands_elsewhere(page: &Page<'_>, of: &Name) -> bool {
    let own = key(&words_of(page, of));
    let runs: Vec<usize> = of.tokens.iter().map(|t| page.token(*t).run).collect();
    let sheet = page.sheet();
    let others = (0..sheet.runs.len()).filter(|run| !runs.contains(run));
    let mut names = others.filter_map(|run| name(page, sheet.runs[run].tokens.clone()));
    is_long(&own) && names.any(|other| key(&words_of(page, &other)) == own)
}

/// Whether the name of a reading stands at another place of the page.
pub(super) fn stands_beside(page: &Page<'_>, reading: &FieldReading) -> bool {
    let own = key(&reading.value);
    is_long(&own) && others(page, reading).any(|other| other == own)
}

fn is_long(key: &[String]) -> bool {
    key.iter().map(String::len).sum::<usize>() >= LONG_NAME
}

/// The names of the page that stand apart from a reading.
fn others<'a>(
    page: &'a Page<'a>,
    reading: &'a FieldReading,
) -> impl Iterator<Item = Vec<String>> + 'a {
    let sheet = page.sheet();
    let apart = |run: &usize| {
        let rect = sheet.runs[*run].rect.bounds();
        rect.is_some_and(|r| r.overlap(&reading.bounds) <= 0.0)
    };
    (0..sheet.runs.len())
        .filter(apart)
        .filter_map(|run| name(page, sheet.runs[run].tokens.clone()))
        .map(|other| key(&words_of(page, &other)))
}

/// Whether two names differ in a letter or two, as one name read in two ways does.
fn is_near(a: &[String], b: &[String]) -> bool {
    let distance = |(a, b): (&String, &String)| strsim::levenshtein(a, b);
    let all: usize = a.iter().zip(b).map(distance).sum();
    a.len() == b.len() && a != b && all <= 2
}

/// A name read from pixels that stands elsewhere on the page too, in any order, was read right. One
/// that is part of a longer name there was not read as a whole.
pub(super) fn support(page: &Page<'_>, reading: &mut FieldReading) {
    if !page.pixels() {
        if is_cut_off(page, reading) {
            reading.doubt("a longer name stands elsewhere on the page");
        }
        return;
    }
    let own = key(&reading.printed);
    let long = is_long(&own);
    let mut again = false;
    let mut longer = false;
    let mut near = false;
    for words in others(page, reading) {
        again |= long && words == own;
        near |= long && is_near(&own, &words);
        longer |= words.len() > own.len() && own.iter().all(|w| words.contains(w));
    }
    if name::may_be_misread(&reading.printed) {
        doubt_letters(reading, "its letters are easily misread");
    } else if near && !again {
        doubt_letters(reading, "a name elsewhere on the page differs in a letter");
    } else if longer && !again {
        reading.doubt("a longer name stands elsewhere on the page");
    } else if again {
        reading.confidence = reading.confidence.max(super::choose::AT_TWO_PLACES);
        let why = "the same name stands elsewhere on the page";
        reading.reasons.push(why.to_owned());
    }
}

/// Whether a name reaches to the next column and goes on where it stands elsewhere on the page.
fn is_cut_off(page: &Page<'_>, reading: &FieldReading) -> bool {
    let b = &reading.bounds;
    let sheet = page.sheet();
    let crowded = sheet.band(b.y0(), b.y1()).any(|run| {
        let run = &sheet.runs[run];
        (0.0..CROWDED * run.size).contains(&(run.rect.x0 - b.x1()))
    });
    let own = key(&reading.printed);
    // `ESPINOZA, BENJAMI`: the last word may be cut as well.
    let begins = |word: &String, words: &[String]| words.iter().any(|w| w.starts_with(word));
    let goes_on = |words: &Vec<String>| {
        words.len() >= own.len() && *words != own && own.iter().all(|w| begins(w, words))
    };
    crowded && is_long(&own) && others(page, reading).any(|words| goes_on(&words))
}

/// Sends a name to review for its letters; where nothing else speaks against it, another reader may
/// settle it.
fn doubt_letters(reading: &mut FieldReading, why: &str) {
    let only_letters = reading.verdict == Verdict::Accepted;
    reading.doubt(why);
    if only_letters {
        reading.unsure = Unsure::Letters;
    }
}
