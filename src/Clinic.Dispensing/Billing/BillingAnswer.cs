using Clinic.Abstractions;
using Clinic.Dispensing.Tickets;

namespace Clinic.Dispensing.Billing;

/// <summary>What comparing a bill with the deliveries found.</summary>
/// <param name="Encounter">The encounter.</param>
/// <param name="Lines">Every delivered line, and every billed line that belongs to none.</param>
/// <param name="Raised">The tickets that were raised now.</param>
public sealed record BillingAnswer(EncounterId Encounter, IReadOnlyList<MatchedLine> Lines, IReadOnlyList<TicketId> Raised)
{
    /// <summary>How many lines are of a kind.</summary>
    public int Count(MatchKind kind) => Lines.Count(l => l.Kind == kind);
}
