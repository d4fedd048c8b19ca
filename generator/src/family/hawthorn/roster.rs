//! A notice for a family: a table with a row for each person, and the account of the first.
use super::ink::{bars, prose, squeeze, symbology};
use super::overleaf::overleaf;
use super::words::{self, Own};
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Where the account number stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Above,
    Column,
    Below,
}

/// Sentences above or below the table, cut where the number stands.
const SENTENCES: &[[&str; 2]] = &[
    [
        "All of the above are kept in one USCIS online account, the principal's: ",
        "",
    ],
    ["USCIS online account number of principal (line 1): ", ""],
    [
        "The principal signs in to USCIS online under account ",
        " and sees every case listed.",
    ],
    [
        "Line 1 has USCIS online account ",
        "; the others have none of their own.",
    ],
];

/// The page.
pub(super) fn roster(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Times,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let own = Own::draw(rng, case, &mut truth, 0.45, 0.2);
    let mut place = rng.pick(&[Place::Above, Place::Column, Place::Below]);
    if matches!(own, Own::Blank) {
        place = Place::Column;
    }
    let y = head(&mut sheet, rng, case, &mut truth, family);
    let mut y = y + 14.0;
    let sentence = sentence(rng, &own);
    if place == Place::Above && own.number().is_some() {
        sheet.write(
            Face::regular(family),
            9.5,
            45.0,
            y,
            &sentence.replace("above", "below"),
        );
        y += 12.0;
    }
    let column = if place == Place::Column {
        own.cell()
    } else {
        None
    };
    y = table(&mut sheet, rng, case, &mut truth, family, y, column) + 16.0;
    if place == Place::Below && own.number().is_some() {
        sheet.write(Face::regular(family), 9.5, 45.0, y, &sentence);
        y += 18.0;
    }
    body(&mut sheet, rng, &mut truth, family, y);
    let backed = rng.chance(0.35);
    foot(&mut sheet, rng, case, family, backed);
    let mut sheets = vec![sheet];
    if backed {
        sheets.push(overleaf(rng, family, "I-797C", &case.receipt));
    }
    Drawing { sheets, truth }
}

/// A sentence with the number.
fn sentence(rng: &mut Rng, own: &Own) -> String {
    let [start, end] = rng.pick(SENTENCES);
    format!("{start}{}{end}", own.number().unwrap_or(""))
}

/// Head, address and the short facts at the right; returns where they end.
fn head(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    family: Family,
) -> f32 {
    let face = Face::regular(family);
    let title = rng.pick(&[
        "ACKNOWLEDGMENT OF RECEIPT",
        "RECEIPT NOTICE",
        "TRANSFER NOTICE",
    ]);
    truth.fields.notice_type = Some(title.into());
    sheet.centred(face, 8.5, 306.0, 40.0, "Department of Homeland Security");
    sheet.centred(
        face,
        8.5,
        306.0,
        51.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.centred(Face::bold(family), 14.0, 306.0, 74.0, title);
    sheet.centred(face, 8.0, 306.0, 85.0, "I-797C, Notice of Action (family)");
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    super::ink::stack(sheet, face, 10.5, [60.0, 130.0], &to);
    let form = rng.pick(&["I-485", "I-539", "I-589", "I-821"]);
    truth.fields.case_type = Some(form.into());
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.received_date = Some(case.received.long());
    let fee = words::money(rng);
    truth.fields.amount = Some(fee.clone());
    let mut facts = vec![
        format!("Dated {}", case.noticed.long()),
        format!("Form {form}, received {}", case.received.long()),
        format!("Fee for all persons {fee}"),
    ];
    if rng.chance(0.6) {
        facts.push(format!("Drawn on bank account {}", rng.digits(12)));
    }
    for (step, text) in facts.iter().enumerate() {
        sheet.flush_right(face, 9.5, 567.0, 120.0 + 13.0 * step as f32, text);
    }
    182.0
}

/// The persons on the page: the filer and the relatives, with their receipt numbers.
fn persons(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(Person, String)> {
    let mut persons = vec![(case.filer.clone(), case.receipt.clone())];
    let prefix = case.receipt[..3].to_string();
    for _ in 0..rng.between(2, 6) {
        let mut person = case.filer.relative(rng);
        while persons.iter().any(|(other, _)| other.given == person.given) {
            person = case.filer.relative(rng);
        }
        persons.push((person, case::receipt(rng, &prefix, case.received.year)));
    }
    for (person, receipt) in &persons {
        truth.prints_a_number(&person.a_number);
        truth.prints_receipt(receipt);
    }
    truth.fields.applicant = Some(case.filer.listed());
    persons
}

/// The table; returns where it ends.
fn table(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    family: Family,
    top: f32,
    account: Option<&str>,
) -> f32 {
    let (face, bold) = (Face::regular(family), Face::bold(family));
    let people = persons(rng, case, truth);
    let wide = account.is_some();
    let stops: &[f32] = if wide {
        &[45., 62., 172., 258., 318., 420., 567.]
    } else {
        &[45., 66., 226., 336., 418., 567.]
    };
    let label = rng.pick(&[
        "Own USCIS online acct.",
        "USCIS online account of this person",
        "Online account with USCIS",
    ]);
    let mut titles = vec![
        "",
        "Family name, given",
        "A-Number",
        "Born",
        "Receipt number",
    ];
    if wide {
        titles.push(label);
    }
    let (ruled, pitch) = (rng.chance(0.6), rng.uniform(15.0, 19.0));
    sheet.fill([45.0, top, 567.0, top + pitch], 0.86);
    for (index, title) in titles.iter().enumerate() {
        let room = stops[index + 1] - stops[index] - 6.0;
        squeeze(
            sheet,
            bold,
            8.0,
            [stops[index] + 3.0, top + pitch - 5.0],
            room,
            title,
        );
    }
    let style = rng.below(3);
    let mut y = top + pitch;
    for (index, (person, receipt)) in people.iter().enumerate() {
        y += pitch;
        let padded = format!("{:0>9}", person.a_number);
        let alien = match style {
            0 => format!("A{padded}"),
            1 => format!("A {}", words::grouped(&padded, 3, " ")),
            _ => format!("A{}", words::grouped(&padded, 3, "-")),
        };
        let mut cells = vec![
            format!("{}", index + 1),
            person.listed(),
            alien,
            person.born.numeric(),
            receipt.clone(),
        ];
        if let (Some(text), 0) = (account, index) {
            cells.push(text.to_string());
        }
        for (stop, cell) in cells.iter().enumerate() {
            let room = stops[stop + 1] - stops[stop] - 6.0;
            squeeze(sheet, face, 9.0, [stops[stop] + 3.0, y - 5.0], room, cell);
        }
        if ruled {
            sheet.rule(45.0, 567.0, y, 0.4);
        }
    }
    sheet.rule(45.0, 567.0, y, 0.9);
    if ruled {
        stops.iter().for_each(|x| sheet.upright(*x, top, y, 0.4));
    }
    y
}

/// The body, with traps.
fn body(sheet: &mut Sheet, rng: &mut Rng, truth: &mut NoticeTruth, family: Family, y: f32) {
    let mut texts = vec![
        "Each person on the list has a case of his or her own. Look over the spelling of every \
            name; a mistake caught now costs nothing."
            .to_string(),
        "Until you hear otherwise, one letter goes to the person on line 1 and speaks for the \
            whole family. Children who turn twenty-one in the meantime should tell us."
            .to_string(),
    ];
    if rng.chance(0.4) {
        texts.push(format!(
            "The relative who petitioned for you earlier files under a different \
            USCIS online account, {}. That number is not for your use.",
            words::reference(rng)
        ));
    }
    if rng.chance(0.3) {
        let number = words::representative(rng, truth);
        texts.push(format!(
            "Representative's USCIS online account number: {number}."
        ));
    }
    let (plain, tricky) = (rng.between(2, 4), rng.below(3));
    texts.extend(words::general(rng, plain as usize));
    texts.extend(words::traps(rng, tricky));
    let size = rng.uniform(9.5, 10.5);
    prose(
        sheet,
        Face::regular(family),
        size,
        [45.0, y + 6.0],
        522.0,
        &texts,
    );
}

/// Barcode, office and page.
fn foot(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, backed: bool) {
    let face = Face::regular(family);
    let office = rng.pick(words::OFFICES);
    let kind = symbology(rng);
    bars(sheet, kind, [45.0, 700.0], 190.0, 22.0, &case.receipt);
    sheet.write(face, 7.0, 45.0, 732.0, &case.receipt);
    for (step, text) in office.iter().enumerate() {
        sheet.flush_right(face, 8.0, 567.0, 706.0 + 10.0 * step as f32, text);
    }
    sheet.flush_right(
        face,
        7.0,
        567.0,
        752.0,
        if backed {
            "Form I-797C (family list)   Page 1 of 2"
        } else {
            "Form I-797C (family list)   Page 1 of 1"
        },
    );
}
