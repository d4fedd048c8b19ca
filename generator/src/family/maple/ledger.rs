//! The I-797B on security paper: a ledger with right-aligned labels and a footnote.
use super::common::*;
use super::labels::{self, Style};
use crate::case::Case;
use crate::dice::Dice;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::typeface::{Face, Family};

/// One line of the ledger: label and value.
type Entry = (String, String);

/// Labels end at a gutter, values begin behind it; grey bands and microprint lie under them.
pub fn security_b(dice: &mut Dice, case: &Case) -> Drawing {
    let family = dice.pick(&[
        Family::LiberationSerif,
        Family::DejaVuSansCondensed,
        Family::FreeSans,
    ]);
    let mut truth = NoticeTruth {
        form: "I-797B".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let employer = company(dice);
    head(&mut sheet, dice, family);
    let mut entries = case_entries(dice, case, &employer, &mut truth);
    let fate = fate(dice, case, 46, 14);
    let mark = dice.pick(&["*", "(1)", "(a)"]);
    if fate != Fate::Absent {
        let label = labels::own(dice, "Petitioner", Style::Title);
        let text = account_text(dice, case, &mut truth, fate);
        let place = dice.pick(&[1, 2, entries.len()]);
        entries.insert(place, (format!("{label} {mark}"), text));
    }
    entries.extend(trap_entries(dice, case, &mut truth));
    let pitch = dice.uniform(15.0, 17.5);
    let gutter = dice.uniform(222.0, 250.0);
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
        dice,
        case,
        &employer,
        y + 20.0,
        (fate != Fate::Absent).then_some(mark),
    );
    let mut sheets = vec![sheet];
    super::back::maybe(&mut sheets, dice, family, 0.4);
    Drawing { sheets, truth }
}

/// Banner and microprint.
fn head(sheet: &mut Sheet, dice: &mut Dice, family: Family) {
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
    let agency = dice.pick(&["U.S. Citizenship and Immigration Services", "USCIS"]);
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
fn case_entries(
    dice: &mut Dice,
    case: &Case,
    employer: &str,
    truth: &mut NoticeTruth,
) -> Vec<Entry> {
    let way = dice.below(3);
    let receipt = receipt_text(dice, truth, &case.receipt);
    let (section, note) = dice.pick(&[
        (
            "203(b)(2) INA",
            "Mem of Profession w/Adv Deg, or Exceptional Ability",
        ),
        ("203(b)(3)(A)(i) INA", "Skilled Worker"),
        ("203(b)(1)(C) INA", "Multinational Executive or Manager"),
    ]);
    let section = format!("{note}, Sec. {section}");
    let place = dice.pick(&["NATIONAL VISA CENTER", "NONE", "MUMBAI", "GUANGZHOU"]);
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
            dice.pick(&["Receipt Number", "Receipt #", "Receipt No."]),
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
    if dice.chance(0.6) {
        let number = alien_text(dice, truth, &case.beneficiary);
        entries.insert(8, entry("Beneficiary's A-Number", number));
    }
    entries
}

/// Numbers that look like the three and are not.
fn trap_entries(dice: &mut Dice, case: &Case, truth: &mut NoticeTruth) -> Vec<Entry> {
    let mut entries = Vec::new();
    if dice.chance(0.6) {
        let number = format!("A-{}-{}-{}", dice.digits(3), dice.digits(5), dice.digits(6));
        entries.push(("ETA Case Number".to_string(), number));
    }
    if dice.chance(0.4) {
        let number = format!("{}-{}", dice.digits(2), dice.digits(7));
        entries.push(("Petitioner's FEIN".to_string(), number));
    }
    if dice.chance(0.4) {
        let post = dice.pick(&["GUZ", "BMB", "MNL", "CDJ"]);
        let number = format!("{post}{}{}", case.noticed.year, dice.digits(6));
        entries.push(("NVC Case Number".to_string(), number));
    }
    if dice.chance(0.45) {
        entries.push((labels::decoy(dice, Style::Title), twelve(dice)));
    }
    if dice.chance(0.3) && accounts_exist(case) {
        let number = twelve(dice);
        truth.prints_representative_account(&number);
        entries.push((labels::attorney(dice, Style::Title), number));
    }
    entries
}

/// Address, body, footnote, office and barcode.
fn body(
    sheet: &mut Sheet,
    dice: &mut Dice,
    case: &Case,
    employer: &str,
    top: f32,
    mark: Option<&str>,
) {
    let face = sheet_face(dice);
    let mut y = top;
    for line in addressee(case, dice.chance(0.6), employer) {
        labels::put(sheet, face, 9.0, (60.0, y), 240.0, &line);
        y += 11.0;
    }
    bar(sheet, dice, (360.0, top - 4.0), 24.0, &case.receipt);
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
    let office = dice.pick(&OFFICES);
    let foot = format!("{}, {}, {}", office.name, office.street, office.city);
    sheet.write(face, 7.5, 36.0, 738.0, &foot);
    sheet.flush_right(face, 7.0, 576.0, 763.0, "Form I-797B (Rev. 10/13/17) Y");
}

/// The face of the running text.
fn sheet_face(dice: &mut Dice) -> Face {
    Face::regular(dice.pick(&[Family::LiberationSerif, Family::Times, Family::FreeSans]))
}
