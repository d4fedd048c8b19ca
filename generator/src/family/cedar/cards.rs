//! Cards with a caption under each value, and an appointment page.
use super::teller::{Item, Teller, item};
use super::{facts, kit};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A page of cards: a large value, below it the caption that names it.
pub(super) fn cards(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 0, 3);
    let form = rng.pick(&["I-797", "I-797C"]);
    let mut t = Teller::new(rng, case, form, 45, 18);
    let mut s = Sheet::letter(f);
    let open = facts::opening(&mut t);
    let head = format!(
        "{}  |  U.S. Citizenship and Immigration Services",
        open.kind
    );
    kit::ribbon(
        &mut s,
        Face::bold(f),
        12.0,
        [40.0, 40.0, 572.0, 66.0],
        0.15,
        &head,
    );
    s.write(Face::bold(f), 17.0, 40.0, 96.0, &open.headline);
    let y = kit::rich(&mut s, f, 9.8, [40.0, 114.0], 520.0, &open.first) + 4.0;
    let traps = 1 + t.rng.below(2);
    let items = facts::facts(&mut t, true, true, traps);
    let wide = t.rng.chance(0.4);
    let y = grid(&mut s, &mut t, f, y, if wide { 2 } else { 3 }, &items);
    below(&mut s, &mut t, f, y + 22.0);
    let foot = facts::edition(&mut t, form);
    kit::foot(&mut s, f, &foot, "Page 1 of 1");
    Drawing {
        sheets: vec![s],
        truth: t.truth,
    }
}

/// The cards in columns; returns the lower edge.
fn grid(s: &mut Sheet, t: &mut Teller, f: Family, top: f32, cols: usize, all: &[Item]) -> f32 {
    let gap = t.rng.uniform(7.0, 12.0);
    let width = (532.0 - gap * (cols as f32 - 1.0)) / cols as f32;
    let high = t.rng.uniform(54.0, 62.0);
    let shaded = t.rng.chance(0.5);
    for (i, item) in all.iter().enumerate() {
        let left = 40.0 + (i % cols) as f32 * (width + gap);
        let y = top + (i / cols) as f32 * (high + gap);
        let area = [left, y, left + width, y + high];
        if shaded {
            s.fill(area, 0.94);
        } else {
            s.frame(area, 0.7);
        }
        card(s, f, area, item);
    }
    top + all.len().div_ceil(cols) as f32 * (high + gap)
}

/// One card: the value in one or two lines, a thin rule, the caption below.
fn card(s: &mut Sheet, f: Family, area: [f32; 4], item: &Item) {
    let [left, top, right, low] = area;
    let measure = right - left - 18.0;
    let bold = Face::bold(f);
    if bold.width(&item.value, 9.5) <= measure {
        kit::fit(s, bold, 12.0, left + 9.0, top + 22.0, measure, &item.value);
    } else {
        let parts = kit::lines(bold, 8.0, measure, &item.value);
        for (i, line) in parts.iter().enumerate() {
            let y = top + if parts.len() > 2 { 9.5 } else { 15.0 } + 9.3 * i as f32;
            kit::fit(s, bold, 8.0, left + 9.0, y, measure, line);
        }
    }
    s.rule(left + 9.0, right - 9.0, low - 24.5, 0.3);
    let (size, two) = kit::two_lines(Face::regular(f), 7.0, measure, &item.label);
    for (i, line) in two.iter().enumerate() {
        let y = low - 15.0 + 8.4 * i as f32;
        kit::fit(s, Face::regular(f), size, left + 9.0, y, measure, line);
    }
}

/// What stands below the cards: address, advice and a barcode.
fn below(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) {
    let y = kit::address(s, Face::regular(f), 9.5, [40.0, top], t.case, false);
    let old = t.rng.chance(0.5);
    kit::barcode(s, 340.0, top - 8.0, 220.0, old, t.case);
    let mut y = y + 16.0;
    for (question, answer) in facts::advice(t, 3) {
        if y > 690.0 {
            break;
        }
        s.write(Face::bold(f), 9.5, 40.0, y, &question);
        y = kit::rich(s, f, 9.0, [40.0, y + 12.0], 520.0, &answer) + 6.0;
    }
}

/// A biometrics appointment: a strip of cells, then When, Where and Bring.
pub(super) fn appointment(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 0, 4);
    let mut t = Teller::new(rng, case, "I-797C", 35, 40);
    let mut s = Sheet::letter(f);
    let kind = t.rng.pick(&[
        "Biometrics Appointment Notice",
        "ASC Appointment Notice",
        "Biometric Notification",
        "Your Biometrics Appointment",
    ]);
    let kind = t.type_of(kind);
    s.write(Face::bold(f), 18.0, 44.0, 64.0, &kind);
    s.flush_right(Face::bold(f), 9.0, 568.0, 54.0, "USCIS");
    s.flush_right(
        Face::regular(f),
        8.0,
        568.0,
        65.0,
        "Application Support Center program",
    );
    let care = t.rng.chance(0.3);
    let plain = Face::regular(f);
    let y = if t.rng.chance(0.6) {
        let y = strip(&mut s, &mut t, f, 80.0);
        kit::address(&mut s, plain, 10.0, [60.0, y + 30.0], case, care) + 14.0
    } else {
        let y = kit::address(&mut s, plain, 10.0, [60.0, 104.0], case, care);
        strip(&mut s, &mut t, f, y + 10.0) + 16.0
    };
    let y = when(&mut s, &mut t, f, y);
    bring(&mut s, &mut t, f, y + 24.0);
    let foot = facts::edition(&mut t, "I-797C");
    kit::foot(&mut s, f, &foot, "Page 1 of 1");
    Drawing {
        sheets: vec![s],
        truth: t.truth,
    }
}

/// Two ruled rows of cells with labels in their corners; returns the lower edge.
fn strip(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) -> f32 {
    let mut first = vec![t.receipt(), t.noticed(), case_cell(t)];
    first.rotate_left(t.rng.below(2));
    let label = t.rng.pick(&[
        "ACCOUNT NUMBER",
        "USCIS ACCOUNT NUMBER",
        "Your online account number",
        "USCIS Online Account No.",
    ]);
    let mut second: Vec<Item> = t
        .account_place()
        .map(|v| item(label, v))
        .into_iter()
        .collect();
    let file = t.a_number().value;
    second.push(item(a_label(t), file));
    let filer = t.filer();
    second.push(filer);
    if t.rng.chance(0.4) {
        let d = t.rng.digits(4);
        second.push(item("Social Security no.", format!("XXX-XX-{d}")));
    }
    second.push(item("Code", t.rng.pick(&["1", "2", "3"])));
    let high = t.rng.uniform(32.0, 40.0);
    let under = t.rng.chance(0.3);
    row(s, f, [top, high], under, &first);
    row(s, f, [top + high, high], under, &second);
    top + 2.0 * high
}

/// The label of the A-Number in a narrow cell.
fn a_label(t: &mut Teller) -> &'static str {
    if t.case.is_petition {
        t.rng.pick(&["BENEFICIARY A#", "A-Number (beneficiary)"])
    } else {
        t.rng.pick(&["USCIS A#", "A-NUMBER", "Your A-Number"])
    }
}

/// The form in a cell.
fn case_cell(t: &mut Teller) -> Item {
    let value = t.form().value;
    item("Case type", value)
}

/// One row of cells, all of one width but the last, narrower one of a long row.
fn row(s: &mut Sheet, f: Family, [top, high]: [f32; 2], under: bool, all: &[Item]) {
    let (name, value) = if under {
        (high - 4.0, high - 17.0)
    } else {
        (8.5, high - 9.0)
    };
    let narrow = all.len() > 3;
    let each = if narrow {
        484.0 / (all.len() - 1) as f32
    } else {
        524.0 / all.len() as f32
    };
    let mut left = 44.0;
    for (i, item) in all.iter().enumerate() {
        let right = if i + 1 == all.len() {
            568.0
        } else {
            left + each
        };
        s.frame([left, top, right, top + high], 0.6);
        let measure = right - left - 8.0;
        let label = Face::regular(f);
        kit::fit(s, label, 6.8, left + 4.0, top + name, measure, &item.label);
        cell_value(
            s,
            Face::bold(f),
            [left + 4.0, top + value],
            measure,
            &item.value,
        );
        left = right;
    }
}

/// A value in one line, or in two small ones.
fn cell_value(s: &mut Sheet, face: Face, at: [f32; 2], measure: f32, text: &str) {
    let small = kit::lines(face, 7.0, measure, text);
    if face.width(text, 9.5) <= measure || small.len() == 1 {
        kit::fit(s, face, 9.5, at[0], at[1], measure, text);
        return;
    }
    let two = [small[0].clone(), small[1..].join(" ")];
    for (i, line) in two.iter().enumerate() {
        kit::fit(
            s,
            face,
            7.0,
            at[0],
            at[1] - 3.5 + 7.8 * i as f32,
            measure,
            line,
        );
    }
}

/// The two panels of time and place; returns the lower edge.
fn when(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) -> f32 {
    let months = t.rng.between(0, 2);
    let days = t.rng.between(12, 27);
    let date = t.date(&t.case.noticed.later(months, days));
    let hour = t
        .rng
        .pick(&["8:00 AM", "9:30 AM", "11:00 AM", "1:00 PM", "2:15 PM"]);
    t.truth.fields.appointment_date = Some(date.clone());
    t.truth.fields.appointment_time = Some(hour.into());
    let places: &[[&str; 3]] = &[
        [
            "USCIS ASC Fairview",
            "1420 Market Road, Suite 9",
            "Fairview GA 30345-1208",
        ],
        [
            "USCIS ASC Oakdale",
            "77 Mission Street",
            "Oakdale CA 95361-2041",
        ],
        [
            "USCIS ASC Norwood",
            "2500 Harbor Boulevard",
            "Norwood PA 19074-1100",
        ],
    ];
    let place = t.rng.pick(places);
    let stacked = t.rng.chance(0.4);
    let panels = if stacked {
        [
            [44.0, top, 568.0, top + 66.0],
            [44.0, top + 72.0, 568.0, top + 142.0],
        ]
    } else {
        [
            [44.0, top, 300.0, top + 84.0],
            [312.0, top, 568.0, top + 84.0],
        ]
    };
    let dark = t.rng.chance(0.6);
    for (area, name) in panels.iter().zip(["When", "Where"]) {
        panel(s, f, *area, dark, name);
    }
    let [left, y, ..] = panels[0];
    s.write(Face::bold(f), 14.0, left + 10.0, y + 38.0, &date);
    let next = if stacked {
        [left + 200.0, y + 38.0]
    } else {
        [left + 10.0, y + 56.0]
    };
    s.write(Face::bold(f), 12.0, next[0], next[1], &format!("at {hour}"));
    let note = "Please do not come more than 15 min. early.";
    let low = y + if stacked { 56.0 } else { 74.0 };
    s.write(Face::regular(f), 8.0, left + 10.0, low, note);
    let [left, y, _, low] = panels[1];
    for (i, line) in place.iter().enumerate() {
        s.write(
            Face::regular(f),
            10.0,
            left + 10.0,
            y + 34.0 + 13.0 * i as f32,
            line,
        );
    }
    low
}

/// A panel with its name in a dark bar, or framed with the name inside.
fn panel(s: &mut Sheet, f: Family, area: [f32; 4], dark: bool, name: &str) {
    let [left, top, right, _] = area;
    if dark {
        s.fill(area, 0.93);
        kit::ribbon(
            s,
            Face::bold(f),
            10.0,
            [left, top, right, top + 18.0],
            0.25,
            name,
        );
    } else {
        s.frame(area, 0.9);
        s.write(Face::italic(f), 10.0, left + 10.0, top + 15.0, name);
    }
}

/// The check list and the questions below it.
fn bring(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) {
    s.write(Face::bold(f), 12.0, 44.0, top, "What to bring");
    let mut y = top + 18.0;
    for line in [
        "This page (all of it; please do not fold the barcode)",
        "A photo ID, such as a passport, a driver\u{2019}s license or your green card",
        "Any other appointment notice that you got for the same day",
    ] {
        kit::tick(s, 50.0, y, 8.0);
        s.write(Face::regular(f), 9.6, 66.0, y, line);
        y += 16.0;
    }
    let code = t.rng.digits(12);
    if t.rng.chance(0.4) {
        let text = format!("ASC scheduling transaction {code} (for our staff)");
        s.write(Face::regular(f), 7.0, 340.0, 744.0, &text);
    }
    y += 10.0;
    for (question, answer) in facts::advice(t, 3) {
        if y > 660.0 {
            break;
        }
        s.write(Face::bold(f), 9.8, 44.0, y, &question);
        y = kit::rich(s, f, 9.2, [44.0, y + 12.5], 520.0, &answer) + 7.0;
    }
    let old = t.rng.chance(0.5);
    kit::barcode(s, 44.0, 714.0, 240.0, old, t.case);
}
