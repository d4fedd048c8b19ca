//! The desk at which one notice is made: the case, the wordings chosen, and the truth.
use super::words::{company, dated, with_role};
use crate::case::{self, Case, Date, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What the notice does with the filer's online account number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Account {
    Shown,
    Blank,
    None,
}

/// A label and its value.
pub(super) type Pair = (String, String);

/// One notice being made.
pub(super) struct Desk<'a> {
    pub(super) case: &'a Case,
    pub(super) family: Family,
    pub(super) truth: NoticeTruth,
    pub(super) account: Account,
    pub(super) style: usize,
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    pub(super) employer: Option<String>,
    receipt: String,
    number: String,
}

impl<'a> Desk<'a> {
    /// Begins a notice of the design `name`; `shown` and `blank` are the chances of the number.
    pub(super) fn new(
        rng: &mut Rng,
        case: &'a Case,
        name: &str,
        families: &[Family],
        (shown, blank): (f32, f32),
    ) -> Self {
        for _ in 0..name.bytes().map(usize::from).sum::<usize>() % 61 {
            rng.below(2);
        }
        let lot = rng.uniform(0.0, 1.0);
        let account = match lot {
            _ if case.noticed.year < 2013 => Account::None,
            lot if lot < shown => Account::Shown,
            lot if lot < shown + blank => Account::Blank,
            _ => Account::None,
        };
        let hired = ["I-129", "I-140"].contains(&case.form_code);
        Desk {
            case,
            family: rng.pick(families),
            truth: NoticeTruth::default(),
            account,
            style: rng.below(5),
            code: case.form_code,
            title: case.title,
            employer: (hired && rng.chance(0.7)).then(|| company(rng)),
            receipt: case::printed_receipt(rng, &case.receipt),
            number: case::printed_account(rng, &case.account),
        }
    }

    /// The regular face.
    pub(super) fn regular(&self) -> Face {
        Face::regular(self.family)
    }

    /// The bold face.
    pub(super) fn bold(&self) -> Face {
        Face::bold(self.family)
    }

    /// The slanted face.
    pub(super) fn italic(&self) -> Face {
        Face::italic(self.family)
    }

    /// An empty page.
    pub(super) fn page(&self) -> Sheet {
        Sheet::letter(self.family)
    }

    /// Names the I-797 form of the notice.
    pub(super) fn form(&mut self, form: &str) {
        self.truth.form = form.into();
    }

    /// The receipt number as it is printed, noted.
    pub(super) fn receipt(&mut self) -> String {
        self.truth.prints_receipt(&self.case.receipt);
        self.receipt.clone()
    }

    /// The account number as it is printed, noted; empty where the cell is blank.
    pub(super) fn number(&mut self) -> String {
        match self.account {
            Account::Shown => {
                self.truth.prints_account(&self.case.account);
                self.number.clone()
            }
            Account::Blank => {
                self.truth.account_cell = AccountCell::Blank;
                String::new()
            }
            Account::None => unreachable!("no account number on this notice"),
        }
    }

    /// The account number in plain digits, noted; empty where the cell is blank.
    pub(super) fn plain_number(&mut self) -> String {
        self.number = self.case.account.clone();
        self.number()
    }

    /// Whether the label of the account number is printed.
    pub(super) fn has_account(&self) -> bool {
        self.account != Account::None
    }

    /// Whether the account number itself is printed.
    pub(super) fn shows(&self) -> bool {
        self.account == Account::Shown
    }

    /// One of the label templates, with the role of the one who filed.
    pub(super) fn label(&self, rng: &mut Rng, templates: &[&'static str]) -> String {
        let owned: Vec<&'static str> = templates
            .iter()
            .copied()
            .filter(|text| ["{", "iler", "our "].iter().any(|part| text.contains(part)))
            .collect();
        let strict = self.case.is_petition && !owned.is_empty() && rng.chance(0.75);
        with_role(self.case, rng.pick(if strict { &owned } else { templates }))
    }

    /// A person's A-Number as it is printed, noted.
    pub(super) fn alien(&mut self, rng: &mut Rng, person: &Person) -> String {
        self.truth.prints_a_number(&person.a_number);
        case::printed_a_number(rng, &person.a_number)
    }

    /// A date in the style of the notice.
    pub(super) fn date(&self, date: &Date) -> String {
        dated(date, self.style)
    }

    /// The notice date, noted.
    pub(super) fn noticed(&mut self) -> String {
        let text = self.date(&self.case.noticed);
        self.truth.fields.notice_date = Some(text.clone());
        text
    }

    /// The received date, noted.
    pub(super) fn received(&mut self) -> String {
        let text = self.date(&self.case.received);
        self.truth.fields.received_date = Some(text.clone());
        text
    }

    /// The form and its title as one of the systems prints them, noted.
    pub(super) fn case_type(&mut self, rng: &mut Rng) -> String {
        self.truth.fields.case_type = Some(self.code.into());
        match rng.below(4) {
            0 => format!("{} - {}", self.code.replace('-', ""), self.title),
            1 => format!("{}, {}", self.code, self.title),
            2 => format!("FORM {}, {}", self.code, self.title),
            _ => format!("{}  {}", self.code, self.title),
        }
    }

    /// The role of the one who filed.
    pub(super) fn role(&self) -> &'static str {
        if self.case.is_petition {
            "Petitioner"
        } else {
            "Applicant"
        }
    }

    /// The name of the one who filed, family name first, noted.
    pub(super) fn filer(&mut self) -> String {
        let name = self
            .employer
            .clone()
            .unwrap_or_else(|| self.case.filer.listed());
        if self.case.is_petition {
            self.truth.fields.petitioner = Some(name.clone());
        } else {
            self.truth.fields.applicant = Some(name.clone());
        }
        name
    }

    /// The beneficiary's name, noted; only for petitions.
    pub(super) fn beneficiary(&mut self) -> String {
        let name = self.case.beneficiary.listed();
        self.truth.fields.beneficiary = Some(name.clone());
        name
    }

    /// Lines of the address of the one who filed.
    pub(super) fn address(&self) -> Vec<String> {
        let name = self
            .employer
            .clone()
            .unwrap_or_else(|| self.case.filer.name());
        vec![
            name,
            self.case.address[0].clone(),
            self.case.address[1].clone(),
        ]
    }

    /// The address of the attorney's firm, or of the one who filed.
    pub(super) fn addressee(&self, represented: bool) -> Vec<String> {
        let mut lines = self.address();
        if represented {
            lines.insert(1, format!("c/o {}", self.case.attorney.0.to_uppercase()));
            lines.insert(2, self.case.attorney.1.to_uppercase());
        }
        lines
    }

    /// What the law calls the thing asked for: class, section or category, noted.
    pub(super) fn facts(&mut self, rng: &mut Rng, approved: bool) -> Vec<Pair> {
        let mut rows: Vec<Pair> = Vec::new();
        let mut add = |label: &str, value: &str| rows.push((label.into(), value.into()));
        let fields = &mut self.truth.fields;
        match self.code {
            "I-129" | "I-539" => {
                let class = match self.code {
                    "I-129" => rng.pick(&["H1B", "L1A", "O1A", "TN1", "H1B1"]),
                    _ => rng.pick(&["F1", "B2", "H4", "L2"]),
                };
                fields.class = Some(class.into());
                add(
                    if approved {
                        "Class:"
                    } else {
                        "Class Requested:"
                    },
                    class,
                );
            }
            "I-765" => {
                let category = rng.pick(&["C09", "(c)(8)", "C26", "A12", "(c)(9)"]);
                fields.eligibility_category = Some(category.into());
                add(rng.pick(&["Eligibility Category:", "Category:"]), category);
            }
            "I-130" => {
                let section = rng.pick(&[
                    "Husband or wife of U.S. citizen, 201(b) INA",
                    "Parent of U.S. citizen, 201(b) INA",
                ]);
                fields.section = Some(section.into());
                add("Section:", section);
            }
            "I-140" => {
                let section = "Mem of Profession w/Adv Deg, or Exceptn'l Ability, 203(b)(2)";
                fields.section = Some(section.into());
                add("Section:", section);
            }
            _ => {}
        }
        if approved && ["I-129", "I-539", "I-765"].contains(&self.code) {
            rows.push(self.validity(rng));
        }
        rows
    }

    /// The time for which an approval holds, noted.
    fn validity(&mut self, rng: &mut Rng) -> Pair {
        let (from, to) = self.span(rng);
        ("Valid from".into(), format!("{from} to {to}"))
    }

    /// First and last day of an approval, noted.
    pub(super) fn span(&mut self, rng: &mut Rng) -> (String, String) {
        let from = self.case.noticed.later(0, rng.between(1, 40));
        let to = from.later(rng.pick(&[12, 24, 36]), 0);
        let from = self.date(&from);
        let to = self.date(&to);
        self.truth.fields.valid_from = Some(from.clone());
        self.truth.fields.valid_to = Some(to.clone());
        (from, to)
    }

    /// The attorney's own account number, printed and noted as such.
    pub(super) fn attorney_number(&mut self, rng: &mut Rng) -> String {
        let digits = case::account(rng);
        self.truth.prints_representative_account(&digits);
        case::printed_account(rng, &digits)
    }

    /// Ends the notice.
    pub(super) fn done(self, sheets: Vec<Sheet>) -> Drawing {
        Drawing {
            sheets,
            truth: self.truth,
        }
    }
}
