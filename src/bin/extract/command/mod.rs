//! The commands beside reading files, one file each.

pub mod about;
pub mod apply;
pub mod explain;
pub mod version;
