//! Small tools that all designs of the family use.
use crate::barcode::{self, Symbology};
use crate::case::{self, Case, Date, Person};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::Face;

/// How the filer's own account stands on the page.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Own {
    /// Label and number are printed.
    Printed,
    /// The label is printed, its place is empty.
    Blank,
    /// Neither is printed.
    Absent,
}

impl Own {
    /// Draws one of the three; `printed` and `blank` are the chances of the first two. The
    /// salt, a number of the design's own, keeps the designs of one seed apart.
    pub(super) fn draw(rng: &mut Rng, salt: usize, printed: f32, blank: f32) -> Own {
        for _ in 0..salt {
            rng.below(7);
        }
        let chance = rng.uniform(0.0, 1.0);
        if chance < printed {
            Own::Printed
        } else if chance < printed + blank {
            Own::Blank
        } else {
            Own::Absent
        }
    }
}

/// One notice in the making: its chance, its case, its truth and the habits of its printer.
pub(super) struct Desk<'a> {
    pub(super) rng: &'a mut Rng,
    pub(super) case: &'a Case,
    pub(super) truth: NoticeTruth,
    dates: usize,
    receipts: usize,
    aliens: usize,
    accounts: usize,
}

impl<'a> Desk<'a> {
    /// Begins a notice of the form (empty for a plain letter).
    pub(super) fn new(rng: &'a mut Rng, case: &'a Case, form: &str) -> Desk<'a> {
        let truth = NoticeTruth {
            form: form.into(),
            ..Default::default()
        };
        let dates = rng.below(3);
        let receipts = rng.pick(&[0, 0, 0, 1, 2]);
        let aliens = rng.below(5);
        let accounts = rng.pick(&[0, 0, 0, 0, 1, 2, 3]);
        Desk {
            rng,
            case,
            truth,
            dates,
            receipts,
            aliens,
            accounts,
        }
    }

    /// The date in this printer's way.
    pub(super) fn date(&self, date: &Date) -> String {
        match self.dates {
            0 => date.numeric(),
            1 => date.long(),
            _ => {
                let long = date.long();
                format!("{} {} {}", date.day, &long[..3], date.year)
            }
        }
    }

    /// The notice date as printed, noted.
    pub(super) fn notice_date(&mut self) -> String {
        let text = self.date(&self.case.noticed);
        self.truth.fields.notice_date = Some(text.clone());
        text
    }

    /// The received date as printed, noted.
    pub(super) fn received_date(&mut self) -> String {
        let text = self.date(&self.case.received);
        self.truth.fields.received_date = Some(text.clone());
        text
    }

    /// The receipt number as printed, noted.
    pub(super) fn receipt(&mut self) -> String {
        let receipt = self.case.receipt.clone();
        self.receipt_of(&receipt)
    }

    /// Any receipt number that the page prints as one, noted.
    pub(super) fn receipt_of(&mut self, receipt: &str) -> String {
        self.truth.prints_receipt(receipt);
        let mark = ["", "-", " "][self.receipts];
        let center = &receipt[..3];
        let year = &receipt[3..5];
        format!(
            "{center}{mark}{year}{mark}{}{mark}{}",
            &receipt[5..8],
            &receipt[8..]
        )
    }

    /// The person's A-Number as printed, noted.
    pub(super) fn alien(&mut self, person: &Person) -> String {
        self.truth.prints_a_number(&person.a_number);
        let full = format!("{:0>9}", person.a_number);
        let a = &full[..3];
        let b = &full[3..6];
        let c = &full[6..];
        match self.aliens {
            0 => format!("A{full}"),
            1 => format!("A{a} {b} {c}"),
            2 => format!("A{a}-{b}-{c}"),
            3 => format!("A-{}", person.a_number),
            _ => format!("A {a} {b} {c}"),
        }
    }

    /// The filer's own account as printed (empty for a blank place), noted.
    pub(super) fn account(&mut self, own: Own) -> String {
        match own {
            Own::Printed => {
                self.truth.prints_account(&self.case.account);
                split(&self.case.account, self.accounts)
            }
            Own::Blank => {
                self.truth.account_cell = AccountCell::Blank;
                String::new()
            }
            Own::Absent => String::new(),
        }
    }

    /// A number of the same shape that belongs to somebody or something else; not noted.
    pub(super) fn rival(&mut self) -> String {
        let digits = case::account(self.rng);
        split(&digits, self.accounts)
    }

    /// The attorney's own account, noted as such.
    pub(super) fn attorney_account(&mut self) -> String {
        let digits = case::account(self.rng);
        self.truth.prints_representative_account(&digits);
        split(&digits, self.accounts)
    }

    /// The filer's role.
    pub(super) fn role(&self) -> &'static str {
        if self.case.is_petition {
            "Petitioner"
        } else {
            "Applicant"
        }
    }

    /// The filer's name as `FAMILY, GIVEN`, noted under the filer's role.
    pub(super) fn filer(&mut self) -> String {
        let name = self.case.filer.listed();
        self.note_filer(&name);
        name
    }

    /// Notes the filer's printed name under the filer's role.
    pub(super) fn note_filer(&mut self, name: &str) {
        let fields = &mut self.truth.fields;
        let place = if self.case.is_petition {
            &mut fields.petitioner
        } else {
            &mut fields.applicant
        };
        *place = Some(name.into());
    }

    /// The beneficiary's name, noted; only for petitions.
    pub(super) fn beneficiary(&mut self) -> Option<String> {
        if !self.case.is_petition {
            return None;
        }
        let name = self.case.beneficiary.listed();
        self.truth.fields.beneficiary = Some(name.clone());
        Some(name)
    }

    /// The person of the case whose file number stands on the notice.
    pub(super) fn subject(&self) -> &'a Person {
        if self.case.is_petition {
            &self.case.beneficiary
        } else {
            &self.case.filer
        }
    }

    /// The case type (form code) as printed, noted, with the title behind it.
    pub(super) fn case_type(&mut self) -> String {
        self.truth.fields.case_type = Some(self.case.form_code.into());
        let mark = self.rng.pick(&[" - ", ", ", "  "]);
        format!("{}{mark}{}", self.case.form_code, self.case.title)
    }

    /// Name and two lines of address.
    pub(super) fn addressee(&self) -> [String; 3] {
        let [street, city] = self.case.address.clone();
        [self.case.filer.name(), street, city]
    }
}

/// Twelve digits in one of four printed forms.
fn split(digits: &str, way: usize) -> String {
    let (step, mark) = [(12, ""), (4, " "), (4, "-"), (3, " ")][way];
    let parts: Vec<&str> = (0..12)
        .step_by(step)
        .map(|at| &digits[at..at + step])
        .collect();
    parts.join(mark)
}

/// The largest size up to `size` at which the text fits the width.
pub(super) fn fit(face: Face, size: f32, width: f32, text: &str) -> f32 {
    let natural = face.width(text, size);
    if natural <= width {
        size
    } else {
        (size * width / natural).max(4.0)
    }
}

/// Writes the text, smaller if it would leave its place.
pub(super) fn write_in(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    [x, y, width]: [f32; 3],
    text: &str,
) {
    if !text.is_empty() {
        sheet.write(face, fit(face, size, width, text), x, y, text);
    }
}

/// Writes the text in its place; if it is far too long, smaller and in two lines, the second
/// on the baseline.
pub(super) fn write_two(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    [x, y, width]: [f32; 3],
    text: &str,
) {
    if face.width(text, size * 0.86) <= width {
        write_in(sheet, face, size, [x, y, width], text);
        return;
    }
    let small = size * 0.74;
    let broken = lines(face, small, width, text);
    let rest = broken[1..].join(" ");
    write_in(sheet, face, small, [x, y - small * 1.02, width], &broken[0]);
    write_in(sheet, face, small, [x, y, width], &rest);
}

/// The case as one of another form.
pub(super) fn recast(case: &Case, code: &'static str, title: &'static str) -> Case {
    let mut other = case.clone();
    other.form_code = code;
    other.title = title;
    other
}

/// The text broken into lines that fit the measure.
pub(super) fn lines(face: Face, size: f32, measure: f32, text: &str) -> Vec<String> {
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.into()
        } else {
            format!("{line} {word}")
        };
        if face.width(&longer, size) > measure && !line.is_empty() {
            done.push(std::mem::replace(&mut line, word.into()));
        } else {
            line = longer;
        }
    }
    done.push(line);
    done
}

/// Writes the lines one under another and returns the next baseline.
pub(super) fn stack(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    [x, y, pitch]: [f32; 3],
    lines: &[String],
) -> f32 {
    for (row, line) in lines.iter().enumerate() {
        if !line.is_empty() {
            sheet.write(face, size, x, y + row as f32 * pitch, line);
        }
    }
    y + lines.len() as f32 * pitch
}

/// The barcode of the case's receipt number.
pub(super) fn bars(sheet: &mut Sheet, code: Symbology, case: &Case, [x, y, height]: [f32; 3]) {
    if let Some(modules) = barcode::modules(code, &case.receipt) {
        sheet.bars(x, y, 0.8, height, &modules);
    }
}

/// Dollars with two decimals.
pub(super) fn dollars(amount: i64) -> String {
    if amount >= 1000 {
        format!("${},{:03}.00", amount / 1000, amount % 1000)
    } else {
        format!("${amount}.00")
    }
}
