//! The cover sheet of an answer, and the running head of the letter that asks for it.
use super::kit::{Cuts, Office, Own, receipt_bars, role, stack};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::layout::sheet::Sheet;
use crate::typeface::Family;

/// What the letter says, chosen once.
pub(super) struct Letter {
    pub(super) title: &'static str,
    pub(super) office: Office,
    pub(super) noticed: String,
    pub(super) due: String,
    pub(super) receipt: String,
    pub(super) mark: String,
    pub(super) label: &'static str,
    pub(super) place: usize,
    pub(super) told: usize,
    pub(super) left: f32,
    pub(super) size: f32,
}

/// The running head of a later page.
pub(super) fn running_head(
    sheet: &mut Sheet,
    cut: &Cuts,
    letter: &Letter,
    case: &Case,
    page: usize,
    of: usize,
) {
    let right = 612.0 - letter.left;
    sheet.write(cut.regular, 9.0, letter.left, 44.0, &case.receipt);
    sheet.flush_right(
        cut.regular,
        9.0,
        right,
        44.0,
        &format!("Page {page} of {of}"),
    );
    sheet.rule(letter.left, right, 49.0, 0.5);
}

/// The sheet to put on top of the answer.
pub(super) fn cover(family: Family, cut: &Cuts, letter: &Letter, case: &Case, own: &Own) -> Sheet {
    let mut sheet = Sheet::letter(family);
    running_head(&mut sheet, cut, letter, case, 3, 3);
    let left = letter.left;
    let right = 612.0 - letter.left;
    sheet.centred(cut.bold, 16.0, 306.0, 92.0, "RESPONSE COVER SHEET");
    sheet.centred(
        cut.italic,
        10.0,
        306.0,
        108.0,
        "Place this sheet on top of your response.",
    );
    let mut rows = vec![
        ("Receipt", case.receipt.clone()),
        (role(case), case.filer.listed()),
    ];
    if let Some(text) = own.text() {
        rows.push((letter.label, text.to_string()));
    }
    rows.push(("Response due", letter.due.clone()));
    rows.push(("Form", case.form_code.to_string()));
    let mut y = 132.0;
    for (label, value) in &rows {
        sheet.frame([left, y, left + 170.0, y + 24.0], 0.7);
        sheet.frame([left + 170.0, y, right, y + 24.0], 0.7);
        sheet.write(cut.regular, 10.5, left + 6.0, y + 16.0, label);
        sheet.write(cut.bold, 11.5, left + 178.0, y + 16.5, value);
        y += 24.0;
    }
    receipt_bars(
        &mut sheet,
        Symbology::Code39,
        [left, y + 30.0, 0.9, 36.0],
        &case.receipt,
    );
    let office = &letter.office;
    sheet.write(cut.bold, 10.5, left, y + 96.0, "Mail your response to:");
    let lines = ["USCIS", office.name, office.street, office.town].map(String::from);
    stack(
        &mut sheet,
        cut.regular,
        11.0,
        [left + 20.0, y + 114.0, 14.0],
        &lines,
    );
    sheet
}
