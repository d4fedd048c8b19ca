//! Designs of the family larch.
use crate::family::Design;

mod access;
mod biometrics;
mod grid;
mod interview;
mod kin;
mod kit;
mod letter;
mod matrix;
mod payment;
mod rail;
mod rejected;
mod stub;
mod summary;
mod words;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "ridge",
        draw: grid::ridge,
    },
    Design {
        name: "fen",
        draw: payment::fen,
    },
    Design {
        name: "quay",
        draw: biometrics::quay,
    },
    Design {
        name: "moor",
        draw: letter::moor,
    },
    Design {
        name: "tarn",
        draw: access::tarn,
    },
    Design {
        name: "dale",
        draw: kin::dale,
    },
    Design {
        name: "crag",
        draw: stub::crag,
    },
    Design {
        name: "heath",
        draw: rejected::heath,
    },
    Design {
        name: "weir",
        draw: summary::weir,
    },
    Design {
        name: "glen",
        draw: matrix::glen,
    },
    Design {
        name: "spinney",
        draw: rail::spinney,
    },
    Design {
        name: "brae",
        draw: interview::brae,
    },
];
