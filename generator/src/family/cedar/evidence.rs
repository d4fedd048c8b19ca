//! A request for evidence over three pages, and a letter that returns papers.
use super::teller::{Item, Mode, Teller, item, title};
use super::{facts, kit, traps, words};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Three pages: the letter, the list of papers to send, the cover sheet for the answer.
pub(super) fn evidence(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 60, 5);
    let form = rng.pick(&["I-797E", ""]);
    let mut t = Teller::new(rng, case, form, 45, 12);
    let on_cover = t.mode != Mode::Filled || t.rng.chance(0.6);
    let left = if form.is_empty() {
        "Request for Evidence".into()
    } else {
        facts::edition(&mut t, form)
    };
    let one = letter(&mut t, f, on_cover, &left);
    let two = papers(&mut t, f, &left);
    let three = cover(&mut t, f, on_cover, &left);
    Drawing {
        sheets: vec![one, two, three],
        truth: t.truth,
    }
}

/// The first page.
fn letter(t: &mut Teller, f: Family, on_cover: bool, left: &str) -> Sheet {
    let mut s = Sheet::letter(f);
    letterhead(&mut s, t, f);
    let date = t.noticed_value();
    s.write(Face::regular(f), 10.5, 60.0, 112.0, &date);
    kit::address(&mut s, Face::regular(f), 10.5, [60.0, 140.0], t.case, true);
    let about = subject(t, on_cover);
    let below = t.rng.chance(0.4);
    let (left_edge, first) = if below { (60.0, 216.0) } else { (320.0, 140.0) };
    let y = about_lines(&mut s, f, [left_edge, first], &about);
    let kind = t.type_of("Request for Evidence");
    let top = y.max(216.0) + 12.0;
    s.write(Face::bold(f), 16.0, 60.0, top + 10.0, &kind);
    let due = t.date(&t.case.noticed.later(2, 20));
    t.truth.fields.response_due = Some(due.clone());
    let line = format!("Please answer so that we have it no later than {due}.");
    let area = [60.0, top + 22.0, 552.0, top + 46.0];
    if t.rng.chance(0.5) {
        kit::ribbon(&mut s, Face::bold(f), 11.0, area, 0.2, &line);
    } else {
        s.frame(area, 1.2);
        s.centred(Face::bold(f), 11.0, 306.0, top + 38.0, &line);
    }
    ask(&mut s, t, f, top + 72.0);
    kit::foot(&mut s, f, left, "Page 1 of 3");
    s
}

/// Lines of a bold label and its value; returns the next baseline.
fn about_lines(s: &mut Sheet, f: Family, at: [f32; 2], about: &[Item]) -> f32 {
    let mut y = at[1];
    for item in about {
        let end = s.write(Face::bold(f), 9.0, at[0], y, &format!("{}:", item.label));
        let start = end + 5.0;
        let plain = Face::regular(f);
        if start + plain.width(&item.value, 9.0) <= 556.0 {
            s.write(plain, 9.0, start, y, &item.value);
        } else {
            let next = [at[0] + 12.0, y + 11.5];
            y = kit::block(s, plain, 9.0, next, 224.0, &item.value) - 11.0;
        }
        y += 13.5;
    }
    y
}

/// Three columns of small print across the top.
fn letterhead(s: &mut Sheet, t: &mut Teller, f: Family) {
    let office = t.rng.pick(words::OFFICES);
    let agency = ["U.S. Department of", "Homeland Security", "USCIS"];
    let fax = format!("Fax 402-{}-{}", t.rng.digits(3), t.rng.digits(4));
    let phone = ["Phone 800-375-5283", fax.as_str(), "www.uscis.gov"];
    for (left, lines) in [(60.0, &agency), (240.0, &office), (436.0, &phone)] {
        for (i, line) in lines.iter().enumerate() {
            s.write(Face::regular(f), 8.5, left, 50.0 + 10.5 * i as f32, line);
        }
    }
    s.rule(60.0, 552.0, 80.0, 0.8);
}

/// What the letter is about; the account stands here or on the cover sheet.
fn subject(t: &mut Teller, on_cover: bool) -> Vec<Item> {
    let mut all = vec![item("RE", t.form().value), t.receipt(), t.filer()];
    all.extend(t.beneficiary());
    let file = t.a_number();
    all.push(file);
    if !on_cover {
        let label = words::account_short(t.rng, t.case);
        all.extend(t.account_place().map(|v| item(label, v)));
    }
    all
}

/// What is asked and why.
fn ask(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) {
    let first = format!(
        "We are reviewing your Form {}, {}. We need some more papers before we can decide. The \
         next page lists them. Please send everything at one time.",
        t.case.form_code,
        title(t.case)
    );
    let mut y = kit::rich(s, f, 10.4, [60.0, top], 492.0, &first) + 10.0;
    for (question, answer) in [
        (
            "What if I do not answer?",
            "We will decide with what we have. That often means that we must deny the case.",
        ),
        (
            "Can I have more time?",
            "No. The rules do not let us give more time than this letter states.",
        ),
        (
            "How do I send my answer?",
            "Put page 3 on top of your papers. Mail it to the office at the top of this letter. \
             If you have a USCIS online account you may upload the papers there instead.",
        ),
        (
            "What about papers in another language?",
            "Send a full English translation. The translator must sign that it is complete and \
             correct.",
        ),
    ] {
        s.write(Face::bold(f), 10.6, 60.0, y, question);
        y = kit::rich(s, f, 10.2, [60.0, y + 14.0], 492.0, answer) + 8.0;
    }
    s.write(Face::regular(f), 10.4, 60.0, y + 12.0, "Sincerely,");
    s.write(Face::regular(f), 10.4, 60.0, y + 46.0, "Director");
    let officer = format!("Officer XM{}", t.rng.digits(4));
    s.write(Face::regular(f), 8.0, 60.0, y + 58.0, &officer);
}

/// The second page: a check list.
fn papers(t: &mut Teller, f: Family, left: &str) -> Sheet {
    let mut s = Sheet::letter(f);
    let head = format!("Request for Evidence, {}", t.case.receipt);
    s.flush_right(Face::regular(f), 8.0, 552.0, 46.0, &head);
    s.write(Face::bold(f), 14.0, 60.0, 78.0, "Papers we ask you to send");
    let all = [
        "A copy of your birth certificate, front and back, with a translation.",
        "Tax transcripts for the last three years. Ask the IRS; do not send us your returns.",
        "Proof that you lived at one address, such as a lease or bills in both names.",
        "A copy of every page of your passport, also the empty ones.",
        "Two photos of passport size. Write your A-Number on the back in pencil.",
        "A letter from your employer on the company\u{2019}s paper, signed and dated.",
        "Form I-693 in a sealed envelope. The doctor must have signed it.",
        "Certified court papers for each arrest, even if you were not charged.",
    ];
    let start = t.rng.below(all.len());
    let count = 4 + t.rng.below(4);
    let mut y = 106.0;
    for i in 0..count {
        kit::tick(&mut s, 62.0, y, 8.5);
        let text = all[(start + i) % all.len()];
        y = kit::rich(&mut s, f, 10.4, [82.0, y], 460.0, text) + 9.0;
    }
    s.write(
        Face::bold(f),
        11.0,
        60.0,
        y + 10.0,
        "Please write these on every page",
    );
    let text = "Write your name and your receipt number at the top of each page. Do not write a \
                bank number, a card number or a password on anything that you send us. Do not \
                write your USCIS online account number on photos.";
    kit::rich(&mut s, f, 10.2, [60.0, y + 26.0], 492.0, text);
    kit::foot(&mut s, f, left, "Page 2 of 3");
    s
}

/// The third page: the cover sheet for the answer.
fn cover(t: &mut Teller, f: Family, on_cover: bool, left: &str) -> Sheet {
    let mut s = Sheet::letter(f);
    kit::ribbon(
        &mut s,
        Face::bold(f),
        15.0,
        [60.0, 50.0, 552.0, 84.0],
        0.15,
        "Put this page on top",
    );
    let name = t.case.filer.name();
    let mut all = vec![
        item("Receipt number", t.case.receipt.clone()),
        item("From", name),
    ];
    if on_cover {
        let account = t.account();
        all.extend(account);
    }
    if t.rng.chance(0.5) {
        let more = traps::twelve(t);
        let at = 1 + t.rng.below(all.len());
        all.insert(at, more);
    }
    let old = t.rng.chance(0.6);
    kit::barcode(&mut s, 60.0, 106.0, 300.0, old, t.case);
    let mut y = 156.0;
    for item in &all {
        s.frame([60.0, y, 552.0, y + 30.0], 0.6);
        s.upright(270.0, y, y + 30.0, 0.6);
        let (size, parts) = kit::two_lines(Face::regular(f), 8.8, 198.0, &item.label);
        let first = y + if parts.len() > 1 { 13.0 } else { 18.5 };
        kit::block(
            &mut s,
            Face::regular(f),
            size,
            [66.0, first],
            198.0,
            &item.label,
        );
        kit::fit(
            &mut s,
            Face::bold(f),
            11.5,
            280.0,
            y + 19.0,
            266.0,
            &item.value,
        );
        y += 30.0;
    }
    s.write(
        Face::bold(f),
        10.5,
        60.0,
        y + 30.0,
        "I am sending (please tick one)",
    );
    for (i, text) in [
        "everything you asked for",
        "some of it; please decide on that",
        "nothing; I withdraw",
    ]
    .iter()
    .enumerate()
    {
        let base = y + 50.0 + 18.0 * i as f32;
        kit::tick(&mut s, 62.0, base, 9.0);
        s.write(Face::regular(f), 10.2, 82.0, base, text);
    }
    s.rule(60.0, 300.0, y + 140.0, 0.6);
    s.write(Face::regular(f), 8.0, 60.0, y + 150.0, "Your signature");
    s.rule(330.0, 552.0, y + 140.0, 0.6);
    s.write(Face::regular(f), 8.0, 330.0, y + 150.0, "Date signed");
    kit::foot(&mut s, f, left, "Page 3 of 3");
    s
}
