using System.Text.Json;

namespace Clinic.Transcription.Drafting.Models;

/// <summary>Words of sections, kinds and polarities as models read and write them.</summary>
internal static class DraftWords
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    public static IReadOnlyList<string> All<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Select(Of)];

    public static TEnum? Read<TEnum>(string? word)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (Of(value) == word) return value;
        }

        return null;
    }
}
