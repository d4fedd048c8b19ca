//! A scanning contractor's cover sheet bound with its notice, and a package sent back.

use super::page::{CellLook, Doc, bars};
use super::prose::fill;
use super::words::{
    A_LABELS, LABELS, R_LABELS, day, gently, or_blank, own_account, representative, route, shuffle,
};
use crate::case::{Case, printed_a_number, printed_receipt};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A cover sheet with the values that a clerk keyed, then the notice itself.
pub(super) fn cover(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[
        Family::LiberationMono,
        Family::Helvetica,
        Family::DejaVuSansCondensed,
        Family::Courier,
    ]);
    let mut doc = Doc::new(family, 9.6);
    let style = rng.below(4);
    let who = &case.filer;
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&who.a_number);
    let shown = own_account(rng, case, &mut truth);
    let receipt = printed_receipt(rng, &case.receipt);
    let number = printed_a_number(rng, &who.a_number);

    let (bold, regular) = (doc.strong(), doc.regular());
    let firm = rng.pick(&[
        "PAPERFLOW FEDERAL LLC",
        "Northgate Imaging Services",
        "DOCUBASE JV",
    ]);
    doc.middle(bold, 17.0, "DOCUMENT SEPARATOR");
    doc.middle(
        regular,
        9.0,
        &format!("{firm}, contractor - do not detach from the notice behind"),
    );
    doc.y += 10.0;
    let control = format!("DCN{}", rng.digits(10));
    bars(doc.sheet(), rng, (180.0, 96.0), &control);
    doc.y = 150.0;
    doc.line(1.2);
    doc.y += 18.0;
    let mut control = vec![
        ("Batch".to_owned(), rng.digits(12)),
        (
            "Carton / pallet".to_owned(),
            format!("{} / {}", rng.digits(4), rng.digits(2)),
        ),
        (
            "Document control number".to_owned(),
            format!("{}{}", rng.between(1, 9), rng.digits(11)),
        ),
        (
            "Operator".to_owned(),
            format!("{}-{}", rng.letters(2), rng.digits(3)),
        ),
        ("Images in this document".to_owned(), "2".to_owned()),
        (
            "Courier parcel".to_owned(),
            format!("{} {} {}", rng.digits(4), rng.digits(4), rng.digits(4)),
        ),
    ];
    shuffle(rng, &mut control);
    control.truncate(5);
    doc.ledger(160.0, &control, ":");
    doc.y += 8.0;
    doc.set(
        bold,
        11.0,
        rng.pick(&["INDEX FIELDS AS KEYED", "Keyed by operator"]),
        4.0,
    );
    let keyed = rng.chance(0.6);
    let mut index = vec![
        (rng.pick(&R_LABELS).to_owned(), case.receipt.clone()),
        (rng.pick(&A_LABELS).to_owned(), number.clone()),
        ("Document class".to_owned(), "Notice".to_owned()),
    ];
    if let (true, Some(value)) = (keyed, &shown) {
        index.push((rng.pick(&LABELS[..5]).to_owned(), value.clone()));
    }
    shuffle(rng, &mut index);
    doc.ledger(230.0, &index, rng.pick(&["", ":", " ="]));
    doc.y = 600.0;
    doc.set(
        regular,
        8.2,
        "[ ] rescan   [X] accepted   [ ] second look   initials ______",
        0.0,
    );

    doc.turn();
    let kind = rng.pick(&["Receipt Notice", "Transfer Notice", "Approval Notice"]);
    truth.form = "I-797".into();
    doc.set(bold, 13.0, "Form I-797, Notice of Action", 4.0);
    let mut cells = vec![
        (rng.pick(&R_LABELS).to_owned(), receipt),
        (
            "Case Type".to_owned(),
            format!("{} - {}", case.form_code, case.title),
        ),
        ("Received Date".to_owned(), day(style, case.received)),
        ("Notice Date".to_owned(), day(style, case.noticed)),
        ("Notice Type".to_owned(), kind.to_owned()),
    ];
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    if rng.chance(0.5) {
        cells.push((format!("{role}  {number}"), who.listed()));
    } else {
        cells.push((role.to_owned(), who.listed()));
        cells.push(("A-Number".to_owned(), number));
    }
    if let Some(value) = &shown {
        cells.push((rng.pick(&LABELS[..4]).to_owned(), or_blank(rng, value)));
    }
    shuffle(rng, &mut cells);
    let look = CellLook {
        below: false,
        framed: rng.chance(0.7),
    };
    doc.cells(rng.pick(&[2, 3]), &cells, look);
    truth.fields.notice_type = Some(kind.to_owned());
    truth.fields.case_type = Some(case.form_code.to_owned());
    truth.fields.received_date = Some(day(style, case.received));
    truth.fields.notice_date = Some(day(style, case.noticed));
    let person = Some(who.listed());
    if case.is_petition {
        truth.fields.petitioner = person;
    } else {
        truth.fields.applicant = person;
    }
    let mut address = vec![who.name()];
    address.extend(case.address.iter().cloned());
    doc.lines(regular, &address);
    truth.fields.addressee = Some(who.name());
    doc.prose(match kind {
        "Receipt Notice" => "We have received the form named above. We will write to you again.",
        "Transfer Notice" => "We have moved this case to another office to even out the work.",
        _ => "We have approved the form named above. Other papers may follow by mail.",
    });
    fill(&mut doc, rng, 0, 4);
    doc.prose("Please see the additional information on the back.");
    let sheets = doc.finish("Form I-797  (rev. 2)", rng.below(3));
    Drawing { sheets, truth }
}

/// A letter from a humanitarian unit that returns a package unopened or incomplete.
pub(super) fn returned(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSans,
        Family::FreeSerif,
    ]);
    let mut doc = Doc::new(family, 9.6);
    let (bold, regular) = (doc.strong(), doc.regular());
    let style = rng.below(4);
    let (code, title) = rng.pick(&[
        ("I-918", "Petition for U Nonimmigrant Status"),
        ("I-914", "Application for T Nonimmigrant Status"),
        (
            "I-360",
            "Petition for Amerasian, Widow(er), or Special Immigrant",
        ),
        (
            "I-589",
            "Application for Asylum and for Withholding of Removal",
        ),
    ]);
    doc.middle(
        bold,
        14.0,
        rng.pick(&["REJECTION NOTICE", "Rejection Notice"]),
    );
    truth.fields.notice_type = Some("Rejection Notice".into());
    doc.middle(regular, 9.0, "Humanitarian Intake Unit  -  USCIS");
    doc.y += 8.0;
    let who = &case.filer;
    let mut address = vec![who.name()];
    if rng.chance(0.4) {
        address.push("c/o SAFE ADDRESS PROGRAM".into());
    }
    address.extend(case.address.iter().cloned());
    doc.lines(regular, &address);
    truth.fields.addressee = Some(who.name());
    let noticed = day(style, case.noticed);
    let received = day(style, case.received);
    let mut pairs = vec![
        ("Date of Notice".to_owned(), noticed.clone()),
        ("Form Type".to_owned(), format!("{code}, {title}")),
        ("Received Date".to_owned(), received.clone()),
        ("Courier Tracking Number".to_owned(), rng.digits(12)),
        ("Intake Lane".to_owned(), route(rng)),
        ("Remitter's Bank Account Number".to_owned(), rng.digits(12)),
    ];
    truth.fields.notice_date = Some(noticed);
    truth.fields.received_date = Some(received);
    truth.fields.case_type = Some(code.into());
    if rng.chance(0.6) {
        truth.prints_a_number(&who.a_number);
        pairs.push((
            "A-Number (as written on the form)".into(),
            printed_a_number(rng, &who.a_number),
        ));
    }
    let shown = own_account(rng, case, &mut truth);
    let beside = rng.chance(0.5);
    if let (Some(value), true) = (&shown, beside) {
        pairs.push((rng.pick(&LABELS).to_owned(), or_blank(rng, value)));
    }
    shuffle(rng, &mut pairs);
    if rng.chance(0.5) {
        doc.ledger(190.0, &pairs, ":");
    } else {
        let look = CellLook {
            below: rng.chance(0.5),
            framed: true,
        };
        doc.cells(2, &pairs, look);
    }
    doc.prose("We are returning your package and its payment for the reason marked below.");
    let marked = rng.below(4);
    let reasons = [
        "The form was not signed in ink by the person who files it.",
        "The remittance was drawn on a closed account, or its amount is wrong.",
        "The edition of the form was withdrawn before the package was received.",
        "Pages are missing, or a page of another form was put in their place.",
    ];
    for (n, reason) in reasons.iter().enumerate() {
        let mark = if n == marked { "[X]" } else { "[  ]" };
        let y = doc.y;
        doc.sheet().write(bold, 9.6, 66.0, y, mark);
        let tall = doc.sheet().paragraph(regular, 9.6, 92.0, y, 450.0, reason);
        doc.y = tall + 3.0;
    }
    doc.y += 8.0;
    if let (Some(value), false) = (&shown, beside) {
        let value = or_blank(rng, value);
        let label = rng.pick(&LABELS);
        if truth.account_numbers.is_empty() {
            doc.prose(&format!("For the next filing, {label}: {value}"));
        } else {
            doc.prose(&format!(
                "When you file again, write the same number on the first page of the form: your \
                 {label} is {value}."
            ));
        }
    }
    doc.prose(
        "No receipt number was assigned, because the package was not accepted. An account number \
         has twelve digits, such as 0000 1111 2222 (an example, not yours); those of a bank, \
         a courier or a money order must not be written in its place.",
    );
    fill(&mut doc, rng, 0, 4);
    if rng.chance(0.5) {
        let number = representative(rng, &mut truth);
        let words = format!(
            "Copy to {}, {}. Representative's USCIS Online Account Number {number}.",
            gently(&case.attorney.0),
            gently(&case.attorney.1)
        );
        doc.set(Face::regular(family), 8.4, &words, 6.0);
    }
    let sheets = doc.finish("Keep this notice with your copy of the form.", rng.below(3));
    Drawing { sheets, truth }
}
