//! The request for evidence: a letter whose reference block has dot leaders; two pages.
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
    "USCIS Online Account",
    "Your USCIS Online Account Number",
    "Online Account No.",
    "USCIS Acct. No. (online filing)",
    "Online Account Number of Filer",
];

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 13);
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::FreeSerif]);
    let mut truth = common::begin("I-797E", case.form_code);
    let title = rng.pick(&[
        "Request for Evidence",
        "REQUEST FOR EVIDENCE",
        "Notice of Intent to Deny",
        "NOTICE OF INTENT TO DENY",
    ]);
    truth.fields.notice_type = Some(title.to_string());
    let plan = common::plan(rng, case, 0.5, 0.1);
    let mut first = Sheet::letter(family);
    let office = common::office(rng);
    letterhead(&mut first, rng, case, family, office, &mut truth);
    let y = reference(&mut first, rng, case, family, plan, &mut truth);
    let due = case
        .noticed
        .later(0, if title.starts_with('R') { 87 } else { 33 })
        .long();
    opening(&mut first, case, family, title, &due, y);
    truth.fields.response_due = Some(due);
    let second = items(rng, case, family, plan);
    Drawing {
        sheets: vec![first, second],
        truth,
    }
}

/// The agency, the office and the date line.
fn letterhead(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    office: [&str; 3],
    truth: &mut NoticeTruth,
) {
    let (face, italic) = (Face::regular(family), Face::italic(family));
    let left = rng.chance(0.4);
    let agency = [
        "U.S. Department of Homeland Security",
        "U.S. Citizenship and Immigration Services",
    ];
    for (i, line) in agency.iter().chain(office.iter()).enumerate() {
        let y = 46.0 + 11.0 * i as f32;
        let face = if i == 0 { italic } else { face };
        if left {
            sheet.write(face, 9.0, 60.0, y, line);
        } else {
            sheet.flush_right(face, 9.0, 552.0, y, line);
        }
    }
    let day = case.noticed.long();
    sheet.write(face, 11.0, 60.0, 112.0, &day);
    truth.fields.notice_date = Some(day);
    let block = common::addressee(rng, case);
    common::lines(sheet, face, 11.0, (60.0, 136.0), 13.0, &block);
}

/// The reference block with dot leaders; returns the next baseline.
fn reference(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    plan: Plan,
    truth: &mut NoticeTruth,
) -> f32 {
    let role = common::role(case);
    common::note_people(case, truth, false);
    let mut list = vec![
        (
            "Receipt Number".to_string(),
            common::receipt(rng, case, truth),
        ),
        (
            "Form".to_string(),
            format!("{}, {}", case.form_code, case.title),
        ),
        (role.to_string(), case.filer.name()),
    ];
    if case.is_petition {
        list.push(("Beneficiary".to_string(), case.beneficiary.name()));
    }
    let word = rng.pick(&["A-File", "A-Number", "Alien Registration No."]);
    list.push((
        word.to_string(),
        common::alien(rng, &case.beneficiary, truth),
    ));
    if let Some(value) = common::account(rng, case, plan, truth) {
        list.insert(rng.pick(&[1, 3, 4]), (rng.pick(LABELS).to_string(), value));
    } else if rng.chance(0.5) {
        let other = case::account(rng);
        truth.prints_representative_account(&other);
        list.push(("Attorney's USCIS Online Account Number".to_string(), other));
    }
    let dots = rng.pick(&[".", ".", " .", ":"]);
    let (tab, pitch) = (rng.uniform(248.0, 272.0), rng.uniform(13.5, 16.0));
    let mut y = 224.0;
    for (label, value) in list {
        leader(sheet, (family, dots), (y, tab), &label, &value);
        y += pitch;
    }
    y + 12.0
}

/// One line: caption, dots (or a colon), value.
fn leader(
    sheet: &mut Sheet,
    (family, dots): (Family, &str),
    (y, tab): (f32, f32),
    label: &str,
    value: &str,
) {
    let face = Face::regular(family);
    let end = common::fit(sheet, (face, 10.5), (60.0, y), 180.0, label);
    let room = (tab - 6.0 - end - 3.0) / face.width(dots, 10.5);
    if dots == ":" {
        sheet.write(face, 10.5, end, y, dots);
    } else {
        sheet.flush_right(
            face,
            10.5,
            tab - 6.0,
            y,
            &dots.repeat(room.max(0.0) as usize),
        );
    }
    common::fit(sheet, (face, 10.5), (tab, y), 552.0 - tab, value);
}

/// The title, the opening and the deadline.
fn opening(sheet: &mut Sheet, case: &Case, family: Family, title: &str, due: &str, top: f32) {
    let (face, bold) = (Face::regular(family), Face::bold(family));
    sheet.centred(bold, 13.0, 306.0, top, title);
    let texts = [
        format!("Dear {}:", case.filer.name()),
        format!(
            "U.S. Citizenship and Immigration Services has reviewed your Form {}. The record does \
             not yet show that you are eligible. Before we decide, you may send us the evidence \
             that is listed on the next page.",
            case.form_code
        ),
        "Submit all of the evidence at one time. If you send only a part of it, we will treat \
         that part as a request for a decision on the record (8 CFR 103.2(b)(11)). Documents in a \
         foreign language must come with a full English translation, certified by the translator."
            .to_string(),
    ];
    let mut y = top + 24.0;
    for text in texts {
        y = sheet.paragraph(face, 11.0, 60.0, y, 492.0, &text) + 8.0;
    }
    sheet.frame([60.0, y - 6.0, 552.0, y + 32.0], 0.8);
    sheet.centred(
        bold,
        10.5,
        306.0,
        y + 8.0,
        "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY",
    );
    sheet.centred(bold, 11.5, 306.0, y + 24.0, due);
    let text = "Place this letter on top of your response. If we do not hear from you by that \
                date, the case may be denied as abandoned.";
    sheet.paragraph(face, 11.0, 60.0, y + 52.0, 492.0, text);
    common::bars(
        sheet,
        Symbology::Code39,
        &case.receipt,
        [190.0, 712.0],
        24.0,
    );
    sheet.plain(8.0, 60.0, 756.0, "Form I-797E");
    sheet.flush_right(face, 8.0, 552.0, 756.0, "Page 1 of 2");
}

/// The second page: what to send.
fn items(rng: &mut Rng, case: &Case, family: Family, plan: Plan) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let face = Face::regular(family);
    sheet.write(face, 9.0, 60.0, 46.0, &case.receipt);
    sheet.flush_right(face, 9.0, 552.0, 46.0, "Page 2 of 2");
    sheet.rule(60.0, 552.0, 52.0, 0.5);
    let list = [
        "1.  A copy, front and back, of your Form I-94, Arrival/Departure Record, or a printout \
         of the electronic record. The number has 11 characters.",
        "2.  Tax transcripts for the last three years from the Internal Revenue Service.",
        "3.  A birth certificate with the names of both parents. If none is available, send a \
         statement of the civil authority and two affidavits.",
        "4.  Evidence of lawful entry, such as the passport page with the admission stamp.",
        "5.  Form I-693 in a sealed envelope, completed by a civil surgeon.",
    ];
    let mut y = 84.0;
    sheet.write(
        Face::bold(family),
        11.5,
        60.0,
        y - 8.0,
        "Evidence Requested",
    );
    y += 14.0;
    for text in &list[..rng.pick(&[3, 4, 5])] {
        y = sheet.paragraph(face, 11.0, 72.0, y, 480.0, text) + 7.0;
    }
    if rng.chance(0.6) {
        let text = format!(
            "If you use a courier, quote item {} so that the mail room can match the parcel; the \
             telephone of the mail room is 402-323-{}, extension {}.",
            common::twelve(rng),
            rng.digits(4),
            rng.digits(4)
        );
        y = sheet.paragraph(face, 11.0, 60.0, y + 4.0, 492.0, &text) + 8.0;
    }
    for text in prose::body(rng, 2, plan) {
        y = sheet.paragraph(face, 11.0, 60.0, y, 492.0, &text) + 8.0;
    }
    sheet.write(face, 11.0, 60.0, y + 10.0, "Sincerely,");
    sheet.write(face, 11.0, 60.0, y + 52.0, "Director");
    sheet.write(
        face,
        9.0,
        60.0,
        y + 64.0,
        &format!("Officer {}", rng.digits(4)),
    );
    common::bars(
        &mut sheet,
        Symbology::Code39,
        &case.receipt,
        [190.0, 712.0],
        24.0,
    );
    sheet.plain(8.0, 60.0, 756.0, "Form I-797E");
    sheet
}
