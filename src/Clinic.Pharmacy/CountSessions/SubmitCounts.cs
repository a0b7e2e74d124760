namespace Clinic.Pharmacy.CountSessions;

/// <summary>Hands a round in: to a recount where the first count is off, else to the review.</summary>
/// <param name="Session">The session.</param>
/// <param name="Version">The version that was read.</param>
public sealed record SubmitCounts(CountSessionId Session, long Version) : PharmacyCommand<CountSessionAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.submit-counts";
}
