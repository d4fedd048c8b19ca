//! A transfer notice: each value stands above a hairline, its caption below; a Spanish copy.
use super::kit;
use super::world::{self, Dated, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A value with its captions in English and Spanish.
struct Entry {
    value: String,
    english: String,
    spanish: &'static str,
}

/// Makes an entry.
fn entry(value: &str, english: &str, spanish: &'static str) -> Entry {
    Entry {
        value: value.into(),
        english: english.into(),
        spanish,
    }
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::DejaVuSans, Family::FreeSans, Family::Helvetica]);
    let mut truth = world::truth_of("I-797C");
    let columns = rng.pick(&[2, 2, 3]);
    let entries = entries(rng, case, columns, &mut truth);
    let offices = offices(rng, case);
    let copy = rng.chance(0.35);
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, family, false, copy);
    let y = captions(&mut sheet, family, &entries, columns, false);
    let y = address(rng, &mut sheet, family, case, y);
    body(rng, &mut sheet, family, (case, &offices), y);
    foot(&mut sheet, family, case);
    let mut sheets = vec![sheet];
    if copy {
        let mut second = Sheet::letter(family);
        head(&mut second, family, true, copy);
        let y = captions(&mut second, family, &entries, columns, true);
        spanish(&mut second, family, &offices, y);
        foot(&mut second, family, case);
        sheets.push(second);
    }
    Drawing { sheets, truth }
}

/// From which office to which.
fn offices(rng: &mut Rng, case: &Case) -> [&'static str; 2] {
    let from = world::office(rng, &case.receipt).name;
    let goals = [
        "Potomac Service Center",
        "HART Service Center",
        "Newark Field Office",
    ];
    let goal = rng.pick(&goals);
    [from, if goal == from { goals[1] } else { goal }]
}

/// All values with their captions, noted.
fn entries(rng: &mut Rng, case: &Case, columns: usize, truth: &mut NoticeTruth) -> Vec<Entry> {
    let dated = rng.pick(&[Dated::Numeric, Dated::Long, Dated::Military]);
    let kind = rng.pick(&["Transfer Notice", "Case Transfer Notice"]);
    let noticed = dated.print(&case.noticed);
    let received = dated.print(&case.received);
    let role = world::role(case.title);
    let name = case.filer.listed();
    world::note_filer(truth, role, &name);
    truth.fields.notice_type = Some(kind.into());
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    truth.fields.case_type = Some(case.form_code.into());
    let form = match columns {
        2 => format!("{} {}", case.form_code, world::gentle(case.title)),
        _ => case.form_code.to_string(),
    };
    let receipt = world::receipt(rng, &case.receipt, truth);
    let in_spanish = if role == "Petitioner" {
        "peticionario"
    } else {
        "solicitante"
    };
    let mut list = vec![
        entry(kind, "notice type", "tipo de aviso"),
        entry(&noticed, "notice date", "fecha del aviso"),
        entry(&receipt, "receipt number", "número de recibo"),
        entry(&received, "date received", "fecha de recepción"),
        entry(&form, "case type", "tipo de caso"),
        entry(&name, &role.to_lowercase(), in_spanish),
    ];
    let alien = world::alien(rng, &case.filer, truth);
    list.push(entry(
        &alien,
        "alien registration no. (A-Number)",
        "número de extranjero (A)",
    ));
    let own = world::own(rng, 44, 20);
    let number = world::own_number(rng, own, case, truth);
    if own != Own::Missing {
        let label = rng.pick(&[
            "USCIS online account number",
            "your online account no. at USCIS",
            "USCIS online account",
        ]);
        list.push(entry(&number, label, "número de cuenta en línea de USCIS"));
    }
    if case.is_petition && rng.chance(0.6) {
        let name = case.beneficiary.listed();
        truth.fields.beneficiary = Some(name.clone());
        list.push(entry(&name, "beneficiary", "beneficiario"));
    }
    if rng.chance(0.4) {
        let priority = dated.print(&case.priority);
        truth.fields.priority_date = Some(priority.clone());
        list.push(entry(&priority, "priority date", "fecha de prioridad"));
    }
    if rng.chance(0.4) {
        let tracking = case::account(rng);
        list.push(entry(
            &tracking,
            "shipment of the file (courier)",
            "envío del expediente",
        ));
    }
    list
}

/// Agency and form; on the copy the line that says so.
fn head(sheet: &mut Sheet, family: Family, copy: bool, two: bool) {
    let bold = Face::bold(family);
    let face = Face::regular(family);
    sheet.write(bold, 11.0, 46.0, 48.0, "USCIS");
    sheet.write(
        face,
        7.5,
        46.0,
        59.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(bold, 9.0, 566.0, 48.0, "Form I-797C, Notice of Action");
    let page = match (copy, two) {
        (true, _) => "Copia de cortesía / Courtesy copy in Spanish     2 / 2",
        (_, true) => "1 / 2",
        _ => "1 / 1",
    };
    sheet.flush_right(face, 7.5, 566.0, 59.0, page);
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    sheet.centred(bold, 8.0, 306.0, 76.0, banner);
}

/// Values over hairlines, captions below, two columns; gives the bottom.
fn captions(
    sheet: &mut Sheet,
    family: Family,
    entries: &[Entry],
    columns: usize,
    spanish: bool,
) -> f32 {
    let face = Face::regular(family);
    let pitch = 536.0 / columns as f32;
    let width = pitch - 16.0;
    let mut y = 98.0;
    for pair in entries.chunks(columns) {
        for (place, entry) in pair.iter().enumerate() {
            let left = 46.0 + pitch * place as f32;
            kit::fit(sheet, face, 9.5, [left, y], width, &entry.value);
            sheet.rule(left, left + width, y + 3.0, 0.35);
            let caption = if spanish {
                entry.spanish
            } else {
                &entry.english
            };
            sheet.write_shaded(face, 6.5, left, y + 10.5, caption, 0.25);
        }
        y += 27.0;
    }
    y
}

/// The address; gives the bottom.
fn address(rng: &mut Rng, sheet: &mut Sheet, family: Family, case: &Case, y: f32) -> f32 {
    let face = Face::regular(family);
    if rng.chance(0.5) {
        kit::mail_bars(rng, sheet, 64.0, y + 8.0);
    }
    let to = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    kit::stack(sheet, face, 10.0, [64.0, y + 28.0], &to);
    y + 84.0
}

/// The body in English.
fn body(rng: &mut Rng, sheet: &mut Sheet, family: Family, case: (&Case, &[&str; 2]), y: f32) {
    let (case, offices) = case;
    let first = format!(
        "To balance the work among our offices, your case was moved from the {} to the {}. From \
         now on the new office handles it.",
        offices[0], offices[1]
    );
    let visa = format!(
        "If the Department of State has a case for you (for example {}), its number stays as it \
         is.",
        world::visa_case(rng, case.noticed.year)
    );
    let third = rng.pick(&[
        "If you follow your case in an online account, nothing changes there.",
        "Your receipt number does not change. Use it whenever you write to us.",
        "The new office will write to you if it needs anything. The move alone asks nothing of \
         you.",
    ]);
    let phone = world::phone(rng);
    let fax = format!(
        "Attorneys may reach the new office by fax at {phone}, extension {}.",
        rng.digits(3)
    );
    let texts = [
        first.as_str(),
        third,
        visa.as_str(),
        "The move does not set your case back: the order of work goes by the date on which we \
         received it. If the time posted for your form has passed, write to us at \
         uscis.gov/e-request.",
        fax.as_str(),
    ];
    kit::prose(sheet, Face::regular(family), 9.5, [46.0, y], 520.0, &texts);
}

/// The body in Spanish.
fn spanish(sheet: &mut Sheet, family: Family, offices: &[&str; 2], y: f32) {
    let first = format!(
        "Su caso fue trasladado de la oficina {} a la oficina {}. Desde ahora la nueva oficina \
         se encarga de su caso.",
        offices[0], offices[1]
    );
    let texts = [
        first.as_str(),
        "Esta copia es solo una cortesía. El aviso en inglés es el documento oficial.",
        "Para preguntas llame al 1-800-375-5283 (TTY 1-800-767-1833).",
    ];
    kit::prose(
        sheet,
        Face::regular(family),
        9.5,
        [46.0, y + 14.0],
        520.0,
        &texts,
    );
}

/// Barcode and form line.
fn foot(sheet: &mut Sheet, family: Family, case: &Case) {
    kit::bars(
        sheet,
        [46.0, 704.0],
        24.0,
        Symbology::Code128,
        &case.receipt,
    );
    sheet.write(Face::regular(family), 7.0, 46.0, 737.0, &case.receipt);
    sheet.flush_right(
        Face::regular(family),
        7.0,
        566.0,
        737.0,
        "Form I-797C (Rev. 07/11/14)",
    );
}
