//! A service center's grid with small variations: which cells stand where.

use super::words::{Cell, Facts, I129, I140, I539, Ruling, address, barcode, row, skip, stack};
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

const CLASSES: [&str; 7] = ["H1B", "L1A", "L1B", "O1A", "TN1", "E3D", "R1"];

const SECTIONS: [&str; 4] = [
    "Mem of Profession w/Adv Deg, or Exceptional Ability Sec. 203(b)(2)",
    "Indiv w/Extraordinary Ability, Sec. 203(b)(1)(A)",
    "Skilled Worker or Professional, Sec. 203(b)(3)(A)(i) or (ii)",
    "Multinational Executive or Manager, Sec. 203(b)(1)(C)",
];

/// Draws the notice.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    skip(rng, 1);
    let facts = Facts::draw(rng, case, &[I129, I140, I539]);
    let approved = rng.chance(0.5);
    let form = match (approved, rng.below(3)) {
        (true, 0) => "I-797B",
        (true, _) => "I-797",
        _ => "I-797C",
    };
    let family = rng.pick(&[
        Family::Helvetica,
        Family::LiberationSansNarrow,
        Family::Times,
        Family::FreeSans,
        Family::DejaVuSansCondensed,
    ]);
    let mut truth = facts.truth(case, form);
    let pages = if rng.chance(0.4) { 2 } else { 1 };
    let look = Ruling {
        span: (36.0, 576.0),
        rules: rng.pick(&[0, 0, 0, 1, 2, 3]),
        bold: rng.chance(0.3),
        size: rng.uniform(8.0, 9.4),
        under: false,
    };
    let mut first = Sheet::letter(family);
    let mut y = head(&mut first, form, rng);
    y = grid(&mut first, rng, (case, &facts), look, y, pages, &mut truth);
    let right = (324.0, y + 22.0);
    if rng.chance(0.5) {
        barcode(&mut first, rng, (40.0, y + 10.0), &case.receipt);
        y += 26.0;
    }
    let to_counsel = rng.chance(0.4);
    let mut lines = address(case, &facts, to_counsel);
    if rng.chance(0.4) {
        let copy = if to_counsel {
            "ATTORNEY COPY"
        } else {
            "ORIGINAL"
        };
        lines.push(String::new());
        lines.push(copy.to_owned());
    }
    stack(&mut first, 9.5, (48.0, y + 26.0), 250.0, &lines);
    let mut y = block(&mut first, rng, (case, &facts), approved, right, &mut truth).max(y + 100.0);
    y += 16.0;
    for text in body(approved, &facts) {
        y = first.paragraph(Face::regular(family), 9.0, 40.0, y, 528.0, &text) + 7.0;
    }
    first.plain(
        8.5,
        40.0,
        y + 2.0,
        "Please see the additional information on the back.",
    );
    let place = [facts.office.0, facts.office.1, facts.office.2].map(str::to_owned);
    stack(&mut first, 8.5, (40.0, 716.0), 260.0, &place);
    first.plain(8.5, 40.0, 752.0, "Customer Service Telephone: 800-375-5283");
    first.plain(7.5, 470.0, 766.0, &format!("Form {form} (Rev. 07/11/19)"));
    truth.fields.office = Some(facts.office.0.to_owned());
    let mut sheets = vec![first];
    if pages == 2 {
        sheets.push(second(rng, case, (&facts, form, family), look));
    }
    Drawing { sheets, truth }
}

fn head(s: &mut Sheet, form: &str, rng: &mut Rng) -> f32 {
    let bold = Face::bold(s.family);
    let mut y = 40.0;
    if form != "I-797C" && rng.chance(0.5) {
        s.centred(bold, 11.0, 306.0, 32.0, "THE UNITED STATES OF AMERICA");
        y = 50.0;
    }
    s.plain(9.0, 36.0, y, "Department of Homeland Security");
    s.plain(
        9.0,
        36.0,
        y + 11.0,
        "U.S. Citizenship and Immigration Services",
    );
    let title = format!("Form {form}, Notice of Action");
    s.flush_right(bold, 13.0, 576.0, y + 6.0, &title);
    y += 24.0;
    if form == "I-797C" {
        let line = "THIS NOTICE DOES NOT GRANT ANY IMMIGRATION STATUS OR BENEFIT.";
        s.centred(bold, 9.0, 306.0, y + 4.0, line);
        y += 12.0;
    }
    y
}

fn grid(
    s: &mut Sheet,
    rng: &mut Rng,
    (case, facts): (&Case, &Facts),
    look: Ruling,
    top: f32,
    pages: usize,
    truth: &mut NoticeTruth,
) -> f32 {
    let place = rng.below(5);
    let number = Cell::new(1.4, facts.label, &facts.account);
    let mut number = facts.shows().then_some(number);
    let title = match rng.below(3) {
        0 => format!("{} - {}", facts.form.0.replacen('-', "", 1), facts.form.1),
        1 => format!("{} {}", facts.form.0, facts.form.1),
        _ => format!("{}, {}", facts.form.0, facts.form.1),
    };
    let mut rows = vec![vec![
        Cell::new(1.1, "Receipt Number", &facts.receipt),
        Cell::new(2.2, rng.pick(&["Case Type", "Form Type"]), &title),
    ]];
    if place < 3 {
        let at = rng.pick(&[1, 1, 2]);
        rows[0].splice(at..at, number.take());
    }
    let received = facts.date(case.received);
    let has_priority = rng.chance(0.4);
    let priority = if has_priority {
        facts.date(case.priority)
    } else {
        String::new()
    };
    let company = facts.is_petition().then(|| facts.company.clone());
    let role = if company.is_some() {
        "Petitioner"
    } else {
        "Applicant"
    };
    let mut shown = company.is_none() || rng.chance(0.6);
    let own = format!("{role}  {}", facts.a_number);
    let who = match &company {
        Some(company) => Cell::new(1.8, role, company),
        None => Cell::new(1.8, &own, &facts.person.listed()),
    };
    let dates = [
        Cell::new(
            0.9,
            rng.pick(&["Received Date", "Date Received"]),
            &received,
        ),
        Cell::new(0.9, "Priority Date", &priority),
    ];
    rows.push(dates.into_iter().chain([who]).collect());
    let noticed = facts.date(case.noticed);
    let page = if rng.chance(0.5) {
        Cell::new(0.9, "Page", &format!("1 of {pages}"))
    } else {
        Cell::new(0.9, &format!("Page 1 of {pages}"), "")
    };
    let mut third = vec![Cell::new(0.9, "Notice Date", &noticed), page];
    if company.is_some() {
        let tail = if shown { facts.a_number.as_str() } else { "" };
        let label = format!("Beneficiary  {tail}");
        third.push(Cell::new(1.8, label.trim(), &facts.person.listed()));
        truth.fields.beneficiary = Some(facts.person.listed());
    } else if rng.chance(0.5) {
        third.push(Cell::new(
            1.8,
            "Class Requested",
            rng.pick(&["B2", "F1", "H4", "L2"]),
        ));
        shown = true;
    }
    if place == 3 {
        third.extend(number.take());
    }
    rows.push(third);
    rows.extend(number.take().map(|cell| vec![cell]));
    if shown {
        truth.prints_a_number(&facts.person.a_number);
    }
    let fields = &mut truth.fields;
    fields.received_date = Some(received);
    fields.notice_date = Some(noticed);
    fields.priority_date = has_priority.then_some(priority);
    match company {
        Some(name) => fields.petitioner = Some(name),
        None => fields.applicant = Some(facts.person.listed()),
    }
    rows.iter().fold(top, |y, cells| row(s, y, look, cells))
}

fn block(
    s: &mut Sheet,
    rng: &mut Rng,
    (case, facts): (&Case, &Facts),
    approved: bool,
    (x, mut y): (f32, f32),
    truth: &mut NoticeTruth,
) -> f32 {
    let kind = if approved {
        "Approval Notice"
    } else {
        rng.pick(&["Receipt Notice", "Transfer Notice"])
    };
    let fields = &mut truth.fields;
    fields.notice_type = Some(kind.to_owned());
    let mut lines = vec![("Notice Type:", kind.to_owned())];
    if kind == "Receipt Notice" {
        let amount = format!("${}.00", rng.pick(&["460", "715", "1,440", "2,805", "370"]));
        fields.amount = Some(amount.clone());
        lines.push(("Amount received:", format!("{amount} U.S.")));
    }
    if facts.form.0 == "I-140" {
        let section = rng.pick(&SECTIONS);
        fields.section = Some(section.to_owned());
        lines.push(("Section:", section.to_owned()));
        if rng.chance(0.5) {
            let number = format!("G-100-{:02}{}-{}", 21, rng.digits(3), rng.digits(6));
            lines.push(("ETA Case Number:", number));
        }
    } else if approved {
        let class = if facts.form.0 == "I-129" {
            rng.pick(&CLASSES)
        } else {
            "H4"
        };
        let from = case.noticed.later(0, 3);
        let (from, until) = (facts.date(from), facts.date(from.later(34, 0)));
        lines.push(("Class:", class.to_owned()));
        lines.push(("Valid from", format!("{from} to {until}")));
        fields.class = Some(class.to_owned());
        fields.valid_from = Some(from);
        fields.valid_to = Some(until);
    }
    if approved && facts.is_petition() && rng.chance(0.6) {
        let post = rng.pick(&["NONE", "MUMBAI", "NATIONAL VISA CENTER", "SEOUL"]);
        lines.push(("Consulate:", post.to_owned()));
        fields.consulate = Some(post.to_owned());
    }
    if let Some((digits, print)) = &facts.counsel {
        lines.push(("Attorney Online Account Number:", print.clone()));
        truth.prints_representative_account(digits);
    }
    for (label, value) in lines {
        let line = format!("{label} {value}");
        y = s.paragraph(Face::regular(s.family), 9.0, x, y, 246.0, &line) + 1.5;
    }
    y
}

fn body(approved: bool, facts: &Facts) -> Vec<String> {
    let what = if facts.is_petition() {
        "petition"
    } else {
        "application"
    };
    let first = if approved {
        format!(
            "The above {what} has been approved. This notice is evidence of the approval of the \
             {what} only; it is not a visa, nor does it prove that the worker may be admitted. \
             Keep it with your records for as long as the worker is employed with you."
        )
    } else {
        format!(
            "We have received or moved the {what} named above. Verify the personal information \
             and call us at once if anything is wrong. Processing times are on our website. You \
             will be notified separately about any other cases you filed."
        )
    };
    let second = "If you write about this case, give the receipt number. A number that your \
                  bank, your courier or the Department of Labor gave you does not help us to \
                  find it.";
    vec![first, second.to_owned()]
}

fn second(
    rng: &mut Rng,
    case: &Case,
    (facts, form, family): (&Facts, &str, Family),
    look: Ruling,
) -> Sheet {
    let mut s = Sheet::letter(family);
    let mut y = head(&mut s, form, rng);
    let cells = [
        Cell::new(1.0, "Receipt Number", &facts.receipt),
        Cell::new(1.0, "Notice Date", &facts.date(case.noticed)),
        Cell::new(1.0, "Page", "2 of 2"),
    ];
    y = row(&mut s, y, look, &cells) + 22.0;
    for text in [
        "NOTICE: Although this notice does not itself grant a status, keep it. A replacement has \
         its own fee. If the address above changes, tell us within ten days of the move.",
        "Inquiries. Call 800-375-5283 (TTY 800-767-1833) and have this notice at hand. The number \
         of an online account has 12 digits, an Alien Registration Number has seven to nine.",
    ] {
        y = s.paragraph(Face::regular(family), 9.0, 40.0, y, 528.0, text) + 8.0;
    }
    barcode(&mut s, rng, (40.0, y + 8.0), &case.receipt);
    s
}
