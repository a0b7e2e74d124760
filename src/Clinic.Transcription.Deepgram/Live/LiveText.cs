using System.Text.Json;
using Clinic.Transcription.Deepgram.Protocol;
using Clinic.Transcription.SpeechToText;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Live;

/// <summary>Turns results into events on the recording's own time: rebased, without what was already final, voices of new connections apart.</summary>
internal sealed class LiveText
{
    private readonly Dictionary<int, Duration> finals = [];
    private readonly Lock gate = new();
    private Duration heard;
    private int segments;

    /// <summary>Up to where text is final in every channel; may be asked from any thread.</summary>
    public Duration Heard
    {
        get
        {
            lock (gate) return heard;
        }
    }

    /// <summary>Reads one result.</summary>
    /// <param name="result">A message of type Results.</param>
    /// <param name="offset">Where the connection began in the recording.</param>
    /// <param name="connection">1 for the first; voices of later ones get its number.</param>
    /// <param name="at">Now.</param>
    /// <param name="end">Up to where the result reaches.</param>
    public IReadOnlyList<LiveEvent> Read(JsonElement result, Duration offset, int connection, Instant at, out Duration end)
    {
        var start = offset + (result.Seconds("start") ?? Duration.Zero);
        end = start + (result.Seconds("duration") ?? Duration.Zero);
        var (channel, channels) = Channel(result);
        var final = result.Is("is_final");
        var known = finals.GetValueOrDefault(channel);
        var alternative = (result.Find("channel") ?? default).Items("alternatives").FirstOrDefault();
        // What a new connection heard once more is left out by the middle of each word.
        HeardWord[] words = [.. DeepgramWords.Of(alternative, offset).Where(w => (w.Word.Start + w.Word.End) / 2 >= known)];
        var whole = words.Length == 0 && start >= known ? alternative.Words("transcript") : "";
        var events = final
            ? Finals(words, whole, alternative, start, end, channel, channels, connection, at, result.Is("speech_final"))
            : Interim(words, whole, alternative, start, end, channel, channels, connection, at);
        if (final) Advance(channel, channels, end);
        return events;
    }

    private void Advance(int channel, int channels, Duration end)
    {
        finals[channel] = Duration.Max(finals.GetValueOrDefault(channel), end);
        lock (gate) heard = Duration.Max(heard, Enumerable.Range(0, channels).Min(c => finals.GetValueOrDefault(c)));
    }

    private List<LiveEvent> Interim(HeardWord[] words, string whole, JsonElement alternative, Duration start, Duration end, int channel, int channels, int connection, Instant at)
    {
        var text = words.Length == 0 ? whole : DeepgramWords.TextOf(words.Select(w => w.Word));
        if (text.Length == 0) return [];
        var speaker = words.Length == 0 ? null : words[0].Speaker;
        return [new LiveEvent.Interim(end, at, Segment(segments, Label(speaker, channel, channels, connection), text, [.. words.Select(w => w.Word)], start, end, alternative.Share("confidence")))];
    }

    private List<LiveEvent> Finals(HeardWord[] words, string whole, JsonElement alternative, Duration start, Duration end, int channel, int channels, int connection, Instant at, bool endOfSpeech)
    {
        var events = new List<LiveEvent>();
        if (words.Length == 0 && whole.Length > 0)
            events.Add(new LiveEvent.Final(end, at, Segment(segments++, Label(null, channel, channels, connection), whole, [], start, end, alternative.Share("confidence")), endOfSpeech));
        (int? Speaker, TranscriptWord[] Words)[] stretches = [.. DeepgramWords.BySpeaker(words)];
        for (var i = 0; i < stretches.Length; i++)
        {
            var (speaker, spoken) = stretches[i];
            var segment = Segment(segments++, Label(speaker, channel, channels, connection), DeepgramWords.TextOf(spoken), spoken, spoken[0].Start, spoken[^1].End, DeepgramWords.ConfidenceOf(spoken));
            events.Add(new LiveEvent.Final(end, at, segment, endOfSpeech && i == stretches.Length - 1));
        }

        return events;
    }

    private static TranscriptSegment Segment(int index, string? label, string text, TranscriptWord[] words, Duration start, Duration end, double? confidence) =>
        new(index, label, text) { Start = start, End = end, Confidence = confidence, Words = words };

    // Numbers begin at 0 again after a reconnection and may then be other people.
    private static string? Label(int? speaker, int channel, int channels, int connection)
    {
        var label = DeepgramWords.Label(speaker, channel, channels);
        return label is null || connection == 1 || speaker is null ? label : FormattableString.Invariant($"{label}@{connection}");
    }

    private static (int Channel, int Channels) Channel(JsonElement result)
    {
        if (result.Find("channel_index") is not { ValueKind: JsonValueKind.Array } index || index.GetArrayLength() != 2) return (0, 1);
        return index[0].TryGetInt32(out var channel) && index[1].TryGetInt32(out var channels) && channel >= 0 && channels is > 0 and <= 32 && channel < channels ? (channel, channels) : (0, 1);
    }
}
