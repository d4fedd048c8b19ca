//! Numbers that are not the filer's account number, with labels that say so.
use super::teller::{Item, Teller, item};
use crate::case;

/// One trap; the kinds differ in shape and owner.
pub(super) fn trap(t: &mut Teller) -> Item {
    if t.rng.chance(0.5) {
        twelve(t)
    } else {
        other(t)
    }
}

/// A trap that is never a twelve-digit account number.
pub(super) fn other(t: &mut Teller) -> Item {
    match t.rng.below(5) {
        0 => item("Department of State (NVC) case number", nvc(t)),
        1 => i94(t),
        2 => item("Social Security number on your form", ssn(t)),
        3 => item("Number on the front of your last card", card(t)),
        _ => item(
            "Student record (SEVIS ID)",
            format!("N{}", t.rng.digits(10)),
        ),
    }
}

/// A trap with twelve digits.
pub(super) fn twelve(t: &mut Teller) -> Item {
    match t.rng.below(6) {
        0 => payment(t),
        5 => item("Bank trace number of your check", t.rng.digits(12)),
        1 => item("Customer account at the lockbox bank", t.rng.digits(12)),
        2 => parcel(t),
        3 => earlier(t),
        _ => attorney(t),
    }
}

/// A payment reference.
pub(super) fn payment(t: &mut Teller) -> Item {
    let label = t.rng.pick(&[
        "Pay.gov tracking number",
        "Payment tracking ID (pay.gov)",
        "Card payment reference",
        "Treasury payment reference no.",
    ]);
    item(label, t.paid.clone())
}

/// A parcel service's number.
fn parcel(t: &mut Teller) -> Item {
    let d = t.rng.digits(12);
    let value = format!("{} {} {}", &d[..4], &d[4..8], &d[8..]);
    item("FedEx tracking number of your envelope", value)
}

/// The attorney's own account number, noted as such.
pub(super) fn attorney(t: &mut Teller) -> Item {
    if t.case.noticed.year < 2013 || t.attorney {
        return payment(t);
    }
    t.attorney = true;
    let number = case::account(t.rng);
    t.truth.prints_representative_account(&number);
    let label = match t.rng.below(4) {
        0 => "Your attorney\u{2019}s own USCIS online account number".to_string(),
        1 => format!(
            "USCIS online account number of your attorney, {}",
            t.case.attorney.0
        ),
        2 => "Attorney or accredited representative: USCIS online account no.".to_string(),
        _ => "Online account number of the lawyer who represents you".to_string(),
    };
    item(label, number)
}

/// The account number of somebody who filed earlier.
fn earlier(t: &mut Teller) -> Item {
    if t.case.noticed.year < 2013 {
        return parcel(t);
    }
    let label = if t.case.is_petition {
        "USCIS online account number of the earlier petitioner (case closed)"
    } else {
        "USCIS online account number of your former sponsor"
    };
    item(label, case::account(t.rng))
}

/// A case number of the National Visa Center.
fn nvc(t: &mut Teller) -> String {
    let post = t.rng.pick(&["GUZ", "MNL", "CDJ", "BMB", "HCM", "LGS"]);
    format!("{post}{}{}", t.rng.between(2014, 2022), t.rng.digits(6))
}

/// An I-94 number, noted.
pub(super) fn i94(t: &mut Teller) -> Item {
    let drawn = format!("{} {}", t.rng.digits(9), t.rng.digits(2));
    let value = t.truth.fields.i94_number.clone().unwrap_or(drawn);
    t.truth.fields.i94_number = Some(value.clone());
    item("I-94 record number", value)
}

/// A number of the Social Security pattern.
fn ssn(t: &mut Teller) -> String {
    format!(
        "9{}-{}-{}",
        t.rng.digits(2),
        t.rng.digits(2),
        t.rng.digits(4)
    )
}

/// A card's document number.
fn card(t: &mut Teller) -> String {
    let head = t.rng.pick(&["KPC", "QRD", "AAA", "TBX"]);
    format!("{head}{}", t.rng.digits(10))
}

/// A question whose answer gives a number that is not the reader's own account.
pub(super) fn passage(t: &mut Teller) -> (String, String) {
    let number = t.rng.digits(12);
    let late = t.case.noticed.year > 2012;
    let (ask, text) = match t.rng.below(5) {
        0 if late && !t.attorney => {
            t.attorney = true;
            t.truth.prints_representative_account(&number);
            let text = format!(
                "Yes. {} gets a copy. The USCIS online account number of that attorney is \
                 {number}.",
                t.case.attorney.0
            );
            ("Does my attorney get this letter?", text)
        }
        1 if late => {
            let who = case::Person::draw(t.rng).name();
            let text = format!(
                "Years ago {who} filed a form that named you, under the USCIS online account \
                 number {number}. That account belongs to {who} and not to you."
            );
            ("Did somebody file before?", text)
        }
        2 => {
            let a = t.rng.digits(4);
            let b = t.rng.digits(4);
            let text = format!(
                "Write to the office that holds your case or fax 402-555-{a}. Attorneys may call \
                 800-375-5283, extension {b}."
            );
            ("How do I reach the office?", text)
        }
        3 => {
            let text = format!(
                "Your bank shows it as USCIS DALLAS, reference {number}. If it is not on your \
                 statement after 30 days, call your bank first."
            );
            ("Where do I see my payment?", text)
        }
        _ => {
            let text = format!(
                "It took your card. Its tracking number for that is {}.",
                t.paid
            );
            ("Did Pay.gov take my payment?", text)
        }
    };
    (ask.into(), text)
}
