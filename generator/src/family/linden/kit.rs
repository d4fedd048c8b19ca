//! The pad: a case, its chance and the truth of what has been printed so far.
use crate::case::{self, Case, Date, Person};
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What the page says of the filer's own online account number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Plan {
    Filled,
    Blank,
    Absent,
}

/// A label and its value.
pub(super) type Fact = (String, String);

/// Short months, as clerks print them.
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// Whatever is taken from the pad to be printed is noted in the truth.
pub(super) struct Pad<'a> {
    pub(super) rng: &'a mut Rng,
    pub(super) case: &'a Case,
    pub(super) truth: NoticeTruth,
    pub(super) family: Family,
    dates: usize,
}

impl<'a> Pad<'a> {
    /// A fresh pad for a page that names `form` (empty for a letter).
    pub(super) fn new(rng: &'a mut Rng, case: &'a Case, form: &str, faces: &[Family]) -> Self {
        let family = rng.pick(faces);
        let dates = rng.below(3);
        let truth = NoticeTruth {
            form: form.into(),
            ..Default::default()
        };
        Pad {
            rng,
            case,
            truth,
            family,
            dates,
        }
    }

    /// One wording of several.
    pub(super) fn any(&mut self, wordings: &[&'static str]) -> String {
        self.rng.pick(wordings).to_string()
    }

    /// True with this chance.
    pub(super) fn maybe(&mut self, chance: f32) -> bool {
        self.rng.uniform(0.0, 1.0) < chance
    }

    /// The regular face.
    pub(super) fn regular(&self) -> Face {
        Face::regular(self.family)
    }

    /// The bold face.
    pub(super) fn bold(&self) -> Face {
        Face::bold(self.family)
    }

    /// An empty page.
    pub(super) fn page(&self) -> Sheet {
        Sheet::letter(self.family)
    }

    /// Prints dates in this style from now on: 0 with slashes, 1 long, 2 day first.
    pub(super) fn date_style(&mut self, style: usize) {
        self.dates = style;
    }

    /// A date in the page's style.
    pub(super) fn date(&self, date: Date) -> String {
        match self.dates {
            0 => date.numeric(),
            1 => date.long(),
            _ => format!(
                "{:02} {} {}",
                date.day,
                MONTHS[date.month as usize - 1],
                date.year
            ),
        }
    }

    /// Whether the account number is printed, blank or not mentioned as a field.
    pub(super) fn plan(&mut self) -> Plan {
        if self.case.noticed.year < 2013 {
            return Plan::Absent;
        }
        match self.rng.below(100) {
            0..=46 => Plan::Filled,
            47..=62 => Plan::Blank,
            _ => Plan::Absent,
        }
    }

    /// The account cell's content; the truth says what stands in it.
    pub(super) fn account(&mut self, plan: Plan) -> String {
        match plan {
            Plan::Filled => {
                self.truth.prints_account(&self.case.account);
                case::printed_account(self.rng, &self.case.account)
            }
            Plan::Blank => {
                self.truth.account_cell = AccountCell::Blank;
                String::new()
            }
            Plan::Absent => String::new(),
        }
    }

    /// The attorney's own account number.
    pub(super) fn attorney_account(&mut self) -> String {
        let digits = case::account(self.rng);
        self.truth.prints_representative_account(&digits);
        digits
    }

    /// The receipt number in some printed form.
    pub(super) fn receipt(&mut self) -> String {
        self.truth.prints_receipt(&self.case.receipt);
        case::printed_receipt(self.rng, &self.case.receipt)
    }

    /// The receipt number, unsplit.
    pub(super) fn receipt_plain(&mut self) -> String {
        self.truth.prints_receipt(&self.case.receipt);
        self.case.receipt.clone()
    }

    /// A person's A-Number in some printed form.
    pub(super) fn a_number(&mut self, person: &Person) -> String {
        self.truth.prints_a_number(&person.a_number);
        case::printed_a_number(self.rng, &person.a_number)
    }

    /// A person's A-Number, always as the letter and nine digits.
    pub(super) fn a_number_plain(&mut self, person: &Person) -> String {
        self.truth.prints_a_number(&person.a_number);
        format!("A{:0>9}", person.a_number)
    }

    /// `applicant` or `petitioner`.
    pub(super) fn role(&self) -> &'static str {
        if self.case.is_petition {
            "petitioner"
        } else {
            "applicant"
        }
    }

    /// `Applicant` or `Petitioner`.
    pub(super) fn role_title(&self) -> &'static str {
        if self.case.is_petition {
            "Petitioner"
        } else {
            "Applicant"
        }
    }

    /// The filer's name, as printed; `listed` puts the family name first.
    pub(super) fn filer(&mut self, listed: bool) -> String {
        let who = &self.case.filer;
        let name = if listed { who.listed() } else { who.name() };
        let fields = &mut self.truth.fields;
        let slot = if self.case.is_petition {
            &mut fields.petitioner
        } else {
            &mut fields.applicant
        };
        *slot = Some(name.clone());
        name
    }

    /// The beneficiary's name, as printed.
    pub(super) fn beneficiary(&mut self, listed: bool) -> String {
        let who = &self.case.beneficiary;
        let name = if listed { who.listed() } else { who.name() };
        self.truth.fields.beneficiary = Some(name.clone());
        name
    }

    /// The date of the notice.
    pub(super) fn noticed(&mut self) -> String {
        let date = self.date(self.case.noticed);
        self.truth.fields.notice_date = Some(date.clone());
        date
    }

    /// The date of receipt.
    pub(super) fn received(&mut self) -> String {
        let date = self.date(self.case.received);
        self.truth.fields.received_date = Some(date.clone());
        date
    }

    /// The priority date.
    pub(super) fn priority(&mut self) -> String {
        let date = self.date(self.case.priority);
        self.truth.fields.priority_date = Some(date.clone());
        date
    }

    /// Notes the type of the notice.
    pub(super) fn notice_type(&mut self, wordings: &[&'static str]) -> String {
        let kind = self.any(wordings);
        self.truth.fields.notice_type = Some(kind.clone());
        kind
    }

    /// The form's code alone.
    pub(super) fn form_code(&mut self) -> String {
        self.truth.fields.case_type = Some(self.case.form_code.into());
        self.case.form_code.into()
    }

    /// The form's code and title.
    pub(super) fn case_type(&mut self) -> String {
        let code = self.form_code();
        let small = super::casing::title_case(self.case.title);
        match self.rng.below(4) {
            0 => format!("{} - {}", code.replace('-', ""), self.case.title),
            1 => format!("{code}, {small}"),
            2 => format!("{code} {small}"),
            _ => format!("{code} {}", self.case.title),
        }
    }

    /// A fee.
    pub(super) fn amount(&mut self) -> String {
        let dollars = self.rng.pick(&[
            "$410.00",
            "$455.00",
            "$535.00",
            "$675.00",
            "$750.00",
            "$1,225.00",
            "$1,440.00",
            "$370.00",
        ]);
        self.truth.fields.amount = Some(dollars.into());
        dollars.into()
    }

    /// A validity period of one to three years from the notice on.
    pub(super) fn validity(&mut self) -> (String, String) {
        let from = self.case.noticed;
        let months = self.rng.pick(&[12, 18, 24, 36]);
        let (from, to) = (self.date(from), self.date(from.later(months, 0)));
        self.truth.fields.valid_from = Some(from.clone());
        self.truth.fields.valid_to = Some(to.clone());
        (from, to)
    }

    /// The day by which an answer must have come.
    pub(super) fn response_due(&mut self) -> String {
        let days = self.rng.pick(&[30, 33, 84, 87]);
        let date = self.date(self.case.noticed.later(0, days));
        self.truth.fields.response_due = Some(date.clone());
        date
    }

    /// Day and hour of an appointment.
    pub(super) fn appointment(&mut self) -> (String, String) {
        let days = self.rng.between(14, 50);
        let date = self.date(self.case.noticed.later(0, days));
        let half = self.rng.pick(&["AM", "A.M.", "a.m."]);
        let hour = format!(
            "{}:{} {half}",
            self.rng.between(8, 11),
            self.rng.pick(&["00", "30"])
        );
        self.truth.fields.appointment_date = Some(date.clone());
        self.truth.fields.appointment_time = Some(hour.clone());
        (date, hour)
    }

    /// An I-94 number of the older, all-digit or of the newer form.
    pub(super) fn i94(&mut self) -> String {
        let number = i94(self.rng);
        self.truth.fields.i94_number = Some(number.clone());
        number
    }

    /// The class, where the form has one.
    pub(super) fn class(&mut self) -> Option<String> {
        let class = match self.case.form_code {
            "I-129" => self.rng.pick(&["H1B", "L1A", "O1A", "TN1", "H2B"]),
            "I-539" => self.rng.pick(&["H4", "L2", "F2", "B2"]),
            "I-485" => self.rng.pick(&["IR6", "CR6", "E26", "F26"]),
            "I-130" => self.rng.pick(&["IR1", "F21", "F11", "F31"]),
            "I-140" => self.rng.pick(&["E21", "E31", "E11"]),
            _ => return None,
        };
        self.truth.fields.class = Some(class.into());
        Some(class.into())
    }

    /// The section of law, where the form has one.
    pub(super) fn section(&mut self) -> Option<String> {
        let section = match self.case.form_code {
            "I-130" => self
                .rng
                .pick(&["201(b) INA", "203(a)(2)(A) INA", "203(a)(4) INA"]),
            "I-140" => self.rng.pick(&["203(b)(2) INA", "203(b)(3)(A)(ii) INA"]),
            "I-485" => self.rng.pick(&["245(a) INA", "209(b) INA"]),
            "I-751" => "216(c) INA",
            "N-400" => self.rng.pick(&["316(a) INA", "319(a) INA"]),
            _ => return None,
        };
        self.truth.fields.section = Some(section.into());
        Some(section.into())
    }

    /// The category of a work permit, where one is asked for.
    pub(super) fn category(&mut self) -> Option<String> {
        if self.case.form_code != "I-765" {
            return None;
        }
        let category = self
            .rng
            .pick(&["C09", "(c)(9)", "C08", "A12", "(c)(26)", "C33"]);
        self.truth.fields.eligibility_category = Some(category.into());
        Some(category.into())
    }

    /// The post to which a petition goes.
    pub(super) fn consulate(&mut self) -> String {
        let post = self.rng.pick(&[
            "NATIONAL VISA CENTER",
            "MANILA",
            "CIUDAD JUAREZ",
            "MUMBAI",
            "GUANGZHOU",
            "NONE",
        ]);
        self.truth.fields.consulate = Some(post.into());
        post.into()
    }
}

/// An I-94 number that is not noted (somebody else's).
pub(super) fn i94(rng: &mut Rng) -> String {
    if rng.chance(0.5) {
        format!("{} {}", rng.digits(9), rng.digits(2))
    } else {
        format!("{}A{}", rng.digits(9), rng.digits(1))
    }
}
