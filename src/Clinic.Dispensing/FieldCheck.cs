using Clinic.Abstractions;

namespace Clinic.Dispensing;

/// <summary>Collects every malformed field before refusing.</summary>
internal sealed class FieldCheck
{
    private readonly List<RuleFailure> failures = [];

    public void Text(string field, string? value, int longest) =>
        Check(field, IsText(value, longest), Found(value), $"1 to {longest} characters without control characters or outer spaces");

    public void OptionalText(string field, string? value, int longest) =>
        Check(field, value is null || IsText(value, longest), Found(value), $"nothing, or 1 to {longest} characters without control characters or outer spaces");

    public void Check(string field, bool holds, object? found, string allowed)
    {
        if (!holds) failures.Add(new(DispensingRules.FieldInvalid, ("field", field), ("found", found ?? "nothing"), ("allowed", allowed)));
    }

    public void ThrowIfAny()
    {
        if (failures.Count > 0) throw new DispensingException(failures);
    }

    public static bool IsText(string? value, int longest) =>
        value is { Length: > 0 } && value.Length <= longest && !value.Any(char.IsControl)
        && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]) && !HasLoneSurrogate(value);

    // A text of a megabyte is told by its length; a short one is shown.
    private static string Found(string? value) =>
        value is null ? "nothing" : value.Length == 0 ? "an empty text" : value.Length > 60 ? $"{value.Length} characters" : value;

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i])) return true;
        }

        return false;
    }
}
