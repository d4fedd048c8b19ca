//! Dot leaders: rows of dots from a label to its value, which look like digits of the smallest
//! print.

use super::binarize::Component;

/// Fewest dots of a leader.
const LEAST_DOTS: usize = 8;
/// Greatest height of a dot, in inches.
const DOT_HEIGHT: f32 = 0.04;
/// Dots are as wide as they are high, and of one size, up to this factor.
const DOT_SIZES: f32 = 1.6;

/// Whether a chain of letters on a page at `dpi` is such a row.
pub(super) fn is_leader(chain: &[Component], dpi: f32) -> bool {
    let Some(first) = chain.first() else {
        return false;
    };
    let alike = |a: u32, b: u32| a.max(b) as f32 <= DOT_SIZES * a.min(b) as f32;
    let is_dot = |c: &Component| {
        (c.height() as f32) < DOT_HEIGHT * dpi
            && alike(c.width(), c.height())
            && alike(c.height(), first.height())
            && alike(c.width(), first.width())
    };
    chain.len() >= LEAST_DOTS && chain.iter().all(is_dot)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(sizes: &[(u32, u32)]) -> Vec<Component> {
        let at = |(index, (width, height)): (usize, &(u32, u32))| Component {
            x0: 10 * index as u32,
            y0: 50 - height,
            x1: 10 * index as u32 + width,
            y1: 50,
            area: width * height,
        };
        sizes.iter().enumerate().map(at).collect()
    }

    #[test]
    fn dots_are_a_leader_and_small_print_is_none() {
        assert!(is_leader(&chain(&[(4, 4); 12]), 200.0));
        assert!(!is_leader(&chain(&[(4, 4); 5]), 200.0));
        let print: Vec<(u32, u32)> = [(3, 7), (5, 5), (6, 7), (2, 7)].repeat(4);
        assert!(!is_leader(&chain(&print), 200.0));
        assert!(!is_leader(&chain(&[(14, 14); 12]), 200.0));
    }
}
