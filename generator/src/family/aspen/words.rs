//! The wording of labels, offices and prose.
use super::kit::Desk;
use crate::notice::AccountCell;

/// A label for the own account number in title case, with `*` for the owner.
const TITLE: [&str; 20] = [
    "USCIS Online Account Number",
    "USCIS Online Account No.",
    "Online Account Number",
    "USCIS Account Number",
    "*'s USCIS Online Account Number",
    "* Online Account No.",
    "myUSCIS Account Number",
    "USCIS ELIS Account Number",
    "Online Account ID (USCIS)",
    "USCIS Online Acct. #",
    "Online Acct. No. of *",
    "OAN (USCIS Online Account No.)",
    "Your USCIS Online Account Number",
    "USCIS Online Account Number (if any)",
    "*'s Online Account #",
    "my.uscis.gov Account No.",
    "USCIS e-Filing Account Number",
    "USCIS Online Account",
    "USCIS Web Account Number",
    "Account No. at my.uscis.gov",
];

/// Labels that name the owner.
const OWNED: [&str; 8] = [
    "*'s USCIS Online Account Number",
    "* Online Account No.",
    "USCIS Online Account No. (*)",
    "Online Acct. No. of *",
    "*'s Online Account #",
    "*'s Own USCIS Account Number",
    "USCIS Account No. - *",
    "OAN of *",
];

/// Short labels for narrow places.
const SHORT: [&str; 9] = [
    "USCIS OAN",
    "Online Acct No.",
    "Online Acct #",
    "OAN",
    "USCIS Acct No.",
    "ELIS Acct No.",
    "Online Account",
    "USCIS Account #",
    "USCIS Online Acct",
];

/// A label for the own account number.
pub(super) fn own_label(desk: &mut Desk) -> String {
    let label = desk.pick(&TITLE);
    label.replace('*', desk.owner())
}

/// A label that names the owner.
pub(super) fn owned_label(desk: &mut Desk) -> String {
    let label = desk.pick(&OWNED);
    label.replace('*', desk.owner())
}

/// A short label.
pub(super) fn short_label(desk: &mut Desk) -> String {
    desk.pick(&SHORT).into()
}

/// An office: its name, two lines of address, a telephone.
#[derive(Clone, Copy)]
pub(super) struct Office {
    pub(super) name: &'static str,
    pub(super) lines: [&'static str; 2],
    pub(super) phone: &'static str,
}

/// The service centers.
const CENTERS: [(&str, Office); 6] = [
    (
        "EAC",
        office(
            "Vermont Service Center",
            "75 Lower Welden Street",
            "Saint Albans VT 05479-0001",
        ),
    ),
    (
        "WAC",
        office(
            "California Service Center",
            "P.O. Box 30111",
            "Laguna Niguel CA 92607-0111",
        ),
    ),
    (
        "LIN",
        office(
            "Nebraska Service Center",
            "P.O. Box 82521",
            "Lincoln NE 68501-2521",
        ),
    ),
    (
        "SRC",
        office(
            "Texas Service Center",
            "6046 N Belt Line Road",
            "Irving TX 75038-0015",
        ),
    ),
    (
        "MSC",
        office(
            "National Benefits Center",
            "P.O. Box 648005",
            "Lee's Summit MO 64002-0864",
        ),
    ),
    (
        "YSC",
        office(
            "Potomac Service Center",
            "2200 Crystal Drive",
            "Arlington VA 22202-3718",
        ),
    ),
];

/// An office with the national telephone.
const fn office(name: &'static str, street: &'static str, city: &'static str) -> Office {
    Office {
        name,
        lines: [street, city],
        phone: "800-375-5283",
    }
}

/// The office that a receipt number names, or any center for others.
pub(super) fn center(desk: &mut Desk) -> Office {
    let any = desk.pick(&CENTERS).1;
    let named = CENTERS
        .iter()
        .find(|(prefix, _)| desk.case.receipt.starts_with(prefix));
    named.map_or(any, |(_, office)| *office)
}

/// A field office.
pub(super) fn field_office(desk: &mut Desk) -> Office {
    desk.pick(&[
        office(
            "Baltimore Field Office",
            "3701 Koppers Street",
            "Baltimore MD 21227-1043",
        ),
        office(
            "Philadelphia Field Office",
            "30 North 41st Street",
            "Philadelphia PA 19104-2335",
        ),
        office(
            "Santa Ana Field Office",
            "34 Civic Center Plaza",
            "Santa Ana CA 92701-4025",
        ),
        office(
            "Cleveland Field Office",
            "1240 East 9th Street",
            "Cleveland OH 44199-2085",
        ),
        office(
            "Atlanta Field Office",
            "2150 Parklake Drive NE",
            "Atlanta GA 30345-2809",
        ),
        office(
            "Des Moines Field Office",
            "210 Walnut Street",
            "Des Moines IA 50309-2107",
        ),
    ])
}

/// Sentences of any notice.
const GENERAL: [&str; 24] = [
    "Please notify us immediately if any of the above information is incorrect. If you find an \
     error, call the USCIS Contact Center and have this notice at hand.",
    "We will use the address above for every letter about this case. If you move, you must report \
     your new address within 10 days on Form AR-11 or through your online account.",
    "You may check the status of your case at www.uscis.gov/casestatus. Processing times for each \
     form and office are posted on our website and change from month to month.",
    "This notice does not by itself grant any immigration status or benefit, nor is it evidence \
     that the case is still pending.",
    "If you have a disability and need a reasonable accommodation, call us at 1-800-375-5283 (TTY \
     800-767-1833) as soon as you can.",
    "Keep this notice with your permanent records. Show the original if an officer asks for it; \
     send copies only.",
    "If we need further evidence we will write to you. Please do not send documents before you \
     are asked, since loose mail is hard to match with a file.",
    "Do not give this notice to anyone who promises faster results for money. Our forms are free, \
     and only an attorney or accredited representative may advise you.",
    "If you are represented, a courtesy copy of this notice has been sent to the attorney or \
     representative named in your Form G-28.",
    "Biometrics that were taken earlier may be used again. If new ones are needed you will get an \
     appointment notice in a separate envelope.",
    "If this case was filed together with others, each of them gets its own notice. The dates of \
     those notices may differ by several weeks.",
    "The fee you paid is final and cannot be refunded, whatever decision is made, and also if you \
     withdraw the request.",
    "Documents in a foreign language must come with a full English translation and a certificate \
     of the translator.",
    "An officer may ask you to come in for an interview. If you cannot come, write to the office \
     at the foot of this page before the date.",
    "A receipt number has three letters and ten digits, for example EAC0123456789. Write it on \
     every letter and on the back of every check.",
    "Form AR-11 may be mailed to Harrisonburg VA 22801-4037. A change with the Postal Service \
     alone does not reach us.",
    "Please do not staple, fold or bind papers that you send to us; a clip is enough.",
    "If you leave the United States before a decision is made, the case may be considered \
     abandoned unless you have first been given a travel document.",
    "Evidence on microfilm, on disks or on other media will not be read. Send paper copies of \
     letter size, unbound, with no tabs.",
    "To order forms by telephone, call 1-800-870-3676. People who are deaf or hard of hearing may \
     call the TTY number 1-800-767-1833.",
    "A photocopy of this notice cannot be used to apply for a visa or for admission at a port.",
    "Decisions are made in the order in which cases were received. Letters that ask only about \
     progress delay the work for all and will not be answered.",
    "An employer may not treat workers differently because of citizenship or national origin. To \
     report this, call the Department of Justice at 1-800-255-7688, extension 214.",
    "Public reporting burden: the time for this collection is estimated at 12 minutes. OMB \
     No. 1615-0012. Do not send your form to the address of the burden office.",
];

/// Sentences that speak of the account number without giving one.
const MENTIONS: [&str; 7] = [
    "If you have a USCIS online account number, write it in the box for it on the next form you \
     mail to us. It has 12 digits and is not your A-Number.",
    "Your USCIS online account number is shown in your profile under Account Information. For \
     your protection it is not printed in this letter.",
    "An online account number looks like this: 012345678901. It is not the same as the receipt \
     number, which starts with three letters.",
    "To link this case to an online account, sign in at my.uscis.gov and enter the Online Access \
     Code that we mail to you separately.",
    "Do not confuse your A-Number with a USCIS online account number (for example 0000 1234 \
     5678). People who never filed online may have no account number.",
    "Attorneys must enter their own USCIS online account number in Part 1 of Form G-28; leave the \
     client's number out of that space.",
    "When you call, be ready with the receipt number, your date of birth and, if you have one, \
     your online account number.",
];

/// Some paragraphs, each at most once; where no number is given, some mention it all the same.
pub(super) fn paragraphs(desk: &mut Desk, count: usize) -> Vec<String> {
    let modern = desk.case.noticed.year > 2012;
    let new = |text: &&str| {
        !["online", "USCIS", "www."]
            .iter()
            .any(|word| text.contains(word))
    };
    let mut pool: Vec<&str> = GENERAL
        .iter()
        .copied()
        .filter(|t| modern || new(t))
        .collect();
    let mut chosen = Vec::new();
    for _ in 0..count.min(pool.len()) {
        let at = desk.rng.below(pool.len());
        chosen.push(pool.remove(at).to_string());
    }
    if modern && desk.chance(0.45) {
        let at = desk.rng.below(chosen.len() + 1);
        let mut mention = desk.pick(&MENTIONS);
        if desk.truth.account_cell != AccountCell::Absent && mention.contains("not printed") {
            mention = MENTIONS[0];
        }
        chosen.insert(at, mention.into());
    }
    chosen
}

/// A number that is nobody's account: its label and value.
pub(super) fn decoy(desk: &mut Desk) -> (&'static str, String) {
    let twelve = desk.rng.digits(12);
    let nine = desk.rng.digits(9);
    let year = desk.rng.between(2014, 2023);
    match desk.rng.below(9) {
        0 => ("FedEx Tracking No.", super::kit::fours(&twelve)),
        1 => ("Pay.gov Agency Tracking ID", twelve),
        2 => ("Lockbox Remittance ID", twelve),
        3 => ("Bank Account (drawer)", twelve),
        4 => ("SEVIS ID", format!("N00{}", &nine[1..])),
        5 => ("NVC Case Number", format!("GUZ{year}{}", &nine[..6])),
        6 => (
            "SSN",
            format!("{}-{}-{}", &nine[..3], &nine[3..5], &nine[5..]),
        ),
        7 => ("Parcel Control No.", twelve),
        _ => ("FEIN", format!("{}-{}", &nine[..2], &nine[2..])),
    }
}

/// The agency's name as a head prints it.
pub(super) fn agency(desk: &mut Desk) -> [&'static str; 2] {
    if desk.case.noticed.year < 2003 {
        return [
            "U.S. Department of Justice",
            "Immigration and Naturalization Service",
        ];
    }
    desk.pick(&[
        [
            "Department of Homeland Security",
            "U.S. Citizenship and Immigration Services",
        ],
        [
            "U.S. Department of Homeland Security",
            "U.S. Citizenship and Immigration Services",
        ],
        ["U.S. Department of Homeland Security", "USCIS"],
    ])
}

/// Few or many paragraphs.
pub(super) fn prose(desk: &mut Desk) -> Vec<String> {
    let count = desk.rng.between(4, 14) as usize;
    paragraphs(desk, count)
}
