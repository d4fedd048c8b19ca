//! A family's case listed person by person in a ruled table, with a second page where needed.
use super::kit::*;
use super::prose::{self, Body};
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const OWN: &[&str] = &[
    "USCIS ONLINE ACCT NO. (PRIN)",
    "PRINCIPAL'S USCIS ONLINE ACCT NBR",
    "ONLINE ACCOUNT NO., PRINCIPAL APPLICANT",
    "OAN OF PRINCIPAL (USCIS ONLINE ACCT)",
    "USCIS ACCT NO. - PRINCIPAL",
];

/// What stands in the last column of the table.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Account,
    I94,
    Tracking,
    Office,
}

/// The table: its persons, the column edges and the last column's kind.
struct Table {
    people: Vec<(Person, &'static str)>,
    edges: [f32; 7],
    last: Last,
    head: [&'static str; 6],
    size: f32,
    lined: bool,
}

/// Draws the persons of the case: the principal first.
fn family_of(rng: &mut Rng, case: &Case) -> Vec<(Person, &'static str)> {
    let mut people = vec![(case.filer.clone(), rng.pick(&["PRIN", "PA", "SELF"]))];
    let children = rng.below(9);
    if rng.chance(0.7) {
        people.push((case.filer.relative(rng), "SPO"));
    }
    for _ in 0..children {
        people.push((case.filer.relative(rng), "CHD"));
    }
    if people.len() == 1 {
        people.push((case.filer.relative(rng), "SPO"));
    }
    people
}

/// The table's layout and column heads.
fn table(rng: &mut Rng, case: &Case, last: Last) -> Table {
    let tail = match last {
        Last::Account => rng.pick(&["USCIS ONLINE ACCT", "ONLINE ACCT NO.", "USCIS OAN"]),
        Last::I94 => "I-94 NO.",
        Last::Tracking => rng.pick(&["FEE TRACKING NO.", "PAYMENT REF"]),
        Last::Office => "ASC",
    };
    Table {
        people: family_of(rng, case),
        edges: [36.0, 60.0, 140.0, 330.0, 400.0, 440.0, 576.0],
        last,
        head: [
            "LN",
            rng.pick(&["A-NUMBER", "A-NO.", "ALIEN #"]),
            "NAME",
            "DOB",
            "REL",
            tail,
        ],
        size: rng.uniform(8.4, 9.6),
        lined: rng.chance(0.7),
    }
}

/// Draws the head of the table; returns the top of the first row.
fn table_head(sheet: &mut Sheet, table: &Table, family: Family, top: f32) -> f32 {
    sheet.fill([36.0, top, 576.0, top + 15.0], 0.85);
    sheet.frame([36.0, top, 576.0, top + 15.0], 0.8);
    for (place, label) in table.head.iter().enumerate() {
        sheet.write(
            Face::bold(family),
            7.0,
            table.edges[place] + 3.0,
            top + 10.5,
            label,
        );
    }
    top + 15.0
}

/// Draws the rows from the first on; returns the bottom of the table.
fn rows(
    sheet: &mut Sheet,
    rng: &mut Rng,
    table: &Table,
    span: std::ops::Range<usize>,
    at: f32,
    own: &str,
    truth: &mut NoticeTruth,
) -> f32 {
    let top = at;
    let high = table.size + 7.0;
    let face = Face::regular(Family::Courier);
    let mut y = top;
    for place in span {
        let (person, kind) = &table.people[place];
        let last = match table.last {
            Last::Account if place == 0 => own.to_string(),
            Last::Account => rng.pick(&["SEE LN 01", "N/A", "-"]).to_string(),
            Last::I94 => format!("{} {:02}", rng.digits(9), rng.below(12)),
            Last::Tracking => rng.digits(12),
            Last::Office => format!("X{}", rng.letters(2).to_uppercase()),
        };
        truth.prints_a_number(&person.a_number);
        let number = format!("A{:0>9}", person.a_number);
        let line = format!("{:02}", place + 1);
        let born = person.born.numeric();
        let texts = [line, number, person.listed(), born, kind.to_string(), last];
        for (column, text) in texts.iter().enumerate() {
            let room = table.edges[column + 1] - table.edges[column] - 5.0;
            let x = table.edges[column] + 3.0;
            fitted(sheet, face, table.size, [x, y + high - 4.5, room], text);
        }
        y += high;
        if table.lined {
            sheet.rule(36.0, 576.0, y, 0.4);
        }
    }
    for edge in table.edges {
        sheet.upright(edge, top, y, 0.6);
    }
    sheet.rule(36.0, 576.0, y, 0.9);
    y
}

/// The head of each page.
fn head(sheet: &mut Sheet, case: &Case, family: Family, page: &str) {
    let bold = Face::bold(family);
    sheet.write(bold, 8.5, 36.0, 36.0, "DHS/USCIS");
    sheet.centred(bold, 11.0, 306.0, 36.0, "FORM I-797C, NOTICE OF ACTION");
    sheet.flush_right(bold, 8.5, 576.0, 36.0, page);
    sheet.rule(36.0, 576.0, 41.0, 1.5);
    bars(sheet, case, Symbology::Code39, [372.0, 46.0], 0.8, 20.0);
}

/// The grid above the table.
fn grid(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    family: Family,
    extra: Option<Cell>,
) -> f32 {
    let look = Look {
        label: Face::regular(family),
        label_size: 6.2,
        value: Face::bold(Family::Courier),
        value_size: 9.5,
        weight: 0.7,
    };
    let style = rng.pick(&[0, 0, 3]);
    let received = date_text(&case.received, style);
    let noticed = date_text(&case.noticed, style);
    truth.fields.received_date = some(&received);
    truth.fields.notice_date = some(&noticed);
    truth.fields.applicant = some(case.filer.listed());
    let receipt = receipt_text(rng, case, truth);
    let form = rng.pick(&["I-589", "I-485", "I-539", "I-131", "I-821"]);
    truth.fields.case_type = some(form);
    let kind = rng.pick(&["ACK OF RECEIPT", "RECEIPT NOTICE", "APPLICANT LIST"]);
    truth.fields.notice_type = some(kind);
    let first = [
        cell(1.0, "NOTICE TYPE", kind),
        cell(0.5, "FORM", form),
        cell(
            1.1,
            rng.pick(&["RECEIPT NO(S).", "RECEIPT NUMBER", "CASE ID"]),
            receipt,
        ),
    ];
    let mut second = vec![
        cell(
            0.8,
            rng.pick(&["REC'D", "FILED", "RECEIVED DATE"]),
            received,
        ),
        cell(0.8, "NOTICE DATE", noticed),
        cell(1.4, "PRINCIPAL APPLICANT", case.filer.listed()),
    ];
    row(sheet, &look, [36.0, 72.0, 576.0, 97.0], &first);
    if let Some(extra) = extra {
        if rng.chance(0.5) {
            second.push(extra);
        } else {
            row(sheet, &look, [36.0, 97.0, 576.0, 122.0], &second);
            let (label, value) = reference(rng);
            row(
                sheet,
                &look,
                [36.0, 122.0, 576.0, 147.0],
                &[cell(1.0, label, value), extra],
            );
            return 147.0;
        }
    }
    row(sheet, &look, [36.0, 97.0, 576.0, 122.0], &second);
    122.0
}

/// The text after the table.
fn closing(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, top: f32) {
    let plain = Face::regular(family);
    let place = office(rng);
    let name = case.filer.name();
    let lines = [
        name.as_str(),
        case.address[0].as_str(),
        case.address[1].as_str(),
    ];
    let mut y = sheet.paragraph(
        plain,
        9.0,
        36.0,
        top + 18.0,
        540.0,
        "ALL PERSONS LISTED ARE INCLUDED IN THE CASE. A PERSON WHO IS NOT LISTED MUST FILE \
         SEPARATELY. REPORT A WRONG NAME, DATE OF BIRTH OR A-NUMBER WITHIN 10 DAYS.",
    );
    if rng.chance(0.6) {
        let text = talk(rng);
        y = sheet.paragraph(plain, 9.0, 36.0, y + 6.0, 540.0, text);
    }
    addressee(sheet, plain, 10.0, [60.0, y + 26.0], &lines);
    sheet.write(plain, 8.0, 360.0, y + 26.0, place[0]);
    sheet.write(plain, 8.0, 360.0, y + 36.0, place[1]);
    sheet.write(plain, 8.0, 360.0, y + 46.0, place[2]);
    sheet.write(plain, 8.0, 360.0, y + 56.0, &format!("TEL {}", place[3]));
    let body = Body {
        face: plain,
        size: 8.6,
        left: 36.0,
        measure: 540.0,
        capitals: true,
    };
    prose::general(sheet, rng, &body, y + 86.0, 740.0);
}

/// Draws the roster.
pub(super) fn roster(rng: &mut Rng, case: &Case) -> Drawing {
    let family = sans(rng);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let own = own(rng, case);
    let in_table = own == Own::Filled && rng.chance(0.5);
    let last = if in_table {
        Last::Account
    } else {
        rng.pick(&[Last::I94, Last::Tracking, Last::Office])
    };
    let value = own_value(rng, case, &mut truth, own);
    let label = worded(rng, OWN, case);
    let extra = (own != Own::Nothing && !in_table).then(|| cell(1.4, label, value.clone()));
    debug_assert!(own != Own::Blank || truth.account_cell == AccountCell::Blank);
    let table = table(rng, case, last);
    let many = table.people.len();
    let first = if many > 6 { rng.pick(&[4, 5]) } else { many };
    let pages = if first < many { 2 } else { 1 };
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, case, family, &format!("PG 1 OF {pages}"));
    let y = grid(&mut sheet, rng, case, &mut truth, family, extra);
    let y = table_head(&mut sheet, &table, family, y + 10.0);
    let y = rows(&mut sheet, rng, &table, 0..first, y, &value, &mut truth);
    closing(&mut sheet, rng, case, family, y);
    let mut sheets = vec![sheet];
    if pages == 2 {
        let mut sheet = Sheet::letter(family);
        head(&mut sheet, case, family, "PG 2 OF 2");
        let again = format!("{}  CONT'D", case.receipt);
        sheet.write(Face::bold(family), 10.0, 36.0, 60.0, &again);
        let y = table_head(&mut sheet, &table, family, 84.0);
        let y = rows(&mut sheet, rng, &table, first..many, y, "", &mut truth);
        let total = format!("TOTAL PERSONS {many:02}   END OF LIST");
        sheet.write(Face::regular(family), 9.0, 36.0, y + 16.0, &total);
        sheets.push(sheet);
    }
    Drawing { sheets, truth }
}
