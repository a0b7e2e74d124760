using Clinic.Abstractions;
using Clinic.Api.Dispensing;
using Clinic.Pharmacy.CountSessions;

namespace Clinic.Api.Pharmacy;

/// <summary>Plans a counting session.</summary>
/// <param name="Location">Where to count.</param>
/// <param name="Kind">Everything or a part.</param>
/// <param name="Scope">Which part; missing for everything.</param>
/// <param name="IsBlind">Whether counters do not see what is expected; so unless said.</param>
public sealed record PlanCountRequest(LocationId Location, CountSessionKind Kind, CountScope? Scope = null, bool IsBlind = true);

/// <summary>Names the version that was read.</summary>
/// <param name="Version">The version; or send it as If-Match.</param>
public sealed record VersionRequest(long? Version = null);

/// <summary>Writes down what was counted.</summary>
/// <param name="Lots">The lots, each once.</param>
/// <param name="Second">The second counter, whom controlled medicines demand.</param>
/// <param name="Device">The station.</param>
public sealed record EnterCountsRequest(IReadOnlyList<CountedLot> Lots, ProofRequest? Second = null, string? Device = null)
{
    internal EnterCounts ToCommand(CountSessionId session, string device) => new()
    {
        Session = session,
        Lots = Lots,
        Second = Second is { } s ? new CounterProof(s.Person, s.Kind, new Secret(s.Secret)) : null,
        Device = device,
    };
}

/// <summary>Sends lines back to be counted once more.</summary>
/// <param name="Lots">Which lots.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record RecountRequest(IReadOnlyList<LotId> Lots, long? Version = null);

/// <summary>Approves a session.</summary>
/// <param name="Note">What the reviewer found.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record ApproveCountRequest(string? Note = null, long? Version = null);

/// <summary>Gives something up with a reason.</summary>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Version">The version that was read; or send it as If-Match.</param>
public sealed record GiveUpRequest(string Reason, long? Version = null);
