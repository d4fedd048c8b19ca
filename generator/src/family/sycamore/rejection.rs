//! The rejection sheet: ruled lines with captions at the left, then a list of reasons.
use super::common::{self, Plan};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Wordings of the account's caption.
const LABELS: &[&str] = &[
    "USCIS Online Account No. (from your form)",
    "Filer's USCIS Online Account Number",
    "USCIS Online Account Number (if any)",
    "Your USCIS Online Account",
    "Your USCIS Account No.",
];

/// Reasons for a rejection.
const REASONS: &[&str] = &[
    "The form was not signed, or the signature was not acceptable.",
    "The fee was missing, or the amount was not correct.",
    "The check or money order was not dated, or was more than one year old.",
    "The edition of the form that you sent is no longer accepted.",
    "The form was sent to an address that does not accept this type of case.",
    "A required page was missing. See the instructions for the form.",
    "Your bank did not honor the payment.",
    "Your USCIS online account number could not be read. Write all 12 digits.",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 11);
    let family = rng.pick(&[Family::LiberationSans, Family::Times, Family::FreeSans]);
    let mut truth = common::begin("I-797C", case.form_code);
    let mut sheet = Sheet::letter(family);
    let plan = common::plan(rng, case, 0.45, 0.2);
    let title = rng.pick(&[
        "Rejection Notice",
        "Notice of Rejected Filing",
        "REJECTION NOTICE",
    ]);
    truth.fields.notice_type = Some(title.to_string());
    common::agency(&mut sheet, rng, family, 40.0);
    sheet.flush_right(
        Face::bold(family),
        9.0,
        576.0,
        40.0,
        "Form I-797C, Notice of Action",
    );
    sheet.centred(Face::bold(family), 15.0, 306.0, 84.0, title);
    let items = items(rng, case, plan, &mut truth);
    let y = ruled(&mut sheet, rng, family, &items);
    let y = letter(&mut sheet, rng, case, family, y);
    let y = reasons(&mut sheet, rng, family, y);
    refund(&mut sheet, rng, family, y);
    sheet.plain(7.0, 36.0, 756.0, "Form I-797C (Rejection)  06/12/17");
    sheet.flush_right(
        Face::regular(family),
        7.0,
        576.0,
        756.0,
        "USCIS Lockbox Facility",
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Captions and values, in the order of print.
fn items(rng: &mut Rng, case: &Case, plan: Plan, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let long = rng.chance(0.5);
    let noticed = common::dated(&case.noticed, long);
    let received = common::dated(&case.received, long);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    let role = common::role(case);
    if case.is_petition {
        truth.fields.petitioner = Some(case.filer.listed());
    } else {
        truth.fields.applicant = Some(case.filer.listed());
    }
    let mut list = vec![
        (
            rng.pick(&["Notice Date", "Date of Notice"]).to_string(),
            noticed,
        ),
        (
            rng.pick(&["Date Received", "Received at Lockbox"])
                .to_string(),
            received,
        ),
        (
            "Form".to_string(),
            format!("{}  {}", case.form_code, case.title),
        ),
        (role.to_string(), case.filer.listed()),
    ];
    if rng.chance(0.4) {
        list.push((
            "Receipt Number".to_string(),
            common::receipt(rng, case, truth),
        ));
    } else if rng.chance(0.6) {
        list.push(("Receipt Number".to_string(), "NONE ASSIGNED".to_string()));
    }
    if rng.chance(0.6) {
        list.push((
            "A-Number".to_string(),
            common::alien(rng, &case.filer, truth),
        ));
    }
    if let Some(value) = common::account(rng, case, plan, truth) {
        list.push((rng.pick(LABELS).to_string(), value));
    }
    if rng.chance(0.25) {
        let number = case::account(rng);
        truth.prints_representative_account(&number);
        let label = rng.pick(&[
            "Attorney's USCIS Online Account No.",
            "Representative's Online Account",
        ]);
        list.push((label.to_string(), number));
    }
    let label = rng.pick(&[
        "Control Number",
        "Lockbox Batch",
        "Parcel Number",
        "Returned Item No.",
    ]);
    list.push((label.to_string(), common::twelve(rng)));
    list
}

/// Captions at the left, values right of them, a rule under each.
fn ruled(sheet: &mut Sheet, rng: &mut Rng, family: Family, items: &[(String, String)]) -> f32 {
    let tab = rng.uniform(232.0, 252.0);
    let right_captions = rng.chance(0.4);
    let boxes = rng.chance(0.35);
    let pitch = if boxes { 19.0 } else { rng.uniform(16.0, 18.0) };
    let mut y = 110.0;
    for (label, value) in items {
        if right_captions {
            sheet.flush_right(
                Face::regular(family),
                8.5,
                tab - 8.0,
                y,
                &format!("{label}:"),
            );
        } else {
            sheet.write(Face::regular(family), 8.5, 48.0, y, &format!("{label}:"));
        }
        common::fit(
            sheet,
            (Face::bold(family), 9.5),
            (tab, y),
            562.0 - tab,
            value,
        );
        if boxes {
            sheet.frame([tab - 4.0, y - 10.0, 566.0, y + 5.0], 0.5);
        } else {
            sheet.rule(tab - 3.0, 564.0, y + 3.0, 0.4);
        }
        y += pitch;
    }
    y + 10.0
}

/// Address and opening sentence.
fn letter(sheet: &mut Sheet, rng: &mut Rng, case: &Case, family: Family, y: f32) -> f32 {
    let face = Face::regular(family);
    let block = common::addressee(rng, case);
    let y = common::lines(sheet, face, 9.5, (66.0, y + 8.0), 11.5, &block) + 14.0;
    let text = "We are returning your form, the documents that came with it and your payment. The \
                case has not been opened, and no filing date has been kept. The reason or reasons \
                are marked below.";
    sheet.paragraph(face, 9.5, 48.0, y, 516.0, text) + 6.0
}

/// The list of reasons with boxes to mark.
fn reasons(sheet: &mut Sheet, rng: &mut Rng, family: Family, top: f32) -> f32 {
    let face = Face::regular(family);
    let start = rng.below(REASONS.len());
    let mut marked = rng.below(5);
    if REASONS[(start + marked) % REASONS.len()].starts_with("Your USCIS") {
        marked = (marked + 1) % 5;
    }
    let mut y = top;
    for i in 0..5 {
        let [left, up, right, down] = [52.0, y - 7.0, 60.0, y + 1.0];
        sheet.frame([left, up, right, down], 0.7);
        if i == marked {
            sheet.centred(Face::bold(family), 9.0, 56.0, y, "X");
        }
        sheet.write(face, 9.2, 68.0, y, REASONS[(start + i) % REASONS.len()]);
        y += 15.0;
    }
    y + 8.0
}

/// What happens to the money, with numbers of checks and banks.
fn refund(sheet: &mut Sheet, rng: &mut Rng, family: Family, top: f32) {
    let face = Face::regular(family);
    let mut texts = Vec::new();
    if rng.chance(0.6) {
        let number = rng.digits(12);
        let routing = rng.digits(9);
        texts.push(format!(
            "Payment returned: check drawn on account number {number}, routing number {routing}, \
             check no. {}, {}.",
            rng.digits(4),
            common::money(rng)
        ));
    } else {
        texts.push("Your payment is enclosed and has not been deposited.".to_string());
    }
    texts.push(
        "You may file again at any time. Please correct what is marked above, use the current \
         edition of the form, and send all pages with the proper fee. This decision may not be \
         appealed."
            .to_string(),
    );
    texts.push(
        "For help, visit www.uscis.gov or call the USCIS Contact Center at 1-800-375-5283 \
         (TTY 1-800-767-1833)."
            .to_string(),
    );
    let mut y = top;
    for text in texts {
        y = sheet.paragraph(face, 9.5, 48.0, y, 516.0, &text) + 6.0;
    }
    let office = common::office(rng);
    let block = ["USCIS, Attn: Intake", office[1], office[2]].map(str::to_string);
    common::lines(sheet, face, 9.0, (48.0, y + 12.0), 11.0, &block);
}
