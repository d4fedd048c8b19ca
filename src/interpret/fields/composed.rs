//! Pages composed of many wordings of labels, spellings of values and relations between the two.
//! Whatever comes, no field is wrong; and of what any page says plainly, nearly all is accepted.

// What a run found is read on the terminal.
#![allow(clippy::print_stdout)]

use super::wordings::{
    APPLICANT, APPLIED, BENEFICIARY, CASE_LABEL, COMPANIES, DAYS, FILER, NAMES, NOTICE_DATE,
    PETITIONED, PETITIONER, RECEIVED, TYPE_LABEL, TYPES,
};
use crate::interpret::meaning::paper::{CHARACTER, Dice, Sheet, width};
use crate::interpret::understand;
use crate::model::record::FieldKind;
use crate::model::verdict::Verdict;
use crate::text::PageText;
use std::collections::BTreeMap;

/// How a page puts values to their labels.
const PLACES: [&str; 9] = [
    "right",
    "right:",
    "below",
    "above",
    "inline",
    "inline-bare",
    "leader",
    "behind",
    "cells",
];

/// A field of a page: what it is, its label, its value as printed, and what must be read.
struct Field {
    kind: FieldKind,
    label: String,
    printed: String,
    value: String,
}

struct Composed {
    page: PageText,
    place: &'static str,
    fields: Vec<Field>,
}

fn field(kind: FieldKind, label: &str, printed: &str, value: &str) -> Field {
    Field {
        kind,
        label: label.to_owned(),
        printed: printed.to_owned(),
        value: value.to_owned(),
    }
}

fn day(dice: &mut Dice) -> (&'static str, &'static str) {
    DAYS[dice.below(DAYS.len())]
}

fn fields(dice: &mut Dice) -> Vec<Field> {
    let mut list = Vec::new();
    let petition = dice.chance(50);
    let form = if petition {
        PETITIONED[dice.below(PETITIONED.len())]
    } else {
        APPLIED[dice.below(APPLIED.len())]
    };
    let style = dice.below(4);
    let (code, title) = form;
    let case = match style {
        0 => code.to_owned(),
        1 => format!("{code} - {title}"),
        2 => format!("{}, {title}", code),
        _ => format!("Form {code}"),
    };
    list.push(field(
        FieldKind::CaseType,
        dice.pick(CASE_LABEL),
        &case,
        code,
    ));
    let kind = dice.pick(TYPES);
    list.push(field(
        FieldKind::NoticeType,
        dice.pick(TYPE_LABEL),
        kind,
        kind,
    ));
    // Later than the day of receipt, in the same spelling.
    let (printed, iso) = day(dice);
    list.push(field(
        FieldKind::ReceivedDate,
        dice.pick(RECEIVED),
        printed,
        iso,
    ));
    let later = |s: &str| s.replace("21", "22").replace("Thursday", "Friday");
    let printed = later(printed);
    let iso = later(iso);
    list.push(field(
        FieldKind::NoticeDate,
        dice.pick(NOTICE_DATE),
        &printed,
        &iso,
    ));
    let company = dice.chance(40);
    if petition {
        let name = if company {
            dice.pick(COMPANIES)
        } else {
            dice.pick(NAMES)
        };
        let label = if dice.chance(25) {
            dice.pick(FILER)
        } else {
            dice.pick(PETITIONER)
        };
        list.push(field(FieldKind::Petitioner, label, name, name));
        let other = loop {
            let other = dice.pick(NAMES);
            if super::name::key(other) != super::name::key(name) {
                break other;
            }
        };
        list.push(field(
            FieldKind::Beneficiary,
            dice.pick(BENEFICIARY),
            other,
            other,
        ));
    } else {
        let name = dice.pick(NAMES);
        let label = if dice.chance(25) {
            dice.pick(FILER)
        } else {
            dice.pick(APPLICANT)
        };
        list.push(field(FieldKind::Applicant, label, name, name));
    }
    dice.shuffle(&mut list);
    list
}

fn compose(dice: &mut Dice) -> Composed {
    let place = PLACES[dice.below(PLACES.len())];
    let fields = fields(dice);
    let mut sheet = Sheet::new();
    sheet.text(40.0, 30.0, "Department of Homeland Security", 8.0);
    sheet.text(380.0, 30.0, "Form I-797C, Notice of Action", 11.0);
    let mut rows: Vec<(String, String)> = fields
        .iter()
        .map(|f| (f.label.clone(), f.printed.clone()))
        .collect();
    let receipt = (
        "Receipt Number".to_owned(),
        format!("IOE09{}", dice.digits(8)),
    );
    let alien = ("A-Number".to_owned(), format!("A0{}", dice.digits(8)));
    let at = dice.below(rows.len());
    rows.insert(at, receipt);
    let at = dice.below(rows.len());
    rows.insert(at, alien);
    let below = draw(dice, &mut sheet, place, &rows);
    sheet.paragraph(
        40.0,
        below + 20.0,
        "We have received the form that you sent to us and will write to you. Please keep this \
         notice for your records and bring it with you when you come to this office.",
        9.0,
        520.0,
    );
    Composed {
        page: sheet.page(),
        place,
        fields,
    }
}

/// Draws labels and values; returns the height under them.
fn draw(dice: &mut Dice, sheet: &mut Sheet, place: &str, rows: &[(String, String)]) -> f32 {
    let fits = rows
        .iter()
        .all(|(label, value)| width(label, 8.0) + width(value, 8.0) < 235.0);
    let narrow = rows
        .iter()
        .all(|(label, value)| width(label, 8.0).max(width(value, 9.0)) < 250.0);
    let columns = match place {
        "leader" => 1,
        "below" | "above" | "cells" if narrow => 2,
        _ if fits => 1 + dice.below(2),
        _ => 1,
    };
    let wide = 540.0 / columns as f32;
    let pitch = 24.0 + dice.below(12) as f32;
    let mut y = 70.0;
    for row in rows.chunks(columns) {
        for (column, (label, value)) in row.iter().enumerate() {
            let x = 40.0 + wide * column as f32;
            one(sheet, place, (x, y, wide), label, value);
            if place == "cells" {
                sheet.rule(x - 4.0, y - 3.0, x - 4.0, y + pitch - 3.0);
            }
        }
        if place == "cells" {
            sheet.rule(36.0, y - 3.0, 580.0, y - 3.0);
        }
        y += pitch;
    }
    y
}

fn one(sheet: &mut Sheet, place: &str, (x, y, wide): (f32, f32, f32), label: &str, value: &str) {
    let label = label.trim_end_matches(':');
    match place {
        "right" => {
            sheet.text(x, y, label, 7.0);
            sheet.text(x + 0.45 * wide, y, value, 8.0);
        }
        "right:" => {
            sheet.text(x, y, &format!("{label}:"), 8.0);
            sheet.text(x + 0.45 * wide, y, value, 8.0);
        }
        "below" | "cells" => {
            sheet.text(x, y, label, 6.0);
            sheet.text(x, y + 9.0, value, 8.0);
        }
        "above" => {
            sheet.text(x, y, value, 8.0);
            sheet.text(x, y + 10.0, label, 6.0);
        }
        "inline" => {
            sheet.text(x, y, &format!("{label}: {value}"), 8.0);
        }
        "inline-bare" => {
            sheet.text(x, y, &format!("{label} {value}"), 8.0);
        }
        "behind" => {
            sheet.text(x, y, &format!("{value} ({label})"), 8.0);
        }
        _ => {
            let end = sheet.text(x, y, label, 8.0);
            let dots = ((0.47 * wide - (end - x)) / (8.0 * CHARACTER)).max(3.0) as usize;
            sheet.text(end + 2.0, y, &".".repeat(dots), 8.0);
            sheet.text(x + 0.5 * wide, y, value, 8.0);
        }
    }
}

#[derive(Default, Clone, Copy)]
struct Count {
    right: usize,
    held: usize,
    none: usize,
    wrong: usize,
}

fn same(kind: FieldKind, read: &str, meant: &str) -> bool {
    let fold = super::words::fold;
    match kind {
        FieldKind::Applicant | FieldKind::Petitioner | FieldKind::Beneficiary => {
            super::name::key(read) == super::name::key(meant)
        }
        FieldKind::NoticeType => {
            let bare = |s: &str| fold(s).trim_end_matches("NOTICE").to_owned();
            bare(read) == bare(meant)
        }
        _ => fold(read) == fold(meant),
    }
}

fn count(composed: &Composed, tables: &mut BTreeMap<String, Count>, shown: &mut usize) {
    let (_, read) = understand(&composed.page);
    for field in &composed.fields {
        let found = read.readings.iter().find(|r| r.kind == field.kind);
        let mut outcome = Count::default();
        match found {
            None => outcome.none = 1,
            Some(r) if r.verdict != Verdict::Accepted => outcome.held = 1,
            Some(r) if same(field.kind, &r.value, &field.value) => outcome.right = 1,
            Some(r) => {
                outcome.wrong = 1;
                *shown += 1;
                if *shown < 40 {
                    println!(
                        "WRONG {} [{}] {:?} = {:?} read {:?} {:?}",
                        field.kind, composed.place, field.label, field.printed, r.value, r.reasons
                    );
                }
            }
        }
        let keys = [
            format!("0 {}", field.kind),
            format!("1 {} @{}", field.kind, composed.place),
            format!("2 {} {:?}", field.kind, field.label),
            format!("3 {} ={:?}", field.kind, field.printed),
        ];
        for key in keys {
            let sum = tables.entry(key).or_default();
            sum.right += outcome.right;
            sum.held += outcome.held;
            sum.none += outcome.none;
            sum.wrong += outcome.wrong;
        }
    }
    for r in &read.readings {
        let person = matches!(
            r.kind,
            FieldKind::Applicant | FieldKind::Petitioner | FieldKind::Beneficiary
        );
        if person
            && r.verdict == Verdict::Accepted
            && !composed.fields.iter().any(|f| f.kind == r.kind)
        {
            tables
                .entry(format!("4 {} too many", r.kind))
                .or_default()
                .wrong += 1;
            *shown += 1;
            if *shown < 40 {
                println!("TOO MANY {} {:?} {:?}", r.kind, r.value, r.reasons);
            }
        }
    }
}

#[test]
fn composed_pages_have_no_wrong_field() {
    let pages = std::env::var("FIELD_PAGES")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(4_000);
    let mut dice = Dice(0x5eed_0101);
    let mut tables = BTreeMap::new();
    let mut shown = 0;
    for _ in 0..pages {
        count(&compose(&mut dice), &mut tables, &mut shown);
    }
    for (key, c) in &tables {
        let all = c.right + c.held + c.none + c.wrong;
        println!(
            "{key:60} of {all:5} right {:3}% held {} none {} wrong {}",
            100 * c.right / all,
            c.held,
            c.none,
            c.wrong
        );
    }
    let wrong: usize = tables
        .iter()
        .filter(|(k, _)| k.starts_with("0 ") || k.starts_with("4 "))
        .map(|(_, c)| c.wrong)
        .sum();
    assert_eq!(wrong, 0);
}
