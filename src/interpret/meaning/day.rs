//! Dates and times: how they are printed, and what they are.

use super::shape::{Text, is_dash, is_space};

/// Names of months, long forms before short ones.
const MONTHS: [(&str, u8); 40] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("enero", 1),
    ("febrero", 2),
    ("marzo", 3),
    ("abril", 4),
    ("mayo", 5),
    ("junio", 6),
    ("julio", 7),
    ("agosto", 8),
    ("septiembre", 9),
    ("octubre", 10),
    ("noviembre", 11),
    ("diciembre", 12),
    ("sept", 9),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("ene", 1),
    ("abr", 4),
    ("ago", 8),
    ("dic", 12),
];

/// Days of the week; they may be shortened to three letters or more.
const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

impl Text<'_> {
    pub(super) fn date(&self, i: usize) -> Option<usize> {
        if self.word_before(i) || self.before(i) == '/' {
            return None;
        }
        let from = self.weekday(i).unwrap_or(i);
        let end = self
            .numeric_date(from)
            .or_else(|| self.day_month(from))
            .or_else(|| self.month_day(from))?;
        let bounded = !self.is_word(end) && self.at(end) != '/';
        // A dash and a digit behind: the beginning of a longer number.
        let longer = is_dash(self.at(end)) && self.at(end + 1).is_ascii_digit();
        (bounded && !longer).then_some(end)
    }

    /// Where the day begins behind its day of the week: `Thursday, April 1, 2021`.
    fn weekday(&self, i: usize) -> Option<usize> {
        if !self.at(i).is_ascii_alphabetic() {
            return None;
        }
        let mut end = i;
        while self.at(end).is_ascii_alphabetic() {
            end += 1;
        }
        let word: String = (i..end)
            .map(|at| self.at(at).to_ascii_lowercase())
            .collect();
        is_weekday(&word).then_some(())?;
        let end = self.maybe(self.maybe(end, |c| c == '.'), |c| c == ',');
        self.one(end, is_space)
    }

    fn numeric_date(&self, i: usize) -> Option<usize> {
        if let Some(end) = self.just(i, 4) {
            let end = self.one(end, is_dash)?;
            let end = self.one(self.just(end, 2)?, is_dash)?;
            return self.just(end, 2);
        }
        let end = self.digits(i, 1, 2)?;
        let mark = self.at(end);
        if !matches!(mark, '/' | '.' | '-') {
            return None;
        }
        let end = self.one(self.digits(end + 1, 1, 2)?, |c| c == mark)?;
        match self.just(end, 4) {
            Some(end) => Some(end),
            None if mark != '-' => self.just(end, 2),
            None => None,
        }
    }

    fn day_month(&self, i: usize) -> Option<usize> {
        let end = self.digits(i, 1, 2)?;
        let end = self.one(end, |c| is_space(c) || c == '-')?;
        let of = self.word(end, "de ");
        let end = self.month(of.unwrap_or(end))?;
        let end = self.maybe(self.maybe(end, |c| c == '.'), |c| c == ',');
        let end = self.one(end, |c| is_space(c) || c == '-')?;
        let end = if of.is_some() {
            self.word(end, "del ").or_else(|| self.word(end, "de "))?
        } else {
            end
        };
        self.just(end, 4)
    }

    fn month_day(&self, i: usize) -> Option<usize> {
        let end = self.maybe(self.month(i)?, |c| c == '.');
        let end = self.digits(self.one(end, is_space)?, 1, 2)?;
        let end = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|s| self.word(end, s))
            .unwrap_or(end);
        let end = self.maybe(end, |c| c == ',');
        self.just(self.one(end, is_space)?, 4)
    }

    fn month(&self, i: usize) -> Option<usize> {
        if !self.at(i).is_ascii_alphabetic() {
            return None;
        }
        let end = MONTHS.iter().find_map(|(name, _)| {
            self.word(i, name)
                .filter(|end| !self.at(*end).is_alphabetic())
        })?;
        Some(end)
    }

    pub(super) fn time(&self, i: usize) -> Option<usize> {
        if self.word_before(i) {
            return None;
        }
        let end = self.one(self.digits(i, 1, 2)?, |c| c == ':')?;
        let end = self.just(end, 2)?;
        (!self.is_word(end) || self.at(end).is_ascii_alphabetic()).then_some(end)
    }
}

/// Whether a word names a month.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS
        .iter()
        .any(|(name, _)| word.eq_ignore_ascii_case(name))
}

/// A date as year, month and day.
pub(super) fn parse_date(text: &str) -> Option<(i32, u8, u8)> {
    let plain = text.replace([',', '.', '/'], " ");
    let plain: String = plain
        .chars()
        .map(|c| if is_dash(c) || is_space(c) { ' ' } else { c })
        .collect();
    let parts: Vec<&str> = plain
        .split(' ')
        .filter(|p| !p.is_empty() && *p != "de" && *p != "del" && !is_weekday(&p.to_lowercase()))
        .collect();
    let [a, b, c] = parts.as_slice() else {
        return None;
    };
    let number = |s: &str| {
        s.trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .parse::<i32>()
            .ok()
    };
    let month = |s: &str| {
        let lower = s.to_lowercase();
        MONTHS
            .iter()
            .find(|(name, _)| *name == lower)
            .map(|(_, n)| i32::from(*n))
    };
    let (year, month, day) = if let Some(m) = month(a) {
        (number(c)?, m, number(b)?)
    } else if let Some(m) = month(b) {
        (number(c)?, m, number(a)?)
    } else if a.len() == 4 {
        (number(a)?, number(b)?, number(c)?)
    } else {
        let m = number(a)?;
        let d = number(b)?;
        let (m, d) = if m > 12 && d <= 12 { (d, m) } else { (m, d) };
        let year = number(c)?;
        (if year < 100 { year + 2000 } else { year }, m, d)
    };
    let ok = (1..=12).contains(&month) && (1..=31).contains(&day);
    ok.then_some((year, month as u8, day as u8))
}

/// Whether a word is a day of the week, whole or shortened.
pub(in crate::interpret) fn is_weekday(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
    bare.len() >= 3 && WEEKDAYS.iter().any(|day| day.starts_with(bare))
}

/// Whether twelve digits are a day and a time without marks, `20240611 0845`: what a date stamp
/// prints, in any order of year, month and day. One number in thirty thousand looks so by chance.
pub(super) fn is_stamp(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|d| d.parse::<u16>().ok());
    let day = |y: usize, m: usize, d: usize| {
        let year = part(y, y + 4).is_some_and(|y| (2000..2040).contains(&y));
        year && part(m, m + 2).is_some_and(|m| (1..=12).contains(&m))
            && part(d, d + 2).is_some_and(|d| (1..=31).contains(&d))
    };
    digits.len() == 12
        && (day(0, 4, 6) || day(4, 0, 2) || day(4, 2, 0))
        && is_time(digits.get(8..).unwrap_or_default())
}

/// Whether a number may be a day with a year of two digits and a time with its seconds, in a group
/// each: `240611 084512`.
pub(super) fn may_be_stamp(printed: &str) -> bool {
    let mut groups = printed.split([' ', '-', '.', ':']);
    let (Some(day), Some(time), None) = (groups.next(), groups.next(), groups.next()) else {
        return false;
    };
    let within = |text: &str, at: usize, range: std::ops::RangeInclusive<u16>| {
        let part = text.get(at..at + 2).and_then(|d| d.parse::<u16>().ok());
        part.is_some_and(|n| range.contains(&n))
    };
    day.len() == 6
        && time.len() == 6
        && within(day, 2, 1..=12)
        && within(day, 4, 1..=31)
        && is_time(time.get(..4).unwrap_or_default())
        && within(time, 4, 0..=59)
}

/// Whether four digits are a time of the day.
fn is_time(digits: &str) -> bool {
    digits
        .parse::<u16>()
        .is_ok_and(|time| time / 100 < 24 && time % 100 < 60)
}

#[cfg(test)]
mod stamp_tests {
    use super::*;

    #[test]
    fn days_with_a_time_are_stamps() {
        for stamp in [
            "202406110845",
            "061120240845",
            "110620240845",
            "200012312359",
        ] {
            assert!(is_stamp(stamp), "{stamp}");
        }
        for number in [
            "034217003351",
            "202413110845",
            "202406112445",
            "194006110845",
        ] {
            assert!(!is_stamp(number), "{number}");
        }
        assert!(may_be_stamp("240611 084512"));
        for number in ["240611084512", "241311 084512", "0342 1700 3351"] {
            assert!(!may_be_stamp(number), "{number}");
        }
    }
}
