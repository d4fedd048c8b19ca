//! The one who filed, where no role is printed beside the name: the form tells whether it is an
//! applicant or a petitioner.
//!
//! `Filed by` and `Applicant/Petitioner` name that person; `Name` and `RE:` may name anybody, and
//! so may the address. These count where a second witness agrees: the page names the same person
//! twice, greets that person, says that the copy is that of the role, or calls the one whom it is
//! addressed to. Without one the role stays open, and the addressee is what was read.

use super::again::{stands_beside, support};
use super::label::Filer;
use super::name::key;
use super::seen::{FieldReading, Rank};
use super::sheet::Page;
use crate::model::record::FieldKind;
use crate::model::verdict::Verdict;
use crate::text::PageText;

/// Petitions for somebody else, which petitioners file.
const PETITIONS: &[&str] = &[
    "I-129", "I-129CW", "I-129F", "I-129S", "I-130", "I-140", "I-140G", "I-600", "I-730", "I-800",
    "I-929",
];
/// Forms that people file as petitioner for themselves, or either file: only the notice tells.
const EITHER: &[&str] = &[
    "I-360", "I-526", "I-526E", "I-600A", "I-751", "I-800A", "I-824", "I-829", "I-907", "I-914",
    "I-918",
];
/// Titles of a person, as names are compared.
const TITLES: &[&str] = &["DR", "MISS", "MR", "MRS", "MS"];
/// Words of types that call somebody.
const CALLS: &[&str] = &[
    "Appointment",
    "Appt",
    "Biometric",
    "Biometrics",
    "Fingerprint",
];

/// Whether the page says by a role who filed.
pub(super) fn is_named(seen: &[FieldReading]) -> bool {
    let filed = |r: &FieldReading| matches!(r.kind, FieldKind::Applicant | FieldKind::Petitioner);
    seen.iter().any(filed)
}

/// The role of the one who filed, and whether the form leaves no doubt of it.
fn role(seen: &[FieldReading]) -> Option<(FieldKind, bool)> {
    let form = seen.iter().find(|r| r.kind == FieldKind::CaseType)?;
    let sure = form.verdict == Verdict::Accepted && !EITHER.contains(&form.value.as_str());
    let petition = PETITIONS.contains(&form.value.as_str());
    let kind = if petition {
        FieldKind::Petitioner
    } else {
        FieldKind::Applicant
    };
    Some((kind, sure))
}

/// Takes the names at labels of the one who filed.
pub(super) fn read(
    page: &Page<'_>,
    found: Vec<(FieldReading, Filer)>,
    out: &mut Vec<FieldReading>,
) {
    let Some((kind, sure)) = role(out) else {
        return;
    };
    for (mut reading, filer) in found {
        reading.kind = kind;
        support(page, &mut reading);
        if filer == Filer::Bare {
            let known = has_role(out, &reading) || !sure && is_addressed(out, &reading);
            if known || !is_twice(page, &reading) {
                continue;
            }
            reading.rank = Rank::Placed;
        }
        out.push(reading.doubted((!sure).then_some("the form leaves open in which role")));
    }
}

/// Whether the page gives the person of a reading a role: the beneficiary is not the one who filed.
fn has_role(seen: &[FieldReading], reading: &FieldReading) -> bool {
    let role = |r: &FieldReading| {
        matches!(
            r.kind,
            FieldKind::Applicant | FieldKind::Petitioner | FieldKind::Beneficiary
        )
    };
    let name = key(&reading.value);
    seen.iter().any(|r| role(r) && key(&r.value) == name)
}

/// Whether a notice is addressed to the person of a reading.
fn is_addressed(seen: &[FieldReading], reading: &FieldReading) -> bool {
    let addressee = |r: &FieldReading| r.kind == FieldKind::Addressee;
    let name = key(&reading.value);
    seen.iter().any(|r| addressee(r) && key(&r.value) == name)
}

/// Takes the addressee, where the page names nobody else as the one who filed and a second witness
/// says that it is that person.
pub(super) fn addressed(page: &Page<'_>, out: &mut Vec<FieldReading>) {
    let of_attorney = |r: &FieldReading| r.kind == FieldKind::CopyFor && r.value == "attorney";
    let (None, false, Some((kind, true))) = (
        out.iter().find(|r| of_attorney(r)),
        is_named(out),
        role(out),
    ) else {
        return;
    };
    let mut addressees = out.iter().filter(|r| r.kind == FieldKind::Addressee);
    let (Some(addressee), None) = (addressees.next(), addressees.next()) else {
        return;
    };
    if !is_direct(addressee) || super::name::is_company(&addressee.value) {
        return;
    }
    let mut reading = addressee.clone();
    reading.kind = kind;
    reading.printed.clone_from(&reading.value);
    reading.bounds = reading.value_bounds;
    reading.reasons = vec!["the one to whom the notice is addressed".to_owned()];
    reading.rank = Rank::Placed;
    support(page, &mut reading);
    let called = out
        .iter()
        .any(|r| r.kind == FieldKind::NoticeType && calls(&r.value));
    let is_copy = |r: &FieldReading| r.kind == FieldKind::CopyFor && names_role(&r.printed, kind);
    let told = is_twice(page, &reading)
        || called && kind == FieldKind::Applicant
        || out.iter().any(is_copy);
    if told && !has_role(out, &reading) {
        out.push(reading);
    }
}

/// Whether words such as `PETITIONER COPY` name a role.
fn names_role(printed: &str, kind: FieldKind) -> bool {
    printed.to_lowercase().contains(kind.name())
}

fn calls(kind: &str) -> bool {
    kind.split(' ').any(|word| CALLS.contains(&word))
}

/// Whether the street follows the name, or the firm that keeps the mail. A firm without `c/o` is
/// that of an attorney, whose copy it is.
fn is_direct(addressee: &FieldReading) -> bool {
    let rest = addressee.printed.strip_prefix(&addressee.value);
    let rest = rest.unwrap_or_default().trim_start_matches([',', ' ']);
    let lower = rest.to_lowercase();
    let street = rest.starts_with(|c: char| c.is_ascii_digit()) || lower.starts_with("p.o");
    street || lower.starts_with("c/o")
}

/// Whether the same name stands elsewhere on the page, in a cell or in the greeting.
fn is_twice(page: &Page<'_>, reading: &FieldReading) -> bool {
    let own = key(&reading.value);
    greeted(page.text).is_some_and(|name| is_greeting_of(&name, &own))
        || stands_beside(page, reading)
}

/// Whom a letter greets: `Dear JANE DOE:`, `Dear Ms. DOE,`.
fn greeted(page: &PageText) -> Option<Vec<String>> {
    page.lines.iter().find_map(|line| {
        let text = line.text();
        let (dear, name) = text.split_once(' ')?;
        let name = name.trim_end_matches([':', ',']);
        dear.eq_ignore_ascii_case("dear").then(|| key(name))
    })
}

/// Whether a greeting is that of a person: the whole name, or a title and words of it.
fn is_greeting_of(greeting: &[String], own: &[String]) -> bool {
    let is_title = |w: &&String| TITLES.contains(&w.as_str());
    let titles = greeting.iter().filter(is_title).count();
    let mut words = greeting.iter().filter(|w| !is_title(w)).peekable();
    let named = words.peek().is_some_and(|w| w.len() > 1) && words.all(|w| own.contains(w));
    greeting == own || titles == 1 && named
}

#[cfg(test)]
mod tests {
    use super::{is_greeting_of, key};

    #[test]
    fn a_letter_greets_by_the_whole_name_or_by_title_and_family_name() {
        let own = key("DOE, JANE ANN");
        for (greeting, is) in [
            ("JANE ANN DOE", true),
            ("Ms. DOE", true),
            ("Ms. Jane Doe", true),
            ("DOE", false),
            ("Mr. ROE", false),
            ("Sir or Madam", false),
            ("Mr. and Mrs. DOE", false),
        ] {
            assert_eq!(is_greeting_of(&key(greeting), &own), is, "{greeting}");
        }
    }
}
