//! The words of the notation in both languages, folded: what is read, and what is written.

use crate::domain::{BandLevel, IntensityBand, Lang, SetType};

/// What a word means to the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Times,
    Sets,
    Reps,
    Rounds,
    Max,
    Failure,
    Seconds,
    Minutes,
    Hours,
    Metres,
    Kilometres,
    Miles,
    Calories,
    Kg,
    Lb,
    Percent,
    Rm,
    TrainingMax,
    Bodyweight,
    Assisted,
    Watts,
    Zone,
    Cr,
    Pace,
    Band,
    Strength(BandLevel),
    /// `light`, `leicht`: of a band, or of an effort.
    Light,
    /// `medium`, `mittel`.
    Medium,
    /// `heavy`, `schwer`.
    Heavy,
    /// `extra`, `very`, `sehr`.
    Very,
    Intensity(IntensityBand),
    Rpe,
    Rir,
    /// `reserve`, behind `reps in`.
    Reserve,
    Tempo,
    Rest,
    No,
    Emom,
    /// The `E` of `E2MOM`.
    E,
    /// The `MOM` of `E2MOM`.
    Mom,
    Every,
    Amrap,
    Tabata,
    /// `for`, `auf`: `for time`, `every 90s for 15 min`, `5 auf 100kg`.
    For,
    /// `time`, `Zeit`.
    Time,
    Cap,
    On,
    Off,
    /// `per`, `pro`, `je`, `each`.
    Per,
    Side,
    /// `/s`-like shorthands that mean each side by themselves.
    PerSide,
    SetType(SetType),
    /// `to`, `bis`: a range in words, or `to failure`.
    To,
    /// `of`, `à`, `mit`, `with`, `at`: joins without meaning.
    Joins,
    Unknown,
}

/// The meaning of a folded word.
pub(super) fn word(folded: &str) -> Word {
    match folded {
        "x" | "mal" | "times" | "by" => Word::Times,
        "set" | "sets" | "satz" | "satze" | "satzen" | "saetze" | "serie" | "serien" | "series"
        | "durchgang" | "durchgange" | "arbeitssatz" | "arbeitssatze" => Word::Sets,
        "rep" | "reps" | "repetition" | "repetitions" | "wdh" | "wdhl" | "whd" | "wh" | "wied"
        | "wiederholung" | "wiederholungen" => Word::Reps,
        "round" | "rounds" | "rd" | "rds" | "runde" | "runden" => Word::Rounds,
        "max" | "maximal" | "maximum" | "maxreps" | "maxeffort" | "maxwdh" => Word::Max,
        "failure" | "versagen" | "muskelversagen" => Word::Failure,
        "s" | "sec" | "secs" | "second" | "seconds" | "sek" | "sekunde" | "sekunden" => {
            Word::Seconds
        }
        "min" | "mins" | "minute" | "minutes" | "minuten" => Word::Minutes,
        "h" | "hr" | "hrs" | "hour" | "hours" | "std" | "stunde" | "stunden" => Word::Hours,
        "m" | "meter" | "meters" | "metre" | "metres" | "metern" => Word::Metres,
        "km" | "kms" | "kilometer" | "kilometers" | "kilometre" | "kilometres" => Word::Kilometres,
        "mi" | "mile" | "miles" | "meile" | "meilen" => Word::Miles,
        "cal" | "cals" | "kcal" | "calorie" | "calories" | "kalorie" | "kalorien" => Word::Calories,
        "kg" | "kgs" | "kilo" | "kilos" | "kilogramm" | "kilogram" | "kilograms" => Word::Kg,
        "lb" | "lbs" | "pound" | "pounds" | "pfund" => Word::Lb,
        "percent" | "pct" | "prozent" => Word::Percent,
        "rm" => Word::Rm,
        "tm" | "trainingsmaximum" => Word::TrainingMax,
        "bw" | "bodyweight" | "korpergewicht" | "koerpergewicht" | "eigengewicht" | "kgw" => {
            Word::Bodyweight
        }
        "assisted" | "unterstutzt" => Word::Assisted,
        "w" | "watt" | "watts" => Word::Watts,
        "z" | "zone" | "hfzone" | "hrzone" | "pulszone" => Word::Zone,
        "cr" | "srpe" => Word::Cr,
        "pace" => Word::Pace,
        "band" | "theraband" | "miniband" => Word::Band,
        "xlight" | "xleicht" | "extralight" | "verylight" => Word::Strength(BandLevel::XLight),
        "xheavy" | "xschwer" | "extraheavy" | "veryheavy" => Word::Strength(BandLevel::XHeavy),
        "light" | "leicht" | "leichtes" | "leichtem" => Word::Light,
        "medium" | "mittel" | "mittleres" | "mittlerem" => Word::Medium,
        "heavy" | "schwer" | "schweres" | "schwerem" | "strong" | "stark" | "starkes" => {
            Word::Heavy
        }
        "extra" | "very" | "sehr" => Word::Very,
        "low" | "easy" | "locker" | "niedrig" => Word::Intensity(IntensityBand::Low),
        "mid" | "moderate" | "steady" | "moderat" | "zugig" => Word::Intensity(IntensityBand::Mid),
        "high" | "hard" | "hart" | "hoch" | "intensiv" => Word::Intensity(IntensityBand::High),
        "rpe" => Word::Rpe,
        "rir" | "wir" => Word::Rir,
        "reserve" => Word::Reserve,
        "tempo" | "kadenz" | "cadence" => Word::Tempo,
        "rest" | "rests" | "resting" | "pause" | "pausen" | "satzpause" | "serienpause" | "p"
        | "recovery" | "erholung" => Word::Rest,
        "no" | "ohne" | "keine" => Word::No,
        "emom" => Word::Emom,
        "e" => Word::E,
        "mom" => Word::Mom,
        "every" | "alle" => Word::Every,
        "amrap" => Word::Amrap,
        "tabata" => Word::Tabata,
        "for" | "auf" | "fur" | "over" => Word::For,
        "time" | "zeit" => Word::Time,
        "cap" | "timecap" | "limit" | "zeitlimit" => Word::Cap,
        "on" | "an" | "work" | "belastung" | "arbeit" => Word::On,
        "off" | "aus" => Word::Off,
        "per" | "pro" | "je" | "each" | "ea" | "jede" | "jeder" => Word::Per,
        "side" | "sides" | "seite" | "seiten" | "leg" | "legs" | "bein" | "arm" | "arms"
        | "hand" | "fuss" | "foot" | "way" => Word::Side,
        "beidseitig" | "beidseits" | "lr" | "rl" | "es" => Word::PerSide,
        "to" | "bis" | "zum" | "zur" => Word::To,
        "a" | "of" | "mit" | "with" | "at" | "bei" | "in" | "and" | "und" | "ca" | "approx"
        | "between" | "zwischen" | "the" | "den" | "dem" | "der" | "vom" | "von" | "plus" => {
            Word::Joins
        }
        _ => set_type(folded).map_or(Word::Unknown, Word::SetType),
    }
}

fn set_type(folded: &str) -> Option<SetType> {
    Some(match folded {
        "warmup" | "wu" | "warm" | "aufwarmen" | "aufwarmsatz" | "aufwarmsatze" | "ramp" => {
            SetType::Warmup
        }
        "worksets" | "workset" | "working" => SetType::Work,
        "top" | "topsatz" | "topset" => SetType::Top,
        "backoff" | "backoffs" | "backoffsatz" | "backoffsatze" => SetType::Backoff,
        "amrapset" | "amrapsatz" => SetType::Amrap,
        "drop" | "dropset" | "dropsets" | "dropsatz" | "dropsatze" | "reduktionssatz" => {
            SetType::Drop
        }
        "restpause" => SetType::RestPause,
        "myo" | "myoreps" | "myorep" => SetType::Myo,
        "cluster" | "clusterset" | "clustersatz" => SetType::Cluster,
        "iso" | "isometric" | "isometrisch" | "haltesatz" | "hold" | "halten" => SetType::Isometric,
        "ecc" | "eccentric" | "exz" | "exzentrisch" | "negativ" | "negative" | "negativsatz"
        | "negatives" => SetType::Eccentric,
        "speed" | "dynamic" | "schnell" | "schnellkraft" | "explosiv" | "explosive" => {
            SetType::Speed
        }
        "technique" | "technik" | "techniksatz" => SetType::Technique,
        "feeler" | "gefuhlssatz" => SetType::Feeler,
        "test" | "testsatz" | "testset" => SetType::Test,
        _ => return None,
    })
}

/// The word written for a kind of set; working sets go without.
pub(super) const fn set_type_word(kind: SetType, lang: Lang) -> &'static str {
    let (en, de) = match kind {
        SetType::Work => ("", ""),
        SetType::Warmup => ("warmup", "Aufwärmen"),
        SetType::Top => ("top", "Topsatz"),
        SetType::Backoff => ("backoff", "Backoff"),
        SetType::Amrap => ("amrap-set", "AMRAP-Satz"),
        SetType::Drop => ("drop", "Dropsatz"),
        SetType::RestPause => ("rest-pause", "Rest-Pause"),
        SetType::Myo => ("myo", "Myo"),
        SetType::Cluster => ("cluster", "Cluster"),
        SetType::Isometric => ("iso", "Iso"),
        SetType::Eccentric => ("ecc", "Exz"),
        SetType::Speed => ("speed", "Schnell"),
        SetType::Technique => ("technique", "Technik"),
        SetType::Feeler => ("feeler", "Gefühlssatz"),
        SetType::Test => ("test", "Test"),
    };
    pick(en, de, lang)
}

/// The words written for a band.
pub(super) const fn band_words(level: BandLevel, lang: Lang) -> &'static str {
    let (en, de) = match level {
        BandLevel::XLight => ("band very light", "Band sehr leicht"),
        BandLevel::Light => ("band light", "Band leicht"),
        BandLevel::Medium => ("band medium", "Band mittel"),
        BandLevel::Heavy => ("band heavy", "Band schwer"),
        BandLevel::XHeavy => ("band very heavy", "Band sehr schwer"),
    };
    pick(en, de, lang)
}

/// The word written for an intensity.
pub(super) const fn intensity_word(band: IntensityBand, lang: Lang) -> &'static str {
    let (en, de) = match band {
        IntensityBand::Low => ("low", "niedrig"),
        IntensityBand::Mid => ("mid", "moderat"),
        IntensityBand::High => ("high", "hoch"),
    };
    pick(en, de, lang)
}

/// One of two texts.
pub(super) const fn pick(en: &'static str, de: &'static str, lang: Lang) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::De => de,
    }
}
