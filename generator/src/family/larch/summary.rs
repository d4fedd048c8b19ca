//! A case summary in dot leaders: the filer's part, the representative's part, the history.
use super::kit::{self, Own, Style};
use super::words;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the filer's account.
const LABELS: &[&str] = &[
    "USCIS online account number",
    "Online account (USCIS), number",
    "USCIS digital account number",
    "Own USCIS Online Acct. No.",
    "myUSCIS account no.",
];

/// A part with a heading; returns the baseline after it.
fn part(
    sheet: &mut Sheet,
    style: &Style,
    at: [f32; 3],
    heading: &str,
    rows: &[(String, String)],
) -> f32 {
    let [left, right, mut y] = at;
    sheet.fill([left, y - 10.0, right, y + 4.0], 0.87);
    sheet.write(style.value.0, 9.0, left + 4.0, y, heading);
    for (label, value) in rows {
        y += 16.0;
        style.leaders(sheet, [left + 6.0, right - 6.0, y], label, value);
    }
    y + 26.0
}

/// The rows about the case.
fn case_rows(case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    truth.fields.received_date = Some(case.received.long());
    truth.fields.notice_date = Some(case.noticed.long());
    vec![
        ("Receipt number".into(), case.receipt.clone()),
        ("Form type".into(), case.form_code.into()),
        ("Received date".into(), case.received.long()),
        ("Notice date".into(), case.noticed.long()),
    ]
}

/// The rows about the filer.
fn filer_rows(
    rng: &mut Rng,
    case: &Case,
    own: &Own,
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let mut rows = vec![(kit::role(case).to_string(), case.filer.name())];
    if own.labelled() {
        rows.push((rng.pick(LABELS).into(), own.text().into()));
    }
    let number = kit::a_number(rng, &case.beneficiary);
    truth.prints_a_number(&case.beneficiary.a_number);
    if case.is_petition {
        rows.push(("Beneficiary".into(), case.beneficiary.name()));
        rows.push(("Beneficiary's A-Number".into(), number));
    } else {
        rows.push(("A-Number".into(), number));
    }
    rows.push(("Mailing city".into(), case.address[1].clone()));
    rows
}

/// The rows about the representative.
fn attorney_rows(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let mut rows = vec![
        ("Name".into(), case.attorney.0.clone()),
        ("Firm".into(), case.attorney.1.clone()),
    ];
    if rng.chance(0.65) && case.noticed.year >= 2013 {
        let digits = case::account(rng);
        let label = rng.pick(&[
            "Attorney's USCIS online account number",
            "Representative: own USCIS account no.",
        ]);
        rows.push((label.into(), digits.clone()));
        truth.prints_representative_account(&digits);
    }
    rows.push(("State bar number".into(), rng.digits(6)));
    rows.push(("Facsimile".into(), format!("212-555-01{}", rng.digits(2))));
    rows
}

/// The history of the case on the second page, a table of many rows.
fn history(rng: &mut Rng, case: &Case, family: Family) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    sheet.write(Face::bold(family), 10.0, 48.0, 46.0, "Case history");
    sheet.flush_right(
        face,
        8.5,
        564.0,
        46.0,
        &format!("{}   page 2 of 2", case.receipt),
    );
    sheet.rule(48.0, 564.0, 52.0, 1.0);
    for (x, text) in [(48.0, "Date"), (150.0, "Event"), (420.0, "Reference")] {
        sheet.write(Face::bold(family), 8.5, x, 68.0, text);
    }
    let events = [
        ("Package scanned", "image batch"),
        ("Fee posted", "payment ref."),
        ("File ordered from records center", "file transfer"),
        ("Address checked with the postal service", "postal job"),
        ("Notice sent by certified mail", "mail piece"),
        ("Background check begun", "request"),
    ];
    let mut y = 70.0;
    for n in 0..rng.between(6, 16) {
        y += 17.0;
        let (event, kind) = rng.pick(&events);
        let digits = kit::stranger(rng, case);
        sheet.write(face, 9.0, 48.0, y, &case.received.later(0, n * 3).numeric());
        sheet.write(face, 9.0, 150.0, y, event);
        sheet.write(face, 9.0, 420.0, y, &format!("{kind} {digits}"));
        sheet.rule(48.0, 564.0, y + 4.5, 0.3);
    }
    sheet.paragraph(face, 9.0, 48.0, y + 30.0, 516.0, words::remark(rng, true));
    sheet
}

/// The case summary.
pub(super) fn weir(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::Times,
        Family::DejaVuSansCondensed,
    ]);
    let mut truth = kit::begin(case, "I-797");
    kit::note_people(&mut truth, case, false);
    let kind = rng.pick(&["Courtesy Notice", "Case Status Summary", "Transfer Notice"]);
    truth.fields.notice_type = Some(kind.into());
    let own = Own::choose(rng, case, 43, 15);
    own.note(&mut truth, case);
    let style = Style::new(family, 9.2, 9.6, rng.chance(0.4));
    let mut sheet = Sheet::letter(family);
    let [one, two] = words::department(rng);
    sheet.write(Face::regular(family), 8.0, 48.0, 40.0, one);
    sheet.write(Face::regular(family), 8.0, 48.0, 50.0, two);
    kit::bars(&mut sheet, 400.0, 30.0, 24.0, &case.receipt);
    sheet.write(Face::bold(family), 13.0, 48.0, 78.0, kind);
    sheet.write(
        Face::regular(family),
        8.5,
        48.0,
        92.0,
        "Form I-797, Notice of Action",
    );
    let right = rng.uniform(430.0, 564.0);
    let rows = case_rows(case, &mut truth);
    let mut y = part(&mut sheet, &style, [48.0, right, 120.0], "THIS CASE", &rows);
    let rows = filer_rows(rng, case, &own, &mut truth);
    let heading = format!("THE {}", kit::role(case).to_uppercase());
    y = part(&mut sheet, &style, [48.0, right, y], &heading, &rows);
    if rng.chance(0.8) {
        let rows = attorney_rows(rng, case, &mut truth);
        let heading = "ATTORNEY OR ACCREDITED REPRESENTATIVE";
        y = part(&mut sheet, &style, [48.0, right, y], heading, &rows);
    }
    let count = rng.between(2, 3) as usize;
    for text in words::bodies(rng, count) {
        y = sheet.paragraph(Face::regular(family), 9.2, 48.0, y, 516.0, text) + 6.0;
    }
    let (place, street, city) = words::office(rng);
    let foot = format!("{place}  |  {street}  |  {city}");
    sheet.centred(Face::regular(family), 7.5, 306.0, 740.0, &foot);
    sheet.centred(Face::regular(family), 7.5, 306.0, 752.0, "page 1 of 2");
    let back = history(rng, case, family);
    Drawing {
        sheets: vec![sheet, back],
        truth,
    }
}
