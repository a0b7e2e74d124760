using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Api.Security;
using Clinic.Pharmacy.Alerts;
using Clinic.Pharmacy.Medications;
using static Clinic.Pharmacy.Rights.PharmacyAct;

namespace Clinic.Api.Pharmacy;

/// <summary>What the pharmacy warns of, and the rules behind it.</summary>
internal static class AlertRoutes
{
    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        var r = api.MapGroup("").WithTags("Alerts");
        r.Read("/alerts", "Lists alerts, last raised first.", ListAsync);
        r.Read("/alerts/badges", "Counts the alerts that wait for the caller's departments, per kind and severity.", BadgesAsync);
        r.Read("/alerts/{alert}", "Reads one alert with the figures behind it.", FindAsync);
        r.Act("/alerts/{alert}/acknowledge", "Says that somebody looks after an alert.", AnswerAlert, AcknowledgeAsync);
        r.Act("/alerts/{alert}/snooze", "Puts an alert off.", AnswerAlert, SnoozeAsync);
        r.Act("/alerts/{alert}/resolve", "Closes an alert; while its cause lasts it is not raised again.", AnswerAlert, ResolveAsync);
        r.Read("/alert-rules", "Lists the rules of what to warn of.", RulesAsync);
        r.Read("/alert-rules/{rule}", "Reads one rule of what to warn of.", RuleAsync);
        r.Act("/alert-rules", "Adds a rule of what to warn of.", ManageAlerts, AddAsync);
        r.Act("/alert-rules/{rule}/revise", "Changes a rule of what to warn of.", ManageAlerts, ReviseAsync);
        r.Act("/alert-rules/{rule}/retire", "Takes a rule of what to warn of out of use.", ManageAlerts, RetireAsync);
        r.Act("/alert-rules/preview", "Says what a rule would raise now; saves nothing.", ManageAlerts, PreviewAsync);
    }

    private static async Task<Page<AlertSnapshot>> ListAsync(
        Caller caller, [AsParameters] AlertFilter filter, [AsParameters] Paged paged, AlertInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.AlertsAsync(caller.Tenant, filter.ToQuery(), paged.Request, ct);
        return new([.. page.Items.Select(a => a.ToSnapshot())], page.Next);
    }

    private static Task<IReadOnlyList<AlertBadge>> BadgesAsync(Caller caller, AlertInquiries inquiries, CancellationToken ct) =>
        inquiries.BadgesAsync(caller.Tenant, caller.Person.AsActor(), ct);

    private static async Task<AlertSnapshot> FindAsync(Caller caller, AlertId alert, AlertInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.AlertAsync(caller.Tenant, alert, ct);
        ReadVersion.Tell(http, found.Version);
        return found.ToSnapshot();
    }

    private static Task<AlertAnswer> AcknowledgeAsync(SiteCommand command, AlertId alert, ReadVersion read, Body<AlertNoteRequest> body, AlertDesk desk, CancellationToken ct) =>
        desk.AcknowledgeAsync(command.X, new(alert, read.Or(body.Value.Version), body.Value.Note), ct);

    private static Task<AlertAnswer> SnoozeAsync(SiteCommand command, AlertId alert, ReadVersion read, Body<SnoozeAlertRequest> body, AlertDesk desk, CancellationToken ct) =>
        desk.SnoozeAsync(command.X, new(alert, read.Or(body.Value.Version), body.Value.Until, body.Value.Note), ct);

    private static Task<AlertAnswer> ResolveAsync(SiteCommand command, AlertId alert, ReadVersion read, Body<AlertNoteRequest> body, AlertDesk desk, CancellationToken ct) =>
        desk.ResolveAsync(command.X, new(alert, read.Or(body.Value.Version), body.Value.Note), ct);

    private static async Task<Page<AlertRuleSnapshot>> RulesAsync(
        Caller caller, Word<AlertKind>? kind, bool? retired, [AsParameters] Paged paged, AlertInquiries inquiries, CancellationToken ct)
    {
        var page = await inquiries.RulesAsync(caller.Tenant, kind?.Value, retired ?? false, paged.Request, ct);
        return new([.. page.Items.Select(r => r.ToSnapshot())], page.Next);
    }

    private static async Task<AlertRuleSnapshot> RuleAsync(Caller caller, AlertRuleId rule, AlertInquiries inquiries, HttpContext http, CancellationToken ct)
    {
        var found = await inquiries.RuleAsync(caller.Tenant, rule, ct);
        ReadVersion.Tell(http, found.Version);
        return found.ToSnapshot();
    }

    private static Task<CatalogueAnswer<AlertRuleId>> AddAsync(SiteCommand command, Body<AlertRuleRequest> body, AlertRules rules, CancellationToken ct) =>
        rules.AddAsync(command.X, new(body.Value.Kind, body.Value.Rule), ct);

    private static Task<CatalogueAnswer<AlertRuleId>> ReviseAsync(
        SiteCommand command, AlertRuleId rule, ReadVersion read, Body<ReviseAlertRuleRequest> body, AlertRules rules, CancellationToken ct) =>
        rules.ReviseAsync(command.X, new(rule, read.Or(body.Value.Version), body.Value.Rule), ct);

    private static Task<CatalogueAnswer<AlertRuleId>> RetireAsync(
        SiteCommand command, AlertRuleId rule, ReadVersion read, Body<VersionRequest> body, AlertRules rules, CancellationToken ct) =>
        rules.RetireAsync(command.X, new(rule, read.Or(body.Value.Version)), ct);

    private static Task<Page<AlertCause>> PreviewAsync(
        SiteCommand command, Body<AlertRuleRequest> body, [AsParameters] Paged paged, AlertInquiries inquiries, CancellationToken ct) =>
        inquiries.PreviewAsync(command.X.Tenant, body.Value.Kind, body.Value.Rule, paged.Request, ct);
}
