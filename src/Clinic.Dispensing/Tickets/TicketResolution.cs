using Clinic.Abstractions;
using Clinic.Dispensing.HandOvers;
using NodaTime;

namespace Clinic.Dispensing.Tickets;

/// <summary>How a ticket was resolved, by whom, and who approved it.</summary>
/// <param name="Outcome">Explained or not.</param>
/// <param name="Reason">Why, in words; 1 to 1,000 characters.</param>
/// <param name="By">Who resolved it; took no part in the dispensation.</param>
/// <param name="At">When.</param>
/// <param name="Approval">The second approval that controlled drugs demand, or null.</param>
/// <param name="Booked">What was booked as unexplained, in the account unit: positive for loss, negative for surplus; null when explained.</param>
public sealed record TicketResolution(TicketOutcome Outcome, string Reason, PersonId By, Instant At, AuthenticationRecord? Approval, decimal? Booked = null)
{
    /// <summary>The outcome only.</summary>
    public override string ToString() => Outcome.ToString();
}
