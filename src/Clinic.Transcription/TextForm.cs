namespace Clinic.Transcription;

/// <summary>The form of texts that people type: names, codes, reasons.</summary>
internal static class TextForm
{
    public static bool IsText(string? value, int longest) =>
        value is { Length: > 0 } && value.Length <= longest && !value.Any(char.IsControl)
        && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]) && !HasLoneSurrogate(value);

    public static bool IsProse(string? value, int longest) =>
        value is { Length: > 0 } && value.Length <= longest && !value.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
        && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]) && !HasLoneSurrogate(value);

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
