//! A print-out of a status page, and notices of a consular centre.
use super::kit::{Fact, Pad, Plan};
use super::place::{dress, fitted, prose};
use super::words::{account_label, addressee, advice, nvc, other_number};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A page of the web site, printed at home.
pub(super) fn status(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [Family::DejaVuSans, Family::FreeSans, Family::LiberationSans];
    let mut pad = Pad::new(rng, case, "", &faces);
    let style = pad.rng.pick(&[1, 1, 2]);
    pad.date_style(style);
    let bold = pad.bold();
    let regular = pad.regular();
    let mut sheet = pad.page();
    browser_edges(&mut pad, &mut sheet);
    sheet.write(bold, 13.0, 48.0, 60.0, "USCIS");
    let crumbs = "Home  >  My cases  >  Case details";
    sheet.write_shaded(regular, 8.0, 110.0, 60.0, crumbs, 0.35);
    sheet.flush_right(regular, 8.0, 564.0, 60.0, "Menu    Inbox (2)    Sign out");
    sheet.rule(48.0, 564.0, 70.0, 0.4);
    let kinds = [
        "Receipt Notice",
        "Approval Notice",
        "Transfer Notice",
        "Welcome Notice",
    ];
    let kind = pad.notice_type(&kinds);
    sheet.write(bold, 17.0, 48.0, 98.0, "Case details");
    let plan = pad.plan();
    let mut y = if pad.maybe(0.5) {
        let banner = account_banner(&mut pad, &mut sheet, plan);
        panels(&mut pad, &mut sheet, banner, &kind, Plan::Absent)
    } else {
        panels(&mut pad, &mut sheet, 120.0, &kind, plan)
    };
    y = history(&mut pad, &mut sheet, y + 10.0);
    let text = advice(&mut pad, 2);
    y = prose(&mut sheet, regular, 8.5, [48.0, y + 14.0], 510.0, &text);
    let hint = "Help: Where do I find my USCIS online account number?    Print    Share";
    sheet.write_shaded(regular, 8.0, 48.0, y + 4.0, hint, 0.3);
    Drawing {
        sheets: vec![sheet],
        truth: pad.truth,
    }
}

/// What a browser prints at the edges of a page.
fn browser_edges(pad: &mut Pad, sheet: &mut Sheet) {
    let plain = Face::regular(Family::LiberationSans);
    let day = pad.case.noticed.later(0, 9);
    let stamp = format!("{}/{}/{}, 9:41 PM", day.month, day.day, day.year % 100);
    sheet.write(plain, 7.0, 24.0, 22.0, &stamp);
    sheet.centred(plain, 7.0, 306.0, 22.0, "Case details | myUSCIS");
    let key = pad.rng.digits(12);
    let address = format!("https://my.example.gov/account/case?session={key}&tab=1");
    sheet.write(plain, 7.0, 24.0, 778.0, &address);
    sheet.flush_right(plain, 7.0, 588.0, 778.0, "1/1");
}

/// A strip that tells who is signed in; returns where the panels begin.
fn account_banner(pad: &mut Pad, sheet: &mut Sheet, plan: Plan) -> f32 {
    sheet.fill([48.0, 110.0, 564.0, 136.0], 0.93);
    let name = pad.filer(false);
    sheet.write(
        pad.regular(),
        8.5,
        56.0,
        126.0,
        &format!("Signed in as {name}"),
    );
    if plan != Plan::Absent {
        let label = pad.any(&[
            "Your online account number:",
            "USCIS online account number:",
            "My USCIS account no.:",
        ]);
        let end = sheet.write(pad.bold(), 8.5, 310.0, 126.0, &label);
        let value = pad.account(plan);
        sheet.write(pad.regular(), 8.5, end + 6.0, 126.0, &value);
    }
    156.0
}

/// The panel of facts, labels left and values right; returns the next baseline.
fn panels(pad: &mut Pad, sheet: &mut Sheet, top: f32, kind: &str, plan: Plan) -> f32 {
    let facts = status_facts(pad, kind, plan);
    let gap = pad.rng.uniform(17.0, 20.0);
    let mut y = top;
    for (label, value) in &facts {
        fitted(sheet, pad.regular(), 8.5, [56.0, y], 208.0, label);
        fitted(sheet, pad.bold(), 9.0, [270.0, y], 290.0, value);
        sheet.rule(48.0, 564.0, y + 6.0, 0.2);
        y += gap;
    }
    y
}

/// The facts of the status page.
fn status_facts(pad: &mut Pad, kind: &str, plan: Plan) -> Vec<Fact> {
    let filer = pad.case.filer.clone();
    let mut facts = vec![
        (pad.any(&["Receipt number", "Receipt #"]), pad.receipt()),
        (pad.any(&["Form", "Case type"]), pad.case_type()),
        (pad.any(&["Latest notice", "Notice type"]), kind.to_string()),
        (
            pad.any(&["Date of latest notice", "Notice date"]),
            pad.noticed(),
        ),
        (
            pad.any(&["Received date", "We received your form on"]),
            pad.received(),
        ),
        (pad.role_title().to_string(), pad.filer(false)),
    ];
    if plan != Plan::Absent {
        facts.insert(
            pad.rng.between(1, 6) as usize,
            (account_label(pad), pad.account(plan)),
        );
    }
    if pad.maybe(0.6) {
        facts.push((format!("A-Number ({})", pad.role()), pad.a_number(&filer)));
    }
    if pad.case.is_petition {
        let other = pad.case.beneficiary.clone();
        facts.push(("Beneficiary".into(), pad.beneficiary(false)));
        facts.push(("A-Number (beneficiary)".into(), pad.a_number(&other)));
        facts.push(("Priority date".into(), pad.priority()));
    }
    if let Some(category) = pad.category() {
        facts.push(("Eligibility category".into(), category));
    }
    if kind == "Approval Notice" && pad.maybe(0.6) {
        let (from, to) = pad.validity();
        facts.push((pad.any(&["Valid from", "Approved from"]), from));
        facts.push((pad.any(&["Valid to", "Approved until"]), to));
    }
    if let Some(class) = pad.class() {
        facts.push((pad.any(&["Class", "Class requested"]), class));
    }
    if pad.maybe(0.5) {
        facts.push(("Representative".into(), pad.case.attorney.0.clone()));
        facts.push((
            "Representative's online account no.".into(),
            pad.attorney_account(),
        ));
    }
    facts.push(("Payment confirmation (Pay.gov)".into(), pad.rng.digits(12)));
    facts
}

/// The list of what happened, newest first.
fn history(pad: &mut Pad, sheet: &mut Sheet, top: f32) -> f32 {
    sheet.write(pad.bold(), 11.0, 48.0, top, "Case history");
    let events = [
        "We sent you a notice. It is in your inbox.",
        "We matched your case with an online account.",
        "Biometrics: we can use those taken before.",
        "We took your case in and charged the fee.",
    ];
    let mut y = top + 16.0;
    for (index, event) in events.iter().enumerate() {
        let after = 3 - index as i64;
        let started = pad.case.received.later(0, after);
        let day = pad.date(if index == 0 {
            pad.case.noticed
        } else {
            started
        });
        sheet.write(pad.regular(), 8.5, 56.0, y, &day);
        sheet.write(pad.regular(), 8.5, 170.0, y, event);
        y += 14.0;
    }
    y
}

/// A notice of the consular centre: its own case number beside those of USCIS.
pub(super) fn consular(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [Family::Times, Family::LiberationSans, Family::DejaVuSerif];
    let mut pad = Pad::new(rng, case, "", &faces);
    let mut sheet = pad.page();
    let bold = pad.bold();
    let regular = pad.regular();
    sheet.write(bold, 14.0, 56.0, 58.0, "Consular Processing Center");
    sheet.write(
        regular,
        8.5,
        56.0,
        70.0,
        "United States Department of State",
    );
    sheet.write(
        regular,
        8.5,
        56.0,
        81.0,
        "31 Rochester Avenue, Portsmouth NH 03801-2914",
    );
    sheet.flush_right(regular, 8.5, 556.0, 58.0, "Telephone (603) 334-0700");
    let kinds = [
        "Welcome Letter",
        "Notice of Case Creation",
        "Notice of Case Transfer",
    ];
    let kind = pad.notice_type(&kinds);
    sheet.rule(56.0, 556.0, 90.0, 1.5);
    sheet.write(bold, 13.0, 56.0, 112.0, &kind);
    let mut y = 138.0;
    for line in addressee(&mut pad) {
        sheet.write(regular, 10.0, 56.0, y, &line);
        y += 12.0;
    }
    let facts = consular_facts(&mut pad);
    let facts = dress(&mut pad, facts);
    y = pairs(&mut sheet, &mut pad, &facts, y + 16.0);
    y = travellers(&mut pad, &mut sheet, y + 18.0);
    let mut text = vec![
        "USCIS has sent us the case named above. Use our own case number when you write to this \
         center, and the receipt number when you write to USCIS. Pay each invoice once only."
            .to_string(),
    ];
    text.extend(advice(&mut pad, 3));
    prose(&mut sheet, regular, 9.5, [56.0, y + 22.0], 496.0, &text);
    sheet.centred(
        regular,
        7.5,
        306.0,
        756.0,
        "Consular Processing Center - not an appointment",
    );
    let mut sheets = vec![sheet];
    if pad.maybe(0.3) {
        sheets.push(super::letters::second(
            &mut pad,
            "Consular Processing Center",
        ));
    }
    Drawing {
        sheets,
        truth: pad.truth,
    }
}

/// The facts of the consular case.
fn consular_facts(pad: &mut Pad) -> Vec<Fact> {
    let plan = pad.plan();
    let filer = pad.case.filer.clone();
    let title = pad.role_title();
    let mut facts = vec![
        (pad.any(&["NVC Case Number", "Consular Case No."]), nvc(pad)),
        (
            pad.any(&["Date of this notice", "Notice date"]),
            pad.noticed(),
        ),
        (
            pad.any(&["USCIS Receipt Number", "USCIS receipt no."]),
            pad.receipt(),
        ),
        (pad.any(&["USCIS form", "Form type"]), pad.form_code()),
    ];
    if plan != Plan::Absent {
        let label = pad.any(&[" USCIS Online Account No.", "'s USCIS online account"]);
        facts.push((format!("{title}{label}"), pad.account(plan)));
    }
    facts.push(("Invoice ID".into(), format!("IVSCA{}", pad.rng.digits(12))));
    facts.push((format!("{title}'s A-Number"), pad.a_number(&filer)));
    if pad.maybe(0.7) {
        facts.push((
            pad.any(&["Consulate", "Post", "Consular post"]),
            pad.consulate(),
        ));
    }
    if pad.case.is_petition {
        facts.push(("Petitioner".into(), pad.filer(true)));
        facts.push(("Priority date".into(), pad.priority()));
    }
    if let Some(section) = pad.section() {
        facts.push(("Section".into(), section));
    }
    if let Some(class) = pad.class() {
        facts.push(("Class".into(), class));
    }
    if pad.maybe(0.5) {
        facts.push(other_number(pad));
    }
    facts
}

/// Facts in two columns, each label left of its value or over it.
fn pairs(sheet: &mut Sheet, pad: &mut Pad, facts: &[Fact], top: f32) -> f32 {
    let over = pad.maybe(0.5);
    let bold = pad.bold();
    let regular = pad.regular();
    let step = if over { 27.0 } else { 18.0 };
    for (index, (label, value)) in facts.iter().enumerate() {
        let x = 56.0 + (index % 2) as f32 * 254.0;
        let y = top + (index / 2) as f32 * step;
        if over {
            fitted(sheet, regular, 7.5, [x, y], 240.0, label);
            fitted(sheet, bold, 10.0, [x, y + 11.5], 240.0, value);
        } else {
            fitted(sheet, regular, 8.4, [x, y], 118.0, &format!("{label}:"));
            fitted(sheet, bold, 9.5, [x + 124.0, y], 122.0, value);
        }
    }
    top + facts.len().div_ceil(2) as f32 * step
}

/// The table of those who travel; returns its lower edge.
fn travellers(pad: &mut Pad, sheet: &mut Sheet, top: f32) -> f32 {
    let xs = [56.0, 230.0, 310.0, 390.0, 480.0];
    let heads = [
        "Traveler",
        "Relation",
        "Birth date",
        "A-Number",
        "Passport no.",
    ];
    for (x, head) in xs.iter().zip(heads) {
        sheet.write(pad.bold(), 8.5, *x, top, head);
    }
    sheet.rule(56.0, 556.0, top + 4.0, 0.8);
    let first = pad.case.beneficiary.clone();
    let name = if pad.case.is_petition {
        pad.beneficiary(true)
    } else {
        pad.filer(true)
    };
    let word = if pad.case.is_petition {
        "Beneficiary"
    } else {
        "Applicant"
    };
    let mut rows = vec![(name, word, first.clone())];
    for step in 0..1 + pad.rng.below(3) {
        let person = first.relative(pad.rng);
        rows.push((
            person.listed(),
            if step == 0 { "Spouse" } else { "Child" },
            person,
        ));
    }
    let mut y = top + 17.0;
    for (name, word, person) in &rows {
        let cells = [
            name.clone(),
            word.to_string(),
            pad.date(person.born),
            pad.a_number(person),
            pad.rng.digits(9),
        ];
        for (index, (x, cell)) in xs.iter().zip(&cells).enumerate() {
            let room = if index == 0 { 166.0 } else { 70.0 };
            fitted(sheet, pad.regular(), 9.0, [*x, y], room, cell);
        }
        y += 14.0;
    }
    sheet.rule(56.0, 556.0, y - 9.0, 0.4);
    y
}
