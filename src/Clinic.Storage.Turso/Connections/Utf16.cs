using System.Text;

namespace Clinic.Storage.Turso;

/// <summary>Texts that UTF-8 can carry.</summary>
internal static class Utf16
{
    /// <summary>Returns the text when every surrogate has its partner; the error does not repeat the text.</summary>
    public static string? Checked(string? text) =>
        text is null || IsWellFormed(text)
            ? text
            : throw new ArgumentException("The text holds half of a surrogate pair, which is no character and cannot be stored.", nameof(text));

    /// <summary>Replaces what is no character, for texts that must be written in any case, such as audit notes.</summary>
    public static string? Repaired(string? text)
    {
        if (text is null || IsWellFormed(text)) return text;
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) repaired.Append(rune.ToString());
        return repaired.ToString();
    }

    /// <summary>Cuts a text to a length without cutting a pair in two.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];

    private static bool IsWellFormed(string text)
    {
        var from = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff');
        if (from < 0) return true;
        for (var i = from; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
