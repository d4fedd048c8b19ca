//! Whole files: items bound into one document, native or scanned, with the truth of the file.

use crate::case::Wish;
use crate::degrade::{Degradation, Scanner};
use crate::family::{self, Author, Drawing};
use crate::format::{Format, Scan};
use crate::layout::other::{self, Paper};
use crate::layout::sheet::Sheet;
use crate::layout::{self, Item, Layout};
use crate::notice::{FileTruth, NoticeTruth};
use crate::pdf;
use crate::rng::Rng;

/// Several papers in one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    /// The layouts of the items by name.
    pub layouts: Vec<String>,
    /// The family of type of the first item.
    pub font: String,
    /// All pages.
    pub sheets: Vec<Sheet>,
    /// All notices, with pages numbered through the bundle.
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
        rng: &mut Rng,
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
                .extend(back.map(|paper| other::draw(rng, paper)));
        }
        self.notices.extend(truth.map(|truth| NoticeTruth {
            pages,
            ..truth.clone()
        }));
    }
}

/// Binds the items; `back` is put behind every page, as a scanner does that reads both sides.
pub fn bind(rng: &mut Rng, items: &[Item], back: Option<Paper>) -> Bundle {
    let mut bundle = Bundle::empty();
    for item in items {
        if bundle.font.is_empty() {
            bundle.font = item.family.name().to_owned();
        }
        let layout = item.layout.name().to_owned();
        bundle.push(rng, layout, &item.sheets, item.truth.as_ref(), back);
    }
    bundle
}

/// Binds notices of one author, each with the name of its layout, in the same way.
fn bind_drawings(rng: &mut Rng, drawings: &[(String, Drawing)], back: Option<Paper>) -> Bundle {
    let mut bundle = Bundle::empty();
    for (layout, drawing) in drawings {
        let first = drawing.sheets.first().filter(|_| bundle.font.is_empty());
        if let Some(sheet) = first {
            bundle.font = sheet.family.name().to_owned();
        }
        let sheets = &drawing.sheets;
        let truth = Some(&drawing.truth);
        bundle.push(rng, layout.clone(), sheets, truth, back);
    }
    bundle
}

/// A file in memory.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its ground truth; `file` is `stem` with the extension of the format.
    pub truth: FileTruth,
}

/// Writes the bundle as a native PDF.
pub fn write_native(stem: &str, split: &str, bundle: &Bundle) -> Written {
    let truth = truth_of(format!("{stem}.pdf"), split, "native".to_owned(), bundle);
    Written {
        bytes: pdf::write(&bundle.sheets),
        truth,
    }
}

/// How a bundle becomes a scanned file.
#[derive(Debug, Clone, Copy)]
pub struct Scanning {
    /// The degradation of the paper.
    pub degradation: Degradation,
    /// The format of the file.
    pub format: Format,
    /// The scanner.
    pub scanner: Scanner,
    /// JPEG quality, 1 to 100; random if `None`.
    pub quality: Option<u8>,
}

/// Degrades, scans and writes the bundle.
pub fn write_scanned(
    rng: &mut Rng,
    stem: &str,
    split: &str,
    bundle: &Bundle,
    scanning: Scanning,
) -> Written {
    let Scanning {
        degradation,
        format,
        scanner,
        quality,
    } = scanning;
    let format = if bundle.sheets.len() > 1 && !format.holds_pages() {
        Format::PdfJpeg
    } else {
        format
    };
    let scans: Vec<Scan> = degradation.scan(rng, &bundle.sheets, scanner);
    let quality = quality.unwrap_or(rng.between(45, 85) as u8);
    let bytes = format.write(&scans, &bundle.sheets, quality);
    let mut truth = truth_of(
        format!("{stem}.{}", format.extension()),
        split,
        format!("{}/{}", degradation.name(), format.name()),
        bundle,
    );
    if scans.len() < truth.pages {
        // Pages side by side on one image.
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

/// The properties of a generated file; each is random if `None`.
#[derive(Debug, Clone, Copy, Default)]
pub struct Order {
    /// The layout of every item.
    pub layout: Option<Layout>,
    /// The degradation.
    pub degradation: Option<Degradation>,
}

/// Generates the file of a seed.
pub fn generate(seed: u64, stem: &str, split: &str, order: Order) -> Written {
    let mut rng = Rng::new(seed);
    let count = if order.layout.is_none() && rng.chance(0.12) {
        rng.between(2, 5)
    } else {
        1
    };
    let mut items = Vec::new();
    for index in 0..count {
        let layout = order
            .layout
            .unwrap_or_else(|| any_layout(&mut rng, count > 1 && index > 0));
        items.push(layout::draw(&mut rng, layout, Wish::default()));
    }
    let back = rng
        .chance(0.06)
        .then(|| rng.pick(&[Paper::Blank, Paper::PrintedBack]));
    let bundle = bind(&mut rng, &items, back);
    let degradation = order
        .degradation
        .unwrap_or_else(|| Degradation::draw(&mut rng));
    write(&mut rng, stem, split, &bundle, degradation)
}

/// Share of the authors' files that hold 2 to 4 notices.
const OPEN_BUNDLES: f32 = 0.1;
/// Share of these, and of single notices, whose pages were scanned with their backs.
const OPEN_BACKS: (f32, f32) = (0.5, 0.05);

/// Draws the file of this index in a set of notices by these authors. Each design comes up equally
/// often. Where no damage is ordered, every other file is native and the damage of the rest is
/// drawn. The same seed, index and order give the same bytes.
pub fn generate_open(
    authors: &[Author],
    seed: u64,
    index: u64,
    stem: &str,
    ordered: Option<Degradation>,
) -> Option<Written> {
    let (author, design, native) = family::turn(authors, seed, index)?;
    let mut rng = Rng::new(seed.wrapping_mul(1_000_003).wrapping_add(index));
    let mut designs = vec![design];
    if rng.chance(OPEN_BUNDLES) {
        let more = rng.between(1, 3);
        designs.extend((0..more).map(|_| rng.pick(author.designs)));
    }
    let drawings: Vec<(String, Drawing)> = designs
        .iter()
        .map(|design| {
            let layout = format!("{}/{}", author.name, design.name);
            (layout, family::draw(design, rng.next_u64()))
        })
        .collect();
    let (bundled, single) = OPEN_BACKS;
    let turned = rng.chance(if drawings.len() > 1 { bundled } else { single });
    let back = turned.then(|| rng.pick(&[Paper::Blank, Paper::PrintedBack]));
    let bundle = bind_drawings(&mut rng, &drawings, back);
    let degradation = match ordered {
        Some(ordered) => ordered,
        None if native => Degradation::Native,
        None => rng.pick(&Degradation::ALL[1..]),
    };
    Some(write(&mut rng, stem, author.name, &bundle, degradation))
}

/// Writes the bundle natively or, worn, in one of the formats that suit.
fn write(
    rng: &mut Rng,
    stem: &str,
    split: &str,
    bundle: &Bundle,
    degradation: Degradation,
) -> Written {
    if degradation == Degradation::Native {
        return write_native(stem, split, bundle);
    }
    let formats: Vec<Format> = Format::ALL
        .into_iter()
        .filter(|&format| degradation.suits(format, bundle.sheets.len()))
        .collect();
    let format = rng.pick(&formats);
    let scanning = Scanning {
        degradation,
        format,
        scanner: Scanner::default(),
        quality: None,
    };
    write_scanned(rng, stem, split, bundle, scanning)
}

fn any_layout(rng: &mut Rng, in_bundle: bool) -> Layout {
    if in_bundle && rng.chance(0.25) {
        return Layout::Other(rng.pick(&[
            Paper::CoverLetter,
            Paper::Blank,
            Paper::ElectricityBill,
            Paper::PrintedBack,
        ]));
    }
    if rng.chance(0.08) {
        Layout::Other(rng.pick(&Paper::NUMBERED))
    } else if rng.chance(0.25) {
        Layout::Varied
    } else {
        rng.pick(&Layout::NOTICES)
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
            let draw = || generate_open(&AUTHORS[..3], 7, index, "a", None).unwrap();
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
        assert!(generate_open(&[], 7, 0, "a", None).is_none());
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
        let rng = &mut Rng::new(1);
        let drawing = family::draw(&AUTHORS[0].designs[0], 1);
        let pages = drawing.sheets.len();
        let drawings = [("a".to_owned(), drawing.clone()), ("b".to_owned(), drawing)];
        let bundle = bind_drawings(rng, &drawings, Some(Paper::Blank));
        assert_eq!(bundle.sheets.len(), 4 * pages);
        assert_eq!(bundle.notices[0].pages[0], 1);
        assert_eq!(bundle.notices[1].pages[0], 2 * pages + 1);
        assert_eq!(bundle.layouts, ["a", "b"]);
    }
}
