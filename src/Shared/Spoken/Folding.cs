using Clinic.Abstractions;

namespace Clinic.Spoken;

/// <summary>Words without case and accents, with the signs that people take for letters made alike.</summary>
internal static class Folding
{
    // The micro sign and the Greek letter that looks like it.
    public static string Fold(string word) => FoldedText.Of(word).Replace('\u00b5', 'u').Replace('\u03bc', 'u');

    /// <summary>A phrase of a table as folded words.</summary>
    public static string[] Words(string phrase) => Fold(phrase).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
