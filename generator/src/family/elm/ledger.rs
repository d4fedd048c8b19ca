//! A lockbox receipt with dot leaders and a table of payments.
use super::kit::{
    Cuts, Own, cuts, dated, mention, note_roles, noted, prose, receipt_bars, stack, wrap,
};
use crate::barcode::Symbology;
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const LABELS: &[&str] = &[
    "USCIS ONLINE ACCOUNT NUMBER",
    "ONLINE ACCOUNT NO. (APPLICANT/PETITIONER)",
    "ELIS ACCOUNT NUMBER OF FILER",
    "YOUR USCIS ONLINE ACCOUNT #",
    "USCIS ONLINE ACCOUNT ID NUMBER",
    "USCIS ACCOUNT NO. (ONLINE)",
];

/// The faces, the measures and the style of the leaders.
struct Page {
    sheet: Sheet,
    cut: Cuts,
    value: Face,
    left: f32,
    right: f32,
    stop: f32,
    pitch: f32,
    dots: bool,
    y: f32,
}

impl Page {
    /// One line: the label, leaders, and the value at the stop (broken if it is long).
    fn entry(&mut self, label: &str, value: &str) {
        let start = self
            .sheet
            .write(self.cut.regular, 8.0, self.left, self.y, label);
        let dot = self.cut.regular.width(" .", 8.0);
        if self.dots {
            let count = ((self.stop - start - 8.0) / dot).max(0.0) as usize;
            self.sheet.flush_right(
                self.cut.regular,
                8.0,
                self.stop - 4.0,
                self.y,
                &" .".repeat(count),
            );
        }
        let lines = wrap(self.value, 9.0, value, self.right - self.stop);
        stack(
            &mut self.sheet,
            self.value,
            9.0,
            [self.stop, self.y, 11.0],
            &lines,
        );
        self.y += self.pitch + 11.0 * (lines.len() - 1) as f32;
    }

    /// A heading in white on black, or over a rule.
    fn heading(&mut self, text: &str, dark: bool) {
        self.y += 6.0;
        if dark {
            self.sheet
                .fill([self.left, self.y - 10.0, self.right, self.y + 3.5], 0.1);
            self.sheet
                .write_shaded(self.cut.bold, 8.5, self.left + 4.0, self.y, text, 1.0);
        } else {
            self.sheet
                .write(self.cut.bold, 8.5, self.left, self.y, text);
            self.sheet.rule(self.left, self.right, self.y + 3.5, 0.7);
        }
        self.y += self.pitch + 3.0;
    }
}

/// A receipt of a lockbox on one page.
pub(super) fn lockbox_ledger(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSans,
        Family::LiberationSansNarrow,
        Family::FreeSans,
    ]);
    let cut = cuts(family);
    let value = rng.pick(&[cut.bold, Face::regular(Family::LiberationMono), cut.regular]);
    let left = rng.uniform(44.0, 60.0);
    let mut page = Page {
        sheet: Sheet::letter(family),
        cut,
        value,
        left,
        right: 612.0 - left,
        stop: left + rng.uniform(215.0, 240.0),
        pitch: rng.uniform(13.5, 16.5),
        dots: rng.chance(0.8),
        y: 96.0,
    };
    let own = Own::draw(rng, case, [46, 18, 19]);
    let mut truth = NoticeTruth {
        form: "I-797C".into(),
        ..Default::default()
    };
    let dark = rng.chance(0.4);
    head(rng, &mut page, case);
    entries(rng, &mut page, case, &own, dark, &mut truth);
    payments(rng, &mut page, case, dark, &mut truth);
    close(rng, &mut page, case);
    own.note(&mut truth);
    Drawing {
        sheets: vec![page.sheet],
        truth,
    }
}

/// The head with the bars on the right.
fn head(rng: &mut Rng, page: &mut Page, case: &Case) {
    let left = page.left;
    let right = page.right;
    page.sheet
        .write(page.cut.bold, 13.0, left, 48.0, "RECEIPT NOTICE");
    page.sheet.write(
        page.cut.regular,
        8.5,
        left,
        61.0,
        "U.S. Citizenship and Immigration Services",
    );
    let office = rng.pick(&[
        "Chicago Lockbox",
        "Phoenix Lockbox",
        "Dallas Lockbox",
        "Elgin Lockbox",
    ]);
    page.sheet.write(page.cut.regular, 8.5, left, 72.0, office);
    receipt_bars(
        &mut page.sheet,
        Symbology::Code128,
        [right - 178.0, 36.0, 1.0, 26.0],
        &case.receipt,
    );
    page.sheet.flush_right(
        page.cut.regular,
        7.5,
        right,
        74.0,
        "Form I-797C, Notice of Action",
    );
}

/// The entries of the case and of the one who filed.
fn entries(
    rng: &mut Rng,
    page: &mut Page,
    case: &Case,
    own: &Own,
    dark: bool,
    truth: &mut NoticeTruth,
) {
    let print = rng.pick(&[1, 3, 0]);
    let [received, noticed] = [&case.received, &case.noticed].map(|date| dated(date, print));
    let filer = case.filer.listed();
    page.heading("CASE", dark);
    page.entry(
        rng.pick(&["RECEIPT NUMBER", "RECEIPT NO."]),
        &case::printed_receipt(rng, &case.receipt),
    );
    page.entry(
        "FORM TYPE",
        &format!("{}, {}", case.form_code, super::kit::titled(case.title)),
    );
    page.entry("DATE RECEIVED", &received);
    page.entry("NOTICE DATE", &noticed);
    truth.prints_receipt(&case.receipt);
    truth.fields.case_type = noted(case.form_code);
    truth.fields.received_date = noted(&received);
    truth.fields.notice_date = noted(&noticed);
    truth.fields.notice_type = noted("RECEIPT NOTICE");
    page.heading(
        if case.is_petition {
            "PETITIONER"
        } else {
            "APPLICANT"
        },
        dark,
    );
    let label = rng.pick(LABELS);
    let early = rng.chance(0.5);
    page.entry("NAME", &filer);
    if let (Some(text), true) = (own.text(), early) {
        page.entry(label, text);
    }
    if rng.chance(0.8) {
        let mark = case::printed_a_number(rng, &case.filer.a_number);
        page.entry(
            rng.pick(&["USCIS ALIEN NUMBER", "ALIEN REGISTRATION NO."]),
            &mark,
        );
        truth.prints_a_number(&case.filer.a_number);
    }
    page.entry("DATE OF BIRTH", &dated(&case.filer.born, print));
    if let (Some(text), false) = (own.text(), early) {
        page.entry(label, text);
    }
    page.entry("MAILING ADDRESS", &case.address[0]);
    page.y -= page.pitch - 11.0;
    page.sheet
        .write(page.value, 9.0, page.stop, page.y, &case.address[1]);
    page.y += page.pitch;
    note_roles(truth, case, &filer, None);
    if rng.chance(0.35) {
        page.entry("ATTORNEY OR REPRESENTATIVE", &case.attorney.0);
        if rng.chance(0.6) {
            let number = case::account(rng);
            page.entry("ATTORNEY'S USCIS ONLINE ACCOUNT NO.", &number);
            truth.prints_representative_account(&number);
        }
    }
}

/// The table of payments, with references of twelve digits.
fn payments(rng: &mut Rng, page: &mut Page, case: &Case, dark: bool, truth: &mut NoticeTruth) {
    page.heading(
        rng.pick(&["PAYMENT INFORMATION", "PAYMENTS RECEIVED"]),
        dark,
    );
    let left = page.left;
    let right = page.right;
    let columns = [left, left + 76.0, left + 210.0, left + 318.0];
    let titles = ["DATE", "DESCRIPTION", "TRACKING NO.", "METHOD"];
    for (x, title) in columns.iter().zip(titles) {
        page.sheet.write(page.cut.bold, 7.0, *x, page.y, title);
    }
    page.sheet
        .flush_right(page.cut.bold, 7.0, right, page.y, "AMOUNT");
    page.y += 13.0;
    let fees = rng.pick(&[
        [410, 85],
        [535, 0],
        [640, 85],
        [1140, 85],
        [460, 0],
        [715, 30],
    ]);
    for (fee, name) in fees.iter().zip(["Application Fee", "Biometrics Fee"]) {
        if *fee == 0 {
            continue;
        }
        let row = [
            case.received.numeric(),
            name.to_string(),
            rng.digits(12),
            rng.pick(&["Check", "Card ending 4471", "ACH", "Money order"])
                .to_string(),
        ];
        for (x, text) in columns.iter().zip(&row) {
            page.sheet.write(page.cut.regular, 8.5, *x, page.y, text);
        }
        page.sheet
            .flush_right(page.cut.regular, 8.5, right, page.y, &format!("${fee}.00"));
        page.y += 12.5;
    }
    let total = format!("${}.00", fees[0] + fees[1]);
    page.sheet.rule(columns[3], right, page.y - 8.0, 0.6);
    page.y += 3.0;
    page.sheet
        .write(page.cut.bold, 8.5, columns[3], page.y, "Total received:");
    page.sheet
        .flush_right(page.cut.bold, 8.5, right, page.y, &total);
    truth.fields.amount = Some(total);
    page.y += 22.0;
}

/// Text and foot.
fn close(rng: &mut Rng, page: &mut Page, case: &Case) {
    let measure = page.right - page.left;
    let texts = [
        "We have received your form and are processing it. If any of the information above is \
         wrong, call the USCIS Contact Center at 800-375-5283 (TTY 800-767-1833) at once.",
        mention(rng),
        "Fees are not refundable, whatever the result. If your bank returns the payment unpaid, \
         the receipt is void and the receipt date is lost.",
    ];
    prose(
        &mut page.sheet,
        page.cut.regular,
        9.0,
        [page.left, page.y, measure],
        &texts,
    );
    let foot = format!("{}   Page 1 of 1   LBX {}", case.receipt, rng.digits(9));
    page.sheet
        .centred(page.cut.regular, 7.0, 306.0, 756.0, &foot);
}
