using System.Text;
using System.Text.Json;
using NodaTime;

namespace Clinic.Transcription.Deepgram.Protocol;

/// <summary>Reads what is there in the form that is expected, and passes over the rest.</summary>
internal static class LenientJson
{
    private const double LongestSeconds = 1_000_000;

    public static JsonElement? Find(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>Text as people read it, in NFC, without outer spaces; never null.</summary>
    public static string Words(this JsonElement element, string name)
    {
        var text = element.Text(name)?.Trim() ?? "";
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a character cannot be normalised; it stays as it came.
            return text;
        }
    }

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object) : [];

    public static double? Number(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    public static int? Whole(this JsonElement element, string name) => element.Number(name) is >= 0 and <= int.MaxValue and var number ? (int)number : null;

    public static bool Is(this JsonElement element, string name) => element.Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>Seconds of audio, to the microsecond; null where they are negative or none.</summary>
    public static Duration? Seconds(this JsonElement element, string name) =>
        element.Number(name) is >= 0 and <= LongestSeconds and var seconds ? Duration.FromTicks((long)Math.Round(seconds * 1_000_000) * 10) : null;

    public static double? Share(this JsonElement element, string name) => element.Number(name) is { } share ? Math.Clamp(share, 0, 1) : null;
}
