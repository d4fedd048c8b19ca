//! A mainframe print on a fixed pitch: labels and values in character columns, nothing ruled.
use super::kit::{Own, center, dated, money, note_roles, noted};
use crate::case::{self, Case, Date};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const LABELS: &[&str] = &[
    "ONLINE ACCT NO",
    "USCIS ELIS ACCT",
    "ELIS ACCOUNT NO",
    "USCIS ACCT NBR",
    "USCIS ONL ACCT #",
    "ON-LINE ACCOUNT",
];

/// The print head: a page, a face and a line number.
struct Printer {
    sheet: Sheet,
    face: Face,
    size: f32,
    line: usize,
}

impl Printer {
    /// Prints a text at a character column of the present line.
    fn at(&mut self, column: usize, text: &str) {
        let x = 40.0 + column as f32 * self.face.width("0", self.size);
        self.sheet.write(
            self.face,
            self.size,
            x,
            44.0 + self.line as f32 * 12.0,
            text,
        );
    }

    /// Moves on by some lines.
    fn feed(&mut self, lines: usize) {
        self.line += lines;
    }

    /// A label with its colon in a fixed column, and the value.
    fn pair(&mut self, column: usize, label: &str, value: &str, dots: bool) {
        let fill = if dots { '.' } else { ' ' };
        let mut text: String = label.to_string();
        while text.len() < 17 {
            text.push(fill);
        }
        self.at(column, &format!("{text}: {value}"));
    }

    /// Rows of three columns, each label over its value.
    fn columns(&mut self, list: &[(String, String)]) {
        for three in list.chunks(3) {
            for ((label, value), column) in three.iter().zip([0, 30, 60]) {
                self.at(column, label);
                self.line += 1;
                self.at(column, value);
                self.line -= 1;
            }
            self.feed(3);
        }
    }
}

/// The dates and the receipt of the print: half of them from before there were accounts.
struct Job {
    receipt: String,
    received: Date,
    noticed: Date,
    old: bool,
}

/// Chooses the years.
fn job(rng: &mut Rng, case: &Case) -> Job {
    if rng.chance(0.5) {
        let receipt = case.receipt.clone();
        let old = false;
        return Job {
            receipt,
            received: case.received,
            noticed: case.noticed,
            old,
        };
    }
    let year = rng.between(2003, 2011);
    let received = Date {
        year,
        month: rng.between(1, 12),
        day: rng.between(1, 28),
    };
    let prefix = rng.pick(&["EAC", "WAC", "LIN", "SRC", "MSC"]);
    let noticed = received.later(rng.between(0, 5), rng.between(2, 9));
    Job {
        receipt: case::receipt(rng, prefix, year),
        received,
        noticed,
        old: true,
    }
}

/// A form I-797 as a line printer gives it.
pub(super) fn line_printer(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::Courier,
        Family::LiberationMono,
        Family::FreeMono,
        Family::DejaVuSansMono,
    ]);
    let size = if family == Family::DejaVuSansMono {
        9.2
    } else {
        9.6
    };
    let mut page = Printer {
        sheet: Sheet::letter(family),
        face: Face::regular(family),
        size,
        line: 0,
    };
    if rng.chance(0.35) {
        for band in 0..14 {
            let top = 35.0 + band as f32 * 48.0;
            page.sheet.fill([30.0, top, 582.0, top + 24.0], 0.93);
        }
    }
    let job = job(rng, case);
    let own = if job.old {
        Own::Without
    } else {
        Own::draw(rng, case, [62, 14, 70])
    };
    let mut truth = NoticeTruth {
        form: "I-797".into(),
        ..Default::default()
    };
    banner(rng, &mut page, &job);
    particulars(rng, &mut page, case, &job, &own, &mut truth);
    parties(rng, &mut page, case, &mut truth);
    message(rng, &mut page, &job);
    own.note(&mut truth);
    Drawing {
        sheets: vec![page.sheet],
        truth,
    }
}

/// The head lines.
fn banner(rng: &mut Rng, page: &mut Printer, job: &Job) {
    let bureau = match job.noticed.year < 2004 {
        true => "BUREAU OF CITIZENSHIP AND IMMIGRATION SERVICES",
        false => "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
    };
    page.at(0, "U.S. DEPARTMENT OF HOMELAND SECURITY");
    page.at(
        58,
        &format!("RUN {}  PG 1", job.noticed.numeric().replace('/', "")),
    );
    page.feed(1);
    page.at(0, bureau);
    page.at(58, &format!("PGM CLM3-{}", rng.digits(4)));
    page.feed(1);
    page.at(
        0,
        rng.pick(&[
            "NOTICE OF ACTION       (I-797)",
            "I-797   N O T I C E   O F   A C T I O N",
        ]),
    );
    page.feed(1);
    let mark = rng.pick(&["*", "=", "-"]);
    page.at(0, &mark.repeat(86));
    page.feed(2);
}

/// The particulars: two pairs in a line, or in three columns with the labels over the values.
fn particulars(
    rng: &mut Rng,
    page: &mut Printer,
    case: &Case,
    job: &Job,
    own: &Own,
    truth: &mut NoticeTruth,
) {
    let dots = rng.chance(0.5);
    let receipt = case::printed_receipt(rng, &job.receipt);
    let print = rng.pick(&[0, 3]);
    let [received, noticed] = [&job.received, &job.noticed].map(|date| dated(date, print));
    let kind = rng.pick(&["RECEIPT NOTICE", "APPROVAL NOTICE", "TRANSFER NOTICE"]);
    truth.prints_receipt(&job.receipt);
    truth.fields.received_date = noted(&received);
    truth.fields.notice_date = noted(&noticed);
    truth.fields.notice_type = noted(kind);
    truth.fields.case_type = noted(case.form_code);
    let named = |label: &str, value: &str| (label.to_string(), value.to_string());
    let label = rng.pick(&["RECEIPT NUMBER", "RECEIPT NO", "RECEIPT #"]);
    let mut list = vec![
        named(label, &receipt),
        named("NOTICE DATE", &noticed),
        named("RECEIVED DATE", &received),
        named("NOTICE TYPE", kind),
        named("PAGE", "1 OF 1"),
    ];
    let account = rng.pick(LABELS);
    match own.text() {
        Some(text) => list.insert(1 + rng.below(5), named(account, text)),
        None if rng.chance(0.5) => {
            list.push(named("REMITTER ACCT", &rng.digits(12)));
            list.push(named("CHECK NO", &rng.digits(6)));
        }
        None => {}
    }
    if kind == "RECEIPT NOTICE" {
        let sum = money(rng);
        list.push(named("AMOUNT RECEIVED", &format!("{sum} US")));
        truth.fields.amount = Some(sum);
        if rng.chance(0.6) {
            list.push(named("BATCH/SERIAL", &rng.digits(12)));
        }
    }
    let kind_of_case = format!("{} {}", case.form_code, case.title);
    if rng.chance(0.4) {
        page.columns(&list);
        page.columns(&[named("CASE TYPE", &kind_of_case)]);
    } else {
        for two in list.chunks(2) {
            for ((label, value), column) in two.iter().zip([0, 46]) {
                page.pair(column, label, value, dots);
            }
            page.feed(1);
        }
        page.pair(0, "CASE TYPE", &kind_of_case, dots);
        page.feed(1);
    }
    page.feed(1);
}

/// The persons and the address.
fn parties(rng: &mut Rng, page: &mut Printer, case: &Case, truth: &mut NoticeTruth) {
    let filer = case.filer.listed();
    let mark = case::printed_a_number(rng, &case.filer.a_number);
    truth.prints_a_number(&case.filer.a_number);
    let role = if case.is_petition {
        "PETITIONER"
    } else {
        "APPLICANT"
    };
    page.at(0, &format!("{role:<14}{mark:<16}{filer}"));
    page.feed(1);
    let other = case.beneficiary.listed();
    if case.is_petition {
        page.at(0, &format!("{:<14}{:<16}{other}", "BENEFICIARY", ""));
        page.feed(1);
    }
    note_roles(truth, case, &filer, Some(&other));
    page.feed(2);
    for line in [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ] {
        page.at(6, &line);
        page.feed(1);
    }
    page.feed(2);
}

/// The text of the notice and the office at the end.
fn message(rng: &mut Rng, page: &mut Printer, job: &Job) {
    let lead = rng.pick(&[
        [
            "THE ABOVE CASE HAS BEEN ENTERED IN OUR COMPUTER SYSTEM. PLEASE VERIFY THE PERSONAL",
            "INFORMATION LISTED ABOVE AND IMMEDIATELY NOTIFY THIS OFFICE OF ANY CHANGES OR ERRORS.",
        ],
        [
            "THE ABOVE CASE IS AT THIS OFFICE. IT NORMALLY TAKES 90 TO 180 DAYS FROM THE DATE OF",
            "THE RECEIPT TO PROCESS THIS TYPE OF CASE. PLEASE LET US KNOW IF YOUR ADDRESS CHANGES.",
        ],
    ]);
    let texts = [
        lead[0],
        lead[1],
        "",
        "YOU WILL BE NOTIFIED SEPARATELY ABOUT ANY OTHER APPLICATIONS OR PETITIONS YOU FILED.",
        "SAVE THIS NOTICE. PLEASE ENCLOSE A COPY OF IT IF YOU WRITE TO US ABOUT THIS CASE.",
        "",
    ];
    for text in texts {
        page.at(0, text);
        page.feed(1);
    }
    if rng.chance(0.5) && !job.old {
        page.at(
            0,
            "CASE STATUS IS ALSO AVAILABLE ON LINE. AN ON-LINE ACCOUNT IS NOT REQUIRED.",
        );
        page.feed(1);
    }
    page.feed(3);
    let office = center(rng);
    for line in [office.name, office.street, office.town] {
        page.at(0, &line.to_uppercase());
        page.feed(1);
    }
    page.at(0, "CUSTOMER SERVICE TELEPHONE: (800) 375-5283");
    page.feed(3);
    page.at(
        0,
        &format!(
            "FORM I-797 (REV. {})N",
            rng.pick(&["09/07/93", "01/31/05", "12/04/08"])
        ),
    );
    page.at(56, &format!("SEQ {} {}", rng.digits(6), rng.digits(6)));
}
