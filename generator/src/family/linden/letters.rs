//! Letters: a reference block at the right, values in sentences, and a second page for both.
use super::kit::{Fact, Pad, Plan};
use super::place::{dress, fitted, prose};
use super::words::{account_label, addressee, advice, nvc, office, other_number};
use crate::barcode::{self, Symbology};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A letter that asks for evidence, with a block of references at the right.
pub(super) fn refblock(rng: &mut Rng, case: &Case) -> Drawing {
    let form = if rng.chance(0.6) { "I-797E" } else { "" };
    let faces = [
        Family::Times,
        Family::LiberationSerif,
        Family::DejaVuSerif,
        Family::FreeSans,
    ];
    let mut pad = Pad::new(rng, case, form, &faces);
    pad.date_style(1);
    let mut sheet = pad.page();
    let bold = pad.bold();
    let regular = pad.regular();
    let place = office(&mut pad);
    sheet.write(
        bold,
        13.0,
        54.0,
        58.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.write(regular, 9.0, 54.0, 71.0, &place.join("  |  "));
    sheet.rule(54.0, 558.0, 78.0, 0.8);
    let noticed = pad.noticed();
    sheet.write(regular, 10.5, 54.0, 104.0, &noticed);
    for (step, line) in addressee(&mut pad).iter().enumerate() {
        fitted(
            &mut sheet,
            regular,
            10.5,
            [54.0, 132.0 + step as f32 * 13.0],
            250.0,
            line,
        );
    }
    let facts = reference_facts(&mut pad);
    let facts = dress(&mut pad, facts);
    let low = reference(&mut sheet, &mut pad, &facts);
    let kinds = [
        "Request for Evidence",
        "Notice of Intent to Deny",
        "REQUEST FOR EVIDENCE",
    ];
    let kind = pad.notice_type(&kinds);
    let mut y = low.max(222.0) + 24.0;
    sheet.write(bold, 12.0, 54.0, y, &kind);
    let due = pad.response_due();
    let mut text =
        vec![
        format!("Dear {}:", if pad.maybe(0.5) { "Sir or Madam" } else { pad.role_title() }),
        "We have reviewed what you sent us. The file does not yet show that you qualify. Please \
         send the papers named on the enclosed list, all of them together and only once."
            .into(),
    ];
    text.push(match pad.rng.below(3) {
        0 => format!("Your response must be received in this office no later than {due}."),
        1 => format!("Please see to it that your answer reaches us by {due}."),
        _ => format!("YOUR RESPONSE MUST BE RECEIVED BY {due}. No more time can be given."),
    });
    let count = 2 + pad.rng.below(2);
    text.extend(advice(&mut pad, count));
    text.push("Put this letter on top of your answer. Quote the references above.".into());
    y = prose(&mut sheet, regular, 10.5, [54.0, y + 22.0], 500.0, &text);
    sheet.write(regular, 10.5, 54.0, y + 6.0, "Sincerely,");
    let signer = format!(
        "{}, {}",
        pad.rng.pick(&["R. Osei", "T. Lind", "M. Arce"]),
        "Director"
    );
    sheet.write(Face::italic(pad.family), 12.0, 54.0, y + 32.0, &signer);
    let foot = if form.is_empty() {
        "Letter RFE-3".into()
    } else {
        format!("Form {form}")
    };
    sheet.write(regular, 7.5, 54.0, 756.0, &foot);
    let mut sheets = vec![sheet];
    if pad.maybe(0.35) {
        sheets.push(second(&mut pad, &kind));
    }
    Drawing {
        sheets,
        truth: pad.truth,
    }
}

/// What the block at the right holds.
fn reference_facts(pad: &mut Pad) -> Vec<Fact> {
    let plan = pad.plan();
    let filer = pad.case.filer.clone();
    let mut facts = vec![
        (
            pad.any(&["Our reference", "Receipt No.", "Case ID", "Receipt"]),
            pad.receipt(),
        ),
        (
            pad.any(&["Form", "Form type", "In the matter of Form"]),
            pad.form_code(),
        ),
    ];
    facts.push((pad.role_title().into(), pad.filer(true)));
    if pad.maybe(0.7) {
        let label = pad.any(&["A-File", "Alien Reg. No.", "File Number"]);
        let label = format!("{label} ({})", pad.role());
        facts.push((label, pad.a_number(&filer)));
    }
    if plan != Plan::Absent {
        facts.push((account_label(pad), pad.account(plan)));
    }
    if pad.case.is_petition {
        let other = pad.case.beneficiary.clone();
        facts.push(("Beneficiary".into(), pad.beneficiary(true)));
        facts.push(("A-File (beneficiary)".into(), pad.a_number(&other)));
    }
    if pad.maybe(0.6) {
        facts.push((
            "Attorney's USCIS online account".into(),
            pad.attorney_account(),
        ));
    }
    if pad.maybe(0.4) {
        facts.push((
            pad.any(&["Officer / ext.", "Telephone, ext."]),
            "1-800-375-5283, 118".into(),
        ));
    }
    facts
}

/// The block of references: labels over values, or labels to the left of them.
fn reference(sheet: &mut Sheet, pad: &mut Pad, facts: &[Fact]) -> f32 {
    let bold = pad.bold();
    let regular = pad.regular();
    let beside = pad.maybe(0.5);
    let left = if beside { 322.0 } else { 384.0 };
    let mut y = 98.0;
    for (label, value) in facts {
        if beside {
            fitted(
                sheet,
                regular,
                8.0,
                [left + 8.0, y],
                116.0,
                &format!("{label}:"),
            );
            fitted(sheet, bold, 9.5, [left + 130.0, y], 106.0, value);
            y += 15.0;
        } else {
            fitted(sheet, regular, 7.0, [left + 8.0, y], 162.0, label);
            fitted(sheet, bold, 10.0, [left + 8.0, y + 11.0], 162.0, value);
            y += 25.0;
        }
    }
    let low = y - if beside { 8.0 } else { 6.0 };
    if pad.maybe(0.5) {
        sheet.upright(left, 88.0, low, 1.2);
    } else {
        sheet.frame([left, 86.0, 562.0, low], 0.6);
    }
    low
}

/// A letter whose values stand in its sentences.
pub(super) fn sentences(rng: &mut Rng, case: &Case) -> Drawing {
    let faces = [
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::LiberationSans,
    ];
    let mut pad = Pad::new(rng, case, "I-797C", &faces);
    pad.date_style(1);
    let mut sheet = pad.page();
    let bold = pad.bold();
    let regular = pad.regular();
    sheet.centred(bold, 11.0, 306.0, 52.0, "Department of Homeland Security");
    let place = office(&mut pad);
    sheet.centred(regular, 10.0, 306.0, 65.0, &place[0]);
    sheet.centred(
        regular,
        10.0,
        306.0,
        77.0,
        &format!("{}, {}", place[1], place[2]),
    );
    let noticed = pad.noticed();
    sheet.flush_right(regular, 11.0, 540.0, 112.0, &noticed);
    let lines = addressee(&mut pad);
    for (step, line) in lines.iter().enumerate() {
        sheet.write(regular, 11.0, 72.0, 132.0 + step as f32 * 13.0, line);
    }
    let kinds = [
        "Acknowledgment of Receipt",
        "Receipt Notice",
        "Notice of Receipt",
    ];
    let kind = pad.notice_type(&kinds);
    sheet.write(bold, 12.0, 72.0, 226.0, &kind);
    let text = told(&mut pad);
    let y = prose(&mut sheet, regular, 11.0, [72.0, 250.0], 468.0, &text);
    sheet.write(
        regular,
        11.0,
        72.0,
        y + 8.0,
        "U.S. Citizenship and Immigration Services",
    );
    sheet.centred(regular, 7.5, 306.0, 756.0, "Form I-797C, Notice of Action");
    let mut sheets = vec![sheet];
    if pad.maybe(0.4) {
        sheets.push(second(&mut pad, "Form I-797C, Notice of Action"));
    }
    Drawing {
        sheets,
        truth: pad.truth,
    }
}

/// The sentences with the values in them.
fn told(pad: &mut Pad) -> Vec<String> {
    let code = pad.form_code();
    let received = pad.received();
    let receipt = unbroken(&pad.receipt());
    let amount = pad.amount();
    let mut text = vec![match pad.rng.below(3) {
        0 => format!(
            "On {received} we received your Form {code} and a payment of {amount}. The case now \
             has receipt number {receipt}, which you should quote whenever you write to us."
        ),
        1 => format!(
            "This is to tell you that your Form {code} has been taken in under receipt number \
             {receipt}. It is treated as received on {received}; the fee of {amount} was credited."
        ),
        _ => format!(
            "Your Form {code}, received {received} with {amount}, is in our hands. Its receipt \
             number is {receipt}."
        ),
    }];
    let role = pad.role();
    let own = pad.filer(false);
    text.push(format!("The {role} on our record is {own}."));
    if pad.case.is_petition {
        let name = pad.beneficiary(false);
        let who = pad.case.beneficiary.clone();
        let number = pad.a_number_plain(&who);
        let priority = pad.priority();
        text.push(format!(
            "You ask for a benefit for {name}, the beneficiary, whose A-Number is {number}. The \
             priority date of the petition is {priority}."
        ));
    } else if pad.maybe(0.7) {
        let who = pad.case.filer.clone();
        let number = pad.a_number_plain(&who);
        text.push(format!("Our records show that your A-Number is {number}."));
    }
    told_account(pad, &mut text);
    let count = 2 + pad.rng.below(2);
    text.extend(advice(pad, count));
    text
}

/// A number that no line break can split.
fn unbroken(number: &str) -> String {
    number.replace(' ', "")
}

/// The sentence with the filer's own account number, or one with some other number.
fn told_account(pad: &mut Pad, text: &mut Vec<String>) {
    if pad.case.noticed.year >= 2013 && pad.maybe(0.55) {
        let number = unbroken(&pad.account(Plan::Filled));
        text.push(match pad.rng.below(4) {
            0 => format!("Your USCIS online account number is {number}."),
            1 => format!(
                "The case has been linked to your own USCIS online account, number {number}, \
                 where you can read our letters."
            ),
            2 => format!(
                "You will find a copy of this letter in your USCIS online account (account no. \
                 {number})."
            ),
            _ => format!("You hold USCIS Online Account Number {number}. Keep it to yourself."),
        });
    } else if pad.maybe(0.5) {
        let sample = pad
            .rng
            .pick(&["000000000000", "123456789012", "012345678901"]);
        text.push(format!(
            "We have found no online account of yours. Such a USCIS online account number would \
             have twelve digits, for example {sample}."
        ));
    }
    if pad.maybe(0.5) {
        let number = pad.attorney_account();
        text.push(format!(
            "Your attorney, {}, was told of this by way of the attorney's own USCIS online \
             account, number {number}.",
            pad.case.attorney.0
        ));
    } else if pad.maybe(0.6) {
        let parcel = pad.rng.digits(12);
        let case = nvc(pad);
        text.push(format!(
            "Your papers came by courier (parcel {parcel}). The visa centre's case number {case} \
             is of no use here."
        ));
    }
}

/// A second page of general information.
pub(super) fn second(pad: &mut Pad, head: &str) -> Sheet {
    let mut sheet = pad.page();
    let bold = pad.bold();
    let regular = pad.regular();
    let receipt = pad.receipt_plain();
    sheet.write(regular, 8.0, 54.0, 46.0, head);
    sheet.flush_right(
        regular,
        8.0,
        558.0,
        46.0,
        &format!("{receipt}   Page 2 of 2"),
    );
    sheet.rule(54.0, 558.0, 52.0, 0.6);
    sheet.write(bold, 11.0, 54.0, 76.0, "What you should know");
    let text = advice(pad, 5);
    let mut y = prose(&mut sheet, regular, 10.0, [54.0, 96.0], 500.0, &text);
    if pad.maybe(0.5) {
        let (label, value) = other_number(pad);
        sheet.write(regular, 9.0, 54.0, y + 8.0, &format!("{label}: {value}"));
        y += 14.0;
    }
    if let Some(modules) = barcode::modules(Symbology::Code39, &receipt) {
        sheet.bars(54.0, y + 20.0, 0.8, 22.0, &modules);
    }
    sheet
}
