//! A letter of a field office: dot leaders between the labels and the values under RE.
use super::ink::{Row, leader, prose, row, stack};
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the own account.
const LABELS: &[&str] = &[
    "Online account you hold with USCIS",
    "Your account at my.uscis.gov, by number",
    "USCIS on-line account in your name",
    "Your own USCIS online acct.",
    "You sign in to USCIS under account",
    "Number of your USCIS web account",
];

/// Titles of the letter.
const TITLES: &[[&str; 2]] = &[
    [
        "COURTESY LETTER",
        "We write to let you know where your case stands.",
    ],
    [
        "NOTICE OF CONTINUANCE",
        "At your interview we could not finish; your case is carried over.",
    ],
    [
        "ACKNOWLEDGMENT OF WITHDRAWAL",
        "As you asked, we have stopped work on the above.",
    ],
    [
        "CHANGE OF ADDRESS CONFIRMATION",
        "We have put your new address on the record.",
    ],
];

/// The page.
pub(super) fn letter(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::FreeSerif]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let left = rng.uniform(66.0, 84.0);
    let face = Face::regular(family);
    let office = rng.pick(words::OFFICES);
    head(&mut sheet, rng, family, &office, left);
    let date = if rng.chance(0.6) {
        case.noticed.long()
    } else {
        words::typed(&case.noticed)
    };
    truth.fields.notice_date = Some(date.clone());
    sheet.write(
        face,
        11.0,
        if rng.chance(0.3) { 400.0 } else { left },
        122.0,
        &date,
    );
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    let y = stack(&mut sheet, face, 11.0, [left, 148.0], &to);
    let own = Own::draw(rng, case, &mut truth, 0.48, 0.2);
    let (own, aside) = own.split(rng, 0.35);
    let rows = matter(rng, case, &mut truth, &own);
    let mut y = y + 12.0;
    sheet.bold(
        11.0,
        left,
        y,
        rng.pick(&["RE:", "In re:", "Re the following matter"]),
    );
    let right = rng.uniform(470.0, 540.0);
    for row in &rows {
        y += 15.0;
        leader(&mut sheet, face, 10.5, [left + 24.0, right, y], row);
    }
    let y = body(&mut sheet, rng, family, &mut truth, [left, y + 30.0]);
    signature(&mut sheet, rng, family, &office, [left, y]);
    if let Some(number) = aside {
        apart(&mut sheet, rng, family, &number, [left, y + 84.0]);
    }
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The letterhead in two columns.
fn head(sheet: &mut Sheet, rng: &mut Rng, family: Family, office: &[&str; 3], left: f32) {
    let italic = Face::italic(family);
    sheet.bold(
        12.0,
        left,
        52.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.write(italic, 10.0, left, 66.0, office[0]);
    sheet.flush_right(
        italic,
        8.5,
        546.0,
        50.0,
        "U.S. Department of Homeland Security",
    );
    sheet.flush_right(italic, 8.5, 546.0, 61.0, office[1]);
    sheet.flush_right(italic, 8.5, 546.0, 72.0, office[2]);
    sheet.rule(left, 546.0, 80.0, if rng.chance(0.5) { 0.5 } else { 1.5 });
}

/// The rows under RE.
fn matter(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, own: &Own) -> Vec<Row> {
    let (filer, other) = words::note_people(case, truth, rng.chance(0.4));
    let mut rows = vec![row(words::role(case), &filer)];
    if case.is_petition {
        rows.push(row("On behalf of", &other));
        truth.fields.beneficiary = Some(other);
    }
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&words::subject(case).a_number);
    let label = rng.pick(&[
        "Receipt no.",
        "Our receipt",
        "Filed under receipt",
        "Case receipt",
    ]);
    rows.push(row(label, &words::receipt(rng, &case.receipt)));
    truth.fields.case_type = Some(case.form_code.into());
    rows.push(row(
        rng.pick(&["Form filed", "On Form", "Kind of filing"]),
        case.form_code,
    ));
    let label = rng.pick(&["A-file", "Alien file no.", "File kept as", "A-number"]);
    rows.push(row(
        label,
        &words::alien(rng, &words::subject(case).a_number),
    ));
    let mut label = rng.pick(LABELS).to_string();
    if case.is_petition && rng.chance(0.5) {
        label = "The petitioner's own USCIS online account".into();
    }
    if let Some(text) = own.cell() {
        rows.insert(rng.below(rows.len() + 1), row(&label, text));
    }
    if rng.chance(0.5) {
        let label = rng.pick(&["Pay.gov trace", "Fee deposit slip", "Courier waybill"]);
        rows.push(row(label, &words::reference(rng)));
    }
    if rng.chance(0.3) {
        let number = words::representative(rng, truth);
        rows.push(row("USCIS online account of your attorney", &number));
    }
    rows
}

/// The body; returns the next baseline.
fn body(
    sheet: &mut Sheet,
    rng: &mut Rng,
    family: Family,
    truth: &mut NoticeTruth,
    at: [f32; 2],
) -> f32 {
    let [title, opening] = rng.pick(TITLES);
    truth.fields.notice_type = Some(title.to_string());
    sheet.centred(Face::bold(family), 12.0, 306.0, at[1], title);
    let mut texts = vec!["Dear Sir or Madam:".to_string(), opening.to_string()];
    texts.push(
        "Nothing further is asked of you at this time. Should that change, we will write \
        to the address above, so please keep it current. Anything that you have already mailed \
        to us stays with the file and need not be sent twice."
            .into(),
    );
    let (plain, tricky) = (rng.between(1, 2), rng.below(3));
    texts.extend(words::general(rng, plain as usize));
    texts.extend(words::traps(rng, tricky));
    texts.push(
        "Questions may be put to the USCIS Contact Center at 800-375-5283 (TTY \
        800-767-1833), weekdays, with this letter in front of you."
            .into(),
    );
    prose(
        sheet,
        Face::regular(family),
        11.0,
        [at[0], at[1] + 24.0],
        546.0 - at[0],
        &texts,
    )
}

/// The own number where nobody looks for it: a postscript, the margin of the head, or the foot.
fn apart(sheet: &mut Sheet, rng: &mut Rng, family: Family, number: &str, at: [f32; 2]) {
    let face = Face::regular(family);
    match rng.below(4) {
        0 | 1 => {
            let text = format!("P.S. Your own USCIS online account goes by {number}.");
            sheet.write(face, 10.5, at[0], at[1], &text);
        }
        2 => {
            let label = "For the addressee's records: USCIS online account";
            sheet.flush_right(face, 7.5, 546.0, 152.0, label);
            sheet.flush_right(Face::bold(family), 10.0, 546.0, 164.0, number);
        }
        _ => {
            let text = format!("Addressee's USCIS online acct. {number}");
            sheet.flush_right(face, 7.5, 546.0, 756.0, &text);
        }
    }
}

/// Close, name of the officer, file marks.
fn signature(sheet: &mut Sheet, rng: &mut Rng, family: Family, office: &[&str; 3], at: [f32; 2]) {
    let face = Face::regular(family);
    let (x, y) = (if rng.chance(0.5) { 330.0 } else { at[0] }, at[1] + 10.0);
    sheet.write(
        face,
        11.0,
        x,
        y,
        rng.pick(&["Sincerely,", "Yours truly,", "Very truly yours,"]),
    );
    sheet.write(
        face,
        11.0,
        x,
        y + 44.0,
        rng.pick(&["Field Office Director", "Acting Director"]),
    );
    let mark = format!("{} / desk {} / cc: file", office[0], rng.between(2, 41));
    sheet.write_shaded(face, 7.5, at[0], 756.0, &mark, 0.35);
}
