//! A request for evidence: a cover sheet with bars, then two pages under a running head.
use super::kit::{self, Column, Own};
use crate::barcode::Symbology;
use crate::case::Case;
use crate::family::Drawing;
use crate::layout::sheet::Sheet;
use crate::notice::NoticeTruth;
use crate::rng::Rng;
use crate::typeface::{Face, Family};

/// What the request may ask for.
const ASKED: &[(&str, &str)] = &[
    (
        "Identity",
        "Submit a copy of a government-issued document with your photograph, such as a \
        passport page, together with a complete English translation of any foreign text.",
    ),
    (
        "Birth record",
        "The record that you sent was registered late. Submit the long form, or two \
        affidavits of persons who knew of the birth when it happened (8 CFR 204.1(g)(2)).",
    ),
    (
        "Relationship",
        "Submit evidence that the marriage was entered into in good faith: leases, \
        insurance policies, bank statements with both names, and letters sent to each of you.",
    ),
    (
        "Maintenance of status",
        "Submit copies of each Form I-94. The number has eleven characters, \
        for example 123456789 01 or 12345678A 01, and is not an A-Number.",
    ),
    (
        "Financial support",
        "The income on Form I-864 is below the guidelines. Submit the tax \
        transcript for the latest year, or a Form I-864A of a member of the household.",
    ),
    (
        "Medical examination",
        "Form I-693 is missing or was not signed by a civil surgeon. Submit \
        it in the sealed envelope in which you received it.",
    ),
    (
        "Court records",
        "Submit certified dispositions for each arrest, whatever its outcome.",
    ),
];

/// What all sheets need.
struct Request {
    family: Family,
    receipt: String,
    alien: String,
    own: Own,
    label: &'static str,
    pages: usize,
}

/// The request, two or three pages.
pub(super) fn request(rng: &mut Rng, case: &Case) -> Drawing {
    let family = rng.pick(&[
        Family::LiberationSerif,
        Family::FreeSerif,
        Family::LiberationSans,
    ]);
    let mut truth = NoticeTruth {
        form: "I-797E".into(),
        ..Default::default()
    };
    let request = Request {
        family,
        receipt: kit::receipt(rng, &case.receipt, &mut truth),
        alien: kit::a_number(rng, &case.filer, &mut truth),
        own: kit::own(rng, case, &mut truth),
        label: rng.pick(match case.is_petition {
            true => &["Petitioner's USCIS OAN", "USCIS Online Acct. (petitioner)"],
            false => &["USCIS Online Acct. No.", "Your USCIS OAN"],
        }),
        pages: rng.below(2) + 2,
    };
    let due = case.noticed.later(2, 20).long();
    let mut sheets = vec![cover(rng, case, &request, &due, &mut truth)];
    let mut items: Vec<usize> = (0..ASKED.len()).filter(|_| rng.chance(0.75)).collect();
    let rest = items.split_off(items.len().min(if request.pages == 3 { 3 } else { 7 }));
    sheets.push(inner(&request, 2, &items, &due));
    if request.pages == 3 {
        sheets.push(inner(&request, 3, &rest, &due));
    }
    Drawing { sheets, truth }
}

/// The first page.
fn cover(
    rng: &mut Rng,
    case: &Case,
    request: &Request,
    due: &str,
    truth: &mut NoticeTruth,
) -> Sheet {
    let family = request.family;
    let mut s = Sheet::letter(family);
    s.plain(8.6, 50.0, 40.0, "Department of Homeland Security");
    s.plain(8.6, 50.0, 51.0, "U.S. Citizenship and Immigration Services");
    s.flush_right(
        Face::bold(family),
        11.0,
        562.0,
        42.0,
        "Form I-797E, Notice of Action",
    );
    s.flush_right(
        Face::regular(family),
        8.6,
        562.0,
        54.0,
        &format!("Page 1 of {}", request.pages),
    );
    let title = rng.pick(&["REQUEST FOR EVIDENCE", "Request for Evidence"]);
    kit::note(&mut truth.fields.notice_type, title);
    s.centred(Face::bold(family), 16.0, 306.0, 88.0, title);
    let width = rng.uniform(220.0, 290.0);
    kit::stripe(
        &mut s,
        Symbology::Code39,
        &case.receipt,
        [306.0 - width / 2.0, 100.0, width, 30.0],
    );
    s.centred(Face::regular(family), 9.0, 306.0, 141.0, &request.receipt);
    let y = facts(&mut s, rng, case, request, truth);
    let y = deadline(&mut s, request, due, y, truth);
    addresses(&mut s, rng, case, request, y);
    s
}

/// The facts, labels flush right in one column and values left in the next.
fn facts(
    s: &mut Sheet,
    rng: &mut Rng,
    case: &Case,
    request: &Request,
    truth: &mut NoticeTruth,
) -> f32 {
    let noticed = case.noticed.long();
    let name = case.filer.listed();
    kit::note(&mut truth.fields.notice_date, &noticed);
    kit::note(&mut truth.fields.case_type, case.form_code);
    let role = if case.is_petition {
        "Petitioner"
    } else {
        "Applicant"
    };
    match case.is_petition {
        true => kit::note(&mut truth.fields.petitioner, &name),
        false => kit::note(&mut truth.fields.applicant, &name),
    }
    let mut rows = vec![
        (rng.pick(&["Notice Date", "Date of Notice"]), noticed),
        ("Receipt Number", request.receipt.clone()),
        ("Form Type", case.form_code.to_string()),
        (role, name),
        (rng.pick(&["A-Number", "A-File No."]), request.alien.clone()),
    ];
    if case.is_petition && rng.chance(0.6) {
        let name = case.beneficiary.listed();
        kit::note(&mut truth.fields.beneficiary, &name);
        rows.push(("Beneficiary", name));
    }
    if request.own.labelled() && rng.chance(0.5) {
        rows.push((request.label, request.own.text().to_string()));
    }
    let middle = rng.uniform(190.0, 262.0);
    let mut y = 170.0;
    for (label, value) in rows {
        s.flush_right(
            Face::regular(request.family),
            9.6,
            middle,
            y,
            &format!("{label}:"),
        );
        kit::fitted(
            s,
            Face::bold(request.family),
            10.4,
            [middle + 12.0, y],
            290.0,
            &value,
        );
        y += 16.0;
    }
    y + 10.0
}

/// The box with the last day.
fn deadline(s: &mut Sheet, request: &Request, due: &str, y: f32, truth: &mut NoticeTruth) -> f32 {
    kit::note(&mut truth.fields.response_due, due);
    s.frame([50.0, y, 562.0, y + 46.0], 1.4);
    let face = Face::bold(request.family);
    s.centred(
        face,
        10.0,
        306.0,
        y + 17.0,
        "YOUR RESPONSE MUST BE RECEIVED IN THIS OFFICE BY",
    );
    s.centred(face, 14.0, 306.0, y + 36.0, due);
    y + 72.0
}

/// The filer's address, the note on the cover sheet, and where to send.
fn addresses(s: &mut Sheet, rng: &mut Rng, case: &Case, request: &Request, y: f32) {
    let family = request.family;
    let mut text = Column {
        family,
        size: 10.0,
        left: 78.0,
        measure: 300.0,
        y,
    };
    let name = case.filer.name();
    text.lines(s, &[&name, &case.address[0], &case.address[1]]);
    text = Column {
        family,
        size: 10.4,
        left: 50.0,
        measure: 512.0,
        y: text.y + 22.0,
    };
    text.head(s, "PLACE THIS PAGE ON TOP OF YOUR RESPONSE.");
    text.say(
        s,
        "Send all that is asked for at one time. A part answer is taken as a request for a \
        decision on the record (8 CFR 103.2(b)(11)). The time cannot be extended.",
    );
    let top = text.y + 6.0;
    for (step, (head, lines)) in [
        (
            "By U.S. mail",
            [
                "USCIS, Attn: RFE",
                "P.O. Box 82521",
                "Lincoln, NE 68501-2521",
            ],
        ),
        (
            "By courier",
            ["USCIS, Attn: RFE", "850 S Street", "Lincoln, NE 68508-1225"],
        ),
    ]
    .iter()
    .enumerate()
    {
        let left = 50.0 + 262.0 * step as f32;
        s.frame([left, top, left + 250.0, top + 66.0], 0.5);
        let mut text = Column {
            family,
            size: 9.6,
            left: left + 10.0,
            measure: 230.0,
            y: top + 16.0,
        };
        text.head(s, head);
        text.lines(s, lines);
    }
    let mut text = Column {
        family,
        size: 9.4,
        left: 50.0,
        measure: 512.0,
        y: top + 92.0,
    };
    text.say(
        s,
        rng.pick(&[
            "If you answer online, sign in to your USCIS online account, open the case and choose \
        \"Respond to RFE\". Do not also send paper.",
            "Do not send original documents unless this request asks for originals.",
            "Keep the courier's slip. A slip's tracking number (12 digits, such as 7700 1234 5678) \
        shows the day on which we received your answer.",
        ]),
    );
}

/// A page of the request under its running head.
fn inner(request: &Request, page: usize, items: &[usize], due: &str) -> Sheet {
    let family = request.family;
    let mut s = Sheet::letter(family);
    let mut cells = vec![
        ("Receipt Number", request.receipt.as_str()),
        ("A-File", &request.alien),
    ];
    if request.own.labelled() {
        cells.push((request.label, request.own.text()));
    }
    let number = format!("{page} of {}", request.pages);
    cells.push(("Page", &number));
    let mut x = 50.0;
    for (label, value) in cells {
        s.write(Face::regular(family), 6.6, x, 36.0, label);
        s.write(Face::bold(family), 9.0, x, 47.0, value);
        x += 134.0;
    }
    s.rule(50.0, 562.0, 53.0, 0.8);
    let mut text = Column {
        family,
        size: 10.6,
        left: 50.0,
        measure: 512.0,
        y: 82.0,
    };
    if page == 2 {
        text.say(
            &mut s,
            "On review of your filing and of the evidence sent with it, USCIS finds \
            that more is needed before a decision can be made. Please submit the following.",
        );
    }
    for (step, item) in items.iter().enumerate() {
        let (head, body) = ASKED[*item];
        text.head(&mut s, &format!("{}. {head}", step + 1 + 3 * (page - 2)));
        text.say(&mut s, body);
    }
    if page == request.pages {
        closing(&mut s, &mut text, due);
    }
    s
}

/// The end of the request.
fn closing(s: &mut Sheet, text: &mut Column, due: &str) {
    text.head(s, "Translations and copies");
    text.say(
        s,
        "A translator must certify that the translation is complete and correct and that \
        he or she is competent to translate. Legible copies are enough.",
    );
    text.say(s, &format!(
        "If we do not have your answer by {due}, the filing may be denied. If you move, tell us \
        within 10 days."
    ));
    text.y += 14.0;
    text.lines(
        s,
        &[
            "Sincerely,",
            "",
            "",
            "Director",
            "U.S. Citizenship and Immigration Services",
        ],
    );
}
