//! Local offices: an interview memorandum.

use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::flow;
use super::words::{self, Facts};

/// A field office's interview memorandum with a sheet of the people who must come.
pub(super) fn interview(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 11);
    let family = rng.pick(&[Family::LiberationSans, Family::Times, Family::DejaVuSans]);
    let size = if family == Family::DejaVuSans {
        8.6
    } else {
        10.0
    };
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let (place, street, city) = words::office(rng);
    let noticed = facts.dates.print(case.noticed);
    let name = facts.name(&case.filer);
    words::filer_truth(case, &mut truth, &name);
    let kind = rng.pick(&[
        "Interview Notice",
        "Request for Applicant to Appear for Interview",
    ]);
    truth.fields.notice_type = Some(kind.to_owned());
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.prints_receipt(&case.receipt);
    sheet.bold(12.0, 66.0, 56.0, &format!("USCIS {place} Field Office"));
    sheet.plain(9.0, 66.0, 69.0, &format!("{street}, {city}"));
    sheet.bold(14.0, 66.0, 100.0, kind);
    if rng.chance(0.4) {
        truth.form = "I-797C".to_owned();
        let face = Face::regular(family);
        sheet.flush_right(face, 9.0, 546.0, 56.0, "I-797C, Notice of Action");
    }
    let mut memo = vec![
        (words::role(case).to_uppercase(), name),
        ("NOTICE DATE".to_owned(), noticed),
        ("FORM".to_owned(), case.form_code.to_owned()),
        ("RECEIPT #".to_owned(), facts.receipt.clone()),
    ];
    if facts.has_label() {
        facts.account_truth(case, &mut truth);
        let label = rng.pick(&["ONLINE ACCOUNT #", "USCIS ACCT. #", "ACCOUNT NUMBER"]);
        memo.push((label.to_owned(), facts.shown().to_owned()));
    }
    truth.prints_a_number(&case.filer.a_number);
    let number = case::printed_a_number(rng, &case.filer.a_number);
    memo.insert(rng.between(1, 4) as usize, ("A-FILE".to_owned(), number));
    let below = rng.chance(0.4);
    let mut y = 124.0;
    if below {
        for row in memo.chunks(3) {
            for (column, (label, value)) in row.iter().enumerate() {
                let x = 66.0 + 162.0 * column as f32;
                sheet.plain(size, x, y, value);
                sheet.rule(x, x + 148.0, y + 4.0, 0.4);
                sheet.plain(7.0, x, y + 12.0, label);
            }
            y += 34.0;
        }
    } else {
        for (label, value) in &memo {
            sheet.bold(8.5, 66.0, y, &format!("{label}:"));
            sheet.plain(size, 176.0, y, value);
            y += 15.0;
        }
    }
    y += 10.0;
    y = interview_text(rng, case, &facts, &mut sheet, &mut truth, (y, size));
    interview_people(rng, case, &facts, &mut sheet, &mut truth, (y + 8.0, size));
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// When and where.
fn interview_text(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    sheet: &mut Sheet,
    truth: &mut NoticeTruth,
    (top, size): (f32, f32),
) -> f32 {
    let (place, street, city) = words::office(rng);
    let when = facts.dates.print(case.noticed.later(1, rng.between(2, 25)));
    let hour = rng.between(1, 3);
    let time = format!("{hour}:{} PM", rng.pick(&["00", "30", "45"]));
    truth.fields.appointment_date = Some(when.clone());
    truth.fields.appointment_time = Some(time.clone());
    truth.fields.appointment_place = Some(format!("USCIS {place}, {street}, {city}"));
    let lead = "Please come to the office below for an interview. The officer will ask about your \
                form and look at your original papers. Plan for two hours.";
    let mut y = flow::rich(sheet, size, 66.0, top, 480.0, lead) + 8.0;
    let left = rng.pick(&[66.0, 150.0]);
    sheet.frame([left, y - 6.0, left + 330.0, y + 64.0], 1.0);
    let rows = [
        ("ON:", when),
        ("AT:", time),
        ("PLACE:", format!("USCIS {place}")),
        ("", street.to_owned()),
        ("", city.to_owned()),
    ];
    y += 7.0;
    for (label, value) in &rows {
        sheet.bold(9.0, left + 12.0, y, label);
        sheet.plain(9.0, left + 60.0, y, value);
        y += 12.5;
    }
    y + 20.0
}

/// The list of the people who must come, with the numbers of those who help.
fn interview_people(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    sheet: &mut Sheet,
    truth: &mut NoticeTruth,
    (top, size): (f32, f32),
) {
    sheet.bold(11.0, 66.0, top, "Who should be in the room");
    let mut y = top + 18.0;
    let mut people = vec!["*You.* Bring this page and a photo card.".to_owned()];
    if case.is_petition {
        let name = facts.name(&case.beneficiary);
        people.push(format!(
            "*The beneficiary,* {name}, if in the United States."
        ));
        truth.fields.beneficiary = Some(name);
    }
    if rng.chance(0.6) {
        let helper = Person::draw(rng);
        let digits = case::account(rng);
        people.push(format!(
            "*An interpreter.* You named {}. Interpreter's USCIS online account number, as given \
             on Form G-1256: {}",
            words::title(&helper.name()),
            words::tie(&case::printed_account(rng, &digits))
        ));
    }
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(truth);
        people.push(format!(
            "*Your attorney,* {} (attorney's USCIS online account number {}).",
            words::title(&case.attorney.0),
            words::tie(printed)
        ));
    }
    if rng.chance(0.6) {
        let text = "*A witness,* if you named one. Witnesses wait outside until they are called.";
        people.push(text.to_owned());
    }
    if rng.chance(0.5) {
        let start = rng.below(people.len());
        people.rotate_left(start);
    }
    for text in &people {
        sheet.frame([66.0, y - 7.0, 74.0, y + 1.0], 0.6);
        y = flow::rich(sheet, size, 84.0, y, 462.0, text) + 5.0;
    }
    let text = format!(
        "Can't come? Call {} and leave your receipt number. Parking is at your cost. The meter \
         takes permit {}.",
        words::phone(rng),
        words::tie(&words::tracking(rng))
    );
    y = flow::rich(sheet, size, 66.0, y + 10.0, 480.0, &text) + 6.0;
    for text in words::boiler(rng, 3) {
        y = flow::rich(sheet, size, 66.0, y, 480.0, text) + 5.0;
    }
}
