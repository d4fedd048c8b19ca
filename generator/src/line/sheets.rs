//! Pages for training: notices, designs by independent authors and dense tables of numbers.

use fastrand::Rng;

use super::legible;
use super::ops::{chance, range};
use crate::case::Wish;
use crate::content;
use crate::family::{self, AUTHORS, Design};
use crate::layout::sheet::Sheet;
use crate::layout::{self, Layout};
use crate::rng::Rng as NoticeRng;
use crate::typeface::{Face, Family};

/// The family kept out of training, as its faces are in `font::HELD_OUT`.
pub const HELD_OUT: Family = Family::DejaVuSansMono;

/// The authors whose designs are trained on. Designs of all others only measure.
const TRAINED: [&str; 9] = [
    "birch", "cedar", "maple", "oak", "willow", "hazel", "rowan", "alder", "linden",
];

/// A page of a notice, a page by an author or a dense table, in a training or held-out typeface.
pub fn draw(rng: &mut Rng, held_out: bool) -> Sheet {
    loop {
        let sheet = match rng.u8(0..10) {
            0..=2 => dense(rng, held_out),
            3 | 4 => notice(rng),
            _ => designed(rng),
        };
        let uses = |mark: &crate::layout::sheet::Text| mark.face.family == HELD_OUT;
        if if held_out {
            sheet.texts().all(uses)
        } else {
            !sheet.texts().any(uses)
        } && sheet.texts().next().is_some()
        {
            return sheet;
        }
    }
}

/// A text from a page by one of the authors, without the characters that are not read.
pub fn text(rng: &mut Rng) -> String {
    loop {
        let sheet = designed(rng);
        let texts: Vec<&str> = sheet.texts().map(|text| text.text.as_str()).collect();
        if !texts.is_empty() {
            return legible(texts[rng.usize(0..texts.len())]);
        }
    }
}

fn designed(rng: &mut Rng) -> Sheet {
    let designs: Vec<&Design> = AUTHORS
        .iter()
        .filter(|author| TRAINED.contains(&author.name))
        .flat_map(|author| author.designs)
        .collect();
    let mut drawing = family::draw(designs[rng.usize(0..designs.len())], rng.u64(..));
    let page = rng.usize(0..drawing.sheets.len());
    drawing.sheets.swap_remove(page)
}

fn notice(rng: &mut Rng) -> Sheet {
    let mut notice_rng = NoticeRng::new(rng.u64(..));
    let layout = notice_rng.pick(&Layout::NOTICES);
    let mut item = layout::draw(&mut notice_rng, layout, Wish::default());
    let page = rng.usize(0..item.sheets.len());
    item.sheets.swap_remove(page)
}

/// A page full of cells, each with a number, a date or a name, most of them with a label.
fn dense(rng: &mut Rng, held_out: bool) -> Sheet {
    let family = if held_out {
        HELD_OUT
    } else {
        Family::ALL[rng.usize(0..Family::ALL.len())]
    };
    let mut sheet = Sheet::letter(family);
    let columns = rng.usize(2..4);
    let ruled = chance(rng, 0.6);
    let left = range(rng, 30.0, 60.0);
    let right = 612.0 - range(rng, 30.0, 60.0);
    let width = (right - left) / columns as f32;
    let weight = range(rng, 0.4, 1.5);
    let mut y = range(rng, 36.0, 60.0);
    while y < 740.0 {
        let label_size = range(rng, 5.5, 9.0);
        let size = range(rng, 7.0, 12.0);
        let labelled = chance(rng, 0.6);
        let padding = range(rng, 1.5, 5.0);
        let height = size * 1.05 + padding * 2.0 + if labelled { label_size * 1.15 } else { 0.0 };
        for column in 0..columns {
            let x = left + width * column as f32;
            if ruled {
                sheet.frame([x, y, x + width, y + height], weight);
            }
            let room = width - 6.0;
            let face = Face {
                bold: chance(rng, 0.25),
                ..Face::regular(family)
            };
            if labelled {
                let text = legible(&content::label(rng));
                write(
                    &mut sheet,
                    face,
                    label_size,
                    (x + 3.0, y + padding + label_size),
                    room,
                    &text,
                );
            }
            let text = content::line(rng)
                .1
                .iter()
                .map(|p| legible(p))
                .collect::<Vec<_>>()
                .join(" ");
            write(
                &mut sheet,
                face,
                size,
                (x + 3.0, y + height - padding - size * 0.12),
                room,
                &text,
            );
        }
        y += height + if ruled { 0.0 } else { range(rng, 0.0, 4.0) };
    }
    sheet
}

fn write(sheet: &mut Sheet, face: Face, size: f32, (x, y): (f32, f32), room: f32, text: &str) {
    if face.width(text, size) < room {
        sheet.write(face, size, x, y, text);
    }
}
