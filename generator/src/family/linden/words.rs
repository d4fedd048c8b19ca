//! Wordings: account labels, running text, offices, other numbers.
use super::kit::{Fact, Pad};
use crate::case;

/// A label for the filer's own account number, plain to any careful reader.
pub(super) fn account_label(pad: &mut Pad) -> String {
    let role = pad.role();
    let title = pad.role_title();
    match pad.rng.below(14) {
        0 => "USCIS Online Account Number".into(),
        1 => format!("{title}'s USCIS Online Account No."),
        2 => format!("USCIS Online Acct # ({role})"),
        3 => format!("Online Account No. of {title}"),
        4 => "Your USCIS online account number".into(),
        5 => format!("{title}'s online account with USCIS"),
        6 => format!("USCIS OAN ({role})"),
        7 => "USCIS Online Account ID (filer)".into(),
        8 => "Filer's USCIS online account no.".into(),
        9 => "USCIS Online Account Number (if any)".into(),
        10 => format!("{title} - USCIS Online Account"),
        11 => "USCIS Account Nbr (online filing)".into(),
        12 => "USCIS ELIS Account Number".into(),
        _ => format!("USCIS Online Account No., {role}"),
    }
}

/// A number of some other thing or person, with its honest label.
pub(super) fn other_number(pad: &mut Pad) -> Fact {
    let digits = pad.rng.digits(12);
    let (label, value) = match pad.rng.below(13) {
        11 if pad.case.is_petition => (
            "Beneficiary's own USCIS online acct",
            case::account(pad.rng),
        ),
        11 => ("Spouse's own USCIS online account", case::account(pad.rng)),
        0 => ("Pay.gov Tracking ID", digits),
        1 => ("Bank account debited", digits),
        2 => ("Return parcel (FedEx)", digits),
        3 => ("Lockbox batch / item", digits),
        4 => (
            "Attorney's USCIS Online Account No.",
            pad.attorney_account(),
        ),
        5 => ("Representative's Online Acct #", pad.attorney_account()),
        6 => ("Online account of prior petitioner", case::account(pad.rng)),
        7 => ("Social Security No.", ssn(pad)),
        8 => ("NVC Case Number", nvc(pad)),
        9 => ("Last card document no.", card(pad)),
        _ => ("Check / money order no.", digits),
    };
    (label.into(), value)
}

/// A number of the Social Security pattern (an area that is never given out).
pub(super) fn ssn(pad: &mut Pad) -> String {
    format!(
        "9{}-{}-{}",
        pad.rng.digits(2),
        pad.rng.digits(2),
        pad.rng.digits(4)
    )
}

/// A case number of the visa centre.
pub(super) fn nvc(pad: &mut Pad) -> String {
    let post = pad
        .rng
        .pick(&["GUZ", "MNL", "CDJ", "BMB", "SDO", "FRN", "BGT"]);
    format!("{post}{}{}", pad.case.noticed.year - 1, pad.rng.digits(6))
}

/// A document number on the back of a card.
pub(super) fn card(pad: &mut Pad) -> String {
    format!(
        "{}{}",
        pad.rng.pick(&["AAA", "KTA", "BXD", "GQF"]),
        pad.rng.digits(10)
    )
}

/// Office, street or box, and town with ZIP+4.
pub(super) fn office(pad: &mut Pad) -> [String; 3] {
    let (name, town, zip) = pad.rng.pick(&[
        ("Nebraska Service Center", "Lincoln NE", "68501"),
        ("California Service Center", "Laguna Niguel CA", "92607"),
        ("Potomac Service Center", "Arlington VA", "22204"),
        ("Philadelphia Field Office", "Philadelphia PA", "19104"),
        ("Texas Service Center", "Dallas TX", "75266"),
        ("Atlanta Lockbox Support", "Atlanta GA", "30303"),
        ("National Benefits Center", "Lee's Summit MO", "64064"),
    ]);
    let street = format!("P.O. Box {}", pad.rng.between(10_000, 99_999));
    [
        name.into(),
        street,
        format!("{town} {zip}-{}", pad.rng.digits(4)),
    ]
}

/// Paragraphs of general advice; none gives a number of the case.
pub(super) fn advice(pad: &mut Pad, count: usize) -> Vec<String> {
    let example = pad.rng.digits(9);
    let all = [
        "Please read this notice with care. If any fact stated above is wrong, tell us at once. \
         You may call the USCIS Contact Center at 1-800-375-5283 (TTY 1-800-767-1833)."
            .to_string(),
        "A USCIS online account number is not an A-Number and not a receipt number. It has twelve \
         digits. If you were given one, write it on each form that you file."
            .into(),
        "Write your receipt number on any letter that you send us. Do not send original papers \
         unless we ask for them."
            .into(),
        "If you move, you must tell us within 10 days (8 CFR 265.1). You can do so at \
         www.uscis.gov/addresschange or with Form AR-11."
            .into(),
        format!(
            "An A-Number has seven to nine digits. If yours has eight, put a zero in front of it. \
             An I-94 record number such as {example} 02 is no A-Number."
        ),
        "This notice by itself gives no immigration status and no right to work. It does not show \
         that the person named in it may enter or stay."
            .into(),
        "You can follow your case at www.uscis.gov/casestatus. You need no account for that; you \
         will be asked for the receipt number only."
            .into(),
        "Processing times differ from office to office. We do not answer questions on cases that \
         are within the published times."
            .into(),
        "If you have a representative, a copy of this notice goes to that person. A \
         representative's account number is that person's own and must not be put on your forms."
            .into(),
        "Biometrics taken for an earlier case may be used again. If we need new ones, the \
         Application Support Center will write to you."
            .into(),
    ];
    let first = pad.rng.below(all.len());
    (0..count)
        .map(|step| all[(first + step * 3) % all.len()].clone())
        .collect()
}

/// Street and town of the addressee, with the name of the filer over them.
pub(super) fn addressee(pad: &mut Pad) -> Vec<String> {
    let mut lines = vec![pad.case.filer.name()];
    if pad.maybe(0.35) {
        lines.push(format!("c/o {}", pad.case.attorney.0));
        if pad.maybe(0.5) {
            lines.push(pad.case.attorney.1.clone());
        }
    }
    lines.extend(pad.case.address.iter().cloned());
    lines
}
