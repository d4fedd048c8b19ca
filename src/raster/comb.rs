//! Comb boxes, a character in each: their walls are taken out of the picture, because they would
//! be read as digits.

use super::binarize::Bitmap;
use super::rule::Rule;

/// A comb has this many cells at least: the shortest number of ours has seven digits, a social
/// security number nine.
const LEAST_CELLS: usize = 6;
/// A closed box of its own, as for a group of digits, has this many cells at least.
const LEAST_OF_GROUP: usize = 3;
/// The walls stand this many inches apart …
const PITCH: (f32, f32) = (0.11, 0.42);
/// … evenly, to this share of that.
const EVEN: f32 = 0.16;
/// A wall rises at least this many inches from its rule, and at most this many.
const LEAST_RISE: f32 = 0.035;
const MOST_RISE: f32 = 0.42;
/// Walls of one comb are of one height, to this share.
const SAME_RISE: f32 = 0.35;
/// This many walls at an end of a comb may be too faint to be seen.
const MOST_FAINT: f32 = 6.0;
/// A wall is at most this many inches thick.
const MOST_THICK: f32 = 0.03;
/// This many pixels beside a wall, at most this share of its rows has ink. Its ends touch rules and
/// do not count.
const BESIDE: f32 = 1.5;
const MOST_BESIDE: f32 = 0.15;
const ROUGH_END: u32 = 2;
/// A break in a wall of this many pixels is bridged.
const BREAK: u32 = 2;
/// White is laid this many page pixels beyond a wall on each side.
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
                complete(&mut chain, rule);
                // Closed boxes are found from their floor and from their ceiling.
                if combs.iter().any(|c| is_same_place(&c.walls, &chain)) {
                    continue;
                }
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

/// Whether two chains of as many walls stand at one place.
fn is_same_place(a: &[Wall], b: &[Wall]) -> bool {
    let same = |(a, b): (&Wall, &Wall)| (a.x - b.x).abs() <= a.thick.max(b.thick);
    let level = |(a, b): (&Wall, &Wall)| a.from < b.to && b.from < a.to;
    let pairs = || a.iter().zip(b);
    a.len() == b.len() && pairs().all(same) && pairs().all(level)
}

/// Whether a rule is the floor or the ceiling of a comb and no longer than it.
fn closes(rule: &Rule, walls: &[Wall], dpi: f32) -> bool {
    let (Some(first), Some(last)) = (walls.first(), walls.last()) else {
        return false;
    };
    let pitch = (last.x - first.x) / (walls.len() - 1) as f32;
    let y = (rule.y0 + rule.y1) / 2.0;
    let top = first.from.min(last.from) as f32;
    let bottom = first.to.max(last.to) as f32;
    let near = y > top - 0.04 * dpi && y < bottom + 0.04 * dpi;
    let within = rule.x0 > first.x - 1.6 * pitch && rule.x1 < last.x + 1.6 * pitch;
    near && within
}

/// The thin upright strokes that begin at a rule.
fn walls(bitmap: &Bitmap, rule: &Rule, up: bool, dpi: f32) -> Vec<Wall> {
    let least = (LEAST_RISE * dpi) as u32;
    let most = (MOST_RISE * dpi) as u32;
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
                let wall = Wall {
                    x: *start as f32 + *count as f32 / 2.0,
                    from: *top,
                    to: *bottom,
                    thick: *count as f32,
                };
                if *count <= thickest && stands_free(bitmap, &wall) {
                    found.push(wall);
                }
                open = None;
            }
            (None, None) => {}
        }
    }
    found
}

/// Whether there is hardly any ink beside a wall: the stem of a letter has the rest of it there.
fn stands_free(bitmap: &Bitmap, wall: &Wall) -> bool {
    let away = wall.thick / 2.0 + BESIDE;
    let columns = [
        (wall.x - away).floor() as i64,
        (wall.x + away).ceil() as i64,
    ];
    let rows = wall.from + ROUGH_END..wall.to.saturating_sub(ROUGH_END);
    bitmap.is_free_beside(columns, rows, MOST_BESIDE)
}

/// Ink that goes straight up, or down, from a rule at `x`.
fn stroke(bitmap: &Bitmap, rule: &Rule, x: u32, up: bool, most: u32) -> Option<(u32, u32)> {
    let middle = rule.y_at(x as f32);
    let edge = (rule.thickness / 2.0).ceil() as i64;
    let start = if up {
        middle as i64 - edge
    } else {
        middle as i64 + edge
    };
    let is_ink = |y: i64| bitmap.is_ink(i64::from(x), y);
    let step: i64 = if up { -1 } else { 1 };
    let mut length = 0;
    let mut gap = 0;
    let mut at = start;
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
    let from = start.min(end).max(0) as u32;
    let to = start.max(end).max(0) as u32;
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
            while let Some(next) = next(walls, &chain, pitch).or_else(|| {
                // One wall may be too faint.
                let parted = chain.len() > LEAST_CELLS / 2;
                parted.then(|| next(walls, &chain, 2.0 * pitch)).flatten()
            }) {
                chain.push(next);
            }
            let is_long = chain.len() > LEAST_CELLS;
            let indices = chain.clone();
            let chain = filled(chain.into_iter().map(|w| walls[w]).collect(), pitch);
            if is_long || parts_box(rule, rules, &chain, walls) {
                indices.iter().for_each(|w| used[*w] = true);
                found.push(chain);
                break;
            }
        }
    }
    found
}

/// A chain with a wall put in wherever one is missing.
fn filled(chain: Vec<Wall>, pitch: f32) -> Vec<Wall> {
    let mut all: Vec<Wall> = Vec::with_capacity(chain.len());
    for wall in chain {
        if let Some(last) = all.last().copied()
            && wall.x - last.x > 1.5 * pitch
        {
            let x = (last.x + wall.x) / 2.0;
            all.push(Wall { x, ..last });
        }
        all.push(wall);
    }
    all
}

/// The distance between the walls of a chain.
fn pitch(chain: &[Wall]) -> Option<f32> {
    let first = chain.first()?;
    let last = chain.last()?;
    (chain.len() > 1).then(|| (last.x - first.x) / (chain.len() - 1) as f32)
}

/// Whether walls part a closed box into even cells: the ends of its floor are as far from them as
/// they are from each other, its sides rise there, and another rule lies on them. Letters on a line
/// have no such sides and no such rule over them.
fn parts_box(floor: &Rule, rules: &[Rule], chain: &[Wall], walls: &[Wall]) -> bool {
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
    let inner = near(first.x - floor.x0, pitch) && near(floor.x1 - last.x, pitch);
    // Sides no higher than the walls between cells are links of the chain themselves.
    let whole = chain.len() > LEAST_OF_GROUP && near(first.x, floor.x0) && near(last.x, floor.x1);
    let lies_on_sides = |r: &Rule| {
        let y = (r.y0 + r.y1) / 2.0;
        let away = (y - (floor.y0 + floor.y1) / 2.0).abs();
        near(r.x0, floor.x0) && near(r.x1, floor.x1) && near(away, left.rise() as f32)
    };
    (inner || whole) && rules.iter().any(lies_on_sides)
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
    let left = at(first.x - pitch);
    let right = at(last.x + pitch);
    chain.splice(0..0, left);
    chain.extend(right);
}

/// Adds walls that were too faint to be seen: where the floor goes on for whole cells, so does the
/// comb.
fn complete(chain: &mut Vec<Wall>, floor: &Rule) {
    let (Some(pitch), Some(first), Some(last)) =
        (pitch(chain), chain.first().copied(), chain.last().copied())
    else {
        return;
    };
    let cells = |far: f32| {
        let count = (far / pitch).round();
        let even = (far / pitch - count).abs() <= EVEN;
        if even && (1.0..=MOST_FAINT).contains(&count) {
            count as usize
        } else {
            0
        }
    };
    let at = |x: f32| Wall { x, ..first };
    for cell in 1..=cells(last.x.max(floor.x1) - last.x) {
        chain.push(at(last.x + pitch * cell as f32));
    }
    for cell in 1..=cells(first.x - first.x.min(floor.x0)) {
        chain.insert(0, at(first.x - pitch * cell as f32));
    }
}

fn alike(a: &Wall, b: &Wall) -> bool {
    let low = a.rise().min(b.rise()) as f32;
    let high = a.rise().max(b.rise()) as f32;
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
    let width = bitmap.width;
    let height = bitmap.height;
    for wall in combs.iter().flat_map(|c| &c.walls) {
        let half = wall.thick / 2.0 + MARGIN;
        let columns =
            (wall.x - half).max(0.0) as usize..((wall.x + half).ceil() as usize).min(width);
        for y in wall.from as usize..(wall.to as usize).min(height) {
            bitmap.ink[y * width + columns.start..y * width + columns.end].fill(0);
        }
    }
}

impl Comb {
    /// Between which columns of the page a character stands, from left to right.
    pub(super) fn cells(&self) -> impl Iterator<Item = (f32, f32)> {
        self.walls.windows(2).filter_map(|pair| match pair {
            [left, right] => Some((left.x + left.thick / 2.0, right.x - right.thick / 2.0)),
            _ => None,
        })
    }

    /// Whether a rule is one of its edges.
    pub(super) fn has(&self, rule: &Rule) -> bool {
        self.rules.contains(rule)
    }

    /// From which row to which the walls between the characters stand.
    pub(super) fn rows(&self) -> (f32, f32) {
        let middle = self.walls.get(self.walls.len() / 2);
        middle.map_or((0.0, 0.0), |w| (w.from as f32, w.to as f32))
    }

    /// The strips of ink along a column of the page, `from` and `to` which row: `x` and half a
    /// step to each side.
    pub(super) fn ink_at(&self, x: f32, half: f32) -> impl Iterator<Item = (f32, f32)> {
        let walls = self
            .walls
            .iter()
            .filter(move |w| (w.x - x).abs() <= w.thick / 2.0 + MARGIN + half);
        let rules = self
            .rules
            .iter()
            .filter(move |r| x >= r.x0 - 1.0 && x <= r.x1 + 1.0);
        let on_rule = move |r: &Rule| {
            let middle = r.y_at(x);
            let half = r.thickness / 2.0 + MARGIN;
            (middle - half, middle + half)
        };
        walls
            .map(|w| (w.from as f32 - 1.0, w.to as f32 + 1.0))
            .chain(rules.map(on_rule))
    }

    /// Whether it reaches into a box of the page: left, top, right and bottom.
    pub(super) fn reaches(&self, [x0, y0, x1, y1]: [f32; 4]) -> bool {
        let (Some(first), Some(last)) = (self.walls.first(), self.walls.last()) else {
            return false;
        };
        let highest = self.walls.iter().map(|w| w.from).min().unwrap_or(0) as f32;
        let lowest = self.walls.iter().map(|w| w.to).max().unwrap_or(0) as f32;
        let pitch = (last.x - first.x) / (self.walls.len() - 1).max(1) as f32;
        first.x - 2.0 * pitch < x1
            && last.x + 2.0 * pitch > x0
            && highest - pitch < y1
            && lowest + pitch > y0
    }

    /// The comb on the page turned by 180°.
    pub(super) fn upside_down(&self, width: u32, height: u32) -> Comb {
        let w = width as f32;
        let h = height as f32;
        let walls = self.walls.iter().rev().map(|wall| Wall {
            x: w - wall.x,
            from: height.saturating_sub(wall.to),
            to: height.saturating_sub(wall.from),
            thick: wall.thick,
        });
        let rules = self.rules.iter().map(|r| Rule {
            x0: w - r.x1,
            y0: h - r.y1,
            x1: w - r.x0,
            y1: h - r.y0,
            thickness: r.thickness,
        });
        Comb {
            walls: walls.collect(),
            rules: rules.collect(),
        }
    }
}

#[cfg(test)]
#[path = "comb_tests.rs"]
mod tests;
