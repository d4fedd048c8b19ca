//! Running text of the notices.
use crate::rng::Rng;

/// Paragraphs of a receipt.
pub(super) const RECEIPT: [&str; 6] = [
    "We have received the form named above and the fee that goes with it. This notice only shows \
     that the filing was accepted for processing; it is not evidence of any status.",
    "If any of the facts printed above is wrong, write to the office at the foot of this page or \
     call the Contact Center within 15 days, and have this notice at hand.",
    "You may follow the progress of your case at egov.uscis.gov/casestatus with the receipt \
     number. Processing times are posted at egov.uscis.gov/processing-times.",
    "We will mail you a notice if you must come to an Application Support Center so that we can \
     take your fingerprints, photograph and signature.",
    "If you move, you must tell us within 10 days. Use the change of address page at \
     uscis.gov/addresschange; the post office does not forward our mail.",
    "Keep this notice with your papers. Please send a copy of it with every letter.",
];

/// Sentences that speak of the account number and give none.
pub(super) const MENTIONS: [&str; 9] = [
    "If you have a USCIS online account number, write it on every form that you mail to us.",
    "A USCIS online account number has 12 digits (for example 012345678901) and is not the same \
     as an A-Number or a receipt number.",
    "To find your USCIS online account number, sign in at my.uscis.gov and open your profile.",
    "Never give your online account number or the access code to a person whom you do not know.",
    "Do not send us your bank account number. We never ask for it by telephone.",
    "Creating an online account is free. You do not need an account number to read your case \
     status.",
    "The account number is printed like this: 0987 6543 2101. Yours is in your profile on line.",
    "We cannot give out a USCIS online account number by telephone.",
    "Your attorney's USCIS online account number is not yours; do not write it on your forms.",
];

/// Telephone lines, one with an extension that makes twelve digits.
pub(super) fn telephone(rng: &mut Rng) -> String {
    match rng.below(4) {
        0 => "Customer Service Telephone: 800-375-5283 (TTY 800-767-1833)".into(),
        1 => format!(
            "Tel. 202-555-01{} ext. {}   Fax 202-555-0199",
            rng.digits(2),
            rng.digits(2)
        ),
        2 => format!(
            "USCIS Contact Center 1-800-375-5283 · Fax (703) 555-01{}",
            rng.digits(2)
        ),
        _ => "For questions call 1-800-375-5283. TTY: 1-800-767-1833".into(),
    }
}

/// Some paragraphs of a receipt in their order, and perhaps a sentence about accounts.
pub(super) fn receipt(rng: &mut Rng, count: usize, mention: bool) -> Vec<&'static str> {
    let first = rng.below(RECEIPT.len() + 1 - count.min(RECEIPT.len()));
    let mut texts: Vec<&str> = RECEIPT.iter().copied().skip(first).take(count).collect();
    if mention {
        texts.push(rng.pick(&MENTIONS));
    }
    texts
}

/// The banner of notices that grant nothing.
pub(super) const BANNER: &str = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
