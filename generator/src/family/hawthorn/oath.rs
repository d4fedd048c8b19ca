//! A call to the oath, set like an invitation: values on ruled lines, captions beneath.
use super::ink::{squeeze, tick};
use super::words::{self, Own};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Places of the ceremony.
const PLACES: &[[&str; 3]] = &[
    [
        "The Old Courthouse, Great Hall",
        "11 North Fourth Street",
        "Saint Louis MO 63102-1810",
    ],
    [
        "Paramount Theatre",
        "2025 Broadway",
        "Oakland CA 94612-2303",
    ],
    [
        "Albert V. Bryan Courthouse",
        "401 Courthouse Square",
        "Alexandria VA 22314-5704",
    ],
    [
        "Iowa Events Center, Hall B",
        "730 Third Street",
        "Des Moines IA 50309-1102",
    ],
];

/// Captions of the own account.
const CAPTIONS: &[&str] = &[
    "(candidate's own USCIS online account)",
    "(USCIS online account, yours)",
    "(number of your account on the USCIS web site)",
    "(USCIS On-Line Account No.)",
];

/// A field on a ruled line: value, caption, and the edges of the line.
struct Line<'a> {
    value: &'a str,
    caption: &'a str,
    left: f32,
    right: f32,
}

/// The pages.
pub(super) fn oath(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::FreeSerif, Family::DejaVuSerif]);
    let mut sheet = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    if rng.chance(0.6) {
        sheet.frame([26.0, 24.0, 586.0, 768.0], 2.0);
        sheet.frame([30.0, 28.0, 582.0, 764.0], 0.5);
    }
    head(&mut sheet, rng, &mut truth, family);
    let own = Own::draw(rng, case, &mut truth, 0.45, 0.18);
    let (own, aside) = own.split(rng, 0.25);
    let y = lines(&mut sheet, rng, case, &mut truth, family, &own);
    let y = ceremony(&mut sheet, rng, case, &mut truth, family, y);
    let y = questions(&mut sheet, rng, &mut truth, family, y);
    if let Some(number) = aside {
        let says = format!("The candidate's own account with USCIS online: {number}");
        sheet.centred(Face::regular(family), 8.5, 306.0, y, &says);
    }
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The head.
fn head(sheet: &mut Sheet, rng: &mut Rng, truth: &mut NoticeTruth, family: Family) {
    sheet.centred(
        Face::regular(family),
        9.5,
        306.0,
        54.0,
        "Department of Homeland Security",
    );
    let agency = "U.S. Citizenship and Immigration Services";
    sheet.centred(Face::regular(family), 9.5, 306.0, 66.0, agency);
    let title = rng.pick(&[
        "Notice of Naturalization Oath Ceremony",
        "You Are Called to Take the Oath of Allegiance",
        "Naturalization Oath Ceremony",
    ]);
    truth.fields.notice_type = Some(title.into());
    sheet.centred(Face::bold(family), 16.0, 306.0, 92.0, title);
    sheet.centred(Face::italic(family), 9.0, 306.0, 105.0, "Form N-445");
}

/// Draws a field with its caption under the line.
fn field(sheet: &mut Sheet, family: Family, y: f32, line: &Line) {
    let face = Face::regular(family);
    let (middle, room) = ((line.left + line.right) / 2.0, line.right - line.left - 4.0);
    let size = super::ink::fitting(face, 11.0, room, line.value);
    sheet.centred(face, size, middle, y - 3.0, line.value);
    sheet.rule(line.left, line.right, y, 0.5);
    let size = super::ink::fitting(Face::italic(family), 7.5, room, line.caption);
    sheet.centred(Face::italic(family), size, middle, y + 8.5, line.caption);
}

/// The numbers and the address; returns where they end.
fn lines(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    family: Family,
    own: &Own,
) -> f32 {
    truth.fields.applicant = Some(case.filer.name());
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.case_type = Some("N-400".into());
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&case.filer.a_number);
    let (alien, date) = (words::alien(rng, &case.filer.a_number), case.noticed.long());
    let receipt = words::receipt(rng, &case.receipt);
    let id = rng.pick(&[
        "(Application ID, Form N-400)",
        "(receipt number of your N-400)",
    ]);
    let step = rng.uniform(32.0, 38.0);
    let mut fields = vec![
        (alien.as_str(), "(A-Number)"),
        (receipt.as_str(), id),
        (date.as_str(), "(date of this notice)"),
    ];
    if let Some(text) = own.cell() {
        let at = rng.below(fields.len() + 1);
        fields.insert(at, (text, rng.pick(CAPTIONS)));
    }
    let parcel = words::reference(rng);
    if fields.len() == 3 && rng.chance(0.7) {
        fields.push((
            &parcel,
            rng.pick(&["(certificate stock, lot)", "(courier waybill)"]),
        ));
    }
    let mut y = 118.0;
    for pair in fields.chunks(2) {
        y += step;
        for (side, (value, caption)) in pair.iter().enumerate() {
            let left = 62.0 + 252.0 * side as f32;
            field(
                sheet,
                family,
                y,
                &Line {
                    value,
                    caption,
                    left,
                    right: left + 236.0,
                },
            );
        }
    }
    let name = case.filer.name();
    let home = format!("{}, {}", case.address[0], case.address[1]);
    for (value, caption) in [(&name, "(candidate)"), (&home, "(residence)")] {
        y += step;
        field(
            sheet,
            family,
            y,
            &Line {
                value,
                caption,
                left: 62.0,
                right: 550.0,
            },
        );
    }
    y + 12.0
}

/// Place, day and hour; returns where they end.
fn ceremony(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    family: Family,
    y: f32,
) -> f32 {
    let face = Face::regular(family);
    let day = case.noticed.later(0, rng.between(15, 50)).long();
    let hour = rng.pick(&["9:00 AM", "10:30 AM", "1:00 PM"]);
    truth.fields.appointment_date = Some(day.clone());
    truth.fields.appointment_time = Some(hour.into());
    let call = "You are asked to be present, dressed for the occasion, at";
    sheet.centred(face, 10.5, 306.0, y + 18.0, call);
    for (step, text) in rng.pick(PLACES).iter().enumerate() {
        sheet.centred(
            Face::bold(family),
            11.5,
            306.0,
            y + 36.0 + 14.0 * step as f32,
            text,
        );
    }
    sheet.centred(face, 11.5, 306.0, y + 84.0, &format!("on {day} at {hour}"));
    y + 100.0
}

/// The questions for the day of the ceremony, and a trap.
fn questions(
    sheet: &mut Sheet,
    rng: &mut Rng,
    truth: &mut NoticeTruth,
    family: Family,
    y: f32,
) -> f32 {
    let face = Face::regular(family);
    sheet.bold(
        10.0,
        62.0,
        y + 8.0,
        "Answer on the day, not before. Since your interview, have you",
    );
    let mut y = y + 26.0;
    for text in [
        "married, or been widowed, separated or divorced?",
        "been outside the United States?",
        "been arrested, cited or charged, for whatever cause?",
        "joined any party or society not named on your form?",
    ] {
        y = tick(sheet, face, 10.0, [72.0, y], 470.0, false, text);
    }
    y += 8.0;
    let mut texts = vec![String::from(
        "Bring your green card, even if it has run out, and every \
        travel paper that we ever gave you.",
    )];
    texts.push(words::trap(rng));
    let count = rng.between(1, 3) as usize;
    texts.extend(words::general(rng, count));
    if rng.chance(0.3) {
        let number = words::representative(rng, truth);
        texts.push(format!(
            "Copy to counsel (attorney's USCIS online account {number})."
        ));
    }
    let y = super::ink::prose(sheet, face, 9.5, [62.0, y], 488.0, &texts);
    sheet.rule(62.0, 290.0, y + 30.0, 0.5);
    squeeze(
        sheet,
        Face::italic(family),
        7.5,
        [62.0, y + 39.0],
        228.0,
        "(sign here, full name)",
    );
    sheet.rule(322.0, 550.0, y + 30.0, 0.5);
    squeeze(
        sheet,
        Face::italic(family),
        7.5,
        [322.0, y + 39.0],
        228.0,
        "(day, and city)",
    );
    y + 64.0
}
