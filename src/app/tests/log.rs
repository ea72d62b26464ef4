//! The log pane: following and holding still, finding, unfolding, copying.

use super::offers::offer;
use super::script::Session;
use crate::app::effect::Effect;
use crate::app::entry::Purpose;
use crate::app::log::{Reading, Tone};
use crate::app::page::Topic;
use crate::app::{Event, Overlay, Pane, Reply};
use crate::domain::{JobId, Message};
use crate::generation::ProgressEvent;
use crate::language::Catalogue;

fn tell(session: &mut Session, job: &str, event: ProgressEvent) {
    session.event(Event::Reply(Reply::Progress(JobId::from(job), Box::new(event))));
}

fn session() -> Session {
    let mut session = Session::new();
    session_into(&mut session);
    session
}

/// Two jobs at once; the first has written two weeks.
pub(crate) fn session_into(session: &mut Session) {
    session.model.focus = Pane::Log;
    for id in ["j1", "j2"] {
        let mut job = offer().job;
        job.id = id.into();
        session.event(Event::Reply(Reply::JobKnown(Box::new(job))));
        tell(session, id, ProgressEvent::Started { engine: "llm".into() });
    }
    for week in offer().program.weeks {
        let index = week.index;
        tell(session, "j1", ProgressEvent::WeekStarted { index });
        let text = format!("week {index} \u{1b}]52;c;x\u{7}of j1");
        tell(session, "j1", ProgressEvent::Text { index, text });
        if index < 3 {
            tell(session, "j1", ProgressEvent::WeekReady { week: Box::new(week) });
        }
    }
}

fn said(session: &Session) -> String {
    let line = session.model.log.current().unwrap();
    Catalogue::load(session.model.lang).text(&line.text)
}

#[test]
fn a_paused_pane_keeps_its_line_and_following_comes_back() {
    let mut session = session();
    session.keys("k k");
    assert_eq!(session.model.log.reading, Reading::Paused);
    let line = said(&session);
    session.model.log.say(Tone::Plain, None, Message::new("job-done"));
    assert_eq!(said(&session), line);
    session.keys("f");
    assert_eq!((session.model.log.reading, session.model.log.back), (Reading::Following, 0));
    session.keys("f");
    assert_eq!(session.model.log.reading, Reading::Paused);
    session.keys("j j j");
    assert_eq!(session.model.log.back, 0);
}

#[test]
fn what_is_looked_for_is_found_up_and_down() {
    let mut session = session();
    session.keys("/").typed("COMPLETE").keys("enter");
    assert!(said(&session).contains("Week 2 complete"), "{}", said(&session));
    session.keys("n");
    assert!(said(&session).contains("Week 1 complete"));
    session.keys("n");
    assert!(said(&session).contains("Week 1 complete"), "there is nothing further");
    assert!(session.model.notice.is_some());
    session.keys("N");
    assert!(said(&session).contains("Week 2 complete"));
    let here = session.model.log.back;
    session.keys("/").typed("nowhere").keys("enter");
    assert_eq!(session.model.log.back, here, "what is not there moves nothing");
}

#[test]
fn a_week_that_is_done_unfolds_and_is_copied_without_controls() {
    let mut session = session();
    assert_eq!(session.model.log.lanes.len(), 1, "the third is being written");
    session.keys("/").typed("Week 1 complete").keys("enter enter");
    let Some(Overlay::Page(page)) = session.model.overlays.last() else { panic!() };
    assert_eq!(page.topic, Topic::Spoken("j1".into(), 1));
    session.keys("y");
    let Some(Effect::Copy(text)) = session.effects.pop() else { panic!() };
    assert!(text.starts_with("week 1 ") && text.ends_with("of j1"), "{text:?}");
    assert!(!text.contains(['\u{1b}', '\u{7}']), "{text:?}");
    session.keys("esc y");
    let Some(Effect::Copy(text)) = session.effects.pop() else { panic!() };
    assert!(text.contains("Week 1 complete"));
}

#[test]
fn a_week_is_made_again_from_its_line() {
    let mut session = session();
    session.keys("R");
    assert!(session.model.entry.is_none(), "the pane follows: no line was chosen");
    session.keys("/").typed("Week 2 complete").keys("enter R");
    let purpose = &session.model.entry.as_ref().unwrap().purpose;
    assert_eq!(*purpose, Purpose::Anew("j1".into(), [2].into()));
}

#[test]
fn jobs_beside_each_other_go_by_letters() {
    let session = session();
    let log = &session.model.log;
    assert_eq!(log.letter(&"j1".into()), Some('A'));
    assert_eq!(log.letter(&"j2".into()), Some('B'));
    assert_eq!(log.at_work().count(), 2);
}
