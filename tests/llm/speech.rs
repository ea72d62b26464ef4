//! What the servers of each protocol say, as their documentation and recordings have it.

use planwright::llm::ProviderKind;

/// Every protocol with a name for the table.
pub(crate) const KINDS: [(&str, ProviderKind); 6] = [
    ("responses", ProviderKind::OpenAiResponses),
    ("chat", ProviderKind::OpenAiChat),
    ("anthropic", ProviderKind::Anthropic),
    ("gemini", ProviderKind::Gemini),
    ("azure", ProviderKind::Azure),
    ("ollama", ProviderKind::Ollama),
];

/// How an answer ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// As it should.
    Well,
    /// With no word about the end.
    Cut,
    /// At the longest length.
    Length,
    /// With a refusal.
    Refusal,
}

/// The text of a good answer.
pub(crate) const TEXT: &str = "Kniebeuge – süß 🥋 done";

/// A stream that says `text` in three pieces.
pub(crate) fn answer(kind: ProviderKind, text: &str, end: End) -> String {
    let signs: Vec<char> = text.chars().collect();
    let third = signs.len().div_ceil(3).max(1);
    let pieces: Vec<String> = signs.chunks(third).map(|piece| piece.iter().collect()).collect();
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let mut out = String::new();
    match kind {
        ProviderKind::OpenAiResponses | ProviderKind::Azure => {
            let mut say = |name: &str, rest: &str| {
                out.push_str(&format!("event: {name}\ndata: {{\"type\":\"{name}\"{rest}}}\n\n"));
            };
            say(
                "response.created",
                ",\"response\":{\"id\":\"resp_1\",\"model\":\"gpt-4.1-mini-2025\"}",
            );
            for piece in &pieces {
                say("response.output_text.delta", &format!(",\"delta\":{}", quoted(piece)));
            }
            if end == End::Refusal {
                say("response.refusal.delta", ",\"delta\":\"I will not.\"");
            }
            let status = match end {
                End::Well | End::Refusal => "\"status\":\"completed\"",
                End::Length => {
                    "\"status\":\"incomplete\",\"incomplete_details\":{\"reason\":\"max_output_tokens\"}"
                }
                End::Cut => return out,
            };
            let name =
                if end == End::Length { "response.incomplete" } else { "response.completed" };
            say(
                name,
                &format!(
                    ",\"response\":{{\"id\":\"resp_1\",{status},\"usage\":{{\"input_tokens\":1200,\
                     \"input_tokens_details\":{{\"cached_tokens\":1024}},\"output_tokens\":9,\
                     \"output_tokens_details\":{{\"reasoning_tokens\":2}}}}}}"
                ),
            );
        }
        ProviderKind::OpenAiChat | ProviderKind::Ollama | ProviderKind::Replay => {
            for piece in &pieces {
                out.push_str(&format!(
                    "data: {{\"id\":\"c1\",\"model\":\"gpt-4.1-mini-2025\",\"choices\":[{{\"index\":0,\
                     \"delta\":{{\"content\":{}}},\"finish_reason\":null}}]}}\n\n",
                    quoted(piece)
                ));
            }
            let reason = match end {
                End::Well => "stop",
                End::Length => "length",
                End::Refusal => "content_filter",
                End::Cut => return out,
            };
            out.push_str(&format!(
                "data: {{\"choices\":[{{\"index\":0,\"delta\":{{}},\"finish_reason\":\"{reason}\"}}]}}\n\n\
                 data: {{\"choices\":[],\"usage\":{{\"prompt_tokens\":1200,\
                 \"prompt_tokens_details\":{{\"cached_tokens\":1024}},\"completion_tokens\":9,\
                 \"completion_tokens_details\":{{\"reasoning_tokens\":2}}}}}}\n\ndata: [DONE]\n\n"
            ));
        }
        ProviderKind::Anthropic => {
            out.push_str(
                "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\
                 \"model\":\"gpt-4.1-mini-2025\",\"usage\":{\"input_tokens\":176,\
                 \"cache_read_input_tokens\":1024,\"output_tokens\":1}}}\n\n\
                 event: ping\ndata: {\"type\":\"ping\"}\n\n",
            );
            for piece in &pieces {
                out.push_str(&format!(
                    "event: content_block_delta\ndata: {{\"type\":\"content_block_delta\",\"index\":0,\
                     \"delta\":{{\"type\":\"text_delta\",\"text\":{}}}}}\n\n",
                    quoted(piece)
                ));
            }
            let reason = match end {
                End::Well => "end_turn",
                End::Length => "max_tokens",
                End::Refusal => "refusal",
                End::Cut => return out,
            };
            out.push_str(&format!(
                "event: message_delta\ndata: {{\"type\":\"message_delta\",\"delta\":{{\"stop_reason\":\
                 \"{reason}\"}},\"usage\":{{\"output_tokens\":9}}}}\n\nevent: message_stop\ndata: \
                 {{\"type\":\"message_stop\"}}\n\n"
            ));
        }
        ProviderKind::Gemini => {
            for piece in &pieces {
                out.push_str(&format!(
                    "data: {{\"responseId\":\"g1\",\"modelVersion\":\"gpt-4.1-mini-2025\",\
                     \"candidates\":[{{\"content\":{{\"parts\":[{{\"text\":{}}}]}}}}]}}\r\n\r\n",
                    quoted(piece)
                ));
            }
            let reason = match end {
                End::Well => "STOP",
                End::Length => "MAX_TOKENS",
                End::Refusal => "SAFETY",
                End::Cut => return out,
            };
            out.push_str(&format!(
                "data: {{\"candidates\":[{{\"content\":{{\"parts\":[]}},\"finishReason\":\"{reason}\"}}],\
                 \"usageMetadata\":{{\"promptTokenCount\":1200,\"cachedContentTokenCount\":1024,\
                 \"candidatesTokenCount\":7,\"thoughtsTokenCount\":2}}}}\r\n\r\n"
            ));
        }
    }
    out
}
