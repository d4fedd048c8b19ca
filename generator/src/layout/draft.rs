//! A notice being drawn: its style, case, pages so far, and ground truth, which is recorded
//! whenever a number is printed.

use super::sheet::Sheet;
use super::style::Style;
use super::table::Cell;
use super::words::{self, Topic};
use crate::barcode::{self, Symbology};
use crate::case::{self, Case, Wish};
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::Face;

/// Years in which the account number can be on a notice.
const ACCOUNT_YEARS: std::ops::RangeFrom<i64> = 2013..;

/// A notice being drawn.
#[derive(Debug)]
pub struct Draft {
    /// How it looks.
    pub style: Style,
    /// The case.
    pub case: Case,
    /// The ground truth so far.
    pub truth: NoticeTruth,
    /// Its pages so far; never empty.
    pub sheets: Vec<Sheet>,
    /// Number of pages that it will have.
    pub page_count: usize,
    /// The y on the last page where the next block may start.
    pub y: f32,
    /// The barcode of the receipt number.
    pub symbology: Option<Symbology>,
    /// The edition line at the foot.
    pub edition: String,
    /// The requested properties.
    pub wish: Wish,
    account_label: &'static str,
    a_number_label: &'static str,
}

impl Draft {
    /// An empty first page for a notice on this form.
    pub fn new(rng: &mut Rng, form: &str, style: Style, case: Case, wish: Wish) -> Self {
        let edition = match rng.below(3) {
            0 => format!(
                "Form {form} {:02}/01/{:02}",
                rng.between(1, 12),
                (case.noticed.year - 1).rem_euclid(100)
            ),
            1 => format!(
                "Form {form} (Rev. {:02}/31/{:02}) N",
                rng.between(1, 12),
                (case.noticed.year - 1).rem_euclid(100)
            ),
            _ => format!(
                "Form {form} {:02}/11/{:02} Y",
                rng.between(1, 12),
                (case.noticed.year - 1).rem_euclid(100)
            ),
        };
        Self {
            sheets: vec![Sheet::letter(style.family)],
            truth: NoticeTruth {
                form: form.to_owned(),
                ..NoticeTruth::default()
            },
            page_count: wish.pages.unwrap_or(if rng.chance(0.25) { 2 } else { 1 }),
            y: 48.0,
            symbology: match rng.below(4) {
                0 => None,
                1 => Some(Symbology::Code128),
                _ => Some(Symbology::Code39),
            },
            edition,
            account_label: rng.pick(&words::ACCOUNT_LABELS),
            a_number_label: rng.pick(&words::A_NUMBER_LABELS),
            wish,
            style,
            case,
        }
    }

    /// The page being drawn.
    pub fn sheet(&mut self) -> &mut Sheet {
        let last = self.sheets.len() - 1;
        &mut self.sheets[last]
    }

    /// Begins a further page.
    pub fn turn_over(&mut self) {
        self.sheets.push(Sheet::letter(self.style.family));
        self.y = 48.0;
    }

    /// `Page 1 of 2` or `1 of 2`, as the place wants it.
    pub fn page_words(&self) -> String {
        format!("{} of {}", self.sheets.len(), self.page_count)
    }

    /// The receipt number in print, noted.
    pub fn receipt(&mut self, rng: &mut Rng) -> String {
        let canonical = self.case.receipt.clone();
        self.truth.prints_receipt(&canonical);
        case::printed_receipt(rng, &canonical)
    }

    /// An A-Number in print, noted.
    pub fn a_number(&mut self, rng: &mut Rng, digits: &str) -> String {
        self.truth.prints_a_number(digits);
        case::printed_a_number(rng, digits)
    }

    /// The client's account number in print, noted.
    pub fn account(&mut self, rng: &mut Rng) -> String {
        let digits = self.case.account.clone();
        self.truth.prints_account(&digits);
        case::printed_account(rng, &digits)
    }

    /// The account number field: filled, blank or absent. Notices that predate accounts have none.
    pub fn account_cell(
        &mut self,
        rng: &mut Rng,
        label: Option<&'static str>,
        share: f32,
    ) -> Option<Cell> {
        let label = label.unwrap_or(self.account_label);
        if !ACCOUNT_YEARS.contains(&self.case.received.year) {
            return None;
        }
        let drawn = match rng.below(10) {
            0..=5 => AccountCell::Filled,
            6 | 7 => AccountCell::Blank,
            _ => AccountCell::Absent,
        };
        match self.wish.account.unwrap_or(drawn) {
            AccountCell::Filled => {
                let value = self.account(rng);
                Some(Cell::new(label, &value, share))
            }
            AccountCell::Blank => {
                self.truth.account_cell = AccountCell::Blank;
                Some(Cell::new(label, "", share))
            }
            AccountCell::Absent => None,
        }
    }

    /// The field of the filer's A-Number, below one of its labels.
    pub fn a_number_cell(
        &mut self,
        rng: &mut Rng,
        label: Option<&'static str>,
        share: f32,
    ) -> Cell {
        let digits = self.case.filer.a_number.clone();
        let bare = rng.chance(0.2);
        let value = self.a_number(rng, &digits);
        Cell::new(
            label.unwrap_or(self.a_number_label),
            value
                .trim_start_matches(if bare { 'A' } else { ' ' })
                .trim_start(),
            share,
        )
    }

    /// A received date in print, noted.
    pub fn received(&mut self) -> String {
        let text = self.style.date(self.case.received);
        self.truth.fields.received_date = Some(text.clone());
        text
    }

    /// A notice date in print, noted.
    pub fn noticed(&mut self) -> String {
        let text = self.style.date(self.case.noticed);
        self.truth.fields.notice_date = Some(text.clone());
        text
    }

    /// The case type in one of its prints, noted.
    pub fn case_type(&mut self, rng: &mut Rng) -> String {
        let code = self.case.form_code;
        let title = self.case.title;
        self.truth.fields.case_type = Some(code.to_owned());
        match rng.below(3) {
            0 => format!("{} - {title}", code.replace('-', "")),
            1 => format!("{code} - {title}"),
            _ => format!("{code}, {title}"),
        }
    }

    /// A name in print beside its role, noted.
    pub fn named(&mut self, role: &str, name: String) -> String {
        let fields = &mut self.truth.fields;
        let field = match role {
            "Petitioner" => &mut fields.petitioner,
            "Beneficiary" => &mut fields.beneficiary,
            _ => &mut fields.applicant,
        };
        *field = Some(name.clone());
        name
    }

    /// The notice type, noted.
    pub fn notice_type(&mut self, text: &str) -> String {
        self.truth.fields.notice_type = Some(text.to_owned());
        text.to_owned()
    }

    /// The agency, the form's name and the banner at the head of a page.
    pub fn header(&mut self, rng: &mut Rng, banner: &str) {
        let left = self.style.left;
        let right = self.style.right;
        let family = self.style.family;
        let form = self.truth.form.clone();
        let title = if rng.chance(0.8) {
            format!("Form {form}, Notice of Action")
        } else {
            format!("{form}, Notice of Action")
        };
        let y = self.y;
        let sheet = self.sheet();
        sheet.bold(9.0, left, y, "Department of Homeland Security");
        sheet.bold(
            9.0,
            left,
            y + 11.0,
            "U.S. Citizenship and Immigration Services",
        );
        sheet.flush_right(Face::bold(family), 12.0, right, y + 6.0, &title);
        sheet.rule(left, right, y + 16.0, 1.2);
        self.y = y + 22.0;
        if !banner.is_empty() {
            let y = self.y + 9.0;
            self.sheet()
                .centred(Face::bold(family), 10.0, (left + right) / 2.0, y, banner);
            self.y += 16.0;
        }
    }

    /// Name and address in the window of the envelope, and lines on the right of it.
    pub fn address(&mut self, rng: &mut Rng, beside: &[String]) {
        let (name, [street, city]) = (self.case.filer.name(), self.case.address.clone());
        let size = self.style.body_size;
        let left = self.style.left + rng.uniform(0.0, 24.0);
        let measure = self.style.measure();
        let firm = self.case.attorney.1.clone();
        self.truth.fields.addressee = Some(name.clone());
        let mut lines = vec![name];
        if rng.chance(0.3) {
            lines.push(format!("C/O {firm}"));
        }
        lines.extend([street, city]);
        let top = self.y + 22.0;
        let sheet = self.sheet();
        let mut y = top;
        for line in &lines {
            sheet.plain(size, left, y, line);
            y += size * 1.25;
        }
        let column = left + measure * 0.56;
        let mut right_y = top;
        for line in beside {
            sheet.plain(size, column, right_y, line);
            right_y += size * 1.25;
        }
        self.y = y.max(right_y) + size;
    }

    /// Paragraphs on the topic.
    pub fn body(&mut self, rng: &mut Rng, topic: Topic, count: usize) {
        let size = self.style.body_size;
        let left = self.style.left;
        let measure = self.style.measure();
        let family = self.style.family;
        let mut y = self.y + size;
        for text in words::paragraphs(rng, topic, count) {
            if y > 610.0 {
                break;
            }
            y = self
                .sheet()
                .paragraph(Face::regular(family), size, left, y, measure, text)
                + size * 0.4;
        }
        self.y = y;
    }

    /// Numbers of other kinds, one per line.
    pub fn look_alikes(&mut self, rng: &mut Rng, most: usize) {
        let size = self.style.body_size;
        let left = self.style.left;
        for _ in 0..rng.below(most + 1) {
            if self.y > 640.0 {
                break;
            }
            let line = words::look_alike(rng);
            let y = self.y + size;
            self.sheet().plain(size, left, y, &line);
            self.y += size * 1.25;
        }
    }

    /// The attorney and, as requested or with this probability, the attorney's account number.
    pub fn perhaps_attorney(&mut self, rng: &mut Rng, probability: f32) {
        let drawn = rng.chance(probability);
        if self.wish.attorney.unwrap_or(drawn) {
            self.attorney(rng);
        }
    }

    fn attorney(&mut self, rng: &mut Rng) {
        let size = self.style.body_size;
        let left = self.style.left;
        let digits = case::account(rng);
        self.truth.prints_representative_account(&digits);
        let label = rng.pick(&[
            "Attorney or Accredited Representative USCIS Online Account Number",
            "Attorney USCIS Online Account Number",
            "Attorney/Representative Online Account Number",
            "Attorney Account Number",
        ]);
        let name = format!("Attorney or Representative: {}", self.case.attorney.0);
        let y = self.y + size;
        self.sheet().plain(size, left, y, &name);
        self.sheet()
            .plain(size, left, y + size * 1.3, &format!("{label}: {digits}"));
        self.y = y + size * 2.2;
    }

    /// The office, the barcode and the edition line at the foot of the page.
    pub fn foot(&mut self, rng: &mut Rng) {
        let left = self.style.left;
        let right = self.style.right;
        let family = self.style.family;
        let office = rng.pick(&[
            "Vermont Service Center",
            "Texas Service Center",
            "National Benefits Center",
            "Nebraska Service Center",
            "Potomac Service Center",
        ]);
        let edition = self.edition.clone();
        let page = self.page_words();
        let receipt = self.case.receipt.clone();
        let symbology = self.symbology;
        let bars = symbology.and_then(|symbology| barcode::modules(symbology, &receipt));
        let interpreted = bars.is_some() && rng.chance(0.3);
        let with_office = rng.chance(0.7);
        let numbered = self.page_count > 1 || rng.chance(0.3);
        if with_office {
            let first = &mut self.truth.fields.office;
            first.get_or_insert_with(|| office.to_owned());
        }
        let sheet = self.sheet();
        if with_office {
            sheet.plain(
                8.0,
                left,
                676.0,
                "Please see the additional information on the back. \
                 You will be notified separately about any other cases you filed.",
            );
            for (index, line) in [
                office,
                "U.S. CITIZENSHIP & IMMIGRATION SVC",
                "USCIS Contact Center: 800-375-5283",
            ]
            .iter()
            .enumerate()
            {
                sheet.plain(8.0, left, 690.0 + 10.0 * index as f32, line);
            }
        }
        if let Some(bars) = bars {
            let module = if bars.len() > 200 { 0.75 } else { 1.0 };
            let x = right - bars.len() as f32 * module - 10.0;
            sheet.bars(x, 700.0, module, 26.0, &bars);
            if interpreted {
                sheet.plain(7.0, x + 30.0, 734.0, &receipt);
            }
        }
        sheet.plain(7.0, left, 752.0, &edition);
        if numbered {
            sheet.flush_right(
                Face::regular(family),
                7.0,
                right,
                752.0,
                &format!("Page {page}"),
            );
        }
        if interpreted {
            self.truth.prints_receipt(&receipt);
        }
    }

    /// Draws the remaining pages, if any.
    pub fn further_pages(&mut self, rng: &mut Rng, topic: Topic) {
        while self.sheets.len() < self.page_count {
            self.turn_over();
            self.header(rng, "");
            let receipt = self.receipt(rng);
            let rows = [vec![
                Cell::new("Receipt Number", &receipt, 1.0),
                Cell::new("Notice Date", &self.style.date(self.case.noticed), 1.0),
                Cell::new("Page", &self.page_words(), 0.6),
            ]];
            let style = self.style.clone();
            let top = self.y;
            self.y = super::table::draw(self.sheet(), &style, top, &rows) + 12.0;
            self.body(rng, topic, 4);
            self.look_alikes(rng, 2);
            self.foot(rng);
        }
        self.truth.pages = (1..=self.sheets.len()).collect();
    }
}
