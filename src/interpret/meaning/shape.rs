//! Hand-written scanners for the shapes of values. Regular expressions would do, but take longer to compile than a page to read.

/// What has the shape of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueKind {
    /// Twelve digits.
    Account,
    /// Three letters and ten digits.
    Receipt,
    /// `A` and seven to nine digits.
    ANumber,
    /// A day.
    Date,
    /// A time of the day.
    Time,
    /// Dollars.
    Money,
    /// An I-94 number.
    I94,
    /// A telephone number.
    Phone,
    /// State and ZIP, or nine digits grouped as one.
    Zip,
    /// Nine digits in groups of three, two and four, or two and seven.
    TaxId,
    /// A case number of the Department of Labor.
    Labor,
    /// A paragraph of law.
    Citation,
    /// `1 of 2`.
    Page,
    /// `I-485`.
    Form,
    /// Any other digits, three or more.
    Digits,
    /// Letters and digits.
    Mixed,
    /// One or two digits, or what is left of a word.
    Scrap,
    /// A name in capitals.
    Name,
}

/// The characters of a block; what is already typed is replaced by NUL.
pub(super) struct Text<'a> {
    pub chars: &'a [char],
}

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

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}')
}

/// Whether a character may stand between digits of one number.
pub(super) fn is_separator(c: char) -> bool {
    is_dash(c)
        || matches!(
            c,
            ' ' | '\n' | '.' | '\u{b7}' | '\u{2022}' | '/' | '_' | '\u{a0}'
        )
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n')
}

impl Text<'_> {
    fn at(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\0')
    }

    fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\0', |i| self.at(i))
    }

    fn is_word(&self, i: usize) -> bool {
        let c = self.at(i);
        c.is_alphanumeric() || c == '_'
    }

    fn word_before(&self, i: usize) -> bool {
        i > 0 && self.is_word(i - 1)
    }

    /// Past between `least` and `most` digits, as many as there are.
    fn digits(&self, i: usize, least: usize, most: usize) -> Option<usize> {
        let count = (0..most)
            .take_while(|n| self.at(i + n).is_ascii_digit())
            .count();
        (count >= least).then_some(i + count)
    }

    /// Past just so many digits.
    fn just(&self, i: usize, count: usize) -> Option<usize> {
        let end = self.digits(i, count, count)?;
        (!self.at(end).is_ascii_digit()).then_some(end)
    }

    fn one(&self, i: usize, which: impl Fn(char) -> bool) -> Option<usize> {
        which(self.at(i)).then_some(i + 1)
    }

    /// Past a character, if it is there.
    fn maybe(&self, i: usize, which: impl Fn(char) -> bool) -> usize {
        if which(self.at(i)) { i + 1 } else { i }
    }

    /// Past a word in small or capital letters.
    fn word(&self, i: usize, word: &str) -> Option<usize> {
        let mut end = i;
        for c in word.chars() {
            if !self.at(end).eq_ignore_ascii_case(&c) {
                return None;
            }
            end += 1;
        }
        Some(end)
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

    /// Whether a digit follows here, right away or behind a space or a dash.
    fn digit_follows(&self, i: usize) -> bool {
        let next = if self.at(i) == ' ' || is_dash(self.at(i)) {
            i + 1
        } else {
            i
        };
        self.at(next).is_ascii_digit()
    }

    /// The end of what has the shape of `kind` and begins at `i`.
    pub fn scan(&self, kind: ValueKind, i: usize) -> Option<usize> {
        match kind {
            ValueKind::Date => self.date(i),
            ValueKind::Time => self.time(i),
            ValueKind::Money => self.money(i),
            ValueKind::Receipt => self.receipt(i),
            ValueKind::I94 => self.i94(i),
            ValueKind::Zip => self.zip(i),
            ValueKind::TaxId => self.tax_id(i),
            ValueKind::ANumber => self.a_number(i),
            ValueKind::Phone => self.phone(i),
            ValueKind::Labor => self.labor(i),
            ValueKind::Citation => self.citation(i),
            ValueKind::Page => self.page(i),
            ValueKind::Form => self.form(i),
            ValueKind::Digits => self.chain(i),
            ValueKind::Mixed => self.mixed(i),
            ValueKind::Scrap => self.digits(i, 1, usize::MAX >> 1),
            ValueKind::Account | ValueKind::Name => None,
        }
    }

    fn date(&self, i: usize) -> Option<usize> {
        if self.word_before(i) || self.before(i) == '/' {
            return None;
        }
        let end = self
            .numeric_date(i)
            .or_else(|| self.day_month(i))
            .or_else(|| self.month_day(i))?;
        let bounded = !self.is_word(end) && self.at(end) != '/';
        // A dash and a digit behind: the beginning of a longer number.
        let longer = is_dash(self.at(end)) && self.at(end + 1).is_ascii_digit();
        (bounded && !longer).then_some(end)
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

    fn time(&self, i: usize) -> Option<usize> {
        if self.word_before(i) {
            return None;
        }
        let end = self.one(self.digits(i, 1, 2)?, |c| c == ':')?;
        let end = self.just(end, 2)?;
        (!self.is_word(end) || self.at(end).is_ascii_alphabetic()).then_some(end)
    }

    fn money(&self, i: usize) -> Option<usize> {
        let amount = |i: usize| {
            self.digits(i, 1, 1)?;
            let plain = |n: &usize| {
                self.at(i + n).is_ascii_digit()
                    || self.at(i + n) == ',' && self.at(i + n + 1).is_ascii_digit()
            };
            Some(i + (0..).take_while(plain).count())
        };
        let cents = |end: usize| {
            self.one(end, |c| c == '.')
                .and_then(|end| self.just(end, 2))
        };
        if self.at(i) == '$' {
            let end = amount(self.maybe(i + 1, |c| c == ' '))?;
            return Some(cents(end).unwrap_or(end));
        }
        if self.word_before(i) || self.before(i) == '.' {
            return None;
        }
        let end = amount(i)?;
        // Twelve digits with two more behind a point are no amount anybody pays here.
        let count = self.chars[i..end]
            .iter()
            .filter(|c| c.is_ascii_digit())
            .count();
        let end = cents(end).filter(|_| count <= 7)?;
        let more = self.at(end) == '.' && self.at(end + 1).is_ascii_digit();
        (!self.is_word(end) && !more).then_some(end)
    }

    fn receipt(&self, i: usize) -> Option<usize> {
        let letters = (0..3).all(|n| self.at(i + n).is_ascii_uppercase());
        if !letters || self.before(i).is_alphanumeric() {
            return None;
        }
        let mut end = i + 3;
        let lead = (0..2)
            .take_while(|n| is_separator(self.at(end + n)))
            .count();
        end += lead;
        let star = self.at(end) == '*';
        end = self.maybe(end, |c| c == '*');
        if !self.at(end).is_ascii_digit() {
            return None;
        }
        let asylum = self.at(i) == 'Z';
        let full = self.spaced_digits(end, if star { 9 } else { 10 });
        let full = full.or_else(|| self.spaced_digits(end, 9).filter(|_| asylum))?;
        let solid = self.chars[i..full].iter().all(|c| !is_space(*c));
        let longer = if solid {
            self.at(full).is_alphanumeric()
                || is_dash(self.at(full)) && self.at(full + 1).is_ascii_digit()
        } else {
            self.at(full).is_alphanumeric() || self.digit_follows(full)
        };
        (!longer).then_some(full)
    }

    /// Past so many digits with at most one separator between any two.
    fn spaced_digits(&self, i: usize, count: usize) -> Option<usize> {
        let mut end = i;
        for n in 0..count {
            if n > 0 && is_separator(self.at(end)) {
                end += 1;
            }
            end = self.one(end, |c| c.is_ascii_digit())?;
        }
        Some(end)
    }

    fn i94(&self, i: usize) -> Option<usize> {
        if self.word_before(i) || is_dash(self.before(i)) {
            return None;
        }
        let nine = self.digits(i, 9, 9)?;
        if self.at(nine).is_ascii_uppercase() {
            let end = self.just(nine + 1, 1)?;
            return (!self.is_word(end)).then_some(end);
        }
        let end = self.just(self.maybe(nine, |c| c == ' '), 2)?;
        (!self.is_word(end) && !self.digit_follows(end)).then_some(end)
    }

    fn zip(&self, i: usize) -> Option<usize> {
        if self.word_before(i) || is_dash(self.before(i)) {
            return None;
        }
        let end = self.just(i, 5)?;
        let end = self.just(self.one(end, is_dash)?, 4)?;
        (!self.is_word(end) && !self.digit_follows(end)).then_some(end)
    }

    fn tax_id(&self, i: usize) -> Option<usize> {
        if self.word_before(i) || is_dash(self.before(i)) {
            return None;
        }
        let person = || {
            let end = self.one(self.just(i, 3)?, is_dash)?;
            self.just(self.one(self.just(end, 2)?, is_dash)?, 4)
        };
        let firm = || self.just(self.one(self.just(i, 2)?, is_dash)?, 7);
        let end = person().or_else(firm)?;
        (!self.is_word(end) && !self.digit_follows(end)).then_some(end)
    }

    fn a_number(&self, i: usize) -> Option<usize> {
        if self.at(i) != 'A' || self.before(i).is_alphanumeric() || is_dash(self.before(i)) {
            return None;
        }
        let mut end = i + 1;
        end = self
            .word(end, " No.")
            .or_else(|| self.word(end, "No."))
            .unwrap_or(end);
        let lead = |c: char| matches!(c, '#' | ' ' | ':') || is_dash(c);
        end += (0..3).take_while(|n| lead(self.at(end + n))).count();
        self.grouped(end)
    }

    /// Seven to nine digits in groups that end where a group ends.
    fn grouped(&self, i: usize) -> Option<usize> {
        let (mut end, mut count, mut best) = (i, 0, None);
        loop {
            let group = self.digits(end, 1, 13)?;
            count += group - end;
            end = group;
            if count > 9 || self.at(end).is_alphanumeric() {
                break;
            }
            if count >= 7 {
                best = Some(end);
            }
            let next = self.at(end);
            if !(next == ' ' || is_dash(next)) || !self.at(end + 1).is_ascii_digit() {
                break;
            }
            end += 1;
        }
        best
    }

    fn phone(&self, i: usize) -> Option<usize> {
        if self.word_before(i) || is_dash(self.before(i)) {
            return None;
        }
        let joint = |c: char| matches!(c, ' ' | '.') || is_dash(c);
        let rest = |i: usize| {
            let area = match self.at(i) {
                '(' => self.maybe(self.one(self.just(i + 1, 3)?, |c| c == ')')?, |c| c == ' '),
                _ => self.one(self.just(i, 3)?, joint)?,
            };
            let end = self.one(self.just(area, 3)?, |c| c == '.' || is_dash(c))?;
            self.just(end, 4)
        };
        let country = (self.at(i) == '1')
            .then(|| self.one(i + 1, joint))
            .flatten();
        let end = country.and_then(rest).or_else(|| rest(i))?;
        let end = self.extension(end).unwrap_or(end);
        (!self.is_word(end) && !self.digit_follows(end)).then_some(end)
    }

    fn extension(&self, i: usize) -> Option<usize> {
        let end = self.maybe(i, |c| c == ' ');
        let end = self
            .word(end, "ext.")
            .or_else(|| self.word(end, "ext"))
            .or_else(|| self.word(end, "x"))?;
        self.digits(self.maybe(end, |c| c == ' '), 1, 6)
    }

    fn labor(&self, i: usize) -> Option<usize> {
        if self.word_before(i) || !self.at(i).is_ascii_uppercase() {
            return None;
        }
        let end = self.one(i + 1, is_dash)?;
        let end = self.one(self.just(end, 3)?, is_dash)?;
        let end = self.one(self.just(end, 5)?, is_dash)?;
        let end = self.just(end, 6)?;
        (!self.is_word(end)).then_some(end)
    }

    /// At most two digits before `CFR`: a mask that took more would eat the end of a number before the word.
    fn citation(&self, i: usize) -> Option<usize> {
        let joined = matches!(self.before(i), '.') || is_dash(self.before(i));
        let digit_before = is_space(self.before(i)) && i >= 2 && self.at(i - 2).is_ascii_digit();
        if self.word_before(i) || joined || digit_before {
            return None;
        }
        let end = self.one(self.just(i, 1).or_else(|| self.just(i, 2))?, is_space)?;
        let law = ["CFR", "C.F.R.", "U.S.C.", "USC"]
            .iter()
            .find_map(|w| self.word(end, w))?;
        if self.is_word(law) {
            return None;
        }
        let end = self.maybe(law, |c| c == ' ');
        let of = |n: &usize| {
            let c = self.at(end + n);
            c.is_ascii_digit() || matches!(c, '.' | '(' | ')') || c.is_ascii_lowercase()
        };
        // A section has at most four digits in a row.
        let tail = (0..).take_while(of).count();
        let count = self.chars[end..end + tail]
            .iter()
            .filter(|c| c.is_ascii_digit())
            .count();
        Some(if count <= 6 { end + tail } else { law })
    }

    fn page(&self, i: usize) -> Option<usize> {
        if self.word_before(i) {
            return None;
        }
        let end = self.just(i, 1).or_else(|| self.just(i, 2))?;
        let end = self.maybe(end, |c| c == ' ');
        let end = self.word(end, "of").or_else(|| self.word(end, "de"))?;
        let end = self.maybe(end, |c| c == ' ');
        let end = self.just(end, 1).or_else(|| self.just(end, 2))?;
        (!self.is_word(end) && !is_dash(self.at(end))).then_some(end)
    }

    fn form(&self, i: usize) -> Option<usize> {
        if !matches!(self.at(i), 'I' | 'N' | 'G') || self.before(i).is_alphanumeric() {
            return None;
        }
        let end = self.digits(self.maybe(i + 1, is_dash), 2, 3)?;
        let end = (0..2).fold(end, |end, _| self.maybe(end, |c| c.is_ascii_uppercase()));
        let longer = self.at(end).is_alphanumeric() || is_dash(self.at(end));
        (!longer).then_some(end)
    }

    /// Digits with at most two separators between any two.
    fn chain(&self, i: usize) -> Option<usize> {
        if self.word_before(i) || !self.at(i).is_ascii_digit() {
            return None;
        }
        let mut end = i;
        let mut word_end = None;
        while self.at(end).is_ascii_digit() {
            while self.at(end).is_ascii_digit() {
                end += 1;
            }
            if !self.is_word(end) || self.at(end) == '_' {
                word_end = Some(end);
            }
            let gap = (0..2)
                .take_while(|n| is_separator(self.at(end + n)))
                .count();
            if gap == 0 || !self.at(end + gap).is_ascii_digit() {
                break;
            }
            end += gap;
        }
        word_end
    }

    fn mixed(&self, i: usize) -> Option<usize> {
        let of = |c: char| c.is_alphanumeric() || matches!(c, '_' | '*' | '#') || is_dash(c);
        if i > 0 && of(self.before(i)) {
            return None;
        }
        let length = (0..).take_while(|n| of(self.at(i + n))).count();
        let chars = self.chars.get(i..i + length)?;
        let digits = chars.iter().filter(|c| c.is_ascii_digit()).count();
        (length >= 6 && digits >= 4).then_some(i + length)
    }
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
        .filter(|p| !p.is_empty() && *p != "de" && *p != "del")
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
        let (m, d) = (number(a)?, number(b)?);
        let (m, d) = if m > 12 && d <= 12 { (d, m) } else { (m, d) };
        let year = number(c)?;
        (if year < 100 { year + 2000 } else { year }, m, d)
    };
    let ok = (1..=12).contains(&month) && (1..=31).contains(&day);
    ok.then_some((year, month as u8, day as u8))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(kind: ValueKind, text: &str) -> bool {
        let chars: Vec<char> = text.chars().collect();
        Text { chars: &chars }.scan(kind, 0) == Some(chars.len())
    }

    #[test]
    fn shapes_are_found() {
        use ValueKind as K;
        for (kind, text) in [
            (K::Date, "04/01/2021"),
            (K::Date, "April 1, 2021"),
            (K::Date, "1 de abril de 2021"),
            (K::Date, "01 Apr 2021"),
            (K::Date, "2021-04-01"),
            (K::Money, "$1,440.00"),
            (K::Money, "465.00"),
            (K::Receipt, "EAC-21-123-45678"),
            (K::Receipt, "WSC*001234567"),
            (K::ANumber, "A# 012 345 678"),
            (K::ANumber, "A-12345678"),
            (K::I94, "123456789 01"),
            (K::I94, "123456789A1"),
            (K::Zip, "68501-2521"),
            (K::TaxId, "123-45-6789"),
            (K::Phone, "1-800-375-5283"),
            (K::Phone, "(800) 375-5283 ext. 12"),
            (K::Citation, "8 CFR 103.2(b)(8)"),
            (K::Page, "1 of 2"),
            (K::Form, "I-797C"),
            (K::Digits, "0123 4567 8901"),
            (K::Mixed, "N0051411638"),
        ] {
            assert!(whole(kind, text), "{kind:?} {text}");
        }
    }

    #[test]
    fn other_text_is_left_alone() {
        use ValueKind as K;
        for (kind, text) in [
            (K::ANumber, "A0123456789"),
            (K::Receipt, "IOE09123456789"),
            (K::Citation, "4946 USCIS"),
            (K::Zip, "012345-6789"),
            (K::Phone, "1234-567-8901"),
            (K::Money, "012345678901.22"),
        ] {
            assert!(!whole(kind, text), "{kind:?} {text}");
        }
    }

    #[test]
    fn dates_have_one_form() {
        for text in [
            "04/01/2021",
            "April 1, 2021",
            "1 Apr 2021",
            "2021-04-01",
            "1 de abril de 2021",
        ] {
            assert_eq!(parse_date(text), Some((2021, 4, 1)), "{text}");
        }
        assert_eq!(parse_date("31/12/2021"), Some((2021, 12, 31)));
    }
}
