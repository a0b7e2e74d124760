using System.Globalization;
using System.Text.Json;
using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Compares the causes that hold with the alerts that are there, one presentation and one commit at a time.</summary>
internal sealed class AlertScan(
    IUnitOfWork work, IAlertStore alerts, IAlertRuleStore rules, IConsumptionStore consumption, IStockStore stock,
    IMedicationStore medications, ISiteDirectory sites, IOpenDiscrepancies? discrepancies, AlertOptions options, IIdGenerator ids)
{
    private const int MostPerEvent = 500;

    public async Task<AlertRuleBook> BookAsync(TenantId tenant, CancellationToken ct)
    {
        var all = new List<AlertRule>();
        await foreach (var rule in Pages.AllAsync(p => rules.ListAsync(tenant, null, false, p, ct)).ConfigureAwait(false)) all.Add(rule);
        return new(all, options);
    }

    public async Task<IReadOnlyList<AlertScanSite>> SitesAsync(TenantId tenant, CancellationToken ct)
    {
        var all = new List<AlertScanSite>();
        foreach (var site in await sites.SitesAsync(tenant, ct).ConfigureAwait(false))
            all.Add(new(site, await sites.LocationsAsync(tenant, site.Id, ct).ConfigureAwait(false)));
        return all;
    }

    public async Task<IReadOnlyList<AlertCause>> CausesAsync(
        TenantId tenant, Presentation presentation, AlertRuleBook book, IReadOnlyList<AlertScanSite> at, Instant now, CancellationToken ct)
    {
        var window = Math.Max(book.LongestWindow, AlertJudge.UnusualWindowDays) + options.UnusualDays + 2;
        var history = await consumption.HistoryAsync(tenant, presentation.Id, now - Duration.FromDays(window), ct).ConfigureAwait(false);
        var lying = new List<LotStock>();
        await foreach (var s in Pages.AllAsync(p => stock.ListAsync(tenant, new StockQuery(presentation.Id), p, ct)).ConfigureAwait(false)) lying.Add(s);
        var medication = await medications.FindAsync(tenant, presentation.Medication, ct).ConfigureAwait(false);
        return AlertJudge.Of(new(now, at, presentation, medication, lying, history), book, options);
    }

    public Task<AlertScanAnswer> PresentationAsync(
        TenantId tenant, Presentation presentation, AlertRuleBook book, IReadOnlyList<AlertScanSite> at, Instant now, CancellationToken ct) =>
        ApplyAsync(tenant, at[0].Site.Id, presentation.Id, book, now, c => CausesAsync(tenant, presentation, book, at, now, c), ct);

    public Task<AlertScanAnswer> DiscrepanciesAsync(TenantId tenant, SiteId site, AlertRuleBook book, Instant now, CancellationToken ct) =>
        ApplyAsync(tenant, site, null, book, now, c => DiscrepancyCausesAsync(tenant, book, now, c), ct);

    /// <summary>One event for everything that waits for one, in one commit with the note that it was published.</summary>
    public async Task<int> AnnounceAsync(TenantId tenant, SiteId site, CancellationToken ct)
    {
        var told = 0;
        while ((await alerts.UnannouncedAsync(tenant, 1, ct).ConfigureAwait(false)).Count > 0)
        {
            var answer = await work.RunAsync(Job(tenant, site), new AnnounceAlerts(), async (unit, c) =>
            {
                var waiting = await alerts.UnannouncedAsync(tenant, MostPerEvent, c).ConfigureAwait(false);
                if (waiting.Count == 0) return new AlertScanAnswer(0, 0);
                foreach (var alert in waiting) alerts.Save(unit, alert.Announce());
                unit.Publish(PharmacyEvents.AlertRaised, JsonSerializer.Serialize(new AlertsRaised([.. waiting.Select(a => a.Id)]), ClinicJson.Options));
                unit.Audit("alerts.announced", AlertScanState.FactOf(tenant), string.Create(CultureInfo.InvariantCulture, $"{waiting.Count} alerts"));
                return new AlertScanAnswer(waiting.Count, 0);
            }, ct).ConfigureAwait(false);
            told += answer.Raised;
            if (answer.Raised == 0) break;
        }

        return told;
    }

    public CommandContext Job(TenantId tenant, SiteId site) => new(tenant, site, Actor.System, "job", ids.Next<CommandId>());

    public async Task<IReadOnlyList<AlertCause>> DiscrepancyCausesAsync(TenantId tenant, AlertRuleBook book, Instant now, CancellationToken ct)
    {
        var causes = new List<AlertCause>();
        if (discrepancies is null) return causes;
        await foreach (var open in Pages.AllAsync(p => discrepancies.ListAsync(tenant, p, ct)).ConfigureAwait(false))
        {
            if (AlertJudge.Of(open, now, book) is { } cause) causes.Add(cause);
        }

        return [.. causes.DistinctBy(c => c.Key)];
    }

    private async Task<AlertScanAnswer> ApplyAsync(
        TenantId tenant, SiteId site, PresentationId? presentation, AlertRuleBook book, Instant now,
        Func<CancellationToken, Task<IReadOnlyList<AlertCause>>> judge, CancellationToken ct)
    {
        var (raise, gone) = await DifferenceAsync(tenant, presentation, judge, ct).ConfigureAwait(false);
        if (raise.Count == 0 && gone.Count == 0) return new(0, 0);
        // Read again inside: whoever lost a race against another scan finds its alerts there.
        return await work.RunAsync(Job(tenant, site), new ScanAlerts(presentation, now), async (unit, c) =>
        {
            var (toRaise, toEnd) = await DifferenceAsync(tenant, presentation, judge, c).ConfigureAwait(false);
            foreach (var cause in toRaise)
            {
                var episode = await alerts.EpisodeAsync(tenant, cause.Key, c).ConfigureAwait(false) + 1;
                var alert = Alert.Raise(ids.Next<AlertId>(), cause, episode, now, book.EscalationsOf(cause.Rule));
                alerts.Add(unit, alert);
                unit.Audit("alert.raised", alert.Fact, cause.Kind.ToString());
            }

            foreach (var alert in toEnd)
            {
                alerts.Save(unit, alert.CauseGone(now));
                unit.Audit("alert.cause-gone", alert.Fact, alert.Cause.Kind.ToString());
            }

            return new AlertScanAnswer(toRaise.Count, toEnd.Count);
        }, ct).ConfigureAwait(false);
    }

    private async Task<(IReadOnlyList<AlertCause> Raise, IReadOnlyList<Alert> Gone)> DifferenceAsync(
        TenantId tenant, PresentationId? presentation, Func<CancellationToken, Task<IReadOnlyList<AlertCause>>> judge, CancellationToken ct)
    {
        var query = new AlertQuery { Presentation = presentation, Kind = presentation is null ? AlertKind.DiscrepancyOpen : null, IsCauseStanding = true };
        var standing = new List<Alert>();
        await foreach (var a in Pages.AllAsync(p => alerts.ListAsync(tenant, query, p, ct)).ConfigureAwait(false))
        {
            if (presentation is null || a.Cause.Kind != AlertKind.DiscrepancyOpen) standing.Add(a);
        }

        var causes = await judge(ct).ConfigureAwait(false);
        var known = standing.Select(a => a.Cause.Key).ToHashSet(StringComparer.Ordinal);
        var held = causes.Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        return ([.. causes.Where(c => c.IsDue && !known.Contains(c.Key))], [.. standing.Where(a => !held.Contains(a.Cause.Key))]);
    }
}
