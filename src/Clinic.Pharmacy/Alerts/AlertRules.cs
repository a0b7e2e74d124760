using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Alerts;

/// <summary>Writes the rules of what to warn of.</summary>
public sealed class AlertRules
{
    private readonly IUnitOfWork work;
    private readonly IAlertRuleStore rules;
    private readonly IPresentationStore presentations;
    private readonly IMedicationStore medications;
    private readonly ISiteDirectory sites;
    private readonly IIdGenerator ids;

    internal AlertRules(
        IUnitOfWork work, IAlertRuleStore rules, IPresentationStore presentations, IMedicationStore medications, ISiteDirectory sites, IIdGenerator ids)
    {
        this.work = work;
        this.rules = rules;
        this.presentations = presentations;
        this.medications = medications;
        this.sites = sites;
        this.ids = ids;
    }

    /// <summary>Adds a rule.</summary>
    /// <exception cref="PharmacyException">The rule is wrong, or another is equally particular about the same.</exception>
    public Task<CatalogueAnswer<AlertRuleId>> AddAsync(CommandContext x, AddAlertRule command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Changes a rule.</summary>
    /// <exception cref="PharmacyException">It is unknown, retired, was changed since or is wrong.</exception>
    public Task<CatalogueAnswer<AlertRuleId>> ReviseAsync(CommandContext x, ReviseAlertRule command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, async (unit, ct) =>
        {
            var failures = new Failures();
            var rule = await LoadAsync(unit, command.Id, command.Version, failures, ct).ConfigureAwait(false);
            await CheckPlacesAsync(unit.Context, command.Rule.Scope, failures, ct).ConfigureAwait(false);
            var next = Made(failures, () => rule.Revise(command.Rule));
            await CheckSlotAsync(unit, next, failures, ct).ConfigureAwait(false);
            failures.ThrowIfAny();
            return Save(unit, next!, "alert-rule.revised");
        }, cancellationToken);

    /// <summary>Takes a rule out of use.</summary>
    /// <exception cref="PharmacyException">It is unknown, retired or was changed since.</exception>
    public Task<CatalogueAnswer<AlertRuleId>> RetireAsync(CommandContext x, RetireAlertRule command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, async (unit, ct) =>
        {
            var failures = new Failures();
            var rule = await LoadAsync(unit, command.Id, command.Version, failures, ct).ConfigureAwait(false);
            failures.ThrowIfAny();
            return Save(unit, rule.Retire(), "alert-rule.retired");
        }, cancellationToken);

    private async Task<CatalogueAnswer<AlertRuleId>> StageAsync(IUnit unit, AddAlertRule command, CancellationToken ct)
    {
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.ManageAlerts);
        await CheckPlacesAsync(unit.Context, command.Rule.Scope, failures, ct).ConfigureAwait(false);
        var rule = Made(failures, () => New(ids, command.Kind, command.Rule));
        await CheckSlotAsync(unit, rule, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        rules.Add(unit, rule!);
        unit.Audit("alert-rule.added", rule!.Fact, rule.Kind.ToString());
        return new(rule.Id, rule.Version);
    }

    internal static AlertRule New(IIdGenerator ids, AlertKind kind, AlertRuleData data) => AlertRule.Restore(new(
        ids.Next<AlertRuleId>(), kind, data.Scope ?? AlertScope.Any, data.Settings ?? new(), data.To ?? AlertRecipients.Nobody, data.Escalations ?? [],
        data.IsEnabled, false, 1));

    private CatalogueAnswer<AlertRuleId> Save(IUnit unit, AlertRule next, string action)
    {
        rules.Save(unit, next);
        unit.Audit(action, next.Fact, next.Kind.ToString());
        return new(next.Id, next.Version);
    }

    private async Task<AlertRule> LoadAsync(IUnit unit, AlertRuleId id, long version, Failures failures, CancellationToken ct)
    {
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.ManageAlerts);
        var rule = await rules.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false) ?? throw failures.With(PharmacyRules.AlertRuleUnknown, ("rule", id));
        VersionCheck.Same(failures, "alert rule", version, rule.Version);
        return rule;
    }

    private async Task CheckSlotAsync(IUnit unit, AlertRule? rule, Failures failures, CancellationToken ct)
    {
        if (rule is null) return;
        var taken = await rules.FindBySlotAsync(unit.Context.Tenant, rule.Slot, ct).ConfigureAwait(false);
        if (taken is not null && taken.Id != rule.Id) failures.Add(PharmacyRules.AlertRuleTaken, ("rule", taken.Id), ("kind", rule.Kind));
    }

    private async Task CheckPlacesAsync(CommandContext x, AlertScope? scope, Failures failures, CancellationToken ct)
    {
        if (scope is null) return;
        if (scope.Presentation is { } p && await presentations.FindAsync(x.Tenant, p, ct).ConfigureAwait(false) is null)
            failures.Add(PharmacyRules.PresentationUnknown, ("presentation", p));
        if (scope.Medication is { } m && await medications.FindAsync(x.Tenant, m, ct).ConfigureAwait(false) is null)
            failures.Add(PharmacyRules.MedicationUnknown, ("medication", m));
        if (scope.Location is { } l && await sites.FindLocationAsync(x.Tenant, l, ct).ConfigureAwait(false) is null)
            failures.Add(PharmacyRules.LocationUnknown, ("location", l));
        if (scope.Department is { } d && !await IsDepartmentAsync(x.Tenant, d, ct).ConfigureAwait(false))
            failures.Add(PharmacyRules.DepartmentUnknown, ("department", d));
    }

    private async Task<bool> IsDepartmentAsync(TenantId tenant, DepartmentId department, CancellationToken ct)
    {
        foreach (var site in await sites.SitesAsync(tenant, ct).ConfigureAwait(false))
        {
            if ((await sites.DepartmentsAsync(tenant, site.Id, ct).ConfigureAwait(false)).Any(d => d.Id == department)) return true;
        }

        return false;
    }

    // What the aggregate finds wrong joins what was found before it, so that a person sees everything at once.
    private static AlertRule? Made(Failures failures, Func<AlertRule> make)
    {
        try
        {
            return make();
        }
        catch (PharmacyException e)
        {
            foreach (var failure in e.Failures) failures.Add(failure);
            return null;
        }
    }
}
