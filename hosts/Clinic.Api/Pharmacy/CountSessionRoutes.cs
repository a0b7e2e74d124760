using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Problems;
using Clinic.Api.Security;
using Clinic.Pharmacy.CountSessions;
using static Clinic.Pharmacy.Rights.PharmacyAct;

namespace Clinic.Api.Pharmacy;

/// <summary>Counting by sessions.</summary>
internal static class CountSessionRoutes
{
    public static void MapCountSessions(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Counting");
        r.Read("/count-sessions", "Lists counting sessions, last planned first; blind ones hide what is expected until the review.", ListAsync);
        r.Read("/count-sessions/{session}", "Reads one counting session; a blind one hides what is expected until the review.", FindAsync);
        r.MapGet("/count-sessions/{session}/sheet", SheetAsync).With("/count-sessions/{session}/sheet", "The blank count sheet to print, without quantities.", "read", [], changes: false);
        r.Read("/count-plan", "What lies at a location and when it must be counted next, the most urgent first.", PlanAsync);
        r.Act("/count-sessions", "Plans a counting session.", Count, AddAsync);
        r.Act("/count-sessions/{session}/start", "Freezes the list of a session; counting begins.", Count, StartAsync);
        r.Act("/count-sessions/{session}/counts", "Writes down what was counted; a later entry corrects an earlier one.", Count, EnterAsync);
        r.Act("/count-sessions/{session}/submit", "Hands a round in, to a recount or to the review.", Count, SubmitAsync);
        r.Act("/count-sessions/{session}/recount", "Sends lines back to be counted once more.", ApproveCount, RecountAsync);
        r.Act("/count-sessions/{session}/approve", "Accepts the counts and posts them, all or none.", ApproveCount, ApproveAsync);
        r.Act("/count-sessions/{session}/cancel", "Gives a counting session up; nothing is posted.", Count, CancelAsync);
    }

    private static Task<Page<CountSessionView>> ListAsync(
        Caller caller, LocationId? location, Word<CountSessionStatus>? status, [AsParameters] Paged paged, CountInquiries inquiries, CancellationToken ct) =>
        inquiries.SessionsAsync(caller.Tenant, location, status?.Value, caller.Actor.Person, paged.Request, ct);

    private static async Task<CountSessionView> FindAsync(Caller caller, CountSessionId session, CountInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.SessionAsync(caller.Tenant, session, caller.Actor.Person, ct);
        ReadVersion.Tell(http, found.Version);
        return found;
    }

    private static async Task<IResult> SheetAsync(Caller caller, CountSessionId session, CountInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var language = Languages.Of(http);
        return Printed.Html(http, await inquiries.SheetAsync(caller.Tenant, session, language, ct), language);
    }

    private static async Task<Page<CountDue>> PlanAsync(Caller caller, LocationId location, [AsParameters] Paged paged, CountInquiries inquiries, CancellationToken ct) =>
        paged.Slice(await inquiries.PlanAsync(caller.Tenant, location, ct), d => $"{d.Due.ToUnixTimeMicroseconds():D20}|{d.Lot}");

    private static Task<CountSessionAnswer> AddAsync(SiteCommand command, Body<PlanCountRequest> body, SessionCounting counting, CancellationToken ct) =>
        counting.PlanAsync(command.X, new PlanCountSession(body.Value.Location, body.Value.Kind, body.Value.Scope, body.Value.IsBlind), ct);

    private static Task<CountSessionAnswer> StartAsync(
        SiteCommand command, CountSessionId session, ReadVersion read, Body<VersionRequest> body, SessionCounting counting, CancellationToken ct) =>
        counting.StartAsync(command.X, new StartCountSession(session, read.Or(body.Value.Version)), ct);

    private static Task<CountSessionAnswer> EnterAsync(
        SiteCommand command, CountSessionId session, Body<EnterCountsRequest> body, SessionCounting counting, HttpContext http, CancellationToken ct) =>
        counting.EnterAsync(command.X, body.Value.ToCommand(session, Device.Of(http, body.Value.Device)), ct);

    private static Task<CountSessionAnswer> SubmitAsync(
        SiteCommand command, CountSessionId session, ReadVersion read, Body<VersionRequest> body, SessionCounting counting, CancellationToken ct) =>
        counting.SubmitAsync(command.X, new SubmitCounts(session, read.Or(body.Value.Version)), ct);

    private static Task<CountSessionAnswer> RecountAsync(
        SiteCommand command, CountSessionId session, ReadVersion read, Body<RecountRequest> body, SessionCounting counting, CancellationToken ct) =>
        counting.AskRecountAsync(command.X, new AskRecount(session, read.Or(body.Value.Version), body.Value.Lots), ct);

    private static Task<CountApproval> ApproveAsync(
        SiteCommand command, CountSessionId session, ReadVersion read, Body<ApproveCountRequest> body, SessionCounting counting, CancellationToken ct) =>
        counting.ApproveAsync(command.X, new ApproveCountSession(session, read.Or(body.Value.Version), body.Value.Note), ct);

    private static Task<CountSessionAnswer> CancelAsync(
        SiteCommand command, CountSessionId session, ReadVersion read, Body<GiveUpRequest> body, SessionCounting counting, CancellationToken ct) =>
        counting.CancelAsync(command.X, new CancelCountSession(session, read.Or(body.Value.Version), body.Value.Reason), ct);
}
