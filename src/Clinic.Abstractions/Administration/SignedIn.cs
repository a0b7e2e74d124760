namespace Clinic.Abstractions.Administration;

/// <summary>A person whose password was accepted, and under which credential.</summary>
/// <param name="Person">Who it is, with the rights held now.</param>
/// <param name="Credential">The credential's id; a later password has another, which ends earlier sessions.</param>
public sealed record SignedIn(Person Person, Guid Credential)
{
    /// <summary>The person's id only.</summary>
    public override string ToString() => Person.ToString();
}
