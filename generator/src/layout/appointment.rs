//! Layouts 3 and 4: appointments for biometrics, and for interviews or oath ceremonies.

use super::draft::Draft;
use super::table::{self, Cell};
use super::words::Topic;
use crate::rng::Rng;

/// Draws the biometrics appointment with its `ACCOUNT NUMBER` field next to the A-Number.
pub fn draw_biometrics(rng: &mut Rng, draft: &mut Draft) {
    draft.style.capital_labels = true;
    draft.header(
        rng,
        "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.",
    );
    let kind = draft.notice_type("ASC Appointment Notice");
    let receipt = draft.receipt(rng);
    let application = rng.pick(&[
        "Application Number",
        "Application/Petition/Request Number",
        "Application Receipt Number",
    ]);
    let first = vec![
        Cell::new(&kind, "", 1.2),
        Cell::new(application, &receipt, 1.6),
        Cell::new("Notice Date", &draft.noticed(), 0.9),
    ];
    let second = vec![
        Cell::new("Case Type", &draft.case_type(rng), 1.9),
        Cell::new(
            "Social Security Number",
            &if rng.chance(0.3) {
                format!("9{}-{}-{}", rng.digits(2), rng.digits(2), rng.digits(4))
            } else {
                String::new()
            },
            1.0,
        ),
    ];
    let label = if rng.chance(0.7) {
        Some("Account Number")
    } else {
        None
    };
    let mut third = Vec::new();
    let account = draft.account_cell(rng, label, 1.1);
    let label = rng.pick(&["USCIS A#", "USCIS A#", "A-Number", "Alien Number", "A#"]);
    let a_number = draft.a_number_cell(rng, Some(label), 0.9);
    if rng.chance(0.6) {
        third.extend(account);
        third.push(a_number);
    } else {
        third.push(a_number);
        third.extend(account);
    }
    third.push(Cell::new("Code", rng.pick(&["1", "2", "3", "123"]), 0.4));
    third.push(Cell::new(
        "Service Center",
        rng.pick(&["NBC", "NSC", "TSC", "VSC"]),
        0.7,
    ));
    third.push(Cell::new("Page", &draft.page_words(), 0.5));
    let style = draft.style.clone();
    let top = draft.y;
    draft.y = table::draw(draft.sheet(), &style, top, &[first, second, third]);
    draft.address(rng, &[]);
    draft.body(rng, Topic::Appointment, 2);
    let [_, city] = draft.case.address.clone();
    place(
        rng,
        draft,
        "Application Support Center",
        &format!("USCIS {city}"),
    );
    draft.body(rng, Topic::Appointment, 3);
    draft.look_alikes(rng, 2);
    draft.foot(rng);
    draft.further_pages(rng, Topic::Appointment);
}

/// The box with place and time.
fn place(rng: &mut Rng, draft: &mut Draft, label: &str, name: &str) {
    let day = draft.case.noticed.later(1, rng.between(0, 20));
    let hour = format!(
        "{:02}:{}AM",
        rng.between(8, 11),
        rng.pick(&["00", "15", "30"])
    );
    let time = format!("{}  {hour}", day.numeric());
    let street = format!("{} FEDERAL PLAZA", rng.between(10, 990));
    let [_, city] = draft.case.address.clone();
    let fields = &mut draft.truth.fields;
    fields.appointment_date = Some(day.numeric());
    fields.appointment_time = Some(hour);
    fields.appointment_place = Some(format!("{name}, {street}, {city}"));
    let row = vec![
        Cell::lines(label, &[name, &street, &city], 1.0),
        Cell::new("Date and Time of Appointment", &time, 1.0),
    ];
    let style = draft.style.clone();
    let top = draft.y + 4.0;
    draft.y = table::draw(draft.sheet(), &style, top, &[row]) + 4.0;
}

/// Draws the interview or oath notice.
pub fn draw_interview(rng: &mut Rng, draft: &mut Draft) {
    let oath = rng.chance(0.3);
    draft.header(rng, "");
    let receipt = draft.receipt(rng);
    let kind = draft.notice_type(if oath {
        "Naturalization Oath Ceremony"
    } else {
        "Interview Notice"
    });
    let mut first = vec![
        Cell::new("Request for Applicant to Appear", &kind, 1.4),
        Cell::new("Notice Date", &draft.noticed(), 0.9),
    ];
    if rng.chance(0.5) {
        first.push(Cell::new("Page", &draft.page_words(), 0.5));
    }
    let mut second = vec![
        Cell::new("Case Type", &draft.case_type(rng), 1.6),
        draft.a_number_cell(rng, None, 1.0),
    ];
    let mut third = vec![Cell::new(
        rng.pick(&["Receipt Number", "Application/Petition/Request Number"]),
        &receipt,
        1.2,
    )];
    third.push(Cell::new("Received Date", &draft.received(), 0.8));
    if let Some(cell) = draft.account_cell(rng, None, 1.3) {
        if rng.chance(0.5) {
            second.push(cell)
        } else {
            third.push(cell)
        }
    }
    let style = draft.style.clone();
    let top = draft.y;
    draft.y = table::draw(draft.sheet(), &style, top, &[first, second, third]);
    draft.address(rng, &[]);
    let [_, city] = draft.case.address.clone();
    place(
        rng,
        draft,
        "You are hereby notified to appear at",
        &format!("USCIS {city} FIELD OFFICE"),
    );
    draft.body(rng, Topic::Appointment, 4);
    draft.look_alikes(rng, 3);
    draft.foot(rng);
    draft.further_pages(rng, Topic::Appointment);
}
