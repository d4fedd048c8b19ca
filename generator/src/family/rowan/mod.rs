//! Designs of the family rowan: notices and letters of different contractors, years and systems.
mod broadside;
mod captions;
mod facts;
mod household;
mod items;
mod kit;
mod leaders;
mod memo;
mod overleaf;
mod packet;
mod prose;
mod sidebar;
mod tearoff;
mod teletype;
mod ticks;
mod traps;

use crate::family::Design;

/// The designs.
pub const DESIGNS: &[Design] = &[
    Design {
        name: "leaders",
        draw: leaders::draw,
    },
    Design {
        name: "teletype",
        draw: teletype::draw,
    },
    Design {
        name: "captions",
        draw: captions::draw,
    },
    Design {
        name: "sidebar",
        draw: sidebar::draw,
    },
    Design {
        name: "household",
        draw: household::draw,
    },
    Design {
        name: "items",
        draw: items::draw,
    },
    Design {
        name: "prose",
        draw: prose::draw,
    },
    Design {
        name: "packet",
        draw: packet::draw,
    },
    Design {
        name: "ticks",
        draw: ticks::draw,
    },
    Design {
        name: "broadside",
        draw: broadside::draw,
    },
    Design {
        name: "memo",
        draw: memo::draw,
    },
    Design {
        name: "tearoff",
        draw: tearoff::draw,
    },
];
