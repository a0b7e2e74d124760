using Clinic.Abstractions;

namespace Clinic.Dispensing.Stock;

/// <summary>Keeps stock aside, hands it out and takes it back; answered by the pharmacy.</summary>
/// <remarks>
/// Every call stages into the unit of the dispensation, so stock and dispensation commit together or not at all.
/// What the pharmacy refuses is thrown as its own <see cref="IRuleViolation"/>. A presentation occurs once per unit and kind of call.
/// </remarks>
public interface IStockIssuer
{
    /// <summary>Keeps stock aside; fewer than asked only where partial was allowed.</summary>
    Task<IReadOnlyList<HeldStock>> ReserveAsync(IUnit unit, StockWish wish, CancellationToken cancellationToken);

    /// <summary>What a reservation still keeps of lots that are usable now; empty when it is gone.</summary>
    Task<IReadOnlyList<HeldStock>> HeldAsync(CommandContext x, Guid reservation, CancellationToken cancellationToken);

    /// <summary>Gives a reservation free; one that is gone already is no error.</summary>
    Task ReleaseAsync(IUnit unit, Guid reservation, string owner, string reason, CancellationToken cancellationToken);

    /// <summary>Hands out from a reservation; every guard on the lots runs again at this instant.</summary>
    Task<IReadOnlyList<IssuedStock>> IssueAsync(IUnit unit, StockHandOut handOut, CancellationToken cancellationToken);

    /// <summary>Takes back what was handed out.</summary>
    Task ReturnAsync(IUnit unit, StockComesBack comesBack, CancellationToken cancellationToken);
}
