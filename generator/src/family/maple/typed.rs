//! An interview letter from an old typewriter system.
use super::common::*;
use super::labels::{self, Style};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// An interview letter of a field office: one fixed pitch, capitals, colons, no rules at all.
pub(super) fn typewriter(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Courier, Family::FreeMono, Family::LiberationMono]);
    let mut truth = NoticeTruth::default();
    let mut sheet = Sheet::letter(family);
    let pitch = rng.uniform(13.0, 14.5);
    let city = rng.pick(&[
        "PHILADELPHIA PA",
        "DES MOINES IA",
        "ATLANTA GA",
        "NORFOLK VA",
    ]);
    let zip = format!("{city} {}-{}", rng.digits(5), rng.digits(4));
    let head = [
        "U.S. DEPARTMENT OF HOMELAND SECURITY",
        "CITIZENSHIP AND IMMIGRATION SERVICES",
    ];
    for (row, line) in head
        .iter()
        .chain([&"FIELD OFFICE", &zip.as_str()])
        .enumerate()
    {
        sheet.centred(
            Face::regular(family),
            10.0,
            306.0,
            52.0 + 12.0 * row as f32,
            line,
        );
    }
    let title = rng.pick(&[
        "REQUEST FOR APPLICANT TO APPEAR FOR INITIAL INTERVIEW",
        "NOTICE OF INTERVIEW",
        "REQUEST FOR APPLICANT TO APPEAR FOR INTERVIEW",
    ]);
    truth.fields.notice_type = Some(title.into());
    sheet.centred(Face::bold(family), 10.5, 306.0, 118.0, title);
    let mut y = 142.0;
    let stop = rng.pick(&[240.0, 264.0, 288.0]);
    let ends = rng.chance(0.4);
    let rows = typed_facts(rng, case, &mut truth);
    for (label, value) in &rows {
        let face = Face::regular(family);
        let text = format!("{label}:");
        let size = fit(face, 10.0, &text, stop - 66.0);
        let x = if ends {
            stop - 6.0 - face.width(&text, size)
        } else {
            60.0
        };
        sheet.write(face, size, x, y, &text);
        labels::put(&mut sheet, face, 10.0, (stop + 6.0, y), 546.0 - stop, value);
        y += pitch;
    }
    y += pitch;
    for line in addressee(case, false, &case.filer.name()) {
        sheet.plain(10.0, 90.0, y, &line);
        y += 12.0;
    }
    typed_body(&mut sheet, rng, case, family, y + pitch, &zip, &mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// Labels and values of the typed letter.
fn typed_facts(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let receipt = receipt_text(rng, truth, &case.receipt);
    let alien = alien_text(rng, truth, &case.filer);
    let date = day(1, &case.noticed).to_uppercase();
    let name = case.filer.listed();
    let entry = |label: &str, value: &str| (label.to_string(), value.to_string());
    let mut rows = vec![
        entry("DATE OF NOTICE", &date),
        entry(
            rng.pick(&["A-NUMBER", "ALIEN REG. NO.", "FILE NUMBER"]),
            &alien,
        ),
        entry(
            rng.pick(&["RECEIPT NUMBER", "CASE ID", "APPLICATION NUMBER"]),
            &receipt,
        ),
        entry("CASE TYPE", case.form_code),
        entry(&filer_role(case).to_uppercase(), &name),
    ];
    let fate = fate(rng, case, 40, 15);
    if fate != Fate::Absent {
        let label = labels::own_short(rng, Style::Upper);
        let text = account_text(rng, case, truth, fate);
        rows.insert(rng.pick(&[1, 3, 5]), (label, text));
    }
    if rng.chance(0.5) {
        let phone = format!(
            "215-{}-{} EXT {}",
            rng.digits(3),
            rng.digits(4),
            rng.digits(2)
        );
        rows.push(("OFFICE TELEPHONE".to_string(), phone));
    }
    if rng.chance(0.4) {
        rows.push((labels::decoy(rng, Style::Upper), twelve(rng)));
    }
    if rng.chance(0.3) {
        rows.push(("SEVIS NO.".to_string(), format!("N{}", rng.digits(10))));
    }
    truth.fields.case_type = Some(case.form_code.into());
    truth.fields.notice_date = Some(date);
    note_people(truth, case, &name, None);
    rows
}

/// Place, date, time and the list of what to bring.
fn typed_body(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    top: f32,
    zip: &str,
    truth: &mut NoticeTruth,
) {
    let face = Face::regular(family);
    let date = day(1, &case.noticed.later(1, rng.between(1, 20))).to_uppercase();
    let time = rng.pick(&["08:15 AM", "09:30 AM", "01:00 PM"]);
    let intro = format!(
        "YOU ARE HEREBY NOTIFIED TO APPEAR FOR AN INTERVIEW ON YOUR {}.",
        case.title
    );
    let mut y = sheet.paragraph(face, 10.0, 60.0, top, 492.0, &intro) + 8.0;
    let street = format!(
        "{} CHESTNUT STREET ROOM {}",
        rng.between(100, 9900),
        rng.digits(3)
    );
    sheet.write(face, 10.0, 60.0, y, "PLEASE COME TO:");
    let texts = ["USCIS FIELD OFFICE", &street, zip];
    let low = lines(sheet, face, 10.0, (180.0, y), &texts);
    sheet.write(Face::bold(family), 10.0, 400.0, y, &format!("ON: {date}"));
    sheet.write(
        Face::bold(family),
        10.0,
        400.0,
        y + 12.0,
        &format!("AT: {time}"),
    );
    truth.fields.appointment_date = Some(date);
    truth.fields.appointment_time = Some(time.into());
    y = low + 10.0;
    let mut items = vec![
        "THIS LETTER AND A GOVERNMENT ISSUED PHOTOGRAPHIC IDENTIFICATION.",
        "YOUR PASSPORT, YOUR FORM I-94 AND ALL CARDS WITH YOUR USCIS NUMBER.",
        "ORIGINALS OF ALL CIVIL DOCUMENTS, WITH TRANSLATIONS.",
        "YOUR SPOUSE, IF YOUR CASE RESTS ON A MARRIAGE.",
        "FEDERAL TAX RETURNS OF THE LAST THREE YEARS.",
    ];
    if rng.chance(0.5) {
        items.push("ANY LETTER THAT SHOWS THE NUMBER OF YOUR USCIS ONLINE ACCOUNT.");
    }
    sheet.write(
        face,
        10.0,
        60.0,
        y,
        "YOU MUST BRING THE FOLLOWING ITEMS WITH YOU:",
    );
    for item in &items {
        y += 17.0;
        sheet.write(face, 10.0, 66.0, y, "( )");
        y = sheet.paragraph(face, 10.0, 96.0, y, 456.0, item) - 12.0;
    }
    sheet.write(
        face,
        9.0,
        60.0,
        752.0,
        &format!("{}   {}", case.receipt, "PAGE 1 OF 1"),
    );
}
