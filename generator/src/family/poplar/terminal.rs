//! Copy of a notice printed from a case system: abbreviated labels in a fixed-pitch face.
use super::matter::*;
use super::tools::*;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LEFT: f32 = 48.0;

/// A printer that counts lines and columns of one fixed-pitch face.
struct Printer {
    sheet: Sheet,
    cuts: Cuts,
    size: f32,
    step: f32,
    y: f32,
}

impl Printer {
    /// A new page.
    fn new(cuts: Cuts, size: f32) -> Printer {
        let step = cuts.plain.width("0", size);
        Printer {
            sheet: Sheet::letter(cuts.family),
            cuts,
            size,
            step,
            y: 46.0,
        }
    }

    /// Writes at a column of the current line.
    fn at(&mut self, column: usize, text: &str) {
        let x = LEFT + self.step * column as f32;
        self.sheet
            .write(self.cuts.plain, self.size, x, self.y, text);
    }

    /// Writes at a column and goes to the next line.
    fn line(&mut self, column: usize, text: &str) {
        self.at(column, text);
        self.next();
    }

    /// Goes to the next line.
    fn next(&mut self) {
        self.y += self.size * 1.32;
    }

    /// A line of one character.
    fn bar(&mut self, letter: &str) {
        self.line(0, &letter.repeat(90));
    }
}

/// The label for the filer's own account number.
fn account_label(rng: &mut Rng, case: &Case) -> String {
    let owner = if case.is_petition { "PETR" } else { "APPL" };
    let lot = if case.is_petition {
        rng.pick(&[1, 3])
    } else {
        rng.below(5)
    };
    match lot {
        0 => "USCIS ONLN ACCT NBR".to_string(),
        1 => format!("{owner} USCIS ONLINE ACCT"),
        2 => "USCIS ELIS ACCT NBR".to_string(),
        3 => format!("{owner} OAN (USCIS)"),
        _ => "USCIS ACCOUNT NO".to_string(),
    }
}

/// The fields in the order of the screen.
fn fields(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<[String; 2]> {
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = Some(case.form_code.to_string());
    let manner = rng.pick(&[0, 4]);
    let noticed = when(manner, &case.noticed);
    let received = when(manner, &case.received);
    truth.fields.notice_date = Some(noticed.clone());
    truth.fields.received_date = Some(received.clone());
    let receipt = receipt_form(rng, &case.receipt);
    let filer = case.filer.listed();
    notes_filer(truth, case, &filer);
    let mut all = vec![
        [
            rng.pick(&["RECEIPT NBR", "RCPT NO", "RECEIPT #"])
                .to_string(),
            receipt,
        ],
        ["FORM".to_string(), case.form_code.to_string()],
        [rng.pick(&["NOTICE DATE", "NOTC DATE"]).to_string(), noticed],
        [rng.pick(&["RCVD DATE", "RECEIVED"]).to_string(), received],
        [role(case).to_uppercase(), filer],
    ];
    if case.is_petition {
        truth.fields.beneficiary = Some(case.beneficiary.listed());
        all.push(["BENEFICIARY".to_string(), case.beneficiary.listed()]);
        truth.prints_a_number(&case.beneficiary.a_number);
        all.push([
            "BENE A-NBR".to_string(),
            alien_form(rng, &case.beneficiary.a_number),
        ]);
    } else {
        truth.prints_a_number(&case.filer.a_number);
        all.push([
            "APPL A-NBR".to_string(),
            alien_form(rng, &case.filer.a_number),
        ]);
    }
    let own = Own::draw(rng, 45, 18).text(rng, case, truth);
    if let Some(text) = own {
        all.push([account_label(rng, case), text]);
    }
    more(rng, case, truth, &mut all);
    all
}

/// Other fields, some with long numbers.
fn more(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, all: &mut Vec<[String; 2]>) {
    all.push(["ATTORNEY".to_string(), case.attorney.0.clone()]);
    if rng.chance(0.4) {
        all.push([
            "ATTY OWN USCIS ACCT".to_string(),
            attorney_account(rng, truth),
        ]);
    }
    all.push(["BATCH CTL NBR".to_string(), rng.digits(12)]);
    if rng.chance(0.5) {
        all.push([
            "I-94 AT FILING".to_string(),
            format!("{} {}", rng.digits(9), rng.digits(2)),
        ]);
    }
    if rng.chance(0.5) {
        let amount = dollars(rng);
        truth.fields.amount = Some(amount.clone());
        all.push(["FEE RCVD".to_string(), amount]);
    }
}

/// The fields in one column or two.
fn screen(printer: &mut Printer, rng: &mut Rng, all: &[[String; 2]]) {
    let long = all.iter().any(|pair| pair[1].len() > 21);
    let two = !long && rng.chance(0.6);
    let gap = if rng.chance(0.5) { ": " } else { " = " };
    for (number, pair) in all.iter().enumerate() {
        let label = format!("{:<22}{gap}{}", pair[0], pair[1]);
        if two && number % 2 == 0 && number + 1 < all.len() {
            printer.at(0, &label);
        } else {
            let column = if two && number % 2 == 1 { 48 } else { 0 };
            printer.line(column, &label);
        }
    }
}

/// The history of the case as rows.
fn history(printer: &mut Printer, rng: &mut Rng, case: &Case) {
    printer.line(0, "ACTION HISTORY");
    let head = format!(
        "{:<12}{:<7}{:<34}{:<15}{}",
        "DATE", "CODE", "ACTION", "CTL NBR", "OFFICER"
    );
    printer.line(0, &head);
    printer.bar("-");
    let actions = [
        "FEE COLLECTED",
        "RECEIPT NOTICE SENT",
        "FILE TRANSFERRED IN",
        "BIOMETRICS SCHEDULED",
        "RESPONSE TO REQUEST RECEIVED",
        "ACCOUNT ACCESS NOTICE SENT",
        "SECURITY CHECKS CURRENT",
        "ADDRESS CHANGED BY CONTACT CTR",
        "NOTICE ORDERED",
    ];
    let count = 4 + rng.below(6);
    for (number, action) in actions[..count].iter().enumerate() {
        let date = case.received.later(0, 3 * number as i64).numeric();
        let code = format!("{}{}", rng.letters(2), rng.digits(2));
        let control = if rng.chance(0.6) {
            rng.digits(12)
        } else {
            rng.digits(9)
        };
        let officer = format!("{}{}", rng.letters(2), rng.digits(4));
        printer.line(
            0,
            &format!("{date:<12}{code:<7}{action:<34}{control:<15}{officer}"),
        );
    }
}

/// The head of the print; gives the name of the notice.
fn head(printer: &mut Printer, rng: &mut Rng, form: &str) -> &'static str {
    let title = rng.pick(&["APPROVAL NOTICE", "RECEIPT NOTICE", "TRANSFER NOTICE"]);
    printer.at(0, "USCIS CASE SYSTEM - NOTICE COPY");
    printer.line(62, &format!("PGM NTC{} PAGE 1", rng.digits(3)));
    printer.bar("=");
    let line = format!("DUPLICATE OF FORM {form}, NOTICE OF ACTION");
    printer.line(0, &line);
    printer.line(
        0,
        &format!("{:<22}: {title}", rng.pick(&["NOTICE TYPE", "NOTC TYPE"])),
    );
    title
}

/// The remarks under the history.
fn remarks(printer: &mut Printer, rng: &mut Rng) {
    let prior = case::account(rng);
    let remark = rng.pick(&[0, 1, 2]);
    let text = match remark {
        0 => format!("PRIOR PETITIONER (CASE CLOSED) HELD ONLINE ACCT {prior} - NOT THIS FILER."),
        1 => "ACCT NBR IS NOT NEEDED TO RELEASE A COPY TO THE PERSON NAMED.".to_string(),
        _ => format!("RETURNED MAIL TRACED UNDER PARCEL {prior}."),
    };
    printer.line(0, "REMARKS");
    let face = printer.cuts.plain;
    let size = printer.size;
    let y = printer.y;
    printer.y = printer.sheet.paragraph(face, size, LEFT, y, 510.0, &text) + 8.0;
    let count = 3 + rng.below(4);
    let more = filler(rng, count);
    let y = printer.y;
    printer.y = paragraphs(
        &mut printer.sheet,
        face,
        size,
        [LEFT, 560.0],
        y,
        720.0,
        &more,
    );
}

/// Copy of a notice from a case system.
pub(super) fn terminal(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::DejaVuSansMono,
        Family::LiberationMono,
        Family::Courier,
    ];
    let cuts = Cuts::any(rng, &faces);
    let size = 516.0 / 90.0 / cuts.plain.width("0", 1.0);
    let form = rng.pick(&["I-797", "I-797C"]);
    let mut truth = NoticeTruth {
        form: form.into(),
        ..Default::default()
    };
    let mut printer = Printer::new(cuts, size);
    let title = head(&mut printer, rng, form);
    truth.fields.notice_type = Some(title.to_string());
    printer.bar("-");
    let all = fields(rng, case, &mut truth);
    screen(&mut printer, rng, &all);
    printer.bar("-");
    printer.next();
    for line in addressee(rng, case) {
        printer.line(6, &line);
    }
    printer.next();
    history(&mut printer, rng, case);
    printer.next();
    remarks(&mut printer, rng);
    printer.y = 752.0;
    printer.at(0, "*** END OF NOTICE COPY ***");
    Drawing {
        sheets: vec![printer.sheet],
        truth,
    }
}
