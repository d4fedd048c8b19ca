//! `captions`: an approval on security paper; each value stands on a line above its caption.
use super::kit::{Desk, address, aged, barcode, fitted, flow, microprint, stir};
use super::words::{agency, center, own_label, prose};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 10);
    let case = &aged(rng, case, 0.15);
    let form = rng.pick(&["I-797", "I-797B", "I-797"]);
    let mut desk = Desk::open(rng, case, form);
    let family = desk.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::Helvetica,
        Family::DejaVuSerif,
    ]);
    let mut sheet = Sheet::letter(family);
    banner(&mut desk, &mut sheet, family, form);
    let y = strip(&mut desk, &mut sheet, family);
    let y = middle(&mut desk, &mut sheet, family, y);
    let y = validity(&mut desk, &mut sheet, family, y);
    let prose = prose(&mut desk);
    flow(
        &mut sheet,
        Face::regular(family),
        9.0,
        [44.0, y, 568.0, 680.0],
        &prose,
    );
    foot(&mut desk, &mut sheet, family, form);
    desk.close(vec![sheet])
}

/// The security pattern and the banner.
fn banner(desk: &mut Desk, sheet: &mut Sheet, family: Family, form: &str) {
    if desk.chance(0.7) {
        for line in 0..60 {
            let y = 24.0 + 12.6 * line as f32;
            sheet.fill([24.0, y, 588.0, y + 5.0], 0.965);
        }
    }
    let bold = Face::bold(family);
    sheet.fill([24.0, 24.0, 588.0, 46.0], 0.82);
    sheet.centred(bold, 15.0, 306.0, 40.5, "THE UNITED STATES OF AMERICA");
    microprint(sheet, Face::regular(family), 50.0, [24.0, 588.0]);
    let title = format!("{form}, NOTICE OF ACTION");
    sheet.write(bold, 11.0, 44.0, 68.0, &title);
    let body = agency(desk)[1];
    sheet.flush_right(Face::regular(family), 9.0, 568.0, 68.0, body);
}

/// A caption and what stands above it; `wide` counts thirds.
struct Place {
    caption: String,
    value: String,
    thirds: usize,
}

/// Makes a place.
fn place(caption: &str, value: String, thirds: usize) -> Place {
    Place {
        caption: caption.into(),
        value,
        thirds,
    }
}

/// The strip of values with captions below.
fn strip(desk: &mut Desk, sheet: &mut Sheet, family: Family) -> f32 {
    let mut places = Vec::new();
    let caption = desk.pick(&[
        "receipt number",
        "(Receipt Number)",
        "Receipt No.",
        "Receipt",
    ]);
    places.push(place(caption, desk.receipt(), 1));
    let case_type = desk.case_type(" - ");
    places.push(place(
        desk.pick(&["case type", "Form and title", "Case Type"]),
        case_type,
        2,
    ));
    places.push(place(
        desk.pick(&["received", "Received Date"]),
        desk.received_date(),
        1,
    ));
    let priority = if desk.chance(0.5) {
        desk.date(&desk.case.priority)
    } else {
        String::new()
    };
    if !priority.is_empty() {
        desk.truth.fields.priority_date = Some(priority.clone());
    }
    places.push(place("Priority Date", priority, 1));
    places.push(place(
        desk.pick(&["notice date", "Date of notice"]),
        desk.notice_date(),
        1,
    ));
    people(desk, &mut places);
    lay(desk, sheet, family, &places)
}

/// The places of the persons and of the account.
fn people(desk: &mut Desk, places: &mut Vec<Place>) {
    let owner = desk.owner();
    let filer = desk.case.filer.clone();
    places.push(place(
        &format!("name of {}", owner.to_lowercase()),
        desk.filer(true),
        1,
    ));
    let number = desk.spaced_a_number(&filer);
    places.push(place(
        &format!("A-Number of {}", owner.to_lowercase()),
        number,
        1,
    ));
    let label = own_label(desk);
    if let Some(value) = desk.account() {
        places.push(place(&label, value, 1));
    } else if desk.chance(0.5) {
        let code = format!("NS{}", desk.rng.digits(4));
        places.push(place("Officer code", code, 1));
    }
    if desk.case.is_petition {
        let person = desk.case.beneficiary.clone();
        places.push(place("name of beneficiary", desk.beneficiary(true), 1));
        places.push(place("A-Number of beneficiary", desk.a_number(&person), 1));
    }
}

/// Lays the places out in three columns.
fn lay(desk: &mut Desk, sheet: &mut Sheet, family: Family, places: &[Place]) -> f32 {
    let pitch = desk.rng.uniform(31.0, 35.0);
    let upper = desk.chance(0.3);
    let value_face = Face::bold(family);
    let small = Face::italic(family);
    let mut column = 0usize;
    let mut y = 98.0f32;
    for one in places {
        if column + one.thirds > 3 {
            column = 0;
            y += pitch;
        }
        let left = 44.0 + 177.0 * column as f32;
        let right = left + 177.0 * one.thirds as f32 - 8.0;
        fitted(
            sheet,
            value_face,
            10.0,
            [left + 2.0, y],
            right - left - 4.0,
            &one.value,
        );
        sheet.rule(left, right, y + 3.0, 0.6);
        let text = if upper {
            one.caption.to_uppercase()
        } else {
            one.caption.clone()
        };
        fitted(
            sheet,
            small,
            6.4,
            [left + 2.0, y + 10.0],
            right - left - 4.0,
            &text,
        );
        column += one.thirds;
    }
    y + 34.0
}

/// Address at the left, the kind of notice at the right.
fn middle(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    let plain = Face::regular(family);
    let mut y = top + 8.0;
    for line in address(desk) {
        sheet.write(plain, 10.0, 60.0, y, &line);
        y += 12.5;
    }
    let kind = desk.notice_type("Approval Notice");
    let mut x = sheet.write(Face::bold(family), 10.0, 350.0, top + 8.0, "Notice Type:");
    sheet.write(plain, 10.0, x + 5.0, top + 8.0, &kind);
    let section = desk.pick(&[
        "Husband or wife of U.S. citizen, 201(b) INA",
        "Indiv w/Adv Deg, 203(b)(2)",
        "Mult Nat'l Exec/Mgr, 203(b)(1)(C)",
    ]);
    if desk.case.is_petition {
        desk.truth.fields.section = Some(section.into());
        x = sheet.write(Face::bold(family), 10.0, 350.0, top + 21.0, "Section:");
        fitted(
            sheet,
            plain,
            10.0,
            [x + 5.0, top + 21.0],
            563.0 - x,
            section,
        );
    }
    if desk.chance(0.5) {
        barcode(sheet, desk, [350.0, top + 30.0], 20.0);
    }
    y.max(top + 58.0) + 10.0
}

/// A sentence or a box with the validity.
fn validity(desk: &mut Desk, sheet: &mut Sheet, family: Family, top: f32) -> f32 {
    if !desk.chance(0.5) {
        return top + 8.0;
    }
    let from = desk.date(&desk.case.noticed);
    let to = desk.date(&desk.case.noticed.later(24, 0));
    desk.truth.fields.valid_from = Some(from.clone());
    desk.truth.fields.valid_to = Some(to.clone());
    let text = format!("Valid from {from} to {to}");
    let right = sheet.write(Face::bold(family), 10.0, 52.0, top + 13.5, &text);
    sheet.frame([44.0, top, right + 8.0, top + 20.0], 0.8);
    top + 38.0
}

/// The office and the warning at the foot.
fn foot(desk: &mut Desk, sheet: &mut Sheet, family: Family, form: &str) {
    let office = center(desk);
    let plain = Face::regular(family);
    sheet.rule(44.0, 568.0, 694.0, 0.8);
    sheet.write(Face::bold(family), 9.0, 44.0, 706.0, office.name);
    sheet.write(plain, 9.0, 44.0, 717.0, office.lines[0]);
    sheet.write(plain, 9.0, 44.0, 728.0, office.lines[1]);
    let phone = format!("Customer Service Telephone: {}", office.phone);
    sheet.flush_right(Face::bold(family), 9.0, 568.0, 706.0, &phone);
    sheet.flush_right(
        plain,
        7.5,
        568.0,
        728.0,
        "SEE BACK FOR IMPORTANT INFORMATION",
    );
    microprint(sheet, plain, 742.0, [24.0, 588.0]);
    sheet.write(
        plain,
        7.5,
        44.0,
        756.0,
        &format!("Form {form} (Rev. 01/31/05) N"),
    );
}
