namespace Clinic.Pharmacy.CountSessions;

/// <summary>Freezes the list of a session; counting begins.</summary>
/// <param name="Session">The session.</param>
/// <param name="Version">The version that was read.</param>
public sealed record StartCountSession(CountSessionId Session, long Version) : PharmacyCommand<CountSessionAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.start-count-session";
}
