using System.Text.Json;
using Clinic.Transcription.Deepgram.Protocol;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Batch;

/// <summary>Reads the answer about a whole recording: utterances where there are, else paragraphs, else words by voice.</summary>
internal static class DeepgramAnswer
{
    /// <summary>What was heard, or null where this is no answer about a recording.</summary>
    public static SpeechResult? Read(JsonElement root)
    {
        if (root.Find("results") is not { ValueKind: JsonValueKind.Object } results || results.Find("channels") is not { ValueKind: JsonValueKind.Array }) return null;
        JsonElement[] channels = [.. results.Items("channels")];
        var segments = Utterances(results, channels.Length);
        if (segments.Count == 0) segments = [.. channels.SelectMany((c, i) => Channel(c, i, channels.Length))];
        var metadata = root.Find("metadata") ?? default;
        return new(DeepgramEngine.Name, metadata.Seconds("duration") ?? End(segments), Ordered(segments))
        {
            RequestId = DeepgramFailures.Word(metadata.Text("request_id")),
            Model = Model(metadata),
            Language = channels.Select(Language).FirstOrDefault(l => l is not null),
            Hits = [.. channels.SelectMany(c => DeepgramHits.Of(c)).OrderBy(h => h.Start)],
            Additional = Additional(results, channels),
        };
    }

    // What was asked for beside the text stays as the service wrote it; nothing here depends on it.
    private static Dictionary<string, string> Additional(JsonElement results, JsonElement[] channels)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (string[])["summary", "sentiments", "topics", "intents"])
        {
            if (results.Find(name) is { } one) said[name] = one.GetRawText();
        }

        string[] entities = [.. channels.SelectMany(c => c.Items("alternatives").Take(1)).SelectMany(a => a.Items("entities")).Select(e => e.GetRawText())];
        if (entities.Length > 0) said["entities"] = $"[{string.Join(',', entities)}]";
        return said;
    }

    private static List<TranscriptSegment> Utterances(JsonElement results, int channels)
    {
        var segments = new List<TranscriptSegment>();
        foreach (var utterance in results.Items("utterances"))
        {
            TranscriptWord[] words = [.. DeepgramWords.Of(utterance).Select(w => w.Word)];
            var label = DeepgramWords.Label(utterance.Whole("speaker"), utterance.Whole("channel") ?? 0, channels);
            Add(segments, label, utterance.Words("transcript"), words, utterance.Seconds("start"), utterance.Seconds("end"), utterance.Share("confidence"));
        }

        return segments;
    }

    private static List<TranscriptSegment> Channel(JsonElement channel, int index, int channels)
    {
        var segments = new List<TranscriptSegment>();
        var alternative = channel.Items("alternatives").FirstOrDefault();
        HeardWord[] words = [.. DeepgramWords.Of(alternative)];
        foreach (var paragraph in (alternative.Find("paragraphs") ?? default).Items("paragraphs"))
        {
            var (start, end) = (paragraph.Seconds("start"), paragraph.Seconds("end"));
            TranscriptWord[] within = [.. words.Select(w => w.Word).Where(w => w.Start >= start && w.End <= end)];
            Add(segments, DeepgramWords.Label(paragraph.Whole("speaker"), index, channels), string.Join(' ', paragraph.Items("sentences").Select(s => s.Words("text"))), within, start, end, null);
        }

        if (segments.Count > 0) return segments;
        foreach (var (speaker, spoken) in DeepgramWords.BySpeaker(words))
            Add(segments, DeepgramWords.Label(speaker, index, channels), DeepgramWords.TextOf(spoken), spoken, null, null, null);
        if (segments.Count == 0)
            Add(segments, DeepgramWords.Label(null, index, channels), alternative.Words("transcript"), [], null, null, alternative.Share("confidence"));
        return segments;
    }

    private static void Add(List<TranscriptSegment> segments, string? label, string text, TranscriptWord[] words, Duration? start, Duration? end, double? confidence)
    {
        if (text.Length == 0) text = DeepgramWords.TextOf(words);
        if (text.Length == 0) return;
        segments.Add(new(segments.Count, label, text)
        {
            Start = start ?? (words.Length > 0 ? words[0].Start : null),
            End = end ?? (words.Length > 0 ? words[^1].End : null),
            Confidence = confidence ?? DeepgramWords.ConfidenceOf(words),
            Words = words,
        });
    }

    private static TranscriptSegment[] Ordered(List<TranscriptSegment> segments) =>
        [.. segments.OrderBy(s => s.Start ?? Duration.Zero).Select((s, i) => s with { Index = i })];

    private static Duration End(List<TranscriptSegment> segments) => segments.Select(s => s.End ?? Duration.Zero).DefaultIfEmpty(Duration.Zero).Max();

    private static string? Language(JsonElement channel)
    {
        if (channel.Text("detected_language") is { } detected) return detected;
        var languages = channel.Items("alternatives").FirstOrDefault().Find("languages") is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(l => l.ValueKind == JsonValueKind.String).Select(l => l.GetString()).ToArray()
            : [];
        return languages.Length switch { 0 => null, 1 => languages[0], _ => "multi" };
    }

    private static string? Model(JsonElement metadata)
    {
        if (metadata.Find("model_info") is not { ValueKind: JsonValueKind.Object } models) return null;
        var first = models.EnumerateObject().Select(m => m.Value).FirstOrDefault();
        return (first.Text("name"), first.Text("version")) switch { (null, _) => null, ({ } name, null) => name, ({ } name, { } version) => $"{name}/{version}" };
    }
}
