//! Colours as greys.

/// The usual weights of red, green and blue.
pub(super) fn grey(rgb: &[u8]) -> u8 {
    match *rgb {
        [r, g, b, ..] => {
            ((299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b) + 500) / 1000) as u8
        }
        _ => 255,
    }
}
