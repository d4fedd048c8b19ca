//! The sheet in a photograph: a bright quadrilateral on something darker.

use image::GrayImage;

use super::page_quad::{outline, sides_are_sharp};

/// The corners of the sheet on `bright` (a coarse map of the image), in shares of its width and height: top left, top right,
/// bottom right, bottom left. `None` unless the evidence is strong: one bright quadrilateral, clearly darker around it,
/// free of the image's border on three sides at least. A scan with a dark edge is left alone.
pub(super) fn find_sheet(bright: &GrayImage) -> Option<[(f64, f64); 4]> {
    let (w, h) = bright.dimensions();
    if w < 24 || h < 24 {
        return None;
    }
    // A shadow can cut the bright part short, so its brightness is asked only where no edges are seen. Neither is believed where
    // its sides fade: half a sheet would be cut off.
    let sharp = |quad: &[(f64, f64); 4]| sides_are_sharp(bright, quad);
    let seen = outline(bright).map(ordered).filter(sharp);
    let quad = seen.or_else(|| by_brightness(bright).map(ordered).filter(sharp))?;
    Some(quad.map(|(x, y)| (x / f64::from(w), y / f64::from(h))))
}

/// The one bright part of the map, where it has four corners.
fn by_brightness(bright: &GrayImage) -> Option<[(f64, f64); 4]> {
    let (w, h) = (bright.width() as usize, bright.height() as usize);
    let split = otsu(bright);
    let sheet = largest_part(bright, split);
    let inside = sheet.iter().filter(|s| **s).count();
    if inside * 5 < w * h || inside * 100 > w * h * 96 || !contrasts(bright, &sheet) {
        return None;
    }
    let quad = enclosing_quad(hull(&sheet, w))?;
    let area = polygon_area(&quad);
    let filled = filled_area(&sheet, w, h);
    if area > filled as f64 * 1.09 || !sides_are_free(&quad, w as f64, h as f64) {
        return None;
    }
    Some(quad)
}

fn otsu(map: &GrayImage) -> u8 {
    let mut histogram = [0f64; 256];
    map.iter().for_each(|&p| histogram[usize::from(p)] += 1.0);
    let total: f64 = histogram.iter().sum();
    let all: f64 = histogram
        .iter()
        .enumerate()
        .map(|(v, n)| v as f64 * n)
        .sum();
    let (mut below, mut sum, mut best) = (0.0, 0.0, (0.0, 127));
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

/// The largest connected part brighter than `split`.
fn largest_part(map: &GrayImage, split: u8) -> Vec<bool> {
    let (w, h) = (map.width() as usize, map.height() as usize);
    let mut part_of = vec![0u32; w * h];
    let (mut parts, mut largest) = (0, (0, 0));
    let mut open = Vec::new();
    for start in 0..w * h {
        if part_of[start] != 0 || map.as_raw()[start] <= split {
            continue;
        }
        parts += 1;
        let mut size = 0;
        part_of[start] = parts;
        open.push(start);
        while let Some(i) = open.pop() {
            size += 1;
            let (x, y) = (i % w, i / w);
            let near = [
                (x > 0, i.wrapping_sub(1)),
                (x + 1 < w, i + 1),
                (y > 0, i.wrapping_sub(w)),
                (y + 1 < h, i + w),
            ];
            for (_, j) in near.into_iter().filter(|n| n.0) {
                if part_of[j] == 0 && map.as_raw()[j] > split {
                    part_of[j] = parts;
                    open.push(j);
                }
            }
        }
        if size > largest.0 {
            largest = (size, parts);
        }
    }
    part_of
        .into_iter()
        .map(|p| p != 0 && p == largest.1)
        .collect()
}

fn contrasts(map: &GrayImage, sheet: &[bool]) -> bool {
    let mean = |inside: bool| {
        let values = map.iter().zip(sheet).filter(|(_, s)| **s == inside);
        let (sum, n) = values.fold((0.0, 0.0), |(s, n), (&p, _)| (s + f64::from(p), n + 1.0));
        if n > 0.0 { sum / n } else { 255.0 }
    };
    mean(false) < mean(true) * 0.78
}

/// Cells of the sheet with its print filled in, row by row.
fn filled_area(sheet: &[bool], w: usize, h: usize) -> usize {
    let width = |y: usize| {
        let row = &sheet[y * w..(y + 1) * w];
        let first = row.iter().position(|s| *s);
        let last = row.iter().rposition(|s| *s);
        first.zip(last).map_or(0, |(a, b)| b - a + 1)
    };
    (0..h).map(width).sum()
}

/// The convex hull of the set cells' corners.
fn hull(sheet: &[bool], w: usize) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    for (y, row) in sheet.chunks_exact(w).enumerate() {
        if let (Some(a), Some(b)) = (row.iter().position(|s| *s), row.iter().rposition(|s| *s)) {
            for y in [y, y + 1] {
                points.push((a as f64, y as f64));
                points.push(((b + 1) as f64, y as f64));
            }
        }
    }
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    points.dedup();
    let half = |points: &mut dyn Iterator<Item = (f64, f64)>| {
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
    };
    let mut lower = half(&mut points.iter().copied());
    lower.extend(half(&mut points.iter().rev().copied()));
    lower
}

/// Drops edge after edge of a convex polygon, each time the one whose neighbours meet with the least area added, until
/// four are left.
fn enclosing_quad(mut polygon: Vec<(f64, f64)>) -> Option<[(f64, f64); 4]> {
    while polygon.len() > 4 {
        let n = polygon.len();
        let mut best: Option<(f64, usize, (f64, f64))> = None;
        for i in 0..n {
            let (before, a, b, after) = (
                polygon[(i + n - 1) % n],
                polygon[i],
                polygon[(i + 1) % n],
                polygon[(i + 2) % n],
            );
            if let Some(p) = meeting(before, a, after, b) {
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
fn meeting(a: (f64, f64), b: (f64, f64), c: (f64, f64), d: (f64, f64)) -> Option<(f64, f64)> {
    let (u, v) = ((b.0 - a.0, b.1 - a.1), (d.0 - c.0, d.1 - c.1));
    let det = u.1 * v.0 - u.0 * v.1;
    if det.abs() < 1e-9 {
        return None;
    }
    let (dx, dy) = (c.0 - a.0, c.1 - a.1);
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

/// Whether three sides at least leave the border of the image.
fn sides_are_free(quad: &[(f64, f64); 4], w: f64, h: f64) -> bool {
    let near = |p: (f64, f64)| [p.0 < 1.5, p.1 < 1.5, p.0 > w - 1.5, p.1 > h - 1.5];
    let free = (0..4).filter(|&i| {
        let (a, b) = (near(quad[i]), near(quad[(i + 1) % 4]));
        !a.iter().zip(b).any(|(a, b)| *a && b)
    });
    free.count() >= 3
}

/// Clockwise from the corner nearest to the top left.
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
mod tests {
    use image::Luma;

    use super::*;

    fn photo(corners: [(f64, f64); 4], paper: u8, desk: u8) -> GrayImage {
        GrayImage::from_fn(240, 320, |x, y| {
            let p = (f64::from(x) + 0.5, f64::from(y) + 0.5);
            let inside = (0..4).all(|i| {
                let (a, b) = (corners[i], corners[(i + 1) % 4]);
                (b.0 - a.0) * (p.1 - a.1) - (b.1 - a.1) * (p.0 - a.0) > 0.0
            });
            Luma([if inside { paper } else { desk }])
        })
    }

    #[test]
    fn a_sheet_on_a_desk_is_found() {
        let corners = [(30.0, 25.0), (205.0, 40.0), (220.0, 300.0), (18.0, 290.0)];
        let found = find_sheet(&photo(corners, 220, 90)).unwrap();
        for (f, c) in found.iter().zip(corners) {
            assert!(
                (f.0 * 240.0 - c.0).abs() < 2.5 && (f.1 * 320.0 - c.1).abs() < 2.5,
                "{f:?} {c:?}"
            );
        }
    }

    #[test]
    fn weak_evidence_finds_nothing() {
        let corners = [(30.0, 25.0), (205.0, 40.0), (220.0, 300.0), (18.0, 290.0)];
        assert!(find_sheet(&photo(corners, 220, 200)).is_none());
        assert!(find_sheet(&GrayImage::from_pixel(240, 320, Luma([255]))).is_none());
        let edge = GrayImage::from_fn(240, 320, |x, _| Luma([if x < 12 { 0 } else { 250 }]));
        assert!(find_sheet(&edge).is_none());
        assert!(find_sheet(&GrayImage::new(0, 0)).is_none());
    }
}
