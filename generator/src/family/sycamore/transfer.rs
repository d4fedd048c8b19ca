//! The transfer notice of a field office: each value stands on a rule, its caption below.
use super::common::{self, Plan};
use super::prose;
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Wordings of the account's caption.
const LABELS: &[&str] = &[
    "USCIS online account number",
    "filer's online account number",
    "online account no. (USCIS)",
    "USCIS account number of the person who filed",
    "myUSCIS account no.",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 15);
    let family = rng.pick(&[
        Family::DejaVuSans,
        Family::LiberationSans,
        Family::LiberationSerif,
    ]);
    let mut truth = common::begin("I-797C", case.form_code);
    let title = rng.pick(&[
        "Transfer Notice",
        "Notice of Transfer",
        "Case Transfer Notice",
    ]);
    truth.fields.notice_type = Some(title.to_string());
    common::note_people(case, &mut truth, true);
    let plan = common::plan(rng, case, 0.5, 0.2);
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, family, title);
    let pairs = pairs(rng, case, plan, &mut truth);
    let y = under(&mut sheet, rng, family, &pairs);
    body(&mut sheet, rng, case, family, plan, y);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// A letterhead of three columns and the title.
fn head(sheet: &mut Sheet, family: Family, title: &str) {
    let face = Face::regular(family);
    let columns: [(f32, [&str; 3]); 3] = [
        (42.0, ["U.S. Department of", "Homeland Security", ""]),
        (232.0, ["U.S. Citizenship", "and Immigration", "Services"]),
        (430.0, ["Form I-797C", "Notice of Action", ""]),
    ];
    for (x, texts) in columns {
        for (i, text) in texts.iter().enumerate() {
            sheet.write(face, 8.5, x, 40.0 + 10.5 * i as f32, text);
        }
    }
    sheet.rule(42.0, 570.0, 70.0, 1.5);
    sheet.write(Face::bold(family), 14.0, 42.0, 90.0, title);
}

/// Values and captions, in the order of print.
fn pairs(rng: &mut Rng, case: &Case, plan: Plan, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let noticed = case.noticed.numeric();
    let received = case.received.numeric();
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    let mut list = vec![
        (
            common::receipt(rng, case, truth),
            "receipt number".to_string(),
        ),
        (noticed, "notice date".to_string()),
        (received, "received date".to_string()),
        (case.filer.listed(), common::role(case).to_lowercase()),
        (
            common::alien(rng, &case.beneficiary, truth),
            "A-number".to_string(),
        ),
        (case.form_code.to_string(), "case type".to_string()),
    ];
    if case.is_petition {
        list[4].1 = "A-number of the beneficiary".to_string();
        list.insert(4, (case.beneficiary.listed(), "beneficiary".to_string()));
    }
    if let Some(value) = common::account(rng, case, plan, truth) {
        list.insert(rng.pick(&[1, 3, 6]), (value, rng.pick(LABELS).to_string()));
    } else {
        let label = rng.pick(&[
            "file transfer request no.",
            "shipment no.",
            "former case ID",
        ]);
        list.push((common::twelve(rng), label.to_string()));
    }
    if rng.chance(0.25) {
        let number = case::account(rng);
        truth.prints_representative_account(&number);
        let label = "representative's online account number".to_string();
        list.push((number, label));
    }
    list
}

/// The pairs in two or three columns, the caption under the rule; returns the next baseline.
fn under(sheet: &mut Sheet, rng: &mut Rng, family: Family, pairs: &[(String, String)]) -> f32 {
    let count = rng.pick(&[2usize, 3]);
    let wide = (528.0 + 14.0) / count as f32;
    let pitch = rng.uniform(33.0, 38.0);
    let lower = rng.chance(0.5);
    for (i, (value, label)) in pairs.iter().enumerate() {
        let x = 42.0 + (i % count) as f32 * wide;
        let y = 122.0 + (i / count) as f32 * pitch;
        common::fit(
            sheet,
            (Face::regular(family), 10.5),
            (x + 3.0, y),
            wide - 20.0,
            value,
        );
        sheet.rule(x, x + wide - 14.0, y + 3.0, 0.5);
        let mut letters = label.chars();
        let first = letters.next().unwrap_or(' ').to_uppercase().to_string();
        let text = if lower {
            format!("({label})")
        } else {
            first + letters.as_str()
        };
        common::fit(
            sheet,
            (Face::italic(family), 7.0),
            (x + 3.0, y + 11.0),
            wide - 20.0,
            &text,
        );
    }
    122.0 + pairs.len().div_ceil(count) as f32 * pitch
}

/// Address, prose and barcode.
fn body(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, plan: Plan, top: f32) {
    let face = Face::regular(family);
    let block = common::addressee(rng, case);
    let mut y = common::lines(sheet, face, 9.5, (60.0, top + 10.0), 12.0, &block) + 16.0;
    let (from, to) = (common::office(rng), common::office(rng));
    let target = if from == to {
        "National Records Center"
    } else {
        to[0]
    };
    let text = format!(
        "This notice is to tell you that we have moved your {} from the {} to the {}. We did so to \
         balance the work of our offices. The move does not change your filing date, and you need \
         not take any action. The new office will notify you when it has decided your case.",
        if case.is_petition {
            "petition"
        } else {
            "application"
        },
        from[0],
        target
    );
    y = sheet.paragraph(face, 9.3, 42.0, y, 528.0, &text) + 8.0;
    let count = common::some(rng, 3, 5);
    for text in prose::body(rng, count, plan) {
        y = sheet.paragraph(face, 9.3, 42.0, y, 528.0, &text) + 8.0;
    }
    let office = format!("{}, {}, {}", from[0], from[1], from[2]);
    sheet.write(face, 8.0, 42.0, y + 12.0, &office);
    assert!(y < 688.0, "the body runs into the barcode");
    let kind = if rng.chance(0.5) {
        Symbology::Code39
    } else {
        Symbology::Code128
    };
    common::bars(sheet, kind, &case.receipt, [42.0, 704.0], 26.0);
    sheet.write(face, 7.5, 42.0, 741.0, &case.receipt);
    sheet.flush_right(face, 7.5, 570.0, 741.0, "Form I-797C   Page 1 of 1");
}
