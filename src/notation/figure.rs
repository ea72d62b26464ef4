//! Runs of numbers with their units: `3-4`, `12,10,8,6`, `5/3/1+`, `30/24 cal`, `20s:10s`. What a
//! run means is decided by who asked for it; what its commas mean is decided here.

use super::lexer::{Kind, Token};
use super::parser::Cursor;
use super::words::Word;

/// What stands behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Seconds,
    Minutes,
    Hours,
    Metres,
    Kilometres,
    Miles,
    Calories,
    Reps,
    Kg,
    Lb,
    PctOneRm,
    PctTm,
    PctBodyweight,
    /// Times the body: `1.5 BW`.
    Bodyweight,
    Rm,
    Watts,
    MetresPerSecond,
    PerKilometre,
    Rpe,
    Rir,
}

impl Unit {
    pub(super) const fn is_time(self) -> bool {
        matches!(self, Self::Seconds | Self::Minutes | Self::Hours)
    }

    /// A unit of an amount of work.
    pub(super) const fn is_work(self) -> bool {
        self.is_time()
            || matches!(
                self,
                Self::Metres | Self::Kilometres | Self::Miles | Self::Calories | Self::Reps
            )
    }

    /// A unit of a load.
    pub(super) const fn is_load(self) -> bool {
        !self.is_work() && !matches!(self, Self::Rpe | Self::Rir)
    }

    /// Whether a number of this unit may have a fraction.
    const fn has_fractions(self) -> bool {
        !matches!(self, Self::Seconds | Self::Reps)
    }
}

/// One number, or `max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Atom<'a> {
    pub value: Value,
    /// Digits before the decimal sign, as written; empty unless the number is written in digits.
    digits: &'a str,
    /// Whether it has a point and decimals already.
    fraction: bool,
    /// `5+`.
    pub plus: bool,
    pub unit: Option<Unit>,
    pub from: usize,
    pub to: usize,
}

/// What an [`Atom`] holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value {
    Number(f64),
    /// Seconds, from `m:ss` or `h:mm:ss`.
    Clock(u32),
    Max,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Comma,
    CommaSpace,
    Slash,
    Dash,
    Colon,
}

/// One entry of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Entry<'a> {
    One(Atom<'a>),
    Range(Atom<'a>, Atom<'a>),
    Pair(Atom<'a>, Atom<'a>),
}

impl<'a> Entry<'a> {
    pub(super) const fn first(&self) -> &Atom<'a> {
        match self {
            Self::One(atom) | Self::Range(atom, _) | Self::Pair(atom, _) => atom,
        }
    }

    const fn atoms_mut(&mut self) -> (&mut Atom<'a>, Option<&mut Atom<'a>>) {
        match self {
            Self::One(atom) => (atom, None),
            Self::Range(one, other) | Self::Pair(one, other) => (one, Some(other)),
        }
    }

    /// The unit the whole entry is written in.
    pub(super) fn unit(&self) -> Option<Unit> {
        match self {
            Self::One(atom) => atom.unit,
            Self::Range(one, other) | Self::Pair(one, other) => other.unit.or(one.unit),
        }
    }
}

/// How the entries of a run are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glue {
    /// There is one entry.
    Alone,
    Commas,
    /// At least two; two of them may be a pair.
    Slashes,
    /// At least three.
    Dashes,
    /// Work and rest.
    Colon,
}

/// A run of numbers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure<'a> {
    pub entries: Vec<Entry<'a>>,
    pub glue: Glue,
    pub from: usize,
    pub to: usize,
}

/// What a run is read as; decides which commas it may swallow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// An amount; with the number of sets where it is known.
    Scheme(Option<u16>),
    /// A load.
    Load,
    /// A single number or range.
    Plain,
}

/// Reads a run at the cursor; `None` when no number stands there.
pub(super) fn figure<'a>(cursor: &mut Cursor<'a>, place: Place) -> Option<Figure<'a>> {
    let first = atom(cursor, place)?;
    let from = first.from;
    let mut atoms = vec![first];
    let mut signs = Vec::new();
    // where the run ended before its first comma with a space
    let mut cut = None;
    while let Some(last) = atoms.last().copied() {
        let before = cursor.at;
        let next = sign(cursor, last.unit).and_then(|sign| {
            let next = atom(cursor, place)?;
            joins(cursor, &last, sign, &next, place).then_some((sign, next))
        });
        let Some((sign, next)) = next else {
            cursor.at = before;
            break;
        };
        if sign == Sign::CommaSpace && cut.is_none() {
            cut = Some((atoms.len(), before));
        }
        atoms.push(next);
        signs.push(sign);
    }
    if let (Place::Scheme(Some(count)), Some((length, at))) = (place, cut)
        && atoms.len() != usize::from(count)
    {
        atoms.truncate(length);
        signs.truncate(length - 1);
        cursor.at = at;
    }
    merge_decimals(&mut atoms, &mut signs, place);
    let to = atoms.last().map_or(from, |atom| atom.to);
    let (mut entries, glue) = arrange(atoms, &signs);
    share_units(&mut entries);
    Some(Figure { entries, glue, from, to })
}

/// A number with its unit, or `max`.
fn atom<'a>(cursor: &mut Cursor<'a>, place: Place) -> Option<Atom<'a>> {
    if matches!(place, Place::Scheme(_)) && cursor.word() == Some(Word::Max) {
        let token = cursor.next()?;
        let (from, to) = (token.from, token.to);
        let (digits, fraction, plus, unit) = ("", false, false, None);
        return Some(Atom { value: Value::Max, digits, fraction, plus, unit, from, to });
    }
    let mut atom = number(cursor)?;
    if cursor.glued_sign('+') && !cursor.follows_number(1) {
        cursor.at += 1;
        atom.plus = true;
    }
    atom.unit = unit(cursor, &mut atom, place);
    atom.to = cursor.behind();
    Some(atom)
}

/// A number without its unit.
fn number<'a>(cursor: &mut Cursor<'a>) -> Option<Atom<'a>> {
    let start = cursor.at;
    let token = cursor.next()?;
    let (mut digits, mut fraction) = ("", false);
    let value = match token.kind {
        Kind::Spelled { value, times: false } => Value::Number(value),
        Kind::Fraction(value) => Value::Number(value),
        Kind::Digits(text) => {
            digits = text;
            if let Some(seconds) = clock(cursor, text) {
                digits = "";
                Value::Clock(seconds)
            } else if let Some(part) = behind(cursor, '.') {
                fraction = true;
                Value::Number(format!("{text}.{part}").parse().ok()?)
            } else {
                let mut value: f64 = text.parse().ok()?;
                if let Some(Token { kind: Kind::Fraction(part), glued: true, .. }) = cursor.peek(0)
                {
                    value += part;
                    fraction = true;
                    cursor.at += 1;
                }
                Value::Number(value)
            }
        }
        Kind::Sign('.') => {
            let Some(Token { kind: Kind::Digits(part), glued: true, .. }) = cursor.peek(0) else {
                cursor.at = start;
                return None;
            };
            let value = format!("0.{part}").parse().ok()?;
            fraction = true;
            cursor.at += 1;
            Value::Number(value)
        }
        _ => {
            cursor.at = start;
            return None;
        }
    };
    let (from, to) = (token.from, cursor.behind());
    Some(Atom { value, digits, fraction, plus: false, unit: None, from, to })
}

/// `:30` or `:30:00` behind `minutes`.
fn clock(cursor: &mut Cursor<'_>, minutes: &str) -> Option<u32> {
    let mut total: u32 = minutes.parse().ok()?;
    let start = cursor.at;
    while let Some(part) = behind(cursor, ':') {
        if part.len() != 2 || cursor.at > start + 4 {
            cursor.at -= 2;
            break;
        }
        total = total.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    (cursor.at > start).then_some(total)
}

/// The digits behind a sign, everything glued together; consumes both.
fn behind<'a>(cursor: &mut Cursor<'a>, sign: char) -> Option<&'a str> {
    if !cursor.glued_sign(sign) {
        return None;
    }
    let Some(Token { kind: Kind::Digits(part), glued: true, .. }) = cursor.peek(1) else {
        return None;
    };
    cursor.at += 2;
    Some(part)
}

/// The unit at the cursor; a clock time has one without saying so. Minutes may carry seconds
/// (`1'30"`), which go into the atom.
fn unit(cursor: &mut Cursor<'_>, atom: &mut Atom<'_>, place: Place) -> Option<Unit> {
    let start = cursor.at;
    let unit = written_unit(cursor, atom, place);
    if unit.is_none() {
        cursor.at = start;
    }
    let is_clock = matches!(atom.value, Value::Clock(_));
    unit.or_else(|| is_clock.then_some(Unit::Minutes))
}

fn written_unit(cursor: &mut Cursor<'_>, atom: &mut Atom<'_>, place: Place) -> Option<Unit> {
    let start = cursor.at;
    if cursor.sign(0, '/') && cursor.word_at(1) == Some(Word::Kilometres) {
        cursor.at += 2;
        return Some(Unit::PerKilometre);
    }
    // `10-min`
    if cursor.glued_sign('-') && matches!(cursor.peek(1), Some(token) if token.glued) {
        cursor.at += 1;
        if let Some(unit) = cursor.word().and_then(time_unit) {
            cursor.at += 1;
            return Some(unit);
        }
        cursor.at = start;
    }
    let multiple = atom.fraction || place == Place::Load;
    let token = cursor.peek(0)?;
    cursor.at += 1;
    let unit = match token.kind {
        Kind::Sign('\'') if token.glued && cursor.glued_sign('\'') => {
            cursor.at += 1;
            Unit::Seconds
        }
        Kind::Sign('\'') if token.glued => Unit::Minutes,
        Kind::Sign('"') if token.glued => Unit::Seconds,
        Kind::Sign('#') => Unit::Lb,
        Kind::Sign('%') | Kind::Word(Word::Percent) => percent(cursor),
        Kind::Word(word) => match word {
            Word::Minutes | Word::Seconds | Word::Hours => time_unit(word)?,
            Word::Metres if cursor.sign(0, '/') && cursor.word_at(1) == Some(Word::Seconds) => {
                cursor.at += 2;
                Unit::MetresPerSecond
            }
            Word::Metres => Unit::Metres,
            Word::Kilometres => Unit::Kilometres,
            Word::Miles => Unit::Miles,
            Word::Calories => Unit::Calories,
            Word::Reps => {
                let reserve = usize::from(cursor.word() == Some(Word::Joins));
                if cursor.word_at(reserve) == Some(Word::Reserve) {
                    cursor.at += reserve + 1;
                    Unit::Rir
                } else {
                    Unit::Reps
                }
            }
            // `3x10 KG+10kg`: the body, not kilograms
            Word::Kg if token.text == "KG" && !token.glued && cursor.sign(0, '+') => return None,
            Word::Kg => Unit::Kg,
            Word::Lb => Unit::Lb,
            Word::Rm => Unit::Rm,
            Word::TrainingMax => Unit::PctTm,
            Word::Watts => Unit::Watts,
            Word::Rpe if !cursor.follows_number(0) => Unit::Rpe,
            Word::Rir if !cursor.follows_number(0) => Unit::Rir,
            // `3x10 BW` is ten repetitions, `1.5 BW` and `2BW` are loads
            Word::Times if multiple && cursor.word() == Some(Word::Bodyweight) => {
                cursor.at += 1;
                Unit::Bodyweight
            }
            Word::Bodyweight
                if (multiple || token.glued) && !cursor.sign(0, '+') && !cursor.sign(0, '-') =>
            {
                Unit::Bodyweight
            }
            _ => return None,
        },
        _ => return None,
    };
    if unit == Unit::Minutes && cursor.sign(0, '/') && cursor.word_at(1) == Some(Word::Kilometres) {
        cursor.at += 2;
        return Some(Unit::PerKilometre);
    }
    if matches!(unit, Unit::Minutes | Unit::Hours) {
        seconds_behind(cursor, unit, &mut atom.value);
    }
    Some(unit)
}

const fn time_unit(word: Word) -> Option<Unit> {
    match word {
        Word::Seconds => Some(Unit::Seconds),
        Word::Minutes => Some(Unit::Minutes),
        Word::Hours => Some(Unit::Hours),
        _ => None,
    }
}

/// What a percentage is of: the best single unless something else is named.
fn percent(cursor: &mut Cursor<'_>) -> Unit {
    let joined = usize::from(cursor.word() == Some(Word::Joins));
    let (unit, length) = match cursor.word_at(joined) {
        Some(Word::TrainingMax) => (Unit::PctTm, joined + 1),
        Some(Word::Bodyweight) => (Unit::PctBodyweight, joined + 1),
        Some(Word::Rm | Word::Max) => (Unit::PctOneRm, joined + 1),
        Some(Word::Kg) if cursor.peek(joined).is_some_and(|token| token.text == "KG") => {
            (Unit::PctBodyweight, joined + 1)
        }
        _ => match cursor.peek(joined).map(|token| token.kind) {
            Some(Kind::Digits("1")) if cursor.word_at(joined + 1) == Some(Word::Rm) => {
                (Unit::PctOneRm, joined + 2)
            }
            _ => (Unit::PctOneRm, 0),
        },
    };
    cursor.at += length;
    unit
}

/// `30"`, `30 s` behind minutes, `30` right behind the sign for minutes, `30 min` behind hours.
fn seconds_behind(cursor: &mut Cursor<'_>, unit: Unit, value: &mut Value) {
    let (Value::Number(whole), Some(Token { kind: Kind::Digits(part), glued, .. })) =
        (*value, cursor.peek(0))
    else {
        return;
    };
    let Ok(part) = part.parse::<f64>() else { return };
    if whole.fract() != 0.0 || part >= 60.0 {
        return;
    }
    let named = match unit {
        Unit::Minutes => cursor.word_at(1) == Some(Word::Seconds) || (glued && cursor.sign(1, '"')),
        _ => cursor.word_at(1) == Some(Word::Minutes),
    };
    if named {
        cursor.at += 2;
    } else if glued {
        cursor.at += 1;
    } else {
        return;
    }
    *value = Value::Number(whole + part / 60.0);
}

/// The sign between two numbers; consumed only if a number (or `max`) follows it.
fn sign(cursor: &mut Cursor<'_>, unit: Option<Unit>) -> Option<Sign> {
    let token = cursor.peek(0)?;
    let sign = match token.kind {
        Kind::Sign(',') if cursor.peek(1).is_some_and(|next| next.glued) => Sign::Comma,
        Kind::Sign(',') => Sign::CommaSpace,
        Kind::Sign('/') => Sign::Slash,
        Kind::Sign('-') | Kind::Word(Word::To) => Sign::Dash,
        Kind::Sign(':') if unit.is_some_and(Unit::is_time) => Sign::Colon,
        _ => return None,
    };
    let follows = cursor.follows_number(1)
        || (cursor.word_at(1) == Some(Word::Max) && sign != Sign::Dash && sign != Sign::Colon);
    follows.then(|| {
        cursor.at += 1;
        sign
    })
}

/// Whether `next`, just read, belongs to the run rather than starting the next clause.
fn joins(cursor: &Cursor<'_>, last: &Atom<'_>, sign: Sign, next: &Atom<'_>, place: Place) -> bool {
    let parts = match sign {
        Sign::CommaSpace => true,
        // `4x6,90s rest`; but `1,5 min rest`
        Sign::Comma => next.unit == Some(Unit::Seconds),
        _ => false,
    };
    let clause_of_its_own = match cursor.word() {
        Some(Word::Rest | Word::Off) => parts,
        Some(Word::Times | Word::Sets | Word::Rounds) => parts || sign == Sign::Comma,
        _ => false,
    };
    if clause_of_its_own && matches!(place, Place::Scheme(_) | Place::Load) {
        // a rest that is followed by its own time is none of ours
        let own_time = cursor.word() == Some(Word::Rest) && cursor.follows_number(1);
        if !own_time {
            return false;
        }
    }
    match place {
        Place::Scheme(_) => sign != Sign::CommaSpace || next.unit.is_none_or(Unit::is_work),
        Place::Load => {
            // paces are clock times until the last one says what they are
            let clocks = [last, next].map(|atom| matches!(atom.value, Value::Clock(_)));
            sign != Sign::CommaSpace || next.unit.is_none_or(Unit::is_load) || clocks == [true; 2]
        }
        Place::Plain => matches!(sign, Sign::Dash | Sign::Comma),
    }
}

/// Joins two whole numbers around a German decimal comma (the rule stands in the module's text).
fn merge_decimals(atoms: &mut Vec<Atom<'_>>, signs: &mut Vec<Sign>, place: Place) {
    let mut at = 0;
    while at < signs.len() {
        let run = signs.iter().skip(at).take_while(|sign| **sign == Sign::Comma).count();
        if run == 1
            && let (Some(whole), Some(part)) = (atoms.get(at), atoms.get(at + 1))
            && is_decimal_comma(whole, part)
            && may_have_fraction(atoms.iter().skip(at + 1).find_map(|atom| atom.unit), place)
            && let Ok(value) = format!("{}.{}", whole.digits, part.digits).parse()
        {
            let merged =
                Atom { value: Value::Number(value), from: whole.from, fraction: true, ..*part };
            atoms.splice(at..at + 2, [merged]);
            signs.remove(at);
        } else {
            at += run.max(1);
        }
    }
}

/// Whether numbers of this unit, the next one written, may have a fraction there.
fn may_have_fraction(unit: Option<Unit>, place: Place) -> bool {
    match place {
        Place::Scheme(_) => unit.is_some_and(Unit::has_fractions),
        Place::Load | Place::Plain => unit.is_none_or(Unit::has_fractions),
    }
}

fn is_decimal_comma(whole: &Atom<'_>, part: &Atom<'_>) -> bool {
    let bare = whole.unit.is_none() && !whole.plus && !whole.fraction && !part.fraction;
    let (before, after) = (whole.digits.len(), part.digits.len());
    bare && before > 0 && (after == 1 || (before == 1 && (2..=3).contains(&after)))
}

fn arrange<'a>(atoms: Vec<Atom<'a>>, signs: &[Sign]) -> (Vec<Entry<'a>>, Glue) {
    let has = |wanted: &[Sign]| signs.iter().any(|sign| wanted.contains(sign));
    let commas = has(&[Sign::Comma, Sign::CommaSpace]);
    let (glue, parts): (Glue, &[Sign]) = if commas {
        (Glue::Commas, &[Sign::Comma, Sign::CommaSpace])
    } else if has(&[Sign::Colon]) {
        (Glue::Colon, &[Sign::Colon])
    } else if has(&[Sign::Slash]) {
        (Glue::Slashes, &[Sign::Slash])
    } else if signs.len() > 1 {
        (Glue::Dashes, &[Sign::Dash])
    } else {
        (Glue::Alone, &[])
    };
    let mut entries: Vec<Entry<'a>> = Vec::with_capacity(atoms.len());
    let before = std::iter::once(None).chain(signs.iter().copied().map(Some));
    for (atom, sign) in atoms.into_iter().zip(before) {
        let starts = sign.is_none_or(|sign| parts.contains(&sign));
        let joined = match (entries.last().copied(), sign) {
            (Some(Entry::One(one)), Some(Sign::Dash)) if !starts => Some(Entry::Range(one, atom)),
            (Some(Entry::One(one)), Some(Sign::Slash)) if !starts => Some(Entry::Pair(one, atom)),
            _ => None,
        };
        if let Some(joined) = joined {
            entries.pop();
            entries.push(joined);
        } else {
            entries.push(Entry::One(atom));
        }
    }
    (entries, glue)
}

/// A unit written once counts for every number that has none: those before it, else those behind.
fn share_units(entries: &mut [Entry<'_>]) {
    let mut unit = None;
    for entry in entries.iter_mut().rev() {
        let (one, other) = entry.atoms_mut();
        for atom in other.into_iter().chain(std::iter::once(one)) {
            if atom.unit.is_none() && atom.value != Value::Max {
                atom.unit = unit;
            } else if atom.unit.is_some() {
                unit = atom.unit;
            }
        }
    }
    let mut unit = None;
    for entry in entries {
        let (one, other) = entry.atoms_mut();
        for atom in std::iter::once(one).chain(other) {
            if atom.unit.is_none() && atom.value != Value::Max {
                atom.unit = unit;
            } else {
                unit = atom.unit.or(unit);
            }
        }
    }
}
