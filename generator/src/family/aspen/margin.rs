//! `margin`: a letter with a shaded column of data at the left; often a copy for the attorney.
use super::kit::{Desk, Fate, barcode, block, fitted, flow, stir, wrap};
use super::words::{field_office, owned_label, paragraphs, prose};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Label and value in the column; a head has no value at all.
type Entry = (String, Option<String>);

/// Draws the letter.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    stir(rng, 80);
    let form = rng.pick(&["", "", "I-797", "I-797C"]);
    let mut desk = Desk::open(rng, case, form);
    let family = desk.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
        Family::LiberationSerif,
    ]);
    let spanish = desk.chance(0.25);
    let counsel = desk.chance(0.55);
    let mut sheet = Sheet::letter(family);
    head(&mut desk, &mut sheet, family, counsel);
    let entries = entries(&mut desk, spanish, counsel);
    column(&mut desk, &mut sheet, family, &entries);
    letter(&mut desk, &mut sheet, family, counsel);
    let mut sheets = vec![sheet];
    if desk.chance(0.3) {
        sheets.push(enclosure(&mut desk, family));
    }
    desk.close(sheets)
}

/// The head across the page.
fn head(desk: &mut Desk, sheet: &mut Sheet, family: Family, counsel: bool) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    sheet.write(bold, 16.0, 212.0, 56.0, "U.S. Citizenship and Immigration");
    sheet.write(bold, 16.0, 212.0, 74.0, "Services");
    let place = desk.pick(&[
        "National Benefits Center",
        "Office of Intake",
        "Field Operations",
    ]);
    sheet.write(plain, 9.0, 212.0, 88.0, place);
    if counsel {
        sheet.flush_right(bold, 8.5, 580.0, 30.0, "ATTORNEY / REPRESENTATIVE COPY");
    }
    let form = desk.truth.form.clone();
    if !form.is_empty() {
        sheet.write(
            plain,
            8.5,
            212.0,
            30.0,
            &format!("Form {form}, Notice of Action"),
        );
    }
}

/// English, or English and Spanish.
fn tongue(spanish: bool, english: &str, other: &str) -> String {
    if spanish {
        format!("{english} / {other}")
    } else {
        english.into()
    }
}

/// The entries of the column.
fn entries(desk: &mut Desk, spanish: bool, counsel: bool) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let date = desk.notice_date();
    let label = desk.pick(&["Notice Date", "Date", "Date of this letter"]);
    entries.push((tongue(spanish, label, "Fecha"), Some(date)));
    let receipt = desk.receipt();
    entries.push((
        tongue(spanish, "Receipt Number", "Número de recibo"),
        Some(receipt),
    ));
    let form = desk.case_type(" ");
    entries.push((tongue(spanish, "Form", "Formulario"), Some(form)));
    let received = desk.received_date();
    entries.push((tongue(spanish, "Date Received", "Recibido"), Some(received)));
    let owner = desk.owner();
    let other = if desk.case.is_petition {
        "Peticionario"
    } else {
        "Solicitante"
    };
    let name = desk.filer(false);
    entries.push((tongue(spanish, owner, other), Some(name)));
    let filer = desk.case.filer.clone();
    let number = desk.a_number(&filer);
    entries.push((tongue(spanish, "A-Number", "Número A"), Some(number)));
    let label = if spanish {
        "USCIS Online Account Number / Número de cuenta en línea de USCIS".into()
    } else {
        owned_label(desk)
    };
    if let Some(value) = desk.account() {
        entries.insert(desk.pick(&[1, 2, 6]), (label, Some(value)));
    }
    if desk.case.is_petition {
        let name = desk.beneficiary(false);
        entries.push((tongue(spanish, "Beneficiary", "Beneficiario"), Some(name)));
    }
    if counsel {
        representative(desk, &mut entries);
    }
    entries
}

/// The attorney's part of the column.
fn representative(desk: &mut Desk, entries: &mut Vec<Entry>) {
    let (name, firm) = desk.case.attorney.clone();
    entries.push(("REPRESENTATIVE".into(), None));
    entries.push(("Name".into(), Some(name)));
    entries.push(("Firm".into(), Some(firm)));
    if desk.chance(0.65) {
        let label = desk.pick(&[
            "Attorney's USCIS Online Account Number",
            "Representative Online Account No.",
            "USCIS Online Account No. (Attorney)",
            "OAN of Representative",
        ]);
        let number = desk.representative();
        entries.push((label.into(), Some(number)));
    }
    if desk.chance(0.5) {
        let bar = desk.rng.digits(9);
        entries.push(("State bar number".into(), Some(bar)));
    }
}

/// Prints the column.
fn column(desk: &mut Desk, sheet: &mut Sheet, family: Family, entries: &[Entry]) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let shade = desk.pick(&[0.93f32, 0.88, 1.0]);
    sheet.fill([24.0, 24.0, 196.0, 768.0], shade);
    if shade > 0.99 {
        sheet.upright(196.0, 24.0, 768.0, 0.8);
    }
    let under = desk.chance(0.7);
    let ruled = desk.chance(0.4);
    let mut y = 48.0;
    for (label, value) in entries {
        let Some(value) = value else {
            sheet.rule(34.0, 188.0, y - 6.0, 1.2);
            sheet.write(bold, 8.6, 34.0, y + 6.0, label);
            y += 24.0;
            continue;
        };
        y = block(
            sheet,
            if under { plain } else { bold },
            7.4,
            [34.0, y],
            154.0,
            label,
        ) + 3.2;
        let face = if under { bold } else { plain };
        if value.is_empty() {
            y += 12.0;
        } else {
            let size = if wrap(face, 10.0, 150.0, value).len() > 2 {
                8.8
            } else {
                10.0
            };
            y = block(sheet, face, size, [38.0, y], 150.0, value);
        }
        if ruled {
            sheet.rule(34.0, 188.0, y - 5.0, 0.3);
        }
        y += 9.0;
    }
    if y < 690.0 && desk.chance(0.3) {
        sheet.write(plain, 7.0, 34.0, 752.0, "USCIS Contact Center");
        sheet.write(plain, 7.0, 34.0, 761.0, "800-375-5283 (TTY 800-767-1833)");
    }
}

/// The letter itself.
fn letter(desk: &mut Desk, sheet: &mut Sheet, family: Family, counsel: bool) {
    let plain = Face::regular(family);
    let [street, city] = desk.case.address.clone();
    let lines = if counsel {
        vec![
            desk.case.attorney.0.clone(),
            desk.case.attorney.1.clone(),
            street,
            city,
        ]
    } else {
        vec![desk.case.filer.name(), street, city]
    };
    let mut y = 124.0;
    for line in &lines {
        fitted(sheet, plain, 10.2, [212.0, y], 360.0, line);
        y += 12.6;
    }
    let title = desk.pick(&[
        "Change of Address Confirmation",
        "Acknowledgment of Withdrawal",
        "Courtesy Letter",
        "Notice of Decision",
        "Welcome Notice",
    ]);
    desk.notice_type(title);
    sheet.write(Face::bold(family), 13.0, 212.0, y + 18.0, title);
    let opening = opening(desk, title);
    y = block(sheet, plain, 10.0, [212.0, y + 40.0], 366.0, &opening) + 6.0;
    let mut prose = prose(desk);
    if desk.fate == Fate::Blank {
        prose.push("If a space at the left is empty, our records do not have that item.".into());
    }
    y = flow(sheet, plain, 10.0, [212.0, y, 578.0, 650.0], &prose);
    sheet.write(plain, 10.0, 212.0, y + 12.0, "Sincerely,");
    let office = field_office(desk);
    sheet.write(plain, 10.0, 212.0, y + 42.0, "Director");
    sheet.write(plain, 10.0, 212.0, y + 54.0, office.name);
    if desk.chance(0.5) {
        barcode(sheet, desk, [360.0, 734.0], 22.0);
    }
}

/// The opening sentence for a title.
fn opening(desk: &Desk, title: &str) -> String {
    let code = desk.case.form_code;
    match title {
        "Change of Address Confirmation" => format!(
            "We have changed the mailing address of your Form {code} as you asked on Form AR-11. \
             The prior address will no longer be used."
        ),
        "Acknowledgment of Withdrawal" => format!(
            "As you asked in writing, your Form {code} has been withdrawn. No further action will \
             be taken on it."
        ),
        "Notice of Decision" => format!(
            "After a review of your Form {code} and of the evidence in the record, this office has \
             made a decision. The reasons are set out on the enclosed pages."
        ),
        _ => format!(
            "This letter is about your Form {code}. You do not need to do anything now; please \
             read it and keep it with the receipt notice."
        ),
    }
}

/// A second page with nothing of the case but its number.
fn enclosure(desk: &mut Desk, family: Family) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let receipt = desk.plain_receipt();
    sheet.write(bold, 9.0, 40.0, 40.0, &receipt);
    sheet.flush_right(plain, 9.0, 572.0, 40.0, "Page 2");
    sheet.write(bold, 12.0, 40.0, 72.0, "Your rights and duties");
    let prose = paragraphs(desk, 8);
    flow(&mut sheet, plain, 10.0, [40.0, 92.0, 572.0, 740.0], &prose);
    sheet
}
