//! Whole files: items bound into one document, written natively or as scans, with the truth of the file.

use crate::case::Wish;
use crate::dice::Dice;
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
    /// The layouts of the items.
    pub layouts: Vec<Layout>,
    /// The family of type of the first item.
    pub font: String,
    /// All pages.
    pub sheets: Vec<Sheet>,
    /// All notices, their pages counted through the bundle.
    pub notices: Vec<NoticeTruth>,
}

/// Binds the items; `back` is put behind every page, as a scanner does that reads both sides.
pub fn bind(dice: &mut Dice, items: &[Item], back: Option<Paper>) -> Bundle {
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
                .extend(back.map(|paper| other::draw(dice, paper)));
        }
        bundle.notices.extend(
            item.truth
                .clone()
                .map(|truth| NoticeTruth { pages, ..truth }),
        );
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
    if wear == Wear::Native {
        return write_native(stem, split, &bundle);
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
    write_scanned(&mut dice, stem, split, &bundle, scanning)
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
