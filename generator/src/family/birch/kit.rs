//! Tools that all designs of this family share: cells, leaders, wordings, printed numbers.
use crate::barcode::{self, Symbology};
use crate::case::{self, Case, Date};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What a page does with the filer's own account number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Own {
    /// A label and the number.
    Filled,
    /// A label and nothing in its place.
    Blank,
    /// No label at all.
    Nothing,
}

/// Rolls what the page does with the account number; none existed before the middle of 2012.
pub(super) fn own(rng: &mut Rng, case: &Case) -> Own {
    let roll = rng.uniform(0.0, 1.0);
    if case.noticed.year < 2013 {
        Own::Nothing
    } else if roll < 0.44 {
        Own::Filled
    } else if roll < 0.60 {
        Own::Blank
    } else {
        Own::Nothing
    }
}

/// The text in the place of the own account number, noted in the truth.
pub(super) fn own_value(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, own: Own) -> String {
    match own {
        Own::Filled => {
            truth.prints_account(&case.account);
            account_text(rng, &case.account)
        }
        Own::Blank => {
            truth.account_cell = AccountCell::Blank;
            String::new()
        }
        Own::Nothing => String::new(),
    }
}

/// An account number as printers of this family set it.
pub(super) fn account_text(rng: &mut Rng, digits: &str) -> String {
    match rng.below(8) {
        0 => format!("{} {} {}", &digits[..4], &digits[4..8], &digits[8..]),
        1 => format!("{}-{}-{}", &digits[..4], &digits[4..8], &digits[8..]),
        2 => case::printed_account(rng, digits),
        _ => digits.to_string(),
    }
}

/// A receipt number in print, noted in the truth.
pub(super) fn receipt_text(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> String {
    truth.prints_receipt(&case.receipt);
    let r = &case.receipt;
    match rng.below(6) {
        0 => format!("{}-{}-{}-{}", &r[..3], &r[3..5], &r[5..8], &r[8..]),
        1 => format!("{} {} {} {}", &r[..3], &r[3..5], &r[5..8], &r[8..]),
        _ => r.clone(),
    }
}

/// An A-Number in print with its letter, noted in the truth.
pub(super) fn a_text(rng: &mut Rng, digits: &str, truth: &mut NoticeTruth) -> String {
    truth.prints_a_number(digits);
    let nine = format!("{digits:0>9}");
    match rng.below(6) {
        0 => format!("A{} {} {}", &nine[..3], &nine[3..6], &nine[6..]),
        1 => format!("A{}-{}-{}", &nine[..3], &nine[3..6], &nine[6..]),
        2 => format!("A-{nine}"),
        3 => format!("A {nine}"),
        _ => format!("A{nine}"),
    }
}

/// A printed date; the same style throughout one notice.
pub(super) fn date_text(date: &Date, style: usize) -> String {
    const MONTHS: [&str; 12] = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ];
    let month = MONTHS[(date.month - 1) as usize];
    match style {
        0 => date.numeric(),
        1 => date.long(),
        2 => date.long().to_uppercase(),
        3 => format!("{:02} {month} {}", date.day, date.year),
        4 => format!("{month} {:02}, {}", date.day, date.year),
        _ => format!("{:02}-{:02}-{}", date.month, date.day, date.year),
    }
}

/// The role of the one who filed, in capitals.
pub(super) fn role(case: &Case) -> &'static str {
    if case.is_petition {
        "PETITIONER"
    } else {
        "APPLICANT"
    }
}

/// One wording of a list; {R} becomes the role, {S} its short form, {T} the role in small letters.
pub(super) fn worded(rng: &mut Rng, list: &[&'static str], case: &Case) -> String {
    let short = if case.is_petition { "PET" } else { "APPL" };
    let small = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    let text = rng.pick(list);
    text.replace("{R}", role(case))
        .replace("{S}", short)
        .replace("{T}", small)
}

/// The form code with or without its hyphen; the truth keeps the canonical code.
pub(super) fn code(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> String {
    truth.fields.case_type = some(case.form_code);
    if rng.chance(0.35) {
        case.form_code.replace('-', "")
    } else {
        case.form_code.to_string()
    }
}

/// Notes the names of the parties as they are printed.
pub(super) fn note_people(
    truth: &mut NoticeTruth,
    case: &Case,
    filer: &str,
    beneficiary: Option<&str>,
) {
    if case.is_petition {
        truth.fields.petitioner = some(filer);
        truth.fields.beneficiary = beneficiary.map(str::to_string);
    } else {
        truth.fields.applicant = some(filer);
    }
}

/// A text for a field of the truth.
pub(super) fn some(text: impl Into<String>) -> Option<String> {
    Some(text.into())
}

/// An office: name, street, city line, telephone.
pub(super) fn office(rng: &mut Rng) -> [&'static str; 4] {
    rng.pick(&[
        [
            "CALIFORNIA SERVICE CENTER",
            "P.O. BOX 30111",
            "LAGUNA NIGUEL CA 92607-0111",
            "800-375-5283",
        ],
        [
            "NEBRASKA SERVICE CENTER",
            "P.O. BOX 82521",
            "LINCOLN NE 68501-2521",
            "402-323-7830",
        ],
        [
            "TEXAS SERVICE CENTER",
            "P.O. BOX 851488",
            "MESQUITE TX 75185-1488",
            "214-381-1423",
        ],
        [
            "VERMONT SERVICE CENTER",
            "38 RIVER ROAD",
            "ESSEX JUNCTION VT 05479-0001",
            "802-527-4913",
        ],
        [
            "POTOMAC SERVICE CENTER",
            "2200 CRYSTAL DRIVE",
            "ARLINGTON VA 22202-0590",
            "800-375-5283",
        ],
        [
            "ATLANTA FIELD OFFICE",
            "2150 PARKLAKE DRIVE NE",
            "ATLANTA GA 30345-2846",
            "404-555-0148",
        ],
        [
            "PHILADELPHIA FIELD OFFICE",
            "30 N 41ST STREET",
            "PHILADELPHIA PA 19104-2210",
            "215-555-0163",
        ],
        [
            "NATIONAL BENEFITS CENTER",
            "P.O. BOX 648003",
            "LEES SUMMIT MO 64002-8003",
            "816-251-2900",
        ],
    ])
}

/// A 12-digit reference that is no USCIS account, with a label that says so.
pub(super) fn reference(rng: &mut Rng) -> (&'static str, String) {
    let label = rng.pick(&[
        "PAYMENT TRACKING NO.",
        "PAY.GOV TRACKING ID",
        "DEPOSIT TICKET NO.",
        "COURIER AIRBILL NO.",
        "LOCKBOX BATCH/SEQ",
        "REMITTER BANK ACCT NO.",
        "MICR ACCT (BANK)",
        "TREASURY DOC LOC NO.",
        "AGENCY TRACKING ID",
    ]);
    let number = rng.digits(12);
    let dashed = rng.chance(0.2);
    let split = format!("{}-{}-{}", &number[..4], &number[4..8], &number[8..]);
    (label, if dashed { split } else { number })
}

const TALK: &[&str] = &[
    "If you have a USCIS online account number, enter it on any form you file later. It has 12 \
     digits and is not the same as your A-Number.",
    "Your USCIS online account number is shown in your profile at my.uscis.gov. It is not your \
     receipt number.",
    "A USCIS online account number looks like this: 0123 4567 8901 (sample only).",
    "To link this case to an online account, use the Online Access Code that we will mail \
     separately. The code expires 90 days after it is issued.",
    "Do not write a bank account number where a form asks for the USCIS Online Account Number \
     (example: 123456789012).",
    "Call 800-375-5283 (TTY 800-767-1833) if you do not know your online account number.",
    "If you file by mail and leave the online account number off the form, a second account may \
     be opened. Two accounts cannot be joined.",
    "Your representative's online account is separate from yours and has a number of its own.",
];

/// A sentence that speaks of the account number without giving the reader's own.
pub(super) fn talk(rng: &mut Rng) -> &'static str {
    rng.pick(TALK)
}

/// Up to two different sentences of that kind.
pub(super) fn talks(rng: &mut Rng) -> Vec<&'static str> {
    let first = rng.below(TALK.len());
    let step = 1 + rng.below(TALK.len() - 1);
    (0..rng.below(3))
        .map(|turn| TALK[(first + turn * step) % TALK.len()])
        .collect()
}

/// Writes text, smaller where it would not fit into the room right of x.
pub(super) fn fitted(sheet: &mut Sheet, face: Face, size: f32, at: [f32; 3], text: &str) -> f32 {
    let mut size = size;
    while size > 4.0 && face.width(text, size) > at[2] {
        size -= 0.2;
    }
    sheet.write(face, size, at[0], at[1], text)
}

/// Faces and sizes of a ruled grid.
pub(super) struct Look {
    pub label: Face,
    pub label_size: f32,
    pub value: Face,
    pub value_size: f32,
    pub weight: f32,
}

/// A cell of a grid: its share of the width, its label, its value.
pub(super) type Cell = (f32, String, String);

/// Makes a cell.
pub(super) fn cell(share: f32, label: impl Into<String>, value: impl Into<String>) -> Cell {
    (share, label.into(), value.into())
}

/// Draws a row of framed cells inside left, top, right, bottom; label on top, value below.
pub(super) fn row(sheet: &mut Sheet, look: &Look, span: [f32; 4], cells: &[Cell]) {
    let [left, top, right, bottom] = span;
    let total: f32 = cells.iter().map(|c| c.0).sum();
    let mut x = left;
    for (share, label, value) in cells {
        let next = x + (right - left) * share / total;
        sheet.frame([x, top, next, bottom], look.weight);
        let room = next - x - 6.0;
        let line = top + look.label_size + 1.2;
        fitted(
            sheet,
            look.label,
            look.label_size,
            [x + 3.0, line, room],
            label,
        );
        fitted(
            sheet,
            look.value,
            look.value_size,
            [x + 4.0, bottom - 4.0, room - 2.0],
            value,
        );
        x = next;
    }
}

/// Dots from x to right on a baseline, aligned to a common raster.
pub(super) fn leader(sheet: &mut Sheet, face: Face, size: f32, from: f32, to: f32, baseline: f32) {
    let step = face.width(" .", size);
    let mut x = (from / step).ceil() * step;
    while x + step < to {
        sheet.write(face, size, x, baseline, ".");
        x += step;
    }
}

/// A box to tick, with an X where it is ticked.
pub(super) fn tick(sheet: &mut Sheet, face: Face, x: f32, baseline: f32, ticked: bool) {
    sheet.frame([x, baseline - 7.0, x + 8.0, baseline + 1.0], 0.7);
    if ticked {
        sheet.write(face, 8.0, x + 1.4, baseline - 0.1, "X");
    }
}

/// Bars of the receipt number.
pub(super) fn bars(
    sheet: &mut Sheet,
    case: &Case,
    kind: Symbology,
    at: [f32; 2],
    module: f32,
    high: f32,
) {
    if let Some(modules) = barcode::modules(kind, &case.receipt) {
        sheet.bars(at[0], at[1], module, high, &modules);
    }
}

/// A row of short dashes to tear along.
pub(super) fn tear(sheet: &mut Sheet, y: f32) {
    let mut x = 24.0;
    while x < 586.0 {
        sheet.rule(x, x + 5.0, y, 0.6);
        x += 8.5;
    }
}

/// The three lines of an addressee from x, baseline downwards; returns the next baseline.
pub(super) fn addressee(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    at: [f32; 2],
    lines: &[&str],
) -> f32 {
    let mut y = at[1];
    for line in lines {
        fitted(sheet, face, size, [at[0], y, 235.0], line);
        y += size * 1.2;
    }
    y
}

/// A fixed-width face of the kinds that line printers had.
pub(super) fn mono(rng: &mut Rng) -> Family {
    rng.pick(&[
        Family::Courier,
        Family::LiberationMono,
        Family::FreeMono,
        Family::DejaVuSansMono,
    ])
}

/// A narrow or plain face without serifs.
pub(super) fn sans(rng: &mut Rng) -> Family {
    rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::LiberationSansNarrow,
        Family::FreeSans,
        Family::DejaVuSansCondensed,
    ])
}

/// A face with serifs.
pub(super) fn serif(rng: &mut Rng) -> Family {
    rng.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::DejaVuSerif,
    ])
}

/// A dollar amount of a plausible fee.
pub(super) fn fee(rng: &mut Rng) -> String {
    rng.pick(&[
        "$410.00",
        "$460.00",
        "$535.00",
        "$700.00",
        "$1,225.00",
        "$1,140.00",
        "$675.00",
    ])
    .to_string()
}
