using Clinic.Abstractions;

namespace Clinic.Dispensing.Stock;

/// <summary>Decommissions serialised packs that are handed over; answered by the pharmacy where packs are verified.</summary>
/// <remarks>The registry is outside the commit: it comes last before it, and is taken back when the commit fails.</remarks>
public interface IPackSupplier
{
    /// <summary>Supplies the packs, all or none; the same command again changes nothing.</summary>
    /// <returns>Why packs may not be supplied; empty when all were.</returns>
    Task<IReadOnlyList<RuleFailure>> SupplyAsync(CommandContext x, IReadOnlyList<PackToSupply> packs, CancellationToken cancellationToken);

    /// <summary>Takes back what a command supplied, because it failed after all.</summary>
    Task TakeBackAsync(CommandContext x, CancellationToken cancellationToken);
}
