//! Writes display lists as native PDF: base-14 fonts by name, all others embedded as subsets with a
//! ToUnicode map.

use std::collections::{BTreeMap, BTreeSet};

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, TextRenderingMode, UnicodeCmap};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;

use crate::format::deflate;
use crate::layout::sheet::{Mark, Sheet, Text};
use crate::typeface::Face;

const IDENTITY: SystemInfo = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// Writes the sheets as a PDF with visible text. The same sheets always give the same bytes.
pub fn write(sheets: &[Sheet]) -> Vec<u8> {
    let mut numbers = Numbers(0);
    let catalog = numbers.free();
    let tree = numbers.free();
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    let fonts = Fonts::embed(&mut pdf, &mut numbers, sheets);
    let mut kids = Vec::new();
    for sheet in sheets {
        let page = numbers.free();
        let contents = numbers.free();
        kids.push(page);
        let mut content = Content::new();
        for mark in &sheet.marks {
            match mark {
                Mark::Text(text) => {
                    fonts.show(&mut content, text, sheet.height, TextRenderingMode::Fill)
                }
                Mark::Fill {
                    area: [left, top, right, bottom],
                    shade,
                } => {
                    content.set_fill_gray(*shade);
                    content.rect(*left, sheet.height - bottom, right - left, bottom - top);
                    content.fill_nonzero();
                }
            }
        }
        pdf.stream(contents, &deflate(&content.finish()))
            .filter(Filter::FlateDecode);
        let mut dict = pdf.page(page);
        dict.parent(tree)
            .media_box(Rect::new(0.0, 0.0, sheet.width, sheet.height))
            .contents(contents);
        fonts.list(&mut dict.resources().fonts());
    }
    pdf.pages(tree).count(kids.len() as i32).kids(kids);
    pdf.finish()
}

/// Allocates object numbers.
pub struct Numbers(
    /// The last number allocated.
    pub i32,
);

impl Numbers {
    /// The next free object number.
    pub fn free(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// The fonts of a PDF: object, resource name and glyph numbers of each face.
pub struct Fonts {
    faces: BTreeMap<Face, Placed>,
}

struct Placed {
    id: Ref,
    name: String,
    /// `None` for a base-14 face, which is written in WinAnsi bytes.
    glyphs: Option<BTreeMap<char, u16>>,
}

impl Fonts {
    /// Writes all fonts that the sheets use.
    pub fn embed(pdf: &mut Pdf, numbers: &mut Numbers, sheets: &[Sheet]) -> Self {
        let mut letters: BTreeMap<Face, BTreeSet<char>> = BTreeMap::new();
        for text in sheets.iter().flat_map(Sheet::texts) {
            letters
                .entry(text.face)
                .or_default()
                .extend(text.text.chars());
        }
        let mut faces = BTreeMap::new();
        for (index, (face, letters)) in letters.into_iter().enumerate() {
            let id = numbers.free();
            let glyphs = match face.base14() {
                Some(base) => {
                    pdf.type1_font(id)
                        .base_font(Name(base.as_bytes()))
                        .encoding_predefined(Name(b"WinAnsiEncoding"));
                    None
                }
                None => Some(embed_subset(pdf, numbers, id, face, &letters)),
            };
            faces.insert(
                face,
                Placed {
                    id,
                    name: format!("F{index}"),
                    glyphs,
                },
            );
        }
        Self { faces }
    }

    /// Adds the fonts to the resources of a page.
    pub fn list(&self, dict: &mut pdf_writer::Dict<'_>) {
        for placed in self.faces.values() {
            dict.pair(Name(placed.name.as_bytes()), placed.id);
        }
    }

    /// Shows a text on a page of this height.
    pub fn show(
        &self,
        content: &mut Content,
        text: &Text,
        page_height: f32,
        mode: TextRenderingMode,
    ) {
        let Some(placed) = self.faces.get(&text.face) else {
            return;
        };
        let bytes: Vec<u8> = match &placed.glyphs {
            None => text.text.chars().map(win_ansi).collect(),
            Some(glyphs) => text
                .text
                .chars()
                .flat_map(|c| glyphs.get(&c).copied().unwrap_or_default().to_be_bytes())
                .collect(),
        };
        content.set_fill_gray(text.shade);
        content.begin_text();
        content.set_text_rendering_mode(mode);
        content.set_font(Name(placed.name.as_bytes()), text.size);
        content.set_text_matrix([1.0, 0.0, 0.0, 1.0, text.x, page_height - text.baseline]);
        content.show(Str(&bytes));
        content.end_text();
    }
}

/// Embeds the glyphs of these letters under `id` and returns their numbers in the subset.
fn embed_subset(
    pdf: &mut Pdf,
    numbers: &mut Numbers,
    id: Ref,
    face: Face,
    letters: &BTreeSet<char>,
) -> BTreeMap<char, u16> {
    let font = face.load();
    let descendant = numbers.free();
    let descriptor = numbers.free();
    let file = numbers.free();
    let unicode = numbers.free();
    let mut remapper = GlyphRemapper::new();
    let mut glyphs = BTreeMap::new();
    let mut widths = vec![f32::from(
        font.tables
            .glyph_hor_advance(Default::default())
            .unwrap_or_default(),
    )];
    let per_em = f32::from(font.tables.units_per_em());
    for &letter in letters {
        let Some(old) = font.tables.glyph_index(letter) else {
            continue;
        };
        let new = remapper.remap(old.0);
        glyphs.insert(letter, new);
        let width = f32::from(font.tables.glyph_hor_advance(old).unwrap_or_default());
        if usize::from(new) == widths.len() {
            widths.push(width);
        }
    }
    let name = format!(
        "NOTICE+{}{}{}",
        face.family.name().replace(' ', ""),
        if face.bold { "-Bold" } else { "" },
        if face.italic { "-Italic" } else { "" }
    );
    let subset =
        subsetter::subset(font.bytes, 0, &remapper).unwrap_or_else(|_| font.bytes.to_vec());
    pdf.stream(file, &deflate(&subset))
        .filter(Filter::FlateDecode)
        .pair(Name(b"Length1"), subset.len() as i32);

    pdf.type0_font(id)
        .base_font(Name(name.as_bytes()))
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(descendant)
        .to_unicode(unicode);
    let mut cid = pdf.cid_font(descendant);
    cid.subtype(CidFontType::Type2)
        .base_font(Name(name.as_bytes()))
        .system_info(IDENTITY)
        .font_descriptor(descriptor);
    cid.cid_to_gid_map_predefined(Name(b"Identity"))
        .default_width(0.0);
    cid.widths()
        .consecutive(0, widths.iter().map(|width| width / per_em * 1000.0));
    cid.finish();

    let scale = 1000.0 / per_em;
    let bounds = font.tables.global_bounding_box();
    let mut flags = FontFlags::SYMBOLIC;
    flags.set(FontFlags::FIXED_PITCH, face.family.is_mono());
    pdf.font_descriptor(descriptor)
        .name(Name(name.as_bytes()))
        .flags(flags)
        .bbox(Rect::new(
            f32::from(bounds.x_min) * scale,
            f32::from(bounds.y_min) * scale,
            f32::from(bounds.x_max) * scale,
            f32::from(bounds.y_max) * scale,
        ))
        .italic_angle(if face.italic { -12.0 } else { 0.0 })
        .ascent(f32::from(font.tables.ascender()) * scale)
        .descent(f32::from(font.tables.descender()) * scale)
        .cap_height(f32::from(font.tables.capital_height().unwrap_or(700)) * scale)
        .stem_v(if face.bold { 140.0 } else { 80.0 })
        .font_file2(file);

    let mut map = UnicodeCmap::new(Name(b"Letters"), IDENTITY);
    for (&letter, &glyph) in &glyphs {
        map.pair(glyph, letter);
    }
    pdf.cmap(unicode, &map.finish());
    glyphs
}

/// The WinAnsi code of a character; a question mark if the encoding lacks it.
fn win_ansi(letter: char) -> u8 {
    match letter {
        ' '..='~' => letter as u8,
        '\u{a0}'..='\u{ff}' => letter as u32 as u8,
        '\u{2018}' => 0x91,
        '\u{2019}' => 0x92,
        '\u{201c}' => 0x93,
        '\u{201d}' => 0x94,
        '\u{2022}' => 0x95,
        '\u{2013}' => 0x96,
        '\u{2014}' => 0x97,
        _ => b'?',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeface::Family;

    #[test]
    fn both_kinds_of_font_give_the_same_bytes_twice() {
        let mut sheet = Sheet::letter(Family::FreeSerif);
        sheet.plain(10.0, 72.0, 100.0, "Receipt Number “IOE0912345678”");
        sheet.write(
            Face::bold(Family::Helvetica),
            12.0,
            72.0,
            130.0,
            "A012 345 678 – §8",
        );
        sheet.rule(72.0, 300.0, 140.0, 0.8);
        let first = write(std::slice::from_ref(&sheet));
        assert!(first.starts_with(b"%PDF-"));
        assert_eq!(first, write(&[sheet]));
    }
}
