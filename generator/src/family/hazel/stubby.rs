//! A Form I-797A on patterned paper: values right of their labels, an I-94 to tear off.
use super::kit;
use super::matter;
use super::world::{self, Dated, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What the notice and its stub both print.
struct Stay {
    family: Family,
    receipt: String,
    class: &'static str,
    from: String,
    until: String,
    noticed: String,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
        Family::Times,
    ]);
    let mut truth = world::truth_of("I-797A");
    let mut sheet = Sheet::letter(family);
    let stay = stay(rng, family, case, &mut truth);
    head(&mut sheet, family);
    let y = grid(rng, &mut sheet, &stay, case, &mut truth);
    let y = address(rng, &mut sheet, &stay, case, &mut truth, y);
    let y = body(rng, &mut sheet, &stay, case, y);
    pattern(&mut sheet, family, y);
    stub(rng, &mut sheet, &stay, case, &mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Class and dates of the stay, noted.
fn stay(rng: &mut Rng, family: Family, case: &Case, truth: &mut NoticeTruth) -> Stay {
    let code = if case.is_petition { "I-129" } else { "I-539" };
    let class = world::class(rng, code).unwrap_or("H1B");
    let dated = rng.pick(&[Dated::Numeric, Dated::Numeric, Dated::Military]);
    let wait = rng.between(1, 60);
    let months = rng.pick(&[6, 12, 24, 36]);
    let start = case.noticed.later(0, wait);
    let from = dated.print(&start);
    let until = dated.print(&start.later(months, 0));
    let noticed = dated.print(&case.noticed);
    let receipt = world::receipt(rng, &case.receipt, truth);
    truth.fields.class = Some(class.into());
    truth.fields.valid_from = Some(from.clone());
    truth.fields.valid_to = Some(until.clone());
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.case_type = Some(code.into());
    Stay {
        family,
        receipt,
        class,
        from,
        until,
        noticed,
    }
}

/// The pale lines of microprint.
fn pattern(sheet: &mut Sheet, family: Family, top: f32) {
    let line = "USCIS NOTICE OF ACTION ".repeat(18);
    let mut y = top;
    while y < 544.0 {
        sheet.write_shaded(Face::regular(family), 2.2, 40.0, y, line.trim(), 0.7);
        y += 16.0;
    }
}

/// The banner between two rules.
fn head(sheet: &mut Sheet, family: Family) {
    let bold = Face::bold(family);
    sheet.write(
        Face::regular(family),
        7.5,
        36.0,
        30.0,
        "DEPARTMENT OF HOMELAND SECURITY",
    );
    let agency = "U.S. CITIZENSHIP AND IMMIGRATION SERVICES";
    sheet.flush_right(Face::regular(family), 7.5, 576.0, 30.0, agency);
    sheet.rule(36.0, 576.0, 35.0, 0.6);
    sheet.centred(bold, 15.0, 306.0, 51.0, "THE UNITED STATES OF AMERICA");
    sheet.rule(36.0, 576.0, 57.0, 0.6);
    sheet.centred(
        bold,
        9.5,
        306.0,
        69.0,
        "I-797A, Notice of Action  -  Approval",
    );
}

/// A framed line: the label at the left, the value right of it.
fn line(sheet: &mut Sheet, stay: &Stay, area: [f32; 4], label: &str, value: &str) {
    sheet.frame(area, 0.5);
    let y = area[3] - 5.0;
    let end = sheet.write(Face::bold(stay.family), 7.0, area[0] + 4.0, y, label);
    let room = area[2] - end - 9.0;
    kit::fit(
        sheet,
        Face::regular(stay.family),
        9.0,
        [end + 6.0, y],
        room,
        value,
    );
}

/// The framed lines; gives their bottom.
fn grid(
    rng: &mut Rng,
    sheet: &mut Sheet,
    stay: &Stay,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let middle = rng.uniform(290.0, 318.0);
    let dated = Dated::Numeric;
    let received = dated.print(&case.received);
    let title = match case.is_petition {
        true => "I-129, Petition for a Nonimmigrant Worker",
        false => "I-539, Application to Extend/Change Status",
    };
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    let name = case.filer.listed();
    truth.fields.received_date = Some(received.clone());
    world::note_filer(truth, role, &name);
    let own = world::own(rng, 42, 18);
    let number = world::own_number(rng, own, case, truth);
    let mut cells = vec![
        ("Receipt #", stay.receipt.clone()),
        ("Notice Date", stay.noticed.clone()),
        ("Case Type", title.to_string()),
        ("Received", received),
        (role, name),
    ];
    if own != Own::Missing {
        let label = match case.is_petition {
            true => rng.pick(&["Petitioner's USCIS Acct #", "Filer's Online Acct"]),
            false => rng.pick(&["USCIS Online Acct #", "Applicant's Online Acct"]),
        };
        cells.push((label, number));
    }
    if case.is_petition {
        let name = case.beneficiary.listed();
        truth.fields.beneficiary = Some(name.clone());
        cells.push(("Beneficiary", name));
    }
    if rng.chance(0.6) {
        cells.push(("A-Number", world::alien(rng, &case.beneficiary, truth)));
    }
    cells.push(("Page", "1 of 1".into()));
    let mut y = 76.0;
    for pair in cells.chunks(2) {
        let right = if pair.len() == 1 { 576.0 } else { middle };
        line(
            sheet,
            stay,
            [36.0, y, right, y + 18.0],
            pair[0].0,
            &pair[0].1,
        );
        if let Some((label, value)) = pair.get(1) {
            line(sheet, stay, [middle, y, 576.0, y + 18.0], label, value);
        }
        y += 18.0;
    }
    y
}

/// Address at the left, the decision at the right; gives the bottom.
fn address(
    rng: &mut Rng,
    sheet: &mut Sheet,
    stay: &Stay,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let face = Face::regular(stay.family);
    let mut to = vec![case.filer.name()];
    if rng.chance(0.5) {
        to.push(format!("c/o {}", case.attorney.0));
        to.push(case.attorney.1.clone());
    }
    to.extend(case.address.iter().cloned());
    kit::stack(sheet, face, 9.5, [52.0, top + 28.0], &to);
    let kind = "Approval Notice";
    truth.fields.notice_type = Some(kind.into());
    let mut lines = vec![
        format!("Notice Type: {kind}"),
        format!("Class: {}", stay.class),
        format!("Valid from {} to {}", stay.from, stay.until),
    ];
    if rng.chance(0.4) {
        let place = rng.pick(&["NONE", "TORONTO", "MUMBAI", "LONDON"]);
        truth.fields.consulate = Some(place.into());
        lines.push(format!("Consulate: {place}"));
    }
    if case.is_petition && rng.chance(0.6) {
        let ticket = format!("I-200-{}-{}", rng.digits(5), rng.digits(6));
        lines.push(format!("ETA Case Number: {ticket}"));
    }
    kit::stack(sheet, face, 9.5, [330.0, top + 22.0], &lines);
    top + 100.0
}

/// The body and the office.
fn body(rng: &mut Rng, sheet: &mut Sheet, stay: &Stay, case: &Case, y: f32) -> f32 {
    let face = Face::regular(stay.family);
    let carrier = rng.pick(&["FedEx", "UPS", "courier"]);
    let shipped = format!(
        "This original was sent by {carrier}, shipment {}. Keep it; a copy costs a fee.",
        case::account(rng)
    );
    let mut texts = vec![
        "The request named above is approved, and so is the stay of the person named on the lower \
         part of this page. The lower part replaces the Form I-94 that was given before. Tear it \
         off and keep it with the passport.",
    ];
    texts.extend(matter::some(rng, matter::STAY, 1));
    if rng.chance(0.6) {
        texts.push(&shipped);
    }
    let y = kit::prose(sheet, face, 9.3, [40.0, y], 532.0, &texts);
    let office = world::office(rng, &case.receipt);
    let lines = [
        office.name,
        office.street,
        office.city,
        "Telephone 1-800-375-5283",
    ];
    kit::stack(sheet, face, 8.5, [40.0, y + 14.0], &lines);
    kit::bars(
        sheet,
        [372.0, y + 8.0],
        26.0,
        Symbology::Code39,
        &case.receipt,
    );
    y + 66.0
}

/// The arrival record to tear off at the foot.
fn stub(rng: &mut Rng, sheet: &mut Sheet, stay: &Stay, case: &Case, truth: &mut NoticeTruth) {
    let bold = Face::bold(stay.family);
    let face = Face::regular(stay.family);
    let who = &case.beneficiary;
    sheet.write(
        face,
        6.5,
        36.0,
        556.0,
        "Form I-797A   PLEASE TEAR OFF FORM I-94 PRINTED BELOW",
    );
    kit::perforation(sheet, 36.0, 576.0, 562.0);
    let record = match case.noticed.year {
        2020.. => format!("{} A{}", rng.digits(9), rng.digits(1)),
        _ => format!("{} {}", rng.digits(9), rng.digits(2)),
    };
    truth.fields.i94_number = Some(record.clone());
    sheet.write(
        bold,
        8.0,
        40.0,
        580.0,
        "Detach This Half for Personal Records",
    );
    let mut lines = vec![
        ("Receipt #", stay.receipt.clone()),
        ("I-94#", record),
        ("NAME", who.listed()),
        ("CLASS", stay.class.to_string()),
        ("VALID FROM", format!("{} UNTIL {}", stay.from, stay.until)),
    ];
    if case.is_petition {
        lines.push(("PETITIONER", case.filer.listed()));
    }
    let mut y = 600.0;
    for (label, value) in lines {
        sheet.write(face, 8.5, 40.0, y, label);
        kit::fit(sheet, face, 9.0, [104.0, y], 172.0, &value);
        y += 15.0;
    }
    sheet.upright(288.0, 572.0, 744.0, 0.5);
    sheet.frame([300.0, 574.0, 576.0, 742.0], 0.8);
    let country = rng.pick(&["INDIA", "BRAZIL", "CANADA", "PHILIPPINES", "GHANA"]);
    let born = who.born.numeric();
    let cells = [
        ("14. Family Name", who.family.as_str()),
        ("15. First (Given) Name", who.given.as_str()),
        ("16. Date of Birth", born.as_str()),
        ("17. Country of Citizenship", country),
    ];
    sheet.write(bold, 8.5, 306.0, 586.0, "I-94  DEPARTURE RECORD");
    for (place, (label, value)) in cells.iter().enumerate() {
        let y = 600.0 + 35.0 * place as f32;
        sheet.rule(300.0, 576.0, y - 8.0, 0.4);
        sheet.write(face, 6.5, 306.0, y, label);
        sheet.write(face, 9.5, 306.0, y + 15.0, value);
    }
}
