//! Whole files: items bound into one document, native or scanned, with the truth of the file.

use crate::case::Wish;
use crate::dice::Dice;
use crate::family::{self, Author, Drawing};
use crate::format::{Format, Scan};
use crate::layout::other::{self, Paper};
use crate::layout::sheet::Sheet;
use crate::layout::{self, Item, Layout};
use crate::notice::{FileTruth, NoticeTruth};
use crate::pdf;
use crate::wear::{Scanner, Wear};

/// Several items one behind the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    /// The layouts of the items by name.
    pub layouts: Vec<String>,
    /// The family of type of the first item.
    pub font: String,
    /// All pages.
    pub sheets: Vec<Sheet>,
    /// All notices, their pages counted through the bundle.
    pub notices: Vec<NoticeTruth>,
}

impl Bundle {
    fn empty() -> Self {
        Self {
            layouts: Vec::new(),
            font: String::new(),
            sheets: Vec::new(),
            notices: Vec::new(),
        }
    }

    /// Puts an item behind what is there, with `back` behind each of its pages.
    fn push(
        &mut self,
        dice: &mut Dice,
        layout: String,
        sheets: &[Sheet],
        truth: Option<&NoticeTruth>,
        back: Option<Paper>,
    ) {
        self.layouts.push(layout);
        let mut pages = Vec::new();
        for sheet in sheets {
            self.sheets.push(sheet.clone());
            pages.push(self.sheets.len());
            self.sheets
                .extend(back.map(|paper| other::draw(dice, paper)));
        }
        self.notices.extend(truth.map(|truth| NoticeTruth {
            pages,
            ..truth.clone()
        }));
    }
}

/// Binds the items; `back` is put behind every page, as a scanner does that reads both sides.
pub fn bind(dice: &mut Dice, items: &[Item], back: Option<Paper>) -> Bundle {
    let mut bundle = Bundle::empty();
    for item in items {
        if bundle.font.is_empty() {
            bundle.font = item.family.name().to_owned();
        }
        let layout = item.layout.name().to_owned();
        bundle.push(dice, layout, &item.sheets, item.truth.as_ref(), back);
    }
    bundle
}

/// Binds notices of one author, each with the name of its layout, in the same way.
fn bind_drawings(dice: &mut Dice, drawings: &[(String, Drawing)], back: Option<Paper>) -> Bundle {
    let mut bundle = Bundle::empty();
    for (layout, drawing) in drawings {
        let first = drawing.sheets.first().filter(|_| bundle.font.is_empty());
        if let Some(sheet) = first {
            bundle.font = sheet.family.name().to_owned();
        }
        let (sheets, truth) = (&drawing.sheets, Some(&drawing.truth));
        bundle.push(dice, layout.clone(), sheets, truth, back);
    }
    bundle
}

/// A file ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its truth; `file` is `stem` and the ending of the format.
    pub truth: FileTruth,
}

/// The bundle as a PDF with its own text.
pub fn write_native(stem: &str, split: &str, bundle: &Bundle) -> Written {
    let truth = truth_of(format!("{stem}.pdf"), split, "native".to_owned(), bundle);
    Written {
        bytes: pdf::write(&bundle.sheets),
        truth,
    }
}

/// How a bundle becomes a file of pictures.
#[derive(Debug, Clone, Copy)]
pub struct Scanning {
    /// What happened to the paper.
    pub wear: Wear,
    /// The format of the file.
    pub format: Format,
    /// The scanner.
    pub scanner: Scanner,
    /// JPEG's quality, 1 to 100; drawn when `None`.
    pub quality: Option<u8>,
}

/// The bundle scanned, worn and written in a format.
pub fn write_scanned(
    dice: &mut Dice,
    stem: &str,
    split: &str,
    bundle: &Bundle,
    scanning: Scanning,
) -> Written {
    let Scanning {
        wear,
        format,
        scanner,
        quality,
    } = scanning;
    let format = if bundle.sheets.len() > 1 && !format.holds_pages() {
        Format::PdfJpeg
    } else {
        format
    };
    let scans: Vec<Scan> = wear.scan(dice, &bundle.sheets, scanner);
    let quality = quality.unwrap_or(dice.between(45, 85) as u8);
    let bytes = format.write(&scans, &bundle.sheets, quality);
    let mut truth = truth_of(
        format!("{stem}.{}", format.extension()),
        split,
        format!("{}/{}", wear.name(), format.name()),
        bundle,
    );
    if scans.len() < truth.pages {
        // Pages side by side on one picture.
        truth.pages = scans.len();
        for page in truth
            .notices
            .iter_mut()
            .flat_map(|notice| &mut notice.pages)
        {
            *page = page.div_ceil(2);
        }
        for notice in &mut truth.notices {
            notice.pages.dedup();
        }
    }
    Written { bytes, truth }
}

fn truth_of(file: String, split: &str, damage: String, bundle: &Bundle) -> FileTruth {
    FileTruth {
        file,
        split: split.to_owned(),
        layouts: bundle.layouts.clone(),
        font: bundle.font.clone(),
        damage,
        pages: bundle.sheets.len(),
        password: None,
        error: None,
        findings: Vec::new(),
        notices: bundle.notices.clone(),
    }
}

/// What a generated file is to be; each `None` is drawn.
#[derive(Debug, Clone, Copy, Default)]
pub struct Order {
    /// The layout of every item.
    pub layout: Option<Layout>,
    /// The wear.
    pub wear: Option<Wear>,
}

/// Draws the file of a seed.
pub fn generate(seed: u64, stem: &str, split: &str, order: Order) -> Written {
    let mut dice = Dice::new(seed);
    let count = if order.layout.is_none() && dice.chance(0.12) {
        dice.between(2, 5)
    } else {
        1
    };
    let mut items = Vec::new();
    for index in 0..count {
        let layout = order
            .layout
            .unwrap_or_else(|| any_layout(&mut dice, count > 1 && index > 0));
        items.push(layout::draw(&mut dice, layout, Wish::default()));
    }
    let back = dice
        .chance(0.06)
        .then(|| dice.pick(&[Paper::Blank, Paper::PrintedBack]));
    let bundle = bind(&mut dice, &items, back);
    let wear = order.wear.unwrap_or_else(|| Wear::draw(&mut dice));
    write(&mut dice, stem, split, &bundle, wear)
}

/// Share of the authors' files that hold 2 to 4 notices.
const OPEN_BUNDLES: f32 = 0.1;
/// Share of these, and of single notices, whose pages were scanned with their backs.
const OPEN_BACKS: (f32, f32) = (0.5, 0.05);

/// Draws the file of this index in a set of notices by these authors. Each design comes up equally
/// often, and every other file is native. The same seed and index give the same bytes.
pub fn generate_open(authors: &[Author], seed: u64, index: u64, stem: &str) -> Option<Written> {
    let (author, design, native) = family::turn(authors, seed, index)?;
    let mut dice = Dice::new(seed.wrapping_mul(1_000_003).wrapping_add(index));
    let mut designs = vec![design];
    if dice.chance(OPEN_BUNDLES) {
        let more = dice.between(1, 3);
        designs.extend((0..more).map(|_| dice.pick(author.designs)));
    }
    let drawings: Vec<(String, Drawing)> = designs
        .iter()
        .map(|design| {
            let layout = format!("{}/{}", author.name, design.name);
            (layout, family::draw(design, dice.roll()))
        })
        .collect();
    let (bundled, single) = OPEN_BACKS;
    let turned = dice.chance(if drawings.len() > 1 { bundled } else { single });
    let back = turned.then(|| dice.pick(&[Paper::Blank, Paper::PrintedBack]));
    let bundle = bind_drawings(&mut dice, &drawings, back);
    let wear = if native {
        Wear::Native
    } else {
        dice.pick(&Wear::ALL[1..])
    };
    Some(write(&mut dice, stem, author.name, &bundle, wear))
}

/// Writes the bundle natively or, worn, in one of the formats that suit.
fn write(dice: &mut Dice, stem: &str, split: &str, bundle: &Bundle, wear: Wear) -> Written {
    if wear == Wear::Native {
        return write_native(stem, split, bundle);
    }
    let formats: Vec<Format> = Format::ALL
        .into_iter()
        .filter(|&format| wear.suits(format, bundle.sheets.len()))
        .collect();
    let format = dice.pick(&formats);
    let scanning = Scanning {
        wear,
        format,
        scanner: Scanner::default(),
        quality: None,
    };
    write_scanned(dice, stem, split, bundle, scanning)
}

fn any_layout(dice: &mut Dice, in_bundle: bool) -> Layout {
    if in_bundle && dice.chance(0.25) {
        return Layout::Other(dice.pick(&[
            Paper::CoverLetter,
            Paper::Blank,
            Paper::ElectricityBill,
            Paper::PrintedBack,
        ]));
    }
    if dice.chance(0.08) {
        Layout::Other(dice.pick(&Paper::NUMBERED))
    } else if dice.chance(0.25) {
        Layout::Varied
    } else {
        dice.pick(&Layout::NOTICES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::family::AUTHORS;
    use std::collections::BTreeMap;

    #[test]
    fn one_seed_one_file() {
        let mut native = 0;
        for index in 0..6 {
            let draw = || generate_open(&AUTHORS[..3], 7, index, "a").unwrap();
            let file = draw();
            native += usize::from(file.truth.damage == "native");
            assert!(file == draw(), "{index}");
            let layout = &file.truth.layouts[0];
            assert!(
                layout.starts_with(&format!("{}/", file.truth.split)),
                "{layout}"
            );
        }
        assert_eq!(native, 3);
        assert!(generate_open(&[], 7, 0, "a").is_none());
    }

    #[test]
    fn every_design_has_its_turn_native_and_spoiled() {
        // Some sets of authors have an even number of designs and some an odd one.
        for authors in [&AUTHORS[..], &AUTHORS[..1], &AUTHORS[..2], &AUTHORS[..3]] {
            let mut turns: BTreeMap<(&str, &str), Vec<bool>> = BTreeMap::new();
            let designs: usize = authors.iter().map(|author| author.designs.len()).sum();
            for index in 0..4 * designs as u64 {
                let (author, design, native) = family::turn(authors, 3, index).unwrap();
                let turn = turns.entry((author.name, design.name)).or_default();
                turn.push(native);
            }
            assert_eq!(turns.len(), designs);
            for (design, turn) in turns {
                let native = turn.iter().filter(|native| **native).count();
                assert_eq!((turn.len(), native), (4, 2), "{design:?}");
            }
        }
    }

    #[test]
    fn backs_stand_behind_pages_and_are_not_counted() {
        let dice = &mut Dice::new(1);
        let drawing = family::draw(&AUTHORS[0].designs[0], 1);
        let pages = drawing.sheets.len();
        let drawings = [("a".to_owned(), drawing.clone()), ("b".to_owned(), drawing)];
        let bundle = bind_drawings(dice, &drawings, Some(Paper::Blank));
        assert_eq!(bundle.sheets.len(), 4 * pages);
        assert_eq!(bundle.notices[0].pages[0], 1);
        assert_eq!(bundle.notices[1].pages[0], 2 * pages + 1);
        assert_eq!(bundle.layouts, ["a", "b"]);
    }
}
