//! An interview notice: labels flush right against their values, and a pass to tear off.
use super::{kit, smallprint};
use crate::case::{self, Case};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The kinds of interview.
const KINDS: &[(&str, &str, &str)] = &[
    (
        "I-485",
        "Application to Register Permanent Residence",
        "Request for Applicant to Appear for Initial Interview",
    ),
    (
        "N-400",
        "Application for Naturalization",
        "Request for Applicant to Appear for Naturalization Initial Interview",
    ),
    (
        "I-751",
        "Petition to Remove Conditions on Residence",
        "Notice of Interview",
    ),
    (
        "N-600",
        "Application for Certificate of Citizenship",
        "Family Interview Notice",
    ),
    (
        "I-90",
        "Application to Replace Permanent Resident Card",
        "Interview Appointment Notice",
    ),
];

/// Labels flush right at an axis (or flush left with a colon), values flush left after it.
fn axis(s: &mut Sheet, f: Family, at: (bool, f32, f32), y: f32, set: &[(String, String)]) -> f32 {
    let (colon, x, pitch) = at;
    let mut y = y;
    for (label, value) in set {
        if colon {
            kit::fit(
                s,
                Face::regular(f),
                9.0,
                70.0,
                y,
                x - 78.0,
                &format!("{label}:"),
            );
        } else {
            s.flush_right(Face::regular(f), 9.0, x - 5.0, y, label);
        }
        kit::fit(s, Face::bold(f), 10.0, x + 5.0, y, 570.0 - x, value);
        y += pitch;
    }
    y
}

/// The label for the filer's account in this template.
fn own_label(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "Your USCIS online account number",
        "USCIS Online Account No. (yours)",
        "USCIS online acct. of applicant",
        "Applicant's online account number (USCIS)",
        "USCIS ELIS account number",
    ])
}

/// The lines at the head.
fn lines(
    rng: &mut Rng,
    case: &Case,
    kind: (&str, &str, &str),
    truth: &mut NoticeTruth,
) -> Vec<(String, String)> {
    let number = kit::receipt(rng, &case.receipt, truth);
    let alien = kit::alien(rng, &case.filer, truth);
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.case_type = Some(kind.0.into());
    truth.fields.applicant = Some(case.filer.listed());
    vec![
        (
            rng.pick(&["Receipt number", "Receipt #", "Application ID#"])
                .into(),
            number,
        ),
        (
            rng.pick(&["Notice date", "Date of this notice"]).into(),
            case.noticed.long(),
        ),
        (
            rng.pick(&["Form", "Case type", "Form type"]).into(),
            format!("{}, {}", kind.0, kind.1),
        ),
        (
            rng.pick(&["Applicant", "Name of applicant"]).into(),
            case.filer.listed(),
        ),
        (
            rng.pick(&["Alien file number", "A-Number", "USCIS A#"])
                .into(),
            alien,
        ),
    ]
}

/// A line with a number that is not the filer's account.
fn rival(rng: &mut Rng, truth: &mut NoticeTruth) -> (String, String) {
    let account = case::account(rng);
    match rng.below(4) {
        0 => {
            truth.prints_representative_account(&account);
            (
                "Representative's USCIS online account number".into(),
                account,
            )
        }
        1 => (
            "USCIS online account number of former petitioner".into(),
            account,
        ),
        2 => (
            "Visa case (NVC)".into(),
            format!(
                "{}{}{}",
                rng.pick(&["GUZ", "MNL", "BGT"]),
                "2019",
                rng.digits(6)
            ),
        ),
        _ => ("Security desk visit number".into(), rng.digits(12)),
    }
}

/// The pass at the foot: small captions above values, a barcode, the family members.
fn pass(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    case: &Case,
    shown: &Pass,
    truth: &mut NoticeTruth,
) {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let top = 640.0;
    let mut x = 30.0;
    while x < 580.0 {
        s.rule(x, x + 5.0, top, 0.6);
        x += 9.0;
    }
    s.write(
        r,
        6.5,
        40.0,
        top + 9.0,
        "Tear here - hand this pass to the guard at the entrance",
    );
    s.frame([36.0, top + 14.0, 576.0, top + 112.0], 0.8);
    let mut left = 46.0;
    for (caption, value) in &shown.captions {
        let wide = (b.width(value, 9.5)).max(r.width(caption, 6.4)) + 16.0;
        s.write(r, 6.4, left, top + 26.0, caption);
        s.write(b, 9.5, left, top + 38.0, value);
        left += wide;
    }
    s.write(r, 6.4, 46.0, top + 52.0, "ADMIT");
    kit::fit(s, b, 9.5, 46.0, top + 64.0, 200.0, &case.filer.name());
    for (row, person) in shown.family.iter().enumerate() {
        let number = kit::alien(rng, person, truth);
        let line = format!("{}  {number}", person.name());
        kit::fit(
            s,
            r,
            8.0,
            46.0,
            top + 76.0 + row as f32 * 11.0,
            230.0,
            &line,
        );
    }
    kit::barcode(s, rng, 300.0, top + 62.0, 30.0, &case.receipt);
    s.write(r, 7.5, 300.0, top + 103.0, &format!("* {} *", case.receipt));
}

/// What the pass shows.
struct Pass {
    captions: Vec<(String, String)>,
    family: Vec<crate::case::Person>,
}

/// The text of the letter and the list of what to bring.
fn prose(s: &mut Sheet, f: Family, rng: &mut Rng, y: f32) -> f32 {
    let r = Face::regular(f);
    let first = "You are hereby notified to appear for an interview appointment, with the \
                 family members named below, at the date, time and place shown. Failure to \
                 keep the appointment may result in denial.";
    let mut y = s.paragraph(r, 9.5, 46.0, y, 520.0, first) + 10.0;
    s.write(
        Face::bold(f),
        9.5,
        46.0,
        y,
        "YOU MUST BRING THE FOLLOWING ITEMS WITH YOU:",
    );
    let stock = [
        "This interview notice and your government issued photo identification.",
        "A completed medical examination (Form I-693) in a sealed envelope, unless already \
         submitted.",
        "All documents used to enter the United States: passports, advance parole, I-94.",
        "Your birth certificate, and your marriage certificate if the case rests on marriage.",
        "The account number and PIN are NOT needed; do not bring bank papers with account \
         numbers.",
        "If you filed online: the sign-in details of your USCIS online account.",
        "A certified translation of each document in a foreign language.",
    ];
    let first = rng.below(stock.len());
    let mark = rng.pick(&["-", "*", "o"]);
    y += 14.0;
    let count = rng.between(4, 6) as usize;
    for step in 0..count {
        s.write(r, 9.2, 56.0, y, mark);
        s.write(r, 9.2, 68.0, y, stock[(first + step) % stock.len()]);
        y += 13.0;
    }
    y + 8.0
}

/// The appointment: place left, date and time right.
fn appointment(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    case: &Case,
    y: f32,
    truth: &mut NoticeTruth,
) -> f32 {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let office = rng.pick(kit::FIELD);
    let day = case.noticed.later(1, 2);
    let time = kit::hour(rng);
    s.frame([46.0, y - 4.0, 566.0, y + 50.0], 1.0);
    s.write(
        b,
        9.0,
        54.0,
        y + 9.0,
        rng.pick(&["Please come to:", "Place:"]),
    );
    kit::stack(
        s,
        r,
        9.2,
        140.0,
        y + 9.0,
        &[office.0.into(), office.1.into(), office.2.into()],
    );
    s.write(b, 10.0, 360.0, y + 14.0, &format!("ON: {}", day.long()));
    s.write(b, 10.0, 360.0, y + 30.0, &format!("AT: {time}"));
    truth.fields.appointment_date = Some(day.long());
    truth.fields.appointment_time = Some(time);
    y + 66.0
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let f = rng.pick(&[
        Family::DejaVuSans,
        Family::Helvetica,
        Family::LiberationSans,
        Family::LiberationSerif,
    ]);
    let kind = rng.pick(KINDS);
    let form = rng.pick(&["I-797C", ""]);
    let mut truth = kit::truth(form);
    let mut s = Sheet::letter(f);
    s.centred(
        Face::bold(f),
        11.0,
        306.0,
        44.0,
        "U.S. Citizenship and Immigration Services",
    );
    if !form.is_empty() {
        s.centred(
            Face::regular(f),
            8.0,
            306.0,
            56.0,
            "Form I-797C, Notice of Action",
        );
    }
    truth.fields.notice_type = Some(kind.2.into());
    s.centred(Face::bold(f), 11.5, 306.0, 74.0, kind.2);
    let mut set = lines(rng, case, kind, &mut truth);
    let mine = kit::own(rng, case, &mut truth);
    let label = own_label(rng);
    let on_pass = rng.chance(0.35);
    if let Some(number) = mine.as_ref().filter(|_| !on_pass) {
        set.insert(
            rng.between(1, set.len() as i64) as usize,
            (label.into(), number.clone()),
        );
    }
    if kit::trap(rng, &mine) {
        set.push(rival(rng, &mut truth));
    }
    let x = rng.uniform(260.0, 300.0);
    let at = (rng.chance(0.4), x, rng.uniform(13.0, 15.5));
    let y = axis(&mut s, f, at, 98.0, &set);
    let block = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    let y = kit::stack(&mut s, Face::regular(f), 10.0, 70.0, y + 22.0, &block) + 14.0;
    let y = appointment(&mut s, f, rng, case, y, &mut truth);
    let y = prose(&mut s, f, rng, y);
    smallprint::fill(&mut s, f, rng, (46.0, 566.0), (y, 622.0));
    let mut captions = vec![("RECEIPT NUMBER".to_string(), case.receipt.clone())];
    if let Some(number) = mine.as_ref().filter(|_| on_pass) {
        captions.push((label.to_uppercase(), number.clone()));
    }
    captions.push(("FLOOR".into(), rng.between(1, 9).to_string()));
    let family = kit::household(rng, case, 1, 3);
    pass(&mut s, f, rng, case, &Pass { captions, family }, &mut truth);
    let edition = rng.pick(&["Form I-797C 04/01/19", "Form I-797C 01/31/17"]);
    kit::foot(
        &mut s,
        Face::regular(f),
        7.0,
        if form.is_empty() {
            "INT-FAM 2"
        } else {
            edition
        },
        "1 of 1",
    );
    Drawing {
        sheets: vec![s],
        truth,
    }
}
