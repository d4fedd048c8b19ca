//! Rule removal: the straight lines of forms are detected, removed from the ink, and kept as the
//! borders of table cells.

use image::GrayImage;

use super::binarize::Bitmap;
use super::box_sides::box_sides;
use super::comb::{self, Comb, find_combs};
use super::line_box::LineBox;
use super::long_runs::{LongRun, group, horizontal_runs, vertical_runs};
use super::reverse::take_bars;
use super::rule::Rule;

// Tuning: lengths in inches.

/// Least length of a horizontal rule. Touching letters may be longer: see [`MOST_TOUCHED`].
const HORIZONTAL_LENGTH: f32 = 0.45;
/// Least length of a vertical rule or bar: taller than capitals of 24 points, which are 0.24.
const VERTICAL_LENGTH: f32 = 0.36;
/// Thicker things are not rules.
const MOST_THICKNESS: f32 = 0.05;
/// Bars of a barcode are at most this far apart …
const BAR_DISTANCE: f32 = 0.15;
/// … and begin and end within this distance of each other.
const BAR_ENDS: f32 = 0.06;
/// What is removed around the bars of a barcode.
const BARCODE_PADDING: f32 = 0.03;
/// Fewest bars of a barcode.
const LEAST_BARS: usize = 6;

// Tuning: lengths in page pixels.

/// Rows next to a rule that its rough edge may reach into.
const FRINGE: usize = 2;
/// Strokes that cross a rule thicker than this are not healed: the ink may be a black area.
const MOST_HEALED: usize = 12;

// Tuning: rules and melted letters.

/// A run with ink along more of it than this, above or below, goes through letters that have melted
/// together. On 80 generated pages, letters sitting on a rule touched at most half of it, melted
/// ones nearly all.
const MOST_TOUCHED: f32 = 0.6;
/// A horizontal rule is at least this many times as long as it is thick: on the same 80 pages, all
/// were 30 times. A word that melted into a bar is not.
const LEAST_LENGTH: u32 = 20;

/// What a page has of straight lines.
pub(super) struct Drawn {
    pub(super) rules: Vec<Rule>,
    /// The boxes of barcodes `(x0, y0, x1, y1)`, whose bars look like rules.
    pub(super) barcodes: Vec<[u32; 4]>,
    pub(super) combs: Vec<Comb>,
    /// Lines in white on dark bars.
    pub(super) reversed: Vec<LineBox>,
}

/// Finds the rules, barcodes, comb boxes and dark bars with print of a page at `dpi` and removes
/// them from `bitmap`, which was made from `image`.
pub(super) fn take_rules(bitmap: &mut Bitmap, image: &GrayImage, dpi: f32) -> Drawn {
    let thickest = (dpi * MOST_THICKNESS).max(3.0) as u32;
    let reversed = take_bars(bitmap, image, dpi);
    let horizontal = group(horizontal_runs(bitmap, (dpi * HORIZONTAL_LENGTH) as usize));
    let thin = |g: &Vec<LongRun>| thickness(g) <= thickest;
    let tallest = (dpi * VERTICAL_LENGTH) as u32;
    let mut vertical = group(vertical_runs(bitmap, tallest));
    let mut rules = Vec::new();
    let horizontal = horizontal.into_iter().filter(thin);
    let horizontal: Vec<Vec<LongRun>> = horizontal.filter(|g| !is_print(bitmap, g)).collect();
    for g in &horizontal {
        let fit = fit_rule(g);
        rules.push(Rule {
            x0: fit.from,
            y0: fit.begin,
            x1: fit.to,
            y1: fit.end,
            thickness: fit.thickness,
        });
    }
    // The walls of a comb stand on its floor, which must still be there.
    let combs = find_combs(bitmap, &rules, dpi);
    comb::erase(bitmap, &combs);
    // Not of the runs above: only now are the walls of combs, which look like sides, gone.
    vertical.extend(box_sides(bitmap, &rules, tallest, dpi));
    for g in &horizontal {
        erase(bitmap, g, |along, across| (along, across));
    }
    let mut bars = Vec::new();
    for g in vertical.into_iter().filter(thin) {
        let fit = fit_rule(&g);
        bars.push(Rule {
            x0: fit.begin,
            y0: fit.from,
            x1: fit.end,
            y1: fit.to,
            thickness: fit.thickness,
        });
        erase(bitmap, &g, |along, across| (across, along));
    }
    let barcodes = take_barcodes(&mut bars, dpi);
    for &[x0, y0, x1, y1] in &barcodes {
        for y in y0..y1.min(bitmap.height as u32) {
            let row = y as usize * bitmap.width;
            bitmap.ink[row + x0 as usize..row + (x1 as usize).min(bitmap.width)].fill(0);
        }
    }
    rules.extend(bars);
    Drawn {
        rules,
        barcodes,
        combs,
        reversed,
    }
}

/// Mean thickness in whole pixels.
fn thickness(group: &[LongRun]) -> u32 {
    group.iter().map(|s| s.to - s.from).sum::<u32>() / extent(group)
}

/// Length along the rule.
fn extent(group: &[LongRun]) -> u32 {
    let from = group.iter().map(|s| s.from).min().unwrap_or(0);
    let to = group.iter().map(|s| s.to).max().unwrap_or(0);
    (to - from).max(1)
}

/// The straight line through a rule.
struct RuleFit {
    /// Where it begins and ends along its direction.
    from: f32,
    to: f32,
    /// Position across at both ends.
    begin: f32,
    end: f32,
    thickness: f32,
}

/// Fits a line to the runs of a rule by least squares, weighted by their length.
fn fit_rule(group: &[LongRun]) -> RuleFit {
    let from = group.iter().map(|s| s.from).min().unwrap_or(0) as f64;
    let to = from + f64::from(extent(group));
    let mut n = 0.0;
    let mut sx = 0.0;
    let mut sy = 0.0;
    let mut sxx = 0.0;
    let mut sxy = 0.0;
    for s in group {
        let weight = f64::from(s.to - s.from);
        let x = f64::from(s.from + s.to) / 2.0 - from;
        let y = f64::from(s.across) + 0.5;
        // The variance of a run whose weight is spread evenly over its length.
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
    RuleFit {
        from: from as f32,
        to: to as f32,
        begin: middle as f32,
        end: (middle + slope * (to - from)) as f32,
        thickness: thickness as f32,
    }
}

/// Where a rule begins, and the first and last place across (end exclusive) at each place along it.
/// The range is empty where there is no run.
fn bands(group: &[LongRun]) -> (usize, Vec<(usize, usize)>) {
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

/// Whether a horizontal group is not a rule but letters that have melted together, or their middle.
fn is_print(bitmap: &Bitmap, group: &[LongRun]) -> bool {
    if extent(group) < LEAST_LENGTH * thickness(group) {
        return true;
    }
    let (from, bands) = bands(group);
    let is_ink = |x: usize, y: usize| bitmap.is_ink(x as i64, y as i64);
    let mut above = 0;
    let mut below = 0;
    let mut all = 0;
    for (x, &(first, end)) in (from..).zip(&bands).filter(|(_, (first, end))| first < end) {
        all += 1;
        above += u32::from((1..=FRINGE + 1).all(|d| first >= d && is_ink(x, first - d)));
        below += u32::from((0..=FRINGE).all(|d| is_ink(x, end + d)));
    }
    above.max(below) as f32 > MOST_TOUCHED * all as f32
}

/// Removes the pixels of a rule, except where strokes cross it: where there is ink on both sides,
/// the band between stays.
fn erase(bitmap: &mut Bitmap, group: &[LongRun], place: fn(usize, usize) -> (usize, usize)) {
    let (from, bands) = bands(group);
    let width = bitmap.width;
    let height = bitmap.height;
    let is_ink = |bitmap: &Bitmap, along: usize, across: usize| {
        let (x, y) = place(along, across);
        bitmap.is_ink(x as i64, y as i64)
    };
    let fit = fit_rule(group);
    let columns = bands.len() as f32;
    for (i, (mut first, mut end)) in bands.into_iter().enumerate() {
        let along = from + i;
        if first >= end {
            // A step at the end of a slanted rule is too short to be a run of its own.
            let middle = fit.begin + (fit.end - fit.begin) * i as f32 / columns;
            first = (middle - fit.thickness / 2.0).max(0.0) as usize;
            end = (middle + fit.thickness / 2.0).ceil().max(0.0) as usize;
        }
        // The ragged fringe of a rule is removed with it; ink that reaches further is a stroke.
        let above = (1..=FRINGE + 1)
            .take_while(|&d| first >= d && is_ink(bitmap, along, first - d))
            .count();
        let below = (0..=FRINGE)
            .take_while(|&d| is_ink(bitmap, along, end + d))
            .count();
        if above > FRINGE && below > FRINGE && end - first < MOST_HEALED {
            continue;
        }
        first -= if above <= FRINGE { above } else { 0 };
        end += if below <= FRINGE { below } else { 0 };
        for across in first..end {
            let (x, y) = place(along, across);
            if x < width && y < height {
                bitmap.ink[y * width + x] = 0;
            }
        }
    }
}

/// Finds barcodes: vertical rules of the same height, close to each other. Their bars are removed
/// from `bars`.
fn take_barcodes(bars: &mut Vec<Rule>, dpi: f32) -> Vec<[u32; 4]> {
    bars.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut barcodes = Vec::new();
    let mut taken = vec![false; bars.len()];
    for i in 0..bars.len() {
        if taken[i] {
            continue;
        }
        let members = barcode_from(bars, &taken, i, dpi);
        if members.len() < LEAST_BARS {
            continue;
        }
        let pad = dpi * BARCODE_PADDING;
        let outside = [f32::MAX, f32::MAX, 0.0, 0.0];
        let [x0, y0, x1, y1] = members.iter().map(|&m| &bars[m]).fold(outside, |b, r| {
            [
                b[0].min(r.x0.min(r.x1)),
                b[1].min(r.y0),
                b[2].max(r.x0.max(r.x1)),
                b[3].max(r.y1),
            ]
        });
        barcodes.push([
            (x0 - pad) as u32,
            (y0 - pad) as u32,
            (x1 + pad) as u32,
            (y1 + pad) as u32,
        ]);
        members.iter().for_each(|&m| taken[m] = true);
    }
    let mut keep = taken.iter().map(|t| !t);
    bars.retain(|_| keep.next().unwrap_or(true));
    barcodes
}

/// The bar `first` and those that continue its barcode to the right.
fn barcode_from(bars: &[Rule], taken: &[bool], first: usize, dpi: f32) -> Vec<usize> {
    let mut members = vec![first];
    let mut end = bars[first].x0;
    for j in first + 1..bars.len() {
        if bars[j].x0 - end > dpi * BAR_DISTANCE {
            break;
        }
        let same = (bars[j].y0 - bars[first].y0).abs() < dpi * BAR_ENDS
            && (bars[j].y1 - bars[first].y1).abs() < dpi * BAR_ENDS;
        if !taken[j] && same {
            members.push(j);
            end = bars[j].x0;
        }
    }
    members
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
