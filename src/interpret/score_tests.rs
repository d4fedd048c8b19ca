use super::*;

#[test]
fn more_evidence_is_never_believed_less() {
    let at = |first, again, other| {
        score(&Evidence {
            first,
            again,
            other,
            ..Evidence::default()
        })
    };
    let levels = [0.1, 0.7, 0.9, 0.95, 0.99, 0.999, 1.0];
    for pair in levels.windows(2) {
        assert!(at(1.0, Some(pair[0]), None) <= at(1.0, Some(pair[1]), None));
        assert!(at(pair[0], Some(1.0), None) <= at(pair[1], Some(1.0), None));
    }
    assert!(
        at(0.9, None, None) < at(0.9, Some(0.9), None)
            && at(0.9, Some(0.9), None) < at(0.9, Some(0.9), Some(0.9))
    );
}

#[test]
fn what_differs_is_not_accepted() {
    for (again, other) in [
        (None, None),
        (Some(1.0), None),
        (None, Some(1.0)),
        (Some(1.0), Some(1.0)),
    ] {
        let evidence = Evidence {
            first: 1.0,
            again,
            other,
            differs: true,
            repairs: 0,
        };
        assert!(score(&evidence) < ACCEPTED);
    }
    assert!(
        score(&Evidence {
            first: 1.0,
            again: Some(1.0),
            repairs: 3,
            ..Evidence::default()
        }) < ACCEPTED
    );
}

fn second_reading(value: &str, confidence: f32, same_engine: bool) -> SecondReading {
    SecondReading {
        engine: "",
        value: Some(value.to_owned()),
        confidence: Confidence::new(confidence),
        same_engine,
        unknown_origin: false,
    }
}

#[test]
fn an_unsure_reader_does_not_shake_two_sure_looks() {
    let page = crate::text::sample::page(
        &[(40.0, 100.0, "A012345678")],
        crate::model::source::TextSource::Ocr,
    );
    let candidate = super::super::find_candidates(&page).remove(0);
    let differs = |again: f32, other: f32| {
        Evidence::collect(
            &candidate,
            &[
                second_reading("A012345678", again, true),
                second_reading("A012345679", other, false),
            ],
        )
        .differs
    };
    assert!(!differs(0.999, 0.3) && differs(0.999, 0.9) && differs(0.9, 0.3));
}
