//! A notice of the oath ceremony with comb boxes, a list of questions and a stub to detach.
use super::kit::{Cuts, Office, Own, check_box, cuts, dated, field_office, noted, prose, stack};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const LABELS: &[&str] = &[
    "USCIS Online Account Number (if any)",
    "Applicant's USCIS Online Account Number",
    "Your USCIS Online Account No.",
    "USCIS Online Acct. Number",
    "USCIS ELIS Account Number (applicant)",
];

/// The comb: width of a tooth, height, whether the digits stand in groups.
struct Comb {
    tooth: f32,
    height: f32,
    open: bool,
    digits: Face,
}

/// What the page says, chosen once.
struct Plan {
    office: Office,
    label: &'static str,
    receipt_label: &'static str,
    stub: bool,
    left: f32,
    day: String,
    hour: &'static str,
    noticed: String,
}

/// A notice of the oath ceremony (Form N-445), with a page of questions.
pub(super) fn oath_comb(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Helvetica, Family::LiberationSerif, Family::FreeSans]);
    let cut = cuts(family);
    let own = Own::draw(rng, case, [44, 18, 53]);
    let plan = Plan {
        office: field_office(rng),
        label: rng.pick(LABELS),
        receipt_label: rng.pick(&["Application ID#", "Application ID Number", "Receipt Number"]),
        stub: rng.chance(0.5),
        left: rng.uniform(44.0, 58.0),
        day: case.noticed.later(1, rng.between(0, 25)).long(),
        hour: rng.pick(&["09:00 AM", "11:30 AM", "12:00 PM", "02:30 PM"]),
        noticed: dated(&case.noticed, rng.below(2)),
    };
    let comb = Comb {
        tooth: rng.uniform(13.0, 15.5),
        height: rng.uniform(15.0, 18.0),
        open: rng.chance(0.5),
        digits: rng.pick(&[cut.regular, cut.bold, Face::regular(Family::LiberationMono)]),
    };
    let mut truth = NoticeTruth::default();
    let mut sheet = Sheet::letter(family);
    let y = head(&mut sheet, &cut, &plan, case, &mut truth);
    let y = combs(
        rng, &mut sheet, &cut, &plan, &comb, case, &own, y, &mut truth,
    );
    let y = ceremony(&mut sheet, &cut, &plan, y, &mut truth);
    if plan.stub {
        stub(&mut sheet, &cut, &plan, case);
    } else {
        questions(rng, &mut sheet, &cut, &plan, y);
    }
    let mut sheets = vec![sheet];
    if plan.stub && rng.chance(0.6) {
        let mut back = Sheet::letter(family);
        back.flush_right(
            cut.regular,
            8.0,
            612.0 - plan.left,
            44.0,
            "Form N-445, page 2",
        );
        questions(rng, &mut back, &cut, &plan, 60.0);
        sheets.push(back);
    }
    own.note(&mut truth);
    Drawing { sheets, truth }
}

/// The head and the address.
fn head(sheet: &mut Sheet, cut: &Cuts, plan: &Plan, case: &Case, truth: &mut NoticeTruth) -> f32 {
    let right = 612.0 - plan.left;
    sheet.write(
        cut.bold,
        9.0,
        plan.left,
        40.0,
        "Department of Homeland Security",
    );
    sheet.write(
        cut.regular,
        9.0,
        plan.left,
        51.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.flush_right(cut.bold, 14.0, right, 42.0, "Notice of Naturalization");
    sheet.flush_right(cut.bold, 14.0, right, 58.0, "Oath Ceremony");
    sheet.rule(plan.left, right, 66.0, 1.0);
    let lines = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    stack(
        sheet,
        cut.regular,
        10.0,
        [plan.left + 12.0, 92.0, 12.5],
        &lines,
    );
    sheet.write(cut.regular, 9.0, 380.0, 92.0, "Notice Date");
    sheet.write(cut.bold, 10.0, 446.0, 92.0, &plan.noticed);
    sheet.write(cut.regular, 9.0, 380.0, 107.0, "Office");
    sheet.write(cut.regular, 9.5, 446.0, 107.0, plan.office.name);
    truth.fields.notice_date = noted(&plan.noticed);
    truth.fields.notice_type = noted("Notice of Naturalization Oath Ceremony");
    146.0
}

/// One row of teeth with a character in each; the label stands over it.
fn teeth(
    sheet: &mut Sheet,
    cut: &Cuts,
    comb: &Comb,
    [x, y]: [f32; 2],
    label: &str,
    text: &str,
    count: usize,
) -> f32 {
    sheet.write(cut.regular, 7.5, x, y - 4.0, label);
    let right = x + comb.tooth * count as f32;
    let bottom = y + comb.height;
    for n in 0..=count {
        let at = x + comb.tooth * n as f32;
        let top = if comb.open && n > 0 && n < count {
            bottom - 3.5
        } else {
            y
        };
        sheet.upright(at, top, bottom, 0.6);
    }
    sheet.rule(x, right, bottom, 0.7);
    if !comb.open {
        sheet.rule(x, right, y, 0.7);
    }
    for (n, sign) in text.chars().enumerate() {
        let middle = x + comb.tooth * (n as f32 + 0.5);
        sheet.centred(comb.digits, 10.5, middle, bottom - 5.0, &sign.to_string());
    }
    right
}

/// The combs of the receipt, the A-Number and the account, in some order.
#[allow(clippy::too_many_arguments)]
fn combs(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    plan: &Plan,
    comb: &Comb,
    case: &Case,
    own: &Own,
    y: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let receipt = case.receipt.clone();
    let mark = format!("{:0>9}", case.filer.a_number);
    truth.prints_receipt(&receipt);
    truth.prints_a_number(&case.filer.a_number);
    let mut rows = vec![(plan.receipt_label, receipt, 13), ("A-Number", mark, 9)];
    if own.text().is_some() {
        let digits = if own.number().is_some() {
            case.account.clone()
        } else {
            String::new()
        };
        rows.insert(rng.below(3), (plan.label, digits, 12));
    } else if rng.chance(0.5) {
        rows.push(("Fee Receipt Control Number", rng.digits(12), 12));
    }
    let mut line = y;
    let mut x = plan.left;
    for (label, text, count) in rows {
        let mut start = x;
        if label == "A-Number" {
            sheet.write(cut.bold, 10.5, x, line + comb.height - 5.0, "A-");
            start += 16.0;
        }
        let end = teeth(sheet, cut, comb, [start, line], label, &text, count);
        if x == plan.left && count > 9 && rng.chance(0.6) {
            x = end + 34.0;
        } else {
            x = plan.left;
            line += comb.height + 20.0;
        }
        if x + comb.tooth * 13.0 > 612.0 - plan.left {
            x = plan.left;
            line += comb.height + 20.0;
        }
    }
    if x > plan.left {
        line += comb.height + 20.0;
    }
    line + 4.0
}

/// Where and when the ceremony is held, and what to bring.
fn ceremony(sheet: &mut Sheet, cut: &Cuts, plan: &Plan, y: f32, truth: &mut NoticeTruth) -> f32 {
    let measure = 612.0 - 2.0 * plan.left;
    let text = "You are hereby notified to appear for a Naturalization Oath Ceremony on the date, \
                time, and place stated below. You must complete the questions on this form on the \
                day of the ceremony, and bring your Permanent Resident Card with you.";
    let y = sheet.paragraph(cut.regular, 9.8, plan.left, y, measure, text) + 8.0;
    let office = &plan.office;
    sheet.write(cut.bold, 9.5, plan.left, y, "Date:");
    sheet.write(cut.regular, 10.0, plan.left + 40.0, y, &plan.day);
    sheet.write(cut.bold, 9.5, plan.left, y + 14.0, "Time:");
    sheet.write(cut.regular, 10.0, plan.left + 40.0, y + 14.0, plan.hour);
    sheet.write(cut.bold, 9.5, plan.left + 220.0, y, "Place:");
    let lines = [office.name, office.street, office.town].map(String::from);
    stack(
        sheet,
        cut.regular,
        10.0,
        [plan.left + 258.0, y, 13.0],
        &lines,
    );
    truth.fields.appointment_date = noted(&plan.day);
    truth.fields.appointment_time = noted(plan.hour);
    let texts = [
        "If you cannot come to this ceremony, return this notice immediately and state why \
                  you cannot appear. You will be sent another notice of ceremony at a later date.",
    ];
    prose(
        sheet,
        cut.regular,
        9.8,
        [plan.left, y + 56.0, measure],
        &texts,
    ) + 8.0
}

/// The questions about the time since the interview.
fn questions(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, plan: &Plan, y: f32) {
    let right = 612.0 - plan.left;
    sheet.write(
        cut.bold,
        10.0,
        plan.left,
        y,
        "AFTER the date you were first interviewed:",
    );
    let items = [
        "Have you married, or been widowed, separated, or divorced?",
        "Have you traveled outside the United States?",
        "Have you committed any crime or offense for which you have not been arrested?",
        "Have you been arrested, cited, charged, or imprisoned for breaking any law?",
        "Have you joined any organization, including the Communist Party?",
        "Have you claimed exemption from military service?",
        "Has your USCIS online account been closed, or do you now use another one?",
    ];
    let mut line = y + 18.0;
    for (n, item) in items.iter().enumerate() {
        if n > 4 && rng.chance(0.4) {
            continue;
        }
        sheet.write(
            cut.regular,
            9.5,
            plan.left + 6.0,
            line,
            &format!("{}.  {item}", n + 1),
        );
        for (x, answer) in [(right - 74.0, "Yes"), (right - 34.0, "No")] {
            check_box(sheet, cut.bold, x, line, false);
            sheet.write(cut.regular, 8.5, x + 12.0, line, answer);
        }
        line += 17.0;
    }
    sheet.rule(plan.left, plan.left + 240.0, line + 26.0, 0.6);
    sheet.write(
        cut.regular,
        7.5,
        plan.left,
        line + 35.0,
        "Signature of applicant",
    );
    sheet.rule(right - 150.0, right, line + 26.0, 0.6);
    sheet.write(
        cut.regular,
        7.5,
        right - 150.0,
        line + 35.0,
        "Date of ceremony",
    );
}

/// The part to detach: name, receipt and the certificate number that is yet to be written.
fn stub(sheet: &mut Sheet, cut: &Cuts, plan: &Plan, case: &Case) {
    let right = 612.0 - plan.left;
    let y = 596.0;
    let mut x = plan.left;
    while x < right {
        sheet.rule(x, x + 5.0, y, 0.6);
        x += 9.0;
    }
    sheet.centred(
        cut.italic,
        8.0,
        306.0,
        y + 11.0,
        "Detach here and hand to the officer",
    );
    let rows = [
        ("Name", case.filer.name()),
        (plan.receipt_label, case.receipt.clone()),
        ("Certificate No.", String::new()),
        ("Guests (at most 4)", String::new()),
    ];
    let half = (right - plan.left) / 2.0;
    for (n, (label, value)) in rows.iter().enumerate() {
        let x = plan.left + half * (n % 2) as f32;
        let line = y + 38.0 + 26.0 * (n / 2) as f32;
        let end = sheet.write(cut.regular, 8.5, x, line, label);
        sheet.rule(end + 5.0, x + half - 12.0, line + 2.0, 0.5);
        sheet.write(cut.bold, 9.5, end + 8.0, line, value);
    }
    let foot = "Form N-445 (Rev. 06/17/11) N      www.uscis.gov      1-800-375-5283";
    sheet.centred(cut.regular, 7.5, 306.0, 752.0, foot);
}
