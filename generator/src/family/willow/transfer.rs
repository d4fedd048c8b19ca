//! A mail-merge letter on a three-column letterhead: the cases of a family move to another office.
use super::{kit, smallprint};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The letterhead: agency left, office centre, telephones right.
fn letterhead(s: &mut Sheet, f: Family, rng: &mut Rng, office: kit::Office) {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let size = rng.uniform(7.6, 8.4);
    let left = [
        "U.S. Department of Homeland Security",
        "U.S. Citizenship and Immigration Services",
    ];
    for (row, text) in left.iter().enumerate() {
        s.write(
            if row == 0 { r } else { b },
            size,
            54.0,
            50.0 + row as f32 * 10.5,
            text,
        );
    }
    for (row, text) in [office.0, office.1, office.2].iter().enumerate() {
        s.centred(r, size, 330.0, 50.0 + row as f32 * 10.5, text);
    }
    let fax = format!("Fax {}-{}-{}", rng.digits(3), rng.digits(3), rng.digits(4));
    for (row, text) in ["www.uscis.gov", "800-375-5283", &fax].iter().enumerate() {
        s.flush_right(r, size, 558.0, 50.0 + row as f32 * 10.5, text);
    }
    s.rule(54.0, 558.0, 82.0, rng.pick(&[0.5, 1.2]));
}

/// The reference block: labels left of a colon, values right of it.
fn references(s: &mut Sheet, f: Family, x: f32, y: f32, set: &[(String, String)]) -> f32 {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let wide = set
        .iter()
        .map(|(label, _)| b.width(label, 9.5))
        .fold(0.0, f32::max);
    let mut y = y;
    for (label, value) in set {
        s.write(b, 9.5, x, y, label);
        kit::fit(s, r, 9.5, x + wide + 10.0, y, 546.0 - x - wide, value);
        y += 12.5;
    }
    y
}

/// The further cases of the family, each with its receipt number, person and A-Number.
fn moved(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    y: f32,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let columns = [64.0, 186.0, 390.0];
    let heads = [
        "Case",
        "Person",
        rng.pick(&["A-File", "A-Number", "File number"]),
    ];
    for (x, head) in columns.iter().zip(heads) {
        s.write(b, 9.0, *x, y, head);
    }
    s.rule(60.0, 552.0, y + 4.0, 0.5);
    let mut y = y + 16.0;
    for person in kit::household(rng, case, 1, 4) {
        let number = case::receipt(rng, &case.receipt[..3], case.received.year);
        s.write(r, 9.5, columns[0], y, &kit::receipt(rng, &number, truth));
        kit::fit(s, r, 9.5, columns[1], y, 196.0, &person.listed());
        s.write(r, 9.5, columns[2], y, &kit::alien(rng, &person, truth));
        y += 13.5;
    }
    y + 8.0
}

/// The sentence in which the account number stands, or one that only speaks of such numbers.
fn account_sentence(rng: &mut Rng, number: Option<&str>) -> String {
    match number {
        Some(n) => {
            let way = rng.pick(&[
                "Your USCIS online account number is @ and does not change with the transfer.",
                "You filed through your own USCIS online account, number @. It stays open.",
                "Progress is shown in your online account with USCIS (account number @).",
                "The new office will post its notices to your USCIS online account no. @.",
            ]);
            way.replace('@', n)
        }
        None => rng
            .pick(&[
                "If you have a USCIS online account, its number does not change with the \
                 transfer.",
                "A USCIS online account number has 12 digits (for example 0123 4567 8901); you \
                 may look yours up in your profile.",
                "You do not need a USCIS online account number to ask about these cases.",
            ])
            .to_string(),
    }
}

/// The body of the letter.
fn body(s: &mut Sheet, f: Family, rng: &mut Rng, y: f32, sentence: &str, to: kit::Office) -> f32 {
    let r = Face::regular(f);
    let first = format!(
        "This is to tell you that your case and the cases listed below were transferred to the \
         {}, {}, {}, which now has jurisdiction. {}",
        to.0,
        to.1,
        to.2,
        rng.pick(&[
            "The transfer was made to balance the workload between offices.",
            "We moved the cases because of your change of residence.",
            "The file is needed at the new office for an interview.",
        ])
    );
    let y = s.paragraph(r, 10.2, 54.0, y, 504.0, &first) + 6.0;
    let y = s.paragraph(r, 10.2, 54.0, y, 504.0, sentence) + 6.0;
    let more = "That office will notify you in writing of its decision. The receipt numbers \
                stay the same. Please quote them in any letter and do not file again for the \
                same benefit.";
    s.paragraph(r, 10.2, 54.0, y, 504.0, more) + 6.0
}

/// A paragraph with a number that is not the filer's account.
fn rival(rng: &mut Rng, truth: &mut NoticeTruth, case: &Case) -> String {
    match rng.below(3) {
        0 => {
            let parcel = format!("{} {} {}", rng.digits(4), rng.digits(4), rng.digits(4));
            format!("The files left this office by courier under FedEx tracking number {parcel}.")
        }
        1 => {
            let account = case::account(rng);
            truth.prints_representative_account(&account);
            format!(
                "A copy was posted to the representative, {}, whose own USCIS online account \
                 number is {account}.",
                case.attorney.0
            )
        }
        _ => format!(
            "The fee was charged to the bank account ending {}; payment tracking number {}.",
            rng.digits(4),
            rng.digits(12)
        ),
    }
}

/// The reference lines at the head of the letter, the account number perhaps among them.
fn reference_set(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    mine: Option<&str>,
) -> Vec<(String, String)> {
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.case_type = Some(case.form_code.into());
    let number = kit::receipt(rng, &case.receipt, truth);
    let alien = kit::alien(rng, &case.filer, truth);
    let receipt = rng.pick(&[
        "RE:",
        "Our reference (receipt no.):",
        "Case ID:",
        "Receipt number:",
    ]);
    let mut set = vec![(receipt.to_string(), number)];
    set.push((
        "Form:".into(),
        format!("{}, {}", case.form_code, case.title),
    ));
    set.push((
        rng.pick(&["A-File:", "File No.:", "Alien File Number:"])
            .into(),
        alien,
    ));
    if let Some(number) = mine {
        let label = rng.pick(&[
            "Your USCIS online account no.:",
            "Your online account number with USCIS:",
            "USCIS Online Acct. (addressee):",
            "Your reference (USCIS online account):",
        ]);
        set.push((label.into(), number.into()));
    }
    set
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let f = rng.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::DejaVuSerif,
    ]);
    let mut s = Sheet::letter(f);
    let mut truth = kit::truth("");
    let from = rng.pick(kit::CENTERS);
    let to = rng.pick(kit::FIELD);
    letterhead(&mut s, f, rng, from);
    let mine = kit::own(rng, case, &mut truth);
    let spoken = mine.as_deref().is_some_and(|number| !number.is_empty()) && rng.chance(0.55);
    let r = Face::regular(f);
    s.write(r, 10.2, 54.0, 104.0, &case.noticed.long());
    let block = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    kit::stack(&mut s, r, 10.2, 54.0, 130.0, &block);
    if rng.chance(0.5) {
        kit::barcode(&mut s, rng, 340.0, 104.0, 26.0, &case.receipt);
    }
    let set = reference_set(
        rng,
        case,
        &mut truth,
        if spoken { None } else { mine.as_deref() },
    );
    let y = references(&mut s, f, rng.pick(&[54.0, 90.0, 130.0]), 186.0, &set);
    let kind = rng.pick(&[
        "Notice of Transfer",
        "TRANSFER NOTICE",
        "Notice of Case Transfer",
    ]);
    truth.fields.notice_type = Some(kind.into());
    s.centred(Face::bold(f), 13.0, 306.0, y + 16.0, kind);
    let dear = format!("Dear {}:", case.filer.name());
    s.write(r, 10.2, 54.0, y + 42.0, &dear);
    let sentence = account_sentence(rng, if spoken { mine.as_deref() } else { None });
    let y = body(&mut s, f, rng, y + 62.0, &sentence, to);
    let mut y = moved(&mut s, f, rng, y + 6.0, case, &mut truth);
    if kit::trap(rng, &mine) {
        let text = rival(rng, &mut truth, case);
        y = s.paragraph(r, 10.2, 54.0, y, 504.0, &text) + 6.0;
    }
    s.write(r, 10.2, 54.0, y + 10.0, "Sincerely,");
    s.write(Face::italic(f), 10.2, 54.0, y + 42.0, "Director");
    s.write(r, 10.2, 54.0, y + 55.0, from.0);
    smallprint::fill(&mut s, f, rng, (54.0, 558.0), (y + 80.0, 745.0));
    kit::foot(
        &mut s,
        r,
        7.0,
        rng.pick(&["XFER-LTR 03 (merge)", "TRF2 family", "Ltr 741"]),
        "www.uscis.gov",
    );
    Drawing {
        sheets: vec![s],
        truth,
    }
}
