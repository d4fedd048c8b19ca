//! The facts of a case as labelled items; each one is noted in the truth when it is told.
use super::words;
use crate::case::{self, Case, Date};
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;

/// A label and what stands with it.
#[derive(Clone)]
pub(super) struct Item {
    /// The label as printed.
    pub label: String,
    /// The value as printed; empty where nothing is printed.
    pub value: String,
}

/// An item of two texts.
pub(super) fn item(label: impl Into<String>, value: impl Into<String>) -> Item {
    Item {
        label: label.into(),
        value: value.into(),
    }
}

/// Whether the page prints the filer's own account number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Mode {
    /// Label and number.
    Filled,
    /// A label alone.
    Blank,
    /// Neither.
    Missing,
}

/// Tells the facts of one case in one page's style.
pub(super) struct Teller<'a> {
    /// The source of chance.
    pub rng: &'a mut Rng,
    /// The case.
    pub case: &'a Case,
    /// What has been told.
    pub truth: NoticeTruth,
    /// What the page does about the account number.
    pub mode: Mode,
    /// Whether the page has told an attorney's account number.
    pub attorney: bool,
    /// The tracking number of the payment.
    pub paid: String,
    dates: usize,
}

impl<'a> Teller<'a> {
    /// A teller for a page that names a form (or none); the two numbers are percentages.
    pub(super) fn new(
        rng: &'a mut Rng,
        case: &'a Case,
        form: &str,
        filled: usize,
        blank: usize,
    ) -> Self {
        let roll = rng.below(100);
        let mode = match roll {
            _ if case.noticed.year < 2013 => Mode::Missing,
            r if r < filled => Mode::Filled,
            r if r < filled + blank => Mode::Blank,
            _ => Mode::Missing,
        };
        let dates = rng.below(3);
        let paid = rng.digits(12);
        let truth = NoticeTruth {
            form: form.into(),
            ..Default::default()
        };
        Teller {
            rng,
            case,
            truth,
            mode,
            attorney: false,
            paid,
            dates,
        }
    }

    /// A date in the page's style.
    pub(super) fn date(&self, date: &Date) -> String {
        const MONTHS: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ];
        match self.dates {
            0 => date.numeric(),
            1 => date.long(),
            _ => format!(
                "{} {} {}",
                date.day,
                MONTHS[date.month as usize - 1],
                date.year
            ),
        }
    }

    /// The receipt number in some printed form, noted.
    pub(super) fn receipt_value(&mut self) -> String {
        self.truth.prints_receipt(&self.case.receipt);
        let r = &self.case.receipt;
        match self.rng.below(5) {
            0 => format!("{}-{}-{}-{}", &r[..3], &r[3..5], &r[5..8], &r[8..]),
            _ => r.clone(),
        }
    }

    /// The receipt number.
    pub(super) fn receipt(&mut self) -> Item {
        item(words::receipt(self.rng), self.receipt_value())
    }

    /// The filer's own account number in some printed form, noted.
    pub(super) fn account_value(&mut self) -> String {
        self.truth.prints_account(&self.case.account);
        let a = &self.case.account;
        match self.rng.below(6) {
            0 => format!("{} {} {}", &a[..4], &a[4..8], &a[8..]),
            1 => format!("{}-{}-{}", &a[..4], &a[4..8], &a[8..]),
            2 => format!("{} {} {} {}", &a[..3], &a[3..6], &a[6..9], &a[9..]),
            _ => a.clone(),
        }
    }

    /// The value of the account's place by the page's mode: the number, nothing, or no place.
    pub(super) fn account_place(&mut self) -> Option<String> {
        match self.mode {
            Mode::Filled => Some(self.account_value()),
            Mode::Blank => {
                self.truth.account_cell = AccountCell::Blank;
                Some(String::new())
            }
            Mode::Missing => None,
        }
    }

    /// The account number with a long label, if the page has its place.
    pub(super) fn account(&mut self) -> Option<Item> {
        let label = words::account_long(self.rng, self.case);
        self.account_place().map(|v| item(label, v))
    }

    /// The account number with a short label, if the page has its place.
    pub(super) fn account_short(&mut self) -> Option<Item> {
        let label = words::account_short(self.rng, self.case);
        self.account_place().map(|v| item(label, v))
    }

    /// An account number in a sentence: without spaces, so that no line breaks it.
    pub(super) fn account_said(&mut self) -> Option<String> {
        if self.mode != Mode::Filled {
            return None;
        }
        let number = self.account_value().replace(' ', "");
        Some(words::account_sentence(self.rng, self.case, &number))
    }

    /// The A-Number of the person whom the case is about.
    pub(super) fn a_number(&mut self) -> Item {
        let person = if self.case.is_petition {
            &self.case.beneficiary
        } else {
            &self.case.filer
        };
        self.truth.prints_a_number(&person.a_number);
        let value = case::printed_a_number(self.rng, &person.a_number);
        item(words::a_number(self.rng, self.case), value)
    }

    /// The form that was filed.
    pub(super) fn form(&mut self) -> Item {
        self.truth.fields.case_type = Some(self.case.form_code.into());
        let label = self.rng.pick(&[
            "Your form",
            "What you filed",
            "Case type",
            "Form type",
            "This notice is about",
        ]);
        item(
            label,
            format!("{}, {}", self.case.form_code, title(self.case)),
        )
    }

    /// The date of receipt.
    pub(super) fn received(&mut self) -> Item {
        let value = self.date(&self.case.received);
        self.truth.fields.received_date = Some(value.clone());
        item(words::received(self.rng), value)
    }

    /// The date of the notice, without a label.
    pub(super) fn noticed_value(&mut self) -> String {
        let value = self.date(&self.case.noticed);
        self.truth.fields.notice_date = Some(value.clone());
        value
    }

    /// The date of the notice.
    pub(super) fn noticed(&mut self) -> Item {
        item(words::noticed(self.rng), self.noticed_value())
    }

    /// The priority date.
    pub(super) fn priority(&mut self) -> Item {
        let value = self.date(&self.case.priority);
        self.truth.fields.priority_date = Some(value.clone());
        item(
            self.rng
                .pick(&["Priority date", "Your priority date", "Priority Date"]),
            value,
        )
    }

    /// The one who filed, with the role as label.
    pub(super) fn filer(&mut self) -> Item {
        let listed = self.rng.chance(0.4);
        let who = &self.case.filer;
        let value = if listed { who.listed() } else { who.name() };
        let place = if self.case.is_petition {
            &mut self.truth.fields.petitioner
        } else {
            &mut self.truth.fields.applicant
        };
        *place = Some(value.clone());
        let word = words::role(self.case);
        let label = match self.rng.below(4) {
            0 => format!("You, the {word}"),
            1 => format!("{} (who filed)", words::role_capital(self.case)),
            _ => words::role_capital(self.case).to_string(),
        };
        item(label, value)
    }

    /// The beneficiary of a petition.
    pub(super) fn beneficiary(&mut self) -> Option<Item> {
        if !self.case.is_petition {
            return None;
        }
        let value = self.case.beneficiary.name();
        self.truth.fields.beneficiary = Some(value.clone());
        let label = self
            .rng
            .pick(&["Beneficiary", "Person you filed for (beneficiary)"]);
        Some(item(label, value))
    }

    /// The amount that was paid.
    pub(super) fn amount(&mut self) -> Item {
        let fee = self
            .rng
            .pick(&["$535.00", "$1,225.00", "$1,440.00", "$640.00", "$85.00"]);
        self.truth.fields.amount = Some(fee.into());
        item(
            self.rng
                .pick(&["Amount received", "You paid", "Amount we received"]),
            fee,
        )
    }

    /// Notes the notice type and gives it back.
    pub(super) fn type_of(&mut self, kind: &str) -> String {
        self.truth.fields.notice_type = Some(kind.into());
        kind.into()
    }
}

/// The title of the form in title case.
pub(super) fn title(case: &Case) -> String {
    let small = [
        "TO", "OF", "OR", "FOR", "A", "AN", "AND", "THE", "BY", "IN", "AS", "ON",
    ];
    let word = |(i, w): (usize, &str)| {
        if i > 0 && small.contains(&w) {
            return w.to_lowercase();
        }
        let mut made = String::new();
        let mut first = true;
        for c in w.chars() {
            made.push(if first { c } else { c.to_ascii_lowercase() });
            first = !c.is_alphanumeric() && c != '\u{2019}' && c != '\'';
        }
        made
    };
    case.title
        .split(' ')
        .enumerate()
        .map(word)
        .collect::<Vec<_>>()
        .join(" ")
}
