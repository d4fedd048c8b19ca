//! A letter on a transfer of a case, under a letterhead of three columns.
use super::kit::{Desk, Own, stack, write_in};
use super::words::{CENTERS, FIELD, phone, remark};
use crate::case::{Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Where the letter speaks of the filer's account.
#[derive(Clone, Copy, PartialEq)]
enum Spot {
    Subject,
    Sentence,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 17, 0.48, 0.13);
    let spot = if own == Own::Printed && rng.chance(0.45) {
        Spot::Sentence
    } else {
        Spot::Subject
    };
    let family = rng.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::LiberationSans,
    ]);
    let mut desk = Desk::new(rng, case, "");
    let mut sheet = Sheet::letter(family);
    letterhead(&mut sheet, &mut desk, family);
    let y = opening(&mut sheet, &mut desk, family);
    let y = subject(
        &mut sheet,
        &mut desk,
        family,
        if spot == Spot::Subject {
            own
        } else {
            Own::Absent
        },
        y,
    );
    let y = body(&mut sheet, &mut desk, family, own, spot, y + 10.0);
    closing(&mut sheet, &mut desk, family, y + 10.0);
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}

/// Office at the left, agency in the middle, telephones at the right.
fn letterhead(sheet: &mut Sheet, desk: &mut Desk, family: Family) {
    let (name, street, city) = desk.rng.pick(CENTERS);
    let plain = Face::regular(family);
    let left: [String; 4] = [
        name.into(),
        "Case Routing Unit".into(),
        street.into(),
        city.into(),
    ];
    for (row, line) in left.iter().enumerate() {
        write_in(
            sheet,
            plain,
            8.0,
            [50.0, 44.0 + row as f32 * 10.0, 140.0],
            line,
        );
    }
    sheet.centred(
        plain,
        8.5,
        306.0,
        44.0,
        "U.S. Department of Homeland Security",
    );
    sheet.centred(Face::bold(family), 12.0, 306.0, 60.0, "U.S. Citizenship");
    sheet.centred(
        Face::bold(family),
        12.0,
        306.0,
        74.0,
        "and Immigration Services",
    );
    let right = [
        format!("Telephone {}", phone(desk.rng)),
        format!("Fax {}", phone(desk.rng)),
        format!("Courier acct. {}", desk.rng.digits(12)),
        format!("File room {}-{}", desk.rng.digits(3), desk.rng.digits(4)),
    ];
    for (row, line) in right.iter().enumerate() {
        sheet.flush_right(plain, 8.0, 562.0, 44.0 + row as f32 * 10.0, line);
    }
    sheet.rule(50.0, 562.0, 84.0, 0.5);
    sheet.rule(50.0, 562.0, 86.0, 1.5);
}

/// The date line and the addressee; returns the next baseline.
fn opening(sheet: &mut Sheet, desk: &mut Desk, family: Family) -> f32 {
    let date = desk.case.noticed.long();
    desk.truth.fields.notice_date = Some(date.clone());
    let x = desk.rng.pick(&[72.0, 72.0, 350.0]);
    sheet.write(Face::regular(family), 11.0, x, 114.0, &date);
    stack(
        sheet,
        Face::regular(family),
        11.0,
        [72.0, 142.0, 13.0],
        &desk.addressee(),
    )
}

/// The block behind `RE:`; returns the next baseline.
fn subject(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own, y: f32) -> f32 {
    let title = desk.rng.pick(&[
        "Transfer Notice",
        "Notice of Transfer",
        "Notice of Case Transfer",
    ]);
    desk.truth.fields.notice_type = Some(title.into());
    let role = desk.role();
    let mut rows: Vec<(String, String)> = vec![
        (String::new(), title.to_string()),
        (
            desk.rng
                .pick(&["Receipt Number:", "Receipt:", "Case ID:"])
                .into(),
            desk.receipt(),
        ),
        ("Form:".into(), desk.case_type()),
        (format!("{role}:"), desk.filer()),
    ];
    if let Some(name) = desk.beneficiary() {
        rows.push(("Beneficiary:".into(), name));
    }
    if desk.rng.chance(0.7) {
        let alien = desk.alien(desk.subject());
        rows.push((
            desk.rng
                .pick(&["A-File:", "File Number:", "A-Number:"])
                .into(),
            alien,
        ));
    }
    if own != Own::Absent {
        let label = desk.rng.pick(&[
            "USCIS Online Account:",
            "#'s USCIS Online Account No.:",
            "Online Account Number (#):",
            "myUSCIS account number:",
            "OAN (USCIS, #):",
        ]);
        let account = desk.account(own);
        let at = 2 + desk.rng.below(rows.len() - 1);
        rows.insert(at, (label.replace('#', role), account));
    }
    let y = y + 14.0;
    sheet.write(Face::bold(family), 11.0, 72.0, y, "RE:");
    let wide = rows
        .iter()
        .map(|(label, _)| Face::regular(family).width(label, 10.5));
    let tab = 104.0 + wide.fold(0.0, f32::max) + 10.0;
    let framed = desk.rng.chance(0.4);
    let right = desk.rng.chance(0.4);
    let pitch = desk.rng.uniform(13.5, 16.0);
    let mut line = y;
    for (label, value) in &rows {
        if label.is_empty() {
            sheet.write(Face::bold(family), 11.0, 104.0, line, value);
        } else {
            let start = tab - 10.0 - Face::regular(family).width(label, 10.5);
            let start = if right { start } else { 104.0 };
            sheet.write(Face::regular(family), 10.5, start, line, label);
            write_in(
                sheet,
                Face::regular(family),
                10.5,
                [tab, line, 548.0 - tab],
                value,
            );
        }
        line += pitch;
    }
    if framed {
        sheet.frame([64.0, y - 16.0, 556.0, line - pitch + 8.0], 0.7);
        line += 6.0;
    }
    line
}

/// The paragraphs; returns the next baseline.
fn body(sheet: &mut Sheet, desk: &mut Desk, family: Family, own: Own, spot: Spot, y: f32) -> f32 {
    let (name, _, city) = desk.rng.pick(FIELD);
    sheet.write(
        Face::regular(family),
        10.8,
        72.0,
        y,
        &format!("Dear {}:", desk.case.filer.name()),
    );
    let mut texts = vec![format!(
        "We have sent the case named above to the {name} ({city}). That office will \
         decide it and will write to you. You need not do anything now, and the case keeps its \
         place in line by the date on which we received it, {}.",
        desk.received_date()
    )];
    if spot == Spot::Sentence {
        texts.push(own_sentence(desk, own));
    }
    if desk.rng.chance(0.5) {
        texts.push(rival_sentence(desk));
    }
    let why = [
        "We move cases so that no office has many more than another. The move says nothing about \
         whether the case will be approved.",
        "The office that has the case now is the one that serves the place where you live.",
        "The case needs an interview, and service centers do not hold interviews.",
    ];
    texts.insert(1, why[desk.rng.below(3)].into());
    texts.push(remark(desk.rng));
    texts.push(
        "If you write to the new office, put the receipt number on every page. You can look up \
         processing times at www.uscis.gov/processing-times."
            .into(),
    );
    let size = desk.rng.uniform(10.3, 11.0);
    let mut y = y + 20.0;
    for text in &texts {
        y = sheet.paragraph(Face::regular(family), size, 72.0, y, 470.0, text) + 8.0;
    }
    y
}

/// A sentence that gives the filer's own account.
fn own_sentence(desk: &mut Desk, own: Own) -> String {
    let account = desk.account(own);
    let role = desk.role().to_lowercase();
    match desk.rng.below(4) {
        0 => format!(
            "The case stays in your USCIS online account, which has the number {account}. You can \
             follow it there as before."
        ),
        1 => format!("Your USCIS online account number is {account}. It does not change."),
        2 => format!(
            "We keep sending messages on this case to the {role}'s USCIS online account \
             (account number {account})."
        ),
        _ => format!(
            "Please note that you, the {role}, have USCIS online account number {account}; write \
             it on any paper form that you send to the new office."
        ),
    }
}

/// A sentence with a number of the same shape that is somebody else's.
fn rival_sentence(desk: &mut Desk) -> String {
    let other = Person::draw(desk.rng).name();
    let rival = desk.rival();
    match desk.rng.below(4) {
        0 => format!(
            "An earlier filing was made by another person, {other}, under that person's USCIS \
             online account {rival}. We do not move that filing, and you cannot see it."
        ),
        1 => format!(
            "The file travels with UPS as parcel {rival}. The number is of no use for asking \
             about the case."
        ),
        2 => format!(
            "The fee was booked under payment tracking number {rival}. No new fee is due because \
             of the transfer."
        ),
        _ => format!(
            "A former employer, which is not a party to this case, filed under its own account \
             number {rival}; that account stays as it is."
        ),
    }
}

/// Signature and copies.
fn closing(sheet: &mut Sheet, desk: &mut Desk, family: Family, y: f32) {
    let plain = Face::regular(family);
    sheet.write(plain, 10.5, 72.0, y, "Sincerely,");
    let officer = Person::draw(desk.rng).name();
    sheet.write(Face::italic(family), 13.0, 72.0, y + 26.0, &officer);
    sheet.write(plain, 10.5, 72.0, y + 41.0, "Director");
    let (name, firm) = desk.case.attorney.clone();
    let mut line = y + 62.0;
    if desk.rng.chance(0.6) {
        sheet.write(plain, 8.5, 72.0, line, &format!("cc: {name}, {firm}"));
        if desk.rng.chance(0.5) {
            line += 11.0;
            let account = desk.attorney_account();
            let text = format!("Attorney's USCIS online account: {account}");
            sheet.write(plain, 8.5, 88.0, line, &text);
        }
    }
    sheet.flush_right(plain, 8.0, 562.0, 760.0, "www.uscis.gov");
}
