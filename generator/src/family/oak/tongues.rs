//! Labels and sentences in English and Spanish.

/// A label in both tongues.
pub(super) type Pair = (&'static str, &'static str);

pub(super) const ACCOUNT: &[Pair] = &[
    (
        "USCIS online account number",
        "Número de cuenta en línea de USCIS",
    ),
    (
        "Your USCIS online account no.",
        "Núm. de su cuenta en línea de USCIS",
    ),
    ("Online account number", "Número de cuenta en línea"),
    ("USCIS Online Account", "Cuenta en línea con USCIS"),
];
pub(super) const ATTORNEY: &[Pair] = &[
    (
        "Attorney's online account no.",
        "Núm. de cuenta en línea del abogado",
    ),
    (
        "Representative's account number",
        "Número de cuenta del representante",
    ),
];
pub(super) const RECEIPT: &[Pair] = &[
    ("Receipt number", "Número de recibo"),
    ("Receipt no.", "Núm. de recibo"),
    ("Case receipt number", "Número de recibo del caso"),
];
pub(super) const NOTICED: &[Pair] = &[
    ("Notice date", "Fecha del aviso"),
    ("Date of notice", "Fecha de la notificación"),
];
pub(super) const RECEIVED: &[Pair] = &[
    ("Received date", "Fecha de recibo"),
    ("Date received", "Fecha en que se recibió"),
];
pub(super) const CASE_TYPE: &[Pair] = &[("Case type", "Tipo de caso"), ("Form", "Formulario")];
pub(super) const ALIEN: &[Pair] = &[
    ("A-Number", "Número A"),
    (
        "Alien Registration Number",
        "Número de Registro de Extranjero",
    ),
];
pub(super) const BENEFICIARY: &[Pair] = &[("Beneficiary", "Beneficiario")];
pub(super) const AMOUNT: &[Pair] = &[("Amount received", "Cantidad recibida")];
pub(super) const OTHERS: &[Pair] = &[
    ("Payment tracking no.", "Núm. de seguimiento del pago"),
    ("Bank account debited", "Cuenta bancaria debitada"),
    ("Parcel number", "Número de paquete"),
    ("Lockbox item", "Núm. de la caja postal"),
];

pub(super) const ENGLISH: &[&str] = &[
    "This is a courtesy copy. The English text alone has legal force.",
    "We have received your form and it is in process. You need to do nothing at this time.",
    "If your address changes, tell us within 10 days at uscis.gov/addresschange.",
    "Call 800-375-5283 (TTY 800-767-1833) if any entry above is wrong.",
    "Beware of notaries and others who promise a faster decision for money.",
];
pub(super) const SPANISH: &[&str] = &[
    "Esta es una copia de cortesía. Solo el texto en inglés tiene validez legal.",
    "Hemos recibido su formulario y está en trámite. No tiene que hacer nada por ahora.",
    "Si cambia de dirección, avísenos dentro de 10 días en uscis.gov/addresschange.",
    "Llame al 800-375-5283 (TTY 800-767-1833) si algún dato no es correcto.",
    "Tenga cuidado con notarios y otros que prometen una decisión más rápida por dinero.",
];
pub(super) const HINT: [Pair; 2] = [
    (
        "If you have an online account with us, you will find its number in your profile.",
        "Si tiene una cuenta en línea, encontrará el número en su perfil.",
    ),
    (
        "Have your receipt number and the number of your online account at hand when you call.",
        "Tenga a la mano su número de recibo y el de su cuenta en línea cuando llame.",
    ),
];
