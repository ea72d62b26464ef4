//! Writes a prescription as one canonical line. Whatever stands here is read back as it was; the
//! rule for commas stands in the module's text.

use super::words::{band_words, intensity_word, pick, set_type_word};
use crate::domain::{Basis, Beat, Lang, Load, Prescription, Quantity, Scheme, Span, Tempo, Work};

/// The prescription as a line in `lang`; empty when nothing is prescribed.
///
/// Reading the line gives the prescription back if it is in order: ranges of two different ends,
/// lists and loads per set of at least two, paces and times in whole seconds, a note of one
/// trimmed line, and no number without sets or amount.
#[must_use]
pub fn print(prescription: &Prescription, lang: Lang) -> String {
    let Prescription { scheme, load, rpe, rir, tempo, rest, per_side, set_type, note } =
        prescription;
    let writer = Writer { lang };
    let mut line = String::with_capacity(32);
    add(&mut line, set_type_word(*set_type, lang));
    let (amount, cap) = writer.scheme(scheme);
    add(&mut line, &amount);
    if *per_side {
        if amount.is_empty() {
            add(&mut line, pick("per side", "pro Seite", lang));
        } else {
            line.push_str(pick("/side", "/Seite", lang));
        }
    }
    add(&mut line, &cap);
    if let Some(load) = load {
        add(&mut line, &format!("@{}", writer.load(load)));
    }
    if let Some(rpe) = rpe {
        add(&mut line, &format!("@RPE{}", writer.span(*rpe)));
    }
    if let Some(rir) = rir {
        add(&mut line, &format!("RIR{}", writer.span(*rir)));
    }
    if let Some(tempo) = tempo {
        add(&mut line, &format!("{} {}", pick("tempo", "Tempo", lang), beats(*tempo)));
    }
    if let Some(rest) = rest {
        add(&mut line, &format!("{} {}", pick("rest", "Pause", lang), times(*rest)));
    }
    if !note.is_empty() {
        line.push_str(if line.is_empty() { "; " } else { " ; " });
        line.push_str(note);
    }
    line
}

fn add(line: &mut String, part: &str) {
    if !line.is_empty() && !part.is_empty() {
        line.push(' ');
    }
    line.push_str(part);
}

/// The four signs of a tempo, with hyphens where a phase lasts ten seconds or more.
pub(super) fn beats(tempo: Tempo) -> String {
    let beat = |beat: &Beat| match beat {
        Beat::Seconds(seconds) => seconds.to_string(),
        Beat::Explosive => "X".to_owned(),
    };
    let beats: Vec<String> = tempo.0.iter().map(beat).collect();
    let compact = beats.iter().all(|beat| beat.len() == 1);
    // a leading X would read as the sign for sets
    let starts_plain = tempo.0.first().is_some_and(|beat| matches!(beat, Beat::Seconds(_)));
    beats.join(if compact && starts_plain { "" } else { "-" })
}

/// `45s`, `1:30`, `12:00`.
fn time(seconds: u32) -> String {
    if seconds < 60 { format!("{seconds}s") } else { clock(seconds) }
}

fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// `45s`, `30-45s`, `1:30-2:00`, `45-90s`.
fn times(span: Span<u32>) -> String {
    match (span.min, span.max) {
        (from, to) if from == to => time(from),
        (from, to) if from < 60 => format!("{from}-{to}s"),
        (from, to) => format!("{}-{}", clock(from), clock(to)),
    }
}

/// `10'`, `90s`: a time behind `AMRAP`.
fn minutes(seconds: u32) -> String {
    if seconds.is_multiple_of(60) { format!("{}'", seconds / 60) } else { format!("{seconds}s") }
}

/// `20s`, `3 min`: work and rest of intervals, which a colon parts.
fn interval(seconds: u32) -> String {
    if seconds >= 120 && seconds.is_multiple_of(60) {
        format!("{} min", seconds / 60)
    } else {
        format!("{seconds}s")
    }
}

fn counts(span: Span<u16>) -> String {
    if span.is_single() { span.min.to_string() } else { format!("{}-{}", span.min, span.max) }
}

struct Writer {
    lang: Lang,
}

impl Writer {
    /// The scheme, and what must stand behind `/side`.
    fn scheme(&self, scheme: &Scheme) -> (String, String) {
        let text = match scheme {
            Scheme::Open => String::new(),
            Scheme::Sets { sets: None, work } => self.alone(work),
            Scheme::Sets { sets: Some(sets), work } => {
                let sets = counts(*sets);
                match work {
                    Work::Unsaid => format!("{sets}x"),
                    Work::Max => format!("{sets}x max"),
                    work => format!("{sets}x{}", self.work(work)),
                }
            }
            Scheme::List(works) => self.list(works),
            Scheme::Emom { total_s, every_s, work } => {
                let total = match total_s {
                    total if total.is_multiple_of(60) => (total / 60).to_string(),
                    total => format!("{total}s"),
                };
                let head = match every_s {
                    60 => format!("EMOM {total}"),
                    every if every.is_multiple_of(60) => format!("E{}MOM {total}", every / 60),
                    every => {
                        let (each, during) =
                            (pick("every", "alle", self.lang), pick("for", "für", self.lang));
                        format!("{each} {every}s {during} {}", interval_or_minute(*total_s))
                    }
                };
                self.headed(head, work)
            }
            Scheme::Amrap { total_s, work } => {
                self.headed(format!("AMRAP {}", minutes(*total_s)), work)
            }
            Scheme::ForTime { work, cap_s } => {
                let mut text = pick("for time", "auf Zeit", self.lang).to_owned();
                add(&mut text, &self.for_time(work));
                let cap = cap_s.map_or_else(String::new, |cap| {
                    format!("{} {}", pick("cap", "Limit", self.lang), time(cap))
                });
                return (text, cap);
            }
            Scheme::Intervals { rounds, work_s, rest_s } => {
                format!("{rounds}x {}:{}", interval(*work_s), interval(*rest_s))
            }
            Scheme::Rounds { rounds, work } => {
                let word = pick("rounds", "Runden", self.lang);
                let head = format!("{} {word}", counts(*rounds));
                match work {
                    Work::Unsaid => head,
                    work => format!("{head} x {}", self.work(work)),
                }
            }
        };
        (text, String::new())
    }

    fn headed(&self, head: String, work: &Work) -> String {
        match work {
            Work::Unsaid => head,
            work => format!("{head}: {}", self.work(work)),
        }
    }

    /// An amount without sets, which must say what it counts.
    fn alone(&self, work: &Work) -> String {
        match work {
            Work::Reps { .. } => {
                format!("{} {}", self.work(work), pick("reps", "Wdh.", self.lang))
            }
            Work::Seconds(span)
                if span.min >= 60 && span.min.is_multiple_of(60) && span.max.is_multiple_of(60) =>
            {
                let minutes = Span { min: span.min / 60, max: span.max / 60 };
                if minutes.is_single() {
                    format!("{} min", minutes.min)
                } else {
                    format!("{}-{} min", minutes.min, minutes.max)
                }
            }
            work => self.work(work),
        }
    }

    /// One amount, repetitions bare.
    fn work(&self, work: &Work) -> String {
        match work {
            Work::Unsaid => String::new(),
            Work::Max => "max".to_owned(),
            Work::Reps { count, amrap } => {
                format!("{}{}", counts(*count), if *amrap { "+" } else { "" })
            }
            Work::Seconds(span) => times(*span),
            Work::Metres(metres) => {
                let (factor, unit) = distance_unit(&[*metres]);
                format!("{}{unit}", self.quantity(*metres, factor))
            }
            Work::Calories(calories) => format!("{} cal", self.quantity(*calories, 1.0)),
        }
    }

    /// Several amounts: `12,10,8,6`, `5/3/1+`, `400,300,200m`, or each with its own unit.
    fn list(&self, works: &[Work]) -> String {
        let all = |fits: fn(&Work) -> bool| works.iter().all(fits);
        if all(|work| matches!(work, Work::Reps { .. })) {
            let to_the_limit =
                works.iter().any(|work| matches!(work, Work::Reps { amrap: true, .. }));
            let entries: Vec<String> = works.iter().map(|work| self.work(work)).collect();
            let equal_pair = matches!(works, [one, other] if one == other);
            return entries.join(if to_the_limit && !equal_pair { "/" } else { "," });
        }
        if all(|work| matches!(work, Work::Calories(_))) {
            return format!("{} cal", self.joined(&self.quantities(works, 1.0)));
        }
        if all(|work| matches!(work, Work::Metres(_))) {
            let metres: Vec<Quantity> = works.iter().filter_map(amount).collect();
            let (factor, unit) = distance_unit(&metres);
            return format!("{}{unit}", self.joined(&self.quantities(works, factor)));
        }
        let reps = pick("reps", "Wdh.", self.lang);
        let entry = |work: &Work| match work {
            Work::Reps { .. } => format!("{} {reps}", self.work(work)),
            work => self.work(work),
        };
        works.iter().map(entry).collect::<Vec<_>>().join(", ")
    }

    fn for_time(&self, works: &[Work]) -> String {
        let single_reps =
            |work: &Work| matches!(work, Work::Reps { count, amrap: false } if count.is_single());
        match works {
            [] => String::new(),
            [work] => self.work(work),
            works if works.len() > 2 && works.iter().all(single_reps) => {
                works.iter().map(|work| self.work(work)).collect::<Vec<_>>().join("-")
            }
            works => self.list(works),
        }
    }

    fn load(&self, load: &Load) -> String {
        match load {
            Load::Bodyweight => "BW".to_owned(),
            Load::Band(level) => band_words(*level, self.lang).to_owned(),
            Load::Intensity(band) => intensity_word(*band, self.lang).to_owned(),
            Load::Of { basis, amount } => {
                let text = match (basis, amount) {
                    (Basis::PacePerKm, amount) => both_ends(*amount, |value| clock(value as u32)),
                    (_, amount) => self.quantity(*amount, 1.0),
                };
                around(*basis, &text)
            }
            Load::PerSet { basis, amounts } => {
                let entry = |value: &f64| match basis {
                    Basis::PacePerKm => clock(*value as u32),
                    _ => self.number(*value),
                };
                let entries: Vec<String> = amounts.iter().map(entry).collect();
                around(*basis, &self.joined(&entries))
            }
        }
    }

    fn span(&self, span: Span<f64>) -> String {
        if span.is_single() {
            self.number(span.min)
        } else {
            format!("{}-{}", self.number(span.min), self.number(span.max))
        }
    }

    fn quantities(&self, works: &[Work], factor: f64) -> Vec<String> {
        works.iter().filter_map(amount).map(|amount| self.quantity(amount, factor)).collect()
    }

    fn quantity(&self, quantity: Quantity, factor: f64) -> String {
        both_ends(quantity, |value| self.number(value / factor))
    }

    /// All digits a number has. A German comma only where the reader takes it for a decimal sign.
    fn number(&self, value: f64) -> String {
        let text = value.to_string();
        let Some((whole, part)) = text.split_once('.') else { return text };
        let reads_back = part.len() == 1 || (whole.len() == 1 && part.len() <= 3);
        if self.lang == Lang::De && reads_back { format!("{whole},{part}") } else { text }
    }

    /// Entries of a list, with a space behind the comma where it might be taken for a decimal sign.
    fn joined(&self, entries: &[String]) -> String {
        let plain = |entry: &String| {
            entry
                .bytes()
                .all(|byte| byte.is_ascii_digit() || (byte == b'.' && self.lang == Lang::En))
        };
        let compact = entries.len() > 2 && entries.iter().all(plain);
        entries.join(if compact { "," } else { ", " })
    }
}

/// Both values of an amount with the sign between them.
fn both_ends(quantity: Quantity, text: impl Fn(f64) -> String) -> String {
    match quantity {
        Quantity::Exactly(value) => text(value),
        Quantity::Between(from, to) => format!("{}-{}", text(from), text(to)),
        Quantity::Pair(one, other) => format!("{}/{}", text(one), text(other)),
    }
}

/// A time behind `for`: whole minutes or seconds.
fn interval_or_minute(seconds: u32) -> String {
    if seconds.is_multiple_of(60) { format!("{} min", seconds / 60) } else { format!("{seconds}s") }
}

/// The number of an amount that is measured, not counted.
const fn amount(work: &Work) -> Option<Quantity> {
    match work {
        Work::Metres(amount) | Work::Calories(amount) => Some(*amount),
        _ => None,
    }
}

/// Kilometres from one kilometre on where the numbers stay round and come back exactly.
fn distance_unit(metres: &[Quantity]) -> (f64, &'static str) {
    let round =
        |value: f64| value >= 1000.0 && value % 100.0 == 0.0 && value / 1000.0 * 1000.0 == value;
    let all_round = metres.iter().all(|amount| match *amount {
        Quantity::Exactly(value) => round(value),
        Quantity::Between(one, other) | Quantity::Pair(one, other) => round(one) && round(other),
    });
    if all_round { (1000.0, "km") } else { (1.0, "m") }
}

/// A number with what it refers to.
fn around(basis: Basis, text: &str) -> String {
    let (before, behind) = match basis {
        Basis::Kg => ("", "kg"),
        Basis::Lb => ("", "lb"),
        Basis::Pct1Rm => ("", "%"),
        Basis::PctTm => ("", "%TM"),
        Basis::Rm => ("", "RM"),
        Basis::BodyweightPlusKg => ("BW+", "kg"),
        Basis::BodyweightPlusLb => ("BW+", "lb"),
        Basis::BodyweightMinusKg => ("BW-", "kg"),
        Basis::PctBodyweight => ("", "%BW"),
        Basis::Velocity => ("", "m/s"),
        Basis::HrZone => ("Z", ""),
        Basis::PacePerKm => ("", "/km"),
        Basis::Watts => ("", "W"),
        Basis::Cr10 => ("CR", ""),
    };
    format!("{before}{text}{behind}")
}
