//! Papers that aren't notices, such as bills and leases, with numbers that must not be reported.

use super::sheet::Sheet;
use super::style::Style;
use crate::case::{Case, Wish};
use crate::rng::Rng;
use crate::typeface::Face;

/// A paper that isn't a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names say what they are
pub enum Paper {
    ElectricityBill,
    Invoice,
    Lease,
    BankStatement,
    TaxForm,
    /// A law firm's letter that lists enclosures.
    CoverLetter,
    /// The printed back of a notice, without any number of a case.
    PrintedBack,
    /// Nothing at all.
    Blank,
}

impl Paper {
    /// The papers with numbers of their own.
    pub const NUMBERED: [Paper; 5] = [
        Paper::ElectricityBill,
        Paper::Invoice,
        Paper::Lease,
        Paper::BankStatement,
        Paper::TaxForm,
    ];
}

/// Draws the paper on one page.
pub fn draw(rng: &mut Rng, paper: Paper) -> Sheet {
    let style = Style::draw(rng, false);
    let mut sheet = Sheet::letter(style.family);
    let case = Case::draw(rng, Wish::default());
    let (title, lines) = content(rng, paper, &case);
    if paper == Paper::Blank {
        return sheet;
    }
    let mut y = 64.0;
    sheet.bold(15.0, style.left, y, &title);
    y += 14.0;
    sheet.rule(style.left, style.right, y, style.rule);
    y += 22.0;
    let face = Face::regular(style.family);
    for line in lines {
        y = sheet.paragraph(
            face,
            style.body_size + 0.5,
            style.left,
            y,
            style.measure(),
            &line,
        ) + 7.0;
    }
    sheet
}

/// Title and paragraphs.
fn content(rng: &mut Rng, paper: Paper, case: &Case) -> (String, Vec<String>) {
    let name = case.filer.name();
    let address = case.address.join(", ");
    let date = case.noticed.long();
    let (title, lines): (&str, Vec<String>) = match paper {
        Paper::ElectricityBill => (
            rng.pick(&[
                "Valley Electric Cooperative",
                "Northern Light & Power",
                "Metro Utilities",
            ]),
            vec![
                format!(
                    "Account Number: {}",
                    [rng.digits(4), rng.digits(4), rng.digits(4)].join(rng.pick(&["", " ", "-"]))
                ),
                format!("Service for {name}, {address}"),
                format!(
                    "Statement date {date}. Amount due ${}.{}",
                    rng.between(30, 400),
                    rng.digits(2)
                ),
                format!(
                    "Meter {} read {} kWh, previous {} kWh.",
                    rng.digits(9),
                    rng.digits(5),
                    rng.digits(5)
                ),
                "You can pay online with the account number above, or by mail with the slip \
                 below. Please allow five days."
                    .to_owned(),
            ],
        ),
        Paper::Invoice => (
            "INVOICE",
            vec![
                format!("Invoice No. {}   Date {date}", rng.digits(9)),
                format!("Customer account: {}", rng.digits(12)),
                format!("Bill to: {name}, {address}"),
                format!(
                    "Translation of documents, {} pages at ${}.00",
                    rng.between(2, 40),
                    rng.between(15, 40)
                ),
                format!(
                    "FedEx tracking {} {} {}",
                    rng.digits(4),
                    rng.digits(4),
                    rng.digits(4)
                ),
                "Payable within thirty days. Thank you.".to_owned(),
            ],
        ),
        Paper::Lease => (
            "RESIDENTIAL LEASE AGREEMENT",
            vec![
                format!(
                    "This lease is made on {date} between {} (landlord) and {name} (tenant) \
                     for the premises at {address}.",
                    case.attorney.0
                ),
                format!(
                    "The rent of ${}.00 is due on the first of each month, by transfer to \
                     account {}.",
                    rng.between(700, 3200),
                    rng.digits(10)
                ),
                format!(
                    "Questions: call {}-{}-{}.",
                    rng.between(201, 989),
                    rng.between(200, 999),
                    rng.digits(4)
                ),
                "The tenant keeps the premises clean and hands them back in the state in which \
                 they were received, fair wear excepted."
                    .to_owned(),
            ],
        ),
        Paper::BankStatement => (
            rng.pick(&[
                "First Harbor Bank",
                "Prairie Savings Bank",
                "Union & Coast Credit Union",
            ]),
            vec![
                format!("Statement of account for {name}, {address}"),
                format!(
                    "Account Number {}   Routing Number {}",
                    rng.digits(12),
                    rng.digits(9)
                ),
                format!(
                    "Period ending {date}. Closing balance ${},{}.{}",
                    rng.between(1, 90),
                    rng.digits(3),
                    rng.digits(2)
                ),
                format!(
                    "Card ending in {}. Reference {}.",
                    rng.digits(4),
                    rng.digits(12)
                ),
                "Check the entries and tell us of errors within sixty days.".to_owned(),
            ],
        ),
        Paper::TaxForm => (
            "Wage and Tax Statement",
            vec![
                format!(
                    "a Employee's social security number 9{}-{}-{}",
                    rng.digits(2),
                    rng.digits(2),
                    rng.digits(4)
                ),
                format!(
                    "b Employer identification number {}-{}",
                    rng.digits(2),
                    rng.digits(7)
                ),
                format!("d Control number {}", rng.digits(9)),
                format!(
                    "1 Wages, tips {}.{}   2 Federal income tax withheld {}.{}",
                    rng.digits(5),
                    rng.digits(2),
                    rng.digits(4),
                    rng.digits(2)
                ),
                format!("e Employee's name and address {name}, {address}"),
            ],
        ),
        Paper::CoverLetter => (
            &*case.attorney.1.clone().leak(),
            vec![
                date,
                format!("Re: {name}"),
                "Dear Sir or Madam,".to_owned(),
                "Enclosed please find copies of the notices that we have received in this \
                 matter, for your files. Please keep the originals in a safe place and bring \
                 them to each appointment."
                    .to_owned(),
                format!(
                    "If you have questions, call our office at {}-{}-{}.",
                    rng.between(201, 989),
                    rng.between(200, 999),
                    rng.digits(4)
                ),
                format!("Sincerely, {}", case.attorney.0),
            ],
        ),
        Paper::PrintedBack => {
            (
                "Additional Information",
                vec![
                "Inquiries. Keep this notice for your records. Have the receipt number and the \
                 A-Number at hand whenever you write or call about a case.".to_owned(),
                "Notice about fees. Fees are not refunded, whatever the decision may be. A \
                 dishonored payment makes a filing invalid.".to_owned(),
                "Approval of a petition. An approved petition does not by itself give leave to \
                 enter or to work. It is a step towards a visa.".to_owned(),
                "For forms and information, visit www.uscis.gov or call 1-800-375-5283 (TTY \
                 1-800-767-1833).".to_owned(),
            ],
            )
        }
        Paper::Blank => ("", Vec::new()),
    };
    (title.to_owned(), lines)
}
