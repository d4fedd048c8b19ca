//! A notice with a table of the parties: name, A-Number and account of each, in columns.
use super::common::{self, Plan};
use super::prose;
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Wordings of the account's column.
const LABELS: &[&str] = &[
    "USCIS Online Account No.",
    "Online Account Number",
    "USCIS Account Number",
    "USCIS Acct. No.",
];

/// One line of the table.
type Line = [String; 4];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 25);
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::Helvetica,
        Family::LiberationSansNarrow,
    ]);
    let mut truth = common::begin("I-797", case.form_code);
    common::note_people(case, &mut truth, true);
    let title = rng.pick(&["Receipt Notice", "Approval Notice", "Courtesy Letter"]);
    truth.fields.notice_type = Some(title.to_string());
    let plan = common::plan(rng, case, 0.5, 0.1);
    let mut sheet = Sheet::letter(family);
    let y = head(&mut sheet, rng, case, family, title, &mut truth);
    let (heads, lines) = lines(rng, case, plan, &mut truth);
    let y = table(&mut sheet, rng, family, &heads, &lines, y);
    let y = prose(&mut sheet, rng, case, family, plan, y);
    stub(&mut sheet, rng, case, family, y);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Head, and captions above values in a line without rules; returns the next baseline.
fn head(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    title: &str,
    truth: &mut NoticeTruth,
) -> f32 {
    common::agency(sheet, rng, family, 40.0);
    sheet.flush_right(
        Face::bold(family),
        10.0,
        576.0,
        40.0,
        "I-797 | NOTICE OF ACTION",
    );
    sheet.rule(36.0, 576.0, 58.0, 2.0);
    let noticed = case.noticed.numeric();
    let received = case.received.numeric();
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    let cells = [
        (
            1.4,
            "Receipt".to_string(),
            common::receipt(rng, case, truth),
        ),
        (1.0, "Received".to_string(), received),
        (1.0, "Notice Date".to_string(), noticed),
        (1.2, "Notice Type".to_string(), title.to_string()),
    ];
    let style = common::Style::new(family, 7.0, 10.0);
    common::row(sheet, style, [34.0, 62.0, 576.0, 88.0], &cells, false);
    let kind = format!("Case Type: {}, {}", case.form_code, case.title);
    common::fit(
        sheet,
        (Face::regular(family), 9.0),
        (37.5, 102.0),
        536.0,
        &kind,
    );
    let block = common::addressee(rng, case);
    common::lines(
        sheet,
        Face::regular(family),
        9.5,
        (64.0, 128.0),
        11.5,
        &block,
    ) + 18.0
}

/// The heads and lines of the table.
fn lines(rng: &mut Rng, case: &Case, plan: Plan, truth: &mut NoticeTruth) -> (Line, Vec<Line>) {
    let own = common::account(rng, case, plan, truth);
    let account = if own.is_some() {
        rng.pick(LABELS)
    } else {
        "Telephone"
    };
    let heads = ["Party", "Name", "A-Number", account].map(str::to_string);
    let number = common::alien(rng, &case.filer, truth);
    let phone = format!("202-555-01{}", rng.digits(2));
    let last = own.clone().unwrap_or(phone);
    let mut list = vec![[
        common::role(case).to_string(),
        case.filer.listed(),
        number,
        last,
    ]];
    if case.is_petition {
        let number = common::alien(rng, &case.beneficiary, truth);
        let name = case.beneficiary.listed();
        let last = if own.is_some() {
            "\u{2014}".to_string()
        } else {
            String::new()
        };
        list.push(["Beneficiary".to_string(), name, number, last]);
    }
    if plan != Plan::Blank && rng.chance(0.65) {
        list.push(attorney(rng, case, own.is_some(), truth));
    }
    (heads, list)
}

/// The attorney's line: his own account, or his telephone.
fn attorney(rng: &mut Rng, case: &Case, account: bool, truth: &mut NoticeTruth) -> Line {
    let last = if account {
        let number = case::account(rng);
        truth.prints_representative_account(&number);
        number
    } else {
        format!("202-555-01{}", rng.digits(2))
    };
    [
        "Attorney".to_string(),
        case.attorney.0.to_uppercase(),
        "\u{2014}".to_string(),
        last,
    ]
}

/// The table; returns the next baseline.
fn table(
    sheet: &mut Sheet,
    rng: &mut Rng,
    family: Family,
    heads: &Line,
    lines: &[Line],
    top: f32,
) -> f32 {
    let stops = [36.0, 106.0, 318.0, 418.0, 576.0];
    let high = rng.uniform(17.0, 21.0);
    let all = rng.chance(0.6);
    let mut y = top;
    for (n, line) in std::iter::once(heads).chain(lines).enumerate() {
        let (face, size) = if n == 0 {
            (Face::bold(family), 8.0)
        } else {
            (Face::regular(family), 9.0)
        };
        if n == 0 {
            sheet.fill([36.0, y, 576.0, y + high], 0.9);
        }
        for (i, text) in line.iter().enumerate() {
            let width = stops[i + 1] - stops[i] - 8.0;
            let at = (stops[i] + 4.0, y + high * 0.68);
            common::fit(sheet, (face, size), at, width, text);
            if all {
                sheet.frame([stops[i], y, stops[i + 1], y + high], 0.5);
            }
        }
        sheet.rule(36.0, 576.0, y + high, 0.5);
        y += high;
    }
    y + 22.0
}

/// The prose, with numbers of earlier cases in it.
fn prose(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    plan: Plan,
    top: f32,
) -> f32 {
    let face = Face::regular(family);
    let mut texts = vec![format!(
        "This notice concerns the Form {} named above. Please check the table of parties and tell \
         us of any error. A copy has been sent to each party who has asked for one.",
        case.form_code
    )];
    if rng.chance(0.4) {
        texts.push(format!(
            "An earlier filing by another {} was linked in error to account number {}. That link \
             has been removed; the number is not yours, and you must not use it.",
            common::role(case).to_lowercase(),
            case::account(rng)
        ));
    }
    let count = common::some(rng, 4, 6);
    texts.extend(prose::body(rng, count, plan));
    let mut y = top;
    for text in texts {
        y = sheet.paragraph(face, 9.4, 36.0, y, 540.0, &text) + 7.0;
    }
    y
}

/// The part to return with an answer.
fn stub(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, top: f32) {
    let face = Face::regular(family);
    assert!(top < 640.0, "the prose runs into the stub");
    for i in 0..68 {
        let x = 36.0 + i as f32 * 8.0;
        sheet.rule(x, x + 4.5, 648.0, 0.5);
    }
    sheet.write(
        Face::italic(family),
        8.0,
        36.0,
        660.0,
        "Return this part with your answer",
    );
    let office = common::office(rng);
    let texts = [
        "USCIS".to_string(),
        office[0].into(),
        office[1].into(),
        office[2].into(),
    ];
    common::lines(sheet, face, 9.0, (54.0, 680.0), 11.0, &texts);
    common::bars(
        sheet,
        Symbology::Code128,
        &case.receipt,
        [340.0, 668.0],
        30.0,
    );
    let serial = format!("Presort {}  {}", rng.digits(3), common::twelve(rng));
    sheet.write(face, 7.0, 340.0, 712.0, &serial);
    sheet.plain(7.0, 36.0, 752.0, "Form I-797 (Rev. 01/31/05)");
    sheet.flush_right(face, 7.0, 576.0, 752.0, "Page 1 of 1");
}
