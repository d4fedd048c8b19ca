//! `tearoff`: an approval I-797A of a company's petition, with an I-94 to tear off at the foot.
use super::kit::{Desk, Fate, aged, barcode, dashes, fitted, flow, microprint, stir};
use super::words::{agency, center, prose};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Companies that petition.
const COMPANIES: [&str; 8] = [
    "QUARTZ HOLLOW SOFTWARE LLC",
    "BLUE HERON DIAGNOSTICS INC",
    "MERIDIAN BRIDGEWORKS CORP",
    "SAINT OLAVE HOSPITAL",
    "LARKSPUR FREIGHT AND LOGISTICS",
    "TALLGRASS UNIVERSITY",
    "NORTH FORK ORCHARDS",
    "PELICAN STREET THEATRE COMPANY",
];

/// What stays the same over the page.
struct Grant {
    company: &'static str,
    class: &'static str,
    valid: [String; 2],
    i94: String,
}

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 66);
    let case = &aged(rng, case, 0.12);
    let mut desk = Desk::open(rng, case, "I-797A");
    desk.dates = 0;
    let family = desk.pick(&[
        Family::Helvetica,
        Family::Times,
        Family::LiberationSans,
        Family::FreeSans,
    ]);
    let grant = grant(&mut desk);
    let mut sheet = Sheet::letter(family);
    pattern(&mut desk, &mut sheet, family);
    let y = grid(&mut desk, &mut sheet, family, &grant);
    let y = middle(&mut desk, &mut sheet, family, &grant, y);
    let prose = prose(&mut desk);
    flow(
        &mut sheet,
        Face::regular(family),
        8.6,
        [40.0, y, 572.0, 500.0],
        &prose,
    );
    office(&mut desk, &mut sheet, family);
    stub(&mut desk, &mut sheet, family, &grant);
    desk.close(vec![sheet])
}

/// Draws the terms of the approval.
fn grant(desk: &mut Desk) -> Grant {
    let start = desk.case.noticed.later(1, 0);
    let end = desk.case.noticed.later(37, 0);
    let digits = desk.rng.digits(9);
    let i94 = if desk.chance(0.5) {
        format!("{digits} {:02}", desk.rng.below(30))
    } else {
        format!("{digits}A{}", desk.rng.below(10))
    };
    Grant {
        company: desk.pick(&COMPANIES),
        class: desk.pick(&["H1B", "L1A", "O1", "TN", "R1", "P3"]),
        valid: [start.numeric(), end.numeric()],
        i94,
    }
}

/// The pattern of the paper and the banner.
fn pattern(desk: &mut Desk, sheet: &mut Sheet, family: Family) {
    if desk.chance(0.6) {
        for line in 0..46 {
            let x = 28.0 + 12.0 * line as f32;
            sheet.fill([x, 52.0, x + 4.0, 520.0], 0.97);
        }
    }
    microprint(sheet, Face::regular(family), 28.0, [28.0, 584.0]);
    let text = desk.pick(&[
        "THE UNITED STATES OF AMERICA",
        "T H E   U N I T E D   S T A T E S   O F   A M E R I C A",
    ]);
    sheet.centred(Face::bold(family), 13.0, 306.0, 44.0, text);
    microprint(sheet, Face::regular(family), 50.0, [28.0, 584.0]);
    sheet.write(
        Face::bold(family),
        10.0,
        40.0,
        64.0,
        "I-797A, Notice of Action",
    );
    let side = agency(desk)[1];
    sheet.flush_right(Face::regular(family), 8.5, 572.0, 64.0, side);
}

/// A cell with the label above the value.
fn cell(sheet: &mut Sheet, family: Family, span: [f32; 3], label: &str, value: &str) {
    let [left, top, right] = span;
    sheet.frame([left, top, right, top + 27.0], 0.7);
    fitted(
        sheet,
        Face::bold(family),
        6.4,
        [left + 3.0, top + 8.0],
        right - left - 6.0,
        label,
    );
    fitted(
        sheet,
        Face::regular(family),
        9.2,
        [left + 3.0, top + 21.0],
        right - left - 6.0,
        value,
    );
}

/// The grid of the head.
fn grid(desk: &mut Desk, sheet: &mut Sheet, family: Family, grant: &Grant) -> f32 {
    let top = 70.0;
    let receipt = desk.receipt();
    cell(
        sheet,
        family,
        [40.0, top, 200.0],
        "Receipt Number",
        &receipt,
    );
    desk.truth.fields.case_type = Some("I-129".into());
    let label = desk.pick(&[
        "Petitioner's USCIS Online Account Number",
        "USCIS Online Account Number",
        "Employer USCIS Online Account No.",
        "Petitioner Online Acct. No.",
        "USCIS Organizational Account Number (Petitioner)",
        "USCIS Account Number of Petitioner",
    ]);
    let title = "I129 - PETITION FOR A NONIMMIGRANT WORKER";
    if let Some(value) = desk.account() {
        cell(sheet, family, [200.0, top, 372.0], label, &value);
        cell(sheet, family, [372.0, top, 572.0], "Case Type", title);
    } else {
        cell(sheet, family, [200.0, top, 572.0], "Case Type", title);
    }
    let received = desk.received_date();
    cell(
        sheet,
        family,
        [40.0, top + 27.0, 120.0],
        "Received Date",
        &received,
    );
    cell(
        sheet,
        family,
        [120.0, top + 27.0, 200.0],
        "Priority Date",
        "",
    );
    cell(
        sheet,
        family,
        [200.0, top + 27.0, 572.0],
        "Petitioner",
        grant.company,
    );
    desk.truth.fields.petitioner = Some(grant.company.into());
    let noticed = desk.notice_date();
    cell(
        sheet,
        family,
        [40.0, top + 54.0, 120.0],
        "Notice Date",
        &noticed,
    );
    cell(sheet, family, [120.0, top + 54.0, 200.0], "Page", "1 of 1");
    let person = desk.case.beneficiary.clone();
    let label = if desk.chance(0.4) {
        format!("Beneficiary {}", desk.spaced_a_number(&person))
    } else {
        "Beneficiary".into()
    };
    let name = desk.beneficiary(true);
    cell(sheet, family, [200.0, top + 54.0, 572.0], &label, &name);
    top + 81.0
}

/// Address and the right block.
fn middle(desk: &mut Desk, sheet: &mut Sheet, family: Family, grant: &Grant, top: f32) -> f32 {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let (attorney, firm) = desk.case.attorney.clone();
    let [street, city] = desk.case.address.clone();
    let lines = if desk.chance(0.5) {
        vec![attorney, firm, street, city]
    } else {
        vec![
            grant.company.into(),
            "ATTN: HUMAN RESOURCES".into(),
            street,
            city,
        ]
    };
    for (row, line) in lines.iter().enumerate() {
        fitted(
            sheet,
            plain,
            9.6,
            [56.0, top + 22.0 + 12.0 * row as f32],
            230.0,
            line,
        );
    }
    let kind = desk.notice_type("Approval Notice");
    let [from, to] = grant.valid.clone();
    desk.truth.fields.class = Some(grant.class.into());
    desk.truth.fields.valid_from = Some(from.clone());
    desk.truth.fields.valid_to = Some(to.clone());
    let mut rows = vec![
        ("Notice Type:", kind),
        ("Class:", grant.class.to_string()),
        ("Valid from", format!("{from} to {to}")),
    ];
    if desk.chance(0.5) {
        rows.push((
            "ETA Case Number:",
            format!("I-200-{}-{}", desk.rng.digits(5), desk.rng.digits(6)),
        ));
    }
    if desk.chance(0.5) {
        rows.push((
            "FEIN:",
            format!("{}-{}", desk.rng.digits(2), desk.rng.digits(7)),
        ));
    }
    if desk.fate != Fate::Given && desk.chance(0.6) {
        rows.push(("Attorney's own USCIS account:", desk.representative()));
    }
    for (row, (label, value)) in rows.iter().enumerate() {
        let y = top + 20.0 + 12.0 * row as f32;
        let x = sheet.write(bold, 9.2, 320.0, y, label);
        fitted(sheet, plain, 9.2, [x + 5.0, y], 567.0 - x, value);
    }
    if desk.chance(0.5) {
        barcode(sheet, desk, [56.0, top + 66.0], 18.0);
    }
    top + 108.0
}

/// The office above the tear line.
fn office(desk: &mut Desk, sheet: &mut Sheet, family: Family) {
    let office = center(desk);
    let plain = Face::regular(family);
    sheet.write(plain, 8.5, 40.0, 512.0, office.name);
    sheet.write(plain, 8.5, 40.0, 522.0, office.lines[0]);
    sheet.write(plain, 8.5, 40.0, 532.0, office.lines[1]);
    let phone = format!("Customer Service Telephone: {}", office.phone);
    sheet.write(plain, 8.5, 40.0, 542.0, &phone);
    sheet.flush_right(plain, 7.5, 572.0, 542.0, "Form I-797A (Rev. 10/31/05) N");
}

/// The departure record below the tear line.
fn stub(desk: &mut Desk, sheet: &mut Sheet, family: Family, grant: &Grant) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let line = "PLEASE TEAR OFF FORM I-94 PRINTED BELOW AND STAPLE TO ORIGINAL I-94 IF AVAILABLE";
    sheet.centred(bold, 7.5, 306.0, 562.0, line);
    dashes(sheet, 28.0, 584.0, 569.0, 3.0);
    let left = desk.pick(&[40.0f32, 300.0]);
    sheet.frame([left, 580.0, left + 272.0, 764.0], 0.8);
    sheet.write(
        plain,
        8.0,
        left + 8.0,
        593.0,
        "Detach This Half for Personal Records",
    );
    beside(desk, sheet, family, if left > 100.0 { 40.0 } else { 324.0 });
    desk.truth.prints_receipt(&desk.case.receipt);
    let person = &desk.case.beneficiary;
    let [from, to] = grant.valid.clone();
    let rows = [
        ("Receipt #", desk.case.receipt.clone()),
        ("I-94#", grant.i94.clone()),
        ("NAME", person.listed()),
        ("CLASS", grant.class.to_string()),
        ("VALID FROM", format!("{from} UNTIL {to}")),
        ("BIRTH DATE", person.born.numeric()),
        ("PETITIONER:", grant.company.to_string()),
    ];
    desk.truth.fields.i94_number = Some(grant.i94.clone());
    for (row, (label, value)) in rows.iter().enumerate() {
        let y = 612.0 + 18.0 * row as f32;
        let x = sheet.write(bold, 8.6, left + 8.0, y, label);
        fitted(sheet, plain, 9.6, [x + 6.0, y], left + 266.0 - x, value);
    }
    let mono = Face::regular(Family::Courier);
    let admission = case::receipt(desk.rng, "AAA", desk.case.noticed.year);
    sheet.write(mono, 9.0, left + 8.0, 754.0, &format!("STOCK {admission}"));
}

/// What stands beside the departure record: its stub for the port, or a text.
fn beside(desk: &mut Desk, sheet: &mut Sheet, family: Family, left: f32) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let [right, width] = [left + 246.0, 246.0];
    sheet.write(bold, 8.6, left, 593.0, "Form I-94, Departure Record");
    let text = "Keep this record in your passport and give it up when you leave the United States. \
                An alien who stays past the date shown may be removed. The number of the record \
                has eleven characters; it is neither an A-Number nor a USCIS account number.";
    let y = super::kit::block(sheet, plain, 8.2, [left, 608.0], width, text) + 8.0;
    if desk.chance(0.5) {
        for (row, label) in ["Port:", "Date:", "Carrier:", "Flight #/Ship Name:"]
            .iter()
            .enumerate()
        {
            let base = y + 18.0 * row as f32 + 6.0;
            let x = sheet.write(plain, 8.2, left, base, label);
            sheet.rule(x + 4.0, right, base + 2.0, 0.4);
        }
    }
}
