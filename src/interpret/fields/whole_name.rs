//! The whole of a name whose parts stand apart: in the next line, behind a gap, in two columns of a
//! table, or at the top of a list.

use super::again::stands_elsewhere;
use super::name::{self, Name, name};
use super::sheet::Page;

/// Given names stand at most this many ems behind the family name.
const GIVEN_GAP: f32 = 4.0;
/// The head of a column has at most this many words.
const HEAD_WORDS: usize = 4;
/// Heads of a column of family names …
const FAMILY: &[&str] = &["family", "last", "surname", "surnames"];
/// … and of given names.
const GIVEN: &[&str] = &["given", "first", "forename", "forenames"];

/// A name whose given names stand behind a gap or in the next line: `DOE,` over `JANE ANN`.
pub(super) fn joined(page: &Page<'_>, first: Name) -> Name {
    let sheet = page.sheet();
    let last = first.tokens[first.tokens.len() - 1];
    let open = page.token(last).text.ends_with(',');
    let Some(next) = sheet.tokens.get(last + 1).filter(|_| open) else {
        return first;
    };
    let here = page.token(last);
    let more = &sheet.runs[next.run];
    let run = &sheet.runs[here.run];
    let size = here.size.max(1.0);
    let level = next.rect.over_y(&here.rect) > 0.5 * here.rect.height()
        && (0.0..GIVEN_GAP * size).contains(&(next.rect.x0 - here.rect.x1));
    let under = more.block == run.block && (more.rect.x0 - run.rect.x0).abs() < size;
    if more.tokens.start != last + 1 || !(level || under) {
        return first;
    }
    let all: Vec<usize> = first
        .tokens
        .iter()
        .copied()
        .chain(more.tokens.clone())
        .collect();
    name::judged(page, all).unwrap_or(first)
}

/// The name of a row of a table that has family and given names in columns of their own.
pub(super) fn in_columns(page: &Page<'_>, cell: &Name) -> Option<Name> {
    let sheet = page.sheet();
    let row = &sheet.runs[page.token(cell.tokens[0]).run];
    let names = |run: usize, words: &[&str]| {
        let tokens = page.tokens(sheet.runs[run].tokens.clone());
        tokens.len() <= HEAD_WORDS && tokens.iter().any(|t| words.contains(&t.norm.as_str()))
    };
    // The heads of the two columns, those nearest over the row.
    let heads = |run: usize| {
        let over = sheet.runs[run].rect.y1 <= row.rect.y0 + 0.3 * row.size;
        let family = over && names(run, FAMILY) && !names(run, GIVEN);
        let beside = || sheet.rows[sheet.runs[run].row].iter().copied();
        let given = beside().find(|r| *r != run && names(*r, GIVEN) && !names(*r, FAMILY));
        given.filter(|_| family).map(|given| (run, given))
    };
    let (family, given) = (0..sheet.runs.len()).rev().find_map(heads)?;
    let under = |head: usize| {
        let cells = sheet.rows[row.row].iter().copied();
        let mut cells = cells.filter(|r| sheet.runs[*r].rect.over_x(&sheet.runs[head].rect) > 0.0);
        let cell = cells.next().filter(|_| cells.next().is_none())?;
        name::lettered(page, sheet.runs[cell].tokens.clone())
    };
    let family = under(family)?;
    let given = under(given)?;
    let tokens: Vec<usize> = family.iter().chain(&given).copied().collect();
    let inside = tokens.contains(&cell.tokens[0]);
    let mut whole = name::judged(page, tokens).filter(|_| inside)?;
    whole.family = Some(family.len());
    Some(whole)
}

/// A name read from pixels whose given names were parted from it, where the whole of it stands
/// elsewhere on the page.
pub(super) fn completed(page: &Page<'_>, first: Name) -> Name {
    if !page.pixels() || stands_elsewhere(page, &first) {
        return first;
    }
    let sheet = page.sheet();
    let last = first.tokens[first.tokens.len() - 1];
    let rect = page.token(last).rect;
    let size = page.token(last).size.max(1.0);
    let next = sheet
        .band(rect.y0, rect.y1)
        .filter(|run| {
            let other = &sheet.runs[*run].rect;
            let gap = other.x0 - rect.x1;
            (-0.2 * size..GIVEN_GAP * size).contains(&gap)
                && other.over_y(&rect) > 0.5 * rect.height().min(other.height())
        })
        .min_by(|a, b| sheet.runs[*a].rect.x0.total_cmp(&sheet.runs[*b].rect.x0));
    let more = next.map(|run| sheet.runs[run].tokens.clone());
    let whole = more.and_then(|more| {
        let tokens = first.tokens.iter().copied().chain(more).collect();
        name::judged(page, tokens)
    });
    whole
        .filter(|whole| whole.doubt.is_none() && stands_elsewhere(page, whole))
        .unwrap_or(first)
}

/// The first name of a list that ends over a caption.
pub(super) fn top_of_list(page: &Page<'_>, last: Name) -> Name {
    let sheet = page.sheet();
    let mut top = last;
    loop {
        let run = &sheet.runs[page.token(top.tokens[0]).run];
        let over = sheet
            .band(run.rect.y0 - 2.0 * run.size, run.rect.y0)
            .filter(|r| {
                let rect = &sheet.runs[*r].rect;
                rect.y1 <= run.rect.y0 + 0.5 * run.size && (rect.x0 - run.rect.x0).abs() < run.size
            })
            .min_by(|a, b| sheet.runs[*b].rect.y0.total_cmp(&sheet.runs[*a].rect.y0));
        match over.and_then(|r| name(page, sheet.runs[r].tokens.clone())) {
            Some(next) => top = next,
            None => return top,
        }
    }
}
