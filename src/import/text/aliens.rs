//! Lines that speak of something else than training, and whether a text is a workout at all:
//! recipes, invoices, letters, timetables and programs hold numbers too.

use crate::import::draft::DraftSection;
use crate::language::fold;
use crate::matching::Band;

/// A line of a bill, a recipe, a letter, a timetable or a program.
pub(super) fn is_alien(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    priced(text, &words) || cooked(&words) || coded(text) || addressed(text) || timetabled(&folded)
}

fn priced(text: &str, words: &[&str]) -> bool {
    let number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    text.contains(['€', '£']) && words.iter().any(number)
        || text.contains('$')
            && text
                .split('$')
                .nth(1)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || words.iter().zip(words.iter().skip(1)).any(|(a, b)| {
            number(a)
                && matches!(
                    *b,
                    "eur" | "euro" | "euros" | "usd" | "chf" | "dollar" | "dollars" | "gbp"
                )
        })
        || words.iter().any(|word| {
            matches!(
                *word,
                "rechnung"
                    | "invoice"
                    | "mwst"
                    | "versand"
                    | "iban"
                    | "zahlbar"
                    | "subtotal"
                    | "membership"
                    | "mitgliedschaft"
                    | "fee"
                    | "fees"
                    | "gebuhr"
                    | "eintritt"
            )
        })
}

/// Amounts of a kitchen: `500 g`, `2 EL`, `1 cup`, `180 °C`.
fn cooked(words: &[&str]) -> bool {
    let kitchen = |word: &str| {
        matches!(
            word,
            "g" | "gr"
                | "gramm"
                | "ml"
                | "dl"
                | "el"
                | "tl"
                | "prise"
                | "prisen"
                | "cup"
                | "cups"
                | "tbsp"
                | "tsp"
                | "teaspoon"
                | "tablespoon"
                | "tablespoons"
                | "teaspoons"
                | "zehen"
                | "zehe"
                | "packung"
                | "pck"
                | "becher"
                | "messbecher"
                | "scheiben"
                | "eier"
                | "eggs"
                | "liter"
                | "clove"
                | "cloves"
                | "pinch"
        )
    };
    let oven = words.iter().any(|word| {
        matches!(
            *word,
            "ofen"
                | "backofen"
                | "oven"
                | "backen"
                | "bake"
                | "zutaten"
                | "ingredients"
                | "zubereitung"
                | "verruhren"
                | "kochen"
                | "simmer"
                | "preheat"
                | "vorheizen"
        )
    });
    oven || words
        .iter()
        .zip(words.iter().skip(1))
        .any(|(a, b)| a.chars().all(|c| c.is_ascii_digit()) && kitchen(b))
        || words.first().is_some_and(|first| {
            let unit = first.trim_start_matches(|c: char| c.is_ascii_digit());
            unit != *first && matches!(unit, "g" | "ml" | "dl")
        })
}

fn coded(text: &str) -> bool {
    let text = text.trim();
    text.ends_with(['{', '}', ';'])
        || ["();", "=>", "==", "!=", "</", "/>", "\":", "();", "println", "::", "&&", "||"]
            .iter()
            .any(|sign| text.contains(sign))
        || [
            "fn ", "def ", "let ", "const ", "var ", "import ", "return ", "SELECT ", "#include",
            "public ",
        ]
        .iter()
        .any(|start| text.starts_with(start) && text.contains(['=', '(', ';', '{', '*', ':', '<']))
}

/// E-mail addresses, telephone numbers, greetings of letters.
fn addressed(text: &str) -> bool {
    let mail = text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, host)| {
            name.len() > 1 && host.contains('.') && host.starts_with(char::is_alphabetic)
        })
    });
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let phone = text.trim_start().starts_with('+') && digits >= 9;
    mail || phone
}

/// `Mo-Fr 8:00-22:00`, `Sa 9-18 Uhr`, `at 7:30 pm`.
fn timetabled(folded: &str) -> bool {
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.iter().zip(words.iter().skip(1)).any(|(a, b)| {
        a.starts_with(|c: char| c.is_ascii_digit())
            && matches!(b.trim_end_matches(['.', ',', ')']), "uhr" | "pm" | "am")
    })
}

/// Whether what was read is a workout: most rows are exercises somebody knows, or are dosed as
/// only training is, and few lines speak of something else.
pub(super) fn is_workout(sections: &[DraftSection], aliens: usize) -> bool {
    let (mut rows, mut known, mut dosed, mut timed) = (0, 0, 0, 0);
    for section in sections {
        for row in &section.rows {
            let fields = &row.fields;
            rows += 1;
            known += usize::from(row.band >= Band::Low);
            let several = fields.sets.is_some() && fields.has_content();
            let effort = fields.rpe.is_some() || fields.rir.is_some() || fields.tempo.is_some();
            let loaded = fields.load.is_some_and(|load| !load.assumed) && fields.has_content();
            let organised = section.format.is_some();
            dosed += usize::from(
                several || effort || loaded || organised || !fields.loads_list.is_empty(),
            );
            let stretch = fields.duration_s.is_some() || fields.distance_m.is_some();
            timed += usize::from(stretch && fields.reps.is_none());
        }
    }
    if rows == 0 {
        return false;
    }
    if aliens > 0 {
        return known > aliens && 2 * known >= rows || known + dosed > 3 * aliens;
    }
    known > 0 && 4 * known >= rows
        || 2 * dosed > rows
        || dosed >= 3
        || (timed >= 3 && 2 * timed >= rows)
}
