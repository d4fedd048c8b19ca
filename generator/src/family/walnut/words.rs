//! Words, invented facts and drawing helpers that the designs share.

use crate::barcode::{Symbology, modules};
use crate::case::{Case, Date, MONTHS, Person, account};
use crate::case::{printed_a_number, printed_account, printed_receipt};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::Face;

/// A form's code and title.
pub(super) type Form = (&'static str, &'static str);

/// Petition for a worker who comes for a time.
pub(super) const I129: Form = ("I-129", "PETITION FOR A NONIMMIGRANT WORKER");
/// Petition for a worker who stays.
pub(super) const I140: Form = ("I-140", "IMMIGRANT PETITION FOR ALIEN WORKER");
/// Extension or change of status.
pub(super) const I539: Form = ("I-539", "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS");
/// Work permit.
pub(super) const I765: Form = ("I-765", "APPLICATION FOR EMPLOYMENT AUTHORIZATION");

/// Ways to write the label of the account number.
const LABELS: [&str; 14] = [
    "USCIS Online Account Number",
    "USCIS Online Account Number",
    "USCIS Account Number",
    "Online Account Number",
    "Online Account No.",
    "USCIS Online Acct. No.",
    "USCIS Online Account No. (if any)",
    "USCIS Online Account #",
    "USCIS Online Account Number of Filer",
    "Filer's Online Account Number",
    "Online Account ID (USCIS)",
    "USCIS ELIS Account Number",
    "OAN (USCIS Online Account Number)",
    "my.uscis.gov Account Number",
];

/// Ways to write the label of a representative's account number.
pub(super) const REPRESENTATIVE: [&str; 5] = [
    "Attorney's USCIS Online Account Number",
    "Attorney or Accredited Representative USCIS Online Account Number",
    "Representative Acct. No.",
    "G-28 Attorney Online Account No.",
    "Counsel's Online Account",
];

const COMPANIES: [&str; 10] = [
    "HALCYON RIDGE SOFTWARE",
    "BLUE PERCH LOGISTICS",
    "NORTHFIELD OPTICS",
    "CASPIAN VALE FOODS",
    "TALLGRASS DATA",
    "MERIDIAN POULTRY",
    "ORCHARD STREET CLINIC",
    "QUARRY LIGHT STUDIOS",
    "SEVEN MILE SHIPYARD",
    "OLD BRIDGE ACADEMY",
];

/// An office and its address.
pub(super) type Office = (&'static str, &'static str, &'static str);

const OFFICES: [(&str, Office); 6] = [
    (
        "EAC",
        (
            "Vermont Service Center",
            "75 Lower Welden Street",
            "Saint Albans VT 05479-0001",
        ),
    ),
    (
        "WAC",
        (
            "California Service Center",
            "P.O. Box 30111",
            "Laguna Niguel CA 92607-0111",
        ),
    ),
    (
        "LIN",
        (
            "Nebraska Service Center",
            "P.O. Box 82521",
            "Lincoln NE 68501-2521",
        ),
    ),
    (
        "SRC",
        (
            "Texas Service Center",
            "6046 N Belt Line Rd. Suite 140",
            "Irving TX 75038-0024",
        ),
    ),
    (
        "YSC",
        (
            "Potomac Service Center",
            "2200 Crystal Drive, Mail Stop 2425",
            "Arlington VA 20598-2425",
        ),
    ),
    (
        "MSC",
        (
            "National Benefits Center",
            "P.O. Box 648003",
            "Lee's Summit MO 64064-8003",
        ),
    ),
];

/// Passes over some numbers, so that designs differ from each other at one seed.
pub(super) fn skip(rng: &mut Rng, count: usize) {
    for _ in 0..count {
        rng.next_u64();
    }
}

/// A company's name.
pub(super) fn company(rng: &mut Rng) -> String {
    let tail = rng.pick(&["INC", "LLC", "CORP", "USA LP", "HOLDINGS INC"]);
    format!("{} {tail}", rng.pick(&COMPANIES))
}

/// What a notice says about its case.
pub(super) struct Facts {
    /// The form filed.
    pub(super) form: Form,
    /// The employer that petitions, or that the applicant names.
    pub(super) company: String,
    /// The worker or applicant.
    pub(super) person: Person,
    /// The person's A-Number as printed.
    pub(super) a_number: String,
    /// The receipt number as printed.
    pub(super) receipt: String,
    /// Whether the account number is printed.
    pub(super) cell: AccountCell,
    /// What stands in its place.
    pub(super) account: String,
    /// Its label.
    pub(super) label: &'static str,
    /// Digits and print of the representative's account number.
    pub(super) counsel: Option<(String, String)>,
    /// The office.
    pub(super) office: Office,
    /// How dates are printed.
    style: usize,
}

impl Facts {
    /// Draws the facts of a case on one of these forms.
    pub(super) fn draw(rng: &mut Rng, case: &Case, forms: &[Form]) -> Self {
        let cell = match rng.below(20) {
            0..=9 => AccountCell::Filled,
            10..=14 => AccountCell::Blank,
            _ => AccountCell::Absent,
        };
        let account_text = match cell {
            AccountCell::Filled => printed_account(rng, &case.account),
            _ => rng
                .pick(&["", "", "", "", "\u{2014}", "None on file"])
                .to_owned(),
        };
        let often = if cell == AccountCell::Filled {
            0.3
        } else {
            0.5
        };
        let counsel = rng.chance(often).then(|| {
            let digits = account(rng);
            let print = printed_account(rng, &digits);
            (digits, print)
        });
        let office = OFFICES
            .iter()
            .find(|(prefix, _)| case.receipt.starts_with(prefix));
        let person = case.beneficiary.clone();
        Self {
            form: rng.pick(forms),
            company: company(rng),
            a_number: printed_a_number(rng, &person.a_number),
            person,
            receipt: printed_receipt(rng, &case.receipt),
            cell,
            account: account_text,
            label: rng.pick(&LABELS),
            counsel,
            office: office.map_or_else(|| rng.pick(&OFFICES).1, |found| found.1),
            style: rng.below(4),
        }
    }

    /// A date in the notice's style.
    pub(super) fn date(&self, date: Date) -> String {
        let month = MONTHS[(date.month - 1).rem_euclid(12) as usize];
        match self.style {
            0 | 1 => date.numeric(),
            2 => date.long(),
            _ => format!("{:02} {} {}", date.day, &month[..3], date.year),
        }
    }

    /// Whether the label of the account number stands on the page.
    pub(super) fn shows(&self) -> bool {
        self.cell != AccountCell::Absent
    }

    /// Whether the form is a petition of an employer.
    pub(super) fn is_petition(&self) -> bool {
        matches!(self.form.0, "I-129" | "I-140" | "I-907")
    }

    /// The truth of form, receipt number, account and case type.
    pub(super) fn truth(&self, case: &Case, form: &str) -> NoticeTruth {
        let mut truth = NoticeTruth {
            form: form.to_owned(),
            account_cell: self.cell,
            ..NoticeTruth::default()
        };
        truth.prints_receipt(&case.receipt);
        if self.cell == AccountCell::Filled {
            truth.prints_account(&case.account);
        }
        truth.fields.case_type = Some(self.form.0.to_owned());
        truth
    }
}

/// Writes a text in one line, in smaller type if it is too long.
pub(super) fn fit(s: &mut Sheet, face: Face, size: f32, at: (f32, f32), wide: f32, t: &str) -> f32 {
    let mut size = size;
    while size > 7.0 && face.width(t, size) > wide {
        size -= 0.1;
    }
    s.write(face, size.max(7.0), at.0, at.1, t)
}

/// Writes a text in one line if it can be made to fit, else in several; the next baseline.
pub(super) fn flow(
    s: &mut Sheet,
    face: Face,
    size: f32,
    at: (f32, f32),
    wide: f32,
    t: &str,
) -> f32 {
    if face.width(t, 7.0) > wide {
        return s.paragraph(face, size.min(8.0), at.0, at.1, wide, t);
    }
    fit(s, face, size, at, wide, t);
    at.1 + size * 1.18
}

/// A cell of a grid: its share of the width, the label, and the value under it.
pub(super) struct Cell(pub(super) f32, pub(super) String, pub(super) String);

impl Cell {
    /// A cell.
    pub(super) fn new(share: f32, label: &str, value: &str) -> Self {
        Self(share, label.to_owned(), value.to_owned())
    }
}

/// How a grid is ruled and labelled.
#[derive(Clone, Copy)]
pub(super) struct Ruling {
    /// Left and right.
    pub(super) span: (f32, f32),
    /// 0: all sides, 1: level rules only, 2: none, 3: shaded labels.
    pub(super) rules: usize,
    /// Bold values.
    pub(super) bold: bool,
    /// Size of the values.
    pub(super) size: f32,
    /// Value above its label.
    pub(super) under: bool,
}

/// Draws a row of cells and returns where it ends.
pub(super) fn row(s: &mut Sheet, top: f32, look: Ruling, cells: &[Cell]) -> f32 {
    let (left, right) = look.span;
    let total: f32 = cells.iter().map(|cell| cell.0).sum();
    let regular = Face::regular(s.family);
    let value = if look.bold {
        Face::bold(s.family)
    } else {
        regular
    };
    let start = s.marks.len();
    let mut x = left;
    let mut bottom = top;
    for Cell(share, label, text) in cells {
        let wide = (right - left) * share / total;
        let inner = wide - 8.0;
        let y = if look.under {
            let y = flow(s, value, look.size, (x + 4.0, top + 11.0), inner, text);
            s.paragraph(regular, 7.0, x + 4.0, y.max(top + 22.0), inner, label)
        } else {
            let y = s.paragraph(regular, 7.0, x + 4.0, top + 8.5, inner, label);
            flow(s, value, look.size, (x + 4.0, y + 2.0), inner, text).max(y + 11.0)
        };
        bottom = bottom.max(y - 4.0);
        x += wide;
    }
    if look.rules == 3 {
        let marks = s.marks.split_off(start);
        s.fill([left, top, right, bottom], 0.93);
        s.marks.extend(marks);
    }
    if look.rules < 2 {
        s.rule(left, right, top, 0.6);
        s.rule(left, right, bottom, 0.6);
    }
    if look.rules == 0 {
        let mut x = left;
        for cell in cells {
            s.upright(x, top, bottom, 0.6);
            x += (right - left) * cell.0 / total;
        }
        s.upright(right, top, bottom, 0.6);
    }
    bottom
}

/// Draws the barcode of a text; its width is about 165 points.
pub(super) fn barcode(s: &mut Sheet, rng: &mut Rng, at: (f32, f32), text: &str) {
    let kind = rng.pick(&[Symbology::Code39, Symbology::Code128]);
    if let Some(bars) = modules(kind, text) {
        let module = (170.0 / bars.len() as f32).min(0.95);
        s.bars(at.0, at.1, module, 20.0, &bars);
    }
}

/// An employer identification number.
pub(super) fn fein(rng: &mut Rng) -> String {
    format!("{}-{}", rng.between(10, 98), rng.digits(7))
}

/// The lines of an address: the client or the attorney.
pub(super) fn address(case: &Case, facts: &Facts, to_counsel: bool) -> Vec<String> {
    let mut lines = if to_counsel {
        vec![case.attorney.0.clone(), case.attorney.1.clone()]
    } else if facts.is_petition() {
        vec![facts.company.clone()]
    } else {
        vec![facts.person.name()]
    };
    lines.extend(case.address.iter().cloned());
    lines
}

/// Writes lines one under the other.
pub(super) fn stack(s: &mut Sheet, size: f32, at: (f32, f32), wide: f32, lines: &[String]) -> f32 {
    let face = Face::regular(s.family);
    let mut y = at.1;
    for line in lines {
        fit(s, face, size, (at.0, y), wide, line);
        y += size * 1.25;
    }
    y
}
