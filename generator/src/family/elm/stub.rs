//! An approval on security paper: values over a rule with the caption under it, and an I-94 stub.
use super::departure::{Plan, tear_off};
use super::kit::{Cuts, Own, center, cuts, dated, fit, mention, noted, prose, stack};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

const COMPANIES: &[&str] = &[
    "HALCYON DATA SYSTEMS INC",
    "PRAIRIE RIVER HOSPITAL LLC",
    "NORTHGATE ROBOTICS CORP",
    "SALT MARSH SOFTWARE LP",
    "VERDIGRIS CONSULTING GROUP INC",
];

/// Chooses the wording and draws the numbers.
fn plan(rng: &mut Rng, case: &Case) -> Plan {
    let petition = case.is_petition;
    let owner = if petition {
        "Petitioner's"
    } else {
        "Applicant's"
    };
    let label = match rng.below(if petition { 4 } else { 5 }) {
        0 => format!("{owner} USCIS Online Account Number"),
        1 => format!("{owner} Online Acct. No. (USCIS)"),
        2 => "USCIS Online Account Number of the filer".to_string(),
        3 => format!(
            "USCIS ONLINE ACCT # ({})",
            owner.trim_end_matches("'s").to_uppercase()
        ),
        _ => "USCIS Online Account Number".to_string(),
    };
    let class = match petition {
        true => rng.pick(&["H1B", "L1A", "O1A", "TN", "E3"]),
        false => rng.pick(&["F1", "B2", "H4", "L2"]),
    };
    let entry = match rng.chance(0.5) {
        true => format!("{} {}", rng.digits(9), rng.digits(2)),
        false => format!(
            "{}{}{}",
            rng.digits(9),
            rng.pick(&["A", "C", "D"]),
            rng.digits(1)
        ),
    };
    Plan {
        petition,
        filer: if petition {
            rng.pick(COMPANIES).to_string()
        } else {
            case.filer.listed()
        },
        label,
        class,
        from: case.noticed.later(0, 20).numeric(),
        until: case.noticed.later(rng.pick(&[12, 24, 35]), 20).numeric(),
        entry,
        noticed: dated(&case.noticed, rng.below(2)),
        office: center(rng),
        left: rng.uniform(36.0, 46.0),
        before: petition && rng.chance(0.45),
        sevis: (class == "F1").then(|| format!("N{}", rng.digits(10))),
    }
}

/// A form I-797A with its stub.
pub(super) fn security_stub(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Helvetica,
        Family::Times,
        Family::LiberationSansNarrow,
    ]);
    let cut = cuts(family);
    let plan = plan(rng, case);
    let own = Own::draw(rng, case, [46, 16, 21]);
    let mut truth = NoticeTruth {
        form: "I-797A".into(),
        ..Default::default()
    };
    let mut sheet = Sheet::letter(family);
    pattern(rng, &mut sheet, &cut);
    let y = banner(&mut sheet, &cut, &plan);
    let y = cells(rng, &mut sheet, &cut, &plan, case, &own, y, &mut truth);
    let y = particulars(&mut sheet, &cut, &plan, case, y, &mut truth);
    text(rng, &mut sheet, &cut, &plan, y);
    tear_off(&mut sheet, &cut, &plan, case, &mut truth);
    own.note(&mut truth);
    Drawing {
        sheets: vec![sheet],
        truth,
    }
}

/// The pale lines of the paper and a line of microprint.
fn pattern(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts) {
    let gap = rng.uniform(9.0, 14.0);
    let mut y = 30.0;
    while y < 560.0 {
        sheet.fill([20.0, y, 592.0, y + 0.4], 0.88);
        y += gap;
    }
    let line = "USCIS ".repeat(110);
    let size = fit(cut.regular, 2.0, &line, 568.0);
    sheet.write_shaded(cut.regular, size, 22.0, 26.0, &line, 0.4);
}

/// The banner and the title.
fn banner(sheet: &mut Sheet, cut: &Cuts, plan: &Plan) -> f32 {
    sheet.centred(
        cut.bold,
        15.0,
        306.0,
        46.0,
        "T H E   U N I T E D   S T A T E S   O F   A M E R I C A",
    );
    let right = 612.0 - plan.left;
    sheet.write(
        cut.bold,
        9.0,
        plan.left,
        66.0,
        "Form I-797A, Notice of Action",
    );
    sheet.flush_right(
        cut.regular,
        8.5,
        right,
        66.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.rule(plan.left, right, 72.0, 1.2);
    76.0
}

/// A value over a rule with its caption under the rule.
fn captioned(sheet: &mut Sheet, cut: &Cuts, [x, y, width]: [f32; 3], caption: &str, value: &str) {
    if !value.is_empty() {
        sheet.write(
            cut.bold,
            fit(cut.bold, 9.2, value, width - 4.0),
            x + 2.0,
            y,
            value,
        );
    }
    sheet.rule(x, x + width - 8.0, y + 3.5, 0.5);
    sheet.write(
        cut.regular,
        fit(cut.regular, 6.3, caption, width - 10.0),
        x + 2.0,
        y + 11.0,
        caption,
    );
}

/// The rows of captioned values; returns the next free line.
#[allow(clippy::too_many_arguments)]
fn cells(
    rng: &mut Rng,
    sheet: &mut Sheet,
    cut: &Cuts,
    plan: &Plan,
    case: &Case,
    own: &Own,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let code = if plan.petition { "I-129" } else { "I-539" };
    let title = match plan.petition {
        true => "PETITION FOR A NONIMMIGRANT WORKER",
        false => "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS",
    };
    let received = dated(&case.received, rng.below(2));
    let alien = if plan.petition {
        &case.beneficiary
    } else {
        &case.filer
    };
    let mark = case::printed_a_number(rng, &alien.a_number);
    let receipt = case::printed_receipt(rng, &case.receipt);
    let kind = format!("{} - {title}", code.replace('-', ""));
    let holder = if plan.petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    let other = if plan.petition {
        "Beneficiary"
    } else {
        "Applicant"
    };
    let filed = |caption: &str, value: &str| (caption.to_string(), value.to_string());
    let mut list = vec![
        filed("Receipt Number", &receipt),
        filed("Case Type", &kind),
        filed("Received Date", &received),
        filed(holder, &plan.filer),
        filed("Notice Date", &plan.noticed),
        filed("Page", "1 of 1"),
        filed(other, &alien.listed()),
        filed("A-Number", &mark),
    ];
    if let Some(text) = own.text() {
        list.insert(rng.pick(&[1, 2, 4, 6]), filed(&plan.label, text));
    }
    let wide = (612.0 - 2.0 * plan.left) / 3.0;
    let mut y = top + 16.0;
    let mut place = 0;
    for (caption, value) in &list {
        let span = if caption == "Case Type" { 2 } else { 1 };
        if place + span > 3 {
            place = 0;
            y += 28.0;
        }
        let x = plan.left + wide * place as f32;
        captioned(sheet, cut, [x, y, wide * span as f32], caption, value);
        place += span;
    }
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&alien.a_number);
    truth.fields.case_type = noted(code);
    truth.fields.received_date = Some(received);
    truth.fields.notice_date = noted(&plan.noticed);
    if plan.petition {
        truth.fields.petitioner = noted(&plan.filer);
        truth.fields.beneficiary = Some(alien.listed());
    } else {
        truth.fields.applicant = noted(&plan.filer);
    }
    y + 24.0
}

/// The address and what was approved.
fn particulars(
    sheet: &mut Sheet,
    cut: &Cuts,
    plan: &Plan,
    case: &Case,
    y: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let name = if plan.petition {
        plan.filer.clone()
    } else {
        case.filer.name()
    };
    let lines = [name, case.address[0].clone(), case.address[1].clone()];
    stack(
        sheet,
        cut.regular,
        9.5,
        [plan.left + 16.0, y + 16.0, 12.0],
        &lines,
    );
    let mut block = vec![
        "Notice Type:  Approval Notice".to_string(),
        format!("Class:  {}", plan.class),
        format!("Valid from {} to {}", plan.from, plan.until),
    ];
    if plan.petition {
        block.push("Consulate:  NONE".to_string());
        truth.fields.consulate = noted("NONE");
    }
    if let Some(sevis) = &plan.sevis {
        block.push(format!("SEVIS ID:  {sevis}"));
    }
    stack(sheet, cut.regular, 9.3, [356.0, y + 12.0, 12.5], &block);
    truth.fields.notice_type = noted("Approval Notice");
    truth.fields.class = noted(plan.class);
    truth.fields.valid_from = noted(&plan.from);
    truth.fields.valid_to = noted(&plan.until);
    y + 72.0
}

/// The body, with the number of another petitioner on some.
fn text(rng: &mut Rng, sheet: &mut Sheet, cut: &Cuts, plan: &Plan, y: f32) {
    let measure = 612.0 - 2.0 * plan.left;
    let before = format!(
        "This approval concerns a change of employer. The petition of the previous employer, {}, \
         was filed under that company's own USCIS online account {} and is not affected.",
        rng.pick(&[
            "OSTRANDER MILLS INC",
            "BLUE FINCH ANALYTICS LLC",
            "KETTLE ROCK LABS INC"
        ]),
        rng.digits(12)
    );
    let first = "The above petition or application and the request for an extension of stay or a \
                 change of status have been approved. The status is valid as shown above. The I-94 \
                 attached below may contain a grace period before and after the validity dates.";
    let third = "The worker may work for the petitioner, but only as detailed in the petition and \
                 for the period authorized. The bottom part should be detached and kept with the \
                 I-94 that was issued on the last entry, if there was one.";
    let mut texts = vec![first];
    if plan.before {
        texts.push(&before);
    }
    if plan.petition {
        texts.push(third);
    }
    texts.push(mention(rng));
    prose(sheet, cut.regular, 9.0, [plan.left, y, measure], &texts);
    let office = &plan.office;
    let lines = [
        office.name,
        "U.S. CITIZENSHIP & IMMIGRATION SVC",
        office.street,
        office.town,
    ];
    stack(
        sheet,
        cut.regular,
        8.3,
        [plan.left, 498.0, 10.3],
        &lines.map(String::from),
    );
    sheet.flush_right(
        cut.regular,
        7.5,
        612.0 - plan.left,
        540.0,
        "Form I-797A (Rev. 10/31/05) N",
    );
}
