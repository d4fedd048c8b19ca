//! Hand-written scanners for the shapes of values. Regular expressions would do, but take longer to
//! compile than a page to read.

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
    /// A day and a time of twelve digits, as a date stamp prints them.
    Stamp,
    /// Any other digits, three or more.
    Digits,
    /// Letters and digits.
    Mixed,
    /// One or two digits, or what is left of a word.
    Scrap,
    /// A name in capitals.
    Name,
}

impl ValueKind {
    /// Whether anything of this shape begins with a character. Most begin with none of a page's
    /// letters.
    pub(super) fn may_begin_with(self, c: char) -> bool {
        match self {
            Self::Mixed | Self::Money | Self::Account | Self::Stamp | Self::Name => true,
            Self::Date => c.is_alphanumeric(),
            Self::Receipt | Self::ANumber | Self::Labor | Self::Form => c.is_ascii_uppercase(),
            Self::Phone => c.is_ascii_digit() || c == '(',
            _ => c.is_ascii_digit(),
        }
    }
}

/// The characters of a block; what is already typed is replaced by NUL.
pub(super) struct Text<'a> {
    pub chars: &'a [char],
}

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

pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n')
}

impl Text<'_> {
    pub(super) fn at(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\0')
    }

    pub(super) fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\0', |i| self.at(i))
    }

    pub(super) fn is_word(&self, i: usize) -> bool {
        let c = self.at(i);
        c.is_alphanumeric() || c == '_'
    }

    pub(super) fn word_before(&self, i: usize) -> bool {
        i > 0 && self.is_word(i - 1)
    }

    /// Past between `least` and `most` digits, as many as there are.
    pub(super) fn digits(&self, i: usize, least: usize, most: usize) -> Option<usize> {
        let count = (0..most)
            .take_while(|n| self.at(i + n).is_ascii_digit())
            .count();
        (count >= least).then_some(i + count)
    }

    /// Past exactly this many digits.
    pub(super) fn just(&self, i: usize, count: usize) -> Option<usize> {
        let end = self.digits(i, count, count)?;
        (!self.at(end).is_ascii_digit()).then_some(end)
    }

    pub(super) fn one(&self, i: usize, which: impl Fn(char) -> bool) -> Option<usize> {
        which(self.at(i)).then_some(i + 1)
    }

    /// Past a character, if it is there.
    pub(super) fn maybe(&self, i: usize, which: impl Fn(char) -> bool) -> usize {
        if which(self.at(i)) { i + 1 } else { i }
    }

    /// Past a word in small or capital letters.
    pub(super) fn word(&self, i: usize, word: &str) -> Option<usize> {
        let mut end = i;
        for c in word.chars() {
            if !self.at(end).eq_ignore_ascii_case(&c) {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// Whether a digit follows here, right away or behind a space or a dash.
    pub(super) fn digit_follows(&self, i: usize) -> bool {
        let next = if self.at(i) == ' ' || is_dash(self.at(i)) {
            i + 1
        } else {
            i
        };
        self.at(next).is_ascii_digit()
    }

    /// The end of what has the shape of `kind` and begins at `i`.
    pub(super) fn scan(&self, kind: ValueKind, i: usize) -> Option<usize> {
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
            ValueKind::Account | ValueKind::Stamp | ValueKind::Name => None,
        }
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

    /// Past this many digits with at most one separator between any two.
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
        let mut end = i;
        let mut count = 0;
        let mut best = None;
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
            // A number goes on in the next line only where it is not whole yet.
            let breaks = |i: usize| self.at(i) == '\n' && count < 7;
            let parts = next == ' ' || is_dash(next) || breaks(end);
            let gap = if is_dash(next) && breaks(end + 1) {
                2
            } else {
                1
            };
            if !parts || !self.at(end + gap).is_ascii_digit() {
                break;
            }
            end += gap;
        }
        best
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

#[cfg(test)]
#[path = "shape_tests.rs"]
mod tests;
