//! Paragraphs that the designs choose from, so that no two pages read alike.
use crate::rng::Rng;

/// Takes some of the texts, in their order.
pub(super) fn some(rng: &mut Rng, pool: &[&'static str], least: usize) -> Vec<&'static str> {
    let count = least + rng.below(pool.len() - least + 1);
    let mut left = count;
    let mut taken = Vec::new();
    for (place, text) in pool.iter().enumerate() {
        let rest = pool.len() - place;
        if rng.below(rest) < left {
            taken.push(*text);
            left -= 1;
        }
    }
    taken
}

/// For the grid's receipts.
pub(super) const GRID: &[&str] = &[
    "Processing times are posted at uscis.gov/processing-times. Until the time that is shown \
     there for your form has passed, our staff can give no further news of the case.",
    "If any detail above is not correct, tell us within 30 days through uscis.gov/e-request. \
     Have the receipt number at hand when you call.",
    "An online account lets you follow this case and answer our requests. The account number \
     has 12 digits; it is not the receipt number and not the A-Number.",
    "Forms that ask for a USCIS Online Account Number want the number of your own account. \
     Do not enter the number of your preparer.",
    "We may need fingerprints, a photograph and a signature of each person in the filing. The \
     application support center will write to you; do not go there without a notice.",
    "Return of original papers: we keep what you sent unless we asked for the original. Use Form \
     G-884 to ask for it back.",
    "If you asked for an e-mail or text message with Form G-1145, this notice takes the place of \
     that message. The message itself proves nothing.",
    "Beware of persons who ask for money in our name by telephone. We take no payment by gift \
     card, and we never ask for an account number in a call that you did not make.",
];

/// For lockbox receipts.
pub(super) const LOCKBOX: &[&str] = &[
    "WHAT HAPPENS NEXT. We may ask for fingerprints, for further papers, or for an interview. \
     You need to do nothing until you hear from us.",
    "YOUR ADDRESS. If your mailing address changes, update it at uscis.gov/addresschange \
     within ten days or call 1-800-375-5283 (TTY 1-800-767-1833).",
    "ONLINE. Open a USCIS online account at my.uscis.gov to see the status of your case. Your \
     account will get its own 12-digit number.",
    "NO ACCOUNT YET? We may send you an Account Access Notice in a separate envelope.",
    "PAYMENT. If your bank does not honor the payment, we may reject the filing or void what came \
     of it, and a charge of $30.00 is added for a returned check.",
    "MORE THAN ONE FORM. If you filed several forms together, each gets a receipt of its own. They \
     need not come on the same day.",
    "SCAMS. The Wrong Help Can Hurt. See uscis.gov/avoid-scams before you pay anyone for advice.",
    "READING THIS NUMBER. A receipt has three letters and ten digits, as in ABC1234567890. Leave \
     out dashes when you type it.",
];

/// For biometrics appointments.
pub(super) const PRINTS: &[&str] = &[
    "Cell phones must be switched off. Friends and family may wait outside only.",
    "If you cannot come, ask for another day before the appointment at my.uscis.gov or at \
     1-800-375-5283. A new notice will follow by mail.",
    "If your hands are hurt or bandaged, ask for a later day; prints that cannot be read must be \
     taken again.",
    "Your prints go to the Federal Bureau of Investigation. You may ask the Bureau for your \
     record under 28 CFR 16.30 through 16.34.",
    "Children under 14 come with a parent, who signs for them.",
    "If you come without this page, have your A-Number ready, and your account number if you \
     have one.",
];

/// For interview requests.
pub(super) const INTERVIEW: &[&str] = &[
    "If you need an interpreter, bring one who is of age and is not your attorney. If you \
     cannot come on that day, write to the office above at once and say why.",
    "If you do not come and have not told us beforehand, we may decide the case without you, \
     or close it.",
    "Everyone who enters the building is searched. Come thirty minutes before the time, not \
     earlier.",
    "Your representative may attend in person or by telephone if Form G-28 is on file.",
    "If you are ill, or were near someone with a contagious disease, stay at home and ask for \
     another day; nobody will hold it against you.",
    "A person with a disability may ask for help, such as a sign language interpreter, at \
     uscis.gov/accommodations.",
];

/// For asylum receipts.
pub(super) const ASYLUM: &[&str] = &[
    "You will be told when to come for fingerprints and for an interview. If you do not come, \
     the office may dismiss your application or refer it to an immigration judge.",
    "If you later file Form I-765 on paper, write the receipt number above on it, and your \
     USCIS online account number, if you have been given one.",
    "You can link this case to an online account with the code that is mailed to you apart \
     from this letter.",
    "Within ten days of every move you must give us your new address on Form AR-11, and for \
     each person in the list above.",
    "Bring your own interpreter to the interview if you do not speak English well.",
    "A spouse or child who is in the United States and not in the list may be added until the \
     application is decided.",
];

/// The law part of requests for evidence.
pub(super) const LAW: &[&str] = &[
    "An applicant or petitioner must show that he or she is eligible for the benefit at the time \
     of filing and remains so until the case is decided. 8 CFR 103.2(b)(1).",
    "Where a record that the rules call for does not exist or cannot be had, that alone raises a \
     presumption against eligibility. Two or more sworn statements may then take its place. 8 \
     CFR 103.2(b)(2)(i).",
    "We compare what you sent with the records that we hold, such as entries, earlier filings and \
     the files of family members. If they do not agree, please explain why.",
    "The burden of proof is on the one who asks for the benefit. Section 291 of the Act. A claim \
     is more likely than not true when the papers as a whole point that way.",
    "Copies will do, unless we ask for an original. Originals that we did not ask for may not \
     come back.",
];

/// For access notices.
pub(super) const ACCESS: &[&str] = &[
    "Never give this page to anyone who offers to file for you. We will not ask for the code \
     by telephone.",
    "Your attorney has an account of his or her own, with another number. Do not mix the two.",
    "The number on your Permanent Resident Card, called USCIS#, is not an account number.",
    "When you next send us a form on paper, copy your USCIS online account number into the \
     space that asks for it, so that we put all cases into one account.",
    "Members of your family who filed their own forms get notices and accounts of their own.",
];

/// For approvals with validity.
pub(super) const APPROVAL: &[&str] = &[
    "Check every word above. If we made a mistake, ask for a correction at \
     uscis.gov/e-request; choose \"typographic error\".",
    "The approval gives no status by itself. It may be revoked if facts come to light that \
     were not known when it was made.",
    "Whoever seeks an extension should file within the six months before the last day of \
     validity. Late filings are excused only for reasons beyond control.",
    "The Small Business Regulatory Enforcement and Fairness Act set up an ombudsman, who takes \
     comments from small businesses. See sba.gov/ombudsman.",
    "This notice is not a travel paper. A person who leaves must show a valid visa, parole or \
     other document to return.",
];

/// For stays with a new I-94.
pub(super) const STAY: &[&str] = &[
    "A change of employer, of work or of school needs a new filing before it takes place. \
     Approval does not promise a visa, nor entry at a port.",
    "The lower part is an arrival record, not a visa. Whoever travels should ask the consulate \
     for a visa that suits the new class.",
    "The eleven characters of the I-94 are needed for the Form I-9 of the employer.",
    "If the lower part is lost, file Form I-102 with the fee.",
];
