//! "stub": an I-797A or I-797B, with an I-94 to tear off on the A.
use super::desk::{Desk, note};
use super::kit::{self, Cell, pair};
use super::{prose, words};
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let families = [
        Family::Helvetica,
        Family::LiberationSans,
        Family::FreeSans,
        Family::Times,
    ];
    let tear = rng.chance(0.72);
    let form = if tear { "I-797A" } else { "I-797B" };
    let mut desk = Desk::open(rng, case, form, &families, (36, 14));
    desk.dates(&[0]);
    let mut sheet = desk.sheet();
    let hand = desk.hand;
    hand.bold(12.5).at(
        &mut sheet,
        42.0,
        46.0,
        &format!("{form} | NOTICE OF ACTION"),
    );
    hand.plain(7.6)
        .right(&mut sheet, 570.0, 40.0, &words::AGENCY[0].to_uppercase());
    hand.plain(7.6)
        .right(&mut sheet, 570.0, 49.0, &words::AGENCY[1].to_uppercase());
    let person = desk.beneficiary();
    let company = words::company(&mut desk);
    let y = grid(&mut desk, &mut sheet, &person, &company);
    let classed = right_block(&mut desk, &mut sheet, y + 20.0);
    let mut lines = vec![company, format!("c/o {}", desk.case.attorney.0)];
    lines.push(desk.case.attorney.1.clone());
    lines.extend(desk.case.address.iter().cloned());
    hand.plain(9.0).stack(&mut sheet, 62.0, y + 30.0, &lines);
    let texts = body(&mut desk, tear);
    hand.plain(8.8)
        .flow(&mut sheet, 42.0, y + 118.0, 528.0, &texts);
    if tear {
        let text = "Please see the additional information on the back.";
        hand.italic(8.0).at(&mut sheet, 42.0, 516.0, text);
        tear_off(&mut desk, &mut sheet, &person, &classed);
    } else {
        prose::foot(&mut desk, &mut sheet, 42.0, 620.0);
        let at = [330.0, 640.0, 0.85, 24.0];
        kit::bars(&mut sheet, Symbology::Code39, at, &desk.case.receipt);
    }
    hand.plain(6.8)
        .at(&mut sheet, 42.0, 770.0, &format!("Form {form} (08/31/16)"));
    let mut sheets = vec![sheet];
    let noticed = desk.noticed();
    if desk.percent(60) {
        prose::extras(&mut desk, &mut sheets, &noticed);
    }
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// The grid; returns its foot.
fn grid(desk: &mut Desk, sheet: &mut Sheet, person: &Person, company: &str) -> f32 {
    let hand = desk.hand;
    let cell = Cell {
        label: hand.bold(5.8),
        value: hand.plain(8.4),
        drop: 7.5,
        lead: 10.0,
    };
    let receipt = desk.receipt();
    desk.truth.fields.case_type = Some("I-129".into());
    let title = "I129 - PETITION FOR A NONIMMIGRANT WORKER";
    let company = note(&mut desk.truth.fields.petitioner, company);
    let name = note(&mut desk.truth.fields.beneficiary, &person.listed());
    let role = if desk.percent(40) {
        format!("Beneficiary {}", desk.alien(person))
    } else {
        "Beneficiary".into()
    };
    let received = desk.received();
    let noticed = desk.noticed();
    let priority = desk.priority(10);
    let own = desk.own.clone();
    let label = words::own(desk, true);
    let mut first = vec![(32.0, "Receipt Number", receipt.as_str())];
    if let Some(own) = &own {
        first.push((34.0, label, own));
    }
    first.push((if own.is_some() { 34.0 } else { 68.0 }, "Case Type", title));
    let second = [
        (32.0, "Received Date", received.as_str()),
        (34.0, "Priority Date", priority.as_str()),
        (34.0, "Petitioner", company.as_str()),
    ];
    let third = [
        (32.0, "Notice Date", noticed.as_str()),
        (34.0, "Page", "1 of 1"),
        (34.0, role.as_str(), name.as_str()),
    ];
    let high = 29.5 + desk.rng.uniform(0.0, 4.0);
    let y = kit::row(sheet, &cell, [42.0, 58.0, 570.0, 58.0 + high], &first);
    let y = kit::row(sheet, &cell, [42.0, y, 570.0, y + high], &second);
    kit::row(sheet, &cell, [42.0, y, 570.0, y + high], &third)
}

/// Notice type, class and validity; returns class, from and to.
fn right_block(desk: &mut Desk, sheet: &mut Sheet, top: f32) -> [String; 3] {
    let kind = note(&mut desk.truth.fields.notice_type, "Approval Notice");
    let class = desk.pick(&["H1B", "L1A", "O1", "TN1", "E3", "P1", "R1", "L1B"]);
    let class = note(&mut desk.truth.fields.class, class);
    let start = desk.case.noticed.later(desk.rng.between(0, 3), 5);
    let end = start.later(desk.rng.between(12, 36), -1);
    let from = desk.date(&start);
    let to = desk.date(&end);
    desk.truth.fields.valid_from = Some(from.clone());
    desk.truth.fields.valid_to = Some(to.clone());
    let pens = (desk.hand.plain(9.0), desk.hand.bold(9.0));
    let x = 330.0;
    pair(sheet, pens, x, top, ("Notice Type:", &kind));
    pair(sheet, pens, x, top + 13.0, ("Class:", &class));
    let way = desk.rng.below(3);
    match way {
        0 => {
            pair(
                sheet,
                pens,
                x,
                top + 26.0,
                ("Valid from", &format!("{from} to {to}")),
            );
        }
        1 => {
            pair(
                sheet,
                pens,
                x,
                top + 26.0,
                ("VALID FROM", &format!("{from} UNTIL {to}")),
            );
        }
        _ => {
            let text = format!("{from} through {to}");
            pair(sheet, pens, x, top + 26.0, ("Validity:", &text));
        }
    }
    if desk.percent(60) {
        let place = desk.pick(&["NONE", "TORONTO", "CHENNAI", "LONDON", "FRANKFURT"]);
        let place = note(&mut desk.truth.fields.consulate, place);
        pair(sheet, pens, x, top + 39.0, ("Consulate:", &place));
    }
    if desk.percent(40) {
        let code = format!("I-200-21{}-{}", desk.rng.digits(3), desk.rng.digits(6));
        pair(sheet, pens, x, top + 52.0, ("ETA Case Number:", &code));
    }
    [class, from, to]
}

/// The body.
fn body(desk: &mut Desk, tear: bool) -> Vec<String> {
    let last = if tear {
        "The stay of the worker named above is extended or the status changed, as asked. The \
         lower part is the new Form I-94. Keep it with the Form I-94 given at the last entry; \
         give it back when leaving the country."
    } else {
        "The worker named above may take the upper part to a consulate or, where no visa is \
         needed, to a port of entry. This form is no visa and may not be used in place of one."
    };
    let mut texts = vec![
        "The petition and the request in it have been approved. The worker may work for the \
         petitioner, but only as set out in the petition and for the time given above. A change \
         in the work calls for a new petition."
            .to_string(),
        last.to_string(),
    ];
    if desk.percent(45) {
        texts.push(prose::account_talk(desk).to_string());
    }
    texts.push(
        "The petitioner should keep the upper part. The worker's Form I-94 may be checked with \
         the record at i94.cbp.dhs.gov. Questions: 800-375-5283 (TTY 800-767-1833)."
            .to_string(),
    );
    if desk.percent(20) {
        texts.push(format!(
            "An earlier petition for this worker was filed by another employer from that other \
             employer's online account {}; it cannot be seen in yours.",
            desk.rng.digits(12)
        ));
    }
    let count = 1 + desk.rng.below(2);
    texts.extend(prose::more(desk, count));
    if desk.percent(40) {
        let digits = desk.rng.digits(9);
        texts.push(format!(
            "Federal Employer Identification Number on the petition: {}-{}.",
            &digits[..2],
            &digits[2..]
        ));
    }
    texts
}

/// The part to tear off.
fn tear_off(desk: &mut Desk, sheet: &mut Sheet, person: &Person, classed: &[String; 3]) {
    let hand = desk.hand;
    let mut x = 36.0;
    while x < 576.0 {
        sheet.rule(x, x + 5.0, 528.0, 0.5);
        x += 9.0;
    }
    hand.plain(6.5).centre(
        sheet,
        306.0,
        537.0,
        "Detach here - Personal Identification Copy",
    );
    let receipt = desk.receipt();
    hand.plain(8.6).at(sheet, 62.0, 560.0, "Receipt Number");
    hand.plain(10.0).at(sheet, 150.0, 560.0, &receipt);
    let at = [330.0, 546.0, 0.8, 20.0];
    kit::bars(sheet, Symbology::Code128, at, &desk.case.receipt);
    let number = words::admission(desk);
    let number = note(&mut desk.truth.fields.i94_number, &number);
    let label = desk.pick(&["I-94#", "I-94 Number", "Departure Number (I-94)"]);
    let cell = Cell {
        label: hand.plain(6.2),
        value: hand.plain(10.0),
        drop: 8.0,
        lead: 12.0,
    };
    let [class, from, to] = classed;
    let family = person.family.to_uppercase();
    let given = person.given.to_uppercase();
    let born = desk.date(&person.born);
    let land = desk.pick(&["INDIA", "BRAZIL", "KENYA", "FRANCE", "PHILIPPINES"]);
    let rows: [&[(f32, &str, &str)]; 4] = [
        &[
            (50.0, label, &number),
            (25.0, "Valid from", from),
            (25.0, "Valid until", to),
        ],
        &[(60.0, "Family Name", &family), (40.0, "Class", class)],
        &[(60.0, "Given Name", &given), (40.0, "Date of Birth", &born)],
        &[(100.0, "Country of Citizenship", land)],
    ];
    let mut y = 576.0;
    for parts in rows {
        y = kit::row(sheet, &cell, [62.0, y, 430.0, y + 26.0], parts);
    }
    hand.bold(9.0)
        .at(sheet, 62.0, y + 16.0, "I-94 DEPARTURE RECORD");
    let office = desk.rng.pick(&words::OFFICES);
    hand.plain(7.6).stack(
        sheet,
        446.0,
        590.0,
        &["U.S. Citizenship and", "Immigration Services"],
    );
    hand.plain(7.6).stack(sheet, 446.0, 616.0, &office);
}
