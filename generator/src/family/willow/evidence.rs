//! A request for evidence: letter, list of what is missing, and a coloured sheet to lay on top.
use super::{kit, smallprint};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// A value with its label to the right, in brackets or after a dash.
fn tagged(s: &mut Sheet, f: Family, x: f32, y: f32, value: &str, tag: &str) -> f32 {
    let end = s.write(Face::bold(f), 10.0, x, y, value);
    s.write(Face::regular(f), 8.4, end + 6.0, y, tag)
}

/// The head of the first page: agency, barcode with the receipt number, date.
fn head(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    case: &Case,
    office: kit::Office,
    number: &str,
) -> f32 {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let seat = [
        "U.S. Department of Homeland Security".to_string(),
        "U.S. Citizenship and Immigration Services".into(),
        office.0.into(),
        office.1.into(),
        office.2.into(),
    ];
    kit::stack(s, r, 8.0, 400.0, 44.0, &seat);
    kit::barcode(s, rng, 46.0, 36.0, 24.0, &case.receipt);
    s.write(r, 9.0, 46.0, 72.0, number);
    s.write(r, 10.2, 46.0, 104.0, &case.noticed.long());
    let block = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    let y = kit::stack(s, r, 10.2, 46.0, 132.0, &block);
    if rng.chance(0.5) {
        let copy = rng.pick(&["APPLICANT COPY", "ORIGINAL", "FILE COPY"]);
        s.flush_right(b, 9.0, 566.0, 132.0, copy);
    }
    y + 14.0
}

/// The line of references in which each label follows its value.
fn references(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    y: f32,
    case: &Case,
    truth: &mut NoticeTruth,
) -> f32 {
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    let slot = if case.is_petition {
        &mut truth.fields.petitioner
    } else {
        &mut truth.fields.applicant
    };
    *slot = Some(case.filer.listed());
    let alien = kit::alien(rng, &case.filer, truth);
    truth.fields.case_type = Some(case.form_code.into());
    tagged(s, f, 60.0, y, &case.filer.listed(), &format!("({role})"));
    tagged(s, f, 60.0, y + 13.0, &alien, "(A-File)");
    tagged(
        s,
        f,
        60.0,
        y + 26.0,
        &format!("Form {}", case.form_code),
        "(form of request)",
    );
    let mut y = y + 39.0;
    if case.is_petition {
        truth.fields.beneficiary = Some(case.beneficiary.listed());
        let number = kit::alien(rng, &case.beneficiary, truth);
        tagged(
            s,
            f,
            60.0,
            y,
            &case.beneficiary.listed().to_string(),
            "(Beneficiary)",
        );
        tagged(s, f, 60.0, y + 13.0, &number, "(A-File of beneficiary)");
        y += 26.0;
    }
    y + 8.0
}

/// The body of the letter; gives the next baseline.
fn body(s: &mut Sheet, f: Family, y: f32, case: &Case, due: &str, mention: &str) -> f32 {
    let r = Face::regular(f);
    s.write(r, 10.2, 46.0, y, &format!("Dear {}:", case.filer.name()));
    let first = format!(
        "USCIS requires more evidence to process your Form {}. The list on the next page shows \
         what is missing for you and for each member of your family. Send all of it at one \
         time.",
        case.form_code
    );
    let y = s.paragraph(r, 10.2, 46.0, y + 20.0, 520.0, &first) + 6.0;
    let text = format!(
        "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY {due}. The case will be decided on \
         the record if nothing arrives by that date. No extension can be given (8 CFR \
         103.2(b)(8))."
    );
    let y = s.paragraph(Face::bold(f), 10.2, 46.0, y, 520.0, &text) + 6.0;
    let y = s.paragraph(r, 10.2, 46.0, y, 520.0, mention) + 6.0;
    let more = "You may answer in full, answer in part and ask for a decision, or withdraw. \
                Put the last page of this letter on top of your answer. Questions: \
                800-375-5283 (TTY 800-767-1833).";
    s.paragraph(r, 10.2, 46.0, y, 520.0, more) + 20.0
}

/// A sentence on account numbers or other numbers of the page, without the filer's own.
fn mention(rng: &mut Rng, case: &Case, laid: bool, truth: &mut NoticeTruth) -> String {
    if !laid {
        return "Photocopies are accepted unless originals are asked for.".into();
    }
    let account = case::account(rng);
    match rng.below(4) {
        0 => {
            truth.prints_representative_account(&account);
            format!(
                "A copy of this letter was posted to the USCIS online account of your \
                     attorney, {}, account number {account}.",
                case.attorney.0
            )
        }
        1 => format!(
            "The bank statement for account {account} that you sent does not show the \
                      name of the holder."
        ),
        2 => "Write your USCIS online account number, if you have one, on each paper that you \
              send. It has 12 digits, for example 1000 2000 3000."
            .into(),
        _ => format!(
            "The earlier petition was filed by another person under USCIS online \
                      account number {account}; evidence from that case cannot be used here."
        ),
    }
}

/// The list of what is missing, by person.
fn wanted(f: Family, rng: &mut Rng, case: &Case, number: &str, truth: &mut NoticeTruth) -> Sheet {
    let mut s = Sheet::letter(f);
    let r = Face::regular(f);
    let b = Face::bold(f);
    s.write(
        r,
        8.5,
        46.0,
        44.0,
        &format!("{number} / {}", case.noticed.long()),
    );
    s.write(b, 12.0, 46.0, 72.0, "Evidence requested");
    let stock = [
        "Birth certificate with English translation",
        "Evidence of lawful entry (a copy of the I-94; the number has 11 characters)",
        "Form I-864 with the most recent federal tax return",
        "Marriage certificate, and proof that earlier marriages ended",
        "Two passport-style photographs",
        "Form I-693 signed within the last 60 days",
        "Evidence of relationship to the principal",
    ];
    let mut who = kit::household(rng, case, 1, 3);
    who.insert(0, case.filer.clone());
    let mut y = 98.0;
    for person in &who {
        let alien = kit::alien(rng, person, truth);
        s.fill([46.0, y - 11.0, 566.0, y + 5.0], 0.9);
        kit::fit(&mut s, b, 10.0, 52.0, y, 330.0, &person.listed());
        s.flush_right(r, 10.0, 560.0, y, &alien);
        let first = rng.below(stock.len());
        let count = rng.between(2, 4) as usize;
        for step in 0..count {
            y += 17.0;
            kit::tick(&mut s, 60.0, y, 8.5, rng.chance(0.7));
            s.write(r, 9.8, 76.0, y, stock[(first + step) % stock.len()]);
        }
        y += 28.0;
    }
    smallprint::fill(&mut s, f, rng, (46.0, 566.0), (y + 4.0, 745.0));
    kit::foot(&mut s, r, 7.5, "www.uscis.gov", "2");
    s
}

/// The sheet to lay on top of the answer, with the filer's account in a comb above its label.
fn cover(
    f: Family,
    rng: &mut Rng,
    case: &Case,
    due: &str,
    mine: Option<&str>,
    office: kit::Office,
) -> Sheet {
    let mut s = Sheet::letter(f);
    let r = Face::regular(f);
    let b = Face::bold(f);
    s.fill([46.0, 40.0, 566.0, 84.0], rng.uniform(0.75, 0.9));
    s.centred(
        b,
        18.0,
        306.0,
        69.0,
        rng.pick(&["RESPONSE COVER SHEET", "RETURN THIS PAGE ON TOP"]),
    );
    let size = rng.uniform(19.0, 23.0);
    let mut y = 130.0;
    kit::comb(&mut s, r, 60.0, y, size, 13, &case.receipt);
    s.write(r, 8.0, 60.0, y + size * 0.28 + 10.0, "Receipt number");
    if let Some(number) = mine {
        y += 58.0;
        let digits = if number.is_empty() {
            ""
        } else {
            case.account.as_str()
        };
        kit::comb(&mut s, r, 60.0, y, size, 12, digits);
        let role = if case.is_petition {
            "petitioner"
        } else {
            "applicant"
        };
        let label = rng.pick(&[
            "USCIS online account number of the @ (filled in by USCIS)",
            "Online account number with USCIS - @",
            "USCIS Online Account Number (@)",
        ]);
        s.write(
            r,
            8.0,
            60.0,
            y + size * 0.28 + 10.0,
            &label.replace('@', role),
        );
    }
    y += 64.0;
    for (label, value) in [
        ("Due", due),
        ("Mail to", office.0),
        ("", office.1),
        ("", office.2),
    ] {
        s.write(b, 11.0, 60.0, y, label);
        s.write(r, 11.0, 130.0, y, value);
        y += 16.0;
    }
    kit::barcode(&mut s, rng, 60.0, y + 20.0, 40.0, &case.receipt);
    s.write(
        r,
        10.0,
        60.0,
        y + 84.0,
        "Do not write below this line. Mail room use only.",
    );
    s.rule(46.0, 566.0, y + 92.0, 1.0);
    kit::foot(&mut s, r, 7.5, "www.uscis.gov", "3");
    s
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let f = rng.pick(&[
        Family::Times,
        Family::LiberationSerif,
        Family::LiberationSans,
        Family::DejaVuSerif,
    ]);
    let mut s = Sheet::letter(f);
    let mut truth = kit::truth("");
    let office = rng.pick(kit::CENTERS);
    let number = kit::receipt(rng, &case.receipt, &mut truth);
    truth.fields.notice_date = Some(case.noticed.long());
    let y = head(&mut s, f, rng, case, office, &number);
    let kind = rng.pick(&[
        "REQUEST FOR EVIDENCE",
        "Request for Evidence",
        "REQUEST FOR INITIAL EVIDENCE",
    ]);
    truth.fields.notice_type = Some(kind.into());
    s.centred(Face::bold(f), 13.0, 306.0, y + 6.0, kind);
    let y = references(&mut s, f, rng, y + 30.0, case, &mut truth);
    let mine = kit::own(rng, case, &mut truth);
    let mut y = y;
    let mut on_cover = mine.clone();
    let shown = mine.as_ref().filter(|account| !account.is_empty());
    if let Some(account) = shown.filter(|_| rng.chance(0.5)) {
        let tag = rng.pick(&[
            "(USCIS online account no.)",
            "(USCIS account number of the filer)",
        ]);
        tagged(&mut s, f, 60.0, y - 8.0, account, tag);
        y += 13.0;
        on_cover = on_cover.filter(|_| rng.chance(0.5));
    }
    let due = case.noticed.later(0, rng.pick(&[30, 33, 84, 87])).long();
    truth.fields.response_due = Some(due.clone());
    let laid = kit::trap(rng, &mine);
    let text = mention(rng, case, laid, &mut truth);
    let y = body(&mut s, f, y, case, &due, &text);
    s.write(Face::regular(f), 10.2, 46.0, y, "Sincerely,");
    s.write(Face::italic(f), 10.2, 46.0, y + 34.0, "Director");
    smallprint::fill(&mut s, f, rng, (46.0, 566.0), (y + 60.0, 745.0));
    kit::foot(&mut s, Face::regular(f), 7.5, "www.uscis.gov", "1");
    let list = wanted(f, rng, case, &number, &mut truth);
    let top = cover(f, rng, case, &due, on_cover.as_deref(), office);
    Drawing {
        sheets: vec![s, list, top],
        truth,
    }
}
