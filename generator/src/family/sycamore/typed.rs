//! A notice of the years 1999 to 2007, in the type of a line printer. No account existed yet.
use super::common;
use crate::barcode::Symbology;
use crate::case::{self, Case, Date};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    common::salt(rng, 21);
    let family = rng.pick(&[Family::Courier, Family::LiberationMono, Family::FreeMono]);
    let approved = rng.chance(0.4);
    let form = match (approved, case.is_petition) {
        (true, true) => rng.pick(&["I-797", "I-797B"]),
        (true, false) => "I-797",
        _ => rng.pick(&["I-797", "I-797C"]),
    };
    let mut truth = common::begin(form, case.form_code);
    common::note_people(case, &mut truth, true);
    let year = rng.between(1999, 2007);
    let received = Date {
        year,
        month: rng.between(1, 11),
        day: rng.between(1, 28),
    };
    let noticed = received.later(0, rng.between(3, 20));
    let prefix = rng.pick(&["EAC", "WAC", "LIN", "SRC", "MSC"]);
    let number = case::receipt(rng, prefix, year);
    let mut sheet = Sheet::letter(family);
    head(&mut sheet, year, form);
    grid(
        &mut sheet,
        rng,
        case,
        family,
        (&number, &received, &noticed),
        &mut truth,
    );
    let y = middle(&mut sheet, rng, case, (family, approved), &mut truth);
    text(&mut sheet, rng, case, family, (&number, form, approved), y);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The department of that year.
fn head(sheet: &mut Sheet, year: i64, form: &str) {
    let printed = Family::Times;
    let (first, second) = if year < 2003 {
        (
            "U.S. Department of Justice",
            "Immigration and Naturalization Service",
        )
    } else {
        (
            "Department of Homeland Security",
            "U.S. Citizenship and Immigration Services",
        )
    };
    sheet.write(Face::regular(printed), 9.5, 40.0, 40.0, first);
    sheet.write(Face::regular(printed), 9.5, 40.0, 51.0, second);
    let title = format!("{form}, Notice of Action");
    sheet.flush_right(Face::bold(printed), 14.0, 572.0, 48.0, &title);
    let banner = "THE UNITED STATES OF AMERICA";
    sheet.centred(Face::bold(printed), 12.0, 306.0, 72.0, banner);
}

/// The printed grid with typed values.
fn grid(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    (number, received, noticed): (&str, &Date, &Date),
    truth: &mut NoticeTruth,
) {
    let style = common::Style {
        label: Face::regular(Family::Times),
        ..common::Style::new(family, 7.0, 9.5)
    };
    let split = format!(
        "{}-{}-{}-{}",
        &number[..3],
        &number[3..5],
        &number[5..8],
        &number[8..]
    );
    truth.prints_receipt(number);
    truth.fields.received_date = Some(received.long());
    truth.fields.notice_date = Some(noticed.long());
    let code = case.form_code.replace('-', "");
    let party = |role: &str, number: String| format!("{}     {number}", role.to_uppercase());
    let filer = if rng.chance(0.7) || !case.is_petition {
        common::alien(rng, &case.filer, truth)
    } else {
        String::new()
    };
    let rows = [
        vec![
            (2.0, "RECEIPT NUMBER".to_string(), split),
            (3.4, format!("CASE TYPE   {code}"), case.title.to_string()),
        ],
        vec![
            (1.3, "RECEIVED DATE".to_string(), received.long()),
            (1.1, "PRIORITY DATE".to_string(), String::new()),
            (3.0, party(common::role(case), filer), case.filer.listed()),
        ],
        vec![
            (1.3, "NOTICE DATE".to_string(), noticed.long()),
            (1.1, "PAGE".to_string(), "1 of 1".to_string()),
            (3.0, last(rng, case, truth), case.beneficiary.listed()),
        ],
    ];
    for (i, cells) in rows.iter().enumerate() {
        let top = 82.0 + 27.0 * i as f32;
        common::row(sheet, style, [40.0, top, 572.0, top + 27.0], cells, true);
    }
}

/// The caption of the last party, with its A-Number.
fn last(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> String {
    let role = if case.is_petition {
        "BENEFICIARY"
    } else {
        "APPLICANT"
    };
    format!(
        "{role}     {}",
        common::alien(rng, &case.beneficiary, truth)
    )
}

/// Address at the left, the kind of notice at the right; returns the next baseline.
fn middle(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    (family, approved): (Family, bool),
    truth: &mut NoticeTruth,
) -> f32 {
    let face = Face::regular(family);
    let block = common::addressee(rng, case);
    common::lines(sheet, face, 9.5, (58.0, 196.0), 11.0, &block);
    let kind = if approved {
        "Approval Notice"
    } else {
        "Receipt Notice"
    };
    truth.fields.notice_type = Some(kind.to_string());
    let mut list = vec![format!("Notice Type: {kind}")];
    if kind == "Receipt Notice" {
        let amount = rng.pick(&["$ 110.00", "$ 185.00", "$ 130.00", "$ 255.00"]);
        truth.fields.amount = Some(amount.to_string());
        list.push(format!("Amount received: {amount}"));
    } else if case.is_petition {
        list.push("Consulate: NONE".to_string());
        truth.fields.consulate = Some("NONE".into());
    }
    if rng.chance(0.75) {
        let label = rng.pick(&[
            "Remitter acct.",
            "Fee register no.",
            "Bank account",
            "Acct. No. of bank",
        ]);
        list.push(label.to_string());
        list.push(format!("  {}", rng.digits(12)));
    }
    common::lines(sheet, face, 9.5, (352.0, 190.0), 12.0, &list);
    274.0
}

/// The first paragraphs.
fn opening(noun: &str, approved: bool) -> Vec<String> {
    if approved {
        let first = format!(
            "The above {noun} has been approved. This courtesy copy may not be used in place of \
             official notification of the filing or processing action on this case."
        );
        let second = "This completes all action on this case by this office. The approval is not \
                      a visa, and does not guarantee admission to the United States. Any person \
                      who seeks to enter is inspected at a port of entry.";
        return vec![first, second.into()];
    }
    let first = format!(
        "The above {noun} has been received. It usually takes 90 to 180 days from the date of this \
         receipt for us to process this type of case. Please notify us immediately if any of the \
         above information is incorrect."
    );
    let second = "We will send you a written notice as soon as we make a decision on this case. \
                  You can also use the phone number below to obtain case status information direct \
                  from our automated system 24 hours a day with a touch-tone phone and the receipt \
                  number for this case (at the top of this notice).";
    vec![first, second.into()]
}

/// The typed text and the printed foot.
fn text(
    sheet: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    family: Family,
    (number, form, approved): (&str, &str, bool),
    top: f32,
) {
    let face = Face::regular(family);
    let noun = if case.is_petition {
        "petition"
    } else {
        "application"
    };
    let mut texts = opening(noun, approved);
    texts.push(
        "If you have other questions about possible immigration benefits and services, filing \
         information, or forms, please call the National Customer Service Center at \
         1-800-375-5283. If you are hearing impaired, please call the TDD number 1-800-767-1833."
            .into(),
    );
    if rng.chance(0.5) {
        texts.push(format!(
            "This {noun} was filed with other forms; our file also shows I-94 number {} {}.",
            rng.digits(9),
            rng.digits(2)
        ));
    }
    let mut y = top;
    for text in texts {
        y = sheet.paragraph(face, 9.3, 40.0, y, 530.0, &text) + 9.0;
    }
    let serif = Face::regular(Family::Times);
    sheet.write(
        serif,
        8.5,
        40.0,
        660.0,
        "Please see the additional information on the back.",
    );
    let text = "You will be notified separately about any other cases you filed.";
    sheet.write(serif, 8.5, 40.0, 670.0, text);
    let office = common::office(rng);
    let mut block: Vec<String> = office.iter().map(|l| l.to_uppercase()).collect();
    block.push("Customer Service Telephone: (800) 375-5283".to_string());
    common::lines(sheet, face, 8.5, (40.0, 690.0), 10.5, &block);
    if rng.chance(0.6) {
        common::bars(sheet, Symbology::Code39, number, [352.0, 686.0], 28.0);
    }
    sheet.write(
        serif,
        8.0,
        40.0,
        756.0,
        &format!("Form {form} (Rev. 09/07/93) N"),
    );
}
