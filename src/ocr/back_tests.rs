use super::*;
use crate::model::confidence::Confidence;
use crate::ocr::StripWord;
use crate::raster::{CropOptions, prepare};
use image::{GrayImage, Luma};

/// Reads everything well.
struct Sure;

impl OcrEngine for Sure {
    fn name(&self) -> &'static str {
        "sure"
    }

    fn crop(&self, _pass: Pass) -> CropOptions {
        CropOptions::FIRST
    }

    fn read(&mut self, strips: &[GrayImage]) -> Result<Vec<Vec<StripWord>>, OcrError> {
        let word = |strip: &GrayImage| StripWord {
            text: "MIRRORED".to_owned(),
            x0: 0.0,
            x1: strip.width() as f32,
            confidence: Confidence::SURE,
        };
        Ok(strips.iter().map(|strip| vec![word(strip)]).collect())
    }
}

/// How many of the lines of a page are left that read well only in a mirror.
fn left_of(count: u32) -> usize {
    let mut image = GrayImage::from_pixel(850, 1100, Luma([255]));
    for line in 0..count {
        for letter in 0..20 {
            for (x, y) in (0..10).flat_map(|x| (0..14).map(move |y| (x, y))) {
                image.put_pixel(100 + 14 * letter + x, 100 + 60 * line + y, Luma([0]));
            }
        }
    }
    let page = prepare(image, Some((100.0, 100.0))).remove(0);
    assert_eq!(page.lines.len(), count as usize);
    let word = |line: &LineBox| Word {
        text: "8IEhO".to_owned(),
        bounds: super::super::strip::bounds(line, (line.x0, line.x1), 1.0).unwrap(),
        confidence: Confidence::new(0.3),
    };
    let mut lines: Vec<Vec<Word>> = page.lines.iter().map(|l| vec![word(l)]).collect();
    drop_back(&page, &mut lines, &mut Sure).unwrap();
    lines.iter().filter(|words| !words.is_empty()).count()
}

#[test]
fn the_back_shows_through_in_several_lines_or_not_at_all() {
    assert_eq!(left_of(1), 1);
    assert_eq!(left_of(2), 2);
    assert_eq!(left_of(5), 0);
}
