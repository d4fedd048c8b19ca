//! Wordings of labels, and the numbers that stand beside them.
use crate::case::{self, Case, Date};
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;

/// What stands in the place of the filer's own account number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Own {
    Filled,
    Blank,
    Absent,
}

/// Draws what stands in the place of the account number, and notes it.
/// Nothing stands there before the on-line system was opened.
pub(super) fn own(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, chances: (f64, f64)) -> Own {
    let share = rng.below(1000) as f64 / 1000.0;
    if case.noticed.year < 2013 {
        return Own::Absent;
    }
    if share < chances.0 {
        truth.prints_account(&case.account);
        Own::Filled
    } else if share < chances.0 + chances.1 {
        truth.account_cell = AccountCell::Blank;
        Own::Blank
    } else {
        Own::Absent
    }
}

/// The account number in a printed form, or nothing.
pub(super) fn own_value(rng: &mut Rng, case: &Case, own: Own) -> String {
    match own {
        Own::Filled if rng.chance(0.5) => case.account.clone(),
        Own::Filled => case::printed_account(rng, &case.account).to_string(),
        _ => String::new(),
    }
}

/// A truth that begins with the form, the receipt number and the case type.
pub(super) fn truth(form: &str, case: &Case) -> NoticeTruth {
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.into());
    truth
}

/// "Petitioner" or "Applicant".
pub(super) fn role(case: &Case) -> &'static str {
    if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    }
}

/// Notes the name of the one who filed, as printed.
pub(super) fn note_filer(truth: &mut NoticeTruth, case: &Case, printed: &str) {
    let place = if case.is_petition {
        &mut truth.fields.petitioner
    } else {
        &mut truth.fields.applicant
    };
    *place = Some(printed.to_string());
}

/// A label for the filer's own account number.
pub(super) fn own_label(rng: &mut Rng, case: &Case) -> String {
    let role = role(case);
    if case.noticed.year < 2018 && rng.chance(0.4) {
        let tail = rng.pick(&["Account Number", "Acct. No.", "Account ID", "Number"]);
        return format!("USCIS ELIS {tail}");
    }
    match rng.below(13) {
        0 | 1 => "USCIS Online Account Number".into(),
        2 => format!("{role}'s Online Account No."),
        3 => format!("USCIS Online Acct. No. ({role})"),
        4 => "Your USCIS Online Account No.".into(),
        5 => "myUSCIS Account Number".into(),
        6 => "Online Account ID (Filer)".into(),
        7 => "Filer's USCIS OAN".into(),
        8 => format!("{role} USCIS Online Account #"),
        9 => "USCIS Online Account No. (if any)".into(),
        10 => "USCIS Online Acct #".into(),
        11 => "Online Account Number*".into(),
        _ => format!("USCIS Account Number of {role}"),
    }
}

/// A label for the receipt number.
pub(super) fn receipt_label(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "Receipt Number",
        "Receipt No.",
        "Receipt #",
        "USCIS Receipt Number",
        "Case Receipt No.",
        "Receipt Number(s)",
    ])
}

/// A label for the date of the notice.
pub(super) fn noticed_label(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "Notice Date",
        "Date of Notice",
        "Date of This Notice",
        "Notice Dated",
    ])
}

/// A label for the day on which the filing came in.
pub(super) fn received_label(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "Received Date",
        "Date Received",
        "Receipt Date",
        "Rec'd Date",
    ])
}

/// A label for an A-Number.
pub(super) fn alien_label(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "A-Number",
        "Alien Reg. No.",
        "USCIS A#",
        "A-File No.",
        "Alien Number",
        "A#",
    ])
}

/// The receipt number as printed.
pub(super) fn receipt(rng: &mut Rng, case: &Case) -> String {
    if rng.chance(0.6) {
        case.receipt.clone()
    } else {
        case::printed_receipt(rng, &case.receipt).to_string()
    }
}

/// An A-Number as printed.
pub(super) fn alien(rng: &mut Rng, digits: &str) -> String {
    case::printed_a_number(rng, digits).to_string()
}

/// One of the three ways to print a date, chosen by `way`.
pub(super) fn dated(way: usize, date: &Date) -> String {
    match way {
        0 => date.numeric(),
        1 => date.long(),
        _ => {
            let names = "JanFebMarAprMayJunJulAugSepOctNovDec";
            let at = (date.month as usize - 1) * 3;
            format!("{:02} {} {}", date.day, &names[at..at + 3], date.year)
        }
    }
}

/// A number that is none of those that the reader looks for, with its label.
pub(super) fn trap(rng: &mut Rng) -> (String, String) {
    let long = rng.digits(12);
    let (label, value) = match rng.below(12) {
        0 => ("Payment Tracking ID", long),
        1 => ("Pay.gov Tracking No.", long),
        2 => ("Bank Account Debited", long),
        3 => ("Parcel No. (FedEx)", long),
        4 => (
            "Lockbox Batch / Item",
            format!("{} {}", &long[..8], &long[8..]),
        ),
        5 => ("Treasury Deposit Account", long),
        6 => ("Prior Petitioner's Online Acct.", long),
        7 => (
            "NVC Case Number",
            format!("GUZ{}{}", 2014 + rng.below(11), rng.digits(6)),
        ),
        8 => (
            "Social Security Number",
            format!("XXX-XX-{}", rng.digits(4)),
        ),
        9 => ("SEVIS ID", format!("N{}", rng.digits(10))),
        10 => ("Card Document No.", format!("AAA{}", rng.digits(10))),
        _ => (
            "Billing Acct. (Lockbox Bank)",
            format!("{}-{}", &long[..4], &long[4..]),
        ),
    };
    (label.into(), value)
}

/// An amount of money.
pub(super) fn money(rng: &mut Rng) -> String {
    let dollars = rng.pick(&[
        "85.00", "410.00", "460.00", "535.00", "625.00", "675.00", "725.00", "1,225.00", "1,440.00",
    ]);
    format!("${dollars}")
}

/// The name and the address of an office.
pub(super) fn office(rng: &mut Rng) -> [&'static str; 3] {
    rng.pick(&[
        [
            "California Service Center",
            "P.O. Box 30111",
            "Laguna Niguel CA 92607-0111",
        ],
        [
            "Nebraska Service Center",
            "P.O. Box 82521",
            "Lincoln NE 68501-2521",
        ],
        [
            "Vermont Service Center",
            "38 River Road",
            "Essex Junction VT 05479-0001",
        ],
        [
            "Texas Service Center",
            "6046 N Belt Line Rd, Suite 172",
            "Irving TX 75038-0001",
        ],
        [
            "Potomac Service Center",
            "2200 Potomac Center Dr, Stop 2425",
            "Arlington VA 20598-2425",
        ],
        [
            "National Benefits Center",
            "P.O. Box 648003",
            "Lee's Summit MO 64002-8003",
        ],
        [
            "Philadelphia Lockbox Facility",
            "P.O. Box 7218",
            "Philadelphia PA 19101-7218",
        ],
        [
            "Atlanta Intake Facility",
            "P.O. Box 4465",
            "Atlanta GA 30302-4465",
        ],
    ])
}

/// The lines of an address block for a window envelope.
pub(super) fn addressee(case: &Case, to_attorney: bool) -> Vec<String> {
    let [street, town] = &case.address;
    let mut lines = vec![case.filer.name()];
    if to_attorney {
        lines.push(format!("C/O {}", case.attorney.0.to_uppercase()));
        lines.push(case.attorney.1.to_uppercase());
    }
    lines.push(street.to_uppercase());
    lines.push(town.to_uppercase());
    lines
}

/// The case type: code and title.
pub(super) fn kind(case: &Case) -> String {
    format!("{} {}", case.form_code, case.title)
}

/// An edition date of a form that is not later than the notice.
pub(super) fn edition(case: &Case) -> &'static str {
    match case.noticed.year {
        ..2014 => "01/31/05",
        2014..2017 => "07/11/14",
        2017..2020 => "05/08/17",
        2020..2022 => "04/01/19",
        2022..2026 => "10/13/21",
        _ => "01/20/25",
    }
}
