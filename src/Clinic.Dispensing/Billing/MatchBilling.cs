using Clinic.Abstractions;

namespace Clinic.Dispensing.Billing;

/// <summary>Compares the deliveries of a visit or stay with its bill, and raises a ticket for every exception that has none yet.</summary>
public sealed record MatchBilling : DispensingCommand<BillingAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.match-billing";

    /// <summary>The encounter or stay.</summary>
    public required EncounterId Encounter { get; init; }

    /// <summary>What was billed; null asks the <see cref="IBilledLines"/> of the app. At most 5,000 lines.</summary>
    public IReadOnlyList<BilledLine>? Billed { get; init; }
}
