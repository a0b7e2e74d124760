using Clinic.Abstractions;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>The sums of a whole period in one currency.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Stays">How many stays have a bill.</param>
/// <param name="Presence">Elapsed time.</param>
/// <param name="Running">Elapsed time without pauses and carve-outs.</param>
/// <param name="Billed">The time that was billed, whether or not it was credited.</param>
/// <param name="Subtotal">The sum of the lines of the last bills.</param>
/// <param name="Tax">Their tax.</param>
/// <param name="Total">What they asked for.</param>
/// <param name="Credited">What of it was taken back, negative.</param>
public sealed record ChargeSum(
    Currency Currency, int Stays, Duration Presence, Duration Running, Duration Billed, decimal Subtotal, decimal Tax, decimal Total, decimal Credited)
{
    /// <summary>What is owed by the bills now.</summary>
    public decimal Net => Total + Credited;
}
