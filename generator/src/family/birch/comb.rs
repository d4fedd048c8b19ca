//! A form with comb boxes: one character a box, captions above, beside or below.
use super::kit::*;
use super::prose::{self, Body};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const OWN: &[&str] = &[
    "USCIS Online Acct. No. of {T}",
    "USCIS ONLINE ACCOUNT NUMBER",
    "{R}'S ONLINE ACCOUNT NO. (USCIS)",
    "Online Account No. ({T})",
    "USCIS ACCOUNT NO. - {R}",
    "Your USCIS Online Acct. Number",
    "{T}: USCIS Online Account ID",
];

/// Where the captions stand relative to the combs.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Above,
    Beside,
    Below,
}

/// The look of the combs of one page.
struct Combs {
    label: Face,
    value: Face,
    wide: f32,
    place: Place,
    full: bool,
}

impl Combs {
    /// Draws the boxes with one character in each.
    fn boxes(&self, sheet: &mut Sheet, at: [f32; 2], count: usize, text: &str) {
        let high = 16.0;
        let right = at[0] + self.wide * count as f32;
        let bottom = at[1] + high;
        if self.full {
            sheet.frame([at[0], at[1], right, bottom], 0.8);
        } else {
            sheet.rule(at[0], right, bottom, 0.8);
            sheet.upright(at[0], at[1] + 7.0, bottom, 0.8);
            sheet.upright(right, at[1] + 7.0, bottom, 0.8);
        }
        for place in 1..count {
            let x = at[0] + self.wide * place as f32;
            sheet.upright(x, if self.full { at[1] } else { at[1] + 10.0 }, bottom, 0.5);
        }
        for (place, letter) in text.chars().enumerate() {
            let centre = at[0] + self.wide * (place as f32 + 0.5);
            sheet.centred(self.value, 11.0, centre, bottom - 4.0, &letter.to_string());
        }
    }

    /// Draws a caption and its comb at the left margin; returns the top of the next line.
    fn field(&self, sheet: &mut Sheet, at: [f32; 2], count: usize, label: &str, text: &str) -> f32 {
        let [x, y] = at;
        match self.place {
            Place::Above => {
                sheet.write(self.label, 7.0, x, y + 6.5, label);
                self.boxes(sheet, [x, y + 9.5], count, text);
            }
            Place::Below => {
                self.boxes(sheet, [x, y], count, text);
                sheet.write(self.label, 7.0, x + 1.0, y + 23.5, label);
            }
            Place::Beside => {
                fitted(sheet, self.label, 8.5, [x, y + 12.0, 176.0], label);
                self.boxes(sheet, [x + 182.0, y], count, text);
                return y + 24.0;
            }
        }
        y + 33.0
    }
}

/// The lines of combs: label, boxes, text.
fn lines(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(usize, String, String)> {
    truth.prints_receipt(&case.receipt);
    let mut lines = Vec::new();
    let label = rng.pick(&["Receipt No.", "RECEIPT NUMBER", "Case Receipt No. (13)"]);
    lines.push((13, label.to_string(), case.receipt.clone()));
    let subject = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let digits = format!("{:0>9}", subject.a_number);
    truth.prints_a_number(&subject.a_number);
    let label = if case.is_petition {
        "Beneficiary's A-Number"
    } else {
        "Alien Reg. No. (A-Number)"
    };
    lines.push((9, label.to_string(), digits));
    let own = own(rng, case);
    if own != Own::Nothing {
        let _ = own_value(rng, case, truth, own);
        let text = if own == Own::Filled {
            case.account.clone()
        } else {
            String::new()
        };
        let place = rng.below(3);
        lines.insert(place, (12, worded(rng, OWN, case), text));
    }
    if rng.chance(0.6) {
        let label = rng.pick(&[
            "Bank Acct. No. on Check",
            "Courier Airbill No.",
            "Payment Tracking No.",
            "Lockbox Item No.",
        ]);
        lines.push((12, label.to_string(), rng.digits(12)));
    }
    if rng.chance(0.35) && case.noticed.year > 2012 {
        let digits = case::account(rng);
        truth.prints_representative_account(&digits);
        lines.push((12, "Attorney's USCIS Online Acct. No.".to_string(), digits));
    }
    if rng.chance(0.4) {
        let text = if rng.chance(0.5) {
            rng.digits(9)
        } else {
            String::new()
        };
        lines.push((9, "U.S. Social Security No.".to_string(), text));
    }
    lines
}

/// The head of the form: agency, title, form number in a box.
fn head(sheet: &mut Sheet, family: Family, kind: &str) {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    sheet.frame([36.0, 30.0, 576.0, 74.0], 1.2);
    sheet.upright(136.0, 30.0, 74.0, 0.8);
    sheet.upright(476.0, 30.0, 74.0, 0.8);
    sheet.write(plain, 7.0, 41.0, 41.0, "Department of");
    sheet.write(plain, 7.0, 41.0, 50.0, "Homeland Security");
    sheet.write(plain, 7.0, 41.0, 67.0, "USCIS");
    sheet.centred(bold, 14.0, 306.0, 51.0, kind);
    sheet.centred(
        plain,
        8.0,
        306.0,
        66.0,
        "Machine-read form. Do not fold or staple.",
    );
    sheet.write(plain, 7.0, 481.0, 41.0, "Form");
    sheet.write(bold, 13.0, 481.0, 56.0, "I-797C");
    sheet.write(plain, 7.0, 481.0, 68.0, "Notice of Action");
}

/// The ruled row of form, dates and fee, in plain cells.
fn strip(sheet: &mut Sheet, rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, family: Family) {
    let style = rng.pick(&[0, 1, 4]);
    let received = date_text(&case.received, style);
    let noticed = date_text(&case.noticed, style);
    truth.fields.received_date = some(&received);
    truth.fields.notice_date = some(&noticed);
    let amount = fee(rng);
    truth.fields.amount = some(&amount);
    let look = Look {
        label: Face::italic(family),
        label_size: 6.5,
        value: Face::regular(Family::Courier),
        value_size: 9.5,
        weight: 0.8,
    };
    let form = code(rng, case, truth);
    let cells = [
        cell(0.7, "Form", form),
        cell(1.2, rng.pick(&["Received", "Date Received"]), received),
        cell(
            1.2,
            rng.pick(&["Notice Date", "Date of This Notice"]),
            noticed,
        ),
        cell(0.9, "Amount Received", amount),
    ];
    row(sheet, &look, [36.0, 74.0, 576.0, 100.0], &cells);
}

/// Draws the form with combs.
pub(super) fn comb(rng: &mut Rng, case: &Case) -> Drawing {
    let family = sans(rng);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let kind = rng.pick(&["Receipt Notice", "RECEIPT NOTICE", "Receipt"]);
    truth.fields.notice_type = some(kind);
    head(&mut sheet, family, kind);
    strip(&mut sheet, rng, case, &mut truth, family);
    let combs = Combs {
        label: Face::regular(family),
        value: Face::regular(mono(rng)),
        wide: rng.uniform(13.0, 17.0),
        place: rng.pick(&[Place::Above, Place::Beside, Place::Below]),
        full: rng.chance(0.6),
    };
    let mut y = 116.0;
    for (count, label, text) in lines(rng, case, &mut truth) {
        y = combs.field(&mut sheet, [44.0, y], count, &label, &text);
    }
    sheet.frame([36.0, 106.0, 576.0, y + 2.0], 0.8);
    y = names(&mut sheet, case, &mut truth, family, y + 20.0);
    bars(
        &mut sheet,
        case,
        Symbology::Code128,
        [360.0, y - 36.0],
        0.9,
        24.0,
    );
    let plain = Face::regular(family);
    let mut text = vec![
        "We have received the form above. The boxes were filled by machine from your form. Compare \
         each box with your copy and tell us of any error.",
        "This notice does not grant any immigration status or benefit.",
    ];
    if rng.chance(0.7) {
        text.insert(1, talk(rng));
    }
    y += 20.0;
    for part in text {
        y = sheet.paragraph(plain, 9.5, 44.0, y, 524.0, part) + 6.0;
    }
    let body = Body {
        face: plain,
        size: 8.5,
        left: 44.0,
        measure: 524.0,
        capitals: false,
    };
    prose::general(&mut sheet, rng, &body, y + 8.0, 724.0);
    let place = office(rng);
    sheet.rule(36.0, 576.0, 736.0, 0.8);
    sheet.write(
        plain,
        7.5,
        36.0,
        746.0,
        &format!("{}, {}, {}", place[0], place[1], place[2]),
    );
    sheet.flush_right(plain, 7.5, 576.0, 746.0, "Form I-797C  Page 1 of 1");
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The names and the address on open lines; returns the next baseline.
fn names(sheet: &mut Sheet, case: &Case, truth: &mut NoticeTruth, family: Family, y: f32) -> f32 {
    let plain = Face::regular(family);
    let filer = case.filer.listed();
    let beneficiary = case.beneficiary.listed();
    note_people(truth, case, &filer, Some(&beneficiary));
    let x = sheet.write(plain, 9.0, 44.0, y, &format!("{}:  ", role(case)));
    sheet.write(Face::bold(family), 9.5, x, y, &filer);
    let mut y = y + 13.0;
    if case.is_petition {
        let x = sheet.write(plain, 9.0, 44.0, y, "BENEFICIARY:  ");
        sheet.write(Face::bold(family), 9.5, x, y, &beneficiary);
        y += 13.0;
    }
    let mail = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    let lines: Vec<&str> = mail.iter().map(String::as_str).collect();
    addressee(sheet, plain, 10.0, [64.0, y + 12.0], &lines)
}
