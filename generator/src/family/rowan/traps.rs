//! Numbers that are none of the three, and sentences about account numbers that give none.
use super::facts::Facts;
use super::kit::{Row, Slot};
use crate::case;
use crate::rng::Rng;

/// Up to `most` rows with numbers that a hasty reader would take.
pub(super) fn rows(rng: &mut Rng, facts: &Facts, most: usize) -> Vec<Row> {
    let start = rng.below(11);
    let count = rng.below(most + 1);
    (0..count)
        .filter_map(|i| row(rng, facts, (start + i * 4) % 11))
        .collect()
}

/// One row of the kind, if it suits the notice.
fn row(rng: &mut Rng, facts: &Facts, kind: usize) -> Option<Row> {
    let other = |label: &str, value: String| Some(Row::new(label, value, Slot::Other));
    match kind {
        0 => other(
            rng.pick(&["Payment tracking no.", "Pay.gov tracking ID"]),
            rng.digits(12),
        ),
        1 => other("Bank account debited (ACH)", rng.digits(12)),
        2 => other(
            rng.pick(&["Courier waybill", "FedEx tracking no."]),
            rng.digits(12),
        ),
        3 if facts.modern => attorney(rng),
        4 if facts.modern => other("Prior petitioner's online account", case::account(rng)),
        5 => other("Social Security Number", dashed(rng)),
        6 => other("SEVIS ID", format!("N{}", rng.digits(10))),
        7 => {
            let post = rng.pick(&["GUZ", "MNL", "CDJ", "BMB"]);
            other(
                "NVC case no. (Dept. of State)",
                format!("{post}20{}", rng.digits(8)),
            )
        }
        8 => other(
            "Labor certification (DOL)",
            format!("G-100-{}-{}", rng.digits(5), six(rng)),
        ),
        9 => other("Card document no.", format!("AAA{}", rng.digits(10))),
        _ => other(
            "Lockbox batch / remitter ref.",
            format!("{}-{}", rng.digits(8), rng.digits(4)),
        ),
    }
}

/// Six digits.
fn six(rng: &mut Rng) -> String {
    rng.digits(6)
}

/// Nine digits in the pattern 3-2-4.
fn dashed(rng: &mut Rng) -> String {
    format!("{}-{}-{}", rng.digits(3), rng.digits(2), rng.digits(4))
}

/// The attorney's own account number.
fn attorney(rng: &mut Rng) -> Option<Row> {
    let number = case::account(rng);
    let label = rng.pick(&[
        "Attorney's own online account",
        "Online account of G-28 attorney",
        "Representative's USCIS Online Account Number",
        "Counsel's USCIS account no.",
    ]);
    Some(Row::new(label, number.clone(), Slot::Attorney(number)))
}

/// Sentences for the body, some of which speak of account numbers without giving one.
fn sentence(rng: &mut Rng, kind: usize) -> String {
    match kind % 8 {
        0 => "If you have a USCIS online account number, write it on the first page of every \
              further form; if you leave it out we may open a second account."
            .into(),
        1 => format!(
            "An online account number always has twelve digits (for example {}); an A-Number has \
             no more than nine.",
            rng.pick(&["000123456789", "0123 4567 8901", "000000000000"])
        ),
        2 => "Your A-Number is not your account number. To find the account number, sign in at \
              my.uscis.gov and open Account Information."
            .into(),
        3 => format!(
            "Call the USCIS Contact Center at 800-375-5283 (TTY 800-767-1833), or this office at \
             402-{}-{} ext. {}, if anything on this notice is wrong.",
            rng.digits(3),
            rng.digits(4),
            rng.digits(4)
        ),
        4 => {
            "An Online Access Code, sent separately and good for 90 days, lets you link this case \
              to an online account."
                .into()
        }
        5 => format!(
            "Parcels sent by courier must show the docket code {} below the street address.",
            rng.digits(9)
        ),
        6 => "Attorneys and accredited representatives should use their own account and not that \
              of the client."
            .into(),
        _ => "You will be notified separately about any other case you have filed.".into(),
    }
}

/// `count` paragraphs of body text, no two alike, prose and sentences with traps in turn.
pub(super) fn body(rng: &mut Rng, count: usize) -> Vec<String> {
    let first = rng.below(8);
    let other = rng.below(8);
    (0..count)
        .map(|i| match i % 2 {
            0 => prose(other + i),
            _ => sentence(rng, first + i),
        })
        .collect()
}

/// Plain sentences of official prose.
fn prose(kind: usize) -> String {
    const TEXTS: [&str; 8] = [
        "Please save this notice for your records and enclose a copy if you have to write to us \
         about this case, or if you file another application based on this decision.",
        "This notice does not grant any immigration status or benefit. It is not evidence that \
         the request has been decided, and it may not be used as a travel document.",
        "If your address changes, tell us within ten days of the move as 8 CFR 265.1 requires. \
         Mail from this office is not forwarded by the postal service.",
        "Processing times vary by form and by office. You may look up the time now usual for \
         your form at uscis.gov/processing-times before you ask about the case.",
        "We may need to see you, to take your fingerprints, photograph and signature, or to ask \
         for more evidence. If so, you will hear from us by mail.",
        "Evidence in a foreign language must come with a full English translation and the \
         translator's signed certificate that it is complete and accurate.",
        "Originals that were not asked for are not returned without a written request on Form \
         G-884. Copies are accepted unless the instructions of the form say otherwise.",
        "Keep the envelope in which this notice came. The date of its postmark may matter if you \
         are asked when you learned of the action taken.",
    ];
    TEXTS[kind % 8].to_string()
}
