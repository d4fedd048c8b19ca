//! Shares in tables.

/// A share in per cent, or a dash where there is nothing to share.
pub(super) fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        format!("{:>6}", "-")
    } else {
        format!("{:5.1}%", part as f32 * 100.0 / whole as f32)
    }
}
