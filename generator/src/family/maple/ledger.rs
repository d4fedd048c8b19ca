//! The I-797B on security paper: a ledger with right-aligned labels and a footnote.
use super::common::*;
use super::labels::{self, Style};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// One line of the ledger: label and value.
type Entry = (String, String);

/// Labels end at a gutter, values begin behind it; grey bands and microprint lie under them.
pub(super) fn security_b(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::DejaVuSansCondensed,
        Family::FreeSans,
    ]);
    let mut truth = NoticeTruth {
        form: "I-797B".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let employer = company(rng);
    head(&mut sheet, rng, family);
    let mut entries = case_entries(rng, case, &employer, &mut truth);
    let fate = fate(rng, case, 46, 14);
    let mark = rng.pick(&["*", "(1)", "(a)"]);
    if fate != Fate::Absent {
        let label = labels::own(rng, "Petitioner", Style::Title);
        let text = account_text(rng, case, &mut truth, fate);
        let place = rng.pick(&[1, 2, entries.len()]);
        entries.insert(place, (format!("{label} {mark}"), text));
    }
    entries.extend(trap_entries(rng, case, &mut truth));
    let pitch = rng.uniform(15.0, 17.5);
    let gutter = rng.uniform(222.0, 250.0);
    let mut y = 118.0;
    for (number, (label, value)) in entries.iter().enumerate() {
        if number % 2 == 0 {
            sheet.fill([36.0, y - pitch * 0.7, 576.0, y + pitch * 0.3], 0.93);
        }
        let face = Face::italic(family);
        let size = fit(face, 8.5, label, gutter - 40.0);
        sheet.flush_right(face, size, gutter, y, label);
        labels::put(
            &mut sheet,
            Face::bold(family),
            9.5,
            (gutter + 8.0, y),
            565.0 - gutter,
            value,
        );
        y += pitch;
    }
    sheet.upright(gutter + 4.0, 118.0 - pitch * 0.7, y - pitch * 0.7, 0.5);
    body(
        &mut sheet,
        rng,
        case,
        &employer,
        y + 20.0,
        (fate != Fate::Absent).then_some(mark),
    );
    let mut sheets = vec![sheet];
    super::back::maybe(&mut sheets, rng, family, 0.4);
    Drawing { sheets, truth }
}

/// Banner and microprint.
fn head(sheet: &mut Sheet, rng: &mut Rng, family: Family) {
    microprint(sheet, family, 28.0, "THE UNITED STATES OF AMERICA");
    sheet.centred(
        Face::bold(family),
        15.0,
        306.0,
        50.0,
        "THE UNITED STATES OF AMERICA",
    );
    sheet.rule(36.0, 576.0, 57.0, 1.5);
    microprint(
        sheet,
        family,
        61.5,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    let agency = rng.pick(&["U.S. Citizenship and Immigration Services", "USCIS"]);
    sheet.plain(9.0, 36.0, 78.0, agency);
    sheet.flush_right(
        Face::bold(family),
        10.0,
        576.0,
        78.0,
        "Form I-797B  |  NOTICE OF ACTION",
    );
    sheet.rule(36.0, 576.0, 86.0, 0.4);
    microprint(sheet, family, 750.0, "U.S. DEPARTMENT OF HOMELAND SECURITY");
}

/// What the notice says of the case.
fn case_entries(rng: &mut Rng, case: &Case, employer: &str, truth: &mut NoticeTruth) -> Vec<Entry> {
    let way = rng.below(3);
    let receipt = receipt_text(rng, truth, &case.receipt);
    let (section, note) = rng.pick(&[
        (
            "203(b)(2) INA",
            "Mem of Profession w/Adv Deg, or Exceptional Ability",
        ),
        ("203(b)(3)(A)(i) INA", "Skilled Worker"),
        ("203(b)(1)(C) INA", "Multinational Executive or Manager"),
    ]);
    let section = format!("{note}, Sec. {section}");
    let place = rng.pick(&["NATIONAL VISA CENTER", "NONE", "MUMBAI", "GUANGZHOU"]);
    let fields = &mut truth.fields;
    fields.notice_type = Some("Approval Notice".into());
    fields.case_type = Some("I-140".into());
    fields.notice_date = Some(day(way, &case.noticed));
    fields.received_date = Some(day(way, &case.received));
    fields.priority_date = Some(day(way, &case.priority));
    fields.petitioner = Some(employer.into());
    fields.beneficiary = Some(case.beneficiary.listed());
    fields.section = Some(section.clone());
    fields.consulate = Some(place.into());
    let entry = |label: &str, value: String| (label.to_string(), value);
    let mut entries = vec![
        entry(
            rng.pick(&["Receipt Number", "Receipt #", "Receipt No."]),
            receipt,
        ),
        entry(
            "Case Type",
            "I-140, IMMIGRANT PETITION FOR ALIEN WORKERS".into(),
        ),
        entry("Notice Type", "Approval Notice".into()),
        entry("Received Date", day(way, &case.received)),
        entry("Priority Date", day(way, &case.priority)),
        entry("Notice Date", day(way, &case.noticed)),
        entry("Petitioner", employer.into()),
        entry("Beneficiary", case.beneficiary.listed()),
        entry("Section", section),
        entry("Consulate", place.into()),
    ];
    if rng.chance(0.6) {
        let number = alien_text(rng, truth, &case.beneficiary);
        entries.insert(8, entry("Beneficiary's A-Number", number));
    }
    entries
}

/// Numbers that look like the three and are not.
fn trap_entries(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Entry> {
    let mut entries = Vec::new();
    if rng.chance(0.6) {
        let number = format!("A-{}-{}-{}", rng.digits(3), rng.digits(5), rng.digits(6));
        entries.push(("ETA Case Number".to_string(), number));
    }
    if rng.chance(0.4) {
        let number = format!("{}-{}", rng.digits(2), rng.digits(7));
        entries.push(("Petitioner's FEIN".to_string(), number));
    }
    if rng.chance(0.4) {
        let post = rng.pick(&["GUZ", "BMB", "MNL", "CDJ"]);
        let number = format!("{post}{}{}", case.noticed.year, rng.digits(6));
        entries.push(("NVC Case Number".to_string(), number));
    }
    if rng.chance(0.45) {
        entries.push((labels::decoy(rng, Style::Title), twelve(rng)));
    }
    if rng.chance(0.3) && accounts_exist(case) {
        let number = twelve(rng);
        truth.prints_representative_account(&number);
        entries.push((labels::attorney(rng, Style::Title), number));
    }
    entries
}

/// Address, body, footnote, office and barcode.
fn body(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    employer: &str,
    top: f32,
    mark: Option<&str>,
) {
    let face = sheet_face(rng);
    let mut y = top;
    for line in addressee(case, rng.chance(0.6), employer) {
        labels::put(sheet, face, 9.0, (60.0, y), 240.0, &line);
        y += 11.0;
    }
    bar(sheet, rng, (360.0, top - 4.0), 24.0, &case.receipt);
    let text = [
        "This petition has been approved. We sent the original visa petition to the office named \
         above, which will communicate with the beneficiary about the steps that remain. The \
         approval of this petition does not in itself grant any immigration status.",
        "Keep this notice. If the person for whom you filed moves, or if you withdraw the offer \
         of employment, tell us in writing and quote the receipt number above.",
    ];
    let texts: Vec<String> = text.iter().map(|part| part.to_string()).collect();
    y = prose(sheet, face, 9.0, (36.0, y + 14.0), 540.0, &texts);
    if let Some(mark) = mark {
        let note = format!(
            "{mark} The petitioner's own number, assigned when the account was opened at \
             my.uscis.gov. It stays empty where none was known when this notice was printed. Do \
             not confuse it with the receipt number."
        );
        sheet.rule(36.0, 150.0, y + 6.0, 0.4);
        sheet.paragraph(face, 7.0, 36.0, y + 16.0, 540.0, &note);
    }
    let office = rng.pick(&OFFICES);
    let foot = format!("{}, {}, {}", office.name, office.street, office.city);
    sheet.write(face, 7.5, 36.0, 738.0, &foot);
    sheet.flush_right(face, 7.0, 576.0, 763.0, "Form I-797B (Rev. 10/13/17) Y");
}

/// The face of the running text.
fn sheet_face(rng: &mut Rng) -> Face {
    Face::regular(rng.pick(&[Family::LiberationSerif, Family::Times, Family::FreeSans]))
}
