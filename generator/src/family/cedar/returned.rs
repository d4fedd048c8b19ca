//! A letter that returns papers: captions in the margin, no receipt number.
use super::teller::{Item, Mode, Teller, item};
use super::{facts, kit, traps, words};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A rejection with its parts named in the margin and notes at the foot.
pub(super) fn returned(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 50, 7);
    let mut t = Teller::new(rng, case, "I-797C", 40, 15);
    let mut s = Sheet::letter(f);
    let kind = t.type_of("Rejection Notice");
    s.flush_right(Face::bold(f), 16.0, 552.0, 62.0, &kind);
    let style = t.rng.below(3);
    let y = kit::agency(&mut s, f, [60.0, 58.0], style);
    s.rule(60.0, 552.0, y + 2.0, 2.0);
    let y = kit::address(
        &mut s,
        Face::regular(f),
        10.0,
        [190.0, y + 28.0],
        case,
        false,
    ) + 14.0;
    let marked = t.mode != Mode::Missing && t.rng.chance(0.5);
    let items = listed(&mut t, marked);
    let y = part(&mut s, f, y, "About your filing");
    let y = rows(&mut s, f, y, &items);
    let y = part(&mut s, f, y + 16.0, "Why we return it");
    let y = reasons(&mut s, &mut t, f, y);
    let y = part(&mut s, f, y + 12.0, "What we return");
    let y = contents(&mut s, &mut t, f, y);
    let y = part(&mut s, f, y + 12.0, "What you can do");
    let text = "Correct the points above and send us the whole package again. There is no fee for \
                that beyond the filing fee. You cannot appeal this rejection. We did not keep a \
                copy and we gave your filing no receipt number.";
    kit::rich(&mut s, f, 9.8, [190.0, y], 362.0, text);
    notes(&mut s, &mut t, f, marked);
    let left = facts::edition(&mut t, "I-797C");
    kit::foot(&mut s, f, &left, "Page 1 of 1");
    Drawing {
        sheets: vec![s],
        truth: t.truth,
    }
}

/// A caption in the margin; returns the baseline for what stands beside it.
fn part(s: &mut Sheet, f: Family, y: f32, name: &str) -> f32 {
    s.rule(60.0, 552.0, y - 12.0, 0.3);
    kit::block(s, Face::bold(f), 9.8, [60.0, y], 116.0, name);
    y
}

/// The facts of the filing.
fn listed(t: &mut Teller, marked: bool) -> Vec<Item> {
    let mut all = vec![t.noticed(), t.form(), t.filer()];
    all.extend(t.beneficiary());
    let got = t.date(&t.case.received);
    t.truth.fields.received_date = Some(got.clone());
    all.push(item("Arrived at our mail room", got));
    if t.rng.chance(0.4) {
        let file = t.a_number();
        all.push(file);
    }
    let batch = t.rng.digits(12);
    let name = t
        .rng
        .pick(&["Mail room package number", "Lockbox item no.", "Scan batch"]);
    all.push(item(name, batch));
    let mut account = if t.rng.chance(0.5) {
        t.account()
    } else {
        t.account_short()
    };
    if let Some(place) = account.as_mut().filter(|_| marked) {
        place.label.push_str(" \u{b9}");
    }
    if let Some(place) = account {
        let at = 1 + t.rng.below(all.len());
        all.insert(at, place);
    }
    all
}

/// Labels and values in one line each, the value right after the colon.
fn rows(s: &mut Sheet, f: Family, top: f32, all: &[Item]) -> f32 {
    let mut y = top;
    for item in all {
        let end = s.write(Face::regular(f), 9.6, 190.0, y, &format!("{}:", item.label));
        let start = end + 6.0;
        if start + Face::bold(f).width(&item.value, 9.6) <= 556.0 {
            s.write(Face::bold(f), 9.6, start, y, &item.value);
        } else {
            y += 12.0;
            y = kit::block(s, Face::bold(f), 9.6, [200.0, y], 350.0, &item.value) - 11.7;
        }
        y += 14.0;
    }
    y
}

/// The reasons, some of them ticked.
fn reasons(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) -> f32 {
    let all = [
        "You did not sign the form.",
        "The check or the card form shows a wrong amount.",
        "You used an edition of the form that we no longer take.",
        "You left the space for your USCIS online account number empty.",
        "A page is missing.",
    ];
    let own = t.mode == Mode::Filled || t.case.noticed.year < 2013;
    let chosen = t.rng.below(if own { 3 } else { all.len() });
    let mut y = top;
    for (i, text) in all.iter().enumerate() {
        kit::tick(s, 192.0, y, 8.0);
        if i == chosen || i == 1 {
            s.centred(Face::bold(f), 8.5, 196.0, y - 1.0, "X");
        }
        s.write(Face::regular(f), 9.6, 208.0, y, text);
        y += 14.0;
    }
    y
}

/// What is in the envelope, in a small table of three columns.
fn contents(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) -> f32 {
    let pay = traps::payment(t);
    let check = t.rng.digits(4);
    let bank = t.rng.digits(12);
    let head = [
        "Item".to_string(),
        "Number".to_string(),
        "Pages".to_string(),
    ];
    let count = t.rng.between(8, 40).to_string();
    let mut all = vec![
        head,
        [
            format!("Form {}", t.case.form_code),
            "\u{2013}".into(),
            count,
        ],
        [format!("Check no. {check}, bank account"), bank, "1".into()],
    ];
    if t.rng.chance(0.5) {
        all.push([pay.label, pay.value, "\u{2013}".into()]);
    }
    let mut y = top;
    for (i, row) in all.iter().enumerate() {
        let face = if i == 0 {
            Face::italic(f)
        } else {
            Face::regular(f)
        };
        kit::fit(s, face, 9.2, 190.0, y, 180.0, &row[0]);
        s.write(face, 9.2, 380.0, y, &row[1]);
        s.flush_right(face, 9.2, 540.0, y, &row[2]);
        y += 13.5;
    }
    y
}

/// Notes in small print above the foot.
fn notes(s: &mut Sheet, t: &mut Teller, f: Family, marked: bool) {
    let office = t.rng.pick(words::OFFICES).join(", ");
    let sign = if marked { "\u{b9}" } else { "Note:" };
    let text = format!(
        "{sign} An online account number has 12 digits, such as 123456789012. It is never the \
         number of a bank account."
    );
    let text = if t.case.noticed.year < 2013 {
        "Please do not staple your papers."
    } else {
        &text
    };
    s.write(Face::regular(f), 7.2, 60.0, 728.0, text);
    s.write(
        Face::regular(f),
        7.2,
        60.0,
        738.0,
        &format!("Mail your package to: {office}"),
    );
}
