//! Drawing helpers shared by the designs: a page with its truth, wrapped text, tables, combs.
use crate::barcode::{self, Symbology};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What a printed value is.
#[derive(Clone, PartialEq)]
pub(super) enum Slot {
    /// Nothing that the truth notes.
    Other,
    /// A receipt number, canonical.
    Receipt(String),
    /// An A-Number's digits.
    Alien(String),
    /// The filer's own account number.
    Account(String),
    /// The label of the own account number with an empty place.
    Blank,
    /// The attorney's own account number.
    Attorney(String),
    /// The form code of the case.
    Form(String),
    Type,
    Received,
    Priority,
    Noticed,
    Applicant,
    Petitioner,
    Beneficiary,
    Class,
    Section,
    Consulate,
    Category,
    From,
    To,
    Due,
    Day,
    Time,
    Arrival,
    Amount,
}

/// A label and its value.
#[derive(Clone)]
pub(super) struct Row {
    pub label: String,
    pub value: String,
    pub slot: Slot,
}

impl Row {
    /// A row.
    pub(super) fn new(label: impl Into<String>, value: impl Into<String>, slot: Slot) -> Row {
        Row {
            label: label.into(),
            value: value.into(),
            slot,
        }
    }
}

/// The pages of one notice and their truth.
pub(super) struct Page {
    pub sheet: Sheet,
    pub truth: NoticeTruth,
    pub family: Family,
    pub plain: Face,
    pub bold: Face,
    pub italic: Face,
    done: Vec<Sheet>,
}

impl Page {
    /// An empty first page of a notice on `form` (empty for a letter).
    pub(super) fn new(family: Family, form: &str) -> Page {
        Page {
            sheet: Sheet::letter(family),
            truth: NoticeTruth {
                form: form.into(),
                ..Default::default()
            },
            family,
            plain: Face::regular(family),
            bold: Face::bold(family),
            italic: Face::italic(family),
            done: Vec::new(),
        }
    }

    /// Starts the next page.
    pub(super) fn turn(&mut self) {
        let next = Sheet::letter(self.family);
        self.done.push(std::mem::replace(&mut self.sheet, next));
    }

    /// The finished drawing.
    pub(super) fn finish(mut self) -> Drawing {
        self.done.push(self.sheet);
        Drawing {
            sheets: self.done,
            truth: self.truth,
        }
    }

    /// Writes in the regular face.
    pub(super) fn put(&mut self, size: f32, x: f32, y: f32, text: &str) -> f32 {
        self.sheet.write(self.plain, size, x, y, text)
    }

    /// Writes in the bold face.
    pub(super) fn strong(&mut self, size: f32, x: f32, y: f32, text: &str) -> f32 {
        self.sheet.write(self.bold, size, x, y, text)
    }

    /// Writes a paragraph in the regular face.
    pub(super) fn text(&mut self, size: f32, x: f32, y: f32, measure: f32, text: &str) -> f32 {
        self.sheet.paragraph(self.plain, size, x, y, measure, text)
    }

    /// Writes lines one under the other; gives the next baseline.
    pub(super) fn lines(&mut self, size: f32, x: f32, y: f32, pitch: f32, lines: &[String]) -> f32 {
        let mut at = y;
        for line in lines {
            self.sheet.write(self.plain, size, x, at, line);
            at += pitch;
        }
        at
    }

    /// Writes a text in a measure, shrunk where it is too wide.
    pub(super) fn fitted(
        &mut self,
        face: Face,
        size: f32,
        x: f32,
        y: f32,
        measure: f32,
        text: &str,
    ) {
        self.sheet
            .write(face, fit(face, size, measure, text), x, y, text);
    }

    /// Draws the bar code of a receipt number; gives its right edge.
    pub(super) fn bars(
        &mut self,
        rng: &mut Rng,
        left: f32,
        top: f32,
        high: f32,
        receipt: &str,
    ) -> f32 {
        let kind = if rng.chance(0.5) {
            Symbology::Code39
        } else {
            Symbology::Code128
        };
        let module = if matches!(kind, Symbology::Code39) {
            0.72
        } else {
            0.9
        };
        match barcode::modules(kind, receipt) {
            Some(modules) => {
                self.sheet.bars(left, top, module, high, &modules);
                left + modules.len() as f32 * module
            }
            None => left,
        }
    }

    /// Notes a row in the truth.
    pub(super) fn note(&mut self, row: &Row) {
        let truth = &mut self.truth;
        match &row.slot {
            Slot::Receipt(number) => truth.prints_receipt(number),
            Slot::Alien(number) => truth.prints_a_number(number),
            Slot::Account(number) => truth.prints_account(number),
            Slot::Attorney(number) => truth.prints_representative_account(number),
            Slot::Blank => truth.account_cell = AccountCell::Blank,
            _ => self.note_field(row),
        }
    }

    /// Notes all rows.
    pub(super) fn note_all(&mut self, rows: &[Row]) {
        rows.iter().for_each(|row| self.note(row));
    }

    /// Notes a value of `fields`.
    fn note_field(&mut self, row: &Row) {
        let fields = &mut self.truth.fields;
        let place = match &row.slot {
            Slot::Form(code) => {
                fields.case_type = Some(code.clone());
                return;
            }
            Slot::Type => &mut fields.notice_type,
            Slot::Received => &mut fields.received_date,
            Slot::Priority => &mut fields.priority_date,
            Slot::Noticed => &mut fields.notice_date,
            Slot::Applicant => &mut fields.applicant,
            Slot::Petitioner => &mut fields.petitioner,
            Slot::Beneficiary => &mut fields.beneficiary,
            Slot::Class => &mut fields.class,
            Slot::Section => &mut fields.section,
            Slot::Consulate => &mut fields.consulate,
            Slot::Category => &mut fields.eligibility_category,
            Slot::From => &mut fields.valid_from,
            Slot::To => &mut fields.valid_to,
            Slot::Due => &mut fields.response_due,
            Slot::Day => &mut fields.appointment_date,
            Slot::Time => &mut fields.appointment_time,
            Slot::Arrival => &mut fields.i94_number,
            Slot::Amount => &mut fields.amount,
            _ => return,
        };
        *place = Some(row.value.clone());
    }

    /// Notes a single value.
    pub(super) fn mark(&mut self, slot: Slot, value: &str) {
        self.note(&Row::new("", value, slot));
    }

    /// A small box at a baseline, crossed when `on`.
    pub(super) fn tick(&mut self, x: f32, y: f32, on: bool) {
        self.sheet.frame([x, y - 7.5, x + 8.0, y + 0.5], 0.7);
        if on {
            self.sheet.write(self.bold, 8.5, x + 1.2, y - 0.6, "X");
        }
    }

    /// Comb boxes with one character each, `count` boxes.
    pub(super) fn comb(&mut self, x: f32, top: f32, wide: f32, count: usize, text: &str) {
        let high = 14.5;
        let right = x + wide * count as f32;
        self.sheet.frame([x, top, right, top + high], 0.6);
        for i in 1..count {
            self.sheet
                .upright(x + wide * i as f32, top + high * 0.5, top + high, 0.4);
        }
        let face = Face::regular(Family::Courier);
        for (i, letter) in text.chars().take(count).enumerate() {
            let centre = x + wide * (i as f32 + 0.5);
            self.sheet
                .centred(face, 10.5, centre, top + 11.0, &letter.to_string());
        }
    }
}

/// The size at which a text fits a measure.
pub(super) fn fit(face: Face, size: f32, measure: f32, text: &str) -> f32 {
    let wide = face.width(text, size);
    if wide > measure {
        size * measure / wide
    } else {
        size
    }
}

/// Breaks a text at spaces.
pub(super) fn wrap(face: Face, size: f32, measure: f32, text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let joined = match lines.last() {
            Some(line) => format!("{line} {word}"),
            None => word.to_string(),
        };
        if lines.is_empty() || face.width(&joined, size) > measure {
            lines.push(word.to_string());
        } else if let Some(line) = lines.last_mut() {
            *line = joined;
        }
    }
    lines
}

/// How a table is ruled.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Ruling {
    Bare,
    Grid,
    Hairline,
    Shaded,
}

/// A table with wrapped cells.
pub(super) struct Table<'a> {
    pub left: f32,
    pub widths: &'a [f32],
    pub size: f32,
    pub ruling: Ruling,
}

impl Table<'_> {
    /// Draws one row under `top`; gives its bottom.
    pub(super) fn row(
        &self,
        page: &mut Page,
        top: f32,
        face: Face,
        cells: &[String],
        odd: bool,
    ) -> f32 {
        let pad = 2.5;
        let pitch = self.size * 1.16;
        let sets: Vec<Vec<String>> = cells
            .iter()
            .zip(self.widths)
            .map(|(cell, wide)| wrap(face, self.size, wide - 2.0 * pad, cell))
            .collect();
        let most = sets.iter().map(Vec::len).max().unwrap_or(1);
        let bottom = top + most as f32 * pitch + 4.5;
        let right = self.left + self.widths.iter().sum::<f32>();
        self.rule(page, [self.left, top, right, bottom], odd);
        let mut x = self.left;
        for (set, wide) in sets.iter().zip(self.widths) {
            for (i, line) in set.iter().enumerate() {
                let y = top + 1.0 + pitch * (i as f32 + 1.0) - self.size * 0.1;
                page.fitted(face, self.size, x + pad, y, wide - 2.0 * pad, line);
            }
            x += wide;
        }
        bottom
    }

    /// The lines and grounds of a row.
    fn rule(&self, page: &mut Page, area: [f32; 4], odd: bool) {
        let [left, top, right, bottom] = area;
        match self.ruling {
            Ruling::Bare => {}
            Ruling::Hairline => page.sheet.rule(left, right, bottom, 0.3),
            Ruling::Shaded if odd => page.sheet.fill(area, 0.9),
            Ruling::Shaded => {}
            Ruling::Grid => {
                page.sheet.frame(area, 0.5);
                let mut x = left;
                for wide in self.widths {
                    page.sheet.upright(x, top, bottom, 0.5);
                    x += wide;
                }
            }
        }
    }
}
