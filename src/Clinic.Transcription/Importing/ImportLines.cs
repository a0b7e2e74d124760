using System.Globalization;
using System.Text;
using Clinic.Transcription.Transcripts;
using NodaTime;

namespace Clinic.Transcription.Importing;

/// <summary>What the readers of all forms share: segments so far, faults so far.</summary>
internal sealed class ImportLines
{
    public const int LongestText = 20_000;
    public const int LongestSpeaker = 100;
    public const int MostSegments = 20_000;

    private const int MostFailures = 100;

    private readonly Failures failures = new();
    private readonly List<TranscriptSegment> segments = [];
    private readonly Dictionary<string, SpeakerRole> roles = new(StringComparer.Ordinal);
    private int beyond;

    public int Count => segments.Count;

    public void FailLine(int line, ImportProblem problem) => Fail(TranscriptionRules.ImportLineInvalid, ("line", line), ("kind", problem));

    public void FailEntry(int entry, ImportProblem problem) => Fail(TranscriptionRules.ImportEntryInvalid, ("entry", entry), ("kind", problem));

    /// <summary>Adds what one voice says; text without anything to read is left out.</summary>
    public ImportProblem? Add(string? speaker, string text, Duration? start = null, Duration? end = null, double? confidence = null)
    {
        var clean = Clean(text);
        if (clean.Length > LongestText) return ImportProblem.TextTooLong;
        if (speaker is { Length: > LongestSpeaker }) return ImportProblem.SpeakerInvalid;
        if (start is { } from && end is { } to && to < from) return ImportProblem.TimesCrossed;
        if (clean.Length == 0) return null;
        var label = speaker is null ? null : SpeakerLabels.Folded(Clean(speaker)) is { Length: > 0 } folded ? folded : null;
        if (label is not null && SpeakerLabels.RoleOf(label) is not SpeakerRole.Unknown and var role) roles[label] = role;
        segments.Add(new(segments.Count, label, clean) { Start = start, End = end, Confidence = confidence });
        return null;
    }

    public void Role(string label, SpeakerRole role) => roles[SpeakerLabels.Folded(label)] = role;

    /// <summary>Goes on with the text of the last segment.</summary>
    public ImportProblem? Continue(string text)
    {
        var last = segments[^1];
        var whole = $"{last.Text} {Clean(text)}".Trim();
        if (whole.Length > LongestText) return ImportProblem.TextTooLong;
        segments[^1] = last with { Text = whole };
        return null;
    }

    public Transcript End(string language)
    {
        if (segments.Count > MostSegments) failures.Add(TranscriptionRules.ImportTooLarge, ("found", segments.Count), ("unit", "segments"), ("most", MostSegments));
        if (beyond > 0) failures.Add(TranscriptionRules.ImportMoreFailures, ("count", beyond));
        failures.ThrowIfAny();
        var used = segments.Select(s => s.Speaker).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new(language, segments) { Roles = roles.Where(r => used.Contains(r.Key)).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal) };
    }

    /// <summary>NFC in one line, without controls and double spaces; markup stays as it is.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c))
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format || c is '\u200d' or '\u200c') clean.Append(c);
        }

        return clean.ToString().Trim();
    }

    private void Fail(string code, params (string Name, object? Value)[] facts)
    {
        if (failures.Count < MostFailures) failures.Add(code, facts);
        else beyond++;
    }
}
