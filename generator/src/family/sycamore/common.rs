//! What the designs share: plans for the account cell, cells, heads, offices, barcodes.
use crate::barcode::{self, Symbology};
use crate::case::{self, Case, Date, Person};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What a page does with the filer's own account number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Plan {
    /// Label and number.
    Filled,
    /// A label over an empty place.
    Blank,
    /// No such field.
    Absent,
}

/// Lets a design draw its own lots, unlike those of its neighbours with the same seed.
pub(super) fn salt(rng: &mut Rng, count: usize) {
    for _ in 0..count {
        rng.below(1000);
    }
}

/// Draws a plan; before 2013 no account could be printed.
pub(super) fn plan(rng: &mut Rng, case: &Case, filled: f32, blank: f32) -> Plan {
    let lot = rng.uniform(0.0, 1.0);
    if case.noticed.year < 2013 || lot >= filled + blank {
        Plan::Absent
    } else if lot < filled {
        Plan::Filled
    } else {
        Plan::Blank
    }
}

/// The text of the account's place (`None`: no such field), noted in the truth.
pub(super) fn account(
    rng: &mut Rng,
    case: &Case,
    plan: Plan,
    truth: &mut NoticeTruth,
) -> Option<String> {
    match plan {
        Plan::Filled => {
            truth.prints_account(&case.account);
            let plain = rng.chance(0.6);
            let split = case::printed_account(rng, &case.account);
            Some(if plain { case.account.clone() } else { split })
        }
        Plan::Blank => {
            truth.account_cell = AccountCell::Blank;
            Some(String::new())
        }
        Plan::Absent => None,
    }
}

/// The person's A-Number in a printed form, noted in the truth.
pub(super) fn alien(rng: &mut Rng, person: &Person, truth: &mut NoticeTruth) -> String {
    truth.prints_a_number(&person.a_number);
    case::printed_a_number(rng, &person.a_number)
}

/// The receipt number in a printed form, noted in the truth.
pub(super) fn receipt(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> String {
    truth.prints_receipt(&case.receipt);
    if rng.chance(0.7) {
        case.receipt.clone()
    } else {
        case::printed_receipt(rng, &case.receipt)
    }
}

/// An empty truth for a form, with the case type.
pub(super) fn begin(form: &str, code: &str) -> NoticeTruth {
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    truth.fields.case_type = Some(code.into());
    truth
}

/// A date as the unit prints dates.
pub(super) fn dated(date: &Date, long: bool) -> String {
    if long { date.long() } else { date.numeric() }
}

/// The role of the one who filed.
pub(super) fn role(case: &Case) -> &'static str {
    if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// Notes the people of the case under their roles.
pub(super) fn note_people(case: &Case, truth: &mut NoticeTruth, listed: bool) {
    let text = |p: &Person| if listed { p.listed() } else { p.name() };
    if case.is_petition {
        truth.fields.petitioner = Some(text(&case.filer));
        truth.fields.beneficiary = Some(text(&case.beneficiary));
    } else {
        truth.fields.applicant = Some(text(&case.filer));
    }
}

/// Faces and sizes of captions and values.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) label: Face,
    pub(super) value: Face,
    pub(super) small: f32,
    pub(super) large: f32,
}

impl Style {
    /// Captions and values in one family.
    pub(super) fn new(family: Family, small: f32, large: f32) -> Style {
        Style {
            label: Face::regular(family),
            value: Face::regular(family),
            small,
            large,
        }
    }
}

/// Writes a text, smaller where it is too wide for its place; returns where it ends.
pub(super) fn fit(
    sheet: &mut Sheet,
    (face, size): (Face, f32),
    (x, y): (f32, f32),
    width: f32,
    text: &str,
) -> f32 {
    let mut size = size;
    while size > 4.5 && face.width(text, size) > width {
        size -= 0.25;
    }
    sheet.write(face, size, x, y, text)
}

/// A caption with its value under it, in a cell.
pub(super) fn cell(sheet: &mut Sheet, style: Style, area: [f32; 4], label: &str, value: &str) {
    let [left, top, right, _] = area;
    let width = right - left - 7.0;
    let caption = top + style.small + 2.0;
    fit(
        sheet,
        (style.label, style.small),
        (left + 3.5, caption),
        width,
        label,
    );
    let line = caption + style.large + 3.0;
    fit(
        sheet,
        (style.value, style.large),
        (left + 3.5, line),
        width,
        value,
    );
}

/// A caption with its value under it, in a cell with a frame.
pub(super) fn boxed(sheet: &mut Sheet, style: Style, area: [f32; 4], label: &str, value: &str) {
    sheet.frame(area, 0.6);
    cell(sheet, style, area, label, value);
}

/// A row of framed cells; widths are shares of the row.
pub(super) fn row(
    sheet: &mut Sheet,
    style: Style,
    area: [f32; 4],
    cells: &[(f32, String, String)],
    framed: bool,
) {
    let total: f32 = cells.iter().map(|c| c.0).sum();
    let mut x = area[0];
    for (share, label, value) in cells {
        let right = x + (area[2] - area[0]) * share / total;
        let place = [x, area[1], right, area[3]];
        if framed {
            boxed(sheet, style, place, label, value);
        } else {
            cell(sheet, style, place, label, value);
        }
        x = right;
    }
}

/// A barcode of the receipt number.
pub(super) fn bars(sheet: &mut Sheet, kind: Symbology, text: &str, place: [f32; 2], height: f32) {
    let module = if matches!(kind, Symbology::Code39) {
        0.72
    } else {
        0.95
    };
    if let Some(modules) = barcode::modules(kind, text) {
        sheet.bars(place[0], place[1], module, height, &modules);
    }
}

/// Lines one below the other; returns the next baseline.
pub(super) fn lines(
    sheet: &mut Sheet,
    face: Face,
    size: f32,
    (x, y): (f32, f32),
    pitch: f32,
    texts: &[String],
) -> f32 {
    let mut line = y;
    for text in texts {
        sheet.write(face, size, x, line, text);
        line += pitch;
    }
    line
}

/// Name and address of the one who filed, now and then in care of the attorney.
pub(super) fn addressee(rng: &mut Rng, case: &Case) -> Vec<String> {
    let mut block = vec![case.filer.name()];
    if rng.chance(0.25) {
        block.push(format!("c/o {}", case.attorney.0.to_uppercase()));
        block.push(case.attorney.1.to_uppercase());
    }
    block.extend(case.address.iter().map(|l| l.to_string()));
    block
}

/// The department and the agency in the head, in one of several manners.
pub(super) fn agency(sheet: &mut Sheet, rng: &mut Rng, family: Family, y: f32) {
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    match rng.below(3) {
        0 => {
            sheet.write(plain, 8.5, 36.0, y, "Department of Homeland Security");
            sheet.write(
                plain,
                8.5,
                36.0,
                y + 10.5,
                "U.S. Citizenship and Immigration Services",
            );
        }
        1 => {
            sheet.write(
                bold,
                10.0,
                36.0,
                y,
                "U.S. Citizenship and Immigration Services",
            );
            sheet.write(
                plain,
                7.5,
                36.0,
                y + 10.0,
                "U.S. Department of Homeland Security",
            );
        }
        _ => {
            sheet.write(bold, 9.0, 36.0, y, "DEPARTMENT OF HOMELAND SECURITY");
            sheet.write(
                plain,
                8.0,
                36.0,
                y + 10.5,
                "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
            );
        }
    }
}

/// Offices with their addresses.
const OFFICES: &[[&str; 3]] = &[
    [
        "California Service Center",
        "P.O. Box 30111",
        "Laguna Niguel CA 92607-0111",
    ],
    [
        "Nebraska Service Center",
        "P.O. Box 82521",
        "Lincoln NE 68501-2521",
    ],
    [
        "Vermont Service Center",
        "38 River Road",
        "Essex Junction VT 05479-0001",
    ],
    [
        "Texas Service Center",
        "6046 N Belt Line Rd., Suite 172",
        "Irving TX 75038-0015",
    ],
    [
        "National Benefits Center",
        "P.O. Box 648003",
        "Lee's Summit MO 64064-8003",
    ],
    [
        "Atlanta Field Office",
        "2150 Parklake Drive NE",
        "Atlanta GA 30345-2168",
    ],
    [
        "Des Moines Field Office",
        "210 Walnut Street, Room 215",
        "Des Moines IA 50309-2115",
    ],
    [
        "Philadelphia Field Office",
        "30 North 41st Street",
        "Philadelphia PA 19104-2207",
    ],
    [
        "Fresno Field Office",
        "744 P Street, Suite 120",
        "Fresno CA 93721-2701",
    ],
    ["Omaha Field Office", "1717 Avenue H", "Omaha NE 68110-2752"],
];

/// An office of the agency.
pub(super) fn office(rng: &mut Rng) -> [&'static str; 3] {
    rng.pick(OFFICES)
}

/// A field office of the agency, where people are interviewed.
pub(super) fn field_office(rng: &mut Rng) -> [&'static str; 3] {
    rng.pick(&OFFICES[5..])
}

/// How many paragraphs a page has.
pub(super) fn some(rng: &mut Rng, low: i64, high: i64) -> usize {
    rng.between(low, high) as usize
}

/// An amount with cents.
pub(super) fn money(rng: &mut Rng) -> String {
    rng.pick(&[
        "$410.00",
        "$535.00",
        "$725.00",
        "$1,140.00",
        "$1,440.00",
        "$85.00",
        "$555.00",
    ])
    .to_string()
}

/// A twelve-digit number of no account, in print.
pub(super) fn twelve(rng: &mut Rng) -> String {
    let digits = rng.digits(12);
    match rng.below(3) {
        0 => format!("{} {} {}", &digits[..4], &digits[4..8], &digits[8..]),
        _ => digits,
    }
}
