//! What the terminal program is model, messages, update, effects, command table. Pure: no terminal, no clock, no tokio.
