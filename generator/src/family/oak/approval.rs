//! An approval on security paper with an I-94 to tear off at the foot.
use super::desk::{Desk, Shown};
use super::kit::{Item, Ruling, Style, grid, microprint, receipt_bars, snug, tear};
use super::words;
use crate::barcode::Symbology;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const ACCOUNT: &[&str] = &[
    "USCIS Online Account Number",
    "{R}'s USCIS online acct. no.",
    "USCIS ELIS number of {r}",
    "Filer's online account (USCIS)",
    "USCIS Online Account",
];

const WORKERS: &[&str] = &["H1B", "L1A", "L1B", "O1", "TN", "H2B", "P1", "E3", "R1"];
const VISITORS: &[&str] = &["B2", "F2", "H4", "L2", "J2", "O3", "TD"];

const PROSE: &[&str] = &[
    "The {kind} named above has been approved. The status of the person or persons named is valid \
     as shown.",
    "This approval is not a visa and cannot be used in place of one. A person who leaves the \
     United States must obtain a visa before returning, unless exempt.",
    "If any particular is wrong, return the whole page to the office shown; do not correct it by \
     hand.",
    "The {r} must keep the upper part of this page and produce it to an officer upon request.",
    "Please read the back of this form. You will be notified separately about other cases.",
];

/// The facts of the approval.
struct Grant {
    class: String,
    from: String,
    to: String,
    i94: String,
    alien: Person,
}

/// Draws lots for the approval and notes it.
fn grant(desk: &mut Desk, torn: bool) -> Grant {
    let class = desk.rng.pick(if desk.case.is_petition {
        WORKERS
    } else {
        VISITORS
    });
    let years = desk.rng.between(6, 36);
    let from = desk.date(&desk.case.noticed);
    let to = desk.date(&desk.case.noticed.later(years, 0));
    let tail = if desk.rng.chance(0.5) {
        format!(
            "{} {}",
            desk.rng.digits(9),
            desk.rng.pick(&["00", "01", "30"])
        )
    } else {
        format!(
            "{}{}{}",
            desk.rng.digits(9),
            desk.rng.pick(&["A", "C", "D"]),
            desk.rng.digits(1)
        )
    };
    let fields = &mut desk.truth.fields;
    fields.class = Some(class.to_string());
    fields.valid_from = Some(from.clone());
    fields.valid_to = Some(to.clone());
    if torn {
        fields.i94_number = Some(tail.clone());
    }
    let person = if desk.case.is_petition {
        &desk.case.beneficiary
    } else {
        &desk.case.filer
    };
    Grant {
        class: class.to_string(),
        from,
        to,
        i94: tail,
        alien: person.clone(),
    }
}

/// The rows of the upper part.
fn rows(desk: &mut Desk) -> Vec<Vec<(Item, f32)>> {
    let mut first = vec![(desk.receipt(words::RECEIPT), 1.0)];
    first.push((desk.case_type(words::CASE_TYPE), 1.8));
    let second = vec![
        (desk.received(words::RECEIVED), 1.0),
        (desk.priority(words::PRIORITY), 1.0),
        (desk.filer(&["{R}", "Name of {r}"]), 1.6),
    ];
    let mut third = vec![(desk.noticed(words::NOTICED), 1.0)];
    let page = if desk.rng.chance(0.5) {
        "1 of 1"
    } else {
        "1 of 2"
    };
    third.push((desk.item(&["Page"], page), 0.7));
    third.extend(desk.beneficiary(&["Beneficiary"]).map(|item| (item, 1.6)));
    let account = desk.account(ACCOUNT);
    let mut fourth: Vec<(Item, f32)> = Vec::new();
    match (account, desk.rng.below(3)) {
        (Some(item), 0) => first.insert(1, (item, 1.2)),
        (Some(item), 1) => third.push((item, 1.3)),
        (Some(item), _) => fourth.push((item, 1.2)),
        (None, _) => {}
    }
    if desk.rng.chance(0.6) {
        fourth.push((desk.filer_a(words::FILER_A), 1.2));
    }
    if desk.modern() && desk.rng.chance(0.35) {
        fourth.push((desk.attorney_account(), 1.4));
    }
    fourth.extend(desk.traps(1).into_iter().map(|item| (item, 1.1)));
    vec![first, second, third, fourth]
}

/// The paper: banner, tint and microprint.
fn paper(sheet: &mut Sheet, family: Family, tint: f32) {
    sheet.fill([24.0, 26.0, 588.0, 46.0], tint);
    let bold = Face::bold(Family::LiberationSerif);
    sheet.centred(bold, 13.0, 306.0, 41.0, "THE UNITED STATES OF AMERICA");
    let text = "USCITIZENSHIPANDIMMIGRATIONSERVICES";
    microprint(sheet, family, 24.0, 588.0, 49.5, text);
    microprint(sheet, family, 24.0, 588.0, 778.0, text);
}

/// The address and the particulars of the approval; the y below.
fn middle(desk: &mut Desk, sheet: &mut Sheet, style: &Style, grant: &Grant, top: f32) -> f32 {
    let plain = style.label_face();
    let bold = Face::bold(style.family);
    let mut base = top + 22.0;
    for line in desk.address() {
        sheet.write(plain, 10.0, 54.0, base, &line);
        base += 12.0;
    }
    let section = desk
        .rng
        .pick(&["101(a)(15) INA", "214(c)(1) INA", "248 INA", "8 CFR 214.2"]);
    desk.truth.fields.section = Some(section.to_string());
    desk.truth.fields.notice_type = Some("Approval Notice".to_string());
    let valid = format!("Valid from {} to {}", grant.from, grant.to);
    let mut lines = vec![
        "Notice Type: Approval Notice".to_string(),
        format!("Section: {section}"),
        format!("Class: {}", grant.class),
        valid,
    ];
    if desk.rng.chance(0.4) {
        let place = desk.rng.pick(&["NONE", "NEW DELHI", "MONTREAL", "LONDON"]);
        desk.truth.fields.consulate = Some(place.to_string());
        lines.insert(3, format!("Consulate: {place}"));
    }
    let mut base = top + 16.0;
    for line in lines {
        snug(sheet, bold, 9.0, 320.0, base, 258.0, &line);
        base += 12.4;
    }
    base + 14.0
}

/// The body text and the office; the y below.
fn body(desk: &mut Desk, sheet: &mut Sheet, style: &Style, top: f32) {
    let plain = style.label_face();
    let mut texts = desk.prose(PROSE, 4);
    if desk.modern() && desk.rng.chance(0.5) {
        let pool = if desk.shown == Shown::Absent {
            words::NO_NUMBER
        } else {
            words::MENTION
        };
        texts.push(desk.prose(pool, 1).remove(0));
    }
    let mut base = top;
    for text in texts {
        base = sheet.paragraph(plain, 9.2, 34.0, base, 544.0, &text) + 4.0;
    }
    base += 6.0;
    for line in desk.rng.pick(words::OFFICES) {
        sheet.write(plain, 8.6, 34.0, base, line);
        base += 10.4;
    }
    let place = [330.0, base - 34.0];
    receipt_bars(
        sheet,
        Symbology::Code39,
        place,
        0.85,
        24.0,
        &desk.case.receipt,
    );
}

/// The I-94 below the tear line, with numbered boxes.
fn departure(desk: &mut Desk, sheet: &mut Sheet, style: &Style, grant: &Grant) {
    let bold = Face::bold(style.family);
    tear(sheet, 0.0, 612.0, 598.0);
    sheet.centred(
        style.label_face(),
        6.4,
        306.0,
        595.0,
        "Detach this half for personal records",
    );
    sheet.write(bold, 10.5, 300.0, 623.0, &grant.i94);
    let receipt = desk.receipt_text();
    let label = desk.cased("Receipt number");
    sheet.write(style.label_face(), 7.0, 34.0, 612.0, &label);
    sheet.write(bold, 9.6, 34.0, 623.0, &receipt);
    sheet.write(style.label_face(), 7.0, 300.0, 612.0, "I-94#");
    let item = |label: &str, value: &str| Item {
        label: label.into(),
        value: value.into(),
    };
    let nation = desk
        .rng
        .pick(&["INDIA", "BRAZIL", "CANADA", "GHANA", "PHILIPPINES"]);
    let country = item("Country of citizenship", nation);
    let born = grant.alien.born.numeric();
    let rows = [
        vec![
            (item("Family name", &grant.alien.family), 1.4),
            (item("First (given) name", &grant.alien.given), 1.4),
            (item("Date of birth", &born), 1.0),
        ],
        vec![
            (country, 1.4),
            (item("Class", &grant.class), 0.8),
            (item("Valid from", &grant.from), 1.0),
            (item("Valid until", &grant.to), 1.0),
        ],
    ];
    let number = Some(desk.rng.pick(&[13, 14, 1]));
    let style = Style {
        number,
        ruling: Ruling::Boxes,
        ..*style
    };
    let y = grid(sheet, &style, [34.0, 578.0], 632.0, &rows);
    let text = "Departure record. Surrender it to the carrier when you leave the United States.";
    sheet.write(style.label_face(), 7.6, 34.0, y + 16.0, text);
}

/// Sets the case to one that gets such an approval.
fn suited(case: &Case) -> Case {
    let mut case = case.clone();
    if case.is_petition {
        case.form_code = "I-129";
        case.title = "PETITION FOR A NONIMMIGRANT WORKER";
    } else {
        case.form_code = "I-539";
        case.title = "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS";
    }
    case
}

/// An approval, with or without an I-94.
pub(super) fn approval(rng: &mut Rng, case: &Case) -> Drawing {
    Desk::shuffle(rng, 11);
    let form = rng.pick(&["I-797A", "I-797A", "I-797B", "I-797"]);
    let torn = form == "I-797A";
    let mut desk = Desk::open(rng, &suited(case), form);
    let families = [
        Family::Helvetica,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
    ];
    let ruling = desk.rng.pick(&[Ruling::Boxes, Ruling::Bare, Ruling::Lines]);
    let style = Style {
        family: desk.rng.pick(&families),
        label: desk.rng.uniform(5.8, 7.0),
        value: desk.rng.uniform(8.6, 9.8),
        strong: desk.rng.chance(0.5),
        under: ruling != Ruling::Bare && desk.rng.chance(0.6),
        ruling,
        number: None,
    };
    let mut sheet = Sheet::letter(style.family);
    paper(&mut sheet, style.family, desk.rng.uniform(0.75, 0.92));
    let title = format!("Form {form}, Notice of Action");
    sheet.write(Face::bold(style.family), 11.5, 34.0, 66.0, &title);
    let dhs = "Department of Homeland Security";
    sheet.flush_right(style.label_face(), 7.6, 578.0, 61.0, dhs);
    let agency = "U.S. Citizenship and Immigration Services";
    sheet.flush_right(style.label_face(), 7.6, 578.0, 70.0, agency);
    let rows = rows(&mut desk);
    let y = grid(&mut sheet, &style, [34.0, 578.0], 76.0, &rows);
    let grant = grant(&mut desk, torn);
    let y = middle(&mut desk, &mut sheet, &style, &grant, y);
    body(&mut desk, &mut sheet, &style, y + 8.0);
    if torn {
        departure(&mut desk, &mut sheet, &style, &grant);
    }
    let foot = format!("Form {form}  (Rev. 10/31/05) N");
    sheet.write(style.label_face(), 6.8, 34.0, 768.0, &foot);
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}
