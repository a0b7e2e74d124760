namespace Clinic.EmergencyBilling.Tariffs;

/// <summary>A reduction by contract, for some hours or for some payers; taken after caps and limits, before shares and tax.</summary>
/// <remarks>Each charge has at most one discount, the first that matches it. It becomes a negative line and never exceeds what is charged.</remarks>
/// <param name="Code">Its code, unique in the version.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Kind">What the figure means.</param>
/// <param name="Value">A percentage up to 100 with up to four decimals, or an amount; never negative.</param>
public sealed record Discount(string Code, string Name, DiscountKind Kind, decimal Value)
{
    /// <summary>The codes of the payers it is for; empty for everybody.</summary>
    public IReadOnlyList<string> Payers { get; init; } = [];

    /// <summary>On which charges it falls, judged at the instant each of them is charged for.</summary>
    public Restriction Restriction { get; init; } = Restriction.None;

    internal bool IsAlways => Payers.Count == 0 && Restriction.IsAlways;

    internal bool IsFor(string? payer) => Payers.Count == 0 || (payer is not null && Payers.Contains(payer, StringComparer.Ordinal));
}
