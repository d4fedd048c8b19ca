//! Shapes of things that are none of the three numbers: telephones, addresses, paragraphs of
//! law, forms, pages.

use super::shape::{Text, is_dash, is_space};

impl Text<'_> {
    pub(super) fn phone(&self, i: usize) -> Option<usize> {
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

    pub(super) fn labor(&self, i: usize) -> Option<usize> {
        if self.word_before(i) || !self.at(i).is_ascii_uppercase() {
            return None;
        }
        let end = self.one(i + 1, is_dash)?;
        let end = self.one(self.just(end, 3)?, is_dash)?;
        let end = self.one(self.just(end, 5)?, is_dash)?;
        let end = self.just(end, 6)?;
        (!self.is_word(end)).then_some(end)
    }

    /// At most two digits before `CFR`: a mask that took more would eat the end of a number before
    /// the word.
    pub(super) fn citation(&self, i: usize) -> Option<usize> {
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

    pub(super) fn page(&self, i: usize) -> Option<usize> {
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

    pub(super) fn form(&self, i: usize) -> Option<usize> {
        if !matches!(self.at(i), 'I' | 'N' | 'G') || self.before(i).is_alphanumeric() {
            return None;
        }
        // `G-1256`.
        let most = if self.at(i) == 'G' && is_dash(self.at(i + 1)) {
            4
        } else {
            3
        };
        let end = self.digits(self.maybe(i + 1, is_dash), 2, most)?;
        let end = (0..2).fold(end, |end, _| self.maybe(end, |c| c.is_ascii_uppercase()));
        let longer = self.at(end).is_alphanumeric() || is_dash(self.at(end));
        (!longer).then_some(end)
    }

    pub(super) fn zip(&self, i: usize) -> Option<usize> {
        if self.word_before(i) || is_dash(self.before(i)) {
            return None;
        }
        let end = self.just(i, 5)?;
        let end = self.just(self.one(end, is_dash)?, 4)?;
        (!self.is_word(end) && !self.digit_follows(end)).then_some(end)
    }

    pub(super) fn tax_id(&self, i: usize) -> Option<usize> {
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
}
