//! The desk of one notice: its case, the truth noted so far, and numbers as they are printed.
use super::kit::Hand;
use crate::case::{Case, Date, Person};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::Family;

/// What a design works with.
pub(super) struct Desk<'a> {
    /// Chance.
    pub(super) rng: &'a mut Rng,
    /// The case.
    pub(super) case: &'a Case,
    /// What is printed, so far.
    pub(super) truth: NoticeTruth,
    /// The family of the pages.
    pub(super) family: Family,
    /// The pens.
    pub(super) hand: Hand,
    /// The receipt number as this notice prints it.
    pub(super) receipt: String,
    /// The filer's own account number: none (no label), empty (blank), or as printed.
    pub(super) own: Option<String>,
    /// Whether the receipt number has been printed.
    pub(super) shown: bool,
    alien_style: usize,
    date_style: usize,
}

/// Puts a value into a field and hands it back for printing.
pub(super) fn note(slot: &mut Option<String>, text: &str) -> String {
    *slot = Some(text.to_string());
    text.to_string()
}

/// A date in one of the family's forms.
pub(super) fn dated(date: &Date, style: usize) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    match style {
        0 => date.numeric(),
        1 => date.long(),
        2 => date.long().to_uppercase(),
        _ => {
            let month = MONTHS[(date.month - 1).clamp(0, 11) as usize];
            format!("{} {month} {}", date.day, date.year)
        }
    }
}

/// Twelve digits in a printed form.
pub(super) fn twelve(rng: &mut Rng, digits: &str) -> String {
    let groups = |size: usize, mark: &str| {
        let parts: Vec<&str> = (0..12)
            .step_by(size)
            .map(|from| &digits[from..from + size])
            .collect();
        parts.join(mark)
    };
    match rng.below(10) {
        0 => groups(4, " "),
        1 => groups(4, "-"),
        2 => groups(3, " "),
        _ => digits.to_string(),
    }
}

impl<'a> Desk<'a> {
    /// Opens a desk; the account number stands in `shares.0` of 100 notices, blank in `shares.1`.
    pub(super) fn open(
        rng: &'a mut Rng,
        case: &'a Case,
        form: &str,
        families: &[Family],
        shares: (usize, usize),
    ) -> Self {
        let family = rng.pick(families);
        let mut truth = NoticeTruth {
            form: form.into(),
            ..Default::default()
        };
        let made = (case.noticed.year, case.noticed.month) >= (2012, 5);
        let own = match rng.below(100) {
            at if made && at < shares.0 => {
                truth.prints_account(&case.account);
                Some(twelve(rng, &case.account))
            }
            at if made && at < shares.0 + shares.1 => {
                truth.account_cell = AccountCell::Blank;
                Some(String::new())
            }
            _ => None,
        };
        let r = &case.receipt;
        let receipt = match rng.below(8) {
            0 => format!("{}-{}-{}-{}", &r[..3], &r[3..5], &r[5..8], &r[8..]),
            1 => format!("{} {} {} {}", &r[..3], &r[3..5], &r[5..8], &r[8..]),
            _ => r.clone(),
        };
        let alien_style = rng.below(6);
        let date_style = 0;
        let hand = Hand(family);
        Desk {
            rng,
            case,
            truth,
            family,
            hand,
            receipt,
            own,
            shown: false,
            alien_style,
            date_style,
        }
    }
    /// Chooses how dates are printed: 0 numeric, 1 long, 2 long in capitals, 3 with short months.
    pub(super) fn dates(&mut self, styles: &[usize]) {
        self.date_style = self.rng.pick(styles);
    }
    /// An empty page.
    pub(super) fn sheet(&self) -> Sheet {
        Sheet::letter(self.family)
    }
    /// One of some texts.
    pub(super) fn pick(&mut self, texts: &[&'static str]) -> &'static str {
        self.rng.pick(texts)
    }
    /// True in so many of 100 notices.
    pub(super) fn percent(&mut self, share: usize) -> bool {
        self.rng.below(100) < share
    }
    /// The receipt number, noted.
    pub(super) fn receipt(&mut self) -> String {
        self.truth.prints_receipt(&self.case.receipt);
        self.shown = true;
        self.receipt.clone()
    }
    /// A person's A-Number, noted.
    pub(super) fn alien(&mut self, person: &Person) -> String {
        let digits = person.a_number.as_str();
        self.truth.prints_a_number(digits);
        let cut = digits.len() - 6;
        let a = &digits[..cut];
        let b = &digits[cut..cut + 3];
        let c = &digits[cut + 3..];
        match self.alien_style {
            0 | 1 => format!("A{a} {b} {c}"),
            2 => format!("A {a} {b} {c}"),
            3 => format!("A{digits}"),
            4 => format!("A{a}-{b}-{c}"),
            _ => format!("A-{digits}"),
        }
    }
    /// A date in this notice's form.
    pub(super) fn date(&self, date: &Date) -> String {
        dated(date, self.date_style)
    }
    /// The notice date, noted.
    pub(super) fn noticed(&mut self) -> String {
        let text = self.date(&self.case.noticed);
        note(&mut self.truth.fields.notice_date, &text)
    }
    /// The received date, noted.
    pub(super) fn received(&mut self) -> String {
        let text = self.date(&self.case.received);
        note(&mut self.truth.fields.received_date, &text)
    }
    /// The priority date, noted, in so many of 100 notices; else empty.
    pub(super) fn priority(&mut self, share: usize) -> String {
        if !self.percent(share) {
            return String::new();
        }
        let text = self.date(&self.case.priority);
        note(&mut self.truth.fields.priority_date, &text)
    }
    /// The one for whom somebody petitions.
    pub(super) fn beneficiary(&mut self) -> Person {
        let relative = self.case.filer.relative(self.rng);
        if self.case.is_petition {
            self.case.beneficiary.clone()
        } else {
            relative
        }
    }
    /// The attorney's own account number, noted.
    pub(super) fn representative(&mut self) -> String {
        let digits = crate::case::account(self.rng);
        self.truth.prints_representative_account(&digits);
        digits
    }
}
