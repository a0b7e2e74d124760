using Clinic.Abstractions;

namespace Clinic.Dispensing.Billing;

/// <summary>The content of the event <see cref="DispensingEvents.BilledWithoutDelivery"/>.</summary>
/// <param name="Encounter">The encounter.</param>
/// <param name="Lines">How many billed lines nothing was delivered for.</param>
public sealed record BilledWithoutDelivery(EncounterId Encounter, int Lines);
