//! A notice of the old days, from a dot matrix printer; a few are later duplicates.
use super::kit::{Desk, Own, dollars, stack, write_in};
use crate::case::{self, Case, Date};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Old centers with their receipt letters.
const CENTERS: &[(&str, &str, &str, &str)] = &[
    (
        "EAC",
        "VERMONT SERVICE CENTER",
        "75 LOWER WELDEN STREET",
        "SAINT ALBANS VT 05479-0001",
    ),
    (
        "WAC",
        "CALIFORNIA SERVICE CENTER",
        "P. O. BOX 30111",
        "LAGUNA NIGUEL CA 92607-0111",
    ),
    (
        "LIN",
        "NEBRASKA SERVICE CENTER",
        "P. O. BOX 82521",
        "LINCOLN NE 68501-2521",
    ),
    (
        "SRC",
        "TEXAS SERVICE CENTER",
        "P. O. BOX 851488",
        "MESQUITE TX 75185-1488",
    ),
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let duplicate = rng.chance(0.3);
    let office = rng.pick(CENTERS);
    let mut old = case.clone();
    if !duplicate {
        old.received = Date {
            year: rng.between(1997, 2010),
            month: rng.between(1, 12),
            day: rng.between(1, 28),
        };
        old.noticed = old.received.later(0, rng.between(4, 40));
        let prefix = office.0;
        let (code, title) = old_form(rng, case.is_petition);
        old.form_code = code;
        old.title = title;
        old.receipt = case::receipt(rng, prefix, old.received.year);
    }
    let own = if duplicate {
        Own::draw(rng, 41, 0.6, 0.3)
    } else {
        Own::Absent
    };
    let family = rng.pick(&[Family::Courier, Family::LiberationMono, Family::FreeMono]);
    let (sheets, truth) = notice(rng, &old, family, own, duplicate, office);
    Drawing { sheets, truth }
}

/// A form of those days.
fn old_form(rng: &mut Rng, petition: bool) -> (&'static str, &'static str) {
    if petition {
        rng.pick(&[
            ("I-130", "PETITION FOR ALIEN RELATIVE"),
            ("I-140", "IMMIGRANT PETITION FOR ALIEN WORKER"),
            ("I-129", "PETITION FOR A NONIMMIGRANT WORKER"),
        ])
    } else {
        rng.pick(&[
            (
                "I-485",
                "APPLICATION TO ADJUST TO PERMANENT RESIDENT STATUS",
            ),
            ("I-765", "APPLICATION FOR EMPLOYMENT AUTHORIZATION"),
            ("N-400", "APPLICATION FOR NATURALIZATION"),
        ])
    }
}

/// The page.
fn notice(
    rng: &mut Rng,
    case: &Case,
    family: Family,
    own: Own,
    duplicate: bool,
    office: (&str, &str, &str, &str),
) -> (Vec<Sheet>, NoticeTruth) {
    let mut desk = Desk::new(rng, case, "I-797");
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, &mut desk, duplicate);
    let y = boxes(&mut sheet, &mut desk, family);
    let y = middle(&mut sheet, &mut desk, family, own, duplicate, y);
    prose(&mut sheet, &mut desk, family, y, office);
    (vec![sheet], desk.truth)
}

/// Agency and title, in a serif face as pre-printed on the stock.
fn head(sheet: &mut Sheet, desk: &mut Desk, duplicate: bool) {
    let serif = Family::Times;
    let year = desk.case.noticed.year;
    let (first, second) = if year < 2003 {
        (
            "U.S. Department of Justice",
            "Immigration and Naturalization Service",
        )
    } else {
        (
            "Department of Homeland Security",
            "U.S. Citizenship and Immigration Services",
        )
    };
    sheet.write(Face::bold(serif), 9.0, 40.0, 36.0, first);
    sheet.write(Face::regular(serif), 9.0, 40.0, 47.0, second);
    sheet.flush_right(
        Face::bold(serif),
        16.0,
        572.0,
        46.0,
        "I-797, Notice of Action",
    );
    if duplicate {
        sheet.frame([258.0, 52.0, 354.0, 67.0], 1.0);
        sheet.centred(Face::bold(serif), 9.0, 306.0, 63.0, "DUPLICATE");
    }
}

/// The pre-printed boxes with typed values; returns the lower edge.
fn boxes(sheet: &mut Sheet, desk: &mut Desk, family: Family) -> f32 {
    let receipt = desk.receipt();
    let case_type = desk.case_type().to_uppercase();
    let received = desk.received_date();
    let noticed = desk.notice_date();
    let filer = desk.filer();
    let role = desk.role();
    let second = match desk.beneficiary() {
        Some(name) => ("BENEFICIARY", name, desk.alien(&desk.case.beneficiary)),
        None => ("APPLICANT", filer.clone(), desk.alien(&desk.case.filer)),
    };
    let cells = [
        ([40.0, 72.0, 250.0, 100.0], "RECEIPT NUMBER", receipt),
        ([250.0, 72.0, 572.0, 100.0], "CASE TYPE", case_type),
        ([40.0, 100.0, 140.0, 128.0], "RECEIPT DATE", received),
        ([140.0, 100.0, 250.0, 128.0], "PRIORITY DATE", String::new()),
        ([250.0, 100.0, 572.0, 128.0], role, filer),
        ([40.0, 128.0, 140.0, 156.0], "NOTICE DATE", noticed),
        ([140.0, 128.0, 250.0, 156.0], "PAGE", "1 of 1".into()),
        (
            [250.0, 128.0, 572.0, 156.0],
            second.0,
            format!("{}  {}", second.2, second.1),
        ),
    ];
    for ([left, top, right, bottom], label, value) in cells {
        sheet.frame([left, top, right, bottom], 0.8);
        let label = label.to_uppercase();
        sheet.write(
            Face::regular(Family::Times),
            6.5,
            left + 3.0,
            top + 8.0,
            &label,
        );
        let room = right - left - 12.0;
        write_in(
            sheet,
            Face::regular(family),
            10.0,
            [left + 6.0, bottom - 5.0, room],
            &value,
        );
    }
    156.0
}

/// Address at the left, typed lines at the right; returns the next baseline.
fn middle(
    sheet: &mut Sheet,
    desk: &mut Desk,
    family: Family,
    own: Own,
    duplicate: bool,
    y: f32,
) -> f32 {
    let face = Face::regular(family);
    let address: Vec<String> = desk
        .addressee()
        .iter()
        .map(|line| line.to_uppercase())
        .collect();
    for (row, line) in address.iter().enumerate() {
        write_in(
            sheet,
            face,
            10.0,
            [52.0, y + 40.0 + row as f32 * 12.0, 250.0],
            line,
        );
    }
    let kind = desk
        .rng
        .pick(&["Receipt Notice", "Approval Notice", "Transfer Notice"]);
    desk.truth.fields.notice_type = Some(kind.into());
    let mut rows = vec![format!("Notice Type:  {kind}")];
    if kind == "Receipt Notice" {
        let amount = dollars(desk.rng.pick(&[110, 185, 190, 320, 1000, 1130]));
        desk.truth.fields.amount = Some(amount.clone());
        rows.push(format!("Amount received: {amount}"));
    }
    if own != Own::Absent {
        let label = desk.rng.pick(&[
            "USCIS ELIS Account Number",
            "ELIS Acct. No. (filer)",
            "USCIS Online Account",
            "Online Acct. (USCIS)",
        ]);
        let account = desk.account(own);
        rows.push(format!("{label}: {account}").trim_end().to_string());
    }
    let digits = desk.rng.digits(12);
    match desk.rng.below(5) {
        0 => rows.push(format!("Fee control no. {digits}")),
        1 => rows.push(format!("Bank acct. of remitter {digits}")),
        2 => rows.push(format!("DOL case {}", dol(desk))),
        3 => rows.push(format!("Micrographics {digits}")),
        _ => {}
    }
    if duplicate {
        rows.push("Duplicate of a notice sent before".into());
    }
    for (row, line) in rows.iter().enumerate() {
        write_in(
            sheet,
            face,
            9.5,
            [318.0, y + 30.0 + row as f32 * 13.0, 254.0],
            line,
        );
    }
    y + 130.0
}

/// A case number of the Department of Labor.
fn dol(desk: &mut Desk) -> String {
    format!("A-{}-{}", desk.rng.digits(5), desk.rng.digits(5))
}

/// Typed text and the office.
fn prose(
    sheet: &mut Sheet,
    desk: &mut Desk,
    family: Family,
    y: f32,
    office: (&str, &str, &str, &str),
) {
    let face = Face::regular(family);
    let center = &desk.case.receipt[..3];
    let office = CENTERS
        .iter()
        .copied()
        .find(|known| known.0 == center)
        .unwrap_or(office);
    let days = desk
        .rng
        .pick(&["30 to 60", "60 to 90", "150 to 180", "365 to 540"]);
    let texts = [
        "The above application or petition has been acted on as the notice type shows. Please \
         notify us immediately if any of the above information is incorrect."
            .to_string(),
        format!(
            "Processing time - It usually takes {days} days from the receipt date for us to \
             process this type of case. We will send you a written notice as soon as we make a \
             decision."
        ),
        "View case status on-line - Our web site offers automated status with the receipt number. \
         Customer account numbers of your bank or of a courier are of no use there."
            .to_string(),
        "You can also call (800) 375-5283. If you are hearing impaired, the TDD number is \
         (800) 767-1833. Have your receipt number ready."
            .to_string(),
    ];
    let mut y = y;
    let skip = desk.rng.below(8);
    let size = desk.rng.uniform(9.6, 11.0);
    for (at, text) in texts.iter().enumerate() {
        if at != skip {
            y = sheet.paragraph(face, size, 40.0, y, 530.0, text) + size;
        }
    }
    let serif = Face::regular(Family::Times);
    let text = "Please see the additional information on the back. You will be notified separately \
                about any other cases you filed.";
    sheet.write(serif, 8.0, 40.0, 660.0, text);
    let rows: [String; 4] = [
        "IMMIGRATION & NATURALIZATION SERVICE".into(),
        office.1.into(),
        office.2.into(),
        office.3.into(),
    ];
    let first = if desk.case.noticed.year < 2003 { 0 } else { 1 };
    stack(sheet, face, 9.5, [40.0, 678.0, 11.5], &rows[first..]);
    sheet.write(
        face,
        9.5,
        40.0,
        730.0,
        "Customer Service Telephone: (800) 375-5283",
    );
    let edition = desk
        .rng
        .pick(&["(Rev. 09/07/93)N", "(Rev. 10/31/05)N", "(Rev. 01/31/05)N"]);
    sheet.write(serif, 7.5, 40.0, 762.0, &format!("Form I-797 {edition}"));
}
