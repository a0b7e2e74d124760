namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>An addition for nights, holidays or acuity; taxed like the charge it rests on.</summary>
/// <param name="Code">Its code, unique in the version.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Kind">What the figure means.</param>
/// <param name="Value">A percentage with up to four decimals, or an amount; never negative.</param>
/// <param name="Priority">The order among surcharges, lowest first; each number once.</param>
public sealed record Surcharge(string Code, string Name, SurchargeKind Kind, decimal Value, int Priority)
{
    /// <summary>When it applies.</summary>
    public Restriction Restriction { get; init; } = Restriction.None;

    /// <summary>Which instant decides.</summary>
    public SurchargeTrigger Trigger { get; init; }
}
