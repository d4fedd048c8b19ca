//! Forms, names and places that invented cases are composed of.

/// The form code, the title in capitals, and whether one person petitions for another.
pub(super) type CaseKind = (&'static str, &'static str, bool);

/// The forms that cases are filed on.
pub(super) const CASES: [CaseKind; 24] = [
    (
        "I-485",
        "APPLICATION TO REGISTER PERMANENT RESIDENCE OR ADJUST STATUS",
        false,
    ),
    ("I-765", "APPLICATION FOR EMPLOYMENT AUTHORIZATION", false),
    ("I-131", "APPLICATION FOR TRAVEL DOCUMENT", false),
    ("I-130", "PETITION FOR ALIEN RELATIVE", true),
    ("I-129", "PETITION FOR A NONIMMIGRANT WORKER", true),
    ("I-140", "IMMIGRANT PETITION FOR ALIEN WORKER", true),
    (
        "I-539",
        "APPLICATION TO EXTEND/CHANGE NONIMMIGRANT STATUS",
        false,
    ),
    ("I-751", "PETITION TO REMOVE CONDITIONS ON RESIDENCE", false),
    (
        "I-90",
        "APPLICATION TO REPLACE PERMANENT RESIDENT CARD",
        false,
    ),
    ("N-400", "APPLICATION FOR NATURALIZATION", false),
    ("N-600", "APPLICATION FOR CERTIFICATE OF CITIZENSHIP", false),
    (
        "I-589",
        "APPLICATION FOR ASYLUM AND FOR WITHHOLDING OF REMOVAL",
        false,
    ),
    (
        "I-601A",
        "APPLICATION FOR PROVISIONAL UNLAWFUL PRESENCE WAIVER",
        false,
    ),
    (
        "I-821D",
        "CONSIDERATION OF DEFERRED ACTION FOR CHILDHOOD ARRIVALS",
        false,
    ),
    ("I-821", "APPLICATION FOR TEMPORARY PROTECTED STATUS", false),
    ("I-129F", "PETITION FOR ALIEN FIANCE(E)", true),
    ("I-526", "IMMIGRANT PETITION BY ALIEN INVESTOR", false),
    (
        "I-360",
        "PETITION FOR AMERASIAN, WIDOW(ER), OR SPECIAL IMMIGRANT",
        false,
    ),
    ("I-730", "REFUGEE/ASYLEE RELATIVE PETITION", true),
    (
        "I-824",
        "APPLICATION FOR ACTION ON AN APPROVED APPLICATION OR PETITION",
        false,
    ),
    ("I-918", "PETITION FOR U NONIMMIGRANT STATUS", false),
    (
        "I-102",
        "APPLICATION FOR REPLACEMENT/INITIAL NONIMMIGRANT DOCUMENT",
        false,
    ),
    (
        "N-565",
        "APPLICATION FOR REPLACEMENT NATURALIZATION DOCUMENT",
        false,
    ),
    ("I-907", "REQUEST FOR PREMIUM PROCESSING SERVICE", true),
];

/// Given names.
pub(super) const GIVEN: [&str; 40] = [
    "AMARA",
    "BENJAMIN",
    "CARLA",
    "DARIUS",
    "ELENA",
    "FARID",
    "GRACE",
    "HIROSHI",
    "INES",
    "JOAQUIN",
    "KATARINA",
    "LUCIEN",
    "MIREILLE",
    "NIKOLAI",
    "OLUWASEUN",
    "PRIYA",
    "QUENTIN",
    "ROSALIND",
    "SANJAY",
    "TEODORA",
    "UMAR",
    "VALENTINA",
    "WEI",
    "XOCHITL",
    "YUSUF",
    "ZOFIA",
    "ABEBE",
    "BRIGITTE",
    "CHIDI",
    "DALIA",
    "EMRE",
    "FIORELLA",
    "GUSTAV",
    "HANA",
    "IBRAHIMA",
    "JUNG HO",
    "KEOLA",
    "LINH",
    "MARIA JOSE",
    "NAOMI",
];

/// Family names.
pub(super) const FAMILY: [&str; 40] = [
    "ABERNATHY",
    "BOUKHARI",
    "CASTELLANOS",
    "DUMITRESCU",
    "ESPINOZA",
    "FITZWILLIAM",
    "GOLDBERG",
    "HAILEMARIAM",
    "ISLAM",
    "JABLONSKI",
    "KOVALENKO",
    "LINDQVIST",
    "MWANGI",
    "NAKAMURA",
    "OKONKWO",
    "PELLEGRINI",
    "QURESHI",
    "RAJAGOPALAN",
    "SANTOS",
    "TRAORE",
    "UGARTE",
    "VASQUEZ LUNA",
    "WIJAYA",
    "XIONG",
    "YILDIRIM",
    "ZHELEV",
    "ADEYEMI",
    "BIANCHI",
    "CHAUDHRY",
    "DE LA CRUZ",
    "EL-AMIN",
    "FOROUZAN",
    "GARCIA",
    "HOANG",
    "IVANOV",
    "JOSEPH",
    "KIM",
    "LE",
    "MOREAU",
    "NGUYEN",
];

/// Street names.
pub(super) const STREETS: [&str; 14] = [
    "MAPLE AVE",
    "W 3RD ST",
    "HARBOR VIEW DR",
    "COUNTY ROAD 12",
    "JEFFERSON BLVD",
    "LAUREL CT",
    "N PROSPECT ST",
    "OLD MILL LN",
    "PINE RIDGE RD",
    "SUNSET TER",
    "E 118TH ST",
    "VINEYARD WAY",
    "GRANT AVE",
    "CEDAR HOLLOW",
];

/// Cities with their state and the first three digits of the ZIP code.
pub(super) const CITIES: [(&str, &str, &str); 14] = [
    ("TUCSON", "AZ", "857"),
    ("FRESNO", "CA", "937"),
    ("HARTFORD", "CT", "061"),
    ("TAMPA", "FL", "336"),
    ("SAVANNAH", "GA", "314"),
    ("PEORIA", "IL", "616"),
    ("LOWELL", "MA", "018"),
    ("DULUTH", "MN", "558"),
    ("RALEIGH", "NC", "276"),
    ("OMAHA", "NE", "681"),
    ("BUFFALO", "NY", "142"),
    ("TULSA", "OK", "741"),
    ("EL PASO", "TX", "799"),
    ("SPOKANE", "WA", "992"),
];

/// Receipt number prefixes of the service centers.
pub(super) const CENTERS: [&str; 7] = ["EAC", "WAC", "LIN", "SRC", "MSC", "YSC", "NBC"];
/// Receipt number prefixes of the asylum offices.
pub const ASYLUM_OFFICES: [&str; 10] = [
    "ZAR", "ZBO", "ZCH", "ZHN", "ZLA", "ZMI", "ZNK", "ZNO", "ZNY", "ZSF",
];
