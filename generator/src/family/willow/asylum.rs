//! An asylum office's acknowledgment: applicants in a list, footnotes, paragraphs in two columns.
use super::{kit, smallprint};
use crate::case::{self, Case, Person};
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// The asylum offices with the first letters of their receipt numbers.
const OFFICES: &[(&str, kit::Office)] = &[
    (
        "ZSF",
        (
            "San Francisco Asylum Office",
            "P.O. Box 77530",
            "San Francisco CA 94107-7530",
        ),
    ),
    (
        "ZLA",
        (
            "Los Angeles Asylum Office",
            "14101 Myford Road, 2nd Floor",
            "Tustin CA 92780-1234",
        ),
    ),
    (
        "ZAR",
        (
            "Arlington Asylum Office",
            "1525 Wilson Blvd, Suite 300",
            "Arlington VA 22209-2411",
        ),
    ),
    (
        "ZCH",
        (
            "Chicago Asylum Office",
            "181 West Madison Street",
            "Chicago IL 60602-4510",
        ),
    ),
    (
        "ZHN",
        (
            "Houston Asylum Office",
            "16630 Imperial Valley Drive",
            "Houston TX 77060-3408",
        ),
    ),
    (
        "ZNK",
        (
            "Newark Asylum Office",
            "1200 Wall Street West",
            "Lyndhurst NJ 07071-3617",
        ),
    ),
];

/// A label ending in a colon, dots, the value at a stop.
fn leader(s: &mut Sheet, f: Family, at: (f32, f32, f32), label: &str, value: &str) {
    let (x, stop, y) = at;
    kit::dotted(s, Face::regular(f), 9.8, x, y, stop, label);
    kit::fit(s, Face::bold(f), 9.8, stop + 2.0, y, 570.0 - stop, value);
}

/// The lines with dots; the account number carries a footnote mark. Gives the footnote.
fn head_lines(
    rng: &mut Rng,
    case: &Case,
    number: &str,
    truth: &mut NoticeTruth,
) -> (Vec<(String, String)>, Option<&'static str>) {
    let printed = kit::receipt(rng, number, truth);
    truth.fields.notice_date = Some(case.noticed.long());
    truth.fields.received_date = Some(case.received.long());
    truth.fields.case_type = Some("I-589".into());
    let mut set: Vec<(String, String)> = vec![
        (rng.pick(&["Receipt Number", "Receipt #"]).into(), printed),
        (
            "Form".into(),
            "I-589, Application for Asylum and for Withholding of Removal".into(),
        ),
        (
            rng.pick(&["Date received", "Received on"]).into(),
            case.received.long(),
        ),
        (
            rng.pick(&["Date of this notice", "Notice date"]).into(),
            case.noticed.long(),
        ),
    ];
    let mine = kit::own(rng, case, truth);
    let mut note = None;
    if let Some(value) = &mine {
        let (label, foot) = rng.pick(&[
            (
                "Online Account Number*",
                "* USCIS online account number of the principal applicant.",
            ),
            (
                "OAN (1)",
                "(1) OAN: the principal applicant's own USCIS online account number.",
            ),
            ("USCIS Online Account No. of principal", ""),
            ("USCIS account of applicant 1 (online)", ""),
        ]);
        note = Some(foot).filter(|text| !text.is_empty());
        set.insert(rng.between(1, 4) as usize, (label.into(), value.clone()));
    }
    if kit::trap(rng, &mine) {
        let account = case::account(rng);
        match rng.below(3) {
            0 => {
                truth.prints_representative_account(&account);
                set.push(("Attorney's USCIS online account no.".into(), account));
            }
            1 => set.push(("Interpreter line conference ID".into(), account)),
            _ => set.push(("Annual fee payment reference".into(), account)),
        }
    }
    (set, note)
}

/// The list of applicants, numbered, ruled or not.
fn applicants(
    s: &mut Sheet,
    f: Family,
    rng: &mut Rng,
    y: f32,
    who: &[Person],
    truth: &mut NoticeTruth,
) -> f32 {
    let r = Face::regular(f);
    let b = Face::bold(f);
    let boxed = rng.chance(0.5);
    let head = rng.pick(&[
        "The following applicants are included:",
        "Applicants on this Form I-589",
    ]);
    s.write(b, 10.0, 46.0, y, head);
    let columns = [52.0, 84.0, 170.0, 400.0, 490.0];
    let heads = ["No.", "A-Number", "Name", "Date of birth", "Included as"];
    let top = y + 8.0;
    let mut y = top + 12.0;
    for (x, text) in columns.iter().zip(heads) {
        s.write(b, 8.0, *x, y, text);
    }
    let mut spouse = false;
    for (index, person) in who.iter().enumerate() {
        y += 16.0;
        if boxed {
            s.rule(46.0, 566.0, y - 11.5, 0.4);
        }
        let number = kit::alien(rng, person, truth);
        let tie = kit::tie(&who[0], person, &mut spouse);
        let part = if index == 0 {
            "Principal"
        } else if tie == "Spouse" {
            tie
        } else {
            "Dependent"
        };
        let texts = [
            format!("{:02}", index + 1),
            number,
            person.listed(),
            person.born.numeric(),
            part.into(),
        ];
        for (x, (text, room)) in columns
            .iter()
            .zip(texts.iter().zip([24.0, 82.0, 224.0, 80.0, 74.0]))
        {
            kit::fit(s, r, 9.4, *x, y, room, text);
        }
    }
    if boxed {
        s.frame([46.0, top, 566.0, y + 5.0], 0.8);
        for x in &columns[1..] {
            s.upright(x - 5.0, top, y + 5.0, 0.4);
        }
    }
    y + 24.0
}

/// The prose in two columns; gives the lower end.
fn columns(s: &mut Sheet, f: Family, rng: &mut Rng, y: f32) -> f32 {
    let stock = [
        "Your Form I-589 was received and is pending. You may remain in the United States \
         until it is decided. If you wish to leave while it is pending, ask for advance parole \
         first.",
        "You will receive a notice to appear at an Application Support Center to have \
         biometrics taken. Each person listed must appear, children included.",
        "You may file for work permission 150 days after a complete application was received. \
         Delay that you ask for or cause does not count.",
        "If you change address, notify this office within 10 days on Form AR-11. Give your \
         A-Number, not your online account number or your I-94 number.",
        "Your interview will be set by a later letter. Bring an interpreter if you are not \
         fluent in English, unless the office provides one.",
    ];
    let first = rng.below(stock.len());
    let mut ends = [y, y];
    for step in 0..4 {
        let side = step % 2;
        let x = 46.0 + side as f32 * 268.0;
        let text = stock[(first + step) % stock.len()];
        ends[side] = s.paragraph(Face::regular(f), 9.2, x, ends[side], 250.0, text) + 8.0;
    }
    ends[0].max(ends[1])
}

/// The design.
pub(super) fn draw(rng: &mut Rng, case: &Case) -> Drawing {
    let f = rng.pick(&[
        Family::LiberationSerif,
        Family::Times,
        Family::FreeSerif,
        Family::LiberationSans,
    ]);
    let r = Face::regular(f);
    let b = Face::bold(f);
    let mut s = Sheet::letter(f);
    let mut truth = kit::truth("I-797C");
    let (letters, office) = rng.pick(OFFICES);
    let number = case::receipt(rng, letters, case.received.year);
    s.write(
        b,
        9.0,
        46.0,
        44.0,
        "U.S. Citizenship and Immigration Services",
    );
    kit::stack(
        &mut s,
        r,
        8.4,
        46.0,
        55.0,
        &[office.0.into(), office.1.into(), office.2.into()],
    );
    s.flush_right(r, 8.4, 566.0, 44.0, "Form I-797C, Notice of Action");
    kit::barcode(&mut s, rng, 330.0, 52.0, 22.0, &number);
    let kind = rng.pick(&[
        "Acknowledgment of Receipt",
        "ACKNOWLEDGMENT OF RECEIPT",
        "Receipt Notice",
    ]);
    truth.fields.notice_type = Some(kind.into());
    truth.fields.applicant = Some(case.filer.listed());
    s.centred(b, 13.0, 306.0, 106.0, kind);
    let (set, note) = head_lines(rng, case, &number, &mut truth);
    let stop = rng.uniform(236.0, 270.0);
    let pitch = rng.uniform(14.0, 17.0);
    let mut y = 130.0;
    for (label, value) in &set {
        leader(&mut s, f, (46.0, stop, y), label, value);
        y += pitch;
    }
    let block = [
        case.filer.name(),
        case.address[0].clone(),
        case.address[1].clone(),
    ];
    y = kit::stack(&mut s, r, 10.0, 80.0, y + 18.0, &block) + 16.0;
    let mut who = kit::household(rng, case, 1, 6);
    who.insert(0, case.filer.clone());
    y = applicants(&mut s, f, rng, y, &who, &mut truth);
    y = columns(&mut s, f, rng, y);
    s.write(
        Face::italic(f),
        10.0,
        46.0,
        y + 16.0,
        "Director, Asylum Division",
    );
    smallprint::fill(&mut s, f, rng, (46.0, 566.0), (y + 40.0, 728.0));
    if let Some(text) = note {
        s.rule(46.0, 160.0, 742.0, 0.4);
        s.write(r, 7.8, 46.0, 752.0, text);
    }
    kit::foot(
        &mut s,
        r,
        7.5,
        "Form I-797C (Rev. 01/31/05) N",
        "Page 1 of 1",
    );
    Drawing {
        sheets: vec![s],
        truth,
    }
}
