//! The page's account: names, the words at each label, labels with nothing at their place, and
//! digits that are left over.

use super::judge::{seen, spans};
use super::label::Label;
use super::normalize::is_upper;
use super::phrase::{LabelKind, Role, classify};
use super::relation::Geometry;
use super::shape::ValueKind;
use super::sheet::{Rect, Sheet};
use super::solve::Solution;
use super::value::{Value, mark_tokens};
use super::vocabulary::on;
use super::{AccountLabel, Labelled, Leftover, Meaning, Reading, Span};
use std::collections::BTreeMap;

/// A value stands at most this many ems under its label to be at its place.
const SLOT_GAP: f32 = 1.6;
/// This many digits at an empty account label may be a number that is spoiled.
const SPOILED: usize = 3;
/// Pieces of one number stand at most this many ems apart.
const PIECE_GAP: f32 = 8.0;

/// What is done with an account, in titles that are no label of its number.
const DEEDS: [&str; 7] = [
    "create",
    "open",
    "activate",
    "link",
    "invitation",
    "welcome",
    "register",
];

/// Names printed in capitals become values, so that they take their labels.
pub(super) fn names(sheet: &mut Sheet, values: &mut Vec<Value>, labels: &[Label]) {
    let known = |run: usize| {
        labels
            .iter()
            .any(|l| l.kind != LabelKind::Unknown && l.first_run <= run && run <= l.last_run)
    };
    let first = values.len();
    for (index, run) in sheet.runs.iter().enumerate() {
        let tokens = &sheet.tokens[run.tokens.clone()];
        let in_name = |text: &str| {
            is_upper(text)
                && text
                    .chars()
                    .all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '.' | '-' | ','))
        };
        let named = (2..=6).contains(&tokens.len())
            && tokens.iter().all(|t| t.value.is_none() && in_name(&t.text));
        if run.prose || !named || known(index) || classify(sheet, run.tokens.clone()).kind.is_some()
        {
            continue;
        }
        let text = sheet.run_text(index);
        values.push(Value {
            kind: ValueKind::Name,
            printed: text.clone(),
            digits: String::new(),
            canonical: text,
            tokens: run.tokens.clone().collect(),
            rect: run.rect,
            run: index,
            broken: false,
            wide: false,
            cut: false,
            repaired: false,
        });
    }
    if values.len() > first {
        mark_tokens(sheet, values);
    }
}

/// Puts the page's account together.
pub(super) fn account(page: &Geometry<'_>, solution: &Solution, readings: Vec<Reading>) -> Meaning {
    let labels: Vec<Labelled> = (0..page.labels.len())
        .map(|l| labelled(page, solution, l))
        .collect();
    let mut meaning = Meaning {
        readings,
        labels,
        ..Meaning::default()
    };
    meaning.account_label = account_label(page, &meaning);
    let mut leftovers = Vec::new();
    spoiled(page, solution, &meaning, &mut leftovers);
    pieces(page, solution, &mut leftovers);
    unread_lines(page, &mut leftovers);
    meaning.leftovers = leftovers;
    super::title::titles(page, &mut meaning);
    meaning
}

fn labelled(page: &Geometry<'_>, solution: &Solution, index: usize) -> Labelled {
    let label = &page.labels[index];
    let mut words = if label.prose {
        Vec::new()
    } else {
        slot(page, label)
    };
    // A box may be drawn around a value, so that a rule stands between the two.
    for value in solution.values_of(index).filter(|_| !label.prose) {
        let v = &page.values[value];
        let of = spans(&page.sheet.tokens, v.tokens.iter().copied());
        words.extend(of.into_iter().map(|span| (span, v.printed.clone())));
    }
    Labelled {
        label: seen(label, index),
        owner: label.owner,
        // "A USCIS online account number looks like this:" is no cell of the notice.
        in_sentence: label.prose
            || page.speaks_of_example(label)
            || is_quoted(label)
            || shows_example(page, solution, index),
        words,
        values: solution.values_of(index).collect(),
        doubts: label.doubts.clone(),
    }
}

/// Whether what stands at a label only shows what a number looks like.
fn shows_example(page: &Geometry<'_>, solution: &Solution, label: usize) -> bool {
    let mut values = solution.values_of(label).peekable();
    values.peek().is_some() && values.all(|v| page.is_example(&page.values[v]))
}

/// Whether a label is quoted, as where a notice says in which item of a form to write a number.
fn is_quoted(label: &Label) -> bool {
    let quote = |c: char| matches!(c, '"' | '\u{201c}' | '\u{201d}' | '\u{ab}' | '\u{bb}');
    let opened = label.text.split_once(quote);
    opened.is_some_and(|(_, rest)| rest.contains(char::is_alphabetic))
        && label
            .text
            .trim_end_matches(['.', ',', ':', ';'])
            .ends_with(quote)
}

/// The words at a label's place: behind it in its run, right of it, or right under it.
fn slot(page: &Geometry<'_>, l: &Label) -> Vec<(Span, String)> {
    let sheet = page.sheet;
    let mut found = Vec::new();
    let mut take = |tokens: std::ops::Range<usize>| {
        let text = sheet.text_of(tokens.clone());
        for span in spans(&sheet.tokens, tokens) {
            found.push((span, text.clone()));
        }
    };
    let rest = l.tokens.end..sheet.runs[l.last_run].tokens.end;
    if !rest.is_empty() {
        take(rest);
    }
    for run in sheet.band(l.tail.y0, l.tail.y1 + 3.0 * l.size) {
        let r = &sheet.runs[run];
        if run == l.last_run || run == l.first_run || r.prose {
            continue;
        }
        let level = r.rect.over_y(&l.tail) > 0.4 * r.rect.height().min(l.tail.height());
        let right = level && r.rect.x0 > l.tail.x1 && is_free(page, l, run);
        let gap = r.rect.y0 - l.tail.y1;
        let near = gap >= -1.0 && gap < SLOT_GAP * r.size && r.rect.over_x(&l.rect) > 0.0;
        let x = (r.rect.x0.max(l.rect.x0) + r.rect.x1.min(l.rect.x1)) / 2.0;
        if right || near && sheet.floors_between(x, l.tail.y1 + 1.0, r.rect.y0 - 1.0) == 0 {
            take(r.tokens.clone());
        }
    }
    found
}

/// Whether nothing stands between a label and a run right of it.
fn is_free(page: &Geometry<'_>, l: &Label, run: usize) -> bool {
    let r = &page.sheet.runs[run].rect;
    let band = Rect {
        x0: l.tail.x1 + 1.0,
        y0: l.tail.y0 + 1.0,
        x1: r.x0 - 1.0,
        y1: l.tail.y1 - 1.0,
    };
    let own = |t: usize| page.sheet.tokens[t].run == run || l.holds(t);
    page.sheet.walls_between(r.cy(), l.tail.x1, r.x0) == 0
        && page.sheet.tokens_in(band, own).is_empty()
}

/// Whether a label speaks of our account as such, not of what it looks like or that there is none.
fn is_ours(page: &Geometry<'_>, label: &Label) -> bool {
    let telling = |t: usize| {
        let token = &page.sheet.tokens[t];
        token.is(on::VERB)
            || matches!(
                token.norm.as_str(),
                "not" | "if" | "looks" | "like" | "without" | "you" | "when"
            )
    };
    let sure = label.doubts.is_empty();
    let says = !sure && label.tokens.clone().any(telling)
        || label.doubts.iter().any(|d| d.contains("denied"));
    // "Invitation to create an online account" is a title.
    let does = |t: usize| DEEDS.contains(&page.sheet.tokens[t].norm.as_str());
    let titled = !label.has_number && label.tokens.clone().any(does);
    // "Online accounts" is a heading.
    let many = !label.has_number && label.text.to_lowercase().contains("accounts");
    label.kind == LabelKind::Account && (sure || label.strong) && !says && !titled && !many
}

fn account_label(page: &Geometry<'_>, meaning: &Meaning) -> AccountLabel {
    let ours = |l: &&Labelled| is_ours(page, &page.labels[l.label.index]);
    // A cell whose number is an attorney's is the attorney's cell.
    let theirs = |l: &Labelled| {
        let of = |v: &usize| {
            meaning.readings[*v].owner == Some(Role::Representative)
                && meaning.readings[*v].is_account()
        };
        !l.values.is_empty() && l.values.iter().all(of)
    };
    let cell = meaning
        .labels
        .iter()
        .filter(ours)
        .any(|l| !l.in_sentence && !theirs(l));
    match cell {
        true => AccountLabel::Cell,
        false if meaning.labels.iter().any(|l| ours(&l)) => AccountLabel::Sentence,
        false => AccountLabel::None,
    }
}

/// Whether nothing but an unknown phrase or an account label has a value.
fn is_loose(page: &Geometry<'_>, solution: &Solution, value: usize) -> bool {
    let v = &page.values[value];
    let loose = |l: usize| {
        matches!(
            page.labels[solution.links[l].label].kind,
            LabelKind::Unknown | LabelKind::Account
        )
    };
    matches!(
        v.kind,
        ValueKind::Digits | ValueKind::Stamp | ValueKind::Mixed
    ) && solution.chosen[value].is_none_or(loose)
}

/// Digits at an account label that has no number: it may be spoiled, so the cell is not blank.
fn spoiled(page: &Geometry<'_>, solution: &Solution, meaning: &Meaning, out: &mut Vec<Leftover>) {
    for label in meaning
        .labels
        .iter()
        .filter(|l| !l.in_sentence && is_ours(page, &page.labels[l.label.index]))
    {
        let l = &page.labels[label.label.index];
        let has = |v: &usize| page.values[*v].kind == ValueKind::Account;
        if label.values.iter().any(has) {
            continue;
        }
        let at_place = |v: &Value| {
            let beside = v.rect.over_y(&l.rect) > -2.0
                && v.rect.x0 < l.rect.x1 + 6.0
                && v.rect.x1 > l.rect.x0 - 6.0;
            let place = |t: &usize| page.sheet.tokens[*t].place;
            let words = label.words.iter().any(|(span, _)| {
                v.tokens
                    .iter()
                    .map(place)
                    .any(|(line, word)| span.line == line && span.words.contains(&word))
            });
            // A caption under its value.
            let gap = l.rect.y0 - v.rect.y1;
            let over = v.kind == ValueKind::Stamp
                && (-1.0..SLOT_GAP * l.size).contains(&gap)
                && v.rect.over_x(&l.rect) > -l.size;
            v.run == l.first_run || v.run == l.last_run || beside || words || over
        };
        let row = page.sheet.runs[l.last_run].row;
        let is_right = |v: &Value| page.sheet.runs[v.run].row == row && v.rect.x0 > l.tail.x1;
        for (index, v) in page.values.iter().enumerate() {
            let stamped = v.kind == ValueKind::Stamp && is_right(v);
            let loose = is_loose(page, solution, index) && at_place(v);
            if v.digits.len() >= SPOILED && (loose || stamped) {
                out.push(Leftover {
                    why: "digits stand at the account label that are no account number",
                    bounds: v.rect.bounds(),
                });
            }
        }
    }
}

/// Loose digits of one row that are twelve together.
fn pieces(page: &Geometry<'_>, solution: &Solution, out: &mut Vec<Leftover>) {
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for value in 0..page.values.len() {
        if is_loose(page, solution, value) {
            rows.entry(page.sheet.runs[page.values[value].run].row)
                .or_default()
                .push(value);
        }
    }
    for row in rows.values().filter(|row| row.len() > 1) {
        let mut boxes: Vec<Rect> = row.iter().map(|v| page.values[*v].rect).collect();
        boxes.sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let size = page.sheet.runs[page.values[row[0]].run].size;
        let near = boxes
            .windows(2)
            .all(|p| p[1].x0 - p[0].x1 < PIECE_GAP * size && !words_between(page, &p[0], &p[1]));
        if near
            && row
                .iter()
                .map(|v| page.values[*v].digits.len())
                .sum::<usize>()
                == 12
        {
            out.push(Leftover {
                why: "pieces of digits on one line are twelve together",
                bounds: boxes.first().and_then(Rect::bounds),
            });
        }
    }
}

/// Whether a word stands between two boxes of a row, as in "25 I&N Dec. 369, 375-76 (AAO 2010)".
fn words_between(page: &Geometry<'_>, a: &Rect, b: &Rect) -> bool {
    let sheet = page.sheet;
    sheet.band(a.y0, a.y1).any(|run| {
        let tokens = &sheet.tokens[sheet.runs[run].tokens.clone()];
        let mut words = tokens.iter().filter(|t| t.letters() >= 2);
        words.any(|t| t.rect.x0 >= a.x1 && t.rect.x1 <= b.x0)
    })
}

/// Lines that were not understood but hold twelve digits in a row.
fn unread_lines(page: &Geometry<'_>, out: &mut Vec<Leftover>) {
    let twelve = |text: &str| {
        let mut count = 0;
        text.chars().filter(|c| !matches!(c, ' ' | '-')).any(|c| {
            count = if c.is_ascii_digit() { count + 1 } else { 0 };
            count == 12
        })
    };
    if page.sheet.turned.iter().any(|(_, text)| twelve(text)) {
        out.push(unplaced("twelve digits run up or down the page"));
    }
    if page.sheet.tiny.iter().any(|(_, text)| twelve(text)) {
        out.push(unplaced("twelve digits in microprint"));
    }
}

fn unplaced(why: &'static str) -> Leftover {
    Leftover { why, bounds: None }
}
