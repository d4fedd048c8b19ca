//! Appointment card in two columns with a ticket.
use super::words::{
    ACCOUNT_SHORT, Facts, Look, MONO, REP_ACCOUNT, SANS, address, cell, coded, date, perforation,
    shuffle, subject,
};
use crate::case::{Case, account};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Face;

/// Centers that take fingerprints: name, street, city.
const PLACES: [[&str; 3]; 4] = [
    [
        "USCIS TULSA",
        "4149 S 129TH E AVE STE 2",
        "TULSA OK 74134-5801",
    ],
    [
        "USCIS EL PASO",
        "10500 MONTWOOD DR STE A",
        "EL PASO TX 79935",
    ],
    [
        "USCIS FRESNO",
        "4893 E KINGS CANYON RD",
        "FRESNO CA 93727-3812",
    ],
    [
        "USCIS TAMPA",
        "9280 BAY PLAZA BLVD STE 713",
        "TAMPA FL 33619-4454",
    ],
];

/// Appointment: the when and where at the left, coded cells at the right, a ticket to bring.
pub(super) fn appointment_card(rng: &mut Rng, case: &Case) -> Drawing {
    let facts = Facts::draw(rng, case, 1);
    let family = rng.pick(&SANS);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..NoticeTruth::default()
    };
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    let data = Face::regular(rng.pick(&MONO));
    sheet.write(bold, 14.0, 36.0, 48.0, "ASC Appointment Notice");
    truth.fields.notice_type = Some("ASC Appointment Notice".into());
    sheet.flush_right(plain, 9.0, 576.0, 48.0, "Form I-797C");
    sheet.rule(36.0, 576.0, 56.0, 2.0);

    let person = subject(case);
    let name = person.name();
    let place = rng.pick(&PLACES);
    let day = date(facts.style, case.noticed.later(1, rng.between(1, 20)));
    let time = rng.pick(&["8:00 AM", "10:00 AM", "11:00 AM", "1:00 PM", "2:00 PM"]);

    // Left column.
    let mut y = 76.0;
    let heads = rng.pick(&[
        ["WHEN", "WHERE", "WHO"],
        [
            "Date and time of appointment",
            "Application Support Center",
            "Person to appear",
        ],
        ["Please come on", "Please come to", "Mailed to"],
    ]);
    sheet.write(bold, 8.5, 36.0, y, heads[0]);
    sheet.write(data, 12.0, 36.0, y + 16.0, &day);
    sheet.write(data, 12.0, 36.0, y + 32.0, time);
    y += 54.0;
    sheet.write(bold, 8.5, 36.0, y, heads[1]);
    y = address(&mut sheet, data, 9.5, (36.0, y + 14.0), &place) + 12.0;
    sheet.write(bold, 8.5, 36.0, y, heads[2]);
    address(
        &mut sheet,
        data,
        9.5,
        (36.0, y + 14.0),
        &[&name, &case.address[0], &case.address[1]],
    );
    truth.fields.addressee = Some(name.clone());
    truth.fields.appointment_date = Some(day.clone());
    truth.fields.appointment_time = Some(time.to_owned());
    truth.fields.appointment_place = Some(place.join(", "));

    // Right column.
    let look = Look {
        label: plain,
        value: data,
        small: 7.0,
        large: 9.5,
        weight: 0.6,
        under: rng.chance(0.4),
    };
    let a_number = if case.is_petition {
        &facts.other_a
    } else {
        &facts.a_number
    };
    let mut cells = vec![
        ("APPLICATION NUMBER".to_owned(), facts.receipt.clone()),
        ("NOTICE DATE".to_owned(), facts.noticed.clone()),
        ("CASE TYPE".to_owned(), case.form_code.to_owned()),
        ("SOCIAL SECURITY NUMBER".to_owned(), String::new()),
        (
            rng.pick(&["USCIS A#", "ALIEN NUMBER", "USCIS#"]).to_owned(),
            a_number.clone(),
        ),
        ("CODE".to_owned(), rng.pick(&["1", "2", "3"]).to_owned()),
        ("SERVICE CENTER".to_owned(), rng.letters(3)),
    ];
    if facts.has_cell() {
        let label = rng.pick(&[
            "ACCOUNT NUMBER",
            "USCIS ACCOUNT NUMBER",
            "ONLINE ACCOUNT NO.",
        ]);
        cells.push((label.to_owned(), facts.account_value("")));
    }
    let interpreter = rng.chance(0.5).then(|| account(rng));
    if interpreter.is_none() {
        cells.push(("SCHEDULING BATCH".to_owned(), rng.digits(12)));
    }
    shuffle(rng, &mut cells);
    for (at, (label, value)) in cells.iter().enumerate() {
        let left = 300.0 + (at % 2) as f32 * 138.0;
        let top = 68.0 + (at / 2) as f32 * 34.0;
        cell(
            &mut sheet,
            look,
            [left, top, left + 138.0, top + 34.0],
            label,
            value,
        );
    }
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&person.a_number);
    truth.fields.notice_date = Some(facts.noticed.clone());
    truth.fields.case_type = Some(case.form_code.to_owned());

    let mut y = 268.0;
    let mut texts = vec![
        "Bring this sheet and a photo identification. Come alone unless you need help. If you \
         do not come, we may hold the case abandoned."
            .to_owned(),
        "To ask for another day, call 800-375-5283 before the appointment, not after it."
            .to_owned(),
    ];
    if let Some(number) = &interpreter {
        texts.push(format!(
            "Interpreter announced: {} (interpreter's badge and vendor account number {number}).",
            case.attorney.0
        ));
    }
    if let Some(rep) = &facts.rep {
        let label = rng.pick(&REP_ACCOUNT);
        texts.push(format!("{label}: {rep}"));
    }
    for text in &texts {
        y = sheet.paragraph(plain, 10.0, 36.0, y, 540.0, text) + 7.0;
    }
    facts.note_accounts(case, &mut truth);
    sheet.frame([36.0, 410.0, 290.0, 520.0], 0.6);
    sheet.plain(7.5, 42.0, 422.0, "BIOMETRICS PROCESSING STAMP");
    sheet.plain(8.0, 42.0, 464.0, "ASC SITE CODE: ____________");
    sheet.plain(
        8.0,
        42.0,
        486.0,
        "QA REVIEW BY: ____________ ON ____________",
    );
    coded(&mut sheet, rng, (340.0, 440.0), 36.0, &case.receipt);

    let words = "TICKET - HAND THIS PART TO THE OFFICER AT THE DOOR";
    perforation(&mut sheet, 590.0, words);
    sheet.write(bold, 11.0, 36.0, 614.0, &person.listed());
    sheet.plain(10.0, 36.0, 632.0, &format!("{day}, {time}, {}", place[0]));
    sheet.plain(
        10.0,
        36.0,
        648.0,
        &format!("{} / {a_number}", facts.receipt),
    );
    if facts.has_cell() && rng.chance(0.5) {
        let line = format!("{}: {}", rng.pick(&ACCOUNT_SHORT), facts.account_value(""));
        sheet.plain(10.0, 36.0, 664.0, &line);
    }
    sheet.plain(7.5, 36.0, 764.0, "Form I-797C 04/01/19 Y");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
