namespace Clinic.Guards;

/// <summary>Collects every malformed field of data that is nobody's secret, such as a catalogue's; short texts are shown.</summary>
internal sealed class FieldCheck
{
    private readonly Failures failures = new();

    public void Text(string field, string? value, int longest) =>
        Check(field, TextForm.IsText(value, longest), Found(value), $"1 to {longest} characters without control characters or outer spaces");

    public void OptionalText(string field, string? value, int longest) =>
        Check(field, value is null || TextForm.IsText(value, longest), Found(value), $"nothing, or 1 to {longest} characters without control characters or outer spaces");

    public void Check(string field, bool holds, object? found, string allowed) => failures.Field(field, holds, found, allowed);

    public void ThrowIfAny() => failures.ThrowIfAny();

    // A text of a megabyte is told by its length; a short one is shown.
    private static string Found(string? value) =>
        value is null ? "nothing" : value.Length == 0 ? "an empty text" : value.Length > 60 ? $"{value.Length} characters" : value;
}
