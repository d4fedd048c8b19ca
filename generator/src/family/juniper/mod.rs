//! Designs of the family juniper: twelve notices and letters of different offices and years.
use crate::family::Design;

mod access;
mod captions;
mod combs;
mod desk;
mod evidence;
mod ink;
mod interview;
mod leaders;
mod rejection;
mod ribbon;
mod roster;
mod sidebar;
mod stub;
mod transmittal;
mod words;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "ribbon",
        draw: ribbon::ribbon,
    },
    Design {
        name: "leaders",
        draw: leaders::leaders,
    },
    Design {
        name: "combs",
        draw: combs::combs,
    },
    Design {
        name: "captions",
        draw: captions::captions,
    },
    Design {
        name: "evidence",
        draw: evidence::evidence,
    },
    Design {
        name: "roster",
        draw: roster::roster,
    },
    Design {
        name: "stub",
        draw: stub::stub,
    },
    Design {
        name: "access",
        draw: access::access,
    },
    Design {
        name: "sidebar",
        draw: sidebar::sidebar,
    },
    Design {
        name: "transmittal",
        draw: transmittal::transmittal,
    },
    Design {
        name: "rejection",
        draw: rejection::rejection,
    },
    Design {
        name: "interview",
        draw: interview::interview,
    },
];
