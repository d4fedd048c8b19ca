//! An appointment slip for biometrics in an upper-case grid whose cells change places.

use super::words::{Cell, Facts, I539, I765, Ruling, address, barcode, row, skip, stack};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const PLACES: [[&str; 4]; 4] = [
    [
        "USCIS TULSA",
        "APPLICATION SUPPORT CENTER",
        "2120 E 15TH ST",
        "TULSA OK 74104",
    ],
    [
        "USCIS OMAHA",
        "APPLICATION SUPPORT CENTER",
        "1717 AVENUE H",
        "OMAHA NE 68110",
    ],
    [
        "USCIS HARTFORD",
        "467 SILVER LANE",
        "SUITE 2",
        "EAST HARTFORD CT 06118",
    ],
    [
        "USCIS SPOKANE",
        "920 W RIVERSIDE AVE",
        "ROOM 691",
        "SPOKANE WA 99201",
    ],
];

/// Draws the slip.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 13);
    let facts = Facts::draw(rng, case, &[I539, I765]);
    let form = rng.pick(&["I-797C", "I-797C", "I-797"]);
    let mut truth = facts.truth(case, form);
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::FreeSans,
        Family::Courier,
    ]);
    let (regular, bold) = (Face::regular(family), Face::bold(family));
    let mut s = Sheet::letter(family);
    s.plain(8.5, 40.0, 40.0, "Department of Homeland Security");
    s.plain(8.5, 40.0, 50.0, "U.S. Citizenship and Immigration Services");
    s.flush_right(
        bold,
        12.0,
        572.0,
        46.0,
        &format!("Form {form}, Notice of Action"),
    );
    let title = rng.pick(&[
        "ASC Appointment Notice",
        "ASC APPOINTMENT NOTICE",
        "Biometrics Appointment",
    ]);
    s.centred(bold, 11.0, 306.0, 72.0, title);
    truth.fields.notice_type = Some(title.to_owned());
    let look = Ruling {
        span: (40.0, 572.0),
        rules: rng.pick(&[0, 0, 0, 1]),
        bold: rng.chance(0.4),
        size: rng.uniform(8.5, 9.6),
        under: false,
    };
    let noticed = facts.date(case.noticed);
    let kind = format!("{} - {}", facts.form.0, facts.form.1);
    let mut one = vec![
        Cell::new(
            1.2,
            rng.pick(&["APPLICATION NUMBER", "RECEIPT NUMBER"]),
            &facts.receipt,
        ),
        Cell::new(0.9, "NOTICE DATE", &noticed),
    ];
    let mut two = vec![
        Cell::new(1.6, "CASE TYPE", &kind),
        Cell::new(0.7, "SOCIAL SECURITY NUMBER", ""),
    ];
    let with_a = rng.chance(0.75);
    let mut three = vec![
        Cell::new(0.5, "CODE", rng.pick(&["1", "2", "3"])),
        Cell::new(0.5, "PAGE", "1 of 1"),
    ];
    if with_a {
        three.insert(
            0,
            Cell::new(
                1.0,
                rng.pick(&["USCIS A#", "A#", "USCIS ALIEN NUMBER"]),
                &facts.a_number,
            ),
        );
        truth.prints_a_number(&facts.person.a_number);
    }
    if facts.shows() {
        let label = rng.pick(&["ACCOUNT NUMBER", "ACCOUNT NUMBER", "USCIS ACCOUNT NUMBER"]);
        let account = facts.account.replace("None on file", "");
        let cell = Cell::new(1.0, label, &account);
        match rng.below(5) {
            0 => one.push(cell),
            1 => two.insert(0, cell),
            2 if with_a => three.insert(1, cell),
            _ => three.insert(0, cell),
        }
    }
    if rng.chance(0.3) {
        one.swap(0, 1);
    }
    let mut y = [one, two, three]
        .iter()
        .fold(84.0, |y, cells| row(&mut s, y, look, cells));
    truth.fields.notice_date = Some(noticed);
    y += 24.0;
    stack(
        &mut s,
        10.0,
        (60.0, y),
        260.0,
        &address(case, &facts, false),
    );
    s.frame([400.0, y - 12.0, 560.0, y + 52.0], 0.6);
    s.centred(regular, 7.5, 480.0, y - 2.0, "STAMP OF THE CENTER");
    y += 72.0;
    let text = "You have been scheduled to appear at the place, on the day and at the time below, \
                so that fingerprints, a photograph and a signature can be taken. If you do not \
                come, the application may be denied as abandoned.";
    y = s.paragraph(regular, 9.0, 40.0, y, 532.0, text) + 14.0;
    let place = rng.pick(&PLACES);
    let day = case.noticed.later(0, 19);
    let day = facts.date(day);
    let time = rng.pick(&["8:00 AM", "9:00AM", "11:30 AM", "1:00 PM"]);
    s.bold(9.0, 60.0, y, "APPLICATION SUPPORT CENTER");
    s.bold(9.0, 330.0, y, "DATE AND TIME OF APPOINTMENT");
    stack(
        &mut s,
        9.5,
        (60.0, y + 14.0),
        250.0,
        &place.map(str::to_owned),
    );
    if rng.chance(0.5) {
        s.plain(10.0, 330.0, y + 14.0, &day);
        s.plain(10.0, 330.0, y + 27.0, time);
    } else {
        s.plain(10.0, 330.0, y + 14.0, &format!("ON: {day}"));
        s.plain(10.0, 330.0, y + 27.0, &format!("AT: {time}"));
    }
    truth.fields.appointment_date = Some(day);
    truth.fields.appointment_time = Some(time.to_owned());
    truth.fields.appointment_place = Some(place.join(", "));
    y += 78.0;
    let head = "WHEN YOU GO TO THE APPOINTMENT, BRING:";
    s.bold(9.0, 40.0, y, head);
    y += 14.0;
    for text in [
        "1. THIS APPOINTMENT NOTICE and",
        "2. PHOTO IDENTIFICATION. A passport, driver's license, national ID or military ID.",
        "Co-applicants get a notice of their own; do not bring them along under this one.",
    ] {
        y = s.paragraph(regular, 9.0, 48.0, y, 520.0, text) + 3.0;
    }
    if let Some((digits, print)) = &facts.counsel {
        let text = format!(
            "Copy to {}, attorney. Attorney's USCIS Online Account Number: {print}",
            case.attorney.0
        );
        y = s.paragraph(regular, 8.5, 40.0, y + 10.0, 532.0, &text);
        truth.prints_representative_account(digits);
    }
    if rng.chance(0.5) {
        let text = format!(
            "REQUEST FOR RESCHEDULING: call 800-375-5283. Slot {}.",
            rng.digits(12)
        );
        s.plain(8.5, 40.0, y + 14.0, &text);
    }
    barcode(&mut s, rng, (40.0, 716.0), &case.receipt);
    s.plain(8.5, 40.0, 748.0, &case.receipt);
    s.flush_right(regular, 7.5, 572.0, 764.0, &format!("Form {form} 04/01/19"));
    Drawing {
        sheets: vec![s],
        truth,
    }
}
