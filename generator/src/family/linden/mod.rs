//! Designs of the family: odd but plausible notices, as a lawyer's clerk has seen them.
mod casing;
mod columns;
mod forms;
mod kit;
mod letters;
mod place;
mod small;
mod tables;
mod web;
mod words;
use crate::family::Design;
/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "roster",
        draw: tables::roster,
    },
    Design {
        name: "fees",
        draw: tables::fees,
    },
    Design {
        name: "captions",
        draw: forms::captions,
    },
    Design {
        name: "worksheet",
        draw: forms::worksheet,
    },
    Design {
        name: "refblock",
        draw: letters::refblock,
    },
    Design {
        name: "sentences",
        draw: letters::sentences,
    },
    Design {
        name: "twocol",
        draw: columns::twocol,
    },
    Design {
        name: "lists",
        draw: columns::lists,
    },
    Design {
        name: "cards",
        draw: small::cards,
    },
    Design {
        name: "typed",
        draw: small::typed,
    },
    Design {
        name: "status",
        draw: web::status,
    },
    Design {
        name: "consular",
        draw: web::consular,
    },
];
