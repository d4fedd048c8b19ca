//! The I-94 at the foot of an approval, with a half for the records.
use super::kit::{Cuts, Office, noted, receipt_bars, stack};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;

/// What the approval says, chosen once.
pub(super) struct Plan {
    pub(super) petition: bool,
    pub(super) filer: String,
    pub(super) label: String,
    pub(super) class: &'static str,
    pub(super) from: String,
    pub(super) until: String,
    pub(super) entry: String,
    pub(super) noticed: String,
    pub(super) office: Office,
    pub(super) left: f32,
    pub(super) before: bool,
    pub(super) sevis: Option<String>,
}

/// The stub with the I-94 on the right and a copy for the records on the left.
pub(super) fn tear_off(
    sheet: &mut Sheet,
    cut: &Cuts,
    plan: &Plan,
    case: &Case,
    truth: &mut NoticeTruth,
) {
    let right = 612.0 - plan.left;
    sheet.rule(plan.left, right, 556.0, 0.6);
    let line = "PLEASE TEAR OFF FORM I-94 PRINTED BELOW AND STAPLE TO ORIGINAL I-94 IF AVAILABLE";
    sheet.centred(cut.bold, 7.5, 306.0, 565.0, line);
    let alien = if plan.petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    sheet.write(
        cut.regular,
        8.5,
        plan.left,
        584.0,
        "Detach This Half for Personal Records",
    );
    let left = [
        format!("Receipt #  {}", case.receipt),
        format!("I-94#  {}", plan.entry),
        format!("NAME  {}", alien.listed()),
        format!("CLASS  {}", plan.class),
        format!("VALID FROM  {}  UNTIL  {}", plan.from, plan.until),
    ];
    stack(sheet, cut.regular, 9.0, [plan.left, 602.0, 15.0], &left);
    let x = 330.0;
    sheet.upright(x - 14.0, 572.0, 744.0, 0.6);
    sheet.write(cut.bold, 11.0, x, 588.0, &plan.entry);
    sheet.write(
        cut.regular,
        8.0,
        x,
        600.0,
        &format!("Receipt Number {}", case.receipt),
    );
    sheet.write(
        cut.regular,
        8.0,
        x,
        614.0,
        "US CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    sheet.write(cut.bold, 9.0, x, 628.0, "I-94 Departure Record");
    let cells = [
        ("14. Family Name", alien.family.clone()),
        ("15. First (Given) Name", alien.given.clone()),
        ("16. Date of Birth", alien.born.numeric()),
    ];
    for (n, (caption, value)) in cells.iter().enumerate() {
        let top = 636.0 + n as f32 * 26.0;
        sheet.frame([x, top, right, top + 26.0], 0.6);
        sheet.write(cut.regular, 6.0, x + 3.0, top + 8.0, caption);
        sheet.write(cut.bold, 10.0, x + 6.0, top + 20.0, value);
    }
    receipt_bars(
        sheet,
        Symbology::Code39,
        [plan.left, 696.0, 0.75, 26.0],
        &case.receipt,
    );
    truth.fields.i94_number = noted(&plan.entry);
}
