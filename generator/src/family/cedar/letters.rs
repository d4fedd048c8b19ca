//! Two airy letters: one with a summary panel, one all in questions and answers.
use super::teller::{Item, Mode, Teller};
use super::{facts, kit, words};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A letter with a shaded panel "at a glance" at one side, values under small labels.
pub(super) fn summary(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 0, 6);
    let mut t = Teller::new(rng, case, "I-797C", 45, 15);
    let mut s = Sheet::letter(f);
    let kind = t.rng.below(3);
    let head = kit::agency(&mut s, f, [54.0, 58.0], kind);
    let open = facts::opening(&mut t);
    s.flush_right(Face::bold(f), 10.0, 558.0, 58.0, &open.kind);
    s.rule(54.0, 558.0, head, 1.2);
    let date = t.noticed_value();
    let wide = t.rng.uniform(205.0, 235.0);
    let mirrored = t.rng.chance(0.4);
    let (text, bar) = if mirrored {
        (330.0, 54.0)
    } else {
        (54.0, 558.0 - wide)
    };
    s.write(Face::regular(f), 9.5, text, head + 26.0, &date);
    let care = t.rng.chance(0.3);
    kit::address(
        &mut s,
        Face::regular(f),
        9.5,
        [text, head + 58.0],
        case,
        care,
    );
    let traps = t.rng.below(3);
    let items = facts::facts(&mut t, false, false, traps);
    let low = panel(
        &mut s,
        &mut t,
        f,
        [bar, head + 16.0, bar + wide, 0.0],
        &items,
    );
    let y = low.max(head + 130.0) + 34.0;
    letter_body(&mut s, &mut t, f, y, &open);
    let foot = facts::edition(&mut t, "I-797C");
    kit::foot(&mut s, f, &foot, "Page 1 of 1");
    Drawing {
        sheets: vec![s],
        truth: t.truth,
    }
}

/// The panel; returns its lower edge.
fn panel(s: &mut Sheet, t: &mut Teller, f: Family, area: [f32; 4], items: &[Item]) -> f32 {
    let [left, top, right, _] = area;
    let measure = right - left - 24.0;
    let small = t.rng.uniform(6.8, 7.8);
    let large = t.rng.uniform(8.8, 10.0);
    let mut low = top + 34.0;
    for item in items {
        let n = kit::lines(Face::regular(f), small, measure, &item.label).len() as f32;
        let m = kit::lines(Face::bold(f), large, measure, &item.value).len() as f32;
        low += n * small * 1.22 + m * large * 1.22 + 7.5;
    }
    let dark = t.rng.chance(0.5);
    s.fill([left, top, right, low], 0.92);
    let title = t.rng.pick(&[
        "Your case at a glance",
        "Your case in brief",
        "Keep these facts",
    ]);
    if dark {
        kit::ribbon(
            s,
            Face::bold(f),
            10.0,
            [left, top, right, top + 20.0],
            0.2,
            title,
        );
    } else {
        s.write(Face::bold(f), 11.0, left + 12.0, top + 17.0, title);
    }
    let mut y = top + 36.0;
    for item in items {
        y = kit::block(
            s,
            Face::regular(f),
            small,
            [left + 12.0, y],
            measure,
            &item.label,
        ) + 2.2;
        y = kit::block(
            s,
            Face::bold(f),
            large,
            [left + 12.0, y],
            measure,
            &item.value,
        ) + 5.3;
    }
    low
}

/// Salutation, headline and questions of the first letter.
fn letter_body(s: &mut Sheet, t: &mut Teller, f: Family, top: f32, open: &facts::Opening) {
    let dear = format!("Dear {}:", t.case.filer.name());
    s.write(Face::regular(f), 10.0, 54.0, top, &dear);
    s.write(Face::bold(f), 14.0, 54.0, top + 24.0, &open.headline);
    let mut y = kit::rich(s, f, 9.6, [54.0, top + 42.0], 500.0, &open.first) + 8.0;
    for (question, answer) in facts::advice(t, 4) {
        if y > 640.0 {
            break;
        }
        s.write(Face::bold(f), 10.0, 54.0, y, &question);
        y = kit::rich(s, f, 9.4, [54.0, y + 13.0], 500.0, &answer) + 7.0;
    }
    let old = t.rng.chance(0.5);
    if t.rng.chance(0.6) {
        kit::barcode(s, 54.0, 712.0, 230.0, old, t.case);
    }
}

/// A letter whose every fact stands in an answer.
pub(super) fn questions(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 50, 13);
    let form = rng.pick(&["", "I-797", "I-797C"]);
    let mut t = Teller::new(rng, case, form, 55, 0);
    let mut s = Sheet::letter(f);
    let kind = t.rng.below(3);
    let y = kit::agency(&mut s, f, [72.0, 64.0], kind);
    office(&mut s, &mut t, f, 58.0);
    let date = t.noticed_value();
    s.write(Face::regular(f), 10.5, 72.0, y + 18.0, &date);
    let y = kit::address(
        &mut s,
        Face::regular(f),
        10.5,
        [72.0, y + 44.0],
        case,
        false,
    ) + 12.0;
    let open = facts::opening(&mut t);
    s.write(Face::bold(f), 16.0, 72.0, y + 8.0, &open.headline);
    s.write(Face::italic(f), 10.0, 72.0, y + 22.0, &open.kind);
    let all = said(&mut t, &open);
    let margin = t.rng.chance(0.4);
    blocks(&mut s, f, y + 46.0, margin, &all);
    let left = if form.is_empty() {
        "www.uscis.gov".into()
    } else {
        facts::edition(&mut t, form)
    };
    kit::foot(&mut s, f, &left, "1");
    Drawing {
        sheets: vec![s],
        truth: t.truth,
    }
}

/// The office at the right of the head.
fn office(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) {
    for (i, line) in t.rng.pick(words::OFFICES).iter().enumerate() {
        s.flush_right(Face::regular(f), 8.0, 540.0, top + 10.0 * i as f32, line);
    }
}

/// The questions with the facts in their answers.
fn said(t: &mut Teller, open: &facts::Opening) -> Vec<(String, String)> {
    let mut all = vec![("Why are you writing to me?".to_string(), open.first.clone())];
    t.truth.fields.case_type = Some(t.case.form_code.into());
    let got = t.received().value;
    let receipt = t.receipt_value();
    all.push((
        "What is my receipt number?".into(),
        format!(
            "Your receipt number is *{receipt}. We received your form on {got}. Please give this \
             number whenever you call or write."
        ),
    ));
    if t.mode == Mode::Filled && t.rng.chance(0.35) {
        let number = t.account_value();
        let label = words::account_long(t.rng, t.case);
        all.push((
            "Which number do I write on my next form?".into(),
            format!("{label}:|{number}"),
        ));
    } else if let Some(text) = t.account_said() {
        let ask = t.rng.pick(&[
            "Do I have an online account?",
            "Can I follow my case online?",
        ]);
        all.push((ask.into(), text));
    }
    who(t, &mut all);
    trap_said(t, &mut all);
    for (q, a) in facts::advice(t, 2) {
        all.push((q, a));
    }
    all
}

/// Who filed for whom.
fn who(t: &mut Teller, all: &mut Vec<(String, String)>) {
    let file = t.a_number().value;
    let filer = t.filer().value;
    let text = match t.beneficiary() {
        Some(b) => format!(
            "The petitioner is {filer}. The beneficiary is {}, whose A-Number is *{}.",
            b.value,
            file.replace(' ', "\u{a0}")
        ),
        None => format!(
            "The applicant is {filer}. Our file on you has the A-Number *{}.",
            file.replace(' ', "\u{a0}")
        ),
    };
    all.push(("Who is part of this case?".into(), text));
}

/// A number that belongs to something else, in a sentence.
fn trap_said(t: &mut Teller, all: &mut Vec<(String, String)>) {
    let number = t.rng.digits(12);
    let (ask, text) = match t.rng.below(5) {
        0 => (
            "How did my payment arrive?",
            format!(
                "Pay.gov recorded your payment under the tracking number *{}.",
                t.paid
            ),
        ),
        1 => (
            "How did you send back my papers?",
            format!("We sent your originals by parcel. The parcel number is *{number}."),
        ),
        2 => {
            t.truth.prints_representative_account(&number);
            let text = format!(
                "{} represents you. The USCIS online account number of that attorney is \
                 *{number}; please do not use it as your own.",
                t.case.attorney.0
            );
            ("Who represents me?", text)
        }
        _ => return,
    };
    let at = 1 + t.rng.below(all.len());
    all.insert(at, (ask.into(), text));
}

/// An answer in one piece: what stands after a bar becomes one bold word.
fn beside(answer: &str) -> String {
    match answer.split_once('|') {
        Some((text, large)) => format!("{text} *{}", large.replace(' ', "\u{a0}")),
        None => answer.to_string(),
    }
}

/// An answer; what stands after a bar goes on its own line, large.
fn told(s: &mut Sheet, f: Family, y: f32, answer: &str) -> f32 {
    let (text, large) = answer.split_once('|').unwrap_or((answer, ""));
    let y = kit::rich(s, f, 10.0, [72.0, y], 468.0, text);
    if large.is_empty() {
        return y;
    }
    s.write(Face::bold(f), 14.0, 108.0, y + 6.0, large);
    y + 20.0
}

/// Draws the questions above their answers, or at the left of them.
fn blocks(s: &mut Sheet, f: Family, top: f32, margin: bool, all: &[(String, String)]) {
    let mut y = top;
    for (question, answer) in all {
        if y > 705.0 {
            break;
        }
        if margin {
            let low = kit::block(s, Face::bold(f), 9.5, [72.0, y], 120.0, question);
            let plain = beside(answer);
            y = kit::rich(s, f, 9.8, [204.0, y], 336.0, &plain).max(low) + 9.0;
        } else {
            s.write(Face::bold(f), 10.5, 72.0, y, question);
            y = told(s, f, y + 14.0, answer) + 8.0;
        }
    }
}
