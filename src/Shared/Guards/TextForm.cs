namespace Clinic.Guards;

/// <summary>The form of texts that people type: names, codes, reasons.</summary>
internal static class TextForm
{
    public static bool IsText(string? value, int longest) =>
        value is { Length: > 0 } && value.Length <= longest && !value.Any(char.IsControl)
        && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]) && !HasLoneSurrogate(value);

    /// <summary>Text that may have several lines.</summary>
    public static bool IsLines(string? value, int longest) =>
        value is not null && value.Length <= longest && !string.IsNullOrWhiteSpace(value) && !value.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) && !HasLoneSurrogate(value);

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
