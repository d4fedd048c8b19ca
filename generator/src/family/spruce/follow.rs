//! A transmittal by fax to a consular section: captions under values, many rows, a footnote.
use super::kit::{self, Column, Own};
use super::stock;
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The sheet: its family, the post, and whether numbers stand in a footnote.
struct Plan {
    family: Family,
    post: (&'static str, &'static str),
    footnote: bool,
    count: usize,
}

/// The transmittal of approved petitions for relatives who follow to join.
pub(super) fn transmittal(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationMono,
        Family::DejaVuSerif,
        Family::LiberationSerif,
    ]);
    let mut s = Sheet::letter(family);
    let mut truth = NoticeTruth::default();
    let own = kit::own(rng, case, &mut truth);
    let plan = Plan {
        family,
        post: rng.pick(stock::POSTS),
        footnote: own.filled() && rng.chance(0.5),
        count: rng.below(6) + 1,
    };
    head(&mut s, rng, case, &plan, &mut truth);
    captions(&mut s, rng, case, &plan, &mut truth);
    let y = petitioner(&mut s, rng, case, &plan, &own, &mut truth);
    let y = table(&mut s, rng, case, &plan, y, &mut truth);
    let y = body(&mut s, rng, &plan, y);
    foot(&mut s, rng, &plan, &own, y);
    Drawing {
        sheets: vec![s],
        truth,
    }
}

/// The fax machine's line, the agency and the title.
fn head(s: &mut Sheet, rng: &mut Rng, case: &Case, plan: &Plan, truth: &mut NoticeTruth) {
    let line = format!(
        "{}  {}:{}   FAX {} 555 01{}   USCIS INTL OPS   P.001/001",
        case.noticed.numeric(),
        rng.between(10, 17),
        rng.between(10, 59),
        rng.between(202, 989),
        rng.digits(2)
    );
    s.write(Face::bold(Family::LiberationMono), 7.5, 40.0, 18.0, &line);
    s.bold(
        11.0,
        48.0,
        48.0,
        "U.S. Citizenship and Immigration Services",
    );
    s.plain(
        9.0,
        48.0,
        60.0,
        rng.pick(&[
            "International and Refugee Affairs Division",
            "Refugee, Asylum and International Operations",
        ]),
    );
    let title = rng.pick(&["NOTICE OF TRANSMITTAL", "TRANSMITTAL TO CONSULAR SECTION"]);
    kit::note(&mut truth.fields.notice_type, title);
    s.flush_right(Face::bold(plan.family), 11.0, 564.0, 78.0, title);
    s.rule(48.0, 564.0, 84.0, 1.0);
}

/// From, to, date and pages: each caption below its value.
fn captions(s: &mut Sheet, rng: &mut Rng, case: &Case, plan: &Plan, truth: &mut NoticeTruth) {
    let noticed = case.noticed.long();
    kit::note(&mut truth.fields.notice_date, &noticed);
    let to = format!("U.S. EMBASSY {}", plan.post.1);
    kit::note(&mut truth.fields.consulate, &to);
    let from = rng
        .pick(&["Nebraska Service Center", "Texas Service Center"])
        .to_string();
    let cells = [
        (
            noticed,
            rng.pick(&["notice date", "date of this notice", "(notice date)"]),
            48.0,
            160.0,
        ),
        (from, "from", 172.0, 300.0),
        (
            to,
            rng.pick(&["consulate", "consular section"]),
            312.0,
            480.0,
        ),
        ("1".to_string(), "pages", 492.0, 564.0),
    ];
    for (value, caption, left, right) in &cells {
        kit::fitted(
            s,
            Face::bold(plan.family),
            10.0,
            [*left, 108.0],
            right - left,
            value,
        );
        s.rule(*left, *right, 112.0, 0.5);
        kit::fitted(
            s,
            Face::italic(plan.family),
            7.4,
            [*left, 121.0],
            right - left,
            caption,
        );
    }
}

/// The petitioner and the account's number, captions below.
fn petitioner(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    plan: &Plan,
    own: &Own,
    truth: &mut NoticeTruth,
) -> f32 {
    let mut name = case.filer.listed();
    kit::note(&mut truth.fields.petitioner, &name);
    if plan.footnote {
        name.push_str(" *");
    }
    kit::note(&mut truth.fields.case_type, "I-730");
    let mut cells = vec![
        (name, "petitioner"),
        (
            kit::a_number(rng, &case.filer, truth),
            rng.pick(&["A-Number", "petitioner's A-Number"]),
        ),
        ("I-730".to_string(), rng.pick(&["form type", "form"])),
    ];
    if own.labelled() && !plan.footnote {
        let caption = rng.pick(&[
            "petitioner's USCIS online account number",
            "USCIS Online Account No. (petitioner)",
            "USCIS online acct. number of petitioner",
        ]);
        cells.push((own.text().to_string(), caption));
    }
    let widths = [150.0, 110.0, 60.0, 160.0];
    let mut x = 48.0;
    for ((value, caption), width) in cells.iter().zip(widths) {
        kit::fitted(s, Face::bold(plan.family), 10.0, [x, 148.0], width, value);
        s.rule(x, x + width, 152.0, 0.5);
        kit::fitted(
            s,
            Face::italic(plan.family),
            7.4,
            [x, 161.0],
            width,
            caption,
        );
        x += width + 12.0;
    }
    190.0
}

/// The beneficiaries, each with a receipt number and a case number of the post.
fn table(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    plan: &Plan,
    top: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let edges = [48.0, 68.0, 208.0, 296.0, 386.0, 476.0, 564.0];
    let heads = [
        "No.",
        "Beneficiary",
        "A-Number",
        "Receipt No.",
        "Post case no.",
        "Born",
    ];
    row(s, Face::bold(plan.family), top, &edges, &heads);
    s.rule(48.0, 564.0, top + 5.0, 0.9);
    let mut y = top + 18.0;
    for step in 0..plan.count {
        let person = relative(rng, case, step);
        if step == 0 {
            kit::note(&mut truth.fields.beneficiary, &person.listed());
        }
        let number = match step {
            0 => case.receipt.clone(),
            _ => case::receipt(rng, &case.receipt[..3], case.received.year),
        };
        truth.prints_receipt(&number);
        let alien = match rng.chance(0.8) {
            true => kit::a_number(rng, &person, truth),
            false => "none".to_string(),
        };
        let local = stock::nvc_case(rng, plan.post.0, case.noticed.year);
        let name = person.listed();
        let born = person.born.numeric();
        let cells = [
            &(step + 1).to_string(),
            &name,
            &alien,
            &number,
            &local,
            &born,
        ];
        row(
            s,
            Face::regular(plan.family),
            y,
            &edges,
            &cells.map(|cell| cell.as_str()),
        );
        s.rule(48.0, 564.0, y + 5.0, 0.2);
        y += 17.0;
    }
    y + 16.0
}

/// The beneficiary of the case, then relatives of that person.
fn relative(rng: &mut Rng, case: &Case, step: usize) -> Person {
    match (step, case.is_petition) {
        (0, true) => case.beneficiary.clone(),
        (0, false) => case.filer.relative(rng),
        _ => case.beneficiary.relative(rng),
    }
}

/// One unruled row.
fn row(s: &mut Sheet, face: Face, y: f32, edges: &[f32], cells: &[&str]) {
    for (cell, edge) in cells.iter().zip(edges.windows(2)) {
        kit::fitted(
            s,
            face,
            8.6,
            [edge[0] + 2.0, y],
            edge[1] - edge[0] - 6.0,
            cell,
        );
    }
}

/// What the sheet says.
fn body(s: &mut Sheet, rng: &mut Rng, plan: &Plan, y: f32) -> f32 {
    let size = if plan.family == Family::LiberationSerif {
        10.4
    } else {
        9.0
    };
    let mut text = Column {
        family: plan.family,
        size,
        left: 48.0,
        measure: 516.0,
        y,
    };
    text.say(
        s,
        "The petitions listed above are approved and were sent to the post for travel \
        documents (8 CFR 207.7, 208.21). The petitioner receives a copy of this sheet. It is not \
        a travel document and cannot be shown to a carrier.",
    );
    text.say(s, &format!(
        "The post calls each beneficiary for an interview and uses its own case number, which has \
        the letters {} and ten digits. Do not write that number where a USCIS form asks for a \
        receipt number.",
        plan.post.0
    ));
    let other = case::account(rng);
    let earlier = format!(
        "An earlier petition by another petitioner for the same persons was withdrawn (online \
        account of that petitioner: {other}). It has no bearing on this one."
    );
    text.say(
        s,
        rng.pick(&[
            &earlier,
            "If a beneficiary reaches the age of 21 before travel, tell the post. The Child Status \
        Protection Act may keep the classification.",
            "Beneficiaries who are already in the United States should write to this office.",
        ]),
    );
    text.head(s, "For the consular section");
    for line in [
        "file complete, fee receipts enclosed",
        "one photograph missing",
        "expedite",
    ] {
        let checked = rng.chance(0.4);
        kit::check(s, Face::bold(plan.family), 50.0, text.y, 7.6, checked);
        text.item(s, "", line);
    }
    text.y + 14.0
}

/// The footnote and the foot.
fn foot(s: &mut Sheet, rng: &mut Rng, plan: &Plan, own: &Own, y: f32) {
    let face = Face::regular(plan.family);
    s.plain(9.0, 48.0, y + 12.0, &stock::officer(rng));
    s.rule(48.0, 220.0, y + 2.0, 0.4);
    if let (true, Own::Number(digits)) = (plan.footnote, own) {
        s.rule(48.0, 168.0, 704.0, 0.4);
        let note = match rng.below(2) {
            0 => format!("* USCIS Online Account Number of the petitioner: {digits}"),
            _ => format!("* Petitioner's USCIS online account no. {digits}"),
        };
        kit::fitted(s, face, 8.4, [48.0, 716.0], 516.0, &note);
    }
    let phone = stock::phone(rng);
    let line = format!("Confirm receipt to {phone}, fax {}", stock::phone(rng));
    s.centred(face, 7.6, 306.0, 756.0, &line);
}
