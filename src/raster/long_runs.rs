//! Long straight runs of ink, horizontal or vertical, and groups of them that make one rule.

use super::binarize::{Bitmap, find, first_ink};

// Tuning, in page pixels.

/// Runs of one rule are at most this many rows apart …
const MOST_STEP: u32 = 2;
/// … and overlap, or leave a gap of at most this many pixels.
const MOST_GAP: u32 = 3;

/// A long straight run of ink, `from..to` along its direction at the position `across`.
pub(super) struct LongRun {
    pub(super) across: u32,
    pub(super) from: u32,
    pub(super) to: u32,
}

/// The horizontal runs of at least a length.
pub(super) fn horizontal_runs(bitmap: &Bitmap, least: usize) -> Vec<LongRun> {
    let mut found = Vec::new();
    for (y, row) in bitmap.ink.chunks_exact(bitmap.width.max(1)).enumerate() {
        let mut x = 0;
        while let Some(skip) = first_ink(&row[x..]) {
            let start = x + skip;
            let end = run_end(row, start);
            if end - start >= least {
                found.push(LongRun {
                    across: y as u32,
                    from: start as u32,
                    to: end as u32,
                });
            }
            x = end;
        }
    }
    found
}

/// Where a run of ink ends. A single white pixel does not end it: binarization bites such notches
/// into thin rules.
fn run_end(row: &[u8], start: usize) -> usize {
    let mut end = start;
    loop {
        end = row[end..]
            .iter()
            .position(|&p| p == 0)
            .map_or(row.len(), |n| end + n);
        match row.get(end + 1) {
            Some(&p) if p != 0 => end += 1,
            _ => return end,
        }
    }
}

/// The vertical runs of at least a length, ordered by column.
pub(super) fn vertical_runs(bitmap: &Bitmap, least: u32) -> Vec<LongRun> {
    let mut found = Vec::new();
    let mut length = vec![0u32; bitmap.width];
    for (y, row) in bitmap.ink.chunks_exact(bitmap.width.max(1)).enumerate() {
        for (i, (lengths, pixels)) in length.chunks_mut(32).zip(row.chunks(32)).enumerate() {
            let ends = |n: &u32, p: &u8| *p == 0 && *n >= least;
            // Long runs hardly ever end, so this is checked for many columns at once.
            if lengths
                .iter()
                .zip(pixels)
                .fold(false, |any, (n, p)| any | ends(n, p))
            {
                let ended = (i * 32..)
                    .zip(lengths.iter().zip(pixels))
                    .filter(|(_, (n, p))| ends(n, p));
                found.extend(ended.map(|(x, (n, _))| LongRun {
                    across: x as u32,
                    from: y as u32 - n,
                    to: y as u32,
                }));
            }
            lengths
                .iter_mut()
                .zip(pixels)
                .for_each(|(n, p)| *n = (*n + 1) * u32::from(*p));
        }
    }
    let bottom = bitmap.height as u32;
    let open = length.iter().enumerate().filter(|(_, n)| **n >= least);
    found.extend(open.map(|(x, n)| LongRun {
        across: x as u32,
        from: bottom - n,
        to: bottom,
    }));
    found.sort_by_key(|s| (s.across, s.from));
    found
}

/// Groups the runs of each rule: they are next to each other, or overlap after a step to another
/// row.
pub(super) fn group(runs: Vec<LongRun>) -> Vec<Vec<LongRun>> {
    let mut parent: Vec<u32> = (0..runs.len() as u32).collect();
    let mut first_near = 0;
    for i in 0..runs.len() {
        while runs[first_near].across + MOST_STEP < runs[i].across {
            first_near += 1;
        }
        for j in first_near..i {
            let a = &runs[i];
            let b = &runs[j];
            if a.across > b.across && a.from <= b.to + MOST_GAP && b.from <= a.to + MOST_GAP {
                let ra = find(&mut parent, i as u32);
                let rb = find(&mut parent, j as u32);
                parent[ra.max(rb) as usize] = ra.min(rb);
            }
        }
    }
    let mut groups: Vec<Vec<LongRun>> = Vec::new();
    let mut place = vec![usize::MAX; runs.len()];
    for (i, s) in runs.into_iter().enumerate() {
        let root = find(&mut parent, i as u32) as usize;
        if place[root] == usize::MAX {
            place[root] = groups.len();
            groups.push(Vec::new());
        }
        groups[place[root]].push(s);
    }
    groups
}
