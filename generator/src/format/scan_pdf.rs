//! PDFs of scans: one image (or several strips) per page, with or without a hidden OCR text layer.

use image::imageops;
use pdf_writer::types::TextRenderingMode;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref};

use super::{Scan, ccitt, deflate, picture};
use crate::layout::sheet::{Mark, Sheet, Text};
use crate::pdf::{Fonts, Numbers};
use crate::typeface::{Face, Family};

/// How the image of a page is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names are the codings' own
pub enum Codec {
    Jpeg,
    /// Turned left by 90°, and `/Rotate 90` on the page.
    JpegOnItsSide,
    G4,
    Flate,
    /// Eight JPEG strips from top to bottom.
    Strips,
}

/// The hidden text layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// No text.
    None,
    /// The text of the page.
    Right,
    /// The text of the page with misread digits.
    Wrong,
}

/// Writes the pages. `sheets` give the text layer, page by page.
pub fn write(pages: &[Scan], sheets: &[Sheet], codec: Codec, layer: Layer, quality: u8) -> Vec<u8> {
    let mut numbers = Numbers(0);
    let catalog = numbers.free();
    let tree = numbers.free();
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    let layers: Vec<Sheet> = if layer == Layer::None {
        Vec::new()
    } else {
        sheets.iter().map(|sheet| layer_of(sheet, layer)).collect()
    };
    let fonts = Fonts::embed(&mut pdf, &mut numbers, &layers);
    let mut kids = Vec::new();
    for (index, scan) in pages.iter().enumerate() {
        let turned = Scan {
            pixels: imageops::rotate270(&scan.pixels),
            dpi: (scan.dpi.1, scan.dpi.0),
        };
        let scan = if codec == Codec::JpegOnItsSide {
            &turned
        } else {
            scan
        };
        let size = (
            scan.pixels.width() as f32 * 72.0 / scan.dpi.0,
            scan.pixels.height() as f32 * 72.0 / scan.dpi.1,
        );
        let strips = place(&mut pdf, &mut numbers, scan, codec, quality);
        let page = numbers.free();
        let contents = numbers.free();
        kids.push(page);
        let mut content = Content::new();
        let total: u32 = strips.iter().map(|strip| strip.height).sum();
        let mut below = total;
        for (number, strip) in strips.iter().enumerate() {
            below -= strip.height;
            let unit = size.1 / total as f32;
            content.save_state();
            content.transform([
                size.0,
                0.0,
                0.0,
                strip.height as f32 * unit,
                0.0,
                below as f32 * unit,
            ]);
            content.x_object(Name(format!("Im{number}").as_bytes()));
            content.restore_state();
        }
        if let Some(sheet) = layers.get(index) {
            for text in sheet.texts() {
                fonts.show(&mut content, text, size.1, TextRenderingMode::Invisible);
            }
        }
        pdf.stream(contents, &deflate(&content.finish()))
            .filter(Filter::FlateDecode);
        let mut dict = pdf.page(page);
        dict.parent(tree)
            .media_box(Rect::new(0.0, 0.0, size.0, size.1))
            .contents(contents);
        if codec == Codec::JpegOnItsSide {
            dict.rotate(90);
        }
        let mut resources = dict.resources();
        fonts.list(&mut resources.fonts());
        let mut objects = resources.x_objects();
        for (number, strip) in strips.iter().enumerate() {
            objects.pair(Name(format!("Im{number}").as_bytes()), strip.id);
        }
    }
    pdf.pages(tree).count(kids.len() as i32).kids(kids);
    pdf.finish()
}

struct Strip {
    id: Ref,
    height: u32,
}

/// Writes the image of a page and returns its strips from top to bottom.
fn place(
    pdf: &mut Pdf,
    numbers: &mut Numbers,
    scan: &Scan,
    codec: Codec,
    quality: u8,
) -> Vec<Strip> {
    let (width, height) = scan.pixels.dimensions();
    let count = if codec == Codec::Strips { 8 } else { 1 };
    let mut strips = Vec::new();
    for index in 0..count {
        let top = height * index / count;
        let bottom = height * (index + 1) / count;
        let part = Scan {
            pixels: imageops::crop_imm(&scan.pixels, 0, top, width, bottom - top).to_image(),
            dpi: scan.dpi,
        };
        let id = numbers.free();
        let (bytes, filter, bits) = match codec {
            Codec::G4 => (ccitt::group4(&part.pixels), Filter::CcittFaxDecode, 1),
            Codec::Flate => (deflate(part.pixels.as_raw()), Filter::FlateDecode, 8),
            Codec::Jpeg | Codec::JpegOnItsSide | Codec::Strips => {
                (picture::jpeg(&part, quality), Filter::DctDecode, 8)
            }
        };
        let mut image = pdf.image_xobject(id, &bytes);
        image.filter(filter);
        image
            .width(width as i32)
            .height((bottom - top) as i32)
            .bits_per_component(bits);
        image.color_space().device_gray();
        if codec == Codec::G4 {
            image
                .decode_parms()
                .k(-1)
                .columns(width as i32)
                .rows((bottom - top) as i32);
        }
        image.finish();
        strips.push(Strip {
            id,
            height: bottom - top,
        });
    }
    strips
}

/// The text of a sheet as an OCR program would embed it: in one plain face, optionally with misread
/// digits.
fn layer_of(sheet: &Sheet, layer: Layer) -> Sheet {
    let texts = sheet.texts().map(|text| {
        let words = if layer == Layer::Wrong {
            misread(&text.text)
        } else {
            text.text.clone()
        };
        Mark::Text(Text {
            text: words,
            face: Face::regular(Family::Helvetica),
            ..text.clone()
        })
    });
    Sheet {
        marks: texts.collect(),
        ..sheet.clone()
    }
}

/// The text with every fifth digit and the letters O and I misread.
fn misread(text: &str) -> String {
    let mut digits = 0;
    text.chars()
        .map(|c| {
            if !c.is_ascii_digit() {
                return c;
            }
            digits += 1;
            if digits % 5 == 0 { misread_digit(c) } else { c }
        })
        .collect::<String>()
        .replace("IOE", "1OE")
}

/// The digit that this one is misread as.
fn misread_digit(digit: char) -> char {
    match digit {
        '1' => '7',
        '3' => '8',
        '5' => '6',
        '6' => '5',
        '8' => '3',
        '9' => '4',
        '0' => '6',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wrong_layer_is_wrong() {
        assert_eq!(misread("IOE0912345678"), "1OE0912845673");
        assert_eq!(misread("Receipt Number"), "Receipt Number");
    }
}
