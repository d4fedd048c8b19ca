//! Designs of the family cypress: notices of lockboxes, field offices, service centers and
//! application support centers, and letters, drawn by hands that never agreed on a house style.
mod biometrics;
mod courtesy;
mod evidence;
mod household;
mod interview;
mod kit;
mod legacy;
mod rejection;
mod remittance;
mod sidebar;
mod tearoff;
mod transfer;
mod welcome;
mod words;

use crate::family::Design;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "remittance",
        draw: remittance::draw,
    },
    Design {
        name: "rejection",
        draw: rejection::draw,
    },
    Design {
        name: "welcome",
        draw: welcome::draw,
    },
    Design {
        name: "household",
        draw: household::draw,
    },
    Design {
        name: "interview",
        draw: interview::draw,
    },
    Design {
        name: "transfer",
        draw: transfer::draw,
    },
    Design {
        name: "evidence",
        draw: evidence::draw,
    },
    Design {
        name: "tearoff",
        draw: tearoff::draw,
    },
    Design {
        name: "biometrics",
        draw: biometrics::draw,
    },
    Design {
        name: "courtesy",
        draw: courtesy::draw,
    },
    Design {
        name: "sidebar",
        draw: sidebar::draw,
    },
    Design {
        name: "legacy",
        draw: legacy::draw,
    },
];
