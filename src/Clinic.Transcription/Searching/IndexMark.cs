using System.Globalization;

namespace Clinic.Transcription.Searching;

/// <summary>The mark of a page of hits: how many came before.</summary>
public static class IndexMark
{
    private const int Furthest = 100_000;

    /// <summary>After so many hits.</summary>
    public static string Of(int hits) => hits.ToString(CultureInfo.InvariantCulture);

    /// <summary>How many hits came before; none where there is no mark, false where it is none of ours.</summary>
    public static bool TryParse(string? mark, out int hits)
    {
        hits = 0;
        return mark is null || (int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out hits) && hits <= Furthest);
    }
}
