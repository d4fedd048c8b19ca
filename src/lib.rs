//! Reads I-797 notices.
