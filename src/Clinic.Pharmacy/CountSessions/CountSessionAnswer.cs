namespace Clinic.Pharmacy.CountSessions;

/// <summary>Where a session stands; says no quantity, so that it cannot tell a blind counter anything.</summary>
/// <param name="Session">The session.</param>
/// <param name="Status">The status now.</param>
/// <param name="Round">The round that is counted now.</param>
/// <param name="Lines">Lots on the list.</param>
/// <param name="ToCount">Lots that must still be counted in this round.</param>
/// <param name="Version">The version now stored.</param>
public sealed record CountSessionAnswer(CountSessionId Session, CountSessionStatus Status, int Round, int Lines, int ToCount, long Version);
