using Clinic.Abstractions;
using Clinic.Pharmacy.Gs1;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Rights;
using NodaTime;

namespace Clinic.Pharmacy.Packs;

/// <summary>Verifies packs in a registry, and undoes a supply that came back.</summary>
public sealed class PackDesk(
    IUnitOfWork work, IPackRegistry registry, IPresentationStore presentations, ILotStore lots, ISiteDirectory sites, IClock clock)
{
    /// <summary>How long a supply may be undone.</summary>
    public static Duration UndoWithin { get; } = Duration.FromDays(10);

    /// <summary>Whether a site may undo a supply now.</summary>
    public static bool MayUndo(PackStatus status, SiteId site, Instant now)
    {
        ArgumentNullException.ThrowIfNull(status);
        return status is { State: PackState.Supplied, Since: { } since } && status.Site == site && now <= since + UndoWithin;
    }

    /// <summary>Reads the pack in the text of a DataMatrix.</summary>
    /// <exception cref="PharmacyException">The text cannot be read, or says too little to name one pack.</exception>
    public PackIdentity Read(string scan)
    {
        var failures = new Failures();
        var pack = Read(scan, failures);
        failures.ThrowIfAny();
        return pack!;
    }

    /// <summary>How a pack stands in the registry.</summary>
    /// <exception cref="PharmacyException">The text cannot be read.</exception>
    /// <exception cref="PackRegistryException">The registry did not answer.</exception>
    public async Task<PackAnswer> VerifyAsync(CommandContext x, string scan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        var pack = Read(scan);
        var status = await registry.VerifyAsync(x.Tenant, pack, cancellationToken).ConfigureAwait(false);
        return new(pack.Gtin.ToString(), pack.Serial, status.State);
    }

    /// <summary>Makes a supplied pack active again: at the same site, within ten days, intact, not expired, not recalled.</summary>
    /// <exception cref="PharmacyException">A guard fails; every one is named.</exception>
    /// <exception cref="PackRegistryException">The registry did not answer; the same command again is safe.</exception>
    public async Task<PackAnswer> UndoAsync(CommandContext x, UndoPack command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(command);
        return await work.RunAsync(x, command, (unit, ct) => StageAsync(unit, command, ct), cancellationToken).ConfigureAwait(false);
    }

    private async Task<PackAnswer> StageAsync(IUnit unit, UndoPack command, CancellationToken ct)
    {
        var x = unit.Context;
        var failures = new Failures();
        PharmacyRights.CheckRole(failures, x.Actor, PharmacyAct.Return);
        failures.Require(command.IsIntact, PharmacyRules.PackNotIntact);
        var read = Read(command.Scan, failures);
        if (read is null) failures.ThrowIfAny();
        var pack = read!;
        var status = await registry.VerifyAsync(x.Tenant, pack, ct).ConfigureAwait(false);
        failures.Require(status.State == PackState.Supplied, PharmacyRules.PackNotSupplied, ("serial", pack.Serial), ("found", status.State));
        if (status.State == PackState.Supplied)
            failures.Require(MayUndo(status, x.Site, unit.Now), PharmacyRules.PackUndoTooLate, ("serial", pack.Serial), ("found", status.Since), ("days", UndoWithin.Days));
        var site = await sites.FindSiteAsync(x.Tenant, x.Site, ct).ConfigureAwait(false) ?? throw new ArgumentException("The context names a site that does not exist.", nameof(unit));
        failures.Require(site.DateOf(unit.Now) <= pack.Expiration.Date, PharmacyRules.PackExpired, ("serial", pack.Serial), ("found", pack.Expiration.Date));
        await CheckRecallAsync(x.Tenant, pack, failures, ct).ConfigureAwait(false);
        failures.ThrowIfAny();
        await registry.UndoAsync(x.Tenant, x.Site, pack, unit.Now, ct).ConfigureAwait(false);
        unit.Audit("pack.undone", new("core.site", x.Site.Value), $"{pack.Gtin} {pack.Serial}");
        return new(pack.Gtin.ToString(), pack.Serial, PackState.Active);
    }

    private async Task CheckRecallAsync(TenantId tenant, PackIdentity pack, Failures failures, CancellationToken ct)
    {
        if (await presentations.FindByGtinAsync(tenant, pack.Gtin, ct).ConfigureAwait(false) is not { } presentation) return;
        var recalled = (await lots.ByNumberAsync(tenant, presentation.Id, new(pack.LotNumber), ct).ConfigureAwait(false)).Any(l => l.Status == LotStatus.Recalled);
        failures.Require(!recalled, PharmacyRules.PackRecalled, ("serial", pack.Serial), ("lot", pack.LotNumber));
    }

    private PackIdentity? Read(string scan, Failures failures)
    {
        // The year only opens the window of two-digit years.
        var year = clock.GetCurrentInstant().InUtc().Year;
        switch (Gs1ElementString.Parse(scan ?? "", year))
        {
            case Gs1ScanResult.Unreadable wrong:
                failures.Add(wrong.ToFailure());
                return null;
            case Gs1ScanResult.Read { Scan: { Gtin: { } gtin, Serial: { } serial, LotNumber: { } lot, ExpirationDate: { } expiration } }:
                return new(gtin, serial, lot, expiration);
            default:
                failures.Add(PharmacyRules.PackIncomplete);
                return null;
        }
    }
}
