//! The desk at which a page is made: the case, the truth so far, and small drawing aids.
use crate::barcode::{self, Symbology};
use crate::case::{self, Case, Date, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::Face;

/// What becomes of the filer's own account number on a page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Label and number.
    Given,
    /// A label with nothing in its place.
    Blank,
    /// Neither.
    Missing,
}

/// A page in the making.
pub(super) struct Desk<'a> {
    pub(super) rng: &'a mut Rng,
    pub(super) case: &'a Case,
    pub(super) truth: NoticeTruth,
    pub(super) fate: Fate,
    /// The symbology of the barcodes of this notice.
    pub(super) bars: Symbology,
    /// How this page prints dates.
    pub(super) dates: usize,
}

impl<'a> Desk<'a> {
    /// A new page of the form (empty for a letter).
    pub(super) fn open(rng: &'a mut Rng, case: &'a Case, form: &str) -> Self {
        let fate = match rng.below(100) {
            _ if case.noticed.year < 2013 => Fate::Missing,
            0..=46 => Fate::Given,
            47..=61 => Fate::Blank,
            _ => Fate::Missing,
        };
        let dates = rng.pick(&[0, 0, 1, 1, 2]);
        let truth = NoticeTruth {
            form: form.into(),
            ..Default::default()
        };
        let code39 = rng.below(2) == 0;
        let bars = if code39 {
            Symbology::Code39
        } else {
            Symbology::Code128
        };
        Desk {
            rng,
            case,
            truth,
            fate,
            bars,
            dates,
        }
    }

    /// One of several.
    pub(super) fn pick<T: Copy>(&mut self, options: &[T]) -> T {
        self.rng.pick(options)
    }

    /// Whether something happens.
    pub(super) fn chance(&mut self, likely: f32) -> bool {
        self.rng.uniform(0.0, 1.0) < likely
    }

    /// `Petitioner` or `Applicant`.
    pub(super) fn owner(&self) -> &'static str {
        if self.case.is_petition {
            "Petitioner"
        } else {
            "Applicant"
        }
    }

    /// The receipt number in some printed form, noted.
    pub(super) fn receipt(&mut self) -> String {
        self.truth.prints_receipt(&self.case.receipt);
        case::printed_receipt(self.rng, &self.case.receipt)
    }

    /// The receipt number as it stands, noted.
    pub(super) fn plain_receipt(&mut self) -> String {
        self.truth.prints_receipt(&self.case.receipt);
        self.case.receipt.clone()
    }

    /// A person's A-Number in some printed form, noted.
    pub(super) fn a_number(&mut self, person: &Person) -> String {
        self.truth.prints_a_number(&person.a_number);
        case::printed_a_number(self.rng, &person.a_number)
    }

    /// A person's A-Number padded to nine digits as `A012 345 678`, noted.
    pub(super) fn spaced_a_number(&mut self, person: &Person) -> String {
        self.truth.prints_a_number(&person.a_number);
        let digits = format!("{:0>9}", person.a_number);
        format!("A{} {} {}", &digits[..3], &digits[3..6], &digits[6..])
    }

    /// The value for the own account label: `None` where no label is printed.
    pub(super) fn account(&mut self) -> Option<String> {
        match self.fate {
            Fate::Given => {
                self.truth.prints_account(&self.case.account);
                Some(case::printed_account(self.rng, &self.case.account))
            }
            Fate::Blank => {
                self.truth.account_cell = AccountCell::Blank;
                Some(String::new())
            }
            Fate::Missing => None,
        }
    }

    /// An attorney's own account number, noted as such.
    pub(super) fn representative(&mut self) -> String {
        let digits = case::account(self.rng);
        self.truth.prints_representative_account(&digits);
        case::printed_account(self.rng, &digits)
    }

    /// A date in the manner of this page.
    pub(super) fn date(&self, date: &Date) -> String {
        match self.dates {
            0 => date.numeric(),
            1 => date.long(),
            _ => format!("{:02} {} {}", date.day, &date.long()[..3], date.year),
        }
    }

    /// The notice date, noted.
    pub(super) fn notice_date(&mut self) -> String {
        let text = self.date(&self.case.noticed);
        self.truth.fields.notice_date = Some(text.clone());
        text
    }

    /// The date of receipt, noted.
    pub(super) fn received_date(&mut self) -> String {
        let text = self.date(&self.case.received);
        self.truth.fields.received_date = Some(text.clone());
        text
    }

    /// The filer's name, noted for the right role.
    pub(super) fn filer(&mut self, listed: bool) -> String {
        let person = &self.case.filer;
        let name = if listed {
            person.listed()
        } else {
            person.name()
        };
        let fields = &mut self.truth.fields;
        if self.case.is_petition {
            fields.petitioner = Some(name.clone());
        } else {
            fields.applicant = Some(name.clone());
        }
        name
    }

    /// The beneficiary's name, noted.
    pub(super) fn beneficiary(&mut self, listed: bool) -> String {
        let person = &self.case.beneficiary;
        let name = if listed {
            person.listed()
        } else {
            person.name()
        };
        self.truth.fields.beneficiary = Some(name.clone());
        name
    }

    /// The case type as `I-485` and a title, noted.
    pub(super) fn case_type(&mut self, between: &str) -> String {
        self.truth.fields.case_type = Some(self.case.form_code.into());
        format!("{}{between}{}", self.case.form_code, self.case.title)
    }

    /// The kind of notice, noted.
    pub(super) fn notice_type(&mut self, text: &str) -> String {
        self.truth.fields.notice_type = Some(text.into());
        text.into()
    }

    /// An amount of money.
    pub(super) fn money(&mut self) -> String {
        let fees = [
            "410.00", "535.00", "675.00", "1,225.00", "1,440.00", "85.00",
        ];
        format!("${}", self.rng.pick(&fees))
    }

    /// An amount of money, noted.
    pub(super) fn amount(&mut self) -> String {
        let text = self.money();
        self.truth.fields.amount = Some(text.clone());
        text
    }

    /// The finished notice.
    pub(super) fn close(self, sheets: Vec<Sheet>) -> Drawing {
        Drawing {
            sheets,
            truth: self.truth,
        }
    }
}

/// Writes a text, smaller where it would not fit in the room.
pub(super) fn fitted(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    room: f32,
    text: &str,
) {
    let width = face.width(text, size);
    let size = if width > room {
        size * room / width
    } else {
        size
    };
    sheet.write(face, size, at[0], at[1], text);
}

/// Breaks a text at spaces into lines of a measure.
pub(super) fn wrap(face: Face, size: f32, measure: f32, text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if face.width(&format!("{line} {word}"), size) <= measure => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.into()),
        }
    }
    lines
}

/// Writes a text in lines of a measure; gives the baseline after the last line.
pub(super) fn block(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    measure: f32,
    text: &str,
) -> f32 {
    let mut y = at[1];
    if text.is_empty() {
        return y + size * 1.2;
    }
    for line in wrap(face, size, measure, text) {
        sheet.write(face, size, at[0], y, &line);
        y += size * 1.2;
    }
    y
}

/// Paragraphs as long as they end above the bottom; gives the next baseline.
pub(super) fn flow(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    span: [f32; 4],
    paragraphs: &[String],
) -> f32 {
    let [left, mut y, right, bottom] = span;
    for text in paragraphs {
        let lines = wrap(face, size, right - left, text).len() as f32;
        if y + lines * size * 1.2 > bottom {
            break;
        }
        y = block(sheet, face, size, [left, y], right - left, text) + size * 0.55;
    }
    y
}

/// The barcode of the receipt number in some symbology.
pub(super) fn barcode(sheet: &mut Sheet, desk: &mut Desk, at: [f32; 2], height: f32) {
    let code39 = matches!(desk.bars, Symbology::Code39);
    let (kind, module) = if code39 {
        (Symbology::Code39, 0.72)
    } else {
        (Symbology::Code128, 0.95)
    };
    if let Some(modules) = barcode::modules(kind, &desk.case.receipt) {
        sheet.bars(at[0], at[1], module, height, &modules);
    }
}

/// Three lines of a mailing address (name first).
pub(super) fn address(desk: &Desk) -> Vec<String> {
    let [street, city] = &desk.case.address;
    vec![desk.case.filer.name(), street.clone(), city.clone()]
}

/// A long number in groups of four.
pub(super) fn fours(digits: &str) -> String {
    let groups: Vec<String> = digits
        .as_bytes()
        .chunks(4)
        .map(|g| String::from_utf8_lossy(g).into_owned())
        .collect();
    groups.join(" ")
}

/// Lines of microprint between two sides.
pub(super) fn microprint(sheet: &mut Sheet, face: Face, y: f32, side: [f32; 2]) {
    let motto = "U S CITIZENSHIP AND IMMIGRATION SERVICES ";
    let one = face.width(motto, 1.7);
    let times = ((side[1] - side[0]) / one).floor() as usize;
    sheet.write_shaded(face, 1.7, side[0], y, &motto.repeat(times), 0.45);
}

/// A check box, crossed or not.
pub(super) fn tick(sheet: &mut Sheet, face: Face, at: [f32; 2], crossed: bool) {
    let [x, y] = at;
    sheet.frame([x, y - 7.0, x + 8.0, y + 1.0], 0.7);
    if crossed {
        sheet.write(face, 9.0, x + 1.0, y, "X");
    }
}

/// A value in a cell: in one line, or smaller in two where it is long.
pub(super) fn boxed(sheet: &mut Sheet, face: Face, size: f32, at: [f32; 2], room: f32, text: &str) {
    if face.width(text, size) < room * 1.2 {
        return fitted(sheet, face, size, at, room, text);
    }
    let mut small = size * 0.7;
    while small > 4.5 && wrap(face, small, room, text).len() > 2 {
        small -= 0.3;
    }
    let lines = wrap(face, small, room, text);
    let pitch = small * 1.1;
    let mut y = at[1] + 1.0 - pitch * (lines.len() as f32 - 1.0);
    for line in lines {
        fitted(sheet, face, small, [at[0], y], room, &line);
        y += pitch;
    }
}

/// A line of dashes to cut along.
pub(super) fn dashes(sheet: &mut Sheet, left: f32, right: f32, y: f32, length: f32) {
    let mut x = left;
    while x + length <= right {
        sheet.rule(x, x + length, y, 0.6);
        x += length * 1.8;
    }
}

/// Draws some numbers and drops them, so that the designs do not share their chances.
pub(super) fn stir(rng: &mut Rng, times: usize) {
    for _ in 0..times {
        rng.below(9);
    }
}

/// With some likelihood the case moved back to the years before there were online accounts.
pub(super) fn aged(rng: &mut Rng, case: &Case, likely: f32) -> Case {
    let mut old = case.clone();
    if rng.uniform(0.0, 1.0) >= likely {
        return old;
    }
    let year = rng.between(1996, 2011);
    let back = case.noticed.year - year;
    let dates = [&mut old.noticed, &mut old.received, &mut old.priority];
    for date in dates
        .into_iter()
        .chain([&mut old.filer.born, &mut old.beneficiary.born])
    {
        date.year -= back;
        date.day = date.day.min(28);
    }
    let prefix = rng.pick(&["EAC", "WAC", "LIN", "SRC"]);
    old.receipt = case::receipt(rng, prefix, old.received.year);
    old
}
