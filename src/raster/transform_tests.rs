use super::*;

fn close(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).abs() < 1e-6 && (a.1 - b.1).abs() < 1e-6
}

#[test]
fn inverse_brings_every_point_back() {
    let quad = Transform::onto_quad(
        100.0,
        200.0,
        [(10.0, 5.0), (90.0, 15.0), (110.0, 190.0), (2.0, 170.0)],
    )
    .unwrap();
    let map = Transform::scale(0.5, 1.5)
        .then(&Transform::rotation(12.0))
        .then(&Transform::translation(3.0, -8.0))
        .then(&quad);
    let back = map.inverse().unwrap();
    for p in [(0.0, 0.0), (13.0, 77.0), (99.0, 3.0)] {
        let q = map.apply(p.0, p.1);
        assert!(close(back.apply(q.0, q.1), p));
    }
}

#[test]
fn corners_go_to_the_quadrilateral() {
    let corners = [(10.0, 5.0), (90.0, 15.0), (110.0, 190.0), (2.0, 170.0)];
    let quad = Transform::onto_quad(50.0, 60.0, corners).unwrap();
    for (p, q) in [(0.0, 0.0), (50.0, 0.0), (50.0, 60.0), (0.0, 60.0)]
        .into_iter()
        .zip(corners)
    {
        assert!(close(quad.apply(p.0, p.1), q));
    }
    assert!(Transform::onto_quad(5.0, 5.0, [(0.0, 0.0); 4]).is_none());
}
