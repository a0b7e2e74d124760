using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Transcription.Consents;

namespace Clinic.Api.Transcription;

/// <summary>The next consent form.</summary>
/// <param name="Scopes">What it asks for.</param>
/// <param name="Texts">Its words, one per language.</param>
/// <param name="Version">The version of the form that was read, or send it as If-Match; missing or 0 for the first.</param>
public sealed record ConsentFormRequest(IReadOnlyList<ConsentScope> Scopes, IReadOnlyList<ConsentText> Texts, long? Version = null) : ICarriesLines;

/// <summary>A patient agrees.</summary>
/// <param name="FormVersion">The form that was shown.</param>
/// <param name="Scopes">What the patient agrees to.</param>
/// <param name="Given">By whom and how.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record GrantConsentRequest(int FormVersion, IReadOnlyList<ConsentScope> Scopes, GivenByRequest Given, long? Version = null);

/// <summary>A patient agrees to nothing.</summary>
/// <param name="Given">By whom and how.</param>
/// <param name="FormVersion">The form that was shown, where one was.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record RefuseConsentRequest(GivenByRequest Given, int? FormVersion = null, long? Version = null);

/// <summary>A patient takes consent back.</summary>
/// <param name="Given">By whom and how.</param>
/// <param name="Scopes">What is taken back; missing for everything.</param>
/// <param name="Version">The version of the session that was read; or send it as If-Match.</param>
public sealed record WithdrawConsentRequest(GivenByRequest Given, IReadOnlyList<ConsentScope>? Scopes = null, long? Version = null);

/// <summary>By whom and how a decision was given.</summary>
/// <param name="Giver">The patient, or who answers for them.</param>
/// <param name="Manner">On screen, on paper or by word of mouth.</param>
/// <param name="Relation">What the guardian is to the patient.</param>
/// <param name="Witness">Who heard it, for a word of mouth.</param>
/// <param name="Language">The language of the form that was shown; missing for that of the session.</param>
public sealed record GivenByRequest(ConsentGiver Giver, ConsentManner Manner, string? Relation = null, PersonId? Witness = null, string? Language = null)
{
    internal GivenBy Given => new(Giver, Manner) { Relation = Relation, Witness = Witness, Language = Language };

    /// <summary>The manner only.</summary>
    public override string ToString() => Manner.ToString();
}
