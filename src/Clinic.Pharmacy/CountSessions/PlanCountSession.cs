using Clinic.Abstractions;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>Plans a counting session; the list is frozen when it starts.</summary>
/// <param name="Location">Where to count.</param>
/// <param name="Kind">Everything or a part.</param>
/// <param name="Scope">Which part; null for everything.</param>
/// <param name="IsBlind">Whether counters do not see what is expected; so unless said.</param>
public sealed record PlanCountSession(LocationId Location, CountSessionKind Kind, CountScope? Scope = null, bool IsBlind = true)
    : PharmacyCommand<CountSessionAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.plan-count-session";
}
