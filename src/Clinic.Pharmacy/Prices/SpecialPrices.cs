using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Prices;

/// <summary>Approves and ends special prices.</summary>
public sealed class SpecialPrices
{
    private readonly IUnitOfWork work;
    private readonly PriceDesk desk;
    private readonly ISpecialPriceStore specials;
    private readonly IPresentationStore presentations;
    private readonly IIdGenerator ids;

    internal SpecialPrices(IUnitOfWork work, PriceDesk desk, ISpecialPriceStore specials, IPresentationStore presentations, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.specials = specials;
        this.presentations = presentations;
        this.ids = ids;
    }

    /// <summary>Approves a special price.</summary>
    /// <exception cref="PharmacyException">It is malformed, overlaps another, begins before today, or the role is missing.</exception>
    public Task<CatalogueAnswer<SpecialPriceId>> SetAsync(CommandContext x, SetSpecialPrice command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Ends a special price before its time.</summary>
    /// <exception cref="PharmacyException">It is unknown, was changed since, or has ended.</exception>
    public Task<CatalogueAnswer<SpecialPriceId>> EndAsync(CommandContext x, EndSpecialPrice command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a special price into a commit of the caller.</summary>
    public async Task<CatalogueAnswer<SpecialPriceId>> StageAsync(IUnit unit, SetSpecialPrice command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var (tenant, d, failures) = (unit.Context.Tenant, command.Data, Check(unit));
        var today = await desk.TodayAsync(unit, cancellationToken).ConfigureAwait(false);
        failures.Require(d.From >= today, PharmacyRules.PriceDateTooEarly, ("found", d.From), ("allowed", today));
        await desk.CheckAuthorAsync(unit, command.PreparedBy, failures, cancellationToken).ConfigureAwait(false);
        var presentation = d.Presentation == default ? null : await presentations.FindAsync(tenant, d.Presentation, cancellationToken).ConfigureAwait(false);
        failures.Require(presentation is not null, PharmacyRules.PresentationUnknown, ("presentation", d.Presentation));
        if (presentation is not null) PriceDesk.CheckLevel(presentation, d.Per, failures);
        failures.ThrowIfAny();

        var actor = unit.Context.Actor.Person;
        var special = SpecialPrice.Restore(new(
            ids.Next<SpecialPriceId>(), unit.Context.Site, d.Presentation, d.Segment, d.Patient, d.Currency, d.Per, d.Amount, d.PercentOff, d.From, d.Until,
            command.PreparedBy ?? actor, actor, command.Reason, unit.Now, null, 1));
        var query = new SpecialPriceQuery(special.Site, special.Presentation, special.Segment);
        await foreach (var other in Pages.AllAsync(p => specials.ListAsync(tenant, query, p, cancellationToken)).ConfigureAwait(false))
        {
            if (other.Overlaps(special))
                failures.Add(PharmacyRules.SpecialPricesOverlap, ("special", special.Id), ("other", other.Id), ("presentation", special.Presentation), ("date", special.From > other.From ? special.From : other.From));
        }

        failures.ThrowIfAny();
        return Save(unit, special, "special-price.set");
    }

    /// <summary>Stages the early end of a special price into a commit of the caller.</summary>
    public async Task<CatalogueAnswer<SpecialPriceId>> StageAsync(IUnit unit, EndSpecialPrice command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = Check(unit);
        failures.ThrowIfAny();
        var stored = await specials.FindAsync(unit.Context.Tenant, command.Special, cancellationToken).ConfigureAwait(false);
        if (stored is null || stored.Site != unit.Context.Site) throw new PharmacyException(PharmacyRules.SpecialPriceUnknown, ("special", command.Special));
        var yesterday = (await desk.TodayAsync(unit, cancellationToken).ConfigureAwait(false)).PlusDays(-1);
        VersionCheck.Same(failures, "special price", command.Version, stored.Version);
        failures.Require(command.Last >= yesterday, PharmacyRules.PriceDateTooEarly, ("found", command.Last), ("allowed", yesterday));
        failures.ThrowIfAny();
        return Save(unit, stored.EndEarly(new(command.Last, unit.Context.Actor.Person, unit.Now, command.Reason)), "special-price.ended");
    }

    private static Failures Check(IUnit unit)
    {
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, unit.Context.Actor, PharmacyAct.ApprovePrice);
        return failures;
    }

    private CatalogueAnswer<SpecialPriceId> Save(IUnit unit, SpecialPrice special, string action)
    {
        specials.Save(unit, special);
        unit.Audit(action, special.Fact, $"presentation {special.Presentation}");
        return new(special.Id, special.Version);
    }
}
