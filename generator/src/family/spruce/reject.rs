//! A rejection: a grey side column with labels above values, a check list of reasons.
use super::kit::{self, Column};
use super::stock;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Reasons for sending a filing back.
const REASONS: &[&str] = &[
    "The form was not signed, or the signature is a stamp.",
    "The fee was not enclosed, or the amount is wrong.",
    "The edition of the form is no longer accepted (see the foot of each page).",
    "Pages are missing, or pages of different editions were put together.",
    "The form was sent to the wrong filing location.",
    "The check is dated more than 365 days before we received it.",
    "Part 2 was not completed; we cannot tell which benefit you want.",
    "Form G-1450 shows a card that was declined. We do not try a second time.",
    "The priority date of the petition is not current.",
];

/// The numbers of the layout.
struct Plan {
    family: Family,
    /// Left and right edge of the side column.
    side: [f32; 2],
    /// Left and right edge of the text.
    main: [f32; 2],
}

/// The rejection notice.
pub(super) fn rejection(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::FreeSans,
        Family::LiberationSansNarrow,
        Family::DejaVuSans,
    ]);
    let mut s = Sheet::letter(family);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let plan = match rng.chance(0.6) {
        true => Plan {
            family,
            side: [36.0, 206.0],
            main: [222.0, 576.0],
        },
        false => Plan {
            family,
            side: [406.0, 576.0],
            main: [36.0, 390.0],
        },
    };
    head(&mut s, &plan, &mut truth);
    side(&mut s, rng, case, &plan, &mut truth);
    let y = letter(&mut s, rng, case, &plan);
    let y = reasons(&mut s, rng, &plan, y);
    let y = returned(&mut s, rng, case, &plan, y);
    closing(&mut s, rng, &plan, y);
    Drawing {
        sheets: vec![s],
        truth,
    }
}

/// The head over both columns.
fn head(s: &mut Sheet, plan: &Plan, truth: &mut NoticeTruth) {
    s.bold(12.0, 36.0, 44.0, "Form I-797C, Notice of Action");
    let agency = "Department of Homeland Security | U.S. Citizenship and Immigration Services";
    let face = Face::regular(plan.family);
    s.write(face, kit::fit(face, 8.0, agency, 330.0), 36.0, 56.0, agency);
    s.flush_right(
        Face::bold(plan.family),
        15.0,
        576.0,
        48.0,
        "REJECTION NOTICE",
    );
    kit::note(&mut truth.fields.notice_type, "REJECTION NOTICE");
    s.rule(36.0, 576.0, 64.0, 2.0);
    let banner = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
    s.centred(Face::bold(plan.family), 8.0, 306.0, 75.0, banner);
}

/// The side column.
fn side(s: &mut Sheet, rng: &mut Rng, case: &Case, plan: &Plan, truth: &mut NoticeTruth) {
    s.fill([plan.side[0], 84.0, plan.side[1], 740.0], 0.92);
    let mut rows = facts(rng, case, truth);
    let own = kit::own(rng, case, truth);
    if own.labelled() {
        let label = rng.pick(&[
            "USCIS Online Account Number (if any)",
            "Your USCIS Online Account Number, from your form",
            "Filer's USCIS online account no.",
            "USCIS ONLINE ACCT NO. (FILER)",
        ]);
        let spot = rng.below(rows.len()) + 1;
        rows.insert(spot, (label, own.text().to_string()));
    }
    let mut y = 104.0;
    let left = plan.side[0] + 10.0;
    let width = plan.side[1] - plan.side[0] - 20.0;
    for (label, value) in rows {
        kit::fitted(s, Face::regular(plan.family), 7.2, [left, y], width, label);
        kit::fitted(
            s,
            Face::bold(plan.family),
            10.0,
            [left, y + 14.0],
            width,
            &value,
        );
        s.rule(left, left + width, y + 20.0, 0.3);
        y += 36.0;
    }
    let phone = stock::phone(rng);
    let mut text = Column {
        family: plan.family,
        size: 8.2,
        left,
        measure: width,
        y: 660.0,
    };
    text.head(s, "Questions?");
    text.say(
        s,
        &format!(
            "1-800-375-5283\nTTY 1-800-767-1833. Lockbox supply desk: {phone}. Mail: \
        lockboxsupport@uscis.example"
        )
        .replace('\n', " "),
    );
}

/// The facts of the filing.
fn facts(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(&'static str, String)> {
    let noticed = case.noticed.numeric();
    let received = case.received.numeric();
    kit::note(&mut truth.fields.notice_date, &noticed);
    kit::note(&mut truth.fields.received_date, &received);
    kit::note(&mut truth.fields.case_type, case.form_code);
    let mut rows = vec![
        (
            rng.pick(&["Notice Date", "NOTICE DATE", "Date of this notice"]),
            noticed,
        ),
        (
            rng.pick(&["Form Type", "CASE TYPE"]),
            case.form_code.to_string(),
        ),
        (rng.pick(&["Date Received", "RECEIVED DATE"]), received),
    ];
    if rng.chance(0.7) {
        let number = kit::receipt(rng, &case.receipt, truth);
        rows.insert(
            1,
            (
                rng.pick(&["Receipt Number", "RECEIPT NUMBER (CLOSED)"]),
                number,
            ),
        );
    } else {
        let number = format!("R{}-{}", rng.digits(4), rng.digits(6));
        rows.push(("Rejection control no.", number));
    }
    let name = case.filer.listed();
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    match case.is_petition {
        true => kit::note(&mut truth.fields.petitioner, &name),
        false => kit::note(&mut truth.fields.applicant, &name),
    }
    rows.push((role, name));
    if rng.chance(0.5) {
        rows.push(("A-Number", kit::a_number(rng, &case.filer, truth)));
    }
    if rng.chance(0.5) {
        let number = format!(
            "9405 5{} {} {} {}",
            rng.digits(3),
            rng.digits(4),
            rng.digits(4),
            rng.digits(4)
        );
        rows.push(("Returned by USPS, label no.", number));
    } else {
        rows.push((
            rng.pick(&["Returned by courier, parcel no.", "FedEx no."]),
            rng.digits(12),
        ));
    }
    rows
}

/// The address and the first words; returns the next baseline.
fn letter(s: &mut Sheet, rng: &mut Rng, case: &Case, plan: &Plan) -> f32 {
    let left = plan.main[0];
    let measure = plan.main[1] - plan.main[0];
    let mut text = Column {
        family: plan.family,
        size: 9.4,
        left,
        measure,
        y: 112.0,
    };
    let name = case.filer.name();
    text.lines(s, &[&name, &case.address[0], &case.address[1]]);
    text.y += 18.0;
    text.say(s, rng.pick(&[
        "We are returning your filing and the payment with it. It was not accepted, and has no \
        filing date. You may send it again when the points checked below are mended.",
        "Your filing does not meet the requirements of 8 CFR 103.2(a)(7) and is returned to you. \
        A rejection cannot be appealed. The reasons are checked below.",
    ]));
    text.y + 4.0
}

/// The check list.
fn reasons(s: &mut Sheet, rng: &mut Rng, plan: &Plan, y: f32) -> f32 {
    let left = plan.main[0] + 16.0;
    let measure = plan.main[1] - plan.main[0] - 16.0;
    let mut text = Column {
        family: plan.family,
        size: 9.0,
        left,
        measure,
        y,
    };
    let sure = rng.below(REASONS.len());
    for (step, reason) in REASONS.iter().enumerate() {
        let checked = step == sure || rng.chance(0.15);
        if checked || rng.chance(0.7) {
            kit::check(
                s,
                Face::bold(plan.family),
                plan.main[0],
                text.y,
                7.6,
                checked,
            );
            text.say(s, reason);
        }
    }
    text.y + 8.0
}

/// The table of what is sent back.
fn returned(s: &mut Sheet, rng: &mut Rng, case: &Case, plan: &Plan, top: f32) -> f32 {
    s.bold(
        9.0,
        plan.main[0],
        top,
        rng.pick(&["Payments returned", "REMITTANCES RETURNED"]),
    );
    let left = plan.main[0];
    let edges = [left, left + 60.0, left + 160.0, left + 274.0, plan.main[1]];
    let check = rng.digits(4);
    let account = rng.digits(12);
    let payer = case.filer.family.clone();
    let rows = [
        ["Check no.", "Drawn by", "Bank account no.", "Amount"],
        [check.as_str(), &payer, &account, stock::dollars(rng)],
    ];
    for (step, cells) in rows.iter().enumerate() {
        let y = top + 8.0 + 16.0 * step as f32;
        for (cell, edge) in cells.iter().zip(edges.windows(2)) {
            s.frame([edge[0], y, edge[1], y + 16.0], 0.4);
            let width = edge[1] - edge[0] - 6.0;
            kit::fitted(
                s,
                Face::regular(plan.family),
                8.2,
                [edge[0] + 3.0, y + 11.4],
                width,
                cell,
            );
        }
    }
    top + 62.0
}

/// The last words.
fn closing(s: &mut Sheet, rng: &mut Rng, plan: &Plan, y: f32) {
    let left = plan.main[0];
    let measure = plan.main[1] - plan.main[0];
    let mut text = Column {
        family: plan.family,
        size: 9.0,
        left,
        measure,
        y,
    };
    text.say(
        s,
        "Put this notice on top of the filing when you send it again. Do not staple the \
        check. Use the edition of the form that is on uscis.gov on the day you mail it.",
    );
    text.say(
        s,
        rng.pick(&[
            "If you have a USCIS online account, write its number in Part 1 of the form. A wrong \
        number there is not a reason for rejection, but may open a second account.",
            "If someone else files for you, that person's account number belongs in the part for \
        attorneys and representatives, not in Part 1.",
            "Fees: see Form G-1055. A fee waiver is asked for on Form I-912.",
        ]),
    );
    s.plain(7.4, plan.main[0], 752.0, "Form I-797C (Rev. 04/01/19)");
    let face = Face::regular(plan.family);
    s.flush_right(face, 7.4, plan.main[1], 752.0, "Page 1 of 1");
}
