//! What letters and notices show by their place: to whom they are addressed, whose copy they are,
//! and which office wrote them.

use super::again::stands_beside;
use super::choose::AT_TWO_PLACES;
use super::name::{may_be_misread, name};
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::interpret::meaning::ValueKind;
use crate::model::record::FieldKind;

/// An address has between this many lines over that of city and ZIP code …
const LINES: std::ops::RangeInclusive<usize> = 1..=5;
/// … at most this many ems apart.
const LINE_GAP: f32 = 1.0;
/// The address of an office stands at most this many ems under its name.
const ADDRESS_HEIGHT: f32 = 4.5;
/// Names of offices end with these words.
const OFFICES: &[&str] = &[
    "service center",
    "field office",
    "benefits center",
    "asylum office",
    "lockbox",
    "lockbox facility",
    "district office",
    "production center",
    "support center",
];
/// Words of an agency's own address.
const AGENCY: &[&str] = &[
    "uscis",
    "office",
    "center",
    "lockbox",
    "department",
    "citizenship",
    "facility",
    "director",
    "services",
    "homeland",
    "asc",
    "mail",
];
const MOST_WORDS: usize = 6;

pub(super) fn read(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    addressee(page, out);
    copies(page, out);
    offices(page, out);
}

/// Blocks of lines that end with state and ZIP code and begin with a name.
fn addressee(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    let sheet = page.sheet();
    for (last, run) in sheet.runs.iter().enumerate() {
        let ends = run.tokens.clone().next_back();
        let zip = ends.is_some_and(|t| {
            page.shape(t) == Some(ValueKind::Zip)
                || page.token(t).text.len() == 5
                    && page.token(t).text.bytes().all(|b| b.is_ascii_digit())
        });
        if run.prose || !zip || run.tokens.len() < 3 {
            continue;
        }
        let mut lines = vec![last];
        while lines.len() <= *LINES.end() {
            let here = &sheet.runs[lines[lines.len() - 1]];
            let size = here.size.max(1.0);
            let over = sheet
                .band(here.rect.y0 - (1.0 + LINE_GAP) * size, here.rect.y0)
                .filter(|r| {
                    let rect = &sheet.runs[*r].rect;
                    !sheet.runs[*r].prose
                        && rect.cy() < here.rect.y0
                        && here.rect.y0 - rect.y1 < LINE_GAP * size
                        && (rect.x0 - here.rect.x0).abs() < size
                })
                .max_by(|a, b| sheet.runs[*a].rect.y0.total_cmp(&sheet.runs[*b].rect.y0));
            match over {
                Some(over) => lines.push(over),
                None => break,
            }
        }
        lines.reverse();
        out.extend(block(page, &lines));
    }
}

/// The addressee of a block of lines: the first of them that is a name.
fn block(page: &Page<'_>, lines: &[usize]) -> Option<FieldReading> {
    let sheet = page.sheet();
    let street = |run: &usize| {
        let first = sheet.runs[*run].tokens.start;
        page.token(first)
            .text
            .starts_with(|c: char| c.is_ascii_digit())
            || page.token(first).norm == "p.o"
    };
    let from = lines.iter().position(street).filter(|at| *at > 0)?;
    let first = (0..from)
        .rev()
        .take(3)
        .take_while(|at| {
            let found = name(page, sheet.runs[lines[*at]].tokens.clone());
            let care = page
                .token(sheet.runs[lines[*at]].tokens.start)
                .norm
                .starts_with("c/o");
            care || found.is_some_and(|n| {
                n.doubt.is_none() && n.tokens.len() == sheet.runs[lines[*at]].tokens.len()
            })
        })
        .last()?;
    let lines = &lines[first..];
    let agency = |t: usize| AGENCY.contains(&page.token(t).norm.as_str());
    let top = sheet.runs[lines[0]].tokens.clone();
    // Above `C/O` stands the name, which was not read.
    let care = page.token(top.start).norm.starts_with("c/o");
    if !LINES.contains(&(lines.len() - 1)) || top.clone().any(agency) || care {
        return None;
    }
    let tokens: Vec<usize> = lines
        .iter()
        .flat_map(|r| sheet.runs[*r].tokens.clone())
        .collect();
    let mut reading = FieldReading::of(
        page,
        FieldKind::Addressee,
        &tokens,
        sheet.text_of(top.clone()),
    )?;
    reading.value_bounds = sheet.rect_of(top.clone()).bounds()?;
    reading.confidence = page.confidence(top);
    // What the page names twice was read right, unless its letters are misread everywhere.
    if page.pixels() && stands_beside(page, &reading) && !may_be_misread(&reading.value) {
        reading.confidence = reading.confidence.max(AT_TWO_PLACES);
    }
    let text: Vec<String> = lines.iter().map(|r| sheet.run_text(*r)).collect();
    reading.printed = text.join(", ");
    Some(
        reading
            .because("the name over an address")
            .ranked(Rank::Placed),
    )
}

fn copies(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    for run in page
        .sheet()
        .runs
        .iter()
        .filter(|r| !r.prose && r.tokens.len() <= MOST_WORDS)
    {
        let words: Vec<&str> = page
            .tokens(run.tokens.clone())
            .iter()
            .map(|t| t.norm.as_str())
            .collect();
        let has = |list: &[&str]| words.iter().any(|w| list.contains(w));
        if !has(&["copy", "copies"]) {
            continue;
        }
        let whose = match () {
            () if has(&["attorney", "representative", "attorney's"]) => "attorney",
            () if has(&["applicant", "petitioner", "beneficiary"]) => "applicant",
            () => continue,
        };
        let tokens: Vec<usize> = run.tokens.clone().collect();
        let reading = FieldReading::of(page, FieldKind::CopyFor, &tokens, whose);
        out.extend(reading.map(|r| r.because("the page says whose copy it is")));
    }
}

fn offices(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    let sheet = page.sheet();
    for (index, run) in sheet.runs.iter().enumerate() {
        let text = sheet.run_text(index);
        // Under a paragraph the lines of the office may pass for more of it.
        let whole = OFFICES.iter().any(|o| text.to_lowercase().ends_with(o));
        if run.prose && !whole {
            continue;
        }
        let head = text.split([',', '•']).next().unwrap_or_default().trim();
        let lower = head.to_lowercase();
        let named = OFFICES
            .iter()
            .any(|o| lower.ends_with(o) && lower.len() > o.len());
        let asc = lower.contains("application support");
        let coded = head.contains(|c: char| c.is_ascii_digit());
        if !named
            || asc
            || coded
            || head.split_whitespace().count() > MOST_WORDS
            || lower.contains(':')
        {
            continue;
        }
        let count = head.split_whitespace().count();
        let tokens: Vec<usize> = run.tokens.clone().take(count).collect();
        let reading = FieldReading::of(page, FieldKind::Office, &tokens, head);
        // A page may name other offices as well; the one that wrote it gives its address.
        let rank = if has_address(page, index) {
            Rank::Placed
        } else {
            Rank::Spoken
        };
        out.extend(reading.map(|r| {
            r.because("the name of an office of the agency")
                .ranked(rank)
        }));
    }
}

/// Whether a place with its ZIP code stands in a run or in the lines under it.
fn has_address(page: &Page<'_>, run: usize) -> bool {
    let sheet = page.sheet();
    let zip = |run: &usize| {
        let mut tokens = sheet.runs[*run].tokens.clone();
        tokens.any(|t| page.shape(t) == Some(ValueKind::Zip))
    };
    let here = &sheet.runs[run];
    let below = sheet.band(here.rect.y1, here.rect.y1 + ADDRESS_HEIGHT * here.size);
    let under = |other: &usize| {
        let rect = &sheet.runs[*other].rect;
        rect.over_x(&here.rect) > 0.0 && rect.cy() > here.rect.y1
    };
    zip(&run) || below.filter(under).any(|other| zip(&other))
}
