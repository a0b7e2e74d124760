namespace Clinic.Transcription.Findings;

/// <summary>The part of a word that its forms share, roughly: enough to find "hurt" in "hurts" and "dolor" in "dolores".</summary>
internal static class WordStem
{
    private const int Longest = 5;
    private const int Least = 3;

    private static readonly string[] English = ["ing", "ed", "es", "s", "e", "y"];
    private static readonly string[] Spanish = ["es", "os", "as", "s", "a", "o", "e"];

    public static string Of(string word, bool isEnglish)
    {
        foreach (var ending in isEnglish ? English : Spanish)
        {
            if (word.Length - ending.Length < Least || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            word = word[..^ending.Length];
            break;
        }

        return word.Length > Longest ? word[..Longest] : word;
    }
}
