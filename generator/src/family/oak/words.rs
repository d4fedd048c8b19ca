//! Wordings that the designs share.
use crate::rng::Rng;

/// Labels of the filer's own online account number.
pub(super) const OWN: &[&str] = &[
    "USCIS online account number",
    "USCIS online account no.",
    "USCIS Online Acct. No.",
    "{R}'s USCIS online account number",
    "USCIS online account number of {r}",
    "Online account number ({r})",
    "Your USCIS online account no.",
    "USCIS account number ({r})",
    "USCIS ELIS account number",
    "{R} online account ID",
    "Online Acct #",
    "OAN ({r})",
    "USCIS electronic account no.",
    "No. of your USCIS online account",
];

/// Labels of an attorney's account number.
pub(super) const ATTORNEY_ACCOUNT: &[&str] = &[
    "Attorney's online account number",
    "Attorney or Accredited Representative USCIS Online Account Number",
    "Representative's USCIS online account no.",
    "USCIS online account no. of attorney",
    "G-28 attorney account number",
    "Counsel's USCIS Online Acct. No.",
];

/// Amounts received.
pub(super) const AMOUNTS: &[&str] = &[
    "$1,440.00",
    "$535.00",
    "$460.00",
    "$725.00",
    "$640.00",
    "$410.00",
    "$2,805.00",
    "$1,225.00",
    "$85.00",
    "$700.00",
    "Fee Waived",
    "$0.00",
    "$1,385.00",
    "$715.00",
    "$470.00",
];

/// Labels of the receipt number.
pub(super) const RECEIPT: &[&str] = &[
    "Receipt number",
    "Receipt no.",
    "Receipt #",
    "Case receipt number",
    "USCIS receipt number",
    "Case ID (receipt number)",
    "Receipt No. for this case",
];

/// Labels of the notice date.
pub(super) const NOTICED: &[&str] = &[
    "Notice date",
    "Date of notice",
    "Date of this notice",
    "Notice dated",
];

/// Labels of the received date.
pub(super) const RECEIVED: &[&str] = &[
    "Received date",
    "Date received",
    "Receipt date",
    "Received on",
];

/// Labels of the priority date.
pub(super) const PRIORITY: &[&str] = &["Priority date", "Priority date (if any)"];

/// Labels of the case type.
pub(super) const CASE_TYPE: &[&str] = &["Case type", "Form type", "Form and title", "Type of case"];

/// Labels of the A-Number of the filer.
pub(super) const FILER_A: &[&str] = &[
    "{R}'s A-Number",
    "A-Number of {r}",
    "Alien Registration Number ({r})",
    "USCIS A# ({r})",
    "{R} A-File No.",
    "Alien number of {r}",
];

/// Labels of the A-Number of the beneficiary.
pub(super) const BENEFICIARY_A: &[&str] = &[
    "Beneficiary's A-Number",
    "A-Number of beneficiary",
    "Beneficiary A#",
    "Alien Reg. No. (beneficiary)",
];

/// How many sorts of other numbers there are.
pub(super) const TRAP_SORTS: usize = 16;

/// A printed group of digits: twelve, split or not.
pub(super) fn twelve(rng: &mut Rng) -> String {
    match rng.below(4) {
        0 => format!("{} {} {}", rng.digits(4), rng.digits(4), rng.digits(4)),
        1 => format!("{}-{}-{}", rng.digits(4), rng.digits(4), rng.digits(4)),
        _ => rng.digits(12),
    }
}

/// Another number with a label that tells what it is.
pub(super) fn trap(rng: &mut Rng, sort: usize) -> (String, String) {
    let label = rng.pick(TRAP_LABELS[sort % TRAP_SORTS]).to_string();
    let value = match sort {
        0 => rng.digits(12),
        1 => twelve(rng),
        2 => twelve(rng),
        3 => rng.digits(12),
        4 => twelve(rng),
        5 => format!(
            "{}{}",
            rng.pick(&["GUZ", "MNL", "CDJ", "BMB", "LND"]),
            rng.digits(10)
        ),
        6 => format!("N{}", rng.digits(10)),
        7 => format!("9{}-{}-{}", rng.digits(2), rng.digits(2), rng.digits(4)),
        8 => format!("{}-{}", rng.digits(2), rng.digits(7)),
        9 => rng.digits(12),
        10 => format!(
            "{}{}",
            rng.pick(&["QXB", "VTR", "KPN", "JWH"]),
            rng.digits(10)
        ),
        11 => format!(
            "G-{}-{}-{}",
            rng.pick(&["100", "200"]),
            rng.digits(5),
            rng.digits(6)
        ),
        12 => rng.digits(20),
        13 => format!("{}-{}-{}", rng.digits(3), rng.digits(3), rng.digits(6)),
        14 => format!("(8{}) {}-{}", rng.digits(2), rng.digits(3), rng.digits(4)),
        _ => rng.digits(9),
    };
    (label, value)
}

const TRAP_LABELS: [&[&str]; TRAP_SORTS] = [
    &[
        "Payment tracking no.",
        "Pay.gov tracking ID",
        "Agency payment tracking ID",
    ],
    &[
        "Parcel no. (FedEx)",
        "Courier parcel number",
        "UPC of mailer",
    ],
    &[
        "Bank account debited",
        "Bank account number of payer",
        "Checking account no. (payer)",
    ],
    &[
        "Lockbox batch and item",
        "Lockbox transaction no.",
        "Deposit voucher no.",
    ],
    &[
        "USCIS online account no. of prior petitioner",
        "Prior petitioner's online account number",
    ],
    &["NVC case number", "National Visa Center case no."],
    &["SEVIS ID", "SEVIS number"],
    &["Social Security number", "SSN"],
    &["FEIN", "Federal employer ID"],
    &[
        "Billing account (agency use)",
        "Treasury billing account no.",
        "GSA customer account no.",
    ],
    &["Document no. of prior card", "Card document number"],
    &["Labor certification no.", "ETA case number"],
    &["USPS tracking number", "USPS Certified Mail item"],
    &["Mail room control no.", "Scanner batch ID"],
    &["Fax for this office", "Fax"],
    &["Passport number", "Travel document number"],
];

/// Sentences that speak of the account number and give none.
pub(super) const MENTION: &[&str] = &[
    "Please have your receipt number and your USCIS online account number ready when you call.",
    "You may link this case to a USCIS online account with the receipt number shown above.",
    "Write your USCIS online account number, if you have one, on every form you file by mail.",
    "A USCIS online account number has twelve digits and is not the same as an A-Number.",
    "Your USCIS online account number, if any, is shown in your profile at my.uscis.gov.",
    "We never ask for the password of your online account by telephone.",
];

/// Sentences for notices that print no account number of the filer.
pub(super) const NO_NUMBER: &[&str] = &[
    "For your protection, this notice does not show the number of your USCIS online account.",
    "Your USCIS online account number will be sent to you in a separate Account Access Notice.",
    "No online account number is printed here; look for it in your profile after you sign in.",
    "A USCIS online account number looks like this: 012345678901. It is an example only.",
    "The number of an online account (for example, 0000 1234 5678) is never your receipt number.",
];

/// The prose of a receipt.
pub(super) const RECEIVED_PROSE: &[&str] = &[
    "We have received the {kind} named above and it is in process. Please check that the \
     particulars printed here are correct and tell us at once if they are not.",
    "This notice only shows that your {kind} was submitted on the date given. It grants no \
     immigration status or benefit, and it is not evidence that your case is still pending.",
    "If you move before a decision is made, tell us of your new address within 10 days. Use \
     uscis.gov/addresschange or call the USCIS Contact Center at 800-375-5283 (TTY 800-767-1833).",
    "We will let you know by mail if we need more evidence or if you must appear for \
     fingerprints, a photograph or an interview.",
    "Processing times are posted at uscis.gov/processing-times. Please do not ask about this case \
     until the posted time has passed.",
    "Keep this notice with your records. A copy, not the original, should go with any later \
     filing that rests on this {kind}.",
    "You will be notified separately about any other cases that you have filed.",
    "Evidence sent after this date should bear the receipt number on each page and should go to \
     the office printed at the foot of this notice.",
];

/// Lines of offices: name, street or box, town.
pub(super) const OFFICES: &[[&str; 3]] = &[
    [
        "USCIS Nebraska Service Center",
        "P.O. Box 82521",
        "Lincoln NE 68501-2521",
    ],
    [
        "USCIS California Service Center",
        "P.O. Box 30111",
        "Laguna Niguel CA 92607-0111",
    ],
    [
        "USCIS Texas Service Center",
        "6046 N Belt Line Rd Ste 172",
        "Irving TX 75038-0015",
    ],
    [
        "USCIS Vermont Service Center",
        "38 River Road",
        "Essex Junction VT 05479-0001",
    ],
    [
        "USCIS National Benefits Center",
        "P.O. Box 648003",
        "Lee's Summit MO 64064-8003",
    ],
    [
        "USCIS Atlanta Field Office",
        "2150 Parklake Drive NE",
        "Atlanta GA 30345-2812",
    ],
    [
        "USCIS Potomac Service Center",
        "2200 Potomac Center Dr",
        "Arlington VA 20598-2425",
    ],
    [
        "USCIS Philadelphia Field Office",
        "30 N 41st Street",
        "Philadelphia PA 19104-2263",
    ],
];
