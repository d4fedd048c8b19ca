//! Whether digits are drawn in the order in which they stand.

use std::collections::HashSet;

use super::words::Glyph;

/// The same character this near, in ems, is bold by printing twice.
const TWICE: f32 = 0.15;

/// Whether digits, given from left to right in glyphs of one page, are drawn in another order: in
/// one string, one by one, or in strings between one another. Whole strings of several digits may
/// be drawn in any order.
pub(super) fn is_backwards(glyphs: &[&Glyph]) -> bool {
    let mut digits: Vec<&Glyph> = Vec::new();
    let mut ended: HashSet<usize> = HashSet::new();
    for &glyph in glyphs {
        match digits.last() {
            Some(last) if is_twice(last, glyph) => continue,
            Some(last) if last.order != glyph.order => {
                ended.insert(last.order);
            }
            _ => {}
        }
        if ended.contains(&glyph.order) {
            return true;
        }
        digits.push(glyph);
    }
    let is_alone = |glyph: &Glyph| digits.iter().filter(|g| g.order == glyph.order).count() == 1;
    digits.windows(2).any(|pair| {
        let [left, right] = pair else { return false };
        // The glyphs of a page lie in drawing order.
        let is_later = std::ptr::from_ref(*left) > std::ptr::from_ref(*right);
        let is_one_by_one = left.order == right.order || is_alone(left) || is_alone(right);
        is_later && is_one_by_one && is_digit(left) && is_digit(right)
    })
}

fn is_digit(glyph: &Glyph) -> bool {
    let letters = glyph.text.as_ref();
    letters.is_none_or(|l| l.as_str(&mut [0; 4]).chars().all(char::is_numeric))
}

fn is_twice(first: &Glyph, second: &Glyph) -> bool {
    let text = |glyph: &Glyph| {
        let letters = glyph.text.as_ref();
        letters.map(|l| l.as_str(&mut [0; 4]).to_owned())
    };
    let apart = (second.x - first.x).hypot(second.y - first.y);
    apart < TWICE * first.em && text(first) == text(second)
}
