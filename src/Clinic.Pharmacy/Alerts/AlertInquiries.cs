using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using NodaTime;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Answers what the pharmacy warns of, by which rules, and what a rule would raise; changes nothing.</summary>
public sealed class AlertInquiries
{
    private readonly AlertScan scan;
    private readonly IAlertStore alerts;
    private readonly IAlertRuleStore rules;
    private readonly IPresentationStore presentations;
    private readonly AlertOptions options;
    private readonly IIdGenerator ids;
    private readonly IClock clock;

    internal AlertInquiries(
        AlertScan scan, IAlertStore alerts, IAlertRuleStore rules, IPresentationStore presentations, AlertOptions options, IIdGenerator ids, IClock clock)
    {
        this.scan = scan;
        this.alerts = alerts;
        this.rules = rules;
        this.presentations = presentations;
        this.options = options;
        this.ids = ids;
        this.clock = clock;
    }

    /// <summary>An alert.</summary>
    /// <exception cref="PharmacyException">It is unknown.</exception>
    public async Task<Alert> AlertAsync(TenantId tenant, AlertId alert, CancellationToken cancellationToken = default) =>
        await alerts.FindAsync(tenant, alert, cancellationToken).ConfigureAwait(false) ?? throw new PharmacyException(PharmacyRules.AlertUnknown, ("alert", alert));

    /// <summary>Alerts last raised first; paged.</summary>
    public Task<Page<Alert>> AlertsAsync(TenantId tenant, AlertQuery query, PageRequest page, CancellationToken cancellationToken = default) =>
        alerts.ListAsync(tenant, query, page, cancellationToken);

    /// <summary>How many alerts wait for an actor, per kind and severity: those of the own departments and of none; all for supervisors, auditors and administrators.</summary>
    public Task<IReadOnlyList<AlertBadge>> BadgesAsync(TenantId tenant, Actor actor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var seesAll = actor.HasAny(Role.Supervisor, Role.Auditor, Role.Administrator, Role.System);
        return alerts.BadgesAsync(tenant, seesAll ? null : [.. actor.Departments], cancellationToken);
    }

    /// <summary>A rule.</summary>
    /// <exception cref="PharmacyException">It is unknown.</exception>
    public async Task<AlertRule> RuleAsync(TenantId tenant, AlertRuleId rule, CancellationToken cancellationToken = default) =>
        await rules.FindAsync(tenant, rule, cancellationToken).ConfigureAwait(false) ?? throw new PharmacyException(PharmacyRules.AlertRuleUnknown, ("rule", rule));

    /// <summary>Rules by id; paged.</summary>
    public Task<Page<AlertRule>> RulesAsync(TenantId tenant, AlertKind? kind, bool withRetired, PageRequest page, CancellationToken cancellationToken = default) =>
        rules.ListAsync(tenant, kind, withRetired, page, cancellationToken);

    /// <summary>What a rule would raise now over a page of presentations, as if it were saved in place of one that is for the same.</summary>
    /// <exception cref="PharmacyException">The rule is wrong; every fault is named.</exception>
    public async Task<Page<AlertCause>> PreviewAsync(
        TenantId tenant, AlertKind kind, AlertRuleData data, PageRequest page, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(page);
        var tried = AlertRules.New(ids, kind, data with { IsEnabled = true });
        var all = new List<AlertRule> { tried };
        await foreach (var rule in Pages.AllAsync(p => rules.ListAsync(tenant, kind, false, p, cancellationToken)).ConfigureAwait(false))
        {
            if (rule.Slot != tried.Slot) all.Add(rule);
        }

        var book = new AlertRuleBook(all, options);
        var at = await scan.SitesAsync(tenant, cancellationToken).ConfigureAwait(false);
        var now = clock.GetCurrentInstant().TruncateToMicroseconds();
        var causes = new List<AlertCause>();
        if (kind == AlertKind.DiscrepancyOpen && page.After is null) causes.AddRange(await scan.DiscrepancyCausesAsync(tenant, book, now, cancellationToken).ConfigureAwait(false));
        if (kind == AlertKind.DiscrepancyOpen) return new([.. causes.Where(c => c.Rule == tried.Id)], null);
        var found = await presentations.ListAsync(tenant, null, null, page, cancellationToken).ConfigureAwait(false);
        foreach (var presentation in found.Items)
            causes.AddRange(await scan.CausesAsync(tenant, presentation, book, at, now, cancellationToken).ConfigureAwait(false));
        return new([.. causes.Where(c => c.Rule == tried.Id && c.IsDue)], found.Next);
    }
}
