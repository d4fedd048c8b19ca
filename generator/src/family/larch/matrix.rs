//! A fixed-pitch notice, unruled, as a line printer makes it.
use super::kit::{self, Own};
use super::words;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Labels of the account field.
const LABELS: &[&str] = &[
    "USCIS ONLINE ACCT NO",
    "ONLINE ACCOUNT (USCIS)",
    "USCIS ELIS ACCOUNT NBR",
    "USCIS ACCT NO (ONLINE)",
];

/// A pair of a label and a value in fixed pitch.
type Pair = (String, String);

/// The pairs of the upper part.
fn pairs(rng: &mut Rng, case: &Case, own: &Own, truth: &mut NoticeTruth) -> Vec<Pair> {
    let mut list: Vec<Pair> = vec![
        ("RECEIPT NUMBER".into(), case.receipt.clone()),
        ("NOTICE DATE".into(), case.noticed.numeric()),
        ("RECEIVED DATE".into(), case.received.numeric()),
        ("FORM TYPE".into(), case.form_code.into()),
        (kit::role(case).to_uppercase(), case.filer.listed()),
    ];
    if case.is_petition {
        list.push(("BENEFICIARY".into(), case.beneficiary.listed()));
    }
    list.push(("ALIEN REG NO".into(), kit::a_number(rng, &case.beneficiary)));
    truth.prints_a_number(&case.beneficiary.a_number);
    if own.labelled() {
        let place = rng.between(2, list.len() as i64) as usize;
        list.insert(place, (rng.pick(LABELS).into(), own.text().into()));
    }
    list.push(("REMITTANCE REF".into(), kit::stranger(rng, case)));
    list
}

/// Writes the pairs: one a line with a colon, or two columns with values under labels.
fn spread(sheet: &mut Sheet, face: Face, size: f32, list: &[Pair], stacked: bool) -> f32 {
    let mut y = 128.0;
    for (n, (label, value)) in list.iter().enumerate() {
        if stacked {
            let x = 54.0 + 260.0 * (n % 2) as f32;
            sheet.write(face, size, x, y, label);
            kit::put(sheet, (face, size), [x, y + size * 1.2], 245.0, value);
            if n % 2 == 1 {
                y += size * 2.4 + 9.0;
            }
        } else {
            sheet.write(face, size, 54.0, y, &format!("{label:<24}:"));
            let tab = 54.0 + face.width("M", size) * 26.0;
            kit::put(sheet, (face, size), [tab, y], 560.0 - tab, value);
            y += size * 1.5;
        }
    }
    if stacked && list.len() % 2 == 1 {
        y + size * 2.4 + 18.0
    } else {
        y + 18.0
    }
}

/// The line-printer notice.
pub(super) fn glen(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Courier,
        Family::LiberationMono,
        Family::FreeMono,
        Family::DejaVuSansMono,
    ]);
    let mut truth = kit::begin(case, "I-797C");
    kit::note_people(&mut truth, case, true);
    let kind = rng.pick(&["RECEIPT NOTICE", "TRANSFER NOTICE", "REOPEN NOTICE"]);
    truth.fields.notice_type = Some(kind.into());
    truth.fields.notice_date = Some(case.noticed.numeric());
    truth.fields.received_date = Some(case.received.numeric());
    let own = Own::choose(rng, case, 42, 15);
    own.note(&mut truth, case);
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    let size = rng.uniform(8.6, 9.6);
    let (place, street, city) = words::office(rng);
    let head = [
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
        place,
        street,
        city,
    ];
    kit::lines(&mut sheet, (face, size), [54.0, 44.0], size * 1.25, &head);
    sheet.flush_right(face, size, 560.0, 44.0, "I-797C");
    sheet.flush_right(face, size, 560.0, 44.0 + size * 1.25, "PAGE 001");
    let kind_line = format!("*** NOTICE TYPE: {kind} ***");
    sheet.centred(face, size, 306.0, 108.0, &kind_line);
    let list = pairs(rng, case, &own, &mut truth);
    let stacked = rng.chance(0.4);
    let mut y = spread(&mut sheet, face, size, &list, stacked);
    let name = case.filer.name().to_uppercase();
    let one = case.address[0].to_uppercase();
    let two = case.address[1].to_uppercase();
    y = kit::lines(
        &mut sheet,
        (face, size),
        [90.0, y + 6.0],
        size * 1.25,
        &[&name, &one, &two],
    );
    y += 20.0;
    let count = rng.between(2, 4) as usize;
    for text in words::bodies(rng, count) {
        let text = text.to_uppercase();
        y = sheet.paragraph(face, size, 54.0, y, 500.0, &text) + 8.0;
    }
    if !own.labelled() || rng.chance(0.3) {
        y = sheet.paragraph(
            face,
            size,
            54.0,
            y,
            500.0,
            &words::remark(rng, own.labelled()).to_uppercase(),
        ) + 8.0;
    }
    let card = format!(
        "LAST CARD PRODUCED: SRC{}  (CARD DOCUMENT NO)",
        rng.digits(10)
    );
    if rng.chance(0.35) {
        sheet.write(face, size, 54.0, y, &card);
    }
    kit::bars(&mut sheet, 54.0, 680.0, 28.0, &case.receipt);
    sheet.write(
        face,
        7.0,
        54.0,
        750.0,
        "I-797C     INQUIRIES 1-800-375-5283     END OF NOTICE",
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
