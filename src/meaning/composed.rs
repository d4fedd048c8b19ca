//! composed
