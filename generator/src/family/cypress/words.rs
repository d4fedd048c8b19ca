//! Words that several designs print: offices, sentences, telephone numbers.
use crate::rng::Rng;

/// An office: name, street, city with ZIP code.
pub(super) type Office = (&'static str, &'static str, &'static str);

/// Service centers.
pub(super) const CENTERS: &[Office] = &[
    (
        "Nebraska Service Center",
        "P.O. Box 82521",
        "Lincoln NE 68501-2521",
    ),
    (
        "California Service Center",
        "P.O. Box 30111",
        "Laguna Niguel CA 92607-0111",
    ),
    (
        "Texas Service Center",
        "6046 N Belt Line Road, Suite 172",
        "Irving TX 75038-0015",
    ),
    (
        "Vermont Service Center",
        "38 River Road",
        "Essex Junction VT 05479-0001",
    ),
    (
        "Potomac Service Center",
        "2200 Potomac Center Drive",
        "Arlington VA 22202-4102",
    ),
    (
        "National Benefits Center",
        "P.O. Box 648003",
        "Lee's Summit MO 64064-8003",
    ),
];

/// Field offices.
pub(super) const FIELD: &[Office] = &[
    (
        "New Orleans Field Office",
        "1250 Poydras Street, Suite 1800",
        "New Orleans, LA 70113-1914",
    ),
    (
        "Philadelphia Field Office",
        "30 North 41st Street",
        "Philadelphia, PA 19104-2377",
    ),
    (
        "Atlanta Field Office",
        "2150 Parklake Drive NE",
        "Atlanta, GA 30345-2861",
    ),
    (
        "Des Moines Field Office",
        "210 Walnut Street, Room 369",
        "Des Moines, IA 50309-2118",
    ),
    (
        "Tukwila Field Office",
        "12500 Tukwila Intl Boulevard",
        "Seattle, WA 98168-2506",
    ),
    (
        "Fresno Field Office",
        "744 P Street, Suite 120",
        "Fresno, CA 93721-2718",
    ),
    (
        "St. Paul Field Office",
        "250 Marquette Avenue, Suite 710",
        "Minneapolis, MN 55401-2329",
    ),
    (
        "Newark Field Office",
        "970 Broad Street, 13th Floor",
        "Newark, NJ 07102-2506",
    ),
];

/// Lockboxes.
pub(super) const LOCKBOXES: &[Office] = &[
    ("Phoenix Lockbox", "P.O. Box 21281", "Phoenix AZ 85036-1281"),
    (
        "Elgin Lockbox",
        "2500 Westfield Drive",
        "Elgin IL 60124-7836",
    ),
    ("Dallas Lockbox", "P.O. Box 660867", "Dallas TX 75266-0867"),
    (
        "Philadelphia Lockbox",
        "P.O. Box 71900",
        "Philadelphia PA 19176-1900",
    ),
];

/// A telephone number of an office.
pub(super) fn phone(rng: &mut Rng) -> String {
    let area = rng.pick(&["202", "402", "503", "617", "713", "949", "802"]);
    match rng.below(3) {
        0 => format!("({area}) 555-0{}", rng.digits(3)),
        1 => format!("{area}-555-0{}", rng.digits(3)),
        _ => format!("{area}.555.0{}", rng.digits(3)),
    }
}

/// A sentence that speaks of account numbers without giving the reader's own.
pub(super) fn remark(rng: &mut Rng) -> String {
    match rng.below(7) {
        0 => "If you already have a USCIS Online Account Number, write it on every form that \
              you mail to us. If you do not have one, leave the space on the form empty."
            .into(),
        1 => format!(
            "A USCIS online account number is not an A-Number: it has 12 digits and no letter \
             (for example, 0{}). Do not send us a made-up number.",
            rng.digits(11)
        ),
        2 => "You may follow this case at egov.uscis.gov with the receipt number. An online \
              account is not needed for that."
            .into(),
        3 => "To open a USCIS online account, go to my.uscis.gov. We give each account a number \
              that you can find in your profile."
            .into(),
        4 => "Never give your online account number, your password or this notice to a person \
              who offers to speed up your case."
            .into(),
        5 => "If you move, tell us within 10 days (Form AR-11). You can do so in a USCIS online \
              account or by calling 800-375-5283 (TTY 800-767-1833)."
            .into(),
        _ => "Questions? Call the USCIS Contact Center at 1-800-375-5283. Have your receipt \
              number and, if you have one, your online account number at hand."
            .into(),
    }
}

/// Body sentences for a case that has been received.
pub(super) const RECEIVED: &[&str] = &[
    "We have received the form shown above and have begun to work on it. Please check every \
     item of this notice and tell us at once of any mistake.",
    "This notice only shows that the filing reached us on the received date given here. It is \
     not a decision, and no benefit or status comes with it.",
    "How long the work takes depends on the kind of form and the office. You can look up the \
     usual times at www.uscis.gov/processing-times.",
    "If we need fingerprints, a photograph or more papers from you, we will write to you at the \
     address on this notice.",
    "Keep this notice with your papers. You may be asked for it when you call us or visit an \
     office.",
];

/// Sentences about the payment.
pub(super) const PAID: &[&str] = &[
    "Fees are not refunded, whatever we decide about the form.",
    "If your bank does not honor the payment, the filing loses its received date.",
    "A charge for the amount above will show on your statement as DHS USCIS FEES.",
];
