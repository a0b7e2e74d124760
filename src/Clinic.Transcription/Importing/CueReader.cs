using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Clinic.Transcription.Importing;

/// <summary>Reads SubRip and WebVTT: blocks of times and text.</summary>
internal static partial class CueReader
{
    private const string Arrow = "-->";

    public static void Read(string[] lines, bool isVtt, ImportLines into)
    {
        for (var i = isVtt ? AfterHeader(lines) : 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var end = i;
            while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end])) end++;
            if (!isVtt || !IsNoCue(lines[i])) ReadBlock(lines, i, end, isVtt, into);
            i = end;
        }
    }

    private static int AfterHeader(string[] lines)
    {
        var i = 0;
        while (i < lines.Length && !string.IsNullOrWhiteSpace(lines[i])) i++;
        return i;
    }

    private static bool IsNoCue(string line) => line.StartsWith("NOTE", StringComparison.Ordinal) || line.StartsWith("STYLE", StringComparison.Ordinal) || line.StartsWith("REGION", StringComparison.Ordinal);

    private static void ReadBlock(string[] lines, int from, int to, bool isVtt, ImportLines into)
    {
        var at = lines[from].Contains(Arrow, StringComparison.Ordinal) ? from : from + 1;
        if (at >= to || !lines[at].Contains(Arrow, StringComparison.Ordinal))
        {
            into.FailLine(from + 1, ImportProblem.TimesMissing);
            return;
        }

        var sides = lines[at].Split(Arrow, 2);
        var (start, end) = (Time(sides[0].Trim()), Time(sides[1].Trim().Split(' ', '\t')[0]));
        if (start is null || end is null)
        {
            into.FailLine(at + 1, ImportProblem.TimeInvalid);
            return;
        }

        var text = string.Join(' ', lines[(at + 1)..to]);
        foreach (var (speaker, said) in isVtt ? Voices(text) : [Labelled(Plain().Replace(text, ""))])
        {
            if (into.Add(speaker, said, start, end) is { } problem) into.FailLine(problem == ImportProblem.TimesCrossed ? at + 1 : at + 2, problem);
        }
    }

    // A cue may hold several voices; each is a segment with the times of the cue.
    private static IEnumerable<(string? Speaker, string Text)> Voices(string cue)
    {
        var voices = Voice().Matches(cue);
        if (voices.Count == 0)
        {
            yield return Labelled(Clear(cue));
            yield break;
        }

        if (Clear(cue[..voices[0].Index]) is { Length: > 0 } before) yield return (null, before);
        for (var i = 0; i < voices.Count; i++)
        {
            var from = voices[i].Index + voices[i].Length;
            var to = i + 1 < voices.Count ? voices[i + 1].Index : cue.Length;
            yield return (Entities(voices[i].Groups[1].Value.Trim()), Clear(cue[from..to]));
        }
    }

    private static (string? Speaker, string Text) Labelled(string text) =>
        SpeakerLabels.Split(text.Trim()) is var (label, said) && SpeakerLabels.IsKnown(label) ? (label, said) : (null, text);

    private static string Clear(string text) => Entities(Tag().Replace(text, ""));

    private static string Entities(string text) => text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal).Replace("&lrm;", "", StringComparison.Ordinal).Replace("&rlm;", "", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    private static Duration? Time(string text)
    {
        var match = Clock().Match(text);
        if (!match.Success) return null;
        var hours = match.Groups[1].Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return Duration.FromHours(hours) + Duration.FromMinutes(Number(match, 2)) + Duration.FromSeconds(Number(match, 3)) + Duration.FromMilliseconds(Number(match, 4));
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:([0-9]{1,4}):)?([0-5]?[0-9]):([0-5][0-9])[.,]([0-9]{3})$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"<v(?:\.[^\s>]*)?\s+([^>]*)>")]
    private static partial Regex Voice();

    // The tags of WebVTT only: any other markup is what somebody said or typed, and stays.
    [GeneratedRegex(@"</?(?:v|c|i|b|u|ruby|rt|lang)(?:[.\s][^>]*)?>|<[0-9:.]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("</?[ibu]>")]
    private static partial Regex Plain();
}
