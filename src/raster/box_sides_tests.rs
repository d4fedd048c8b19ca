use super::*;

const DPI: f32 = 200.0;
const TALLEST: u32 = 72;

fn fill(bitmap: &mut Bitmap, x: std::ops::Range<usize>, y: std::ops::Range<usize>) {
    for row in y {
        bitmap.ink[row * bitmap.width + x.start..row * bitmap.width + x.end].fill(1);
    }
}

/// Two rules 50 pixels apart, with uprights at these places.
fn drawn(uprights: &[usize]) -> (Bitmap, Vec<Rule>) {
    let (width, height) = (600, 100);
    let ink = vec![0; width * height];
    let mut bitmap = Bitmap { width, height, ink };
    let rule = |y: f32| Rule {
        x0: 50.0,
        y0: y,
        x1: 550.0,
        y1: y,
        thickness: 2.0,
    };
    fill(&mut bitmap, 50..550, 20..22);
    fill(&mut bitmap, 50..550, 70..72);
    for x in uprights {
        fill(&mut bitmap, *x..*x + 2, 20..72);
    }
    (bitmap, vec![rule(21.0), rule(71.0)])
}

fn count(uprights: &[usize]) -> usize {
    let (bitmap, rules) = drawn(uprights);
    box_sides(&bitmap, &rules, TALLEST, DPI).len()
}

#[test]
fn the_sides_of_boxes_are_found() {
    assert_eq!(count(&[50, 300, 330, 548]), 4);
}

#[test]
fn the_walls_of_a_comb_are_left_to_it() {
    let walls: Vec<usize> = (0..8).map(|i| 60 + i * 40).collect();
    assert_eq!(count(&walls), 2);
}

#[test]
fn a_letter_between_rules_is_none() {
    let (mut bitmap, rules) = drawn(&[]);
    // A stem that touches no rule, and one with the rest of its letter beside it.
    fill(&mut bitmap, 100..104, 28..62);
    fill(&mut bitmap, 200..204, 20..72);
    fill(&mut bitmap, 204..220, 40..60);
    assert!(box_sides(&bitmap, &rules, TALLEST, DPI).is_empty());
}
