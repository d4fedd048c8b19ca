//! How large a picture's pixels are: as its file says when that is plausible, else by taking the
//! picture for a page.

/// What scanners and faxes make; other values are leftovers of editors and phones.
const PLAUSIBLE: std::ops::RangeInclusive<f32> = 72.0..=1200.0;
/// Long sides of sheets, in inches: from a card to a tabloid page.
const SHEET: std::ops::RangeInclusive<f32> = 2.5..=24.0;
/// A picture this many times as high as it is wide is no sheet of paper.
const SCROLLED: f32 = 2.2;
/// Widths in pixels of fax lines at 8 a millimetre.
const FAX_WIDTHS: [u32; 3] = [1728, 2048, 2432];

/// Pixels per inch along x and y for a picture whose file says `stated`.
pub(super) fn dpi(width: u32, height: u32, stated: Option<(f32, f32)>) -> (f32, f32) {
    let w = width.max(1) as f32;
    let h = height.max(1) as f32;
    if let Some((x, y)) = stated {
        let long = (w / x).max(h / y);
        if PLAUSIBLE.contains(&x) && PLAUSIBLE.contains(&y) && SHEET.contains(&long) {
            return (x, y);
        }
    }
    // A fax at standard resolution has lines twice as far apart as its dots.
    if FAX_WIDTHS.contains(&width) && w > 1.2 * h && w < 2.2 * h {
        return (204.0, 98.0);
    }
    // A screen that was scrolled is as wide as a page and longer than any.
    let guess = if h > SCROLLED * w {
        w / 8.5
    } else {
        (w.max(h) / 11.0).max(w.min(h) / 8.5)
    };
    (guess.max(1.0), guess.max(1.0))
}

/// The resolution in a PNG's `pHYs` chunk.
pub(super) fn of_png(bytes: &[u8]) -> Option<(f32, f32)> {
    let mut at = 8usize;
    loop {
        let length = be32(bytes, at)? as usize;
        let body = at.checked_add(8)?;
        match bytes.get(at + 4..body)? {
            b"pHYs" if *bytes.get(body + 8)? == 1 => {
                return Some((
                    per_metre(be32(bytes, body)?),
                    per_metre(be32(bytes, body + 4)?),
                ));
            }
            b"pHYs" | b"IDAT" | b"IEND" => return None,
            _ => at = body.checked_add(length)?.checked_add(4)?,
        }
    }
}

/// The resolution in a JPEG's JFIF header.
pub(super) fn of_jpeg(bytes: &[u8]) -> Option<(f32, f32)> {
    let mut at = 2usize;
    loop {
        let marker = *bytes.get(at + 1)?;
        let length = usize::from(be16(bytes, at + 2)?);
        if *bytes.get(at)? != 0xff || matches!(marker, 0xda | 0xd9) {
            return None;
        }
        if marker == 0xe0 && bytes.get(at + 4..at + 9)? == b"JFIF\0" {
            let x = f32::from(be16(bytes, at + 12)?);
            let y = f32::from(be16(bytes, at + 14)?);
            return match *bytes.get(at + 11)? {
                1 => Some((x, y)),
                2 => Some((x * 2.54, y * 2.54)),
                _ => None,
            };
        }
        at = at.checked_add(2)?.checked_add(length)?;
    }
}

/// The resolution in a bitmap's header.
pub(super) fn of_bmp(bytes: &[u8]) -> Option<(f32, f32)> {
    let at = |i: usize| bytes.get(i..i + 4)?.try_into().ok().map(u32::from_le_bytes);
    Some((per_metre(at(38)?), per_metre(at(42)?)))
}

fn per_metre(pixels: u32) -> f32 {
    // Whole dots per inch are lost in whole dots per metre.
    (pixels as f32 * 0.0254).round()
}

fn be32(bytes: &[u8], at: usize) -> Option<u32> {
    bytes
        .get(at..at.checked_add(4)?)?
        .try_into()
        .ok()
        .map(u32::from_be_bytes)
}

fn be16(bytes: &[u8], at: usize) -> Option<u16> {
    bytes
        .get(at..at.checked_add(2)?)?
        .try_into()
        .ok()
        .map(u16::from_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absurd_resolutions_are_guessed_again() {
        assert_eq!(dpi(1700, 2200, Some((200.0, 200.0))), (200.0, 200.0));
        assert_eq!(dpi(1700, 2200, Some((1.0, 1.0))), (200.0, 200.0));
        assert_eq!(
            dpi(1700, 2200, Some((100_000.0, 100_000.0))),
            (200.0, 200.0)
        );
        assert_eq!(dpi(3024, 4032, Some((72.0, 72.0))).0.round(), 367.0);
    }

    #[test]
    fn scrolled_screens_are_as_wide_as_a_page() {
        assert_eq!(dpi(816, 3000, None), (96.0, 96.0));
        assert_eq!(dpi(1700, 2800, None).0.round(), 255.0);
    }

    #[test]
    fn standard_faxes_are_oblong() {
        assert_eq!(dpi(1728, 1080, None), (204.0, 98.0));
        assert_eq!(dpi(1728, 1080, Some((204.0, 98.0))), (204.0, 98.0));
    }
}
