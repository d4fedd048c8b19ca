//! Which facts a page tells, and the prose around them.
use super::teller::{Item, Mode, Teller, title};
use super::{traps, words};
use crate::rng::Rng;
use crate::typeface::Family;

/// Sans-serif faces.
const SANS: &[Family] = &[
    Family::Helvetica,
    Family::LiberationSans,
    Family::FreeSans,
    Family::DejaVuSans,
    Family::DejaVuSansCondensed,
    Family::LiberationSansNarrow,
];
/// Faces with serifs.
const SERIF: &[Family] = &[
    Family::Times,
    Family::LiberationSerif,
    Family::FreeSerif,
    Family::DejaVuSerif,
];

/// A typeface, with serifs in so many of a hundred pages; the turn keeps designs apart.
pub(super) fn face(rng: &mut Rng, serif: usize, turn: usize) -> Family {
    for _ in 0..turn {
        rng.below(2);
    }
    let with = rng.below(100) < serif;
    rng.pick(if with { SERIF } else { SANS })
}

/// The facts of a panel: some always, some by chance, the account somewhere among them.
pub(super) fn facts(t: &mut Teller, short: bool, dated: bool, traps: usize) -> Vec<Item> {
    let mut all = vec![t.receipt()];
    if dated {
        all.push(t.noticed());
    }
    all.push(t.form());
    if t.rng.chance(0.8) {
        all.push(t.received());
    }
    if t.rng.chance(0.35) {
        all.push(t.priority());
    }
    all.push(t.filer());
    all.extend(t.beneficiary());
    if t.rng.chance(0.7) {
        all.push(t.a_number());
    }
    add_traps(t, &mut all, traps);
    let account = if short {
        t.account_short()
    } else {
        t.account()
    };
    if let Some(account) = account {
        let at = if t.rng.chance(0.4) {
            1
        } else {
            1 + t.rng.below(all.len())
        };
        all.insert(at, account);
    }
    if t.rng.chance(0.2) {
        all.iter_mut()
            .for_each(|item| item.label = item.label.to_uppercase());
    }
    all
}

/// Adds none, one or two traps.
fn add_traps(t: &mut Teller, all: &mut Vec<Item>, traps: usize) {
    if traps > 0 {
        let first = if traps > 1 {
            traps::twelve(t)
        } else {
            traps::trap(t)
        };
        all.push(first);
    }
    if traps > 1 {
        let second = traps::other(t);
        all.push(second);
    }
}

/// A headline and the first words of a letter, with the notice type.
pub(super) struct Opening {
    /// The printed notice type.
    pub kind: String,
    /// The friendly headline.
    pub headline: String,
    /// The first paragraph.
    pub first: String,
}

/// Draws an opening.
pub(super) fn opening(t: &mut Teller) -> Opening {
    let code = t.case.form_code;
    let form = format!("Form {code}, {}", title(t.case));
    let (kind, headline, first) = match t.rng.below(4) {
        0 | 1 => (
            "Receipt Notice",
            format!("We have your Form {code}"),
            format!(
                "Thank you for sending us your {form}. We have opened your case and will now \
                 begin to review it."
            ),
        ),
        2 => (
            "Transfer Notice",
            "We moved your case to another office".to_string(),
            format!(
                "To balance our workload we moved your {form} to another office. The move does \
                 not change your place in line."
            ),
        ),
        _ => (
            "Reopen Notice",
            "We opened your case again".to_string(),
            format!(
                "We looked again at our earlier decision on your {form} and reopened the case on \
                 our own motion."
            ),
        ),
    };
    Opening {
        kind: t.type_of(kind),
        headline,
        first,
    }
}

/// Some passages of advice in a drawn order, perhaps with talk of account numbers.
pub(super) fn advice(t: &mut Teller, count: usize) -> Vec<(String, String)> {
    let start = t.rng.below(words::ADVICE.len());
    let step = t.rng.pick(&[1, 3, 5]);
    let chosen = (0..count).map(|i| words::ADVICE[(start + i * step) % words::ADVICE.len()]);
    let mut all: Vec<_> = chosen.map(owned).collect();
    if t.rng.chance(0.3) {
        let at = t.rng.below(all.len());
        let told = traps::passage(t);
        all.insert(at, told);
    }
    let missing = t.mode == Mode::Missing;
    if t.case.noticed.year > 2012 && t.rng.chance(if missing { 0.65 } else { 0.3 }) {
        let talk = t.rng.pick(if missing {
            words::TALK
        } else {
            &words::TALK[2..]
        });
        let at = t.rng.below(all.len());
        all.insert(at, owned(talk));
    }
    all
}

/// A passage as owned texts.
fn owned(passage: (&str, &str)) -> (String, String) {
    (passage.0.into(), passage.1.into())
}

/// A line of the form's name and edition.
pub(super) fn edition(t: &mut Teller, form: &str) -> String {
    let date = match t.case.noticed.year {
        ..=2014 => "04/01/12",
        2015..=2019 => "07/11/14",
        2020..=2022 => "04/01/19",
        _ => "01/20/23",
    };
    match t.rng.below(3) {
        0 => format!("Form {form} {date}"),
        1 => format!("Form {form} (Rev. {date})"),
        _ => format!("Form {form}, Notice of Action ({date})"),
    }
}
