using Clinic.Abstractions;
using Clinic.Pharmacy.Register;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Sales;

/// <summary>Tells the register of controlled drugs by which prescription something was sold.</summary>
public sealed class SaleMovementFacts(ISaleStore sales) : IMovementFacts
{
    private const string Owner = "sale/";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<MovementId, MovementFacts>> FindAsync(
        TenantId tenant, IReadOnlyList<StockMovement> movements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(movements);
        var known = new Dictionary<MovementId, MovementFacts>();
        foreach (var group in movements.Where(m => m.Document is not null).GroupBy(m => m.Document!, StringComparer.Ordinal))
        {
            if (!group.Key.StartsWith(Owner, StringComparison.Ordinal) || !SaleId.TryParse(group.Key[Owner.Length..], out var id)) continue;
            if (await sales.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false) is not { } sale) continue;
            var numbers = sale.ToSnapshot().Lines.Where(l => l.Prescription is not null).ToDictionary(l => l.Presentation, l => l.Prescription!.Number);
            foreach (var movement in group)
            {
                if (numbers.TryGetValue(movement.Presentation, out var number)) known[movement.Id] = new([], number);
            }
        }

        return known;
    }
}
