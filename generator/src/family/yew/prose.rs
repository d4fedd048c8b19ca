//! Official prose that fills letters, with numbers that are none of the three.

use super::page::Doc;
use super::words::shuffle;
use crate::rng::Rng;

/// Paragraphs that fit every letter; `#` stands for a digit.
const PARAGRAPHS: [&str; 14] = [
    "Under 8 CFR 103.2(a)(7), a request is considered received on the date on which it is \
     physically received at the place designated for filing, and not on the date of the postmark.",
    "You must report a change of address within 10 days after you move, on Form AR-11 or in the \
     online tool. An order to forward your mail is not enough, because the post office returns \
     our letters to us.",
    "An agency may not conduct an information collection, and a person is not required to respond \
     to one, unless it displays a valid OMB control number. The public burden of this one, No. \
     1615-0###, is estimated at 1 hour and 12 minutes.",
    "Payments that are made through Pay.gov carry an agency tracking number of their own. The one \
     in this case, ############, is of use to your bank only.",
    "The Contact Center can be reached at 1-800-375-5283 (TTY 1-800-767-1833) on business days \
     from 8 a.m. to 8 p.m.; callers from abroad dial 212-555-01##, extension 12.",
    "A person who knowingly makes a false statement in a matter within the jurisdiction of this \
     agency may be fined up to $250,000 or imprisoned for up to 5 years, or both; see 18 U.S.C. \
     1001 and 1546.",
    "Do not send original documents unless you are asked for them. Originals that were not \
     requested may be destroyed. Copies are retained under schedule DAA-0566-2017-00##.",
    "If you have filed other requests, each of them has a receipt number of 13 characters and a \
     processing time of its own. This letter does not concern them.",
    "The paper record is held in carton ### ### ### at the records center in Missouri and will \
     be kept for 100 years after your date of birth.",
    "In the last fiscal year this office received 61,2## requests and completed 48,9## of them. \
     It works on the newest first, and it cannot tell you in which week it will reach yours.",
    "If you leave the United States without advance parole, you may be presumed to have abandoned \
     a pending request; see 8 CFR 208.8(a) and 245.2(a)(4)(ii).",
    "The fee for a copy of the record under the Freedom of Information Act is 10 cents a page \
     after the first 100 pages. Requests are numbered by the FOIA branch (for example, \
     COW20###0#####) and not by this office.",
    "Persons with a disability may ask for an accommodation at least 7 days in advance. Have your \
     letter at hand when you call, and note the reference that the officer gives you, such as \
     SR1##########.",
    "Beware of notarios and of persons who promise a faster decision for money. Only attorneys \
     and representatives accredited under 8 CFR 1292.11 may give you legal advice.",
];

/// Sets some paragraphs of official prose, none twice in one document.
pub(super) fn fill(doc: &mut Doc, rng: &mut Rng, low: i64, high: i64) {
    for text in choose(doc, rng, low, high) {
        doc.prose(&text);
    }
}

/// Draws some paragraphs of official prose that the document has not used yet.
pub(super) fn choose(doc: &mut Doc, rng: &mut Rng, low: i64, high: i64) -> Vec<String> {
    let mut left: Vec<usize> = (0..PARAGRAPHS.len())
        .filter(|n| !doc.used.contains(n))
        .collect();
    shuffle(rng, &mut left);
    left.truncate(rng.between(low, high) as usize);
    doc.used.extend(&left);
    let mut digit = |c| match c {
        '#' => char::from(b'0' + rng.below(10) as u8),
        _ => c,
    };
    left.iter()
        .map(|&n| PARAGRAPHS[n].chars().map(&mut digit).collect())
        .collect()
}
