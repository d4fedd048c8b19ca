//! A page's words to tokens, rows, runs and blocks.

use super::blocks::blocks;
use super::leaders::{is_leader, parts};
use super::micro::{drop_marks, drop_microprint, drop_security_print};
use super::sheet::{Piece, Rect, Run, Sheet, Wall};
use crate::model::confidence::Confidence;
use crate::model::source::TextSource;
use crate::text::{PageText, TextLine};

/// A text layer's box is this many ems high; scanned print is boxed about as high as its line.
const EMS_OF_BOX: f32 = 0.95;
/// A wider gap, in ems, ends a run.
const RUN_GAP: f32 = 1.05;
/// A word whose foot is this many ems off that of the one before it begins a run of its own. Boxes
/// of pixels end under letters such as `g` or above them.
const STEP: f32 = 0.35;
const STEP_OF_PIXELS: f32 = 0.5;
/// Words whose middles are this much of the lowest one's height apart are of two lines.
const APART: f32 = 0.55;
/// In running text read from pixels, which a comma that was not read parts, a run goes on over a
/// gap up to this many ems; a line of so many words with no other such gap is running text.
const TEXT_GAP: f32 = 1.7;
const LINE_OF_TEXT: usize = 8;
/// Single digits in comb boxes go on over gaps up to this many ems.
const COMB_GAP: f32 = 3.2;
/// Behind so many of them, one more than this many of their steps off begins another comb.
const CELLS_OF_COMB: usize = 4;
const NEXT_COMB: f32 = 2.7;
/// A year stands at most this many ems behind its day.
const YEAR_GAP: f32 = 1.8;
/// The digits of a receipt number begin at most this far behind its letters.
const PREFIX_GAP: f32 = 7.0;
/// Two words are of one row when they overlap by this share of the lower one's height …
const ROW_OVERLAP: f32 = 0.55;
/// … and neither is this many times as high as the other.
const ROW_RATIO: f32 = 1.73;
/// Between a word and the hyphen that goes on with it, pixels show at most this many ems.
const HYPHEN_GAP: f32 = 0.7;
/// Words that overlap by more than this many ems lie over one another.
const TANGLE: f32 = 0.5;
/// Two rules nearer than this, in points, are one.
const SAME_RULE: f32 = 1.6;

/// Lays a page out.
pub(super) fn lay_out(page: &PageText) -> Sheet {
    let (width, height) = page.size;
    let pixels = page.source == TextSource::Ocr;
    let mut sheet = Sheet {
        width,
        height,
        pixels,
        ..Sheet::default()
    };
    rules(page, &mut sheet);
    let mut units: Vec<Vec<Piece>> = Vec::new();
    for (index, line) in page.lines.iter().enumerate() {
        if is_turned(line) {
            sheet.turned.push((index, line.text()));
        } else {
            units.extend(separate_lines(pieces(line, index, pixels)));
        }
    }
    drop_microprint(&mut units, &mut sheet);
    drop_security_print(&mut units, &mut sheet);
    drop_marks(&mut units, &mut sheet);
    units.retain(|u| !u.is_empty());
    let rows = rows(units);
    let runs = rows
        .into_iter()
        .enumerate()
        .flat_map(|(row, units)| split(row, units, &sheet));
    let runs: Vec<(Run, Vec<Piece>)> = runs.collect();
    blocks(runs, &mut sheet);
    index(&mut sheet);
    sheet
}

/// Whether a line does not run from left to right.
fn is_turned(line: &TextLine) -> bool {
    let upright = |w: &crate::text::Word| {
        w.text.chars().count() >= 3 && w.bounds.height() > 1.5 * w.bounds.width()
    };
    line.words.iter().any(upright)
        || line.words.len() > 1 && line.bounds.height() > 2.0 * line.bounds.width()
}

fn rules(page: &PageText, sheet: &mut Sheet) {
    for rule in &page.rules {
        let r = Rect::of(&rule.bounds);
        if rule.is_horizontal() {
            sheet.floors.push(Wall {
                at: r.cy(),
                from: r.x0,
                to: r.x1,
            });
        } else {
            sheet.walls.push(Wall {
                at: r.cx(),
                from: r.y0,
                to: r.y1,
            });
        }
    }
    for walls in [&mut sheet.floors, &mut sheet.walls] {
        *walls = merged(std::mem::take(walls));
    }
}

/// Rules drawn twice, or in pieces, as one; in the order of their places.
fn merged(mut walls: Vec<Wall>) -> Vec<Wall> {
    walls.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut kept: Vec<Wall> = Vec::new();
    for wall in walls {
        let near = |k: &&mut Wall| wall.at - k.at < SAME_RULE;
        let touches = |k: &&mut Wall| k.to.min(wall.to) - k.from.max(wall.from) > -2.0;
        match kept
            .iter_mut()
            .rev()
            .take(40)
            .take_while(near)
            .find(touches)
        {
            Some(k) => (k.from, k.to) = (k.from.min(wall.from), k.to.max(wall.to)),
            None => kept.push(wall),
        }
    }
    kept
}

/// The words of a line, dot leaders cut off.
fn pieces(line: &TextLine, index: usize, pixels: bool) -> Vec<Piece> {
    let mut heights: Vec<f32> = line.words.iter().map(|w| w.bounds.height()).collect();
    heights.sort_by(f32::total_cmp);
    let middle = heights.get(heights.len() / 2).copied().unwrap_or(0.0);
    let mut pieces = Vec::new();
    for (at, word) in line.words.iter().enumerate() {
        let height = if pixels { middle } else { word.bounds.height() };
        let rect = Rect::of(&word.bounds);
        let count = word.text.chars().count().max(1) as f32;
        let wide = rect.width() / count;
        let unsure = pixels && word.confidence < Confidence::SURE;
        for (from, part, leads) in parts(&word.text, unsure) {
            let length = part.chars().count() as f32;
            let x0 = rect.x0 + from as f32 * wide;
            let rect = Rect {
                x0,
                x1: x0 + length * wide,
                ..rect
            };
            pieces.push(Piece {
                text: part,
                rect,
                size: height / EMS_OF_BOX,
                place: (index, at),
                sure: !unsure,
                leads,
            });
        }
    }
    if pixels {
        join_points(&mut pieces);
        join_hyphens(&mut pieces);
    }
    pieces
}

/// The lines that came as one because a value centered beside the two lines of its label overlaps
/// both. Smaller steps, which marks and letters of other heights take as well, count only between
/// whole words that follow one another: see [`is_stepped`].
fn separate_lines(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut heights: Vec<f32> = pieces.iter().map(|p| p.rect.cy()).collect();
    heights.sort_by(f32::total_cmp);
    let lowest = pieces
        .iter()
        .map(|p| p.rect.height())
        .fold(f32::MAX, f32::min);
    let steps: Vec<f32> = heights
        .windows(2)
        .filter(|pair| pair[1] - pair[0] > APART * lowest)
        .map(|pair| (pair[0] + pair[1]) / 2.0)
        .collect();
    let mut lines: Vec<Vec<Piece>> = (0..=steps.len()).map(|_| Vec::new()).collect();
    for piece in pieces {
        let line = steps.partition_point(|y| *y < piece.rect.cy());
        lines[line].push(piece);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// A point that a reader of pixels saw apart from its word is no dot leader: those have more
/// points.
fn join_points(pieces: &mut Vec<Piece>) {
    let is_point = |p: &Piece| matches!(p.text.as_str(), "." | "," | "·");
    let mut at = 1;
    while at < pieces.len() {
        let alone = is_point(&pieces[at])
            && !is_leader(&pieces[at - 1].text)
            && pieces.get(at + 1).is_none_or(|p| !is_leader(&p.text));
        let near = pieces[at].rect.x0 - pieces[at - 1].rect.x1 < RUN_GAP * pieces[at].size;
        if alone && near {
            let point = pieces.remove(at);
            pieces[at - 1].text.push_str(&point.text.replace('·', "."));
        } else {
            at += 1;
        }
    }
}

/// `ONL -ACCT`: pixels show a space before a hyphen within a word.
fn join_hyphens(pieces: &mut Vec<Piece>) {
    let mut at = 1;
    while at < pieces.len() {
        let before = &pieces[at - 1];
        let piece = &pieces[at];
        let mut letters = piece.text.chars();
        let hyphened =
            letters.next() == Some('-') && letters.next().is_some_and(char::is_alphabetic);
        let near = piece.rect.x0 - before.rect.x1 < HYPHEN_GAP * piece.size;
        if hyphened && near && before.text.ends_with(char::is_alphabetic) {
            let piece = pieces.remove(at);
            pieces[at - 1].text.push_str(&piece.text);
            pieces[at - 1].rect = pieces[at - 1].rect.union(&piece.rect);
        } else {
            at += 1;
        }
    }
}

fn is_dash_alone(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

/// Lines that stand beside one another, from the top down.
fn rows(units: Vec<Vec<Piece>>) -> Vec<Vec<Vec<Piece>>> {
    let rect = |unit: &[Piece]| {
        unit.iter()
            .map(|p| p.rect)
            .reduce(|a, b| a.union(&b))
            .unwrap_or_default()
    };
    let mut units: Vec<(Rect, Vec<Piece>)> =
        units.into_iter().map(|unit| (rect(&unit), unit)).collect();
    units.sort_by(|a, b| a.0.cy().total_cmp(&b.0.cy()));
    let mut rows: Vec<(Rect, Vec<Vec<Piece>>)> = Vec::new();
    for (here, unit) in units {
        let of_row = |(r, _): &&mut (Rect, Vec<Vec<Piece>>)| {
            let low = here.height().min(r.height());
            let high = here.height().max(r.height());
            r.over_y(&here) > ROW_OVERLAP * low && high < ROW_RATIO * low
        };
        match rows.iter_mut().rev().take(8).find(of_row) {
            Some((_, row)) => row.push(unit),
            None => rows.push((here, vec![unit])),
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Splits a row into runs.
fn split(row: usize, units: Vec<Vec<Piece>>, sheet: &Sheet) -> Vec<(Run, Vec<Piece>)> {
    let many = units.len();
    let text: Vec<bool> = units.iter().map(|u| sheet.pixels && is_text(u)).collect();
    let mut all: Vec<(usize, Piece)> = Vec::new();
    for (unit, pieces) in units.into_iter().enumerate() {
        all.extend(pieces.into_iter().map(|p| (unit, p)));
    }
    if many > 1 {
        all.sort_by(|a, b| a.1.rect.x0.total_cmp(&b.1.rect.x0));
    }
    let mut runs: Vec<(Run, Vec<Piece>)> = Vec::new();
    let mut led = false;
    let mut last = None;
    for (unit, piece) in all {
        if piece.leads {
            if let Some((run, _)) = runs.last_mut() {
                run.leads = true;
            }
            led = true;
            continue;
        }
        // A colon or an equals sign that stands alone, as in tables typed with a machine, is its
        // label's.
        if matches!(piece.text.as_str(), ":" | ">" | ":>" | "=")
            && let Some(before) = runs.last_mut().and_then(|(_, p)| p.last_mut())
        {
            before.text.push_str(&piece.text);
            continue;
        }
        let goes_on = runs.last().is_some_and(|(_, pieces)| {
            let before = pieces.last();
            let near = |p: &Piece| {
                !is_next_comb(pieces, &piece) && goes_on(p, &piece, last == Some(unit), sheet)
            };
            let of_text = |p: &Piece| last == Some(unit) && text[unit] && is_parted(p, &piece);
            let apart = || {
                before.is_some_and(of_text)
                    || is_prefix(pieces, &piece)
                    || is_year(pieces, &piece, sheet)
            };
            !led && (before.is_some_and(near) || apart())
        });
        last = Some(unit);
        match runs.last_mut().filter(|_| goes_on) {
            Some((run, pieces)) => {
                run.tangled |= pieces
                    .last()
                    .is_some_and(|p| p.rect.x1 - piece.rect.x0 > TANGLE * piece.size);
                run.rect = run.rect.union(&piece.rect);
                run.size = run.size.max(piece.size);
                pieces.push(piece);
            }
            None => {
                if let Some((run, pieces)) = runs.last_mut()
                    && pieces.len() > 1
                    && let Some(dash) = pieces.pop_if(|p| is_dash_alone(&p.text))
                {
                    // `Receipt no. –   IOE…`: a dash that leads to the value.
                    led = dash.rect.x1 < piece.rect.x0;
                    run.leads |= led;
                    run.rect.x1 = pieces.last().map_or(run.rect.x1, |p| p.rect.x1);
                }
                let rect = piece.rect;
                let size = piece.size;
                let run = Run {
                    tokens: 0..0,
                    rect,
                    size,
                    row,
                    led,
                    leads: false,
                    block: 0,
                    prose: false,
                    tangled: false,
                };
                runs.push((run, vec![piece]));
            }
        }
        led = false;
    }
    runs
}

/// Whether a character stands farther from those in comb boxes before it than they do from one
/// another, a box or two left out: it begins another row of boxes.
fn is_next_comb(pieces: &[Piece], next: &Piece) -> bool {
    let cell = |p: &Piece| p.text.chars().count() == 1;
    if pieces.len() < CELLS_OF_COMB || !pieces.iter().all(cell) || !cell(next) {
        return false;
    }
    let mut steps: Vec<f32> = pieces
        .windows(2)
        .map(|p| p[1].rect.cx() - p[0].rect.cx())
        .collect();
    steps.sort_by(f32::total_cmp);
    let step = next.rect.cx() - pieces[pieces.len() - 1].rect.cx();
    step > NEXT_COMB * steps[steps.len() / 2]
}

/// Whether a line is running text with one gap that is as wide as one between cells.
fn is_text(line: &[Piece]) -> bool {
    let gaps = line
        .windows(2)
        .map(|p| (p[1].rect.x0 - p[0].rect.x1) / p[1].size);
    line.len() >= LINE_OF_TEXT && gaps.filter(|gap| *gap > RUN_GAP).count() == 1
}

/// Whether a comma between two words may not have been read.
fn is_parted(before: &Piece, next: &Piece) -> bool {
    let word = before.text.chars().all(char::is_lowercase);
    word && next.rect.x0 - before.rect.x1 < TEXT_GAP * next.size
}

/// Whether letters in comb boxes are a center's, and the digits of the number follow in a group of
/// their own.
fn is_prefix(pieces: &[Piece], next: &Piece) -> bool {
    let letters: String = pieces.iter().map(|p| p.text.as_str()).collect();
    let gap = pieces.last().map_or(f32::MAX, |p| next.rect.x0 - p.rect.x1);
    let apart = pieces.len() == 3 && matches!(next.text.as_bytes(), [b'0'..=b'9']);
    apart
        && gap < PREFIX_GAP * next.size
        && crate::identifier::Prefix::known().any(|p| p.as_str() == letters)
}

/// Whether a year read from pixels follows a month and its day, whose comma was not read: where all
/// letters are equally wide, it leaves a gap as wide as one between cells.
fn is_year(pieces: &[Piece], next: &Piece, sheet: &Sheet) -> bool {
    let [.., month, day] = pieces else {
        return false;
    };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let year = next.text.trim_end_matches('.');
    let dated = super::day::is_month(month.text.trim_end_matches('.'))
        && digits(&day.text)
        && day.text.len() <= 2
        && year.len() == 4
        && digits(year)
        && year.starts_with(['1', '2']);
    sheet.pixels && dated && next.rect.x0 - day.rect.x1 < YEAR_GAP * next.size
}

fn goes_on(before: &Piece, next: &Piece, same_unit: bool, sheet: &Sheet) -> bool {
    let gap = next.rect.x0 - before.rect.x1;
    let size = next.size.min(before.size);
    let in_comb = |p: &Piece| matches!(p.text.as_bytes(), [b'0'..=b'9' | b'A'..=b'Z']);
    if in_comb(before) && in_comb(next) && gap < COMB_GAP * size {
        return true;
    }
    let wall = || sheet.walls_between(next.rect.cy(), before.rect.x1 - 1.0, next.rect.x0 + 1.0) > 0;
    same_unit && gap <= RUN_GAP * size && !is_stepped(before, next, sheet) && !wall()
}

/// Whether a word stands off the baseline of the one before it, as a value does that is centered
/// beside the two lines of its label. Marks of footnotes are shorter.
fn is_stepped(before: &Piece, next: &Piece, sheet: &Sheet) -> bool {
    let step = if sheet.pixels { STEP_OF_PIXELS } else { STEP };
    let long = |p: &Piece| p.text.chars().count() >= 3;
    let off = (next.rect.y1 - before.rect.y1).abs();
    long(before) && long(next) && off > step * next.size.max(before.size)
}

fn index(sheet: &mut Sheet) {
    let runs = &sheet.runs;
    let mut by_top: Vec<usize> = (0..runs.len()).collect();
    by_top.sort_by(|a, b| runs[*a].rect.y0.total_cmp(&runs[*b].rect.y0));
    sheet.tallest = runs.iter().map(|r| r.rect.height()).fold(0.0, f32::max);
    let rows = runs.iter().map(|r| r.row + 1).max().unwrap_or(0);
    sheet.rows = vec![Vec::new(); rows];
    let mut by_left: Vec<usize> = (0..runs.len()).collect();
    by_left.sort_by(|a, b| runs[*a].rect.x0.total_cmp(&runs[*b].rect.x0));
    for run in by_left {
        sheet.rows[runs[run].row].push(run);
    }
    sheet.by_top = by_top;
}
