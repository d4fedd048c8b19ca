//! A line printer's notice on green-bar paper: fixed pitch, dot leaders, star rules.
use super::kit::*;
use super::prose;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const OWN: &[&str] = &[
    "USCIS ONLINE ACCOUNT NO",
    "{R} ONLINE ACCT NBR",
    "ONLINE ACCT NO (USCIS)",
    "ELIS ACCT NUMBER",
    "USCIS ONLINE ACCT OF {S}",
    "MYUSCIS ACCOUNT NUMBER",
    "ON-LINE ACCT ID ({S})",
    "OAN (USCIS ONLINE ACCT)",
];

/// A column of printer lines.
struct Printer {
    sheet: Sheet,
    family: Family,
    size: f32,
    pitch: f32,
    left: f32,
    y: f32,
    tab: usize,
    dots: &'static str,
}

impl Printer {
    /// Prints one line in the plain face.
    fn line(&mut self, text: &str) {
        self.sheet.write(
            Face::regular(self.family),
            self.size,
            self.left,
            self.y,
            text,
        );
        self.y += self.pitch;
    }

    /// Prints a label, leaders up to the tab, a colon and the value.
    fn field(&mut self, label: &str, value: &str) {
        let filling = self.tab.saturating_sub(label.len() + 1);
        let dots = self.dots.repeat(filling);
        self.line(format!("{label} {dots}: {value}").trim_end());
    }

    /// Prints text broken to the width of the carriage.
    fn prose(&mut self, text: &str, columns: usize) {
        let mut line = String::new();
        for word in text.split_whitespace() {
            if !line.is_empty() && line.len() + word.len() + 1 > columns {
                self.line(&line.clone());
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(&line);
    }
}

/// The paper: shaded bars and the holes of the tractor strips.
fn paper(sheet: &mut Sheet, rng: &mut Rng, pitch: f32) {
    if rng.chance(0.7) {
        let high = rng.pick(&[2.0, 3.0]) * pitch;
        let shade = rng.uniform(0.90, 0.95);
        let mut y = 46.0 - 0.76 * pitch;
        while y + high < 770.0 {
            sheet.fill([30.0, y, 582.0, y + high], shade);
            y += 2.0 * high;
        }
    }
    if rng.chance(0.6) {
        let mut y = 18.0;
        while y < 780.0 {
            sheet.frame([10.0, y, 16.0, y + 6.0], 0.5);
            sheet.frame([596.0, y, 602.0, y + 6.0], 0.5);
            y += 36.0;
        }
        sheet.upright(24.0, 6.0, 786.0, 0.3);
        sheet.upright(588.0, 6.0, 786.0, 0.3);
    }
}

/// The fields of the case.
fn fields(p: &mut Printer, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, kind: &str) {
    let style = rng.pick(&[0, 2, 3, 5]);
    let receipt = receipt_text(rng, case, truth);
    let noticed = date_text(&case.noticed, style);
    let received = date_text(&case.received, style);
    truth.fields.notice_date = some(&noticed);
    truth.fields.received_date = some(&received);
    truth.fields.notice_type = some(kind);
    p.field("NOTICE TYPE", kind);
    p.field(
        rng.pick(&["RECEIPT NUMBER", "RECEIPT NBR", "APPLICATION RECEIPT #"]),
        &receipt,
    );
    let form = code(rng, case, truth);
    p.field("FORM NUMBER", &form);
    let title: String = case.title.chars().take(48).collect();
    p.field("FORM TITLE", title.trim_end());
    p.field("RECEIVED DATE", &received);
    p.field(rng.pick(&["NOTICE DATE", "DATE OF THIS NOTICE"]), &noticed);
}

/// The fields of the people, with the account number where the page has it.
fn people(p: &mut Printer, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) {
    let own = own(rng, case);
    let label = worded(rng, OWN, case);
    let first = rng.chance(0.5);
    let value = own_value(rng, case, truth, own);
    if own != Own::Nothing && first {
        p.field(&label, &value);
    }
    let filer = case.filer.listed();
    let beneficiary = case.beneficiary.listed();
    note_people(truth, case, &filer, Some(&beneficiary));
    p.field(role(case), &filer);
    if !case.is_petition || rng.chance(0.3) {
        let a_number = a_text(rng, &case.filer.a_number, truth);
        p.field(
            rng.pick(&["ALIEN REGISTRATION NO", "A-NUMBER", "ALIEN FILE NBR"]),
            &a_number,
        );
    }
    if own != Own::Nothing && !first {
        p.field(&label, &value);
    }
    if case.is_petition {
        p.field("BENEFICIARY", &beneficiary);
        let a_number = a_text(rng, &case.beneficiary.a_number, truth);
        p.field("BENEFICIARY A-NUMBER", &a_number);
    }
    if rng.chance(0.5) {
        p.field("REPRESENTATIVE", &case.attorney.0.to_uppercase());
        if rng.chance(0.5) && case.noticed.year > 2012 {
            let digits = case::account(rng);
            truth.prints_representative_account(&digits);
            p.field("REPRESENTATIVE ONLINE ACCT NO", &digits);
        }
    }
}

/// The block of the fee, with a bank's or a courier's number.
fn payment(p: &mut Printer, rng: &mut Rng, truth: &mut NoticeTruth) {
    let amount = fee(rng);
    truth.fields.amount = some(&amount);
    p.field("AMOUNT RECEIVED", &amount);
    if rng.chance(0.75) {
        let (label, value) = reference(rng);
        p.field(label, &value);
    }
    if rng.chance(0.4) {
        let area = rng.digits(3);
        let serial = rng.digits(4);
        p.field(
            "CHECK ROUTING/NBR",
            &format!("{area}-{}-{serial}", rng.digits(2)),
        );
    }
}

/// The text under the fields.
fn body(p: &mut Printer, rng: &mut Rng, kind: &str) {
    let text = match kind {
        "TRANSFER NOTICE" => {
            "THIS CASE WAS SENT TO ANOTHER OFFICE FOR PROCESSING. THE NEW OFFICE WILL NOTIFY YOU \
             OF ITS DECISION. KEEP THIS NOTICE WITH YOUR RECORDS."
        }
        "REOPEN NOTICE" => {
            "THE ABOVE CASE IS REOPENED ON MOTION OF THIS OFFICE. NO FEE IS DUE. DO NOT FILE AGAIN."
        }
        _ => {
            "THE ABOVE FORM IS RECEIVED AND IS IN PROCESS. CHECK THE LINES ABOVE. IF A LINE IS \
             WRONG, CALL 800-375-5283 AND HAVE THE RECEIPT NUMBER READY."
        }
    };
    p.prose(text, 74);
    p.y += p.pitch;
    for text in talks(rng) {
        let text = text.to_uppercase();
        p.prose(&text, 74);
        p.y += p.pitch;
    }
    p.prose(
        "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.",
        74,
    );
    p.y += p.pitch;
    for _ in 0..rng.below(4) {
        let text = rng.pick(prose::GENERAL).to_uppercase();
        p.prose(&text, 74);
        p.y += p.pitch;
    }
}

/// Draws the green-bar notice.
pub(super) fn matrix(rng: &mut Rng, case: &Case) -> Drawing {
    let family = mono(rng);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let pitch = rng.pick(&[12.0, 12.6, 13.2]);
    paper(&mut sheet, rng, pitch);
    let size = rng.uniform(9.2, 10.2);
    let mut p = Printer {
        sheet,
        family,
        size,
        pitch,
        left: 54.0,
        y: 46.0,
        tab: rng.pick(&[31, 32, 34]),
        dots: rng.pick(&[".", ".", " ", "-"]),
    };
    let place = office(rng);
    let rule = rng.pick(&["*", "=", "-"]).repeat(78);
    let kind = rng.pick(&[
        "RECEIPT NOTICE",
        "RECEIPT NOTICE",
        "TRANSFER NOTICE",
        "REOPEN NOTICE",
    ]);
    p.line(&rule);
    p.line("U.S. CITIZENSHIP AND IMMIGRATION SERVICES");
    p.line(&format!(
        "FORM I-797C, NOTICE OF ACTION {:>47}",
        "PAGE 1 OF 1"
    ));
    p.line(&rule);
    p.y += p.pitch;
    fields(&mut p, rng, case, &mut truth, kind);
    people(&mut p, rng, case, &mut truth);
    payment(&mut p, rng, &mut truth);
    p.y += p.pitch;
    let name = case.filer.name();
    for line in [
        name.as_str(),
        case.address[0].as_str(),
        case.address[1].as_str(),
    ] {
        p.line(&format!("       {}", line.to_uppercase()));
    }
    p.y += p.pitch;
    body(&mut p, rng, kind);
    p.y += p.pitch;
    p.line(&rule);
    p.line(&format!("{}  {}  {}", place[0], place[1], place[2]));
    p.line(&format!(
        "TEL {}   JOB {}   *** END ***",
        place[3],
        rng.digits(5)
    ));
    Drawing {
        sheets: vec![p.sheet],
        truth,
    }
}
