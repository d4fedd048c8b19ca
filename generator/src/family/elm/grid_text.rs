//! The running text of the title-case grid: body, foot and the second page.
use super::kit::{Cuts, Office, mention, prose, receipt_bars};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// What the page says, chosen once.
pub(super) struct Plan {
    pub(super) type_of_notice: &'static str,
    pub(super) form: &'static str,
    pub(super) case_type: String,
    pub(super) label: &'static str,
    pub(super) place: usize,
    pub(super) print: usize,
    pub(super) pages: usize,
    pub(super) office: Office,
    pub(super) left: f32,
    pub(super) seams: [f32; 2],
    pub(super) row: f32,
    pub(super) framed: bool,
}

/// The paragraphs of the first page.
pub(super) fn body(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, plan: &Plan, y: f32) {
    let first = match plan.type_of_notice {
        "Receipt Notice" => {
            "We have received the application or petition named above and it is now in process. \
             Please check the particulars printed above and tell us at once if any are wrong. The \
             time that we need varies by form type; see uscis.gov/processingtimes."
        }
        "Approval Notice" => {
            "The above application or petition has been approved. This courtesy copy may not be \
             used in place of the original approval notice. If any part of it changes, file a new \
             form with the fee that applies."
        }
        "Transfer Notice" => {
            "To speed up processing, we have transferred the case named above to another office, \
             which has jurisdiction over it. You need not do anything; that office will write."
        }
        _ => {
            "On our own motion we have reopened the case named above, and we are now continuing \
             to process it. You will be told in writing when a decision has been made."
        }
    };
    let second = "If your mailing address changes, go to uscis.gov/addresschange within ten days \
                  of your move. Questions: uscis.gov/contactcenter or 800-375-5283 (TTY \
                  800-767-1833). Please have your receipt number ready.";
    let third = mention(rng);
    let fourth = "Please save this notice for your records. Please enclose a copy if you have to \
                  write to us or to a U.S. Consulate about this case, or if you file another \
                  application based on this decision.";
    let fifth = "This notice by itself is not proof of identity, of employment authorization or \
                 of nonimmigrant status. The U.S. Small Business Administration has established \
                 a National Ombudsman to whom small businesses may send comments.";
    let texts = match rng.below(3) {
        0 => vec![first, second, third, fourth],
        1 => vec![first, fourth, fifth, second],
        _ => vec![first, second, fourth],
    };
    prose(
        sheet,
        cut.regular,
        9.5,
        [plan.left, y, 612.0 - 2.0 * plan.left],
        &texts,
    );
}

/// The office, the bars and the last line.
pub(super) fn foot(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, plan: &Plan, case: &Case) {
    let x = plan.left;
    let close = "Please see the additional information on the back. You will be notified \
                 separately about any other cases you filed.";
    sheet.write(cut.regular, 8.0, x, 640.0, close);
    let office = &plan.office;
    let lines = [
        office.name,
        "U. S. CITIZENSHIP & IMMIGRATION SVC",
        office.street,
        office.town,
    ];
    let lines = lines.map(String::from);
    super::kit::stack(sheet, cut.regular, 8.5, [x, 660.0, 10.5], &lines);
    sheet.write(
        cut.bold,
        8.5,
        x,
        705.0,
        "USCIS Contact Center: www.uscis.gov/contactcenter",
    );
    let code = rng.pick(&[Symbology::Code39, Symbology::Code128]);
    let module = if code == Symbology::Code39 { 0.75 } else { 1.1 };
    receipt_bars(sheet, code, [350.0, 662.0, module, 34.0], &case.receipt);
    sheet.rule(x, 612.0 - x, 742.0, 0.8);
    let edition = rng.pick(&["04/01/19", "07/11/14", "08/31/12", "10/13/21"]);
    let mark = format!("Form {}  {edition}", plan.form);
    sheet.flush_right(cut.regular, 7.5, 612.0 - x, 752.0, &mark);
}

/// The second page: a running head and information, without any number of the filer's.
pub(super) fn back(rng: &mut Rng, family: Family, cut: &Cuts, plan: &Plan, case: &Case) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let right = 612.0 - plan.left;
    sheet.write(
        cut.bold,
        9.0,
        plan.left,
        44.0,
        &format!("Receipt Number  {}", case.receipt),
    );
    sheet.flush_right(cut.regular, 9.0, right, 44.0, "Page 2 of 2");
    sheet.rule(plan.left, right, 50.0, 0.8);
    sheet.write(cut.bold, 10.5, plan.left, 70.0, "Additional Information");
    let texts = [
        "GENERAL. The filing of an application or petition does not in itself allow a person to \
         enter the United States and does not confer any other right or benefit.",
        "INQUIRIES. You should contact the office listed on the other side of this notice if you \
         have questions about it, or if you have not heard from us within the processing time.",
        mention(rng),
        "APPROVAL OF A PETITION. Approval of an immigrant or nonimmigrant petition means that the \
         beneficiary has been found eligible for the classification; it does not guarantee a visa.",
        "FEES. Filing and biometric fees are final and are not refundable, whatever the decision.",
        "NOTICE. We may contact third parties to verify the information in this case.",
    ];
    prose(
        &mut sheet,
        cut.regular,
        9.5,
        [plan.left, 88.0, right - plan.left],
        &texts,
    );
    sheet
}
