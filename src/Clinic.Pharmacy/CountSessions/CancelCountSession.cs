namespace Clinic.Pharmacy.CountSessions;

/// <summary>Gives a session up; nothing is posted.</summary>
/// <param name="Session">The session.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record CancelCountSession(CountSessionId Session, long Version, string Reason) : PharmacyCommand<CountSessionAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.cancel-count-session";
}
