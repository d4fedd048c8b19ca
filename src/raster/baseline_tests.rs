use super::*;

fn letter(x: u32, y: u32, height: u32) -> Component {
    Component {
        x0: x,
        y0: y - height,
        x1: x + 8,
        y1: y,
        area: 8 * height,
    }
}

#[test]
fn descenders_do_not_pull_the_baseline() {
    let letters: Vec<Component> = (0..30)
        .map(|i| letter(i * 12, if i % 4 == 1 { 104 } else { 100 }, 12))
        .collect();
    let f = fit_baseline(&letters);
    assert!((f.baseline[0] - 100.0).abs() < 0.2 && f.baseline[1].abs() < 0.001);
    assert!((f.cap_height - 12.0).abs() < 0.5, "{}", f.cap_height);
}

#[test]
fn capitals_give_the_height_of_lower_case_lines() {
    let letters: Vec<Component> = (0..30)
        .map(|i| letter(i * 12, 100 + i / 5, if i % 4 == 1 { 16 } else { 11 }))
        .collect();
    let f = fit_baseline(&letters);
    assert!(
        (f.cap_height - 16.0).abs() < 1.0 && (f.baseline[1] - 1.0 / 60.0).abs() < 0.003,
        "{} {:?}",
        f.cap_height,
        f.baseline
    );
}

#[test]
fn bent_lines_bend() {
    let bend = |x: u32| 100.0 + 0.00002 * f64::from(x * x);
    let letters: Vec<Component> = (0..90)
        .map(|i| letter(i * 12, bend(i * 12 + 4).round() as u32, 14))
        .collect();
    let f = fit_baseline(&letters);
    for x in [0.0f32, 500.0, 1000.0] {
        let found = f.baseline[0] + f.baseline[1] * x + f.baseline[2] * x * x;
        assert!(
            (f64::from(found) - bend(x as u32)).abs() < 1.0,
            "{x} {found}"
        );
    }
}

#[test]
fn no_letters_or_one_give_a_level_baseline() {
    assert_eq!(fit_baseline(&[]).cap_height, 1.0);
    assert_eq!(fit_baseline(&[letter(3, 20, 10)]).baseline[0], 20.0);
}
