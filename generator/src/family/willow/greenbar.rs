//! A mainframe line printer: fixed pitch, upper case, abbreviations, a roster of the household.
use super::kit;
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The carriage of the printer: a face of fixed pitch, its column width and its line pitch.
struct Carriage {
    face: Face,
    size: f32,
    left: f32,
    top: f32,
    pitch: f32,
}

impl Carriage {
    /// Draws a carriage.
    fn new(rng: &mut Rng, family: Family) -> Self {
        let size = rng.pick(&[8.4, 8.8, 9.1]);
        let left = rng.uniform(34.0, 46.0);
        let top = rng.uniform(46.0, 62.0);
        Carriage {
            face: Face::regular(family),
            size,
            left,
            top,
            pitch: rng.uniform(11.4, 12.4),
        }
    }
    /// The place of a column.
    fn x(&self, column: usize) -> f32 {
        self.left + column as f32 * self.face.width("0", self.size)
    }
    /// The baseline of a row.
    fn y(&self, row: usize) -> f32 {
        self.top + row as f32 * self.pitch
    }
    /// Prints a text at a column of a row.
    fn at(&self, s: &mut Sheet, column: usize, row: usize, text: &str) {
        s.write(self.face, self.size, self.x(column), self.y(row), text);
    }
}

/// The way in which the program sets a label before its value.
#[derive(Clone, Copy)]
enum Lead {
    Dots,
    Equals,
    Arrow,
}

/// A label as the program prints it, filled to the width of its column.
fn lead(style: Lead, label: &str, wide: usize) -> String {
    match style {
        Lead::Dots => format!(
            "{label} {}:",
            ".".repeat(wide.saturating_sub(label.len() + 2))
        ),
        Lead::Equals => format!("{label:<width$} =", width = wide - 2),
        Lead::Arrow => format!("{label:>width$}>", width = wide - 1),
    }
}

/// Prints the fields of one column of the form; gives the row after the last.
fn column(c: &Carriage, s: &mut Sheet, style: Lead, at: (usize, usize), set: &[(String, String)]) {
    let wide = 24;
    for (index, (label, value)) in set.iter().enumerate() {
        let row = at.1 + index;
        c.at(s, at.0, row, &lead(style, label, wide));
        let x = c.x(at.0 + wide + 1);
        let room = c.x(at.0 + 49) - x;
        kit::fit(s, c.face, c.size, x, c.y(row), room, value);
    }
}

/// The fields of the case, left half.
fn case_fields(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let word = rng.pick(&[
        "RECEIPT NBR",
        "RCPT NO",
        "CASE ID",
        "RECEIPT-NUMBER",
        "APPL/PET RCPT NBR",
    ]);
    let number = kit::receipt(rng, &case.receipt, truth);
    let code = case.form_code;
    truth.fields.case_type = Some(code.into());
    truth.fields.received_date = Some(case.received.numeric());
    truth.fields.notice_date = Some(case.noticed.numeric());
    let mut set = vec![
        (word.into(), number),
        (rng.pick(&["FORM TYP", "CASE TYPE"]).into(), code.into()),
    ];
    set.push((
        rng.pick(&["RECVD DT", "DATE RECD", "RECEIVED DATE"]).into(),
        case.received.numeric(),
    ));
    set.push((
        rng.pick(&["NOTICE DT", "NOTICE DATE", "NOTC DATE"]).into(),
        case.noticed.numeric(),
    ));
    if case.is_petition && rng.chance(0.6) {
        truth.fields.priority_date = Some(case.priority.numeric());
        set.push(("PRIORITY DT".into(), case.priority.numeric()));
    }
    let kind = rng.pick(&["RECEIPT NOTICE", "TRANSFER NOTICE", "REOPEN"]);
    truth.fields.notice_type = Some(kind.into());
    set.push((rng.pick(&["NOTICE TYPE", "NOTICE TYP"]).into(), kind.into()));
    let amount = format!("${}.00", rng.pick(&["535", "1,440", "460", "725"]));
    truth.fields.amount = Some(amount.clone());
    set.push((rng.pick(&["AMT RECD", "AMOUNT RECEIVED"]).into(), amount));
    set
}

/// The fields of the persons, right half, the account number among them.
fn person_fields(rng: &mut Rng, case: &Case, truth: &mut NoticeTruth) -> Vec<(String, String)> {
    let role = if case.is_petition {
        "PETITIONER"
    } else {
        "APPLICANT"
    };
    let name = case.filer.listed();
    let slot = if case.is_petition {
        &mut truth.fields.petitioner
    } else {
        &mut truth.fields.applicant
    };
    *slot = Some(name.clone());
    let mut set = vec![(role.to_string(), name)];
    let word = rng.pick(&["ALIEN REG NBR", "A-NBR", "A-FILE NBR", "USCIS ALIEN NBR"]);
    set.push((word.into(), kit::alien(rng, &case.filer, truth)));
    let owner = rng.pick(&[
        "FILER",
        "SELF",
        if case.is_petition { "PETR" } else { "APPL" },
    ]);
    let mine = kit::own(rng, case, truth);
    if let Some(number) = &mine {
        let label = match rng.below(5) {
            0 => "USCIS ONLINE ACCT NBR".to_string(),
            1 => format!("ONLINE ACCT NBR-{owner}"),
            2 => format!("USCIS ACCT NO-{owner}"),
            3 => "ELIS ACCT NBR".to_string(),
            _ => format!("{owner} USCIS ACCT#"),
        };
        let place = rng.between(1, 2) as usize;
        set.insert(place, (label, number.clone()));
    }
    if case.is_petition {
        truth.fields.beneficiary = Some(case.beneficiary.listed());
        set.push(("BENEFICIARY".into(), case.beneficiary.listed()));
    }
    if kit::trap(rng, &mine) {
        set.push(rival(rng, truth));
    }
    set.push(("REP NAME".into(), case.attorney.0.to_uppercase()));
    set
}

/// A twelve-digit number that is not the filer's account.
fn rival(rng: &mut Rng, truth: &mut NoticeTruth) -> (String, String) {
    let number = rng.digits(12);
    match rng.below(4) {
        0 => ("PAYMENT TRK NBR".into(), number),
        1 => ("DRAWN ON BANK ACCT".into(), number),
        2 => {
            let account = case::account(rng);
            truth.prints_representative_account(&account);
            (
                rng.pick(&["ATTY ONLINE ACCT NBR", "REP USCIS ACCT NBR"])
                    .into(),
                account,
            )
        }
        _ => ("BATCH/CTRL NBR".into(), number),
    }
}

/// The roster of persons on the case, with numbers that look like A-Numbers.
fn roster(
    c: &Carriage,
    s: &mut Sheet,
    rng: &mut Rng,
    row: usize,
    who: &[Person],
    truth: &mut NoticeTruth,
) {
    let with_i94 = rng.chance(0.5);
    let third = if with_i94 { "I-94 NBR" } else { "SSN" };
    c.at(
        s,
        0,
        row,
        &format!("HOUSEHOLD MEMBERS ON THIS NOTICE: {:02}", who.len()),
    );
    c.at(
        s,
        0,
        row + 1,
        &format!("SEQ  {:<34}{:<14}{:<13}{third}", "NAME", "A-NBR", "DOB"),
    );
    c.at(s, 0, row + 2, &"-".repeat(84));
    for (index, person) in who.iter().enumerate() {
        let at = row + 3 + index;
        let number = kit::alien_plain(person, truth);
        let other = if with_i94 {
            kit::i94(rng)
        } else {
            format!("XXX-XX-{}", rng.digits(4))
        };
        c.at(s, 0, at, &format!("{:03}", index + 1));
        kit::fit(
            s,
            c.face,
            c.size,
            c.x(5),
            c.y(at),
            c.x(38) - c.x(5),
            &person.listed(),
        );
        c.at(s, 39, at, &number);
        c.at(s, 53, at, &person.born.numeric());
        if with_i94 && index == 0 {
            truth.fields.i94_number = Some(other.clone());
        }
        c.at(s, 66, at, &other);
    }
}

/// The messages of the notice, as code and text.
fn messages(c: &Carriage, s: &mut Sheet, rng: &mut Rng, row: usize) -> usize {
    let stock = [
        "THE ABOVE CASE HAS BEEN RECEIVED. PLEASE VERIFY THE NAMES AND NUMBERS SHOWN.",
        "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.",
        "IF YOU MOVE, FILE FORM AR-11 WITHIN 10 DAYS. CALL 800-375-5283 (TTY 800-767-1833).",
        "WRITE YOUR 12-DIGIT ONLINE ACCT NBR, IF YOU HAVE ONE, ON EACH FORM YOU FILE.",
        "THIS CASE WAS MOVED TO SPEED UP PROCESSING. NO ACTION IS NEEDED BY YOU.",
        "AN ACCT NBR IS NOT AN A-NBR. A BANK ACCT IS NOT A USCIS ACCT.",
        "FEES ARE NOT REFUNDED. RETURNED CHECKS ARE CHARGED TO THE REMITTER.",
        "A REPRESENTATIVE MUST FILE FORM G-28 FOR EACH MEMBER OF THE HOUSEHOLD.",
        "SEE WWW.USCIS.GOV/PROCESSINGTIMES BEFORE YOU ASK ABOUT THIS CASE.",
        "AN INTERVIEW NOTICE WILL BE MAILED UNDER SEPARATE COVER IF ONE IS REQUIRED.",
    ];
    let first = rng.below(stock.len());
    let count = rng.between(3, 9) as usize;
    for step in 0..count {
        let text = stock[(first + step) % stock.len()];
        let code = rng.digits(4);
        c.at(s, 0, row + step, &format!("MSG {code}  {text}"));
    }
    row + count
}

/// The address where the window of the envelope shows it.
fn address(c: &Carriage, s: &mut Sheet, rng: &mut Rng, row: usize, case: &Case) {
    let carrier = format!("AUTO**5-DIGIT {}   P{}", rng.digits(5), rng.between(1, 9));
    c.at(s, 10, row, &carrier);
    c.at(s, 10, row + 1, &case.filer.name());
    c.at(s, 10, row + 2, &case.address[0].to_uppercase());
    c.at(s, 10, row + 3, &case.address[1].to_uppercase());
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[Family::Courier, Family::LiberationMono, Family::FreeMono]);
    let mut s = Sheet::letter(family);
    let c = Carriage::new(rng, family);
    let mut truth = kit::truth("I-797C");
    if rng.chance(0.6) {
        let band = rng.between(1, 3) as usize;
        for row in (0..56).filter(|row| (row / band) % 2 == 1) {
            let top = c.y(row) - c.pitch * 0.75;
            s.fill([26.0, top, 586.0, top + c.pitch], 0.93);
        }
    }
    let run = rng.between(10, 59);
    let job = rng.digits(5);
    let page = format!(
        "RUN {}  02:{run}   JOB {job}   PAGE 0001",
        case.noticed.numeric()
    );
    c.at(
        &mut s,
        0,
        0,
        &format!(
            "{:<44}{page}",
            rng.pick(&["NOAP117-R4", "CL3NOA.PRT", "RPT 797-C"])
        ),
    );
    c.at(&mut s, 22, 2, "U. S. CITIZENSHIP AND IMMIGRATION SERVICES");
    c.at(
        &mut s,
        26,
        3,
        rng.pick(&[
            "NOTICE OF ACTION - FORM I-797C",
            "FORM I-797C, NOTICE OF ACTION",
        ]),
    );
    kit::fit(
        &mut s,
        c.face,
        c.size,
        c.x(8),
        c.y(5),
        c.x(90) - c.x(8),
        case.title,
    );
    let style = rng.pick(&[Lead::Dots, Lead::Equals, Lead::Arrow]);
    let first = case_fields(rng, case, &mut truth);
    let second = person_fields(rng, case, &mut truth);
    let mut row = 7;
    if rng.chance(0.5) {
        column(&c, &mut s, style, (0, row), &first);
        column(&c, &mut s, style, (49, row), &second);
        row += first.len().max(second.len()) + 2;
    } else {
        column(&c, &mut s, style, (4, row), &second);
        column(&c, &mut s, style, (4, row + second.len() + 1), &first);
        row += first.len() + second.len() + 3;
    }
    let mut who = kit::household(rng, case, 1, 5);
    if case.is_petition {
        who[0] = case.beneficiary.clone();
    }
    who.insert(0, case.filer.clone());
    roster(&c, &mut s, rng, row, &who, &mut truth);
    row = messages(&c, &mut s, rng, row + who.len() + 5);
    let window = if rng.chance(0.5) {
        50
    } else {
        (row + 3).min(50)
    };
    address(&c, &mut s, rng, window, case);
    c.at(
        &mut s,
        28,
        57,
        rng.pick(&["*** END OF NOTICE ***", "<<< LAST PAGE >>>", "*** EOJ ***"]),
    );
    Drawing {
        sheets: vec![s],
        truth,
    }
}
