//! Lines as coaches write them, and the canonical line each becomes.

use crate::domain::Lang;
use crate::notation::{parse, print};

/// `written`, then what it is printed as in English; an empty second means: unchanged.
fn check(lang: Lang, lines: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (written, canonical) in lines {
        let canonical = if canonical.is_empty() { written } else { canonical };
        let printed = parse(written).map(|prescription| print(&prescription, lang));
        match printed {
            Ok(line) if line == *canonical => {}
            other => wrong.push(format!("{written:?}: {other:?}, not {canonical:?}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn examples_of_the_description() {
    check(
        Lang::En,
        &[
            ("4x6 @75% RIR2 tempo 31X1 rest 2:00", ""),
            ("3x8-12 @60kg", ""),
            ("5/3/1+ @85,90,95%TM", ""),
            ("12,10,8,6 @ 40,45,50,55kg", "12,10,8,6 @40,45,50,55kg"),
            ("3x max rest 90s", "3x max rest 1:30"),
            ("3x30s/side", ""),
            ("6x400m rest 1:30", ""),
            ("EMOM 10: 5", ""),
            ("AMRAP 12'", ""),
            ("8x 20s:10s", ""),
            ("3 rounds x 3:00 rest 1:00", ""),
            ("15 min", ""),
            ("BW+10kg", "@BW+10kg"),
            ("2x10 @band heavy", ""),
            ("@RPE8", ""),
            ("24/16kg", "@24/16kg"),
            ("30/24 cal", ""),
            ("E2MOM 20: 3", ""),
            ("for time 21-15-9", ""),
            ("for time: 100 cap 12:00", "for time 100 cap 12:00"),
            ("3x", ""),
            ("", ""),
        ],
    );
}

#[test]
fn sets_repetitions_and_lists() {
    check(
        Lang::En,
        &[
            ("3-4x8-12", ""),
            ("3 sets of 10 reps", "3x10"),
            ("3 sets", "3x"),
            ("3 × 10", "3x10"),
            ("three sets of eight", "3x8"),
            ("10 reps x 3 sets", "3x10"),
            ("8-12", "8-12 reps"),
            ("x8", "8 reps"),
            ("3x5+", ""),
            ("3x12,10,8", "12,10,8"),
            ("12/10/8", "12,10,8"),
            ("21-15-9", "21,15,9"),
            ("12,10", ""),
            ("10+, max", "10+ reps, max"),
            ("3x10/10", "3x10/side"),
            ("3x8 each", "3x8/side"),
            ("3x8 per leg", "3x8/side"),
            ("3x8 each side", "3x8/side"),
            ("3xAMRAP", "3x max"),
            ("3x5 AMRAP", "3x5+"),
            ("3x to failure", "3x max"),
            ("3x8 to failure", "3x8 RIR0"),
            ("60kg 5x5", "5x5 @60kg"),
            ("100kg x 5 x 3", "3x5 @100kg"),
            ("3x10x60kg", "3x10 @60kg"),
            ("4x6, 90s rest", "4x6 rest 1:30"),
            ("4x6, rest 90s, RIR 2", "4x6 RIR2 rest 1:30"),
            ("4x8 60kg 90s", "4x8 @60kg rest 1:30"),
            ("1x20 @ 20RM", "1x20 @20RM"),
        ],
    );
}

#[test]
fn times_distances_calories() {
    check(
        Lang::En,
        &[
            ("3x30-45s", ""),
            ("3x1:30", ""),
            ("3x90 s", "3x1:30"),
            ("3x45\"", "3x45s"),
            ("2x1'30\"", "2x1:30"),
            ("2 min 30 s", "2:30"),
            ("20-30 min", ""),
            ("1h30", "90 min"),
            ("1:30:00", "90 min"),
            ("5km", ""),
            ("5x1 km", "5x1km"),
            ("1.5 miles", "2414.016m"),
            ("400/300m", ""),
            ("800,600,400m", ""),
            ("3x15 cal", ""),
            ("3x15/12 cal rest 1 min", "3x15/12 cal rest 1:00"),
            ("8x 30s on 15s off", "8x 30s:15s"),
            ("8x30s/15s", "8x 30s:15s"),
            ("tabata", "8x 20s:10s"),
            ("5x 3 min:2 min", ""),
            ("3 rounds of 10", "3 rounds x 10"),
            ("5 rounds", ""),
            ("3 rounds 3:00", "3 rounds x 3:00"),
        ],
    );
}

#[test]
fn density_formats() {
    check(
        Lang::En,
        &[
            ("EMOM 10", ""),
            ("EMOM 10 min: 5", "EMOM 10: 5"),
            ("EMOM 10:15", "EMOM 10: 15"),
            ("EMOM 10:00", "EMOM 10"),
            ("E90s 15 min: 3", "every 90s for 15 min: 3"),
            ("every 2:00 x 5: 3", "E2MOM 10: 3"),
            ("5x3 every 2 min", "E2MOM 10: 3"),
            ("10x1 EMOM @90%", "EMOM 10: 1 @90%"),
            ("AMRAP 12 min: 10", "AMRAP 12': 10"),
            ("12 min AMRAP", "AMRAP 12'"),
            ("AMRAP in 7:30", "AMRAP 450s"),
            ("for time 10,8", "for time 10,8"),
            ("for time 5km cap 30 min", "for time 5km cap 30:00"),
            ("21-15-9 for time", "for time 21-15-9"),
            ("for time", ""),
        ],
    );
}

#[test]
fn loads() {
    check(
        Lang::En,
        &[
            ("3x5 @ 100", "3x5 @100kg"),
            ("3x5 @135lbs", "3x5 @135lb"),
            ("3x5 135/95#", "3x5 @135/95lb"),
            ("3x5 @70-75% 1RM", "3x5 @70-75%"),
            ("3x5 80% of TM", "3x5 @80%TM"),
            ("3x8 BW", "3x8 @BW"),
            ("3x8 bodyweight + 25 lb", "3x8 @BW+25lb"),
            ("3x8 @BW-20kg", ""),
            ("3x8 @+10kg", "3x8 @BW+10kg"),
            ("3x8 @1.5xBW", "3x8 @150%BW"),
            ("3x8 @1/2 BW", "3x8 @50%BW"),
            ("3x3 @0.5-0.7m/s", ""),
            ("30 min @Z2", ""),
            ("30 min zone 2-3", "30 min @Z2-3"),
            ("5km @5:30/km", ""),
            ("5km @5:30-6:00 min/km", "5km @5:30-6:00/km"),
            ("4x4 min @250W rest 3 min", "4x4:00 @250W rest 3:00"),
            ("40 min @CR5", ""),
            ("40 min CR10: 5", "40 min @CR5"),
            ("2x15 @band very light", ""),
            ("2x15 light band", "2x15 @band light"),
            ("20 min @low", ""),
            ("3x5 @8", "3x5 @RPE8"),
            ("3x5 @7.5-8", "3x5 @RPE7.5-8"),
            ("2x5 @20,25kg", "2x5 @20, 25kg"),
            ("3x5 @60,62.5,65kg", ""),
            ("3x5 @60-65-70kg", "3x5 @60,65,70kg"),
        ],
    );
}

#[test]
fn effort_tempo_rest_type_and_note() {
    check(
        Lang::En,
        &[
            ("3x5 RPE 8.5", "3x5 @RPE8.5"),
            ("3x5 2 RIR", "3x5 RIR2"),
            ("3x5 2 reps in reserve", "3x5 RIR2"),
            ("3x5 RIR1-3", ""),
            ("3x5 20X0", "3x5 tempo 20X0"),
            ("3x5 tempo 3-1-1-0", "3x5 tempo 3110"),
            ("3x5 tempo 301", "3x5 tempo 3010"),
            ("3x5 tempo 3-0-10-0", ""),
            ("3x5 tempo X-0-1-0", ""),
            ("3x5 rest 2-3 min", "3x5 rest 2:00-3:00"),
            ("3x5 rest 45-90s", ""),
            ("3x5 rest 2", "3x5 rest 2:00"),
            ("3x5 rest 90", "3x5 rest 1:30"),
            ("3x5 no rest", "3x5 rest 0s"),
            ("warm-up 2x10 @40%", "warmup 2x10 @40%"),
            ("1x3 top set @RPE8", "top 1x3 @RPE8"),
            ("back-off 3x5", "backoff 3x5"),
            ("rest-pause 2x12", ""),
            ("amrap-set 1x5+", ""),
            ("iso 3x30s", ""),
            ("3x5 ; slow, then fast; breathe", ""),
            ("3x5 \"slow\"", "3x5 ; slow"),
            ("3x5 “slow” ; fast", "3x5 ; slow; fast"),
            ("; only words", ""),
        ],
    );
}

#[test]
fn german_in_and_out() {
    check(
        Lang::De,
        &[
            ("3 Sätze à 10 Wdh.", "3x10"),
            ("4x6 @75% RIR2 Tempo 31X1 Pause 2:00", ""),
            ("3 mal 8 bis 12 Wiederholungen", "3x8-12"),
            ("zweimal 10", "2x10"),
            ("3x10 mit 42,5 kg", "3x10 @42,5kg"),
            ("3x10 @1,25kg", ""),
            ("3x10 @41,25kg", "3x10 @41, 25kg"),
            ("3x10 @41.25kg", ""),
            ("3x10, 2 Min Pause", "3x10 Pause 2:00"),
            ("3x30 Sek. pro Seite", "3x30s/Seite"),
            ("3x8 je Seite", "3x8/Seite"),
            ("3x8 je Bein", "3x8/Seite"),
            ("3 Runden à 3 Min, Pause 1 Min", "3 Runden x 3:00 Pause 1:00"),
            ("3x5 alle 2 Min", "E2MOM 6: 5"),
            ("3x bis zum Muskelversagen", "3x max"),
            ("2x15 Band leicht", "2x15 @Band leicht"),
            ("2x15 @Band sehr schwer", ""),
            ("3x8 Körpergewicht", "3x8 @BW"),
            ("3x8 KG+10kg", "3x8 @BW+10kg"),
            ("3x8 50% vom KG", "3x8 @50%BW"),
            ("auf Zeit 21-15-9 Limit 12:00", ""),
            ("alle 90s für 15 min: 3", ""),
            ("12,10,8,6 @40,45,50,55kg", ""),
            ("12,10 @42,5, 45kg", ""),
            ("2,5 km", "2,5km"),
            ("1,5 Min", "1:30"),
            ("30 min locker", "30 min @niedrig"),
            ("5 km Tempo 5:30/km", "5km @5:30/km"),
            ("8-12", "8-12 Wdh."),
            ("Aufwärmen 2x10", ""),
            ("Dropsatz 1x10-15", ""),
            ("3x10 ohne Pause", "3x10 Pause 0s"),
            ("3x5 2 Wdh. in Reserve", "3x5 RIR2"),
        ],
    );
}
