//! Reads texts the way `import --dry-run --json` does, against the built-in library.
//!
//! `cargo run --release --example import_text -- IN_DIR OUT_DIR`, or one FILE to standard output

use std::io::Write;
use std::path::Path;

use planwright::import::{ReadOptions, read};
use planwright::library::{Library, builtin};
use planwright::matching::Matcher;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let matcher = Matcher::for_library(&Library::from_data(builtin()?)?);
    let json = |path: &Path| -> Result<String, Failure> {
        let text = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
        let draft = read(&text, &matcher, &ReadOptions::default());
        Ok(serde_json::to_string_pretty(&draft.to_json(draft.lang))?)
    };
    match arguments.as_slice() {
        [file] => writeln!(std::io::stdout(), "{}", json(Path::new(file))?)?,
        [from, to] => {
            for entry in std::fs::read_dir(from)? {
                let path = entry?.path();
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                std::fs::write(Path::new(to).join(format!("{name}.json")), json(&path)?)?;
            }
        }
        _ => return Err("expected FILE, or IN_DIR OUT_DIR".into()),
    }
    Ok(())
}
