//! `--log-format json`: a line on standard error for each event of a run, with counts and times,
//! for programs that watch over jobs. No line has a number of a notice or the name of a document in
//! it.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use i797::report::Summary;
use serde_json::{Map, Value, json};

static JSON: AtomicBool = AtomicBool::new(false);

/// Writes messages as JSON from now on.
pub(crate) fn use_json() {
    JSON.store(true, Ordering::Relaxed);
}

/// Whether messages are written as JSON.
pub(crate) fn is_json() -> bool {
    JSON.load(Ordering::Relaxed)
}

/// Writes an event; nothing without [`use_json`].
pub(crate) fn event(name: &str, fields: &[(&str, Value)]) {
    if !is_json() {
        return;
    }
    let mut line = Map::new();
    line.insert("time".to_owned(), timestamp(SystemTime::now()).into());
    line.insert("event".to_owned(), name.into());
    for (key, value) in fields {
        line.insert((*key).to_owned(), value.clone());
    }
    // If nobody listens, the run goes on.
    let _ = writeln!(io::stderr(), "{}", Value::Object(line));
}

/// The counts of a batch as a field.
pub(crate) fn counts(summary: &Summary) -> Value {
    serde_json::to_value(summary).unwrap_or_else(|_| json!({}))
}

/// A count of seconds since 1970 as a day and a time of day, in UTC.
pub(crate) fn day_and_time(seconds: i64) -> String {
    let since = Duration::from_secs(u64::try_from(seconds).unwrap_or(0));
    let time = timestamp(UNIX_EPOCH + since);
    let (day, time) = time.split_once('T').unwrap_or_default();
    format!("{day} {} UTC", time.split('.').next().unwrap_or_default())
}

/// A time as RFC 3339 writes it, in UTC, to the millisecond.
fn timestamp(time: SystemTime) -> String {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let days = since.as_secs() / 86_400;
    let second = since.as_secs() % 86_400;
    let (year, month, day) = civil(days);
    let hour = second / 3_600;
    let minute = second / 60 % 60;
    let second = second % 60;
    let millis = since.subsec_millis();
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{millis:03}Z")
}

/// Year, month and day of a count of days since 1970, in the Gregorian calendar. Years are taken
/// from March, so that the leap day comes last.
fn civil(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468; // since 1 March of year 0
    let era = days / 146_097;
    let day = days % 146_097;
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_the_calendar() {
        for (seconds, written) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400, "2000-02-29T00:00:00.000Z"),
            (1_709_251_199, "2024-02-29T23:59:59.000Z"),
            (4_107_542_400, "2100-03-01T00:00:00.000Z"),
        ] {
            assert_eq!(
                timestamp(UNIX_EPOCH + Duration::from_secs(seconds)),
                written
            );
        }
    }
}
