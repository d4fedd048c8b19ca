//! The back of a vendor's sheet: general information in small print.
use super::words::shuffle;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the back with its items in a random order.
pub(super) fn back(rng: &mut Rng, family: Family, foot: &str) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let (plain, bold) = (Face::regular(family), Face::bold(family));
    sheet.centred(bold, 11.0, 306.0, 50.0, "Additional Information");
    let mut items = vec![
        (
            "Inquiries.",
            "Call 800-375-5283 with the front of this sheet in your hand. We cannot answer letters \
             about a case that is within the usual time.",
        ),
        (
            "Change of address.",
            "Report it within 10 days on Form AR-11. Mail from us is not forwarded by the Postal \
             Service.",
        ),
        (
            "Numbers.",
            "A receipt number has three letters and ten digits, for instance EAC0012350000. An \
             online account is different: its number has twelve digits and stays with a person \
             in all cases. Paper filers may have none.",
        ),
        (
            "Fees.",
            "Fees are not given back whatever the decision is. A bank that refuses a payment twice \
             makes the filing void.",
        ),
        (
            "Validity.",
            "A notice is not a visa and may not be used in place of one.",
        ),
    ];
    shuffle(rng, &mut items);
    let two = rng.chance(0.5);
    let measure = if two { 255.0 } else { 540.0 };
    let mut ends = [76.0, 76.0];
    for (at, (head, text)) in items.iter().enumerate() {
        let side = if two { at % 2 } else { 0 };
        let left = 36.0 + side as f32 * 285.0;
        sheet.write(bold, 9.0, left, ends[side], head);
        ends[side] = sheet.paragraph(plain, 8.5, left, ends[side] + 12.0, measure, text) + 8.0;
    }
    sheet.plain(7.5, 36.0, 764.0, foot);
    sheet.flush_right(plain, 7.5, 576.0, 764.0, "Page 2 of 2");
    sheet
}
