//! A rejection from a lockbox: no receipt number, boxes to tick, and a returned payment.
use super::kit::{self, Own, Style};
use super::words;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the account row.
const LABELS: &[&str] = &[
    "USCIS Online Account Number (if any)",
    "Your online account no. with USCIS",
    "Sender's USCIS Online Account #",
    "USCIS account number of the filer",
];

/// The reasons, some of them ticked.
fn reasons(sheet: &mut Sheet, rng: &mut Rng, family: Family, y: f32) -> f32 {
    let texts = [
        "The form was not signed, or the signature was typed or stamped.",
        "The edition of the form that you used is no longer accepted.",
        "The payment was missing, unsigned, or in the wrong amount.",
        "A page of the form was missing or could not be read.",
        "The form must be filed with another office; see the instructions.",
    ];
    let chosen = rng.below(texts.len());
    let mut y = y;
    for (n, text) in texts.iter().enumerate() {
        sheet.frame([54.0, y - 8.0, 63.0, y + 1.0], 0.8);
        if n == chosen {
            sheet.centred(Face::bold(family), 9.0, 58.5, y - 0.4, "X");
        }
        sheet.write(Face::regular(family), 9.5, 72.0, y, text);
        y += 16.0;
    }
    y + 10.0
}

/// The table of the returned package, ruled, label left of value.
fn package(rng: &mut Rng, case: &Case, own: &Own) -> Vec<[String; 2]> {
    let mut list: Vec<[String; 2]> = vec![
        ["Notice date".into(), case.noticed.long()],
        ["Date received".into(), case.received.long()],
        ["Form returned".into(), case.form_code.into()],
        [kit::role(case).into(), case.filer.listed()],
        ["Check number".into(), rng.digits(4)],
        ["Bank routing number".into(), rng.digits(9)],
        ["Bank account number".into(), kit::stranger(rng, case)],
    ];
    if rng.chance(0.6) {
        let airbill = kit::stranger(rng, case);
        list.push([
            "Courier airbill".into(),
            format!("{} {}", &airbill[..4], &airbill[4..]),
        ]);
    }
    if own.labelled() {
        let place = rng.between(3, list.len() as i64) as usize;
        list.insert(place, [rng.pick(LABELS).into(), own.text().into()]);
    }
    list
}

/// The truth of a page without a receipt number.
fn truth_of(case: &Case) -> NoticeTruth {
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    truth.fields.notice_type = Some("Rejection Notice".into());
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.received_date = Some(case.received.long());
    truth.fields.case_type = Some(case.form_code.into());
    if case.is_petition {
        truth.fields.petitioner = Some(case.filer.listed());
    } else {
        truth.fields.applicant = Some(case.filer.listed());
    }
    truth
}

/// The rejection notice.
pub(super) fn heath(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSerif,
        Family::FreeSans,
    ]);
    let mut truth = truth_of(case);
    let own = Own::choose(rng, case, 35, 30);
    own.note(&mut truth, case);
    let face = Face::regular(family);
    let mut sheet = Sheet::letter(family);
    let lockbox = rng.pick(&["Chicago Lockbox", "Phoenix Lockbox", "Lewisville Lockbox"]);
    let [one, two] = words::department(rng);
    kit::lines(
        &mut sheet,
        (face, 8.5),
        [54.0, 42.0],
        10.5,
        &[one, two, lockbox],
    );
    sheet.flush_right(Face::bold(family), 15.0, 558.0, 50.0, "Rejection Notice");
    sheet.flush_right(face, 8.0, 558.0, 63.0, "I-797C, Notice of Action");
    let name = case.filer.name();
    let address = &case.address;
    let to = [name.as_str(), &address[0], &address[1]];
    kit::lines(&mut sheet, (face, 10.0), [54.0, 100.0], 13.0, &to);
    let style = Style::new(family, 8.5, 9.5, rng.chance(0.4));
    let left = 54.0;
    let tab = rng.uniform(255.0, 285.0);
    let pitch = rng.uniform(15.5, 18.0);
    let mut y = 164.0;
    let list = package(rng, case, &own);
    sheet.rule(left, 540.0, y - 12.0, 0.8);
    for [label, value] in &list {
        style.beside(&mut sheet, [left + 4.0, y], tab + 6.0, label, value);
        sheet.rule(left, 540.0, y + 4.5, 0.4);
        y += pitch;
    }
    for x in [left, tab, 540.0] {
        sheet.upright(x, 152.0, y - pitch + 4.5, 0.4);
    }
    y = sheet.paragraph(
        face,
        9.5,
        54.0,
        y + 12.0,
        500.0,
        "We are returning your form and your payment. No receipt number was assigned, and no \
         filing date is kept for a form that is rejected. The reason is marked below.",
    ) + 8.0;
    y = reasons(&mut sheet, rng, family, y);
    y = sheet.paragraph(face, 9.5, 54.0, y, 500.0, words::body(rng)) + 6.0;
    if !own.labelled() {
        sheet.paragraph(face, 9.5, 54.0, y, 500.0, words::remark(rng, true));
    }
    let code = format!("Batch {}-{}", rng.digits(6), rng.digits(3));
    sheet.write(face, 7.0, 54.0, 755.0, &code);
    sheet.flush_right(face, 7.0, 558.0, 755.0, "Form I-797C   Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
