//! From the pixels of an image to its pages: which way round, how large, how turned, how many.

use std::sync::Arc;

use image::GrayImage;

use super::background::{Background, is_inverted};
use super::binarize::Bitmap;
use super::dewarp::find_sheet;
use super::page::{PageLayout, Source};
use super::sampling::{reduce, resample};
use super::skew::{runs_vertically, skew_angle};
use super::transform::Transform;

/// Page pixels an inch that lines are looked for on, where the scan's own resolution does not serve.
const PAGE_DPI: f64 = 200.0;

/// Page pixels at most; larger sheets are looked at more coarsely.
const MOST_PIXELS: f64 = 24e6;

/// Several sheets in one picture, or a long page of a screen, are not longer than this, in inches.
const LONGEST_SHEET: f64 = 70.0;

/// The short side of a letter page in inches: what is assumed where nothing better is known.
const LETTER_WIDTH: f64 = 8.5;

/// Prepares the page or, for two pages side by side, both pages on `image`. `dpi` is the resolution across and down, if
/// the file tells one; what cannot be true of a sheet of paper is not believed. Any size of image gives at least one page.
pub fn prepare(mut image: GrayImage, dpi: Option<(f32, f32)>) -> Vec<PageLayout> {
    let (w, h) = (f64::from(image.width()), f64::from(image.height()));
    let (dx, dy) = believable(dpi, w, h);
    let (fx, fy) = (
        ((dx / 100.0).round() as u32).max(1),
        ((dy / 100.0).round() as u32).max(1),
    );
    let mut small = reduce(&image, fx, fy);
    if is_inverted(&small) {
        image::imageops::invert(&mut image);
        image::imageops::invert(&mut small);
    }
    let light = Background::measure(&small, fx, fy);
    let sheet = Sheet::of(&light, (w, h), (dx, dy));
    let (to_sheet, size) = level(
        &sheet,
        &small,
        &light,
        (f64::from(fx), f64::from(fy)),
        dx / f64::from(fx),
    );
    let native = sheet.flat && (170.0..=260.0).contains(&dx) && (dx / dy - 1.0).abs() < 0.05;
    let page_dpi = if native { dx } else { PAGE_DPI };
    let page_dpi = page_dpi.min((MOST_PIXELS / (size.0 * size.1)).sqrt());
    let to_image = Transform::scale(1.0 / page_dpi, 1.0 / page_dpi)
        .then(&to_sheet)
        .then(&sheet.to_image);
    let pixels = |inches: f64| (inches * page_dpi).round().clamp(1.0, 65_000.0) as u32;
    let source = Arc::new(Source {
        pixels: image,
        light,
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

/// The resolution told, if a sheet of 3 to 25 inches, or longer where screens are scrolled, would come of it; otherwise that of a letter page, with the told shape
/// of a pixel if that is one of fax machines.
fn believable(dpi: Option<(f32, f32)>, w: f64, h: f64) -> (f64, f64) {
    let (dx, dy) = dpi.map_or((0.0, 0.0), |(x, y)| (f64::from(x), f64::from(y)));
    let (wide, high) = (w / dx, h / dy);
    let good = (3.0..25.0).contains(&wide) && (3.0..LONGEST_SHEET).contains(&high);
    if dx > 0.0 && dy > 0.0 && good {
        return (dx, dy);
    }
    let ratio = dx / dy;
    let aspect = if ratio.is_finite() && (0.4..2.6).contains(&ratio) {
        ratio
    } else {
        1.0
    };
    let (across, down) = (w, h * aspect);
    // A strip is a cutting as wide as a page; what is high and narrow is a screen that was scrolled.
    let dx = if across > down * 2.2 {
        across / LETTER_WIDTH
    } else {
        across.min(down) / LETTER_WIDTH
    };
    let dx = dx.max(20.0);
    (dx, dx / aspect)
}

/// The sheet of paper on the image.
struct Sheet {
    /// From inches on the sheet to pixels of the image.
    to_image: Transform,
    /// Width and height in inches.
    size: (f64, f64),
    /// Whether the sheet fills the image, as on a scan.
    flat: bool,
}

impl Sheet {
    fn of(light: &Background, (w, h): (f64, f64), (dx, dy): (f64, f64)) -> Sheet {
        let whole = Sheet {
            to_image: Transform::scale(dx, dy),
            size: (w / dx, h / dy),
            flat: true,
        };
        let Some(shares) = find_sheet(&light.bright) else {
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
        // The guess was made for the whole image; the sheet is smaller. Its short side is a letter page's.
        let short = size.0.min(size.1);
        let scale = if (7.5..=9.5).contains(&short) {
            1.0
        } else {
            LETTER_WIDTH / short.max(0.01)
        };
        let size = (size.0 * scale, size.1 * scale);
        match Transform::onto_quad(size.0, size.1, corners) {
            Some(to_image) => Sheet {
                to_image,
                size,
                flat: false,
            },
            None => whole,
        }
    }
}

/// The way from inches on a level page, text along x, to inches on the sheet, and the size of that page.
fn level(
    sheet: &Sheet,
    small: &GrayImage,
    light: &Background,
    (fx, fy): (f64, f64),
    dpi: f64,
) -> (Transform, (f64, f64)) {
    let dpi = dpi.min((MOST_PIXELS / 8.0 / (sheet.size.0 * sheet.size.1)).sqrt());
    let (w, h) = sheet.size;
    let to_image = Transform::scale(1.0 / dpi, 1.0 / dpi).then(&sheet.to_image);
    let to_small = to_image.then(&Transform::scale(1.0 / fx, 1.0 / fy));
    let pixels = |inches: f64| (inches * dpi).round().clamp(1.0, 20_000.0) as u32;
    let thumbnail = resample(small, &to_small, pixels(w), pixels(h), 255);
    let mut mask = Bitmap::of(&thumbnail, light, &to_image);
    drop_borders(&mut mask);
    let (components, _) = mask.components();
    let sideways = runs_vertically(&components, dpi as f32);
    let (turn, (w, h)) = if sideways {
        mask = transposed(&mask);
        (
            Transform::rotation(90.0).then(&Transform::translation(w, 0.0)),
            (h, w),
        )
    } else {
        (Transform::IDENTITY, (w, h))
    };
    let degrees = skew_angle(&mask, 1.0);
    if degrees.abs() < 0.04 {
        return (turn, (w, h));
    }
    let (s, c) = degrees.to_radians().sin_cos();
    let (width, height) = (w * c + h * s.abs(), h * c + w * s.abs());
    let straighten = Transform::translation(-width / 2.0, -height / 2.0)
        .then(&Transform::rotation(degrees))
        .then(&Transform::translation(w / 2.0, h / 2.0));
    (straighten.then(&turn), (width, height))
}

/// The mask of the page turned so that its columns become rows, as the quarter turn of [`level`] does.
fn transposed(mask: &Bitmap) -> Bitmap {
    let (width, height) = (mask.height, mask.width);
    let mut ink = vec![0; width * height];
    for (y, row) in mask.ink.chunks_exact(mask.width.max(1)).enumerate() {
        for (x, &p) in row.iter().enumerate() {
            // The sheet's right edge becomes the top.
            ink[(height - 1 - x) * width + y] = p;
        }
    }
    Bitmap { width, height, ink }
}

/// Takes away ink that fills the border: copier edges would pull the lean to their own.
fn drop_borders(mask: &mut Bitmap) {
    let (components, runs) = mask.components();
    let (w, h) = (mask.width as u32, mask.height as u32);
    let border: Vec<bool> = components
        .iter()
        .map(|c| {
            let touches = c.x0 == 0 || c.y0 == 0 || c.x1 == w || c.y1 == h;
            touches && (c.width() > w / 8 || c.height() > h / 8)
        })
        .collect();
    for run in runs.iter().filter(|r| border[r.label as usize]) {
        let row = run.y as usize * mask.width;
        mask.ink[row + run.x0 as usize..row + run.x1 as usize].fill(0);
    }
}

/// The column between two pages side by side, if the page is as wide as two and no line crosses its middle.
fn gutter(page: &PageLayout) -> Option<u32> {
    if f64::from(page.width) < f64::from(page.height) * 1.2 || page.lines.len() < 8 {
        return None;
    }
    let (middle, reach) = (page.width as f32 / 2.0, page.width as f32 * 0.12);
    let mut spans: Vec<(f32, f32)> = page.lines.iter().map(|l| (l.x0, l.x1)).collect();
    let wide = page
        .rules
        .iter()
        .filter(|r| r.is_horizontal())
        .map(|r| (r.x0, r.x1));
    spans.extend(wide);
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut end, mut best) = (0.0f32, (0.0, 0.0));
    for (x0, x1) in spans
        .into_iter()
        .chain([(page.width as f32, page.width as f32)])
    {
        let (from, to) = (end.max(middle - reach), x0.min(middle + reach));
        if to - from > best.0 {
            best = (to - from, (end.max(0.0) + x0) / 2.0);
        }
        end = end.max(x1);
    }
    let (width, x) = best;
    let left = page.lines.iter().filter(|l| l.x1 < x).count();
    let balanced = left >= 4 && page.lines.len() - left >= 4;
    (width > page.dpi * 0.35 && balanced).then_some(x as u32)
}

#[cfg(test)]
mod tests {
    use image::Luma;

    use super::*;

    /// A letter page at 200 dpi with lines of blocks for letters, drawn through `map` (page to drawn page, about the centre).
    fn page(degrees: f64) -> GrayImage {
        let flat = GrayImage::from_fn(1700, 2200, |x, y| {
            let text = (150..1500).contains(&x)
                && (200..1890).contains(&y)
                && y % 44 < 18
                && x % 16 < 10
                && (x / 16) % 7 != 6;
            Luma([if text { 30 } else { 240 }])
        });
        let turn = Transform::translation(-850.0, -1100.0)
            .then(&Transform::rotation(-degrees))
            .then(&Transform::translation(850.0, 1100.0));
        resample(&flat, &turn, 1700, 2200, 240)
    }

    #[test]
    fn a_leaning_page_is_made_level_and_leads_back() {
        let pages = prepare(page(3.0), Some((200.0, 200.0)));
        let page = &pages[0];
        assert_eq!(pages.len(), 1);
        assert!(
            (37..=41).contains(&page.lines.len()),
            "{}",
            page.lines.len()
        );
        let line = &page.lines[10];
        assert!((line.baseline_at(line.x1) - line.baseline_at(line.x0)).abs() < 2.5);
        let (ax, ay) = page.to_image.apply(100.0, 100.0);
        let (bx, by) = page.to_image.apply(1100.0, 100.0);
        assert!(((by - ay).atan2(bx - ax).to_degrees() - 3.0).abs() < 0.1);
        let back = page.to_image.inverse().map(|t| t.apply(ax, ay));
        assert!(back.is_some_and(|(x, y)| (x - 100.0).abs() < 1e-6 && (y - 100.0).abs() < 1e-6));
    }

    #[test]
    fn a_page_on_its_side_is_turned() {
        let pages = prepare(image::imageops::rotate90(&page(0.0)), Some((200.0, 200.0)));
        assert_eq!((pages[0].width, pages[0].height), (1700, 2200));
        let lines = pages[0].lines.len();
        assert!((37..=41).contains(&lines), "{lines}");
        assert_eq!(pages[0].turned(2).lines.len(), lines);
        assert_eq!(pages[0].promising_lines(4).len(), 4);
    }

    #[test]
    fn a_coarse_fax_is_squared() {
        let fax = resample(
            &page(0.0),
            &Transform::scale(1700.0 / 1734.0, 2200.0 / 1078.0),
            1734,
            1078,
            255,
        );
        let pages = prepare(fax, Some((204.0, 98.0)));
        assert_eq!((pages[0].width, pages[0].height), (1700, 2200));
        assert!(pages[0].lines.len() >= 37);
    }

    #[test]
    fn columns_and_blank_pages() {
        let mut sheet = page(0.0);
        (0..2200).for_each(|y| (800..900).for_each(|x| sheet.put_pixel(x, y, Luma([240]))));
        let pages = prepare(sheet, Some((200.0, 200.0)));
        assert!(
            pages[0].lines.iter().all(|l| l.x1 < 810.0 || l.x0 > 890.0) && !pages[0].is_blank()
        );
        let dusty = GrayImage::from_fn(1700, 2200, |x, y| {
            Luma([if (x * 7919 + y * 104_729) % 20_011 == 0 {
                0
            } else {
                235 + ((x ^ y) % 9) as u8
            }])
        });
        assert!(prepare(dusty, Some((200.0, 200.0)))[0].is_blank());
    }

    #[test]
    fn any_size_gives_a_page() {
        for (w, h) in [
            (0, 0),
            (1, 1),
            (1, 900),
            (900, 1),
            (3, 3),
            (40, 40),
            (2000, 20),
        ] {
            for dpi in [
                None,
                Some((200.0, 200.0)),
                Some((0.0, f32::NAN)),
                Some((-3.0, 1e9)),
            ] {
                for value in [0, 128, 255] {
                    let pages = prepare(GrayImage::from_pixel(w, h, Luma([value])), dpi);
                    assert!(!pages.is_empty() && pages[0].picture().width() > 0);
                }
            }
        }
    }
}
