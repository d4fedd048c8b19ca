use super::*;

fn empty(width: usize, height: usize) -> Bitmap {
    Bitmap {
        width,
        height,
        ink: vec![0; width * height],
    }
}

fn draw(bitmap: &mut Bitmap, x: std::ops::Range<usize>, y: std::ops::Range<usize>) {
    for row in y {
        for column in x.clone() {
            bitmap.ink[row * bitmap.width + column] = 1;
        }
    }
}

fn floor(x0: f32, x1: f32, y: f32) -> Rule {
    Rule {
        x0,
        y0: y,
        x1,
        y1: y,
        thickness: 2.0,
    }
}

#[test]
fn walls_that_stand_evenly_on_a_rule_are_a_comb() {
    let mut bitmap = empty(800, 200);
    draw(&mut bitmap, 50..652, 100..102);
    (0..13).for_each(|i| draw(&mut bitmap, 50 + i * 50..52 + i * 50, 85..100));
    let combs = find_combs(&bitmap, &[floor(50.0, 652.0, 101.0)], 200.0);
    assert_eq!(combs.len(), 1);
    assert_eq!(combs[0].walls.len(), 13);
    erase(&mut bitmap, &combs);
    assert!((85..98).all(|y| bitmap.ink[y * 800..(y + 1) * 800].iter().all(|p| *p == 0)));
}

#[test]
fn a_group_of_boxes_with_sides_as_high_as_their_walls_is_a_comb() {
    let group = |cells: usize, ceiling: bool| {
        let end = 50 + cells * 50;
        let mut bitmap = empty(800, 200);
        draw(&mut bitmap, 50..end, 100..102);
        (0..=cells).for_each(|i| draw(&mut bitmap, 50 + i * 50 - i / cells..52 + i * 50, 60..100));
        let mut rules = vec![floor(50.0, end as f32, 101.0)];
        rules.extend(ceiling.then(|| floor(50.0, end as f32, 61.0)));
        find_combs(&bitmap, &rules, 200.0)
    };
    let combs = group(4, true);
    assert_eq!(combs.len(), 1);
    assert_eq!(combs[0].walls.len(), 5);
    assert!(group(4, false).is_empty());
    assert!(group(2, true).is_empty());
}

#[test]
fn ticks_that_part_a_closed_box_are_a_comb_with_its_sides() {
    let boxed = |sides: bool| {
        let mut bitmap = empty(800, 200);
        draw(&mut bitmap, 50..200, 100..102);
        [100, 150]
            .into_iter()
            .for_each(|x| draw(&mut bitmap, x..x + 2, 85..100));
        if sides {
            [50, 198]
                .into_iter()
                .for_each(|x| draw(&mut bitmap, x..x + 2, 60..100));
        }
        let rules = [floor(50.0, 200.0, 101.0), floor(50.0, 200.0, 61.0)];
        find_combs(&bitmap, &rules, 200.0)
    };
    let combs = boxed(true);
    assert_eq!(combs.len(), 1);
    assert_eq!(combs[0].walls.len(), 4);
    assert!(boxed(false).is_empty());
}

#[test]
fn letters_on_a_rule_are_none() {
    let mut bitmap = empty(800, 200);
    draw(&mut bitmap, 50..652, 100..102);
    for (i, gap) in [0, 31, 80, 104, 170, 215, 290, 310, 377].iter().enumerate() {
        draw(&mut bitmap, 60 + gap..63 + gap, 80 + 2 * i..100);
    }
    assert!(find_combs(&bitmap, &[floor(50.0, 652.0, 101.0)], 200.0).is_empty());
}

#[test]
fn walls_too_faint_to_be_seen_are_added() {
    let walls = |seen: &[usize]| {
        let mut bitmap = empty(800, 200);
        draw(&mut bitmap, 50..652, 100..102);
        let wall = |i: &usize| 50 + i * 50..52 + i * 50;
        seen.iter()
            .for_each(|i| draw(&mut bitmap, wall(i), 70..100));
        let combs = find_combs(&bitmap, &[floor(50.0, 652.0, 101.0)], 200.0);
        combs.first().map(|comb| comb.walls.len())
    };
    assert_eq!(walls(&[0, 1, 2, 3, 4, 5, 6, 7, 8]), Some(13));
    assert_eq!(walls(&[0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]), Some(13));
    assert_eq!(walls(&[0, 1, 2, 3]), None);
}

#[test]
fn stems_of_letters_that_stand_evenly_on_a_rule_are_none() {
    let mut bitmap = empty(800, 200);
    draw(&mut bitmap, 50..652, 100..102);
    for i in 0..13 {
        // An E: a stem, and three strokes at its side.
        draw(&mut bitmap, 50 + i * 40..53 + i * 40, 76..100);
        for y in [76, 87, 97] {
            draw(&mut bitmap, 53 + i * 40..64 + i * 40, y..y + 3);
        }
    }
    assert!(find_combs(&bitmap, &[floor(50.0, 652.0, 101.0)], 200.0).is_empty());
}
