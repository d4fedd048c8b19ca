//! Designs of the family birch: the dense ruled forms of a service center's clerk.
mod appt;
mod caption;
mod comb;
mod kit;
mod ledger;
mod matrix;
mod memo;
mod prose;
mod query;
mod reject;
mod roster;
mod stub;
mod tearoff;
mod transfer;
use crate::family::Design;
/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "ledger",
        draw: ledger::ledger,
    },
    Design {
        name: "matrix",
        draw: matrix::matrix,
    },
    Design {
        name: "comb",
        draw: comb::comb,
    },
    Design {
        name: "roster",
        draw: roster::roster,
    },
    Design {
        name: "transfer",
        draw: transfer::transfer,
    },
    Design {
        name: "memo",
        draw: memo::memo,
    },
    Design {
        name: "stub",
        draw: stub::stubbed,
    },
    Design {
        name: "appt",
        draw: appt::appointment,
    },
    Design {
        name: "query",
        draw: query::query,
    },
    Design {
        name: "reject",
        draw: reject::reject,
    },
    Design {
        name: "tearoff",
        draw: tearoff::tearoff,
    },
    Design {
        name: "caption",
        draw: caption::decision,
    },
];
