using Clinic.Abstractions;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>The reviewer sends lines back to be counted once more.</summary>
/// <param name="Session">The session.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="Lots">Which lots.</param>
public sealed record AskRecount(CountSessionId Session, long Version, IReadOnlyList<LotId> Lots) : PharmacyCommand<CountSessionAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.ask-recount";
}
