//! An approval for a family on security paper: hairlines, microprint, and stubs to tear off.
use super::{kit, smallprint};
use crate::case::{self, Case, Date, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The pattern of the paper and a line of microprint.
fn paper(s: &mut Sheet, f: Family, rng: &mut Rng) {
    let step = rng.uniform(9.0, 15.0);
    let mut y = 76.0;
    while y < 760.0 {
        s.fill([30.0, y, 582.0, y + step / 2.0], 0.96);
        y += step;
    }
    s.fill([30.0, 30.0, 582.0, 58.0], 0.8);
    s.centred(
        Face::bold(f),
        17.0,
        306.0,
        50.0,
        "THE UNITED STATES OF AMERICA",
    );
    let micro = "USCISNOTICEOFACTION".repeat(20);
    let face = Face::regular(f);
    let mut text = micro;
    while face.width(&text, 2.4) > 552.0 {
        text.pop();
    }
    s.write_shaded(face, 2.4, 30.0, 62.0, &text, 0.3);
}

/// A field between hairlines: the label in italics above the value.
fn field(s: &mut Sheet, f: Family, at: (f32, f32, f32), label: &str, value: &str) {
    let (left, right, y) = at;
    s.rule(left, right, y, 0.35);
    kit::fit(
        s,
        Face::italic(f),
        7.4,
        left + 2.0,
        y + 8.5,
        right - left - 4.0,
        label,
    );
    kit::fit(
        s,
        Face::regular(f),
        10.0,
        left + 2.0,
        y + 21.0,
        right - left - 6.0,
        value,
    );
}

/// The fields of the notice in reading order.
fn fields(
    rng: &mut Rng,
    case: &Case,
    class: &str,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let number = kit::receipt(rng, &case.receipt, truth);
    let alien = kit::alien(rng, &case.filer, truth);
    truth.fields.received_date = Some(case.received.numeric());
    truth.fields.notice_date = Some(case.noticed.numeric());
    truth.fields.case_type = Some("I-539".into());
    truth.fields.notice_type = Some("Approval Notice".into());
    truth.fields.class = Some(class.into());
    truth.fields.applicant = Some(case.filer.listed());
    let mut set: Vec<(String, String)> = vec![
        (rng.pick(&["Receipt Number", "Receipt No."]).into(), number),
        ("Case Type".into(), "I-539, EXTEND/CHANGE STATUS".into()),
        ("Received Date".into(), case.received.numeric()),
        ("Notice Date".into(), case.noticed.numeric()),
        (
            rng.pick(&["Applicant (principal)", "Applicant 1 of family"])
                .into(),
            case.filer.listed(),
        ),
        (
            rng.pick(&["A-Number", "Alien Registration Number"]).into(),
            alien,
        ),
        ("Notice Type".into(), "Approval Notice".into()),
        (rng.pick(&["Class", "Class Granted"]).into(), class.into()),
    ];
    let mine = kit::own(rng, case, truth);
    if let Some(number) = &mine {
        let label = rng.pick(&[
            "USCIS Online Account Number",
            "USCIS Online Account Number (principal)",
            "Online Account No. of Applicant",
            "USCIS ELIS Number",
            "Online Account Number",
        ]);
        set.insert(rng.pick(&[1, 4, 5, 6]), (label.into(), number.clone()));
    }
    if kit::trap(rng, &mine) {
        let account = case::account(rng);
        let (label, own) = rng.pick(&[
            ("Representative's Online Account Number", true),
            ("Security Paper Control", false),
            ("SEVIS Fee Payment Reference", false),
        ]);
        if own {
            truth.prints_representative_account(&account);
        }
        set.push((label.into(), account));
    }
    set
}

/// The table of the family: name, A-Number, class, validity.
fn table(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    y: f32,
    family: &Members,
    truth: &mut NoticeTruth,
) -> f32 {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let columns = [44.0, 232.0, 332.0, 384.0, 484.0];
    let heads = [
        "Approved for",
        "A-Number",
        "Class",
        "Valid from",
        "Valid to",
    ];
    for (x, head) in columns.iter().zip(heads) {
        s.write(b, 8.4, *x, y, head);
    }
    s.rule(40.0, 572.0, y + 4.0, 0.8);
    let mut y = y + 16.0;
    for person in &family.who {
        let number = kit::alien(rng, person, truth);
        let texts = [
            person.listed(),
            number,
            family.class.into(),
            family.from.numeric(),
            family.to.numeric(),
        ];
        for (x, (text, room)) in columns
            .iter()
            .zip(texts.iter().zip([182.0, 96.0, 48.0, 90.0, 84.0]))
        {
            kit::fit(s, r, 9.4, *x, y, room, text);
        }
        y += 14.0;
    }
    y + 10.0
}

/// The family and what it was granted.
struct Members {
    who: Vec<Person>,
    class: &'static str,
    from: Date,
    to: Date,
}

/// A stub with an I-94 to tear off; gives the number.
fn stub(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    top: f32,
    person: &Person,
    family: &Members,
) -> String {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let mut x = 30.0;
    while x < 580.0 {
        s.rule(x, x + 6.0, top, 0.5);
        x += 10.0;
    }
    let number = kit::i94(rng);
    let printed = format!("{} {}", &number[..9], &number[9..]);
    s.write(r, 7.0, 44.0, top + 14.0, "Departure Record / I-94");
    s.write(b, 13.0, 44.0, top + 34.0, &printed);
    s.write(r, 7.0, 44.0, top + 44.0, "I-94#");
    s.write(r, 7.0, 220.0, top + 14.0, "Name");
    kit::fit(s, b, 10.0, 220.0, top + 26.0, 220.0, &person.listed());
    s.write(r, 7.0, 220.0, top + 44.0, "Date of birth");
    s.write(b, 10.0, 220.0, top + 56.0, &person.born.numeric());
    s.write(r, 7.0, 330.0, top + 44.0, "Class");
    s.write(b, 10.0, 330.0, top + 56.0, family.class);
    s.write(r, 7.0, 460.0, top + 14.0, "Valid until");
    s.write(b, 10.0, 460.0, top + 26.0, &family.to.numeric());
    printed
}

/// The explanation of the approval.
fn prose(s: &mut Sheet, f: Family, y: f32, office: kit::Office) -> f32 {
    let first = "The above application for extension of temporary stay is approved. The stay \
                 of each family member listed is extended as shown. The Departure Records on \
                 the next page should be cut off and kept with the passports. They do not \
                 replace the I-94 issued on a later entry.";
    let y = s.paragraph(Face::regular(f), 9.6, 40.0, y, 532.0, first) + 6.0;
    let more = "Please see the additional information on the back. You will be notified \
                separately about any other cases you filed.";
    let y = s.paragraph(Face::regular(f), 9.6, 40.0, y, 532.0, more) + 10.0;
    let seat = [
        office.0.to_string(),
        "U.S. Citizenship & Immigration Svc".into(),
        office.1.into(),
        office.2.into(),
        "Customer Service Telephone: 800-375-5283".into(),
    ];
    kit::stack(s, Face::regular(f), 9.4, 40.0, y, &seat)
}

/// The page of stubs, one for each person.
fn stubs(
    f: Family,
    rng: &mut Rng,
    case: &Case,
    family: &Members,
    truth: &mut NoticeTruth,
    tint: bool,
) -> Sheet {
    let mut s = Sheet::letter(f);
    if tint {
        paper(&mut s, f, rng);
    }
    let line = format!(
        "Receipt Number {}     Notice Date {}     Page 2 of 2",
        case.receipt,
        case.noticed.numeric()
    );
    s.write(Face::regular(f), 9.4, 40.0, 84.0, &line);
    for (index, person) in family.who.iter().enumerate() {
        let number = stub(&mut s, f, rng, 110.0 + index as f32 * 96.0, person, family);
        if index == 0 {
            truth.fields.i94_number = Some(number);
        }
    }
    let warn = "Form I-797A. Keep each record with the passport of the person named on it.";
    s.write(Face::italic(f), 8.0, 40.0, 752.0, warn);
    s
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let f = rng.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::LiberationSans,
    ]);
    let mut s = Sheet::letter(f);
    let mut truth = kit::truth("I-797A");
    let tint = rng.chance(0.7);
    paper(&mut s, f, rng);
    s.write(
        Face::bold(f),
        11.0,
        40.0,
        80.0,
        "Form I-797A, Notice of Action",
    );
    s.flush_right(
        Face::regular(f),
        8.0,
        572.0,
        80.0,
        "U.S. Citizenship and Immigration Services",
    );
    let class = rng.pick(&["H4", "L2", "B2", "F2", "TD"]);
    let mut who = kit::household(rng, case, 1, 4);
    who.insert(0, case.filer.clone());
    let months = rng.pick(&[6, 12, 24]);
    let family = Members {
        who,
        class,
        from: case.noticed.later(0, 1),
        to: case.noticed.later(months, 0),
    };
    truth.fields.valid_from = Some(family.from.numeric());
    truth.fields.valid_to = Some(family.to.numeric());
    let set = fields(rng, case, class, &mut truth);
    let columns = rng.pick(&[2usize, 3]);
    let wide = 532.0 / columns as f32;
    for (index, (label, value)) in set.iter().enumerate() {
        let left = 40.0 + (index % columns) as f32 * wide;
        let y = 90.0 + (index / columns) as f32 * 26.0;
        field(&mut s, f, (left, left + wide - 8.0, y), label, value);
    }
    let y = 90.0 + set.len().div_ceil(columns) as f32 * 26.0 + 24.0;
    let block = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    let y = kit::stack(&mut s, Face::regular(f), 10.0, 74.0, y, &block) + 16.0;
    let y = table(&mut s, f, rng, y, &family, &mut truth);
    let office = rng.pick(kit::CENTERS);
    let y = prose(&mut s, f, y, office);
    kit::barcode(&mut s, rng, 330.0, y - 50.0, 22.0, &case.receipt);
    smallprint::fill(&mut s, f, rng, (40.0, 572.0), (y + 12.0, 742.0));
    kit::foot(
        &mut s,
        Face::regular(f),
        7.5,
        "Form I-797A (Rev. 08/31/16) N",
        "Page 1 of 2",
    );
    let back = stubs(f, rng, case, &family, &mut truth, tint);
    Drawing {
        sheets: vec![s, back],
        truth,
    }
}
