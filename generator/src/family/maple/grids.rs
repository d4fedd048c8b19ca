//! Approval notices of employers: the I-797A with its stub, the I-797B on security paper.
use super::common::*;
use super::labels::{self, Hand, Style};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What a nonimmigrant approval says of its case.
struct Stay {
    class: &'static str,
    from: String,
    to: String,
    i94: String,
}

/// Draws a stay and notes it.
fn stay(rng: &mut Rng, case: &Case, way: usize, truth: &mut NoticeTruth) -> Stay {
    let class = rng.pick(&["H1B", "L1A", "L1B", "O1A", "TN1", "E3", "H1B1", "P1A"]);
    let months = rng.pick(&[12, 24, 36]);
    let from = day(way, &case.noticed.later(1, 2));
    let to = day(way, &case.noticed.later(1 + months, 1));
    let i94 = if rng.chance(0.3) && case.noticed.year >= 2020 {
        format!("{}A{}", rng.digits(9), rng.digits(1))
    } else {
        format!("{} {}", rng.digits(9), rng.digits(2))
    };
    truth.fields.class = Some(class.to_string());
    truth.fields.valid_from = Some(from.clone());
    truth.fields.valid_to = Some(to.clone());
    truth.fields.i94_number = Some(i94.clone());
    Stay {
        class,
        from,
        to,
        i94,
    }
}

/// The I-797A of an employer: a ruled grid at the top, an I-94 to tear off at the bottom.
pub(super) fn stub_a(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Helvetica, Family::Times, Family::LiberationSans]);
    let mut truth = NoticeTruth {
        form: "I-797A".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let hand = Hand {
        family,
        small: rng.uniform(5.6, 6.8),
        large: rng.uniform(8.0, 9.2),
        bold_labels: rng.chance(0.3),
    };
    let way = rng.pick(&[0, 0, 1]);
    let employer = company(rng);
    let top = stub_head(&mut sheet, rng, family);
    let bottom = stub_grid(&mut sheet, rng, case, hand, &employer, way, top, &mut truth);
    let stay = stay(rng, case, way, &mut truth);
    stub_middle(
        &mut sheet,
        rng,
        case,
        hand,
        &employer,
        &stay,
        bottom + 22.0,
        &mut truth,
    );
    stub_foot(&mut sheet, rng, case, hand, &stay, way, &mut truth);
    let mut sheets = vec![sheet];
    super::back::maybe(&mut sheets, rng, family, 0.3);
    Drawing { sheets, truth }
}

/// The head; gives the top of the grid.
fn stub_head(sheet: &mut Sheet, rng: &mut Rng, family: Family) -> f32 {
    let bold = Face::bold(family);
    sheet.plain(7.5, 36.0, 34.0, "Department of Homeland Security");
    sheet.plain(7.5, 36.0, 44.0, "U.S. Citizenship and Immigration Services");
    let title = rng.pick(&["Form I-797A, Notice of Action", "I-797A, Notice of Action"]);
    sheet.flush_right(bold, 11.0, 576.0, 42.0, title);
    if rng.chance(0.6) {
        sheet.fill([36.0, 52.0, 576.0, 67.0], 0.85);
        sheet.centred(bold, 10.0, 306.0, 63.0, "THE UNITED STATES OF AMERICA");
        76.0
    } else {
        58.0
    }
}

/// The grid of three rows; gives its bottom.
#[allow(clippy::too_many_arguments)]
fn stub_grid(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    hand: Hand,
    employer: &str,
    way: usize,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let high = hand.small + 2.0 * hand.large + 8.0;
    let left = rng.uniform(150.0, 170.0);
    let mid = rng.uniform(290.0, 315.0);
    let receipt = receipt_text(rng, truth, &case.receipt);
    let fate = fate(rng, case, 46, 14);
    let account = account_text(rng, case, truth, fate);
    let y1 = top + high;
    let y2 = top + 2.0 * high;
    let y3 = top + 3.0 * high;
    labels::cell(
        sheet,
        hand,
        [36.0, top, left, y1],
        "Receipt Number",
        &[&receipt],
    );
    let start = if fate == Fate::Absent {
        left
    } else {
        let label = labels::own(rng, "Petitioner", Style::Title);
        labels::cell(sheet, hand, [left, top, mid, y1], &label, &[&account]);
        mid
    };
    truth.fields.case_type = Some("I-129".into());
    let kind = ["I129 - PETITION FOR A", "NONIMMIGRANT WORKER"];
    labels::cell(sheet, hand, [start, top, 576.0, y1], "Case Type", &kind);
    let received = day(way, &case.received);
    let noticed = day(way, &case.noticed);
    labels::cell(
        sheet,
        hand,
        [36.0, y1, left, y2],
        "Received Date",
        &[&received],
    );
    labels::cell(sheet, hand, [left, y1, mid, y2], "Priority Date", &[]);
    labels::cell(sheet, hand, [mid, y1, 576.0, y2], "Petitioner", &[employer]);
    labels::cell(
        sheet,
        hand,
        [36.0, y2, left, y3],
        "Notice Date",
        &[&noticed],
    );
    labels::cell(sheet, hand, [left, y2, mid, y3], "Page", &["1 of 1"]);
    let mut role = "Beneficiary".to_string();
    if rng.chance(0.5) {
        role = format!(
            "Beneficiary   {}",
            alien_text(rng, truth, &case.beneficiary)
        );
    }
    let person = case.beneficiary.listed();
    labels::cell(sheet, hand, [mid, y2, 576.0, y3], &role, &[&person]);
    truth.fields.received_date = Some(received);
    truth.fields.notice_date = Some(noticed);
    truth.fields.petitioner = Some(employer.into());
    truth.fields.beneficiary = Some(person);
    y3
}

/// Address at the left, facts at the right, then the body.
#[allow(clippy::too_many_arguments)]
fn stub_middle(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    hand: Hand,
    employer: &str,
    stay: &Stay,
    top: f32,
    truth: &mut NoticeTruth,
) {
    let block = addressee(case, rng.chance(0.7), employer);
    let mut y = top + 14.0;
    for line in &block {
        labels::put(sheet, hand.value(), 9.0, (50.0, y), 250.0, line);
        y += 11.0;
    }
    let mut facts = vec!["Notice Type: Approval Notice".to_string()];
    truth.fields.notice_type = Some("Approval Notice".into());
    facts.push(format!("Class: {}", stay.class));
    facts.push(format!("Valid from {} to {}", stay.from, stay.to));
    if rng.chance(0.35) && accounts_exist(case) {
        let number = twelve(rng);
        truth.prints_representative_account(&number);
        facts.push(format!("{}: {number}", labels::attorney(rng, Style::Title)));
    }
    if rng.chance(0.5) {
        facts.push(format!(
            "{}: {}",
            labels::decoy(rng, Style::Title),
            twelve(rng)
        ));
    }
    let mut at = top;
    for fact in &facts {
        labels::put(sheet, hand.value(), 8.5, (330.0, at), 246.0, fact);
        at += 12.0;
    }
    let mut body = vec![
        "The above petition and change of status or extension of stay have been approved. The \
         status of the named foreign worker(s) in this classification is valid as indicated \
         above. The worker may work for the petitioner, but only as detailed in the petition and \
         for the period authorized."
            .to_string(),
        "The petitioner should keep the upper portion of this notice. The lower portion should \
         be given to the worker, who should keep the right part with his or her Form I-94, \
         Arrival-Departure Record."
            .to_string(),
    ];
    if rng.chance(0.5) {
        body.push(
            "Always include the petitioner's USCIS online account number, if one has been \
             assigned, with any further request about this case. It is not the receipt number \
             and it is not the I-94 number."
                .to_string(),
        );
    }
    let y = prose(sheet, hand.value(), 9.0, (36.0, top + 92.0), 540.0, &body);
    let office = rng.pick(&OFFICES);
    lines(
        sheet,
        hand.value(),
        8.0,
        (36.0, y + 12.0),
        &[office.name, "USCIS", office.street],
    );
    sheet.write(hand.value(), 8.0, 36.0, y + 40.8, office.city);
    sheet.write(
        hand.value(),
        8.0,
        36.0,
        y + 54.0,
        "Customer Service Telephone: 800-375-5283",
    );
    bar(sheet, rng, (360.0, y + 12.0), 26.0, &case.receipt);
}

/// The stub: half a record and half a copy, each with receipt and I-94 number.
fn stub_foot(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    hand: Hand,
    stay: &Stay,
    way: usize,
    truth: &mut NoticeTruth,
) {
    let face = hand.value();
    let mut x = 36.0;
    while x < 576.0 {
        sheet.rule(x, x + 6.0, 560.0, 0.5);
        x += 10.0;
    }
    let words =
        "Detach this half for personal records   -   PLEASE TEAR OFF FORM I-94 PRINTED BELOW";
    sheet.centred(face, 6.5, 306.0, 556.0, words);
    truth.prints_receipt(&case.receipt);
    for (left, wide) in [(36.0, 240.0), (310.0, 266.0)] {
        let mut y = 580.0;
        if left > 300.0 {
            sheet.bold(8.0, left, y, "Receipt Number");
            sheet.plain(8.0, left + 76.0, y, &case.receipt);
            y += 12.0;
            sheet.plain(7.5, left, y, "US Citizenship and Immigration Services");
            y += 11.0;
        }
        y = stub_record(sheet, case, hand, stay, (left, y), wide);
        if left > 300.0 {
            sheet.write(
                face,
                6.5,
                left,
                y + 18.0,
                "14. Family Name / 15. First (Given) Name",
            );
            sheet.write(face, 9.0, left, y + 29.0, &case.beneficiary.listed());
            sheet.write(face, 6.5, left, y + 44.0, "17. Date of Birth");
            sheet.write(face, 9.0, left, y + 55.0, &day(way, &case.beneficiary.born));
        }
    }
    let foot = rng.pick(&[
        "Form I-797A (Rev. 08/01/16)",
        "Form I-797A 01/31/05 N",
        "FORM I-797A",
    ]);
    sheet.plain(6.5, 36.0, 766.0, foot);
    microprint(sheet, hand.family, 773.0, "USCIS NOTICE OF ACTION");
}

/// I-94 number and validity in one half of the stub; gives the last baseline.
fn stub_record(
    sheet: &mut Sheet,
    case: &Case,
    hand: Hand,
    stay: &Stay,
    at: (f32, f32),
    wide: f32,
) -> f32 {
    let mut y = at.1;
    let facts = [
        ("I-94#", stay.i94.as_str()),
        ("NAME:", &case.beneficiary.listed()),
        ("CLASS:", stay.class),
        ("VALID FROM", &format!("{} UNTIL {}", stay.from, stay.to)),
        ("PETITION:", &case.receipt),
    ];
    for (label, value) in facts.iter().take(if at.0 > 300.0 { 4 } else { 5 }) {
        sheet.plain(8.0, at.0, y, label);
        labels::put(
            sheet,
            hand.value(),
            9.0,
            (at.0 + 62.0, y),
            wide - 62.0,
            value,
        );
        y += 13.0;
    }
    y
}
