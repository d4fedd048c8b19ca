//! The directories of a TIFF file, read with no trust in any number they hold.
//!
//! An own reader, because a frame that cannot be decoded must not hide the frames after it, and
//! because faxes need their tags.

use std::collections::HashSet;

/// Values of a tag beyond this many are not read: more strips than any page has.
const MOST_VALUES: u64 = 1 << 20;

/// One frame's directory.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    /// Where the directory lies in the file.
    pub offset: u64,
    pub width: u32,
    pub height: u32,
    pub bits: u32,
    pub compression: u32,
    pub white_is_zero: bool,
    pub reversed_bits: bool,
    pub orientation: u8,
    pub planar: bool,
    pub rows_per_strip: u32,
    pub strips: Vec<(u64, u64)>,
    /// T4Options: bit 0 tells two dimensions.
    pub fax_options: u32,
    /// Pixels per inch as stated.
    pub dpi: Option<(f32, f32)>,
}

/// The directories of a file, and whether the list of them is broken.
pub(super) struct Frames {
    pub frames: Vec<Frame>,
    pub broken: bool,
    pub big: bool,
}

struct Reader<'a> {
    bytes: &'a [u8],
    little: bool,
    big: bool,
}

impl Reader<'_> {
    /// An unsigned number of 1 to 8 bytes.
    fn number(&self, at: u64, size: usize) -> Option<u64> {
        let at = usize::try_from(at).ok()?;
        let raw = self.bytes.get(at..at.checked_add(size)?)?;
        let add = |n: u64, b: &u8| n << 8 | u64::from(*b);
        Some(if self.little {
            raw.iter().rev().fold(0, add)
        } else {
            raw.iter().fold(0, add)
        })
    }

    fn word(&self) -> usize {
        if self.big { 8 } else { 4 }
    }

    /// The values of the entry at `at`: integers, or for fractions numerator and denominator in
    /// turn.
    fn values(&self, at: u64) -> Option<(u64, Vec<u64>)> {
        let tag = self.number(at, 2)?;
        let (size, parts) = match self.number(at + 2, 2)? {
            1 | 2 | 6 | 7 => (1, 1),
            3 | 8 => (2, 1),
            4 | 9 | 13 => (4, 1),
            5 => (4, 2),
            16..=18 => (8, 1),
            _ => return None,
        };
        let word = self.word() as u64;
        let count = self.number(at + 4, self.word())?.checked_mul(parts)?;
        let inline = at + 4 + word;
        let start = if count.checked_mul(size)? <= word {
            inline
        } else {
            self.number(inline, self.word())?
        };
        let values = (0..count.min(MOST_VALUES))
            .map_while(|i| self.number(start.checked_add(i * size)?, size as usize))
            .collect();
        Some((tag, values))
    }

    /// The directory at `offset` and where the next one lies (0: none).
    fn frame(&self, offset: u64) -> Option<(Frame, Option<u64>)> {
        let (counter, entry) = if self.big { (8, 20) } else { (2, 12) };
        let count = self.number(offset, counter)?;
        let first = offset.checked_add(counter as u64)?;
        let mut frame = Frame {
            offset,
            bits: 1,
            compression: 1,
            orientation: 1,
            rows_per_strip: u32::MAX,
            ..Frame::default()
        };
        let mut starts = Vec::new();
        let mut lengths = Vec::new();
        let mut unit = 2;
        let mut density = (None, None);
        for i in 0..count.min(4096) {
            let Some((tag, values)) = self.values(first.checked_add(i * entry)?) else {
                continue;
            };
            let one = values
                .first()
                .map_or(0, |v| u32::try_from(*v).unwrap_or(u32::MAX));
            let fraction =
                || Some(*values.first()? as f32 / *values.get(1).filter(|d| **d > 0)? as f32);
            match tag {
                256 => frame.width = one,
                257 => frame.height = one,
                258 => frame.bits = one,
                259 => frame.compression = one,
                262 => frame.white_is_zero = one == 0,
                266 => frame.reversed_bits = one == 2,
                273 => starts = values,
                274 => frame.orientation = u8::try_from(one).unwrap_or(1),
                278 => frame.rows_per_strip = one.max(1),
                279 => lengths = values,
                282 => density.0 = fraction(),
                283 => density.1 = fraction(),
                284 => frame.planar = one == 2,
                292 => frame.fax_options = one,
                296 => unit = one,
                _ => {}
            }
        }
        let factor = if unit == 3 { 2.54 } else { 1.0 };
        frame.dpi = density
            .0
            .zip(density.1)
            .map(|(x, y)| (x * factor, y * factor))
            .filter(|_| unit != 1);
        // A strip without a length runs to the end of the file.
        let length = |i: usize| lengths.get(i).copied().unwrap_or(self.bytes.len() as u64);
        frame.strips = starts
            .iter()
            .enumerate()
            .map(|(i, start)| (*start, length(i)))
            .collect();
        Some((
            frame,
            self.number(first.checked_add(count.checked_mul(entry)?)?, self.word()),
        ))
    }
}

/// Reads the directories of a TIFF of either byte order, BigTIFF too; at most `most` and one more.
pub(super) fn frames(bytes: &[u8], most: usize) -> Frames {
    let little = bytes.first() == Some(&b'I');
    let mut reader = Reader {
        bytes,
        little,
        big: false,
    };
    reader.big = reader.number(2, 2) == Some(43);
    let mut found = Frames {
        frames: Vec::new(),
        broken: false,
        big: reader.big,
    };
    let mut next = if reader.big {
        reader.number(8, 8)
    } else {
        reader.number(4, 4)
    };
    let mut seen = HashSet::new();
    while next != Some(0) && found.frames.len() <= most {
        let Some((frame, after)) = next
            .filter(|at| seen.insert(*at))
            .and_then(|at| reader.frame(at))
        else {
            found.broken = true;
            break;
        };
        found.frames.push(frame);
        next = after;
    }
    found
}
