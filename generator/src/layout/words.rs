//! The body text of notices, and numbers of other kinds.

use crate::rng::Rng;

const RECEIPT: [&str; 9] = [
    "We have received the form listed above and it is now in line for processing. This notice \
     shows only that the filing was received on the date listed; it grants no status or benefit, \
     and it does not show that the case is still pending.",
    "Keep this notice with your other papers about this case. If your address changes before a \
     decision is made, tell us within ten days by using the change of address page on our \
     website.",
    "If any information on this notice is wrong, or you have questions about the case, call the \
     USCIS Contact Center at 1-800-375-5283 (TTY 1-800-767-1833) or send an inquiry online.",
    "You can see how long cases of this type take at uscis.gov, under \"Check Case Processing \
     Times\". You can also follow the case there with the receipt number printed at the top of \
     this notice.",
    "You will be notified separately about any other cases you filed. Please save a photocopy of \
     this notice for your records.",
    "If you have a USCIS online account, you can see this case in it. Your USCIS online account \
     number is not the same as your A-Number or the receipt number.",
    "A biometric services fee, if one is due, was taken together with the filing fee. Personal \
     checks are destroyed once they have been turned into an electronic payment (see 31 CFR \
     210).",
    "This office may verify the information you submitted, by inspection, by interview, or by \
     correspondence, at any time before or after a decision (8 CFR 103.2(b)(7)).",
    "If we need something from you, we will write to you. Until then no answer to this notice is \
     needed.",
];

const APPOINTMENT: [&str; 5] = [
    "You must appear at the place and time shown below. Bring this notice, your passport or \
     driver's license, and any travel documents that were issued to you.",
    "If you fail to appear, your application may be considered abandoned and denied (see 8 CFR \
     103.2(b)(13)).",
    "If you cannot come, ask for a new appointment through your online account or call \
     1-800-375-5283 before the day. We cannot move appointments that have passed.",
    "Cell phones and cameras must be turned off in the office. Only those who are needed to \
     interpret, to help a person with a disability or to represent you may come in with you.",
    "Do not come earlier than 15 minutes before the appointment. Please leave large bags at home.",
];

const REQUEST: [&str; 5] = [
    "The evidence that you submitted with the form does not yet show that the request can be \
     approved. Please submit the evidence described below.",
    "You must submit all of the requested evidence at one time. If you submit only some of it, \
     we will decide on the record as it then stands (8 CFR 103.2(b)(11)).",
    "Place this original notice on top of your response. Do not fold it and do not send the \
     response to any other address than the one below.",
    "Your response must reach this office by the date shown above. The time cannot be extended \
     (8 CFR 103.2(b)(8)(iv)). If this notice was mailed to you, three more days are allowed.",
    "Documents in a foreign language must come with a full English translation that the \
     translator has certified as complete and accurate.",
];

const ADDRESSING: [&str; 4] = [
    "Your USCIS online account number may be found in your profile once you have signed in.",
    "Write the A-Number and the receipt number on each page that you send.",
    "Use the Online Access Code below within 90 days. We will never ask you for it by telephone.",
    "If you have more than one online account, please tell us which account numbers belong to you.",
];

/// The topic of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// A case was received, moved or approved.
    Case,
    /// An appointment.
    Appointment,
    /// A request for evidence.
    Request,
}

/// This many different paragraphs on the topic.
pub fn paragraphs(rng: &mut Rng, topic: Topic, count: usize) -> Vec<&'static str> {
    let mut stock: Vec<&'static str> = match topic {
        Topic::Case => RECEIPT.to_vec(),
        Topic::Appointment => APPOINTMENT.to_vec(),
        Topic::Request => REQUEST.to_vec(),
    };
    if rng.chance(0.4) {
        stock.push(rng.pick(&ADDRESSING));
    }
    while stock.len() > count {
        let index = rng.below(stock.len());
        stock.remove(index);
    }
    stock
}

/// A labelled number of another kind, as `SEVIS ID: N0012345678`.
pub fn look_alike(rng: &mut Rng) -> String {
    let (d, colon) = (
        |rng: &mut Rng, n| rng.digits(n),
        if rng.chance(0.85) { ":" } else { "" },
    );
    let (label, value) = match rng.below(19) {
        0 => ("I-94 Number", format!("{} {}", d(rng, 9), d(rng, 2))),
        1 => (
            "Arrival/Departure Number",
            format!("{}{}{}", d(rng, 9), rng.letters(1), d(rng, 1)),
        ),
        2 => ("SEVIS ID", format!("N{}", d(rng, 10))),
        3 => (
            "Fax",
            format!(
                "({}) {}-{}",
                rng.between(201, 989),
                rng.between(200, 999),
                d(rng, 4)
            ),
        ),
        4 => (
            "Telephone",
            format!(
                "{}-{}-{} ext. {}",
                rng.between(201, 989),
                rng.between(200, 999),
                d(rng, 4),
                d(rng, 3)
            ),
        ),
        5 => (
            "SSN",
            format!("{}-{}-{}", rng.between(900, 999), d(rng, 2), d(rng, 4)),
        ),
        6 => ("FEIN", format!("{}-{}", d(rng, 2), d(rng, 7))),
        7 => (
            "DOL Case Number",
            format!(
                "{}-{}-{:05}-{}",
                rng.pick(&["G", "A", "P"]),
                rng.between(100, 300),
                rng.between(10000, 25365),
                d(rng, 6)
            ),
        ),
        8 => (
            "NVC Case Number",
            format!(
                "{}20{}{}",
                rng.pick(&["GUZ", "MNL", "CDJ", "BMB", "FRN"]),
                rng.between(10, 24),
                d(rng, 6)
            ),
        ),
        9 => (
            "Card Number",
            format!("{}{}", rng.pick(&["AAA", "KQT", "XYZ"]), d(rng, 10)),
        ),
        10 => (
            "FedEx Tracking",
            format!("{} {} {}", d(rng, 4), d(rng, 4), d(rng, 4)),
        ),
        11 => ("Payment Tracking ID", d(rng, 12)),
        12 => (
            "Online Access Code",
            format!("{}-{}-{}", d(rng, 4), d(rng, 4), d(rng, 2)),
        ),
        13 => ("Passport No.", format!("{}{}", rng.letters(1), d(rng, 8))),
        14 => (
            "USPS Tracking Number",
            format!(
                "9400 {} {} {} {} {}",
                d(rng, 4),
                d(rng, 4),
                d(rng, 4),
                d(rng, 4),
                d(rng, 2)
            ),
        ),
        15 => ("Check Number", d(rng, 10)),
        16 => (
            "Document Number",
            format!("{}{}", rng.pick(&["BBA", "QPL", "TTR"]), d(rng, 10)),
        ),
        17 => ("Invoice Reference", d(rng, 9)),
        _ => (
            "Amount Received",
            format!("$ {},{}.00", rng.between(1, 4), rng.between(100, 999)),
        ),
    };
    format!("{label}{colon} {value}")
}

/// Labels under which the account number is printed.
pub const ACCOUNT_LABELS: [&str; 10] = [
    "USCIS Online Account Number",
    "USCIS Online Account Number",
    "USCIS Online Account Number",
    "USCIS Account Number",
    "USCIS ELIS Account Number",
    "USCIS ELIS Number",
    "Online Account Number",
    "Online Account No.",
    "Account Number",
    "Account #",
];

/// Labels under which an A-Number is printed.
pub const A_NUMBER_LABELS: [&str; 9] = [
    "USCIS A#",
    "A#",
    "A Number",
    "A-Number",
    "USCIS Alien Number",
    "Alien Number",
    "Alien Registration Number",
    "Alien Registration No.",
    "USCIS#",
];
