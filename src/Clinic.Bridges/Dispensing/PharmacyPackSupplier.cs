using Clinic.Abstractions;
using Clinic.Dispensing;
using Clinic.Dispensing.Stock;
using Clinic.Pharmacy.Packs;
using Clinic.Pharmacy.Presentations;
using NodaTime;

namespace Clinic.Bridges.Dispensing;

/// <summary>Supplies packs through the registry that the pharmacy uses.</summary>
public sealed class PharmacyPackSupplier(PackDesk desk, IPackRegistry registry, IPresentationStore presentations, IClock clock) : IPackSupplier
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleFailure>> SupplyAsync(CommandContext x, IReadOnlyList<PackToSupply> packs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(packs);
        var failures = new List<RuleFailure>();
        var read = new List<(PackToSupply Asked, PackIdentity Pack)>();
        foreach (var asked in packs)
        {
            // What cannot be read is refused by the pharmacy in its own words.
            var pack = desk.Read(asked.Scan);
            read.Add((asked, pack));
            var owner = await presentations.FindByGtinAsync(x.Tenant, pack.Gtin, cancellationToken).ConfigureAwait(false);
            if (owner?.Id != asked.Presentation || !asked.LotNumbers.Contains(pack.LotNumber, StringComparer.Ordinal))
            {
                failures.Add(new(DispensingRules.PackDiffers, ("serial", pack.Serial), ("line", asked.Line), ("found", $"{owner?.Code ?? pack.Gtin.ToString()} {pack.LotNumber}"),
                    ("allowed", string.Join(", ", asked.LotNumbers))));
            }
        }

        foreach (var twice in read.GroupBy(r => (r.Pack.Gtin, r.Pack.Serial)).Where(g => g.Count() > 1)) failures.Add(new(DispensingRules.PackTwice, ("serial", twice.Key.Serial)));
        if (failures.Count > 0) return failures;
        try
        {
            var inTheWay = await registry.DecommissionAsync(
                x.Tenant, x.Site, [.. read.Select(r => r.Pack)], PackState.Supplied, x.Command.Value, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
            return [.. inTheWay.Select(w => new RuleFailure(DispensingRules.PackNotActive,
                ("serial", w.Pack.Serial), ("line", read.First(r => r.Pack == w.Pack).Asked.Line), ("found", w.Status.State)))];
        }
        catch (PackRegistryException)
        {
            return [new(DispensingRules.PackRegistrySilent)];
        }
    }

    /// <inheritdoc/>
    public Task TakeBackAsync(CommandContext x, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        return registry.TakeBackAsync(x.Tenant, x.Site, x.Command.Value, cancellationToken);
    }
}
