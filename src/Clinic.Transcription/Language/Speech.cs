namespace Clinic.Transcription.Language;

/// <summary>The languages that the rules know.</summary>
internal static class Speech
{
    /// <summary><c>en</c> for every English, <c>es</c> for all else.</summary>
    public static string Of(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "es";
}
