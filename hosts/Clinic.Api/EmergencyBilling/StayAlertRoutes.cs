using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Rights;
using Clinic.EmergencyBilling.Stays;
using static Clinic.EmergencyBilling.Rights.EmergencyAct;

namespace Clinic.Api.EmergencyBilling;

/// <summary>Alerts of stays, what a site is warned of, and the running timers.</summary>
internal static class StayAlertRoutes
{
    public static void MapStayAlerts(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Emergency alerts");
        r.Read("/emergency/alerts", "Lists alerts of stays that stand, last raised first, or those in another status.", ListAsync, [.. EmergencyRights.RolesFor(ReadAlerts)]);
        r.Act("/emergency/alerts/{alert}/acknowledge", "Says that somebody looks after an alert of a stay; nobody else is told of it.", AnswerAlerts, AcknowledgeAsync);
        r.Read("/emergency/alert-rules", "What the stays of the site are warned of, in the last version or another.", RulesAsync, [.. EmergencyRights.RolesFor(ReadAlertRules)]);
        r.Read("/emergency/alert-rules/history", "All versions of what the stays of the site are warned of, last first.", HistoryAsync, [.. EmergencyRights.RolesFor(ReadAlertRules)]);
        r.Act("/emergency/alert-rules", "Writes the next version of what the stays of the site are warned of.", SetAlertRules, SetAsync);
        r.Read("/emergency/stays/stream", "The running timers of the open stays of the site, as server-sent events.", StayStream.RunAsync, [.. EmergencyRights.RolesFor(ReadStays)])
            .Produces<string>(StatusCodes.Status200OK, StayStream.MediaType);
    }

    private static Task<Page<StayAlert>> ListAsync(
        SiteReading reading, Word<StayAlertStatus>? status, StayId? stay, [AsParameters] Paged paged, StayAlertInquiries inquiries, CancellationToken ct)
    {
        StayAlertStatus[] statuses = status is { } one ? [one.Value] : [StayAlertStatus.Open, StayAlertStatus.Acknowledged];
        return inquiries.ListAsync(reading.X, new() { Statuses = statuses, Stay = stay }, paged.Request, ct);
    }

    private static Task<StayAlertAnswer> AcknowledgeAsync(SiteCommand command, StayAlertId alert, Body<AcknowledgeStayAlertRequest> body, StayAlertDesk desk, CancellationToken ct) =>
        desk.AcknowledgeAsync(command.X, new(alert, body.Value.Note), ct);

    private static async Task<StayAlertRulesResponse> RulesAsync(SiteReading reading, int? version, StayAlertInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.RulesAsync(reading.X, version, ct);
        ReadVersion.Tell(http, found.Version);
        return StayAlertRulesResponse.Of(found);
    }

    private static async Task<Page<StayAlertRulesResponse>> HistoryAsync(SiteReading reading, [AsParameters] Paged paged, StayAlertInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.RulesHistoryAsync(reading.X, paged.Request, ct);
        return new([.. page.Items.Select(StayAlertRulesResponse.Of)], page.Next);
    }

    private static Task<StayAlertRulesAnswer> SetAsync(SiteCommand command, ReadVersion read, Body<StayAlertRulesRequest> body, StayAlertDesk desk, CancellationToken ct)
    {
        var b = body.Value;
        return desk.SetRulesAsync(command.X, new((int)(read.OrAny(b.Version) ?? 0), [.. b.Rules.Select(r => r.ToRule())], b.Reason, b.EscalateAfter), ct);
    }
}
