//! Files: several papers bound into one document, written as native PDF or as scans, with their
//! ground truth.

use crate::case::Wish;
use crate::degrade::{Degradation, Scanner};
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
    /// The layouts of the items.
    pub layouts: Vec<Layout>,
    /// The typeface family of the first item.
    pub font: String,
    /// All pages.
    pub sheets: Vec<Sheet>,
    /// All notices, with pages numbered through the bundle.
    pub notices: Vec<NoticeTruth>,
}

/// Binds the items. `back` follows every page, as from a duplex scanner.
pub fn bind(rng: &mut Rng, items: &[Item], back: Option<Paper>) -> Bundle {
    let mut bundle = Bundle {
        layouts: Vec::new(),
        font: String::new(),
        sheets: Vec::new(),
        notices: Vec::new(),
    };
    for item in items {
        bundle.layouts.push(item.layout);
        if bundle.font.is_empty() {
            bundle.font = item.family.name().to_owned();
        }
        let mut pages = Vec::new();
        for sheet in &item.sheets {
            bundle.sheets.push(sheet.clone());
            pages.push(bundle.sheets.len());
            bundle
                .sheets
                .extend(back.map(|paper| other::draw(rng, paper)));
        }
        bundle.notices.extend(
            item.truth
                .clone()
                .map(|truth| NoticeTruth { pages, ..truth }),
        );
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
        layouts: bundle
            .layouts
            .iter()
            .map(|layout| layout.name().to_owned())
            .collect(),
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
    if degradation == Degradation::Native {
        return write_native(stem, split, &bundle);
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
    write_scanned(&mut rng, stem, split, &bundle, scanning)
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
