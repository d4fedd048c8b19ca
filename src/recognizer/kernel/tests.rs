//! The kernel against the plain loop, for every kind of vector.

use super::*;

fn some_bytes(len: usize) -> Vec<u8> {
    (0..len).map(|i| (i * 37 % 128) as u8).collect()
}

#[test]
fn products_are_those_of_the_plain_loop() {
    let segments = 2;
    let depth = 5;
    let outputs = 19;
    let bytes = some_bytes(200);
    let weight = |s: usize, k: usize, o: usize| ((s * 31 + k * 7 + o * 3) % 11) as f32 - 5.0;
    let bias: Vec<f32> = (0..outputs).map(|o| o as f32).collect();
    let packed = Packed::new(segments, depth, &bias, weight);
    let rows = Rows {
        input: Bytes {
            bytes: &bytes,
            scale: 0.5,
            zero: 7,
        },
        start: 3,
        segment: 40,
        step: 4,
    };
    // Whole tiles of each kind of vector, and rests of them.
    for (count, widest) in [1, 6, 8, 12, 31]
        .into_iter()
        .flat_map(|n| [Vectors::Plain, Vectors::Avx2, Vectors::Avx512].map(|v| (n, v)))
    {
        let mut output = vec![1.0; count * outputs];
        packed.multiply_with(rows, &mut output, Finish::AddRelu, widest);
        for (at, value) in output.iter().enumerate() {
            let row = at / outputs;
            let o = at % outputs;
            let inputs = (0..segments).flat_map(|s| (0..depth).map(move |k| (s, k)));
            let products = inputs.map(|(s, k)| {
                (f32::from(bytes[3 + s * 40 + row * 4 + k]) - 7.0) * 0.5 * weight(s, k, o)
            });
            let sum = products.sum::<f32>() + bias[o];
            // Weights are rounded to a 127th of the largest.
            assert!(
                (value - 1.0 - sum.max(0.0)).abs() < 4.0,
                "{count} rows, {widest:?}: {value} for {sum}"
            );
        }
    }
}

/// With the largest inputs and weights, nothing may overflow on the way.
#[test]
fn every_processor_sums_alike() {
    let depth = 64;
    let outputs = 16;
    let packed = Packed::new(1, depth, &[0.0; 16], |_, k, o| {
        if (k / 2 + o) % 2 == 0 { 1.0 } else { -1.0 }
    });
    let bytes = [127; 64];
    let rows = Rows {
        input: Bytes {
            bytes: &bytes,
            scale: 1.0,
            zero: 0,
        },
        start: 0,
        segment: 0,
        step: 0,
    };
    let sums = [Vectors::Plain, Vectors::Avx2, Vectors::Avx512].map(|widest| {
        let mut output = vec![0.0; 5 * outputs];
        packed.multiply_with(rows, &mut output, Finish::Set, widest);
        output
    });
    assert_eq!(sums[0], sums[1]);
    assert_eq!(sums[0], sums[2]);
    let one_sign = Packed::new(1, depth, &[0.0; 16], |_, _, _| -1.0);
    let mut output = vec![0.0; outputs];
    for widest in [Vectors::Plain, Vectors::Avx2, Vectors::Avx512] {
        one_sign.multiply_with(rows, &mut output, Finish::Set, widest);
        assert_eq!(output, [-127.0 * 64.0; 16], "{widest:?}");
    }
}

#[test]
#[should_panic(expected = "beyond their input")]
fn rows_beyond_the_input_are_refused() {
    let packed = Packed::new(1, 5, &[0.0; 3], |_, _, _| 1.0);
    let input = Bytes {
        bytes: &[0; 15],
        scale: 1.0,
        zero: 0,
    };
    packed.multiply(
        Rows {
            input,
            start: 0,
            segment: 0,
            step: 4,
        },
        &mut [0.0; 9],
        Finish::Set,
    );
}
