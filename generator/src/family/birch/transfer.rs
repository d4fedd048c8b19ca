//! A typed blank: values on lines, captions in small print beneath them, a three-column head.
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
    "(USCIS Online Account No. of {T})",
    "({T}'s USCIS online acct. no.)",
    "({T}'s online account number with USCIS)",
    "(USCIS online account, {T})",
    "(Online Account No. -- {T})",
];

/// The faces of the blank.
struct Blank {
    caption: Face,
    typed: Face,
    size: f32,
    small: f32,
}

impl Blank {
    /// One line: value above, rule, caption beneath.
    fn line(&self, sheet: &mut Sheet, span: [f32; 2], y: f32, value: &str, caption: &str) {
        let room = span[1] - span[0];
        fitted(
            sheet,
            self.typed,
            self.size,
            [span[0] + 4.0, y - 3.0, room - 6.0],
            value,
        );
        sheet.rule(span[0], span[1], y, 0.6);
        let wide = self.caption.width(caption, self.small).min(room);
        let x = (span[0] + span[1] - wide) / 2.0;
        fitted(
            sheet,
            self.caption,
            self.small,
            [x, y + self.small + 1.0, room],
            caption,
        );
    }

    /// A line of several blanks that share the width evenly.
    fn share(&self, sheet: &mut Sheet, y: f32, parts: &[(String, String)]) {
        let wide = 528.0 / parts.len() as f32;
        for (place, (value, caption)) in parts.iter().enumerate() {
            let left = 42.0 + wide * place as f32;
            self.line(sheet, [left, left + wide - 14.0], y, value, caption);
        }
    }
}

/// The letterhead: offices left and right, the agency in the middle.
fn head(sheet: &mut Sheet, rng: &mut Rng, family: Family) -> [&'static str; 4] {
    let plain = Face::regular(family);
    let bold = Face::bold(family);
    let here = office(rng);
    let mut there = office(rng);
    while there == here {
        there = office(rng);
    }
    for (line, text) in here.iter().enumerate() {
        let face = if line == 0 { bold } else { plain };
        sheet.write(face, 6.8, 42.0, 40.0 + 9.0 * line as f32, text);
    }
    for (line, text) in there.iter().enumerate() {
        let face = if line == 0 { bold } else { plain };
        sheet.flush_right(face, 6.8, 570.0, 40.0 + 9.0 * line as f32, text);
    }
    sheet.centred(bold, 10.0, 306.0, 40.0, "Department of Homeland Security");
    sheet.centred(
        plain,
        8.5,
        306.0,
        51.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.centred(
        Face::italic(family),
        8.5,
        306.0,
        62.0,
        "Form I-797, Notice of Action",
    );
    sheet.rule(42.0, 570.0, 76.0, 1.0);
    sheet.rule(42.0, 570.0, 78.0, 0.4);
    there
}

/// A caption and its value.
fn part(value: impl Into<String>, caption: &str) -> (String, String) {
    (value.into(), caption.to_string())
}

/// The blanks of the case, three a line.
fn blanks(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<Vec<(String, String)>> {
    let style = rng.pick(&[0, 1, 4]);
    let received = date_text(&case.received, style);
    let noticed = date_text(&case.noticed, style);
    truth.fields.received_date = some(&received);
    truth.fields.notice_date = some(&noticed);
    let receipt = receipt_text(rng, case, truth);
    let form = code(rng, case, truth);
    let filer = case.filer.listed();
    let beneficiary = case.beneficiary.listed();
    note_people(truth, case, &filer, Some(&beneficiary));
    let subject = if case.is_petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let a_number = a_text(rng, &subject.a_number, truth);
    let first = vec![
        part(
            receipt,
            rng.pick(&["(Receipt Number)", "(Receipt No.)", "(Case No.)"]),
        ),
        part(form, "(Form)"),
        part(noticed, rng.pick(&["(Notice Date)", "(Date of Notice)"])),
    ];
    let who = if case.is_petition {
        "(Petitioner)"
    } else {
        "(Applicant)"
    };
    let of = if case.is_petition {
        "(A-Number of Beneficiary)"
    } else {
        "(A-Number)"
    };
    let mut second = vec![part(filer, who)];
    let mut third = vec![part(received, "(Received)")];
    if case.is_petition {
        second.push(part(beneficiary, "(Beneficiary)"));
    }
    third.insert(rng.below(2), part(a_number, of));
    let own = own(rng, case);
    if own != Own::Nothing {
        let value = own_value(rng, case, truth, own);
        let caption = worded(rng, OWN, case);
        let row = if second.len() == 1 || rng.chance(0.4) {
            &mut second
        } else {
            &mut third
        };
        let place = rng.below(row.len() + 1);
        row.insert(place, (value, caption));
    }
    let mut rows = vec![first, second, third];
    if rng.chance(0.5) && case.noticed.year > 2012 {
        let digits = case::account(rng);
        truth.prints_representative_account(&digits);
        let name = case.attorney.0.clone();
        rows.push(vec![
            part(name, "(Attorney or Representative)"),
            part(
                digits,
                rng.pick(&[
                    "(Attorney's USCIS online acct.)",
                    "(Online acct., G-28 rep.)",
                ]),
            ),
        ]);
    }
    if rng.chance(0.5) {
        let file = format!("{}-{}", rng.digits(4), rng.digits(8));
        rows.push(vec![
            part(file, "(Transfer Manifest / Box)"),
            part(
                rng.digits(12),
                rng.pick(&["(Courier Tracking No.)", "(FedEx Airbill)"]),
            ),
        ]);
    }
    rows
}

/// Draws the transfer notice.
pub(super) fn transfer(rng: &mut Rng, case: &Case) -> Drawing {
    let family = serif(rng);
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let there = head(&mut sheet, rng, family);
    let kind = rng.pick(&["Transfer Notice", "TRANSFER NOTICE", "Notice of Transfer"]);
    truth.fields.notice_type = some(kind);
    sheet.centred(Face::bold(family), 13.0, 306.0, 98.0, kind);
    let small = rng.uniform(6.2, 7.4);
    let typed = if rng.chance(0.6) {
        Face::regular(mono(rng))
    } else {
        Face::bold(family)
    };
    let italic = rng.chance(0.6);
    let caption = if italic {
        Face::italic(family)
    } else {
        Face::regular(family)
    };
    let blank = Blank {
        caption,
        typed,
        size: rng.uniform(9.2, 10.4),
        small,
    };
    let mut y = 126.0;
    for parts in blanks(rng, case, &mut truth) {
        blank.share(&mut sheet, y, &parts);
        y += rng.uniform(29.0, 33.0);
    }
    blank.line(
        &mut sheet,
        [42.0, 556.0],
        y,
        case.title,
        "(Title of Application or Petition)",
    );
    y += 40.0;
    let plain = Face::regular(family);
    let name = case.filer.name();
    let lines = [
        name.as_str(),
        case.address[0].as_str(),
        case.address[1].as_str(),
    ];
    let next = addressee(&mut sheet, blank.typed, 10.0, [66.0, y], &lines);
    bars(
        &mut sheet,
        case,
        Symbology::Code128,
        [380.0, y - 8.0],
        0.95,
        28.0,
    );
    y = sheet.paragraph(
        plain,
        10.0,
        42.0,
        next + 24.0,
        528.0,
        &format!(
            "In order to speed up processing we have transferred the above case to the following \
         office: {}, {}, {}. That office will notify you in writing of its decision or of any \
         further step. Please allow thirty days before you inquire.",
            there[0], there[1], there[2]
        ),
    );
    if rng.chance(0.7) {
        let text = talk(rng);
        y = sheet.paragraph(plain, 10.0, 42.0, y + 8.0, 528.0, text);
    }
    y = sheet.paragraph(
        plain,
        10.0,
        42.0,
        y + 8.0,
        528.0,
        "Please read the additional information on the back. You will be notified separately \
         about any other cases you filed.",
    );
    let body = Body {
        face: plain,
        size: 8.8,
        left: 42.0,
        measure: 528.0,
        capitals: false,
    };
    if rng.chance(0.5) {
        prose::columns(&mut sheet, rng, &body, y + 14.0, 730.0);
    } else {
        prose::general(&mut sheet, rng, &body, y + 10.0, 730.0);
    }
    sheet.rule(42.0, 570.0, 744.0, 0.5);
    sheet.write(
        plain,
        7.0,
        42.0,
        753.0,
        rng.pick(&["Form I-797 (Rev. 01/31/05) N", "Form I-797 04/14"]),
    );
    sheet.flush_right(
        plain,
        7.0,
        570.0,
        753.0,
        "Keep this notice. It is not a travel document.",
    );
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}
