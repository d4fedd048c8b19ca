//! Numbers that one place of a page gives to the client and another to somebody else.

use super::judge::doubt;
use super::{AN_EXAMPLE, Conclusion, Reading};

/// A number that is ours in one place and somebody else's in another is neither. One accepted or
/// explained twice needs no review.
pub(super) fn two_meanings(readings: &mut [Reading]) {
    let of = |readings: &[Reading], verdict: Conclusion| -> Vec<String> {
        let chosen = readings.iter().filter(|r| {
            let example = r.reasons.iter().any(|w| w == AN_EXAMPLE);
            r.is_account() && r.verdict == verdict && !example
        });
        chosen.map(|r| r.canonical.clone()).collect()
    };
    let accepted = of(readings, Conclusion::Accept);
    let explained = of(readings, Conclusion::Explained);
    for reading in readings.iter_mut().filter(|r| r.is_account()) {
        let ours = accepted.contains(&reading.canonical);
        let theirs = explained.contains(&reading.canonical);
        if ours && theirs && reading.verdict == Conclusion::Accept {
            doubt(reading, "two meanings on this page");
        } else if reading.verdict == Conclusion::Review && ours != theirs && ours {
            reading
                .reasons
                .push("accepted at another place of the page".to_owned());
        }
    }
}
