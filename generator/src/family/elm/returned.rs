//! A rejection by a lockbox: labels set flush right, a check list of reasons, footnotes.
use super::kit::{Cuts, Own, check_box, cuts, dated, note_roles, noted, prose, stack};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const LABELS: &[&str] = &[
    "Filer's USCIS Online Account Number",
    "Your USCIS Online Account No.",
    "USCIS Online Account Number (filer)",
    "Online account number you gave us",
    "USCIS online acct. no.",
];

const REASONS: &[&str] = &[
    "The form is not signed, or the signature is a copy or a stamp.",
    "The fee is wrong or missing. The correct amount is shown at uscis.gov/g-1055.",
    "The check is not dated, not signed, or older than 365 days.",
    "The edition of the form is no longer accepted. Use the edition on our website.",
    "Part 1 is incomplete: family name, address, or date of birth is missing.",
    "The form was sent to the wrong filing location.",
    "Form G-28 lacks the attorney's bar number or USCIS online account number.",
    "The request for a fee waiver (Form I-912) was not approved.",
];

/// The measures of the page.
struct Frame {
    left: f32,
    right: f32,
    stop: f32,
    size: f32,
    pitch: f32,
}

/// A rejection notice of one page; some carry no receipt number.
pub(super) fn returned_filing(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Times,
        Family::FreeSerif,
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
    ]);
    let cut = cuts(family);
    let own = Own::draw(rng, case, [42, 20, 87]);
    let left = rng.uniform(50.0, 66.0);
    let frame = Frame {
        left,
        right: 612.0 - left,
        stop: left + rng.uniform(205.0, 225.0),
        size: rng.uniform(9.6, 10.4),
        pitch: rng.uniform(14.0, 16.5),
    };
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    let y = head(rng, &mut sheet, &cut, &frame, case, &mut truth);
    let (y, marked) = particulars(rng, &mut sheet, &cut, &frame, case, &own, y, &mut truth);
    let y = reasons(rng, &mut sheet, &cut, &frame, y);
    let y = payments(rng, &mut sheet, &cut, &frame, y);
    close(rng, &mut sheet, &cut, &frame, marked, y);
    own.note(&mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The head, the title and the address.
fn head(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    frame: &Frame,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let left = frame.left;
    let right = frame.right;
    sheet.centred(
        cut.bold,
        10.0,
        306.0,
        42.0,
        "U.S. Department of Homeland Security",
    );
    sheet.centred(
        cut.regular,
        9.0,
        306.0,
        54.0,
        "U.S. Citizenship and Immigration Services",
    );
    let office = rng.pick(&[
        "USCIS Lockbox, P.O. Box 660867, Dallas, TX 75266-0867",
        "USCIS Lockbox, P.O. Box 805887, Chicago, IL 60680-4120",
        "USCIS Lockbox, P.O. Box 21281, Phoenix, AZ 85036-1281",
    ]);
    sheet.centred(cut.regular, 8.5, 306.0, 65.0, office);
    let title = rng.pick(&[
        "Rejection Notice",
        "REJECTION NOTICE",
        "Notice of Rejected Filing",
    ]);
    sheet.fill([left, 76.0, right, 96.0], 0.88);
    sheet.write(cut.bold, 13.0, left + 6.0, 91.0, title);
    sheet.flush_right(
        cut.regular,
        9.0,
        right - 6.0,
        90.0,
        "Form I-797C, Notice of Action",
    );
    truth.fields.notice_type = noted(title);
    let lines = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    stack(sheet, cut.regular, 10.0, [left + 12.0, 122.0, 12.5], &lines) + 14.0
}

/// The particulars, labels flush right before a colon; says whether a footnote mark was printed.
#[allow(clippy::too_many_arguments)]
fn particulars(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    frame: &Frame,
    case: &Case,
    own: &Own,
    y: f32,
    truth: &mut NoticeTruth,
) -> (f32, bool) {
    let print = rng.below(2);
    let [received, noticed] = [&case.received, &case.noticed].map(|date| dated(date, print));
    let filer = case.filer.listed();
    let marked = own.text().is_some() && rng.chance(0.5);
    let mut rows = vec![("Notice Date".to_string(), noticed.clone())];
    if rng.chance(0.55) {
        rows.push((
            "Receipt Number".into(),
            case::printed_receipt(rng, &case.receipt),
        ));
        truth.prints_receipt(&case.receipt);
    }
    rows.push(("Date we got your package".into(), received.clone()));
    rows.push(("Form Type".into(), case.form_code.to_string()));
    rows.push((super::kit::role(case).into(), filer.clone()));
    if rng.chance(0.4) {
        rows.push((
            "A-Number".into(),
            case::printed_a_number(rng, &case.filer.a_number),
        ));
        truth.prints_a_number(&case.filer.a_number);
    }
    if let Some(text) = own.text() {
        let label = format!("{}{}", rng.pick(LABELS), if marked { "¹" } else { "" });
        let place = rows.len() - rng.below(3);
        rows.insert(place, (label, text.to_string()));
    }
    let courier = rng.pick(&[
        "FedEx tracking number",
        "UPS control number",
        "Lockbox batch number",
    ]);
    let parcel = format!("{} {} {}", rng.digits(4), rng.digits(4), rng.digits(4));
    rows.push((
        courier.into(),
        if rng.chance(0.5) {
            parcel
        } else {
            rng.digits(12)
        },
    ));
    let mut line = y;
    for (label, value) in &rows {
        sheet.flush_right(
            cut.regular,
            frame.size,
            frame.stop - 8.0,
            line,
            &format!("{label}:"),
        );
        sheet.write(cut.bold, frame.size, frame.stop, line, value);
        line += frame.pitch;
    }
    truth.fields.notice_date = Some(noticed);
    truth.fields.received_date = Some(received);
    truth.fields.case_type = noted(case.form_code);
    note_roles(truth, case, &filer, None);
    (line + 6.0, marked)
}

/// The list of reasons with one to three of them crossed.
fn reasons(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, frame: &Frame, y: f32) -> f32 {
    let text = "We are returning your form and its fee for the reasons marked below. It has not \
                been accepted for filing and keeps no filing date.";
    let measure = frame.right - frame.left;
    let y = sheet.paragraph(cut.regular, frame.size, frame.left, y, measure, text) + 6.0;
    let mut line = y;
    let crossed = [rng.below(REASONS.len()), rng.below(REASONS.len())];
    for (n, reason) in REASONS.iter().enumerate() {
        check_box(
            sheet,
            cut.bold,
            frame.left + 4.0,
            line,
            crossed.contains(&n),
        );
        sheet.write(
            cut.regular,
            frame.size - 0.4,
            frame.left + 20.0,
            line,
            reason,
        );
        line += 14.0;
    }
    line + 8.0
}

/// The payments that go back, with the numbers of the checks and of the bank.
fn payments(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, frame: &Frame, y: f32) -> f32 {
    sheet.write(
        cut.bold,
        frame.size,
        frame.left,
        y,
        "Payments returned with this notice",
    );
    let columns = [frame.left + 4.0, frame.left + 130.0, frame.left + 280.0];
    let titles = [
        "Check or money order",
        "Bank account number",
        "Routing number",
    ];
    let top = y + 6.0;
    let count = 1 + rng.below(3);
    let bottom = top + 15.0 * (count as f32 + 1.0);
    sheet.frame([frame.left, top, frame.right, bottom], 0.6);
    for (x, title) in columns.iter().zip(titles) {
        sheet.write(cut.italic, 8.5, *x, top + 11.0, title);
    }
    sheet.flush_right(cut.italic, 8.5, frame.right - 4.0, top + 11.0, "Amount");
    for n in 0..count {
        let line = top + 15.0 * (n as f32 + 1.0);
        sheet.rule(frame.left, frame.right, line, 0.4);
        let row = [rng.digits(4), rng.digits(12), format!("0{}", rng.digits(8))];
        for (x, text) in columns.iter().zip(&row) {
            sheet.write(cut.regular, 9.0, *x, line + 11.0, text);
        }
        let sum = rng.pick(&["$85.00", "$410.00", "$535.00", "$1,140.00", "$30.00"]);
        sheet.flush_right(cut.regular, 9.0, frame.right - 4.0, line + 11.0, sum);
    }
    bottom + 20.0
}

/// What to do now, the footnotes and the foot.
fn close(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, frame: &Frame, marked: bool, y: f32) {
    let texts = [
        "If you wish to file again, send the corrected form with the proper fee and all its \
         attachments, together with this notice. You cannot appeal a rejection, 8 CFR 103.2(a)(7).",
        rng.pick(&[
            "You may file many forms on line at my.uscis.gov. Create an account to begin.",
            "Questions: USCIS Contact Center 800-375-5283, TTY 800-767-1833, fax 469-555-0142.",
        ]),
    ];
    let measure = frame.right - frame.left;
    prose(
        sheet,
        cut.regular,
        frame.size,
        [frame.left, y, measure],
        &texts,
    );
    if marked {
        sheet.rule(frame.left, frame.left + 130.0, 712.0, 0.5);
        let note = "¹ The 12-digit number of the filer's own account. It is not the A-Number, nor \
                    the number of a bank account.";
        sheet.paragraph(cut.regular, 7.8, frame.left, 723.0, measure, note);
    }
    sheet.write(
        cut.regular,
        7.5,
        frame.left,
        752.0,
        "THIS NOTICE DOES NOT GRANT ANY BENEFIT.",
    );
    sheet.flush_right(cut.regular, 7.5, frame.right, 752.0, "Page 1 of 1");
}
