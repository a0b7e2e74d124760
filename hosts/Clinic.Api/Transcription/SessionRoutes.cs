using Clinic.Abstractions;
using Clinic.Abstractions.Administration;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.Transcription;
using Clinic.Transcription.Consents;
using Clinic.Transcription.Rights;
using Clinic.Transcription.Sessions;

namespace Clinic.Api.Transcription;

/// <summary>Sessions: consent, holds, ends and how far they are.</summary>
internal static class SessionRoutes
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        Role[] readers = [.. TranscriptionRights.RolesFor(TranscriptionAct.ReadSessions)];
        var r = api.MapGroup("").WithTags("Recorded visits");
        r.Read("/transcription/sessions", "Lists recorded visits, last opened first; every look is in the audit.", ListAsync, readers);
        r.Read("/transcription/sessions/{session}", "Reads how far a recorded visit is.", FindAsync, readers);
        r.Read("/transcription/sessions/{session}/consents", "What the patient of a recorded visit decided, in its order.", ConsentsAsync, readers);
        r.Act("/transcription/sessions", "Opens a recorded visit of a patient; nothing is recorded before consent.", TranscriptionAct.CreateSession, CreateAsync);
        r.Act("/transcription/sessions/{session}/consent/grant", "Writes down that the patient agrees to the form that was shown.", TranscriptionAct.RecordConsent, GrantAsync);
        r.Act("/transcription/sessions/{session}/consent/refuse", "Writes down that the patient refuses; the visit goes on without a recording.", TranscriptionAct.RecordConsent, RefuseAsync);
        r.Act("/transcription/sessions/{session}/consent/withdraw", "Writes down that consent is taken back; what it covered is erased.", TranscriptionAct.WithdrawConsent, WithdrawAsync);
        r.Act("/transcription/sessions/{session}/cancel", "Ends a recorded visit; audio and text are erased.", TranscriptionAct.CancelSession, CancelAsync);
        r.Act("/transcription/sessions/{session}/retry", "Lets a failed transcription be tried again.", TranscriptionAct.RetryTranscription, RetryAsync);
        r.Act("/transcription/sessions/{session}/hear-anew", "Lets a recording that has a text be heard again; the new text is a new version.", TranscriptionAct.HearAnew, HearAnewAsync);
        r.Act("/transcription/sessions/{session}/assign", "Says which assistant helps with a recorded visit, or none.", TranscriptionAct.AssignAssistant, AssignAsync);
        r.Act("/transcription/sessions/{session}/hold", "Lets nothing of a recorded visit be erased, as the law asks.", TranscriptionAct.HoldSession, HoldAsync);
        r.Act("/transcription/sessions/{session}/release", "Ends the hold on a recorded visit.", TranscriptionAct.HoldSession, ReleaseAsync);
    }

    private static async Task<Page<SessionResponse>> ListAsync(
        SiteReading reading, [AsParameters] SessionFilter filter, [AsParameters] Paged paged, SessionInquiries inquiries, PatientReadLog reads, CancellationToken ct)
    {
        var page = await inquiries.ListAsync(reading.X, filter.Query, paged.Request, ct);
        await reads.NoteAsync(reading.X, "session.listed", page.Items.Select(s => s.Session.Patient), ct);
        return new([.. page.Items.Select(SessionResponse.Of)], page.Next);
    }

    private static async Task<SessionResponse> FindAsync(
        SiteReading reading, SessionId session, SessionInquiries inquiries, PatientReadLog reads, HttpContext http, CancellationToken ct)
    {
        var found = await SeenAsync(reading, session, inquiries, reads, ct);
        ReadVersion.Tell(http, found.Session.Version);
        return SessionResponse.Of(found);
    }

    private static async Task<IReadOnlyList<ConsentDecisionResponse>> ConsentsAsync(
        SiteReading reading, SessionId session, SessionInquiries inquiries, ConsentDesk desk, PatientReadLog reads, CancellationToken ct)
    {
        await SeenAsync(reading, session, inquiries, reads, ct);
        return [.. (await desk.DecisionsAsync(reading.X, session, ct)).Select(ConsentDecisionResponse.Of)];
    }

    private static Task<SessionAnswer> CreateAsync(SiteCommand command, Body<CreateSessionRequest> body, SessionDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.CreateAsync(
            command.X, new() { Kind = b.Kind, Patient = b.Patient, Physician = b.Physician, Assistant = b.Assistant, Encounter = b.Encounter, Language = b.Language }, ct);
    }

    private static Task<SessionAnswer> GrantAsync(SiteCommand command, SessionId session, ReadVersion read, Body<GrantConsentRequest> body, SessionDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.RunAsync(
            command.X, new GrantConsent { Session = session, Version = read.OrAny(b.Version), FormVersion = b.FormVersion, Scopes = Scopes.Of(b.Scopes), Given = b.Given.Given }, ct);
    }

    private static Task<SessionAnswer> RefuseAsync(SiteCommand command, SessionId session, ReadVersion read, Body<RefuseConsentRequest> body, SessionDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.RunAsync(command.X, new RefuseConsent { Session = session, Version = read.OrAny(b.Version), FormVersion = b.FormVersion, Given = b.Given.Given }, ct);
    }

    private static Task<SessionAnswer> WithdrawAsync(SiteCommand command, SessionId session, ReadVersion read, Body<WithdrawConsentRequest> body, SessionDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.RunAsync(command.X, new WithdrawConsent
        {
            Session = session,
            Version = read.OrAny(b.Version),
            Scopes = b.Scopes is { } scopes ? Scopes.Of(scopes) : null,
            Given = b.Given.Given,
        }, ct);
    }

    private static Task<SessionAnswer> CancelAsync(SiteCommand command, SessionId session, ReadVersion read, Body<CancelSessionRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new CancelSession { Session = session, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);

    private static Task<SessionAnswer> RetryAsync(SiteCommand command, SessionId session, ReadVersion read, Body<SessionStepRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new RetryTranscription { Session = session, Version = read.OrAny(body.Value.Version) }, ct);

    private static Task<SessionAnswer> HearAnewAsync(SiteCommand command, SessionId session, ReadVersion read, Body<HearAnewRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new HearAnew { Session = session, Version = read.OrAny(body.Value.Version), ReplaceCorrections = body.Value.ReplaceCorrections }, ct);

    private static Task<SessionAnswer> AssignAsync(SiteCommand command, SessionId session, ReadVersion read, Body<AssignAssistantRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new AssignAssistant { Session = session, Version = read.OrAny(body.Value.Version), Assistant = body.Value.Assistant }, ct);

    private static Task<SessionAnswer> HoldAsync(SiteCommand command, SessionId session, ReadVersion read, Body<HoldSessionRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new HoldSession { Session = session, Version = read.OrAny(body.Value.Version), Reason = body.Value.Reason }, ct);

    private static Task<SessionAnswer> ReleaseAsync(SiteCommand command, SessionId session, ReadVersion read, Body<SessionStepRequest> body, SessionDesk desk, CancellationToken ct) =>
        desk.RunAsync(command.X, new ReleaseSession { Session = session, Version = read.OrAny(body.Value.Version) }, ct);

    // Whoever sees a visit sees whose it is, and the audit says so before anything is shown.
    private static async Task<SessionView> SeenAsync(SiteReading reading, SessionId session, SessionInquiries inquiries, PatientReadLog reads, CancellationToken ct)
    {
        var found = await inquiries.FindAsync(reading.X, session, ct) ?? throw new TranscriptionException(TranscriptionRules.SessionUnknown, ("session", session));
        await reads.NoteAsync(reading.X, "session.read", [found.Session.Patient], ct);
        return found;
    }
}
