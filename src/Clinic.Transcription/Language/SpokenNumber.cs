namespace Clinic.Transcription.Language;

/// <summary>A number as it was said or written, with its place in the text.</summary>
/// <param name="Value">The number; the first of a pair.</param>
/// <param name="Second">The second number of a pair such as a pressure; null for one number.</param>
/// <param name="Start">The first character, in UTF-16 units.</param>
/// <param name="Length">Of the words or digits, without the unit.</param>
public readonly record struct SpokenNumber(decimal Value, decimal? Second, int Start, int Length)
{
    /// <summary>The unit in one spelling, such as <c>mg</c>; null where none follows.</summary>
    public string? Unit { get; init; }

    /// <summary>The character after the unit, or after the number where there is none.</summary>
    public int EndWithUnit { get; init; }
}
