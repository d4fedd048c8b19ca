//! Approved work permits of a whole family on one notice.

use super::page::{CellLook, Doc, bars};
use super::prose::fill;
use super::words::{
    COUNTRIES, day, gently, own_account, relatives, representative, route, shuffle,
};
use crate::case::{Case, account, printed_a_number, printed_account, printed_receipt, receipt};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// An approval of work permits for the principal and the family, each with its own row.
pub(super) fn approval(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
    ]);
    let mut doc = Doc::new(family, 9.2);
    let (bold, regular) = (doc.strong(), doc.regular());
    let style = rng.pick(&[0, 0, 1, 2]);
    let who = &case.filer;
    truth.form = rng.pick(&["I-797", "I-797D"]).into();
    let name = format!("Form {}, Notice of Action", truth.form);
    doc.set(bold, 13.0, &name, 2.0);
    doc.set(
        regular,
        9.0,
        "Asylum-based employment authorization, one notice for a family",
        10.0,
    );
    let from = case.noticed;
    let until = from.later(rng.pick(&[24, 60]), 0);
    let class = rng.pick(&["C08", "A05", "(c)(8)"]);
    let (noticed, received) = (day(style, case.noticed), day(style, case.received));
    let mut cells = vec![
        ("Notice Type".to_owned(), "Approval Notice".to_owned()),
        ("Notice Date".to_owned(), noticed.clone()),
        ("Received Date".to_owned(), received.clone()),
        (
            "Case Type".to_owned(),
            "I765 - APPLICATION FOR EMPLOYMENT AUTHORIZATION".to_owned(),
        ),
        ("Eligibility Category".to_owned(), class.to_owned()),
        ("Routing".to_owned(), route(rng)),
        ("Applicant".to_owned(), who.listed()),
    ];
    shuffle(rng, &mut cells);
    let look = CellLook {
        below: rng.chance(0.3),
        framed: rng.chance(0.6),
    };
    doc.cells(rng.pick(&[2, 3]), &cells, look);
    truth.fields.notice_type = Some("Approval Notice".into());
    truth.fields.notice_date = Some(noticed);
    truth.fields.received_date = Some(received);
    truth.fields.case_type = Some("I-765".into());
    truth.fields.eligibility_category = Some(class.into());
    truth.fields.applicant = Some(who.listed());
    let (start, end) = (day(style, from), day(style, until));
    doc.prose(&match rng.below(3) {
        0 => format!("Valid from {start} to {end}"),
        1 => format!("VALID FROM {start} UNTIL {end}"),
        _ => format!("The cards are valid from {start} to {end}."),
    });
    truth.fields.valid_from = Some(start);
    truth.fields.valid_to = Some(end);

    let shown = own_account(rng, case, &mut truth);
    let mut people = vec![("Principal", who.clone())];
    people.extend(relatives(rng, who));
    let mut order: Vec<usize> = if shown.is_some() {
        vec![0, 1, 2, 3]
    } else {
        vec![0, 1, 2]
    };
    shuffle(rng, &mut order);
    let heads = [
        rng.pick(&["Person", "Name of card holder", "Card for"]),
        rng.pick(&["A-Number", "USCIS#", "Alien Number"]),
        rng.pick(&["Receipt Number", "Receipt No.", "Receipt of this card"]),
        rng.pick(&[
            "USCIS Online Account Number",
            "Online Account No.",
            "Online Account Number of this person",
        ]),
    ];
    let wide = if shown.is_some() {
        [136.0, 112.0, 122.0, 122.0]
    } else {
        [190.0, 150.0, 152.0, 0.0]
    };
    let mut rows = vec![
        order
            .iter()
            .map(|&at| heads[at].to_owned())
            .collect::<Vec<_>>(),
    ];
    let blank = rng.pick(&["", "", "none", "-"]);
    let second = rng.chance(0.4);
    for (n, (kin, person)) in people.iter().enumerate() {
        let own = if n == 0 {
            case.receipt.clone()
        } else {
            receipt(rng, &case.receipt[..3], case.received.year)
        };
        truth.prints_receipt(&own);
        truth.prints_a_number(&person.a_number);
        let online = match (&shown, n) {
            (Some(value), 0) if !value.is_empty() => value.clone(),
            (Some(value), 1) if second && !value.is_empty() => {
                let digits = account(rng);
                truth.prints_account(&digits);
                printed_account(rng, &digits)
            }
            _ => blank.to_owned(),
        };
        let cells = [
            format!("{}, {}", person.listed(), kin.to_lowercase()),
            printed_a_number(rng, &person.a_number),
            printed_receipt(rng, &own),
            online,
        ];
        rows.push(order.iter().map(|&at| cells[at].clone()).collect());
    }
    let widths: Vec<f32> = order.iter().map(|&at| wide[at]).collect();
    doc.table(9.0, &widths, &rows, rng.below(3));
    doc.prose(
        "Each person receives a card by mail. A card shows the holder's USCIS number and a \
         document number of its own; neither is an account number. This notice is not a card and \
         does not prove the right to work.",
    );
    let mut lines = vec![
        format!("Country of birth, all persons: {}", rng.pick(&COUNTRIES)),
        format!(
            "Card production order {}{}",
            rng.between(1, 9),
            rng.digits(11)
        ),
        format!(
            "Social Security: call {}-{}-{}",
            rng.between(201, 989),
            rng.between(200, 989),
            rng.digits(4)
        ),
    ];
    if shown.is_none() {
        lines.push("No online account is linked to any of these cases.".into());
    }
    shuffle(rng, &mut lines);
    lines.truncate(3);
    doc.lines(regular, &lines);
    if rng.chance(0.5) {
        let number = representative(rng, &mut truth);
        doc.prose(&format!(
            "Mailed in care of {}. Attorney or Representative's USCIS Online Account Number: \
             {number}",
            gently(&case.attorney.1)
        ));
    }
    let mut address = vec![who.name()];
    address.extend(case.address.iter().cloned());
    doc.lines(regular, &address);
    doc.bottom = 700.0;
    fill(&mut doc, rng, 0, 3);
    bars(doc.sheet(), rng, (60.0, 714.0), &case.receipt);
    let foot = truth.form.clone();
    let sheets = doc.finish(&format!("Form {foot}"), rng.below(3));
    Drawing { sheets, truth }
}
