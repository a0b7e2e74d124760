namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>Counts a till and signs it off.</summary>
/// <param name="Shift">The shift; somebody else's only by a supervisor.</param>
/// <param name="Counted">What was counted: cash, and every kind that moved, each once.</param>
/// <param name="Reason">Why counted and expected differ, or why somebody else closes; at most 200 characters.</param>
public sealed record CloseShift(ShiftId Shift, IReadOnlyList<CountedKind> Counted, string? Reason = null) : PharmacyCommand<ShiftAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.close-shift";
}
