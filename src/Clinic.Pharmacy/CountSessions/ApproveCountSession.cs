namespace Clinic.Pharmacy.CountSessions;

/// <summary>Accepts the counts of a session; all lines are posted in one commit or none.</summary>
/// <param name="Session">The session.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Note">What the reviewer found, written to every count that differs; at most 200 characters.</param>
public sealed record ApproveCountSession(CountSessionId Session, long Version, string? Note = null) : PharmacyCommand<CountApproval>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.approve-count-session";
}
