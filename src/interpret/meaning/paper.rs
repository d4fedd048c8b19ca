//! What pages for tests are composed of: paper, chance, and wordings.

use crate::model::confidence::Confidence;
use crate::model::geometry::BoundingBox;
use crate::model::source::TextSource;
use crate::text::{PageText, Rule, Word, lines_from_words};

/// A page in the making.
pub(in crate::interpret) struct Sheet {
    words: Vec<Word>,
    rules: Vec<Rule>,
}

/// Mean width of a character, in ems.
pub(in crate::interpret) const CHARACTER: f32 = 0.52;

pub(in crate::interpret) fn width(text: &str, size: f32) -> f32 {
    text.chars().count() as f32 * CHARACTER * size
}

impl Sheet {
    pub(in crate::interpret) fn new() -> Self {
        Self {
            words: Vec::new(),
            rules: Vec::new(),
        }
    }

    /// Writes at the top left corner of its first word; returns where the text ends.
    pub(in crate::interpret) fn text(&mut self, x: f32, y: f32, text: &str, size: f32) -> f32 {
        let mut at = x;
        for word in text.split(' ').filter(|w| !w.is_empty()) {
            let end = at + width(word, size);
            let bounds = BoundingBox::new(at, y, end, y + 0.95 * size).unwrap();
            self.words.push(Word {
                text: word.to_owned(),
                bounds,
                confidence: Confidence::CERTAIN,
            });
            at = end + 0.28 * size;
        }
        at - 0.28 * size
    }

    /// Breaks a text into lines; returns the height under it.
    pub(in crate::interpret) fn paragraph(
        &mut self,
        x: f32,
        y: f32,
        text: &str,
        size: f32,
        measure: f32,
    ) -> f32 {
        let mut line = String::new();
        let mut top = y;
        for word in text.split(' ') {
            if !line.is_empty() && width(&line, size) + width(word, size) + size > measure {
                self.text(x, top, &line, size);
                top += 1.2 * size;
                line.clear();
            }
            line = if line.is_empty() {
                word.to_owned()
            } else {
                format!("{line} {word}")
            };
        }
        self.text(x, top, &line, size);
        top + 1.2 * size
    }

    pub(in crate::interpret) fn rule(&mut self, x0: f32, y0: f32, x1: f32, y1: f32) {
        self.rules.push(Rule {
            bounds: BoundingBox::new(x0, y0, x1 + 0.5, y1 + 0.5).unwrap(),
        });
    }

    pub(in crate::interpret) fn page(self) -> PageText {
        let lines = lines_from_words(self.words, &self.rules);
        PageText {
            source: TextSource::TextLayer,
            size: (612.0, 792.0),
            lines,
            rules: self.rules,
            barcodes: Vec::new(),
        }
    }
}

/// A source of chance that is the same every time.
pub(in crate::interpret) struct Dice(pub u64);

impl Dice {
    pub(in crate::interpret) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    pub(in crate::interpret) fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    pub(in crate::interpret) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(in crate::interpret) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }

    pub(in crate::interpret) fn digits(&mut self, n: usize) -> String {
        (0..n)
            .map(|_| char::from(b'0' + self.below(10) as u8))
            .collect()
    }

    pub(in crate::interpret) fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }
}

pub(in crate::interpret) const OWN: [&str; 22] = [
    "USCIS Online Account Number",
    "USCIS Account Number",
    "Online Account No.",
    "USCIS ELIS Account Number",
    "OAN",
    "Account Number",
    "USCIS Online Account Number (if any)",
    "Petitioner's USCIS Online Account Number",
    "Online Acct #",
    "Your online account number",
    "USCIS ONLINE ACCOUNT NUMBER",
    "Número de cuenta en línea de USCIS",
    "my.uscis.gov account number",
    "Online Account ID",
    "USCIS Online Account Number linked to this case",
    "Applicant's online account no.",
    "Account number for online filing",
    "USCIS Online Account",
    "Online account number on file",
    "Account No. (online)",
    "Beneficiary Online Account Number",
    "USCIS Online Account Number assigned to you",
];

pub(in crate::interpret) const FOREIGN: [&str; 30] = [
    "Payment Tracking Number",
    "Bank account number",
    "Pay.gov Tracking ID",
    "Remittance account number",
    "Prior account number",
    "Previous petitioner account number",
    "Checking Account No.",
    "UPS tracking #",
    "Transaction ID",
    "Deposit account number",
    "Credit card account number",
    "Interpreter account number",
    "Employer account number",
    "Billing account",
    "Confirmation No.",
    "Batch number",
    "Utility account number",
    "FedEx account number",
    "Money order number",
    "Postage meter account",
    "Superseded online account number",
    "Refund account number",
    "Former USCIS Online Account Number",
    "Lockbox control number",
    "Agency Tracking ID",
    "Fee receipt account",
    "Merchant account ID",
    "IRS account number",
    "Account number charged",
    "Parcel number",
];

pub(in crate::interpret) const STRANGE: [&str; 20] = [
    "Zorbal Number",
    "Quemid account number",
    "Trellix ID",
    "Vandor USCIS account number",
    "Kestrel reference",
    "Ombra No.",
    "Nostro account number",
    "Pliant code",
    "Hexal online account number",
    "Sable registry",
    "Korvan #",
    "Mirdan online number",
    "Old Tessel number",
    "Brindle USCIS Online Account Number",
    "A t t o r n e y USCIS Online Account Number",
    "L a w y e r Account Number",
    "G - 2 8 USCIS Account Number",
    "B a n k Account Number",
    "Q u e m i d USCIS Account Number",
    "USCIS Account Number of a t t o r n e y",
];

pub(in crate::interpret) const ATTORNEY: [&str; 10] = [
    "Attorney USCIS Online Account Number",
    "Attorney or Accredited Representative USCIS Online Account Number (if any)",
    "Representative's account number",
    "Account number of counsel",
    "G-28 account number",
    "4ttorney USCIS Online Account Number",
    "Attorne y Account Number",
    "Law firm online account number",
    "Attomey Online Account Number",
    "Preparer's online account number",
];

pub(in crate::interpret) const OWN_SAID: [&str; 10] = [
    "Your USCIS online account number is {}.",
    "The online account number assigned to the petitioner is {}.",
    "Please write {}, your USCIS online account number, on your next form.",
    "Your account number with USCIS is {}.",
    "The USCIS Online Account Number linked to your profile is {}.",
    "The number below is your USCIS online account number: {}",
    "What is my USCIS online account number? It is {}.",
    "Keep your online account number ({}) private.",
    "Our records show that your USCIS ELIS account number is {}.",
    "USCIS Online Account Number {} has been assigned to you.",
];

pub(in crate::interpret) const FOREIGN_SAID: [&str; 14] = [
    "Your attorney's USCIS online account number is {}.",
    "The fee was paid from bank account number {}.",
    "The payment tracking number is {}.",
    "For example, a USCIS online account number looks like {}.",
    "The number {} is not your USCIS online account number.",
    "Account number {} belongs to your attorney.",
    "No USCIS online account number is linked to this case (payment {}).",
    "Your check was drawn on account number {}.",
    "The petitioner's former account number was {}.",
    "This notice replaces one sent under account number {}, which is closed.",
    "Do not enter {} as your USCIS online account number.",
    "Account {} was debited for the filing fee.",
    "The zorbal of your earlier petition used USCIS online account number {}.",
    "If your number is not shown, give reference {}.",
];
