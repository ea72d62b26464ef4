//! The words of amounts in both languages: units, and the words that say what a number is for.

/// What a number with a unit behind it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Measure {
    /// Repetitions.
    Reps,
    /// Sets.
    Sets,
    /// Rounds over several exercises.
    Rounds,
    /// Seconds, times the factor.
    Seconds(f64),
    /// Metres, times the factor.
    Metres(f64),
    /// Kilocalories.
    Calories,
    /// Kilograms.
    Kilograms,
    /// Pounds.
    Pounds,
    /// Percent.
    Percent,
    /// Perceived exertion.
    Rpe,
    /// Repetitions in reserve.
    Rir,
    /// A repetition maximum.
    Rm,
    /// Multiples of body weight.
    Bodyweight,
    /// Something else that is counted: inches, pulses, degrees. Part of no field.
    Other,
}

impl Measure {
    /// Whether it is a weight in kilograms or pounds.
    pub(super) const fn is_weight(self) -> bool {
        matches!(self, Self::Kilograms | Self::Pounds)
    }
}

/// The measure a folded word names.
pub(super) fn measure(word: &str) -> Option<Measure> {
    Some(match word {
        "rep" | "reps" | "repetition" | "repetitions" | "wdh" | "wdhs" | "wh" | "wiederholung"
        | "wiederholungen" | "stuck" | "stk" | "steps" | "step" | "schritte" | "schritten"
        | "mal pro" | "times" | "contacts" | "kontakte" | "throws" | "wurfe" | "schlage"
        | "bahnen" | "lengths" | "total" | "gesamt" | "insgesamt" => Measure::Reps,
        "set" | "sets" | "satz" | "satze" | "satzen" | "serie" | "serien" | "worksets" => {
            Measure::Sets
        }
        "round" | "rounds" | "rds" | "rd" | "runde" | "runden" | "durchgang" | "durchgange"
        | "durchgangen" | "circuit" | "circuits" | "zirkel" | "rft" | "durchlaufe"
        | "durchlauf" => Measure::Rounds,
        "s" | "sec" | "secs" | "second" | "seconds" | "sek" | "sekunde" | "sekunden" => {
            Measure::Seconds(1.0)
        }
        "min" | "mins" | "minute" | "minutes" | "minuten" | "mn" => Measure::Seconds(60.0),
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" => {
            Measure::Seconds(3600.0)
        }
        "m" | "meter" | "meters" | "metre" | "metres" | "metern" => Measure::Metres(1.0),
        "km" | "kilometer" | "kilometers" | "kilometern" => Measure::Metres(1000.0),
        "mile" | "miles" | "mi" | "meile" | "meilen" => Measure::Metres(1609.0),
        "yd" | "yds" | "yard" | "yards" => Measure::Metres(0.9144),
        "ft" | "foot" | "feet" => Measure::Metres(0.3048),
        "cal" | "cals" | "kcal" | "calorie" | "calories" | "kalorien" => Measure::Calories,
        "kg" | "kgs" | "kilo" | "kilos" | "kilogramm" | "kilograms" => Measure::Kilograms,
        "lb" | "lbs" | "pound" | "pounds" | "pfund" => Measure::Pounds,
        "percent" | "prozent" | "pct" => Measure::Percent,
        "rpe" => Measure::Rpe,
        "rir" => Measure::Rir,
        "rm" => Measure::Rm,
        "bw" | "bodyweight" | "korpergewicht" | "kg bw" => Measure::Bodyweight,
        "in" | "inch" | "inches" | "zoll" | "cm" | "grad" | "degree" | "degrees" | "count"
        | "watt" | "watts" | "bpm" | "point" | "way" | "part" => Measure::Other,
        _ => return None,
    })
}

/// Whether a word says that time between sets is meant: `rest`, `Satzpause`, `Trabpause`.
pub(super) fn is_rest(word: &str) -> bool {
    matches!(word, "rest" | "rests" | "resting" | "recovery" | "break" | "off" | "erholung")
        || word.ends_with("pause")
        || word.ends_with("pausen")
}

/// Whether a word behind a time says that it is for going on to the next station.
pub(super) fn is_change(word: &str) -> bool {
    matches!(word, "transition" | "transitions" | "changeover" | "switch" | "change")
        || matches!(word, "wechsel" | "wechselzeit" | "stationswechsel" | "umbau")
}

/// Whether a word multiplies: `3 x 8`, `3 mal 8`.
pub(super) fn is_times(word: &str) -> bool {
    matches!(word, "x" | "mal" | "by" | "times")
}

/// Whether a word says that both sides are meant one by one.
pub(super) fn is_each(word: &str) -> bool {
    matches!(word, "each" | "ea" | "per" | "je" | "pro" | "jede" | "jedes" | "jeder" | "every")
}

/// Whether a word names a side or limb.
pub(super) fn is_side(word: &str) -> bool {
    matches!(
        word,
        "side"
            | "sides"
            | "leg"
            | "legs"
            | "arm"
            | "arms"
            | "seite"
            | "seiten"
            | "bein"
            | "beine"
            | "hand"
            | "foot"
            | "direction"
            | "way"
            | "richtung"
            | "fuss"
    )
}

/// Words that link a name and its numbers, and never belong to a name's end.
pub(super) fn is_link(word: &str) -> bool {
    matches!(
        word,
        "of" | "for"
            | "at"
            | "with"
            | "the"
            | "a"
            | "an"
            | "and"
            | "then"
            | "on"
            | "in"
            | "to"
            | "mit"
            | "fur"
            | "und"
            | "dann"
            | "danach"
            | "anschliessend"
            | "abschliessend"
            | "zuerst"
            | "zunachst"
            | "afterwards"
            | "finally"
            | "followed"
            | "von"
            | "auf"
            | "im"
            | "in the"
            | "bei"
            | "je"
            | "ca"
            | "about"
            | "approx"
            | "per"
            | "each"
            | "a la"
            | "work"
            | "working"
            | "do"
            | "perform"
            | "mache"
            | "zu"
            | "jeweils"
            | "x"
            | "or"
            | "oder"
            | "max"
            | "min"
            | "minimum"
            | "maximum"
            | "using"
            | "noch"
            | "bleiben"
            | "also"
            | "total"
            | "pro"
            | "everyone"
            | "alle"
            | "again"
            | "nochmal"
            | "by"
            | "mal"
            | "as"
            | "least"
            | "od"
            | "bzw"
            | "etc"
            | "top"
    )
}

/// Words of running and swimming among others, whose bare numbers are metres in texts of runners
/// and swimmers.
pub(super) fn is_moving(name: &str) -> bool {
    let folded = crate::language::fold(name);
    folded.split(|c: char| !c.is_alphanumeric()).any(is_moving_word)
}

/// Nothing but such words: metres wherever they stand. `band pull-aparts` are none.
pub(super) fn is_only_moving(name: &str) -> bool {
    let folded = crate::language::fold(name);
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.clone().next().is_some() && words.all(is_moving_word)
}

fn is_moving_word(word: &str) -> bool {
    matches!(
        word,
        "strides"
            | "stride"
            | "free"
            | "freestyle"
            | "back"
            | "backstroke"
            | "breast"
            | "breaststroke"
            | "fly"
            | "butterfly"
            | "im"
            | "pull"
            | "kick"
            | "easy"
            | "swim"
            | "run"
            | "sprint"
            | "sprints"
            | "jog"
            | "laps"
            | "choice"
            | "drill"
            | "kraul"
            | "brust"
            | "rucken"
            | "schwimmen"
            | "lauf"
            | "laufen"
            | "steigerung"
            | "steigerungslaufe"
            | "locker"
            | "einschwimmen"
            | "ausschwimmen"
    )
}
