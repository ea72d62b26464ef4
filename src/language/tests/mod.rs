//! Tests of the language module as a whole: the message files, and the treatment of words.

mod messages;
mod sources;
mod words;
