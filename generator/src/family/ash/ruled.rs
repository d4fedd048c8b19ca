//! A form of ruled, numbered cells with combs for the digits: an appointment for fingerprints.
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::desk::{self, Days, Own};
use super::words;

/// Labels of the filer's own account, in a cell.
const OWN: [&str; 5] = [
    "Account number (your USCIS online account, if any)",
    "USCIS online account number",
    "Your USCIS Online Account No. (12 digits)",
    "Applicant\u{2019}s USCIS online account number",
    "USCIS Online Account ID",
];

/// The form: a sheet, its family, and the number of the next cell.
struct Form {
    /// The page.
    sheet: Sheet,
    /// The family of its labels.
    labels: Family,
    /// The family of its entries.
    entries: Family,
    /// The number of the next cell, where cells are numbered.
    next: Option<usize>,
    /// The height of a row.
    tall: f32,
}

impl Form {
    /// Draws the edge and the label of a cell.
    fn cell(&mut self, span: [f32; 2], top: f32, rows: f32, label: &str) {
        let bottom = top + self.tall * rows;
        self.sheet.frame([span[0], top, span[1], bottom], 0.6);
        let text = match &mut self.next {
            Some(number) => {
                *number += 1;
                format!("{}. {label}", *number - 1)
            }
            None => label.to_string(),
        };
        let face = Face::regular(self.labels);
        let width = span[1] - span[0] - 6.0;
        desk::put(
            &mut self.sheet,
            face,
            6.8,
            [span[0] + 3.0, top + 8.0, width],
            &text,
        );
    }
    /// A cell with one entry.
    fn entry(&mut self, span: [f32; 2], top: f32, label: &str, value: &str) {
        self.cell(span, top, 1.0, label);
        let face = Face::regular(self.entries);
        let y = top + self.tall - 5.5;
        desk::put(
            &mut self.sheet,
            face,
            10.0,
            [span[0] + 6.0, y, span[1] - span[0] - 10.0],
            value,
        );
    }
    /// A cell with a comb: one box a digit, with `before` in front of it.
    fn comb(&mut self, span: [f32; 2], top: f32, text: [&str; 3], boxes: usize) {
        let [label, before, digits] = text;
        self.cell(span, top, 1.0, label);
        let face = Face::regular(self.entries);
        let y = top + self.tall - 5.5;
        let start = self.sheet.write(face, 10.0, span[0] + 6.0, y, before) + 3.0;
        let step = ((span[1] - start - 6.0) / boxes as f32).min(13.5);
        let floor = top + self.tall - 2.5;
        for place in 0..=boxes {
            self.sheet
                .upright(start + step * place as f32, floor - 12.0, floor, 0.4);
        }
        self.sheet
            .rule(start, start + step * boxes as f32, floor, 0.4);
        for (place, digit) in digits.chars().enumerate() {
            let centre = start + step * (place as f32 + 0.5);
            self.sheet
                .centred(face, 10.0, centre, y, &digit.to_string());
        }
    }
}

/// The heading of the form.
fn heading(form: &mut Form, rng: &mut Rng, left: f32, right: f32) -> String {
    let [plain, heavy] = [Face::regular(form.labels), Face::bold(form.labels)];
    form.sheet
        .write(plain, 8.0, left, 42.0, "Department of Homeland Security");
    form.sheet.write(
        plain,
        8.0,
        left,
        52.0,
        "U.S. Citizenship and Immigration Services",
    );
    let title = rng.pick(&[
        "Fingerprint Notification",
        "ASC Appointment Notice",
        "Biometrics Appointment Notice",
        "Notice to Appear for Fingerprints and Photograph",
    ]);
    form.sheet.flush_right(heavy, 13.0, right, 50.0, title);
    form.sheet.rule(left, right, 60.0, 1.5);
    let line = rng.pick(&[
        "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.",
        "Bring this notice and a photo identification to the appointment.",
    ]);
    form.sheet
        .centred(heavy, 8.0, (left + right) / 2.0, 71.0, line);
    title.to_string()
}

/// The first rows: receipt, dates, form.
fn case_rows(form: &mut Form, case: &Case, dates: [&str; 2], edges: [f32; 2], top: f32) {
    let [left, right] = edges;
    let third = (right - left) / 3.0;
    let stops = [left, left + third, left + 2.0 * third, right];
    form.entry(
        [stops[0], stops[1]],
        top,
        "Receipt or application number",
        &case.receipt,
    );
    form.entry([stops[1], stops[2]], top, "Date of this notice", dates[0]);
    form.entry(
        [stops[2], stops[3]],
        top,
        "Date your form was received",
        dates[1],
    );
    let kind = format!("{} {}", case.form_code, case.title);
    form.entry([left, right], top + form.tall, "Form and title", &kind);
}

/// The rows of the person's numbers: the A-Number, and what the page shows of the account.
fn number_rows(
    rng: &mut Rng,
    form: &mut Form,
    case: &Case,
    truth: &mut NoticeTruth,
    edges: [f32; 2],
    top: f32,
) {
    let [left, right] = edges;
    let middle = left + (right - left) * 0.45;
    let a_label = rng.pick(&[
        "A-Number (USCIS A#)",
        "USCIS A#",
        "Alien Registration Number",
    ]);
    truth.prints_a_number(&case.filer.a_number);
    let nine = format!("{:0>9}", case.filer.a_number);
    form.comb([left, middle], top, [a_label, "A-", &nine], 9);
    let own = desk::own(rng, case, 40, 25);
    let digits = if own == Own::Filled {
        case.account.as_str()
    } else {
        ""
    };
    match desk::account_text(rng, case, own, truth) {
        Some(_) if rng.chance(0.75) => {
            let label = rng.pick(&OWN);
            form.comb([middle, right], top, [label, "", digits], 12);
        }
        Some(text) => form.entry([middle, right], top, rng.pick(&OWN), &text),
        None => other_cell(rng, form, [middle, right], top, truth),
    }
}

/// What stands beside the A-Number on a form that has no cell for the account.
fn other_cell(rng: &mut Rng, form: &mut Form, span: [f32; 2], top: f32, truth: &mut NoticeTruth) {
    match rng.below(4) {
        0 => {
            let text = format!("xxx-xx-{}", rng.digits(4));
            form.entry(span, top, "Social Security number (last four)", &text);
        }
        1 => {
            let digits = rng.digits(12);
            form.comb(span, top, ["FBI transaction control no.", "", &digits], 12);
        }
        2 => {
            let digits = case::account(rng);
            truth.prints_representative_account(&digits);
            let label = "Attorney\u{2019}s USCIS online account number (if any)";
            form.comb(span, top, [label, "", &digits], 12);
        }
        _ => form.entry(
            span,
            top,
            "Code",
            rng.pick(&["3", "2", "1 - Ten prints", "3 / NS"]),
        ),
    }
}

/// The rows of the person and the address.
fn person_rows(form: &mut Form, case: &Case, truth: &mut NoticeTruth, edges: [f32; 2], top: f32) {
    let [left, right] = edges;
    let middle = left + (right - left) * 0.6;
    let name = case.filer.listed();
    desk::note_filer(truth, case, &name);
    let role = format!("{} (family name, given names)", super::words::role(case));
    form.entry([left, middle], top, &role, &name);
    form.entry(
        [middle, right],
        top,
        "Date of birth",
        &case.filer.born.numeric(),
    );
    let place = format!("{}, {}", case.address[0], case.address[1]);
    form.entry([left, right], top + form.tall, "Mailing address", &place);
}

/// The appointment: place, day and hour.
fn appointment(
    rng: &mut Rng,
    form: &mut Form,
    case: &Case,
    truth: &mut NoticeTruth,
    edges: [f32; 2],
    top: f32,
) {
    let [left, right] = edges;
    let middle = left + (right - left) * 0.55;
    form.cell([left, middle], top, 2.4, "Application Support Center");
    let office = words::field_office(rng);
    let face = Face::regular(form.entries);
    for (row, text) in ["USCIS ASC", office[1], office[2]].iter().enumerate() {
        form.sheet.write(
            face,
            10.0,
            left + 6.0,
            top + 21.0 + 12.0 * row as f32,
            &text.to_uppercase(),
        );
    }
    let day = case.noticed.later(0, rng.between(14, 30)).numeric();
    let hour = rng.pick(&["8:00 AM", "10:00 AM", "1:00 PM", "2:00 PM"]);
    form.cell([middle, right], top, 2.4, "Date and time of appointment");
    form.sheet.write(face, 12.0, middle + 8.0, top + 28.0, &day);
    form.sheet.write(face, 12.0, middle + 8.0, top + 44.0, hour);
    truth.fields.appointment_date = Some(day);
    truth.fields.appointment_time = Some(hour.into());
}

/// The prose below the cells, and the box for stamps.
fn below(rng: &mut Rng, form: &mut Form, edges: [f32; 2], top: f32, gone: bool) {
    let [left, right] = edges;
    let face = Face::regular(form.labels);
    let split = right - 170.0;
    let mut y = top;
    let mut texts = vec![
        "If you do not appear, and do not ask for another day before the appointment, your case \
         will be considered abandoned (8 CFR 103.2(b)(13))."
            .to_string(),
        "Bring (1) this notice and (2) photo identification: a passport, a driver's license, a \
         military identification or a State-issued card."
            .to_string(),
        words::contact(rng),
    ];
    if rng.chance(0.6) {
        texts.push(words::talk(rng, gone));
    }
    for text in texts {
        y = form
            .sheet
            .paragraph(face, 9.0, left, y, split - left - 14.0, &text)
            + 6.0;
    }
    form.cell(
        [split, right],
        top - 9.0,
        4.2,
        "For office use: stamp, initials, quality check",
    );
    for (row, text) in [
        "Fingerprints ______  Date ______",
        "Photograph  ______  Date ______",
    ]
    .iter()
    .enumerate()
    {
        form.sheet
            .write(face, 7.5, split + 6.0, top + 34.0 + 26.0 * row as f32, text);
    }
}

/// A fingerprint appointment on a form of numbered cells.
pub(super) fn combs(rng: &mut Rng, case: &Case) -> Drawing {
    let labels = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSans,
        Family::LiberationSansNarrow,
    ]);
    let mut form = Form {
        sheet: Sheet::letter(labels),
        labels,
        entries: rng.pick(&[Family::Courier, Family::LiberationMono, Family::Helvetica]),
        next: if rng.chance(0.6) { Some(1) } else { None },
        tall: rng.uniform(26.0, 31.0),
    };
    let edges = [rng.uniform(36.0, 50.0), rng.uniform(562.0, 576.0)];
    let days = rng.pick(&[Days::Numeric, Days::Numeric, Days::Long]);
    let dates = [days.print(&case.noticed), days.print(&case.received)];
    let mut truth = desk::truth_of(case, "I-797C", &dates[0]);
    truth.fields.received_date = Some(dates[1].clone());
    let title = heading(&mut form, rng, edges[0], edges[1]);
    truth.fields.notice_type = Some(title);
    let mut top = 80.0;
    let tall = form.tall;
    case_rows(&mut form, case, [&dates[0], &dates[1]], edges, top);
    top += tall * 2.0;
    if rng.chance(0.5) {
        number_rows(rng, &mut form, case, &mut truth, edges, top);
        person_rows(&mut form, case, &mut truth, edges, top + tall);
    } else {
        person_rows(&mut form, case, &mut truth, edges, top);
        number_rows(rng, &mut form, case, &mut truth, edges, top + 2.0 * tall);
    }
    top += tall * 3.0;
    appointment(rng, &mut form, case, &mut truth, edges, top);
    top += tall * 2.4 + 26.0;
    let gone = truth.account_cell == Default::default();
    below(rng, &mut form, edges, top, gone);
    foot(rng, &mut form, case, edges);
    Drawing {
        sheets: vec![form.sheet],
        truth,
    }
}

/// The foot: a barcode, the form's name, its edition.
fn foot(rng: &mut Rng, form: &mut Form, case: &Case, edges: [f32; 2]) {
    let face = Face::regular(form.labels);
    if rng.chance(0.7) {
        desk::receipt_bars(&mut form.sheet, edges[0], 690.0, 30.0, &case.receipt);
        form.sheet.write(face, 8.0, edges[0], 730.0, &case.receipt);
    }
    form.sheet.rule(edges[0], edges[1], 744.0, 0.6);
    form.sheet
        .write(face, 7.5, edges[0], 754.0, "Form I-797C, Notice of Action");
    let edition = rng.pick(&["(Rev. 01/31/05) N", "07/11/14 Y", "Edition 10/13/17"]);
    form.sheet.flush_right(face, 7.5, edges[1], 754.0, edition);
}
