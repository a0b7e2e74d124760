using Clinic.Abstractions;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using NodaTime;

namespace Clinic.Pharmacy.Prices;

/// <summary>What every change of prices looks up first: site, date, who signs, and what the prices name.</summary>
internal sealed class PriceDesk(ISiteDirectory sites, IPersonDirectory people, IPresentationStore presentations, ITaxGroupStore taxes, PriceOptions options)
{
    // More than so many are read as pages of the catalogue rather than one by one.
    private const int FewPresentations = 50;

    public async Task<LocalDate> TodayAsync(IUnit unit, CancellationToken ct) =>
        (await sites.FindSiteAsync(unit.Context.Tenant, unit.Context.Site, ct).ConfigureAwait(false)
            ?? throw new ClinicRuleException(ClinicRules.PlaceUnknown, ("kind", "site"), ("id", unit.Context.Site))).DateOf(unit.Now);

    /// <summary>Who signs: the one who acts approves when the right is there; who prepared it is looked up.</summary>
    public async Task<PriceSignature> SignAsync(IUnit unit, string reason, PersonId? preparedBy, Failures failures, CancellationToken ct)
    {
        var actor = unit.Context.Actor;
        var mayApprove = actor.HasAny([.. PharmacyRights.RolesFor(PharmacyAct.ApprovePrice)]);
        var other = preparedBy is { } named && named != actor.Person ? named : (PersonId?)null;
        PharmacyRights.CheckRole(failures, actor, other is null ? PharmacyAct.ManagePrices : PharmacyAct.ApprovePrice);
        if (options.TwoPeople && other is null) failures.Add(PharmacyRules.SecondPersonMissing, ("found", actor.Person));
        await CheckAuthorAsync(unit, other, failures, ct).ConfigureAwait(false);
        failures.Text("reason", reason, 200);
        return new(other ?? actor.Person, mayApprove ? actor.Person : null, reason, unit.Now);
    }

    /// <summary>A person named as the one who prepared must be able to.</summary>
    public async Task CheckAuthorAsync(IUnit unit, PersonId? author, Failures failures, CancellationToken ct)
    {
        if (author is not { } id || id == unit.Context.Actor.Person) return;
        var person = id == default ? null : await people.FindAsync(unit.Context.Tenant, id, ct).ConfigureAwait(false);
        var may = person is { IsRetired: false } && person.AsActor().HasAny([.. PharmacyRights.RolesFor(PharmacyAct.ManagePrices)]);
        failures.Require(may, PharmacyRules.SecondPersonMissing, ("found", id));
    }

    /// <summary>Every presentation, pack and tax group that prices name must be known.</summary>
    public async Task CheckEntriesAsync(IUnit unit, IReadOnlyList<PriceEntry> entries, Failures failures, CancellationToken ct)
    {
        var known = await KnownAsync(unit.Context.Tenant, [.. entries.Select(e => e.Presentation).Distinct()], ct).ConfigureAwait(false);
        var groups = (await taxes.ListAsync(unit.Context.Tenant, ct).ConfigureAwait(false)).Select(g => g.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in entries.Select(e => e.TaxGroup).Distinct(StringComparer.Ordinal).Where(g => !groups.Contains(g)))
            failures.Add(PharmacyRules.TaxGroupUnknown, ("group", unknown));
        foreach (var missing in entries.Select(e => e.Presentation).Distinct().Where(p => !known.ContainsKey(p)))
            failures.Add(PharmacyRules.PresentationUnknown, ("presentation", missing));
        foreach (var e in entries.Where(e => known.ContainsKey(e.Presentation))) CheckLevel(known[e.Presentation], e.Per, failures);
    }

    public static void CheckLevel(Presentation presentation, PricePer? per, Failures failures)
    {
        if (per?.Level is { } level && !presentation.Levels.Any(l => string.Equals(l.Name, level, StringComparison.Ordinal)))
            failures.Add(PharmacyRules.UnitUnknown, ("found", level), ("allowed", string.Join(", ", presentation.Levels.Select(l => l.Name))));
    }

    private async Task<Dictionary<PresentationId, Presentation>> KnownAsync(TenantId tenant, IReadOnlyList<PresentationId> named, CancellationToken ct)
    {
        var known = new Dictionary<PresentationId, Presentation>();
        if (named.Count > FewPresentations)
        {
            await foreach (var p in Pages.AllAsync(page => presentations.ListAsync(tenant, null, null, page, ct)).ConfigureAwait(false)) known[p.Id] = p;
            return known;
        }

        foreach (var id in named.Where(n => n != default))
        {
            if (await presentations.FindAsync(tenant, id, ct).ConfigureAwait(false) is { } found) known[id] = found;
        }

        return known;
    }
}
