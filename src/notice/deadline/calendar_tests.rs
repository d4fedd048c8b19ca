use super::*;

#[test]
fn holidays_are_those_of_the_office_of_personnel_management() {
    // Its lists for 2021, 2022 and 2023.
    let listed = [
        "2021-01-01",
        "2021-01-18",
        "2021-02-15",
        "2021-05-31",
        "2021-06-18",
        "2021-07-05",
        "2021-09-06",
        "2021-10-11",
        "2021-11-11",
        "2021-11-25",
        "2021-12-24",
        "2021-12-31",
        "2022-01-17",
        "2022-02-21",
        "2022-05-30",
        "2022-06-20",
        "2022-07-04",
        "2022-09-05",
        "2022-10-10",
        "2022-11-11",
        "2022-11-24",
        "2022-12-26",
        "2023-01-02",
        "2023-01-16",
        "2023-02-20",
        "2023-05-29",
        "2023-06-19",
        "2023-07-04",
        "2023-09-04",
        "2023-10-09",
        "2023-11-10",
        "2023-11-23",
        "2023-12-25",
    ];
    let listed = listed.map(|day| day.parse::<Date>().unwrap());
    let mut day = date(2021, 1, 1);
    while day.year() < 2024 {
        assert_eq!(is_federal_holiday(day), listed.contains(&day), "{day}");
        day = day.tomorrow().unwrap();
    }
    assert!(!is_federal_holiday(date(2020, 6, 19)));
}

#[test]
fn weekends_and_holidays_move_to_the_next_business_day() {
    for (day, next) in [
        ("2023-05-26", "2023-05-26"),
        ("2023-05-27", "2023-05-30"), // Memorial Day after a weekend
        ("2023-07-04", "2023-07-05"),
        ("2022-12-24", "2022-12-27"), // Christmas observed on Monday
        ("2021-12-31", "2022-01-03"), // New Year observed on Friday
        ("9999-12-31", "9999-12-31"),
    ] {
        let day: Date = day.parse().unwrap();
        assert_eq!(next_business_day(day).to_string(), next, "{day}");
    }
}
