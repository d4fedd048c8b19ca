//! A letter with a grey rail of facts at its side.
use super::kit::{self, Own, Style};
use super::words;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the account in the rail.
const LABELS: &[&str] = &[
    "USCIS online account",
    "Your account number with USCIS",
    "Online Acct # (USCIS)",
    "USCIS Online Account No.**",
    "Your USCIS web account",
];

/// The facts in the rail, label over value.
fn facts(rng: &mut Rng, case: &Case, own: &Own, truth: &mut NoticeTruth) -> Vec<[String; 2]> {
    let mut list: Vec<[String; 2]> = vec![
        [
            rng.pick(&["Receipt", "Receipt no.", "Case ID"]).into(),
            case.receipt.clone(),
        ],
        ["Notice date".into(), case.noticed.long()],
        ["Form".into(), case.form_code.into()],
        [kit::role(case).into(), case.filer.name()],
    ];
    if case.is_petition {
        list.push(["Beneficiary".into(), case.beneficiary.name()]);
    }
    list.push(["USCIS#".into(), kit::a_number(rng, &case.beneficiary)]);
    truth.prints_a_number(&case.beneficiary.a_number);
    if own.labelled() {
        let place = rng.between(1, list.len() as i64) as usize;
        list.insert(place, [rng.pick(LABELS).into(), own.text().into()]);
    }
    if rng.chance(0.6) {
        list.push(["Payment tracking".into(), kit::stranger(rng, case)]);
    }
    list
}

/// The copy line for the attorney, with the attorney's own account number.
fn copy(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    at: (Face, [f32; 2]),
) {
    let (face, [x, y]) = at;
    let mut texts = vec![
        format!("cc: {}", case.attorney.0),
        format!("      {}", case.attorney.1),
    ];
    if rng.chance(0.5) && case.noticed.year >= 2013 {
        let digits = case::account(rng);
        texts.push(format!("      Attorney Online Account Number {digits}"));
        truth.prints_representative_account(&digits);
    }
    for (n, text) in texts.iter().enumerate() {
        sheet.write(face, 9.0, x, y + 12.0 * n as f32, text);
    }
}

/// The rail itself.
fn rail(sheet: &mut Sheet, family: Family, left: f32, list: &[[String; 2]]) {
    sheet.fill([left, 90.0, left + 160.0, 700.0], 0.92);
    let style = Style::new(family, 7.6, 10.0, true);
    for (n, [label, value]) in list.iter().enumerate() {
        let at = [left + 10.0, 112.0 + 36.0 * n as f32];
        style.under(sheet, at, 140.0, label, value);
    }
}

/// The letter with a rail.
pub(super) fn spinney(rng: &mut Rng, case: &Case) -> Drawing {
    let family = kit::type_family(rng);
    let mut truth = kit::begin(case, "");
    kit::note_people(&mut truth, case, false);
    truth.fields.notice_date = Some(case.noticed.long());
    let title = rng.pick(&[
        "Acknowledgment of Withdrawal",
        "Courtesy Notice",
        "Decision",
    ]);
    truth.fields.notice_type = Some(title.into());
    let own = Own::choose(rng, case, 47, 15);
    own.note(&mut truth, case);
    let face = Face::regular(family);
    let mut sheet = Sheet::letter(family);
    let rail_left = rng.pick(&[40.0, 412.0]);
    let x = if rail_left < 100.0 { 220.0 } else { 40.0 };
    let [one, two] = words::department(rng);
    sheet.write(Face::bold(family), 12.0, 40.0, 50.0, two);
    sheet.write(face, 8.5, 40.0, 64.0, one);
    sheet.rule(40.0, 572.0, 74.0, 1.2);
    let list = facts(rng, case, &own, &mut truth);
    rail(&mut sheet, family, rail_left, &list);
    let name = case.filer.name();
    let address = &case.address;
    let to = [name.as_str(), &address[0], &address[1]];
    let mut y = kit::lines(&mut sheet, (face, 10.0), [x, 104.0], 13.0, &to) + 24.0;
    sheet.write(Face::bold(family), 14.0, x, y, title);
    y += 24.0;
    let dear = format!("Dear {name}:");
    sheet.write(face, 10.0, x, y, &dear);
    y += 20.0;
    let mut texts: Vec<String> = words::bodies(rng, 4)
        .into_iter()
        .map(String::from)
        .collect();
    texts.push(words::remark(rng, own.labelled()).into());
    if rng.chance(0.5) {
        let line = format!(
            "The fee was returned to the bank account {}.",
            kit::stranger(rng, case)
        );
        texts.push(line);
    }
    for text in &texts {
        y = sheet.paragraph(face, 10.0, x, y, 345.0, text) + 7.0;
    }
    y += 12.0;
    sheet.write(face, 10.0, x, y, "Sincerely,");
    sheet.write(
        face,
        10.0,
        x,
        y + 36.0,
        rng.pick(&["Field Office Director", "Center Director"]),
    );
    copy(&mut sheet, rng, case, &mut truth, (face, [x, y + 64.0]));
    let (place, street, city) = words::office(rng);
    sheet.centred(
        face,
        8.0,
        306.0,
        735.0,
        &format!("{place}, {street}, {city}"),
    );
    kit::bars(&mut sheet, x, 672.0, 24.0, &case.receipt);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
