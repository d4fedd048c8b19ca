//! The back of a notice: small print in two columns.
use super::common;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Titles and texts of the small print.
const PARTS: &[(&str, &str)] = &[
    (
        "GENERAL INFORMATION",
        "The filing of an application or petition does not in itself allow a person to enter the \
         United States and does not confer any other right or benefit.",
    ),
    (
        "INQUIRIES",
        "You should contact the office listed on the front of this notice if you have questions \
         about it, or if you have not been told of our decision within the time given there. \
         Please have this form with you. The Contact Center is at 1-800-375-5283.",
    ),
    (
        "REQUESTS FOR EVIDENCE",
        "If the front of this notice states that more evidence is required, processing may be \
         delayed and the case cannot be considered until the evidence has been received.",
    ),
    (
        "APPROVAL OF A PETITION",
        "Approval of an immigrant or nonimmigrant petition means that the beneficiary, the person \
         for whom it was filed, has been found eligible for the requested class. It does not \
         guarantee that the American consulate will issue the visa.",
    ),
    (
        "NUMBERS ON THIS NOTICE",
        "The receipt number has three letters and ten digits. The A-Number has up to nine digits, \
         for example A012 345 678. The online account number, where you have one, has twelve \
         digits, for example 0000 1111 2222. Please do not mix them up.",
    ),
    (
        "CHANGE OF ADDRESS",
        "Each alien who is required to be registered must report a change of address within ten \
         days. Form AR-11 may be filed online or by mail to P.O. Box 90001, Philadelphia PA \
         19176-9001.",
    ),
    (
        "LAWFUL PERMANENT RESIDENCE",
        "After an immigrant visa has been issued, a person is not a permanent resident until he or \
         she has been admitted at a port of entry.",
    ),
];

/// The back, with the receipt number and its barcode at the foot.
pub(super) fn page(rng: &mut Rng, case: &Case, family: Family, form: &str) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let (face, bold) = (Face::regular(family), Face::bold(family));
    sheet.centred(bold, 10.0, 306.0, 44.0, "ADDITIONAL INFORMATION");
    let size = rng.uniform(7.4, 8.4);
    let start = rng.below(PARTS.len());
    let mut at = [66.0f32, 66.0];
    for i in 0..common::some(rng, 5, 7) {
        let (title, text) = PARTS[(start + i) % PARTS.len()];
        let side = usize::from(at[1] < at[0]);
        let x = if side == 0 { 36.0 } else { 314.0 };
        sheet.write(bold, size, x, at[side], title);
        at[side] = sheet.paragraph(face, size, x, at[side] + size * 1.3, 262.0, text) + 12.0;
    }
    common::bars(
        &mut sheet,
        Symbology::Code128,
        &case.receipt,
        [36.0, 714.0],
        22.0,
    );
    sheet.write(face, 7.0, 36.0, 746.0, &case.receipt);
    sheet.flush_right(face, 7.0, 576.0, 746.0, &format!("Form {form} (Back)"));
    sheet
}
