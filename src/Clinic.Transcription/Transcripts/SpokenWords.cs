namespace Clinic.Transcription.Transcripts;

/// <summary>Counts words: runs of letters or digits.</summary>
internal static class SpokenWords
{
    public static int Count(Transcript transcript) => transcript.Segments.Sum(s => Count(s.Text));

    public static int Count(string text)
    {
        var (words, inside) = (0, false);
        foreach (var c in text)
        {
            var part = char.IsLetterOrDigit(c);
            if (part && !inside) words++;
            inside = part;
        }

        return words;
    }
}
