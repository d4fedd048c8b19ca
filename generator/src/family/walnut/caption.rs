//! A decision with a caption like a court's, on two pages.

use super::words::{Facts, I129, I140, barcode, fein, flow, skip};
use crate::case::{Case, account, printed_account};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::{AccountCell, NoticeTruth};
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// Draws the decision.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 12);
    let facts = Facts::draw(rng, case, &[I129, I140]);
    let form = rng.pick(&["", "", "I-797"]);
    let mut truth = facts.truth(case, form);
    let family = rng.pick(&[
        Family::Times,
        Family::FreeSerif,
        Family::Courier,
        Family::LiberationSerif,
    ]);
    let regular = Face::regular(family);
    let size = if family == Family::Courier { 9.0 } else { 10.5 };
    let mut s = Sheet::letter(family);
    let bold = Face::bold(family);
    s.centred(
        bold,
        11.0,
        306.0,
        56.0,
        "UNITED STATES DEPARTMENT OF HOMELAND SECURITY",
    );
    s.centred(
        bold,
        11.0,
        306.0,
        70.0,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    );
    s.centred(regular, 10.0, 306.0, 84.0, facts.office.0);
    if !form.is_empty() {
        s.centred(regular, 9.0, 306.0, 96.0, &format!("Form {form}"));
    }
    let sentence = facts.cell == AccountCell::Filled && rng.chance(0.35);
    let mut y = caption(&mut s, rng, &facts, sentence, &mut truth) + 22.0;
    let title = rng.pick(&["DECISION", "NOTICE OF DECISION", "Decision"]);
    s.centred(bold, 12.0, 306.0, y, title);
    truth.fields.notice_type = Some(title.to_owned());
    y += 24.0;
    let noticed = facts.date(case.noticed);
    let dated = rng.pick(&["Date of this notice:", "Notice date:", "Dated:"]);
    s.plain(size, 72.0, y, &format!("{dated} {noticed}"));
    truth.fields.notice_date = Some(noticed);
    y += size * 2.0;
    let received = facts.date(case.received);
    let mut texts = vec![format!(
        "The Form {}, received on {received}, is denied. The petitioner, {}, seeks to employ the \
         beneficiary. On the record as a whole, including the answer to our request, the \
         petitioner has not shown that the position is what the law requires.",
        facts.form.0, facts.company
    )];
    truth.fields.received_date = Some(received);
    if sentence {
        texts.push(format!(
            "The petition was filed online under the petitioner's {}, which is {}, and the \
             record of that account is part of the file.",
            facts.label.trim_start_matches("Filer's "),
            facts.account
        ));
    }
    if rng.chance(0.5) {
        let digits = account(rng);
        let number = printed_account(rng, &digits);
        texts.push(format!(
            "The job was described in an earlier petition of a different company, QUILL HARBOR \
             LTD. That company's online account number, {number}, is named in its papers; it is \
             not the petitioner's, and no weight was given to it."
        ));
    }
    texts.push(
        "An officer weighs each piece of evidence for relevance, probative value and credibility, \
         alone and together with the rest. The burden of proof rests on the petitioner, INA 291."
            .to_owned(),
    );
    for text in texts {
        y = s.paragraph(regular, size, 72.0, y, 468.0, &text) + 9.0;
    }
    s.centred(regular, 8.5, 306.0, 764.0, "Page 1 of 2");
    let last = second(rng, case, &facts, (family, size), &mut truth);
    Drawing {
        sheets: vec![s, last],
        truth,
    }
}

fn caption(
    s: &mut Sheet,
    rng: &mut Rng,
    facts: &Facts,
    sentence: bool,
    truth: &mut NoticeTruth,
) -> f32 {
    let (regular, bold) = (Face::regular(s.family), Face::bold(s.family));
    let top = 122.0;
    s.plain(
        10.0,
        72.0,
        top,
        rng.pick(&["In the Matter of", "IN RE:", "Matter of"]),
    );
    let mut y = top + 18.0;
    for (name, role) in [
        (facts.company.clone(), "Petitioner"),
        (facts.person.listed(), "Beneficiary"),
    ] {
        y = flow(s, bold, 10.0, (72.0, y), 206.0, &format!("{role}: {name}")) + 6.0;
    }
    truth.fields.petitioner = Some(facts.company.clone());
    truth.fields.beneficiary = Some(facts.person.listed());
    let mut right = vec![
        (
            rng.pick(&["Receipt No.", "RECEIPT", "Receipt Number"]),
            facts.receipt.clone(),
        ),
        ("Form", facts.form.0.to_owned()),
    ];
    if rng.chance(0.7) {
        right.push((
            rng.pick(&["File No.", "FILE", "A-File"]),
            facts.a_number.clone(),
        ));
        truth.prints_a_number(&facts.person.a_number);
    }
    if facts.shows() && !sentence {
        right.push((facts.label, facts.account.clone()));
    }
    if rng.chance(0.4) {
        right.push(("Tax ID", fein(rng)));
    }
    let turn = rng.below(right.len());
    right.rotate_left(turn);
    let mut z = top;
    for (label, value) in &right {
        let next = s.paragraph(regular, 8.5, 316.0, z, 96.0, &format!("{label}:"));
        z = flow(s, regular, 10.0, (418.0, z), 126.0, value).max(next) + 4.0;
    }
    let end = y.max(z);
    if rng.chance(0.5) {
        let mut at = top;
        while at < end {
            s.plain(10.0, 294.0, at, ")");
            at += 12.0;
        }
    } else {
        s.upright(298.0, top - 8.0, end - 4.0, 0.7);
    }
    s.rule(72.0, 294.0, end, 0.7);
    end
}

fn second(
    rng: &mut Rng,
    case: &Case,
    facts: &Facts,
    (family, size): (Family, f32),
    truth: &mut NoticeTruth,
) -> Sheet {
    let regular = Face::regular(family);
    let mut s = Sheet::letter(family);
    s.plain(size, 72.0, 60.0, &facts.receipt);
    s.rule(72.0, 540.0, 66.0, 0.5);
    let mut y = 92.0;
    for text in [
        "You may appeal to the Administrative Appeals Office with Form I-290B within 30 days of \
         the day on which this decision was served, 33 days if it was mailed. A late appeal is \
         returned, unless it can be treated as a motion.",
        "If you do not appeal in that time, this decision is final. The denial does not keep the \
         petitioner from filing anew.",
        "Small Entity Owners: comments may be sent to the Ombudsman at 888-734-3247.",
    ] {
        y = s.paragraph(regular, size, 72.0, y, 468.0, text) + 9.0;
    }
    s.plain(size, 72.0, y + 8.0, "FOR THE DIRECTOR:");
    s.rule(72.0, 260.0, y + 44.0, 0.6);
    s.plain(size, 72.0, y + 56.0, facts.office.0);
    y += 84.0;
    s.bold(size, 72.0, y, "CERTIFICATE OF SERVICE");
    let mut text = format!(
        "Served by mail, article {} {} {}, on {}, {}",
        rng.digits(4),
        rng.digits(8),
        rng.digits(8),
        case.attorney.0,
        case.attorney.1
    );
    if let Some((digits, print)) = &facts.counsel {
        let tail =
            format!(", attorney for the petitioner (attorney's USCIS account number {print})");
        text.push_str(&tail);
        truth.prints_representative_account(digits);
    }
    y = s.paragraph(regular, size, 72.0, y + 16.0, 468.0, &format!("{text}.")) + 12.0;
    barcode(&mut s, rng, (72.0, y), &case.receipt);
    s.centred(regular, 8.5, 306.0, 764.0, "Page 2 of 2");
    s
}
