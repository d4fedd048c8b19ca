//! What the notices say: the case with everything that a design may print about it.
use super::kit::{Row, Slot};
use crate::case::{self, Case, Date};
use crate::rng::Rng;

/// What becomes of the account number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Plan {
    Printed,
    Blank,
    Absent,
}

/// A service center and its postal address.
pub(super) struct Office {
    pub name: &'static str,
    pub street: &'static str,
    pub city: &'static str,
}

/// The facts of one notice.
pub(super) struct Facts {
    pub case: Case,
    pub plan: Plan,
    pub account: String,
    pub receipt: String,
    pub alien: String,
    pub other_alien: String,
    pub form: String,
    pub title: String,
    pub class: Option<&'static str>,
    pub section: Option<&'static str>,
    pub category: Option<&'static str>,
    pub consulate: &'static str,
    pub amount: String,
    pub arrival: String,
    pub from: Date,
    pub to: Date,
    pub due: Date,
    pub day: Date,
    pub time: &'static str,
    pub office: Office,
    /// 0 digits, 1 words, 2 day first in capitals.
    pub style: usize,
    /// Whether online accounts existed when the notice was written.
    pub modern: bool,
}

/// Three letters for a month.
const MONTHS: [&str; 12] = [
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
];

impl Facts {
    /// Draws the facts of a case; `skip` draws are thrown away, so that designs differ.
    pub(super) fn draw(rng: &mut Rng, case: &Case, skip: usize) -> Facts {
        rng.digits(skip * 3);
        let modern = case.noticed.year >= 2013;
        let fees = [
            "$715.00",
            "$1,440.00",
            "$410.00",
            "$535.00",
            "$1,225.00",
            "$675.00",
            "$85.00",
        ];
        let times = [
            "8:00 AM",
            "9:00 AM",
            "10:30 AM",
            "11:00 a.m.",
            "1:00 PM",
            "2:45 p.m.",
        ];
        let from = case.noticed.later(0, rng.between(0, 20));
        let consulates = [
            "NONE",
            "NATIONAL VISA CENTER",
            "MUMBAI",
            "CIUDAD JUAREZ",
            "MANILA",
        ];
        Facts {
            plan: plan(rng, modern),
            account: case::printed_account(rng, &case.account),
            receipt: case::printed_receipt(rng, &case.receipt),
            alien: case::printed_a_number(rng, &case.filer.a_number),
            other_alien: case::printed_a_number(rng, &case.beneficiary.a_number),
            form: case.form_code.to_string(),
            title: case.title.to_string(),
            class: class(rng, case.form_code),
            section: section(rng, case.form_code),
            category: category(rng, case.form_code),
            consulate: rng.pick(&consulates),
            amount: rng.pick(&fees).to_string(),
            arrival: format!("{} {:02}", rng.digits(9), rng.between(0, 30)),
            to: from.later(rng.pick(&[12, 24, 36]), 0),
            from,
            due: case.noticed.later(0, rng.pick(&[33, 84, 87])),
            day: case.noticed.later(0, rng.between(12, 40)),
            time: rng.pick(&times),
            office: office(rng),
            style: rng.pick(&[0, 0, 1, 1, 2]),
            modern,
            case: case.clone(),
        }
    }

    /// A date in the style of the notice.
    pub(super) fn date(&self, date: &Date) -> String {
        match self.style {
            0 => date.numeric(),
            1 => date.long(),
            _ => {
                let month = MONTHS[(date.month - 1) as usize];
                format!("{:02} {month} {}", date.day, date.year)
            }
        }
    }

    /// Puts the role of the filer in the place of `{role}`, `{Role}` or `{ROLE}`.
    pub(super) fn say(&self, text: &str) -> String {
        let [low, title, high] = if self.case.is_petition {
            ["petitioner", "Petitioner", "PETITIONER"]
        } else {
            ["applicant", "Applicant", "APPLICANT"]
        };
        text.replace("{role}", low)
            .replace("{Role}", title)
            .replace("{ROLE}", high)
    }

    /// The slot of the filer's name.
    pub(super) fn filer_slot(&self) -> Slot {
        if self.case.is_petition {
            Slot::Petitioner
        } else {
            Slot::Applicant
        }
    }

    /// The filer's name row.
    pub(super) fn filer(&self, label: &str) -> Row {
        Row::new(self.say(label), self.case.filer.listed(), self.filer_slot())
    }

    /// The filer's A-Number row.
    pub(super) fn filer_alien(&self, label: &str) -> Row {
        let slot = Slot::Alien(self.case.filer.a_number.clone());
        Row::new(self.say(label), self.alien.clone(), slot)
    }

    /// The beneficiary's rows, none where nobody petitions.
    pub(super) fn beneficiary(&self, label: &str, alien: &str) -> Vec<Row> {
        if !self.case.is_petition {
            return Vec::new();
        }
        let person = &self.case.beneficiary;
        vec![
            Row::new(label, person.listed(), Slot::Beneficiary),
            Row::new(
                alien,
                self.other_alien.clone(),
                Slot::Alien(person.a_number.clone()),
            ),
        ]
    }

    /// The receipt number's row.
    pub(super) fn receipt_row(&self, label: &str) -> Row {
        Row::new(
            label,
            self.receipt.clone(),
            Slot::Receipt(self.case.receipt.clone()),
        )
    }

    /// The case type's row; `joint` stands between code and title.
    pub(super) fn form_row(&self, label: &str, joint: &str) -> Row {
        let value = format!("{}{joint}{}", self.form, self.title);
        Row::new(label, value, Slot::Form(self.form.clone()))
    }

    /// A row with a date.
    pub(super) fn date_row(&self, label: &str, date: &Date, slot: Slot) -> Row {
        Row::new(label, self.date(date), slot)
    }

    /// The account number's row: filled, blank or none.
    pub(super) fn account_row(&self, label: &str) -> Option<Row> {
        match self.plan {
            Plan::Printed => {
                let slot = Slot::Account(self.case.account.clone());
                Some(Row::new(self.say(label), self.account.clone(), slot))
            }
            Plan::Blank => Some(Row::new(self.say(label), "", Slot::Blank)),
            Plan::Absent => None,
        }
    }

    /// Class, section and category as far as the form has them.
    pub(super) fn basis(&self, labels: [&str; 3]) -> Vec<Row> {
        let pairs = [
            (self.class, Slot::Class),
            (self.section, Slot::Section),
            (self.category, Slot::Category),
        ];
        pairs
            .into_iter()
            .zip(labels)
            .filter_map(|((value, slot), label)| value.map(|value| Row::new(label, value, slot)))
            .collect()
    }

    /// Name and address of the filer, sometimes in care of the attorney's firm.
    pub(super) fn addressee(&self, rng: &mut Rng) -> Vec<String> {
        let mut lines = vec![self.case.filer.name()];
        if rng.chance(0.35) {
            lines.push(format!("c/o {}", self.case.attorney.1));
        }
        lines.extend(self.case.address.iter().cloned());
        lines
    }

    /// Makes the case one of these forms, by whether somebody petitions.
    pub(super) fn recast(&mut self, rng: &mut Rng, petitions: &[Form], applications: &[Form]) {
        let forms = if self.case.is_petition {
            petitions
        } else {
            applications
        };
        let (form, title) = rng.pick(forms);
        self.form = form.to_string();
        self.title = title.to_string();
        self.class = class(rng, form);
        self.section = section(rng, form);
        self.category = category(rng, form);
    }

    /// The edition date of the form, some time before the notice.
    pub(super) fn edition(&self) -> String {
        let year = (self.case.noticed.year - 1) % 100;
        let month = 1 + self.case.noticed.day % 12;
        format!("{month:02}/01/{year:02}")
    }
}

/// A form's code and title.
pub(super) type Form = (&'static str, &'static str);

/// Shares of the account number's fate.
fn plan(rng: &mut Rng, modern: bool) -> Plan {
    match rng.below(100) {
        _ if !modern => Plan::Absent,
        0..=45 => Plan::Printed,
        46..=60 => Plan::Blank,
        _ => Plan::Absent,
    }
}

/// A class that goes with the form.
fn class(rng: &mut Rng, form: &str) -> Option<&'static str> {
    match form {
        "I-129" => Some(rng.pick(&["H1B", "L1A", "O1A", "TN1"])),
        "I-539" => Some(rng.pick(&["F1", "B2", "H4", "L2"])),
        "I-130" => Some(rng.pick(&["IR1", "F21", "F41", "CR1"])),
        "I-485" => Some(rng.pick(&["IR6", "AS6", "E26"])),
        _ => None,
    }
}

/// A section that goes with the form.
fn section(rng: &mut Rng, form: &str) -> Option<&'static str> {
    match form {
        "I-130" => Some(rng.pick(&[
            "Husband or wife of U.S. citizen, 201(b) INA",
            "Brother or sister of U.S. citizen, 203(a)(4) INA",
        ])),
        "I-140" => Some(rng.pick(&[
            "Mem of Profession w/Adv Deg, 203(b)(2)",
            "Skilled Worker, 203(b)(3)(A)(i)",
        ])),
        _ => None,
    }
}

/// A category that goes with the form.
fn category(rng: &mut Rng, form: &str) -> Option<&'static str> {
    (form == "I-765").then(|| rng.pick(&["C09", "C08", "(c)(9)", "A05", "(c)(26)"]))
}

/// Draws an office.
fn office(rng: &mut Rng) -> Office {
    let (name, street, city) = rng.pick(&[
        (
            "Nebraska Service Center",
            "P.O. Box 82521",
            "Lincoln NE 68501-2521",
        ),
        (
            "California Service Center",
            "P.O. Box 30111",
            "Laguna Niguel CA 92607-0111",
        ),
        (
            "Philadelphia Field Office",
            "30 North 41st Street",
            "Philadelphia PA 19104-2200",
        ),
        (
            "National Benefits Center",
            "P.O. Box 648004",
            "Lee's Summit MO 64002-8004",
        ),
        (
            "Atlanta Field Office",
            "2150 Parklake Drive",
            "Atlanta GA 30345-2800",
        ),
        (
            "Potomac Service Center",
            "2200 Potomac Center Drive",
            "Arlington VA 20598-2425",
        ),
        (
            "Texas Service Center",
            "6046 N Belt Line Rd",
            "Irving TX 75038-0001",
        ),
    ]);
    Office { name, street, city }
}
