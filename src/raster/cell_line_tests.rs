use super::super::binarize::Bitmap;
use super::super::comb::find_combs;
use super::super::rule::Rule;
use super::*;

/// A comb of ten walled cells from x = 50 on, 50 pixels wide each.
fn comb() -> Vec<Comb> {
    let width = 800;
    let height = 200;
    let mut ink = vec![0; width * height];
    let mut fill = |x: std::ops::Range<usize>, y: std::ops::Range<usize>| {
        y.for_each(|row| ink[row * width + x.start..row * width + x.end].fill(1));
    };
    fill(50..552, 140..142);
    (0..11).for_each(|wall| fill(50 + 50 * wall..52 + 50 * wall, 100..140));
    let floor = Rule {
        x0: 50.0,
        y0: 141.0,
        x1: 552.0,
        y1: 141.0,
        thickness: 2.0,
    };
    let bitmap = Bitmap { width, height, ink };
    find_combs(&bitmap, &[floor], 200.0)
}

fn letter(x: u32, width: u32) -> Component {
    Component {
        x0: x,
        y0: 110,
        x1: x + width,
        y1: 130,
        area: 20 * width,
    }
}

#[test]
fn what_stands_in_cells_is_one_line() {
    let mut letters: Vec<Component> = (0..9).map(|i| letter(70 + 50 * i, 12)).collect();
    letters.push(letter(20, 14));
    letters.push(letter(700, 12));
    let lines = take_cell_lines(&mut letters, &mut Vec::new(), &comb());
    assert_eq!(lines.len(), 1);
    // The letter before the cells is one of the number's; the one far behind them is not.
    assert_eq!(lines[0].cells.len(), 10);
    assert_eq!(lines[0].cells[0], (20.0, 34.0));
    assert_eq!(letters, [letter(700, 12)]);
}

#[test]
fn words_in_the_cells_of_a_table_are_no_such_line() {
    let mut letters: Vec<Component> = (0..9).map(|i| letter(55 + 50 * i, 40)).collect();
    let lines = take_cell_lines(&mut letters, &mut Vec::new(), &comb());
    assert!(lines.is_empty() && letters.len() == 9);
}
