using System.Globalization;

namespace Clinic.Transcription.Drafting.Redaction;

/// <summary>Gives the same thing the same placeholder throughout a transcript.</summary>
internal sealed class PlaceholderNames
{
    private readonly Dictionary<(string Kind, string Text), string> given = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> meanings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> speakers = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Meanings => meanings;

    public string For(string kind, string text)
    {
        if (given.TryGetValue((kind, text), out var name)) return name;
        var number = counts[kind] = counts.GetValueOrDefault(kind) + 1;
        name = string.Create(CultureInfo.InvariantCulture, $"[{kind}_{number}]");
        given.Add((kind, text), name);
        meanings.Add(name, text);
        return name;
    }

    // Labels such as "Dr. Vega" name people; a number is enough to tell voices apart.
    public string Speaker(string label)
    {
        if (!speakers.TryGetValue(label, out var number)) speakers.Add(label, number = speakers.Count.ToString(CultureInfo.InvariantCulture));
        return number;
    }
}
