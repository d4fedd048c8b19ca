//! Biometrics appointments with comb boxes.
use super::common::*;
use super::labels;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A row of small boxes, one character in each; empty where the text is.
struct Comb {
    /// How many boxes.
    boxes: usize,
    /// Width of one box.
    wide: f32,
    /// Boxes after which a wider gap comes.
    every: usize,
}

/// Draws label and boxes; gives the right edge.
fn comb(sheet: &mut Sheet, family: Family, at: (f32, f32), comb: &Comb, text: &str) -> f32 {
    let chars: Vec<char> = text.chars().collect();
    let mut x = at.0;
    for place in 0..comb.boxes {
        if place > 0 && comb.every > 0 && place % comb.every == 0 {
            x += 4.0;
        }
        sheet.frame([x, at.1, x + comb.wide, at.1 + 15.0], 0.5);
        if let Some(letter) = chars.get(place) {
            let centre = x + comb.wide / 2.0;
            sheet.centred(
                Face::regular(family),
                10.0,
                centre,
                at.1 + 11.2,
                &letter.to_string(),
            );
        }
        x += comb.wide;
    }
    x
}

/// A biometrics appointment; the numbers stand in comb boxes, one digit in each.
pub(super) fn comb_boxes(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::Helvetica,
        Family::LiberationMono,
    ]);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    sheet.bold(11.0, 40.0, 44.0, "ASC Appointment Notice");
    sheet.flush_right(
        Face::bold(family),
        9.0,
        572.0,
        44.0,
        "Form I-797C, Notice of Action",
    );
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    if accounts_exist(case) {
        sheet.centred(Face::bold(family), 8.0, 306.0, 58.0, banner);
    }
    comb_grid(&mut sheet, rng, case, family, &mut truth);
    let y = comb_numbers(&mut sheet, rng, case, family, &mut truth);
    let mut at = y + 34.0;
    for line in addressee(case, false, &case.filer.name()) {
        labels::put(
            &mut sheet,
            Face::regular(family),
            9.5,
            (60.0, at),
            240.0,
            &line,
        );
        at += 12.0;
    }
    let y = comb_place(&mut sheet, rng, case, family, at + 14.0, &mut truth);
    let texts: Vec<String> = [
        "To process your application, USCIS must capture your biometrics. Please appear at the \
         Application Support Center named above at the date and time specified. If you fail to \
         appear, your application will be considered abandoned and denied.",
        "You must bring this letter and photo identification. If you wish to reschedule, call \
         1-800-375-5283 (TTY 1-800-767-1833). Cell phones must be turned off.",
    ]
    .iter()
    .map(|text| text.to_string())
    .collect();
    let y = prose(
        &mut sheet,
        Face::regular(family),
        9.0,
        (40.0, y + 22.0),
        532.0,
        &texts,
    );
    sheet.frame([400.0, y + 4.0, 572.0, y + 72.0], 0.7);
    sheet.plain(6.5, 404.0, y + 13.0, "BIOMETRICS PROCESSING STAMP");
    for (row, word) in [
        "ASC SITE CODE",
        "BIOMETRICS QA REVIEW BY",
        "TENPRINTS QA REVIEW BY",
    ]
    .iter()
    .enumerate()
    {
        let base = y + 28.0 + 17.0 * row as f32;
        sheet.plain(6.5, 404.0, base, word);
        sheet.rule(500.0, 566.0, base + 1.0, 0.4);
    }
    bar(&mut sheet, rng, (40.0, y + 12.0), 28.0, &case.receipt);
    sheet.plain(7.0, 40.0, 762.0, "Form I-797C 07/11/14 Y");
    let mut sheets = vec![sheet];
    super::back::maybe(&mut sheets, rng, family, 0.25);
    Drawing { sheets, truth }
}

/// The three cells at the top.
fn comb_grid(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    truth: &mut NoticeTruth,
) {
    let hand = labels::Hand {
        family,
        small: 6.5,
        large: 9.0,
        bold_labels: false,
    };
    let receipt = receipt_text(rng, truth, &case.receipt);
    let noticed = day(0, &case.noticed);
    let kind = format!("{} - {}", case.form_code, case.title);
    labels::cell(
        sheet,
        hand,
        [40.0, 66.0, 180.0, 90.0],
        "APPLICATION NUMBER",
        &[&receipt],
    );
    labels::cell(
        sheet,
        hand,
        [180.0, 66.0, 260.0, 90.0],
        "NOTICE DATE",
        &[&noticed],
    );
    labels::cell(
        sheet,
        hand,
        [260.0, 66.0, 520.0, 90.0],
        "CASE TYPE",
        &[&kind],
    );
    labels::cell(
        sheet,
        hand,
        [520.0, 66.0, 572.0, 90.0],
        "CODE",
        &[rng.pick(&["1", "2", "3"])],
    );
    truth.fields.notice_type = Some("ASC Appointment Notice".into());
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.notice_date = Some(noticed);
}

/// The combs: account, A-Number, social security number; gives the lowest edge.
fn comb_numbers(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    truth: &mut NoticeTruth,
) -> f32 {
    let fate = fate(rng, case, 44, 24);
    let face = Face::regular(family);
    let wide = rng.uniform(12.0, 16.5);
    let account = Comb {
        boxes: 12,
        wide,
        every: rng.pick(&[0, 4, 0]),
    };
    let nine = Comb {
        boxes: 9,
        wide,
        every: 0,
    };
    let mut y = 98.0;
    let mut second = (320.0, y);
    if fate == Fate::Absent {
        second = (40.0, y);
    } else {
        let label = rng.pick(&[
            "ACCOUNT NUMBER",
            "USCIS ONLINE ACCOUNT NUMBER",
            "USCIS Online Account Number (if any)",
            "USCIS ACCOUNT NUMBER",
            "APPLICANT ONLINE ACCT. NO.",
        ]);
        sheet.write(face, 6.5, 40.0, y + 8.0, label);
        match fate {
            Fate::Shown => truth.prints_account(&case.account),
            _ => truth.account_cell = AccountCell::Blank,
        }
        let text = if fate == Fate::Shown {
            case.account.as_str()
        } else {
            ""
        };
        comb(sheet, family, (40.0, y + 11.0), &account, text);
        if rng.chance(0.4) {
            y += 34.0;
            second = (40.0, y);
        }
    }
    sheet.write(face, 6.5, second.0, second.1 + 8.0, "USCIS A#");
    sheet.write(face, 10.0, second.0, second.1 + 22.0, "A");
    let shown = rng.chance(0.8);
    let mut digits = String::new();
    if shown {
        truth.prints_a_number(&case.filer.a_number);
        digits = format!("{:0>9}", case.filer.a_number);
    }
    comb(
        sheet,
        family,
        (second.0 + 12.0, second.1 + 11.0),
        &nine,
        &digits,
    );
    y += 34.0;
    sheet.write(face, 6.5, 40.0, y + 8.0, "SOCIAL SECURITY NUMBER");
    let ssn = if rng.chance(0.5) {
        rng.digits(9)
    } else {
        String::new()
    };
    comb(sheet, family, (40.0, y + 11.0), &nine, &ssn);
    sheet.write(face, 6.5, 306.0, y + 8.0, "PAGE");
    sheet.write(face, 9.0, 306.0, y + 20.0, "1 of 1");
    y + 26.0
}

/// The support center at the left, date and time at the right; gives the lowest edge.
fn comb_place(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let face = Face::regular(family);
    let date = day(0, &case.noticed.later(0, rng.between(12, 27)));
    let time = rng.pick(&["8:00AM", "10:00AM", "11:00 AM", "1:00PM", "2:00 PM"]);
    sheet.frame([40.0, top, 572.0, top + 62.0], 0.8);
    sheet.upright(320.0, top, top + 62.0, 0.5);
    sheet.write(face, 6.5, 44.0, top + 9.0, "APPLICATION SUPPORT CENTER");
    let street = format!(
        "{} Commerce Park Drive, Suite {}",
        rng.digits(4),
        rng.digits(3)
    );
    let city = format!(
        "{} {}-{}",
        rng.pick(&[
            "Alexandria, VA",
            "Philadelphia, PA",
            "Des Moines, IA",
            "Santa Ana, CA"
        ]),
        rng.digits(5),
        rng.digits(4)
    );
    lines(
        sheet,
        face,
        9.5,
        (44.0, top + 22.0),
        &["USCIS ASC", &street, &city],
    );
    sheet.write(face, 6.5, 324.0, top + 9.0, "DATE AND TIME OF APPOINTMENT");
    sheet.write(Face::bold(family), 12.0, 324.0, top + 27.0, &date);
    sheet.write(Face::bold(family), 12.0, 324.0, top + 45.0, time);
    truth.fields.appointment_date = Some(date);
    truth.fields.appointment_time = Some(time.into());
    top + 62.0
}
