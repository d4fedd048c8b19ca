//! Comb boxes, a character in each: their walls are taken out of the picture, as a reader takes
//! them for digits.

use image::{GrayImage, Luma};

use super::binarize::Bitmap;
use super::rule::Rule;
use super::transform::Transform;

/// A comb has so many cells at least: the shortest number of ours has seven digits, a social
/// security number nine.
const LEAST_CELLS: usize = 6;
/// The walls stand so many inches apart …
const PITCH: (f32, f32) = (0.11, 0.42);
/// … evenly, to this share of that.
const EVEN: f32 = 0.16;
/// A wall rises at least so many inches from its rule, and at most so many.
const LEAST_RISE: f32 = 0.035;
const MOST_RISE: f32 = 0.42;
/// Walls of one comb are of one height, to this share.
const SAME_RISE: f32 = 0.35;
/// A wall is at most so many inches thick.
const MOST_THICK: f32 = 0.03;
/// A break in a wall of so many pixels is bridged.
const BREAK: u32 = 2;
/// White is laid so many page pixels beyond a wall on each side.
const MARGIN: f32 = 1.2;

/// A thin straight part of a comb, in page pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Wall {
    x: f32,
    from: u32,
    to: u32,
    thick: f32,
}

impl Wall {
    fn rise(&self) -> u32 {
        self.to - self.from
    }
}

/// A comb: its walls, and the rule on which they stand or from which they hang.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Comb {
    walls: Vec<Wall>,
    rules: Vec<Rule>,
}

/// The combs of a page. `rules` are its horizontal rules, still in the bitmap.
pub(super) fn find_combs(bitmap: &Bitmap, rules: &[Rule], dpi: f32) -> Vec<Comb> {
    let mut combs: Vec<Comb> = Vec::new();
    for rule in rules {
        for up in [true, false] {
            let walls = walls(bitmap, rule, up, dpi);
            for mut chain in chains(&walls, rule, rules, dpi) {
                add_sides(&mut chain, &walls);
                combs.push(Comb {
                    rules: rules
                        .iter()
                        .filter(|r| closes(r, &chain, dpi))
                        .copied()
                        .collect(),
                    walls: chain,
                });
            }
        }
    }
    combs
}

/// Whether a rule is the floor or the ceiling of a comb and no longer than it.
fn closes(rule: &Rule, walls: &[Wall], dpi: f32) -> bool {
    let (Some(first), Some(last)) = (walls.first(), walls.last()) else {
        return false;
    };
    let pitch = (last.x - first.x) / (walls.len() - 1) as f32;
    let y = (rule.y0 + rule.y1) / 2.0;
    let (top, bottom) = (
        first.from.min(last.from) as f32,
        first.to.max(last.to) as f32,
    );
    let near = y > top - 0.04 * dpi && y < bottom + 0.04 * dpi;
    let within = rule.x0 > first.x - 1.6 * pitch && rule.x1 < last.x + 1.6 * pitch;
    near && within
}

/// The thin upright strokes that begin at a rule.
fn walls(bitmap: &Bitmap, rule: &Rule, up: bool, dpi: f32) -> Vec<Wall> {
    let (least, most) = ((LEAST_RISE * dpi) as u32, (MOST_RISE * dpi) as u32);
    let thickest = (MOST_THICK * dpi).max(4.0) as u32;
    let first = (rule.x0 - 2.0).max(0.0) as u32;
    let last = ((rule.x1 + 2.0).max(0.0) as u32).min((bitmap.width as u32).saturating_sub(1));
    let mut found: Vec<Wall> = Vec::new();
    let mut open: Option<(u32, u32, u32, u32)> = None;
    for x in first..=last + 1 {
        let stroke = (x <= last)
            .then(|| stroke(bitmap, rule, x, up, most))
            .flatten();
        match (stroke.filter(|(from, to)| to - from >= least), &mut open) {
            (Some((from, to)), Some((_, count, top, bottom))) => {
                *count += 1;
                *top = (*top).min(from);
                *bottom = (*bottom).max(to);
            }
            (Some((from, to)), None) => open = Some((x, 1, from, to)),
            (None, Some((start, count, top, bottom))) => {
                if *count <= thickest {
                    found.push(Wall {
                        x: *start as f32 + *count as f32 / 2.0,
                        from: *top,
                        to: *bottom,
                        thick: *count as f32,
                    });
                }
                open = None;
            }
            (None, None) => {}
        }
    }
    found
}

/// Ink that goes straight up, or down, from a rule at `x`.
fn stroke(bitmap: &Bitmap, rule: &Rule, x: u32, up: bool, most: u32) -> Option<(u32, u32)> {
    let along = ((x as f32 - rule.x0) / (rule.x1 - rule.x0).max(1.0)).clamp(0.0, 1.0);
    let middle = rule.y0 + (rule.y1 - rule.y0) * along;
    let edge = (rule.thickness / 2.0).ceil() as i64;
    let start = if up {
        middle as i64 - edge
    } else {
        middle as i64 + edge
    };
    let is_ink = |y: i64| {
        (0..bitmap.height as i64).contains(&y)
            && bitmap.ink[y as usize * bitmap.width + x as usize] != 0
    };
    let step: i64 = if up { -1 } else { 1 };
    let (mut length, mut gap, mut at) = (0, 0, start);
    while gap <= BREAK && length <= most {
        if is_ink(at) {
            length += gap + 1;
            gap = 0;
        } else {
            gap += 1;
        }
        at += step;
    }
    if length == 0 || length > most {
        return None;
    }
    let end = start + step * i64::from(length);
    let (from, to) = (start.min(end).max(0) as u32, start.max(end).max(0) as u32);
    Some((from, to))
}

/// Walls that stand evenly, as many as there are: those of a long comb, or those that part a box of
/// a few cells.
fn chains(walls: &[Wall], rule: &Rule, rules: &[Rule], dpi: f32) -> Vec<Vec<Wall>> {
    let mut found: Vec<Vec<Wall>> = Vec::new();
    let mut used = vec![false; walls.len()];
    for first in 0..walls.len() {
        if used[first] {
            continue;
        }
        for second in first + 1..walls.len() {
            let pitch = walls[second].x - walls[first].x;
            if pitch > PITCH.1 * dpi {
                break;
            }
            if pitch < PITCH.0 * dpi || !alike(&walls[first], &walls[second]) {
                continue;
            }
            let mut chain = vec![first, second];
            while let Some(next) = next(walls, &chain, pitch) {
                chain.push(next);
            }
            let is_long = chain.len() > LEAST_CELLS;
            let indices = chain.clone();
            let chain: Vec<Wall> = chain.into_iter().map(|w| walls[w]).collect();
            if is_long || part(rule, rules, &chain, walls) {
                indices.iter().for_each(|w| used[*w] = true);
                found.push(chain);
                break;
            }
        }
    }
    found
}

/// The distance between the walls of a chain.
fn pitch(chain: &[Wall]) -> Option<f32> {
    let (first, last) = (chain.first()?, chain.last()?);
    (chain.len() > 1).then(|| (last.x - first.x) / (chain.len() - 1) as f32)
}

/// Whether walls part a closed box into even cells: the ends of its floor are as far from them as
/// they are from each other, its sides rise there, and another rule lies on them. Letters on a line
/// have no such sides and no such rule over them.
fn part(floor: &Rule, rules: &[Rule], chain: &[Wall], walls: &[Wall]) -> bool {
    let (Some(pitch), Some(first), Some(last)) = (pitch(chain), chain.first(), chain.last()) else {
        return false;
    };
    let near = |a: f32, b: f32| (a - b).abs() <= EVEN * pitch;
    let side = |x: f32| {
        let mut at = walls.iter().filter(|w| near(w.x, x));
        at.find(|w| w.rise() >= first.rise())
    };
    let (Some(left), Some(_)) = (side(floor.x0), side(floor.x1)) else {
        return false;
    };
    let lies_on_sides = |r: &Rule| {
        let y = (r.y0 + r.y1) / 2.0;
        let away = (y - (floor.y0 + floor.y1) / 2.0).abs();
        near(r.x0, floor.x0) && near(r.x1, floor.x1) && near(away, left.rise() as f32)
    };
    near(first.x - floor.x0, pitch)
        && near(floor.x1 - last.x, pitch)
        && rules.iter().any(lies_on_sides)
}

/// Adds the sides of the box around a comb: walls one cell before the first and behind the last
/// that rise higher than those between cells.
fn add_sides(chain: &mut Vec<Wall>, walls: &[Wall]) {
    let (Some(pitch), Some(first), Some(last)) =
        (pitch(chain), chain.first().copied(), chain.last().copied())
    else {
        return;
    };
    let at = |x: f32| {
        let near = |w: &&Wall| (w.x - x).abs() <= EVEN * pitch && w.rise() > first.rise();
        walls.iter().find(near).copied()
    };
    let (left, right) = (at(first.x - pitch), at(last.x + pitch));
    chain.splice(0..0, left);
    chain.extend(right);
}

fn alike(a: &Wall, b: &Wall) -> bool {
    let (low, high) = (a.rise().min(b.rise()) as f32, a.rise().max(b.rise()) as f32);
    high - low <= SAME_RISE * high
}

fn next(walls: &[Wall], chain: &[usize], pitch: f32) -> Option<usize> {
    let last = *chain.last()?;
    let fits = |w: &usize| {
        let off = walls[*w].x - walls[last].x - pitch;
        off.abs() <= EVEN * pitch && alike(&walls[*w], &walls[last])
    };
    (last + 1..walls.len()).filter(fits).min_by(|a, b| {
        let off = |w: usize| (walls[w].x - walls[last].x - pitch).abs();
        off(*a).total_cmp(&off(*b))
    })
}

/// Takes the walls out of the bitmap.
pub(super) fn erase(bitmap: &mut Bitmap, combs: &[Comb]) {
    let (width, height) = (bitmap.width, bitmap.height);
    for wall in combs.iter().flat_map(|c| &c.walls) {
        let half = wall.thick / 2.0 + MARGIN;
        let columns =
            (wall.x - half).max(0.0) as usize..((wall.x + half).ceil() as usize).min(width);
        for y in wall.from as usize..(wall.to as usize).min(height) {
            bitmap.ink[y * width + columns.start..y * width + columns.end].fill(0);
        }
    }
}

/// Lays paper over combs on the picture that lines are cut from. `paper` tells how bright it is at
/// a place.
pub(super) fn paint(
    picture: &mut GrayImage,
    combs: &[Comb],
    to_image: &Transform,
    paper: impl Fn(f64, f64) -> u8,
) {
    for comb in combs {
        for wall in &comb.walls {
            let half = wall.thick / 2.0 + MARGIN;
            let part = (
                wall.x - half,
                wall.from as f32 - 1.0,
                wall.x + half,
                wall.to as f32 + 1.0,
            );
            cover(picture, part, to_image, &paper);
        }
        for rule in &comb.rules {
            let half = rule.thickness / 2.0 + MARGIN;
            let steps = 16;
            for i in 0..steps {
                let at = |share: f32| {
                    let x = rule.x0 + (rule.x1 - rule.x0) * share;
                    (x, rule.y0 + (rule.y1 - rule.y0) * share)
                };
                let (a, b) = (
                    at(i as f32 / steps as f32),
                    at((i + 1) as f32 / steps as f32),
                );
                let part = (
                    a.0 - 1.0,
                    a.1.min(b.1) - half,
                    b.0 + 1.0,
                    a.1.max(b.1) + half,
                );
                cover(picture, part, to_image, &paper);
            }
        }
    }
}

/// Lays paper over a box of the page.
fn cover(
    picture: &mut GrayImage,
    (x0, y0, x1, y1): (f32, f32, f32, f32),
    to_image: &Transform,
    paper: &impl Fn(f64, f64) -> u8,
) {
    let (x0, y0, x1, y1) = (f64::from(x0), f64::from(y0), f64::from(x1), f64::from(y1));
    // Half an image pixel a step, so that none is left out.
    let step = 0.5 / to_image.magnification(x0, y0).max(0.1);
    let (across, down) = (((x1 - x0) / step) as u32, ((y1 - y0) / step) as u32);
    for j in 0..=down {
        for i in 0..=across {
            let (x, y) = to_image.apply(x0 + f64::from(i) * step, y0 + f64::from(j) * step);
            if x >= 0.0
                && y >= 0.0
                && x < f64::from(picture.width())
                && y < f64::from(picture.height())
            {
                picture.put_pixel(x as u32, y as u32, Luma([paper(x, y)]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty(width: usize, height: usize) -> Bitmap {
        Bitmap {
            width,
            height,
            ink: vec![0; width * height],
        }
    }

    fn draw(bitmap: &mut Bitmap, x: std::ops::Range<usize>, y: std::ops::Range<usize>) {
        for row in y {
            for column in x.clone() {
                bitmap.ink[row * bitmap.width + column] = 1;
            }
        }
    }

    fn floor(x0: f32, x1: f32, y: f32) -> Rule {
        Rule {
            x0,
            y0: y,
            x1,
            y1: y,
            thickness: 2.0,
        }
    }

    #[test]
    fn walls_that_stand_evenly_on_a_rule_are_a_comb() {
        let mut bitmap = empty(800, 200);
        draw(&mut bitmap, 50..652, 100..102);
        (0..13).for_each(|i| draw(&mut bitmap, 50 + i * 50..52 + i * 50, 85..100));
        let combs = find_combs(&bitmap, &[floor(50.0, 652.0, 101.0)], 200.0);
        assert_eq!(combs.len(), 1);
        assert_eq!(combs[0].walls.len(), 13);
        erase(&mut bitmap, &combs);
        assert!((85..98).all(|y| bitmap.ink[y * 800..(y + 1) * 800].iter().all(|p| *p == 0)));
    }

    #[test]
    fn ticks_that_part_a_closed_box_are_a_comb_with_its_sides() {
        let boxed = |sides: bool| {
            let mut bitmap = empty(800, 200);
            draw(&mut bitmap, 50..200, 100..102);
            [100, 150]
                .into_iter()
                .for_each(|x| draw(&mut bitmap, x..x + 2, 85..100));
            if sides {
                [50, 198]
                    .into_iter()
                    .for_each(|x| draw(&mut bitmap, x..x + 2, 60..100));
            }
            let rules = [floor(50.0, 200.0, 101.0), floor(50.0, 200.0, 61.0)];
            find_combs(&bitmap, &rules, 200.0)
        };
        let combs = boxed(true);
        assert_eq!(combs.len(), 1);
        assert_eq!(combs[0].walls.len(), 4);
        assert!(boxed(false).is_empty());
    }

    #[test]
    fn letters_on_a_rule_are_none() {
        let mut bitmap = empty(800, 200);
        draw(&mut bitmap, 50..652, 100..102);
        for (i, gap) in [0, 31, 80, 104, 170, 215, 290, 310, 377].iter().enumerate() {
            draw(&mut bitmap, 60 + gap..63 + gap, 80 + 2 * i..100);
        }
        assert!(find_combs(&bitmap, &[floor(50.0, 652.0, 101.0)], 200.0).is_empty());
    }
}
