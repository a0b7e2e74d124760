using Clinic.Abstractions;
using Clinic.Dispensing.Billing;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Products;
using NodaTime;

namespace Clinic.Dispensing.Dispensations;

/// <summary>One product of a dispensation: what was asked, what is kept aside, and the account of each lot.</summary>
/// <param name="Number">1, 2, … within the dispensation.</param>
/// <param name="Product">What it is, frozen when requested or substituted.</param>
/// <param name="Asked">What was asked for, as entered.</param>
/// <param name="Quantity">What was asked for, in base units.</param>
/// <param name="Directions">How to use it, in the prescriber's words; null when not stated.</param>
/// <param name="UsableThrough">The end of the treatment, through which lots must be usable; null when not stated.</param>
/// <param name="MaySubstitute">Whether another product may take its place.</param>
/// <param name="Substituted">What it was before; null when nothing took its place.</param>
/// <param name="Parts">What is kept aside, in picking order.</param>
/// <param name="Accounts">One per lot that was handed over.</param>
public sealed record DispensationLine(
    int Number, DispensableProduct Product, Quantity Asked, decimal Quantity, string? Directions, LocalDate? UsableThrough, bool MaySubstitute,
    Substitution? Substituted, IReadOnlyList<AllocatedPart> Parts, IReadOnlyList<LotAccount> Accounts)
{
    /// <summary>What is kept aside, in base units.</summary>
    public decimal Kept => Parts.Sum(p => p.Quantity);

    /// <summary>What was handed over, in base units.</summary>
    public decimal HandedOver => Accounts.Sum(a => a.Issues.Sum(i => i.Quantity));

    /// <summary>What of a lot is charged, in base units, hand-over by hand-over: what left less what came back.</summary>
    /// <param name="account">The account of the lot.</param>
    /// <param name="chargesWaste">Whether waste is charged; otherwise whole units of it are taken off, the latest hand-over first.</param>
    public IReadOnlyList<ChargedIssue> Charged(LotAccount account, bool chargesWaste)
    {
        ArgumentNullException.ThrowIfNull(account);
        var off = chargesWaste ? 0m : Product.WholeBaseUnits(account.Wasted);
        var charged = new List<ChargedIssue>();
        foreach (var issue in account.Issues.Reverse())
        {
            var left = issue.Quantity - issue.Returned;
            var free = Math.Min(left, off);
            off -= free;
            charged.Insert(0, new(issue.HandOver, left - free));
        }

        return charged;
    }

    /// <summary>The account of a lot, or null.</summary>
    public LotAccount? AccountOf(LotId lot) => Accounts.FirstOrDefault(a => a.Lot == lot);

    /// <summary>The number and product; directions are private.</summary>
    public override string ToString() => $"{Number}: {Product.Presentation}";
}
