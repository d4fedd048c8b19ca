//! A request for evidence: a letter, a list of what is wanted, and a sheet to send back on top.
use super::kit::{Desk, Own, bars, fit, stack, write_in};
use super::words::{CENTERS, remark};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What such a letter asks for.
const WANTED: &[&str] = &[
    "Proof of citizenship or status. The copy of the passport that was sent shows no page with \
     the photograph. Send a copy of that page.",
    "Birth certificate. The record was made more than a year after the birth. Send school or \
     church records of the first years of life, with English translations.",
    "Marriage. Send proof that both parties were free to marry: decrees of divorce, annulment or \
     death of each earlier husband or wife.",
    "Tax returns. Send the transcript of the Internal Revenue Service for the last three years.",
    "Wages. Send the pay records of the last six months and the letter of the employer with the \
     employer's FEIN.",
    "Medical examination. Form I-693 was not signed by the civil surgeon. Send a new one in a \
     sealed envelope.",
    "Address. Give all addresses of the last five years, with the dates on which you moved.",
    "Name. The name on the form is not that on the passport. Send the order of the court or \
     explain the difference in a signed letter.",
];

/// The title with the letter's deadline.
struct Plan {
    family: Family,
    own: Own,
    on_cover: bool,
    due: String,
    title: &'static str,
    pages: usize,
    side: f32,
    text: f32,
}

/// Draws the design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let own = Own::draw(rng, 19, 0.47, 0.14);
    let family = rng.pick(&[Family::Helvetica, Family::LiberationSans, Family::FreeSerif]);
    let form = rng.pick(&["I-797E", "I-797E", ""]);
    let title = rng.pick(&["Request for Evidence", "REQUEST FOR EVIDENCE"]);
    let pages = rng.pick(&[2, 3]);
    let on_cover = rng.chance(0.5);
    let mut desk = Desk::new(rng, case, form);
    let due = case.noticed.later(2, 20).long();
    desk.truth.fields.notice_type = Some(title.into());
    desk.truth.fields.response_due = Some(due.clone());
    let [side, text] = desk.rng.pick(&[[40.0, 190.0], [440.0, 42.0]]);
    let plan = Plan {
        family,
        own,
        on_cover,
        due,
        title,
        pages,
        side,
        text,
    };
    let mut sheets = vec![letter(&mut desk, &plan, form)];
    if pages == 3 {
        sheets.push(list_page(&mut desk, &plan));
    }
    sheets.push(cover(&mut desk, &plan));
    Drawing {
        sheets,
        truth: desk.truth,
    }
}

/// The label of the account on the letter or on the cover sheet.
fn own_label(desk: &mut Desk) -> String {
    let role = desk.role();
    let label = desk.rng.pick(&[
        "USCIS Online Acct. No.",
        "USCIS online account (#)",
        "#'s online account, USCIS",
        "USCIS Online Account ID",
        "Your USCIS account no.",
    ]);
    label.replace('#', role)
}

/// The first page.
fn letter(desk: &mut Desk, plan: &Plan, form: &str) -> Sheet {
    let mut sheet = Sheet::letter(plan.family);
    let plain = Face::regular(plan.family);
    let bold = Face::bold(plan.family);
    let (name, street, city) = desk.rng.pick(CENTERS);
    sheet.write(bold, 13.0, 40.0, 44.0, "USCIS");
    sheet.write(plain, 9.0, 92.0, 44.0, &format!("{name}, {street}, {city}"));
    if !form.is_empty() {
        sheet.flush_right(
            plain,
            8.0,
            572.0,
            58.0,
            &format!("Form {form}, Notice of Action"),
        );
    }
    sheet.rule(40.0, 572.0, 64.0, 1.0);
    sheet.write(bold, 15.0, plan.text, 90.0, plan.title);
    let y = margin(&mut sheet, desk, plan);
    stack(
        &mut sheet,
        plain,
        10.0,
        [plan.text, 112.0, 12.5],
        &desk.addressee(),
    );
    let mut y = y.max(176.0);
    sheet.frame([plan.text - 2.0, y - 4.0, plan.text + 382.0, y + 22.0], 1.4);
    let text = format!(
        "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY {}",
        plan.due
    );
    write_in(
        &mut sheet,
        bold,
        10.0,
        [plan.text + 4.0, y + 12.5, 372.0],
        &text,
    );
    y += 44.0;
    let said = remark(desk.rng);
    let mut texts = vec![
        "We need more from you before we can decide the case named in the margin. What we need is \
         listed in this letter. Send everything together, once. We will decide with what we have \
         if nothing comes by the date in the box."
            .to_string(),
        said,
    ];
    if plan.pages == 2 {
        texts.extend(wanted(desk));
    } else {
        texts.push(
            "You have the burden of proof. What you send must show that you met every \
             requirement on the day of filing and meet it still (8 CFR 103.2(b)(1)). A copy will \
             do unless we ask for the original."
                .into(),
        );
        texts.push("The list of what we need is on page 2. Page 3 goes on top.".into());
    }
    texts.push(
        "You may send all that is asked for, send a part and ask for a decision on what is there, \
         or withdraw the case. We cannot give you more time than is stated in the box."
            .into(),
    );
    for text in &texts {
        if y < 700.0 {
            y = sheet.paragraph(plain, 10.5, plan.text, y, 380.0, text) + 8.0;
        }
    }
    foot(&mut sheet, plan, 1);
    sheet
}

/// Labels above values in the left margin; returns the baseline where the text may begin.
fn margin(sheet: &mut Sheet, desk: &mut Desk, plan: &Plan) -> f32 {
    let role = desk.role();
    let mut rows: Vec<(String, String)> = vec![
        ("Date".into(), desk.notice_date()),
        (
            desk.rng.pick(&["Receipt number", "Receipt No."]).into(),
            desk.receipt(),
        ),
        ("Case type".into(), desk.case.form_code.into()),
        (role.into(), desk.filer()),
    ];
    desk.truth.fields.case_type = Some(desk.case.form_code.into());
    if let Some(name) = desk.beneficiary() {
        rows.push(("Beneficiary".into(), name));
    }
    let alien = desk.alien(desk.subject());
    rows.push((
        desk.rng
            .pick(&["A-Number", "A-File", "Alien file no."])
            .into(),
        alien,
    ));
    if plan.own != Own::Absent && !plan.on_cover {
        let label = own_label(desk);
        let account = desk.account(plan.own);
        let at = 1 + desk.rng.below(rows.len());
        rows.insert(at, (label, account));
    }
    for (label, value) in rivals(desk) {
        rows.push((label, value));
    }
    let mut y = 90.0;
    for (label, value) in &rows {
        sheet.write(Face::bold(plan.family), 7.5, plan.side, y, label);
        write_in(
            sheet,
            Face::regular(plan.family),
            9.5,
            [plan.side, y + 12.0, 132.0],
            value,
        );
        y += 32.0;
    }
    let line = if plan.side < plan.text { 178.0 } else { 432.0 };
    sheet.upright(line, 78.0, y - 16.0, 0.6);
    176.0
}

/// Numbers of other kinds for the margin.
fn rivals(desk: &mut Desk) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    if desk.rng.chance(0.35) {
        let digits = format!("{}-{}", desk.rng.digits(2), desk.rng.digits(7));
        rows.push(("FEIN of employer".into(), digits));
    }
    if desk.rng.chance(0.35) {
        let digits = format!("GUZ{}{}", desk.case.received.year, desk.rng.digits(6));
        rows.push(("NVC case number".into(), digits));
    }
    if desk.rng.chance(0.35) {
        let digits = desk.rival();
        rows.push(("Fee payment reference".into(), digits));
    }
    if desk.rng.chance(0.2) {
        let digits = desk.rival();
        rows.push(("Prior filer's USCIS online acct.".into(), digits));
    }
    if desk.rng.chance(0.3) {
        let digits = desk.attorney_account();
        rows.push(("Attorney's USCIS online acct.".into(), digits));
    }
    rows
}

/// Four things wanted, numbered.
fn wanted(desk: &mut Desk) -> Vec<String> {
    let first = desk.rng.below(WANTED.len());
    let count = 4 + desk.rng.below(4);
    let pick = |step: usize| WANTED[(first + step) % WANTED.len()];
    (0..count)
        .map(|step| format!("{}. {}", step + 1, pick(step)))
        .collect()
}

/// The second of three pages.
fn list_page(desk: &mut Desk, plan: &Plan) -> Sheet {
    let mut sheet = Sheet::letter(plan.family);
    let plain = Face::regular(plan.family);
    let receipt = desk.receipt();
    sheet.write(
        plain,
        8.5,
        40.0,
        36.0,
        &format!("{receipt} / {}", desk.case.filer.listed()),
    );
    sheet.rule(40.0, 572.0, 41.0, 0.6);
    sheet.write(Face::bold(plan.family), 12.0, 40.0, 70.0, "What to send");
    let mut y = 92.0;
    let mut texts = wanted(desk);
    texts.push(format!(
        "Do not send originals unless we ask for them. Papers in another language need a full \
         English translation with the translator's statement. A parcel label is enclosed: its \
         number, {}, belongs to the carrier.",
        desk.rng.digits(12)
    ));
    texts.push(remark(desk.rng));
    for text in &texts {
        y = sheet.paragraph(plain, 10.5, 56.0, y, 500.0, text) + 9.0;
    }
    foot(&mut sheet, plan, 2);
    sheet
}

/// The last page, to be put on top of the answer.
fn cover(desk: &mut Desk, plan: &Plan) -> Sheet {
    let mut sheet = Sheet::letter(plan.family);
    let plain = Face::regular(plan.family);
    let bold = Face::bold(plan.family);
    sheet.fill([40.0, 40.0, 572.0, 70.0], 0.85);
    let text = "PLACE THIS SHEET ON TOP OF YOUR RESPONSE";
    sheet.centred(bold, fit(bold, 15.0, 500.0, text), 306.0, 60.5, text);
    bars(
        &mut sheet,
        Symbology::Code39,
        desk.case,
        [170.0, 92.0, 50.0],
    );
    let mut cells = vec![
        ("Receipt number".to_string(), desk.receipt()),
        ("Response due".to_string(), plan.due.clone()),
        (desk.role().to_string(), desk.filer()),
        ("Form".to_string(), desk.case.form_code.to_string()),
    ];
    if plan.own != Own::Absent && plan.on_cover {
        let label = own_label(desk);
        let account = desk.account(plan.own);
        let at = desk.rng.below(cells.len());
        cells.insert(at, (label, account));
    }
    if cells.len() % 2 == 1 {
        cells.push(("Kind of notice".into(), plan.title.into()));
    }
    let mut y = 172.0;
    for pair in cells.chunks(2) {
        for (side, (label, value)) in pair.iter().enumerate() {
            let x = 40.0 + 266.0 * side as f32;
            sheet.frame([x, y, x + 266.0, y + 38.0], 0.8);
            sheet.write(plain, 7.5, x + 5.0, y + 10.0, label);
            write_in(&mut sheet, bold, 12.0, [x + 8.0, y + 28.0, 250.0], value);
        }
        y += 38.0;
    }
    let (name, street, city) = desk.rng.pick(CENTERS);
    sheet.write(plain, 10.0, 40.0, y + 30.0, "Mail to:");
    let rows: [String; 4] = [
        "USCIS".into(),
        format!("Attn: RFE, {name}"),
        street.into(),
        city.into(),
    ];
    let mut y = stack(&mut sheet, bold, 12.0, [100.0, y + 30.0, 15.0], &rows) + 16.0;
    for text in [
        "I send all that was asked for.",
        "I send a part and ask you to decide.",
        "I withdraw the case.",
    ] {
        sheet.frame([100.0, y - 8.0, 109.0, y + 1.0], 0.7);
        sheet.write(plain, 10.0, 116.0, y, text);
        y += 18.0;
    }
    sheet.rule(100.0, 380.0, y + 24.0, 0.6);
    sheet.write(plain, 7.5, 100.0, y + 33.0, "Signature and date");
    foot(&mut sheet, plan, plan.pages);
    sheet
}

/// The foot of a page.
fn foot(sheet: &mut Sheet, plan: &Plan, page: usize) {
    let face = Face::regular(plan.family);
    sheet.centred(
        face,
        8.0,
        306.0,
        764.0,
        &format!("Page {page} of {}", plan.pages),
    );
}
