using Clinic.Abstractions;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Sessions;
using Clinic.Transcription.Transcripts;

namespace Clinic.Transcription.Reports;

/// <summary>Reads sessions and their words as reports need them.</summary>
internal sealed class SessionSources(ISessionStore sessions, TranscriptArchive transcripts) : IReportSources
{
    public async Task<ReportSource?> FindAsync(TenantId tenant, SessionId session, CancellationToken ct)
    {
        if (await sessions.FindAsync(tenant, session, ct).ConfigureAwait(false) is not { } found) return null;
        var state = found.ToSnapshot();
        var words = found.IsReadable ? await transcripts.FindAsync(tenant, session, ct).ConfigureAwait(false) : null;
        return new()
        {
            Session = session,
            Fact = found.Fact,
            Version = found.Version,
            Site = state.Site,
            Patient = state.Patient,
            Encounter = state.Encounter,
            Physician = state.Physician,
            Assistant = state.Assistant,
            Language = state.Language,
            Status = state.Status.ToString(),
            MayDraft = state.Consent.Allows(ConsentScope.AiDraft),
            MayLeave = state.Consent.Allows(ConsentScope.ExternalProvider),
            IsWithdrawn = state.Consent.WithdrawnAt is not null,
            VisitedAt = state.StartedAt ?? state.CreatedAt,
            Words = words,
        };
    }
}
