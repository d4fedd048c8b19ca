//! Forms: numbered captions in boxes, and a worksheet with combs.
use super::kit::{Fact, Pad, Plan};
use super::place::{dress, fitted, prose};
use super::words::{account_label, advice, office, other_number};
use crate::barcode::{self, Symbology};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A form whose boxes have small numbered captions.
pub(super) fn captions(rng: &mut Rng, case: &Case) -> Drawing {
    let stub = matches!(case.form_code, "I-129" | "I-539");
    let form = if stub { "I-797A" } else { "I-797" };
    let faces = [
        Family::LiberationSans,
        Family::FreeSerif,
        Family::DejaVuSansCondensed,
    ];
    let mut pad = Pad::new(rng, case, form, &faces);
    let mut sheet = pad.page();
    let bold = pad.bold();
    let regular = pad.regular();
    sheet.centred(bold, 12.0, 306.0, 44.0, "THE UNITED STATES OF AMERICA");
    sheet.write(
        regular,
        7.5,
        36.0,
        58.0,
        "Department of Homeland Security - USCIS",
    );
    sheet.flush_right(bold, 7.5, 576.0, 58.0, &format!("{form}  Notice of Action"));
    let facts = caption_facts(&mut pad, stub);
    let facts = dress(&mut pad, facts);
    let per_row = pad.rng.pick(&[3usize, 3, 2]);
    let mut y = boxes(&mut sheet, &mut pad, &facts, per_row, 66.0);
    sheet.write(
        regular,
        6.0,
        39.0,
        y + 8.0,
        &format!("{}  Remarks", facts.len() + 1),
    );
    let count = 3 + pad.rng.below(2);
    let text = advice(&mut pad, count);
    let bottom = prose(&mut sheet, regular, 8.5, [44.0, y + 22.0], 520.0, &text);
    sheet.frame([36.0, y, 576.0, bottom], 0.8);
    y = bottom + 14.0;
    sheet.write(regular, 7.5, 36.0, y, &office(&mut pad).join("  /  "));
    if let Some(modules) = barcode::modules(Symbology::Code128, &case.receipt) {
        sheet.bars(400.0, y - 6.0, 0.9, 18.0, &modules);
    }
    if stub {
        tear_off(&mut pad, &mut sheet, y + 30.0);
    }
    sheet.write(
        regular,
        6.0,
        36.0,
        770.0,
        &format!("Form {form} 01/17  Captions are numbered."),
    );
    Drawing {
        sheets: vec![sheet],
        truth: pad.truth,
    }
}

/// The boxes' captions and values.
fn caption_facts(pad: &mut Pad, stub: bool) -> Vec<Fact> {
    let plan = pad.plan();
    let filer = pad.case.filer.clone();
    let title = pad.role_title();
    let kinds = ["Approval Notice", "APPROVAL NOTICE", "Notice of Approval"];
    let mut facts = vec![
        ("Kind of notice".into(), pad.notice_type(&kinds)),
        (
            pad.any(&["Receipt number", "Receipt no. of this case"]),
            pad.receipt(),
        ),
        (pad.any(&["Notice date", "Date of notice"]), pad.noticed()),
        (pad.any(&["Form and title", "Case type"]), pad.case_type()),
        (format!("Name of {}", title.to_lowercase()), pad.filer(true)),
        (format!("{title} A-Number"), pad.a_number(&filer)),
    ];
    if plan != Plan::Absent {
        facts.push((account_label(pad), pad.account(plan)));
    }
    facts.push(other_number(pad));
    if pad.case.is_petition {
        let other = pad.case.beneficiary.clone();
        facts.push(("Name of beneficiary".into(), pad.beneficiary(true)));
        facts.push(("Beneficiary A-Number".into(), pad.a_number(&other)));
        facts.push(("Priority date".into(), pad.priority()));
        facts.push((
            pad.any(&["Consulate", "Consulate or post"]),
            pad.consulate(),
        ));
    }
    facts.push((
        pad.any(&["Received date", "Date of receipt"]),
        pad.received(),
    ));
    if let Some(section) = pad.section() {
        facts.push(("Section of law".into(), section));
    }
    if let Some(class) = pad.class() {
        facts.push((pad.any(&["Class", "Class granted"]), class));
    }
    if let Some(category) = pad.category() {
        facts.push(("Eligibility category".into(), category));
    }
    if stub || pad.case.form_code == "I-765" || (!pad.case.is_petition && pad.maybe(0.5)) {
        let (from, to) = pad.validity();
        facts.push((pad.any(&["Valid from", "Valid: from"]), from));
        facts.push((pad.any(&["Valid to", "Valid until", "Valid through"]), to));
    }
    facts
}

/// Boxes with captions over, or under, their values; returns the lower edge.
fn boxes(sheet: &mut Sheet, pad: &mut Pad, facts: &[Fact], per_row: usize, top: f32) -> f32 {
    let under = pad.maybe(0.35);
    let height = pad.rng.uniform(26.0, 31.0);
    let mut y = top;
    let mut number = 1;
    for row in facts.chunks(per_row) {
        let width = 540.0 / row.len() as f32;
        for (index, (label, value)) in row.iter().enumerate() {
            let x = 36.0 + index as f32 * width;
            let caption = format!("{number}  {label}");
            let (small, large) = if under {
                (y + height - 4.0, y + 13.0)
            } else {
                (y + 8.0, y + height - 6.0)
            };
            fitted(
                sheet,
                pad.regular(),
                6.0,
                [x + 3.0, small],
                width - 6.0,
                &caption,
            );
            fitted(
                sheet,
                pad.bold(),
                10.0,
                [x + 10.0, large],
                width - 14.0,
                value,
            );
            sheet.frame([x, y, x + width, y + height], 0.6);
            number += 1;
        }
        y += height;
    }
    y
}

/// The arrival record to tear off; the truth knows its number.
fn tear_off(pad: &mut Pad, sheet: &mut Sheet, top: f32) {
    let bold = pad.bold();
    let regular = pad.regular();
    let mut x = 36.0;
    while x < 570.0 {
        sheet.rule(x, x + 6.0, top, 0.5);
        x += 10.0;
    }
    sheet.centred(
        regular,
        6.5,
        306.0,
        top + 9.0,
        "Tear off and keep with your passport",
    );
    let who = pad.case.beneficiary.clone();
    let number = pad.i94();
    let facts = [
        ("a  Arrival-departure record (I-94) number", number),
        ("b  Receipt number", pad.receipt_plain()),
        ("c  Family name", who.family.clone()),
        ("d  Given name", who.given.clone()),
    ];
    for (index, (label, value)) in facts.iter().enumerate() {
        let at = [
            40.0 + (index % 2) as f32 * 270.0,
            top + 24.0 + (index / 2) as f32 * 28.0,
        ];
        fitted(sheet, regular, 6.0, at, 200.0, label);
        fitted(sheet, bold, 10.0, [at[0] + 8.0, at[1] + 13.0], 240.0, value);
    }
}

/// An officer's worksheet: combs for the numbers, boxes to tick.
pub(super) fn worksheet(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [Family::Helvetica, Family::LiberationSerif, Family::FreeSans];
    let mut pad = Pad::new(rng, case, "", &faces);
    let plan = pad.plan();
    let mut sheet = pad.page();
    let bold = pad.bold();
    let regular = pad.regular();
    let title = pad.any(&[
        "CASE REVIEW WORKSHEET",
        "INTAKE WORKSHEET",
        "CASE WORKSHEET",
    ]);
    sheet.write(bold, 14.0, 50.0, 56.0, &title);
    sheet.write(
        regular,
        8.0,
        50.0,
        68.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(
        regular,
        8.0,
        562.0,
        56.0,
        "For the file. Copy to the filer.",
    );
    sheet.rule(50.0, 562.0, 76.0, 2.0);
    let mut y = 100.0;
    let kind = pad.notice_type(&["Interview Worksheet", "Transfer Notice", "Receipt Notice"]);
    entry(&mut sheet, &pad, y, "Notice type", &kind);
    y += 22.0;
    for (label, value) in sheet_entries(&mut pad) {
        entry(&mut sheet, &pad, y, &label, &value);
        y += 22.0;
    }
    let receipt = pad.receipt_plain();
    comb(&mut sheet, &pad, y + 4.0, "Receipt number", &receipt, 13);
    y += 34.0;
    let filer = pad.case.filer.clone();
    let a_number = pad.a_number_plain(&filer);
    let label = format!("A-Number of {}", pad.role());
    comb(
        &mut sheet,
        &pad,
        y,
        &label,
        a_number.trim_start_matches('A'),
        9,
    );
    y += 30.0;
    if plan != Plan::Absent {
        let label = account_label(&mut pad);
        pad.account(plan);
        let digits = if plan == Plan::Filled {
            case.account.clone()
        } else {
            String::new()
        };
        comb(&mut sheet, &pad, y, &label, &digits, 12);
        y += 30.0;
    }
    if pad.maybe(0.6) {
        let digits = pad.attorney_account();
        let label = "Attorney's own USCIS online account no.";
        comb(&mut sheet, &pad, y, label, &digits, 12);
    } else {
        let digits = pad.rng.digits(12);
        comb(&mut sheet, &pad, y, "Mail room control no.", &digits, 12);
    }
    y = ticks(&mut pad, &mut sheet, y + 44.0);
    let text = advice(&mut pad, 2);
    prose(&mut sheet, regular, 9.0, [50.0, y + 14.0], 505.0, &text);
    sheet.write(
        regular,
        7.0,
        50.0,
        752.0,
        "Worksheet CR-7 (local form)          sheet 1",
    );
    Drawing {
        sheets: vec![sheet],
        truth: pad.truth,
    }
}

/// The entries that stand on a line.
fn sheet_entries(pad: &mut Pad) -> Vec<Fact> {
    let mut entries = vec![
        (
            pad.any(&[
                "Date of this notice",
                "Notice date",
                "Worksheet / notice date",
            ]),
            pad.noticed(),
        ),
        (
            pad.any(&["Form", "Case type", "Type of case"]),
            pad.case_type(),
        ),
        (pad.role_title().to_string(), pad.filer(true)),
        (pad.any(&["Received date", "Received on"]), pad.received()),
    ];
    if pad.case.is_petition {
        let other = pad.case.beneficiary.clone();
        entries.push(("Beneficiary".into(), pad.beneficiary(true)));
        entries.push(("A-Number of beneficiary".into(), pad.a_number(&other)));
    }
    if let Some(category) = pad.category() {
        entries.push(("Eligibility category".into(), category));
    }
    if let Some(section) = pad.section() {
        entries.push(("Section".into(), section));
    }
    entries.push(("SSN (if any)".into(), super::words::ssn(pad)));
    entries
}

/// A label, and a typed entry over a line.
fn entry(sheet: &mut Sheet, pad: &Pad, y: f32, label: &str, value: &str) {
    sheet.write(pad.regular(), 9.0, 50.0, y, label);
    sheet.rule(200.0, 562.0, y + 3.0, 0.4);
    fitted(
        sheet,
        Face::regular(Family::Courier),
        11.0,
        [206.0, y],
        350.0,
        value,
    );
}

/// A comb: one box a character, empty where there is no value.
fn comb(sheet: &mut Sheet, pad: &Pad, y: f32, label: &str, value: &str, teeth: usize) {
    fitted(sheet, pad.regular(), 9.0, [50.0, y], 172.0, label);
    let typed = Face::regular(Family::Courier);
    for index in 0..teeth {
        let left = 232.0 + index as f32 * 18.0;
        sheet.frame([left, y - 13.0, left + 18.0, y + 5.0], 0.5);
    }
    for (index, letter) in value.chars().enumerate() {
        sheet.centred(
            typed,
            12.0,
            241.0 + index as f32 * 18.0,
            y,
            &letter.to_string(),
        );
    }
}

/// Boxes to tick, some of them ticked; returns the lowest baseline.
fn ticks(pad: &mut Pad, sheet: &mut Sheet, top: f32) -> f32 {
    let items = [
        "Identity checked",
        "USCIS online account number compared with profile",
        "Fee posted",
        "G-28 on file",
        "Biometrics reused",
        "Related A-Files requested",
    ];
    for (index, item) in items.iter().enumerate() {
        let x = 50.0 + (index % 2) as f32 * 260.0;
        let y = top + (index / 2) as f32 * 17.0;
        sheet.frame([x, y - 8.0, x + 9.0, y + 1.0], 0.6);
        if pad.maybe(0.5) {
            sheet.write(pad.bold(), 8.5, x + 1.5, y - 0.5, "X");
        }
        sheet.write(pad.regular(), 9.0, x + 15.0, y, item);
    }
    top + 44.0
}
