using Clinic.Abstractions;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Prices;

/// <summary>Publishes, changes and ends price lists; what was charged before stays explainable.</summary>
public sealed class PriceBook
{
    private readonly IUnitOfWork work;
    private readonly PriceDesk desk;
    private readonly IPriceListStore lists;
    private readonly IIdGenerator ids;

    internal PriceBook(IUnitOfWork work, PriceDesk desk, IPriceListStore lists, IIdGenerator ids)
    {
        this.work = work;
        this.desk = desk;
        this.lists = lists;
        this.ids = ids;
    }

    /// <summary>Publishes a new price list.</summary>
    /// <exception cref="PharmacyException">Prices are malformed, it overlaps another list, names what is unknown, or the role is missing.</exception>
    public Task<CatalogueAnswer<PriceListId>> PublishAsync(CommandContext x, PublishPriceList command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Publishes the next version of a price list.</summary>
    /// <exception cref="PharmacyException">It is unknown, retired, was changed since, or the new prices are malformed.</exception>
    public Task<CatalogueAnswer<PriceListId>> ReviseAsync(CommandContext x, RevisePriceList command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Ends a price list for good.</summary>
    /// <exception cref="PharmacyException">It is unknown, retired already, or was changed since.</exception>
    public Task<CatalogueAnswer<PriceListId>> RetireAsync(CommandContext x, RetirePriceList command, CancellationToken cancellationToken = default) =>
        work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken);

    /// <summary>Stages a new price list into a commit of the caller.</summary>
    public async Task<CatalogueAnswer<PriceListId>> StageAsync(IUnit unit, PublishPriceList command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var failures = new Failures();
        var today = await desk.TodayAsync(unit, cancellationToken).ConfigureAwait(false);
        var by = await desk.SignAsync(unit, command.Reason, command.PreparedBy, failures, cancellationToken).ConfigureAwait(false);
        failures.ThrowIfAny();
        var d = command.Data;
        failures.Require(d.From >= today, PharmacyRules.PriceDateTooEarly, ("found", d.From), ("allowed", today));
        failures.Require(d.Entries.Count > 0, PharmacyRules.FieldInvalid, ("field", "entries"), ("found", 0), ("allowed", "at least one"));
        var snapshot = new PriceListSnapshot(
            ids.Next<PriceListId>(), d.Code, d.Name, unit.Context.Site, d.Segment, d.Currency, d.TaxInclusive, d.Rounding, d.From, d.Until, d.From,
            d.Entries, false, by.Author, by.Approver, by.Reason, by.At, 1);
        PriceListCheck.Check(failures, snapshot);
        failures.ThrowIfAny();
        var list = PriceList.Restore(snapshot);
        if (await lists.FindByCodeAsync(unit.Context.Tenant, list.Code, cancellationToken).ConfigureAwait(false) is not null)
            failures.Add(PharmacyRules.CodeTaken, ("kind", "price list"), ("code", list.Code));
        await desk.CheckEntriesAsync(unit, list.Entries, failures, cancellationToken).ConfigureAwait(false);
        return await SaveAsync(unit, list, failures, "price-list.published", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stages the next version of a price list into a commit of the caller.</summary>
    public async Task<CatalogueAnswer<PriceListId>> StageAsync(IUnit unit, RevisePriceList command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var (stored, by, failures) = await LoadAsync(unit, command.List, command.Version, command.Effective, command.Reason, command.PreparedBy, cancellationToken).ConfigureAwait(false);
        var revised = stored.Revise(command.Set ?? [], command.Remove ?? [], command.NewName, command.Until, command.Effective, by);
        await desk.CheckEntriesAsync(unit, command.Set ?? [], failures, cancellationToken).ConfigureAwait(false);
        return await SaveAsync(unit, revised, failures, "price-list.revised", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stages the end of a price list into a commit of the caller.</summary>
    public async Task<CatalogueAnswer<PriceListId>> StageAsync(IUnit unit, RetirePriceList command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(command);
        var (stored, by, failures) = await LoadAsync(unit, command.List, command.Version, command.Effective, command.Reason, command.PreparedBy, cancellationToken).ConfigureAwait(false);
        return await SaveAsync(unit, stored.Retire(command.Effective, by), failures, "price-list.retired", cancellationToken).ConfigureAwait(false);
    }

    private async Task<(PriceList Stored, PriceSignature By, Failures Failures)> LoadAsync(
        IUnit unit, PriceListId id, long version, NodaTime.LocalDate effective, string reason, PersonId? preparedBy, CancellationToken ct)
    {
        var failures = new Failures();
        var by = await desk.SignAsync(unit, reason, preparedBy, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        var today = await desk.TodayAsync(unit, ct).ConfigureAwait(false);
        var stored = await lists.FindAsync(unit.Context.Tenant, id, null, ct).ConfigureAwait(false);
        if (stored is null || stored.Site != unit.Context.Site) throw new PharmacyException(PharmacyRules.PriceListUnknown, ("list", id));
        VersionCheck.Same(failures, "price list", version, stored.Version);
        failures.Require(effective >= today, PharmacyRules.PriceDateTooEarly, ("found", effective), ("allowed", today));
        failures.ThrowIfAny();
        return (stored, by, failures);
    }

    private async Task<CatalogueAnswer<PriceListId>> SaveAsync(IUnit unit, PriceList list, Failures failures, string action, CancellationToken ct)
    {
        var query = new PriceListQuery(list.Site, list.Segment);
        await foreach (var other in Pages.AllAsync(p => lists.ListAsync(unit.Context.Tenant, query, p, ct)).ConfigureAwait(false))
        {
            if (!other.Overlaps(list)) continue;
            var (mine, theirs) = (list.ToSnapshot().From, other.ToSnapshot().From);
            failures.Add(PharmacyRules.PriceListsOverlap, ("list", list.Code), ("other", other.Code), ("segment", list.Segment), ("date", mine > theirs ? mine : theirs));
        }

        failures.ThrowIfAny();
        lists.Save(unit, list);
        var s = list.ToSnapshot();
        unit.Audit(action, list.Fact, $"{list.Code} version {list.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)} by {s.Author}, approved by {s.Approver?.ToString() ?? "nobody"}");
        return new(list.Id, list.Version);
    }
}
