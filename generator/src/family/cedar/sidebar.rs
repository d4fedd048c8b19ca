//! A letter with a side bar over two pages, and an approval with dark bars and a stub.
use super::teller::{Item, Mode, Teller, item};
use super::{facts, kit, traps, words};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Two pages: a shaded side bar with the facts, the letter beside it.
pub(super) fn sidebar(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 40, 8);
    let form = rng.pick(&["I-797C", "I-797", ""]);
    let mut t = Teller::new(rng, case, form, 45, 15);
    let right_bar = t.rng.chance(0.4);
    let (bar, text) = if right_bar {
        (414.0, 54.0)
    } else {
        (36.0, 222.0)
    };
    let mut s = Sheet::letter(f);
    s.fill([bar, 36.0, bar + 162.0, 740.0], 0.91);
    let open = facts::opening(&mut t);
    let traps = 1 + t.rng.below(2);
    let items = facts::facts(&mut t, false, true, traps);
    let low = side_items(&mut s, &mut t, f, bar + 12.0, &items);
    help(&mut s, f, bar + 12.0, low);
    let kind = t.rng.below(3);
    let y = kit::agency(&mut s, f, [text, 58.0], kind) + 14.0;
    let y = kit::address(
        &mut s,
        Face::regular(f),
        10.0,
        [text, y + 20.0],
        case,
        false,
    );
    s.write(Face::italic(f), 9.0, text, y + 26.0, &open.kind);
    let mut y = kit::block(
        &mut s,
        Face::bold(f),
        17.0,
        [text, y + 48.0],
        330.0,
        &open.headline,
    );
    y = kit::rich(&mut s, f, 10.0, [text, y + 4.0], 330.0, &open.first) + 10.0;
    for (question, answer) in facts::advice(&mut t, 4) {
        if y > 660.0 {
            break;
        }
        s.write(Face::bold(f), 10.5, text, y, &question);
        y = kit::rich(&mut s, f, 10.0, [text, y + 14.0], 330.0, &answer) + 8.0;
    }
    let left = if form.is_empty() {
        "USCIS letter".into()
    } else {
        facts::edition(&mut t, form)
    };
    kit::foot(&mut s, f, &left, "Page 1 of 2");
    let back = back_page(&mut t, f, &left);
    Drawing {
        sheets: vec![s, back],
        truth: t.truth,
    }
}

/// The facts one under another, a thin rule between them; returns the next baseline.
fn side_items(s: &mut Sheet, t: &mut Teller, f: Family, left: f32, all: &[Item]) -> f32 {
    let mut y = 58.0;
    let under = t.rng.chance(0.7);
    for item in all {
        let label = if under {
            item.label.clone()
        } else {
            format!("{}:", item.label)
        };
        y = kit::block(s, Face::regular(f), 7.5, [left, y], 140.0, &label) + 2.5;
        y = kit::block(s, Face::bold(f), 9.5, [left, y], 140.0, &item.value) - 3.0;
        s.rule(left, left + 138.0, y, 0.3);
        y += 14.0;
    }
    y
}

/// Telephone numbers at the foot of the side bar.
fn help(s: &mut Sheet, f: Family, left: f32, low: f32) {
    let y = low.max(640.0);
    if y > 690.0 {
        return;
    }
    s.write(Face::bold(f), 8.5, left, y + 8.0, "Need help?");
    s.write(Face::regular(f), 8.0, left, y + 20.0, "Call 800-375-5283");
    s.write(Face::regular(f), 8.0, left, y + 31.0, "TTY 800-767-1833");
    s.write(
        Face::regular(f),
        8.0,
        left,
        y + 42.0,
        "uscis.gov/contactcenter",
    );
}

/// The second page with a running head.
fn back_page(t: &mut Teller, f: Family, left: &str) -> Sheet {
    let mut s = Sheet::letter(f);
    let head = format!("{}  \u{2013}  continued", t.case.receipt);
    s.write(Face::regular(f), 8.0, 54.0, 48.0, &head);
    s.flush_right(Face::regular(f), 8.0, 558.0, 48.0, "Page 2 of 2");
    s.rule(54.0, 558.0, 54.0, 0.5);
    s.write(Face::bold(f), 14.0, 54.0, 84.0, "More about your case");
    let mut y = 106.0;
    for (question, answer) in words::MORE.iter().skip(t.rng.below(3)).take(4) {
        s.write(Face::bold(f), 10.0, 54.0, y, question);
        y = kit::rich(&mut s, f, 9.8, [54.0, y + 13.5], 480.0, answer) + 9.0;
    }
    if t.rng.chance(0.4) {
        y = other_cases(&mut s, t, f, y + 12.0);
    }
    let office = t.rng.pick(words::OFFICES).join(", ");
    s.write(
        Face::regular(f),
        8.5,
        54.0,
        y + 16.0,
        &format!("Our address: {office}"),
    );
    kit::foot(&mut s, f, left, "Page 2 of 2");
    s
}

/// A table of the reader's other forms, each with its own receipt number, noted.
fn other_cases(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) -> f32 {
    s.write(Face::bold(f), 11.0, 54.0, top, "Your other forms with us");
    let at = [54.0, 190.0, 300.0, 430.0];
    let mut y = top + 18.0;
    for (x, head) in at
        .iter()
        .zip(["Receipt number", "Form", "We received it on", "Paid with"])
    {
        s.write(Face::regular(f), 8.0, *x, y, head);
    }
    s.rule(54.0, 558.0, y + 4.0, 0.6);
    for i in 0..2 + t.rng.below(4) {
        y += 16.0;
        let number = case::receipt(t.rng, "IOE", t.case.received.year);
        t.truth.prints_receipt(&number);
        s.write(Face::regular(f), 9.5, at[0], y, &number);
        let form = ["I-131", "I-765", "I-90", "I-864", "I-130"][i % 5];
        s.write(Face::regular(f), 9.5, at[1], y, form);
        let day = t.date(&t.case.received.later(0, 11 * i as i64 + 5));
        s.write(Face::regular(f), 9.5, at[2], y, &day);
        let paid = format!("Pay.gov {}", t.rng.digits(12));
        s.write(Face::regular(f), 9.5, at[3], y, &paid);
    }
    y + 14.0
}

/// An approval: a dark head, labels at the left of their values, perhaps an I-94 to tear off.
pub(super) fn approval(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 0, 9);
    let timed = ["I-129", "I-539", "I-765"].contains(&case.form_code);
    let stub = timed && case.form_code != "I-765";
    let form = if stub { "I-797A" } else { "I-797" };
    let mut t = Teller::new(rng, case, form, 45, 12);
    let mut s = Sheet::letter(f);
    micro(&mut s, f, 30.0);
    kit::ribbon(
        &mut s,
        Face::bold(f),
        13.0,
        [36.0, 34.0, 576.0, 60.0],
        0.1,
        "THE UNITED STATES OF AMERICA",
    );
    s.flush_right(
        Face::regular(f),
        8.0,
        572.0,
        82.0,
        &format!("{form}  |  Notice of Action"),
    );
    micro(&mut s, f, 64.5);
    t.type_of("Approval Notice");
    let head = t.rng.pick(&[
        "Approval Notice: we approved your case",
        "Approval Notice",
        "Approval Notice \u{2013} good news for you",
    ]);
    s.write(Face::bold(f), 15.0, 40.0, 86.0, head);
    let traps = t.rng.below(2);
    let mut items = facts::facts(&mut t, true, true, traps);
    if timed {
        items.extend(validity(&mut t));
    }
    let y = pairs(&mut s, &mut t, f, 108.0, &items);
    let y = kit::address(
        &mut s,
        Face::regular(f),
        10.0,
        [40.0, y + 26.0],
        case,
        false,
    ) + 18.0;
    approval_text(&mut s, &mut t, f, y, if stub { 500.0 } else { 640.0 });
    if stub {
        tear_off(&mut s, &mut t, f);
    }
    let left = facts::edition(&mut t, form);
    kit::foot(&mut s, f, &left, "Page 1 of 1");
    Drawing {
        sheets: vec![s],
        truth: t.truth,
    }
}

/// A line of print too small to read easily.
fn micro(s: &mut Sheet, f: Family, y: f32) {
    let face = Face::regular(f);
    let mut x = 36.0;
    while x + face.width("USCISNOTICEOFACTION ", 3.0) <= 576.0 {
        x = s.write(face, 3.0, x, y, "USCISNOTICEOFACTION ");
    }
}

/// Class and validity.
fn validity(t: &mut Teller) -> Vec<Item> {
    let class = match t.case.form_code {
        "I-129" => t.rng.pick(&["H1B", "L1A", "O1", "TN"]),
        "I-539" => t.rng.pick(&["F1", "H4", "B2", "L2"]),
        _ => t.rng.pick(&["C09", "A05", "C08"]),
    };
    let from = t.date(&t.case.noticed.later(0, 3));
    let to = t.date(&t.case.noticed.later(24, 2));
    t.truth.fields.valid_from = Some(from.clone());
    t.truth.fields.valid_to = Some(to.clone());
    let label = if t.case.form_code == "I-765" {
        t.truth.fields.eligibility_category = Some(class.into());
        "Eligibility category"
    } else {
        t.truth.fields.class = Some(class.into());
        "Class"
    };
    vec![
        item(label, class),
        item("Valid from", from),
        item("Valid to", to),
    ]
}

/// Labels at the left, values at the right, in one or two columns; returns the lower edge.
fn pairs(s: &mut Sheet, t: &mut Teller, f: Family, top: f32, all: &[Item]) -> f32 {
    let tail = t.rng.pick(&[":", "", " \u{2013}"]);
    let striped = t.rng.chance(0.5);
    let flush = striped && t.rng.chance(0.5);
    let mid = t.rng.uniform(210.0, 260.0);
    let mut y = top;
    for (i, item) in all.iter().enumerate() {
        if striped && i % 2 == 0 {
            s.fill([36.0, y - 11.5, 576.0, y + 4.5], 0.93);
        }
        let label = format!("{}{tail}", item.label);
        kit::fit(s, Face::regular(f), 8.8, 40.0, y, mid - 48.0, &label);
        let bold = Face::bold(f);
        if flush && bold.width(&item.value, 10.0) < 570.0 - mid {
            s.flush_right(bold, 10.0, 572.0, y, &item.value);
        } else {
            kit::fit(s, bold, 10.0, mid, y, 570.0 - mid, &item.value);
        }
        y += 16.0;
    }
    y
}

/// The letter part of the approval.
fn approval_text(s: &mut Sheet, t: &mut Teller, f: Family, top: f32, low: f32) {
    let text = format!(
        "Good news: we approved your Form {}. Please keep this notice in a safe place. It is \
         not a visa and you cannot use it in place of one.",
        t.case.form_code
    );
    let mut y = kit::rich(s, f, 9.6, [40.0, top], 520.0, &text) + 8.0;
    for (question, answer) in good(t) {
        if y > low {
            break;
        }
        s.write(Face::bold(f), 9.8, 40.0, y, question);
        y = kit::rich(s, f, 9.2, [40.0, y + 12.5], 520.0, answer) + 6.0;
    }
    if low > 600.0 {
        kit::barcode(s, 330.0, 712.0, 220.0, true, t.case);
    }
}

/// Passages of good news; the one about accounts only where the page has no number.
fn good(t: &mut Teller) -> Vec<(&'static str, &'static str)> {
    let talk = t.mode == Mode::Missing && t.case.noticed.year > 2012 && t.rng.chance(0.6);
    let last = words::GOOD.len() - usize::from(!talk);
    words::GOOD[t.rng.below(3)..last].to_vec()
}

/// The part to tear off with a departure record.
fn tear_off(s: &mut Sheet, t: &mut Teller, f: Family) {
    let top = 580.0;
    kit::leader(s, Face::regular(f), 8.0, 36.0, 576.0, top);
    s.centred(
        Face::regular(f),
        7.0,
        306.0,
        top + 10.0,
        "Please tear off here",
    );
    s.frame([60.0, top + 18.0, 552.0, top + 160.0], 0.8);
    let mut all = vec![item("Receipt number", t.case.receipt.clone())];
    all.push(traps::i94(t));
    let who = if t.case.is_petition {
        &t.case.beneficiary
    } else {
        &t.case.filer
    };
    all.push(item("Family name", who.family.clone()));
    all.push(item("First (given) name", who.given.clone()));
    all.push(item("Date of birth", t.date(&who.born)));
    s.write(
        Face::bold(f),
        11.0,
        72.0,
        top + 38.0,
        "I-94 Departure Record",
    );
    for (i, item) in all.iter().enumerate() {
        let y = top + 58.0 + 19.0 * i as f32;
        s.write(Face::regular(f), 8.0, 72.0, y, &item.label);
        s.write(Face::bold(f), 10.5, 190.0, y, &item.value);
        s.rule(190.0, 420.0, y + 4.0, 0.3);
    }
}
