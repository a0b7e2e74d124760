using NodaTime;

namespace Clinic.Abstractions.Conversations;

/// <summary>Words and durations as they are kept.</summary>
internal static class ConversationText
{
    /// <summary>The text without what no store keeps; what is too long is cut.</summary>
    public static string Kept(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        // Whatever was typed is logged, so halves of characters and controls are replaced, never refused.
        var kept = string.Create(Math.Min(text.Length, Utterance.LongestText), text, static (span, all) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = char.IsControl(all[i]) ? ' ' : IsHalf(all, i, span.Length) ? '\ufffd' : all[i];
        });
        return kept;
    }

    public static Duration Microseconds(Duration took) =>
        took < Duration.Zero ? Duration.Zero : Duration.FromTicks(took.BclCompatibleTicks / 10 * 10);

    private static bool IsHalf(string text, int i, int end)
    {
        if (char.IsHighSurrogate(text[i])) return i + 1 >= end || !char.IsLowSurrogate(text[i + 1]);
        return char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
    }
}
