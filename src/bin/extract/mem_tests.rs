use super::*;

/// Every count around which something changes, from aligned places and others.
fn counts() -> impl Iterator<Item = usize> {
    (0..300).chain([
        LONG_SET - 1,
        LONG_SET,
        5000,
        LONG_COPY - 1,
        LONG_COPY,
        LONG_COPY + 77,
    ])
}

fn bytes(count: usize) -> Vec<u8> {
    (0..count).map(|n| (n % 251) as u8).collect()
}

#[test]
fn copies_what_the_library_copies_and_nothing_beside() {
    for count in counts() {
        for (to, from) in [(0, 0), (1, 0), (0, 1), (7, 15), (16, 3)] {
            let source = bytes(count + 32);
            let mut target = vec![255; count + 64];
            let mut expected = target.clone();
            expected[to..to + count].copy_from_slice(&source[from..from + count]);
            let dest = target[to..].as_mut_ptr();
            // SAFETY: both have that many bytes.
            let returned = unsafe { memcpy(dest, source[from..].as_ptr(), count) };
            assert_eq!(returned, dest);
            assert!(target == expected, "{count} bytes from {from} to {to}");
        }
    }
}

#[test]
fn moves_within_a_range_both_ways() {
    for count in counts() {
        for (to, from) in [(0, 0), (1, 0), (0, 1), (5, 70), (70, 5), (200, 9), (9, 200)] {
            let mut moved = bytes(count + 256);
            let mut expected = moved.clone();
            expected.copy_within(from..from + count, to);
            let base = moved.as_mut_ptr();
            // SAFETY: the buffer has that many bytes from both places.
            unsafe { memmove(base.add(to), base.add(from), count) };
            assert!(moved == expected, "{count} bytes from {from} to {to}");
        }
    }
}

#[test]
fn sets_a_range_and_nothing_beside() {
    for count in counts() {
        for at in [0, 1, 8, 15, 16] {
            let mut set = vec![1; count + 64];
            let mut expected = set.clone();
            expected[at..at + count].fill(0xA5);
            // SAFETY: the buffer has that many bytes from there. Only the low byte counts.
            unsafe { memset(set[at..].as_mut_ptr(), 0x7A5, count) };
            assert!(set == expected, "{count} bytes at {at}");
        }
    }
}
