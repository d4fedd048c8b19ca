//! A biometrics appointment: rows of capitals, the center at the left, the time at the right.
use super::kit::{self, Look};
use super::matter;
use super::world::{self, Dated, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Forms that call for fingerprints.
const FORMS: [(&str, &str); 6] = [
    (
        "I-485",
        "APPLICATION TO REGISTER PERMANENT RESIDENCE OR ADJUST STATUS",
    ),
    ("N-400", "APPLICATION FOR NATURALIZATION"),
    ("I-765", "APPLICATION FOR EMPLOYMENT AUTHORIZATION"),
    ("I-90", "APPLICATION TO REPLACE PERMANENT RESIDENT CARD"),
    ("I-821", "APPLICATION FOR TEMPORARY PROTECTED STATUS"),
    ("I-539", "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS"),
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSansNarrow,
        Family::Helvetica,
        Family::DejaVuSansCondensed,
    ]);
    let mut truth = world::truth_of("I-797C");
    let mut sheet = Sheet::letter(family);
    let bold = Face::bold(family);
    sheet.write(
        Face::regular(family),
        7.5,
        36.0,
        34.0,
        "DEPARTMENT OF HOMELAND SECURITY",
    );
    let agency = "U.S. CITIZENSHIP AND IMMIGRATION SERVICES";
    sheet.write(Face::regular(family), 7.5, 36.0, 43.0, agency);
    sheet.flush_right(bold, 12.0, 576.0, 43.0, "Form I-797C, Notice of Action");
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.fill([36.0, 48.0, 576.0, 61.0], 0.9);
    sheet.centred(bold, 8.5, 306.0, 57.5, banner);
    let y = rows(rng, &mut sheet, family, case, &mut truth);
    let y = sending(rng, &mut sheet, family, case, y);
    let y = appointment(rng, &mut sheet, family, case, &mut truth, y);
    let y = bring(rng, &mut sheet, family, y + 16.0);
    stamps(rng, &mut sheet, family, y + 6.0);
    foot(rng, &mut sheet, family, case);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The title cell and two rows of labels over values; gives their bottom.
fn rows(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let look = Look::bold_labels(family, 6.0, 9.0);
    let kind = rng.pick(&[
        "ASC Appointment Notice",
        "Biometrics Appointment Notice",
        "Fingerprint Notification",
        "Rescheduled ASC Appointment Notice",
    ]);
    let dated = rng.pick(&[Dated::Numeric, Dated::Numeric, Dated::Military]);
    let noticed = dated.print(&case.noticed);
    let form = if case.is_petition {
        rng.pick(&FORMS)
    } else {
        (case.form_code, case.title)
    };
    let receipt = world::receipt(rng, &case.receipt, truth);
    truth.fields.notice_type = Some(kind.into());
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.case_type = Some(form.0.into());
    let one = |text: &str| vec![text.to_string()];
    let top = 64.0;
    sheet.frame([36.0, top, 252.0, top + 27.0], 0.6);
    kit::fit(
        sheet,
        Face::bold(family),
        12.0,
        [40.0, top + 17.0],
        206.0,
        kind,
    );
    let label = rng.pick(&[
        "APPLICATION NUMBER",
        "RECEIPT NUMBER",
        "APPLICATION/RECEIPT NO.",
    ]);
    kit::cell(
        sheet,
        &look,
        [252.0, top, 440.0, top + 27.0],
        label,
        &one(&receipt),
    );
    kit::cell(
        sheet,
        &look,
        [440.0, top, 576.0, top + 27.0],
        "NOTICE DATE",
        &one(&noticed),
    );
    let title = if rng.chance(0.6) {
        format!("{} - {}", form.0, form.1)
    } else {
        form.0.into()
    };
    let next = top + 27.0;
    kit::cell(
        sheet,
        &look,
        [36.0, next, 440.0, next + 27.0],
        "CASE TYPE",
        &one(&title),
    );
    let social = [36.0, next + 27.0, 140.0, next + 54.0];
    kit::cell(sheet, &look, social, "SOCIAL SECURITY NUMBER", &[]);
    let code = one(&rng.digits(1));
    kit::cell(
        sheet,
        &look,
        [440.0, next, 508.0, next + 27.0],
        "CODE",
        &code,
    );
    kit::cell(
        sheet,
        &look,
        [508.0, next, 576.0, next + 27.0],
        "PAGE",
        &one("1 of 1"),
    );
    numbers(rng, sheet, &look, case, truth, next + 27.0);
    next + 54.0
}

/// The row of the account number, the A-Number and the service center.
fn numbers(
    rng: &mut Rng,
    sheet: &mut Sheet,
    look: &Look,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) {
    let own = world::own(rng, 42, 36);
    let number = world::own_number(rng, own, case, truth);
    let label = rng.pick(&[
        "USCIS ACCOUNT NUMBER",
        "ACCOUNT NUMBER (USCIS ONLINE)",
        "USCIS ONLINE ACCOUNT #",
        "USCIS ONLINE ACCT NO",
    ]);
    let alien = world::alien(rng, &case.filer, truth);
    let name = rng.pick(&["USCIS A#", "A-NUMBER", "USCIS ALIEN NUMBER"]);
    let mut cells = vec![(name, alien)];
    if own != Own::Missing {
        let place = if rng.chance(0.7) { 0 } else { 1 };
        cells.insert(place, (label, number));
    }
    let width = 300.0 / cells.len() as f32;
    for (place, (label, value)) in cells.into_iter().enumerate() {
        let left = 140.0 + width * place as f32;
        kit::cell(
            sheet,
            look,
            [left, top, left + width, top + 27.0],
            label,
            &[value],
        );
    }
    let center = world::office(rng, &case.receipt).name.to_uppercase();
    let center = center
        .replace(" SERVICE CENTER", " SC")
        .replace(" BENEFITS CENTER", " BC");
    kit::cell(
        sheet,
        look,
        [440.0, top, 576.0, top + 27.0],
        "SERVICE CENTER",
        &[center],
    );
}

/// The addressee, under mailing bars; gives the bottom.
fn sending(rng: &mut Rng, sheet: &mut Sheet, family: Family, case: &Case, top: f32) -> f32 {
    let face = Face::regular(family);
    kit::mail_bars(rng, sheet, 56.0, top + 20.0);
    let lines = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    kit::stack(sheet, face, 10.0, [56.0, top + 40.0], &lines);
    let parcel = format!("{} {} {}", rng.digits(4), rng.digits(4), rng.digits(4));
    if rng.chance(0.5) {
        sheet.flush_right(
            face,
            7.0,
            576.0,
            top + 14.0,
            &format!("Mail piece {parcel}"),
        );
    }
    top + 80.0
}

/// Place and time of the appointment; gives the bottom.
fn appointment(
    rng: &mut Rng,
    sheet: &mut Sheet,
    family: Family,
    case: &Case,
    truth: &mut NoticeTruth,
    top: f32,
) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    let text = "To go on with your application, we must take your fingerprints, photograph and \
                signature. PLEASE APPEAR AT THE CENTER BELOW AT THE DATE AND TIME SHOWN. If you \
                do not come, we may treat the application as abandoned.";
    let y = sheet.paragraph(face, 9.0, 36.0, top + 8.0, 540.0, text) + 2.0;
    let height = 62.0;
    sheet.frame([36.0, y, 576.0, y + height], 1.2);
    let swapped = rng.chance(0.35);
    let middle = if swapped {
        rng.uniform(250.0, 280.0)
    } else {
        rng.uniform(300.0, 336.0)
    };
    let (place, left) = if swapped {
        (middle + 8.0, 44.0)
    } else {
        (44.0, middle + 8.0)
    };
    sheet.upright(middle, y, y + height, 0.6);
    sheet.write(bold, 8.0, place, y + 12.0, "APPLICATION SUPPORT CENTER");
    kit::stack(
        sheet,
        face,
        10.0,
        [place, y + 26.0],
        &world::support_center(rng),
    );
    let gap = rng.between(18, 40);
    let day = world::workday(case.noticed.later(0, gap));
    let date = day.numeric();
    let time = world::clock(rng);
    truth.fields.appointment_date = Some(date.clone());
    truth.fields.appointment_time = Some(time.clone());
    sheet.write(bold, 8.0, left, y + 12.0, "DATE AND TIME OF APPOINTMENT");
    match rng.chance(0.5) {
        true => {
            sheet.write(bold, 11.0, left, y + 30.0, &date);
            sheet.write(bold, 11.0, left, y + 45.0, &time);
        }
        false => {
            sheet.write(bold, 11.0, left, y + 34.0, &format!("{date}   {time}"));
        }
    }
    y + height
}

/// What to bring.
fn bring(rng: &mut Rng, sheet: &mut Sheet, family: Family, y: f32) -> f32 {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    sheet.write(bold, 9.0, 36.0, y, "WHEN YOU GO TO THE CENTER, BRING:");
    let mut y = y + 14.0;
    let card = rng.pick(&[
        "Photo identification, such as a passport, a driver license or a resident card.",
        "Your Form I-551, or a passport, or another document with your photograph.",
    ]);
    for item in [
        ("1.", "This notice, with its barcode unfolded."),
        ("2.", card),
    ] {
        y = kit::hang(sheet, face, 9.0, [48.0, y], 520.0, item);
    }
    let texts = matter::some(rng, matter::PRINTS, 3);
    kit::prose(sheet, face, 9.4, [36.0, y + 6.0], 540.0, &texts)
}

/// The boxes for the center's stamps.
fn stamps(rng: &mut Rng, sheet: &mut Sheet, family: Family, top: f32) {
    let face = Face::regular(family);
    sheet.frame([330.0, top, 576.0, top + 84.0], 0.8);
    sheet.centred(
        Face::bold(family),
        8.0,
        453.0,
        top + 12.0,
        "BIOMETRICS PROCESSING STAMP",
    );
    let lines = [
        "ASC SITE CODE:",
        "BIOMETRICS QA REVIEW BY:",
        "TEN PRINTS / RESUBMISSION:",
    ];
    for (place, line) in lines.iter().enumerate() {
        let y = top + 30.0 + place as f32 * 20.0;
        let end = sheet.write(face, 8.0, 338.0, y, line);
        sheet.rule(end + 4.0, 568.0, y + 1.0, 0.4);
    }
    let y = top + 12.0;
    let code = format!("Workstation log {}", case::account(rng));
    sheet.write(Face::bold(family), 8.0, 36.0, y, "FOR OFFICE USE");
    sheet.write(face, 8.0, 36.0, y + 14.0, &code);
    let y = top + 112.0;
    sheet.rule(36.0, 576.0, y - 16.0, 0.5);
    sheet.write(Face::bold(family), 9.0, 36.0, y, "REQUEST FOR RESCHEDULING");
    let text = "Please reschedule my appointment. I send this page back to the center and know \
                that a new notice will come by mail.";
    let y = kit::tick(sheet, face, 9.0, [36.0, y + 16.0], 540.0, (false, text));
    if rng.chance(0.5) {
        let text = "I have moved; my new address stands on a sheet that I add.";
        kit::tick(sheet, face, 9.0, [36.0, y + 2.0], 540.0, (false, text));
    }
}

/// Barcodes and form line.
fn foot(rng: &mut Rng, sheet: &mut Sheet, family: Family, case: &Case) {
    kit::bars(
        sheet,
        [36.0, 716.0],
        22.0,
        Symbology::Code128,
        &case.receipt,
    );
    sheet.write(Face::regular(family), 7.0, 36.0, 746.0, &case.receipt);
    if rng.chance(0.5) {
        kit::bars(
            sheet,
            [372.0, 716.0],
            22.0,
            Symbology::Code39,
            &case.receipt,
        );
    }
    let edition = "Form I-797C 04/01/19 Y";
    sheet.flush_right(Face::regular(family), 7.0, 576.0, 746.0, edition);
}
