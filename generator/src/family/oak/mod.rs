//! Designs of the family oak: the forms of a printing house.
mod appointment;
mod approval;
mod bilingual;
mod comb;
mod desk;
mod evidence;
mod footnotes;
mod kit;
mod numbered;
mod payment;
mod rejection;
mod relatives;
mod side;
mod stub;
mod tongues;
mod words;
use crate::family::Design;
/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "numbered",
        draw: numbered::numbered,
    },
    Design {
        name: "comb",
        draw: comb::comb_form,
    },
    Design {
        name: "bilingual",
        draw: bilingual::bilingual,
    },
    Design {
        name: "stub",
        draw: stub::stub,
    },
    Design {
        name: "side",
        draw: side::side,
    },
    Design {
        name: "footnoted",
        draw: footnotes::footnoted,
    },
    Design {
        name: "payment",
        draw: payment::payment,
    },
    Design {
        name: "relatives",
        draw: relatives::relatives,
    },
    Design {
        name: "appointment",
        draw: appointment::appointment,
    },
    Design {
        name: "evidence",
        draw: evidence::evidence,
    },
    Design {
        name: "approval",
        draw: approval::approval,
    },
    Design {
        name: "rejection",
        draw: rejection::rejection,
    },
];
