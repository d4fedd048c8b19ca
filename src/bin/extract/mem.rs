//! `memcpy`, `memmove` and `memset` for the static program, in place of those of musl, which begin
//! `rep movsq` for every few bytes. They need no more than SSE2, which each x86-64 has, and take
//! about the time of those of the GNU C library.
//!
//! The compiler turns loops that copy into calls of `memcpy`, so the loops here are assembly: they
//! must not call themselves.

#![allow(unsafe_code)]

use core::arch::asm;
use core::arch::x86_64::{__m128i, _mm_loadu_si128, _mm_set1_epi8, _mm_storeu_si128};
use core::ffi::c_int;

/// The bytes that a loop copies at a time.
const BLOCK: usize = 64;
/// From here on, one instruction of the processor copies faster than a loop.
const LONG_COPY: usize = 1 << 20;
/// The same, for setting.
const LONG_SET: usize = 2048;

/// Copies `count` bytes. Returns `dest`.
///
/// # Safety
/// Both ranges must be valid, and must not overlap.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub(crate) unsafe extern "C" fn memcpy(dest: *mut u8, src: *const u8, count: usize) -> *mut u8 {
    // SAFETY: as the caller promises.
    unsafe {
        if count <= 128 {
            copy_short(dest, src, count);
        } else if count < LONG_COPY {
            copy_up(dest, src, count);
        } else {
            copy_long(dest, src, count);
        }
    }
    dest
}

/// Copies `count` bytes, as if by way of a third place. Returns `dest`.
///
/// # Safety
/// Both ranges must be valid.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub(crate) unsafe extern "C" fn memmove(dest: *mut u8, src: *const u8, count: usize) -> *mut u8 {
    // SAFETY: as the caller promises; down for a target that begins within the source.
    unsafe {
        if count <= 128 {
            copy_short(dest, src, count);
        } else if dest.addr().wrapping_sub(src.addr()) >= count {
            copy_up(dest, src, count);
        } else {
            copy_down(dest, src, count);
        }
    }
    dest
}

/// Sets `count` bytes to the low one of `byte`. Returns `dest`.
///
/// # Safety
/// The range must be valid.
#[cfg_attr(not(test), unsafe(no_mangle))]
pub(crate) unsafe extern "C" fn memset(dest: *mut u8, byte: c_int, count: usize) -> *mut u8 {
    let [byte, ..] = byte.to_le_bytes();
    let word = u64::from_ne_bytes([byte; 8]);
    // SAFETY: as the caller promises; no value is longer than `count`.
    unsafe {
        let wide = _mm_set1_epi8(byte.cast_signed());
        match count {
            0 => {}
            1 => dest.write(byte),
            2..4 => set_ends(dest, [byte; 2], count),
            4..8 => set_ends(dest, [byte; 4], count),
            8..16 => set_ends(dest, word, count),
            16..=32 => set_ends(dest, wide, count),
            33..=64 => {
                set_ends(dest, wide, count);
                set_ends(dest.add(16), wide, count - 32);
            }
            65..=128 => {
                store_block(dest, [wide; 4]);
                store_block(dest.add(count - BLOCK), [wide; 4]);
            }
            129..LONG_SET => {
                store(dest, wide);
                set_blocks(dest, wide, count);
                store_block(dest.add(count - BLOCK), [wide; 4]);
            }
            LONG_SET.. => {
                set_words(dest, word, wide, count);
                store(dest.add(count - 16), wide);
            }
        }
    }
    dest
}

/// Copies up to 128 bytes. All of them are read before one is written, so they may overlap.
#[inline(always)]
unsafe fn copy_short(dest: *mut u8, src: *const u8, count: usize) {
    // SAFETY: as the caller promises; no value is longer than `count`.
    unsafe {
        match count {
            0 => {}
            1 => dest.write(src.read()),
            2..4 => copy_ends::<u16>(dest, src, count),
            4..8 => copy_ends::<u32>(dest, src, count),
            8..16 => copy_ends::<u64>(dest, src, count),
            16..=32 => copy_ends::<__m128i>(dest, src, count),
            33..=64 => {
                let last = count - 32;
                let a = load(src);
                let b = load(src.add(16));
                let c = load(src.add(last));
                let d = load(src.add(last + 16));
                store(dest, a);
                store(dest.add(16), b);
                store(dest.add(last), c);
                store(dest.add(last + 16), d);
            }
            _ => {
                let last = count - BLOCK;
                let first = load_block(src);
                let end = load_block(src.add(last));
                store_block(dest, first);
                store_block(dest.add(last), end);
            }
        }
    }
}

/// Copies the first and the last bytes, which meet or overlap in the middle.
#[inline(always)]
unsafe fn copy_ends<T: Copy>(dest: *mut u8, src: *const u8, count: usize) {
    let last = count - size_of::<T>();
    // SAFETY: as the caller promises; `T` is not longer than `count`.
    unsafe {
        let first = src.cast::<T>().read_unaligned();
        let end = src.add(last).cast::<T>().read_unaligned();
        dest.cast::<T>().write_unaligned(first);
        dest.add(last).cast::<T>().write_unaligned(end);
    }
}

/// Copies more than 128 bytes from the first to the last. `dest` may lie before `src` and overlap.
#[inline(always)]
unsafe fn copy_up(dest: *mut u8, src: *const u8, count: usize) {
    // SAFETY: as the caller promises. The loop writes whole blocks from the first aligned place
    // on, and ends before the last one, which has been read before it may be written over.
    unsafe {
        let first = load(src);
        let end = load_block(src.add(count - BLOCK));
        let aligned = 16 - dest.addr() % 16;
        asm!(
            "2:",
            "movups {a}, [{src}]",
            "movups {b}, [{src} + 16]",
            "movups {c}, [{src} + 32]",
            "movups {d}, [{src} + 48]",
            "add {src}, 64",
            "movaps [{dest}], {a}",
            "movaps [{dest} + 16], {b}",
            "movaps [{dest} + 32], {c}",
            "movaps [{dest} + 48], {d}",
            "add {dest}, 64",
            "cmp {dest}, {last}",
            "jb 2b",
            src = inout(reg) src.add(aligned) => _,
            dest = inout(reg) dest.add(aligned) => _,
            last = in(reg) dest.add(count - BLOCK),
            a = out(xmm_reg) _,
            b = out(xmm_reg) _,
            c = out(xmm_reg) _,
            d = out(xmm_reg) _,
            options(nostack),
        );
        store(dest, first);
        store_block(dest.add(count - BLOCK), end);
    }
}

/// Copies more than 128 bytes from the last to the first. `dest` may lie after `src` and overlap.
#[inline(always)]
unsafe fn copy_down(dest: *mut u8, src: *const u8, count: usize) {
    // SAFETY: as in `copy_up`, the other way round.
    unsafe {
        let first = load_block(src);
        let end = load(src.add(count - 16));
        let aligned = count - 1 - (dest.addr() + count - 1) % 16;
        asm!(
            "2:",
            "movups {a}, [{src} - 16]",
            "movups {b}, [{src} - 32]",
            "movups {c}, [{src} - 48]",
            "movups {d}, [{src} - 64]",
            "sub {src}, 64",
            "movaps [{dest} - 16], {a}",
            "movaps [{dest} - 32], {b}",
            "movaps [{dest} - 48], {c}",
            "movaps [{dest} - 64], {d}",
            "sub {dest}, 64",
            "cmp {dest}, {second}",
            "ja 2b",
            src = inout(reg) src.add(aligned) => _,
            dest = inout(reg) dest.add(aligned) => _,
            second = in(reg) dest.add(BLOCK),
            a = out(xmm_reg) _,
            b = out(xmm_reg) _,
            c = out(xmm_reg) _,
            d = out(xmm_reg) _,
            options(nostack),
        );
        store(dest.add(count - 16), end);
        store_block(dest, first);
    }
}

/// Copies more than 128 bytes that don't overlap, by one instruction.
#[inline(always)]
unsafe fn copy_long(dest: *mut u8, src: *const u8, count: usize) {
    // SAFETY: as the caller promises; the first block is copied twice, for an aligned beginning.
    unsafe {
        let aligned = BLOCK - dest.addr() % BLOCK;
        store_block(dest, load_block(src));
        asm!(
            "rep movsb",
            inout("rsi") src.add(aligned) => _,
            inout("rdi") dest.add(aligned) => _,
            inout("rcx") count - aligned => _,
            options(nostack, preserves_flags),
        );
    }
}

/// Sets the first and the last bytes, which may overlap.
#[inline(always)]
unsafe fn set_ends<T: Copy>(dest: *mut u8, value: T, count: usize) {
    // SAFETY: as the caller promises; `T` is not longer than `count`.
    unsafe {
        dest.cast::<T>().write_unaligned(value);
        dest.add(count - size_of::<T>())
            .cast::<T>()
            .write_unaligned(value);
    }
}

/// Sets whole blocks of more than 64 bytes. The first 16 bytes and the last block are the caller's.
#[inline(always)]
unsafe fn set_blocks(dest: *mut u8, value: __m128i, count: usize) {
    // SAFETY: as the caller promises. The loop begins within the first 16 bytes, and its last block
    // begins before that of the range.
    unsafe {
        asm!(
            "2:",
            "movaps [{dest}], {value}",
            "movaps [{dest} + 16], {value}",
            "movaps [{dest} + 32], {value}",
            "movaps [{dest} + 48], {value}",
            "add {dest}, 64",
            "cmp {dest}, {last}",
            "jb 2b",
            dest = inout(reg) dest.add(16 - dest.addr() % 16) => _,
            last = in(reg) dest.add(count - BLOCK),
            value = in(xmm_reg) value,
            options(nostack),
        );
    }
}

/// Sets all but the last 7 bytes at most of 64 or more, by one instruction.
#[inline(always)]
unsafe fn set_words(dest: *mut u8, word: u64, wide: __m128i, count: usize) {
    // SAFETY: as the caller promises; the first block is for an aligned beginning.
    unsafe {
        let aligned = BLOCK - dest.addr() % BLOCK;
        store_block(dest, [wide; 4]);
        asm!(
            "rep stosq",
            inout("rdi") dest.add(aligned) => _,
            inout("rcx") (count - aligned) / 8 => _,
            in("rax") word,
            options(nostack, preserves_flags),
        );
    }
}

#[inline(always)]
unsafe fn load(src: *const u8) -> __m128i {
    // SAFETY: as the caller promises.
    unsafe { _mm_loadu_si128(src.cast()) }
}

#[inline(always)]
unsafe fn store(dest: *mut u8, value: __m128i) {
    // SAFETY: as the caller promises.
    unsafe { _mm_storeu_si128(dest.cast(), value) }
}

#[inline(always)]
unsafe fn load_block(src: *const u8) -> [__m128i; 4] {
    // SAFETY: as the caller promises.
    unsafe {
        [
            load(src),
            load(src.add(16)),
            load(src.add(32)),
            load(src.add(48)),
        ]
    }
}

#[inline(always)]
unsafe fn store_block(dest: *mut u8, [a, b, c, d]: [__m128i; 4]) {
    // SAFETY: as the caller promises.
    unsafe {
        store(dest, a);
        store(dest.add(16), b);
        store(dest.add(32), c);
        store(dest.add(48), d);
    }
}

#[cfg(test)]
#[path = "mem_tests.rs"]
mod tests;
