//! The desk: a pen that writes down a page as a word processor does, and cells that fit.
use crate::barcode::{self, Symbology};
use crate::case::{Case, Date};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What a page shows of the filer's own account number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Own {
    /// A label and the number.
    Filled,
    /// A label with nothing in its place.
    Blank,
    /// No label at all.
    Gone,
}

/// Draws what a page shows; the rest of `filled` and `blank` (in per cent) is a page without label.
pub(super) fn own(rng: &mut Rng, case: &Case, filled: usize, blank: usize) -> Own {
    let roll = rng.below(100);
    if (case.noticed.year, case.noticed.month) < (2012, 6) {
        Own::Gone
    } else if roll < filled {
        Own::Filled
    } else if roll < filled + blank {
        Own::Blank
    } else {
        Own::Gone
    }
}

/// Notes in the truth what the page shows of the account, and gives the text for its place.
pub(super) fn account_text(
    rng: &mut Rng,
    case: &Case,
    own: Own,
    truth: &mut NoticeTruth,
) -> Option<String> {
    match own {
        Own::Filled => {
            truth.prints_account(&case.account);
            Some(printed_account(rng, &case.account))
        }
        Own::Blank => {
            truth.account_cell = AccountCell::Blank;
            Some(String::new())
        }
        Own::Gone => None,
    }
}

/// An account number as offices print it: mostly unsplit.
pub(super) fn printed_account(rng: &mut Rng, digits: &str) -> String {
    match rng.below(8) {
        0 => grouped(digits, 4, " "),
        1 => grouped(digits, 4, "-"),
        2 => grouped(digits, 3, " "),
        _ => digits.to_string(),
    }
}

/// Digits in groups of `size` with `mark` between.
pub(super) fn grouped(digits: &str, size: usize, mark: &str) -> String {
    let signs: Vec<char> = digits.chars().collect();
    let groups: Vec<String> = signs
        .chunks(size)
        .map(|group| group.iter().collect())
        .collect();
    groups.join(mark)
}

/// An A-Number in one of the forms that offices print.
pub(super) fn printed_a(rng: &mut Rng, digits: &str) -> String {
    let nine = format!("{digits:0>9}");
    match rng.below(6) {
        0 => format!("A{}", grouped(&nine, 3, " ")),
        1 => format!("A{}", grouped(&nine, 3, "-")),
        2 => format!("A {}", grouped(&nine, 3, " ")),
        3 => format!("A-{digits}"),
        4 => format!("A{digits}"),
        _ => format!("A{nine}"),
    }
}

/// A receipt number: plain, or with dashes or gaps where it is not from ELIS.
pub(super) fn printed_receipt(rng: &mut Rng, receipt: &str) -> String {
    let split =
        |mark: &str| [&receipt[..3], &receipt[3..5], &receipt[5..8], &receipt[8..]].join(mark);
    match rng.below(5) {
        0 if !receipt.starts_with("IOE") => split("-"),
        1 if !receipt.starts_with("IOE") => split(" "),
        _ => receipt.to_string(),
    }
}

/// How a design prints its dates.
#[derive(Clone, Copy)]
pub(super) enum Days {
    /// 04/01/2021
    Numeric,
    /// April 1, 2021
    Long,
    /// 1 Apr 2021
    Military,
    /// APR 01, 2021
    Capitals,
}

impl Days {
    /// Draws one.
    pub(super) fn draw(rng: &mut Rng) -> Self {
        rng.pick(&[Days::Numeric, Days::Long, Days::Long, Days::Military])
    }
    /// The date in this style.
    pub(super) fn print(self, date: &Date) -> String {
        let month: String = date.long().chars().take(3).collect();
        match self {
            Days::Numeric => date.numeric(),
            Days::Long => date.long(),
            Days::Military => format!("{} {month} {}", date.day, date.year),
            Days::Capitals => {
                format!("{} {:02}, {}", month.to_uppercase(), date.day, date.year)
            }
        }
    }
}

/// The largest size up to `size` at which `text` fits into `width`.
pub(super) fn fit(face: Face, size: f32, width: f32, text: &str) -> f32 {
    let wide = face.width(text, size);
    if wide > width {
        size * width / wide
    } else {
        size
    }
}

/// Writes `text` in a cell, smaller where it would not fit.
pub(super) fn put(sheet: &mut Sheet, face: Face, size: f32, at: [f32; 3], text: &str) -> f32 {
    let [x, baseline, width] = at;
    sheet.write(face, fit(face, size, width, text), x, baseline, text)
}

/// The barcode of a receipt number in Code 128.
pub(super) fn receipt_bars(sheet: &mut Sheet, left: f32, top: f32, height: f32, receipt: &str) {
    if let Some(modules) = barcode::modules(Symbology::Code128, receipt) {
        sheet.bars(left, top, 0.9, height, &modules);
    }
}

/// Like `receipt_bars` in Code 39, which is wider.
pub(super) fn old_bars(sheet: &mut Sheet, left: f32, top: f32, height: f32, receipt: &str) {
    if let Some(modules) = barcode::modules(Symbology::Code39, receipt) {
        sheet.bars(left, top, 0.8, height, &modules);
    }
}

/// Dots from `from` to `to`.
pub(super) fn leader(sheet: &mut Sheet, face: Face, size: f32, span: [f32; 2], baseline: f32) {
    let step = face.width(". ", size);
    let mut x = (span[0] / step).ceil() * step + step * 0.5;
    while x + step < span[1] {
        sheet.write(face, size, x, baseline, ".");
        x += step;
    }
}

/// A pen that goes down the page between two margins.
pub(super) struct Pen {
    /// The page.
    pub(super) sheet: Sheet,
    /// The family of its type.
    pub(super) family: Family,
    /// The next baseline.
    pub(super) y: f32,
    /// The left margin.
    pub(super) left: f32,
    /// The right margin.
    pub(super) right: f32,
    /// The size of body type.
    pub(super) size: f32,
}

impl Pen {
    /// A pen at the top of an empty page.
    pub(super) fn new(family: Family, margins: [f32; 2], top: f32, size: f32) -> Self {
        let [left, right] = margins;
        Pen {
            sheet: Sheet::letter(family),
            family,
            y: top,
            left,
            right,
            size,
        }
    }
    /// The upright face.
    pub(super) fn regular(&self) -> Face {
        Face::regular(self.family)
    }
    /// The heavy face.
    pub(super) fn heavy(&self) -> Face {
        Face::bold(self.family)
    }
    /// The sloping face.
    pub(super) fn slope(&self) -> Face {
        Face::italic(self.family)
    }
    /// The distance of two lines.
    pub(super) fn pitch(&self) -> f32 {
        self.size * 1.18
    }
    /// Goes down.
    pub(super) fn gap(&mut self, points: f32) {
        self.y += points;
    }
    /// Writes one line in `face`.
    pub(super) fn line_in(&mut self, face: Face, text: &str) {
        put(
            &mut self.sheet,
            face,
            self.size,
            [self.left, self.y, self.right - self.left],
            text,
        );
        self.y += self.pitch();
        self.look();
    }
    /// Writes one line.
    pub(super) fn line(&mut self, text: &str) {
        self.line_in(self.regular(), text);
    }
    /// Writes one heavy line.
    pub(super) fn strong(&mut self, text: &str) {
        self.line_in(self.heavy(), text);
    }
    /// Writes a centred line at a size.
    pub(super) fn middle(&mut self, face: Face, size: f32, text: &str) {
        let size = fit(face, size, self.right - self.left, text);
        self.sheet
            .centred(face, size, (self.left + self.right) / 2.0, self.y, text);
        self.y += size * 1.2 + 1.5;
    }
    /// Writes a paragraph in `face`, and leaves a gap after it.
    pub(super) fn para_in(&mut self, face: Face, text: &str) {
        let width = self.right - self.left;
        let last = self
            .sheet
            .paragraph(face, self.size, self.left, self.y, width, text);
        self.y = last + self.size * 0.55;
        self.look();
    }
    /// Writes a paragraph.
    pub(super) fn para(&mut self, text: &str) {
        self.para_in(self.regular(), text);
    }
    /// Writes a paragraph with a hanging mark.
    pub(super) fn item(&mut self, indent: f32, mark: &str, text: &str) {
        let face = self.regular();
        self.sheet.write(face, self.size, self.left, self.y, mark);
        let width = self.right - self.left - indent;
        let last = self
            .sheet
            .paragraph(face, self.size, self.left + indent, self.y, width, text);
        self.y = last + self.size * 0.3;
        self.look();
    }
    /// Writes a paragraph after an empty box to tick.
    pub(super) fn tick(&mut self, indent: f32, ticked: bool, text: &str) {
        let [x, y] = [self.left, self.y];
        self.sheet.frame([x, y - 7.0, x + 7.5, y + 0.5], 0.6);
        if ticked {
            let face = Face::bold(Family::Helvetica);
            self.sheet.write(face, 8.0, x + 1.1, y - 0.4, "X");
        }
        self.item(indent, "", text);
    }
    /// Writes a label, and its value at a tab stop.
    pub(super) fn pair(&mut self, faces: [Face; 2], tab: f32, label: &str, value: &str) {
        let size = self.size;
        put(
            &mut self.sheet,
            faces[0],
            size,
            [self.left, self.y, tab - self.left - 6.0],
            label,
        );
        put(
            &mut self.sheet,
            faces[1],
            size,
            [tab, self.y, self.right - tab],
            value,
        );
        self.y += self.pitch();
        self.look();
    }
    /// A line across.
    pub(super) fn rule(&mut self, weight: f32) {
        self.sheet.rule(self.left, self.right, self.y, weight);
    }
    /// A foot line at the left, the middle and the right.
    pub(super) fn foot(&mut self, size: f32, y: f32, texts: [&str; 3]) {
        let face = self.regular();
        self.sheet.write(face, size, self.left, y, texts[0]);
        self.sheet
            .centred(face, size, (self.left + self.right) / 2.0, y, texts[1]);
        self.sheet.flush_right(face, size, self.right, y, texts[2]);
    }
    /// A page that runs over its foot is a mistake of the design.
    fn look(&self) {
        debug_assert!(
            self.y < 782.0,
            "the text runs over the foot of the page: {}",
            self.y
        );
    }
}

/// The truth of a page about `case`, with the two things that nearly every page prints.
pub(super) fn truth_of(case: &Case, form: &str, notice_date: &str) -> NoticeTruth {
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.notice_date = Some(notice_date.into());
    truth
}

/// Notes the filer's name as printed.
pub(super) fn note_filer(truth: &mut NoticeTruth, case: &Case, printed: &str) {
    let place = if case.is_petition {
        &mut truth.fields.petitioner
    } else {
        &mut truth.fields.applicant
    };
    *place = Some(printed.into());
}

/// Prints an A-Number and notes it.
pub(super) fn a_text(rng: &mut Rng, truth: &mut NoticeTruth, digits: &str) -> String {
    truth.prints_a_number(digits);
    printed_a(rng, digits)
}
