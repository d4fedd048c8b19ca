//! `roll`: a transfer or hold notice that lists the cases of a whole family in a long table.
use super::kit::{Desk, Fate, address, barcode, fitted, flow, stir};
use super::words::{agency, center, field_office, own_label, prose};
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A row of the table.
struct Row {
    receipt: String,
    form: &'static str,
    person: Person,
    kin: &'static str,
}

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 59);
    let mut desk = Desk::open(rng, case, "I-797C");
    desk.truth.form = desk.pick(&["I-797C", "I-797C", "I-797"]).into();
    let family = desk.pick(&[
        Family::LiberationSansNarrow,
        Family::DejaVuSansCondensed,
        Family::Helvetica,
        Family::Times,
    ]);
    let rows = rows(&mut desk);
    let mut sheet = Sheet::letter(family);
    head(&mut desk, &mut sheet, family);
    let y = facts(&mut desk, &mut sheet, family);
    let y = table(&mut desk, &mut sheet, family, &rows, y);
    let prose = prose(&mut desk);
    flow(
        &mut sheet,
        Face::regular(family),
        9.2,
        [40.0, y + 8.0, 572.0, 690.0],
        &prose,
    );
    foot(&mut desk, &mut sheet, family);
    desk.close(vec![sheet])
}

/// Draws the cases of the family.
fn rows(desk: &mut Desk) -> Vec<Row> {
    let first = desk.case.filer.clone();
    let mut people = vec![(first.clone(), "PR")];
    for place in 0..1 + desk.rng.below(5) {
        people.push((
            first.relative(desk.rng),
            if place == 0 { "SP" } else { "CH" },
        ));
    }
    let several = desk.chance(0.5);
    let prefix = desk.case.receipt[..3].to_string();
    let year = desk.case.received.year;
    let mut rows = Vec::new();
    for (person, kin) in people {
        for form in if several {
            &["I-485", "I-765", "I-131"][..]
        } else {
            &["I-485"][..]
        } {
            let first_row = rows.is_empty();
            let receipt = if first_row {
                desk.case.receipt.clone()
            } else {
                case::receipt(desk.rng, &prefix, year)
            };
            rows.push(Row {
                receipt,
                form,
                person: person.clone(),
                kin,
            });
        }
    }
    rows
}

/// The head.
fn head(desk: &mut Desk, sheet: &mut Sheet, family: Family) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let [department, service] = agency(desk);
    sheet.centred(plain, 9.0, 306.0, 38.0, department);
    sheet.centred(bold, 11.0, 306.0, 51.0, service);
    let form = desk.truth.form.clone();
    sheet.write(
        bold,
        9.5,
        40.0,
        72.0,
        &format!("Form {form}, Notice of Action"),
    );
    let kind = desk.pick(&[
        "Transfer Notice",
        "Notice of Transfer",
        "Family Case Notice",
    ]);
    desk.notice_type(kind);
    sheet.flush_right(bold, 11.0, 572.0, 72.0, kind);
    sheet.rule(40.0, 572.0, 77.0, 1.0);
}

/// The facts of the principal, colon style, in one column at the right of the address.
fn facts(desk: &mut Desk, sheet: &mut Sheet, family: Family) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let mut y = 104.0;
    for line in address(desk) {
        sheet.write(plain, 10.0, 52.0, y, &line);
        y += 12.5;
    }
    if desk.chance(0.5) {
        barcode(sheet, desk, [40.0, 142.0], 18.0);
    }
    let mut facts: Vec<(String, String)> = vec![
        (
            desk.pick(&["Notice date", "Date of notice"]).into(),
            desk.notice_date(),
        ),
        (
            desk.pick(&["Received", "Receipt date"]).into(),
            desk.received_date(),
        ),
    ];
    let name = desk.case.filer.listed();
    desk.truth.fields.applicant = Some(name.clone());
    facts.push((
        desk.pick(&["Principal applicant", "Applicant (principal)"])
            .into(),
        name,
    ));
    let label = match desk.rng.below(4) {
        0 => "Principal's USCIS Online Account Number".into(),
        1 => "Online Acct. No. (principal applicant)".into(),
        2 => "USCIS Online Account No. for all cases below".into(),
        _ => own_label(desk).replace("Petitioner", "Applicant"),
    };
    let heading = desk.fate == Fate::Given && desk.chance(0.3);
    if heading {
        let number = desk.account().unwrap_or_default();
        let text = match desk.rng.below(2) {
            0 => format!("Cases filed from the principal's USCIS online account {number}:"),
            _ => format!("The cases below are linked to your USCIS online account no. {number}."),
        };
        sheet.write(bold, 9.4, 40.0, 182.0, &text);
    } else if let Some(value) = desk.account() {
        facts.insert(desk.pick(&[0, 3]), (label, value));
    }
    if desk.chance(0.4) {
        let number = desk.rng.digits(6);
        let year = desk.case.received.year;
        facts.push(("NVC case number".into(), format!("BNK{year}{number}")));
    }
    if desk.fate == Fate::Missing && desk.chance(0.5) {
        facts.push(("Manifest / box number".into(), desk.rng.digits(12)));
    }
    let mut y = 98.0;
    for (label, value) in &facts {
        fitted(sheet, bold, 8.6, [286.0, y], 160.0, &format!("{label}:"));
        fitted(sheet, plain, 9.6, [450.0, y], 122.0, value);
        y += 13.5;
    }
    y.max(if heading { 190.0 } else { 166.0 }) + 12.0
}

/// The table of cases.
fn table(desk: &mut Desk, sheet: &mut Sheet, family: Family, rows: &[Row], top: f32) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let heads = desk.pick(&[
        ["No.", "Receipt Number", "Form", "A-Number", "Name", "Rel."],
        ["#", "RECEIPT", "FORM", "USCIS A#", "APPLICANT", "CODE"],
        [
            "Line",
            "Receipt No.",
            "Form",
            "Alien No.",
            "Family name, given name",
            "Class",
        ],
    ]);
    let columns = [40.0, 70.0, 190.0, 236.0, 340.0, 530.0];
    let style = desk.rng.below(3);
    let pitch = if rows.len() > 12 { 13.0 } else { 15.5 };
    let size = if rows.len() > 12 { 8.4 } else { 9.2 };
    sheet.fill([40.0, top - 9.0, 572.0, top + 4.5], 0.85);
    for (column, head) in columns.iter().zip(heads) {
        sheet.write(bold, 8.4, column + 3.0, top, head);
    }
    desk.truth.fields.case_type = Some("I-485".into());
    let plain_form = desk.chance(0.5);
    let mut y = top + pitch;
    for (number, row) in rows.iter().enumerate() {
        if style == 1 && number % 2 == 1 {
            sheet.fill([40.0, y - pitch + 4.5, 572.0, y + 4.5], 0.94);
        }
        desk.truth.prints_receipt(&row.receipt);
        let receipt = if plain_form {
            row.receipt.clone()
        } else {
            case::printed_receipt(desk.rng, &row.receipt)
        };
        let alien = desk.spaced_a_number(&row.person);
        let name = row.person.listed();
        let texts = [
            (number + 1).to_string(),
            receipt,
            row.form.into(),
            alien,
            name,
            row.kin.into(),
        ];
        for (place, text) in texts.iter().enumerate() {
            let end = columns.get(place + 1).unwrap_or(&572.0);
            let room = end - columns[place] - 6.0;
            fitted(sheet, plain, size, [columns[place] + 3.0, y], room, text);
        }
        if style == 2 {
            sheet.rule(40.0, 572.0, y + 4.5, 0.3);
        }
        y += pitch;
    }
    if style == 2 {
        for column in columns.iter().chain(&[572.0]) {
            sheet.upright(*column, top - 9.0, y - pitch + 4.5, 0.3);
        }
    }
    y + 6.0
}

/// Where the cases go and come from.
fn foot(desk: &mut Desk, sheet: &mut Sheet, family: Family) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let from = center(desk);
    let to = field_office(desk);
    for (left, head, office) in [
        (40.0, "Sending office", from),
        (310.0, "Receiving office", to),
    ] {
        sheet.frame([left, 700.0, left + 262.0, 746.0], 0.6);
        sheet.write(bold, 8.0, left + 5.0, 710.0, head);
        sheet.write(plain, 9.0, left + 5.0, 721.0, office.name);
        sheet.write(plain, 9.0, left + 5.0, 731.0, office.lines[0]);
        sheet.write(plain, 9.0, left + 5.0, 741.0, office.lines[1]);
    }
    let line = "USCIS Contact Center 1-800-375-5283   TTY 1-800-767-1833   www.uscis.gov";
    sheet.centred(plain, 7.5, 306.0, 762.0, line);
}
