//! Page detection for dewarping: the corners of a photographed page, a bright quadrilateral on
//! something darker.

use image::GrayImage;

use super::page_quad::{quad_from_edges, sides_are_sharp};

// Tuning. The map has cells of about 1/25 inch.

/// Fewest cells along either side of the map in which a page is looked for: about an inch.
const LEAST_SIDE: u32 = 24;
/// A page covers at least this share of the image …
const LEAST_COVERED: f64 = 0.2;
/// … and at most this one; a scan is all page.
const MOST_COVERED: f64 = 0.96;
/// Around a page the image is darker than it by this factor on average.
const AROUND: f64 = 0.78;
/// The enclosing quadrilateral is at most this much larger than the page it encloses, or the page
/// is not a quadrilateral.
const MOST_ENCLOSED: f64 = 1.09;
/// A side closer than this to the image's border, in cells, lies on it.
const BORDER: f64 = 1.5;

/// The corners of the page on `bright` (a coarse map of the image), as shares of its width and
/// height: top left, top right, bottom right, bottom left.
///
/// `None` unless the evidence is strong: one bright quadrilateral, clearly darker around it, at
/// least three of whose sides are clear of the image's border. A scan with a dark edge stays as it
/// is.
pub(super) fn find_page_quad(bright: &GrayImage) -> Option<[(f64, f64); 4]> {
    let (w, h) = bright.dimensions();
    if w < LEAST_SIDE || h < LEAST_SIDE {
        return None;
    }
    // A shadow can cut the bright part short, so brightness is the fallback where no edges are
    // found. Neither is accepted where its sides fade: half of the page would be cut off.
    let sharp = |quad: &[(f64, f64); 4]| sides_are_sharp(bright, quad);
    let seen = quad_from_edges(bright).map(ordered).filter(sharp);
    let quad = seen.or_else(|| quad_from_brightness(bright).map(ordered).filter(sharp))?;
    Some(quad.map(|(x, y)| (x / f64::from(w), y / f64::from(h))))
}

/// The largest bright component of the map, if it has four corners.
fn quad_from_brightness(bright: &GrayImage) -> Option<[(f64, f64); 4]> {
    let w = bright.width() as usize;
    let h = bright.height() as usize;
    let page = largest_component(bright, otsu(bright));
    let inside = page.iter().filter(|s| **s).count() as f64;
    let all = (w * h) as f64;
    if inside < all * LEAST_COVERED || inside > all * MOST_COVERED || !contrasts(bright, &page) {
        return None;
    }
    let quad = enclosing_quad(hull(&page, w))?;
    let filled = filled_area(&page, w, h) as f64;
    if polygon_area(&quad) > filled * MOST_ENCLOSED || !sides_are_free(&quad, w as f64, h as f64) {
        return None;
    }
    Some(quad)
}

/// The threshold that separates two classes of brightness best (Otsu's method).
fn otsu(map: &GrayImage) -> u8 {
    let mut histogram = [0f64; 256];
    map.iter().for_each(|&p| histogram[usize::from(p)] += 1.0);
    let total: f64 = histogram.iter().sum();
    let all: f64 = histogram
        .iter()
        .enumerate()
        .map(|(v, n)| v as f64 * n)
        .sum();
    let mut below = 0.0;
    let mut sum = 0.0;
    let mut best = (0.0, 127);
    for (v, n) in histogram.iter().enumerate() {
        below += n;
        sum += v as f64 * n;
        if below > 0.0 && below < total {
            let apart =
                (sum / below - (all - sum) / (total - below)).powi(2) * below * (total - below);
            if apart > best.0 {
                best = (apart, v);
            }
        }
    }
    best.1 as u8
}

/// The largest connected component (4-connectivity) brighter than `threshold`.
fn largest_component(map: &GrayImage, threshold: u8) -> Vec<bool> {
    let mut label_of = vec![0u32; map.as_raw().len()];
    let mut labels = 0;
    let mut largest = (0, 0);
    for start in 0..label_of.len() {
        if label_of[start] != 0 || map.as_raw()[start] <= threshold {
            continue;
        }
        labels += 1;
        let size = flood_fill(map, threshold, start, labels, &mut label_of);
        if size > largest.0 {
            largest = (size, labels);
        }
    }
    label_of
        .into_iter()
        .map(|label| label != 0 && label == largest.1)
        .collect()
}

/// Labels the cells that are connected to `start`, and counts them.
fn flood_fill(
    map: &GrayImage,
    threshold: u8,
    start: usize,
    label: u32,
    label_of: &mut [u32],
) -> usize {
    let w = map.width() as usize;
    let h = map.height() as usize;
    let mut size = 0;
    let mut open = vec![start];
    label_of[start] = label;
    while let Some(i) = open.pop() {
        size += 1;
        let x = i % w;
        let y = i / w;
        let near = [
            (x > 0, i.wrapping_sub(1)),
            (x + 1 < w, i + 1),
            (y > 0, i.wrapping_sub(w)),
            (y + 1 < h, i + w),
        ];
        for (_, j) in near.into_iter().filter(|n| n.0) {
            if label_of[j] == 0 && map.as_raw()[j] > threshold {
                label_of[j] = label;
                open.push(j);
            }
        }
    }
    size
}

/// Whether the page is clearly brighter than what is around it.
fn contrasts(map: &GrayImage, page: &[bool]) -> bool {
    let mean = |inside: bool| {
        let values = map.iter().zip(page).filter(|(_, s)| **s == inside);
        let (sum, n) = values.fold((0.0, 0.0), |(s, n), (&p, _)| (s + f64::from(p), n + 1.0));
        if n > 0.0 { sum / n } else { 255.0 }
    };
    mean(false) < mean(true) * AROUND
}

/// The area of the page in cells, with its print filled in row by row.
fn filled_area(page: &[bool], w: usize, h: usize) -> usize {
    let width = |y: usize| {
        let row = &page[y * w..(y + 1) * w];
        let first = row.iter().position(|s| *s);
        let last = row.iter().rposition(|s| *s);
        first.zip(last).map_or(0, |(a, b)| b - a + 1)
    };
    (0..h).map(width).sum()
}

/// The convex hull of the page's cells (Andrew's monotone chain).
fn hull(page: &[bool], w: usize) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    for (y, row) in page.chunks_exact(w).enumerate() {
        if let (Some(a), Some(b)) = (row.iter().position(|s| *s), row.iter().rposition(|s| *s)) {
            for y in [y, y + 1] {
                points.push((a as f64, y as f64));
                points.push(((b + 1) as f64, y as f64));
            }
        }
    }
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    points.dedup();
    let mut lower = half_hull(points.iter().copied());
    lower.extend(half_hull(points.iter().rev().copied()));
    lower
}

fn half_hull(points: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut chain: Vec<(f64, f64)> = Vec::new();
    for p in points {
        while let [.., a, b] = chain[..] {
            if (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0) > 0.0 {
                break;
            }
            chain.pop();
        }
        chain.push(p);
    }
    chain.pop();
    chain
}

/// Removes edges of a convex polygon until four are left, each time the one whose removal adds the
/// least area.
fn enclosing_quad(mut polygon: Vec<(f64, f64)>) -> Option<[(f64, f64); 4]> {
    while polygon.len() > 4 {
        let n = polygon.len();
        let mut best: Option<(f64, usize, (f64, f64))> = None;
        for i in 0..n {
            let [before, a, b, after] = [n - 1, 0, 1, 2].map(|k| polygon[(i + k) % n]);
            if let Some(p) = intersection(before, a, after, b) {
                let added = ((b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0)).abs() / 2.0;
                if best.is_none_or(|(least, _, _)| added < least) {
                    best = Some((added, i, p));
                }
            }
        }
        let (_, i, p) = best?;
        polygon[i] = p;
        polygon.remove((i + 1) % n);
    }
    polygon.try_into().ok()
}

/// Where the ray from `a` through `b` meets the ray from `c` through `d`, beyond `b` and `d`.
fn intersection(a: (f64, f64), b: (f64, f64), c: (f64, f64), d: (f64, f64)) -> Option<(f64, f64)> {
    let u = (b.0 - a.0, b.1 - a.1);
    let v = (d.0 - c.0, d.1 - c.1);
    let det = u.1 * v.0 - u.0 * v.1;
    if det.abs() < 1e-9 {
        return None;
    }
    let dx = c.0 - a.0;
    let dy = c.1 - a.1;
    let s = (dy * v.0 - dx * v.1) / det;
    let t = (u.0 * dy - u.1 * dx) / det;
    (s >= 1.0 && t >= 1.0).then_some((a.0 + u.0 * s, a.1 + u.1 * s))
}

fn polygon_area(p: &[(f64, f64)]) -> f64 {
    let twice: f64 = (0..p.len())
        .map(|i| p[i].0 * p[(i + 1) % p.len()].1 - p[(i + 1) % p.len()].0 * p[i].1)
        .sum();
    twice.abs() / 2.0
}

/// Whether at least three sides are clear of the border of the image.
fn sides_are_free(quad: &[(f64, f64); 4], w: f64, h: f64) -> bool {
    let near = |p: (f64, f64)| {
        [
            p.0 < BORDER,
            p.1 < BORDER,
            p.0 > w - BORDER,
            p.1 > h - BORDER,
        ]
    };
    let free = (0..4).filter(|&i| {
        let a = near(quad[i]);
        let b = near(quad[(i + 1) % 4]);
        !a.iter().zip(b).any(|(a, b)| *a && b)
    });
    free.count() >= 3
}

/// The corners in clockwise order from the one nearest to the top left.
fn ordered(mut quad: [(f64, f64); 4]) -> [(f64, f64); 4] {
    let (cx, cy) = quad
        .iter()
        .fold((0.0, 0.0), |(x, y), p| (x + p.0 / 4.0, y + p.1 / 4.0));
    let angle = |p: &(f64, f64)| (p.1 - cy).atan2(p.0 - cx);
    quad.sort_by(|a, b| angle(a).total_cmp(&angle(b)));
    let first = (0..4)
        .min_by(|&a, &b| (quad[a].0 + quad[a].1).total_cmp(&(quad[b].0 + quad[b].1)))
        .unwrap_or(0);
    quad.rotate_left(first);
    quad
}

#[cfg(test)]
#[path = "dewarp_tests.rs"]
mod tests;
