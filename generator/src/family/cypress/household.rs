//! A receipt for a whole family: lines of facts, then a table with a row for each person.
use super::kit::{Desk, Own, bars, dollars, fit, write_in};
use super::words::{CENTERS, PAID, RECEIVED, phone, remark};
use crate::barcode::Symbology;
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Relations of the further rows.
const KIN: &[&str] = &["Spouse", "Child", "Child", "Child", "Child", "Child"];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 11, 0.46, 0.15);
    let family = rng.pick(&[
        Family::LiberationSansNarrow,
        Family::DejaVuSansCondensed,
        Family::Helvetica,
    ]);
    let in_table = own != Own::Absent && rng.chance(0.3);
    let mut desk = Desk::new(rng, case, "I-797C");
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, &mut desk, family);
    let y = facts(
        &mut sheet,
        &mut desk,
        family,
        if in_table { Own::Absent } else { own },
    );
    let y = table(
        &mut sheet,
        &mut desk,
        family,
        if in_table { own } else { Own::Absent },
        y,
    );
    foot(&mut sheet, &mut desk, family, y + 18.0);
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}

/// Title at the left, barcode at the right.
fn head(sheet: &mut Sheet, desk: &mut Desk, family: Family) {
    sheet.write(
        Face::regular(family),
        9.0,
        42.0,
        38.0,
        "Department of Homeland Security",
    );
    sheet.write(
        Face::bold(family),
        11.0,
        42.0,
        51.0,
        "U.S. Citizenship and Immigration Services",
    );
    let title = desk
        .rng
        .pick(&["I-797C, Notice of Action", "Form I-797C - Notice of Action"]);
    sheet.write(Face::bold(family), 14.0, 42.0, 76.0, title);
    bars(sheet, Symbology::Code128, desk.case, [400.0, 32.0, 26.0]);
    sheet.rule(42.0, 570.0, 84.0, 2.0);
    let text = "This notice does not grant any immigration status or benefit.";
    sheet.write(Face::italic(family), 8.0, 42.0, 94.0, text);
}

/// The unruled lines above the table.
fn facts(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own) -> f32 {
    let kind = desk.rng.pick(&["Receipt Notice", "Family Receipt Notice"]);
    desk.truth.fields.notice_type = Some(kind.into());
    desk.truth.fields.applicant = Some(desk.case.filer.listed());
    let mut rows: Vec<(&str, String)> = vec![
        ("Notice Type", kind.into()),
        (
            desk.rng.pick(&["Receipt Number", "Lead receipt number"]),
            desk.receipt(),
        ),
        (
            desk.rng.pick(&["Principal applicant", "Applicant"]),
            desk.case.filer.listed(),
        ),
        (
            desk.rng.pick(&["Notice Date", "Date of notice"]),
            desk.notice_date(),
        ),
        (
            desk.rng.pick(&["Received Date", "Date Received"]),
            desk.received_date(),
        ),
    ];
    desk.truth.fields.case_type = Some("I-485".into());
    rows.push((
        "Case Type",
        "I-485, Application to Register Permanent Residence or Adjust Status".into(),
    ));
    if own != Own::Absent {
        let label = desk.rng.pick(&[
            "Principal's USCIS online account",
            "USCIS Online Account Number (principal)",
            "Applicant's online account no. (USCIS)",
            "USCIS Online Acct. of the principal",
        ]);
        let account = desk.account(own);
        rows.insert(2 + desk.rng.below(4), (label, account));
    }
    let tab = desk.rng.uniform(214.0, 240.0);
    let pitch = desk.rng.uniform(13.0, 16.0);
    let mut y = 116.0;
    for (label, value) in &rows {
        sheet.write(Face::regular(family), 9.0, 42.0, y, label);
        write_in(sheet, Face::bold(family), 9.5, [tab, y, 568.0 - tab], value);
        y += pitch;
    }
    y + 8.0
}

/// A column: head, left edge, and what its cells print.
struct Column {
    head: &'static str,
    left: f32,
    cells: Vec<String>,
}

/// The table of the family; returns its lower edge.
fn table(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own, y: f32) -> f32 {
    let mut people = vec![desk.case.filer.clone()];
    for at in 0..desk.rng.between(2, 6) {
        let mut kin = desk.case.filer.relative(desk.rng);
        let born = desk.case.filer.born.year;
        let years = if at == 0 {
            desk.rng.between(-4, 4)
        } else {
            17 + 2 * at
        };
        kin.born.year = (born + years).min(desk.case.received.year - 1);
        people.push(kin);
    }
    let columns = columns(desk, &people, own);
    let pitch = desk.rng.uniform(17.0, 24.0);
    let bottom = y + 22.0 + pitch * people.len() as f32;
    let [shade, ink] = desk.rng.pick(&[[0.86, 0.0], [0.2, 1.0], [1.0, 0.0]]);
    sheet.fill([42.0, y, 570.0, y + 22.0], shade);
    sheet.rule(42.0, 570.0, y, 0.6);
    let ruled = desk.rng.chance(0.6);
    for (at, column) in columns.iter().enumerate() {
        let right = columns.get(at + 1).map_or(570.0, |next| next.left);
        let room = right - column.left - 6.0;
        let x = column.left + 3.0;
        let bold = Face::bold(family);
        let size = fit(bold, 8.0, room, column.head);
        sheet.write_shaded(bold, size, x, y + 14.0, column.head, ink);
        for (row, cell) in column.cells.iter().enumerate() {
            let line = y + 22.0 + pitch * row as f32 + pitch * 0.65;
            write_in(sheet, Face::regular(family), 8.8, [x, line, room], cell);
        }
        if ruled && at > 0 {
            sheet.upright(column.left, y, bottom, 0.4);
        }
    }
    for row in 0..=people.len() {
        let line = y + 22.0 + pitch * row as f32;
        sheet.rule(
            42.0,
            570.0,
            line,
            if row == people.len() { 0.9 } else { 0.3 },
        );
    }
    if ruled {
        sheet.frame([42.0, y, 570.0, bottom], 0.9);
    }
    bottom
}

/// The columns with their cells.
fn columns(desk: &mut Desk, people: &[Person], own: Own) -> Vec<Column> {
    let numbers = (1..=people.len()).map(|at| at.to_string()).collect();
    let names = people.iter().map(Person::listed).collect();
    let kin = (0..people.len()).map(|at| if at == 0 { "Principal" } else { KIN[at - 1] }.into());
    let kin = kin.collect();
    let aliens = people.iter().map(|person| desk.alien(person)).collect();
    let head = desk.rng.pick(&["A-Number", "Alien Reg. No.", "USCIS A#"]);
    vec![
        Column {
            head: "No.",
            left: 42.0,
            cells: numbers,
        },
        Column {
            head: "Name",
            left: 64.0,
            cells: names,
        },
        Column {
            head: "Relation",
            left: 218.0,
            cells: kin,
        },
        Column {
            head,
            left: 270.0,
            cells: aliens,
        },
        last_but_one(desk, people),
        last(desk, people, own),
    ]
}

/// Admission numbers, birth dates or Social Security numbers.
fn last_but_one(desk: &mut Desk, people: &[Person]) -> Column {
    let kind = desk.rng.below(3);
    let mut cells = Vec::new();
    for person in people {
        cells.push(match kind {
            0 => format!("{} {}", desk.rng.digits(9), desk.rng.digits(2)),
            1 => person.born.numeric(),
            _ => format!("XXX-XX-{}", desk.rng.digits(4)),
        });
    }
    Column {
        head: ["I-94 Number", "Date of Birth", "SSN"][kind],
        left: 350.0,
        cells,
    }
}

/// Account numbers (the principal's only), receipts or fees with trace numbers.
fn last(desk: &mut Desk, people: &[Person], own: Own) -> Column {
    let left = 440.0;
    if own != Own::Absent {
        let head = desk
            .rng
            .pick(&["USCIS Online Acct. No.", "USCIS Online Account"]);
        let mut cells = vec![String::new(); people.len()];
        cells[0] = desk.account(own);
        return Column { head, left, cells };
    }
    if desk.rng.chance(0.5) {
        let mut cells = vec![desk.receipt()];
        for _ in 1..people.len() {
            let prefix = desk.case.receipt[..3].to_string();
            let other = case::receipt(desk.rng, &prefix, desk.case.received.year);
            cells.push(desk.receipt_of(&other));
        }
        return Column {
            head: "Receipt Number",
            left,
            cells,
        };
    }
    let cells = people.iter().map(|_| desk.rng.digits(12)).collect();
    Column {
        head: desk.rng.pick(&["Payment trace no.", "Fee tracking no."]),
        left,
        cells,
    }
}

/// The payment, body text and the office.
fn foot(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) {
    let amount = dollars(desk.rng.between(900, 6200));
    desk.truth.fields.amount = Some(amount.clone());
    let face = Face::regular(family);
    sheet.write(
        face,
        9.5,
        42.0,
        y,
        &format!("Amount received: {amount} U.S."),
    );
    let first = desk.rng.below(RECEIVED.len());
    let said = remark(desk.rng);
    let paid = desk.rng.pick(PAID);
    let mut y = y + 20.0;
    for text in [
        RECEIVED[first],
        RECEIVED[(first + 1) % RECEIVED.len()],
        "What comes next: (1) an appointment for fingerprints for everyone aged 14 or more; (2) \
         if it is needed, a letter that asks for more papers; (3) an interview, to which the \
         whole family is asked; (4) the decision, in a separate notice for each person.",
        "Each person in the table is an applicant of his or her own. If one of them is missing, \
         or a name is misspelled, write to the office below and add a copy of this notice.",
        &said,
        paid,
    ] {
        y = sheet.paragraph(face, 9.5, 42.0, y, 520.0, text) + 6.0;
    }
    let (name, street, city) = desk.rng.pick(CENTERS);
    let address = format!("{name}  |  USCIS  |  {street}  |  {city}");
    write_in(sheet, face, 8.5, [42.0, 745.0, 520.0], &address);
    let line = format!("Fax {}    Customer service 800-375-5283", phone(desk.rng));
    sheet.write(face, 8.5, 42.0, 756.0, &line);
}
