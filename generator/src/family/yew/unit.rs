//! Humanitarian units: a request for evidence with footnotes, a petition to follow to join.

use super::page::Doc;
use super::prose::fill;
use super::words::{
    A_LABELS, COUNTRIES, LABELS, R_LABELS, day, gently, or_blank, own_account, relatives,
    representative, route, shuffle,
};
use crate::case::{Case, Person, account, printed_a_number, printed_account, printed_receipt};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A request for evidence in long prose; the account number stands in a footnote.
pub(super) fn evidence(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[Family::Times, Family::FreeSerif, Family::LiberationSerif]);
    let mut doc = Doc::new(family, rng.uniform(10.0, 11.0));
    let style = rng.pick(&[1, 1, 0, 3]);
    let (bold, italic) = (doc.strong(), Face::italic(family));
    let (code, title) = rng.pick(&[
        ("I-918", "Petition for U Nonimmigrant Status"),
        ("I-914", "Application for T Nonimmigrant Status"),
        (
            "I-360",
            "Petition for Amerasian, Widow(er), or Special Immigrant",
        ),
    ]);
    let who = &case.filer;
    let receipt = printed_receipt(rng, &case.receipt);
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&who.a_number);
    truth.fields.case_type = Some(code.into());
    truth.fields.notice_type = Some("Request for Evidence".into());
    doc.head = format!("{receipt}  -  Request for Evidence, continued");
    doc.set(bold, 11.0, "U.S. Citizenship and Immigration Services", 0.0);
    let unit = rng.pick(&[
        "T and U Visa Unit",
        "VAWA Unit",
        "Humanitarian Adjudications, Unit 4",
    ]);
    doc.set(italic, 10.0, unit, 14.0);
    let noticed = day(style, case.noticed);
    doc.prose(&noticed);
    truth.fields.notice_date = Some(noticed);
    let mut address = vec![who.name()];
    address.extend(case.address.iter().cloned());
    doc.lines(doc.regular(), &address);
    truth.fields.addressee = Some(who.name());

    let marks = rng.pick(&[
        ["[1]", "[2]", "[3]"],
        ["(1)", "(2)", "(3)"],
        ["*", "**", "***"],
    ]);
    if rng.chance(0.5) {
        truth.form = "I-797E".into();
        doc.set(bold, 11.0, "Form I-797E, Notice of Action", 2.0);
    }
    doc.set(
        bold,
        12.0,
        rng.pick(&["REQUEST FOR EVIDENCE", "Request for Evidence"]),
        8.0,
    );
    let number = printed_a_number(rng, &who.a_number);
    doc.prose(&format!(
        "RE: {}, {} {number}, Form {code}, {title}, {} {receipt}",
        who.listed(),
        rng.pick(&A_LABELS),
        rng.pick(&R_LABELS),
    ));
    doc.prose(&format!("Dear {}:", gently(&who.name())));
    doc.prose(&format!(
        "This office has reviewed your Form {code} and the evidence that came with it {}. The \
         evidence does not yet show that you are eligible. You are asked for the following \
         documents, in copies unless an original is named.",
        marks[0]
    ));
    let mut asks = [
        "a statement in your own words of the events, with dates and places as far as you \
         remember them, signed and dated;",
        "a certification by a law enforcement agency that was signed within six months before \
         you filed, or the reason why there is none;",
        "records of a clinic, a shelter or a counselor, if you have them; you need not name the \
         person who harmed you;",
        "a translation into English, with the translator's certificate, of each page in \
         another language.",
    ];
    shuffle(rng, &mut asks);
    for (n, ask) in asks.iter().take(3).enumerate() {
        doc.prose(&format!("{}. {ask}", n + 1));
    }
    let due = day(style, case.noticed.later(2, rng.between(20, 27)));
    doc.set(
        bold,
        doc.size,
        &match rng.below(3) {
            0 => format!("Your response must be received by this unit no later than {due}."),
            1 => format!("YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY {due}"),
            _ => format!("Response Due: {due}"),
        },
        10.0,
    );
    truth.fields.response_due = Some(due);
    doc.prose(&format!(
        "Send everything at one time, with this letter on top {}. If you do not respond in time, \
         the case may be found abandoned. Information about you is protected by 8 U.S.C. 1367, \
         and this office will not speak about it to another person {}.",
        marks[1], marks[2]
    ));
    fill(&mut doc, rng, 2, 7);
    doc.room(60.0);
    doc.prose("Sincerely,");
    doc.y += 14.0;
    doc.prose(&format!("Section Chief, {unit}"));
    doc.room(110.0);
    let y = doc.y;
    doc.sheet().rule(60.0, 200.0, y, 0.5);
    doc.y += 11.0;
    let other = account(rng);
    let small = doc.regular();
    let shown = own_account(rng, case, &mut truth);
    let label = rng.pick(&LABELS);
    let kept = match shown.as_deref() {
        Some("") => format!("{label}: {}", or_blank(rng, "")),
        Some(value) if rng.chance(0.5) => {
            format!("The evidence is kept under {label} {value}, which is the petitioner's own.")
        }
        Some(value) => format!("{label}: {value}. It was opened when the form was filed."),
        None => "The evidence is kept in a paper file, without an online account.".to_owned(),
    };
    doc.set(small, 8.4, &format!("{} {kept}", marks[0]), 2.0);
    doc.set(
        small,
        8.4,
        &format!(
            "{} Parcels: quote purchase order {} to the courier. Fax {}-{}-{}, ext. {}.",
            marks[1],
            rng.digits(12),
            rng.between(201, 989),
            rng.between(200, 989),
            rng.digits(4),
            rng.digits(2)
        ),
        2.0,
    );
    let last = if rng.chance(0.5) {
        format!(
            "The number {} is the USCIS online account number of the former spouse named in the \
             evidence; it is not yours, and you must not use it.",
            printed_account(rng, &other)
        )
    } else {
        let number = representative(rng, &mut truth);
        format!(
            "A copy goes to your representative, {}, whose attorney account number with USCIS is \
             {number}.",
            gently(&case.attorney.0)
        )
    };
    doc.set(small, 8.4, &format!("{} {last}", marks[2]), 2.0);
    let sheets = doc.finish(&format!("{} ({unit})", route(rng)), rng.below(3));
    Drawing { sheets, truth }
}

/// An approved petition for family members who follow to join, with a table of columns in groups.
pub(super) fn follow(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..NoticeTruth::default()
    };
    let family = rng.pick(&[
        Family::Helvetica,
        Family::DejaVuSerif,
        Family::LiberationSansNarrow,
    ]);
    let mut doc = Doc::new(family, 9.2);
    let (bold, regular) = (doc.strong(), doc.regular());
    let style = rng.below(4);
    let who = &case.filer;
    let kin = relatives(rng, who);
    let joined = &kin[0].1;
    let receipt = printed_receipt(rng, &case.receipt);
    truth.prints_receipt(&case.receipt);
    doc.set(bold, 14.0, "Form I-797, Notice of Action", 0.0);
    doc.set(
        regular,
        9.2,
        "Refugee and Asylee Relatives  -  Follow-to-Join Desk",
        8.0,
    );
    doc.line(1.6);
    doc.y += 16.0;
    let consulate = rng.pick(&["NAIROBI", "BOGOTA", "ADDIS ABABA", "ANKARA", "NONE"]);
    let dates = (day(style, case.received), day(style, case.noticed));
    let mut pairs = vec![
        ("Notice Type".to_owned(), "Approval Notice".to_owned()),
        (
            "Case Type".to_owned(),
            "I-730 - REFUGEE/ASYLEE RELATIVE PETITION".to_owned(),
        ),
        (rng.pick(&R_LABELS).to_owned(), receipt),
        ("Received Date".to_owned(), dates.0.clone()),
        ("Notice Date".to_owned(), dates.1.clone()),
        ("Consulate".to_owned(), consulate.to_owned()),
        (
            "NVC case number".to_owned(),
            format!(
                "{}20{}{}",
                rng.pick(&["NRB", "BGT", "ANK"]),
                rng.between(14, 25),
                rng.digits(6)
            ),
        ),
    ];
    truth.fields.notice_type = Some("Approval Notice".into());
    truth.fields.case_type = Some("I-730".into());
    truth.fields.received_date = Some(dates.0);
    truth.fields.notice_date = Some(dates.1);
    truth.fields.consulate = Some(consulate.into());
    shuffle(rng, &mut pairs);
    doc.ledger(130.0, &pairs, ":");

    let shown = own_account(rng, case, &mut truth);
    let mut rows = vec![vec![
        String::new(),
        "Petitioner".to_owned(),
        "Beneficiary".to_owned(),
    ]];
    let mut lines = vec![
        vec!["Name".to_owned(), who.listed(), joined.listed()],
        vec![
            rng.pick(&A_LABELS).to_owned(),
            printed_a_number(rng, &who.a_number),
            printed_a_number(rng, &joined.a_number),
        ],
        vec![
            "Born".to_owned(),
            day(style, who.born),
            day(style, joined.born),
        ],
        vec![
            "Country".to_owned(),
            rng.pick(&COUNTRIES).to_owned(),
            rng.pick(&COUNTRIES).to_owned(),
        ],
    ];
    if let Some(value) = &shown {
        let none = rng.pick(&["", "none", "not enrolled"]);
        let blank = if value.is_empty() {
            none
        } else {
            value.as_str()
        };
        lines.push(vec![
            rng.pick(&[
                "USCIS Online Account Number",
                "Online account number",
                "USCIS Account No.",
            ])
            .to_owned(),
            blank.to_owned(),
            none.to_owned(),
        ]);
    }
    truth.prints_a_number(&who.a_number);
    truth.prints_a_number(&joined.a_number);
    truth.fields.petitioner = Some(who.listed());
    truth.fields.beneficiary = Some(joined.listed());
    shuffle(rng, &mut lines);
    rows.extend(lines);
    doc.table(9.0, &[152.0, 170.0, 170.0], &rows, rng.pick(&[1, 2]));

    doc.prose(&format!(
        "The petition for your {} has been approved and will be sent abroad. Your relative will \
         hear from the post; you need not write to it.",
        kin[0].0.to_lowercase()
    ));
    if rng.chance(0.6) {
        let earlier = Person::draw(rng);
        let digits = account(rng);
        doc.prose(&format!(
            "An earlier petition by {}, who is not a party to this case, was withdrawn. The USCIS \
             online account number on that petition, {}, belongs to the earlier petitioner and \
             does not open this case.",
            gently(&earlier.name()),
            printed_account(rng, &digits)
        ));
    }
    if rng.chance(0.4) {
        let number = representative(rng, &mut truth);
        doc.prose(&format!(
            "Representative: {}. Account number of the attorney with USCIS: {number}",
            gently(&case.attorney.1)
        ));
    }
    fill(&mut doc, rng, 1, 5);
    doc.prose("Please see the additional information on the back.");
    let sheets = doc.finish(&format!("Form I-797   {}", route(rng)), rng.below(3));
    Drawing { sheets, truth }
}
