//! A notice of naturalization oath ceremony (N-445): combs for the numbers, questions overleaf.
use super::kit;
use super::world::{self, Dated, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::FreeSerif, Family::LiberationSans]);
    let mut truth = world::truth_of("");
    let mut sheet = Sheet::letter(family);
    let two = rng.chance(0.6);
    head(rng, &mut sheet, family, &mut truth);
    let y = numbers(rng, &mut sheet, family, case, &mut truth);
    let y = address(rng, &mut sheet, family, case, &mut truth, y);
    let y = ceremony(rng, &mut sheet, family, case, &mut truth, y);
    bring(rng, &mut sheet, family, y);
    kit::bars(
        &mut sheet,
        [54.0, 704.0],
        24.0,
        Symbology::Code39,
        &case.receipt,
    );
    foot(
        &mut sheet,
        family,
        if two { "Page 1 of 2" } else { "Page 1 of 1" },
    );
    let mut sheets = vec![sheet];
    if two {
        sheets.push(questions(rng, family, case));
    }
    Drawing { sheets, truth }
}

/// Agency and title.
fn head(rng: &mut Rng, sheet: &mut Sheet, family: Family, truth: &mut NoticeTruth) {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let kind = rng.pick(&[
        "Notice of Naturalization Oath Ceremony",
        "NOTICE OF NATURALIZATION OATH CEREMONY",
        "Naturalization Oath Ceremony Notice",
    ]);
    truth.fields.notice_type = Some(kind.into());
    sheet.write(face, 8.5, 54.0, 46.0, "Department of Homeland Security");
    sheet.write(
        face,
        8.5,
        54.0,
        57.0,
        "U.S. Citizenship and Immigration Services",
    );
    kit::fit(sheet, bold, 13.0, [270.0, 52.0], 288.0, kind);
    sheet.rule(54.0, 558.0, 64.0, 2.0);
    sheet.rule(54.0, 558.0, 67.0, 0.5);
}

/// The numbers: some in combs, some on lines; gives the bottom.
fn numbers(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let combs = rng.chance(0.6);
    let noticed = rng
        .pick(&[Dated::Long, Dated::Numeric])
        .print(&case.noticed);
    truth.fields.notice_date = Some(noticed.clone());
    let receipt = world::receipt(rng, &case.receipt, truth);
    let tag = rng.pick(&["Application ID#", "Application ID No.", "Application ID"]);
    let [first, second, third] = rng.pick(&[
        [54.0, 236.0, 390.0],
        [54.0, 420.0, 220.0],
        [410.0, 236.0, 54.0],
    ]);
    sheet.write(bold, 8.0, first, 84.0, tag);
    sheet.write(face, 10.5, first, 98.0, &receipt);
    sheet.write(bold, 8.0, second, 84.0, "Date");
    sheet.write(face, 10.5, second, 98.0, &noticed);
    let file = rng.pick(&["A-File", "CIS A-Number", "Alien Registration Number"]);
    sheet.write(bold, 8.0, third, 84.0, file);
    truth.prints_a_number(&case.filer.a_number);
    if combs {
        let padded = format!("{:0>9}", case.filer.a_number);
        sheet.write(bold, 11.0, third, 101.0, "A");
        kit::comb(sheet, face, [third + 12.0, 88.0], 14.0, 9, &padded);
    } else {
        let printed = case::printed_a_number(rng, &case.filer.a_number);
        sheet.write(face, 10.5, third, 98.0, &printed);
    }
    account(rng, sheet, family, case, truth, combs)
}

/// The account's label with a comb or a line; gives the bottom.
fn account(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
    combs: bool,
) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let own = world::own(rng, 46, 14);
    let number = world::own_number(rng, own, case, truth);
    let label = rng.pick(&[
        "USCIS Online Account Number (if any)",
        "Your USCIS Online Account Number",
        "USCIS Online Acct. No. of Applicant",
    ]);
    if own == Own::Missing {
        return 112.0;
    }
    let end = sheet.write(bold, 8.0, 54.0, 122.0, label) + 10.0;
    if combs {
        let digits = if own == Own::Printed {
            case.account.as_str()
        } else {
            ""
        };
        kit::comb(sheet, face, [end, 109.0], 14.0, 12, digits);
    } else {
        sheet.rule(end, end + 150.0, 125.0, 0.5);
        sheet.write(face, 10.5, end + 4.0, 122.0, &number);
    }
    132.0
}

/// Name and address; gives the bottom.
fn address(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let label = rng.pick(&["Applicant", "Name of Applicant", "APPLICANT"]);
    let name = case.filer.listed();
    truth.fields.applicant = Some(name.clone());
    sheet.frame([54.0, top, 558.0, top + 70.0], 0.6);
    sheet.write(bold, 8.0, 60.0, top + 12.0, label);
    sheet.write(face, 10.0, 160.0, top + 12.0, &name);
    sheet.write(bold, 8.0, 60.0, top + 30.0, "Mailing address");
    let lines = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    kit::stack(sheet, face, 10.0, [160.0, top + 30.0], &lines);
    if rng.chance(0.6) {
        truth.fields.case_type = Some("N-400".into());
        sheet.write(bold, 8.0, 420.0, top + 12.0, "Case Type");
        sheet.write(face, 10.0, 480.0, top + 12.0, "N-400");
    }
    top + 88.0
}

/// Where and when; gives the bottom.
fn ceremony(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let place = rng.pick(&[
        [
            "UNITED STATES DISTRICT COURT",
            "COURTROOM 4, 2ND FLOOR",
            "NORFOLK VA 23510-1811",
        ],
        [
            "MEMORIAL HALL",
            "1 CIVIC CENTER PLAZA",
            "LAFAYETTE LA 70501-6904",
        ],
        [
            "CITY CONVENTION CENTER, HALL B",
            "777 RIVERFRONT WAY",
            "ERIE PA 16507-1402",
        ],
        [
            "USCIS FIELD OFFICE, ROOM 110",
            "5280 CORPORATE DRIVE",
            "ALBANY NY 12203-6112",
        ],
    ]);
    let wait = rng.between(14, 50);
    let day = world::workday(case.noticed.later(0, wait));
    let date = day.long();
    let time = world::clock(rng);
    truth.fields.appointment_date = Some(date.clone());
    truth.fields.appointment_time = Some(time.clone());
    let text = "You are hereby notified to appear for a Naturalization Oath Ceremony on:";
    let mut y = sheet.paragraph(face, 10.5, 54.0, top, 504.0, text) + 6.0;
    let weekday = world::day_name(&day);
    sheet.write(bold, 12.0, 96.0, y + 4.0, &format!("{weekday}, {date}"));
    y += 22.0;
    sheet.write(face, 10.0, 54.0, y, "at:");
    kit::stack(sheet, bold, 10.5, [96.0, y], &place);
    y += 46.0;
    let call = rng.pick(&[
        "Please report promptly at",
        "Doors open, and you must be there, at",
    ]);
    let end = sheet.write(face, 10.5, 54.0, y, call);
    sheet.write(bold, 10.5, end + 5.0, y, &time);
    y + 24.0
}

/// What to bring.
fn bring(rng: &mut Rng, sheet: &mut Sheet, family: Family, y: f32) {
    let face = Face::regular(family);
    sheet.write(
        face,
        10.5,
        54.0,
        y,
        "You must bring the following with you:",
    );
    let items = [
        "This letter, WITH ALL THE QUESTIONS ON THE OTHER SIDE ANSWERED IN INK OR TYPED.",
        "Your Permanent Resident Card. If it was lost or stolen, bring the police report.",
        "Reentry Permit or Refugee Travel Document, if you hold one.",
        "Any immigration documents you may have.",
        "Other: the certified court record we spoke of at your interview.",
    ];
    let mut y = y + 18.0;
    let extra = rng.below(2);
    for (place, item) in items.iter().take(4 + extra).enumerate() {
        let at = [66.0, y];
        let crossed = place != 2 || extra == 1;
        y = kit::tick(sheet, face, 10.0, at, 480.0, (crossed, item)) + 2.0;
    }
    let phone = world::phone(rng);
    let tail = format!(
        "Wear proper attire; no jeans, shorts or sandals. If you cannot come, return this notice \
         at once and say why; you will be given another day. Telephone {phone}."
    );
    kit::prose(sheet, face, 10.0, [54.0, y + 8.0], 504.0, &[&tail]);
}

/// The questions on the other side.
fn questions(rng: &mut Rng, family: Family, case: &Case) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let text = "In connection with your application, answer each question below. The questions \
                refer to the time since you were first interviewed. Sign and date the page, and \
                hand it in at the ceremony.";
    let mut y = sheet.paragraph(face, 10.0, 54.0, 60.0, 504.0, text) + 16.0;
    let items = [
        "Have you married, or been widowed, separated or divorced?",
        "Have you traveled outside the United States?",
        "Have you knowingly committed any crime, for which you have not been arrested?",
        "Have you been arrested, cited, charged, indicted or fined?",
        "Have you joined any organization, the Communist Party included?",
        "Have you claimed exemption from military service?",
        "Has your willingness to bear arms for the United States changed?",
        "Have you practiced polygamy, or been a prostitute, or been a habitual drunkard?",
    ];
    for (place, item) in items.iter().enumerate() {
        let mark = format!("{}.", place + 1);
        let next = kit::hang(&mut sheet, face, 10.0, [54.0, y], 390.0, (&mark, item));
        kit::tick(&mut sheet, face, 10.0, [470.0, y], 60.0, (false, "Yes"));
        kit::tick(&mut sheet, face, 10.0, [516.0, y], 60.0, (false, "No"));
        y = next + 12.0;
    }
    sheet.write(
        bold,
        9.0,
        54.0,
        y + 14.0,
        "I certify that each answer was made by me and is true.",
    );
    for (x, label) in [
        (54.0, "Signature"),
        (320.0, "Date"),
        (440.0, "City and State"),
    ] {
        sheet.rule(x, x + 110.0, y + 50.0, 0.5);
        sheet.write(face, 8.0, x, y + 60.0, label);
    }
    if rng.chance(0.6) {
        let stock = format!("Certificate stock no. {} (office use)", case::account(rng));
        sheet.write(face, 8.0, 54.0, y + 92.0, &stock);
    }
    kit::bars(
        &mut sheet,
        [54.0, 704.0],
        24.0,
        Symbology::Code39,
        &case.receipt,
    );
    foot(&mut sheet, family, "Page 2 of 2");
    sheet
}

/// The foot line.
fn foot(sheet: &mut Sheet, family: Family, page: &str) {
    sheet.write(
        Face::regular(family),
        8.0,
        54.0,
        746.0,
        "Form N-445 (Rev. 02/06/17)",
    );
    sheet.flush_right(Face::regular(family), 8.0, 558.0, 746.0, page);
}
