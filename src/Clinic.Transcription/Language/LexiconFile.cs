namespace Clinic.Transcription.Language;

/// <summary>Reads the embedded word lists: <c>key: word, word</c>, with <c>#</c> for remarks.</summary>
internal static class LexiconFile
{
    public static IEnumerable<(string Key, string[] Words)> Read(string name)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream($"Lexicons/{name}")
            ?? throw new InvalidOperationException($"The word list {name} is missing.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            yield return (line[..colon].Trim(), line[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }
}
