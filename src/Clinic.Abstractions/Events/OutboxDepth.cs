namespace Clinic.Abstractions;

/// <summary>How full the outbox of a tenant is.</summary>
/// <param name="Waiting">Events still to be delivered.</param>
/// <param name="Undeliverable">Events given up after too many attempts; they need a person.</param>
public sealed record OutboxDepth(long Waiting, long Undeliverable);
