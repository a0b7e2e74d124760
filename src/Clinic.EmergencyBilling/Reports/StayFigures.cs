using Clinic.EmergencyBilling.Stays;

namespace Clinic.EmergencyBilling.Reports;

/// <summary>What sums need of a stay that has ended.</summary>
/// <param name="Stay">The stay.</param>
/// <param name="IsCredited">Whether its last bill was taken back.</param>
/// <param name="Bill">The figures of its last bill; null when there was none.</param>
public sealed record StayFigures(StayId Stay, bool IsCredited, BillFigures? Bill)
{
    /// <summary>Those of an account.</summary>
    public static StayFigures Of(StayAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new(account.Stay.Id, account.IsCredited, account.Bill is { Statement: var s } ? BillFigures.Of(s) : null);
    }
}
