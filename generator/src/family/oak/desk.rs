//! The desk where a notice is made up: it words the fields and notes what is printed.
use super::kit::Item;
use super::words;
use crate::case::{self, Case, Date, Person};
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;

/// What is printed of the filer's own online account number.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Shown {
    Filled,
    Blank,
    Absent,
}

/// The capitals of labels.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Casing {
    Plain,
    Title,
    Upper,
}

/// One notice in work.
pub(super) struct Desk<'a> {
    pub rng: &'a mut Rng,
    pub case: Case,
    pub truth: NoticeTruth,
    pub shown: Shown,
    pub casing: Casing,
    /// How dates are written.
    pub dates: usize,
    /// Family name first.
    pub listed: bool,
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl<'a> Desk<'a> {
    /// Discards some random numbers, so that the designs of one seed differ.
    pub(super) fn shuffle(rng: &mut Rng, count: usize) {
        for _ in 0..count {
            rng.below(7);
        }
    }

    /// Opens a notice of the given form.
    pub(super) fn open(rng: &'a mut Rng, case: &Case, form: &str) -> Self {
        let truth = NoticeTruth {
            form: form.into(),
            ..Default::default()
        };
        let shown = match rng.below(100) {
            0..45 => Shown::Filled,
            45..61 => Shown::Blank,
            _ => Shown::Absent,
        };
        let casing = rng.pick(&[Casing::Plain, Casing::Title, Casing::Upper]);
        let dates = rng.pick(&[0, 0, 1, 1, 2, 3]);
        let listed = rng.chance(0.7);
        let mut desk = Desk {
            rng,
            case: case.clone(),
            truth,
            shown,
            casing,
            dates,
            listed,
        };
        if !desk.modern() {
            desk.shown = Shown::Absent;
        }
        desk
    }

    /// Whether online accounts existed on the day of the notice.
    pub(super) fn modern(&self) -> bool {
        let date = &self.case.noticed;
        date.year > 2012 || (date.year == 2012 && date.month > 5)
    }

    /// The role of the filer.
    pub(super) fn role(&self) -> &'static str {
        if self.case.is_petition {
            "Petitioner"
        } else {
            "Applicant"
        }
    }

    /// The wording with the role set in, in the casing of the notice.
    pub(super) fn cased(&self, words: &str) -> String {
        let words = words.replace("{R}", self.role());
        let words = words.replace("{r}", &self.role().to_lowercase());
        match self.casing {
            Casing::Plain => words,
            Casing::Upper => words.to_uppercase(),
            Casing::Title => words.split(' ').map(titled).collect::<Vec<_>>().join(" "),
        }
    }

    /// A label from a pool.
    pub(super) fn label(&mut self, pool: &[&str]) -> String {
        let words = self.rng.pick(pool);
        self.cased(words)
    }

    /// A label from a pool with its value.
    pub(super) fn item(&mut self, pool: &[&str], value: impl Into<String>) -> Item {
        Item {
            label: self.label(pool),
            value: value.into(),
        }
    }

    /// A date as this notice writes dates.
    pub(super) fn date(&self, date: &Date) -> String {
        let month = MONTHS[(date.month as usize + 11) % 12];
        match self.dates {
            0 => date.numeric(),
            1 => date.long(),
            2 => format!("{} {} {}", date.day, month, date.year),
            _ => format!("{:02} {} {}", date.day, month.to_uppercase(), date.year),
        }
    }

    /// A name as this notice writes names.
    pub(super) fn name(&self, person: &Person) -> String {
        if self.listed {
            person.listed()
        } else {
            person.name()
        }
    }

    /// The receipt number as printed, noted.
    pub(super) fn receipt_text(&mut self) -> String {
        let receipt = self.case.receipt.clone();
        self.truth.prints_receipt(&receipt);
        case::printed_receipt(self.rng, &receipt)
    }

    /// The receipt number with its label.
    pub(super) fn receipt(&mut self, pool: &[&str]) -> Item {
        let value = self.receipt_text();
        self.item(pool, value)
    }

    /// The filer's own account number as printed, noted as filled.
    pub(super) fn account_text(&mut self) -> String {
        let account = self.case.account.clone();
        self.truth.prints_account(&account);
        case::printed_account(self.rng, &account)
    }

    /// The filer's own account cell, if the notice has one.
    pub(super) fn account(&mut self, pool: &[&str]) -> Option<Item> {
        let general = self.rng.chance(0.3);
        let value = match self.shown {
            Shown::Absent => return None,
            Shown::Filled => self.account_text(),
            Shown::Blank => {
                self.truth.account_cell = AccountCell::Blank;
                String::new()
            }
        };
        Some(self.item(if general { words::OWN } else { pool }, value))
    }

    /// The account number of the attorney, noted as such.
    pub(super) fn attorney_account(&mut self) -> Item {
        let digits = case::account(self.rng);
        self.truth.prints_representative_account(&digits);
        let value = case::printed_account(self.rng, &digits);
        self.item(words::ATTORNEY_ACCOUNT, value)
    }

    /// The notice date.
    pub(super) fn noticed(&mut self, pool: &[&str]) -> Item {
        let value = self.date(&self.case.noticed);
        self.truth.fields.notice_date = Some(value.clone());
        self.item(pool, value)
    }

    /// The received date.
    pub(super) fn received(&mut self, pool: &[&str]) -> Item {
        let value = self.date(&self.case.received);
        self.truth.fields.received_date = Some(value.clone());
        self.item(pool, value)
    }

    /// The priority date, often empty.
    pub(super) fn priority(&mut self, pool: &[&str]) -> Item {
        if self.rng.chance(0.55) {
            return self.item(pool, "");
        }
        let value = self.date(&self.case.priority);
        self.truth.fields.priority_date = Some(value.clone());
        self.item(pool, value)
    }

    /// The notice type.
    pub(super) fn kind(&mut self, pool: &[&str], value: &str) -> Item {
        self.truth.fields.notice_type = Some(value.to_string());
        self.item(pool, value)
    }

    /// Form code and title of the case.
    pub(super) fn case_text(&mut self) -> String {
        self.truth.fields.case_type = Some(self.case.form_code.to_string());
        let code = self.case.form_code;
        let title = self.case.title;
        match self.rng.below(4) {
            0 => format!("{} - {title}", code.replace('-', "")),
            1 => format!("{code}, {title}"),
            2 => format!("{code} {title}"),
            _ => format!("Form {code}, {title}"),
        }
    }

    /// The case type with its label.
    pub(super) fn case_type(&mut self, pool: &[&str]) -> Item {
        let value = self.case_text();
        self.item(pool, value)
    }

    /// The name of the filer, noted under the role.
    pub(super) fn filer_text(&mut self) -> String {
        let name = self.name(&self.case.filer);
        let fields = &mut self.truth.fields;
        if self.case.is_petition {
            fields.petitioner = Some(name.clone());
        } else {
            fields.applicant = Some(name.clone());
        }
        name
    }

    /// The filer with the role as label.
    pub(super) fn filer(&mut self, pool: &[&str]) -> Item {
        let value = self.filer_text();
        self.item(pool, value)
    }

    /// The A-Number of the filer.
    pub(super) fn filer_a(&mut self, pool: &[&str]) -> Item {
        let value = self.a_text(&self.case.filer.a_number.clone());
        self.item(pool, value)
    }

    /// An A-Number as printed, noted.
    pub(super) fn a_text(&mut self, digits: &str) -> String {
        self.truth.prints_a_number(digits);
        case::printed_a_number(self.rng, digits)
    }

    /// The beneficiary, on petitions.
    pub(super) fn beneficiary(&mut self, pool: &[&str]) -> Option<Item> {
        if !self.case.is_petition {
            return None;
        }
        let name = self.name(&self.case.beneficiary);
        self.truth.fields.beneficiary = Some(name.clone());
        Some(self.item(pool, name))
    }

    /// The A-Number of the beneficiary, on petitions.
    pub(super) fn beneficiary_a(&mut self, pool: &[&str]) -> Option<Item> {
        if !self.case.is_petition {
            return None;
        }
        let value = self.a_text(&self.case.beneficiary.a_number.clone());
        Some(self.item(pool, value))
    }

    /// The amount received.
    pub(super) fn amount(&mut self, pool: &[&str]) -> Item {
        let value = self.rng.pick(words::AMOUNTS).to_string();
        self.truth.fields.amount = Some(value.clone());
        self.item(pool, value)
    }

    /// Fields with other numbers, each of another sort.
    pub(super) fn traps(&mut self, count: usize) -> Vec<Item> {
        let mut sorts: Vec<usize> = (0..words::TRAP_SORTS).collect();
        let mut out = Vec::new();
        for _ in 0..count {
            let sort = sorts.remove(self.rng.below(sorts.len()));
            let (label, value) = words::trap(self.rng, sort);
            out.push(Item {
                label: self.cased(&label),
                value,
            });
        }
        out
    }

    /// The address of the filer under the name.
    pub(super) fn address(&self) -> Vec<String> {
        let [street, town] = &self.case.address;
        vec![self.case.filer.name(), street.clone(), town.clone()]
    }

    /// Body paragraphs from a pool, in order, each set once.
    pub(super) fn prose(&mut self, pool: &[&str], count: usize) -> Vec<String> {
        let mut left: Vec<usize> = (0..pool.len()).collect();
        while left.len() > count.min(pool.len()) {
            let index = self.rng.below(left.len());
            left.remove(index);
        }
        left.into_iter()
            .map(|index| self.filled(pool[index]))
            .collect()
    }

    /// A text with the role and the form code set in.
    pub(super) fn filled(&self, text: &str) -> String {
        let kind = if self.case.is_petition {
            "petition"
        } else {
            "application"
        };
        text.replace("{r}", &self.role().to_lowercase())
            .replace("{R}", self.role())
            .replace("{kind}", kind)
            .replace("{code}", self.case.form_code)
    }
}

/// A word with a capital, but small words.
fn titled(word: &str) -> String {
    if [
        "of", "the", "and", "for", "in", "if", "on", "with", "to", "by", "at",
    ]
    .contains(&word)
    {
        return word.to_string();
    }
    let mut out = String::new();
    let mut done = false;
    for letter in word.chars() {
        if !done && letter.is_alphabetic() {
            out.extend(letter.to_uppercase());
            done = true;
        } else {
            out.push(letter);
        }
    }
    out
}
