using Clinic.Abstractions;
using Clinic.EmergencyBilling.Statements;
using NodaTime;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>The sums of one bill, without its lines.</summary>
/// <param name="Currency">The currency of all amounts.</param>
/// <param name="Presence">Elapsed time.</param>
/// <param name="Running">Elapsed time without pauses and carve-outs.</param>
/// <param name="Billed">Running time after grace, minimum and blocks.</param>
/// <param name="Subtotal">The sum of the lines.</param>
/// <param name="Tax">All tax.</param>
/// <param name="Total">What was asked for.</param>
/// <param name="Payers">The shares per payer.</param>
public sealed record BillFigures(
    Currency Currency, Duration Presence, Duration Running, Duration Billed, decimal Subtotal, decimal Tax, decimal Total, IReadOnlyList<ChargePayer> Payers)
{
    /// <summary>Those of a statement.</summary>
    public static BillFigures Of(ChargeStatement s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return new(s.Currency, s.Presence, s.Running, s.Billed, s.Subtotal, s.Tax, s.Total, s.Payers);
    }
}
