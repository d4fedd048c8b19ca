//! A page with a table of family members, and a payment page with comb boxes.
use super::teller::{Item, Mode, Teller, item};
use super::{facts, kit, traps, words};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The people of a case, one row each; the filer's account above the table or in it.
pub(super) fn family(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 50, 10);
    let mut t = Teller::new(rng, case, "I-797C", 45, 15);
    let mut s = Sheet::letter(f);
    let y = kit::agency(&mut s, f, [46.0, 56.0], 1);
    let kind = t
        .rng
        .pick(&["Acknowledgment of Receipt", "Family Receipt Notice"]);
    let kind = t.type_of(kind);
    s.flush_right(Face::bold(f), 13.0, 566.0, 60.0, &kind);
    s.rule(46.0, 566.0, y, 0.8);
    let y = kit::address(&mut s, Face::regular(f), 9.8, [46.0, y + 26.0], case, false) + 10.0;
    let inside = t.mode == Mode::Filled && t.rng.chance(0.4);
    let items = top_items(&mut t, inside);
    let y = two_columns(&mut s, f, y, &items) + 16.0;
    s.write(Face::bold(f), 11.5, 46.0, y, "People in this case");
    let rows = people(&mut t, inside);
    let y = grid(&mut s, &mut t, f, y + 8.0, &rows);
    under_table(&mut s, &mut t, f, y + 24.0);
    let left = facts::edition(&mut t, "I-797C");
    kit::foot(&mut s, f, &left, "Page 1 of 1");
    Drawing {
        sheets: vec![s],
        truth: t.truth,
    }
}

/// The facts above the table.
fn top_items(t: &mut Teller, inside: bool) -> Vec<Item> {
    let mut all = vec![t.receipt(), t.noticed(), t.form(), t.received(), t.filer()];
    all.extend(t.beneficiary());
    if !inside && let Some(account) = t.account_short() {
        let at = 1 + t.rng.below(all.len());
        all.insert(at, account);
    }
    if t.rng.chance(0.5) {
        let more = traps::twelve(t);
        all.push(more);
    }
    all
}

/// Labels over values in two columns; returns the lower edge.
fn two_columns(s: &mut Sheet, f: Family, top: f32, all: &[Item]) -> f32 {
    let half = all.len().div_ceil(2);
    for (i, item) in all.iter().enumerate() {
        let left = if i < half { 46.0 } else { 316.0 };
        let y = top + 27.0 * (i % half) as f32;
        kit::fit(s, Face::italic(f), 8.0, left, y + 8.0, 250.0, &item.label);
        kit::fit(s, Face::bold(f), 10.0, left, y + 19.0, 250.0, &item.value);
    }
    top + 27.0 * half as f32
}

/// The rows of people, the head first; the last column is there where asked.
fn people(t: &mut Teller, inside: bool) -> Vec<Vec<String>> {
    let file = t
        .rng
        .pick(&["A-Number", "Alien Registration No.", "USCIS A#"]);
    let mut head = vec!["Name", "Who this is", file, "Date of birth"];
    if inside {
        head.push(t.rng.pick(&[
            "Own online account no.",
            "This person\u{2019}s USCIS acct. no.",
        ]));
    }
    let mut all = vec![head.iter().map(|w| w.to_string()).collect::<Vec<_>>()];
    all.push(filer_row(t, inside));
    let base = if t.case.is_petition {
        &t.case.beneficiary
    } else {
        &t.case.filer
    };
    if t.case.is_petition {
        all.push(person_row(t, base, "Beneficiary", inside));
    }
    for i in 0..1 + t.rng.below(6) {
        let who = base.relative(t.rng);
        let kin = match who.born.year - base.born.year {
            16.. => "Child",
            ..=-16 => "Parent",
            _ if i == 0 => "Spouse",
            _ => "Sibling",
        };
        all.push(person_row(t, &who, kin, inside));
    }
    all
}

/// The row of the one who filed.
fn filer_row(t: &mut Teller, inside: bool) -> Vec<String> {
    let me = format!("You (the {})", words::role(t.case));
    if t.case.is_petition {
        let born = t.date(&t.case.filer.born);
        let mut row = vec![t.case.filer.listed(), me, "\u{2013}".into(), born];
        if inside {
            row.push(t.account_value());
        }
        return row;
    }
    let mut row = person_row(t, &t.case.filer, &me, false);
    if inside {
        row.push(t.account_value());
    }
    row
}

/// The row of another person; an account in it belongs to that person.
fn person_row(t: &mut Teller, who: &case::Person, kin: &str, inside: bool) -> Vec<String> {
    t.truth.prints_a_number(&who.a_number);
    let file = case::printed_a_number(t.rng, &who.a_number);
    let mut row = vec![who.listed(), kin.to_string(), file, t.date(&who.born)];
    if inside {
        let none = t.rng.chance(0.6);
        row.push(if none {
            "none".into()
        } else {
            case::account(t.rng)
        });
    }
    row
}

/// The table with all its rules, some or none; returns the lower edge.
fn grid(s: &mut Sheet, t: &mut Teller, f: Family, top: f32, rows: &[Vec<String>]) -> f32 {
    let wide = rows[0].len() > 4;
    let at: &[f32] = if wide {
        &[46.0, 176.0, 272.0, 365.0, 450.0, 566.0]
    } else {
        &[46.0, 222.0, 334.0, 452.0, 566.0]
    };
    let high = t.rng.uniform(17.0, 21.0);
    let style = t.rng.below(3);
    for (i, row) in rows.iter().enumerate() {
        let y = top + high * i as f32;
        if i == 0 && style != 1 {
            s.fill([46.0, y, 566.0, y + high], 0.88);
        }
        let face = if i == 0 {
            Face::bold(f)
        } else {
            Face::regular(f)
        };
        for (j, text) in row.iter().enumerate() {
            let measure = at[j + 1] - at[j] - 8.0;
            kit::fit(s, face, 9.0, at[j] + 4.0, y + high * 0.66, measure, text);
            if style == 2 {
                s.frame([at[j], y, at[j + 1], y + high], 0.4);
            }
        }
        s.rule(46.0, 566.0, y + high, 0.4);
    }
    top + high * rows.len() as f32
}

/// The prose below the table.
fn under_table(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) {
    let text = "Please check every row. If a name or a date is wrong, or if somebody is missing, \
                write to us within 30 days and send a copy of this page.";
    let mut y = kit::rich(s, f, 9.8, [46.0, top], 516.0, text) + 8.0;
    for (question, answer) in facts::advice(t, 3) {
        if y > 650.0 {
            break;
        }
        s.write(Face::bold(f), 9.8, 46.0, y, &question);
        y = kit::rich(s, f, 9.6, [46.0, y + 13.0], 516.0, &answer) + 7.0;
    }
    let old = t.rng.chance(0.5);
    kit::barcode(s, 46.0, 714.0, 220.0, old, t.case);
}

/// A payment page: fees with leaders, and a coupon whose numbers stand in comb boxes.
pub(super) fn coupon(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 0, 11);
    let form = rng.pick(&["I-797C", "I-797"]);
    let mut t = Teller::new(rng, case, form, 40, 30);
    let mut s = Sheet::letter(f);
    let kind = t.rng.pick(&["Receipt Notice", "Payment Receipt"]);
    let kind = t.type_of(kind);
    s.write(Face::bold(f), 18.0, 54.0, 62.0, &kind);
    s.write(
        Face::regular(f),
        8.5,
        54.0,
        75.0,
        "U.S. Citizenship and Immigration Services",
    );
    let date = t.noticed();
    s.flush_right(
        Face::regular(f),
        9.0,
        558.0,
        62.0,
        &format!("{}: {}", date.label, date.value),
    );
    let y = kit::address(&mut s, Face::regular(f), 10.0, [54.0, 112.0], case, false) + 20.0;
    let what = format!(
        "Thank you. We received your Form {} and your payment. The lines below show what you \
         paid. Keep the upper part; send us the lower part if you write about your payment.",
        case.form_code
    );
    t.truth.fields.case_type = Some(case.form_code.into());
    let y = kit::rich(&mut s, f, 9.8, [54.0, y], 500.0, &what) + 10.0;
    let y = fees(&mut s, &mut t, f, y);
    let mut y = y + 14.0;
    for (question, answer) in facts::advice(&mut t, 2) {
        s.write(Face::bold(f), 9.8, 54.0, y, &question);
        y = kit::rich(&mut s, f, 9.4, [54.0, y + 12.5], 500.0, &answer) + 7.0;
    }
    stub(&mut s, &mut t, f);
    let left = facts::edition(&mut t, form);
    kit::foot(&mut s, f, &left, "Page 1 of 1");
    Drawing {
        sheets: vec![s],
        truth: t.truth,
    }
}

/// The payment block; returns the next baseline.
fn fees(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) -> f32 {
    let total = t.amount();
    let mut all = vec![
        item("Form fee", total.value.clone()),
        item("Biometrics fee", "$0.00"),
    ];
    all.push(t.received());
    all.push(t.filer());
    all.extend(t.beneficiary());
    if t.rng.chance(0.6) {
        all.push(item("Card ending in", t.rng.digits(4)));
    }
    let paid = traps::payment(t);
    all.push(paid);
    all.push(total);
    s.write(Face::bold(f), 11.0, 54.0, top, "Your payment");
    let mut y = top + 17.0;
    for item in &all {
        let end = s.write(Face::regular(f), 9.5, 54.0, y, &item.label);
        let wide = Face::bold(f).width(&item.value, 9.5);
        kit::leader(s, Face::regular(f), 8.0, end, 400.0 - wide - 2.0, y);
        s.flush_right(Face::bold(f), 9.5, 400.0, y, &item.value);
        y += 14.5;
    }
    y
}

/// The coupon below a dashed line.
fn stub(s: &mut Sheet, t: &mut Teller, f: Family) {
    let top = 520.0;
    kit::leader(s, Face::bold(f), 9.0, 40.0, 572.0, top);
    s.write(
        Face::bold(f),
        11.0,
        54.0,
        top + 20.0,
        "Send this part with your letter",
    );
    let mut all = vec![(13, t.receipt())];
    all[0].1.value = t.case.receipt.clone();
    let label = words::account_long(t.rng, t.case);
    if let Some(value) = t.account_place() {
        let bare: String = value.chars().filter(char::is_ascii_digit).collect();
        all.push((12, item(label, bare)));
    }
    if t.rng.chance(0.6) {
        let number = t.rng.digits(12);
        let label = t
            .rng
            .pick(&["Bank reference of your check", "Lockbox batch and item"]);
        let at = 1 + t.rng.below(all.len());
        all.insert(at, (12, item(label, number)));
    }
    let person = if t.case.is_petition {
        &t.case.beneficiary
    } else {
        &t.case.filer
    };
    t.truth.prints_a_number(&person.a_number);
    let file = format!("{:0>9}", person.a_number);
    all.push((9, item(words::a_number(t.rng, t.case), file)));
    let beside = t.rng.chance(0.5);
    for (i, (count, item)) in all.iter().enumerate() {
        let y = top + 36.0 + 40.0 * i as f32;
        if beside {
            kit::block(
                s,
                Face::regular(f),
                8.0,
                [54.0, y + 9.0],
                176.0,
                &item.label,
            );
            kit::comb(
                s,
                Face::bold(f),
                [240.0, y],
                [20.0, 20.0],
                *count,
                &item.value,
            );
        } else {
            s.write(Face::regular(f), 8.0, 54.0, y + 4.0, &item.label);
            kit::comb(
                s,
                Face::bold(f),
                [54.0, y + 8.0],
                [20.0, 18.0],
                *count,
                &item.value,
            );
        }
    }
}
