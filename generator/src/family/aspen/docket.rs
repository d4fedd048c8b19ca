//! `docket`: a letter of an asylum office with a letterhead in three columns and a family table.
use super::kit::{Desk, Fate, barcode, block, fitted, flow, stir};
use super::words::{own_label, prose};
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Asylum offices: receipt prefix, name, street, city.
const OFFICES: [(&str, &str, &str, &str); 6] = [
    (
        "ZNK",
        "Newark Asylum Office",
        "1200 Wall Street West, Fourth Floor",
        "Lyndhurst, NJ 07071",
    ),
    (
        "ZLA",
        "Los Angeles Asylum Office",
        "14101 Myford Road",
        "Tustin, CA 92780-7020",
    ),
    (
        "ZAR",
        "Arlington Asylum Office",
        "1525 Wilson Boulevard, Suite 300",
        "Arlington, VA 22209",
    ),
    (
        "ZCH",
        "Chicago Asylum Office",
        "181 West Madison Street",
        "Chicago, IL 60602-4500",
    ),
    (
        "ZMI",
        "Miami Asylum Office",
        "1000 Brickell Avenue, Suite 410",
        "Miami, FL 33131",
    ),
    (
        "ZHN",
        "Houston Asylum Office",
        "16630 Imperial Valley Drive",
        "Houston, TX 77060-3400",
    ),
];

/// The applicants of one case.
struct Household {
    principal: Person,
    others: Vec<(Person, &'static str)>,
}

/// Draws the letter.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 24);
    let titled = rng.chance(0.6);
    let mut desk = Desk::open(rng, case, if titled { "I-797C" } else { "" });
    let family = desk.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::Times,
        Family::LiberationSans,
    ]);
    let office = desk.pick(&OFFICES);
    let receipt = if desk.chance(0.7) {
        case::receipt(desk.rng, office.0, case.received.year)
    } else {
        case.receipt.clone()
    };
    let household = household(&mut desk);
    let mut sheet = Sheet::letter(family);
    letterhead(&mut desk, &mut sheet, family, office);
    let y = references(&mut desk, &mut sheet, family, &household, &receipt, titled);
    let y = table(&mut desk, &mut sheet, family, &household, y);
    let y = account_below(&mut desk, &mut sheet, family, y);
    body(&mut desk, &mut sheet, family, &household, y);
    desk.close(vec![sheet])
}

/// Draws the members of the household.
fn household(desk: &mut Desk) -> Household {
    let principal = desk.case.filer.clone();
    let count = desk.rng.below(5);
    let mut others = Vec::new();
    for place in 0..count {
        let kin = if place == 0 { "Spouse" } else { "Dependent" };
        others.push((principal.relative(desk.rng), kin));
    }
    Household { principal, others }
}

/// Three columns: address, agency, telephones.
fn letterhead(
    desk: &mut Desk,
    sheet: &mut Sheet,
    family: Family,
    office: (&str, &str, &str, &str),
) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let italic = Face::italic(family);
    let left = [office.1, office.2, office.3];
    for (row, text) in left.iter().enumerate() {
        fitted(
            sheet,
            italic,
            7.6,
            [40.0, 44.0 + 9.5 * row as f32],
            160.0,
            text,
        );
    }
    sheet.centred(
        plain,
        8.6,
        306.0,
        40.0,
        "U.S. Department of Homeland Security",
    );
    sheet.centred(bold, 11.0, 306.0, 53.0, "U.S. Citizenship and");
    sheet.centred(bold, 11.0, 306.0, 65.0, "Immigration Services");
    let tail = desk.rng.digits(4);
    let area = desk.pick(&["201", "714", "703", "312", "305", "281"]);
    let right = [
        format!("Tel. ({area}) 531-{tail}"),
        format!("Fax ({area}) 531-{}", desk.rng.digits(4)),
        "Window hours 7:30 am - 3:30 pm".into(),
    ];
    for (row, text) in right.iter().enumerate() {
        sheet.flush_right(italic, 7.6, 572.0, 44.0 + 9.5 * row as f32, text);
    }
    sheet.rule(40.0, 572.0, 74.0, 1.4);
    sheet.rule(40.0, 572.0, 76.6, 0.4);
}

/// The date line, the address and the references.
fn references(
    desk: &mut Desk,
    sheet: &mut Sheet,
    family: Family,
    household: &Household,
    receipt: &str,
    titled: bool,
) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let mut y = 96.0;
    if titled {
        sheet.write(bold, 10.0, 40.0, y, "Form I-797C, Notice of Action");
    }
    desk.dates = 1;
    let date = desk.notice_date();
    sheet.flush_right(plain, 10.5, 572.0, y, &date);
    y += 22.0;
    let [street, city] = &desk.case.address;
    for line in [household.principal.name(), street.clone(), city.clone()] {
        sheet.write(plain, 10.5, 40.0, y, &line);
        y += 13.0;
    }
    desk.truth.prints_receipt(receipt);
    let printed = case::printed_receipt(desk.rng, receipt);
    let label = desk.pick(&[
        "Receipt Number:",
        "RE: Case",
        "Receipt No.",
        "Our reference:",
    ]);
    let x = sheet.write(bold, 10.5, 340.0, 118.0, label);
    sheet.write(plain, 10.5, x + 5.0, 118.0, &printed);
    let x = sheet.write(bold, 10.5, 340.0, 131.0, "Form:");
    desk.truth.fields.case_type = Some("I-589".into());
    sheet.write(plain, 10.5, x + 5.0, 131.0, "I-589, Application for Asylum");
    let within = desk.fate != Fate::Missing && desk.chance(0.4);
    if within {
        let label = desk.pick(&["USCIS Online Acct. No.:", "Online Account Number:", "OAN:"]);
        let value = desk.account().unwrap_or_default();
        let x = sheet.write(bold, 10.5, 340.0, 144.0, label);
        sheet.write(plain, 10.5, x + 5.0, 144.0, &value);
        desk.fate = Fate::Missing;
    } else if desk.case.receipt == receipt && desk.chance(0.7) {
        barcode(sheet, desk, [340.0, 138.0], 18.0);
    }
    let title = desk.pick(&[
        "ACKNOWLEDGMENT OF RECEIPT",
        "ASYLUM INTERVIEW NOTICE",
        "NOTICE TO APPEAR FOR BIOMETRICS AND INTERVIEW",
    ]);
    desk.notice_type(title);
    sheet.centred(bold, 12.0, 306.0, y + 18.0, title);
    y + 38.0
}

/// The table of applicants.
fn table(
    desk: &mut Desk,
    sheet: &mut Sheet,
    family: Family,
    household: &Household,
    top: f32,
) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let heads = desk.pick(&[
        ["Applicant", "A-Number", "Relation", "Date of birth"],
        ["Name", "Alien Number", "Relationship to you", "Born"],
        ["NAME", "A-FILE", "RELATION", "DOB"],
    ]);
    let columns = desk.pick(&[[40.0, 240.0, 350.0, 480.0], [40.0, 210.0, 360.0, 470.0]]);
    let ruled = desk.chance(0.5);
    for (column, head) in columns.iter().zip(heads) {
        sheet.write(bold, 9.0, column + 4.0, top, head);
    }
    sheet.rule(40.0, 572.0, top + 3.5, 0.8);
    let mut y = top + 16.0;
    let name = household.principal.listed();
    desk.truth.fields.applicant = Some(name);
    let mut people = vec![(household.principal.clone(), "Principal")];
    people.extend(household.others.iter().cloned());
    for (person, kin) in &people {
        fitted(
            sheet,
            plain,
            10.0,
            [44.0, y],
            columns[1] - 48.0,
            &person.listed(),
        );
        let number = desk.a_number(person);
        sheet.write(plain, 10.0, columns[1] + 4.0, y, &number);
        sheet.write(plain, 10.0, columns[2] + 4.0, y, kin);
        sheet.write(plain, 10.0, columns[3] + 4.0, y, &person.born.numeric());
        if ruled {
            sheet.rule(40.0, 572.0, y + 4.0, 0.3);
        }
        y += 15.0;
    }
    y + 8.0
}

/// The own account number in a line below the table; or a remark without it.
fn account_below(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let label = match desk.rng.below(3) {
        0 => "Principal Applicant's USCIS Online Account Number".to_string(),
        1 => "USCIS Online Account No. (principal)".to_string(),
        _ => own_label(desk).replace("Petitioner", "Applicant"),
    };
    if let Some(value) = desk.account() {
        let x = sheet.write(bold, 10.0, 44.0, top, &format!("{label}:"));
        let left = (x + 8.0).max(desk.pick(&[240.0f32, 320.0, 0.0]));
        sheet.write(plain, 10.0, left, top, &value);
        return top + 20.0;
    }
    if desk.chance(0.3) {
        let number = desk.rng.digits(9);
        let x = sheet.write(bold, 10.0, 44.0, top, "I-94 / Parole No.:");
        let number = format!("{number} {:02}", desk.rng.below(20));
        desk.truth.fields.i94_number = Some(number.clone());
        sheet.write(plain, 10.0, x + 8.0, top, &number);
        return top + 20.0;
    }
    top
}

/// The text of the letter with an appointment box, and the signature.
fn body(desk: &mut Desk, sheet: &mut Sheet, family: Family, household: &Household, top: f32) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let greeting = format!("Dear {}:", household.principal.name());
    sheet.write(plain, 10.5, 40.0, top + 6.0, &greeting);
    let received = desk.received_date();
    let lead = format!(
        "Your complete Form I-589 was received and is pending as of {received}. You may remain in \
         the United States until your application is decided. Everyone listed above must come to \
         each appointment and bring an identity document."
    );
    let mut y = block(sheet, plain, 10.5, [40.0, top + 24.0], 532.0, &lead) + 8.0;
    if desk.truth.fields.notice_type.as_deref() != Some("ACKNOWLEDGMENT OF RECEIPT") {
        y = appointment(desk, sheet, family, y);
    }
    let prose = prose(desk);
    let y = flow(sheet, plain, 10.0, [40.0, y, 572.0, 680.0], &prose);
    sheet.write(plain, 10.5, 320.0, y + 14.0, "Sincerely,");
    sheet.write(bold, 10.5, 320.0, y + 40.0, "Director");
    sheet.centred(plain, 8.0, 306.0, 762.0, "www.uscis.gov");
}

/// The date and time of the interview in a box.
fn appointment(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let date = desk.case.noticed.later(1, 3).long();
    let time = desk.pick(&["8:00 AM", "9:15 AM", "1:30 PM"]);
    desk.truth.fields.appointment_date = Some(date.clone());
    desk.truth.fields.appointment_time = Some(time.into());
    sheet.frame([120.0, top - 6.0, 492.0, top + 20.0], 1.0);
    let text = format!("ON: {date}        AT: {time}");
    sheet.centred(Face::bold(family), 11.0, 306.0, top + 11.0, &text);
    top + 38.0
}
