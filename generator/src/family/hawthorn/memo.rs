//! A memo-like notice in one typewriter face: labels flush right against a colon.
use super::ink::{Row, prose, row, squeeze};
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the own account.
const LABELS: &[&str] = &[
    "YOUR USCIS ONLINE ACCT",
    "YOU FILE ONLINE AS USCIS ACCT",
    "USCIS ELIS ACCOUNT, YOURS",
    "YOUR ACCOUNT AT MY.USCIS.GOV",
    "USCIS WEB LOG-IN ACCOUNT",
];

/// The page.
pub(super) fn memo(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationMono,
        Family::DejaVuSansMono,
        Family::Courier,
    ]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    let (face, size) = (Face::regular(family), rng.uniform(8.6, 9.4));
    let office = rng.pick(words::OFFICES);
    sheet.write(
        face,
        size,
        54.0,
        50.0,
        "U S CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    sheet.write(face, size, 54.0, 62.0, &office[0].to_uppercase());
    sheet.flush_right(face, size, 558.0, 50.0, "FORM I-797");
    sheet.flush_right(face, size, 558.0, 62.0, "NOTICE OF ACTION");
    let title = rng.pick(&["TRANSFER NOTICE", "REOPEN NOTICE", "RECEIPT NOTICE"]);
    truth.fields.notice_type = Some(title.into());
    let stars = "*".repeat(16);
    sheet.centred(face, 11.0, 306.0, 92.0, &format!("{stars} {title} {stars}"));
    let own = Own::draw(rng, case, &mut truth, 0.45, 0.22);
    let (own, aside) = own.split(rng, 0.3);
    let rows = rows(rng, case, &mut truth, &office, &own);
    let colon = rng.uniform(222.0, 236.0);
    let mut y = 118.0;
    for (label, value) in &rows {
        if !label.is_empty() && rng.chance(0.2) {
            y += size * 0.8;
        }
        let label = if label.is_empty() {
            String::new()
        } else {
            format!("{label}:")
        };
        sheet.flush_right(face, size, colon, y, &label);
        squeeze(
            &mut sheet,
            face,
            size,
            [colon + 8.0, y],
            558.0 - colon - 8.0,
            value,
        );
        y += size * 1.45;
    }
    sheet.write(
        face,
        size,
        54.0,
        y + 4.0,
        &"-".repeat((504.0 / face.width("-", size)) as usize),
    );
    let mut texts = body(rng, &mut truth, title);
    if let Some(number) = aside {
        let at = rng.between(1, texts.len() as i64 - 1) as usize;
        texts.insert(at, in_words(rng, &number));
    }
    if rng.chance(0.4) {
        texts = texts.iter().map(|text| text.to_uppercase()).collect();
    }
    let y = prose(&mut sheet, face, size, [54.0, y + 24.0], 504.0, &texts);
    fees(&mut sheet, rng, &mut truth, face, size, y + 6.0);
    let batch = format!(
        "RUN {} SEQ {} MLR {}",
        rng.digits(4),
        rng.digits(6),
        rng.digits(3)
    );
    sheet.write(face, 7.0, 54.0, 752.0, &batch);
    sheet.flush_right(face, 7.0, 558.0, 752.0, "PAGE 1 OF 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The rows above the line of dashes.
fn rows(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    office: &[&str; 3],
    own: &Own,
) -> Vec<Row> {
    let (filer, other) = words::note_people(case, truth, true);
    let noticed = words::typed(&case.noticed);
    let received = words::typed(&case.received);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.into());
    truth.prints_receipt(&case.receipt);
    let person = words::subject(case);
    truth.prints_a_number(&person.a_number);
    let mut rows = vec![
        row("TO", &case.filer.name()),
        row("", &case.address[0].to_uppercase()),
        row("", &case.address[1].to_uppercase()),
        row(
            "FROM",
            &format!("{}, {}", office[1], office[2]).to_uppercase(),
        ),
    ];
    let mut facts = vec![
        row(rng.pick(&["NOTICE DATE", "DATED"]), &noticed),
        row(
            rng.pick(&["OUR REF (RECEIPT NO)", "RECEIPT", "CASE RECEIPTED AS"]),
            &words::receipt(rng, &case.receipt),
        ),
        row("CASE TYPE", &format!("{} {}", case.form_code, case.title)),
        row(rng.pick(&["RECEIVED", "DATE RECD"]), &received),
        row(&words::role(case).to_uppercase(), &filer),
    ];
    if case.is_petition {
        facts.push(row("BENEFICIARY", &other));
    }
    facts.push(row("A-NUMBER", &words::alien(rng, &person.a_number)));
    if let Some(text) = own.cell() {
        let at = rng.below(facts.len() + 1);
        facts.insert(at, row(rng.pick(LABELS), text));
    }
    if rng.chance(0.5) {
        let label = rng.pick(&["VISA CASE (NVC)", "CARD NUMBER"]);
        let text = format!("{}{}", rng.letters(3).to_uppercase(), rng.digits(10));
        let text = if label == "CARD NUMBER" {
            text
        } else {
            format!("GUZ{}", &text[3..])
        };
        facts.push(row(label, &text));
    }
    if rng.chance(0.3) {
        let number = words::representative(rng, truth);
        facts.push(row("COUNSEL'S USCIS ONLINE ACCT", &number));
    }
    rows.extend(facts);
    rows
}

/// The body.
fn body(rng: &mut Rng, truth: &mut NoticeTruth, title: &str) -> Vec<String> {
    let first = match title {
        "TRANSFER NOTICE" => {
            "To even out the work we have shipped your file to another office. \
            Your place in line goes with it."
        }
        "REOPEN NOTICE" => {
            "On our own motion we have taken your case up again. The decision that \
            you had from us no longer stands."
        }
        _ => "Your filing is on the books. You will hear from us when there is something to tell.",
    };
    let mut texts = vec![first.to_string()];
    let (plain, tricky) = (rng.between(2, 4), rng.between(1, 3));
    texts.extend(words::general(rng, plain as usize));
    texts.extend(words::traps(rng, tricky as usize));
    if rng.chance(0.4) {
        let class = rng.pick(&["IR1", "F21", "H1B", "E26"]);
        truth.fields.class = Some(class.into());
        texts.push(format!("Class: {class}"));
    }
    texts.push("Calls: 800-375-5283. Hard of hearing: 800-767-1833.".into());
    texts
}

/// The own number in a sentence.
fn in_words(rng: &mut Rng, number: &str) -> String {
    match rng.below(4) {
        0 => format!("The case can be watched at my.uscis.gov; you are account {number} there."),
        1 => format!("A copy went to your USCIS online account, which is {number}."),
        2 => format!("We carry you online as {number} (USCIS account). Quote it on paper forms."),
        _ => format!("Twelve digits, {number}, make up the number of your USCIS online account."),
    }
}

/// A table of payments.
fn fees(sheet: &mut Sheet, rng: &mut Rng, truth: &mut NoticeTruth, face: Face, size: f32, y: f32) {
    let stops = [54.0, 160.0, 330.0, 470.0];
    let paid = words::money(rng);
    let titles = [
        "HOW PAID",
        rng.pick(&["TRACE", "TRACKING ID", "ACCT CHARGED"]),
        "BANK",
        "AMOUNT",
    ];
    let sort = rng.pick(&["CHECK", "CARD", "MONEY ORDER"]);
    let values = [
        sort.to_string(),
        rng.digits(12),
        rng.digits(9),
        paid.clone(),
    ];
    for (index, x) in stops.iter().enumerate() {
        sheet.write(face, size, *x, y, titles[index]);
        sheet.write(face, size, *x, y + 13.0, &values[index]);
    }
    truth.fields.amount = Some(paid);
}
