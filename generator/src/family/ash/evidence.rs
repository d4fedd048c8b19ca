//! A request for evidence of three pages: a narrow side panel, running heads, a cover sheet.
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::desk::{self, Days, Own, Pen};
use super::words;

/// Labels of the filer's own account in the side panel.
const OWN: [&str; 6] = [
    "USCIS Online Account",
    "Your USCIS Online Account No.",
    "USCIS Online Account Number\u{00b9}",
    "Online Account Number (filer)",
    "USCIS Online Acct. No.",
    "USCIS Account Number",
];

/// What may be asked for.
const ITEMS: [&str; 9] = [
    "Evidence that the marriage is genuine: joint leases, insurance policies, sworn statements of \
     at least two persons who know you both.",
    "A copy of both sides of Form I-94, or a print of the electronic record. The number of the \
     record has eleven characters.",
    "A certified copy of the birth certificate, with the names of both parents.",
    "Federal income tax transcripts for the three most recent years, and every Form W-2.",
    "A complete Form I-864 of the sponsor, signed, with proof of the sponsor's status.",
    "A certified court disposition for each arrest, and the record of the police.",
    "Evidence of lawful admission, or of parole, into the United States.",
    "An employer's letter that states duties, hours, wages and the length of the employment.",
    "A full English translation of each document in another language, with a certificate of the \
     translator.",
];

/// The cells of the side panel, from top to bottom.
struct Panel {
    /// Labels and values.
    cells: Vec<(String, String)>,
    /// The edges.
    span: [f32; 2],
    /// Whether values stand above their labels.
    above: bool,
}

impl Panel {
    /// Draws the panel on the first page.
    fn draw(&self, sheet: &mut Sheet, faces: [Face; 2], top: f32, shade: f32) {
        let [left, right] = self.span;
        let tall = 34.0;
        let bottom = top + 12.0 + tall * self.cells.len() as f32;
        sheet.fill([left, top, right, bottom], shade);
        let width = right - left - 14.0;
        for (row, (label, value)) in self.cells.iter().enumerate() {
            let y = top + 17.0 + tall * row as f32;
            let [label_y, value_y] = if self.above {
                [y + 12.0, y]
            } else {
                [y, y + 12.0]
            };
            desk::put(sheet, faces[0], 7.5, [left + 7.0, label_y, width], label);
            desk::put(sheet, faces[1], 10.0, [left + 7.0, value_y, width], value);
            if row > 0 {
                sheet.rule(left + 7.0, right - 7.0, y - 13.0, 0.3);
            }
        }
    }
}

/// The cells of the panel.
fn cells(
    rng: &mut Rng,
    case: &Case,
    truth: &mut NoticeTruth,
    dates: [&str; 2],
    own: Own,
) -> Vec<(String, String)> {
    let number = desk::a_text(rng, truth, &case.filer.a_number);
    let receipt = desk::printed_receipt(rng, &case.receipt);
    let listed = case.filer.listed();
    desk::note_filer(truth, case, &listed);
    let mut list: Vec<(String, String)> = vec![
        (
            rng.pick(&["Receipt Number", "Receipt", "Receipt #"]).into(),
            receipt,
        ),
        (
            rng.pick(&["Notice Date", "Date of Request"]).into(),
            dates[0].into(),
        ),
        (
            rng.pick(&["Response Due", "Your response is due by"])
                .into(),
            dates[1].into(),
        ),
        ("Form Type".into(), case.form_code.into()),
        (words::role(case).into(), listed),
        (
            rng.pick(&["A-File", "A-Number", "Alien File Number"])
                .into(),
            number,
        ),
    ];
    if let Some(text) = desk::account_text(rng, case, own, truth) {
        let place = rng.below(list.len() + 1);
        list.insert(place, (rng.pick(&OWN).into(), text));
    }
    if rng.chance(0.4) {
        let label = rng.pick(&[
            "Scan batch",
            "Officer queue",
            "Storage location",
            "Document locator",
        ]);
        list.push((label.into(), words::twelve(rng)));
    }
    list
}

/// The first page: panel at one side, the letter beside it.
fn first(
    rng: &mut Rng,
    case: &Case,
    family: Family,
    panel: &Panel,
    title: &str,
    asked: &[&str],
) -> Pen {
    let right_side = panel.span[0] > 300.0;
    let margins = if right_side {
        [60.0, panel.span[0] - 16.0]
    } else {
        [panel.span[1] + 16.0, 556.0]
    };
    let mut pen = Pen::new(family, margins, 110.0, 10.0);
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    let office = words::field_office(rng);
    pen.sheet.centred(
        heavy,
        12.0,
        306.0,
        46.0,
        "U.S. Citizenship and Immigration Services",
    );
    let line = format!("{}  |  {}  |  {}", office[0], office[1], office[2]);
    pen.sheet.centred(plain, 8.5, 306.0, 58.0, &line);
    pen.sheet.centred(heavy, 13.0, 306.0, 84.0, title);
    panel.draw(
        &mut pen.sheet,
        [plain, heavy],
        98.0,
        rng.pick(&[0.9, 0.94, 0.97]),
    );
    for text in [&case.filer.name(), &case.address[0], &case.address[1]] {
        pen.line(text);
    }
    pen.gap(12.0);
    pen.para(&format!("Dear {}:", case.filer.name()));
    pen.para(&format!(
        "We have looked at your Form {}, {}. We need more evidence before we can decide.",
        case.form_code,
        words::title_case(case.title)
    ));
    for (place, text) in asked.iter().take(2).enumerate() {
        pen.item(18.0, &format!("{}.", place + 1), text);
    }
    pen.gap(6.0);
    pen.para(
        "Send all that we ask for at one time. If you send only a part, we will decide on what is \
         in the file (8 CFR 103.2(b)(11)). The list goes on overleaf.",
    );
    let text = words::contact(rng);
    pen.para(&text);
    pen
}

/// The footnote of the panel, where one of its labels has a mark.
fn footnote(pen: &mut Pen, panel: &Panel) {
    if panel
        .cells
        .iter()
        .any(|(label, _)| label.ends_with('\u{b9}'))
    {
        let face = pen.regular();
        pen.sheet.rule(60.0, 180.0, 732.0, 0.3);
        let text = "\u{b9} The account of the person who filed the form named above.";
        pen.sheet.write(face, 7.5, 60.0, 743.0, text);
    }
}

/// The head of a later page.
fn running_head(rng: &mut Rng, pen: &mut Pen, case: &Case, title: &str) {
    let plain = pen.regular();
    let left = rng.pick(&["Re:", title, "Receipt"]);
    pen.sheet.write(
        plain,
        8.5,
        pen.left,
        44.0,
        &format!("{left} {}", case.receipt),
    );
    pen.sheet.flush_right(plain, 8.5, pen.right, 44.0, "Page 2");
    pen.sheet.rule(pen.left, pen.right, 49.0, 0.4);
    pen.y = 76.0;
}

/// A sentence with a number which is not the filer's.
fn trap(rng: &mut Rng, case: &Case) -> String {
    match rng.below(4) {
        0 => format!(
            "You sent statements of the joint bank account {}. They end in March. Send those of \
             the months after.",
            words::twelve(rng)
        ),
        1 => {
            let other = Person::draw(rng);
            let account = case::account(rng);
            format!(
                "Our records show an earlier petition by {}, whose USCIS online account number is \
                 {account}. Tell us how that petition ended.",
                other.name()
            )
        }
        2 => format!(
            "The policy of insurance numbered {} names another person.",
            words::twelve(rng)
        ),
        _ => words::stranger(rng, case),
    }
}

/// The second page: the rest of the list, and what the officer noticed.
fn second(
    rng: &mut Rng,
    case: &Case,
    family: Family,
    asked: &[&str],
    gone: bool,
    title: &str,
) -> Pen {
    let mut pen = Pen::new(family, [60.0, 552.0], 60.0, 10.0);
    running_head(rng, &mut pen, case, title);
    for (place, text) in asked.iter().enumerate().skip(2) {
        pen.item(18.0, &format!("{}.", place + 1), text);
        pen.gap(4.0);
    }
    pen.gap(6.0);
    pen.strong(rng.pick(&["What the officer noticed", "Notes", "Further matters"]));
    pen.gap(2.0);
    for _ in 0..1 + rng.below(2) {
        let text = trap(rng, case);
        pen.para(&text);
    }
    if rng.chance(0.6) {
        let text = words::talk(rng, gone);
        pen.para(&text);
    }
    pen.para(
        "If you answer by mail, put the cover sheet on top. What counts is the day on which we \
         receive your answer, not the day on which you mail it. No more time can be given.",
    );
    words::fill(rng, &mut pen, 620.0);
    pen.gap(6.0);
    pen.para("Sincerely,");
    pen.gap(18.0);
    pen.line(rng.pick(&[
        "Officer 1142",
        "Section Chief, Adjudications",
        "Field Office Director",
    ]));
    pen
}

/// The cover sheet: the barcode, the numbers again.
fn cover(rng: &mut Rng, case: &Case, family: Family, truth: &NoticeTruth) -> Pen {
    let mut pen = Pen::new(family, [90.0, 522.0], 90.0, 11.0);
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    pen.sheet.frame([72.0, 60.0, 540.0, 420.0], 1.2);
    let title = rng.pick(&[
        "PUT THIS SHEET ON TOP OF YOUR ANSWER",
        "COVER SHEET - DO NOT REMOVE",
    ]);
    pen.middle(heavy, 15.0, title);
    pen.gap(24.0);
    desk::receipt_bars(&mut pen.sheet, 200.0, pen.y, 40.0, &case.receipt);
    pen.gap(54.0);
    pen.middle(plain, 10.0, &case.receipt);
    pen.gap(24.0);
    let name = case.filer.name();
    pen.pair([plain, heavy], 290.0, "Name", &name);
    pen.gap(6.0);
    pen.pair([plain, heavy], 290.0, "Form", case.form_code);
    pen.gap(6.0);
    if truth.account_cell == crate::notice::AccountCell::Filled && rng.chance(0.5) {
        pen.pair(
            [plain, heavy],
            290.0,
            "Your USCIS online account no.",
            &case.account,
        );
        pen.gap(6.0);
    }
    pen.pair([plain, heavy], 290.0, "Number of sheets enclosed", "");
    pen.gap(24.0);
    pen.para(
        "Do not bind, staple or fold. Do not send originals unless we ask for them. Write your \
         name and A-Number on the back of each photograph.",
    );
    pen
}

/// A request for evidence with a side panel.
pub(super) fn side_panel(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::LiberationSans,
        Family::FreeSans,
        Family::Times,
    ]);
    let days = rng.pick(&[Days::Long, Days::Numeric, Days::Military]);
    let due = days.print(&case.noticed.later(0, rng.pick(&[30, 33, 84, 87])));
    let date = days.print(&case.noticed);
    let form = rng.pick(&["I-797E", ""]);
    let mut truth = desk::truth_of(case, form, &date);
    truth.fields.response_due = Some(due.clone());
    let title = rng.pick(&["Request for Evidence", "Notice of Intent to Deny"]);
    truth.fields.notice_type = Some(title.into());
    let own = desk::own(rng, case, 45, 15);
    let list = cells(rng, case, &mut truth, [&date, &due], own);
    let span = rng.pick(&[[54.0, 196.0], [416.0, 558.0], [410.0, 560.0]]);
    let panel = Panel {
        cells: list,
        span,
        above: rng.chance(0.25),
    };
    let start = rng.below(4);
    let asked = &ITEMS[start..start + 4 + rng.below(2)];
    let mut pages = vec![first(rng, case, family, &panel, title, asked)];
    pages.push(second(rng, case, family, asked, own == Own::Gone, title));
    if rng.chance(0.7) {
        pages.push(cover(rng, case, family, &truth));
    }
    footnote(&mut pages[0], &panel);
    let count = pages.len();
    for (page, pen) in pages.iter_mut().enumerate() {
        let foot = format!("{} of {count}", page + 1);
        let name = if form.is_empty() { "" } else { "Form I-797E" };
        [pen.left, pen.right] = [60.0, 552.0];
        pen.foot(8.0, 764.0, [name, "", &foot]);
    }
    Drawing {
        sheets: pages.into_iter().map(|pen| pen.sheet).collect(),
        truth,
    }
}
