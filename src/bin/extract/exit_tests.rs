use super::*;

#[test]
fn the_more_severe_status_wins() {
    use Status::*;
    let all = [Clean, Attention, CouldNotRun, Interrupted];
    for (i, a) in all.into_iter().enumerate() {
        for (j, b) in all.into_iter().enumerate() {
            assert_eq!(a.merge(b), all[i.max(j)]);
        }
    }
    assert_eq!(all.map(Status::code), [0, 1, 2, 130]);
}

#[test]
fn a_summary_is_clean_only_if_nothing_needs_attention() {
    let mut clean = Summary {
        documents: 1,
        read: 1,
        notices: 1,
        ..Summary::default()
    };
    clean.account_numbers.found = 1;
    let of = |summary: &Summary| Status::of(summary, Causes::default(), &[]);
    assert_eq!(of(&clean), Status::Clean);
    let mut absent = clean.clone();
    (absent.account_numbers.found, absent.account_numbers.absent) = (0, 1);
    for worse in [
        absent,
        Summary {
            failed: 1,
            ..clean.clone()
        },
        Summary {
            partly: 1,
            ..clean.clone()
        },
        Summary {
            skipped: 1,
            ..clean.clone()
        },
        Summary {
            to_review: 1,
            ..clean.clone()
        },
    ] {
        assert_eq!(of(&worse), Status::Attention, "{worse:?}");
        let never = Status::of(&worse, Causes::default(), &[Cause::Never]);
        assert_eq!(never, Status::Clean);
    }
    assert_eq!(
        of(&Summary {
            interrupted: true,
            ..clean
        }),
        Status::Interrupted
    );
}

#[test]
fn only_the_causes_that_were_named_count() {
    let skipped = Summary {
        documents: 1,
        skipped: 1,
        ..Summary::default()
    };
    let causes = |kind, severity| {
        let mut causes = Causes::default();
        causes.add(&[Finding::new(kind, severity, "", "")]);
        causes
    };
    let of = |causes, fail_on: &[Cause]| Status::of(&skipped, causes, fail_on);
    assert_eq!(of(Causes::default(), &[Cause::Skipped]), Status::Attention);
    assert_eq!(of(Causes::default(), &[Cause::Failed]), Status::Clean);
    let two = causes(FindingKind::TwoAccounts, Severity::Error);
    let contradiction = [Cause::Failed, Cause::Contradiction];
    assert_eq!(of(two.clone(), &contradiction), Status::Attention);
    assert_eq!(of(two, &[Cause::Review]), Status::Clean);
    let note = causes(FindingKind::Note, Severity::Warning);
    let clean = Summary::default();
    assert_eq!(Status::of(&clean, note.clone(), &[]), Status::Attention);
    assert_eq!(Status::of(&clean, note, &[Cause::Review]), Status::Clean);
    let duplicate = causes(FindingKind::Duplicate, Severity::Info);
    assert_eq!(Status::of(&clean, duplicate, &[]), Status::Clean);
}
