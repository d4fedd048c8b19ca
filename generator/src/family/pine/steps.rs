//! Plain-language appointments: numbered steps with a rail of side notes, and questions and
//! answers.

use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::flow;
use super::words::{self, Facts};

/// A fingerprint appointment in four steps, the numbers in a gray rail.
pub(super) fn steps(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 12);
    let family = rng.pick(&[
        Family::Helvetica,
        Family::FreeSans,
        Family::LiberationSansNarrow,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let heading = rng.pick(&["ASC Appointment Notice", "Biometrics Appointment Notice"]);
    truth.fields.notice_type = Some(heading.to_owned());
    let rail_right = rng.chance(0.5);
    let (rail, main) = if rail_right {
        (410.0, 48.0)
    } else {
        (40.0, 222.0)
    };
    sheet.bold(19.0, main, 64.0, heading);
    if rng.chance(0.8) {
        truth.form = "I-797C".to_owned();
        let x = main;
        sheet.plain(9.0, x, 78.0, "Form I-797C, Notice of Action");
    }
    let when = facts.dates.print(case.noticed.later(1, rng.between(1, 20)));
    let hour = rng.between(8, 11);
    let time = format!("{hour}:{} AM", rng.pick(&["00", "15", "30", "45"]));
    let (place, street, city) = words::office(rng);
    truth.fields.appointment_date = Some(when.clone());
    truth.fields.appointment_time = Some(time.clone());
    truth.fields.appointment_place = Some(format!("USCIS {place}, {street}, {city}"));

    let measure = 342.0;
    let mut y = 112.0;
    let step = |sheet: &mut Sheet, number: usize, text: &str, y: f32| {
        sheet.fill([main, y - 12.0, main + 17.0, y + 5.0], 0.2);
        let white = Face::bold(family);
        sheet.write_shaded(white, 11.0, main + 5.5, y + 1.0, &number.to_string(), 1.0);
        sheet.bold(12.0, main + 25.0, y, text);
        y + 18.0
    };
    y = step(&mut sheet, 1, "Put the appointment in your calendar", y);
    let lines = [
        ("Date", when.clone()),
        ("Time", time.clone()),
        ("Place", format!("USCIS {place}")),
        ("", street.to_owned()),
        ("", city.to_owned()),
    ];
    for (label, value) in &lines {
        sheet.bold(10.0, main + 25.0, y, label);
        sheet.plain(10.0, main + 75.0, y, value);
        y += 14.0;
    }
    y += 12.0;
    y = step(&mut sheet, 2, "Bring these papers", y);
    for text in [
        "This notice, all pages.",
        "Your passport, or another photo card that is still valid.",
        "The letters from us that show your numbers, if you have them.",
    ] {
        sheet.fill([main + 26.0, y - 6.0, main + 32.0, y], 0.2);
        y = flow::rich(&mut sheet, 10.0, main + 38.0, y, measure - 38.0, text) + 2.0;
    }
    y += 12.0;
    y = step(&mut sheet, 3, "Check what we know about you", y);
    let name = facts.name(&case.filer);
    words::filer_truth(case, &mut truth, &name);
    truth.fields.case_type = Some(case.form_code.to_owned());
    let known = [
        (words::role(case), name),
        (
            "Case type",
            format!("{} {}", case.form_code, words::title(case.title)),
        ),
        ("Date of birth", facts.dates.print(case.filer.born)),
    ];
    for (label, value) in &known {
        sheet.plain(8.0, main + 25.0, y, label);
        let end = flow::rich(&mut sheet, 10.0, main + 100.0, y, measure - 100.0, value);
        sheet.rule(main + 25.0, main + measure, end - 7.0, 0.3);
        y = end + 5.0;
    }
    y += 12.0;
    y = step(&mut sheet, 4, "If you can't come on that day", y);
    let late = format!(
        "Call 800-375-5283 before the appointment. The test center's own line is {}; it can't \
         change dates. If you miss the day without a word, we may treat your {} as abandoned.",
        words::phone(rng),
        words::filing(case)
    );
    y = flow::rich(&mut sheet, 10.0, main + 25.0, y, measure - 25.0, &late) + 10.0;
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(&mut truth);
        let text = format!(
            "Your representative {} gets a copy (attorney online account no. {}).",
            words::title(&case.attorney.0),
            words::tie(printed)
        );
        flow::rich(&mut sheet, 9.0, main + 25.0, y, measure - 25.0, &text);
    }
    let noticed = facts.dates.print(case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    truth.prints_receipt(&case.receipt);
    steps_rail(rng, case, &facts, &mut sheet, &mut truth, (rail, &noticed));
    let bottom = if rail_right { 48.0 } else { main };
    flow::barcode(
        &mut sheet,
        Symbology::Code128,
        bottom,
        722.0,
        22.0,
        &case.receipt,
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The gray rail: notes and numbers.
fn steps_rail(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    sheet: &mut Sheet,
    truth: &mut NoticeTruth,
    (left, noticed): (f32, &str),
) {
    sheet.fill([left, 40.0, left + 164.0, 752.0], 0.92);
    let x = left + 12.0;
    sheet.bold(11.0, x, 62.0, "Side notes");
    let mut notes = vec![
        ("Receipt number", facts.receipt.clone(), "This one case."),
        ("Notice date", noticed.to_owned(), "The day we wrote this."),
    ];
    if rng.chance(0.85) {
        truth.prints_a_number(&case.filer.a_number);
        let label = rng.pick(&["USCIS A#", "A-Number", "Alien Registration No."]);
        let number = case::printed_a_number(rng, &case.filer.a_number);
        notes.push((label, number, "Your file. The officer will ask for it."));
    }
    if facts.has_label() {
        facts.account_truth(case, truth);
        let label = rng.pick(&[
            "Account number",
            "Online account number (OAN)",
            "Your account at my.uscis.gov, number",
            "USCIS online account number, if we know it",
        ]);
        notes.insert(
            rng.below(notes.len() + 1),
            (
                label,
                facts.account.clone(),
                "Twelve digits. Not the A-Number and not this case.",
            ),
        );
    }
    let code = rng.pick(&["1", "2", "3"]);
    notes.push(("Code", code.to_owned(), "For the staff at the center."));
    let behind = rng.chance(0.35);
    let mut y = 86.0;
    for (label, value, note) in &notes {
        if behind {
            sheet.bold(10.0, x, y, value);
            y = flow::rich(sheet, 8.0, x, y + 12.0, 140.0, &format!("^ {label}"));
        } else {
            y = flow::rich(sheet, 8.0, x, y, 140.0, label) + 3.0;
            sheet.bold(10.0, x, y, value);
            y += 12.0;
        }
        y = flow::rich(sheet, 7.2, x, y + 1.0, 140.0, note) + 4.0;
        sheet.rule(x, left + 152.0, y - 4.0, 0.4);
        y += 12.0;
    }
    let aside = "Didn't get fingerprints before? It takes about 20 minutes and doesn't hurt. \
                 Phones must be switched off in the room.";
    flow::rich(sheet, 8.5, x, y + 8.0, 140.0, aside);
}

/// A notice in questions and answers.
pub(super) fn questions(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 13);
    let family = rng.pick(&[
        Family::FreeSerif,
        Family::DejaVuSans,
        Family::LiberationSans,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let size = if family == Family::DejaVuSans {
        8.8
    } else {
        10.0
    };
    let (place, street, city) = words::office(rng);
    sheet.bold(10.0, 60.0, 50.0, "USCIS");
    let sender = format!("{place} Field Office, {street}, {city}");
    sheet.plain(8.5, 60.0, 62.0, &sender);
    let noticed = facts.dates.print(case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    let label = rng.pick(&["Date of notice: ", "Notice date: ", "Written on: "]);
    sheet.plain(9.5, 60.0, 92.0, &format!("{label}{noticed}"));
    let addressee = facts.name(&case.filer);
    truth.fields.addressee = Some(addressee.clone());
    for (row, line) in [&addressee, &case.address[0], &case.address[1]]
        .iter()
        .enumerate()
    {
        sheet.plain(9.5, 60.0, 116.0 + 12.0 * row as f32, line);
    }
    sheet.bold(17.0, 60.0, 178.0, "Your questions, our answers");
    let list = question_list(rng, case, &facts, &mut truth);
    let ruled = rng.chance(0.5);
    let stacked = rng.chance(0.3);
    let mut y = 204.0;
    for (question, answer) in &list {
        if stacked {
            let text = format!("*{question}*");
            y = flow::rich(&mut sheet, size, 60.0, y, 492.0, &text);
            y = flow::rich(&mut sheet, size, 78.0, y, 474.0, answer) + 7.0;
            continue;
        }
        let text = format!("*{question}*");
        let one = flow::rich(&mut sheet, size, 60.0, y, 150.0, &text);
        let two = flow::rich(&mut sheet, size, 226.0, y, 326.0, answer);
        y = one.max(two) + 8.0;
        if ruled {
            sheet.rule(60.0, 552.0, y - size - 5.0, 0.3);
        }
    }
    sheet.plain(
        8.0,
        60.0,
        748.0,
        "Do not send us this page. It does not grant any status.",
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Questions and their answers.
fn question_list(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let pair = |a: &str, b: String| (a.to_owned(), b);
    let what = words::filing(case);
    let mut list = Vec::new();
    truth.fields.notice_type = Some("Receipt Notice".to_owned());
    truth.fields.case_type = Some(case.form_code.to_owned());
    let received = facts.dates.print(case.received);
    truth.fields.received_date = Some(received.clone());
    list.push(pair(
        "What is this?",
        format!("A Receipt Notice. We received your {what}."),
    ));
    list.push(pair(
        "Which form did I send?",
        format!("Form {}, {}.", case.form_code, words::title(case.title)),
    ));
    list.push(pair(
        "When did it arrive? (received date)",
        words::tie(&received),
    ));
    truth.prints_receipt(&case.receipt);
    list.push(pair(
        rng.pick(&[
            "What is my receipt number?",
            "Under which number is my case kept?",
        ]),
        format!("Your receipt number is *{}*.", words::tie(&facts.receipt)),
    ));
    facts.account_truth(case, truth);
    let number = words::tie(&facts.account);
    let mut account = Vec::new();
    match facts.cell {
        AccountCell::Filled => {
            let answer = match rng.below(4) {
                0 => format!("It is *{number}*. Please don't mix it up with your A-Number."),
                1 => number.clone(),
                2 => format!(
                    "People ask us this every day. Yours is {number}; numbers such as 123412341234 \
                     on our posters are only examples."
                ),
                _ => format!("On our records: *{number}* (twelve digits)."),
            };
            account.push(pair("What is my USCIS online account number?", answer));
        }
        AccountCell::Blank => {
            let answer = rng.pick(&[
                "Your USCIS online account number:~______________",
                "Your online account number is ______________ (left empty if we have none).",
                "Online account number: none on record.",
            ]);
            account.push(pair(
                "What is my USCIS online account number?",
                answer.to_owned(),
            ));
        }
        AccountCell::Absent if rng.chance(0.4) => account.push(pair(
            "Can I follow my case on the web?",
            "Yes, at egov.uscis.gov, with the receipt number. You need no account for that.".into(),
        )),
        AccountCell::Absent => {}
    }
    if rng.chance(0.8) {
        truth.prints_a_number(&case.filer.a_number);
        let number = words::tie(&case::printed_a_number(rng, &case.filer.a_number));
        let at = rng.below(2) * account.len();
        account.insert(at, pair("And my A-Number?", format!("{number}.")));
    }
    list.extend(account);
    let paid = words::dollars(rng);
    truth.fields.amount = Some(paid.clone());
    list.push(pair(
        "What did I pay?",
        format!(
            "Amount received: {paid}. Your bank may list the payment under its own account and \
             trace numbers, such as {}.",
            words::tie(&words::tracking(rng))
        ),
    ));
    if let Some((printed, _)) = &facts.agent {
        facts.agent_truth(truth);
        list.push(pair(
            "Who speaks for me?",
            format!(
                "{}, of {}. The USCIS online account number of this lawyer is {}.",
                words::title(&case.attorney.0),
                words::title(&case.attorney.1).replace("Llp", "LLP"),
                words::tie(printed)
            ),
        ));
    }
    list.push(pair(
        "What must I do now?",
        "Nothing yet. Tell us within 10 days if you move. We write to you if we need more.".into(),
    ));
    list.push(pair(
        "Whom can I call?",
        "800-375-5283 (TTY 800-767-1833), Monday to Friday.".into(),
    ));
    list
}
