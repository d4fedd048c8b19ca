//! The back of a notice: general information in two columns, with numbers that are nobody's.
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Adds the back of a page to some notices.
pub(super) fn maybe(sheets: &mut Vec<Sheet>, rng: &mut Rng, family: Family, part: f32) {
    if rng.chance(part) {
        sheets.push(back(rng, family));
    }
}

/// One back: a title and two columns of short paragraphs.
fn back(rng: &mut Rng, family: Family) -> Sheet {
    let mut sheet = Sheet::letter(family);
    let title = rng.pick(&[
        "ADDITIONAL INFORMATION",
        "General Information",
        "About this notice",
    ]);
    sheet.centred(Face::bold(family), 11.0, 306.0, 48.0, title);
    sheet.rule(42.0, 570.0, 54.0, 0.8);
    let all = passages(rng);
    let half = all.len().div_ceil(2);
    let size = rng.uniform(7.6, 8.8);
    for (column, part) in all.chunks(half).enumerate() {
        let x = 42.0 + 272.0 * column as f32;
        let mut y = 74.0;
        for (head, text) in part {
            sheet.write(Face::bold(family), size + 0.5, x, y, head);
            let next = y + size * 1.3;
            y = sheet.paragraph(Face::regular(family), size, x, next, 254.0, text) + size * 0.9;
        }
    }
    sheet
}

/// Heads and texts, begun at a random place.
fn passages(rng: &mut Rng) -> Vec<(String, String)> {
    let sample = rng.pick(&["000123456789", "012345678901", "1234 5678 9012"]);
    let online = if rng.chance(0.5) {
        format!(
            "Many paper forms ask for a USCIS Online Account Number. It has twelve digits, such \
             as {sample} (a sample). If you have none, leave the field empty."
        )
    } else {
        "A USCIS online account lets you follow a case, answer requests and change an address. \
         Each person who files has his or her own account number of twelve digits."
            .to_string()
    };
    let texts = [
        (
            "Inquiries",
            "Read the front of this notice first. If you must write, give the receipt \
          number, the date of the notice and your name as it is printed on the front.",
        ),
        (
            "Change of address",
            "Most persons who are not citizens must report a new address within \
          ten days. Use Form AR-11. A change at the post office does not reach us.",
        ),
        ("Online accounts", online.as_str()),
        (
            "Telephone",
            "The Contact Center answers at 800-375-5283. Persons who are deaf or hard of \
          hearing use TTY 800-767-1833. From abroad, call +1 212-620-3418.",
        ),
        (
            "Return of documents",
            "We keep what you send. Ask for the return of an original with \
          Form G-884. Copies that we did not ask for may be destroyed.",
        ),
        (
            "Approval of a petition",
            "Approval of a petition gives no right to enter or to stay. A \
          visa is issued by a consular officer, who decides on other grounds as well.",
        ),
        (
            "Attorneys",
            "An attorney or accredited representative files Form G-28. The account of \
          the attorney is not the account of the client, and their numbers differ.",
        ),
        (
            "Fraud",
            "USCIS does not ask for money by telephone. Report calls of that kind to \
          reportfraud.ftc.gov and keep the number from which the call came.",
        ),
        (
            "Burden",
            "The estimate for reading this notice is five minutes. OMB No. 1615-0000. Do \
          not mail completed forms to the address of the estimate.",
        ),
    ];
    let start = rng.below(texts.len());
    (0..texts.len() - rng.below(3))
        .map(|step| texts[(start + step) % texts.len()])
        .map(|(head, text)| (head.to_string(), text.to_string()))
        .collect()
}
