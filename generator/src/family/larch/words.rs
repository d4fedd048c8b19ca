//! Running text and offices.
use crate::rng::Rng;

/// An office: its name, its street line, its city line.
pub(super) type Office = (&'static str, &'static str, &'static str);

/// One of the offices.
pub(super) fn office(rng: &mut Rng) -> Office {
    rng.pick(&[
        (
            "Nebraska Service Center",
            "P.O. Box 82521",
            "Lincoln NE 68501-2521",
        ),
        (
            "California Service Center",
            "P.O. Box 30111",
            "Laguna Niguel CA 92607-0111",
        ),
        (
            "Texas Service Center",
            "6046 N Belt Line Rd. Suite 172",
            "Irving TX 75038-0015",
        ),
        (
            "Vermont Service Center",
            "38 River Road",
            "Essex Junction VT 05479-0001",
        ),
        (
            "Potomac Service Center",
            "2200 Potomac Center Drive",
            "Arlington VA 20598-2425",
        ),
        (
            "National Benefits Center",
            "P.O. Box 648005",
            "Lee's Summit MO 64002-8005",
        ),
        (
            "Des Moines Field Office",
            "210 Walnut Street, Room 215",
            "Des Moines IA 50309-2106",
        ),
    ])
}

/// Paragraphs of ordinary notices.
const BODY: &[&str] = &[
    "We have mailed an official notice about this case to you and, where one is on file, to \
         your representative. Please save it with your records of this filing.",
    "If any of the above information is incorrect, please call the Contact Center at \
         1-800-375-5283 (TTY 1-800-767-1833) at once. Have this notice with you when you call.",
    "This notice does not grant any immigration status or benefit, nor is it evidence that \
         this case is still pending. It shows only what was done on the date printed above.",
    "You must report a change of address within ten days of moving. You can do so on our \
         website or by telephone; a form sent by mail takes longer to be recorded.",
    "Processing times vary from office to office. You can see the time for your kind of case \
         at www.uscis.gov and sign up there for messages about changes in your case.",
    "Do not send original documents unless we ask for them. Photocopies, with a full English \
         translation of anything in another language, are accepted for most purposes.",
    "We may ask you to appear for an interview or to give your fingerprints, photograph and \
         signature. A separate notice will give you the date, the time and the place.",
    "A person who is not fluent in English may bring an interpreter. The interpreter must be of \
     age, must know both languages well and may not be a witness in the case.",
    "Fees are not refunded, whatever we decide and even if you withdraw. A check that your bank \
     does not honor makes the filing void from the day on which it was received.",
    "If you move before this case is closed, tell us the old and the new address and the number \
     of this case. The post office does not forward our mail.",
    "We read what you send under the Privacy Act and keep it with your file. We may share it \
     with other agencies of the government where the law lets us.",
];

/// Some paragraphs, each a different one.
pub(super) fn bodies(rng: &mut Rng, count: usize) -> Vec<&'static str> {
    let start = rng.below(BODY.len());
    let step = rng.pick(&[1, 2, 3, 4]);
    let place = |n: usize| (start + n * step) % BODY.len();
    (0..count.min(BODY.len())).map(|n| BODY[place(n)]).collect()
}

/// One paragraph.
pub(super) fn body(rng: &mut Rng) -> &'static str {
    bodies(rng, 1)[0]
}

/// A paragraph on account numbers for a page that may have a field for one.
pub(super) fn remark(rng: &mut Rng, labelled: bool) -> &'static str {
    let common = [
        "To follow your case on the web, sign in to your USCIS online account. Never tell \
         anybody the password of the account, not even us.",
        "Forms ask for a USCIS Online Account Number (a number such as 0123-4567-8901). If you \
         were never given one, leave the field of the form empty.",
        "The number of an online account has twelve digits. It is not the same as an A-Number, \
         and it stays the same for all the cases that you file.",
    ];
    if labelled {
        rng.pick(&common)
    } else {
        decoy(rng)
    }
}

/// A sentence that speaks of account numbers and gives none of the filer's.
fn decoy(rng: &mut Rng) -> &'static str {
    rng.pick(&[
        "If you have a USCIS online account number, write it on every form that you send us. It \
         has twelve digits and is not the same as your A-Number.",
        "To follow this case on the web, sign in to your USCIS online account. The account \
         number is shown in your profile; it is not repeated on this notice.",
        "Forms ask for a USCIS Online Account Number (a number such as 0123-4567-8901). If you \
         were never given one, leave the field empty; you need not open an account.",
        "We do not print online account numbers on this kind of notice. If you filed by mail you \
         may receive one later in a separate Account Access Notice.",
        "You may create a USCIS online account at my.uscis.gov at no charge. An account number \
         is assigned when your registration is complete.",
    ])
}

/// The heading of the department, in two lines.
pub(super) fn department(rng: &mut Rng) -> [&'static str; 2] {
    rng.pick(&[
        [
            "Department of Homeland Security",
            "U.S. Citizenship and Immigration Services",
        ],
        [
            "U.S. Department of Homeland Security",
            "United States Citizenship & Immigration Svcs.",
        ],
        [
            "DEPARTMENT OF HOMELAND SECURITY",
            "U.S. CITIZENSHIP AND IMMIGRATION SERVICES",
        ],
    ])
}
