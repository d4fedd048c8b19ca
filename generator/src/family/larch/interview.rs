//! An interview notice of three pages: comb boxes, check list, acknowledgment to sign.
use super::kit::{self, Own};
use super::words;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Captions of the account comb.
const LABELS: &[&str] = &[
    "USCIS Online Account Number (12 digits)",
    "Your USCIS online acct. no.",
    "Online account no. (my.uscis.gov)",
    "Account with USCIS Online, number",
];

/// A caption above or below a comb of boxes.
fn boxed(sheet: &mut Sheet, family: Family, at: [f32; 2], caption: (&str, bool), text: &str) {
    let (label, below) = caption;
    let boxes = if text.is_empty() {
        12
    } else {
        text.chars().count()
    };
    let [x, y] = at;
    let label_y = if below { y + 27.0 } else { y - 4.0 };
    kit::comb(sheet, (Face::regular(family), 11.0), [x, y], boxes, text);
    sheet.write(Face::regular(family), 7.5, x, label_y, label);
}

/// The running head of each page.
fn head(sheet: &mut Sheet, family: Family, case: &Case, page: usize) {
    let face = Face::regular(family);
    sheet.write(
        face,
        8.0,
        50.0,
        40.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.centred(face, 8.0, 306.0, 40.0, &case.receipt);
    sheet.flush_right(face, 8.0, 562.0, 40.0, &format!("Page {page} of 3"));
    sheet.rule(50.0, 562.0, 46.0, 0.8);
    sheet.centred(face, 7.0, 306.0, 756.0, "Form I-797C, Notice of Action");
}

/// The numbers in their combs.
fn combs(sheet: &mut Sheet, rng: &mut Rng, case: &Case, own: &Own, family: Family) {
    let below = rng.chance(0.5);
    let alien = format!("A{}", case.filer.a_number);
    boxed(
        sheet,
        family,
        [50.0, 150.0],
        ("Receipt Number", below),
        &case.receipt,
    );
    boxed(sheet, family, [330.0, 150.0], ("A-Number", below), &alien);
    let shown = if own.text().is_empty() {
        ""
    } else {
        &case.account
    };
    if own.labelled() {
        let label = rng.pick(LABELS);
        boxed(sheet, family, [50.0, 202.0], (label, below), shown);
    } else {
        let digits = kit::stranger(rng, case);
        boxed(
            sheet,
            family,
            [50.0, 202.0],
            ("Scheduling reference (office use)", below),
            &digits,
        );
    }
}

/// When and where to come.
fn summons(sheet: &mut Sheet, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, family: Family) {
    let date = case.noticed.later(1, 9).long();
    let time = rng.pick(&["8:15 AM", "9:45 AM", "10:30 AM", "1:20 PM"]);
    truth.fields.appointment_date = Some(date.clone());
    truth.fields.appointment_time = Some(time.into());
    let face = Face::regular(family);
    let strong = Face::bold(family);
    sheet.frame([50.0, 330.0, 562.0, 402.0], 1.0);
    sheet.upright(306.0, 330.0, 402.0, 0.6);
    let place = rng.pick(&[
        [
            "USCIS Field Office",
            "210 Walnut Street, Room 215",
            "Des Moines IA 50309-2106",
        ],
        [
            "USCIS Field Office",
            "1600 Callowhill Street",
            "Philadelphia PA 19130-4112",
        ],
        [
            "USCIS Field Office",
            "630 Sansome Street",
            "San Francisco CA 94111-2280",
        ],
    ]);
    sheet.write(strong, 9.0, 58.0, 344.0, "Please come to:");
    kit::lines(sheet, (face, 10.0), [58.0, 360.0], 13.0, &place);
    sheet.write(strong, 9.0, 314.0, 344.0, "ON:");
    sheet.write(face, 11.0, 345.0, 344.0, &date);
    sheet.write(strong, 9.0, 314.0, 366.0, "AT:");
    sheet.write(face, 11.0, 345.0, 366.0, time);
    sheet.write(
        face,
        8.5,
        314.0,
        390.0,
        &format!("Room {}, window {}", rng.digits(3), 4),
    );
}

/// The check list of the second page, in two columns.
fn checklist(rng: &mut Rng, case: &Case, family: Family, labelled: bool) -> Sheet {
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, family, case, 2);
    let face = Face::regular(family);
    sheet.write(Face::bold(family), 12.0, 50.0, 76.0, "Bring with you");
    let items = [
        "This notice",
        "Permanent resident card",
        "All passports, valid or not",
        "State identification",
        "Marriage certificate",
        "Divorce or death records",
        "Birth certificates of children",
        "Tax transcripts, five years",
        "Court dispositions",
        "Proof of child support",
        "Two color photographs",
        "Selective Service record",
    ];
    for (n, item) in items.iter().take(rng.between(7, 12) as usize).enumerate() {
        let x = 50.0 + 260.0 * (n % 2) as f32;
        let y = 100.0 + 20.0 * (n / 2) as f32;
        sheet.frame([x, y - 8.0, x + 9.0, y + 1.0], 0.7);
        sheet.write(face, 10.0, x + 16.0, y, item);
    }
    let mut y = 245.0;
    for text in words::bodies(rng, 4) {
        y = sheet.paragraph(face, 10.0, 50.0, y, 512.0, text) + 7.0;
    }
    sheet.paragraph(face, 10.0, 50.0, y, 512.0, words::remark(rng, labelled));
    sheet
}

/// The third page, to sign and hand in.
fn acknowledgment(rng: &mut Rng, case: &Case, family: Family) -> Sheet {
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, family, case, 3);
    let face = Face::regular(family);
    sheet.write(Face::bold(family), 12.0, 50.0, 76.0, "Acknowledgment");
    let text = "I have received the notice of my interview. I shall come on the day and at the \
                hour printed on page 1, or ask for another day in writing before then.";
    let mut y = sheet.paragraph(face, 10.0, 50.0, 98.0, 512.0, text) + 30.0;
    for caption in [
        "Signature",
        "Date",
        "Daytime telephone",
        "Interpreter (name, language)",
    ] {
        sheet.rule(50.0, 330.0, y, 0.6);
        sheet.write(face, 7.5, 50.0, y + 10.0, caption);
        y += 44.0;
    }
    let office = format!("Questions: 1-800-375-5283, office code {}", rng.letters(3));
    sheet.write(face, 9.0, 50.0, y, &office);
    kit::bars(&mut sheet, 50.0, 700.0, 26.0, &case.receipt);
    sheet
}

/// The interview notice.
pub(super) fn brae(rng: &mut Rng, case: &Case) -> Drawing {
    let family = kit::type_family(rng);
    let mut truth = kit::begin(case, "I-797C");
    kit::note_people(&mut truth, case, false);
    truth.prints_a_number(&case.filer.a_number);
    let title = rng.pick(&[
        "Request for Applicant to Appear for Initial Interview",
        "Notice of Interview",
    ]);
    truth.fields.notice_type = Some(title.into());
    truth.fields.notice_date = Some(case.noticed.long());
    let own = Own::choose(rng, case, 48, 16);
    own.note(&mut truth, case);
    let face = Face::regular(family);
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, family, case, 1);
    sheet.write(Face::bold(family), 14.0, 50.0, 76.0, title);
    let dated = format!("Notice Date: {}", case.noticed.long());
    sheet.write(face, 10.0, 50.0, 96.0, &dated);
    let kind = format!("Case Type: {}, {}", case.form_code, case.title);
    kit::put(&mut sheet, (face, 10.0), [50.0, 112.0], 512.0, &kind);
    let mut who = format!("{}: {}", kit::role(case), case.filer.name());
    if case.is_petition {
        who = format!("{who}          Beneficiary: {}", case.beneficiary.name());
    }
    kit::put(&mut sheet, (face, 10.0), [50.0, 128.0], 512.0, &who);
    combs(&mut sheet, rng, case, &own, family);
    let name = case.filer.name();
    let address = &case.address;
    let to = [name.as_str(), &address[0], &address[1]];
    kit::lines(&mut sheet, (face, 10.5), [80.0, 265.0], 14.0, &to);
    kit::bars(&mut sheet, 380.0, 255.0, 28.0, &case.receipt);
    summons(&mut sheet, rng, case, &mut truth, family);
    let mut y = 428.0;
    for text in words::bodies(rng, 5) {
        y = sheet.paragraph(face, 10.0, 50.0, y, 512.0, text) + 7.0;
    }
    let second = checklist(rng, case, family, own.labelled());
    let third = acknowledgment(rng, case, family);
    Drawing {
        sheets: vec![sheet, second, third],
        truth,
    }
}
