using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Consents;

/// <summary>One published version of the words that patients agree to; it never changes.</summary>
/// <param name="Version">1 upwards; the highest is the current one.</param>
/// <param name="Scopes">What it asks for; a patient may agree to a part.</param>
/// <param name="Texts">One per language.</param>
/// <param name="PublishedAt">From then on it is the current one.</param>
/// <param name="PublishedBy">Who answers for its words.</param>
public sealed record ConsentForm(int Version, ConsentScope Scopes, IReadOnlyList<ConsentText> Texts, Instant PublishedAt, PersonId PublishedBy)
{
    /// <summary>The forms of a clinic as a fact; each clinic has one line of versions.</summary>
    public static FactKey Fact(TenantId tenant) => new("transcription.consent-form", tenant.Value);

    /// <summary>The words in a language, or null.</summary>
    public ConsentText? In(string language) => Texts.FirstOrDefault(t => string.Equals(t.Language, language, StringComparison.Ordinal));

    /// <summary>The version only.</summary>
    public override string ToString() => FormattableString.Invariant($"{nameof(ConsentForm)} {Version}");
}
