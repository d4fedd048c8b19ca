//! Designs of the family maple: notices as an employer's paralegal remembers them.
mod appointments;
mod back;
mod common;
mod grids;
mod labels;
mod ledger;
mod letters;
mod odds;
mod parties;
mod receipts;
mod rosters;
mod typed;
use crate::family::Design;
/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "maple_stub_a",
        draw: grids::stub_a,
    },
    Design {
        name: "maple_security_b",
        draw: ledger::security_b,
    },
    Design {
        name: "maple_fee_sheet",
        draw: receipts::fee_sheet,
    },
    Design {
        name: "maple_premium",
        draw: receipts::premium,
    },
    Design {
        name: "maple_evidence",
        draw: letters::evidence,
    },
    Design {
        name: "maple_intent",
        draw: letters::intent,
    },
    Design {
        name: "maple_comb",
        draw: appointments::comb_boxes,
    },
    Design {
        name: "maple_typewriter",
        draw: typed::typewriter,
    },
    Design {
        name: "maple_roll",
        draw: rosters::roll,
    },
    Design {
        name: "maple_captions",
        draw: rosters::captions,
    },
    Design {
        name: "maple_rejection",
        draw: odds::rejection,
    },
    Design {
        name: "maple_access",
        draw: odds::access,
    },
];
