//! A call to the oath: values above ruled lines, captions under them, questions on the back.
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

use super::desk::{self, Days, Pen};
use super::words;

/// Captions under the filer's own account.
const OWN: [&str; 5] = [
    "(USCIS online account number)",
    "(Your USCIS Online Account No.)",
    "(applicant\u{2019}s USCIS online account)",
    "(Online Acct. No. with USCIS, if any)",
    "(USCIS Online Account Number of Applicant)",
];

/// The faces of a caption form.
struct Type {
    /// Of the values.
    value: Face,
    /// Of the captions.
    caption: Face,
}

impl Type {
    /// A value, a line under it, and a caption under the line.
    fn line(&self, sheet: &mut Sheet, span: [f32; 2], y: f32, value: &str, caption: &str) {
        let width = span[1] - span[0];
        sheet.rule(span[0], span[1], y + 3.0, 0.5);
        desk::put(
            sheet,
            self.value,
            10.5,
            [span[0] + 4.0, y, width - 8.0],
            value,
        );
        let size = desk::fit(self.caption, 7.5, width, caption);
        sheet.centred(
            self.caption,
            size,
            (span[0] + span[1]) / 2.0,
            y + 11.5,
            caption,
        );
    }
}

/// The case as the office of naturalization has it.
fn naturalization(case: &Case) -> Case {
    let mut own = case.clone();
    own.form_code = "N-400";
    own.title = "APPLICATION FOR NATURALIZATION";
    own.is_petition = false;
    own
}

/// The lines that name the person and the case, two in a row.
fn person_lines(
    rng: &mut Rng,
    case: &Case,
    pen: &mut Pen,
    kind: &Type,
    truth: &mut NoticeTruth,
    date: &str,
) {
    let name = case.filer.name();
    truth.fields.applicant = Some(name.clone());
    let number = desk::a_text(rng, truth, &case.filer.a_number);
    let mut list: Vec<(String, &str)> = vec![
        (name, rng.pick(&["(Name of applicant)", "(Applicant)"])),
        (
            date.into(),
            rng.pick(&["(Date of this notice)", "(Notice date)", "(Date mailed)"]),
        ),
        (
            number,
            rng.pick(&["(Alien registration number)", "(A-Number)", "(File number)"]),
        ),
        (
            case.receipt.clone(),
            rng.pick(&[
                "(Application ID#)",
                "(Receipt number)",
                "(N-400 receipt no.)",
            ]),
        ),
    ];
    let own = desk::own(rng, case, 45, 20);
    if let Some(text) = desk::account_text(rng, case, own, truth) {
        let place = 2 + rng.below(3);
        list.insert(place, (text, rng.pick(&OWN)));
    }
    if rng.chance(0.4) {
        let caption = rng.pick(&[
            "(Ceremony batch and seat control)",
            "(Certificate stock control no.)",
        ]);
        list.push((rng.digits(12), caption));
    }
    if list.len() % 2 == 1 {
        list.push((case.filer.born.numeric(), "(Date of birth)"));
    }
    let middle = (pen.left + pen.right) / 2.0;
    for pair in list.chunks(2) {
        let spans = [[pen.left, middle - 10.0], [middle + 10.0, pen.right]];
        for ((value, caption), span) in pair.iter().zip(spans) {
            kind.line(&mut pen.sheet, span, pen.y, value, caption);
        }
        pen.gap(31.0);
    }
}

/// The lines of the ceremony: day, hour, place.
fn ceremony(rng: &mut Rng, case: &Case, pen: &mut Pen, kind: &Type, truth: &mut NoticeTruth) {
    let day = case.noticed.later(0, rng.between(12, 29)).long();
    let hour = rng.pick(&["9:00 AM", "10:30 AM", "1:00 PM", "3:00 PM"]);
    let office = words::field_office(rng);
    let [left, right] = [pen.left + 60.0, pen.right - 60.0];
    let middle = (left + right) / 2.0;
    kind.line(&mut pen.sheet, [left, middle - 8.0], pen.y, &day, "(on)");
    kind.line(&mut pen.sheet, [middle + 8.0, right], pen.y, hour, "(at)");
    pen.gap(30.0);
    let hall = rng.pick(&[
        "U.S. District Court, Courtroom 3",
        "Convention Hall B",
        "Public Library",
    ]);
    for (text, caption) in [
        (hall, "(place)"),
        (office[1], "(street)"),
        (office[2], "(city, State, ZIP)"),
    ] {
        kind.line(&mut pen.sheet, [left, right], pen.y, text, caption);
        pen.gap(29.0);
    }
    truth.fields.appointment_date = Some(day);
    truth.fields.appointment_time = Some(hour.into());
}

/// The front of the notice.
fn front(rng: &mut Rng, case: &Case, family: Family, kind: &Type, truth: &mut NoticeTruth) -> Pen {
    let mut pen = Pen::new(family, [62.0, 550.0], 48.0, 10.0);
    let [plain, heavy] = [pen.regular(), pen.heavy()];
    pen.sheet.write(
        plain,
        8.5,
        pen.left,
        46.0,
        "U.S. Department of Homeland Security",
    );
    pen.sheet.write(
        plain,
        8.5,
        pen.left,
        56.0,
        "U.S. Citizenship and Immigration Services",
    );
    pen.sheet.flush_right(
        heavy,
        13.0,
        pen.right,
        50.0,
        "Notice of Naturalization Oath Ceremony",
    );
    truth.fields.notice_type = Some("Notice of Naturalization Oath Ceremony".into());
    pen.y = 92.0;
    let days = rng.pick(&[Days::Long, Days::Numeric, Days::Military]);
    let date = days.print(&case.noticed);
    truth.fields.notice_date = Some(date.clone());
    person_lines(rng, case, &mut pen, kind, truth, &date);
    pen.gap(2.0);
    for text in [&case.filer.name(), &case.address[0], &case.address[1]] {
        pen.line(text);
    }
    pen.gap(12.0);
    pen.para(
        "Your Form N-400, Application for Naturalization, has been approved. You are hereby \
         notified to appear for a naturalization oath ceremony",
    );
    pen.gap(10.0);
    ceremony(rng, case, &mut pen, kind, truth);
    pen.para(
        "Please report promptly. You will be asked to answer the questions on the back of this \
         notice before the ceremony begins. Bring this notice, your permanent resident card, any \
         reentry permit or refugee travel document, and any other document of this agency.",
    );
    if rng.chance(0.6) {
        let gone = truth.account_cell == Default::default();
        let text = words::talk(rng, gone);
        pen.para(&text);
    }
    words::fill(rng, &mut pen, 735.0);
    pen.foot(8.0, 762.0, ["Form N-445", "(See the back)", "Page 1 of 2"]);
    pen
}

/// The questions on the back.
const QUESTIONS: [&str; 8] = [
    "Have you married, or been widowed, separated or divorced?",
    "Have you travelled outside the United States?",
    "Have you knowingly committed any crime for which you have not been arrested?",
    "Have you been arrested, cited, charged or detained by any officer?",
    "Have you claimed exemption from military service?",
    "Has there been any change in your willingness to bear arms on behalf of the United States?",
    "Have you practiced polygamy, or helped anyone to enter the United States illegally?",
    "Have you opened a second USCIS online account, or changed your name in your account?",
];

/// The back: questions with boxes, and lines to sign on.
fn back(rng: &mut Rng, case: &Case, family: Family, kind: &Type) -> Pen {
    let mut pen = Pen::new(family, [62.0, 550.0], 52.0, 10.0);
    pen.strong("AFTER the date of your interview:");
    pen.gap(4.0);
    let plain = pen.regular();
    let right = pen.right;
    let count = 6 + rng.below(3);
    for (place, question) in QUESTIONS[..count].iter().enumerate() {
        let y = pen.y;
        for (x, answer) in [(right - 80.0, "Yes"), (right - 36.0, "No")] {
            pen.sheet.frame([x, y - 8.0, x + 9.0, y + 1.0], 0.6);
            pen.sheet.write(plain, 9.0, x + 12.0, y, answer);
        }
        pen.right = right - 92.0;
        pen.item(22.0, &format!("{}.", place + 1), question);
        pen.right = right;
        pen.gap(9.0);
    }
    pen.para("I certify that each of the answers shown above was made by me or at my direction.");
    pen.gap(26.0);
    let middle = (pen.left + pen.right) / 2.0;
    kind.line(
        &mut pen.sheet,
        [pen.left, middle + 40.0],
        pen.y,
        "",
        "(Signature)",
    );
    kind.line(
        &mut pen.sheet,
        [middle + 60.0, pen.right],
        pen.y,
        "",
        "(Date)",
    );
    pen.gap(36.0);
    kind.line(
        &mut pen.sheet,
        [pen.left, middle + 40.0],
        pen.y,
        "",
        "(Full mailing address)",
    );
    kind.line(
        &mut pen.sheet,
        [middle + 60.0, pen.right],
        pen.y,
        "",
        "(Telephone)",
    );
    pen.gap(40.0);
    if rng.chance(0.6) {
        desk::old_bars(&mut pen.sheet, 62.0, 690.0, 28.0, &case.receipt);
    }
    pen.foot(8.0, 762.0, ["Form N-445 (Reverse)", "", "Page 2 of 2"]);
    pen
}

/// A call to the oath of naturalization.
pub(super) fn ceremony_call(rng: &mut Rng, case: &Case) -> Drawing {
    let case = &naturalization(case);
    let family = rng.pick(&[Family::Times, Family::LiberationSerif, Family::Helvetica]);
    let typewriter = rng.pick(&[
        Family::Courier,
        Family::LiberationMono,
        Family::DejaVuSansMono,
    ]);
    let kind = Type {
        value: Face::regular(typewriter),
        caption: Face::italic(family),
    };
    let mut truth = desk::truth_of(case, "", "");
    let mut pages = vec![front(rng, case, family, &kind, &mut truth)];
    if rng.chance(0.25) {
        let digits = case::account(rng);
        truth.prints_representative_account(&digits);
        let text = format!(
            "Copy to {} of {}, online account of the attorney {digits}",
            case.attorney.0, case.attorney.1
        );
        let pen = &mut pages[0];
        let face = pen.regular();
        desk::put(
            &mut pen.sheet,
            face,
            8.5,
            [pen.left, 744.0, pen.right - pen.left],
            &text,
        );
    }
    pages.push(back(rng, case, family, &kind));
    Drawing {
        sheets: pages.into_iter().map(|pen| pen.sheet).collect(),
        truth,
    }
}
