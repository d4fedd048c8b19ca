//! The straight lines of forms: found, taken out of the ink, and kept as the borders of cells.

use super::binarize::{Bitmap, find, first_ink};
use super::comb::{self, Comb, find_combs};

/// A printed line, from `(x0, y0)` to `(x1, y1)` along its middle, in page pixels. Horizontal rules run left to right,
/// vertical ones top to bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Left or upper end.
    pub x0: f32,
    /// Left or upper end.
    pub y0: f32,
    /// Right or lower end.
    pub x1: f32,
    /// Right or lower end.
    pub y1: f32,
    /// Thickness across, in page pixels.
    pub thickness: f32,
}

impl Rule {
    /// Whether the rule runs along the lines of text.
    pub fn is_horizontal(&self) -> bool {
        (self.x1 - self.x0).abs() >= (self.y1 - self.y0).abs()
    }
}

/// Rows beside a rule that its rough edge may reach into.
const FRINGE: usize = 2;
/// A stretch with ink along more of it than this, above or below, runs through letters that have melted together. Letters that
/// stand on a rule touched half of it at most on 80 drawn pages, melted ones nearly all.
const MOST_TOUCHED: f32 = 0.6;
/// A rule along the lines is so many times as long as it is thick: those of the 80 pages were 30 times. A word that melted into a
/// bar is not.
const LEAST_LENGTH: u32 = 20;

/// A long straight stretch of ink, `from..to` along its direction at the position `across`.
struct Stretch {
    across: u32,
    from: u32,
    to: u32,
}

/// What was drawn on a page with straight lines.
pub(super) struct Drawn {
    pub(super) rules: Vec<Rule>,
    /// The boxes of bar codes `(x0, y0, x1, y1)`, whose bars look like rules.
    pub(super) codes: Vec<[u32; 4]>,
    pub(super) combs: Vec<Comb>,
}

/// Finds the rules of a page of `dpi`, its bar codes and comb boxes, and takes them out of `mask`.
pub(super) fn take_rules(mask: &mut Bitmap, dpi: f32) -> Drawn {
    let thickest = (dpi * 0.05).max(3.0) as u32;
    let flat = group(horizontal_stretches(mask, (dpi * 0.45) as usize));
    let upright = group(vertical_stretches(mask, (dpi * 0.36) as u32));
    let thin = |g: &Vec<Stretch>| thickness(g) <= thickest;
    let mut rules = Vec::new();
    let flat: Vec<Vec<Stretch>> = flat
        .into_iter()
        .filter(|g| thin(g) && !is_print(mask, g))
        .collect();
    for g in &flat {
        let (from, to, middle, thickness) = fit(g);
        rules.push(Rule {
            x0: from,
            y0: middle.0,
            x1: to,
            y1: middle.1,
            thickness,
        });
    }
    let combs = find_combs(mask, &rules, dpi);
    comb::erase(mask, &combs);
    for g in &flat {
        erase(mask, g, |along, across| (along, across));
    }
    let mut bars = Vec::new();
    for g in upright.into_iter().filter(thin) {
        let (from, to, middle, thickness) = fit(&g);
        bars.push(Rule {
            x0: middle.0,
            y0: from,
            x1: middle.1,
            y1: to,
            thickness,
        });
        erase(mask, &g, |along, across| (across, along));
    }
    let codes = take_barcodes(&mut bars, dpi);
    for &[x0, y0, x1, y1] in &codes {
        for y in y0..y1.min(mask.height as u32) {
            let row = y as usize * mask.width;
            mask.ink[row + x0 as usize..row + (x1 as usize).min(mask.width)].fill(0);
        }
    }
    rules.extend(bars);
    Drawn {
        rules,
        codes,
        combs,
    }
}

fn horizontal_stretches(mask: &Bitmap, least: usize) -> Vec<Stretch> {
    let mut found = Vec::new();
    for (y, row) in mask.ink.chunks_exact(mask.width.max(1)).enumerate() {
        let mut x = 0;
        while let Some(skip) = first_ink(&row[x..]) {
            let start = x + skip;
            let mut end = start;
            // A single white pixel does not end a rule: thresholding bites such notches into thin ones.
            loop {
                end = row[end..]
                    .iter()
                    .position(|&p| p == 0)
                    .map_or(row.len(), |n| end + n);
                match row.get(end + 1) {
                    Some(&p) if p != 0 => end += 1,
                    _ => break,
                }
            }
            if end - start >= least {
                found.push(Stretch {
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

fn vertical_stretches(mask: &Bitmap, least: u32) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut length = vec![0u32; mask.width];
    for (y, row) in mask.ink.chunks_exact(mask.width.max(1)).enumerate() {
        for (i, (lengths, pixels)) in length.chunks_mut(32).zip(row.chunks(32)).enumerate() {
            let ends = |n: &u32, p: &u8| *p == 0 && *n >= least;
            // Long ones hardly ever end: this is asked of many columns at once.
            if lengths
                .iter()
                .zip(pixels)
                .fold(false, |any, (n, p)| any | ends(n, p))
            {
                let ended = (i * 32..)
                    .zip(lengths.iter().zip(pixels))
                    .filter(|(_, (n, p))| ends(n, p));
                found.extend(ended.map(|(x, (n, _))| Stretch {
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
    let bottom = mask.height as u32;
    let open = length.iter().enumerate().filter(|(_, n)| **n >= least);
    found.extend(open.map(|(x, n)| Stretch {
        across: x as u32,
        from: bottom - n,
        to: bottom,
    }));
    found.sort_by_key(|s| (s.across, s.from));
    found
}

/// Stretches that lie beside each other, or overlap after a step to the next row, belong to one rule.
fn group(stretches: Vec<Stretch>) -> Vec<Vec<Stretch>> {
    let mut parent: Vec<u32> = (0..stretches.len() as u32).collect();
    let mut first_near = 0;
    for i in 0..stretches.len() {
        while stretches[first_near].across + 2 < stretches[i].across {
            first_near += 1;
        }
        for j in first_near..i {
            let (a, b) = (&stretches[i], &stretches[j]);
            if a.across > b.across && a.from <= b.to + 3 && b.from <= a.to + 3 {
                let (ra, rb) = (find(&mut parent, i as u32), find(&mut parent, j as u32));
                parent[ra.max(rb) as usize] = ra.min(rb);
            }
        }
    }
    let mut groups: Vec<Vec<Stretch>> = Vec::new();
    let mut place = vec![usize::MAX; stretches.len()];
    for (i, s) in stretches.into_iter().enumerate() {
        let root = find(&mut parent, i as u32) as usize;
        if place[root] == usize::MAX {
            place[root] = groups.len();
            groups.push(Vec::new());
        }
        groups[place[root]].push(s);
    }
    groups
}

/// Mean thickness in whole pixels.
fn thickness(group: &[Stretch]) -> u32 {
    group.iter().map(|s| s.to - s.from).sum::<u32>() / extent(group)
}

fn extent(group: &[Stretch]) -> u32 {
    let from = group.iter().map(|s| s.from).min().unwrap_or(0);
    let to = group.iter().map(|s| s.to).max().unwrap_or(0);
    (to - from).max(1)
}

/// Begin and end along, position across at both ends, and thickness of a rule.
fn fit(group: &[Stretch]) -> (f32, f32, (f32, f32), f32) {
    let from = group.iter().map(|s| s.from).min().unwrap_or(0) as f64;
    let to = from + f64::from(extent(group));
    let (mut n, mut sx, mut sy, mut sxx, mut sxy) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for s in group {
        let weight = f64::from(s.to - s.from);
        let (x, y) = (
            f64::from(s.from + s.to) / 2.0 - from,
            f64::from(s.across) + 0.5,
        );
        // A stretch counts as spread evenly over its length.
        let spread = weight * weight / 12.0;
        n += weight;
        sx += weight * x;
        sy += weight * y;
        sxx += weight * (x * x + spread);
        sxy += weight * x * y;
    }
    let n = f64::max(n, 1.0);
    let slope = (sxy - sx * sy / n) / f64::max(sxx - sx * sx / n, 1e-6);
    let middle = (sy - slope * sx) / n;
    let thickness = n / (to - from);
    (
        from as f32,
        to as f32,
        (middle as f32, (middle + slope * (to - from)) as f32),
        thickness as f32,
    )
}

/// Where a rule begins, and first and last place across (end exclusive) at each place along it: an empty range where no stretch is.
fn bands(group: &[Stretch]) -> (usize, Vec<(usize, usize)>) {
    let from = group.iter().map(|s| s.from).min().unwrap_or(0) as usize;
    let mut bands = vec![(usize::MAX, 0); extent(group) as usize];
    for s in group {
        for band in &mut bands[s.from as usize - from..s.to as usize - from] {
            *band = (
                band.0.min(s.across as usize),
                band.1.max(s.across as usize + 1),
            );
        }
    }
    (from, bands)
}

/// Whether a flat group is no rule but letters that run into each other, or the middle of them.
fn is_print(mask: &Bitmap, group: &[Stretch]) -> bool {
    if extent(group) < LEAST_LENGTH * thickness(group) {
        return true;
    }
    let (from, bands) = bands(group);
    let is_ink = |x: usize, y: usize| y < mask.height && mask.ink[y * mask.width + x] != 0;
    let (mut above, mut below, mut all) = (0, 0, 0);
    for (x, &(first, end)) in (from..).zip(&bands).filter(|(_, (first, end))| first < end) {
        all += 1;
        above += u32::from((1..=FRINGE + 1).all(|d| first >= d && is_ink(x, first - d)));
        below += u32::from((0..=FRINGE).all(|d| is_ink(x, end + d)));
    }
    above.max(below) as f32 > MOST_TOUCHED * all as f32
}

/// Takes a rule's pixels out, but heals strokes that cross it: where ink stands on both sides, the band between stays.
fn erase(mask: &mut Bitmap, group: &[Stretch], place: fn(usize, usize) -> (usize, usize)) {
    let (from, bands) = bands(group);
    let (width, height) = (mask.width, mask.height);
    let is_ink = |mask: &Bitmap, along: usize, across: usize| {
        let (x, y) = place(along, across);
        x < width && y < height && mask.ink[y * width + x] != 0
    };
    let (_, _, (begin, finish), thickness) = fit(group);
    let columns = bands.len() as f32;
    for (i, (mut first, mut end)) in bands.into_iter().enumerate() {
        let along = from + i;
        if first >= end {
            // A step at the end of a slanted rule is too short to be a stretch of its own.
            let middle = begin + (finish - begin) * i as f32 / columns;
            first = (middle - thickness / 2.0).max(0.0) as usize;
            end = (middle + thickness / 2.0).ceil().max(0.0) as usize;
        }
        // The ragged fringe of a rule goes with it; ink that reaches further is a stroke.
        let above = (1..=FRINGE + 1)
            .take_while(|&d| first >= d && is_ink(mask, along, first - d))
            .count();
        let below = (0..=FRINGE)
            .take_while(|&d| is_ink(mask, along, end + d))
            .count();
        if above > FRINGE && below > FRINGE && end - first < 12 {
            continue;
        }
        first -= if above <= FRINGE { above } else { 0 };
        end += if below <= FRINGE { below } else { 0 };
        for across in first..end {
            let (x, y) = place(along, across);
            if x < width && y < height {
                mask.ink[y * width + x] = 0;
            }
        }
    }
}

/// Six or more upright rules of one height in close file are a bar code. Its bars leave `bars`.
fn take_barcodes(bars: &mut Vec<Rule>, dpi: f32) -> Vec<[u32; 4]> {
    bars.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut codes = Vec::new();
    let mut taken = vec![false; bars.len()];
    for i in 0..bars.len() {
        if taken[i] {
            continue;
        }
        let mut members = vec![i];
        let mut end = bars[i].x0;
        for j in i + 1..bars.len() {
            if bars[j].x0 - end > dpi * 0.15 {
                break;
            }
            let same = (bars[j].y0 - bars[i].y0).abs() < dpi * 0.06
                && (bars[j].y1 - bars[i].y1).abs() < dpi * 0.06;
            if !taken[j] && same {
                members.push(j);
                end = bars[j].x0;
            }
        }
        if members.len() < 6 {
            continue;
        }
        let pad = dpi * 0.03;
        let low = |f: fn(&Rule) -> f32| {
            members
                .iter()
                .map(|&m| f(&bars[m]))
                .fold(f32::MAX, f32::min)
                - pad
        };
        let high =
            |f: fn(&Rule) -> f32| members.iter().map(|&m| f(&bars[m])).fold(0.0, f32::max) + pad;
        codes.push([
            low(|r| r.x0.min(r.x1)) as u32,
            low(|r| r.y0) as u32,
            high(|r| r.x0.max(r.x1)) as u32,
            high(|r| r.y1) as u32,
        ]);
        members.iter().for_each(|&m| taken[m] = true);
    }
    let mut keep = taken.iter().map(|t| !t);
    bars.retain(|_| keep.next().unwrap_or(true));
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blank(width: usize, height: usize) -> Bitmap {
        Bitmap {
            width,
            height,
            ink: vec![0; width * height],
        }
    }

    fn fill(mask: &mut Bitmap, x: std::ops::Range<usize>, y: std::ops::Range<usize>) {
        for row in y {
            mask.ink[row * mask.width + x.start..row * mask.width + x.end].fill(1);
        }
    }

    #[test]
    fn a_rule_goes_and_the_digit_on_it_stays() {
        let mut mask = blank(400, 100);
        fill(&mut mask, 10..390, 50..53);
        fill(&mut mask, 100..104, 30..70);
        let (rules, codes) = take_rules(&mut mask, 200.0);
        assert_eq!((rules.len(), codes.len()), (1, 0));
        assert!(
            rules[0].is_horizontal()
                && (rules[0].y0 - 51.5).abs() < 0.1
                && (rules[0].thickness - 3.0).abs() < 0.1
        );
        assert_eq!(mask.components().0.len(), 1);
        assert_eq!(mask.components().0[0].area, 160);
    }

    #[test]
    fn letters_that_run_into_each_other_are_no_rule() {
        let mut mask = blank(400, 100);
        (0..12).for_each(|i| fill(&mut mask, 50 + i * 14..60 + i * 14, 30..54));
        fill(&mut mask, 50..218, 40..44);
        let before = mask.ink.clone();
        assert!(take_rules(&mut mask, 200.0).0.is_empty());
        assert_eq!(mask.ink, before);
        // The same letters on a rule.
        fill(&mut mask, 10..390, 54..57);
        assert_eq!(take_rules(&mut mask, 200.0).0.len(), 1);
    }

    #[test]
    fn a_slanted_rule_is_one_rule() {
        let mut mask = blank(800, 60);
        (0..780).for_each(|x| fill(&mut mask, x..x + 1, 20 + x / 150..23 + x / 150));
        let (rules, _) = take_rules(&mut mask, 200.0);
        assert_eq!(rules.len(), 1);
        assert!((rules[0].y1 - rules[0].y0 - 5.2).abs() < 0.8, "{rules:?}");
        assert!(mask.ink.iter().all(|&p| p == 0));
    }

    #[test]
    fn bars_are_a_code_and_a_table_is_not() {
        let mut mask = blank(600, 300);
        (0..20).for_each(|i| fill(&mut mask, 50 + i * 9..53 + i * 9, 20..110));
        (0..3).for_each(|i| fill(&mut mask, 50 + i * 200..53 + i * 200, 150..290));
        let (rules, codes) = take_rules(&mut mask, 200.0);
        assert_eq!((rules.len(), codes.len()), (3, 1));
        assert!(rules.iter().all(|r| !r.is_horizontal()));
    }
}
