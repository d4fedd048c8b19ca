//! Blocks: runs that go on in one another from the top down.

use super::sheet::{Block, Piece, Run, Sheet, Token, Wall};

/// Lines of a block are at most this many ems apart, and of nearly one size.
const BLOCK_GAP: f32 = 0.85;
const BLOCK_SIZES: f32 = 0.12;
/// Of print read from pixels, the size is known less well: a line without high letters is boxed
/// lower.
const BLOCK_SIZES_OF_PIXELS: f32 = 0.3;

/// Links runs downwards to blocks and puts everything in the order of blocks.
pub(super) fn blocks(mut runs: Vec<(Run, Vec<Piece>)>, sheet: &mut Sheet) {
    runs.sort_by(|a, b| {
        a.0.rect
            .y0
            .total_cmp(&b.0.rect.y0)
            .then(a.0.rect.x0.total_cmp(&b.0.rect.x0))
    });
    let mut next: Vec<Option<usize>> = vec![None; runs.len()];
    let mut taken = vec![false; runs.len()];
    for i in 0..runs.len() {
        let r = &runs[i].0;
        let mut best: Option<(f32, usize)> = None;
        for (j, (q, _)) in runs.iter().enumerate().skip(i + 1) {
            if q.rect.y0 > r.rect.y1 + 1.1 * r.size {
                break;
            }
            if let Some(cost) = follows(r, q, sheet)
                && best.is_none_or(|(least, _)| cost < least)
            {
                best = Some((cost, j));
            }
        }
        if let Some((_, j)) = best.filter(|(_, j)| !taken[*j]) {
            (next[i], taken[j]) = (Some(j), true);
        }
    }
    let mut parts: Vec<Option<(Run, Vec<Piece>)>> = runs.into_iter().map(Some).collect();
    let firsts = (0..parts.len()).filter(|first| !taken[*first]);
    for first in firsts {
        block_from(first, &next, &mut parts, sheet);
    }
}

/// How well a run goes on in another one under it.
fn follows(r: &Run, q: &Run, sheet: &Sheet) -> Option<f32> {
    let gap = q.rect.y0 - r.rect.y1;
    let overlap = r.rect.over_x(&q.rect);
    let sizes = if sheet.pixels {
        BLOCK_SIZES_OF_PIXELS
    } else {
        BLOCK_SIZES
    };
    let beside = q.row == r.row || q.rect.y0 < r.rect.y0 + 0.5 * r.size;
    if beside
        || (q.size - r.size).abs() > sizes * r.size
        || overlap <= 0.0
        || gap > BLOCK_GAP * r.size
    {
        return None;
    }
    let left = r.rect.x0.max(q.rect.x0) + 2.0;
    let right = r.rect.x1.min(q.rect.x1) - 2.0;
    let parts = |f: &Wall| {
        f.from <= left && f.to >= right && f.at >= r.rect.y1 - 1.5 && f.at <= q.rect.y0 + 1.5
    };
    let first = sheet.floors.partition_point(|f| f.at < r.rect.y1 - 1.5);
    if sheet.floors[first..]
        .iter()
        .take_while(|f| f.at <= q.rect.y0 + 1.5)
        .any(parts)
    {
        return None;
    }
    let edges = [
        r.rect.x0 - q.rect.x0,
        r.rect.cx() - q.rect.cx(),
        r.rect.x1 - q.rect.x1,
    ];
    let off = edges.iter().map(|d| d.abs()).fold(f32::MAX, f32::min);
    if off > 2.5 * r.size && overlap < 0.5 * r.rect.width().min(q.rect.width()) {
        return None;
    }
    Some(gap + 0.1 * off)
}

fn block_from(
    first: usize,
    next: &[Option<usize>],
    parts: &mut [Option<(Run, Vec<Piece>)>],
    sheet: &mut Sheet,
) {
    let first_run = sheet.runs.len();
    let first_token = sheet.tokens.len();
    let block = sheet.blocks.len();
    let mut at = Some(first);
    while let Some(i) = at {
        let Some((mut run, pieces)) = parts[i].take() else {
            break;
        };
        let start = sheet.tokens.len();
        let index = sheet.runs.len();
        sheet.tokens.extend(pieces.into_iter().map(|p| Token {
            norm: String::new(),
            text: p.text,
            bits: 0,
            place: p.place,
            sure: p.sure,
            mended: false,
            rect: p.rect,
            size: p.size,
            run: index,
            value: None,
            sentence: None,
        }));
        run.tokens = start..sheet.tokens.len();
        run.block = block;
        sheet.runs.push(run);
        at = next[i];
    }
    let runs = first_run..sheet.runs.len();
    let tokens = first_token..sheet.tokens.len();
    sheet.blocks.push(Block { runs, tokens });
}
