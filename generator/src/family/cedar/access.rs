//! A welcome letter with dot leaders, and a courtesy copy in two languages.
use super::teller::{Item, Mode, Teller, item};
use super::{facts, kit, traps, words};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A letter about the online account: key numbers with dots before them.
pub(super) fn welcome(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 100, 2);
    let mut t = Teller::new(rng, case, "", 70, 8);
    let mut s = Sheet::letter(f);
    s.centred(
        Face::bold(f),
        13.0,
        306.0,
        60.0,
        "U.S. Citizenship and Immigration Services",
    );
    s.centred(
        Face::regular(f),
        9.0,
        306.0,
        72.0,
        "Office of Intake and Document Production",
    );
    s.rule(200.0, 412.0, 79.0, 0.6);
    let date = t.noticed_value();
    if t.rng.chance(0.5) {
        s.flush_right(Face::regular(f), 10.5, 540.0, 108.0, &date);
    } else {
        s.write(Face::regular(f), 10.5, 72.0, 108.0, &date);
    }
    let y = kit::address(&mut s, Face::regular(f), 10.5, [72.0, 130.0], case, false) + 18.0;
    let title = t.rng.pick(&[
        "Account Access Notice",
        "USCIS Account Access",
        "Welcome Notice",
    ]);
    let title = t.type_of(title);
    s.write(Face::bold(f), 17.0, 72.0, y + 6.0, &title);
    let y = hello(&mut s, &mut t, f, y + 28.0);
    let mut y = y + 10.0;
    let apart = t.rng.chance(0.4);
    if apart && let Some(account) = t.account() {
        boxed(&mut s, f, y, &account);
        y += 62.0;
    }
    let items = key_numbers(&mut t, apart);
    let y = dotted(&mut s, &mut t, f, y, &items);
    steps(&mut s, &mut t, f, y + 22.0);
    s.centred(
        Face::regular(f),
        8.0,
        306.0,
        760.0,
        "uscis.gov  \u{2022}  my.uscis.gov",
    );
    Drawing {
        sheets: vec![s],
        truth: t.truth,
    }
}

/// The first paragraph; it fits whether or not a number follows.
fn hello(s: &mut Sheet, t: &mut Teller, f: Family, y: f32) -> f32 {
    let end = match t.mode {
        Mode::Missing => {
            "Your USCIS online account number will come in a second letter, so that no one letter \
             holds both the code and the number."
        }
        _ => "Below are the numbers you will need. Please keep them to yourself.",
    };
    let text = format!(
        "Hello! You sent us Form {} on paper. You can follow it online, send us papers and get \
         our messages there. {end}",
        t.case.form_code
    );
    t.truth.fields.case_type = Some(t.case.form_code.into());
    kit::rich(s, f, 10.8, [72.0, y], 468.0, &text)
}

/// The key numbers: account, access code, receipt and others.
fn key_numbers(t: &mut Teller, apart: bool) -> Vec<Item> {
    let d = t.rng.digits(12);
    let code = match t.rng.below(3) {
        0 => d.clone(),
        1 => format!("{}-{}-{}", &d[..4], &d[4..8], &d[8..]),
        _ => format!("{}{}", t.rng.letters(4), t.rng.digits(4)),
    };
    let label = t.rng.pick(&[
        "Online Access Code (good for 90 days)",
        "One-time Online Access Code",
        "Your Online Access Code",
    ]);
    let mut all = vec![t.receipt(), item(label, code), t.filer()];
    if t.rng.chance(0.6) {
        all.push(t.received());
    }
    all.extend(t.beneficiary());
    if t.rng.chance(0.6) {
        all.push(t.a_number());
    }
    if t.rng.chance(0.3) {
        all.push(traps::attorney(t));
    }
    let account = if apart { None } else { t.account() };
    if let Some(account) = account {
        let at = if t.rng.chance(0.5) {
            0
        } else {
            t.rng.below(all.len())
        };
        all.insert(at, account);
    }
    all
}

/// One item alone in a frame in the middle of the page.
fn boxed(s: &mut Sheet, f: Family, top: f32, item: &Item) {
    s.frame([126.0, top - 4.0, 486.0, top + 40.0], 1.0);
    let wide = Face::regular(f).width(&item.label, 10.0);
    let size = if wide > 340.0 {
        10.0 * 340.0 / wide
    } else {
        10.0
    };
    s.centred(Face::regular(f), size, 306.0, top + 11.0, &item.label);
    s.centred(Face::bold(f), 15.0, 306.0, top + 31.0, &item.value);
}

/// Rows with a label, dots and a value at the right; returns the next baseline.
fn dotted(s: &mut Sheet, t: &mut Teller, f: Family, top: f32, all: &[Item]) -> f32 {
    let right = t.rng.uniform(470.0, 540.0);
    let shared = t.rng.chance(0.4);
    let column = right - 130.0;
    let mut y = top;
    for item in all {
        let measure = right - 72.0 - Face::bold(f).width(&item.value, 11.0).max(130.0) - 30.0;
        let parts = kit::lines(Face::regular(f), 10.5, measure, &item.label);
        for (i, line) in parts.iter().enumerate() {
            let end = s.write(Face::regular(f), 10.5, 72.0, y, line);
            if i + 1 == parts.len() {
                let wide = Face::bold(f).width(&item.value, 11.0);
                let start = if shared && wide <= 130.0 {
                    column
                } else {
                    right - wide
                };
                let stop = if item.value.is_empty() {
                    right - 100.0
                } else {
                    start
                };
                kit::leader(s, Face::regular(f), 9.0, end, stop - 2.0, y);
                s.write(Face::bold(f), 11.0, start, y, &item.value);
            }
            y += 13.0;
        }
        y += 5.0;
    }
    y
}

/// Numbered steps below the numbers.
fn steps(s: &mut Sheet, t: &mut Teller, f: Family, top: f32) {
    let mut y = top;
    s.write(Face::bold(f), 12.0, 72.0, y, "Three steps to get started");
    y += 18.0;
    for (i, text) in [
        "Go to my.uscis.gov and choose Create an account.",
        "Choose Add a paper-filed case and type the access code and your receipt number.",
        "Choose Submit. Your case appears on your page within a day.",
    ]
    .iter()
    .enumerate()
    {
        s.write(Face::bold(f), 10.8, 72.0, y, &format!("{}.", i + 1));
        y = kit::rich(s, f, 10.8, [90.0, y], 450.0, text) + 4.0;
    }
    y += 6.0;
    if t.rng.chance(0.5) {
        let text = "Do not mix up your numbers. An account number has 12 digits, for example \
                    0000-1234-5678; an A-Number has 7 to 9 digits after the letter A.";
        y = kit::rich(s, f, 10.0, [72.0, y], 468.0, text) + 8.0;
    }
    s.write(Face::regular(f), 10.8, 72.0, y + 10.0, "Sincerely,");
    s.write(
        Face::regular(f),
        10.8,
        72.0,
        y + 40.0,
        "The USCIS account team",
    );
}

/// A courtesy copy: facts under labels in two languages, prose in two columns.
pub(super) fn bilingual(rng: &mut Rng, case: &Case) -> Drawing {
    let f = facts::face(rng, 50, 1);
    let form = rng.pick(&["I-797C", ""]);
    let mut t = Teller::new(rng, case, form, 45, 15);
    let mut s = Sheet::letter(f);
    let kind = t.type_of("Courtesy Letter");
    s.write(
        Face::bold(f),
        15.0,
        50.0,
        60.0,
        &format!("{kind} / Carta de cortes\u{ed}a"),
    );
    let name = "USCIS \u{2022} Servicio de Ciudadan\u{ed}a e Inmigraci\u{f3}n de Estados Unidos";
    s.write(Face::regular(f), 8.5, 50.0, 73.0, name);
    let y = kit::address(&mut s, Face::regular(f), 10.0, [50.0, 104.0], case, false) + 14.0;
    let items = two_tongues(&mut t);
    let y = table(&mut s, &mut t, f, y, &items);
    columns(&mut s, f, y + 26.0);
    let old = t.rng.chance(0.5);
    kit::barcode(&mut s, 50.0, 712.0, 220.0, old, case);
    let left = if form.is_empty() {
        "Courtesy copy".into()
    } else {
        facts::edition(&mut t, form)
    };
    kit::foot(&mut s, f, &left, "1/1");
    Drawing {
        sheets: vec![s],
        truth: t.truth,
    }
}

/// The facts; a label is English and Spanish with a bar between.
fn two_tongues(t: &mut Teller) -> Vec<Item> {
    let mut all = vec![
        item("Receipt number|N\u{fa}mero de recibo", t.receipt_value()),
        item("Date of this letter|Fecha de esta carta", t.noticed_value()),
        item("Your form|Su formulario", t.form().value),
        item("We received it on|Lo recibimos el", t.received().value),
    ];
    let filer = t.filer().value;
    let who = words::role_capital(t.case);
    let spanish = if t.case.is_petition {
        "Peticionario"
    } else {
        "Solicitante"
    };
    all.push(item(format!("{who}|{spanish}"), filer));
    if let Some(b) = t.beneficiary() {
        all.push(item("Beneficiary|Beneficiario", b.value));
    }
    let file = t.a_number().value;
    let mine = if t.case.is_petition {
        "A-Number of the beneficiary|N\u{fa}mero A del beneficiario"
    } else {
        "Your A-Number|Su n\u{fa}mero A"
    };
    all.push(item(mine, file));
    if t.rng.chance(0.6) {
        let number = t.rng.digits(12);
        all.push(item(
            "Payment tracking number|N\u{fa}mero de rastreo del pago",
            number,
        ));
    }
    spanish_account(t, &mut all);
    all
}

/// The account number with a label in two languages.
fn spanish_account(t: &mut Teller, all: &mut Vec<Item>) {
    let label = t.rng.pick(&[
        "Your USCIS online account number|Su n\u{fa}mero de cuenta en l\u{ed}nea de USCIS",
        "USCIS online account number|N\u{fa}mero de cuenta en l\u{ed}nea de USCIS",
        "Your online account no.|N.\u{ba} de su cuenta en l\u{ed}nea",
        "Number of your online account|N\u{fa}mero de su cuenta de USCIS en l\u{ed}nea",
    ]);
    if let Some(value) = t.account_place() {
        let at = 1 + t.rng.below(all.len());
        all.insert(at, item(label, value));
    }
}

/// A table of labels and values, the value in the middle, right, or last; returns its edge.
fn table(s: &mut Sheet, t: &mut Teller, f: Family, top: f32, all: &[Item]) -> f32 {
    let middle = t.rng.chance(0.4);
    let ruled = t.rng.chance(0.6);
    let [value, spanish] = if middle {
        [210.0, 400.0]
    } else {
        [370.0, 206.0]
    };
    let wide = if middle { 182.0 } else { 190.0 };
    let spare = if middle { 160.0 } else { 158.0 };
    let mut y = top;
    for item in all {
        let (english, other) = item.label.split_once('|').unwrap_or((&item.label, ""));
        kit::fit(s, Face::regular(f), 8.8, 50.0, y + 12.0, 150.0, english);
        kit::fit(s, Face::italic(f), 8.8, spanish, y + 12.0, spare, other);
        let n = cell(s, f, [value, y + 12.0], wide, &item.value);
        y += 18.0 + 10.5 * (n as f32 - 1.0);
        if ruled {
            s.rule(50.0, 562.0, y, 0.4);
        }
    }
    y
}

/// A value in a column; returns the number of its lines.
fn cell(s: &mut Sheet, f: Family, at: [f32; 2], wide: f32, text: &str) -> usize {
    let parts = kit::lines(Face::bold(f), 9.2, wide, text);
    for (i, line) in parts.iter().enumerate() {
        s.write(Face::bold(f), 9.2, at[0], at[1] + 10.5 * i as f32, line);
    }
    parts.len()
}

/// The prose, English at the left and Spanish at the right.
fn columns(s: &mut Sheet, f: Family, top: f32) {
    let english = [
        "We send you this letter as a courtesy. You do not need to answer it.",
        "We have not made a decision yet. We will write to you when we have one.",
        "If you move, tell us within 10 days at uscis.gov/addresschange.",
        "Questions? Call 800-375-5283. For Spanish, press 2.",
    ];
    let spanish = [
        "Le enviamos esta carta como cortes\u{ed}a. No necesita contestarla.",
        "A\u{fa}n no hemos tomado una decisi\u{f3}n. Le escribiremos cuando la tengamos.",
        "Si se muda, av\u{ed}senos dentro de 10 d\u{ed}as en uscis.gov/es.",
        "\u{bf}Preguntas? Llame al 800-375-5283 y oprima el 2.",
    ];
    for (left, all) in [(50.0, english), (316.0, spanish)] {
        let mut y = top;
        for text in all {
            y = kit::rich(s, f, 9.8, [left, y], 240.0, text) + 7.0;
        }
    }
}
