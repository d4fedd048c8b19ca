//! The call to an interview: a margin of captions and values beside the letter.
use super::common::{self, Plan};
use super::prose;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Wordings of the account's caption.
const LABELS: &[&str] = &[
    "USCIS Online Account Number",
    "Your Online Account No.",
    "USCIS Online Account",
    "Account Number (my.uscis.gov)",
    "USCIS Account #",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 19);
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::FreeSans,
        Family::DejaVuSansCondensed,
    ]);
    let mut truth = common::begin("I-797C", case.form_code);
    let title = rng.pick(&[
        "Request for Applicant to Appear for Initial Interview",
        "Request for Applicant to Appear for Interview",
        "Interview Notice",
    ]);
    truth.fields.notice_type = Some(title.to_string());
    common::note_people(case, &mut truth, false);
    let plan = common::plan(rng, case, 0.5, 0.1);
    let in_text = plan == Plan::Filled && rng.chance(0.45);
    let value = common::account(rng, case, plan, &mut truth);
    let (margin_value, text_value) = if in_text {
        (None, value)
    } else {
        (value, None)
    };
    let mut sheet = Sheet::letter(family);
    let swap = rng.chance(0.35);
    let (margin, text) = if swap { (424.0, 40.0) } else { (40.0, 216.0) };
    common::agency(&mut sheet, rng, family, 40.0);
    sheet.flush_right(
        Face::bold(family),
        9.0,
        576.0,
        40.0,
        "Form I-797C, Notice of Action",
    );
    sheet.rule(36.0, 576.0, 58.0, 1.0);
    side(
        &mut sheet,
        rng,
        case,
        family,
        margin,
        margin_value,
        &mut truth,
    );
    sheet.upright(if swap { 414.0 } else { 206.0 }, 66.0, 740.0, 0.5);
    let y = call(&mut sheet, rng, case, family, (title, text), &mut truth);
    let y = rest(&mut sheet, rng, case, family, (text, plan), text_value, y);
    if rng.chance(0.6) {
        relatives(&mut sheet, rng, case, family, text, y, &mut truth);
    }
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The margin: captions over values.
fn side(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    x: f32,
    account: Option<String>,
    truth: &mut NoticeTruth,
) {
    let day = common::dated(&case.noticed, rng.chance(0.5));
    truth.fields.notice_date = Some(day.clone());
    let mut list = vec![
        ("Notice Date".to_string(), day),
        (
            "Receipt Number".to_string(),
            common::receipt(rng, case, truth),
        ),
        ("Case Type".to_string(), case.form_code.to_string()),
        (common::role(case).to_string(), case.filer.name()),
    ];
    if case.is_petition {
        list.push(("Beneficiary".to_string(), case.beneficiary.name()));
    }
    let word = rng.pick(&["A-Number", "USCIS A#", "Alien File Number"]);
    list.push((
        word.to_string(),
        common::alien(rng, &case.beneficiary, truth),
    ));
    if let Some(value) = account {
        list.insert(rng.pick(&[2, 4, 5]), (rng.pick(LABELS).to_string(), value));
    }
    if rng.chance(0.4) {
        let label = rng.pick(&["Scheduling Reference", "NVC Case Number", "Visitor Pass"]);
        let value = match label {
            "NVC Case Number" => format!("GUZ{}", rng.digits(10)),
            _ => common::twelve(rng),
        };
        list.push((label.to_string(), value));
    }
    let mut y = 80.0;
    for (label, value) in list {
        common::fit(sheet, (Face::regular(family), 7.2), (x, y), 156.0, &label);
        common::fit(
            sheet,
            (Face::bold(family), 9.2),
            (x, y + 12.0),
            156.0,
            &value,
        );
        y += 32.0;
    }
    let office = common::office(rng);
    sheet.write(Face::bold(family), 7.5, x, 660.0, office[0]);
    sheet.write(Face::regular(family), 7.5, x, 671.0, office[1]);
    sheet.write(Face::regular(family), 7.5, x, 682.0, office[2]);
    sheet.write(Face::regular(family), 7.5, x, 697.0, "1-800-375-5283");
    sheet.write(Face::regular(family), 7.5, x, 708.0, "TTY 1-800-767-1833");
    sheet.write(
        Face::regular(family),
        7.0,
        x,
        736.0,
        "Form I-797C   Page 1 of 1",
    );
}

/// Address, title, place and time; returns the next baseline.
fn call(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    (title, x): (&str, f32),
    truth: &mut NoticeTruth,
) -> f32 {
    let (face, bold) = (Face::regular(family), Face::bold(family));
    let block = common::addressee(rng, case);
    let y = common::lines(sheet, face, 9.5, (x + 14.0, 84.0), 11.5, &block) + 18.0;
    common::fit(sheet, (bold, 12.5), (x, y), 360.0, title);
    let office = common::field_office(rng);
    sheet.write(face, 9.2, x, y + 20.0, "Please come to:");
    let place: Vec<String> = office.iter().map(|l| l.to_string()).collect();
    common::lines(sheet, bold, 9.2, (x + 84.0, y + 20.0), 11.5, &place);
    let day = case.noticed.later(1, rng.between(1, 20)).long();
    let time = rng.pick(&["7:45 AM", "8:30 AM", "10:15 AM", "12:50 PM", "1:30 PM"]);
    sheet.write(face, 9.2, x, y + 58.0, "On (date):");
    sheet.write(bold, 9.2, x + 84.0, y + 58.0, &day);
    sheet.write(face, 9.2, x, y + 70.0, "At (time):");
    sheet.write(bold, 9.2, x + 84.0, y + 70.0, time);
    truth.fields.appointment_date = Some(day);
    truth.fields.appointment_time = Some(time.to_string());
    y + 90.0
}

/// The letter's prose; the account number stands in it where the margin has none.
fn rest(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    (x, plan): (f32, Plan),
    account: Option<String>,
    top: f32,
) -> f32 {
    let face = Face::regular(family);
    let mut texts = vec![format!(
        "You are hereby notified to appear for an interview on your {}. Bring this letter, a \
         photo identification, your passport and the originals of all documents that you filed \
         in copy. If you do not appear, we may deny the case.",
        case.form_code
    )];
    if let Some(value) = account {
        let text = rng.pick(&[
            "A copy of this letter has been placed in your USCIS online account, number @, under \
             Documents.",
            "You may reschedule online. Sign in to your USCIS online account (account number @) \
             and choose Manage Appointment.",
            "Our records show that your USCIS online account number is @. If you have another \
             account, please tell the officer.",
        ]);
        texts.push(text.replace('@', &value.replace(' ', "-")));
    }
    let mut y = top;
    let count = common::some(rng, 2, 3);
    texts.extend(prose::body(rng, count, plan));
    for text in texts {
        y = sheet.paragraph(face, 9.2, x, y, 356.0, &text) + 6.0;
    }
    assert!(y < 630.0, "the letter runs into the barcode");
    common::bars(sheet, Symbology::Code128, &case.receipt, [x, 712.0], 24.0);
    y
}

/// The family members who shall come too.
fn relatives(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    x: f32,
    top: f32,
    truth: &mut NoticeTruth,
) {
    let (face, bold) = (Face::regular(family), Face::bold(family));
    let y = top + 8.0;
    sheet.write(
        bold,
        8.5,
        x,
        y,
        "The following family members must also appear:",
    );
    for (at, text) in [(0.0, "Name"), (190.0, "A-Number"), (280.0, "Date of Birth")] {
        sheet.write(face, 7.0, x + at, y + 13.0, text);
    }
    sheet.rule(x, x + 356.0, y + 16.0, 0.5);
    for i in 0..rng.between(1, 3) {
        let person = case.beneficiary.relative(rng);
        let line = y + 28.0 + i as f32 * 13.0;
        common::fit(sheet, (face, 9.0), (x, line), 184.0, &person.listed());
        let number = common::alien(rng, &person, truth);
        sheet.write(face, 9.0, x + 190.0, line, &number);
        sheet.write(face, 9.0, x + 280.0, line, &person.born.numeric());
    }
}
