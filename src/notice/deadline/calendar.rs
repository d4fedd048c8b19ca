//! Federal holidays and business days, by rule: no list of years that ends some day.

use jiff::civil::{Date, Weekday, date};

/// Months and days of the holidays that have a fixed date, with the year they began in.
const FIXED: [(i16, i8, i8); 5] = [
    (1870, 1, 1),   // New Year's Day
    (2021, 6, 19),  // Juneteenth
    (1870, 7, 4),   // Independence Day
    (1938, 11, 11), // Veterans Day
    (1870, 12, 25), // Christmas Day
];
/// Months, weekdays and counts of the others; the last one of a month is -1.
const MOVING: [(i8, Weekday, i8); 6] = [
    (1, Weekday::Monday, 3),    // Martin Luther King Jr.
    (2, Weekday::Monday, 3),    // Washington's Birthday
    (5, Weekday::Monday, -1),   // Memorial Day
    (9, Weekday::Monday, 1),    // Labor Day
    (10, Weekday::Monday, 2),   // Columbus Day
    (11, Weekday::Thursday, 4), // Thanksgiving
];

/// Whether federal offices are closed on a day: 5 U.S.C. 6103. A fixed holiday on a Saturday is
/// observed the Friday before, one on a Sunday the Monday after. Days that a president or a law
/// gives off once are not known here.
pub(super) fn is_federal_holiday(day: Date) -> bool {
    let is_it = |found: Result<Date, jiff::Error>| found.is_ok_and(|found| found == day);
    let moving = MOVING.iter().any(|(month, weekday, nth)| {
        let first = date(day.year(), *month, 1);
        day.month() == *month && is_it(first.nth_weekday_of_month(*nth, *weekday))
    });
    let observed = |year: i16, month: i8, of: i8| {
        let holiday = date(year, month, of);
        match holiday.weekday() {
            Weekday::Saturday => holiday.yesterday(),
            Weekday::Sunday => holiday.tomorrow(),
            _ => Ok(holiday),
        }
    };
    // New Year's Day of the next year may be observed on the last day of this one.
    let years = [day.year(), day.year().saturating_add(1)];
    let fixed = years.into_iter().filter(|year| *year <= 9999).any(|year| {
        FIXED
            .iter()
            .any(|(since, month, of)| year >= *since && is_it(observed(year, *month, *of)))
    });
    moving || fixed
}

/// The day itself, or the first one after it on which federal offices work.
pub(super) fn next_business_day(day: Date) -> Date {
    let works = |day: &Date| {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        !weekend && !is_federal_holiday(*day)
    };
    let days = std::iter::successors(Some(day), |day| day.tomorrow().ok());
    days.take(14).find(works).unwrap_or(day)
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
