namespace Clinic.Abstractions;

/// <summary>What a desk typed to find patients: words of a name, or the beginning of a document number.</summary>
/// <remarks>Every store compares by the two keys, so that all of them find the same people.</remarks>
public sealed class PatientSearch
{
    /// <summary>The longest text that is searched.</summary>
    public const int LongestText = 200;

    private const string Apostrophes = "'’‘´`";

    /// <summary>A search for a text; blank text finds nobody.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="LongestText"/>.</exception>
    public PatientSearch(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > LongestText) throw new ArgumentException($"At most {LongestText} characters are searched.", nameof(text));
        Words = [.. NameKey(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        Document = DocumentKey(text) ?? "";
    }

    /// <summary>The words; each must occur in <see cref="NameKey"/>.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>With what <see cref="DocumentKey"/> may begin instead.</summary>
    public string Document { get; }

    /// <summary>Whether there is nothing to search for.</summary>
    public bool IsEmpty => Words.Count == 0;

    /// <summary>A name as it is searched and ordered: folded, and without apostrophes.</summary>
    public static string NameKey(string name) => string.Concat(FoldedText.Of(name).Where(c => !Apostrophes.Contains(c, StringComparison.Ordinal)));

    /// <summary>A document number as its beginning is searched; null when there is none.</summary>
    public static string? DocumentKey(string? number) => number is null ? null : FoldedText.Of(number).Trim();

    /// <summary>Whether a patient is found.</summary>
    public bool Finds(Patient patient)
    {
        ArgumentNullException.ThrowIfNull(patient);
        if (IsEmpty) return false;
        var name = NameKey(patient.Name);
        return Words.All(w => name.Contains(w, StringComparison.Ordinal))
            || DocumentKey(patient.DocumentNumber)?.StartsWith(Document, StringComparison.Ordinal) == true;
    }
}
