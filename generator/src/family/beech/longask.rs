//! A request for evidence in three pages, with running heads and a block of references.
use super::kit::Leaf;
use super::prose;
use super::words::{self, Own};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// What the pages share.
struct Ask {
    title: &'static str,
    due: String,
    account: Own,
}

/// Draws the letter.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::Helvetica]);
    let mut truth = words::truth("I-797E", case);
    let title = rng.pick(&[
        "Request for Evidence",
        "Notice of Intent to Deny",
        "Request for Additional Evidence",
    ]);
    let due = case.noticed.later(0, rng.pick(&[33, 84, 87])).long();
    let account = words::own(rng, case, &mut truth, (0.45, 0.06));
    truth.fields.notice_type = Some(title.into());
    truth.fields.response_due = Some(due.clone());
    let ask = Ask {
        title,
        due,
        account,
    };
    let first = opening(rng, case, &mut truth, &ask, family);
    let second = middle(rng, case, &ask, family);
    let third = closing(rng, case, &mut truth, &ask, family);
    Drawing {
        sheets: vec![first.sheet, second.sheet, third.sheet],
        truth,
    }
}

/// The head of the later pages.
fn running(leaf: &mut Leaf, case: &Case, ask: &Ask, page: usize) {
    leaf.sheet.plain(8.5, 54.0, 40.0, &case.receipt);
    leaf.mid(false, 8.5, (306.0, 40.0), ask.title);
    leaf.right(false, 8.5, (558.0, 40.0), &format!("Page {page} of 3"));
    leaf.sheet.rule(54.0, 558.0, 46.0, 0.5);
}

/// The first page.
fn opening(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, ask: &Ask, family: Family) -> Leaf {
    let mut leaf = Leaf::new(family);
    let [office, street, town] = words::office(rng);
    leaf.right(
        true,
        10.0,
        (558.0, 44.0),
        "U.S. Citizenship and Immigration Services",
    );
    leaf.right(false, 8.5, (558.0, 55.0), &format!("{office}, {street}"));
    leaf.right(false, 8.5, (558.0, 65.0), town);
    leaf.bars(Symbology::Code128, (54.0, 36.0), 0.9, 24.0, &case.receipt);
    let date = case.noticed.long();
    leaf.sheet.plain(10.5, 54.0, 96.0, &date);
    truth.fields.notice_date = Some(date);
    let to_attorney = rng.chance(0.4);
    leaf.lines(
        10.5,
        (54.0, 122.0),
        12.5,
        &words::addressee(case, to_attorney),
    );
    let y = references(&mut leaf, rng, case, truth, ask);
    leaf.mid(true, 13.0, (306.0, y + 16.0), &ask.title.to_uppercase());
    leaf.mid(
        false,
        8.5,
        (306.0, y + 28.0),
        "Form I-797E, Notice of Action",
    );
    leaf.sheet.frame([54.0, y + 38.0, 558.0, y + 58.0], 1.2);
    let text = format!(
        "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY {}",
        ask.due.to_uppercase()
    );
    leaf.mid(true, 10.0, (306.0, y + 51.5), &text);
    let lead = format!(
        "You filed Form {}. The documents that you sent do not yet show that you \
        are eligible. Send everything that is listed on the next pages in one package. If the \
        package is not here in time, we decide on what is in the file.",
        case.form_code
    );
    let posted = match (ask.account, rng.below(3)) {
        (Own::Filled, 0) => format!(
            "A copy of this letter is posted in your USCIS online account \
            (account number {}).",
            words::own_value(rng, case, ask.account)
        ),
        (Own::Filled, 1) => format!(
            "Our records show that USCIS online account {} is yours; you \
            may answer there instead of by mail.",
            case.account
        ),
        (Own::Filled, _) => format!(
            "You may answer by mail, or upload the documents to your \
            USCIS online account, No. {}.",
            case.account
        ),
        _ => rng.pick(&prose::MENTIONS).to_string(),
    };
    leaf.prose(
        10.5,
        (54.0, y + 78.0),
        504.0,
        &[&lead, &posted, prose::RECEIPT[4]],
    );
    leaf.mid(false, 8.0, (306.0, 756.0), "www.uscis.gov    Page 1 of 3");
    leaf
}

/// The references: labels with colons, values in a column to the right.
fn references(
    leaf: &mut Leaf,
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    ask: &Ask,
) -> f32 {
    let name = case.filer.name();
    words::note_filer(truth, case, &name);
    truth.prints_a_number(&case.filer.a_number);
    let mut rows = vec![
        ("RE:".to_string(), words::receipt(rng, case)),
        ("Form:".into(), words::kind(case)),
        (format!("{}:", words::role(case)), name),
        (
            format!(
                "{}:",
                rng.pick(&["A-File", "File Number", "Alien File No."])
            ),
            words::alien(rng, &case.filer.a_number),
        ),
    ];
    if case.is_petition {
        truth.fields.beneficiary = Some(case.beneficiary.name());
        rows.push(("Beneficiary:".into(), case.beneficiary.name()));
    }
    if ask.account == Own::Blank {
        rows.insert(
            1 + rng.below(3),
            ("USCIS Online Acct. No.:".into(), String::new()),
        );
    }
    if rng.chance(0.5) {
        rows.push(("NVC case:".into(), format!("GUZ2016{}", rng.digits(6))));
    }
    let left = rng.uniform(54.0, 150.0);
    let mut y = 206.0;
    for (label, value) in &rows {
        leaf.sheet.plain(10.0, left, y, label);
        leaf.put(true, 10.0, (left + 118.0, y), 440.0 - left, value);
        y += 13.5;
    }
    y
}

/// The second page: what to send.
fn middle(rng: &mut Rng, case: &Case, ask: &Ask, family: Family) -> Leaf {
    let mut leaf = Leaf::new(family);
    running(&mut leaf, case, ask, 2);
    leaf.sheet.bold(11.0, 54.0, 76.0, "EVIDENCE TO SEND");
    let wanted = [
        "A complete copy of the birth certificate with a certified translation.",
        "Tax transcripts of the three most recent years. Cover the Social Security number \
         (for example XXX-XX-1234) except its last four digits.",
        "Proof that the parties live together: leases, deeds, insurance, joint statements. You \
         may black out bank account numbers such as 000123456789.",
        "Copies of both sides of every Form I-94, old and new.",
        "A letter from the employer that states duties, hours and salary.",
        "Police and court records of every arrest, with the final disposition.",
        "Two photographs of passport size, with the A-Number written in pencil on the back.",
        "An explanation of every absence from the United States of more than 180 days.",
    ];
    let mut y = 98.0;
    let skip = rng.below(3);
    for (index, text) in wanted.iter().skip(skip).enumerate() {
        leaf.sheet.bold(10.5, 60.0, y, &format!("{}.", index + 1));
        y = leaf.para(10.5, (82.0, y), 476.0, text) + 7.0;
    }
    y = leaf.para(
        9.0,
        (54.0, y + 10.0),
        504.0,
        "The law: 8 CFR 103.2(b)(8) and (11); INA 291. \
        The person who asks for a benefit must show that he or she is eligible for it.",
    );
    leaf.sheet.rule(54.0, 180.0, y + 10.0, 0.4);
    leaf.para(
        8.0,
        (54.0, y + 21.0),
        504.0,
        "1 A certified translation bears the signature and \
        the address of the translator.",
    );
    leaf
}

/// The third page: where to send it.
fn closing(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth, ask: &Ask, family: Family) -> Leaf {
    let mut leaf = Leaf::new(family);
    running(&mut leaf, case, ask, 3);
    let [office, street, town] = words::office(rng);
    leaf.sheet.bold(11.0, 54.0, 76.0, "WHERE TO SEND IT");
    leaf.lines(
        10.5,
        (90.0, 98.0),
        13.0,
        &[office, "Attn: RFE", street, town],
    );
    let y = leaf.prose(
        10.5,
        (54.0, 164.0),
        504.0,
        &[
            "Place this letter on top of your answer, \
        and send originals only where we ask for them. We cannot give more time.",
            &prose::telephone(rng),
        ],
    );
    leaf.sheet.plain(10.5, 54.0, y + 16.0, "Sincerely,");
    leaf.sheet.plain(10.5, 54.0, y + 58.0, "Director");
    leaf.sheet
        .plain(9.0, 54.0, y + 72.0, &format!("Officer {}", rng.digits(4)));
    if rng.chance(0.4) && case.noticed.year >= 2013 {
        let digits = case::account(rng).to_string();
        truth.prints_representative_account(&digits);
        let text = format!(
            "cc: {}, {} (representative's online account no. {digits})",
            case.attorney.0, case.attorney.1
        );
        leaf.put(false, 9.0, (54.0, y + 100.0), 504.0, &text);
    }
    leaf.perforation(660.0, "CUT HERE: ADDRESS LABEL FOR YOUR ANSWER");
    leaf.bars(Symbology::Code39, (54.0, 676.0), 1.0, 30.0, &case.receipt);
    leaf.lines(
        9.0,
        (330.0, 684.0),
        11.0,
        &[office, "Attn: RFE", street, town],
    );
    leaf.sheet
        .plain(8.0, 54.0, 720.0, &format!("RESP {}", rng.digits(12)));
    leaf
}
