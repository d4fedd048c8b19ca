//! A notice about a whole family: a table of persons, a caption line, and footnotes.
use super::kit::{self, Own, Style};
use super::words;
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Where the columns of the table begin.
const COLUMNS: [f32; 5] = [46.0, 70.0, 250.0, 360.0, 450.0];

/// The heads of the table.
fn heads(sheet: &mut Sheet, rng: &mut Rng, family: Family, y: f32) {
    let number = rng.pick(&["A-Number", "Alien File Number", "USCIS A#"]);
    let name = rng.pick(&["Name", "Person included", "Family name, given names"]);
    let entry = rng.pick(&["I-94 No.", "I-94 Admission No."]);
    let texts = ["#", name, number, "Date of birth", entry];
    sheet.fill([40.0, y - 11.0, 572.0, y + 4.0], 0.88);
    for (x, text) in COLUMNS.iter().zip(texts) {
        sheet.write(Face::bold(family), 8.5, *x, y, text);
    }
}

/// The persons: the one who filed first, then relatives.
fn persons(rng: &mut Rng, case: &Case) -> Vec<Person> {
    let count = rng.between(2, 7);
    let mut list = vec![case.beneficiary.clone()];
    for _ in 0..count {
        list.push(case.beneficiary.relative(rng));
    }
    list
}

/// The table; returns its bottom.
fn table(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    setting: (Family, f32),
) -> f32 {
    let (family, top) = setting;
    let face = Face::regular(family);
    heads(sheet, rng, family, top);
    let ruled = rng.chance(0.6);
    let pitch = rng.uniform(15.0, 19.0);
    let entries = rng.chance(0.6);
    let mut y = top + 2.0;
    for (n, person) in persons(rng, case).iter().enumerate() {
        y += pitch;
        let number = kit::a_number(rng, person);
        truth.prints_a_number(&person.a_number);
        let entry = if entries {
            format!("{} 01", rng.digits(9))
        } else {
            "none".into()
        };
        let texts = [
            (n + 1).to_string(),
            person.listed(),
            number,
            person.born.numeric(),
            entry,
        ];
        for (x, text) in COLUMNS.iter().zip(&texts) {
            let room = if *x < 80.0 { 175.0 } else { 105.0 };
            kit::put(sheet, (face, 9.0), [*x, y], room, text);
        }
        if ruled {
            sheet.rule(40.0, 572.0, y + 4.5, 0.4);
        }
    }
    sheet.rule(40.0, 572.0, y + 6.0, 1.0);
    y + 24.0
}

/// The line of case facts, values over captions.
fn captions(sheet: &mut Sheet, family: Family, y: f32, facts: &[(&str, &str)]) {
    let style = Style::new(family, 6.8, 10.5, true);
    let width = 532.0 / facts.len() as f32;
    for (n, (caption, value)) in facts.iter().enumerate() {
        let x = 40.0 + width * n as f32;
        style.over(sheet, [x, y], width - 12.0, caption, value);
        sheet.rule(x, x + width - 10.0, y + 3.0, 0.4);
    }
}

/// The family notice.
pub(super) fn dale(rng: &mut Rng, case: &Case) -> Drawing {
    let family = kit::type_family(rng);
    let mut truth = kit::begin(case, "I-797C");
    kit::note_people(&mut truth, case, true);
    let kind = rng.pick(&[
        "Acknowledgment of Receipt",
        "Transfer Notice",
        "Receipt Notice",
    ]);
    truth.fields.notice_type = Some(kind.into());
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.received_date = Some(case.received.long());
    let own = Own::choose(rng, case, 45, 15);
    own.note(&mut truth, case);
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let [one, two] = words::department(rng);
    sheet.flush_right(face, 8.0, 572.0, 40.0, one);
    sheet.flush_right(face, 8.0, 572.0, 50.0, two);
    kit::bars(&mut sheet, 40.0, 30.0, 24.0, &case.receipt);
    sheet.write(Face::bold(family), 14.0, 40.0, 84.0, kind);
    sheet.flush_right(face, 8.5, 572.0, 84.0, "Form I-797C, Notice of Action");
    let noticed = case.noticed.long();
    let received = case.received.long();
    let facts = [
        (
            rng.pick(&["receipt number", "case receipt no."]),
            case.receipt.as_str(),
        ),
        ("date of this notice", &noticed),
        ("received", &received),
        ("form type", case.form_code),
    ];
    captions(&mut sheet, family, 110.0, &facts);
    let mut y = 142.0;
    sheet.write(face, 9.0, 40.0, y, &format!("{}:", kit::role(case)));
    sheet.bold(10.0, 110.0, y, &case.filer.listed());
    if case.is_petition {
        y += 14.0;
        sheet.write(face, 9.0, 40.0, y, "Beneficiary:");
        sheet.bold(10.0, 110.0, y, &case.beneficiary.listed());
    }
    y = table(&mut sheet, rng, case, &mut truth, (family, y + 30.0));
    account_line(&mut sheet, rng, case, &own, (family, y));
    y += 40.0;
    let count = rng.between(2, 4) as usize;
    for text in words::bodies(rng, count) {
        y = sheet.paragraph(face, 9.5, 40.0, y, 532.0, text) + 6.0;
    }
    if rng.chance(0.5) {
        let school = format!("SEVIS ID of a student listed above: N{}", rng.digits(10));
        sheet.write(face, 9.0, 40.0, y + 4.0, &school);
    }
    let name = case.filer.name();
    let address = &case.address;
    let to = [name.as_str(), &address[0], &address[1]];
    kit::lines(&mut sheet, (face, 10.0), [60.0, 620.0], 13.0, &to);
    sheet.rule(40.0, 200.0, 706.0, 0.4);
    let note = if own.labelled() {
        "* The account of the person who filed; members of the family have their own."
    } else {
        "* Persons who are not listed above are not included in this notice."
    };
    sheet.write(face, 7.0, 40.0, 716.0, note);
    sheet.centred(
        face,
        7.0,
        306.0,
        755.0,
        "Form I-797C 05/14/20   Page 1 of 1",
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The account line under the table, or a parcel number in its place.
fn account_line(sheet: &mut Sheet, rng: &mut Rng, case: &Case, own: &Own, setting: (Family, f32)) {
    let (family, y) = setting;
    let style = Style::new(family, 9.0, 10.0, true);
    if own.labelled() {
        let tail = rng.pick(&[
            "{}'s USCIS online account number*",
            "USCIS Online Account No. of the {}:",
            "{} - USCIS online account ID:",
            "Online account with USCIS ({}), no.",
        ]);
        let label = tail.replace("{}", kit::role(case));
        style.beside(sheet, [40.0, y + 4.0], 300.0, &label, own.text());
        sheet.rule(298.0, 440.0, y + 7.0, 0.4);
    } else {
        let label = rng.pick(&[
            "Courier airbill of your package:",
            "Pay.gov tracking no. for all fees:",
            "Account no. of a former petitioner (withdrawn):",
        ]);
        style.beside(
            sheet,
            [40.0, y + 4.0],
            300.0,
            label,
            &kit::stranger(rng, case),
        );
    }
}
