//! An appointment at a support center, with boxes for single characters.
use super::kit::{At, Leaf};
use super::words::{self, Own};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// Draws the appointment notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::Helvetica,
        Family::LiberationMono,
    ]);
    let mut leaf = Leaf::new(family);
    let mut truth = words::truth("I-797C", case);
    let step = rng.uniform(12.0, 13.5);
    head(&mut leaf, rng, &mut truth);
    combs(&mut leaf, rng, case, &mut truth, step);
    let top = 236.0;
    window(&mut leaf, rng, case, &mut truth, top);
    appointment(&mut leaf, rng, case, &mut truth);
    bring(&mut leaf, rng);
    foot(&mut leaf, case);
    Drawing {
        sheets: vec![leaf.sheet],
        truth,
    }
}

/// The agency and the title.
fn head(leaf: &mut Leaf, rng: &mut Rng, truth: &mut NoticeTruth) {
    let kind = rng.pick(&[
        "ASC Appointment Notice",
        "Biometric Services Appointment Notice",
    ]);
    truth.fields.notice_type = Some(kind.into());
    leaf.mid(false, 8.0, (306.0, 34.0), "DEPARTMENT OF HOMELAND SECURITY");
    leaf.mid(
        true,
        10.0,
        (306.0, 46.0),
        "U.S. Citizenship and Immigration Services",
    );
    leaf.sheet.bold(13.0, 36.0, 68.0, kind);
    leaf.right(false, 8.5, (576.0, 68.0), "Form I-797C, Notice of Action");
    leaf.sheet.rule(36.0, 576.0, 74.0, 1.5);
}

/// Caption over a row of boxes.
fn boxed(leaf: &mut Leaf, at: At, step: f32, count: usize, field: (&str, &str)) {
    leaf.put(false, 6.3, (at.0, at.1 - 3.0), step * count as f32, field.0);
    leaf.comb(at, step, count, field.1);
}

/// The rows of boxes: receipt number, account number, A-Number, date, code.
fn combs(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, step: f32) {
    let label = rng.pick(&[
        "APPLICATION NUMBER",
        "RECEIPT NUMBER",
        "APPLICATION/RECEIPT NO.",
    ]);
    boxed(leaf, (36.0, 92.0), step, 13, (label, &case.receipt));
    let noticed = case.noticed.numeric();
    boxed(leaf, (446.0, 92.0), 12.5, 10, ("NOTICE DATE", &noticed));
    truth.fields.notice_date = Some(noticed);
    leaf.put(false, 6.3, (230.0, 89.0), 180.0, "CASE TYPE");
    let kind = words::kind(case);
    leaf.strong(7.5, (230.0, 100.0), 205.0, &kind);
    let own = words::own(rng, case, truth, (0.46, 0.34));
    let x = account(leaf, rng, case, own, step);
    let alien = format!("{:0>9}", case.filer.a_number);
    truth.prints_a_number(&case.filer.a_number);
    let label = rng.pick(&["USCIS A#", "ALIEN REG. NO.", "A-NUMBER"]);
    boxed(leaf, (x, 128.0), step, 9, (label, &alien));
    let x = x + step * 9.0 + 20.0;
    boxed(
        leaf,
        (x, 128.0),
        12.5,
        1,
        ("CODE", rng.pick(&["1", "2", "3"])),
    );
    let born = case.filer.born.numeric();
    boxed(leaf, (36.0, 164.0), 12.5, 10, ("DATE OF BIRTH", &born));
    let social = rng.pick(&["", "XXX-XX-0000"]);
    boxed(
        leaf,
        (186.0, 164.0),
        12.5,
        11,
        ("SOCIAL SECURITY NUMBER", social),
    );
    let batch = rng.digits(12);
    if rng.chance(0.6) {
        boxed(
            leaf,
            (350.0, 164.0),
            12.5,
            12,
            ("MAIL PRESORT BATCH", &batch),
        );
    }
}

/// The row for the account number; returns where the next row may begin.
fn account(leaf: &mut Leaf, rng: &mut Rng, case: &Case, own: Own, step: f32) -> f32 {
    if own == Own::Absent {
        return 36.0;
    }
    let label = rng.pick(&[
        "ACCOUNT NUMBER",
        "USCIS ACCOUNT NUMBER",
        "USCIS ONLINE ACCOUNT NO.",
        "APPLICANT'S ONLINE ACCOUNT NUMBER",
        "ACCOUNT NUMBER (USCIS ONLINE)",
    ]);
    let value = if own == Own::Filled {
        case.account.as_str()
    } else {
        ""
    };
    boxed(leaf, (36.0, 128.0), step, 12, (label, value));
    36.0 + step * 12.0 + 26.0
}

/// The address in the window and the stamp box beside it.
fn window(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, top: f32) {
    leaf.mail_bars(rng, (62.0, top - 16.0));
    let lines = words::addressee(case, false);
    let name = case.filer.listed();
    words::note_filer(truth, case, &name);
    leaf.sheet
        .plain(6.3, 36.0, 197.0, &words::role(case).to_uppercase());
    leaf.put(true, 9.0, (92.0, 197.0), 250.0, &name);
    leaf.lines(9.5, (62.0, top), 11.5, &lines);
    leaf.sheet
        .frame([360.0, top - 22.0, 576.0, top + 56.0], 0.8);
    leaf.mid(
        false,
        6.5,
        (468.0, top - 13.0),
        "OFFICIAL USE ONLY: STAMP AND INITIALS",
    );
    leaf.sheet.plain(
        6.5,
        366.0,
        top + 50.0,
        "QC REVIEW BY: ________________  ON: ____________",
    );
}

/// Place, day and time in a heavy box.
fn appointment(leaf: &mut Leaf, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) {
    let day = case.noticed.later(0, rng.between(12, 27)).numeric();
    let time = rng.pick(&["8:00 AM", "9:00 AM", "11:00 AM", "1:00 PM", "2:00 PM"]);
    leaf.sheet.frame([36.0, 300.0, 576.0, 384.0], 1.6);
    leaf.sheet
        .plain(6.5, 44.0, 311.0, "APPLICATION SUPPORT CENTER");
    let place = rng.pick(&[
        [
            "USCIS PHILADELPHIA",
            "10300 DRUMMOND ROAD, SUITE 100",
            "PHILADELPHIA PA 19154-3804",
        ],
        [
            "USCIS NORCROSS",
            "1255 COLLIER ROAD NW",
            "ATLANTA GA 30318-7307",
        ],
        [
            "USCIS ALEXANDRIA",
            "8850 RICHMOND HIGHWAY, SUITE 100",
            "ALEXANDRIA VA 22309-1586",
        ],
        ["USCIS OMAHA", "1717 AVENUE H", "OMAHA NE 68110-2752"],
    ]);
    leaf.lines(9.5, (44.0, 325.0), 12.0, &place);
    leaf.sheet.upright(330.0, 300.0, 384.0, 0.8);
    leaf.sheet
        .plain(6.5, 338.0, 311.0, "DATE AND TIME OF APPOINTMENT");
    leaf.sheet.bold(15.0, 338.0, 334.0, &day);
    leaf.sheet.bold(15.0, 338.0, 354.0, time);
    leaf.sheet.plain(
        7.0,
        338.0,
        374.0,
        &format!("Station {}   Group {}", rng.below(9) + 1, 3),
    );
    truth.fields.appointment_date = Some(day);
    truth.fields.appointment_time = Some(time.into());
}

/// What to bring, and the reasons for a new appointment.
fn bring(leaf: &mut Leaf, rng: &mut Rng) {
    let y = leaf.para(
        9.0,
        (36.0, 404.0),
        540.0,
        "To process your case, USCIS must take your biometrics. Please come to the center named \
         above at the day and hour shown. If you do not come, your case will be held to be \
         abandoned.",
    );
    leaf.sheet.bold(9.0, 36.0, y + 8.0, "BRING WITH YOU");
    let mut y = y + 22.0;
    for text in [
        "This appointment notice",
        "A photo identification: passport, driver's license \
         or Permanent Resident Card",
        "Any other appointment notice that you have received",
    ] {
        y = leaf.tick(9.0, (36.0, y), 500.0, false, text);
    }
    leaf.sheet
        .bold(9.0, 36.0, y + 8.0, "REQUEST FOR RESCHEDULING");
    let ticked = rng.chance(0.1);
    y = leaf.tick(
        9.0,
        (36.0, y + 22.0),
        500.0,
        ticked,
        "I cannot come. Please send another day.",
    );
    let text = rng.pick(&[
        "Those who applied online can ask for another day in their USCIS online account; no \
         account number is needed for that.",
        "Or call 1-800-375-5283 (TTY 800-767-1833) before the hour of the appointment.",
    ]);
    leaf.para(9.0, (36.0, y + 4.0), 540.0, text);
}

/// Two rows of bars and the foot line.
fn foot(leaf: &mut Leaf, case: &Case) {
    leaf.bars(Symbology::Code128, (36.0, 668.0), 0.95, 30.0, &case.receipt);
    leaf.sheet.plain(8.0, 60.0, 708.0, &case.receipt);
    leaf.bars(Symbology::Code39, (330.0, 668.0), 0.8, 30.0, &case.receipt);
    leaf.sheet.rule(36.0, 576.0, 740.0, 0.5);
    let edition = words::edition(case);
    leaf.sheet
        .plain(7.5, 36.0, 750.0, &format!("Form I-797C {edition} Y"));
    leaf.right(false, 7.5, (576.0, 750.0), "PAGE 1 of 1");
}
