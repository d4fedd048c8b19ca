//! Notices that are mostly a table: one row an applicant, and one row a payment.
use super::kit::{Fact, Pad, Plan, i94};
use super::place::{dress, fitted, prose};
use super::words::{account_label, advice, office};
use crate::barcode::{self, Symbology};
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Where each column of the roster begins, and the right edge.
const COLUMNS: [f32; 7] = [44.0, 62.0, 206.0, 276.0, 340.0, 424.0, 570.0];

/// A notice with a table of all persons on it.
pub(super) fn roster(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::LiberationSansNarrow,
        Family::Helvetica,
        Family::DejaVuSansCondensed,
    ];
    let mut pad = Pad::new(rng, case, "I-797C", &faces);
    let plan = pad.plan();
    let in_table = plan != Plan::Absent && pad.maybe(0.5);
    let mut sheet = pad.page();
    let place = office(&mut pad);
    let bold = pad.bold();
    let regular = pad.regular();
    sheet.write(
        bold,
        10.0,
        44.0,
        44.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.write(regular, 8.0, 44.0, 55.0, &place[0]);
    sheet.flush_right(bold, 10.0, 570.0, 44.0, "Form I-797C, Notice of Action");
    sheet.rule(44.0, 570.0, 62.0, 1.5);
    let kind = pad.notice_type(&["Receipt Notice", "Transfer Notice", "Family Receipt Notice"]);
    sheet.centred(bold, 13.0, 306.0, 82.0, &kind);
    let facts = roster_facts(&mut pad, if in_table { Plan::Absent } else { plan });
    let facts = dress(&mut pad, facts);
    let mut y = strips(&mut sheet, &pad, &facts, 100.0);
    sheet.write(bold, 9.0, 44.0, y + 8.0, "Persons covered by this notice");
    let column = if in_table { plan } else { Plan::Absent };
    y = people(&mut pad, &mut sheet, y + 16.0, column, in_table);
    if in_table {
        let note = "* Shown for the person who filed only. The members of a family who are listed \
                    with that person have none of their own in this case.";
        y = sheet.paragraph(regular, 6.5, 44.0, y + 10.0, 500.0, note);
    }
    let count = 2 + pad.rng.below(3);
    let text = advice(&mut pad, count);
    y = prose(&mut sheet, regular, 9.0, [44.0, y + 20.0], 526.0, &text);
    for (step, line) in place.iter().enumerate() {
        sheet.write(regular, 8.5, 44.0, y + 10.0 + step as f32 * 10.5, line);
    }
    if let Some(modules) = barcode::modules(Symbology::Code39, &case.receipt) {
        sheet.bars(330.0, 716.0, 0.8, 24.0, &modules);
    }
    sheet.write(
        regular,
        6.5,
        44.0,
        756.0,
        "Form I-797C (Rev. R) N - one row a person",
    );
    sheet.flush_right(regular, 6.5, 570.0, 756.0, "1 / 1");
    Drawing {
        sheets: vec![sheet],
        truth: pad.truth,
    }
}

/// The facts over the table.
fn roster_facts(pad: &mut Pad, plan: Plan) -> Vec<Fact> {
    let mut facts = vec![
        (
            pad.any(&["Receipt Number", "Receipt No. (all persons)", "Receipt #"]),
            pad.receipt(),
        ),
        (
            pad.any(&["Notice Date", "Date of Notice", "Notice issued on"]),
            pad.noticed(),
        ),
        (
            pad.any(&["Form", "Case Type", "Form filed"]),
            pad.case_type(),
        ),
        (
            pad.any(&["Received Date", "Receipt Date", "Date received"]),
            pad.received(),
        ),
    ];
    if plan != Plan::Absent {
        facts.push((account_label(pad), pad.account(plan)));
    }
    if pad.case.is_petition {
        facts.push(("Petitioner".into(), pad.filer(true)));
        facts.push(("Priority Date".into(), pad.priority()));
    }
    if pad.maybe(0.5) {
        facts.push((
            pad.any(&["Amount received", "Fee paid", "Amount"]),
            pad.amount(),
        ));
    }
    if let Some(section) = pad.section() {
        facts.push(("Section".into(), section));
    }
    if pad.maybe(0.5) {
        facts.push(super::words::other_number(pad));
    }
    facts
}

/// Labels over values, three in a row; returns the next baseline.
fn strips(sheet: &mut Sheet, pad: &Pad, facts: &[Fact], top: f32) -> f32 {
    let mut y = top;
    for row in facts.chunks(3) {
        sheet.rule(44.0, 570.0, y - 8.0, 0.4);
        for (column, (label, value)) in row.iter().enumerate() {
            let x = 44.0 + column as f32 * 178.0;
            fitted(sheet, pad.bold(), 6.5, [x, y], 168.0, label);
            fitted(sheet, pad.regular(), 9.5, [x, y + 12.0], 168.0, value);
        }
        y += 27.0;
    }
    sheet.rule(44.0, 570.0, y - 8.0, 0.4);
    y
}

/// The table of persons; returns its lower edge.
fn people(pad: &mut Pad, sheet: &mut Sheet, top: f32, plan: Plan, column: bool) -> f32 {
    let last = if column {
        pad.any(&[
            "USCIS Online Acct No.*",
            "USCIS Online Account*",
            "Online Account Number*",
        ])
    } else {
        pad.any(&["I-94 No.", "Fingerprint control no.", "Passport no."])
    };
    let heads = [
        "",
        "Name (family, given)",
        "Relation",
        "Born",
        "A-Number",
        &last,
    ];
    sheet.fill([44.0, top, 570.0, top + 16.0], 0.85);
    for (index, head) in heads.iter().enumerate() {
        let x = COLUMNS[index] + 3.0;
        fitted(
            sheet,
            pad.bold(),
            7.5,
            [x, top + 11.0],
            COLUMNS[index + 1] - x - 2.0,
            head,
        );
    }
    let first = pad.case.beneficiary.clone();
    let name = if pad.case.is_petition {
        pad.beneficiary(true)
    } else {
        pad.filer(true)
    };
    let word = if pad.case.is_petition {
        "Beneficiary"
    } else {
        "Princ. applicant"
    };
    let own = match (column, last.as_str()) {
        (true, _) if pad.case.is_petition => String::new(),
        (true, _) => pad.account(plan),
        (_, "I-94 No.") => pad.i94(),
        (_, "Passport no.") => pad.rng.digits(9),
        _ => pad.rng.digits(12),
    };
    let mut rows = vec![(name, word.to_string(), first.clone(), own)];
    if column && pad.case.is_petition {
        let filer = pad.case.filer.clone();
        rows.insert(
            0,
            (
                pad.filer(true),
                "Petitioner".into(),
                filer,
                pad.account(plan),
            ),
        );
    }
    for step in 0..2 + pad.rng.below(4) {
        let person = first.relative(pad.rng);
        let other = match (column, last.as_str()) {
            (true, _) => String::new(),
            (_, "I-94 No.") => i94(pad.rng),
            (_, "Passport no.") => pad.rng.digits(9),
            _ => pad.rng.digits(12),
        };
        let word = if step == 0 { "Spouse" } else { "Child" };
        rows.push((person.listed(), word.into(), person, other));
    }
    let mut y = top + 16.0;
    for (index, row) in rows.iter().enumerate() {
        person_row(pad, sheet, y, index + 1, row);
        y += 15.0;
    }
    sheet.frame([44.0, top, 570.0, y], 0.7);
    for x in &COLUMNS[1..6] {
        sheet.upright(*x, top, y, 0.4);
    }
    y
}

/// One row of the table.
fn person_row(
    pad: &mut Pad,
    sheet: &mut Sheet,
    y: f32,
    number: usize,
    row: &(String, String, Person, String),
) {
    let a_number = pad.a_number(&row.2);
    let cells = [
        number.to_string(),
        row.0.clone(),
        row.1.clone(),
        pad.date(row.2.born),
        a_number,
    ];
    for (index, cell) in cells.iter().chain([&row.3]).enumerate() {
        let x = COLUMNS[index] + 3.0;
        fitted(
            sheet,
            pad.regular(),
            8.5,
            [x, y + 11.0],
            COLUMNS[index + 1] - x - 3.0,
            cell,
        );
    }
    sheet.rule(44.0, 570.0, y, 0.3);
}

/// A statement of the fees of a case, one row a payment.
pub(super) fn fees(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::LiberationSans,
        Family::FreeSans,
        Family::LiberationSerif,
    ];
    let mut pad = Pad::new(rng, case, "I-797", &faces);
    let plan = pad.plan();
    let mut sheet = pad.page();
    let bold = pad.bold();
    let regular = pad.regular();
    sheet.fill([40.0, 34.0, 572.0, 58.0], 0.15);
    sheet.write_shaded(
        bold,
        12.0,
        48.0,
        51.0,
        "USCIS  Office of Intake and Fees",
        1.0,
    );
    let kind = pad.notice_type(&[
        "Fee Receipt Notice",
        "Statement of Fees",
        "Notice of Payment",
    ]);
    sheet.write(bold, 15.0, 40.0, 84.0, &kind);
    sheet.flush_right(
        regular,
        8.0,
        572.0,
        84.0,
        "Form I-797, Notice of Action   Page 1 of 1",
    );
    let lines = super::words::addressee(&mut pad);
    for (step, line) in lines.iter().enumerate() {
        sheet.write(regular, 9.5, 40.0, 116.0 + step as f32 * 12.0, line);
    }
    let facts = fee_facts(&mut pad, plan);
    let facts = dress(&mut pad, facts);
    let mut y = 110.0;
    let gap = pad.rng.uniform(13.0, 16.0);
    for (label, value) in &facts {
        fitted(&mut sheet, regular, 8.5, [290.0, y], 158.0, label);
        fitted(&mut sheet, bold, 9.0, [454.0, y], 118.0, value);
        sheet.rule(290.0, 572.0, y + 4.0, 0.2);
        y += gap;
    }
    y = payments(&mut pad, &mut sheet, y.max(186.0) + 16.0);
    let count = 3 + pad.rng.below(2);
    let mut text = advice(&mut pad, count);
    text.insert(
        0,
        "The reference beside a payment was given by the bank or by Pay.gov. It is no account \
         with USCIS, and you need it only to ask about that payment."
            .into(),
    );
    y = prose(&mut sheet, regular, 9.5, [40.0, y + 26.0], 500.0, &text);
    let place = office(&mut pad);
    sheet.write(regular, 9.0, 40.0, y + 8.0, &place.join(", "));
    sheet.rule(40.0, 572.0, 744.0, 0.5);
    sheet.write(
        regular,
        7.0,
        40.0,
        754.0,
        "Keep this statement with your records. Form I-797",
    );
    Drawing {
        sheets: vec![sheet],
        truth: pad.truth,
    }
}

/// The facts at the right of the statement.
fn fee_facts(pad: &mut Pad, plan: Plan) -> Vec<Fact> {
    let filer = pad.case.filer.clone();
    let mut facts = vec![
        (
            pad.any(&["Statement date", "Notice date", "Date of this notice"]),
            pad.noticed(),
        ),
        (
            pad.any(&["Receipt number", "Case receipt no.", "For receipt number"]),
            pad.receipt(),
        ),
    ];
    facts.push((pad.role_title().into(), pad.filer(true)));
    if plan != Plan::Absent {
        facts.push((account_label(pad), pad.account(plan)));
    } else if pad.maybe(0.6) {
        facts.push(("Payer's bank account".into(), pad.rng.digits(12)));
    }
    facts.push((
        pad.any(&["Form", "Form type", "Fee for form"]),
        pad.form_code(),
    ));
    facts.push((
        pad.any(&["Received", "Date received", "Receipt date"]),
        pad.received(),
    ));
    if pad.maybe(0.7) {
        let label = format!("{} A-Number", pad.role_title());
        facts.push((label, pad.a_number(&filer)));
    }
    if pad.maybe(0.4) {
        facts.push((
            "Representative's online acct #".into(),
            pad.attorney_account(),
        ));
    }
    facts
}

/// The table of payments; returns its lower edge.
fn payments(pad: &mut Pad, sheet: &mut Sheet, top: f32) -> f32 {
    let reference = pad.any(&["Bank reference", "Pay.gov Tracking ID", "Transaction no."]);
    let xs = [40.0, 130.0, 290.0, 400.0];
    let heads = ["Posted", "Item", "Paid from account", &reference];
    for (x, head) in xs.iter().zip(heads) {
        sheet.write(pad.bold(), 8.0, *x, top, head);
    }
    sheet.flush_right(pad.bold(), 8.0, 572.0, top, "U.S. dollars");
    sheet.rule(40.0, 572.0, top + 4.0, 1.0);
    let total = pad.amount();
    let items = [
        "Filing fee",
        "Biometric services",
        "Adjustment",
        "Returned item",
    ];
    let mut y = top + 17.0;
    let count = 1 + pad.rng.below(3);
    for (index, item) in items.iter().take(count).enumerate() {
        let cells = [
            pad.date(pad.case.received.later(0, index as i64)),
            item.to_string(),
            format!("xxxx{}", pad.rng.digits(4)),
            pad.rng.digits(12),
        ];
        for (x, cell) in xs.iter().zip(&cells) {
            sheet.write(pad.regular(), 9.0, *x, y, cell);
        }
        let sum = if index == 0 { total.as_str() } else { "$0.00" };
        sheet.flush_right(pad.regular(), 9.0, 572.0, y, sum);
        y += 14.0;
    }
    sheet.rule(400.0, 572.0, y - 8.0, 0.5);
    sheet.write(pad.bold(), 9.0, 400.0, y + 4.0, "Total amount received");
    sheet.flush_right(pad.bold(), 9.0, 572.0, y + 4.0, &total);
    y + 8.0
}
