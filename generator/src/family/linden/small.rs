//! Cards, and notes typed by hand.
use super::kit::{Fact, Pad, Plan};
use super::place::{dress, fitted, prose};
use super::words::{account_label, addressee, advice, card, nvc, office, other_number, ssn};
use crate::barcode::{self, Symbology};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::Family;

/// Two cards on a page: one to keep, one that the office uses.
pub(super) fn cards(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::LiberationSansNarrow,
        Family::FreeSans,
        Family::LiberationSerif,
    ];
    let mut pad = Pad::new(rng, case, "I-797C", &faces);
    let mut sheet = pad.page();
    let regular = pad.regular();
    let top = pad.rng.uniform(56.0, 90.0);
    let kinds = [
        "Acceptance Notice",
        "ACCEPTANCE CARD",
        "Receipt Notice",
        "Case Card",
    ];
    let kind = pad.notice_type(&kinds);
    let facts = card_facts(&mut pad);
    let facts = dress(&mut pad, facts);
    face_of_card(&mut sheet, &mut pad, top, &kind, &facts);
    let middle = top + 300.0;
    let mut x = 40.0;
    while x < 570.0 {
        sheet.rule(x, x + 4.0, middle, 0.5);
        x += 8.0;
    }
    sheet.centred(
        regular,
        6.5,
        306.0,
        middle - 4.0,
        "CUT HERE - KEEP THE UPPER CARD",
    );
    let office_facts = vec![
        other_number(&mut pad),
        ("Mail room control".into(), pad.rng.digits(12)),
        ("Card blank (not yours)".into(), card(&mut pad)),
        (
            "Clerk / shelf".into(),
            format!("{} / {}", pad.rng.letters(2), pad.rng.digits(4)),
        ),
    ];
    face_of_card(
        &mut sheet,
        &mut pad,
        middle + 18.0,
        "OFFICE CARD",
        &office_facts,
    );
    sheet.write(
        regular,
        6.5,
        90.0,
        760.0,
        "Form I-797C, Notice of Action (card stock)",
    );
    Drawing {
        sheets: vec![sheet],
        truth: pad.truth,
    }
}

/// What the upper card tells.
fn card_facts(pad: &mut Pad) -> Vec<Fact> {
    let plan = pad.plan();
    let filer = pad.case.filer.clone();
    let mut facts = vec![
        (
            pad.any(&["Receipt Number", "Receipt #", "Case number (receipt)"]),
            pad.receipt(),
        ),
        (
            pad.any(&["Notice Date", "Card issued (notice date)"]),
            pad.noticed(),
        ),
        (
            pad.any(&["Name of ", "Filed by "]) + pad.role(),
            pad.filer(true),
        ),
        (pad.any(&["Form", "Form Type"]), pad.form_code()),
    ];
    if plan != Plan::Absent {
        facts.insert(
            pad.rng.between(1, 4) as usize,
            (account_label(pad), pad.account(plan)),
        );
    }
    if pad.maybe(0.7) {
        facts.push((format!("A-Number ({})", pad.role()), pad.a_number(&filer)));
    }
    if pad.case.is_petition {
        facts.push(("For (beneficiary)".into(), pad.beneficiary(true)));
    }
    facts.push((pad.any(&["Received Date", "Received"]), pad.received()));
    if pad.maybe(0.5) {
        facts.push((pad.any(&["Amount", "Fee received"]), pad.amount()));
    }
    facts
}

/// One card, its facts in two columns, the caption under or over each value.
fn face_of_card(sheet: &mut Sheet, pad: &mut Pad, top: f32, title: &str, facts: &[Fact]) {
    let bold = pad.bold();
    let regular = pad.regular();
    let rows = facts.len().div_ceil(2) as f32;
    let low = top + 62.0 + rows * 33.0 + 14.0;
    let under = pad.maybe(0.5);
    sheet.fill([84.0, top, 528.0, top + 24.0], 0.88);
    sheet.frame([84.0, top, 528.0, low], 1.2);
    sheet.write(bold, 12.0, 94.0, top + 16.0, title);
    sheet.flush_right(
        regular,
        8.0,
        518.0,
        top + 16.0,
        "U.S. Citizenship and Immigration Services",
    );
    for (index, (label, value)) in facts.iter().enumerate() {
        let x = 94.0 + (index % 2) as f32 * 218.0;
        let y = top + 42.0 + (index / 2) as f32 * 33.0;
        let (small, large) = if under {
            (y + 11.0, y)
        } else {
            (y - 3.0, y + 9.0)
        };
        fitted(sheet, regular, 6.5, [x, small], 206.0, label);
        fitted(sheet, bold, 10.5, [x, large], 206.0, value);
        if under {
            sheet.rule(x, x + 200.0, y + 3.5, 0.3);
        }
    }
    if title != "OFFICE CARD"
        && let Some(modules) = barcode::modules(Symbology::Code128, &pad.case.receipt)
    {
        sheet.bars(360.0, low - 28.0, 0.9, 18.0, &modules);
    }
    let line = "This card is no proof of status. Questions: 1-800-375-5283.";
    sheet.write(regular, 7.0, 94.0, low - 8.0, line);
}

/// Notes that somebody typed, with labels and colons.
pub(super) fn typed(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [Family::Courier, Family::LiberationMono, Family::FreeMono];
    let mut pad = Pad::new(rng, case, "", &faces);
    let style = pad.rng.pick(&[1, 2]);
    pad.date_style(style);
    let mut sheet = pad.page();
    let bold = pad.bold();
    let regular = pad.regular();
    let left = pad.rng.uniform(58.0, 74.0);
    sheet.write(
        regular,
        10.5,
        left,
        66.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    let kinds = [
        "COURTESY LETTER",
        "NOTICE OF CONTINUANCE",
        "DEFICIENCY NOTICE",
    ];
    let kind = pad.notice_type(&kinds);
    sheet.write(bold, 11.0, left, 92.0, &kind);
    sheet.rule(left, left + bold.width(&kind, 11.0), 95.0, 0.8);
    let mut y = 118.0;
    for line in addressee(&mut pad) {
        sheet.write(regular, 10.5, left, y, &line);
        y += 12.5;
    }
    y += 16.0;
    let facts = typed_facts(&mut pad);
    let facts = dress(&mut pad, facts);
    let column = left + pad.rng.uniform(212.0, 230.0);
    let dots = pad.maybe(0.3);
    for (label, value) in &facts {
        let end = fitted(
            &mut sheet,
            regular,
            10.0,
            [left, y],
            204.0,
            &format!("{label}:"),
        );
        if dots && end < column - 24.0 && !value.is_empty() {
            let count = ((column - 12.0 - end) / 6.4) as usize;
            sheet.write(
                regular,
                10.0,
                end + 6.0,
                y,
                &".".repeat(count.saturating_sub(1)),
            );
        }
        fitted(
            &mut sheet,
            regular,
            10.5,
            [column, y],
            560.0 - column,
            value,
        );
        y += 15.0;
    }
    let due = pad.response_due();
    let mut text = vec![format!(
        "Spoke with the {} by telephone. One paper is still missing (copy of the passport, all \
         pages). It must be received by {due}. Left number 1-800-375-5283 ext. 204.",
        pad.role()
    )];
    text.extend(typed_notes(&mut pad));
    text.extend(advice(&mut pad, 2));
    y = prose(&mut sheet, regular, 10.0, [left, y + 14.0], 480.0, &text);
    sheet.write(
        regular,
        10.0,
        left,
        y,
        &format!("({} / typed, not signed)", pad.rng.letters(2)),
    );
    let place = office(&mut pad).join(", ");
    sheet.write(regular, 9.0, left, 752.0, &place);
    Drawing {
        sheets: vec![sheet],
        truth: pad.truth,
    }
}

/// The typed facts.
fn typed_facts(pad: &mut Pad) -> Vec<Fact> {
    let plan = pad.plan();
    let filer = pad.case.filer.clone();
    let mut facts = vec![
        (
            pad.any(&["DATE OF NOTICE", "Notice date", "Dated"]),
            pad.noticed(),
        ),
        (
            pad.any(&["RECEIPT", "Receipt no.", "Rcpt. number"]),
            pad.receipt(),
        ),
        (
            pad.any(&["FORM", "Form type", "Case type"]),
            pad.form_code(),
        ),
        (pad.any(&["Name of "]) + pad.role(), pad.filer(true)),
        (
            pad.any(&["A-NUMBER", "A-no."]) + &format!(" ({})", pad.role()),
            pad.a_number(&filer),
        ),
    ];
    if plan != Plan::Absent {
        facts.push((account_label(pad), pad.account(plan)));
    }
    if pad.case.is_petition {
        let other = pad.case.beneficiary.clone();
        facts.push(("Beneficiary".into(), pad.beneficiary(true)));
        facts.push(("A-no. (beneficiary)".into(), pad.a_number(&other)));
    }
    facts.push(("SSN".into(), ssn(pad)));
    if pad.maybe(0.5) {
        facts.push((
            "Atty's own USCIS online acct".into(),
            pad.attorney_account(),
        ));
    }
    facts
}

/// Remarks with numbers of other things in them.
fn typed_notes(pad: &mut Pad) -> Vec<String> {
    let mut notes = Vec::new();
    if pad.maybe(0.6) {
        let number = pad.rng.digits(12);
        notes.push(format!(
            "Bank says check came back, their account {number}. Not our matter."
        ));
    }
    if pad.maybe(0.5) {
        let number = nvc(pad);
        notes.push(format!(
            "An older visa case ({number}) is closed. Do not use that number."
        ));
    }
    if pad.maybe(0.4) {
        let number = pad.rng.digits(12);
        notes.push(format!(
            "Courier parcel {number} was sent back to the mail room."
        ));
    }
    notes
}
