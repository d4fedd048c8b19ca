//! How the three numbers are printed: the one description from which everything that looks for them
//! is built.
//!
//! Built from it are the regular expressions for candidates (here), the recognizer's automata
//! (`recognizer::grammar`) and the checks of the review page (`report::review_page`). Reading is
//! stricter than typing: print has its groups, a person may put separators anywhere, so `parse` and
//! the review page drop them wherever they stand.

use super::{IdentifierKind, Prefix, confusables};

/// The shape of one number.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Which number.
    pub kind: IdentifierKind,
    /// What stands in front of its digits.
    pub lead: Lead,
    /// The ways in which its digits are grouped.
    pub groupings: &'static [Grouping],
    /// Where text may break or join the groups otherwise than print does.
    pub gaps: Gaps,
    /// What to tell a person who typed something else.
    pub hint: &'static str,
}

/// What stands in front of the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// Nothing.
    None,
    /// The letters of a center or system.
    Prefix,
    /// A letter, perhaps with a sign behind it and then one of the joints.
    Letter {
        /// The letter.
        letter: char,
        /// The sign.
        sign: char,
        /// What may stand between these and the digits.
        joints: &'static str,
    },
}

/// One way of grouping the digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grouping {
    /// Digits in each group.
    pub sizes: &'static [usize],
    /// Where separators stand.
    pub separators: Separators,
    /// For which numbers it is used.
    pub used: Used,
}

/// Where separators stand in a grouping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separators {
    /// None between the groups, or one and the same between all of them.
    Uniform,
    /// One and the same between all groups.
    Always,
    /// Before each group, the first one too, one or none.
    Each,
}

/// Which numbers a grouping is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Used {
    /// All of the kind.
    ByAll,
    /// Those that asylum offices issue.
    ByAsylum,
    /// Those with an asterisk before the digits.
    WithStar,
}

/// How text may break a number where print does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gaps {
    /// A separator between any two digits: engines split such numbers where letters meet digits or
    /// a character is wide.
    Anywhere,
    /// One space, with this many digits on each side at least.
    OneSpace(usize),
    /// Only between groups, where any of the separators may also be missing.
    BetweenGroups,
}

/// What stands between groups.
pub const SEPARATORS: &str = "- ";
/// The mark of old naturalization cases.
pub const STAR: char = '*';
/// Letters in front of a receipt number.
pub const PREFIX_LETTERS: usize = 3;
/// None of the numbers has fewer digits.
pub const LEAST_DIGITS: usize = 7;

const fn grouping(sizes: &'static [usize], separators: Separators, used: Used) -> Grouping {
    Grouping {
        sizes,
        separators,
        used,
    }
}

const RECEIPT_NUMBER: Shape = Shape {
    kind: IdentifierKind::ReceiptNumber,
    lead: Lead::Prefix,
    groupings: &[
        // Fiscal year, workday and sequence.
        grouping(&[2, 3, 5], Separators::Each, Used::ByAll),
        grouping(&[9], Separators::Each, Used::ByAsylum),
        grouping(&[9], Separators::Always, Used::WithStar),
    ],
    gaps: Gaps::Anywhere,
    hint: "3 letters and 10 digits",
};

const ONLINE_ACCOUNT_NUMBER: Shape = Shape {
    kind: IdentifierKind::OnlineAccountNumber,
    lead: Lead::None,
    groupings: &[
        grouping(&[12], Separators::Always, Used::ByAll),
        grouping(&[3, 3, 3, 3], Separators::Always, Used::ByAll),
        grouping(&[4, 4, 4], Separators::Always, Used::ByAll),
    ],
    gaps: Gaps::OneSpace(2),
    hint: "12 digits",
};

const A_NUMBER: Shape = Shape {
    kind: IdentifierKind::ANumber,
    lead: Lead::Letter {
        letter: 'A',
        sign: '#',
        joints: "-: ",
    },
    groupings: &[
        grouping(&[1, 3, 3], Separators::Uniform, Used::ByAll),
        grouping(&[2, 3, 3], Separators::Uniform, Used::ByAll),
        grouping(&[3, 3, 3], Separators::Uniform, Used::ByAll),
    ],
    gaps: Gaps::BetweenGroups,
    hint: "A and 7 to 9 digits",
};

impl IdentifierKind {
    /// How a number of this kind is printed.
    pub const fn shape(self) -> Shape {
        match self {
            Self::ReceiptNumber => RECEIPT_NUMBER,
            Self::OnlineAccountNumber => ONLINE_ACCOUNT_NUMBER,
            Self::ANumber => A_NUMBER,
        }
    }

    /// Its name in reports for programs.
    pub const fn key(self) -> &'static str {
        match self {
            Self::ReceiptNumber => "receipt_number",
            Self::OnlineAccountNumber => "online_account_number",
            Self::ANumber => "a_number",
        }
    }
}

impl Grouping {
    /// How many digits it has.
    pub fn digits(&self) -> usize {
        self.sizes.iter().sum()
    }
}

/// What passes for a digit and for a capital, as classes of a regular expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Classes {
    digit: String,
    capital: String,
}

impl Classes {
    /// For text that never was a picture.
    pub fn exact() -> Self {
        Self {
            digit: "[0-9]".to_owned(),
            capital: "[A-Z]".to_owned(),
        }
    }

    /// For text read from pixels.
    pub fn confusable() -> Self {
        Self {
            digit: confusables::digit_class(),
            capital: confusables::capital_class(),
        }
    }
}

impl Shape {
    /// The regular expression of the number as it stands in text.
    pub fn pattern(&self, classes: &Classes) -> String {
        self.lead_pattern(classes) + &self.digits_pattern(classes)
    }

    /// The regular expression of its digits alone, without what stands in front of them.
    pub fn digits_pattern(&self, classes: &Classes) -> String {
        let digit = &classes.digit;
        let separator = format!("[{SEPARATORS}]");
        match self.gaps {
            Gaps::Anywhere => self.loose_digits(digit, &separator),
            Gaps::OneSpace(least) => {
                let most = self.most_digits() - least;
                let whole = self.grouped(digit, &separator);
                format!("(?:{whole}|{digit}{{{least},{most}}} ?{digit}{{{least},{most}}})")
            }
            Gaps::BetweenGroups => format!("(?:{})", self.grouped(digit, &format!("{separator}?"))),
        }
    }

    fn lead_pattern(&self, classes: &Classes) -> String {
        match self.lead {
            Lead::None => String::new(),
            Lead::Prefix => {
                let capital = &classes.capital;
                format!("{capital}{{{PREFIX_LETTERS}}}[{SEPARATORS}]?")
            }
            // Sign and joints in their order, each with a space before it or not.
            Lead::Letter {
                letter,
                sign,
                joints,
            } => {
                let small = letter.to_ascii_lowercase();
                let marks: String = std::iter::once(sign)
                    .chain(joints.chars().filter(|c| *c != ' '))
                    .map(|mark| format!(" ?{mark}?"))
                    .collect();
                format!("[{letter}{small}]{marks} ?")
            }
        }
    }

    /// Digits with a separator anywhere between them; after a star none.
    fn loose_digits(&self, digit: &str, separator: &str) -> String {
        let starred = self.counts(|used| used == Used::WithStar);
        let plain = self.counts(|used| used != Used::WithStar);
        let least = plain.iter().min().map_or(0, |n| n - 1);
        let most = plain.iter().max().map_or(0, |n| n - 1);
        let star = starred
            .iter()
            .map(|count| format!("\\{STAR}{digit}{{{count}}}|"))
            .collect::<String>();
        format!("(?:{star}{digit}(?:{separator}?{digit}){{{least},{most}}})")
    }

    /// Every grouping, longest first, as alternatives.
    fn grouped(&self, digit: &str, separator: &str) -> String {
        let mut groupings = self.groupings.to_vec();
        groupings.sort_by_key(|g| std::cmp::Reverse(g.digits()));
        let alternatives: Vec<String> = groupings
            .iter()
            .map(|grouping| {
                let groups: Vec<String> = grouping
                    .sizes
                    .iter()
                    .map(|size| format!("{digit}{{{size}}}"))
                    .collect();
                groups.join(separator)
            })
            .collect();
        alternatives.join("|")
    }

    fn counts(&self, wanted: impl Fn(Used) -> bool) -> Vec<usize> {
        let groupings = self.groupings.iter().filter(|g| wanted(g.used));
        groupings.map(Grouping::digits).collect()
    }

    fn most_digits(&self) -> usize {
        self.counts(|_| true).into_iter().max().unwrap_or_default()
    }

    fn least_digits(&self) -> usize {
        self.counts(|_| true).into_iter().min().unwrap_or_default()
    }

    /// What a person may type, separators dropped and in capitals: a regular expression that both
    /// Rust and JavaScript know, whose first group is what is kept.
    pub fn typed_pattern(&self) -> String {
        match self.lead {
            Lead::None => format!("^([0-9]{{{}}})$", self.most_digits()),
            Lead::Letter { letter, sign, .. } => {
                let least = self.least_digits();
                let most = self.most_digits();
                format!("^{letter}?[{sign}:]*([0-9]{{{least},{most}}})$")
            }
            Lead::Prefix => {
                let any = format!("[A-Z]{{{PREFIX_LETTERS}}}");
                let offices: Vec<&str> = Prefix::asylum_offices().collect();
                let offices = offices.join("|");
                let alternatives: Vec<String> = self
                    .groupings
                    .iter()
                    .map(|grouping| match grouping.used {
                        Used::ByAll => format!("{any}[0-9]{{{}}}", grouping.digits()),
                        Used::ByAsylum => format!("(?:{offices})[0-9]{{{}}}", grouping.digits()),
                        Used::WithStar => format!("{any}\\{STAR}[0-9]{{{}}}", grouping.digits()),
                    })
                    .collect();
                format!("^({})$", alternatives.join("|"))
            }
        }
    }

    /// What is put before the digits that a person typed, and how many digits they are padded to:
    /// the canonical form.
    pub fn canonical_form(&self) -> (String, usize) {
        match self.lead {
            Lead::None | Lead::Prefix => (String::new(), 0),
            Lead::Letter { letter, .. } => (letter.to_string(), self.most_digits()),
        }
    }

    /// Whether a number of nothing but zeros is a form's placeholder and no number.
    pub fn refuses_zeros(&self) -> bool {
        self.lead != Lead::Prefix
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_those_that_were_written_by_hand() {
        let classes = Classes::exact();
        let pattern = |kind: IdentifierKind| kind.shape().pattern(&classes).replace("[0-9]", "d");
        assert_eq!(
            pattern(IdentifierKind::ReceiptNumber),
            r"[A-Z]{3}[- ]?(?:\*d{9}|d(?:[- ]?d){8,9})"
        );
        assert_eq!(
            pattern(IdentifierKind::OnlineAccountNumber),
            r"(?:d{12}|d{3}[- ]d{3}[- ]d{3}[- ]d{3}|d{4}[- ]d{4}[- ]d{4}|d{2,10} ?d{2,10})"
        );
        assert_eq!(
            pattern(IdentifierKind::ANumber),
            concat!(
                "[Aa] ?#? ?-? ?:? ?(?:d{3}[- ]?d{3}[- ]?d{3}",
                "|d{2}[- ]?d{3}[- ]?d{3}|d{1}[- ]?d{3}[- ]?d{3})"
            )
        );
    }

    #[test]
    fn no_number_has_fewer_digits_than_the_least() {
        let kinds = [
            IdentifierKind::ReceiptNumber,
            IdentifierKind::OnlineAccountNumber,
            IdentifierKind::ANumber,
        ];
        let least = kinds.iter().map(|kind| kind.shape().least_digits()).min();
        assert_eq!(least, Some(LEAST_DIGITS));
    }
}
