//! `continuance`: a pre-printed form of a field office, typed on its lines, with boxes to tick.
use super::kit::{Desk, Fate, aged, block, fitted, flow, stir, tick};
use super::words::{agency, field_office, own_label, prose};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What the applicant is asked to bring.
const BRING: [&str; 9] = [
    "Your Form I-551, Permanent Resident Card, and every passport you have held.",
    "Proof that child support has been paid in full up to the present month.",
    "Certified court dispositions for the arrests that you told us of.",
    "Your marriage certificate, and the decree that ended each earlier marriage.",
    "Tax returns, or a letter of the Internal Revenue Service that none was due.",
    "Proof of registration with the Selective Service System.",
    "Two photographs in color, 2 by 2 inches, with your A-Number on the back in pencil.",
    "A print of the page of your online account that shows your account number.",
    "Other: ______________________________________________",
];

/// Draws the form.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 73);
    let case = &aged(rng, case, 0.12);
    let mut desk = Desk::open(rng, case, "");
    let family = desk.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::Helvetica,
        Family::DejaVuSerif,
    ]);
    let typed = Face::regular(desk.pick(&[
        Family::Courier,
        Family::LiberationMono,
        Family::FreeMono,
        Family::DejaVuSansMono,
    ]));
    let mut sheet = Sheet::letter(family);
    let natural = desk.chance(0.6);
    head(&mut desk, &mut sheet, family);
    let y = lines(&mut desk, &mut sheet, family, typed, natural);
    let y = result(&mut desk, &mut sheet, family, typed, y + 10.0);
    let y = list(&mut desk, &mut sheet, family, y);
    let prose = prose(&mut desk);
    flow(
        &mut sheet,
        Face::regular(family),
        9.4,
        [48.0, y + 8.0, 564.0, 690.0],
        &prose,
    );
    foot(&mut desk, &mut sheet, family, typed);
    desk.close(vec![sheet])
}

/// The head of the form.
fn head(desk: &mut Desk, sheet: &mut Sheet, family: Family) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let office = field_office(desk);
    let [department, service] = agency(desk);
    sheet.write(plain, 9.0, 48.0, 42.0, department);
    sheet.write(plain, 9.0, 48.0, 53.0, service);
    sheet.flush_right(plain, 9.0, 564.0, 42.0, office.name);
    sheet.flush_right(plain, 9.0, 564.0, 53.0, office.lines[0]);
    sheet.flush_right(plain, 9.0, 564.0, 64.0, office.lines[1]);
    let title = desk.pick(&[
        "Notice of Continuance",
        "Examination Results",
        "Request for Documents after Interview",
    ]);
    desk.notice_type(title);
    sheet.centred(bold, 15.0, 306.0, 88.0, title);
    sheet.rule(48.0, 564.0, 96.0, 1.2);
}

/// A label, then a typed value on a line as wide as the room.
fn line(sheet: &mut Sheet, faces: [Face; 2], span: [f32; 2], y: f32, label: &str, value: &str) {
    let [left, right] = span;
    let x = sheet.write(faces[0], 9.5, left, y, label) + 4.0;
    sheet.rule(x, right, y + 2.5, 0.5);
    fitted(sheet, faces[1], 10.0, [x + 3.0, y], right - x - 5.0, value);
}

/// The lines that name the case and the person.
fn lines(desk: &mut Desk, sheet: &mut Sheet, family: Family, typed: Face, natural: bool) -> f32 {
    let faces = [Face::regular(family), typed];
    let filer = desk.case.filer.clone();
    let date = desk.notice_date();
    line(
        sheet,
        faces,
        [380.0, 564.0],
        118.0,
        desk.pick(&["Date:", "Notice date:"]),
        &date,
    );
    let label = desk.pick(&["A-File No.:", "A-Number:", "Alien Registration No.:"]);
    let number = desk.a_number(&filer);
    line(sheet, faces, [48.0, 340.0], 118.0, label, &number);
    let name = desk.filer(false);
    line(sheet, faces, [48.0, 564.0], 138.0, "Name:", &name);
    let receipt = desk.receipt();
    let label = desk.pick(&[
        "Receipt No.:",
        "Application ID# / Receipt:",
        "Receipt Number:",
    ]);
    line(sheet, faces, [48.0, 300.0], 158.0, label, &receipt);
    let form = if natural && !desk.case.is_petition {
        "N-400"
    } else {
        desk.case.form_code
    };
    desk.truth.fields.case_type = Some(form.into());
    line(sheet, faces, [320.0, 564.0], 158.0, "Form filed:", form);
    account(desk, sheet, faces, 178.0);
    let mut y = 206.0;
    let [street, city] = &desk.case.address;
    for text in [name.clone(), street.clone(), city.clone()] {
        sheet.write(typed, 9.6, 60.0, y, &text);
        y += 12.0;
    }
    y
}

/// The line of the own account number, with other lines beside it.
fn account(desk: &mut Desk, sheet: &mut Sheet, faces: [Face; 2], y: f32) {
    let label = match desk.rng.below(4) {
        0 => "USCIS Online Account Number (if any):".to_string(),
        1 => "Online account no. of the above person:".to_string(),
        2 => "USCIS online acct. no.:".to_string(),
        _ => format!("{}:", own_label(desk)),
    };
    if let Some(value) = desk.account() {
        line(sheet, faces, [48.0, 400.0], y, &label, &value);
        let room = desk.rng.between(100, 399).to_string();
        line(sheet, faces, [416.0, 564.0], y, "Room:", &room);
    } else if desk.fate == Fate::Missing && desk.chance(0.6) {
        let (label, value) = match desk.rng.below(3) {
            0 => (
                "Telephone:",
                format!(
                    "(410) 555-{} ext. {}",
                    desk.rng.digits(4),
                    desk.rng.digits(2)
                ),
            ),
            1 => ("Certified mail article no.:", desk.rng.digits(20)),
            _ => ("Scheduling control no.:", case::account(desk.rng)),
        };
        line(sheet, faces, [48.0, 400.0], y, label, &value);
    }
}

/// What happened at the interview.
fn result(desk: &mut Desk, sheet: &mut Sheet, family: Family, typed: Face, top: f32) -> f32 {
    let plain = Face::regular(family);
    let seen = desk.case.noticed.long();
    let text = format!("On {seen}, you were interviewed by an officer of this Service.");
    let mut y = block(sheet, plain, 10.0, [48.0, top], 516.0, &text) + 6.0;
    let choice = desk.rng.below(4);
    let results = [
        "You passed the tests of English and of U.S. history and government.",
        "You will be given another interview. A notice with date and time will follow.",
        "A decision cannot yet be made about your case.",
        "Please send the items marked below to the office named above.",
    ];
    for (place, result) in results.iter().enumerate() {
        tick(sheet, typed, [56.0, y], place == choice || place == 3);
        sheet.write(plain, 9.6, 72.0, y, result);
        y += 14.5;
    }
    y + 8.0
}

/// The check list.
fn list(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let due = desk.case.noticed.later(1, 0);
    let due = desk.date(&due);
    desk.truth.fields.response_due = Some(due.clone());
    let head = format!("Send these items so that they are received no later than {due}:");
    sheet.write(bold, 9.8, 48.0, top, &head);
    let dense = desk.chance(0.3);
    let mut y = top + 17.0;
    let modern = desk.case.noticed.year > 2012;
    for item in BRING
        .into_iter()
        .filter(|item| modern || !item.contains("online"))
    {
        if !dense && desk.chance(0.15) {
            continue;
        }
        let crossed = desk.chance(0.35) && !item.starts_with("Other");
        tick(sheet, plain, [56.0, y], crossed);
        sheet.write(plain, 9.4, 72.0, y, item);
        y += if dense { 13.0 } else { 15.0 };
    }
    y
}

/// Signature lines and the number of the form.
fn foot(desk: &mut Desk, sheet: &mut Sheet, family: Family, typed: Face) {
    let plain = Face::regular(family);
    let officer = format!("ISO {}", desk.rng.digits(4));
    sheet.write(typed, 9.6, 60.0, 722.0, &officer);
    sheet.rule(48.0, 270.0, 725.0, 0.5);
    sheet.rule(330.0, 564.0, 725.0, 0.5);
    sheet.write(plain, 7.5, 48.0, 734.0, "Officer");
    sheet.write(
        plain,
        7.5,
        330.0,
        734.0,
        "Signature of applicant or petitioner",
    );
    let form = desk.pick(&[
        "Form N-14 (Rev. 06/22/11)",
        "Form N-652 (Rev. 01/14/05) N",
        "Form G-56",
    ]);
    sheet.write(plain, 7.5, 48.0, 760.0, form);
    sheet.flush_right(plain, 7.5, 564.0, 760.0, "www.uscis.gov");
}
