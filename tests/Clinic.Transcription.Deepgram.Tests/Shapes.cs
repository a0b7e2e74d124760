using System.Text.Json;

namespace Clinic.Transcription.Deepgram.Tests;

/// <summary>Messages in the forms of the public specification; words, ids and numbers are invented.</summary>
internal static class Shapes
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "data", name));

    public static JsonElement Json(string name) => JsonDocument.Parse(Text(name)).RootElement;

    public static string Spanish => Text("1_prerecorded_es_diarized_utterances.json");

    public static string CodeSwitch => Text("2_prerecorded_multi_code_switch.json");

    public static string Silent => Json("3_prerecorded_empty_and_accepted.json").GetProperty("silent_audio_200").GetRawText();

    public static string Accepted => Json("3_prerecorded_empty_and_accepted.json").GetProperty("callback_accepted_200").GetRawText();

    public static JsonElement Error(string name) => Json("4_errors.json").GetProperty(name);

    public static JsonElement[] Session => [.. Text("5_stream_session.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    public static JsonElement StreamFailure(string name) => Json("6_stream_failures.json").GetProperty(name);
}
