//! The words of the grammar, as lists that a person who knows the notices can review.
//!
//! The grammar is closed on our side: a label makes a number ours only when every word of it is
//! known here. So growing a list has a price that differs from list to list, and each says which:
//! - **safe** lists speak against a number being ours (`FOREIGN`, `ATTORNEY`) or are about other
//!   things (`RECEIPT`, dates).
//! - **not safe** lists (`STRONG`, `MODIFIER`, `BENIGN`, `CONNECTIVE`) let a number through. A word
//!   belongs there only if no phrase with it can name somebody else's account.

/// Which lists a word is on; a word may be on several.
pub(super) type Bits = u64;

/// One bit a list.
pub(super) mod on {
    use super::Bits;
    /// Says that a number follows.
    pub(crate) const NUMBER: Bits = 1;
    /// Says account.
    pub(crate) const ACCOUNT: Bits = 1 << 1;
    /// Names the agency's own online account.
    pub(crate) const STRONG: Bits = 1 << 2;
    /// May stand in a label of our account without changing its meaning.
    pub(crate) const MODIFIER: Bits = 1 << 3;
    /// A person of the case.
    pub(crate) const OWNER: Bits = 1 << 4;
    /// A lawyer or preparer.
    pub(crate) const ATTORNEY: Bits = 1 << 5;
    /// Somebody or something else.
    pub(crate) const FOREIGN: Bits = 1 << 6;
    /// What a receipt number names.
    pub(crate) const CASE: Bits = 1 << 7;
    /// What an A-Number names.
    pub(crate) const ALIEN: Bits = 1 << 8;
    /// Says date.
    pub(crate) const DATE: Bits = 1 << 9;
    /// The date of the notice.
    pub(crate) const ISSUED: Bits = 1 << 10;
    /// The date of receipt.
    pub(crate) const RECEIVED: Bits = 1 << 11;
    /// Any other date.
    pub(crate) const OTHER_DATE: Bits = 1 << 12;
    /// A role under which a name is printed.
    pub(crate) const ROLE: Bits = 1 << 13;
    /// A verb of running text.
    pub(crate) const VERB: Bits = 1 << 14;
    /// A small word of running text.
    pub(crate) const FUNCTION: Bits = 1 << 15;
    /// Harmless in the clause around a number of ours.
    pub(crate) const BENIGN: Bits = 1 << 16;
    /// Joins a label and its number in a sentence.
    pub(crate) const CONNECTIVE: Bits = 1 << 17;
    /// Foreign in a label, harmless in a clause.
    pub(crate) const HARMLESS: Bits = 1 << 18;
    /// Ends a label of a sentence on its left.
    pub(crate) const STOP: Bits = 1 << 19;
    /// May follow a label in a tail.
    pub(crate) const TAIL: Bits = 1 << 20;
    /// Foreign words that are none inside a label of an account.
    pub(crate) const MILD: Bits = 1 << 21;
    /// Foreign nouns too common in running text to begin a label there.
    pub(crate) const COMMON: Bits = 1 << 22;
    /// Money.
    pub(crate) const MONEY: Bits = 1 << 23;
    /// Pages.
    pub(crate) const PAGE: Bits = 1 << 24;
    /// Kinds of form, case or class.
    pub(crate) const TYPE: Bits = 1 << 25;
    /// Small words that join a label with its tail.
    pub(crate) const JOIN: Bits = 1 << 26;
    /// Verbs that tell a person to do something; they make a text prose.
    pub(crate) const BIDDING: Bits = 1 << 27;
    /// A profile, or a way to sign in: nearly an account.
    pub(crate) const PROFILE: Bits = 1 << 28;
    /// Nouns a receipt label may have beside its own.
    pub(crate) const LEAD: Bits = 1 << 29;
    /// An access code or a password, which has an account but is none.
    pub(crate) const SECRET: Bits = 1 << 30;
}

/// Safe: without one of the other heads it only says that some number follows.
const NUMBER: &str = "\
    number numbers no nos num nbr nr nbr # id ids identifier identification numero num n.o n.º \
    nº n° № n.o. code-number no. serial-number";
/// Safe: the head alone makes nothing ours; every other word of the label must be known.
const ACCOUNT: &str = "account accounts acct accts a/c cuenta cuentas account# acct# oan";
/// Not safe: only words that name the agency's own online account.
const STRONG: &str = "\
    uscis online on-line onl elis myuscis my.uscis my.uscis.gov linea oan egov self-service \
    e-account";
/// Not safe: each word must leave it open whose account it is. Never add a noun that names a
/// person, a firm or a payment.
const MODIFIER: &str = "\
    ol stated from filed under submitted recorded opened within through linking primary main \
    secure portal website official family single owner unique permanent important keep here \
    following below shown now has been issued given it its at into my.uscis.gov uscis.gov log \
    who your yours you my client person individual user digital electronic electronically web \
    internet \
    current existing assigned registered linked associated listed filing this the a an of for to \
    with on in and or by case file record profile new created immigration services citizenship \
    us u.s u.s. if any own full complete 12-digit 12 digit digits twelve-digit twelve self \
    sign-in signin login log-in please use uscis-online de del su usted en el la los para con tu \
    e-filing efiling government dhs only copy printed see note known available used when which \
    that is was as form forms next onto copy department homeland security's tied belonging \
    connected attached matter above nuestro we gave given signed up filled cis every all each \
    one packet filings sheet sit sits lie lies line lines row written typed noted entered \
    hold holds held goes p.s quote paper papers site run runs carry carries propia propio \
    suya suyo tuya tuyo wrote part know what";
/// Not safe: persons of the case, whose account is what we look for.
const OWNER: &str = "\
    pet ben appl applicant petitioner beneficiary requestor requester requesting self-petitioner \
    sponsor filer co-applicant party principal prin appl petr benef dependent derivative spouse \
    child parent member family household candidate candidates solicitante peticionario \
    beneficiario applicants \
    petitioners beneficiaries holder petitioning self movant appellant";
/// Safe: makes a number somebody else's.
const ATTORNEY: &str = "\
    attorney attorneys representative representatives rep counsel counselor lawyer lawyers esq \
    firm g-28 g28 preparer preparers abogado abogada representante att atty attys accredited law \
    paralegal organization legal solicitor";
/// Safe: makes a number something else's. Grow it freely; what is not here sends a number to
/// review.
pub(super) const FOREIGN: &str = "\
    charge charges charged debited collection \
    aba postage meter bank checking savings payment payments pay \
    pay.gov paygov remittance remitter remit tracking track billing bill biller customer credit \
    debit card deposit depositor escrow trust refund ach routing wire treasury merchant fee fees \
    fedex ups usps dhl courier shipper shipping shipment parcel carrier package mail postal \
    label tracking# transaction trans txn confirmation confirm check cheque money order invoice \
    voucher statement batch control ctl ctrl cntl lot locator lockbox mailroom envelope barcode \
    scan scanner \
    imaging image ticket kiosk prior previous former formerly earlier superseded closed old \
    another duplicate fax phone telephone tel tty call ext extension fein ein ssn social \
    security tax irs sevis i-94 i94 admission arrival departure nvc dol eta labor certification \
    passport visa license licence bar policy insurance medicaid access passcode pin password zip \
    serial stock print printer document doc fingerprint fbi fin pcn tcr ori interpreter \
    interpreters translator vendor supplier utility ledger gl purchase po sku item lockbox# \
    workload bundle piece imb presort school employer employers company corporate corp pago \
    banco bancaria rastreo transaccion confirmacion tarjeta factura envio payer payor payee \
    cardholder drawer lender loan mortgage gas electric water cable wireless phone-bill \
    subscriber membership agency-tracking auth authorization authorisation approval-code \
    reference ref settlement clearing ledger# receipting cashier teller drawn donor guarantor \
    escrowed retainer disbursement warrant manifest waybill airbill consignment shipment# \
    depositing intermediary correspondent debiting crediting bond surety obligor bursar \
    alternate-payer financial institution iban swift bic requisition accession specimen lab \
    patient medical physician surgeon provider physician-id clinic hospital chart dock docket \
    wage job requisition slot seat booth counter session voucher# pickup stub folio roll reel \
    frame workstation work-station logbook technician terminal operator livescan live-scan pouch \
    tray tote pallet rack sorter mailpiece mail-piece message delivery meeting conference court \
    clerk codigo acceso contrasena seq sequence micrographics shelf aisle storage archive cabinet \
    vault";
/// Safe: words that a receipt label may have.
const CASE: &str = "\
    rcpt receipt receipt# case application petition request filing recibo caso solicitud \
    receipts tramite matter i-797 applications petitions requests cases peticion";
/// Safe: an A-Number must also have the shape of one.
const ALIEN: &str = "\
    alien a-number a-no a# a-no. anumber a-num a-file a-# a-numbers extranjero extranjeros \
    alien# uscis# a-nr a-registration";
/// Safe: a date's label is judged by its kind below.
const DATE: &str = "date dated dates dt dtd fecha day issued mailed on";
/// Not safe for the notice's date: nouns of the notice itself, and verbs of sending it.
const ISSUED: &str = "\
    notice notc issued issue issuance printed print letter mailed mailing aviso notificacion \
    emision sent expedido generated ntc carta";
/// Not safe for the date of receipt.
const RECEIVED: &str = "\
    received rcvd recvd recd rec'd receipt filed filing receipted recepcion recibido recibida \
    reached came lodged accepted acceptance presentacion receiving recibo recibimos recibio";
/// Safe: another date.
const OTHER_DATE: &str = "\
    priority birth born dob nacimiento valid validity expiration expires expiry expire \
    appointment appearance ceremony interview decision response respond reply due deadline oath \
    until from through to hearing entry arrival effective end start approval approved transfer \
    transferred prioridad cita biometrics signature revision edition examination reschedule next \
    last action hire marriage admitted admission departure vence";
/// Safe: role words under which names stand.
const ROLE: &str = "\
    applicant petitioner beneficiary name nombre solicitante peticionario beneficiario requestor \
    attention principal dependent derivative spouse child";
/// Safe: they only tell running text from labels.
const VERB: &str = "\
    is was are were be been has have had will may can should must please do does did reads shows \
    appears identifies es fue sera esta son belongs opened sent named gave tenga guarde llame \
    escriba use avise avisenos cambia tiene encontrara hemos puede debe firme envie";
/// Safe: as above.
const FUNCTION: &str = "\
    your you we our this that these the it they to with when if not and or for of in on at by \
    from any sign use keep write bring call visit contact has been su usted el los las y o en \
    con por para que se si al cuando dentro nada sin como";
/// Safe: as above.
const BIDDING: &str = "call use keep write sign quote enter";
/// Not safe: words that may stand in the clause around a number of ours. No noun that owns a
/// number, no negation.
const BENIGN: &str = "\
    far could read files \
    upload uploaded answered answer evidence enter quote form forms next every page pages time \
    times again same find found status follow progress see view messages papers further later \
    future questions question contact sign signed log signing logging receive received receives \
    will be able there case cases petition petitions application applications request filing \
    filings records record notice letter private safe know do does did if once when where while \
    so then than because after before during until since also too both each all own who whom \
    what how why how access website site portal mobile app phone help new we us our they them \
    their he she his her him i me my mine people person family all more most some such other \
    others yes yours can could would should might must need needs required write written writes \
    entering entered use used uses using put give gave given show shows shown say says said tell \
    keep kept keeping add added linked belongs attached relates refers identified known opened \
    open created create make made set started assigned issued sent holder holds held through \
    under over up out off onto only just still yet now today date day days week weeks month \
    months year years bring take taken gets get goes go come came begin starts with without \
    within against between among per via form-filing i-797 uscis.gov cuenta linea tiene numero \
    su es escriba use el la en de que para del digits twelve 12-digit asks ask q a above below \
    here appears printed print tied connected associated listed registered established requested \
    immediately whenever always remains carries has have had please note this that these those \
    may are is was were been it its of in on at by to for from and or as submit submitted \
    submitting mailing online paper benefit benefits process processed processing agency \
    department homeland security services office officer information details please recorded \
    record tracks track account accounts dhs uscis sign-in password-free electronically \
    electronic first second third one two three four five each correspondence letters \
    communicate communications inquiries inquiry when asked asking apply applying file filed \
    files complete completing completed placed posted post posts posting notices choose chooses \
    chosen select selects click tap respond responds responding response responses reply replies \
    answers answering answered decision decisions update updates updated news reminder reminders \
    view viewing read reading download downloaded open opens menu page inbox profile tab screen \
    upload uploads documents document appointment appointments schedule scheduled offices center \
    centers jurisdiction directly there instead quickly soon promptly already \
    seen arrived hold january february march april june july august september october november \
    december stay stays stayed staying send sends sending remain remained wait waits waiting \
    continue continues continued include includes included including contain contains contained \
    remember mean means wants want wish wishes ready often usually normally generally carefully \
    exactly correctly visible inside below top bottom corner line row box field section part back \
    front reverse panel heading according currently presently regarding concerning pertaining \
    purpose purposes reflect reflects reflected display displays displayed match matches \
    matching maintain maintains maintained noted corresponds corresponding convenience courtesy \
    enclosed accompanying elsewhere wherever anything everything identify identifying retain \
    retains retained change changes changed changing interview interviews fingerprints \
    biometrics ceremony brief officers reschedule rescheduled rescheduling postpone cancel else \
    along about turn turns hang hung tie ties run runs carry computer whatever whichever works";
/// Not safe: words that join a label with its number in a sentence.
const CONNECTIVE: &str = "\
    tiene numero bears carries having has numbered under called known holds number is was has \
    been are your the a an you to as of now it this that which for assigned given issued created \
    reads follows following below here shown printed and by uscis with number again under in on \
    we have our records show es el la su fue no nr id = please use these digits being listed \
    appears recorded linked set up opened account online one namely i.e identified identifies";
/// Not safe: foreign words of a label that the clause around a number of ours may hold.
const HARMLESS: &str = "\
    print printed document mail label phone call order another old admission entry labor social \
    security zip school company call access fee fees statement postal tax print scan serial ext \
    extension departure arrival stock licence license pin telephone tel certification postage \
    package reference ref payment-free authorization item image";
/// Safe: they only cut a label short.
const STOP: &str = "\
    under through sent we it he she they tiene tienen is was is are were has have may can should \
    must please be will your you sign use write keep";
/// Safe: a tail is still judged by the rest of the grammar.
const TAIL: &str = "\
    if any of the for to your this with a de del la el su and or on file filing case applicant \
    petitioner beneficiary requestor principal attorney representative accredited counsel record \
    firm assigned linked associated profile see note";
const MILD: &str = "\
    another call print printed social document order label mail old phone scan scanner stock zip \
    pin company school lot reference ref roll item session";
const COMMON: &str = "\
    call order print printed another document label old mail telephone tel phone scan company \
    school lot social ext envelope bring customer service image frame item job seat slot chart \
    provider reference ref roll session last action institution financial security extension \
    stub counter check statement access";
const MONEY: &str = "amount total paid fee fees importe monto balance";
const PAGE: &str = "page pages pagina number no p of pg";
const TYPE: &str = "type form tipo class category formulario";
const JOIN: &str = "of for the or and to with de del";
const PROFILE: &str = "profile user login sign-in perfil usuario online linea";
const LEAD: &str = "re your the of for";
pub(super) const SECRET: &str = "access passcode password code codes pin codigo acceso contrasena";

pub(super) const LISTS: [(&str, Bits); 30] = [
    (NUMBER, on::NUMBER),
    (ACCOUNT, on::ACCOUNT),
    (STRONG, on::STRONG | on::MODIFIER),
    (MODIFIER, on::MODIFIER),
    (OWNER, on::OWNER),
    (ATTORNEY, on::ATTORNEY),
    (FOREIGN, on::FOREIGN),
    (CASE, on::CASE),
    (ALIEN, on::ALIEN),
    (DATE, on::DATE),
    (ISSUED, on::ISSUED),
    (RECEIVED, on::RECEIVED),
    (OTHER_DATE, on::OTHER_DATE),
    (ROLE, on::ROLE),
    (VERB, on::VERB | on::FUNCTION),
    (FUNCTION, on::FUNCTION),
    (BIDDING, on::BIDDING),
    (BENIGN, on::BENIGN),
    (CONNECTIVE, on::CONNECTIVE),
    (HARMLESS, on::HARMLESS),
    (STOP, on::STOP),
    (TAIL, on::TAIL),
    (MILD, on::MILD),
    (COMMON, on::COMMON),
    (MONEY, on::MONEY),
    (PAGE, on::PAGE),
    (TYPE, on::TYPE),
    (JOIN, on::JOIN),
    (PROFILE, on::PROFILE),
    (LEAD, on::LEAD),
];

/// The lists on which a word counts as known to the grammar.
pub(super) const KNOWN: Bits = on::NUMBER
    | on::ACCOUNT
    | on::STRONG
    | on::MODIFIER
    | on::OWNER
    | on::ATTORNEY
    | on::FOREIGN
    | on::CASE
    | on::ALIEN
    | on::DATE
    | on::ISSUED
    | on::RECEIVED
    | on::OTHER_DATE;
