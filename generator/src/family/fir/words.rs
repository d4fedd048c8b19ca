//! Labels, printed numbers and small drawing helpers of the family fir.
use crate::barcode::{Symbology, modules};
use crate::case::{
    Case, Date, MONTHS, Person, account, printed_a_number, printed_account, printed_receipt,
};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Families for printed matter without serifs.
pub(super) const SANS: [Family; 5] = [
    Family::Helvetica,
    Family::LiberationSans,
    Family::FreeSans,
    Family::DejaVuSansCondensed,
    Family::LiberationSansNarrow,
];
/// Families for letters.
pub(super) const SERIF: [Family; 4] = [
    Family::Times,
    Family::LiberationSerif,
    Family::FreeSerif,
    Family::DejaVuSerif,
];
/// Families for data that a line printer fills in.
pub(super) const MONO: [Family; 4] = [
    Family::Courier,
    Family::LiberationMono,
    Family::FreeMono,
    Family::DejaVuSansMono,
];

/// Long labels of the client's account number.
pub(super) const ACCOUNT: [&str; 8] = [
    "USCIS Online Account Number",
    "Online Account Number (USCIS)",
    "USCIS Online Acct. No.",
    "USCIS Account Number",
    "Your USCIS online account no.",
    "USCIS ELIS Account Number",
    "Online Account Number on file",
    "my.uscis.gov account number",
];
/// Short labels of the client's account number.
pub(super) const ACCOUNT_SHORT: [&str; 7] = [
    "Online Acct #",
    "OAN",
    "Online Account No.",
    "USCIS Acct. No.",
    "Account Number",
    "Online Acct. Nbr",
    "USCIS Account #",
];
/// Labels of a representative's account number.
pub(super) const REP_ACCOUNT: [&str; 5] = [
    "Attorney or Representative USCIS Online Account Number",
    "Representative's online account no.",
    "Attorney's USCIS online account number",
    "G-28 representative: online account #",
    "Online account number of attorney of record",
];
/// Labels of the receipt number.
pub(super) const RECEIPT: [&str; 6] = [
    "Receipt Number",
    "Receipt No.",
    "Receipt #",
    "USCIS Receipt Number",
    "Case Receipt Number",
    "Rcpt. Number",
];
/// Labels of the A-Number.
pub(super) const ALIEN: [&str; 6] = [
    "A-Number",
    "Alien Registration No.",
    "USCIS A#",
    "Alien Number",
    "A-File No.",
    "Alien Reg. Number",
];

/// What a notice prints of a case, in one manner.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    /// The receipt number.
    pub(super) receipt: String,
    /// The client's account number.
    pub(super) account: String,
    /// State of the account cell.
    pub(super) cell: AccountCell,
    /// The representative's account number, if the notice prints one.
    pub(super) rep: Option<String>,
    /// The filer's A-Number.
    pub(super) a_number: String,
    /// The beneficiary's A-Number.
    pub(super) other_a: String,
    /// Manner of the dates.
    pub(super) style: usize,
    /// Received date.
    pub(super) received: String,
    /// Notice date.
    pub(super) noticed: String,
    /// Priority date.
    pub(super) priority: String,
    /// The service center.
    pub(super) office: &'static str,
    /// Street and city of the service center.
    pub(super) office_lines: [&'static str; 2],
}

impl Facts {
    /// Draws the manner of printing; `salt` lets designs of one seed differ.
    pub(super) fn draw(rng: &mut Rng, case: &Case, salt: usize) -> Self {
        rng.digits(salt);
        let style = rng.below(4);
        let cell = match rng.below(8) {
            0..=3 => AccountCell::Filled,
            4 | 5 => AccountCell::Blank,
            _ => AccountCell::Absent,
        };
        let odds = if cell == AccountCell::Absent {
            0.6
        } else {
            0.3
        };
        let (office, office_lines) = rng.pick(&OFFICES);
        Self {
            receipt: printed_receipt(rng, &case.receipt),
            account: printed_account(rng, &case.account),
            cell,
            rep: rng.chance(odds).then(|| account(rng)),
            a_number: printed_a_number(rng, &case.filer.a_number),
            other_a: printed_a_number(rng, &case.beneficiary.a_number),
            style,
            received: date(style, case.received),
            noticed: date(style, case.noticed),
            priority: date(style, case.priority),
            office,
            office_lines,
        }
    }

    /// The number if the cell is filled, else what stands in its place.
    pub(super) fn account_value(&self, blank: &str) -> String {
        if self.cell == AccountCell::Filled {
            self.account.clone()
        } else {
            blank.to_owned()
        }
    }

    /// Whether the label of the client's account number is printed.
    pub(super) fn has_cell(&self) -> bool {
        self.cell != AccountCell::Absent
    }

    /// Records the state of the account cell and both account numbers.
    pub(super) fn note_accounts(&self, case: &Case, truth: &mut NoticeTruth) {
        truth.account_cell = self.cell;
        if self.cell == AccountCell::Filled {
            truth.prints_account(&case.account);
        }
        if let Some(rep) = &self.rep {
            truth.prints_representative_account(rep);
        }
    }
}

/// The offices that send notices.
const OFFICES: [(&str, [&str; 2]); 6] = [
    (
        "Nebraska Service Center",
        ["P.O. BOX 82521", "LINCOLN NE 68501-2521"],
    ),
    (
        "Texas Service Center",
        ["6046 N BELT LINE RD STE 172", "IRVING TX 75038-0015"],
    ),
    (
        "California Service Center",
        ["P.O. BOX 30111", "LAGUNA NIGUEL CA 92607-0111"],
    ),
    (
        "Vermont Service Center",
        ["38 RIVER ROAD", "ESSEX JUNCTION VT 05479-0001"],
    ),
    (
        "National Benefits Center",
        ["P.O. BOX 648004", "LEES SUMMIT MO 64064"],
    ),
    (
        "Potomac Service Center",
        [
            "2200 POTOMAC CENTER DR STOP 2425",
            "ARLINGTON VA 20598-2425",
        ],
    ),
];

/// A date in one of three manners; digits only are twice as likely.
pub(super) fn date(style: usize, day: Date) -> String {
    let month = MONTHS[(day.month - 1).rem_euclid(12) as usize];
    match style {
        1 => day.long(),
        2 => format!("{} {} {}", day.day, &month[..3], day.year),
        _ => day.numeric(),
    }
}

/// `Petitioner` or `Applicant`.
pub(super) fn role(case: &Case) -> &'static str {
    if case.is_petition || case.title.starts_with("PETITION") || case.title.starts_with("IMMIGRANT")
    {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// Records the filer's name under the role that [`role`] gives.
pub(super) fn note_filer(case: &Case, name: &str, truth: &mut NoticeTruth) {
    if role(case) == "Petitioner" {
        truth.fields.petitioner = Some(name.to_owned());
    } else {
        truth.fields.applicant = Some(name.to_owned());
    }
}

/// The person that a notice is about: the beneficiary of a petition, else the filer.
pub(super) fn subject(case: &Case) -> &Person {
    if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    }
}

/// A fee that someone paid, as printed.
pub(super) fn fee(rng: &mut Rng) -> String {
    rng.pick(&[
        "$535.00",
        "$1,440.00",
        "$410.00",
        "$715.00",
        "$2,805.00",
        "$630.00",
        "$85.00",
    ])
    .to_owned()
}

/// Writes a text smaller, down to 7 points and then narrow, until it fits into `width`.
pub(super) fn fit(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: (f32, f32),
    width: f32,
    text: &str,
) {
    let mut size = size;
    while size > 7.0 && face.width(text, size) > width {
        size = (size - 0.25).max(7.0);
    }
    let mut face = face;
    if face.width(text, size) > width {
        face.family = Family::LiberationSansNarrow;
    }
    sheet.write(face, size, at.0, at.1, text);
}

/// How cells are drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    /// Cut of labels.
    pub(super) label: Face,
    /// Cut of values.
    pub(super) value: Face,
    /// Size of labels.
    pub(super) small: f32,
    /// Size of values.
    pub(super) large: f32,
    /// Weight of the frame; none if 0.
    pub(super) weight: f32,
    /// Whether the label stands below the value.
    pub(super) under: bool,
}

/// Draws a cell with a label, wrapped if it must be, and a value.
pub(super) fn cell(sheet: &mut Sheet, look: Look, area: [f32; 4], label: &str, value: &str) {
    let [left, top, right, bottom] = area;
    let width = right - left - 7.0;
    if look.weight > 0.0 {
        sheet.frame(area, look.weight);
    }
    if look.under {
        let y = top + look.large + 3.0;
        fit(sheet, look.value, look.large, (left + 4.0, y), width, value);
        sheet.paragraph(
            look.label,
            look.small,
            left + 4.0,
            y + look.small + 3.0,
            width,
            label,
        );
    } else {
        let y = top + look.small + 1.5;
        sheet.paragraph(look.label, look.small, left + 4.0, y, width, label);
        let y = bottom - 4.0;
        fit(sheet, look.value, look.large, (left + 4.0, y), width, value);
    }
}

/// Draws a barcode with the text below it, or above it, and returns its width.
pub(super) fn coded(
    sheet: &mut Sheet,
    rng: &mut Rng,
    at: (f32, f32),
    height: f32,
    text: &str,
) -> f32 {
    let symbology = rng.pick(&[Symbology::Code39, Symbology::Code128]);
    let module = if symbology == Symbology::Code39 {
        0.72
    } else {
        0.95
    };
    let Some(bars) = modules(symbology, text) else {
        return 0.0;
    };
    let width = bars.len() as f32 * module;
    sheet.bars(at.0, at.1, module, height, &bars);
    let line = if symbology == Symbology::Code39 && rng.chance(0.4) {
        format!("*{text}*")
    } else {
        text.to_owned()
    };
    let face = Face::regular(rng.pick(&[Family::Courier, Family::Helvetica]));
    sheet.centred(face, 8.0, at.0 + width / 2.0, at.1 + height + 9.0, &line);
    width
}

/// Draws a perforation and its words.
pub(super) fn perforation(sheet: &mut Sheet, y: f32, words: &str) {
    let mut x = 18.0;
    while x < 590.0 {
        sheet.rule(x, x + 5.0, y, 0.6);
        x += 9.0;
    }
    let face = Face::regular(Family::LiberationSansNarrow);
    sheet.centred(face, 7.0, 306.0, y - 3.0, words);
}

/// Writes the name and address of someone and returns the baseline below.
pub(super) fn address(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: (f32, f32),
    lines: &[&str],
) -> f32 {
    let mut y = at.1;
    for line in lines.iter().filter(|line| !line.is_empty()) {
        sheet.write(face, size, at.0, y, line);
        y += size * 1.2;
    }
    y
}

/// Puts the items in a random order.
pub(super) fn shuffle<T>(rng: &mut Rng, items: &mut [T]) {
    for last in (1..items.len()).rev() {
        let other = rng.below(last + 1);
        items.swap(last, other);
    }
}
