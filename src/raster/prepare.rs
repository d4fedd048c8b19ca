//! Page preparation: polarity, resolution, dewarp, rotation, deskew, and splitting of double pages.

use std::sync::Arc;

use image::GrayImage;

use super::background::{Background, is_inverted};
use super::binarize::Bitmap;
use super::dewarp::find_page_quad;
use super::page::{PageLayout, Source};
use super::sampling::{reduce, resample};
use super::skew::{runs_vertically, skew_angle};
use super::transform::Transform;

// Tuning: resolutions, in pixels per inch, and page sizes, in inches.

/// Resolution that lines are detected at, unless the scan's own is close to it.
const PAGE_DPI: f64 = 200.0;
/// Resolutions of scans that are used as they are: no resampling, no blur.
const NATIVE_DPI: std::ops::RangeInclusive<f64> = 170.0..=260.0;
/// How far from square the pixels of such a scan may be.
const SQUARE_PIXELS: f64 = 0.05;
/// Resolution of the reduced image that background, page quad and skew are estimated on.
const SMALL_DPI: f64 = 100.0;
/// Most pixels of a page; larger pages are prepared at a lower resolution.
const MOST_PIXELS: f64 = 24e6;
/// Most pixels of the thumbnail that skew is estimated on.
const MOST_THUMBNAIL_PIXELS: f64 = MOST_PIXELS / 8.0;

/// Length of the longest sheet: several in one image, or a long page of a screen, in inches.
const LONGEST_SHEET: f64 = 70.0;
/// A letter page: assumed where nothing better is known.
const LETTER_WIDTH: f64 = 8.5;
/// Sides of a page that a stated resolution may result in.
const PAGE_SIDES: std::ops::Range<f64> = 3.0..25.0;
/// Short sides at which a dewarped page keeps the scale of its image.
const LETTER_WIDTHS: std::ops::RangeInclusive<f64> = 7.5..=9.5;
/// Shapes of pixels, width over height in resolution, that fax machines produce.
const FAX_ASPECTS: std::ops::Range<f64> = 0.4..2.6;
/// An image longer than this multiple of its other side is a cutting: as wide or high as a page.
const CUTTING_ASPECT: f64 = 2.2;
/// Offices scan no finer than this, in dots per inch …
const FINEST_SCAN: f64 = 400.0;
/// … and no sheets that are shorter than this, in inches.
const LEAST_SHEET: f64 = 6.0;
/// Least resolution that is assumed.
const LEAST_DPI: f64 = 20.0;
/// Skew below this is left alone, in degrees: over a full line, half a pixel of the thumbnail.
const LEAST_SKEW: f64 = 0.04;

// Tuning: double pages.

/// A double page is wider than this multiple of its height.
const DOUBLE_PAGE_ASPECT: f64 = 1.2;
/// Fewest lines of each page.
const DOUBLE_PAGE_LINES: usize = 4;
/// How far from the middle the gutter may be, as a share of the width.
const GUTTER_REACH: f32 = 0.12;
/// Least width of the gutter, in inches.
const GUTTER_WIDTH: f32 = 0.35;

/// Prepares the page on `image`, or both pages of a double page.
///
/// `dpi` is the resolution across and down, if the file states one; it is ignored if no sheet of
/// paper could have it. Images of any size result in at least one page.
pub fn prepare(mut image: GrayImage, dpi: Option<(f32, f32)>) -> Vec<PageLayout> {
    let w = f64::from(image.width());
    let h = f64::from(image.height());
    let (dx, dy) = plausible_dpi(dpi, w, h);
    let fx = ((dx / SMALL_DPI).round() as u32).max(1);
    let fy = ((dy / SMALL_DPI).round() as u32).max(1);
    let mut small = reduce(&image, fx, fy);
    if is_inverted(&small) {
        image::imageops::invert(&mut image);
        image::imageops::invert(&mut small);
    }
    let background = Background::estimate(&small, fx, fy);
    let quad = PageQuad::locate(&background, (w, h), (dx, dy));
    let reduction = (f64::from(fx), f64::from(fy));
    let (to_quad, size) = deskew(&quad, &small, &background, reduction, dx / reduction.0);
    let native = quad.flat && NATIVE_DPI.contains(&dx) && (dx / dy - 1.0).abs() < SQUARE_PIXELS;
    let page_dpi = if native { dx } else { PAGE_DPI };
    let page_dpi = page_dpi.min((MOST_PIXELS / (size.0 * size.1)).sqrt());
    let to_image = Transform::scale(1.0 / page_dpi, 1.0 / page_dpi)
        .then(&to_quad)
        .then(&quad.to_image);
    let pixels = |inches: f64| (inches * page_dpi).round().clamp(1.0, 65_000.0) as u32;
    let source = Arc::new(Source {
        pixels: image,
        background,
    });
    let page = PageLayout::find(
        source,
        to_image,
        (pixels(size.0), pixels(size.1)),
        page_dpi as f32,
    );
    match gutter(&page) {
        Some(x) => vec![page.part(0, x), page.part(x, page.width)],
        None => vec![page],
    }
}

/// The stated resolution, if it results in a page of plausible size. Otherwise that of a letter
/// page, with the stated shape of a pixel if fax machines produce it.
fn plausible_dpi(dpi: Option<(f32, f32)>, w: f64, h: f64) -> (f64, f64) {
    let (dx, dy) = dpi.map_or((0.0, 0.0), |(x, y)| (f64::from(x), f64::from(y)));
    let is_wide_enough = PAGE_SIDES.contains(&(w / dx));
    let is_long_enough = (PAGE_SIDES.start..LONGEST_SHEET).contains(&(h / dy));
    // So fine a picture of so little paper is a page that its program made small.
    let is_shrunk = dx > FINEST_SCAN && (w / dx).max(h / dy) < LEAST_SHEET;
    if dx > 0.0 && dy > 0.0 && is_wide_enough && is_long_enough && !is_shrunk {
        return (dx, dy);
    }
    let ratio = dx / dy;
    let aspect = if ratio.is_finite() && FAX_ASPECTS.contains(&ratio) {
        ratio
    } else {
        1.0
    };
    let across = w;
    let down = h * aspect;
    // A strip is a cutting as wide as a page; a high and narrow image is a screen that was
    // scrolled.
    let dx = if across > down * CUTTING_ASPECT {
        across / LETTER_WIDTH
    } else {
        across.min(down) / LETTER_WIDTH
    };
    let dx = dx.max(LEAST_DPI);
    (dx, dx / aspect)
}

/// Where the sheet of paper is in the image.
struct PageQuad {
    /// From inches on the page to pixels of the image: a homography for photographs.
    to_image: Transform,
    /// Width and height in inches.
    size: (f64, f64),
    /// Whether the page fills the image, as in a scan.
    flat: bool,
}

impl PageQuad {
    fn locate(background: &Background, (w, h): (f64, f64), (dx, dy): (f64, f64)) -> PageQuad {
        let whole = PageQuad {
            to_image: Transform::scale(dx, dy),
            size: (w / dx, h / dy),
            flat: true,
        };
        let Some(shares) = find_page_quad(&background.bright) else {
            return whole;
        };
        let corners = shares.map(|(x, y)| (x * w, y * h));
        let length = |a: usize, b: usize| {
            ((corners[a].0 - corners[b].0) / dx).hypot((corners[a].1 - corners[b].1) / dy)
        };
        let size = (
            (length(0, 1) + length(3, 2)) / 2.0,
            (length(0, 3) + length(1, 2)) / 2.0,
        );
        // The resolution was that of the whole image, and the page is smaller. Its short side is
        // that of a letter page.
        let short = size.0.min(size.1);
        let scale = if LETTER_WIDTHS.contains(&short) {
            1.0
        } else {
            LETTER_WIDTH / short.max(0.01)
        };
        let size = (size.0 * scale, size.1 * scale);
        match Transform::onto_quad(size.0, size.1, corners) {
            Some(to_image) => PageQuad {
                to_image,
                size,
                flat: false,
            },
            None => whole,
        }
    }
}

/// The mapping from inches on a deskewed page, with text along x, to inches on the page quad, and
/// the size of that page.
fn deskew(
    quad: &PageQuad,
    small: &GrayImage,
    background: &Background,
    (fx, fy): (f64, f64),
    dpi: f64,
) -> (Transform, (f64, f64)) {
    let (w, h) = quad.size;
    let dpi = dpi.min((MOST_THUMBNAIL_PIXELS / (w * h)).sqrt());
    let to_image = Transform::scale(1.0 / dpi, 1.0 / dpi).then(&quad.to_image);
    let to_small = to_image.then(&Transform::scale(1.0 / fx, 1.0 / fy));
    let pixels = |inches: f64| (inches * dpi).round().clamp(1.0, 20_000.0) as u32;
    let thumbnail = resample(small, &to_small, pixels(w), pixels(h), 255);
    let mut bitmap = Bitmap::binarize(&thumbnail, background, &to_image);
    drop_borders(&mut bitmap);
    let (components, _) = bitmap.components();
    let (rotation, (w, h)) = if runs_vertically(&components, dpi as f32) {
        bitmap = transposed(&bitmap);
        let rotation = Transform::rotation(90.0).then(&Transform::translation(w, 0.0));
        (rotation, (h, w))
    } else {
        (Transform::IDENTITY, (w, h))
    };
    let degrees = skew_angle(&bitmap, 1.0);
    if degrees.abs() < LEAST_SKEW {
        return (rotation, (w, h));
    }
    let (s, c) = degrees.to_radians().sin_cos();
    let width = w * c + h * s.abs();
    let height = h * c + w * s.abs();
    let straighten = Transform::translation(-width / 2.0, -height / 2.0)
        .then(&Transform::rotation(degrees))
        .then(&Transform::translation(w / 2.0, h / 2.0));
    (straighten.then(&rotation), (width, height))
}

/// The bitmap rotated so that its columns become rows, as the quarter turn in [`deskew`] does.
fn transposed(bitmap: &Bitmap) -> Bitmap {
    let width = bitmap.height;
    let height = bitmap.width;
    let mut ink = vec![0; width * height];
    for (y, row) in bitmap.ink.chunks_exact(bitmap.width.max(1)).enumerate() {
        for (x, &p) in row.iter().enumerate() {
            // The right edge becomes the top.
            ink[(height - 1 - x) * width + y] = p;
        }
    }
    Bitmap { width, height, ink }
}

/// Removes ink that fills the border: black copier edges would dominate the skew estimate.
fn drop_borders(bitmap: &mut Bitmap) {
    let (components, runs) = bitmap.components();
    let w = bitmap.width as u32;
    let h = bitmap.height as u32;
    let border: Vec<bool> = components
        .iter()
        .map(|c| {
            let touches = c.x0 == 0 || c.y0 == 0 || c.x1 == w || c.y1 == h;
            touches && (c.width() > w / 8 || c.height() > h / 8)
        })
        .collect();
    for run in runs.iter().filter(|r| border[r.label as usize]) {
        let row = run.y as usize * bitmap.width;
        bitmap.ink[row + run.x0 as usize..row + run.x1 as usize].fill(0);
    }
}

/// The middle of the gutter of a double page, if the page is wide enough for two and nothing
/// crosses its middle.
fn gutter(page: &PageLayout) -> Option<u32> {
    if f64::from(page.width) < f64::from(page.height) * DOUBLE_PAGE_ASPECT
        || page.lines.len() < 2 * DOUBLE_PAGE_LINES
    {
        return None;
    }
    let middle = page.width as f32 / 2.0;
    let reach = page.width as f32 * GUTTER_REACH;
    let rules = page.rules.iter().filter(|r| r.is_horizontal());
    let mut spans: Vec<(f32, f32)> = page.lines.iter().map(|l| (l.x0, l.x1)).collect();
    spans.extend(rules.map(|r| (r.x0, r.x1)));
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    spans.push((page.width as f32, page.width as f32));
    let mut end = 0.0f32;
    let mut width = 0.0;
    let mut x = 0.0;
    for (x0, x1) in spans {
        let from = end.max(middle - reach);
        let to = x0.min(middle + reach);
        if to - from > width {
            width = to - from;
            x = (end.max(0.0) + x0) / 2.0;
        }
        end = end.max(x1);
    }
    let left = page.lines.iter().filter(|l| l.x1 < x).count();
    let right = page.lines.len() - left;
    let balanced = left >= DOUBLE_PAGE_LINES && right >= DOUBLE_PAGE_LINES;
    (width > page.dpi * GUTTER_WIDTH && balanced).then_some(x as u32)
}

#[cfg(test)]
#[path = "prepare_tests.rs"]
mod tests;
