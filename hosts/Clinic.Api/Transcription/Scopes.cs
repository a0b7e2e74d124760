using Clinic.Transcription.Consents;

namespace Clinic.Api.Transcription;

/// <summary>Scopes as lists of words, as requests and answers have them.</summary>
internal static class Scopes
{
    public static ConsentScope Of(IEnumerable<ConsentScope> words) => words.Aggregate(ConsentScope.None, (all, one) => all | one);

    public static IReadOnlyList<ConsentScope> Words(ConsentScope scopes) => ConsentScopes.Each(scopes);
}
