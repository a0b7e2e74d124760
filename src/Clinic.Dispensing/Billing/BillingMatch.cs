
namespace Clinic.Dispensing.Billing;

/// <summary>Compares what was delivered with what was billed. Pure; the order of neither side matters.</summary>
public static class BillingMatch
{
    /// <summary>Every delivered line once, and every billed line once: with a delivered one or alone.</summary>
    /// <param name="delivered">What was delivered.</param>
    /// <param name="billed">What was billed, each with its quantity in the account unit of the delivered product.</param>
    /// <remarks>
    /// First what the bill names itself; then equal quantities of one presentation; then what is left of it, oldest with first.
    /// </remarks>
    public static IReadOnlyList<MatchedLine> Compare(IEnumerable<DeliveredLine> delivered, IEnumerable<(BilledLine Line, decimal Quantity)> billed)
    {
        ArgumentNullException.ThrowIfNull(delivered);
        ArgumentNullException.ThrowIfNull(billed);
        var lines = delivered.OrderBy(d => d.At).ThenBy(d => d.Dispensation.Value).ThenBy(d => d.Line).ToList();
        var bills = billed.Select(b => new AccountedBill(b.Line, b.Quantity)).OrderBy(b => b.Line.Id, StringComparer.Ordinal).ToList();
        var taken = lines.ToDictionary(l => l, _ => new List<AccountedBill>());

        Take(bills, b => lines.Find(l => l.Dispensation == b.Line.Dispensation && l.Line == b.Line.Line && l.Presentation == b.Line.Presentation), taken);
        Take(bills, b => lines.Find(l => taken[l].Count == 0 && l.Presentation == b.Line.Presentation && l.Quantity == b.Quantity), taken);
        Take(bills, b => lines.Find(l => taken[l].Count == 0 && l.Presentation == b.Line.Presentation && l.Quantity > 0), taken);

        return
        [
            .. lines.Select(l => Of(l, taken[l])),
            .. bills.Select(b => new MatchedLine(MatchKind.Extra, null, [b.Line.Id], b.Line.Presentation, 0, b.Quantity)),
        ];
    }

    private static void Take(List<AccountedBill> bills, Func<AccountedBill, DeliveredLine?> lineOf, Dictionary<DeliveredLine, List<AccountedBill>> taken)
    {
        for (var i = 0; i < bills.Count;)
        {
            if (lineOf(bills[i]) is not { } line)
            {
                i++;
                continue;
            }

            taken[line].Add(bills[i]);
            bills.RemoveAt(i);
        }
    }

    private static MatchedLine Of(DeliveredLine line, List<AccountedBill> bills)
    {
        var billed = bills.Sum(b => b.Quantity);
        var kind = billed == line.Quantity ? MatchKind.Matched : bills.Count == 0 ? MatchKind.Missing : line.Quantity == 0 ? MatchKind.Extra : MatchKind.Different;
        return new(kind, line, [.. bills.Select(b => b.Line.Id)], line.Presentation, line.Quantity, billed);
    }
}
