using Clinic.Abstractions;
using Clinic.Transcription.Sessions;
using NodaTime;

namespace Clinic.Transcription.Consents;

/// <summary>What was decided about one session, by whom and how; never changed, only followed by another.</summary>
/// <param name="Id">The id.</param>
/// <param name="Patient">Whose visit it is.</param>
/// <param name="Session">The session.</param>
/// <param name="Sequence">1 upwards in the session.</param>
/// <param name="Kind">Granted, refused or withdrawn.</param>
/// <param name="Scopes">What it is about; of a refusal nothing.</param>
/// <param name="FormVersion">The form that was shown; null where none was, as for a withdrawal by telephone.</param>
/// <param name="Given">By whom and how it was decided.</param>
/// <param name="RecordedBy">Who wrote it down.</param>
/// <param name="At">When.</param>
public sealed record ConsentDecision(
    ConsentDecisionId Id, PatientId Patient, SessionId Session, int Sequence, ConsentKind Kind, ConsentScope Scopes, int? FormVersion, GivenBy Given,
    PersonId RecordedBy, Instant At)
{
    /// <summary>The decision as the subject of audit entries.</summary>
    public FactKey Fact => new("transcription.consent-decision", Id.Value);

    /// <summary>The kind and id only.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
