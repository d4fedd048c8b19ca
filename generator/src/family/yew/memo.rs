//! A typewritten transfer slip with stamps, and a letter about accounts that were mixed up.

use super::page::Doc;
use super::prose::{choose, fill};
use super::words::{
    A_LABELS, LABELS, OFFICES, R_LABELS, day, gently, or_blank, own_account, representative, route,
    shuffle,
};
use crate::case::{Case, account, printed_a_number, printed_account, printed_receipt, receipt};
use crate::family::Drawing;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::Family;

/// A transfer slip in typewriter style.
pub(super) fn slip(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[
        Family::Courier,
        Family::LiberationMono,
        Family::FreeMono,
        Family::DejaVuSansMono,
    ]);
    let mut doc = Doc::new(
        family,
        if family == Family::DejaVuSansMono {
            8.6
        } else {
            9.6
        },
    );
    let (bold, regular, size) = (doc.strong(), doc.regular(), doc.size);
    let style = rng.below(4);
    let who = &case.filer;
    let from = rng.below(OFFICES.len());
    let to = (from + 1 + rng.below(OFFICES.len() - 1)) % OFFICES.len();
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&who.a_number);
    truth.fields.notice_type = Some("Transfer Notice".into());
    doc.set(regular, size, "DEPARTMENT OF HOMELAND SECURITY", 0.0);
    doc.set(
        regular,
        size,
        "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
        14.0,
    );
    doc.set(bold, size + 2.0, "NOTICE TYPE: Transfer Notice", 10.0);
    let noticed = day(style, case.noticed);
    let received = day(style, case.received);
    let number = printed_a_number(rng, &who.a_number);
    let printed = printed_receipt(rng, &case.receipt);
    let code = rng.pick(&["I-589", "I-730", "I-765"]);
    let mut pairs = vec![
        (
            "FROM".to_owned(),
            format!("{} ASYLUM OFFICE", OFFICES[from].1.to_uppercase()),
        ),
        (
            "TO".to_owned(),
            format!("{} ASYLUM OFFICE", OFFICES[to].1.to_uppercase()),
        ),
        ("NOTICE DATE".to_owned(), noticed.clone()),
        ("RECEIVED DATE".to_owned(), received.clone()),
        (rng.pick(&R_LABELS).to_uppercase(), printed),
        (rng.pick(&A_LABELS).to_uppercase(), number),
        ("APPLICANT".to_owned(), who.listed()),
        ("FORM TYPE".to_owned(), code.to_owned()),
        (
            "SHIPMENT NO.".to_owned(),
            format!("{}{}", rng.between(1, 9), rng.digits(11)),
        ),
        (
            "PHONE / EXT.".to_owned(),
            format!(
                "{}-{}-{} / {}",
                rng.between(201, 989),
                rng.between(200, 989),
                rng.digits(4),
                rng.digits(2)
            ),
        ),
    ];
    let shown = own_account(rng, case, &mut truth);
    if let Some(value) = &shown {
        let label = match rng.below(3) {
            0 => "ONLINE ACCT. NO.".to_owned(),
            1 => "USCIS ELIS ACCOUNT NUMBER".to_owned(),
            _ => rng.pick(&LABELS).to_uppercase(),
        };
        pairs.push((label, or_blank(rng, value)));
    }
    shuffle(rng, &mut pairs);
    doc.ledger(190.0, &pairs, rng.pick(&[":", " .....", ""]));
    truth.fields.notice_date = Some(noticed);
    truth.fields.received_date = Some(received);
    truth.fields.applicant = Some(who.listed());
    truth.fields.case_type = Some(code.into());
    doc.line(0.8);
    doc.y += 18.0;
    doc.prose(
        "1. THE CASE NAMED ABOVE WAS MOVED TO THE OFFICE THAT HAS JURISDICTION OVER THE PLACE \
         WHERE THE APPLICANT NOW LIVES.",
    );
    doc.prose(
        "2. NOTHING NEED BE DONE. THE NEW OFFICE WILL SCHEDULE THE INTERVIEW AND SEND A NOTICE \
         AT LEAST 21 DAYS BEFORE IT.",
    );
    if rng.chance(0.5) {
        let other = receipt(rng, "SRC", case.received.year);
        truth.prints_receipt(&other);
        doc.prose(&format!(
            "3. THE APPLICANT'S OTHER CASE, RECEIPT {other}, STAYS WHERE IT IS AND IS NOT MOVED."
        ));
    } else if shown.is_none() {
        doc.prose("3. THE FILE IS ON PAPER. NO ONLINE ACCOUNT IS LINKED TO IT.");
    }
    if rng.chance(0.4) {
        let digits = representative(rng, &mut truth);
        doc.prose(&format!(
            "CC: {} (ATTORNEY). ATTORNEY'S USCIS ONLINE ACCOUNT NUMBER: {digits}",
            case.attorney.0
        ));
    }
    for text in choose(&mut doc, rng, 0, 3) {
        doc.prose(&text.to_uppercase());
    }
    doc.room(96.0);
    let (left, top) = (rng.pick(&[72.0, 300.0]), doc.y + 6.0);
    let stamp = [
        rng.pick(&["RECEIVED", "FORWARDED", "DATE STAMP"])
            .to_owned(),
        format!("{} ASYLUM", OFFICES[to].1.to_uppercase()),
        format!("MAIL ROOM {}", route(rng)),
        format!("BOX {} {} {}", rng.digits(3), rng.digits(3), rng.digits(3)),
    ];
    doc.sheet()
        .frame([left, top, left + 206.0, top + 64.0], 1.8);
    for (n, words) in stamp.iter().enumerate() {
        let y = top + 15.0 + 14.0 * n as f32;
        doc.sheet().centred(bold, 9.0, left + 103.0, y, words);
    }
    let sheets = doc.finish(&route(rng), rng.below(3));
    Drawing { sheets, truth }
}

/// A letter about an account that was linked to the wrong person.
pub(super) fn review(rng: &mut Rng, case: &Case) -> Drawing {
    let mut truth = NoticeTruth::default();
    let family = rng.pick(&[
        Family::DejaVuSerif,
        Family::Times,
        Family::FreeSans,
        Family::Helvetica,
    ]);
    let mut doc = Doc::new(family, 9.8);
    let (bold, regular) = (doc.strong(), doc.regular());
    let style = rng.below(4);
    let who = &case.filer;
    truth.prints_receipt(&case.receipt);
    truth.prints_a_number(&who.a_number);
    doc.set(
        regular,
        9.8,
        "U.S. Citizenship and Immigration Services",
        0.0,
    );
    doc.set(regular, 9.8, "Account Integrity Desk", 12.0);
    let noticed = day(style, case.noticed);
    doc.prose(&noticed);
    truth.fields.notice_date = Some(noticed);
    let mut address = vec![who.name()];
    address.extend(case.address.iter().cloned());
    doc.lines(regular, &address);
    truth.fields.addressee = Some(who.name());
    doc.set(
        bold,
        12.0,
        rng.pick(&[
            "Courtesy Letter",
            "Courtesy Letter: review of your online account",
        ]),
        8.0,
    );
    let number = printed_a_number(rng, &who.a_number);
    let printed = printed_receipt(rng, &case.receipt);
    doc.prose(&match rng.below(2) {
        0 => format!(
            "You asked us to look into the online account that is linked to {} {printed} ({} \
             {number}). This letter tells you what we found and what you should do.",
            rng.pick(&R_LABELS),
            rng.pick(&A_LABELS)
        ),
        _ => format!(
            "Re: {} {number}; {} {printed}. We have completed the review that you asked for.",
            rng.pick(&A_LABELS),
            rng.pick(&R_LABELS)
        ),
    });
    fill(&mut doc, rng, 0, 3);
    let mine = printed_account(rng, &case.account);
    let old = account(rng);
    let label = rng.pick(&LABELS[..5]);
    match rng.below(8) {
        0 | 1 => {
            truth.prints_account(&case.account);
            let theirs = representative(rng, &mut truth);
            doc.prose(&format!(
                "The number {theirs} that you wrote on your form is the USCIS online account \
                 number of your attorney, {}. It is not yours. Your own {label} is {mine}; please \
                 use this one from now on.",
                gently(&case.attorney.0)
            ));
        }
        2 => {
            truth.prints_account(&old);
            truth.prints_account(&case.account);
            let before = printed_account(rng, &old);
            doc.prose(&format!(
                "Two accounts were opened in your name. Your first {label} was {before} and has \
                 been closed; your present {label} is {mine}. Cases in different accounts cannot \
                 be merged, and both numbers stay in your record."
            ));
        }
        3 => {
            truth.prints_account(&case.account);
            let theirs = printed_account(rng, &old);
            doc.prose(&format!(
                "Your {label} is {mine}, and the case is in the right place. The account number \
                 {theirs}, about which you also asked, belongs to your employer and shows \
                 nothing of yours."
            ));
        }
        4 | 5 => {
            truth.account_cell = crate::notice::AccountCell::Blank;
            let gap = rng.pick(&["____________", "(none assigned)", "not available"]);
            doc.prose("We found no account of yours. When one is opened, write its number here:");
            doc.prose(&format!("{label}: {gap}"));
        }
        _ => {
            let theirs = representative(rng, &mut truth);
            doc.prose(&format!(
                "No account of yours exists. The only account in this case is that of your former \
                 representative, {}: representative's USCIS online account number {theirs}.",
                gently(&case.attorney.0)
            ));
        }
    }
    doc.prose(&format!(
        "Your request was logged as service item {}{}. If you call, have that item number ready; \
         the officer will not ask you for an Online Access Code.",
        rng.between(1, 9),
        rng.digits(11)
    ));
    if rng.chance(0.5) {
        doc.prose(
            "Please note: an account number is written without letters. A number such as \
             IOE0000000000 is a receipt number, and 000-000-000 is the shape of an A-Number.",
        );
    }
    fill(&mut doc, rng, 0, 4);
    doc.room(60.0);
    doc.prose("Sincerely,");
    doc.y += 16.0;
    doc.prose(&format!("Account Integrity Desk, {}", route(rng)));
    let sheets = doc.finish("1-800-375-5283 (TTY 1-800-767-1833)", rng.below(3));
    Drawing { sheets, truth }
}
