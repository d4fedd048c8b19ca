//! Draws synthetic notices, damages them as offices do, and writes them with their truth beside them.
