using Clinic.Abstractions;
using Clinic.Transcription.Sessions;

namespace Clinic.Transcription.Consents;

/// <summary>Keeps forms and decisions; both only grow.</summary>
public interface IConsentStore
{
    /// <summary>The current form, or null where none was published.</summary>
    Task<ConsentForm?> CurrentFormAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>A form, or null.</summary>
    Task<ConsentForm?> FindFormAsync(TenantId tenant, int version, CancellationToken cancellationToken);

    /// <summary>All forms, the newest first.</summary>
    Task<IReadOnlyList<ConsentForm>> FormsAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>The decisions about a session, in their order.</summary>
    Task<IReadOnlyList<ConsentDecision>> OfSessionAsync(TenantId tenant, SessionId session, CancellationToken cancellationToken);

    /// <summary>The decisions of a patient over all sessions, by instant and id.</summary>
    Task<IReadOnlyList<ConsentDecision>> OfPatientAsync(TenantId tenant, PatientId patient, CancellationToken cancellationToken);

    /// <summary>Stages a form; its version is one more than the current one, or it conflicts.</summary>
    void Add(IUnit unit, ConsentForm form);

    /// <summary>Stages a decision; its sequence is one more than the last of its session, or it conflicts.</summary>
    void Add(IUnit unit, ConsentDecision decision);
}
