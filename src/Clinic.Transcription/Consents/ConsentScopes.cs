namespace Clinic.Transcription.Consents;

/// <summary>Scopes as sets and as words.</summary>
public static class ConsentScopes
{
    /// <summary>Everything that can be agreed to.</summary>
    public const ConsentScope All = ConsentScope.Record | ConsentScope.Transcribe | ConsentScope.AiDraft | ConsentScope.Keep | ConsentScope.ExternalProvider;

    /// <summary>Each scope of a set, in a fixed order.</summary>
    public static IReadOnlyList<ConsentScope> Each(ConsentScope scopes) =>
        [.. Enum.GetValues<ConsentScope>().Where(s => s != ConsentScope.None && scopes.HasFlag(s))];

    /// <summary>Whether a set holds known scopes only, and at least one.</summary>
    public static bool IsSome(ConsentScope scopes) => scopes != ConsentScope.None && (scopes & ~All) == ConsentScope.None;

    internal static string Text(ConsentScope scopes) => scopes == ConsentScope.None ? "nothing" : string.Join(", ", Each(scopes));
}
