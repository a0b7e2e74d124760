using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>The sums of a whole period.</summary>
/// <param name="Stays">How many stays ended.</param>
/// <param name="Unbilled">How many of them have no bill.</param>
/// <param name="Currencies">The sums per currency, by its code.</param>
/// <param name="Payers">What is owed per currency and payer, patients alone first.</param>
public sealed record ChargeSums(int Stays, int Unbilled, IReadOnlyList<ChargeSum> Currencies, IReadOnlyList<PayerSum> Payers)
{
    /// <summary>Adds up; the order does not matter. Pure.</summary>
    public static ChargeSums Of(IReadOnlyCollection<StayFigures> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        var billed = all.Where(f => f.Bill is not null).Select(f => (Bill: f.Bill!, f.IsCredited)).ToList();
        return new(
            all.Count, all.Count - billed.Count,
            [
                .. billed.GroupBy(b => b.Bill.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => new ChargeSum(
                    g.Key, g.Count(), Sum(g.Select(b => b.Bill.Presence)), Sum(g.Select(b => b.Bill.Running)), Sum(g.Select(b => b.Bill.Billed)),
                    g.Sum(b => b.Bill.Subtotal), g.Sum(b => b.Bill.Tax), g.Sum(b => b.Bill.Total), -g.Where(b => b.IsCredited).Sum(b => b.Bill.Total))),
            ],
            [
                .. billed.Where(b => !b.IsCredited).SelectMany(b => b.Bill.Payers.Select(p => (b.Bill.Currency, Share: p)))
                    .GroupBy(p => (p.Currency, p.Share.Payer)).OrderBy(g => g.Key.Currency.Code, StringComparer.Ordinal).ThenBy(g => g.Key.Payer, StringComparer.Ordinal)
                    .Select(g => new PayerSum(g.Key.Currency, g.Key.Payer, g.Count(), g.Sum(p => p.Share.Total), g.Sum(p => p.Share.ByPayer), g.Sum(p => p.Share.ByPatient))),
            ]);
    }

    private static Duration Sum(IEnumerable<Duration> all) => all.Aggregate(Duration.Zero, (a, b) => a + b);
}
