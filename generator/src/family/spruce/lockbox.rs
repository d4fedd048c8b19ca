//! A lockbox facility's slip: typewriter face, dot leaders, a stub to keep.
use super::kit::{self, Column};
use super::stock;
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Where lockboxes are.
const BOXES: &[(&str, &str, &str)] = &[
    (
        "USCIS Dallas Lockbox",
        "P.O. Box 660867",
        "Dallas TX 75266-0867",
    ),
    (
        "USCIS Phoenix Lockbox",
        "P.O. Box 21281",
        "Phoenix AZ 85036-1281",
    ),
    (
        "USCIS Chicago Lockbox",
        "P.O. Box 805887",
        "Chicago IL 60680-4120",
    ),
    (
        "USCIS Elgin Lockbox",
        "P.O. Box 4053",
        "Carol Stream IL 60197-4053",
    ),
    (
        "USCIS Philadelphia Lockbox",
        "P.O. Box 7219",
        "Philadelphia PA 19101-7219",
    ),
];

/// The numbers of this slip's layout.
struct Plan {
    family: Family,
    size: f32,
    left: f32,
    right: f32,
    column: f32,
    flush: bool,
}

/// A slip that says that a filing was accepted.
pub(super) fn slip(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Courier, Family::LiberationMono, Family::FreeMono]);
    let mut s = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let plan = Plan {
        family,
        size: rng.uniform(8.6, 9.6),
        left: rng.uniform(46.0, 64.0),
        right: 560.0,
        column: rng.uniform(322.0, 338.0),
        flush: rng.chance(0.35),
    };
    let facility = rng.pick(BOXES);
    let mut y = head(&mut s, rng, &plan, facility, &mut truth);
    for (label, value) in rows(rng, case, &mut truth) {
        row(&mut s, &plan, y, &label, &value);
        y += plan.size * rng.pick(&[1.45, 1.5, 1.55]);
    }
    prose(&mut s, rng, &plan, y + 14.0);
    stub(&mut s, rng, case, &plan, facility);
    Drawing {
        sheets: vec![s],
        truth,
    }
}

/// The agency, the facility and the title; returns the next baseline.
fn head(
    s: &mut Sheet,
    rng: &mut Rng,
    plan: &Plan,
    facility: (&str, &str, &str),
    truth: &mut NoticeTruth,
) -> f32 {
    s.bold(10.0, plan.left, 48.0, "DEPARTMENT OF HOMELAND SECURITY");
    s.plain(
        9.0,
        plan.left,
        60.0,
        "U.S. Citizenship and Immigration Services",
    );
    let face = Face::regular(plan.family);
    for (step, line) in [facility.0, facility.1, facility.2].iter().enumerate() {
        s.flush_right(face, 9.0, plan.right, 48.0 + 12.0 * step as f32, line);
    }
    s.rule(plan.left, plan.right, 80.0, 1.2);
    let title = rng.pick(&[
        "RECEIPT NOTICE",
        "NOTICE OF ACCEPTED FILING",
        "LOCKBOX ACCEPTANCE SLIP",
    ]);
    kit::note(&mut truth.fields.notice_type, title);
    s.bold(12.0, plan.left, 98.0, title);
    s.flush_right(face, 8.0, plan.right, 98.0, "Form I-797C, Notice of Action");
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    s.centred(Face::bold(plan.family), 8.4, 306.0, 116.0, banner);
    138.0
}

/// All rows of the slip, label and value.
fn rows(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut add = |label: &str, value: &str| rows.push((label.to_string(), value.to_string()));
    let number = kit::receipt(rng, &case.receipt, truth);
    add(
        rng.pick(&["Receipt No.", "RECEIPT NUMBER", "Receipt number assigned"]),
        &number,
    );
    kit::note(&mut truth.fields.case_type, case.form_code);
    add(
        rng.pick(&["Form Type", "Form accepted", "FORM"]),
        case.form_code,
    );
    let received = case.received.numeric();
    kit::note(&mut truth.fields.received_date, &received);
    add(
        rng.pick(&["Date Received", "Received Date", "Receipt Date"]),
        &received,
    );
    let noticed = case.noticed.numeric();
    kit::note(&mut truth.fields.notice_date, &noticed);
    add(
        rng.pick(&["Notice Date", "Date of this notice", "NOTICE DATE"]),
        &noticed,
    );
    person(rng, case, truth, &mut add);
    if rng.chance(0.5) {
        own_row(rng, case, truth, &mut add);
        money_rows(rng, truth, &mut add);
    } else {
        money_rows(rng, truth, &mut add);
        own_row(rng, case, truth, &mut add);
    }
    rows
}

/// Who filed, with the A-Number.
fn person(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, add: &mut impl FnMut(&str, &str)) {
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    let name = case.filer.listed();
    match case.is_petition {
        true => kit::note(&mut truth.fields.petitioner, &name),
        false => kit::note(&mut truth.fields.applicant, &name),
    }
    add(role, &name);
    if rng.chance(0.7) {
        let number = kit::a_number(rng, &case.filer, truth);
        add(
            rng.pick(&["Alien Reg. No.", "A-Number", "Alien Number"]),
            &number,
        );
    }
}

/// The row of the filer's own account number, if any.
fn own_row(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, add: &mut impl FnMut(&str, &str)) {
    let own = kit::own(rng, case, truth);
    if !own.labelled() {
        return;
    }
    let role = if case.is_petition {
        "petitioner"
    } else {
        "applicant"
    };
    let label = match rng.below(5) {
        0 => format!("USCIS Online Acct. No. ({role})"),
        1 => "USCIS Online Account No.".to_string(),
        2 => "USCIS ONLINE ACCOUNT NUMBER".to_string(),
        3 => format!("USCIS Acct # of {role}"),
        _ => "Your USCIS online account no.".to_string(),
    };
    add(&label, own.text());
}

/// What was paid, and the bank's numbers.
fn money_rows(rng: &mut Rng, truth: &mut NoticeTruth, add: &mut impl FnMut(&str, &str)) {
    let amount = stock::dollars(rng);
    kit::note(&mut truth.fields.amount, amount);
    add(
        rng.pick(&["Amount received", "Total Amount Received"]),
        amount,
    );
    if rng.chance(0.7) {
        let label = rng.pick(&[
            "Check trace no.",
            "Bank deposit reference",
            "Remitter account no.",
        ]);
        add(label, &rng.digits(12));
    }
    if rng.chance(0.5) {
        add("Remitter routing no.", &format!("0{}", rng.digits(8)));
    }
    if rng.chance(0.5) {
        add(
            rng.pick(&["Courier tracking no.", "Parcel no. (FedEx)"]),
            &rng.digits(12),
        );
    }
    if rng.chance(0.5) {
        add(
            "Batch / item",
            &format!("{}-{}", rng.digits(5), rng.digits(3)),
        );
    }
}

/// One row: label, dots, value.
fn row(s: &mut Sheet, plan: &Plan, y: f32, label: &str, value: &str) {
    let face = Face::regular(plan.family);
    let end = s.write(face, plan.size, plan.left, y, label);
    let bold = Face::bold(plan.family);
    let width = bold.width(value, plan.size);
    let start = if plan.flush && !value.is_empty() {
        plan.right - width
    } else {
        plan.column
    };
    kit::leader(s, face, plan.size, end + 5.0, start - 6.0, y);
    kit::fitted(s, bold, plan.size, [start, y], plan.right - start, value);
}

/// The running text.
fn prose(s: &mut Sheet, rng: &mut Rng, plan: &Plan, y: f32) {
    let left = plan.left;
    let measure = plan.right - plan.left;
    let mut text = Column {
        family: plan.family,
        size: plan.size - 0.5,
        left,
        measure,
        y,
    };
    text.say(
        s,
        "Your filing was accepted for processing and sent on to the office that will \
        decide it. Keep this slip with your records. It is not evidence of any status.",
    );
    if rng.chance(0.6) {
        text.head(s, "WHAT HAPPENS NEXT");
        text.item(
            s,
            "1.",
            "The office that decides your case will send a notice if it needs your \
            fingerprints, a photograph or an interview.",
        );
        text.item(
            s,
            "2.",
            "If papers are missing, you will be told what to send and by what day.",
        );
        text.item(
            s,
            "3.",
            "The decision comes by mail to the address in our records.",
        );
        text.y += 4.0;
    }
    text.say(
        s,
        rng.pick(&[
            "To follow your case, go to uscis.gov/casestatus and enter the receipt number given \
        above. You may also create an online account; the 12-digit account number is then \
        shown on your profile page.",
            "If any of the above is wrong, call the USCIS Contact Center at 1-800-375-5283 (TTY \
        1-800-767-1833) within 15 days. Have the receipt number and your date of birth ready.",
            "Do not write to the lockbox facility. It cannot answer questions about a case. Please \
        report a change of address within 10 days of moving (8 CFR 265.1).",
        ]),
    );
    if rng.chance(0.5) {
        text.say(
            s,
            "A returned check may be presented to your bank a second time. If it is not \
            honored, the filing will be rejected and a fee of $30.00 may be charged.",
        );
    }
}

/// The stub below the perforation.
fn stub(s: &mut Sheet, rng: &mut Rng, case: &Case, plan: &Plan, facility: (&str, &str, &str)) {
    let top = 636.0;
    kit::perforation(s, plan.left, plan.right, top);
    let face = Face::regular(plan.family);
    s.centred(
        face,
        6.5,
        306.0,
        top + 9.0,
        "detach here - keep the part above",
    );
    let sheet = s;
    let stock = rng.pick(&["SLIP 22-B", "LBX-104", "STUB COPY", "LBX-88 (REV. 06)"]);
    sheet.plain(7.5, plan.left, top + 24.0, facility.0);
    sheet.plain(7.5, plan.left, top + 34.0, stock);
    let name = case.filer.name();
    let mut y = top + 58.0;
    for line in [name.as_str(), &case.address[0], &case.address[1]] {
        sheet.plain(9.0, plan.left + 18.0, y, line);
        y += 11.5;
    }
    kit::stripe(
        sheet,
        Symbology::Code39,
        &case.receipt,
        [350.0, top + 26.0, 205.0, 26.0],
    );
    sheet.centred(face, 8.0, 452.0, top + 63.0, &case.receipt);
    kit::microprint(
        sheet,
        face,
        plan.left,
        plan.right,
        760.0,
        "USCIS LOCKBOX OPERATIONS",
    );
}
