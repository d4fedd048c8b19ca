//! Rows of print of which a copier left only specks: too small to be letters, but in rows, as
//! letters are and dust is not. Nothing of them is read, so they must leave a sign.

use super::binarize::Component;
use super::line_box::LineBox;

// Tuning: lengths in inches.

/// The page is looked at in bands of this height.
const BAND: f32 = 0.06;
/// What is left of a letter is at most this high and this wide.
const MOST_HEIGHT: f32 = 0.05;
const MOST_WIDTH: f32 = 0.1;
/// A band of a row has this many specks at least …
const LEAST_SPECKS: usize = 24;
/// … this many to the inch, over this many inches.
const LEAST_DENSITY: f32 = 6.0;
const LEAST_SPAN: f32 = 1.5;
/// Near a row is a band with at most this share of its specks: a texture has none.
const QUIET: f32 = 0.25;
/// How many bands away it is looked for.
const NEAR: usize = 3;

/// How many rows of specks there are on a page at `dpi` where no line was found.
pub(super) fn lost_rows(components: &[Component], lines: &[LineBox], dpi: f32) -> usize {
    let height = (BAND * dpi).max(1.0);
    let mut bands: Vec<Band> = Vec::new();
    let small = |c: &&Component| {
        c.height() as f32 <= MOST_HEIGHT * dpi && c.width() as f32 <= MOST_WIDTH * dpi
    };
    for speck in components.iter().filter(small) {
        let at = ((speck.y0 + speck.y1) as f32 / 2.0 / height) as usize;
        if bands.len() <= at {
            bands.resize(at + 1, Band::default());
        }
        bands[at].add(speck);
    }
    let is_row = |at: usize| {
        let band = &bands[at];
        let span = band.x1.saturating_sub(band.x0) as f32 / dpi;
        let dense = band.count as f32 >= LEAST_DENSITY * span;
        let around = at.saturating_sub(NEAR)..(at + NEAR + 1).min(bands.len());
        let quiet = |other: &Band| (other.count as f32) < QUIET * band.count as f32;
        band.count >= LEAST_SPECKS
            && span >= LEAST_SPAN
            && dense
            && bands[around].iter().any(quiet)
            && !is_read(band, at as f32 * height, height, lines)
    };
    // A row of letters is one or two bands high.
    let rows: Vec<usize> = (0..bands.len()).filter(|at| is_row(*at)).collect();
    let begins = |i: &usize| *i == 0 || rows[*i] > rows[*i - 1] + 1;
    (0..rows.len()).filter(begins).count()
}

#[derive(Debug, Clone, Copy)]
struct Band {
    count: usize,
    x0: u32,
    x1: u32,
}

impl Default for Band {
    fn default() -> Self {
        Self {
            count: 0,
            x0: u32::MAX,
            x1: 0,
        }
    }
}

impl Band {
    fn add(&mut self, speck: &Component) {
        self.count += 1;
        self.x0 = self.x0.min(speck.x0);
        self.x1 = self.x1.max(speck.x1);
    }
}

/// Whether lines were found along a third of a band.
fn is_read(band: &Band, top: f32, height: f32, lines: &[LineBox]) -> bool {
    let level = lines.iter().filter(|l| l.y0 < top + height && l.y1 > top);
    let found: f32 = level.map(|l| l.x1 - l.x0).sum();
    found * 3.0 > (band.x1 - band.x0) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const DPI: f32 = 200.0;

    /// Specks of 3 pixels, 12 to the inch over 5 inches, in rows this many pixels apart.
    fn specks(rows: std::ops::Range<u32>, pitch: u32) -> Vec<Component> {
        let place = |row: u32| (0..60).map(move |i| (100 + i * 16, 100 + row * pitch));
        let speck = |(x, y): (u32, u32)| Component {
            x0: x,
            y0: y,
            x1: x + 3,
            y1: y + 3,
            area: 6,
        };
        rows.flat_map(place).map(speck).collect()
    }

    #[test]
    fn rows_of_specks_are_lost_print() {
        assert_eq!(lost_rows(&specks(0..6, 40), &[], DPI), 6);
    }

    #[test]
    fn dust_and_textures_are_none() {
        let dust: Vec<Component> = specks(0..40, 40).into_iter().step_by(37).collect();
        assert_eq!(lost_rows(&dust, &[], DPI), 0);
        let edges = lost_rows(&specks(0..100, 8), &[], DPI);
        assert!(edges <= 2, "only its edges may look like rows: {edges}");
    }

    #[test]
    fn rows_with_lines_are_read() {
        let letters = specks(0..1, 40);
        let line = LineBox::from_letters(letters.clone());
        assert_eq!(lost_rows(&letters, &[line], DPI), 0);
    }
}
