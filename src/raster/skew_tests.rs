use super::*;

/// A page of dashes in lines, skewed by `degrees`.
fn page(degrees: f64, sideways: bool) -> Bitmap {
    let width = 850;
    let height = 1100;
    let mut bitmap = Bitmap {
        width,
        height,
        ink: vec![0; width * height],
    };
    let slope = degrees.to_radians().tan();
    for line in 0..40 {
        for x in 60..790usize {
            if x % 9 < 5 {
                let y = 100.0 + f64::from(line) * 22.0 + x as f64 * slope;
                for dy in 0..9 {
                    let (x, y) = if sideways {
                        (y as usize + dy, x)
                    } else {
                        (x, y as usize + dy)
                    };
                    if x < width && y < height {
                        bitmap.ink[y * width + x] = 1;
                    }
                }
            }
        }
    }
    bitmap
}

#[test]
fn skew_is_found_to_a_tenth_of_a_degree() {
    for degrees in [-6.9, -2.33, -0.4, 0.0, 0.17, 1.06, 4.5, 7.0] {
        let found = skew_angle(&page(degrees, false), 1.0);
        assert!((found - degrees).abs() < 0.1, "{degrees} {found}");
    }
}

#[test]
fn blank_pages_have_no_skew() {
    assert_eq!(
        skew_angle(
            &Bitmap {
                width: 100,
                height: 100,
                ink: vec![0; 10_000]
            },
            1.0
        ),
        0.0
    );
    assert_eq!(skew_angle(&Bitmap::default(), 1.0), 0.0);
}

#[test]
fn the_axis_of_text_is_found() {
    assert!(!runs_vertically(&page(2.0, false).components().0, 100.0));
    assert!(runs_vertically(&page(2.0, true).components().0, 100.0));
    assert!(!runs_vertically(&[], 100.0));
}
