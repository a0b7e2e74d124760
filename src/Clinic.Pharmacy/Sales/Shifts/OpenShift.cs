using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>Opens the till of the person who acts.</summary>
/// <param name="Float">The cash in it; zero or more.</param>
public sealed record OpenShift(Money Float) : PharmacyCommand<ShiftAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.open-shift";
}
