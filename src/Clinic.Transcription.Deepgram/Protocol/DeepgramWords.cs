using System.Globalization;
using System.Text.Json;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Protocol;

/// <summary>A word as it was heard, with the number of its voice.</summary>
internal readonly record struct HeardWord(TranscriptWord Word, int? Speaker);

/// <summary>Words of answers, and the text that they make.</summary>
internal static class DeepgramWords
{
    public static IEnumerable<HeardWord> Of(JsonElement owner, Duration offset = default)
    {
        foreach (var word in owner.Items("words"))
        {
            var text = word.Words("word");
            var formatted = word.Words("punctuated_word");
            if (text.Length == 0) text = formatted;
            if (text.Length == 0 || word.Seconds("start") is not { } start) continue;
            var end = word.Seconds("end") is { } said && said > start ? said : start;
            yield return new(
                new(text, formatted.Length == 0 ? null : formatted, offset + start, offset + end, word.Share("confidence")) { Language = word.Text("language") },
                word.Whole("speaker"));
        }
    }

    public static string TextOf(IEnumerable<TranscriptWord> words) => string.Join(' ', words.Select(w => w.Formatted ?? w.Text));

    /// <summary>The mean of what is known.</summary>
    public static double? ConfidenceOf(IEnumerable<TranscriptWord> words)
    {
        double[] known = [.. words.Select(w => w.Confidence).OfType<double>()];
        return known.Length == 0 ? null : known.Average();
    }

    /// <summary>The words in stretches of one voice each.</summary>
    public static IEnumerable<(int? Speaker, TranscriptWord[] Words)> BySpeaker(IReadOnlyList<HeardWord> words)
    {
        for (var from = 0; from < words.Count;)
        {
            var to = from + 1;
            while (to < words.Count && words[to].Speaker == words[from].Speaker) to++;
            yield return (words[from].Speaker, [.. words.Skip(from).Take(to - from).Select(w => w.Word)]);
            from = to;
        }
    }

    /// <summary>The label of a voice; with several channels each has voices of its own.</summary>
    public static string? Label(int? speaker, int channel, int channels) => (speaker, channels) switch
    {
        (null, <= 1) => null,
        ({ } s, <= 1) => s.ToString(CultureInfo.InvariantCulture),
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"c{channel}"),
        ({ } s, _) => string.Create(CultureInfo.InvariantCulture, $"c{channel}-{s}"),
    };
}
