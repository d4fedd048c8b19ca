//! Small drawing tools that the designs share.
use crate::barcode::{self, Symbology};
use crate::case::{self, Case, Person};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What a page does with the filer's own account number.
pub(super) enum Own {
    /// It is printed in this form.
    Printed(String),
    /// Its label is printed with nothing in its place.
    Blank,
    /// The page has no place for it.
    Absent,
}

impl Own {
    /// Chooses by per cent; old notices never have a number.
    pub(super) fn choose(rng: &mut Rng, case: &Case, printed: usize, blank: usize) -> Own {
        // Designs with other shares draw another lot from the same seed.
        for _ in 0..printed % 9 + blank % 4 {
            rng.below(100);
        }
        let lot = rng.below(100);
        let shown = case::printed_account(rng, &case.account);
        if case.noticed.year < 2013 || lot >= printed + blank {
            Own::Absent
        } else if lot < printed {
            Own::Printed(shown)
        } else {
            Own::Blank
        }
    }

    /// Whether a label stands on the page.
    pub(super) fn labelled(&self) -> bool {
        !matches!(self, Own::Absent)
    }

    /// What stands in the place of the value.
    pub(super) fn text(&self) -> &str {
        match self {
            Own::Printed(shown) => shown,
            _ => "",
        }
    }

    /// Notes the choice in the truth.
    pub(super) fn note(&self, truth: &mut NoticeTruth, case: &Case) {
        match self {
            Own::Printed(_) => truth.prints_account(&case.account),
            Own::Blank => truth.account_cell = AccountCell::Blank,
            Own::Absent => {}
        };
    }
}

/// The truth of a page that prints the receipt number and the form code.
pub(super) fn begin(case: &Case, form: &str) -> NoticeTruth {
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.into());
    truth
}

/// Notes the people, listed family name first or not.
pub(super) fn note_people(truth: &mut NoticeTruth, case: &Case, listed: bool) {
    let shown = |who: &Person| Some(if listed { who.listed() } else { who.name() });
    if case.is_petition {
        truth.fields.petitioner = shown(&case.filer);
        truth.fields.beneficiary = shown(&case.beneficiary);
    } else {
        truth.fields.applicant = shown(&case.filer);
    }
}

/// The role of the one who filed.
pub(super) fn role(case: &Case) -> &'static str {
    if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// A serif or sans family that suits a printed notice.
pub(super) fn type_family(rng: &mut Rng) -> Family {
    rng.pick(&[
        Family::Helvetica,
        Family::Times,
        Family::LiberationSans,
        Family::LiberationSerif,
        Family::FreeSans,
        Family::FreeSerif,
        Family::DejaVuSansCondensed,
    ])
}

/// Writes a text, smaller where the room is narrow.
pub(super) fn put(sheet: &mut Sheet, style: (Face, f32), at: [f32; 2], room: f32, text: &str) {
    if text.is_empty() {
        return;
    }
    let (face, mut size) = style;
    while size > 4.0 && face.width(text, size) > room {
        size -= 0.2;
    }
    sheet.write(face, size, at[0], at[1], text);
}

/// Label and value faces with their sizes.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// Of labels.
    pub label: (Face, f32),
    /// Of values.
    pub value: (Face, f32),
}

impl Style {
    /// Regular labels over bold or regular values.
    pub(super) fn new(family: Family, small: f32, size: f32, bold: bool) -> Style {
        let value = if bold {
            Face::bold(family)
        } else {
            Face::regular(family)
        };
        Style {
            label: (Face::regular(family), small),
            value: (value, size),
        }
    }

    /// The value under its label.
    pub(super) fn under(
        &self,
        sheet: &mut Sheet,
        at: [f32; 2],
        room: f32,
        label: &str,
        value: &str,
    ) {
        put(sheet, self.label, at, room, label);
        put(
            sheet,
            self.value,
            [at[0], at[1] + self.value.1 * 1.25],
            room,
            value,
        );
    }

    /// The value over its caption.
    pub(super) fn over(
        &self,
        sheet: &mut Sheet,
        at: [f32; 2],
        room: f32,
        caption: &str,
        value: &str,
    ) {
        put(sheet, self.value, at, room, value);
        put(
            sheet,
            self.label,
            [at[0], at[1] + self.label.1 * 1.3 + 1.5],
            room,
            caption,
        );
    }

    /// The value right of its label, at a tab stop.
    pub(super) fn beside(
        &self,
        sheet: &mut Sheet,
        at: [f32; 2],
        tab: f32,
        label: &str,
        value: &str,
    ) {
        put(sheet, self.label, at, tab - at[0] - 5.0, label);
        put(sheet, self.value, [tab, at[1]], 558.0 - tab, value);
    }

    /// Dots between a label and a value that ends at the right edge.
    pub(super) fn leaders(&self, sheet: &mut Sheet, span: [f32; 3], label: &str, value: &str) {
        let [left, right, y] = span;
        let end = sheet.write(self.label.0, self.label.1, left, y, label);
        if value.is_empty() {
            return;
        }
        let stop = right - self.value.0.width(value, self.value.1);
        let step = self.label.1 * 0.5;
        let mut x = right - ((right - end - 4.0) / step).floor() * step;
        while x < stop - 5.0 {
            sheet.write(self.label.0, self.label.1, x, y, ".");
            x += step;
        }
        sheet.flush_right(self.value.0, self.value.1, right, y, value);
    }
}

/// A barcode of the receipt number.
pub(super) fn bars(sheet: &mut Sheet, left: f32, top: f32, height: f32, receipt: &str) {
    if let Some(modules) = barcode::modules(Symbology::Code128, receipt) {
        sheet.bars(left, top, 0.9, height, &modules);
    }
}

/// A row of small boxes with a character in each.
pub(super) fn comb(sheet: &mut Sheet, style: (Face, f32), at: [f32; 2], boxes: usize, text: &str) {
    let pitch = style.1 * 1.25;
    let height = style.1 * 1.5;
    let [left, top] = at;
    sheet.frame([left, top, left + pitch * boxes as f32, top + height], 0.6);
    for n in 1..boxes {
        sheet.upright(left + pitch * n as f32, top, top + height, 0.4);
    }
    for (n, letter) in text.chars().enumerate() {
        let middle = left + pitch * (n as f32 + 0.5);
        sheet.centred(
            style.0,
            style.1,
            middle,
            top + height * 0.76,
            &letter.to_string(),
        );
    }
}

/// Lines of an address block; returns the baseline after the last.
pub(super) fn lines(
    sheet: &mut Sheet,
    style: (Face, f32),
    at: [f32; 2],
    pitch: f32,
    texts: &[&str],
) -> f32 {
    for (n, text) in texts.iter().enumerate() {
        sheet.write(style.0, style.1, at[0], at[1] + pitch * n as f32, text);
    }
    at[1] + pitch * texts.len() as f32
}

/// Twelve digits that are somebody else's business.
pub(super) fn stranger(rng: &mut Rng, case: &Case) -> String {
    loop {
        let digits = rng.digits(12);
        if digits != case.account {
            return digits;
        }
    }
}

/// An invented A-Number print, grouped in one of the usual ways.
pub(super) fn a_number(rng: &mut Rng, person: &Person) -> String {
    case::printed_a_number(rng, &person.a_number)
}
