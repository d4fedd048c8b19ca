//! A modern notice: a shaded panel of facts down one side, plain talk on the other.
use super::kit::{Desk, Own, bars, fit, stack, write_in};
use super::words::{CENTERS, remark};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Where panel and talk stand.
struct Plan {
    family: Family,
    panel: f32,
    talk: f32,
    shade: f32,
    own: Own,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 37, 0.48, 0.14);
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::DejaVuSansCondensed,
        Family::FreeSans,
    ]);
    let right = rng.chance(0.45);
    let (panel, talk) = if right { (398.0, 44.0) } else { (30.0, 226.0) };
    let plan = Plan {
        family,
        panel,
        talk,
        shade: rng.uniform(0.88, 0.96),
        own,
    };
    let form = rng.pick(&["I-797", "I-797", "I-797C", ""]);
    let mut desk = Desk::new(rng, case, form);
    let mut sheet = Sheet::letter(family);
    let kind = talk_head(&mut sheet, &mut desk, &plan, form);
    draw_panel(&mut sheet, &mut desk, &plan);
    draw_talk(&mut sheet, &mut desk, &plan, kind);
    Drawing {
        sheets: vec![sheet],
        truth: desk.truth,
    }
}

/// The logo line, the form and the title; returns whether the notice is an approval.
fn talk_head(sheet: &mut Sheet, desk: &mut Desk, plan: &Plan, form: &str) -> bool {
    let plain = Face::regular(plan.family);
    let bold = Face::bold(plan.family);
    sheet.write(bold, 20.0, plan.talk, 54.0, "USCIS");
    sheet.write(plain, 7.5, plan.talk + 74.0, 46.0, "U.S. Citizenship and");
    sheet.write(plain, 7.5, plan.talk + 74.0, 55.0, "Immigration Services");
    if !form.is_empty() {
        sheet.write(
            plain,
            8.0,
            plan.talk,
            72.0,
            &format!("Form {form}, Notice of Action"),
        );
    }
    let approval = desk.rng.chance(0.55);
    let kind = if approval {
        desk.rng.pick(&["Approval Notice", "APPROVAL NOTICE"])
    } else {
        desk.rng.pick(&["Receipt Notice", "Transfer Notice"])
    };
    desk.truth.fields.notice_type = Some(kind.into());
    sheet.write(bold, fit(bold, 18.0, 330.0, kind), plan.talk, 104.0, kind);
    stack(
        sheet,
        plain,
        10.0,
        [plan.talk, 132.0, 13.0],
        &desk.addressee(),
    );
    approval
}

/// The items of the panel; an empty label begins a new part with a heading.
fn items(desk: &mut Desk, own: Own) -> Vec<(String, String)> {
    let role = desk.role();
    let mut items: Vec<(String, String)> = vec![
        (
            desk.rng
                .pick(&["Receipt number", "Receipt no.", "Your receipt number"])
                .into(),
            desk.receipt(),
        ),
        (
            desk.rng.pick(&["Notice date", "Date of notice"]).into(),
            desk.notice_date(),
        ),
        (
            desk.rng.pick(&["Received on", "Received date"]).into(),
            desk.received_date(),
        ),
        (
            desk.rng.pick(&["Form", "Case type"]).into(),
            desk.case.form_code.into(),
        ),
        (role.into(), desk.filer()),
    ];
    desk.truth.fields.case_type = Some(desk.case.form_code.into());
    if let Some(name) = desk.beneficiary() {
        items.push(("Beneficiary".into(), name));
    }
    if desk.rng.chance(0.75) {
        let label = if desk.case.is_petition {
            "Beneficiary's A-Number"
        } else {
            "A-Number"
        };
        items.push((label.into(), desk.alien(desk.subject())));
    }
    if own != Own::Absent {
        let label = desk.rng.pick(&[
            "Your USCIS online account",
            "USCIS online account no.",
            "#'s USCIS account (online)",
            "Online account at my.uscis.gov (#)",
            "USCIS Account #",
        ]);
        let label = if label.ends_with(" #") {
            label.into()
        } else {
            label.replace('#', role)
        };
        let account = desk.account(own);
        let at = 1 + desk.rng.below(items.len());
        items.insert(at, (label, account));
    }
    items
}

/// The second part of the panel: attorney and payment.
fn others(desk: &mut Desk) -> Vec<(String, String)> {
    let mut items = Vec::new();
    if desk.rng.chance(0.45) {
        items.push(("Attorney".into(), desk.case.attorney.0.clone()));
        if desk.rng.chance(0.6) {
            let account = desk.attorney_account();
            items.push(("Attorney's USCIS online account".into(), account));
        }
    }
    if desk.rng.chance(0.2) {
        let rival = desk.rival();
        let label = desk.rng.pick(&[
            "Account of a former petitioner",
            "Account of another filer (old case)",
        ]);
        items.push((label.into(), rival));
    }
    if desk.rng.chance(0.6) {
        let label = desk.rng.pick(&[
            "Payment tracking number",
            "Card payment reference",
            "Tracking no. of your card (UPS)",
            "Bank account debited",
        ]);
        let rival = desk.rival();
        items.push((label.into(), rival));
    }
    items
}

/// Draws the panel.
fn draw_panel(sheet: &mut Sheet, desk: &mut Desk, plan: &Plan) {
    let plain = Face::regular(plan.family);
    let bold = Face::bold(plan.family);
    sheet.fill([plan.panel, 24.0, plan.panel + 184.0, 768.0], plan.shade);
    let x = plan.panel + 12.0;
    let title = desk
        .rng
        .pick(&["At a glance", "Case summary", "Your case in brief"]);
    sheet.write(bold, 12.0, x, 48.0, title);
    let mut y = 74.0;
    let pitch = desk.rng.uniform(33.0, 39.0);
    for (label, value) in items(desk, plan.own) {
        sheet.write(plain, fit(plain, 8.0, 162.0, &label), x, y, &label);
        write_in(sheet, bold, 10.5, [x, y + 13.5, 160.0], &value);
        y += pitch;
    }
    sheet.rule(x, x + 160.0, y - 6.0, 0.6);
    y += 12.0;
    for (label, value) in others(desk) {
        sheet.write(plain, 8.0, x, y, &label);
        write_in(sheet, plain, 10.0, [x, y + 13.0, 160.0], &value);
        y += 33.0;
    }
    bars(sheet, Symbology::Code128, desk.case, [x, 720.0, 24.0]);
}

/// The talk: what the notice says and what comes next.
fn draw_talk(sheet: &mut Sheet, desk: &mut Desk, plan: &Plan, approval: bool) {
    let face = Face::regular(plan.family);
    let said = remark(desk.rng);
    let (name, street, city) = desk.rng.pick(CENTERS);
    let address = format!("Write to: USCIS, {name}, {street}, {city}.");
    let parts: [(&str, &str); 5] = if approval {
        [
            (
                "What we decided",
                "We approved the form named in the panel. Keep this notice.",
            ),
            (
                "What comes next",
                "If a card belongs to the approval, it comes in a separate envelope within 30 \
                 days. A card that cannot be delivered comes back to us.",
            ),
            (
                "If something is wrong",
                "Tell us within 30 days if a name, a date or a number in the panel is not right. \
                 We put right our own mistakes free of charge.",
            ),
            ("Good to know", &said),
            ("How to reach us", &address),
        ]
    } else {
        [
            (
                "Where the case stands",
                "Your form is with us, at the office named below.",
            ),
            (
                "What comes next",
                "We may ask you for fingerprints or for more papers. Please do not send anything \
                 before we ask.",
            ),
            (
                "How long it takes",
                "That depends on the form and on the office. Half of all cases of this kind are \
                 done within the time shown at uscis.gov/processing-times.",
            ),
            ("Good to know", &said),
            ("How to reach us", &address),
        ]
    };
    let size = desk.rng.uniform(10.2, 11.6);
    let mut y = 200.0;
    for (head, text) in parts {
        sheet.write(Face::bold(plan.family), size + 1.0, plan.talk, y, head);
        y = sheet.paragraph(face, size, plan.talk, y + 17.0, 336.0, text) + 18.0;
    }
    let text = "Page 1 of 1   |   uscis.gov/myaccount";
    sheet.write(face, 8.0, plan.talk, 764.0, text);
}
