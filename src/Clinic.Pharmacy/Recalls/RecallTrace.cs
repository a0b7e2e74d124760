using Clinic.Abstractions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Recalls;

/// <summary>Follows lots forward: who received how much and when, less what was taken back or came back. Pure but for reading.</summary>
internal sealed class RecallTrace(IMovementStore movements)
{
    public async Task<IReadOnlyList<(RecallRecipient Recipient, RecallNoticeLine Line)>> OfAsync(TenantId tenant, IEnumerable<Lot> lots, CancellationToken ct)
    {
        var found = new List<(RecallRecipient, RecallNoticeLine)>();
        foreach (var lot in lots)
        {
            var ledger = new List<StockMovement>();
            await foreach (var m in Pages.AllAsync(p => movements.ListAsync(tenant, new MovementQuery { Lot = lot.Id }, p, ct)).ConfigureAwait(false)) ledger.Add(m);
            ledger.Reverse();
            found.AddRange(Of(lot, ledger));
        }

        return found;
    }

    public static IEnumerable<(RecallRecipient Recipient, RecallNoticeLine Line)> Of(Lot lot, IReadOnlyList<StockMovement> ledger)
    {
        var taken = ledger.Where(m => m.Reverses is not null).Select(m => m.Reverses!.Value).ToHashSet();
        var standing = ledger.Where(m => m.Reverses is null && !taken.Contains(m.Id)).ToList();
        var back = standing.Where(m => m.Returns is not null).GroupBy(m => m.Returns!.Value).ToDictionary(g => g.Key, g => g.Aggregate(StockQuantity.Zero(lot.Scale), (sum, m) => sum + m.Quantity));
        foreach (var m in standing.Where(m => m.Kind == MovementKind.Issue))
        {
            var still = back.TryGetValue(m.Id, out var returned) ? m.Quantity - returned : m.Quantity;
            if (still.Steps > 0) yield return (RecipientOf(m), new(m.Id, lot.Id, lot.Number, still, m.Occurred, m.Target?.Department, m.Document));
        }
    }

    private static RecallRecipient RecipientOf(StockMovement m) => m.Target switch
    {
        { Patient: { } patient } => new(Patient: patient),
        { Department: { } department } => new(Department: department),
        _ => new(Document: m.Document ?? $"posting/{m.Posting}"),
    };
}
