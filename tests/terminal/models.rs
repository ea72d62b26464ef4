//! Language models as a coach meets them: nothing is asked without a yes, the screens stay alive
//! while nobody answers, and nothing that is somebody's business is sent or written anywhere.

use std::fs;
use std::path::Path;
use std::time::Duration;

use planwright::domain::{Athlete, AthleteId};
use planwright::llm::ProviderKind;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::pty::Terminal;
use super::pty::keys::{ENTER, ESC, TAB};
use super::server::{Act, Script, Seen, Server, stream, stream_head};
use super::speech::{End, answer};
use super::{Home, anna};

const TALL: (u16, u16) = (110, 40);

/// The key of the tests; it must turn up nowhere.
const KEY: &str = "sk-screen-VERYSECRET-987654";

/// Writes a configuration in which every use asks one server.
fn configure(home: &Home, url: &str, more: &str) {
    let dir = home.0.path().join("config/planwright");
    fs::create_dir_all(&dir).unwrap();
    let key = home.0.path().join("key");
    fs::write(&key, format!("{KEY}\n")).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
    }
    let role = "{ provider = \"test\", model = \"gpt-4.1-mini\", timeout_s = 3 }";
    let roles: String =
        ["rerank", "parse", "draft", "intent"].map(|name| format!("{name} = {role}\n")).concat();
    let text = format!(
        "[llm.providers.test]\nkind = \"openai-responses\"\nbase_url = \"{url}/v1\"\n\
         key_file = \"{}\"\n[llm.roles]\n{roles}{more}",
        key.display()
    );
    fs::write(dir.join("config.toml"), text).unwrap();
}

fn says(text: &str) -> Script {
    stream(&answer(ProviderKind::OpenAiResponses, text, End::Well))
}

/// An answer that fits the question: the first ids that are offered.
fn fitting(seen: &Seen) -> Script {
    let body: Value = serde_json::from_str(&seen.body).unwrap();
    let format = &body["text"]["format"];
    let schema = &format["schema"]["properties"];
    let text = match format["name"].as_str().unwrap() {
        "ranking" => {
            let ids = schema["ranked_ids"]["items"]["enum"].as_array().unwrap();
            json!({ "ranked_ids": [ids[1], ids[0]], "reasons": [{ "id": ids[1], "reason": "fits [person-1]" }] })
        }
        "exercise" => json!({
            "name_en": "Belt tug duel", "name_de": "Gürtelziehen-Duell",
            "aliases_en": [], "aliases_de": [], "fact_en": "Pull.", "fact_de": "Ziehen.",
            "category": "game", "patterns": ["game"], "primary": [], "secondary": [],
            "equipment": [], "mechanic": null, "unilateral": false, "level": "beginner",
            "min_age": 8, "partner": "pair", "contra": [],
            "skills": [{ "skill": "gripping", "weight": 0.8 }], "focus": [],
            "training_types": [], "target_groups": [], "styles": [],
            "minutes": { "shortest": 3, "usual": 5, "longest": 8 }, "doses": [],
        }),
        "readings" => {
            let text = body["input"].to_string().replace("\\\"", "\"");
            let behind = |key: &str| text.split(key).nth(1).unwrap().to_owned();
            let id = behind("\"id\":\"").split('"').next().unwrap().to_owned();
            let line: u32 = behind("\"line\":").split(',').next().unwrap().parse().unwrap();
            json!({ "lines": [{ "line": line, "exercise": id, "sure": "sure" }] })
        }
        other => panic!("{other} was asked"),
    };
    says(&text.to_string())
}

/// Everything below a folder, but for the files named.
fn written(folder: &Path, but: &[&str], out: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if but.contains(&name.as_str()) {
        } else if path.is_dir() {
            written(&path, but, out);
        } else {
            out.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    let lower = String::from_utf8_lossy(bytes).to_lowercase();
    lower.contains(&text.to_lowercase())
}

/// Asks with a key, agreeing where the screens ask first.
fn ask(terminal: &mut Terminal, key: &str) {
    terminal.send(key);
    let screen = terminal.wait_until("a question or an answer", |screen| {
        screen.contains("May a language model") || screen.contains("Connecting to")
    });
    if screen.contains("May a language model") {
        terminal.send(ENTER);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_is_somebodys_business_is_sent_or_lies_about() {
    let home = Home::new();
    // a first start makes the database
    let terminal = home.start();
    terminal.quit();
    {
        let store = home.store();
        let viewer = anna(&store).await;
        let mut athlete = store.athletes(&viewer).await.unwrap().remove(0);
        athlete.id = AthleteId::from("a-second");
        athlete.name = "Jürgen Großmann-Yıldız".to_owned();
        store.put_athlete(&viewer, &athlete).await.unwrap();
        let short = Athlete { id: AthleteId::from("a-third"), name: "Bo Ek".into(), ..athlete };
        store.put_athlete(&viewer, &short).await.unwrap();
        store.close().await;
    }
    let server = Server::answering(fitting);
    configure(&home, &server.url, "");
    let mut terminal = home.start_with(&["--log", "trace"], TALL);
    let words = "JUERGEN Grossmann and Bo, Ju\u{308}rgens 0171/2345678 jg@verein.example";
    terminal.type_and_wait("/", "words, or:");
    terminal.send(words);
    terminal.send(ENTER);
    terminal.wait_for("JUERGEN");
    terminal.wait_for("─▶ Suggestions");
    ask(&mut terminal, "r");
    terminal.wait_for("The model's order is there");
    ask(&mut terminal, "n");
    terminal.wait_for("draft by gpt-4.1-mini");
    // not saved: nothing of it stays
    terminal.send(ESC);
    terminal.wait_for("Esc again gives it up");
    terminal.send(ESC);
    terminal.wait_gone("draft by");
    terminal.paste(
        "Upper body\nBench press 4x6 @80kg\nBnch prss thing with Jürgen 4x8\n\
         Squatz mit Großmann-Yıldız 3x5\nPull-ups 3x8\n\
         ring Bo +49 171 2345678 or jg@verein.example\n",
    );
    terminal.wait_for("Review");
    ask(&mut terminal, "r");
    terminal.wait_for("read 1 row otherwise");
    terminal.send(ESC);
    terminal.wait_for("p brings it back");
    terminal.quit();

    let seen = server.seen();
    assert!(seen.len() >= 3, "{}", seen.len());
    let private = [
        "jürgen",
        "juergen",
        "ju\u{308}rgen",
        "großmann",
        "grossmann",
        "yıldız",
        " bo ",
        "bo,",
        "jg@",
        "verein.example",
        "2345678",
        "jonas",
        "judo kids",
    ];
    for request in &seen {
        for word in private {
            assert!(!holds(request.body.as_bytes(), word), "{word} in {}", request.body);
            assert!(!holds(request.head.as_bytes(), word), "{word} in {}", request.head);
        }
        assert!(!request.body.contains(KEY));
    }
    let mut files = Vec::new();
    written(home.0.path(), &["key", "config.toml"], &mut files);
    assert!(files.iter().any(|(name, _)| name.ends_with("planwright.log")));
    assert!(files.iter().any(|(name, _)| name.contains("full_conversation")));
    for (name, bytes) in &files {
        assert!(!holds(bytes, KEY), "the key in {name}");
        assert!(!holds(bytes, "VERYSECRET"), "the key in {name}");
        // the database holds the club's people; nothing else does
        if !name.contains(".db") {
            for word in private {
                assert!(!holds(bytes, word), "{word} in {name}");
            }
        }
        // what was pasted is sealed; a transcript holds what was sent of it, with names covered
        let mut pasted = vec!["jg@verein.example", "ring Bo +49", "2345678"];
        pasted.extend((!name.contains("transcripts")).then_some("Bnch prss thing"));
        for text in pasted {
            assert!(!holds(bytes, text), "{text} in {name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_stays_silent_is_said_and_ends_while_the_screens_stay_alive() {
    let silent = Silent::start().await;
    let home = Home::new();
    configure(&home, &silent.url, "");
    let mut terminal = home.start_with(&[], TALL);
    terminal.send(TAB);
    ask(&mut terminal, "r");
    terminal.wait_for("Connecting to test");
    // everything else goes on
    terminal.type_and_wait("?", "In the suggestions");
    terminal.send(ESC);
    terminal.wait_gone("In the suggestions");
    terminal.send("w");
    terminal.wait_for("Parts of the score");
    terminal.wait_for("while connecting");
    terminal.quit();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_stops_a_question_and_a_refusal_asks_nobody() {
    let held = vec![stream_head(), Act::Send(b": wait\n\n".to_vec()), Act::Hold];
    let server = Server::start(vec![held]);
    let home = Home::new();
    configure(&home, &server.url, "");
    let mut terminal = home.start_with(&[], TALL);
    terminal.send(TAB);
    // a no is kept, and the form opens with what the plan says
    terminal.send("n");
    terminal.wait_for("May a language model");
    terminal.send("n");
    terminal.wait_for("New exercise");
    terminal.send(ESC);
    terminal.wait_gone("New exercise");
    terminal.send("r");
    terminal.wait_for("Nothing was sent");
    assert!(server.seen().is_empty());
    terminal.quit();

    let home = Home::new();
    configure(&home, &server.url, "");
    let mut terminal = home.start_with(&[], TALL);
    terminal.send(TAB);
    ask(&mut terminal, "r");
    terminal.wait_for("Connecting to test");
    terminal.type_and_wait("r", "Cancelled");
    terminal.quit();
}

/// A port that lets nobody in and turns nobody away: its queue is full.
struct Silent {
    url: String,
    _listener: tokio::net::TcpListener,
    _queued: Vec<tokio::net::TcpStream>,
}

impl Silent {
    async fn start() -> Self {
        let socket = tokio::net::TcpSocket::new_v4().unwrap();
        socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let listener = socket.listen(1).unwrap();
        let address = listener.local_addr().unwrap();
        let mut queued = Vec::new();
        // once one is left waiting, everybody after it is
        while let Ok(Ok(stream)) =
            timeout(Duration::from_millis(500), tokio::net::TcpStream::connect(address)).await
        {
            queued.push(stream);
        }
        Self { url: format!("http://{address}"), _listener: listener, _queued: queued }
    }
}
