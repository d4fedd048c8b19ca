//! A notice in two columns, and an appointment told in lists.
use super::kit::{Fact, Pad, Plan};
use super::letters::second;
use super::place::{dress, fitted, prose};
use super::words::{account_label, addressee, advice, office, other_number};
use crate::barcode::{self, Symbology};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Facts in a shaded column, prose beside it.
pub(super) fn twocol(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::FreeSans,
        Family::LiberationSans,
        Family::DejaVuSans,
        Family::Times,
    ];
    let mut pad = Pad::new(rng, case, "I-797C", &faces);
    let right = pad.maybe(0.4);
    let (side, text_left) = if right { (382.0, 42.0) } else { (42.0, 248.0) };
    let mut sheet = pad.page();
    let bold = pad.bold();
    let regular = pad.regular();
    sheet.fill([side, 84.0, side + 188.0, 738.0], 0.92);
    sheet.write(bold, 15.0, 42.0, 54.0, "Notice of Action");
    sheet.flush_right(regular, 9.0, 570.0, 54.0, "I-797C");
    sheet.write(
        regular,
        8.0,
        42.0,
        66.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.rule(42.0, 570.0, 74.0, 2.0);
    let facts = glance(&mut pad);
    let facts = dress(&mut pad, facts);
    let mut y = 104.0;
    let head = pad.any(&["AT A GLANCE", "Your case in brief", "Facts of the case"]);
    sheet.write(bold, 9.0, side + 10.0, y, &head);
    y += 20.0;
    let gap = pad.rng.uniform(30.0, 34.0);
    for (label, value) in &facts {
        fitted(&mut sheet, bold, 7.5, [side + 10.0, y], 168.0, label);
        fitted(
            &mut sheet,
            regular,
            10.0,
            [side + 10.0, y + 12.0],
            168.0,
            value,
        );
        y += gap;
    }
    if let Some(modules) = barcode::modules(Symbology::Code128, &case.receipt) {
        sheet.bars(side + 10.0, 704.0, 0.9, 22.0, &modules);
    }
    for (step, line) in addressee(&mut pad).iter().enumerate() {
        sheet.write(regular, 10.0, text_left, 108.0 + step as f32 * 12.5, line);
    }
    let count = 6 + pad.rng.below(2);
    let mut text = advice(&mut pad, count);
    text.insert(
        0,
        "We send you this notice on the case named beside this text.".into(),
    );
    let low = prose(&mut sheet, regular, 9.5, [text_left, 206.0], 310.0, &text);
    let place = office(&mut pad);
    for (step, line) in place.iter().enumerate() {
        sheet.write(
            regular,
            9.0,
            text_left,
            low + 6.0 + step as f32 * 11.0,
            line,
        );
    }
    sheet.centred(
        bold,
        7.0,
        306.0,
        758.0,
        "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS.",
    );
    let mut sheets = vec![sheet];
    if pad.maybe(0.3) {
        sheets.push(second(&mut pad, "I-797C  Notice of Action, continued"));
    }
    Drawing {
        sheets,
        truth: pad.truth,
    }
}

/// The facts in the column.
fn glance(pad: &mut Pad) -> Vec<Fact> {
    let plan = pad.plan();
    let filer = pad.case.filer.clone();
    let kinds = [
        "Transfer Notice",
        "Receipt Notice",
        "Reopen",
        "Notice of Continuance",
    ];
    let mut facts = vec![
        (
            pad.any(&["Type of notice", "Notice type"]),
            pad.notice_type(&kinds),
        ),
        (
            pad.any(&["Sent on (notice date)", "Notice date"]),
            pad.noticed(),
        ),
        (
            pad.any(&["Receipt number", "Your receipt no."]),
            pad.receipt(),
        ),
        (pad.any(&["Form", "Case type"]), pad.case_type()),
        (
            pad.any(&["We received it on", "Received date"]),
            pad.received(),
        ),
        (pad.role_title().to_string(), pad.filer(true)),
        (
            format!("{}'s A-Number", pad.role_title()),
            pad.a_number(&filer),
        ),
    ];
    let own = (plan != Plan::Absent).then(|| (account_label(pad), pad.account(plan)));
    facts.extend(own);
    if pad.case.is_petition {
        let other = pad.case.beneficiary.clone();
        facts.push(("Beneficiary".into(), pad.beneficiary(true)));
        facts.push(("Beneficiary's A-Number".into(), pad.a_number(&other)));
        facts.push(("Priority date".into(), pad.priority()));
    }
    if pad.maybe(0.7) {
        facts.push(other_number(pad));
    }
    if let Some(category) = pad.category() {
        facts.push(("Eligibility category".into(), category));
    }
    if pad.maybe(0.5) {
        facts.push((pad.any(&["You paid", "Amount received"]), pad.amount()));
    }
    facts
}

/// An appointment told in lists with dot leaders.
pub(super) fn lists(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::Times,
        Family::FreeSerif,
        Family::Helvetica,
        Family::DejaVuSansCondensed,
    ];
    let mut pad = Pad::new(rng, case, "I-797C", &faces);
    let mut sheet = pad.page();
    let bold = pad.bold();
    let regular = pad.regular();
    let kinds: &[&str] = if case.is_petition {
        &[
            "Interview Appointment Notice",
            "Request for Petitioner to Appear for Interview",
        ]
    } else {
        &[
            "ASC Appointment Notice",
            "Request for Applicant to Appear for Initial Interview",
        ]
    };
    let kind = pad.notice_type(kinds);
    sheet.write(bold, 15.0, 60.0, 60.0, &kind);
    sheet.write(
        regular,
        9.0,
        60.0,
        74.0,
        "USCIS - Form I-797C, Notice of Action",
    );
    let lines = addressee(&mut pad);
    for (step, line) in lines.iter().enumerate() {
        sheet.write(regular, 10.0, 60.0, 106.0 + step as f32 * 12.0, line);
    }
    let mut y = 186.0;
    let (day, hour) = pad.appointment();
    let place = office(&mut pad);
    let site = format!(
        "{} {} Street, {}",
        pad.rng.between(100, 4900),
        "Commerce",
        place[2]
    );
    let when = vec![
        (pad.any(&["Day", "Date of appointment", "Come on"]), day),
        (pad.any(&["Hour", "Time of appointment", "At"]), hour),
        (pad.any(&["Place", "Come to", "Where"]), site),
    ];
    y = leaders(&mut sheet, &mut pad, y, "When and where", &when);
    let facts = own_numbers(&mut pad);
    let facts = dress(&mut pad, facts);
    y = leaders(&mut sheet, &mut pad, y + 14.0, "You and your case", &facts);
    let others = vec![
        other_number(&mut pad),
        ("Room and code".into(), pad.rng.digits(3)),
    ];
    y = leaders(
        &mut sheet,
        &mut pad,
        y + 14.0,
        "For use by the office",
        &others,
    );
    sheet.write(bold, 11.0, 60.0, y + 14.0, "Bring with you");
    y += 31.0;
    for item in [
        "this notice, the whole of it",
        "a passport or another valid identity paper with a photograph",
        "the letter with your USCIS online account number, if you have ever had one",
        "all arrival records (Form I-94), old and new",
    ] {
        sheet.write(regular, 10.0, 72.0, y, &format!("-  {item}"));
        y += 14.0;
    }
    let text = advice(&mut pad, 2);
    prose(&mut sheet, regular, 9.5, [60.0, y + 12.0], 490.0, &text);
    sheet.flush_right(regular, 7.0, 552.0, 756.0, "Form I-797C    page 1");
    Drawing {
        sheets: vec![sheet],
        truth: pad.truth,
    }
}

/// The facts of the person and the case.
fn own_numbers(pad: &mut Pad) -> Vec<Fact> {
    let plan = pad.plan();
    let filer = pad.case.filer.clone();
    let mut facts = vec![
        (
            pad.any(&["Notice dated", "Date of notice", "Notice Date"]),
            pad.noticed(),
        ),
        (
            pad.any(&["Receipt number", "Application number", "Receipt No."]),
            pad.receipt(),
        ),
        (pad.any(&["Form", "Case type"]), pad.case_type()),
        (format!("Name of the {}", pad.role()), pad.filer(true)),
        (
            format!("A-Number of the {}", pad.role()),
            pad.a_number(&filer),
        ),
    ];
    if plan != Plan::Absent {
        facts.push((account_label(pad), pad.account(plan)));
    }
    if pad.case.is_petition {
        let other = pad.case.beneficiary.clone();
        facts.push(("Name of the beneficiary".into(), pad.beneficiary(true)));
        facts.push(("A-Number of the beneficiary".into(), pad.a_number(&other)));
    }
    if pad.maybe(0.4) {
        facts.push(("Date received".into(), pad.received()));
    }
    facts
}

/// A lettered list with dots between labels and values; returns the next baseline.
fn leaders(sheet: &mut Sheet, pad: &mut Pad, top: f32, head: &str, facts: &[Fact]) -> f32 {
    let bold = pad.bold();
    let regular = pad.regular();
    sheet.write(bold, 11.0, 60.0, top, head);
    let mut y = top + 17.0;
    let width = regular.width(".", 10.0) * 1.6;
    for (index, (label, value)) in facts.iter().enumerate() {
        let letter = (b'a' + index as u8) as char;
        let end = sheet.write(regular, 10.0, 72.0, y, &format!("({letter})  {label}"));
        let mut x = (end / width).ceil() * width + width;
        while x < 300.0 {
            sheet.write(regular, 10.0, x, y, ".");
            x += width;
        }
        fitted(
            sheet,
            regular,
            10.0,
            [308.0_f32.max(end + 8.0), y],
            244.0,
            value,
        );
        y += 14.5;
    }
    y
}
