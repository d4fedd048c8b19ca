//! Areas of a light tint, such as the bar under a heading, that binarization takes for ink. Read as
//! lines they are noise, and noise is a sign that something could not be read.

use image::GrayImage;

use super::line_box::LineBox;

// Tuning.

/// A tint is wider than this many of its heights …
const LEAST_ASPECT: f32 = 2.5;
/// … and fills this share of its box: letters that touch fill two thirds at most.
const LEAST_FILL: f32 = 0.72;
/// It has at least this share of the light of the paper over and under it: what hides print is
/// darker.
const LEAST_LIGHT: f32 = 0.6;
/// Print on it is darker than this share of the tint's own light …
const INK: f32 = 0.75;
/// … and covers more than this share of its area.
const MOST_INK: f32 = 0.004;

/// Drops the lines that are a tint with nothing printed on it.
pub(super) fn drop_tints(lines: &mut Vec<LineBox>, image: &GrayImage) {
    lines.retain(|line| !is_solid(line) || !is_tint(line, image));
}

/// Whether a line is one solid area.
fn is_solid(line: &LineBox) -> bool {
    let [area] = line.members[..] else {
        return false;
    };
    let width = line.x1 - line.x0;
    let height = line.y1 - line.y0;
    width > LEAST_ASPECT * height && area.area as f32 >= LEAST_FILL * width * height
}

fn is_tint(line: &LineBox, image: &GrayImage) -> bool {
    let rows = |from: f32, to: f32| {
        let last = image.height() as f32;
        from.clamp(0.0, last) as u32..to.clamp(0.0, last) as u32
    };
    let height = line.y1 - line.y0;
    let columns = line.x0.max(0.0) as u32..(line.x1 as u32).min(image.width());
    let inside = light(image, columns.clone(), rows(line.y0, line.y1));
    let over = rows(line.y0 - height, line.y0 - height / 2.0);
    let under = rows(line.y1 + height / 2.0, line.y1 + height);
    let paper = [over, under].map(|band| light(image, columns.clone(), band));
    let (Some(tint), Some(paper)) = (inside, paper.into_iter().flatten().reduce(f32::max)) else {
        return false;
    };
    let ink = rows(line.y0, line.y1).flat_map(|y| columns.clone().map(move |x| (x, y)));
    let dark = ink.filter(|(x, y)| f32::from(image.get_pixel(*x, *y)[0]) < INK * tint);
    let area = (line.x1 - line.x0) * height;
    tint >= LEAST_LIGHT * paper && dark.count() as f32 <= MOST_INK * area
}

/// The mean light of a part of the page, 0 to 255; `None` of an empty one.
fn light(
    image: &GrayImage,
    columns: std::ops::Range<u32>,
    rows: std::ops::Range<u32>,
) -> Option<f32> {
    let count = columns.len() * rows.len();
    let pixels = rows.flat_map(|y| columns.clone().map(move |x| (x, y)));
    let sum: u64 = pixels
        .map(|(x, y)| u64::from(image.get_pixel(x, y)[0]))
        .sum();
    (count > 0).then(|| sum as f32 / count as f32)
}

#[cfg(test)]
mod tests {
    use super::super::binarize::Component;
    use super::*;
    use image::Luma;

    /// A bar of a grey on white paper, with a stroke of another on it, and the line that it makes.
    fn left(grey: u8, stroke: Option<u8>) -> usize {
        let mut image = GrayImage::from_pixel(400, 100, Luma([250]));
        for (x, y, pixel) in image.enumerate_pixels_mut() {
            if (50..350).contains(&x) && (40..60).contains(&y) {
                let on = (100..110).contains(&x) && (45..55).contains(&y);
                *pixel = Luma([stroke.filter(|_| on).unwrap_or(grey)]);
            }
        }
        let bar = Component {
            x0: 50,
            y0: 40,
            x1: 350,
            y1: 60,
            area: 5_500,
        };
        let mut lines = vec![LineBox::from_letters(vec![bar])];
        drop_tints(&mut lines, &image);
        lines.len()
    }

    #[test]
    fn a_light_bar_is_no_line() {
        assert_eq!(left(205, None), 0);
    }

    #[test]
    fn a_marker_and_print_on_a_tint_stay() {
        assert_eq!(left(40, None), 1);
        assert_eq!(left(205, Some(90)), 1);
    }
}
