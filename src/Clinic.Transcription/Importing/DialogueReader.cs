namespace Clinic.Transcription.Importing;

/// <summary>Reads lines that begin with who speaks; a line without a label goes on with the one before.</summary>
internal static class DialogueReader
{
    /// <summary>Whether the lines look like a dialogue: the first text has a label.</summary>
    public static bool Fits(string[] lines)
    {
        var labels = Labels(lines);
        return Array.Find(lines, l => !string.IsNullOrWhiteSpace(l)) is { } first && LabelOf(first, labels) is not null;
    }

    public static void Read(string[] lines, ImportLines into)
    {
        var labels = Labels(lines);
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var problem = LabelOf(lines[i], labels) is var (label, said) ? into.Add(label, said.Length > 0 ? said : " ")
                : into.Count > 0 ? into.Continue(lines[i]) : into.Add(null, lines[i]);
            if (problem is { } found) into.FailLine(i + 1, found);
        }
    }

    /// <summary>Each line that is not blank as a segment without a voice.</summary>
    public static void ReadPlain(string[] lines, ImportLines into)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (into.Add(null, lines[i]) is { } problem) into.FailLine(i + 1, problem);
        }
    }

    private static (string Label, string Text)? LabelOf(string line, HashSet<string> labels) =>
        SpeakerLabels.Split(line.Trim()) is { } split && labels.Contains(SpeakerLabels.Folded(split.Label)) ? split : null;

    // A word before a colon is a voice when it usually is one, or when it begins several lines; "Mañana: una tableta" is neither.
    private static HashSet<string> Labels(string[] lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (SpeakerLabels.Split(line.Trim()) is not var (label, _)) continue;
            var folded = SpeakerLabels.Folded(label);
            counts[folded] = counts.GetValueOrDefault(folded) + 1;
        }

        return [.. counts.Where(c => c.Value > 1 || SpeakerLabels.IsKnown(c.Key)).Select(c => c.Key)];
    }
}
