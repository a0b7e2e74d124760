using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using NodaTime;

namespace Clinic.Api.Transcription;

/// <summary>A published consent form.</summary>
/// <param name="Version">1 upwards.</param>
/// <param name="Scopes">What it asks for.</param>
/// <param name="Texts">Its words, one per language.</param>
/// <param name="PublishedAt">From when on it was the current one.</param>
/// <param name="PublishedBy">Who answers for its words.</param>
public sealed record ConsentFormResponse(int Version, IReadOnlyList<ConsentScope> Scopes, IReadOnlyList<ConsentText> Texts, Instant PublishedAt, PersonId PublishedBy)
{
    internal static ConsentFormResponse Of(ConsentForm f) => new(f.Version, Transcription.Scopes.Words(f.Scopes), f.Texts, f.PublishedAt, f.PublishedBy);
}

/// <summary>What was decided about a session once.</summary>
/// <param name="Id">The id.</param>
/// <param name="Sequence">1 upwards in the session.</param>
/// <param name="Kind">Granted, refused or withdrawn.</param>
/// <param name="Scopes">What it is about.</param>
/// <param name="FormVersion">The form that was shown.</param>
/// <param name="Given">By whom and how.</param>
/// <param name="RecordedBy">Who wrote it down.</param>
/// <param name="At">When.</param>
public sealed record ConsentDecisionResponse(
    ConsentDecisionId Id, int Sequence, ConsentKind Kind, IReadOnlyList<ConsentScope> Scopes, int? FormVersion, GivenBy Given, PersonId RecordedBy, Instant At)
{
    internal static ConsentDecisionResponse Of(ConsentDecision d) =>
        new(d.Id, d.Sequence, d.Kind, Transcription.Scopes.Words(d.Scopes), d.FormVersion, d.Given, d.RecordedBy, d.At);

    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}

/// <summary>What holds now for a session.</summary>
/// <param name="Granted">The scopes that stand.</param>
/// <param name="FormVersion">The form of the last grant.</param>
/// <param name="GrantedAt">When it was last granted.</param>
/// <param name="RefusedAt">When everything was refused.</param>
/// <param name="WithdrawnAt">When recording or text lost its consent.</param>
public sealed record ConsentStateResponse(IReadOnlyList<ConsentScope> Granted, int? FormVersion, Instant? GrantedAt, Instant? RefusedAt, Instant? WithdrawnAt)
{
    internal static ConsentStateResponse Of(ConsentState s) => new(Scopes.Words(s.Granted), s.FormVersion, s.GrantedAt, s.RefusedAt, s.WithdrawnAt);
}
