//! The model drawn one file per pane, mirroring `app`. Changes nothing.
