//! A picture on a page of its own, without loss: JPEG and fax data go in as they are encoded, all
//! else as the very samples that were decoded.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref};

use crate::document::turn::Turn;

/// The samples of a picture as a PDF holds them.
pub(in crate::document) struct Raster {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Bits of a sample.
    pub bits: u8,
    /// Grey, red-green-blue, or the four inks.
    pub channels: u8,
    /// The encoded samples.
    pub data: Vec<u8>,
    /// How they are encoded.
    pub coding: Coding,
    /// Whether the samples are stored the other way round.
    pub inverted: bool,
    /// How opaque the picture is, as samples of 8 bits; `None` for wholly.
    pub alpha: Option<Vec<u8>>,
}

/// How samples are encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Coding {
    /// Not at all; they are compressed when they are written.
    Plain,
    /// As JPEG.
    Jpeg,
    /// As a Group 4 fax.
    Group4 {
        /// Whether a set bit is ink.
        black_is_1: bool,
    },
}

/// Pages, one picture on each, with the picture's size in points and how it is turned.
pub(in crate::document) fn page_of(pictures: Vec<(Raster, (f32, f32), Turn)>) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let mut next = Ref::new(1);
    let catalog = next.bump();
    let tree = next.bump();
    pdf.catalog(catalog).pages(tree);
    let mut kids = Vec::new();
    for (raster, size, turn) in pictures {
        let [page, content, image, mask] = [(); 4].map(|()| next.bump());
        kids.push(page);
        let mut to = pdf.page(page);
        to.media_box(Rect::new(0.0, 0.0, size.0, size.1))
            .parent(tree)
            .contents(content);
        to.resources().x_objects().pair(Name(b"Im0"), image);
        to.finish();
        pdf.stream(content, &drawn(size, turn));
        let has_alpha = raster.alpha.is_some();
        if let Some(alpha) = &raster.alpha {
            let data = compressed(alpha);
            let mut to = pdf.image_xobject(mask, &data);
            to.filter(pdf_writer::Filter::FlateDecode);
            to.width(whole(raster.width)).height(whole(raster.height));
            to.color_space().device_gray();
            to.bits_per_component(8);
        }
        write(&mut pdf, image, &raster, has_alpha.then_some(mask));
    }
    let count = i32::try_from(kids.len()).unwrap_or(i32::MAX);
    pdf.pages(tree).kids(kids).count(count);
    pdf.finish()
}

fn write(pdf: &mut Pdf, image: Ref, raster: &Raster, mask: Option<Ref>) {
    let data = match raster.coding {
        Coding::Plain => compressed(&raster.data),
        Coding::Jpeg | Coding::Group4 { .. } => raster.data.clone(),
    };
    let mut to = pdf.image_xobject(image, &data);
    match raster.coding {
        Coding::Plain => {
            to.filter(pdf_writer::Filter::FlateDecode);
        }
        Coding::Jpeg => {
            to.filter(pdf_writer::Filter::DctDecode);
        }
        Coding::Group4 { black_is_1 } => {
            to.filter(pdf_writer::Filter::CcittFaxDecode);
            to.decode_parms()
                .k(-1)
                .columns(whole(raster.width))
                .rows(whole(raster.height))
                .black_is_1(black_is_1);
        }
    }
    to.width(whole(raster.width)).height(whole(raster.height));
    match raster.channels {
        1 => to.color_space().device_gray(),
        3 => to.color_space().device_rgb(),
        _ => to.color_space().device_cmyk(),
    }
    to.bits_per_component(i32::from(raster.bits));
    if raster.inverted {
        to.decode((0..raster.channels).flat_map(|_| [1.0, 0.0]));
    }
    if let Some(mask) = mask {
        to.s_mask(mask);
    }
}

/// Draws the picture over the whole page, turned as a viewer of the picture turns it.
fn drawn((width, height): (f32, f32), turn: Turn) -> Vec<u8> {
    // The square of a picture, from its lower left corner: along its rows, and up its columns.
    let mut along = (1.0, 0.0);
    let mut up = (0.0, 1.0);
    if turn.transposed {
        // Rows run down the page, columns run to the right.
        along = (0.0, -1.0);
        up = (-1.0, 0.0);
    }
    if turn.flip_x {
        along.0 = -along.0;
        up.0 = -up.0;
    }
    if turn.flip_y {
        along.1 = -along.1;
        up.1 = -up.1;
    }
    let origin = |a: f32, b: f32| if a + b < 0.0 { 1.0 } else { 0.0 };
    let mut content = Content::new();
    content.transform([
        along.0 * width,
        along.1 * height,
        up.0 * width,
        up.1 * height,
        origin(along.0, up.0) * width,
        origin(along.1, up.1) * height,
    ]);
    content.x_object(Name(b"Im0"));
    content.finish().to_vec()
}

fn compressed(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(data);
    encoder.finish().unwrap_or_default()
}

fn whole(size: u32) -> i32 {
    i32::try_from(size).unwrap_or(i32::MAX)
}
