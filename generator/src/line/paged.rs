//! Lines cut from whole pages by the program's own line finder, so that training matches inference.

use fastrand::Rng;
use i797::raster::{CropOptions, LineBox, PageLayout, Transform, prepare};
use i797::recognizer::normalise;
use image::{GrayImage, imageops};

use super::damage::Damage;
use super::ops::{self, chance, range};
use super::{ALPHABET, FaceId, LONGEST_LABEL, Line, WIDEST, number, sheets};
use crate::content::Kind;
use crate::font::Faces;
use crate::layout::sheet::{Sheet, Text};
use crate::raster;

/// Cap height in ems, close enough for all families.
const CAP: f32 = 0.69;

/// The percentage of lines without a number that are kept.
const OTHERS: f32 = 0.45;

/// A word on the sheet, in points.
struct Word<'a> {
    text: &'a str,
    x: (f32, f32),
}

/// Draws a page, damages it, finds its lines and returns those whose text is certain.
pub fn lines(rng: &mut Rng, faces: &Faces, damage: Damage, held_out: bool) -> Vec<Line> {
    let sheet = sheets::draw(rng, held_out);
    let dpi = resolution(rng, damage);
    let image = raster::draw(&sheet, dpi);
    let degrees = if chance(rng, 0.5) {
        range(rng, -5.0, 5.0)
    } else {
        range(rng, -0.7, 0.7)
    };
    let (mut image, to_drawn) = ops::turn(&image, f64::from(degrees));
    let unit = 8.5 * CAP * dpi.1 / 72.0;
    let places: Vec<(f32, f32)> = (0..rng.usize(6..22))
        .map(|_| {
            (
                rng.f32() * image.width() as f32,
                rng.f32() * image.height() as f32,
            )
        })
        .collect();
    damage.apply(&mut image, rng, faces, unit, &places);
    let to_sheet = to_drawn.then(&to_points(dpi));
    cut(rng, &sheet, image, dpi, &to_sheet)
        .into_iter()
        .map(|line| Line { damage, ..line })
        .collect()
}

/// The transform from pixels to points.
fn to_points(dpi: (f32, f32)) -> Transform {
    Transform::scale(72.0 / f64::from(dpi.0), 72.0 / f64::from(dpi.1))
}

/// Cuts the lines of a picture of the sheet whose text is certain.
fn cut(
    rng: &mut Rng,
    sheet: &Sheet,
    image: GrayImage,
    dpi: (f32, f32),
    to_sheet: &Transform,
) -> Vec<Line> {
    let mut kept = Vec::new();
    for page in prepare(image, Some(dpi)) {
        let to_sheet = page.to_image.then(to_sheet);
        for line in &page.lines {
            kept.extend(read(rng, sheet, &page, line, &to_sheet));
        }
    }
    kept
}

/// The clean picture of a page, for other programs to spoil.
pub fn clean(seed: u64) -> GrayImage {
    let mut rng = Rng::with_seed(seed);
    let sheet = sheets::draw(&mut rng, false);
    let dpi = [200.0, 200.0, 240.0, 300.0][rng.usize(0..4)];
    raster::draw(&sheet, (dpi, dpi))
}

/// The lines of the page of this seed, cut from its spoiled picture.
///
/// The picture has the pixels of [`clean`], each about where it was.
pub fn spoiled(seed: u64, image: GrayImage) -> Vec<Line> {
    let mut rng = Rng::with_seed(seed);
    let sheet = sheets::draw(&mut rng, false);
    let dpi = image.width() as f32 / sheet.width * 72.0;
    cut(&mut rng, &sheet, image, (dpi, dpi), &to_points((dpi, dpi)))
}

fn resolution(rng: &mut Rng, damage: Damage) -> (f32, f32) {
    match damage {
        Damage::Fax => (204.0, 196.0),
        Damage::CoarseFax => (204.0, 98.0),
        _ => {
            let dpi = [120.0, 150.0, 150.0, 200.0, 200.0, 200.0, 240.0, 300.0];
            let dpi = dpi[rng.usize(0..dpi.len())];
            (dpi, dpi)
        }
    }
}

/// Cuts a line and determines its text; `None` if that is not certain, or if it is one of many
/// lines without a number.
fn read(
    rng: &mut Rng,
    sheet: &Sheet,
    page: &PageLayout,
    line: &LineBox,
    to_sheet: &Transform,
) -> Option<Line> {
    let words = words_under(sheet, line, to_sheet)?;
    if words.is_empty() && !chance(rng, 0.5) {
        return None;
    }
    let from = at(line, to_sheet, line.x0);
    let to = at(line, to_sheet, line.x1);
    let (first, last) = choose(rng, &words)?;
    let label = words[first..last]
        .iter()
        .map(|word| word.text)
        .collect::<Vec<_>>()
        .join(" ");
    let found = number::find(&label);
    if found.is_none() && !chance(rng, OTHERS) || !label.chars().all(|c| ALPHABET.contains(c)) {
        return None;
    }
    let options = if chance(rng, 0.8) {
        CropOptions::FIRST
    } else {
        CropOptions::SECOND
    };
    let crop = page.crop(line, &options);
    // Cut in the middle of the spaces around the chosen words.
    let column = |x: f32| {
        let page_x = line.x0 + (x - from.0) / (to.0 - from.0) * (line.x1 - line.x0);
        ((page_x - crop.x0) / crop.step).clamp(0.0, crop.image.width() as f32) as u32
    };
    let left = if first > 0 {
        column((words[first - 1].x.1 + words[first].x.0) / 2.0)
    } else {
        0
    };
    let right = if last < words.len() {
        column((words[last - 1].x.1 + words[last].x.0) / 2.0)
    } else {
        crop.image.width()
    };
    if right <= left + 8 || (right - left) as usize > WIDEST {
        return None;
    }
    let strip: GrayImage =
        imageops::crop_imm(&crop.image, left, 0, right - left, crop.image.height()).to_image();
    let ink = normalise(&strip);
    let kind = if label.is_empty() {
        Kind::Blank
    } else {
        found.as_ref().map_or(Kind::Other, |f| f.0)
    };
    let number = found.map_or(0..0, |f| f.1);
    (ink.width <= WIDEST).then_some(Line {
        ink,
        label,
        kind,
        number,
        damage: Damage::Clean,
        face: FaceId::Paged(sheet.family as u8),
    })
}

/// The point of the sheet under the middle of the letters at page x.
fn at(line: &LineBox, to_sheet: &Transform, x: f32) -> (f32, f32) {
    let (x, y) = to_sheet.apply(f64::from(x), f64::from(line.baseline_at(x)));
    (x as f32, y as f32)
}

/// The words that the box of a line covers, from left to right. `None` if a word is only partly
/// covered, if print of another baseline is in the box, or if the box doesn't fit the print.
fn words_under<'a>(
    sheet: &'a Sheet,
    line: &LineBox,
    to_sheet: &Transform,
) -> Option<Vec<Word<'a>>> {
    let from = at(line, to_sheet, line.x0);
    let to = at(line, to_sheet, line.x1);
    let base = (from.1 + to.1) / 2.0;
    let cap = line.cap_height * (to.0 - from.0) / (line.x1 - line.x0);
    if to.0 <= from.0 || (from.1 - to.1).abs() > cap * 0.5 {
        return None;
    }
    let mut words = Vec::new();
    for text in sheet.texts() {
        let shared = text.baseline.min(base) - (text.baseline - text.size * CAP).max(base - cap);
        if shared < cap.min(text.size * CAP) * 0.3 || text.x > to.0 + cap * 2.0 {
            continue;
        }
        let fits = (text.baseline - base).abs() < cap * 0.3
            && (0.6..1.6).contains(&(cap / (text.size * CAP)));
        for word in words_of(text) {
            let covered = (word.x.1.min(to.0) - word.x.0.max(from.0)) / (word.x.1 - word.x.0);
            if covered <= 0.0 {
                // A word just outside the box would be cut into the strip's padding.
                let beside = word.x.0 - to.0 < cap * 0.45 && from.0 - word.x.1 < cap * 0.45;
                if beside {
                    return None;
                }
                continue;
            }
            let missing = (word.x.1 - word.x.0) * (1.0 - covered);
            if !fits || missing > text.size * 0.22 {
                return None;
            }
            words.push(word);
        }
    }
    words.sort_by(|a, b| a.x.0.total_cmp(&b.x.0));
    let apart = words
        .windows(2)
        .all(|pair| pair[1].x.0 > pair[0].x.1 - cap * 0.1);
    apart.then_some(words)
}

/// The words of a run of text with their ends in points.
fn words_of(text: &Text) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut offset = 0;
    for part in text.text.split(' ') {
        if !part.is_empty() {
            let start = text.x + text.face.width(&text.text[..offset], text.size);
            words.push(Word {
                text: part,
                x: (start, start + text.face.width(part, text.size)),
            });
        }
        offset += part.len() + 1;
    }
    words
}

/// A run of words within the limit for labels, including the number if there is one.
fn choose(rng: &mut Rng, words: &[Word]) -> Option<(usize, usize)> {
    let mut first = 0;
    let length = |first: usize, last: usize| {
        words[first..last]
            .iter()
            .map(|w| w.text.len() + 1)
            .sum::<usize>()
    };
    if length(0, words.len()) > LONGEST_LABEL {
        let numbered = words
            .iter()
            .position(|w| w.text.bytes().filter(u8::is_ascii_digit).count() >= 3);
        first = match numbered {
            Some(index) => index.saturating_sub(rng.usize(0..2)),
            None => rng.usize(0..words.len()),
        };
    }
    let mut last = first;
    while last < words.len() && length(first, last + 1) <= LONGEST_LABEL {
        last += 1;
    }
    (last > first || words.is_empty()).then_some((first, last))
}
