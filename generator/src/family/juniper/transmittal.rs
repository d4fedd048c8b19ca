//! One notice for several filings of the same filer: a long table, two pages where it is long.
use super::desk::{Desk, Pair};
use super::ink::{band, block, prose, put};
use super::words::{Office, company, mention, money, office_of, usual};
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

const FACES: &[Family] = &[
    Family::LiberationSansNarrow,
    Family::LiberationSans,
    Family::Helvetica,
    Family::FreeSans,
];
const LABELS: &[&str] = &[
    "Filed from USCIS online account no.",
    "Filer's USCIS online account number",
    "USCIS online account of the filer",
    "USCIS Online Account Number (one for all cases below)",
    "{O}'s USCIS Online Acct. Number",
    "Filer's Online Account (USCIS)",
];
const ROWS: usize = 26;

/// One filing: receipt number, person, A-Number, fee, payment.
type Filing = [String; 5];

/// What the pages share.
struct Batch {
    left: f32,
    tall: f32,
    striped: bool,
    names: [&'static str; 5],
    office: Office,
}

/// The notice.
pub(super) fn transmittal(rng: &mut Rng, case: &Case) -> Drawing {
    let mut desk = Desk::new(rng, case, "transmittal", FACES, (0.52, 0.12));
    desk.form("I-797C");
    if case.is_petition && rng.chance(0.6) {
        (desk.code, desk.title) = ("I-129", "PETITION FOR A NONIMMIGRANT WORKER");
        desk.employer = Some(company(rng));
    } else if desk.code == "I-129" {
        (desk.code, desk.title) = ("I-130", "PETITION FOR ALIEN RELATIVE");
        desk.employer = None;
    }
    let batch = Batch {
        left: rng.uniform(34.0, 46.0),
        tall: rng.uniform(14.0, 16.5),
        striped: rng.chance(0.5),
        office: office_of(rng, &case.receipt),
        names: [
            rng.pick(&["Receipt Number", "Receipt No.", "Receipt #"]),
            rng.pick(&["For", "Person", "On behalf of"]),
            rng.pick(&["A-Number", "USCIS A#"]),
            "Fee",
            rng.pick(&["Payment ID", "Pay.gov tracking", "Remittance no."]),
        ],
    };
    let filings = filings(rng, &mut desk);
    let long = filings.len() > ROWS;
    let count = if long { 2 } else { 1 };
    let mut sheet = desk.page();
    head(&mut sheet, rng, &mut desk, &batch, count);
    let y = facts(&mut sheet, rng, &mut desk, &batch, &filings);
    let here = filings.len().min(ROWS);
    let y = table(&mut sheet, &desk, &batch, y + 10.0, &filings[..here]);
    let mut sheets = Vec::new();
    if long {
        sheet.write(
            desk.italic(),
            8.0,
            batch.left,
            y + 12.0,
            "(continued on page 2)",
        );
        foot(&mut sheet, &desk, &batch, 1);
        sheets.push(sheet);
        sheet = desk.page();
        let date = desk.noticed();
        let text = format!("Consolidated receipt of {date}, continued");
        sheet.write(desk.bold(), 9.5, batch.left, 42.0, &text);
        sheet.flush_right(desk.regular(), 8.5, 612.0 - batch.left, 42.0, "Page 2 of 2");
        let y = table(&mut sheet, &desk, &batch, 54.0, &filings[here..]);
        words(&mut sheet, rng, &desk, &batch, y + 22.0);
    } else {
        words(&mut sheet, rng, &desk, &batch, y + 22.0);
    }
    foot(&mut sheet, &desk, &batch, count);
    sheets.push(sheet);
    desk.done(sheets)
}

/// The filings, the case's own among them.
fn filings(rng: &mut Rng, desk: &mut Desk) -> Vec<Filing> {
    let case = desk.case;
    let large = desk.code == "I-129";
    let many = if large {
        rng.between(11, 38)
    } else {
        rng.between(3, 9)
    } as usize;
    let own = rng.below(many);
    let fee = rng.pick(&[410, 535, 640, 1440]);
    let prefix = &case.receipt[..3];
    let whole = !large;
    (0..many)
        .map(|place| {
            let receipt = if place == own {
                case.receipt.clone()
            } else {
                case::receipt(rng, prefix, case.received.year)
            };
            desk.truth.prints_receipt(&receipt);
            let person = if place == own {
                case.beneficiary.clone()
            } else if whole {
                case.beneficiary.relative(rng)
            } else {
                Person::draw(rng)
            };
            let alien = if place % 5 == 3 && place != own {
                "pending".to_string()
            } else {
                desk.alien(rng, &person)
            };
            let payment = format!("27{}", rng.digits(10));
            [receipt, person.listed(), alien, money(fee), payment]
        })
        .collect()
}

/// Agency, title, form.
fn head(sheet: &mut Sheet, rng: &mut Rng, desk: &mut Desk, batch: &Batch, count: usize) {
    let right = 612.0 - batch.left;
    sheet.write(
        desk.regular(),
        8.5,
        batch.left,
        38.0,
        "Department of Homeland Security",
    );
    sheet.write(
        desk.regular(),
        8.5,
        batch.left,
        48.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(
        desk.regular(),
        8.5,
        right,
        38.0,
        "Form I-797C, Notice of Action",
    );
    sheet.flush_right(
        desk.regular(),
        8.5,
        right,
        48.0,
        &format!("Page 1 of {count}"),
    );
    let title = rng.pick(&[
        "Consolidated Receipt Notice",
        "Receipt Notice for Several Filings",
    ]);
    desk.truth.fields.notice_type = Some(title.into());
    sheet.write(desk.bold(), 15.0, batch.left, 72.0, title);
    let warning = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.write(desk.bold(), 8.0, batch.left, 85.0, warning);
}

/// Two columns of facts above the table.
fn facts(
    sheet: &mut Sheet,
    rng: &mut Rng,
    desk: &mut Desk,
    batch: &Batch,
    filings: &[Filing],
) -> f32 {
    let total = filings.len().to_string();
    desk.truth.fields.case_type = Some(desk.code.into());
    let role = if desk.case.is_petition {
        "Petitioner"
    } else {
        "Applicant and filer"
    };
    let mut rows: Vec<Pair> = vec![
        ("Notice Date".into(), desk.noticed()),
        ("Received Date".into(), desk.received()),
        ("Form".into(), desk.code.into()),
        (role.into(), desk.filer()),
        ("Number of filings".into(), total),
    ];
    if desk.has_account() {
        let label = desk.label(rng, LABELS);
        let place = rng.between(2, 5) as usize;
        rows.insert(place, (label, desk.number()));
    }
    if rng.chance(0.5) {
        rows.push(("Bank account charged (filer's bank)".into(), rng.digits(12)));
    }
    let mut y = 106.0;
    for (label, value) in &rows {
        put(sheet, (desk.regular(), 8.8), [batch.left, y, 206.0], label);
        put(
            sheet,
            (desk.bold(), 9.2),
            [batch.left + 212.0, y, 180.0],
            value,
        );
        y += 13.0;
    }
    let lines = desk.address();
    let x = 612.0 - batch.left - 128.0;
    for (place, line) in lines.iter().enumerate() {
        put(
            sheet,
            (desk.regular(), 8.5),
            [x, 106.0 + 11.0 * place as f32, 128.0],
            line,
        );
    }
    y
}

/// Draws a part of the table; returns the y below it.
fn table(sheet: &mut Sheet, desk: &Desk, batch: &Batch, top: f32, filings: &[Filing]) -> f32 {
    const SHARES: [f32; 5] = [1.15, 1.9, 1.0, 0.7, 1.1];
    let room = 612.0 - batch.left * 2.0;
    let total: f32 = SHARES.iter().sum();
    if batch.striped {
        for place in (1..filings.len()).step_by(2) {
            let y = top + batch.tall * (place + 1) as f32;
            sheet.fill([batch.left, y, batch.left + room, y + batch.tall], 0.94);
        }
    }
    let mut x = batch.left;
    for (place, name) in batch.names.iter().enumerate() {
        let right = x + room * SHARES[place] / total;
        band(
            sheet,
            [x, top, right, top + batch.tall],
            (desk.bold(), 8.0),
            !batch.striped,
            name,
        );
        for (row, filing) in filings.iter().enumerate() {
            let y = top + batch.tall * (row as f32 + 1.68);
            put(
                sheet,
                (desk.regular(), 8.4),
                [x + 3.0, y, right - x - 6.0],
                &filing[place],
            );
        }
        x = right;
    }
    let bottom = top + batch.tall * (filings.len() + 1) as f32;
    sheet.rule(batch.left, batch.left + room, bottom, 0.7);
    bottom
}

/// The body.
fn words(sheet: &mut Sheet, rng: &mut Rng, desk: &Desk, batch: &Batch, y: f32) {
    let mut texts = vec![
        "We have received the filings in the table and will send a notice on each of them when we \
         decide it."
            .to_string(),
    ];
    if !desk.has_account() || rng.chance(0.4) {
        texts.push(mention(rng));
    }
    texts.extend(usual(rng, 5));
    let area = [batch.left, y, 612.0 - batch.left * 2.0];
    prose(sheet, (desk.regular(), 9.2), area, 706.0, &texts);
}

/// The foot of a page.
fn foot(sheet: &mut Sheet, desk: &Desk, batch: &Batch, page: usize) {
    let right = 612.0 - batch.left;
    let office = batch.office;
    sheet.rule(batch.left, right, 728.0, 0.5);
    let lines = [format!(
        "{}   {}   {}",
        office.name, office.street, office.town
    )];
    block(
        sheet,
        (desk.regular(), 7.5),
        [batch.left, 739.0, 9.0],
        &lines,
    );
    sheet.flush_right(
        desk.regular(),
        7.5,
        right,
        739.0,
        &format!("I-797C   {page}"),
    );
}
