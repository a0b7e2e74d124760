namespace Clinic.Abstractions.Administration;

/// <summary>The person and version that are now stored.</summary>
/// <param name="Person">The id.</param>
/// <param name="Version">Name it at the next change.</param>
public sealed record PersonAnswer(PersonId Person, long Version);
