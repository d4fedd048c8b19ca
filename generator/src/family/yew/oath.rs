//! Naturalization: a call to the oath ceremony with comb boxes, and the results of an interview.

use super::page::{Doc, bars};
use super::prose::fill;
use super::words::{
    A_LABELS, LABELS, R_LABELS, day, gently, hour, or_blank, own_account, representative, route,
    shuffle,
};
use crate::case::{Case, printed_a_number, printed_receipt};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Where oaths are taken.
const HALLS: [[&str; 3]; 4] = [
    [
        "Riverside Municipal Auditorium",
        "400 Civic Mall",
        "Tampa FL 33602",
    ],
    [
        "Memorial Hall, Main Floor",
        "12 Old Courthouse Square",
        "Lowell MA 01852",
    ],
    [
        "Federal Building, Ceremony Room B",
        "2300 Prairie Avenue",
        "Omaha NE 68102",
    ],
    [
        "Convention Annex, Door 4",
        "77 Granite Way",
        "Spokane WA 99201",
    ],
];

/// A call to an oath ceremony; the numbers stand in combs, one character a box.
pub(super) fn ceremony(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
    ]);
    let mut doc = Doc::new(family, 9.8);
    let (bold, regular) = (doc.strong(), doc.regular());
    let style = rng.below(4);
    let who = &case.filer;
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&who.a_number);
    if rng.chance(0.4) {
        truth.form = "I-797C".into();
        doc.set(regular, 9.0, "Form I-797C, Notice of Action", 6.0);
    }
    doc.middle(
        bold,
        15.0,
        rng.pick(&[
            "Notice of Naturalization Oath Ceremony",
            "NATURALIZATION OATH CEREMONY",
            "You are invited to take the Oath of Allegiance",
        ]),
    );
    doc.y += 8.0;
    let gap = rng.chance(0.5);
    let mut combs = vec![
        (
            rng.pick(&A_LABELS),
            who.a_number.clone(),
            who.a_number.len(),
        ),
        (
            rng.pick(&["Application ID#", "Receipt Number", "N-400 Receipt No."]),
            case.receipt.clone(),
            13,
        ),
        ("Ceremony Code", rng.digits(5), 5),
    ];
    if let Some(value) = own_account(rng, case, &mut truth) {
        let digits = if value.is_empty() {
            value
        } else {
            case.account.clone()
        };
        combs.push((rng.pick(&LABELS), digits, 12));
    }
    shuffle(rng, &mut combs);
    for (label, value, boxes) in &combs {
        comb(&mut doc, label, value, *boxes, gap);
    }
    doc.y += 4.0;
    let noticed = day(style, case.noticed);
    doc.prose(&format!("Notice Date: {noticed}"));
    truth.fields.notice_date = Some(noticed);
    let mut address = vec![who.name()];
    address.extend(case.address.iter().cloned());
    doc.lines(regular, &address);
    truth.fields.addressee = Some(who.name());

    let when = day(style, case.noticed.later(0, rng.between(14, 27)));
    let (time, hall) = (hour(rng), rng.pick(&HALLS));
    doc.prose("You are hereby notified to appear for a Naturalization Oath Ceremony:");
    let place = hall.iter().map(|&line| (String::new(), line.to_owned()));
    let mut lines = vec![
        ("ON:".to_owned(), when.clone()),
        ("AT:".to_owned(), time.clone()),
    ];
    if rng.chance(0.5) {
        lines = vec![
            ("Date:".to_owned(), when.clone()),
            ("Time:".to_owned(), time.clone()),
        ];
    }
    let from = lines.len();
    lines.extend(place);
    lines[from].0 = rng
        .pick(&["PLACE:", "Please come to:", "Where:"])
        .to_owned();
    doc.ledger(96.0, &lines, "");
    truth.fields.appointment_date = Some(when);
    truth.fields.appointment_time = Some(time);
    truth.fields.appointment_place = Some(hall.join(", "));
    doc.prose(
        "Please bring this letter, your Permanent Resident Card and every travel document that \
         the Service has issued to you. Proper attire is required. The ceremony lasts about two \
         hours. Guests may be seated until the doors close.",
    );
    let asks = [
        "Have you married, or been widowed, separated or divorced?",
        "Have you traveled outside the United States?",
        "Have you been cited, arrested or charged?",
        "Have you joined any organization?",
    ];
    doc.set(bold, 9.8, "AFTER the date of your interview:", 3.0);
    for (n, ask) in asks.iter().enumerate() {
        doc.room(16.0);
        let y = doc.y;
        doc.sheet()
            .write(regular, 9.2, 66.0, y, &format!("{}. {ask}", n + 1));
        doc.sheet()
            .flush_right(regular, 9.2, 548.0, y, "[ ] Yes   [ ] No");
        doc.y += 14.0;
    }
    doc.y += 6.0;
    doc.prose(&format!(
        "Flag and photo orders are handled by the vendor: order number {}, telephone \
         {}-{}-{}. The vendor does not need your A-Number.",
        rng.digits(12),
        rng.between(201, 989),
        rng.between(200, 989),
        rng.digits(4)
    ));
    doc.bottom = 700.0;
    fill(&mut doc, rng, 0, 3);
    bars(doc.sheet(), rng, (60.0, 714.0), &case.receipt);
    let sheets = doc.finish(&route(rng), rng.below(3));
    Drawing { sheets, truth }
}

/// Draws a label and a comb of boxes behind it, filled from the left.
fn comb(doc: &mut Doc, label: &str, value: &str, boxes: usize, gap: bool) {
    let (face, regular, y, left) = (doc.strong(), doc.regular(), doc.y, doc.left);
    let x = left + 236.0;
    let step = if gap { 18.0 } else { 16.0 };
    let sheet = doc.sheet();
    sheet.paragraph(regular, 9.0, left, y + 11.0, 226.0, label);
    for n in 0..boxes {
        let at = x + n as f32 * step;
        sheet.frame([at, y, at + 16.0, y + 16.0], 0.5);
        if let Some(letter) = value.get(n..=n) {
            sheet.centred(face, 10.5, at + 8.0, y + 11.8, letter);
        }
    }
    doc.y += 25.0;
}

/// The results of a naturalization interview, as questions and answers with check boxes.
pub(super) fn results(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[
        Family::FreeSans,
        Family::LiberationSerif,
        Family::DejaVuSans,
    ]);
    let mut doc = Doc::new(family, 9.2);
    let (bold, regular) = (doc.strong(), doc.regular());
    let style = rng.below(4);
    let who = &case.filer;
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&who.a_number);
    truth.fields.case_type = Some("N-400".into());
    doc.set(bold, 13.0, "Naturalization Interview Results", 0.0);
    doc.set(regular, 9.0, "N-400, Application for Naturalization", 8.0);
    doc.line(2.0);
    doc.y += 16.0;
    let noticed = day(style, case.noticed);
    let due = day(style, case.noticed.later(1, rng.between(0, 6)));
    let officer = format!("{} {}", rng.pick(&["ISO", "Officer"]), rng.digits(4));
    let language = rng.pick(&["passed", "did not pass"]);
    let mut items: Vec<(String, String)> = vec![
        (
            "Who was interviewed?".into(),
            format!("{} (applicant)", who.listed()),
        ),
        (
            format!("What is the applicant's {}?", rng.pick(&A_LABELS)),
            printed_a_number(rng, &who.a_number),
        ),
        (
            format!("Which {} is this?", rng.pick(&R_LABELS)),
            printed_receipt(rng, &case.receipt),
        ),
        ("Who conducted the interview?".into(), officer),
        (
            "Test of English and civics".into(),
            format!("The applicant {language} the test."),
        ),
        ("Is a disability exception on file?".into(), "No".into()),
    ];
    match own_account(rng, case, &mut truth) {
        Some(value) if value.is_empty() => {
            let answer = or_blank(rng, "");
            let ask = rng.pick(&[
                "USCIS Online Account Number, if any?",
                "What is the applicant's USCIS Online Account Number?",
            ]);
            items.push((ask.into(), answer));
        }
        Some(value) => {
            let (ask, answer) = match rng.below(3) {
                0 => (
                    "What is the applicant's USCIS Online Account Number?",
                    value,
                ),
                1 => (
                    "Under which USCIS account number was the N-400 filed?",
                    value,
                ),
                _ => {
                    let tail = "(read back to the applicant)";
                    (
                        "USCIS Online Account Number, if any?",
                        format!("{value} {tail}"),
                    )
                }
            };
            items.push((ask.into(), answer));
        }
        None if rng.chance(0.6) => {
            items.push((
                "How was the N-400 filed?".into(),
                "On paper, by mail".into(),
            ));
        }
        None => {}
    }
    if rng.chance(0.6) {
        let number = representative(rng, &mut truth);
        items.push((
            "Was a representative present, and what is the representative's USCIS account number?"
                .into(),
            format!("Yes, {}; {number}", gently(&case.attorney.0)),
        ));
    } else {
        items.push(("Was a representative present?".into(), "No".into()));
    }
    shuffle(rng, &mut items);
    let numbered = rng.chance(0.6);
    for (n, (ask, _)) in items.iter_mut().enumerate() {
        if numbered {
            *ask = format!("{}. {ask}", n + 1);
        }
    }
    if rng.chance(0.5) {
        doc.ledger(240.0, &items, "");
    } else {
        let mut rows = vec![vec!["Question".to_owned(), "Answer of record".to_owned()]];
        rows.extend(items.into_iter().map(|(ask, answer)| vec![ask, answer]));
        doc.table(9.0, &[262.0, 230.0], &rows, rng.pick(&[1, 2]));
    }
    let marked = rng.below(3);
    let ends = [
        "You have been recommended for approval; you will be told of a ceremony.",
        "A decision cannot yet be made. Send the documents on the list by the date below.",
        "Your application is continued for a second test. You will be told of the date.",
    ];
    for (n, end) in ends.iter().enumerate() {
        let mark = if n == marked { "[X]" } else { "[  ]" };
        let y = doc.y;
        doc.sheet().write(bold, 9.2, 66.0, y, mark);
        doc.y = doc.sheet().paragraph(regular, 9.2, 92.0, y, 450.0, end) + 3.0;
    }
    doc.y += 8.0;
    if marked == 1 {
        doc.set(bold, 9.2, &format!("Response Due: {due}"), 8.0);
        truth.fields.response_due = Some(due);
    }
    doc.prose(
        "Do not send your account number, your A-Number or your Social Security number by \
         ordinary e-mail. An account number has 12 digits; an A-Number has at most 9.",
    );
    fill(&mut doc, rng, 1, 4);
    doc.room(60.0);
    doc.prose(&format!("Notice Date: {noticed}"));
    truth.fields.notice_date = Some(noticed);
    truth.fields.applicant = Some(who.listed());
    doc.y += 20.0;
    let y = doc.y;
    doc.sheet().rule(60.0, 250.0, y, 0.5);
    doc.sheet().rule(320.0, 552.0, y, 0.5);
    doc.y += 10.0;
    let y = doc.y;
    doc.sheet().write(
        Face::regular(family),
        7.5,
        60.0,
        y,
        "Signature of the officer",
    );
    doc.sheet().write(
        Face::regular(family),
        7.5,
        320.0,
        y,
        "Signature of the applicant, with date",
    );
    let sheets = doc.finish(&format!("Field office copy  {}", route(rng)), rng.below(3));
    Drawing { sheets, truth }
}
