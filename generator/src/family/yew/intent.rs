//! A notice of intent to deny with a caption like that of a court.

use super::page::Doc;
use super::prose::fill;
use super::words::{
    A_LABELS, LABELS, OFFICES, R_LABELS, asylum_receipt, day, gently, or_blank, own_account,
    relatives, representative, route, shuffle,
};
use crate::case::{Case, Person, account, printed_a_number, printed_account, printed_receipt};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A notice of intent to deny asylum.
pub(super) fn deny(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[
        Family::Times,
        Family::Courier,
        Family::LiberationSerif,
        Family::FreeSerif,
    ]);
    let mut doc = Doc::new(family, if family == Family::Courier { 9.4 } else { 10.6 });
    let (bold, regular, italic) = (doc.strong(), doc.regular(), Face::italic(family));
    let style = rng.below(4);
    let who = &case.filer;
    let (prefix, city, street, place) = rng.pick(&OFFICES);
    let receipt = asylum_receipt(rng, case, prefix);
    let printed = printed_receipt(rng, &receipt);
    let number = printed_a_number(rng, &who.a_number);
    truth.prints_receipt(&receipt);
    truth.prints_a_number(&who.a_number);
    truth.fields.notice_type = Some("Notice of Intent to Deny".into());
    doc.head = format!("In the matter of {}", who.name());
    doc.middle(
        bold,
        11.0,
        "UNITED STATES CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    doc.middle(
        regular,
        10.0,
        &format!("{city} Asylum Office, {street}, {place}"),
    );
    doc.y += 12.0;

    let shown = own_account(rng, case, &mut truth);
    let in_caption = rng.chance(0.5);
    let mut facts = vec![
        format!("{}: {number}", rng.pick(&A_LABELS)),
        format!("{}: {printed}", rng.pick(&R_LABELS)),
        format!("Form I-589 / {}", route(rng)),
    ];
    if let (Some(value), true) = (&shown, in_caption) {
        facts.push(format!("{}: {}", rng.pick(&LABELS), or_blank(rng, value)));
    }
    shuffle(rng, &mut facts);
    let mut parties = vec![
        "In the matter of".to_owned(),
        who.name(),
        "Applicant,".to_owned(),
    ];
    let kin = relatives(rng, who);
    parties.push("and the members of the family".to_owned());
    for (_, person) in &kin {
        let number = printed_a_number(rng, &person.a_number);
        truth.prints_a_number(&person.a_number);
        parties.push(format!("{} ({number})", person.name()));
    }
    caption(&mut doc, &parties, &facts, rng.pick(&[")", ":", "|"]));
    doc.middle(
        bold,
        13.0,
        rng.pick(&["NOTICE OF INTENT TO DENY", "Notice of Intent to Deny"]),
    );
    doc.y += 4.0;
    let noticed = day(style, case.noticed);
    doc.prose(&format!(
        "{}: {noticed}",
        rng.pick(&["Notice Date", "Date of Notice"])
    ));
    truth.fields.notice_date = Some(noticed);
    truth.fields.case_type = Some("I-589".into());

    doc.prose(&format!(
        "The Service intends to deny the application for asylum that {} filed on {}. You were \
         interviewed by an asylum officer. For the reasons below it appears that you have not \
         shown that you are a refugee within the meaning of section 101(a)(42) of the Act.",
        gently(&who.name()),
        day(style, case.received)
    ));
    if let (Some(value), false) = (&shown, in_caption) {
        let label = rng.pick(&LABELS);
        doc.prose(&if value.is_empty() {
            format!("{label}: {}", or_blank(rng, ""))
        } else {
            match rng.below(2) {
                0 => format!(
                    "The record of the interview can be read in the account with {label} {value}, \
                     which was opened in your name."
                ),
                _ => format!("The application was filed online ({label}: {value})."),
            }
        });
    }
    let findings = [
        "Your testimony about the dates of your detention differs from the declaration that you \
         filed, and you could not explain the difference when you were asked about it.",
        "The harm that you described was not shown to be on account of race, religion, \
         nationality, membership in a particular social group, or political opinion.",
        "You did not file within one year of your last arrival, and the changed circumstances \
         that you named happened before that year began.",
        "You lived without harm in another part of your country for more than three years.",
    ];
    fill(&mut doc, rng, 0, 3);
    let mut order = findings;
    shuffle(rng, &mut order);
    for (n, finding) in order.iter().take(3).enumerate() {
        let mark = ["I", "II", "III"][n];
        doc.prose(&format!("{mark}. {finding}"));
    }
    let other = Person::draw(rng);
    let digits = account(rng);
    if rng.chance(0.6) {
        let number = printed_account(rng, &digits);
        doc.prose(&format!(
            "The witness {}, who is not in this case, gave the officer a USCIS account number of \
             the witness, {number}. It was struck from the record.",
            gently(&other.name())
        ));
    }
    let due = day(style, case.noticed.later(0, 16));
    doc.set(
        bold,
        doc.size,
        &match rng.below(3) {
            0 => format!("You may submit a rebuttal. It must be received no later than {due}."),
            1 => format!("Response Due: {due}"),
            _ => format!("Your response must be received in this office by {due}."),
        },
        9.0,
    );
    truth.fields.response_due = Some(due);
    doc.prose(
        "If you do not respond in time, the application will be decided on the record, and, if \
         you have no lawful status, it will be referred to an immigration judge.",
    );
    fill(&mut doc, rng, 1, 5);
    doc.room(70.0);
    doc.prose("For the Director,");
    doc.y += 12.0;
    doc.set(
        italic,
        doc.size,
        &format!("Supervisory Asylum Officer, {city}"),
        10.0,
    );
    if rng.chance(0.5) {
        let number = representative(rng, &mut truth);
        doc.set(
            regular,
            8.6,
            &format!(
                "cc: {}, {} (attorney's online account number: {number})",
                gently(&case.attorney.0),
                gently(&case.attorney.1)
            ),
            4.0,
        );
    }
    let sheets = doc.finish("Notice of Intent to Deny, asylum", rng.below(3));
    Drawing { sheets, truth }
}

/// A caption: the parties at the left of a column of marks, the numbers at its right.
fn caption(doc: &mut Doc, parties: &[String], facts: &[String], mark: &str) {
    let (face, bold, size, top) = (doc.regular(), doc.strong(), doc.size - 0.6, doc.y);
    let (left, middle) = (doc.left, doc.left + 240.0);
    let sheet = doc.sheet();
    let mut y = top;
    for (n, party) in parties.iter().enumerate() {
        let face = if n == 1 { bold } else { face };
        y = sheet.paragraph(face, size, left, y, 228.0, party) + 1.5;
    }
    let mut at = top;
    for fact in facts {
        at = sheet.paragraph(face, size, middle + 16.0, at, 236.0, fact) + 5.0;
    }
    let end = y.max(at);
    let step = size * 1.3;
    for n in 0..((end - top) / step) as usize {
        sheet.write(face, size, middle, top + n as f32 * step, mark);
    }
    sheet.rule(left, middle - 4.0, end, 0.7);
    doc.y = end + 26.0;
}
