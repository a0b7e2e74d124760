namespace Clinic.Pharmacy.Sales.Shifts;

/// <summary>What a shift now says.</summary>
/// <param name="Shift">The shift.</param>
/// <param name="Status">Whether it is open.</param>
/// <param name="Totals">What went through per kind; at the closing with what was counted.</param>
/// <param name="Version">The version now stored.</param>
public sealed record ShiftAnswer(ShiftId Shift, ShiftStatus Status, IReadOnlyList<KindTotal> Totals, long Version);
