using Clinic.Pharmacy.Counting;

namespace Clinic.Pharmacy.CountSessions;

/// <summary>What an approved session wrote.</summary>
/// <param name="Session">The session.</param>
/// <param name="Counts">One per line, in order; those that differ name their movement.</param>
/// <param name="Version">The version now stored.</param>
public sealed record CountApproval(CountSessionId Session, IReadOnlyList<CountAnswer> Counts, long Version);
